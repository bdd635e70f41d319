"""Names that only the text's own words make those of groups, and what such words say of other things."""

from __future__ import annotations

import pytest

from tests.extractors import build

GROUPS = {
    "The town works with the White Hill Collegiate, a federation of four church schools.": "White Hill Collegiate",
    "Dahe Middle School joined the Lubei Schools Union, a union of 38 schools.": "Lubei Schools Union",
    "Southern Vales Schools is an independent group of nine schools.": "Southern Vales Schools",
    "Southern Vales Schools, once small, is an Australian group of independent schools.": "Southern Vales Schools",
    "Sunhill Learning is a family of nine academies in Kent.": "Sunhill Learning",
    "The Harbour Partnership (HP) is a network of 12 primary schools.": "Harbour Partnership",
    "In Leeds sits River Education, a charitable trust of 14 academies.": "River Education",
    "The Seaside Circle, a small community of three kindergartens, met.": "Seaside Circle",
}
NOTHING = [
    "Wang Ming, a member of a group of schools, sang.",
    "Dahe County, a community of 40 schools, sang.",
    "Linxi Primary School is one of a group of schools.",
    "Ann Porter is a friend of a group of schools.",
    "Dahe Education Bureau, an office of the city, met a group of schools.",
    "Wang Xiaoming, a pillar of the community of schools, sang.",
    "A federation of four schools met.",
]


@pytest.mark.parametrize(("prose", "name"), GROUPS.items(), ids=GROUPS)
def test_a_name_that_is_said_to_be_that_of_a_group(prose: str, name: str) -> None:
    assert name in build.groups(build.prose(prose))


@pytest.mark.parametrize("prose", NOTHING)
def test_what_is_said_of_others_makes_no_group(prose: str) -> None:
    assert build.groups(build.prose(prose)) == {}


def test_such_a_name_is_known_wherever_it_stands() -> None:
    prose = "White Hill Collegiate is led by Linxi School. It rained. White Hill Collegiate is a union of six schools."
    assert build.groups(build.prose(prose))["White Hill Collegiate"].leaders == ("Linxi School",)


@pytest.mark.parametrize(
    ("prose", "aliases"),
    [
        ("Southern Vales Schools, formerly the Ash Schools Association and also known as SVS, is a group of schools.",
         ["Ash Schools Association", "SVS"]),
        ("Dahe Middle School Education Group, previously known as River Schools, met.", ["River Schools"]),
        ("Dahe Middle School Education Group (commonly known as DMG) met.", ["DMG"]),
        ("Dahe Middle School Education Group, or DMSEG for short, met.", ["DMSEG"]),
        ("Dahe Middle School Education Group, abbreviated as DMG, met.", ["DMG"]),
        ("Dahe Middle School Education Group, known as the best in China, met.", []),
        ("Dahe Middle School Education Group is led by Dahe Middle School, formerly Linxi School.", []),
        ("Dahe Middle School Education Group, formerly led by Li Jun, met.", []),
    ],
)  # fmt: skip
def test_further_names_of_a_group(prose: str, aliases: list[str]) -> None:
    mentions = build.mentions(build.prose(prose)).groups
    assert [alias.span.quote for alias in mentions[0].aliases] == aliases
