"""The types of the data set: documents, fields with their sources, records. The published JSON Schema comes from here.

Offsets count Unicode code points of the document's text, end exclusive. Field order is the order of keys in the files.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from extractors.text import BlockKind, BlockRole

Offset = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0, le=1)]
Category = Literal["government", "school", "other"]
DateRole = Literal["published", "event", "established", "policy", "as_of", "other"]
Measure = Literal["count", "percent", "money", "measure"]
Modifier = Literal["exact", "over", "under", "about"]
Status = Literal["actual", "planned"]
Kind = Literal["group", "official", "date", "count", "policy"]


class Frozen(BaseModel):
    """Immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DocumentBlock(Frozen):
    """One block of a document's text; ``path`` leads back to its element or line."""

    kind: BlockKind
    role: BlockRole
    start: Offset
    end: Offset
    cells: tuple[tuple[Offset, Offset], ...] | None = None
    path: str | None = None


class Document(Frozen):
    """One document as read. ``published`` is EDTF; ``version`` is the sha256 of the article blocks' text."""

    id: str
    version: str
    source: str
    sha256: str
    retrieved_at: str | None = None
    media_type: str
    language: str
    source_url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    announced_by: str | None = None
    """The page that an attachment hangs on."""
    text: str
    blocks: tuple[DocumentBlock, ...]


class Source(Frozen):
    """Where a value stands: its span, the sentence around it, and passages a reader needs in order to agree."""

    start: Offset
    end: Offset
    sentence: tuple[Offset, Offset]
    context: tuple[tuple[Offset, Offset], ...] = ()


class Basis(Frozen):
    """A passage from which something was inferred, and what."""

    start: Offset
    end: Offset
    why: str


class FieldValue(Frozen):
    """A value with its source: ``document.text[source.start:source.end] == text``."""

    text: Annotated[str, Field(min_length=1)]
    value: str
    source: Source
    basis: tuple[Basis, ...] = ()
    confidence: Confidence
    rule: str
    flags: tuple[str, ...] = ()


class Common(Frozen):
    """What every record has. ``id`` does not depend on offsets, so that it outlives a re-fetch and a new rule."""

    id: str
    document: str


class GroupRecord(Common):
    """A named association of schools or institutions run together."""

    kind: Literal["group"] = "group"
    name: FieldValue
    aliases: tuple[FieldValue, ...] = ()
    leaders: tuple[FieldValue, ...] = ()
    members: tuple[FieldValue, ...] = ()
    established: FieldValue | None = None
    confidence: Confidence
    rule: str
    flags: tuple[str, ...] = ()


class Position(Frozen):
    """One title in one organisation."""

    title: FieldValue
    organisation: FieldValue | None = None
    category: Category


class OfficialRecord(Common):
    """A named person with stated positions."""

    kind: Literal["official"] = "official"
    name: FieldValue
    positions: tuple[Position, ...]
    confidence: Confidence
    rule: str
    flags: tuple[str, ...] = ()


class DateRecord(Common):
    """A calendar expression; ``value`` is EDTF, ``also`` are further places of the same text and value."""

    kind: Literal["date"] = "date"
    text: FieldValue
    value: str
    role: DateRole
    also: tuple[Source, ...] = ()
    confidence: Confidence
    rule: str
    flags: tuple[str, ...] = ()


class CountRecord(Common):
    """A number with what it counts. ``value`` is plain (a percent as 85); ``upper`` is the upper end of a range."""

    kind: Literal["count"] = "count"
    text: FieldValue
    value: int | float
    upper: int | float | None = None
    unit: FieldValue | None = None
    measure: Measure
    modifier: Modifier
    status: Status
    scope: FieldValue | None = None
    as_of: FieldValue | None = None
    also: tuple[Source, ...] = ()
    confidence: Confidence
    rule: str
    flags: tuple[str, ...] = ()


class PolicyRecord(Common):
    """A document that the text names by its title."""

    kind: Literal["policy"] = "policy"
    title: FieldValue
    date: FieldValue | None = None
    confidence: Confidence
    rule: str
    flags: tuple[str, ...] = ()


Record = Annotated[
    GroupRecord | OfficialRecord | DateRecord | CountRecord | PolicyRecord,
    Field(discriminator="kind"),
]
RECORD: TypeAdapter[Record] = TypeAdapter(Record)
KINDS: tuple[Kind, ...] = ("group", "official", "date", "count", "policy")


def identifying(record: Record) -> FieldValue:
    """The field that says which thing a record is about: a name, a title, or the text of a date or count."""
    if record.kind == "date" or record.kind == "count":
        return record.text
    return record.title if record.kind == "policy" else record.name


def named_fields(record: Record) -> list[tuple[str, FieldValue]]:
    """Every field of a record with its name, in the order of the source types: ``("members", F)`` …"""
    found: list[tuple[str, FieldValue | None]]
    match record:
        case GroupRecord():
            found = [("name", record.name)]
            found += [("aliases", f) for f in record.aliases]
            found += [("leaders", f) for f in record.leaders]
            found += [("members", f) for f in record.members]
            found += [("established", record.established)]
        case OfficialRecord():
            found = [("name", record.name)]
            for position in record.positions:
                found += [("title", position.title), ("organisation", position.organisation)]
        case DateRecord():
            found = [("text", record.text)]
        case CountRecord():
            found = [("text", record.text), ("unit", record.unit), ("scope", record.scope), ("as_of", record.as_of)]
        case PolicyRecord():
            found = [("title", record.title), ("date", record.date)]
    return [(name, f) for name, f in found if f is not None]
