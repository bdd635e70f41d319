"""The tables of a data set: one fact a row.

The row types are the single source of every format and of the codebook. Most end in the columns of ``Evidence``.
``record`` joins a row with ``records.jsonl``, ``document`` with ``documents``, every ``…entity`` with ``entities``.
Records are as reviewers left them; those that they rejected are in no table.
"""

from __future__ import annotations

from pipeline.export.across import (
    ConflictRow,
    DecisionRow,
    EntityRow,
    FormerEntityRow,
    JudgementRow,
    MentionRow,
)
from pipeline.export.columns import columns_of
from pipeline.export.stated import (
    CountRow,
    DateRow,
    DocumentRow,
    GroupRow,
    MembershipRow,
    OfficialRow,
    PolicyRow,
    PositionRow,
)

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
