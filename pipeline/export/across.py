"""The rows of what stands across documents: entities, contradictions, and what was judged and decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.export.columns import Says
from pipeline.export.stated import EDTF, ENTITY, Evidence, RecordId

KINDS = ("group", "school", "person", "body")


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
