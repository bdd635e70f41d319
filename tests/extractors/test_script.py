"""Folding keeps every offset, brings both scripts together, and leaves simplified text alone."""

from __future__ import annotations

import pytest

from extractors.names.lexicon import load
from extractors.script import READ, folded, is_traditional, simplified

PAIRS = {
    "香港賽馬會毅智書院教育聯盟": "香港赛马会毅智书院教育联盟",
    "臺北市立大學附設實驗國民小學": "台北市立大学附设实验国民小学",
    "校長陳麗華、副校長鍾國強於二零二三年": "校长陈丽华、副校长钟国强于二零二三年",
    "牽頭學校為廣東實驗中學，裏面有６所": "牵头学校为广东实验中学，里面有6所",
    "⼩学⼀校": "小学一校",
    "２０２３　年": "2023 年",
}


@pytest.mark.parametrize(("printed", "plain"), PAIRS.items())
def test_folding(printed: str, plain: str) -> None:
    assert folded(printed) == plain


@pytest.mark.parametrize(
    "printed", ["什么后里准只余于征台松姜丑郁朱云党沈范", "乾县第一中学、後来", "陕西省乾县", "皇后区、邻里中心"]
)
def test_simplified_text_stays(printed: str) -> None:
    assert simplified(printed).replace("后来", "後来") == printed


def test_a_family_name_keeps_its_character_in_a_value() -> None:
    assert simplified("校长於志红") == "校长於志红"


def test_only_traditional_characters_tell_the_script() -> None:
    assert is_traditional("教育集團")
    assert not is_traditional("⼩学，２０２３年 Education Group 乾县")


def test_every_entry_is_a_character_and_its_form() -> None:
    pairs = [pair for words in load("extractors", "script").values() for pair in words]
    assert len(pairs) > 3000
    assert [pair for pair in pairs if len(pair) != 2 or pair[0] == pair[1]] == []


def test_folding_twice_changes_nothing_more() -> None:
    forms = [chr(form) for form in READ.values()]
    assert [form for form in forms if folded(form) != form] == []
