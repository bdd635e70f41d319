"""Exporting 100,000 records: ``python -m benchmarks.exporting [RECORDS]`` prints seconds and peak memory by format.

The data set is invented: Chinese and English announcements of groups, each of a county of its own or of one it shares
with others, so that names have to be told apart and some of them are one. Every format has a process of its own;
"entities" is what all of them do first.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, get_args

from benchmarks.memory import peak
from pipeline.export.exporting import Format, Whole, export, links_of
from pipeline.export.folder import whole_of
from pipeline.identity.places import Division, divisions
from pipeline.records import CountRecord, DateRecord, Document, OfficialRecord, Position, Record
from pipeline.steps import Done
from pipeline.store.dataset import opened
from tests.pipeline import build

RECORDS = 100_000
SIGNS = "东西南北中山水河湖江海云春夏秋冬金银玉石松柏梅兰竹菊光明和平友谊育才文化新华安宁福寿康乐清泉"
KINDS = ("小学", "中学", "幼儿园", "实验小学", "外国语学校")
POSTS = ("局长", "副局长", "校长")
MEMBERS = 7
EACH = 20
"""Records of one document: a group, officials, counts, dates."""


def documents(records: int) -> Iterator[Done]:
    """Announcements with so many records together, the same ones on every call."""
    chance = Random(8)  # noqa: S311
    counties = [division for division in divisions().values() if division.level == "county"]
    for number in range(records // EACH):
        yield announcement(number, chance.choice(counties), chance)


def announcement(number: int, county: Division, chance: Random) -> Done:
    """One announcement of a county with a group, people, numbers and dates."""
    schools = [_name(chance) + chance.choice(KINDS) for _ in range(MEMBERS)]
    group = f"{county.name}{schools[0]}教育集团"
    people = [f"{chance.choice('赵钱孙李周吴郑王')}{_name(chance)}" for _ in range(6)]
    lines = [
        f"{county.name}教育局通知第{number}号",
        f"{group}由{schools[0]}牵头。",
        f"成员校：{'、'.join(schools[1:])}。",
    ]
    lines += [
        f"{chance.choice(POSTS)}{person}出席，共{at * 7 + number % 5}个集团。" for at, person in enumerate(people)
    ]
    days = [f"{2015 + number % 8}年{1 + at}月{1 + number % 28}日" for at in range(7)]
    lines.append("，".join(days))
    url = f"https://example.org/{county.code}/{number}.html"
    document = build.document(url, "\n".join(lines), url=url).model_copy(
        update={"language": "zh", "published": f"2022-{1 + number % 12:02}-{1 + number % 28:02}"}
    )
    return build.done(document, list(_records(document, group, schools, people, days)))


def _name(chance: Random) -> str:
    return "".join(chance.sample(SIGNS, 2))


def _records(
    document: Document, group: str, schools: list[str], people: list[str], days: list[str]
) -> Iterator[Record]:
    text = document.text
    yield build.group(document, group, leaders=schools[:1], members=schools[1:], behind=text.index("由"))
    said: dict[str, Any] = {"document": document.id, "confidence": 0.9, "rule": "bench"}
    judged: dict[str, Any] = {"measure": "count", "modifier": "exact", "status": "actual"}
    for at, person in enumerate(people):
        stands = text.index(f"{person}出席")
        title = next(post for post in POSTS if text[:stands].endswith(post))
        post = Position(title=build.field(text, title, after=stands - len(title)), category="government")
        name = build.field(text, person, after=stands)
        yield OfficialRecord(id=f"o-{document.id}-{at}", name=name, positions=(post,), **said)
        first = text.index("共", stands) + 1
        number = build.field(text, text[first : text.index("。", first)], after=first)
        unit = build.field(text, "集团", after=first)
        yield CountRecord(id=f"c-{document.id}-{at}", text=number, value=at * 7, unit=unit, **judged, **said)
    for at, day in enumerate(days):
        value = f"20{day[2:4]}-{at + 1:02}"
        yield DateRecord(id=f"t-{document.id}-{at}", text=build.field(text, day), value=value, role="event", **said)


def _exported(form: Format) -> Callable[[Whole, Path], int]:
    return lambda whole, to: sum(export(whole, to, form).values())


FORMS: dict[str, Callable[[Whole, Path], int]] = {
    "entities": lambda whole, _: sum(1 for _ in links_of(whole).entities),
    **{form: _exported(form) for form in get_args(Format)},
}


def one(form: str, folder: Path) -> None:
    """Write one format and print rows, seconds and the peak of this process in bytes."""
    began = time.perf_counter()
    with opened(folder) as dataset, tempfile.TemporaryDirectory() as to:
        whole: Whole = whole_of(dataset)
        rows = FORMS[form](whole, Path(to))
    print(rows, time.perf_counter() - began, peak())


def main(records: int) -> None:
    """Print a table of all formats."""
    with tempfile.TemporaryDirectory() as name:
        build.publish(documents(records), Path(name))
        print(f"| {records:,} records | rows | seconds | peak memory |\n|---|---|---|---|")
        for form in FORMS:
            command = [sys.executable, "-m", "benchmarks.exporting", form, name]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            rows, seconds, memory = int(said[0]), float(said[1]), int(said[2])
            print(f"| {form} | {rows:,} | {seconds:.0f} | {memory / 1e6:.0f} MB |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        one(sys.argv[1], Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) == 2 else RECORDS)
