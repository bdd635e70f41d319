"""What changed between two readings of one record: field by field, value and quote, with both sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.anchors import Anchors, judgements
from pipeline.change.changes import How, Stated
from pipeline.change.pairing import Keyed, single_or_paired
from pipeline.export.links import link
from pipeline.records import Document, FieldValue, OfficialRecord, Position, Record, identifying, named_fields


class Side:
    """A document with its records, as one of the two data sets has it."""

    def __init__(self, document: Document, records: Sequence[Record]) -> None:
        self.document = document
        self.records = records
        self.anchors = Anchors(document)

    def stated(self, field: FieldValue, value: str | None = None) -> Stated:
        """A field with its source, or what was read off its sentence (``value``)."""
        source = field.source
        return Stated(
            value=field.value if value is None else value,
            quote=field.text,
            start=source.start,
            end=source.end,
            sentence=self.sentence(field),
            sentence_start=source.sentence[0],
            confidence=field.confidence,
            rule=field.rule,
            link=link(self.document, source),
        )

    def sentence(self, field: FieldValue) -> str:
        """The sentence that a field stands in."""
        return self.document.text[slice(*field.source.sentence)]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is not the same."""

    field: str
    before: Stated | None
    after: Stated | None

    @property
    def how(self) -> How:
        """Whether it came, went or changed."""
        if self.before is None:
            return "added"
        return "gone" if self.after is None else "changed"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings of one record; ``alike`` counts what is another about the values that stayed, by ``Unchanged``."""

    old: Side
    new: Side
    alike: Counter[str]

    def differences(self, former: Record, later: Record) -> Iterator[Difference]:
        """Every field of the record that came, went or changed, in the order of the types."""
        positions = isinstance(former, OfficialRecord) and isinstance(later, OfficialRecord)
        before, after = _by_name(former), _by_name(later)
        for name in dict.fromkeys((*before, *after)):
            if not (positions and name in ("title", "organisation")):
                pairs = single_or_paired(_keyed(self.old, before.get(name, [])), _keyed(self.new, after.get(name, [])))
                for own, other in pairs:
                    yield from self._field(name, own, other)
        if isinstance(former, OfficialRecord) and isinstance(later, OfficialRecord):
            yield from self._positions(former, later)
        else:
            yield from self._judged(former, later)

    def _field(self, name: str, former: FieldValue | None, later: FieldValue | None) -> Iterator[Difference]:
        if former and later and said(former) == said(later):
            self._note(former, later)
        elif former or later:
            before = self.old.stated(former) if former else None
            yield Difference(name, before, self.new.stated(later) if later else None)

    def _note(self, former: FieldValue, later: FieldValue) -> None:
        if spaced(self.old.sentence(former)) != spaced(self.new.sentence(later)):
            self.alike["elsewhere"] += 1
        elif former.source.start != later.source.start:
            self.alike["moved"] += 1
        self.alike["confidence"] += former.confidence != later.confidence
        self.alike["rule"] += former.rule != later.rule
        self.alike["flags"] += set(former.flags) != set(later.flags)

    def _positions(self, former: OfficialRecord, later: OfficialRecord) -> Iterator[Difference]:
        pairs = single_or_paired(_keyed_positions(self.old, former), _keyed_positions(self.new, later))
        for own, other in pairs:
            for name in ("title", "organisation"):
                yield from self._field(name, getattr(own, name, None), getattr(other, name, None))
            if own and other and own.category != other.category:
                before = self.old.stated(own.title, own.category)
                yield Difference("category", before, self.new.stated(other.title, other.category))

    def _judged(self, former: Record, later: Record) -> Iterator[Difference]:
        """What was read off the sentences; a date's value is told by its text already."""
        about, of = identifying(former), identifying(later)
        for (name, old), (_, new) in zip(judgements(former), judgements(later), strict=True):
            if old != new and (name, old, new) != ("value", about.value, of.value):
                yield Difference(
                    name,
                    None if old is None else self.old.stated(about, plain(old)),
                    None if new is None else self.new.stated(of, plain(new)),
                )


def _by_name(record: Record) -> dict[str, list[FieldValue]]:
    found: dict[str, list[FieldValue]] = {}
    for name, field in named_fields(record):
        found.setdefault(name, []).append(field)
    return found


def _keyed(side: Side, fields: Sequence[FieldValue]) -> list[Keyed[FieldValue]]:
    """Fields by what they say and where, by what they say, by their value, by where."""
    return [
        Keyed(field, ((*said(field), place := _place(side, field)), said(field), field.value, place))
        for field in fields
    ]


def _keyed_positions(side: Side, record: OfficialRecord) -> list[Keyed[Position]]:
    """Positions by title and organisation, by their title as fields are, by their organisation."""
    titles = _keyed(side, [position.title for position in record.positions])
    return [
        Keyed(position, ((position.title.value, value), *title.keys, value))
        for position, title in zip(record.positions, titles, strict=True)
        for value in [position.organisation.value if position.organisation else None]
    ]


def _place(side: Side, field: FieldValue) -> tuple[str, int] | None:
    place = side.anchors.place(field)
    return (place[0], place[1]) if place else None


def said(field: FieldValue) -> tuple[str, str]:
    """A field's value and its quote, white space apart."""
    return field.value, spaced(field.text)


def spaced(text: str) -> str:
    """A text with one space wherever it has white space."""
    return " ".join(text.split())


def plain(value: object) -> str:
    """A judgement as people read it: a word as it is, a number as JSON writes it.

    >>> plain("actual"), plain(70), plain(0.5)
    ('actual', '70', '0.5')
    """
    return value if isinstance(value, str) else json.dumps(value)
