"""Statements that contradict each other stand side by side; those that do not are left alone."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.export.across import ConflictRow, EntityRow, MentionRow
from pipeline.export.exporting import Whole, all_rows, links_of
from pipeline.export.stated import DocumentRow
from pipeline.records import CountRecord, Document, Record
from pipeline.review.reviewed import Reviewed
from tests.pipeline import build

FILLER = (
    "Teachers of {0} wrote that {0} was {0} in many ways, and {0} again, for {0} and for {0} alone, on a day of {0}."
)


def told(source: str, leader: str, year: str, number: str, scope: str = "Ningbo City") -> Reviewed:
    """A document of Ningbo with a group, its leader and founding date, and a number of groups."""
    text = (
        f"Ningbo City Jianhu Education Group\nLeader: {leader}\nFounded in {year}\n"
        f"In 2022 {scope} had {number} education groups.\n{FILLER.format(source)}"
    )
    document = build.document(source, text)
    return build.unreviewed(document, records(document, leader, year, number, scope))


def records(document: Document, leader: str, year: str, number: str, scope: str) -> list[Record]:
    text = document.text
    said: dict[str, Any] = {"document": document.id, "confidence": 0.9, "rule": "tests.rule"}
    group = build.group(document, "Ningbo City Jianhu Education Group", leaders=[leader], behind=text.index("Leader"))
    return [
        group.model_copy(update={"established": build.field(text, year, after=text.index("Founded"))}),
        CountRecord(
            id=f"c-{document.id}",
            text=build.field(text, f"{number} education groups"),
            value=int(number),
            unit=build.field(text, "education groups", after=text.index("2022")),
            scope=build.field(text, scope, after=text.index("2022")),
            as_of=build.field(text, "2022"),
            measure="count",
            modifier="exact",
            status="actual",
            **said,
        ),
    ]


def conflicts(*documents: Reviewed) -> list[tuple[str, str, str]]:
    whole = Whole(list(documents))
    found = [row for _, row in all_rows(whole, links_of(whole)) if isinstance(row, ConflictRow)]
    return [(row.about, row.said, row.evidence.source) for row in found]


def test_both_sides_are_listed_with_their_sources() -> None:
    first = told("a", "Jianhu Primary School", "2019", "40")
    second = told("b", "Donghu Primary School", "2020", "12")
    assert conflicts(first, second) == [
        ("leader", "Jianhu Primary School", "a"),
        ("established", "2019", "a"),
        ("count", "40", "a"),
        ("leader", "Donghu Primary School", "b"),
        ("established", "2020", "b"),
        ("count", "12", "b"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        told("b", "Jianhu Primary School", "2019", "40"),
        told("b", "Ningbo Jianhu Primary School", "2019", "40", "the city"),
        told("b", "Jianhu Primary School", "2019", "12", "Yinzhou District"),
    ],
)
def test_what_agrees_or_is_about_something_else_is_no_conflict(other: Reviewed) -> None:
    assert conflicts(told("a", "Jianhu Primary School", "2019", "40"), other) == []


def test_reprints_count_once_and_contradict_nothing() -> None:
    first = told("a", "Jianhu Primary School", "2019", "40")
    copy = first.document.model_copy(update={"id": "d-copy", "source": "copy", "retrieved_at": "2026-01-01T00:00:00Z"})
    again = build.unreviewed(copy, records(copy, "Jianhu Primary School", "2019", "40", "Ningbo City"))
    again = build.unreviewed(
        copy, [each.record.model_copy(update={"id": f"x-{each.record.id}"}) for each in again.standings]
    )
    early = build.unreviewed(
        first.document.model_copy(update={"published": "2022-01-01"}), [each.record for each in first.standings]
    )
    whole = Whole([again, early])
    found = [row for _, row in all_rows(whole, links_of(whole))]
    documents = [row for row in found if isinstance(row, DocumentRow)]
    assert [(row.source, row.reprint_of, row.original) for row in documents] == [
        ("copy", first.document.id, first.document.id),
        ("a", None, first.document.id),
    ]
    entities = [(row.name, row.documents, row.mentions) for row in found if isinstance(row, EntityRow)]
    assert entities == [("Ningbo City Jianhu Education Group", 1, 1), ("Jianhu Primary School", 1, 1)]
    assert sum(isinstance(row, MentionRow) for row in found) == 4
    assert not any(isinstance(row, ConflictRow) for row in found)
