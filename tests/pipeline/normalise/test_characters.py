"""Names in characters: which prints are one name, what completes a shortened one."""

from __future__ import annotations

import pytest

from pipeline.normalise import characters

ONE = [
    ("东海市第七中学教育集团", "七中教育集团"),
    ("东海市第七中学教育集团", "东海七中教育集团"),
    ("呼和浩特市第一小学教育集团", "呼市一小教育集团"),
    ("东海科学城实验小学校教育集团", "科学城实小教育集团"),
    ("宁海市育才小学教育集团", "育才教育集团"),
    ("河北省邯郸市丛台区人和小学教育集团", "人和小学教育集团"),
    ("成都市第二十八中学", "28中"),
    ("南海市第101中学", "南海一百零一中"),
    ("北京师范大学附属中学", "北京师大附中"),
    ("云岭师大附属小学教育集团", "附小教育集团"),
    ("青溪县职业教育集团", "青溪职教集团"),
    ("青溪县高中教育联盟", "高中联盟"),
    ("青溪县县中发展联盟", "县中联盟"),
    ("青溪湾装备制造职业教育集团", "青溪湾职教集团"),
    ("湖南省大河心血管病专科联盟", "大河联盟"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_name(a: str, b: str) -> None:
    assert characters.same(a, b)
    assert characters.same(b, a)


TWO = [
    ("育才小学教育集团", "育才中学教育集团"),
    ("十一中教育集团", "一中教育集团"),
    ("东城小学教育集团", "东海城关小学教育集团"),
    ("实验教育集团", "东海实验小学教育集团"),
    ("东海教育集团", "东海小学教育集团"),
    ("城关小学教育集团", "城关小学教育联盟"),
    ("师大附中教育集团", "附小教育集团"),
    ("第一小学", "第一中学"),
    ("江南实验小学", "江北实验小学"),
    ("东关小学教育集团", "东关中心小学教育集团"),
    ("东海市职教集团", "东海市装备制造职教集团"),
    ("湖南省大河教育集团", "湖南集团"),
]


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_names(a: str, b: str) -> None:
    assert not characters.same(a, b)


@pytest.mark.parametrize(
    ("name", "head"),
    [("第五中学", "中学"), ("第五", None), ("东关小学", "小学"), ("七中", "中"), ("南门幼儿园", "幼儿园")],
)
def test_the_head_of_a_name(name: str, head: str | None) -> None:
    assert characters.head_of(name) == head


@pytest.mark.parametrize(
    ("name", "expected"),
    [("青龙路校区", True), ("东关小学青龙路校区", False), ("东关小学", False), ("本部", False), ("滨河分校", True)],
)
def test_a_campus_without_its_school(name: str, expected: bool) -> None:
    assert characters.is_campus(name) is expected
