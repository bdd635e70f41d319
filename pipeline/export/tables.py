"""The tables of a data set: one fact a row, each with its quote, its place and its link.

The row types are the single source of every format and of the codebook. Most end in the columns of ``Evidence``.
``record`` joins a row with ``records.jsonl``, ``document`` with ``documents``, every ``…entity`` with ``entities``.
Several values in one cell stand with `` | `` between them, flags with a space. Records are as reviewers left them;
those that they rejected are in no table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

from pipeline.export.columns import Cell, Says, cells, columns_of
from pipeline.records import Category, DateRole, Measure, Modifier, Status

EDTF = "EDTF, as precise as the text"
OFFSET = "code points of the document's text"
ENTITY = "the rules of identity, or a reviewer's judgement"
STATUSES = ("open", "accepted", "edited", "added", "unsure", "conflict", "changed")
KINDS = ("group", "school", "person", "body")

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


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One row a thing of the world, whatever many documents call it: a group, school, person or body."""

    entity: Annotated[
        str,
        Says(
            "The entity's id.",
            made="from its names and division when it was first exported; entity-ids.tsv beside the data keeps it",
        ),
    ]
    kind: Annotated[str, Says("What it is; a body is an office, company or party organ of a post.", KINDS)]
    name: Annotated[str, Says("The fullest of its names.")]
    names: Annotated[str, Says("All names that documents have for it, the most frequent first.")]
    division: Annotated[
        str | None,
        Says("The administrative division it lies in; empty where the texts leave it open.", made="GB/T 2260 names"),
    ]
    division_code: Annotated[str | None, Says("Its GB/T 2260 code, by which it joins with statistics.")]
    division_level: Annotated[str | None, Says("How high it stands.", ("province", "prefecture", "county"))]
    division_basis: Annotated[
        str | None,
        Says(
            "What says so: the entity's own name, or the one region that the document speaks of.", ("name", "document")
        ),
    ]
    division_quote: Annotated[str | None, Says("The words that say so.")]
    division_document: Annotated[str | None, Says("The document that has them.")]
    documents: Annotated[int, Says("How many documents speak of it, reprints not counted.")]
    mentions: Annotated[int, Says("How many of its rows in `mentions` are not of reprints.")]


@dataclass(frozen=True, slots=True)
class FormerEntityRow:
    """One row an id that a former export gave, and whose entity is part of another one by now."""

    former_entity: Annotated[str, Says("The id that is no longer given.")]
    entity: Annotated[str, Says("The entity that it is part of.", made=ENTITY)]


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One row a place where a document names an entity."""

    entity: Annotated[str, Says("The entity.", made=ENTITY)]
    record: RecordId
    field: Annotated[str, Says("The field that names it.", ("name", "aliases", "leaders", "members", "organisation"))]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One row a statement that another document contradicts; rows of one conflict stand side by side, undecided."""

    conflict: Annotated[str, Says("The conflict's id: the same in each of its rows.")]
    about: Annotated[str, Says("What is contradicted.", ("leader", "established", "count"))]
    entity: Annotated[str | None, Says("The group that it is about; empty for counts.")]
    subject: Annotated[str, Says("The same in words: the group, or what is counted, where and as of when.")]
    said: Annotated[str, Says("What this document says.")]
    published: Annotated[str | None, Says("When the document was published.", unit=EDTF, form="edtf")]
    record: Annotated[str, Says("The record that says so.")]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """One row a judgement that two names are one, are not, or may be; by rules, by translations, or by a reviewer."""

    first: Annotated[
        str,
        Says("The one: kind, fullest name, and division or, where that may have several, document; with bars between."),
    ]
    second: Annotated[str, Says("The other.")]
    verdict: Annotated[str, Says("What was judged.", ("same", "different", "unsure"))]
    score: Annotated[float, Says("How much the names are alike.", unit="0 to 1")]
    reason: Annotated[str, Says("What speaks for it.")]
    author: Annotated[str, Says("`rules`, `witnesses` (two tellings of one story), or a reviewer's name.")]
    at: Annotated[str | None, Says("When a reviewer judged.", unit="UTC", form="time")]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One row a decision of the reviewers' log, in the order in which they were made."""

    decision: Annotated[int, Says("Its number; they grow with time.")]
    at: Annotated[str, Says("When.", unit="UTC", form="time")]
    who: Annotated[str, Says("Who decided.")]
    what: Annotated[
        str,
        Says(
            "What was done; `read` is the document in full.",
            ("accept", "edit", "reject", "unsure", "add", "read", "undo"),
        ),
    ]
    record: Annotated[str | None, Says("On which record.")]
    kind: Annotated[str | None, Says("Of which kind.", ("group", "official", "date", "count", "policy"))]
    document: Annotated[str, Says("In which document.")]
    source: Annotated[str | None, Says("That document's source; empty when it is no longer in the data set.")]
    before: Annotated[str | None, Says("What the record stated as it was shown.")]
    after: Annotated[str | None, Says("What it states as edited or added.")]
    why: Annotated[str | None, Says("The reviewer's reason.")]
    replaces: Annotated[str, Says("The decisions that its author was shown, and that it takes the place of.")]
    undoes: Annotated[int | None, Says("The decision that it takes back.")]


Row = (
    DocumentRow | GroupRow | MembershipRow | OfficialRow | PositionRow | CountRow | DateRow | PolicyRow
    | EntityRow | FormerEntityRow | MentionRow | ConflictRow | JudgementRow | DecisionRow
)  # fmt: skip
TABLES: dict[str, type[Row]] = {
    "documents": DocumentRow,
    "groups": GroupRow,
    "memberships": MembershipRow,
    "officials": OfficialRow,
    "positions": PositionRow,
    "counts": CountRow,
    "dates": DateRow,
    "policies": PolicyRow,
    "entities": EntityRow,
    "former_entities": FormerEntityRow,
    "mentions": MentionRow,
    "conflicts": ConflictRow,
    "judgements": JudgementRow,
    "decisions": DecisionRow,
}
"""Every table by name, in the order in which they are written; ``decisions`` only when there is a log."""
KEYS = {
    "documents": "document", "groups": "record", "counts": "record", "dates": "record", "policies": "record",
    "entities": "entity", "former_entities": "former_entity", "decisions": "decision",
}  # fmt: skip
"""The column whose values are unique."""
JOINS = {
    "document": "documents", "original": "documents", "reprint_of": "documents", "division_document": "documents",
    "entity": "entities", "group_entity": "entities", "school_entity": "entities", "person_entity": "entities",
    "organisation_entity": "entities",
}  # fmt: skip
"""Columns that name a row of another table by its key."""


def joins(name: str) -> dict[str, str]:
    """The columns of a table that name a row of another one; a decision may be on a document that has gone.

    >>> joins("groups")
    {'entity': 'entities', 'document': 'documents', 'original': 'documents'}
    """
    own = () if name == "decisions" else columns_of(TABLES[name])
    return {c.name: JOINS[c.name] for c in own if c.name in JOINS and c.name != KEYS.get(name)} | (
        {"record": "groups"} if name == "memberships" else {}
    )


def columns(row: type[Row]) -> list[str]:
    """The names of a table's columns.

    >>> columns(PolicyRow)[:5]
    ['record', 'policy', 'date', 'quote', 'value']
    """
    return [column.name for column in columns_of(row)]


__all__ = ["KEYS", "TABLES", "Cell", "Row", "cells", "columns", "joins"]
