"""The tables of a data set: one fact a row, each with its quote, its place and its link.

Every table but ``documents`` ends in the columns of ``Evidence``. ``record`` joins a row with ``records.jsonl``,
``document`` with ``documents``. Several values in one cell stand with `` | `` between them, flags with a space.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from pipeline.export.links import link
from pipeline.records import (
    KINDS,
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

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a row's statement stands. ``start`` and ``end`` are code points of the document's text, end exclusive."""

    quote: str
    """The words of the text, verbatim."""
    value: str
    """The same, normalised."""
    sentence: str
    """The sentence, list item or table row around the quote."""
    start: int
    end: int
    document: str
    """The document's id."""
    document_title: str | None
    source: str
    """The document's source: its address or file."""
    confidence: float
    rule: str
    flags: str
    """What is in doubt, of the record and of the cited field."""
    link: str
    """The live page at the quote; empty when the document has no address."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """``documents.csv``: one row a document, with how many records of each kind it gave."""

    document: str
    source: str
    source_url: str | None
    announced_by: str | None
    """The page that an attachment hangs on."""
    title: str | None
    published: str | None
    """EDTF."""
    publisher: str | None
    byline: str
    language: str
    media_type: str
    retrieved_at: str | None
    sha256: str
    """Of the bytes as they came; the archive has them under this name."""
    version: str
    groups: int
    officials: int
    dates: int
    counts: int
    policies: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """``groups.csv``: one row a group of a document."""

    record: str
    name: str
    aliases: str
    established: str | None
    """EDTF."""
    leaders: int
    members: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """``memberships.csv``: one row a school in a group; the evidence is where the text says so."""

    record: str
    """The group's record."""
    group: str
    school: str
    role: str
    """``leader`` or ``member``."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """``officials.csv``: one row a position; the evidence is the title's, or the name's for a person without one."""

    record: str
    """The person's record: the same in each row of one person."""
    name: str
    name_quote: str
    title: str | None
    organisation: str | None
    category: str | None
    """``government``, ``school`` or ``other``."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CountRow:
    """``counts.csv``: one row a number with what it counts."""

    record: str
    number: int | float
    """A percent as 85; the lower end of a range."""
    upper: int | float | None
    unit: str | None
    measure: str
    """``count``, ``percent``, ``money`` or ``measure``."""
    modifier: str
    """``exact``, ``over``, ``under`` or ``about``."""
    status: str
    """``actual`` or ``planned``."""
    scope: str | None
    as_of: str | None
    """EDTF."""
    places: int
    """How often the text states it."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DateRow:
    """``dates.csv``: one row a calendar expression."""

    record: str
    edtf: str
    role: str
    """``published``, ``event``, ``established``, ``policy``, ``as_of`` or ``other``."""
    places: int
    """How often the text states it."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """``policies.csv``: one row a document that the text names by its title."""

    record: str
    policy: str
    date: str | None
    """EDTF."""
    evidence: Evidence


Row = DocumentRow | GroupRow | MembershipRow | OfficialRow | CountRow | DateRow | PolicyRow
TABLES: dict[str, type[Row]] = {
    "documents": DocumentRow,
    "groups": GroupRow,
    "memberships": MembershipRow,
    "officials": OfficialRow,
    "counts": CountRow,
    "dates": DateRow,
    "policies": PolicyRow,
}
"""Every table by name, in the order in which they are written."""


def columns(row: type[Row]) -> list[str]:
    """The names of a table's columns.

    >>> columns(PolicyRow)[:5]
    ['record', 'policy', 'date', 'quote', 'value']
    """
    own = [field.name for field in fields(row) if field.name != "evidence"]
    return own + ([field.name for field in fields(Evidence)] if len(own) < len(fields(row)) else [])


def cells(row: Row) -> list[Cell]:
    """A row's cells, in the order of its columns."""
    values: list[Cell] = []
    for field in fields(row):
        value = getattr(row, field.name)
        values += [getattr(value, each.name) for each in fields(value)] if isinstance(value, Evidence) else [value]
    return values


def rows(document: Document, records: Sequence[Record]) -> Iterator[tuple[str, Row]]:
    """The rows of one document with the names of their tables."""
    yield "documents", _document_row(document, records)
    for record in records:
        match record:
            case GroupRecord():
                yield "groups", _group_row(document, record)
                yield from (("memberships", row) for row in _membership_rows(document, record))
            case OfficialRecord():
                positions = record.positions or (None,)
                yield from (("officials", _official_row(document, record, position)) for position in positions)
            case CountRecord():
                yield "counts", _count_row(document, record)
            case DateRecord():
                evidence = _evidence(document, record, record.text)
                yield "dates", DateRow(record.id, record.value, record.role, 1 + len(record.also), evidence)
            case PolicyRecord():
                evidence = _evidence(document, record, record.title)
                yield "policies", PolicyRow(record.id, record.title.value, _value(record.date), evidence)


def _document_row(document: Document, records: Sequence[Record]) -> DocumentRow:
    found = [sum(record.kind == kind for record in records) for kind in KINDS]
    return DocumentRow(
        document.id,
        document.source,
        document.source_url,
        document.announced_by,
        document.title,
        document.published,
        document.publisher,
        " | ".join(document.byline),
        document.language,
        document.media_type,
        document.retrieved_at,
        document.sha256,
        document.version,
        *found,
    )


def _group_row(document: Document, record: GroupRecord) -> GroupRow:
    return GroupRow(
        record.id,
        record.name.value,
        " | ".join(alias.value for alias in record.aliases),
        _value(record.established),
        len(record.leaders),
        len(record.members),
        _evidence(document, record, record.name),
    )


def _membership_rows(document: Document, record: GroupRecord) -> Iterator[MembershipRow]:
    for role, schools in (("leader", record.leaders), ("member", record.members)):
        for school in schools:
            evidence = _evidence(document, record, school)
            yield MembershipRow(record.id, record.name.value, school.value, role, evidence)


def _official_row(document: Document, record: OfficialRecord, position: Position | None) -> OfficialRow:
    return OfficialRow(
        record.id,
        record.name.value,
        record.name.text,
        position.title.value if position else None,
        _value(position.organisation) if position else None,
        position.category if position else None,
        _evidence(document, record, position.title if position else record.name),
    )


def _count_row(document: Document, record: CountRecord) -> CountRow:
    return CountRow(
        record.id,
        record.value,
        record.upper,
        _value(record.unit),
        record.measure,
        record.modifier,
        record.status,
        _value(record.scope),
        _value(record.as_of),
        1 + len(record.also),
        _evidence(document, record, record.text),
    )


def _evidence(document: Document, record: Record, field: FieldValue) -> Evidence:
    first, last = field.source.sentence
    return Evidence(
        quote=field.text,
        value=field.value,
        sentence=document.text[first:last],
        start=field.source.start,
        end=field.source.end,
        document=document.id,
        document_title=document.title,
        source=document.source,
        confidence=field.confidence,
        rule=field.rule,
        flags=" ".join(dict.fromkeys((*record.flags, *field.flags))),
        link=link(document, field.source),
    )


def _value(field: FieldValue | None) -> str | None:
    return field.value if field else None
