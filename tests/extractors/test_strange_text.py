"""Texts such as pages are full of by mistake: each is done in no time, whatever is found."""

from __future__ import annotations

import pytest

from pipeline import extract

LONG = (
    f"Wangjiang Education Group {'-' * 60} a",
    f"望江教育集团成员{'—' * 60}望江小学",
    f"新{'百' * 60}江学校",
    f"成员单位{'9' * 60}渭北县东街小学、渭北县西街小学、渭北县城关幼儿园等",
    f"5/kloc-0{'1' * 60}a schools",
)
"""Runs of one character, in places where rules look for one or more of it."""


@pytest.mark.parametrize("text", LONG)
def test_a_long_run_of_one_character_takes_no_time(text: str) -> None:
    assert isinstance(extract(text), list), "with patterns that try every way to cut the run it would take years"


@pytest.mark.parametrize(
    "digits", ["9" * 5000, "9" * 400, "0" * 5000, "99999999999999999999", "１" * 5000, "九" * 5000]
)
@pytest.mark.parametrize(
    "sentence",
    [
        "The group has {} students.",
        "In {} the group spent {}.5 million yuan on {} schools, from {} to {}%.",
        "the {}th anniversary on May {}, {} and 2021-{}-12",
        "教育集团有{}名学生、{}余所学校，投入{}.{}万元。",
        "民國{}年{}月，第{}中学教学质量提高百分之{}。",
    ],
)
def test_a_number_that_is_too_large_for_a_table_counts_nothing(sentence: str, digits: str) -> None:
    records = extract(sentence.replace("{}", digits))
    assert all(record.value <= 2**53 for record in records if record.kind == "count")


@pytest.mark.parametrize(
    "text",
    [
        "\ue123Jinshan Education Group\uf101 was founded with \ue900Jinshan Primary School as the leader.\uf3c5",
        "\ue123金山教育集团\uf101由\ue900金山小学牵头。\uf3c5",
    ],
)
def test_an_icon_is_not_taken_for_a_name(text: str) -> None:
    groups = [record for record in extract(text) if record.kind == "group"]
    assert [[leader.text for leader in group.leaders] for group in groups] in (
        [["Jinshan Primary School"]],
        [["金山小学"]],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Shangguan Hong, member of the Standing Committee of the Municipal Party Co Vice Mayor Yerlan Serikbay, "
        "chief inspector of the Municipal Government Educa（tion, came.",
        "No. 1 Group: Dahe Education Group; Lead school: Dahe School; No. 2 Group: Xihe Education Group; Members:\n",
    ],
)
def test_a_text_that_breaks_off_has_records_all_the_same(text: str) -> None:
    assert extract(text)
