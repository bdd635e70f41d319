"""When groups were founded and what else they are called, as bureaus, schools and papers put it."""

from __future__ import annotations

import pytest

from pipeline.extraction import Extraction
from pipeline.inputs import Input
from pipeline.read import read
from pipeline.records import GroupRecord

EXTRACTION = Extraction()
FOUNDED: list[tuple[str, dict[str, str | None]]] = [
    ("城东教育集团组建于2017年8月。", {"城东教育集团": "2017-08"}),
    ("城东教育集团自2017年8月组建以来，成绩斐然。", {"城东教育集团": "2017-08"}),
    ("2017年8月，由梅溪小学领衔的城东教育集团正式挂牌。", {"城东教育集团": "2017-08"}),
    ("2017年8月，梅溪小学、古渡小学、白鹤小学三校抱团，城东教育集团应时而生。", {"城东教育集团": "2017-08"}),
    ("今年2月，城东教育集团、城西教育集团相继揭牌。", {"城东教育集团": "2023-02", "城西教育集团": "2023-02"}),
    ("2月28日，梅溪县举行教育集团揭牌仪式，城东教育集团等5个教育集团正式成立。", {"城东教育集团": "2023-02-28"}),
    (
        ("2022年8月30日，梅溪县两个教育集团同时挂牌。城东教育集团由梅溪小学领衔。城西教育集团由大坪小学领衔。"),
        {"城东教育集团": "2022-08-30", "城西教育集团": "2022-08-30"},
    ),
    ("城东教育集团走过五个年头，它2018年3月由县教育局批准设立。", {"城东教育集团": "2018-03"}),
    ("早在2017年，城东教育集团便已成立。", {"城东教育集团": "2017"}),
    ("城东教育集团（2017年组建）现有4所学校。", {"城东教育集团": "2017"}),
    ("2017年，梅溪小学携手古渡小学创立城东教育集团。", {"城东教育集团": "2017"}),
    ("去年9月，城东教育集团挂牌运行。", {"城东教育集团": "2022-09"}),
    ("2019年，城东教育集团启动“名师下乡”工程。", {"城东教育集团": None}),
    ("2019年，城东教育集团被授予“先进集体”称号。", {"城东教育集团": None}),
    ("2019年，古渡小学启用，城东教育集团再添一员。", {"城东教育集团": None}),
    ("2020年，城东教育集团成立教研中心。", {"城东教育集团": None}),
    ("2017年8月25日，县教育局下发文件，同意成立城东教育集团。", {"城东教育集团": "2017-08-25"}),
    ("经县政府批准，城东教育集团于2017年8月宣告成立。", {"城东教育集团": "2017-08"}),
    ("2017年8月，梅溪小学牵头组建教育集团，取名城东教育集团。", {"城东教育集团": "2017-08"}),
    ("城东教育集团诞生于2017年金秋九月。", {"城东教育集团": "2017"}),
    ("2017年8月18日，城东教育集团成立大会隆重召开。", {"城东教育集团": "2017-08-18"}),
    ("城东教育集团成立于2017年，2019年古渡小学加入，2021年白鹤小学加入。", {"城东教育集团": "2017"}),
    ("城东教育集团揭牌。该集团于3月18日经县教育局批准成立。", {"城东教育集团": "2023-03-18"}),
    ("城东教育集团由梅溪小学牵头，2017年9月正式运行。", {"城东教育集团": "2017-09"}),
    ("3月15日，“城东教育集团”揭牌暨签约仪式在梅溪小学举行。", {"城东教育集团": "2023-03-15"}),
    ("2016年起，梅溪小学牵头办城东教育集团。", {"城东教育集团": "2016"}),
    ("2016年，城东教育集团首次与外省学校结对。", {"城东教育集团": None}),
    ("2022年10月，县教育局组建5个教育集团，其中城东教育集团由梅溪小学牵头。", {"城东教育集团": "2022-10"}),
    ("2022年10月，又有城东教育集团、城西教育集团获批。", {"城东教育集团": "2022-10", "城西教育集团": "2022-10"}),
    ("城东教育集团于2018年成立党委。", {"城东教育集团": None}),
    ("3月18日上午，县教育局举行揭牌仪式，城东教育集团正式启航。", {"城东教育集团": "2023-03-18"}),
    ("2017年8月，经批准，梅溪小学更名为城东教育集团梅溪校区。", {"城东教育集团": None}),
]
FOUNDED_LONG_AGO: list[tuple[str, dict[str, str | None]]] = [
    ("城东教育集团的历史可以追溯到2017年8月，当时梅溪小学与古渡小学合作组建了集团。", {"城东教育集团": "2017-08"}),
]
CALLED: list[tuple[str, dict[str, set[str]]]] = [
    ("梅溪县城东教育集团（以下简称“城东集团”）今天成立。", {"梅溪县城东教育集团": {"城东集团"}}),
    ("梅溪县城东教育集团，简称城东集团，由梅溪小学牵头。", {"梅溪县城东教育集团": {"城东集团"}}),
    ("城东教育集团，原名梅溪小学教育集团，2021年更为现名。", {"梅溪小学教育集团": {"城东教育集团"}}),
    ("城东教育集团（原梅溪小学教育集团）今年扩容。", {"梅溪小学教育集团": {"城东教育集团"}}),
    ("2021年，梅溪小学教育集团更名为城东教育集团。", {"梅溪小学教育集团": {"城东教育集团"}}),
    ("梅溪县城东教育集团又称“东片联盟”。", {"梅溪县城东教育集团": {"东片联盟"}}),
    ("梅溪县实验小学教育集团揭牌。实验小学教育集团现有4个校区。", {"梅溪县实验小学教育集团": {"实验小学教育集团"}}),
    ("梅溪县实验小学教育集团（下称实小集团）揭牌。", {"梅溪县实验小学教育集团": {"实小集团"}}),
    (
        "梅溪县第一小学教育集团揭牌。一小教育集团现有4个校区，一小集团今年招生600人。",
        {"梅溪县第一小学教育集团": {"一小教育集团", "一小集团"}},
    ),
    ("梅溪中学教育集团简称“梅中集团”，下设三个校区。梅中集团今年扩招。", {"梅溪中学教育集团": {"梅中集团"}}),
    ("城东教育集团的前身是2015年成立的梅溪联盟。", {"城东教育集团": set()}),
    ("城东教育集团（下称“集团”）今天成立。", {"城东教育集团": set()}),
    ("梅溪县城东教育集团（简称：城东集团）今天成立。", {"梅溪县城东教育集团": {"城东集团"}}),
    ("梅溪县城东教育集团今天成立。该集团简称“城东集团”。", {"梅溪县城东教育集团": {"城东集团"}}),
    ("城东教育集团曾用名“梅溪小学教育集团”。", {"梅溪小学教育集团": {"城东教育集团"}}),
    ("原梅溪小学教育集团现更名为城东教育集团。", {"梅溪小学教育集团": {"城东教育集团"}}),
    ("梅溪小学教育集团改组为城东教育集团。", {"梅溪小学教育集团": {"城东教育集团"}}),
    ("“梅溪中学教育发展共同体”（即“梅中共同体”）有成员校4所。", {"梅溪中学教育发展共同体": {"梅中共同体"}}),
    ("梅溪县中等职业教育集团，以下统称职教集团。", {"梅溪县中等职业教育集团": {"职教集团"}}),
    ("城东教育集团也叫“东片集团”。", {"城东教育集团": {"东片集团"}}),
]
CALLED_BY_PEOPLE: list[tuple[str, dict[str, set[str]]]] = [
    ("“城东教育共同体”今天成立，当地人叫它“东共体”。", {"城东教育共同体": {"东共体"}}),
]


def groups(body: str) -> list[GroupRecord]:
    """The groups of a text that is dated."""
    text = f"今日要闻\n\n2023年3月20日 梅溪日报\n\n{body}"
    records = EXTRACTION.records(read(Input("a.txt", text.encode(), "text/plain", "utf-8")).document)
    return [each for each in records if isinstance(each, GroupRecord)]


def founded(body: str) -> dict[str, str | None]:
    """Each group with the day of its founding."""
    return {each.name.text: each.established.value if each.established else None for each in groups(body)}


def called(body: str) -> dict[str, set[str]]:
    """Each group with its other names."""
    return {each.name.text: {alias.text for alias in each.aliases} for each in groups(body)}


@pytest.mark.parametrize(("body", "expected"), FOUNDED)
def test_when_a_group_was_founded(body: str, expected: dict[str, str | None]) -> None:
    assert founded(body) == expected


@pytest.mark.parametrize(("body", "expected"), CALLED)
def test_what_else_a_group_is_called(body: str, expected: dict[str, set[str]]) -> None:
    assert called(body) == expected


@pytest.mark.xfail(reason="a history that goes back to a day", strict=True)
@pytest.mark.parametrize(("body", "expected"), FOUNDED_LONG_AGO)
def test_what_founding_is_missed(body: str, expected: dict[str, str | None]) -> None:
    assert founded(body) == expected


@pytest.mark.xfail(reason="a nickname in a clause of its own", strict=True)
@pytest.mark.parametrize(("body", "expected"), CALLED_BY_PEOPLE)
def test_what_name_is_missed(body: str, expected: dict[str, set[str]]) -> None:
    assert called(body) == expected
