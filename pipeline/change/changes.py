"""The types of a change list, one change a line; the last line is the summary.

``before`` is what the former data set states, ``after`` what the later one does; the side that states nothing is null.
Offsets count code points of the document's text in the data set of their side, end exclusive.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from pipeline.records import Frozen, Kind

How = Literal["added", "gone", "changed"]


class Stated(Frozen):
    """A value where a data set states it; ``sentence`` begins at ``sentence_start``."""

    value: str
    quote: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    confidence: float
    rule: str
    link: str
    """The live page at the quote; empty when the document has no address."""


class StatedField(Stated):
    """One field of a record that came or went."""

    field: str


class About(Frozen):
    """The document that a change is about, as the later data set has it, or the former one where it is gone."""

    what: str
    change: How
    document: str
    source: str
    title: str | None
    url: str | None


class FactChange(Frozen):
    """What is known of a document and changed: its title, its date, its publisher …"""

    field: str
    before: str | None
    after: str | None


class DocumentChange(About):
    """A document that came, went, or has another text or other facts.

    ``records`` counts its records by kind; ``elsewhere`` are values that stand as they did, but in another sentence.
    """

    what: Literal["document"] = "document"
    published: str | None
    version_before: str | None
    version_after: str | None
    facts: tuple[FactChange, ...] = ()
    records: dict[Kind, int]
    elsewhere: int = 0


class RecordChange(About):
    """A record that came or went, with all its fields; ``value`` is what it is about."""

    what: Literal["record"] = "record"
    change: Literal["added", "gone"]
    record: str
    kind: Kind
    value: str
    fields: tuple[StatedField, ...]


class FieldChange(About):
    """A field of a record that is in both data sets; ``of`` is what the record is about.

    ``record`` is its id in the later data set, ``record_before`` the one in the former.
    """

    what: Literal["field"] = "field"
    record: str
    record_before: str
    kind: Kind
    of: str
    field: str
    before: Stated | None
    after: Stated | None


class Number(Frozen):
    """How many came, went and changed."""

    added: int = 0
    gone: int = 0
    changed: int = 0


class Unchanged(Frozen):
    """What is another without being a change: where and how values were found, ids of records, dates of fetching.

    A value that is elsewhere stands in another sentence; one that moved, at another place of the text.
    """

    elsewhere: int = 0
    moved: int = 0
    confidence: int = 0
    rule: int = 0
    flags: int = 0
    renumbered: int = 0
    fetched_again: int = 0


class Sealed(Frozen):
    """Which data set it was: when it was finished, by which rules, and the digests of its files."""

    finished: str
    version: str
    rules_version: str
    files: dict[str, str]


class Summary(Frozen):
    """The last line: between which data sets, and how many of everything. ``before`` is null when there was none."""

    what: Literal["summary"] = "summary"
    before: Sealed | None
    after: Sealed
    documents: Number
    records: Number
    fields: Number
    unchanged: Unchanged


Change = DocumentChange | RecordChange | FieldChange
Line = Annotated[Change | Summary, Field(discriminator="what")]
LINE: TypeAdapter[Line] = TypeAdapter(Line)
