"""The tables of a data set: one fact a row, each with its quote, its place and its link.

Every table but ``documents`` and ``decisions`` ends in the columns of ``Evidence``. ``record`` joins a row with
``records.jsonl``, ``document`` with ``documents``. Several values in one cell stand with `` | `` between them, flags
with a space. Records are as reviewers left them; those that they rejected are in no table.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

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
    review: str
    """``open``, ``accepted``, ``edited``, ``added``, ``unsure``, ``conflict``, or ``changed`` since it was decided."""
    reviewed_by: str


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
    reviewed: int
    """How many records somebody has decided, those included that were rejected."""
    to_review: int
    """How many records nobody has decided yet, or have to be decided anew."""
    read_by: str
    """Who read the document in full."""


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


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """``decisions.csv``: one row a decision of the log, in the order in which they were made."""

    decision: int
    at: str
    who: str
    what: str
    """``accept``, ``edit``, ``reject``, ``unsure``, ``add``, ``read`` (the document in full) or ``undo``."""
    record: str | None
    kind: str | None
    document: str
    source: str | None
    """The document's source; empty when it is no longer in the data set."""
    before: str | None
    """What the record stated as it was shown."""
    after: str | None
    """What it states as edited or added."""
    why: str | None
    replaces: str
    """The decisions that its author was shown, and that it takes the place of."""
    undoes: int | None


Row = DocumentRow | GroupRow | MembershipRow | OfficialRow | CountRow | DateRow | PolicyRow | DecisionRow
TABLES: dict[str, type[Row]] = {
    "documents": DocumentRow,
    "groups": GroupRow,
    "memberships": MembershipRow,
    "officials": OfficialRow,
    "counts": CountRow,
    "dates": DateRow,
    "policies": PolicyRow,
    "decisions": DecisionRow,
}
"""Every table by name, in the order in which they are written; ``decisions`` only when there is a log."""


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
