"""Counts with all that is said of them, as bureaus and papers put it: whom, as of when, planned, about."""

from __future__ import annotations

import pytest

from pipeline.extraction import Extraction
from pipeline.inputs import Input
from pipeline.read import read
from pipeline.records import CountRecord
from tests.extractors.test_counts_zh_forms import printed

EXTRACTION = Extraction()
Said = tuple[str, float, str | None, str | None, str | None, str, str]
CASES: dict[str, list[Said]] = {
    "截至去年底，全县组建教育集团23个，覆盖学校86所。": [
        ("23个", 23, "教育集团", "全县", "2022-12", "exact", "actual"),
        ("86所", 86, "学校", "全县", "2022-12", "exact", "actual"),
    ],
    "目前，该校有教学班48个，学生2100余名，教职工136人。": [
        ("48个", 48, "教学班", "该校", None, "exact", "actual"),
        ("2100余名", 2100, "学生", "该校", None, "over", "actual"),
        ("136人", 136, "教职工", "该校", None, "exact", "actual"),
    ],
    "全市现有中小学1300所，参与集团化办学的学校已近800所。": [
        ("1300所", 1300, "中小学", "全市", None, "exact", "actual"),
        ("800所", 800, "学校", "全市", None, "about", "actual"),
    ],
    "县财政投入1300万元，改善12所学校的办学条件。": [
        ("1300万元", 13000000, "元", "县财政", None, "exact", "actual"),
        ("12所学校", 12, "学校", "县财政", None, "exact", "actual"),
    ],
    "总投资约2.3亿元，新建校舍4.5万平方米。": [
        ("2.3亿元", 230000000, "元", None, None, "about", "actual"),
        ("4.5万平方米", 45000, "平方米", None, None, "exact", "actual"),
    ],
    "全县有小学136所，其中村小87所。": [
        ("136所", 136, "小学", "全县", None, "exact", "actual"),
        ("87所", 87, "村小", "全县", None, "exact", "actual"),
    ],
    "集团现辖6所成员校，其中小学4所、初中2所。": [
        ("6所成员校", 6, "成员校", "集团", None, "exact", "actual"),
        ("4所", 4, "小学", "集团", None, "exact", "actual"),
        ("2所", 2, "初中", "集团", None, "exact", "actual"),
    ],
    "逾5000名家长参加。": [("5000名家长", 5000, "家长", None, None, "over", "actual")],
    "学生数由不足300人增加到近900人。": [
        ("300人", 300, "学生", None, None, "under", "actual"),
        ("900人", 900, "学生", None, None, "about", "actual"),
    ],
    "全县计划用3年时间，投入8000万元，新改扩建学校30所，新增学位2万个。": [
        ("8000万元", 80000000, "元", "全县", None, "exact", "planned"),
        ("30所", 30, "学校", "全县", None, "exact", "planned"),
        ("2万个", 20000, "学位", "全县", None, "exact", "planned"),
    ],
    "2022年，全市学前教育毛入园率92.5%，普惠率88%。": [
        ("92.5%", 92.5, "学前教育毛入园率", "全市", "2022", "exact", "actual"),
        ("88%", 88, "普惠率", "全市", "2022", "exact", "actual"),
    ],
    "古渡小学共有6个班、156名学生、14名老师。": [
        ("6个班", 6, "班", "古渡小学", None, "exact", "actual"),
        ("156名学生", 156, "学生", "古渡小学", None, "exact", "actual"),
        ("14名老师", 14, "老师", "古渡小学", None, "exact", "actual"),
    ],
    "到2025年，全市教育集团总数达到60个，优质教育资源覆盖率达90%。": [
        ("60个", 60, "教育集团", "全市", "2025", "exact", "planned"),
        ("90%", 90, "优质教育资源覆盖率", "全市", "2025", "exact", "planned"),
    ],
    "白鹤镇有3所小学、1所初中。": [
        ("3所小学", 3, "小学", "白鹤镇", None, "exact", "actual"),
        ("1所初中", 1, "初中", "白鹤镇", None, "exact", "actual"),
    ],
    "学校现有在校生1856人，比三年前增加了600多人。": [
        ("1856人", 1856, "在校生", "学校", None, "exact", "actual"),
        ("600多人", 600, "在校生", "学校", None, "over", "actual"),
    ],
    "集团化办学惠及该县3.2万名中小学生。": [("3.2万名中小学生", 32000, "中小学生", "该县", None, "exact", "actual")],
    "全县11个乡镇的45所学校参加。": [
        ("11个乡镇", 11, "乡镇", "全县", None, "exact", "actual"),
        ("45所学校", 45, "学校", "全县", None, "exact", "actual"),
    ],
    "我区共组建9个教育集团，有成员校38所，惠及学生4.1万人。": [
        ("9个教育集团", 9, "教育集团", "我区", None, "exact", "actual"),
        ("38所", 38, "成员校", "我区", None, "exact", "actual"),
        ("4.1万人", 41000, "学生", "我区", None, "exact", "actual"),
    ],
    "截至2022年底，全区共有公办幼儿园57所，占比58.8%。": [
        ("57所", 57, "公办幼儿园", "全区", "2022-12", "exact", "actual"),
        ("58.8%", 58.8, "公办幼儿园", "全区", "2022-12", "exact", "actual"),
    ],
    "目前全县集团化办学覆盖面已超过八成。": [("八成", 80, "集团化办学覆盖面", "全县", None, "over", "actual")],
    "县教育局从城区学校选派了35名教师到农村支教。": [("35名教师", 35, "教师", "县教育局", None, "exact", "actual")],
    "今年，市财政安排专项经费2000万元支持集团化办学。": [
        ("2000万元", 20000000, "元", "市财政", "2023", "exact", "actual")
    ],
    "开学第一天，3600余名学生走进校园。": [("3600余名学生", 3600, "学生", None, None, "over", "actual")],
    "新校区占地120亩，总建筑面积6.2万平方米，可容纳60个教学班、2700名学生。": [
        ("120亩", 120, "亩", "新校区", None, "exact", "actual"),
        ("6.2万平方米", 62000, "平方米", "新校区", None, "exact", "actual"),
        ("60个教学班", 60, "教学班", "新校区", None, "exact", "planned"),
        ("2700名学生", 2700, "学生", "新校区", None, "exact", "planned"),
    ],
    "截至目前，全市已成立教育集团31个，涵盖校区112个，受益学生13万余人。": [
        ("31个", 31, "教育集团", "全市", None, "exact", "actual"),
        ("112个", 112, "校区", "全市", None, "exact", "actual"),
        ("13万余人", 130000, "受益学生", "全市", None, "over", "actual"),
    ],
    "2021年以来，该县先后投入资金1.2亿元。": [("1.2亿元", 120000000, "元", "该县", "2021", "exact", "actual")],
    "据统计，全省已有85个县（市、区）开展试点。": [
        ("85个县（市、区）", 85, "县（市、区）", "全省", None, "exact", "actual")
    ],
    "全校师生近千人。": [("千人", 1000, "师生", "全校", None, "about", "actual")],
    "该集团教师总数为426人，平均年龄36岁。": [("426人", 426, "教师", "该集团", None, "exact", "actual")],
    "每个集团每年给予20万元经费补助。": [("20万元", 200000, "元", "每个集团", None, "exact", "actual")],
    "全县义务教育学校由156所调整为89所。": [
        ("156所", 156, "义务教育学校", "全县", None, "exact", "actual"),
        ("89所", 89, "义务教育学校", "全县", None, "exact", "actual"),
    ],
    "两年来，集团校际交流教师217人，占符合条件教师的13.6%。": [
        ("217人", 217, "交流教师", "集团", None, "exact", "actual"),
        ("13.6%", 13.6, "符合条件教师", "集团", None, "exact", "actual"),
    ],
    "全县100%的乡镇学校加入教育集团。": [("100%", 100, "乡镇学校", "全县", None, "exact", "actual")],
    "大班额比例从2019年的12.3%降至1.1%。": [
        ("12.3%", 12.3, "大班额比例", None, "2019", "exact", "actual"),
        ("1.1%", 1.1, "大班额比例", None, None, "exact", "actual"),
    ],
    "梅溪县总人口46万，有各级各类学校118所。": [
        ("46万", 460000, "总人口", "梅溪县", None, "exact", "actual"),
        ("118所", 118, "学校", "梅溪县", None, "exact", "actual"),
    ],
    "捐赠图书3000册，价值11万元。": [
        ("3000册", 3000, "图书", None, None, "exact", "actual"),
        ("11万元", 110000, "元", None, None, "exact", "actual"),
    ],
    "新建的大坪小学总投资6800万，设36个班。": [
        ("6800万", 68000000, None, "大坪小学", None, "exact", "actual"),
        ("36个班", 36, "班", "大坪小学", None, "exact", "actual"),
    ],
    "每年拨付经费50万，用于集团教研。": [("50万", 500000, None, None, None, "exact", "actual")],
    "教育投入从3.1亿增加到5.6亿。": [
        ("3.1亿", 310000000, None, None, None, "exact", "actual"),
        ("5.6亿", 560000000, None, None, None, "exact", "actual"),
    ],
    "引进优秀教师百余人。": [("百余人", 100, "优秀教师", None, None, "over", "actual")],
    "城区12所学校与农村28所学校组成共同体。": [
        ("12所学校", 12, "学校", "城区", None, "exact", "actual"),
        ("28所学校", 28, "学校", "农村", None, "exact", "actual"),
    ],
    "2020年，大坪小学仅剩11名学生、3名教师。": [
        ("11名学生", 11, "学生", "大坪小学", "2020", "exact", "actual"),
        ("3名教师", 3, "教师", "大坪小学", "2020", "exact", "actual"),
    ],
    "至2024年，力争全县教育集团不少于15个。": [("15个", 15, "教育集团", "全县", "2024", "over", "planned")],
    "集团学生总数超过1.1万。": [("1.1万", 11000, "学生", "集团", None, "over", "actual")],
    "他教过的学生不下2000人。": [("2000人", 2000, "学生", None, None, "over", "actual")],
}
MISSED: dict[str, list[Said]] = {
    "四所学校之间相距不到3公里。": [
        ("四所学校", 4, "学校", None, None, "exact", "actual"),
        ("3公里", 3, "公里", "四所学校", None, "under", "actual"),
    ],
    "入学人数比上一年多出近50人。": [("50人", 50, "入学人数", None, None, "about", "actual")],
    "集团总校有学生3200人，分校有学生1800人。": [
        ("3200人", 3200, "学生", "总校", None, "exact", "actual"),
        ("1800人", 1800, "学生", "分校", None, "exact", "actual"),
    ],
}

ABOUT: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "柳林县现有义务教育学校86所、在校生4.2万人、专任教师3100余名。",
        [("86所", "柳林县"), ("4.2万人", "柳林县"), ("3100余名", "柳林县")],
    ),
    (
        "石桥小学教育集团共有4个校区，128个教学班，在校学生6200余人。",
        [("4个校区", "石桥小学教育集团"), ("128个教学班", "石桥小学教育集团"), ("6200余人", "石桥小学教育集团")],
    ),
    ("据统计，柳林县近三年共交流教师860人。", [("860人", "柳林县")]),
    ("在柳林县，像这样的教育集团已有12个。", [("12个", "柳林县")]),
    ("柳林县教育局副局长王明介绍，全县已组建教育集团12个。", [("12个", "全县")]),
    ("截至2022年底，柳林县学前教育毛入园率达93.1%。", [("93.1%", "柳林县")]),
    ("石桥小学有学生1200人，柳林小学有学生860人。", [("1200人", "石桥小学"), ("860人", "柳林小学")]),
    ("石桥镇中心小学现有6个教学班，学生不足百人。", [("6个教学班", "石桥镇中心小学"), ("百人", "石桥镇中心小学")]),
    ("我县把集团化办学作为头号工程，先后投入资金2.3亿元。", [("2.3亿元", "我县")]),
    ("全市教育大会提出，到2025年每个县至少建成3个教育集团。", [("3个教育集团", "每个县")]),
    ("位于县城东部的石桥小学占地60亩，建筑面积2.1万平方米。", [("60亩", "石桥小学"), ("2.1万平方米", "石桥小学")]),
    ("柳林校区现有教师45名，其中从总校派来的有12名。", [("45名", "柳林校区"), ("12名", "柳林校区")]),
    ("集团成立三年来，柳林小学在校生从180人增加到420人。", [("180人", "柳林小学"), ("420人", "柳林小学")]),
    ("目前，教育集团已覆盖全县所有乡镇，受益学生3.6万人。", [("3.6万人", "全县")]),
    ("柳林市共有8个县（区）、1200所学校。", [("8个县（区）", "柳林市"), ("1200所学校", "柳林市")]),
    ("两个集团共有学生9800人。", [("两个集团", None), ("9800人", "两个集团")]),
    ("该镇3所小学全部加入集团。", [("3所小学", "该镇")]),
    ("柳林中学2022年高考本科上线率为62.3%。", [("62.3%", "柳林中学")]),
    ("会议指出，去年全省新增教育集团56个。", [("56个", "全省")]),
]
"""Whom numbers are about."""


def said(body: str) -> list[Said]:
    """The counts of a sentence: as printed, value, unit, scope, as of, modifier, status."""
    text = f"今日要闻\n\n2023年3月20日 梅溪日报\n\n{body}"
    records = EXTRACTION.records(read(Input("a.txt", text.encode(), "text/plain", "utf-8")).document)
    return [
        (
            each.text.text,
            each.value,
            printed(each.unit),
            printed(each.scope),
            each.as_of.value if each.as_of else None,
            each.modifier,
            each.status,
        )
        for each in records
        if isinstance(each, CountRecord)
    ]


@pytest.mark.parametrize(("body", "expected"), CASES.items())
def test_what_is_said_of_a_number(body: str, expected: list[Said]) -> None:
    assert said(body) == expected


@pytest.mark.xfail(reason="whom a distance or a part is of; nouns that a comparison follows", strict=True)
@pytest.mark.parametrize(("body", "expected"), MISSED.items())
def test_what_is_missed(body: str, expected: list[Said]) -> None:
    assert said(body) == expected


@pytest.mark.parametrize(("body", "expected"), ABOUT)
def test_whom_a_number_is_about(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(text, scope) for text, _, _, scope, *_ in said(body)] == expected
