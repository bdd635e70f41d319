"""Two people of one name in one document."""

from __future__ import annotations

import pytest

from pipeline.identity.judging import signature
from pipeline.identity.mentions import locals_of
from pipeline.records import Document, OfficialRecord, Position
from tests.pipeline import build


def official(document: Document, number: int, organisation: str | None) -> OfficialRecord:
    """A record of Li Jun, who holds a post somewhere, or nowhere in particular."""
    text = document.text
    office = build.field(text, organisation) if organisation else None
    return OfficialRecord(
        id=f"r-{number}",
        document=document.id,
        name=build.field(text, "Li Jun"),
        positions=(Position(title=build.field(text, "principal"), organisation=office, category="school"),),
        confidence=0.9,
        rule="tests.rule",
        flags=(),
    )


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        ("Jianhu Primary School", "Chengdong Middle School", 2),
        ("Jianhu Primary School", "Jianhu Primary School", 1),
        ("Jianhu Primary School", "Primary School", 1),
        ("Jianhu Primary School", None, 1),
    ],
)
def test_different_organisations_make_two(first: str, second: str | None, people: int) -> None:
    document = build.document("a", "Li Jun, principal of Jianhu Primary School, and of Chengdong Middle School.")
    found = locals_of(document, [official(document, 1, first), official(document, 2, second)])
    own = [signature(each) for each in found if each.kind == "person"]
    assert len(set(own)) == len(own) == people
