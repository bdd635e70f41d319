"""Printed names into one record a group: forms of one name together, near-twins apart."""

from __future__ import annotations

import pytest

from pipeline.records import FieldValue, GroupRecord
from tests.pipeline.normalise import build

# Two names of one group, the fuller first.
ONE_GROUP = [
    ("Dahe Lake Wuhen Education Group", "Wuhen Education Group"),
    ("Dahe Middle School Education Group", "Dahe Middle School Group"),
    ("Dahe Middle School Education Group", "Dahe Middle School (Group)"),
    ("Dahe Middle School Education Group", "Dahe Group"),
    ("Dahe Second Middle School Education Group", "Dahe No. 2 Middle School Education Group"),
    ("Dahe Foreign Language School Education Group", "Dahe Foreign Languages School Education Group"),
    ("Yunan Road School Education Group", "Yunnan Road School Education Group"),
]
TWO_GROUPS = [
    ("Dahe No. 2 Middle School Education Group", "Dahe No. 12 Middle School Education Group"),
    ("Dahe Primary School Education Group", "Dahe Middle School Education Group"),
    ("Heping School Education Group", "Hefeng School Education Group"),
    ("East Lake School Education Group", "West Lake School Education Group"),
    ("Dahe School Education Group", "Muyun School Education Group"),
]
GROUP = "Dahe Middle School Education Group"


@pytest.mark.parametrize(("full", "other"), ONE_GROUP, ids=lambda name: name)
def test_forms_of_one_name_are_one_group(full: str, other: str) -> None:
    group = build.only(GroupRecord, f"{full} opened a hall. {other} is led by Linxi School.")
    assert group.name.text == full
    assert [alias.text for alias in group.aliases] == [other]
    assert [leader.text for leader in group.leaders] == ["Linxi School"]


@pytest.mark.parametrize(("one", "other"), TWO_GROUPS, ids=lambda name: name)
def test_near_twins_are_two_groups(one: str, other: str) -> None:
    groups = build.of_kind(GroupRecord, f"{one} is led by Linxi School. {other} is led by Baishan School.")
    assert [(group.name.text, texts(group.leaders)) for group in groups] == [
        (one, ["Linxi School"]),
        (other, ["Baishan School"]),
    ]


def test_another_spacing_or_case_is_no_alias() -> None:
    body = "Dahe No. 2 School Education Group opened. Dahe No.2 School Education Group is led by Linxi School."
    assert build.only(GroupRecord, body).aliases == ()


def test_a_short_form_of_no_group_is_none() -> None:
    assert build.of_kind(GroupRecord, "Dahe Group is led by Linxi School.") == []


def test_each_school_is_named_once_and_leaders_are_no_members() -> None:
    body = f"{GROUP} is led by Linxi School. It includes Linxi School, Muyun School and Fengtai School. " + (
        f"{GROUP} is composed of Muyun School and Fengtai School."
    )
    group = build.only(GroupRecord, body)
    assert texts(group.leaders) == ["Linxi School"]
    assert texts(group.members) == ["Muyun School", "Fengtai School"]


def test_what_the_group_s_own_name_says_is_preferred_to_what_it_says() -> None:
    body = f"{GROUP} opened. It includes Muyun School and Linxi School. {GROUP} includes Muyun School and Linxi School."
    assert {member.flags for member in build.only(GroupRecord, body).members} == {()}


@pytest.mark.parametrize(
    ("printed", "texts_found", "values"),
    [
        (
            "No. 1, No. 2 and No. 5 Middle Schools",
            ["No. 1", "No. 2", "No. 5 Middle Schools"],
            ["No. 1 Middle School", "No. 2 Middle School", "No. 5 Middle School"],
        ),
        (
            "Linxi, Muyun and Fengtai Primary Schools",
            ["Linxi", "Muyun", "Fengtai Primary Schools"],
            ["Linxi Primary School", "Muyun Primary School", "Fengtai Primary School"],
        ),
    ],
    ids=["numbers", "places"],
)
def test_ellipsis_is_expanded_in_the_value_only(printed: str, texts_found: list[str], values: list[str]) -> None:
    body = f"{GROUP} is composed of {printed}."
    members = build.only(GroupRecord, body).members
    assert texts(members) == texts_found
    assert [member.value for member in members] == values
    assert {member.flags for member in members} == {("expanded",)}
    bases = [build.quoted(body, basis.start, basis.end) for member in members for basis in member.basis]
    assert bases == [texts_found[-1]] * 3


def test_whole_names_are_not_expanded() -> None:
    members = build.only(GroupRecord, f"{GROUP} is composed of Linxi School and Muyun School.").members
    assert [(member.text, member.value, member.flags) for member in members] == [
        ("Linxi School", "Linxi School", ()),
        ("Muyun School", "Muyun School", ()),
    ]


@pytest.mark.parametrize(
    ("body", "text", "value", "reason"),
    [
        (
            f"The school in Dongguan met. {GROUP} is led by east Guan No. 11 Middle School.",
            "east Guan No. 11 Middle School",
            "Dongguan No. 11 Middle School",
            ["Dongguan"],
        ),
        (
            f"A school by Songshan Lake met. {GROUP} is led by Song Shanhu School.",
            "Song Shanhu School",
            "Songshan Lake School",
            ["Songshan Lake"],
        ),
        (f"{GROUP} is led by Song Shanhu School.", "Song Shanhu School", "Song Shanhu School", []),
    ],
    ids=["a direction", "a landform", "nothing to mend it from"],
)
def test_a_translated_place_is_mended_from_the_document_itself(
    body: str, text: str, value: str, reason: list[str]
) -> None:
    (leader,) = build.only(GroupRecord, body).leaders
    assert (leader.text, leader.value) == (text, value)
    assert [build.quoted(body, basis.start, basis.end) for basis in leader.basis] == reason
    assert leader.flags == (("translation-artefact",) if reason else ())


def test_a_founding_is_a_field_with_its_value() -> None:
    established = build.only(GroupRecord, f"{GROUP} was founded in September 2018.").established
    assert established is not None
    assert (established.text, established.value) == ("September 2018", "2018-09")


def texts(fields: tuple[FieldValue, ...]) -> list[str]:
    return [field.text for field in fields]


@pytest.mark.parametrize(("number", "dated"), [("two", ["2021-07", "2021-07"]), ("three", [None, None])])
def test_groups_founded_at_once_have_that_date_when_they_are_as_many(number: str, dated: list[str | None]) -> None:
    body = (
        f"The {number} education groups were approved in July 2021.\n"
        "1. Dahe School Education Group\nMembers: Linxi Primary School\n"
        "2. Moxi School Education Group\nMembers: Muyun Primary School"
    )
    groups = build.of_kind(GroupRecord, body)
    assert [group.established.value if group.established else None for group in groups] == dated


def test_a_name_with_its_place_behind_is_the_same_name() -> None:
    group = build.only(
        GroupRecord,
        "Anbu County Education Group met. The rules of the Education Group of Anbu County were read.",
    )
    assert group.name.text == "Anbu County Education Group"


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Snowland Teacher Education Alliance (STEA) met. The members of STEA are many.", "STEA"),
        ("Wenqing Road Primary School Education Group met. Wenqing Road group was praised.", "Wenqing Road group"),
        ("Wenqing Road Primary School Education Group met. Wenqing Road Group was praised.", "Wenqing Road Group"),
    ],
)
def test_short_forms_are_aliases(text: str, alias: str) -> None:
    group = build.only(GroupRecord, text)
    assert [each.text for each in group.aliases] == [alias]


def test_letters_that_are_no_initials_are_no_alias() -> None:
    assert build.only(GroupRecord, "Snowland Teacher Education Alliance (UNESCO) met.").aliases == ()
