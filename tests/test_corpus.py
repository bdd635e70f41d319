"""The gold of the corpus keeps to its texts: every value that is to be verbatim stands in its document as read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.edtf import is_edtf
from pipeline.inputs import MEDIA_TYPES, Input
from pipeline.read import read
from pipeline.score.gold import Gold, gold_of

CORPUS = Path(__file__).parent.parent / "corpus"
LANGUAGES = ("en", "zh")
DOCUMENTS = {path.stem: path for language in LANGUAGES for path in sorted((CORPUS / language).iterdir())}
GOLD = {name: gold for language in LANGUAGES for name, gold in gold_of(CORPUS / "gold" / language)}
KEYS = {"id", "language", "source_url", "title", "published", "publisher", "byline", "groups", "officials", "dates",
        "counts", "policies", "notes"}  # fmt: skip


def text_of(name: str) -> str:
    path = DOCUMENTS[name]
    return read(Input(path.name, path.read_bytes(), MEDIA_TYPES[path.suffix])).document.text


def content_of(name: str) -> dict[str, Any]:
    found = json.loads((CORPUS / "gold" / DOCUMENTS[name].parent.name / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def verbatim(gold: Gold) -> Iterator[tuple[str, str | None]]:
    for group in gold.groups:
        yield "group", group.name
        yield from (("alias", alias) for alias in group.aliases)
        yield from (("leader", leader) for leader in group.leaders)
        yield from (("member", member) for member in group.members)
    for official in gold.officials:
        yield "official", official.name
        for position in official.positions:
            yield from (("title", position.title), ("organisation", position.organisation))
    yield from (("date", each.text) for each in gold.dates)
    for count in gold.counts:
        yield from (("count", count.text), ("unit", count.unit), ("scope", count.scope))
    yield from (("policy", policy) for policy in gold.policies)


def edtf_values(gold: Gold) -> Iterator[tuple[str, str | None]]:
    yield from ((f"established of {group.name}", group.established) for group in gold.groups)
    yield from ((each.text, each.value) for each in gold.dates)
    yield from ((f"as_of of {count.text}", count.as_of) for count in gold.counts)


def test_every_document_has_gold_and_every_gold_a_document() -> None:
    assert set(DOCUMENTS) == set(GOLD)
    assert len(DOCUMENTS) == sum(1 for language in LANGUAGES for _ in (CORPUS / language).iterdir()), "one name twice"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_verbatim_value_stands_in_the_text(name: str) -> None:
    text = text_of(name)
    assert [
        f"{what}: {value!r}" for what, value in verbatim(GOLD[name]) if value is not None and value not in text
    ] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_date_is_edtf(name: str) -> None:
    values = [*edtf_values(GOLD[name]), ("published", content_of(name)["published"])]
    assert [f"{what}: {value!r}" for what, value in values if value is not None and not is_edtf(value)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_listed_twice(name: str) -> None:
    gold = GOLD[name]
    lists: dict[str, list[object]] = {
        "groups": [group.name for group in gold.groups],
        "officials": [official.name for official in gold.officials],
        "positions": [(o.name, p.title, p.organisation) for o in gold.officials for p in o.positions],
        "dates": [(each.text, each.value) for each in gold.dates],
        "policies": list(gold.policies),
    }
    assert {what: values for what, values in lists.items() if len(values) != len(set(values))} == {}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_gold_file_says_what_it_is_about(name: str) -> None:
    content = content_of(name)
    assert set(content) <= KEYS
    assert (content["id"], content["language"]) == (name, DOCUMENTS[name].parent.name)


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("2022-08-26", True),
        ("XXXX-02-29", True),
        ("2021-24", True),
        ("2021-36", True),
        ("196X", True),
        ("2018/..", True),
        ("2021-01/2021-06", True),
        ("2021-13", False),
        ("2022-02-30", False),
        ("2021-21-01", False),
        ("2021/2021", False),
        ("May 2021", False),
        ("", False),
    ],
)
def test_what_counts_as_edtf(value: str, good: bool) -> None:
    assert is_edtf(value) is good
