"""What a document speaks of that others may speak of too: groups, schools, people, bodies, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.identity.names import Key, alike, key
from pipeline.identity.people import person
from pipeline.identity.places import Division, named, settled
from pipeline.records import Document, FieldValue, GroupRecord, OfficialRecord, Position, Record

EntityKind = Literal["group", "school", "person", "body"]
ONE = 0.85
"""Two names of one document that are at least so much alike are one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One field that names something: the record and field it stands in, and how it is printed."""

    document: str
    record: str
    field: str
    """``name``, ``aliases``, ``leaders``, ``members`` or ``organisation``."""
    value: FieldValue


@dataclass(slots=True)
class Local:
    """What one document says of one thing: all that it calls it."""

    kind: EntityKind
    document: str
    mentions: list[Mention]
    division: Division | None
    """The division it lies in, if the document says which."""
    company: frozenset[str] = frozenset()
    """Of a person: the organisations and titles beside the name, as printed."""

    @property
    def names(self) -> list[str]:
        """Its names in the order of the text, each once."""
        return list(dict.fromkeys(mention.value.value for mention in self.mentions))

    @property
    def name(self) -> str:
        """The fullest of its names."""
        return max(self.names, key=len)

    @property
    def keys(self) -> list[Key]:
        """Its names taken apart."""
        return [key(name) for name in self.names]


def locals_of(document: Document, records: Sequence[Record]) -> list[Local]:
    """What a document speaks of, each thing once."""
    around = _region(document, records)
    found: list[Local] = []
    for record in records:
        match record:
            case GroupRecord():
                names = [("name", record.name), *(("aliases", alias) for alias in record.aliases)]
                _add(
                    found, Local("group", document.id, [Mention(document.id, record.id, *each) for each in names], None)
                )
                for role in ("leaders", "members"):
                    for school in getattr(record, role):
                        _add(found, Local("school", document.id, [Mention(document.id, record.id, role, school)], None))
            case OfficialRecord():
                company = frozenset(_beside(record.positions))
                mention = Mention(document.id, record.id, "name", record.name)
                _add(found, Local("person", document.id, [mention], None, company))
                for position in record.positions:
                    if position.organisation is not None:
                        kind = _kind_of(position)
                        body = Mention(document.id, record.id, "organisation", position.organisation)
                        _add(found, Local(kind, document.id, [body], None))
    for local in found:
        own = [] if local.kind == "person" else [place for name in local.names for place in named(name)]
        local.division = settled(own, around) or (around[0] if len(around) == 1 else None)
    return found


def _region(document: Document, records: Sequence[Record]) -> list[Division]:
    """The divisions that a document speaks of without doubt; one alone where all of them lie on one line."""
    said = [document.title or "", document.publisher or ""]
    for record in records:
        if isinstance(record, GroupRecord):
            said += [record.name.value, *(field.value for field in (*record.leaders, *record.members))]
        elif isinstance(record, OfficialRecord):
            said += [p.organisation.value for p in record.positions if p.organisation]
    known: dict[str, Division] = {}
    for text in said:
        if (division := settled(named(text))) is not None:
            known[division.code] = division
    lowest = [each for each in known.values() if not any(o.within(each) for o in known.values() if o is not each)]
    if len(lowest) <= 1:
        return lowest
    shared = [each for each in known.values() if all(other.within(each) for other in lowest)]
    return [max(shared, key=lambda each: len(each.code.rstrip("0")))] if shared else list(known.values())


def _add(found: list[Local], new: Local) -> None:
    """Put a thing to the one of the document that it is, or at the end."""
    for known in found:
        if known.kind == new.kind and _one(known, new):
            known.mentions += new.mentions
            known.company |= new.company
            return
    found.append(new)


def _one(known: Local, new: Local) -> bool:
    if known.kind == "person":
        return any(person(a, b) == 1 for a in known.names for b in new.names)
    if known.kind == "body":
        return bool(set(known.names) & set(new.names))
    return any(alike(a, b) >= ONE for a in known.names for b in new.names)


def _beside(positions: Iterable[Position]) -> Iterator[str]:
    for position in positions:
        yield position.title.value
        if position.organisation is not None:
            yield position.organisation.value


def _kind_of(position: Position) -> EntityKind:
    known = key(position.organisation.value) if position.organisation else None
    if position.category == "school" and known is not None and known.kinds:
        return "group" if "education-group" in known.kinds else "school"
    return "body"
