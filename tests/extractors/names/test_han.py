"""Names in characters: where they end before the words behind them, and what is none."""

from __future__ import annotations

import pytest

from extractors.names.han import name_after, name_before


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("校长李明说，", "李明"),
        ("校长李明明说，", "李明明"),
        ("书记张志和，", "张志和"),
        ("局长李向东表示", "李向东"),
        ("局长欧阳明强调", "欧阳明"),
        ("局长司马光出席", "司马光"),
        ("局长王强在会上", "王强"),
        ("校长田俊担任", "田俊"),
        ("代表赵丽作宣誓", "赵丽"),
        ("局长王国强说", "王国强"),
        ("校长张 伟  ", "张 伟"),
        ("校长扎西次仁在会上", "扎西次仁"),
        ("校长乌云其木格介绍", "乌云其木格"),
        ("厅长艾尔肯·吐尼亚孜说", "艾尔肯·吐尼亚孜"),
        ("局长阿不都热依木·阿不力孜出席", "阿不都热依木·阿不力孜"),
    ],
)
def test_name_after(text: str, name: str) -> None:
    named = name_after(text, 2, certain=True)
    assert named is not None
    assert text[named.start : named.end] == name


@pytest.mark.parametrize(
    "text", ["校长高度重视", "校长和老师们", "院长查房，", "局长全面部署", "校长成立大会", "主任安排到位", "校长于日前"]
)
def test_no_name(text: str) -> None:
    assert name_after(text, 2, certain=False) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("任命李建国", "李建国"), ("，李明", "李明"), ("由欧阳明", "欧阳明"), ("聘请买买提·吐尔逊", "买买提·吐尔逊")],
)
def test_name_before(text: str, name: str) -> None:
    named = name_before(text, len(text), 0)
    assert named is not None
    assert text[named.start :] == name


@pytest.mark.parametrize("text", ["会议由局长", "全校", "教育集团"])
def test_no_name_before(text: str) -> None:
    assert name_before(text, len(text), 0) is None
