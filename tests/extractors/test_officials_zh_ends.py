"""Where names of people and bodies end in Chinese, whose the posts of a new body are, and lives told in sentences."""

from __future__ import annotations

import pytest

from extractors.officials import zh
from extractors.script import Folded
from tests.extractors.build import plain

Held = tuple[str, str, str | None]
"""Who, the title, the body."""
ACTS = [
    "结成了对子", "握住了他的手", "推出了新举措", "牵出了话题", "敲定了方案", "捐出了奖金", "挑起了担子",
    "搭起了台子", "赶到了现场",
    "写下了感言", "批准了方案", "提前两天进校", "转交了聘书", "拍板定案", "结对帮扶两校", "登门致歉",
    "现任理事", "打开了话匣子", "起草了章程",
]  # fmt: skip
AFTER_LONGER = ["说", "走进课堂", "搭起了台子", "推出了新举措", "到会祝贺", "为大家讲解"]
CASES: list[tuple[str, list[Held]]] = [
    # A person's name and what joins it are no part of the body behind.
    ("揭牌时，覃小菊与县教育局局长王芳握手。", [("王芳", "局长", "县教育局")]),
    ("李建国和市教育局局长王芳一起揭牌。", [("王芳", "局长", "市教育局")]),
    ("李建国同区教育局局长王芳握手。", [("王芳", "局长", "区教育局")]),
    ("杨以琳与大同市教育局局长王芳签约。", [("王芳", "局长", "大同市教育局")]),
    ("李建国和县委书记王芳座谈。", [("王芳", "书记", "县委")]),
    ("会后，覃小菊跟区委教育工委副书记王芳座谈。", [("王芳", "副书记", "区委教育工委")]),
    ("县教育和体育局局长王芳讲话。", [("王芳", "局长", "县教育和体育局")]),
    ("市文化和旅游局局长王芳讲话。", [("王芳", "局长", "市文化和旅游局")]),
    ("卫生和健康局局长王芳讲话。", [("王芳", "局长", "卫生和健康局")]),
    ("活动由和平区教育局局长王芳主持。", [("王芳", "局长", "和平区教育局")]),
    ("呼和浩特市教育局局长王芳讲话。", [("王芳", "局长", "呼和浩特市教育局")]),
    ("大同县教育局局长王芳讲话。", [("王芳", "局长", "大同县教育局")]),
    # Words that give an example.
    ("比如石坝中学的执行校长曾繁荣就常来。", [("曾繁荣", "执行校长", "石坝中学")]),
    ("像石坝中学校长曾繁荣这样的人不少。", [("曾繁荣", "校长", "石坝中学")]),
    ("就连石坝中学校长曾繁荣也来了。", [("曾繁荣", "校长", "石坝中学")]),
    ("如东县教育局局长王芳讲话。", [("王芳", "局长", "如东县教育局")]),
    ("音像出版社社长王芳出席。", [("王芳", "社长", "音像出版社")]),
    # Teams, and heads who are sent.
    ("送教团领队、青山小学副校长王芳说。", [("王芳", "领队", "送教团"), ("王芳", "副校长", "青山小学")]),
    ("代表队领队王芳说。", [("王芳", "领队", "代表队")]),
    ("活动领队王芳说。", [("王芳", "活动领队", None)]),
    ("驻园园长罗秋葵从城里来。", [("罗秋葵", "驻园园长", None)]),
    ("副总校长邹亦凡才41岁。", [("邹亦凡", "副总校长", None)]),
    # The body that a sentence sets up has the posts that it fills.
    (
        "石坝职业学院牵头成立了“龙潭托育联盟”，莫依云当选副理事长，石坝职业学院院长蓝志坚任理事长。",
        [
            ("莫依云", "副理事长", "龙潭托育联盟"),
            ("蓝志坚", "院长", "石坝职业学院"),
            ("蓝志坚", "理事长", "龙潭托育联盟"),
        ],
    ),
    (
        "青山教育联盟正式揭牌，青山小学校长李建国任理事长，柳林小学校长王芳任秘书长。",
        [
            ("李建国", "校长", "青山小学"),
            ("李建国", "理事长", "青山教育联盟"),
            ("王芳", "校长", "柳林小学"),
            ("王芳", "秘书长", "青山教育联盟"),
        ],
    ),
    ("青山小学教育集团今天成立，李建国任总校长。", [("李建国", "总校长", "青山小学教育集团")]),
    ("县里组建了临江教育学会，李建国当选会长。", [("李建国", "会长", "临江教育学会")]),
    ("青山教育联盟今天揭牌，李建国任副局长。", [("李建国", "副局长", None)]),
    ("教育集团成立，李建国任理事长。", [("李建国", "理事长", None)]),
    ("李建国当选理事长，青山教育联盟成立。", [("李建国", "理事长", None)]),
    # A life that goes on over sentences.
    (
        "王芳，女，1971年生，高级教师，临江市人大代表。现任石坝小学党总支书记，兼任县作家协会副主席。"
        "2008年至2016年任青龙小学校长。",
        [
            ("王芳", "代表", "临江市人大"),
            ("王芳", "党总支书记", "石坝小学"),
            ("王芳", "副主席", "县作家协会"),
            ("王芳", "校长", "青龙小学"),
        ],
    ),
    (
        "李建国，1968年生，市政协常委。1999年至2005年担任青龙中学副校长。",
        [("李建国", "常委", "市政协"), ("李建国", "副校长", "青龙中学")],
    ),
    (
        "李建国，县教育局局长。现任领导班子很团结，王芳任石坝小学校长。",
        [("李建国", "局长", "县教育局"), ("王芳", "校长", "石坝小学")],
    ),
]


def held(sentence: str) -> list[Held]:
    return [
        (
            official.name.value or official.name.span.quote,
            position.title.span.quote,
            position.organisation.span.quote if position.organisation else None,
        )
        for official in zh.find(Folded(plain(f"标题\n\n{sentence}\n")))
        for position in official.positions
    ]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_who_holds_what_where(sentence: str, expected: list[Held]) -> None:
    assert sorted(held(sentence), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("name", ["王群", "郭伟", "吕建平"])
def test_a_name_ends_before_a_verb(name: str, act: str) -> None:
    assert {who for who, _, _ in held(f"随后，县第二小学党支部书记{name}{act}。")} == {name}


@pytest.mark.parametrize("act", AFTER_LONGER)
@pytest.mark.parametrize("name", ["李志成", "王小飞", "刘德发", "张团结", "李永定", "陈文举"])
def test_a_name_keeps_a_last_character_that_verbs_begin_with(name: str, act: str) -> None:
    assert {who for who, _, _ in held(f"随后，县第二小学党支部书记{name}{act}。")} == {name}
