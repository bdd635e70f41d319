"""Where documents contradict each other: two leaders of one group, two founding dates, two numbers of the same.

Nothing is decided. Reprints do not contradict and do not count; neither do a year and a day in it, or a number and one
that the text gives as about, over or under.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any, Literal

from extractors.script import folded
from pipeline.identity.entities import Resolution
from pipeline.identity.mentions import region_of
from pipeline.identity.places import Division, named, settled, unplaced
from pipeline.identity.shelf import Shelf
from pipeline.records import CountRecord, Document, FieldValue, GroupRecord, Record

About = Literal["leader", "established", "count"]


@dataclass(frozen=True, slots=True)
class Note:
    """What a record says of something that others may say something else of.

    ``subject`` is what it is about: a group's place (its record, start and end) for leaders and founding dates, else
    words. ``said`` are the values that it gives, or the places of the leaders.
    """

    about: About
    document: str
    record: str
    subject: tuple[object, ...]
    said: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What others contradict; ``entity`` is the group, None for counts, and ``subject`` says it in words."""

    id: str
    about: About
    entity: str | None
    subject: str


Place = tuple[str, str, int, int]
"""Record, field, start and end of a field that names something."""


STATEMENTS = """
CREATE TABLE stated (about TEXT, subject TEXT, document TEXT, record TEXT, said TEXT);
CREATE INDEX stated_subject ON stated (subject, about);
"""
STATED = """
SELECT stated.about, stated.subject, document, record, said
FROM (
  SELECT about, subject, min(rowid) AS first FROM stated GROUP BY about, subject HAVING count(DISTINCT document) > 1
) AS several
CROSS JOIN stated ON stated.subject = several.subject AND stated.about = several.about
ORDER BY first, stated.rowid
"""
"""What several documents say of one subject, in the order in which it is first spoken of."""


def place(record: str, field: str, value: FieldValue) -> Place:
    """Where a field stands that names something."""
    return record, field, value.source.start, value.source.end


def notes(document: Document, records: Sequence[Record]) -> Iterator[Note]:
    """What a document's records say that others may contradict."""
    home = region_of(document, records)
    for record in records:
        match record:
            case GroupRecord():
                group = place(record.id, "name", record.name)
                if record.leaders:
                    leaders = tuple(place(record.id, "leaders", each) for each in record.leaders)
                    yield Note("leader", document.id, record.id, group, leaders)
                if record.established and _is_comparable(record.established.value):
                    yield Note("established", document.id, record.id, group, (record.established.value,))
            case CountRecord() if (subject := _counted(record, home)) is not None:
                yield Note("count", document.id, record.id, subject, (record.value, record.upper))


class Notes:
    """The notes on all documents, on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        shelf.make("CREATE TABLE note (about TEXT, document TEXT, record TEXT, subject TEXT, said TEXT)")

    def add(self, found: Iterable[Note]) -> None:
        """Take in what a document says."""
        rows = ((n.about, n.document, n.record, json.dumps(n.subject), json.dumps(n.said)) for n in found)
        self.shelf.executemany("INSERT INTO note VALUES (?, ?, ?, ?, ?)", rows)

    def conflicts(self, entities: Resolution, reprints: Mapping[str, str]) -> dict[str, list[Conflict]]:
        """The conflicts that each record is in."""
        self._resolve(entities, reprints)
        found: dict[str, list[Conflict]] = defaultdict(list)
        for (about, subject), rows in groupby(self.shelf.execute(STATED), key=itemgetter(0, 1)):
            statements = [(document, record, _said(about, said)) for _, _, document, record, said in rows]
            differ = DIFFER[about]
            if any(a != b and differ(x, y) for (a, _, x), (b, _, y) in combinations(statements, 2)):
                conflict = _conflict(about, tuple(json.loads(subject)), entities)
                for _, record, _ in statements:
                    found[record].append(conflict)
        return dict(found)

    def _resolve(self, entities: Resolution, reprints: Mapping[str, str]) -> None:
        """Put entities in the place of places."""
        self.shelf.make(STATEMENTS)
        for document, rows in groupby(self.shelf.execute("SELECT * FROM note ORDER BY rowid"), key=itemgetter(1)):
            if document in reprints:
                continue
            known = {(m.record, m.field, m.start, m.end): entity for m, entity in entities.named_in(document)}
            for about, _, record, written, told in rows:
                subject, said = json.loads(written), json.loads(told)
                if about != "count":
                    subject = [known[_place(subject)]]
                if about == "leader":
                    said = [known[_place(each)] for each in said]
                row = (about, json.dumps(subject), document, record, json.dumps(said))
                self.shelf.execute("INSERT INTO stated VALUES (?, ?, ?, ?, ?)", row)


def _said(about: About, written: str) -> frozenset[object]:
    said = json.loads(written)
    return frozenset(said) if about == "leader" else frozenset({tuple(said)})


def _conflict(about: About, subject: tuple[object, ...], entities: Resolution) -> Conflict:
    entity = str(subject[0]) if about != "count" else None
    words = entities.called(entity) if entity else ", ".join(str(part) for part in subject if part)
    return Conflict(f"x-{sha256(f'{about}|{subject}'.encode()).hexdigest()[:12]}", about, entity, words)


def _place(parts: Sequence[Any]) -> Place:
    record, name, start, end = parts
    return record, name, start, end


def _is_comparable(date: str) -> bool:
    return date[:4].isdigit() and "/" not in date


def _dates_differ(a: frozenset[object], b: frozenset[object]) -> bool:
    return not any(str(x[0]).startswith(str(y[0])) or str(y[0]).startswith(str(x[0])) for x, y in _pairs(a, b))


def _pairs(a: frozenset[object], b: frozenset[object]) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    return ((x, y) for x in a for y in b if isinstance(x, tuple) and isinstance(y, tuple))


DIFFER: dict[About, Callable[[frozenset[object], frozenset[object]], bool]] = {
    "leader": lambda a, b: a.isdisjoint(b),
    "established": _dates_differ,
    "count": lambda a, b: a != b,
}


def _counted(record: CountRecord, home: Division | None) -> tuple[object, ...] | None:
    """What a number counts, where and as of when; None where the text leaves one of these open."""
    if record.modifier != "exact" or record.unit is None or record.scope is None or record.as_of is None:
        return None
    where = settled(named(record.scope.value), [home] if home else ()) or home
    if where is None:
        return None
    scope = _plain(unplaced(record.scope.value, where))
    return (where.name, scope, _plain(record.unit.value), record.as_of.value, record.measure, record.status)


def _plain(words: str) -> str:
    """Words without what says nothing: articles, the plural, the ranks of a place that is known."""
    kept = (word.removesuffix("s") for word in folded(words).casefold().split())
    return " ".join(w for w in kept if w not in ("the", "our", "whole", "city", "county", "district", "province", "of"))
