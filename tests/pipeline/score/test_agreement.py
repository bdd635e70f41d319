"""The scorer agrees with ``annotation/score.py`` to the last digit. Needs COMMUNIQUE_GOLD, the folder that holds it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.records import (
    CountRecord,
    DateRecord,
    Document,
    FieldValue,
    GroupRecord,
    OfficialRecord,
    PolicyRecord,
    Position,
    Record,
)
from pipeline.score.gold import Gold, GoldCount, GoldGroup, GoldOfficial, gold_of
from pipeline.score.report import as_json, score_folder, table
from tests.pipeline import build

SHARED = Path(os.environ.get("COMMUNIQUE_GOLD", "")).resolve()
FOLDERS = ("seeds", "articles/en", "articles/zh")
NOISE = 0.25

pytestmark = pytest.mark.skipif("COMMUNIQUE_GOLD" not in os.environ, reason="COMMUNIQUE_GOLD names no folder")


class Extractor:
    """Gold turned into records, a quarter of them spoilt: dropped, doubled, cut short, or with a judgement changed."""

    def __init__(self, document: Document, seed: int) -> None:
        self.document = document
        self.random = random.Random(seed)  # noqa: S311

    def spoilt(self) -> bool:
        return self.random.random() < NOISE

    def field(self, quote: str, value: str | None = None) -> FieldValue:
        words = quote.split()
        if self.spoilt() and len(words) > 1:
            quote = quote[quote.index(words[1]) :]
        return build.field(self.document.text, quote, value)

    def fields(self, quotes: tuple[str, ...]) -> tuple[FieldValue, ...]:
        return tuple(self.field(quote) for quote in quotes if not self.spoilt())

    def records(self, gold: Gold) -> Iterator[Record]:
        yield from (self.group(group) for group in gold.groups for _ in self.times())
        yield from (self.official(official) for official in gold.officials for _ in self.times())
        yield from (self.count(count) for count in gold.counts for _ in self.times())
        for date in gold.dates:
            if not self.spoilt():
                value = date.value[:4] if self.spoilt() else date.value
                yield DateRecord(text=self.field(date.text), value=value, role="other", **self.said())
        for title in gold.policies:
            yield PolicyRecord(title=self.field(title), **self.said())

    def times(self) -> range:
        return range(self.random.choice([0, 1, 1, 1, 1, 2]))

    def said(self) -> dict[str, object]:
        number = self.random.getrandbits(64)
        return {"id": f"r-{number}", "document": self.document.id, "confidence": 0.5, "rule": "tests.gold"}

    def group(self, gold: GoldGroup) -> GroupRecord:
        return GroupRecord(
            name=self.field(gold.name),
            aliases=self.fields(gold.aliases),
            leaders=self.fields(gold.leaders),
            members=self.fields(gold.members),
            established=self.field(gold.name, gold.established) if gold.established and not self.spoilt() else None,
            **self.said(),
        )

    def official(self, gold: GoldOfficial) -> OfficialRecord:
        positions = tuple(
            Position(
                title=self.field(p.title),
                organisation=self.field(p.organisation) if p.organisation else None,
                category="other" if self.spoilt() else p.category,
            )
            for p in gold.positions
        )
        return OfficialRecord(name=self.field(gold.name), positions=positions, **self.said())

    def count(self, gold: GoldCount) -> CountRecord:
        text = self.document.text
        return CountRecord(
            text=self.field(gold.text),
            value=gold.value + self.spoilt() * 0.009,
            unit=self.field(gold.unit) if gold.unit and gold.unit in text else None,
            measure=gold.kind,
            modifier="over" if self.spoilt() else gold.modifier,
            status="planned" if self.spoilt() else gold.status,
            scope=self.field(gold.scope) if gold.scope else None,
            as_of=self.field(gold.text, gold.as_of) if gold.as_of else None,
            **self.said(),
        )


@pytest.fixture(scope="module", params=FOLDERS)
def folder(request: pytest.FixtureRequest) -> Path:
    return SHARED / str(request.param)


def shared_script(*arguments: str) -> str:
    command = [sys.executable, str(SHARED / "annotation" / "score.py"), *arguments]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603


@pytest.mark.parametrize("seed", range(6))
def test_the_table_and_the_figures_are_the_same(folder: Path, tmp_path: Path, seed: int) -> None:
    results = []
    for name, gold in gold_of(folder):
        if (folder / f"{name}.txt").is_file() and name[-1] != str(seed):
            text = (folder / f"{name}.txt").read_text(encoding="utf-8").lstrip("\ufeff")
            document = build.document(f"{name}.txt", text)
            results.append(build.done(document, list(Extractor(document, seed).records(gold))))
    build.publish(results, tmp_path)
    ours = score_folder(folder, tmp_path)
    assert table(ours) == shared_script(str(folder), str(tmp_path)).rstrip("\n")
    assert json.loads(as_json(ours)) == json.loads(shared_script(str(folder), str(tmp_path), "--json"))
    assert 0 < ours.macro_f1 < 1
