"""What a decision says of each thing that the rules stated: right, wrong, missed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.anchors import Anchors
from pipeline.records import CountRecord, DateRecord, GroupRecord, OfficialRecord, Record
from pipeline.review.verdicts import Thing, verdict
from tests.pipeline import build
from tests.pipeline.review.said import Saying

DOCUMENT = build.document()
RECORDS = build.records(DOCUMENT)


def without_member(record: Record) -> Record:
    assert isinstance(record, GroupRecord)
    return record.model_copy(update={"members": record.members[:1]})


def other_leader(record: Record) -> Record:
    assert isinstance(record, GroupRecord)
    leader = build.field(DOCUMENT.text, "Yaode Primary School")
    return record.model_copy(update={"leaders": (leader,)})


def member_as_leader(record: Record) -> Record:
    assert isinstance(record, GroupRecord)
    return record.model_copy(update={"leaders": record.leaders + record.members[1:], "members": record.members[:1]})


def retyped_member(record: Record) -> Record:
    assert isinstance(record, GroupRecord)
    first = record.members[0].model_copy(update={"value": "Yaode School", "rule": "review", "confidence": 1.0})
    return record.model_copy(update={"members": (first, *record.members[1:])})


def founded(record: Record) -> Record:
    return record.model_copy(update={"established": build.field(DOCUMENT.text, "October 13, 2022", "2022-10-13")})


def without_organisation(record: Record) -> Record:
    assert isinstance(record, OfficialRecord)
    position = record.positions[0].model_copy(update={"organisation": None})
    return record.model_copy(update={"positions": (position,)})


def school_category(record: Record) -> Record:
    assert isinstance(record, OfficialRecord)
    position = record.positions[0].model_copy(update={"category": "school"})
    return record.model_copy(update={"positions": (position,)})


def other_day(record: Record) -> Record:
    assert isinstance(record, DateRecord)
    return record.model_copy(update={"value": "2022-10"})


def planned(record: Record) -> Record:
    assert isinstance(record, CountRecord)
    return record.model_copy(update={"status": "planned"})


def names(things: tuple[Thing, ...]) -> list[str]:
    return [thing.name for thing in things]


@pytest.mark.parametrize(
    ("at", "change", "right", "wrong", "missed"),
    [
        (0, without_member, ["group", "leader", "member"], ["member"], []),
        (0, other_leader, ["group", "member", "member"], ["leader"], ["leader"]),
        (0, member_as_leader, ["group", "leader", "member"], ["member"], ["leader"]),
        (0, retyped_member, ["group", "leader", "member"], ["member"], ["member"]),
        (0, founded, ["group", "leader", "member", "member"], [], ["established"]),
        (1, without_organisation, ["official", "category"], ["position"], ["position"]),
        (1, school_category, ["official", "position"], ["category"], ["category"]),
        (2, other_day, ["date role"], ["date"], ["date"]),
        (3, planned, ["count", "modifier", "unit"], ["status"], ["status"]),
    ],
)
def test_an_edit(
    at: int, change: Callable[[Record], Record], right: list[str], wrong: list[str], missed: list[str]
) -> None:
    saying = Saying()
    saying.say(DOCUMENT, "edit", RECORDS[at], change(RECORDS[at]))
    standing = saying.on(DOCUMENT, RECORDS).standings[at]
    assert standing.status == "edited"
    found = verdict(Anchors(DOCUMENT), standing)
    assert found is not None
    assert (names(found.right), names(found.wrong), names(found.missed)) == (right, wrong, missed)


ALL = ["group", "leader", "member", "member"]


def test_an_accepted_record_is_right_in_all() -> None:
    saying = Saying()
    saying.accept(DOCUMENT, RECORDS[0])
    found = verdict(Anchors(DOCUMENT), saying.on(DOCUMENT, RECORDS).standings[0])
    assert found
    assert (names(found.right), found.wrong, found.missed) == (ALL, (), ())


def test_a_rejected_record_is_wrong_in_all() -> None:
    saying = Saying()
    saying.say(DOCUMENT, "reject", RECORDS[0], why="not-one")
    found = verdict(Anchors(DOCUMENT), saying.on(DOCUMENT, RECORDS).standings[0])
    assert found
    assert (found.right, names(found.wrong), found.missed) == ((), ALL, ())


def test_of_a_rejected_record_the_details_are_not_judged() -> None:
    saying = Saying()
    saying.say(DOCUMENT, "reject", RECORDS[3])
    found = verdict(Anchors(DOCUMENT), saying.on(DOCUMENT, RECORDS).standings[3])
    assert found
    assert names(found.wrong) == ["count"]


def test_an_added_record_is_missed_in_all() -> None:
    saying = Saying()
    saying.say(DOCUMENT, "add", None, RECORDS[0])
    found = verdict(Anchors(DOCUMENT), saying.on(DOCUMENT, []).standings[0])
    assert found
    assert (found.right, found.wrong, names(found.missed)) == ((), (), ALL)


def test_what_is_undecided_gives_none() -> None:
    saying = Saying()
    saying.say(DOCUMENT, "unsure", RECORDS[0])
    saying.say(DOCUMENT, "accept", RECORDS[2], who="Ann")
    saying.say(DOCUMENT, "reject", RECORDS[2], who="Bo")
    standings = saying.on(DOCUMENT, RECORDS).standings
    assert [each.status for each in standings] == ["unsure", "open", "conflict", "open", "open"]
    assert [verdict(Anchors(DOCUMENT), each) for each in standings] == [None] * 5


@pytest.mark.parametrize("what", ["accept", "reject"])
def test_a_decision_on_other_words_of_the_rules_does_not_count(what: str) -> None:
    saying = Saying()
    if what == "accept":
        saying.accept(DOCUMENT, without_member(RECORDS[0]))
    else:
        saying.say(DOCUMENT, "reject", without_member(RECORDS[0]))
    standing = saying.on(DOCUMENT, RECORDS).standings[0]
    assert standing.status == ("changed" if what == "accept" else "rejected")
    assert verdict(Anchors(DOCUMENT), standing) is None


def test_rules_that_learnt_from_an_edit_are_not_proved_right_by_it() -> None:
    saying = Saying()
    saying.say(DOCUMENT, "edit", without_member(RECORDS[0]), RECORDS[0])
    standing = saying.on(DOCUMENT, RECORDS).standings[0]
    assert (standing.status, standing.record == standing.machine) == ("edited", True)
    assert verdict(Anchors(DOCUMENT), standing) is None
