"""When Chinese announcements say that a group was founded, and what else is founded, opened or held."""

from __future__ import annotations

import pytest

from pipeline.extraction import Extraction
from pipeline.inputs import Input
from pipeline.read import read
from pipeline.records import GroupRecord

EXTRACTION = Extraction()
RIVER = "河湾小学教育集团"
CASES: list[tuple[str, dict[str, str | None]]] = [
    (
        ("3月16日上午，河湾小学教育集团授牌仪式举行。\n\n仪式上，县教育局为河湾小学教育集团授牌。"),
        {RIVER: "2023-03-16"},
    ),
    (
        (
            "3月16日，望江县举行教育集团授牌仪式。\n"
            "\n"
            "仪式上，为3个集团授牌：河湾小学教育集团由河湾小学领衔，望江中学教育集团由望江中学领衔，望江县第一幼儿园教育集团由望江县第一幼儿园领衔。"
        ),
        {RIVER: "2023-03-16", "望江中学教育集团": "2023-03-16", "望江县第一幼儿园教育集团": "2023-03-16"},
    ),
    ("2020年4月成立的河湾小学教育集团，由河湾小学牵头。", {RIVER: "2020-04"}),
    ("河湾小学教育集团（2021年9月成立）有成员校3所。", {RIVER: "2021-09"}),
    ("河湾小学教育集团自2019年成立以来，办学质量稳步提升。", {RIVER: "2019"}),
    ("2022年3月1日，河湾小学联合石坝小学、柳溪小学，组建河湾小学教育集团。", {RIVER: "2022-03-01"}),
    ("3月16日，河湾小学教育集团正式揭牌运行。", {RIVER: "2023-03-16"}),
    ("河湾小学教育集团于2018年5月8日挂牌成立。", {RIVER: "2018-05-08"}),
    ("2017年，望江县批准成立河湾小学教育集团。", {RIVER: "2017"}),
    ("到2026年，望江县将成立河湾小学教育集团。", {RIVER: None}),
    ("河湾小学教育集团2015年成立，2021年石坝小学加入。", {RIVER: "2015"}),
    ("2021年，石坝小学加入河湾小学教育集团。", {RIVER: None}),
    ("3月16日，河湾小学教育集团理事会成立。", {RIVER: None}),
    ("3月16日，河湾小学教育集团名师工作室揭牌。", {RIVER: None}),
    ("3月16日，河湾小学教育集团召开成立五周年大会。", {RIVER: None}),
    (
        "3月16日，望江县召开集团化办学推进会，河湾小学教育集团、望江中学教育集团正式成立。",
        {RIVER: "2023-03-16", "望江中学教育集团": "2023-03-16"},
    ),
    ("2020年，河湾小学教育集团成立，以河湾小学为龙头。", {RIVER: "2020"}),
    ("早在2016年，河湾小学就牵头成立了河湾小学教育集团。", {RIVER: "2016"}),
    ("2016年9月，河湾小学教育集团应运而生。", {RIVER: "2016-09"}),
    ("2016年9月起，河湾小学教育集团开始运行。", {RIVER: "2016-09"}),
    ("河湾小学教育集团始建于2016年。", {RIVER: "2016"}),
    ("河湾小学教育集团成立于2016年9月，现有成员校5所。", {RIVER: "2016-09"}),
    ("河湾小学始建于1958年，2016年牵头组建河湾小学教育集团。", {RIVER: "2016"}),
    (("集团名称：河湾小学教育集团\n牵头校：河湾小学\n成员校：石坝小学\n成立时间：2021年9月"), {RIVER: "2021-09"}),
    ("3月16日，河湾小学与石坝小学、柳溪小学签约，河湾小学教育集团由此诞生。", {RIVER: "2023-03-16"}),
    ("昨日，河湾小学教育集团揭牌。", {RIVER: "2023-03-19"}),
    ("河湾小学教育集团揭牌仪式3月16日在河湾小学举行。", {RIVER: "2023-03-16"}),
    ("3月16日，副县长为河湾小学教育集团揭牌。", {RIVER: "2023-03-16"}),
    (
        "3月16日，王明、李强共同为河湾小学教育集团、望江中学教育集团揭牌。",
        {RIVER: "2023-03-16", "望江中学教育集团": "2023-03-16"},
    ),
    ("3月16日，县教育局局长向河湾小学教育集团授牌。", {RIVER: "2023-03-16"}),
    ("3月16日，河湾小学教育集团获“先进集体”称号授牌。", {RIVER: None}),
]


@pytest.mark.parametrize(("body", "expected"), CASES, ids=range(len(CASES)))
def test_when_a_group_was_founded(body: str, expected: dict[str, str | None]) -> None:
    text = f"今日要闻\n\n2023年3月20日 望江日报\n\n{body}"
    records = EXTRACTION.records(read(Input("a.txt", text.encode(), "text/plain", "utf-8")).document)
    found = {each.name.text: each.established for each in records if isinstance(each, GroupRecord)}
    assert {name: date.value if date else None for name, date in found.items()} == expected
