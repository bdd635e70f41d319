"""What reviewers may change in a record, and what is refused with a word on what to do."""

from __future__ import annotations

import pytest

from pipeline.records import CountRecord, DateRecord, GroupRecord, Kind, OfficialRecord, named_fields
from pipeline.review.edits import Change, added, edited
from pipeline.review.typed import Refused
from tests.pipeline import build
from tests.pipeline.review.acts import change

DOCUMENT = build.document()
_, OFFICIAL, DATE, COUNT, POLICY = build.records(DOCUMENT)
GROUP = build.group(
    DOCUMENT,
    "Anbu Primary School Education Group",
    leaders=["Anbu Primary School"],
    members=["Yaode Primary School", "No. 2 Primary School"],
    behind=DOCUMENT.text.index("is led by"),
)


def test_a_value_retyped_keeps_its_source_and_says_so() -> None:
    record = edited(DOCUMENT, GROUP, [change("retype", "name", value="Anbu  Group")])
    assert isinstance(record, GroupRecord)
    assert (record.name.text, record.name.value) == ("Anbu Primary School Education Group", "Anbu Group")
    assert (record.name.rule, record.name.confidence, record.name.flags) == ("review", 1.0, ("reviewed",))
    assert (record.rule, record.confidence) == ("review", 1.0)
    assert record.members == GROUP.members


def test_other_text_becomes_the_source() -> None:
    record = edited(DOCUMENT, GROUP, [change("source", "members/0", DOCUMENT, " Yaode Primary ")])
    assert isinstance(record, GroupRecord)
    assert (record.members[0].text, record.members[0].value) == ("Yaode Primary", "Yaode Primary")
    assert record.members[0].flags == ()
    assert record.name == GROUP.name


@pytest.mark.parametrize("path", ["aliases", "leaders", "members"])
def test_a_list_takes_another(path: str) -> None:
    record = edited(DOCUMENT, GROUP, [change("put", path, DOCUMENT, "No. 2 Primary School 🎉")])
    assert "No. 2 Primary School 🎉" in [field.text for name, field in named_fields(record) if name == path]


def test_parts_are_dropped() -> None:
    record = edited(DOCUMENT, GROUP, [change("drop", "members/0"), change("drop", "leaders/0")])
    assert isinstance(record, GroupRecord)
    assert [member.text for member in record.members] == ["No. 2 Primary School"]
    assert record.leaders == ()


def test_a_post_is_put_in_piece_by_piece() -> None:
    record = edited(
        DOCUMENT,
        OFFICIAL,
        [
            change("drop", "positions/0"),
            change("put", "positions", DOCUMENT, "Director"),
            change("put", "positions/0/organisation", DOCUMENT, "Anbu Education Bureau"),
            change("judge", "positions/0/category", value="school"),
        ],
    )
    assert isinstance(record, OfficialRecord)
    (position,) = record.positions
    assert (position.title.text, position.category) == ("Director", "school")
    assert position.organisation is not None
    assert position.organisation.text == "Anbu Education Bureau"


def test_a_date_and_its_value_stay_one() -> None:
    record = edited(DOCUMENT, DATE, [change("retype", "text", value="2022-10"), change("judge", "role", value="other")])
    assert isinstance(record, DateRecord)
    assert (record.value, record.text.value, record.role) == ("2022-10", "2022-10", "other")


def test_a_number_is_retyped_and_judged_anew() -> None:
    record = edited(
        DOCUMENT,
        COUNT,
        [
            change("retype", "text", value="70"),
            change("judge", "upper", value="1,200"),
            change("judge", "status", value="planned"),
            change("drop", "unit"),
            change("put", "scope", DOCUMENT, "Anbu"),
        ],
    )
    assert isinstance(record, CountRecord)
    assert (record.value, record.upper, record.status, record.unit) == (70, 1200, "planned", None)
    assert record.scope is not None


def test_a_founding_date_needs_its_edtf() -> None:
    record = edited(DOCUMENT, GROUP, [change("put", "established", DOCUMENT, "October 13, 2022", "2022-10-13")])
    assert isinstance(record, GroupRecord)
    assert record.established is not None
    assert record.established.value == "2022-10-13"


@pytest.mark.parametrize(
    ("record", "made", "said"),
    [
        (GROUP, Change(op="put", path="members", value="Hill School"), "needs a source"),
        (GROUP, change("retype", "name", value="  "), "cannot be empty"),
        (GROUP, change("retype", "name", value="An\0bu"), "cannot be seen"),
        (GROUP, change("retype", "name", value="Anbu\u202egroup"), "cannot be seen"),
        (GROUP, change("drop", "name"), "reject it instead"),
        (GROUP, change("drop", "members/\u00b2"), "has no members/\u00b2"),
        (GROUP, change("drop", "members/7"), "has no members/7"),
        (GROUP, change("put", "heads", DOCUMENT, "Anbu"), "has no heads"),
        (GROUP, change("put", "established", DOCUMENT, "October"), "write it like 2022-08-26"),
        (GROUP, Change(op="put", path="members", start=5, end=5), "lies outside"),
        (GROUP, Change(op="put", path="members", start=5, end=10**9), "lies outside"),
        (GROUP, Change(op="put", path="members", start=13, end=14), "nothing of the announcement"),
        (OFFICIAL, change("put", "positions/3/title", DOCUMENT, "Director"), "has no positions/3"),
        (OFFICIAL, change("judge", "positions/0/category", value="state"), "one of government, school, other"),
        (DATE, change("retype", "text", value="13 October"), "write it like 2022-08-26"),
        (DATE, change("judge", "value", value="x"), "no value to judge"),
        (COUNT, change("source", "text", DOCUMENT, "Anbu signs up"), "type the number"),
        (COUNT, change("judge", "value", value="1e400"), "no number"),
        (COUNT, change("judge", "unit/../value", value="5"), "has no unit"),
        (POLICY, change("judge", "kind", value="group"), "has no kind to judge"),
    ],
)
def test_what_cannot_be_is_refused(record: GroupRecord, made: Change, said: str) -> None:
    with pytest.raises(Refused, match=said):
        edited(DOCUMENT, record, [made])


@pytest.mark.parametrize(
    ("kind", "first", "quote", "value"),
    [
        ("group", "name", "Anbu signs up", None),
        ("official", "name", "Li Na", None),
        ("date", "text", "October 13, 2022", "2022-10-13"),
        ("count", "text", "69 education groups", None),
        ("policy", "title", "Group Measures", None),
    ],
)
def test_a_missed_record_of_each_kind_is_added(kind: Kind, first: str, quote: str, value: str | None) -> None:
    record = added(DOCUMENT, kind, [change("put", first, DOCUMENT, quote, value)], set())
    assert record.kind == kind
    assert record.rule == "review"
    assert named_fields(record)[0][1].text == quote


def test_a_count_reads_plain_digits_only() -> None:
    record = added(DOCUMENT, "count", [change("put", "text", DOCUMENT, "69 education groups")], set())
    assert isinstance(record, CountRecord)
    assert record.value == 69


def test_the_same_words_added_twice_have_two_ids() -> None:
    put = change("put", "title", DOCUMENT, "Group Measures")
    first = added(DOCUMENT, "policy", [put], set())
    assert added(DOCUMENT, "policy", [put], {first.id}).id != first.id


def test_an_addition_begins_with_what_identifies_it() -> None:
    with pytest.raises(Refused, match="begins with its name"):
        added(DOCUMENT, "group", [change("put", "members", DOCUMENT, "Anbu")], set())


def test_a_record_stays_in_its_text_whatever_is_selected() -> None:
    furniture = build.document(roles=("body", "furniture"))
    with pytest.raises(Refused, match="nothing of the announcement"):
        edited(furniture, GROUP, [change("source", "name", furniture, "Anbu Primary School Education Group")])
