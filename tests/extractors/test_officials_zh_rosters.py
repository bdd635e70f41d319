"""Rosters of officials: rows whose cells tabs or spaces part, in any order, or one cell a line."""

from __future__ import annotations

import pytest

from extractors.officials import zh
from extractors.script import Folded
from tests.extractors.build import plain

Held = tuple[str, str, str | None]
"""Who, the title, the body."""
THREE: list[Held] = [
    ("杜国庆", "党委书记", "临江县第一中学"),
    ("冉启茂", "校长", "青石镇小学"),
    ("李明", "园长", "柳林县幼儿园"),
]
ROSTERS: dict[str, tuple[str, list[Held]]] = {
    "heads one to a line, without names, and a row of as many cells": ("职务\n单位\n石坝小学 校长", []),
    "tabs, numbers, heads, a name with a space": (
        "序号\t学校\t姓名\t职务\n1\t临江县第一中学\t杜国庆\t党委书记\n"
        "2\t青石镇小学\t冉启茂\t校长\n3\t柳林县幼儿园\t李 明\t园长",
        THREE,
    ),
    "single spaces, two posts, how a post is held": (
        "序号 单位 姓名 职务\n1 临江县第一中学 杜国庆 党委书记、校长\n2 青石镇小学 冉启茂 副校长（主持工作）",
        [
            ("杜国庆", "党委书记", "临江县第一中学"),
            ("杜国庆", "校长", "临江县第一中学"),
            ("冉启茂", "副校长", "青石镇小学"),
        ],
    ),
    "wide spaces and no heads": (
        "1　临江县第一中学　杜国庆　党委书记\n2　青石镇小学　冉启茂　校长\n3　柳林县幼儿园　李　明　园长",
        THREE,
    ),
    "neither heads nor numbers": (
        "临江县第一中学 杜国庆 党委书记\n青石镇小学 冉启茂 校长\n柳林县幼儿园 李明 园长",
        THREE,
    ),
    "name, post, body": (
        "序号 姓名 职务 单位\n1 杜国庆 党委书记 临江县第一中学\n2 冉启茂 校长 青石镇小学\n3 李 明 园长 柳林县幼儿园",
        THREE,
    ),
    "name, body, post and more": (
        "姓名 性别 工作单位 现任职务 联系电话\n杜国庆 男 临江县第一中学 党委书记 0512-6600\n"
        "冉启茂 女 青石镇小学 校长 0512-6601\n李 明 男 柳林县幼儿园 园长 0512-6602",
        THREE,
    ),
    "body, post, name": (
        "学校 职务 姓名\n临江县第一中学 党委书记 杜国庆\n青石镇小学 校长 冉启茂\n柳林县幼儿园 园长 李 明",
        THREE,
    ),
    "one cell a line": (
        "序号\n学校\n姓名\n职务\n1\n临江县第一中学\n杜国庆\n党委书记\n"
        "2\n青石镇小学\n冉启茂\n校长\n3\n柳林县幼儿园\n李 明\n园长",
        THREE,
    ),
    "one cell a line without numbers": (
        "姓名\n学校\n职务\n杜国庆\n临江县第一中学\n党委书记\n冉启茂\n青石镇小学\n校长\n李明\n柳林县幼儿园\n园长\n特此通知。",
        THREE,
    ),
    "body and post in one cell": (
        "姓名 单位及职务\n杜国庆 临江县第一中学党委书记\n冉启茂 青石镇小学校长\n李明 柳林县幼儿园园长",
        THREE,
    ),
    "posts of a council are not of the school beside": (
        "职务 姓名 单位\n会长 杜国庆 临江县第一中学\n副会长 冉启茂 青石镇小学",
        [("杜国庆", "会长", None), ("冉启茂", "副会长", None)],
    ),
    "a title that no list holds, under its head": (
        "姓名 学校 职务\n杜国庆 临江县第一中学 教务干事\n冉启茂 青石镇小学 无",
        [("杜国庆", "教务干事", "临江县第一中学")],
    ),
    "titles as heads": (
        "学校 书记 校长 联系电话\n临江县第一中学 杜国庆 冉启茂 0512-6600\n青石镇小学 王芳 李 明 0512-6601",
        [
            ("杜国庆", "书记", "临江县第一中学"),
            ("冉启茂", "校长", "临江县第一中学"),
            ("王芳", "书记", "青石镇小学"),
            ("李明", "校长", "青石镇小学"),
        ],
    ),
    "traditional script": (
        "序號 學校 姓名 職務\n1 臨江國民小學 鄭國慶 校長\n2 青石國民小學 陳啟茂 教務主任",
        [("鄭國慶", "校長", "臨江國民小學"), ("陳啟茂", "教務主任", "青石國民小學")],
    ),
    "heads that name nothing known, and a group beside its school": (
        "片区\t集团名称\t牵头学校\t姓名\t职务\n东片\t东江教育集团\t石坝小学\t杜国庆\t校长\n西片\t西江教育集团\t青石镇小学\t王芳\t理事长",
        [("杜国庆", "校长", "石坝小学"), ("王芳", "理事长", "西江教育集团")],
    ),
    "names of heads as heads": (
        "学校 校长姓名 联系电话\n石坝小学 杜国庆 0512-6600\n青石镇小学 王芳 0512-6601",
        [("杜国庆", "校长", "石坝小学"), ("王芳", "校长", "青石镇小学")],
    ),
    "two columns of posts": (
        "姓名 现任职务 拟任职务\n杜国庆 石坝小学副校长 石坝小学校长\n王芳 青石镇小学教导主任 青石镇小学副校长",
        [
            ("杜国庆", "副校长", "石坝小学"),
            ("杜国庆", "校长", "石坝小学"),
            ("王芳", "教导主任", "青石镇小学"),
            ("王芳", "副校长", "青石镇小学"),
        ],
    ),
    "a body as the label of each line": (
        "1、石坝小学：杜国庆 校长\n2、青石镇小学：王芳 副校长",
        [("杜国庆", "校长", "石坝小学"), ("王芳", "副校长", "青石镇小学")],
    ),
    "a council with the title as label": (
        "理事长：杜国庆（石坝小学校长）\n秘书长：王芳（县教研室主任）",
        [
            ("杜国庆", "理事长", None),
            ("杜国庆", "校长", "石坝小学"),
            ("王芳", "秘书长", None),
            ("王芳", "主任", "县教研室"),
        ],
    ),
    "bars": (
        "序号|姓名|单位|职务\n1|杜国庆|石坝小学|校长\n2|王芳|青石镇小学|书记",
        [("杜国庆", "校长", "石坝小学"), ("王芳", "书记", "青石镇小学")],
    ),
    "two people with marks between are no row": (
        "副理事长 校企合作处处长 冉启茂、临江县职业中学副校长 王芳",
        [("冉启茂", "副理事长", None), ("冉启茂", "处长", "校企合作处"), ("王芳", "副校长", "临江县职业中学")],
    ),
    # What is no roster of officials.
    "prizes": ("序号 学校 姓名 奖项\n1 临江县第一中学 杜国庆 一等奖\n2 青石镇小学 冉启茂 二等奖", []),
    "titles of teachers": ("姓名 学校 职称\n杜国庆 临江县第一中学 高级教师", []),
    "several people in a line": ("青石镇小学 冉启茂 王芳 李明", []),
    "the heads end with the table": ("姓名 职务\n杜国庆 园长\n各校要重视。\n王芳 好样的", [("杜国庆", "园长", None)]),
    "an empty cell": ("序号 学校 姓名 职务\n1 临江县第一中学 校长\n2 青石镇小学 空缺 校长", []),
}


@pytest.mark.parametrize("name", ROSTERS)
def test_rosters(name: str) -> None:
    rows, expected = ROSTERS[name]
    text = plain(f"关于公布名单的通知\n\n各学校：\n现将名单公布如下。\n{rows}\n")
    held = [
        (
            official.name.value or official.name.span.quote,
            position.title.span.quote,
            position.organisation.span.quote if position.organisation else None,
        )
        for official in zh.find(Folded(text))
        for position in official.positions
    ]
    assert held == expected
