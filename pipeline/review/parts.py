"""The parts of a record as a reviewer sees them: fields and judgements by path, and what could still be put in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pipeline.plural import plural
from pipeline.records import (
    Category,
    CountRecord,
    DateRecord,
    DateRole,
    FieldValue,
    GroupRecord,
    Kind,
    Measure,
    Modifier,
    OfficialRecord,
    PolicyRecord,
    Record,
    Source,
    Status,
)

SLOTS: dict[Kind, dict[str, str]] = {
    "group": {"leaders": "leader", "members": "member", "aliases": "alias", "established": "established"},
    "official": {"positions": "title"},
    "date": {},
    "count": {"unit": "unit", "scope": "scope", "as_of": "as of"},
    "policy": {"date": "date"},
}
"""What can be put into a record, by path: its name on the page."""
FIRST: dict[Kind, str] = {"group": "name", "official": "name", "date": "text", "count": "text", "policy": "title"}
"""The path of the field that says which thing a record is about."""


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a record."""

    path: str
    label: str
    field: FieldValue


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was read off the record's sentence; ``choices`` is empty where any number may stand."""

    path: str
    label: str
    value: str
    choices: tuple[str, ...]


def parts(record: Record) -> list[Part]:
    """Every field of a record with its path."""
    return [Part(path, label, field) for path, label, field in _parts(record) if field is not None]


def _parts(record: Record) -> Iterator[tuple[str, str, FieldValue | None]]:
    match record:
        case GroupRecord():
            yield "name", "name", record.name
            for name, label in (("aliases", "alias"), ("leaders", "leader"), ("members", "member")):
                yield from ((f"{name}/{at}", label, field) for at, field in enumerate(getattr(record, name)))
            yield "established", "established", record.established
        case OfficialRecord():
            yield "name", "name", record.name
            for at, position in enumerate(record.positions):
                yield f"positions/{at}/title", "title", position.title
                yield f"positions/{at}/organisation", "organisation", position.organisation
        case DateRecord():
            yield "text", "date", record.text
        case CountRecord():
            yield from (("text", "count", record.text), ("unit", "unit", record.unit))
            yield from (("scope", "scope", record.scope), ("as_of", "as of", record.as_of))
        case PolicyRecord():
            yield from (("title", "title", record.title), ("date", "date", record.date))


def judgements(record: Record) -> list[Judgement]:
    """What a reviewer may judge otherwise without another source."""
    match record:
        case OfficialRecord():
            return [
                _judged(f"positions/{at}/category", "category", position.category, Category)
                for at, position in enumerate(record.positions)
            ]
        case DateRecord():
            return [_judged("role", "role", record.role, DateRole)]
        case CountRecord():
            return [
                Judgement("value", "number", plain(record.value), ()),
                Judgement("upper", "up to", plain(record.upper), ()),
                _judged("measure", "measure", record.measure, Measure),
                _judged("modifier", "modifier", record.modifier, Modifier),
                _judged("status", "status", record.status, Status),
            ]
        case _:
            return []


def _judged(path: str, label: str, value: str, choices: Any) -> Judgement:
    return Judgement(path, label, value, get_args(choices))


def plain(number: float | None) -> str:
    """A number as it is typed: whole ones without a point.

    >>> plain(69.0), plain(85.5), plain(None)
    ('69', '85.5', '')
    """
    if number is None:
        return ""
    return str(int(number)) if number == int(number) else str(number)


def open_slots(record: Record) -> dict[str, str]:
    """What can still be put into a record: its lists, the slots that are empty, positions without organisation."""
    slots = {path: label for path, label in SLOTS[record.kind].items() if not _filled(record, path)}
    if isinstance(record, OfficialRecord):
        for at, position in enumerate(record.positions):
            if position.organisation is None:
                slots[f"positions/{at}/organisation"] = f"organisation of “{position.title.value}”"
    return slots


def _filled(record: Record, path: str) -> bool:
    return isinstance(getattr(record, path), FieldValue)


def further(record: Record) -> tuple[Source, ...]:
    """The further places of a date or count."""
    return record.also if isinstance(record, DateRecord | CountRecord) else ()


def summary(record: Record) -> str:
    """What a record says besides its name, in one line."""
    match record:
        case GroupRecord():
            said = [f"led by {', '.join(field.value for field in record.leaders)}"] if record.leaders else []
            said += [plural(len(record.members), "member")] if record.members else []
            said += [f"since {record.established.value}"] if record.established else []
            return " · ".join(said)
        case OfficialRecord():
            return " · ".join(_post(p.title, p.organisation) for p in record.positions)
        case DateRecord():
            return record.role if record.value == record.text.text else f"{record.value} · {record.role}"
        case CountRecord():
            return _counted(record)
        case PolicyRecord():
            return record.date.value if record.date else ""


def _post(title: FieldValue, organisation: FieldValue | None) -> str:
    return f"{title.value}, {organisation.value}" if organisation else title.value


def _counted(record: CountRecord) -> str:
    number = plain(record.value) if record.upper is None else f"{plain(record.value)} to {plain(record.upper)}"
    number = number if record.modifier == "exact" else f"{record.modifier} {number}"
    counted = f"{number} {record.unit.value}" if record.unit else number
    said = [counted] if counted != record.text.text else []
    said += [record.measure] if record.measure != "count" else []
    said += [record.status] if record.status != "actual" else []
    said += [f"of {record.scope.value}"] if record.scope else []
    said += [f"as of {record.as_of.value}"] if record.as_of else []
    return " · ".join(said)
