"""The rows of what single documents state: each with its quote, its place and its link.

A field says beside its type what its column means. Several values in one cell stand with `` | `` between them, flags
with a space.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

from pipeline.export.columns import Says
from pipeline.records import Category, DateRole, Measure, Modifier, Status

EDTF = "EDTF, as precise as the text"
OFFSET = "code points of the document's text"
ENTITY = "the rules of identity, or a reviewer's judgement"
STATUSES = ("open", "accepted", "edited", "added", "unsure", "conflict", "changed")

RecordId = Annotated[str, Says("The record in records.jsonl.", made="from document, kind, value and occurrence")]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a row's statement stands."""

    quote: Annotated[str, Says("The words of the text, verbatim.")]
    value: Annotated[
        str, Says("The same, normalised.", made="spellings mended, dates as EDTF; `flags` says what was done")
    ]
    sentence: Annotated[str, Says("The sentence, list item or table row around the quote.")]
    start: Annotated[int, Says("Where the quote begins.", unit=OFFSET)]
    end: Annotated[int, Says("Where it ends, exclusive.", unit=OFFSET)]
    document: Annotated[str, Says("The document that states it.")]
    original: Annotated[
        str,
        Says(
            "The document that was first to publish this text: the same as `document` but for reprints. "
            "Count distinct values of it, not rows, where a release may stand on several sites.",
            made="near-duplicates by shingles",
        ),
    ]
    document_title: Annotated[str | None, Says("The document's title.")]
    source: Annotated[str, Says("The document's address or file.")]
    confidence: Annotated[float, Says("How sure the rules are.", unit="0 to 1", made="measured, rule by rule, on gold")]
    rule: Annotated[str, Says("The rule that found it.")]
    flags: Annotated[str, Says("What is in doubt, of the record and of the cited field; with spaces between them.")]
    link: Annotated[str, Says("The live page at the quote; empty when the document has no address.", form="link")]
    review: Annotated[str, Says("What reviewers made of the record; `changed` since it was decided.", STATUSES)]
    reviewed_by: Annotated[str, Says("Whose decisions stand on the record.")]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One row a document, with how many records of each kind it gave."""

    document: Annotated[str, Says("The document's id.", made="from its address or path alone")]
    source: Annotated[str, Says("Its address, or its file as the run was told of it.")]
    source_url: Annotated[str | None, Says("The live page, where the source is no address.", form="link")]
    announced_by: Annotated[str | None, Says("The page that an attachment hangs on.")]
    reprint_of: Annotated[
        str | None,
        Says("The document whose text this one reprints; empty for originals.", made="near-duplicates by shingles"),
    ]
    original: Annotated[str, Says("The same, and for an original itself: what distinct releases are counted by.")]
    title: Annotated[str | None, Says("Its title.")]
    published: Annotated[str | None, Says("When it was published.", unit=EDTF, form="edtf")]
    publisher: Annotated[str | None, Says("Who published it.")]
    byline: Annotated[str, Says("Who wrote it.")]
    language: Annotated[str, Says("Its language, as a code such as en.")]
    media_type: Annotated[str, Says("What kind of file it came as.")]
    retrieved_at: Annotated[str | None, Says("When it was fetched; empty for local files.", unit="UTC", form="time")]
    sha256: Annotated[str, Says("Of the bytes as they came; the archive has them under this name.")]
    version: Annotated[str, Says("Checksum of the article's text; it changes when the article does.")]
    groups: Annotated[int, Says("Its records of groups.")]
    officials: Annotated[int, Says("Its records of officials.")]
    dates: Annotated[int, Says("Its records of dates.")]
    counts: Annotated[int, Says("Its records of counts.")]
    policies: Annotated[int, Says("Its records of policies.")]
    reviewed: Annotated[int, Says("Records that somebody has decided, those included that were rejected.")]
    to_review: Annotated[int, Says("Records that nobody has decided yet, or that have to be decided anew.")]
    read_by: Annotated[str, Says("Who read the document in full.")]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One row a group of a document."""

    record: RecordId
    entity: Annotated[str, Says("The group across documents.", made=ENTITY)]
    name: Annotated[str, Says("The group's name.")]
    aliases: Annotated[str, Says("Other names that the document has for it.")]
    established: Annotated[str | None, Says("When it was founded.", unit=EDTF, form="edtf")]
    leaders: Annotated[int, Says("How many leaders the document names.")]
    members: Annotated[int, Says("How many members it names.")]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """One row a school in a group; the evidence is where the text says so."""

    record: Annotated[str, Says("The group's record.")]
    group_entity: Annotated[str, Says("The group across documents.", made=ENTITY)]
    group: Annotated[str, Says("The group's name.")]
    school_entity: Annotated[str, Says("The school across documents.", made=ENTITY)]
    school: Annotated[str, Says("The school's name.")]
    role: Annotated[str, Says("What it is in the group.", ("leader", "member"))]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """One row a position, flat, for reading; a person without one has a row too."""

    record: Annotated[str, Says("The person's record: the same in each row of one person.")]
    entity: Annotated[str, Says("The person across documents.", made=ENTITY)]
    name: Annotated[str, Says("The person's name.")]
    name_quote: Annotated[str, Says("The name as printed.")]
    title: Annotated[str | None, Says("The title.")]
    organisation: Annotated[str | None, Says("Where the person holds it.")]
    category: Annotated[str | None, Says("What kind of post it is.", get_args(Category), made="judged by its words")]
    evidence: Evidence
    """The title's, or the name's for a person without one."""


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One row a post that a text gives a person, with keys for both; the evidence is the title's."""

    record: Annotated[str, Says("The person's record.")]
    number: Annotated[int, Says("The post's place among those of the record, from 1.")]
    person_entity: Annotated[str, Says("The person across documents.", made=ENTITY)]
    person: Annotated[str, Says("The person's name.")]
    title: Annotated[str, Says("The title.")]
    organisation_entity: Annotated[str | None, Says("The organisation across documents.", made=ENTITY)]
    organisation: Annotated[str | None, Says("Where the person holds it.")]
    organisation_quote: Annotated[str | None, Says("The organisation as printed.")]
    organisation_start: Annotated[int | None, Says("Where that begins.", unit=OFFSET)]
    organisation_end: Annotated[int | None, Says("Where it ends, exclusive.", unit=OFFSET)]
    category: Annotated[str, Says("What kind of post it is.", get_args(Category), made="judged by its words")]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CountRow:
    """One row a number with what it counts."""

    record: RecordId
    number: Annotated[int | float, Says("The number; a percent as 85; the lower end of a range.", unit="see `unit`")]
    upper: Annotated[int | float | None, Says("The upper end of a range.", unit="see `unit`")]
    unit: Annotated[str | None, Says("What is counted.")]
    measure: Annotated[str, Says("What kind of number it is.", get_args(Measure))]
    modifier: Annotated[str, Says("How exact the text is.", get_args(Modifier))]
    status: Annotated[str, Says("Whether it is so, or meant to be.", get_args(Status))]
    scope: Annotated[str | None, Says("What the number is about: a place, a group, a school.")]
    as_of: Annotated[str | None, Says("When it holds.", unit=EDTF, form="edtf")]
    places: Annotated[int, Says("How often this document states it; reprints have rows of their own.")]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DateRow:
    """One row a calendar expression."""

    record: RecordId
    edtf: Annotated[str, Says("The date.", unit=EDTF, form="edtf")]
    role: Annotated[str, Says("What the date is of.", get_args(DateRole), made="judged by its sentence")]
    places: Annotated[int, Says("How often this document states it; reprints have rows of their own.")]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One row a document that the text names by its title."""

    record: RecordId
    policy: Annotated[str, Says("Its title.")]
    date: Annotated[str | None, Says("When it was issued.", unit=EDTF, form="edtf")]
    evidence: Evidence
