"""Chinese names into one record a group: forms of one name together, shortened members completed in the value."""

from __future__ import annotations

import pytest

from pipeline import extract
from pipeline.records import GroupRecord


def groups(body: str) -> list[GroupRecord]:
    return [record for record in extract(f"今日要闻\n\n{body}", "zh") if isinstance(record, GroupRecord)]


def test_forms_of_one_name_are_one_group() -> None:
    (group,) = groups(
        "东海七中教育集团今天揭牌，东海市第七中学教育集团总校长致辞。七中教育集团由东海市第七中学牵头。"
        "东海市第七中学教育集团南山分校的师生到场。"
    )
    assert group.name.text == "东海市第七中学教育集团"
    assert [alias.text for alias in group.aliases] == ["东海七中教育集团", "七中教育集团"]
    assert [leader.text for leader in group.leaders] == ["东海市第七中学"]


def test_a_name_inside_another_founds_no_record() -> None:
    assert groups("东海市第七中学教育集团南山分校今天开学。") == []


def test_a_company_is_no_group() -> None:
    assert groups("东海光明教育集团总裁王力出席，东海光明教育集团去年营收过亿元。") == []


@pytest.mark.parametrize(
    ("listed", "values"),
    [
        ("东关、西关、南关小学", ["东关小学", "西关小学", "南关小学"]),
        ("第一、第二、第五中学", ["第一中学", "第二中学", "第五中学"]),
    ],
)
def test_ellipsis_is_expanded_in_the_value_only(listed: str, values: list[str]) -> None:
    (group,) = groups(f"东海路教育集团成员校有{listed}。")
    assert [member.value for member in group.members] == values
    assert [member.text for member in group.members] == listed.split("、")
    assert [member.flags for member in group.members] == [("expanded",), ("expanded",), ()]


def test_a_bare_campus_has_its_school_in_the_value() -> None:
    (group,) = groups("东海路小学教育集团\n成员校：滨河校区、东海路小学本部")
    assert [(member.text, member.value) for member in group.members] == [
        ("滨河校区", "东海路小学滨河校区"),
        ("东海路小学本部", "东海路小学本部"),
    ]


def test_a_school_by_two_names_is_one_member() -> None:
    (group,) = groups("东海市第七中学教育集团吸纳东海市第九中学、城南中学。东海九中加入七中教育集团后变化很大。")
    assert [member.text for member in group.members] == ["东海市第九中学", "城南中学"]
