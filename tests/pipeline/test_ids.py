"""Ids outlive a re-fetch: they hang on what a record is about, never on where it stands."""

from __future__ import annotations

from pipeline.ids import Ids
from tests.pipeline.normalise import build

BODY = """Li Jun, director of the Dahe County Education Bureau, spoke on 3 May 2021.
Dahe Middle School Education Group is led by Dahe Middle School, and Dahe City has 12 education groups.
They wrote the "Plan for Running Schools in Groups" in the hall."""


def test_ids_stay_when_text_is_inserted_before() -> None:
    plain = build.records(BODY)
    moved = build.records(f"🎉 It rained all day in the county, and nobody came.\n{BODY}")
    assert len({record.kind for record in plain}) == 5
    assert [record.id for record in plain] == [record.id for record in moved]


def test_ids_of_one_document_differ() -> None:
    ids = [record.id for record in build.records(BODY)]
    assert len(ids) == len(set(ids))


def test_the_same_thing_again_gets_the_next_id() -> None:
    first, again = Ids("d-1"), Ids("d-1")
    pair = [first.next("date", "2021-05-03"), first.next("date", "2021-05-03")]
    assert pair == [again.next("date", "2021-05-03"), again.next("date", "2021-05-03")]
    assert pair[0] != pair[1]


def test_an_id_depends_on_document_kind_and_value() -> None:
    ids = {
        Ids("d-1").next("date", "Linxi"),
        Ids("d-2").next("date", "Linxi"),
        Ids("d-1").next("group", "Linxi"),
        Ids("d-1").next("date", "Muyun"),
    }
    assert len(ids) == 4
