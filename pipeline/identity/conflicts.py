"""Where documents contradict each other: two leaders of one group, two founding dates, two numbers of the same.

Nothing is decided. Reprints do not contradict and do not count; neither do a year and a day in it, or a number and one
that the text gives as about, over or under.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from typing import Literal

from extractors.script import folded
from pipeline.identity.mentions import region_of
from pipeline.identity.places import Division, named, settled, unplaced
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


def conflicts(
    all_notes: Iterable[Note], entities: Mapping[Place, str], names: Mapping[str, str], reprints: Mapping[str, str]
) -> dict[str, list[Conflict]]:
    """The conflicts that each record is in. ``entities`` says what stands where, ``names`` how entities are called."""
    told: dict[tuple[About, tuple[object, ...]], list[tuple[Note, frozenset[object]]]] = defaultdict(list)
    for note in all_notes:
        if note.document in reprints:
            continue
        subject, said = note.subject, note.said
        if note.about != "count":
            subject = (entities[_place(subject)],)
        if note.about == "leader":
            said = tuple(entities[_place(each)] for each in note.said)
        told[note.about, subject].append((note, frozenset(said) if note.about == "leader" else frozenset({said})))
    found: dict[str, list[Conflict]] = defaultdict(list)
    for (about, subject), statements in told.items():
        differ = DIFFER[about]
        if any(a.document != b.document and differ(x, y) for (a, x), (b, y) in combinations(statements, 2)):
            entity = str(subject[0]) if about != "count" else None
            words = names[entity] if entity else ", ".join(str(part) for part in subject if part)
            digest = sha256(f"{about}|{subject}".encode()).hexdigest()
            for note, _ in statements:
                found[note.record].append(Conflict(f"x-{digest[:12]}", about, entity, words))
    return dict(found)


def _place(parts: object) -> Place:
    match parts:
        case (str(record), str(field), int(start), int(end)):
            return record, field, start, end
    raise AssertionError("a group's note is about the place of its name")


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
