"""Agreement of two who read apart, and what says nothing of it."""

from __future__ import annotations

import pytest

from pipeline.records import GroupRecord, Record
from pipeline.review.agreement import agreements, conflicts
from tests.pipeline import build
from tests.pipeline.review.said import Saying, group

DOCUMENT = build.document()
RECORDS = build.records(DOCUMENT)


def fewer_members() -> GroupRecord:
    return group(DOCUMENT).model_copy(update={"members": group(DOCUMENT).members[:1]})


def both_through() -> Saying:
    """Ann accepts all; Bo takes a member out of the group, rejects the date and adds a policy."""
    saying = Saying()
    saying.accept(DOCUMENT, *RECORDS)
    saying.accept(DOCUMENT, RECORDS[1], RECORDS[3], RECORDS[4], who="Bo")
    saying.say(DOCUMENT, "edit", RECORDS[0], fewer_members(), who="Bo")
    saying.say(DOCUMENT, "reject", RECORDS[2], who="Bo")
    other: Record = RECORDS[4].model_copy(update={"id": "p-2", "title": build.field(DOCUMENT.text, "Measures")})
    saying.say(DOCUMENT, "add", None, other, who="Bo")
    return saying


def test_f1_of_each_kind() -> None:
    found = agreements([both_through().on(DOCUMENT, RECORDS)])
    assert (found.documents, found.readings) == (1, 1)
    assert {each.kind: each.f1 for each in found.kinds} == {
        "group": 1,
        "leader": 1,
        "member": pytest.approx(2 * 1 / (2 + 1)),
        "official": 1,
        "position": 1,
        "date": 0,
        "count": 1,
        "policy": pytest.approx(2 * 1 / (1 + 2)),
    }


def test_who_comes_first_does_not_matter() -> None:
    saying = both_through()
    swapped = Saying()
    swapped.made = [each.model_copy(update={"who": {"Ann": "Bo", "Bo": "Ann"}[each.who]}) for each in saying.made]
    first, second = (agreements([each.on(DOCUMENT, RECORDS)]).kinds for each in (saying, swapped))
    assert [each.f1 for each in first] == [each.f1 for each in second]


def test_a_decision_made_with_the_other_in_view_settles_and_proves_nothing() -> None:
    saying = both_through()
    before = agreements([saying.on(DOCUMENT, RECORDS)])
    assert [each.standing.record.kind for each in conflicts([saying.on(DOCUMENT, RECORDS)])] == ["group", "date"]
    sides = [each.id for each in saying.made if each.record == RECORDS[2].id]
    saying.say(DOCUMENT, "accept", RECORDS[2], who="Bo", replaces=sides)
    assert [each.standing.record.kind for each in conflicts([saying.on(DOCUMENT, RECORDS)])] == ["group"]
    assert agreements([saying.on(DOCUMENT, RECORDS)]) == before


def test_a_document_that_one_has_not_worked_through_is_left_out() -> None:
    saying = Saying()
    saying.accept(DOCUMENT, *RECORDS)
    saying.accept(DOCUMENT, *RECORDS[1:], who="Bo")
    found = agreements([saying.on(DOCUMENT, RECORDS)])
    assert (found.documents, [each.f1 for each in found.kinds]) == (0, [None] * 8)


def test_a_document_without_records_counts_when_both_have_read_it() -> None:
    saying = Saying()
    saying.say(DOCUMENT, "read")
    assert agreements([saying.on(DOCUMENT, [])]).documents == 0
    saying.say(DOCUMENT, "add", None, RECORDS[4], who="Bo")
    saying.say(DOCUMENT, "read", who="Bo")
    found = agreements([saying.on(DOCUMENT, [])])
    assert found.documents == 1
    assert {each.kind: each.f1 for each in found.kinds}["policy"] == 0
