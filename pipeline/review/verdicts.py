"""What a review says of each thing that a record states: right, wrong, or missed.

Things are those of the scorer (group, leader, member, official, position, date, count, policy) and, beside them, the
details that belong to one of these (an alias, a unit, a role). A field that the reviewer left alone was right; one that
was retyped, given another source or dropped was wrong; what was put in its place, or added, was missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.anchors import Anchors
from pipeline.records import CountRecord, DateRecord, FieldValue, GroupRecord, OfficialRecord, PolicyRecord, Record
from pipeline.review.standing import Standing

DETAILS = (
    "alias", "established", "category", "date role", "unit", "modifier", "status", "scope", "as_of", "policy date",
)  # fmt: skip
"""What is judged beside the scorer's kinds."""
JUDGEMENTS = frozenset({"category", "date role", "modifier", "status"})
"""The details that every such record has: right or wrong, but never missed."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a record states. ``key`` tells it from others; ``fields`` are those that state it."""

    name: str
    key: tuple[object, ...]
    fields: tuple[FieldValue, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that made it."""
        return tuple(dict.fromkeys(field.rule for field in self.fields))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one record: what the rules stated, right or wrong, and what they missed."""

    right: tuple[Thing, ...] = ()
    wrong: tuple[Thing, ...] = ()
    missed: tuple[Thing, ...] = ()


def verdict(anchors: Anchors, standing: Standing) -> Verdict | None:
    """What a review says of the rules' own words; None when nobody decided, or on other words than today's."""
    if standing.status in ("open", "unsure", "conflict", "changed", "gone"):
        return None
    if standing.machine is None:
        return Verdict(missed=tuple(things(standing.record)))
    today = anchors.statement(standing.machine)
    if all(decision.stated != today for decision in standing.decisions):
        return None
    return compared(standing.machine, None if standing.status == "rejected" else standing.record)


def compared(machine: Record, result: Record | None) -> Verdict:
    """A record as the rules have it against what people made of it; None when they rejected it.

    Of a rejected record the details are neither right nor wrong: there is nothing that they could be details of.
    """
    stated = [thing for thing in things(machine) if result is not None or thing.name not in DETAILS]
    wanted = list(things(result)) if result else []
    unclaimed = Counter((thing.name, thing.key) for thing in wanted)
    right: list[Thing] = []
    wrong: list[Thing] = []
    for thing in stated:
        hit = unclaimed[thing.name, thing.key] > 0
        unclaimed[thing.name, thing.key] -= hit
        (right if hit else wrong).append(thing)
    missed = []
    for thing in wanted:
        if unclaimed[thing.name, thing.key] > 0:
            unclaimed[thing.name, thing.key] -= 1
            missed.append(thing)
    return Verdict(tuple(right), tuple(wrong), tuple(missed))


def things(record: Record) -> Iterator[Thing]:
    """Everything that a record states, the record itself first."""
    match record:
        case GroupRecord():
            yield _thing("group", record.name)
            named = (("leader", record.leaders), ("member", record.members), ("alias", record.aliases))
            yield from (_thing(name, field) for name, fields in named for field in fields)
            yield from _details(("established", record.established))
        case OfficialRecord():
            yield _thing("official", record.name)
            for each in record.positions:
                fields = tuple(field for field in (each.title, each.organisation) if field)
                yield Thing("position", tuple(map(_key, fields)), fields)
                yield Thing("category", (_key(each.title), each.category))
        case DateRecord():
            yield _thing("date", record.text, record.value)
            yield Thing("date role", (record.role,))
        case CountRecord():
            unit = _key(record.unit) if record.unit else None
            yield _thing("count", record.text, record.value, record.upper, record.measure, unit)
            yield Thing("modifier", (record.modifier,))
            yield Thing("status", (record.status,))
            yield from _details(("unit", record.unit), ("scope", record.scope), ("as_of", record.as_of))
        case PolicyRecord():
            yield _thing("policy", record.title)
            yield from _details(("policy date", record.date))


def _details(*named: tuple[str, FieldValue | None]) -> Iterator[Thing]:
    yield from (_thing(name, field) for name, field in named if field is not None)


def _thing(name: str, field: FieldValue, *judged: object) -> Thing:
    return Thing(name, (*_key(field), *judged), (field,))


def _key(field: FieldValue) -> tuple[object, ...]:
    return field.text, field.value, field.source.start, field.source.end
