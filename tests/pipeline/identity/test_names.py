"""Names of schools, groups and people that are one in two languages or spellings, and those that are not."""

from __future__ import annotations

import pytest

from pipeline.identity.keys import number
from pipeline.identity.names import alike
from pipeline.identity.pairing import paired
from pipeline.identity.people import in_pinyin, person
from pipeline.identity.rendering import covered, rendered, spoiled

SURE = 0.75


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("宁波市第四中学教育集团", "Ningbo No. 4 Middle School Education Group"),
        ("宁波四中教育集团", "Ningbo No.4 Middle School Education Group"),
        ("绍兴市柯桥区鉴湖小学", "Jianhu Primary School, Keqiao District, Shaoxing City"),
        ("绍兴市柯桥区鉴湖小学", "Jian Hu primary school in shaoxing Keqiao"),
        ("清水河镇中心小学", "Qingshui River Town Central Primary School"),
        ("第二十一中学", "21st Middle School"),
        ("第一幼儿园", "The First Kindergarten"),
        ("长春市解放大路小学", "Changchun Liberation Da Road Primary School"),
        ("重庆市渝北区巴蜀中学", "Bashu Middle School of Yubei District, Chongqing"),
        ("西南大学附属中学", "Middle School Affiliated to Southwest University"),
        ("南山区外国语学校", "Nanshan Foreign Languages School"),
        ("Ning Bo No. 4 Middle School", "Ningbo No. 4 Middle School"),
        ("Education Group of Ningbo No. 4 Middle School", "Ningbo No. 4 Middle School Education Group"),
        ("宁波市第四中学", "第四中学"),
        ("宁波市第四中学教育集团", "Ningbo Four Middle School Education Group"),
        ("库尔勒市第一中学", "Korla No. 1 Middle School"),
        ("延吉市朝鲜族小学", "Yanji Korean Primary School"),
        ("延吉市车站街幼儿园", "Yanji Station Street Kindergarten"),
        ("鉴湖社区幼儿园", "Jianhu Community Kindergarten"),
        ("松江镇完全小学", "Songjiang Town Complete Primary School"),
        ("松江镇教学点", "Songjiang Town Teaching Point"),
    ],
)
def test_names_that_are_one(first: str, second: str) -> None:
    assert alike(first, second) >= SURE
    assert alike(second, first) == alike(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("宁波市第二中学", "Ningbo No. 12 Middle School"),
        ("宁波市第二中学", "Ningbo No. 2 Primary School"),
        ("宁波市第二中学", "Ningbo No. 2 Middle School Education Group"),
        ("宁波市第二中学", "Wenzhou No. 2 Middle School"),
        ("宁波市实验小学", "Ningbo Primary School"),
        ("宁波大学附属小学", "Ningbo University"),
        ("鉴湖小学", "Donghu Primary School"),
        ("宁波市第二中学", "宁波市第十二中学"),
        ("Ningbo No. 2 Middle School", "Ningbo No. 12 Middle School"),
        ("鉴湖小学城东校区", "鉴湖小学"),
        ("鉴湖幼儿园", "鉴湖小学"),
        ("松江镇教学点", "Songjiang Town Primary School"),
        ("库尔勒市第一中学", "Korla No. 2 Middle School"),
        ("喀什市第一中学", "Korla No. 1 Middle School"),
    ],
)
def test_names_that_are_not_one(first: str, second: str) -> None:
    assert alike(first, second) < SURE


@pytest.mark.parametrize(
    ("written", "value"),
    [("十", 10), ("十九", 19), ("二十", 20), ("九十八", 98), ("一百零一", 101), ("两", 2), ("33", 33)],
)
def test_numbers_of_schools(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("赵永强", "Zhao Yongqiang", True),
        ("赵永强", "Yongqiang ZHAO", True),
        ("赵永强", "zhao yong-qiang", True),
        ("单雪梅", "Shan Xuemei", True),
        ("吕绿", "Lyu Lü", True),
        ("諸葛亮", "Zhuge Liang", True),
        ("迪力木拉提·艾合买提", "Dilmurat Ahmat", True),
        ("赵永强", "Zhao Yongqing", False),
        ("赵永强", "Zhao", False),
        ("赵永强", "赵永刚", False),
        ("Zhao Yong Qiang", "Zhao Yongqiang", True),
        ("热依汗古丽·托乎提", "Dilmurat Ahmat", False),
    ],
)
def test_people(first: str, second: str, one: bool) -> None:
    assert (person(first, second) >= 0.6) == one


@pytest.mark.parametrize(
    ("name", "pinyin"), [("Zhao Yongqiang", True), ("Kwong Mei-yee", False), ("John Miller", False)]
)
def test_names_in_pinyin(name: str, pinyin: bool) -> None:
    assert in_pinyin(name) == pinyin


@pytest.mark.parametrize(
    ("original", "translation", "mended"),
    [
        ("绍兴市鉴湖小学", "shao xing city Jianhu Primary School", "Shaoxing Jianhu Primary School"),
        ("绍兴市鉴湖小学", "shaoxing Jian lake elementary school", "Shaoxing Jian Lake Elementary School"),
        ("绍兴市第二中学教育集团", "shaoxing second Middle School Group", "Shaoxing No. 2 Middle School Group"),
        ("温泉镇中学", "hot spring town Middle School", "Hot Spring Middle School"),
    ],
)
def test_a_spoiled_name_is_given_as_the_original_has_it(original: str, translation: str, mended: str) -> None:
    assert covered(original, translation)
    assert rendered(original, translation) == mended


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("shaoxing No. 2 Middle School", True),
        ("Shaoxing No. 2 middle school", False),
        ("the education group of Shaoxing No. 2 Middle School", False),
    ],
)
def test_lost_capitals(name: str, lost: bool) -> None:
    assert spoiled(name) == lost


def pairs(first: str, second: str) -> list[tuple[int, int, str]]:
    """Letters are names: the same letter is one thing, a capital fits any small letter of the other side."""
    found = paired(first, second, lambda a, b: float(a == b), lambda a, b: a.isupper() or b.isupper())
    return [(each.first, each.second, each.how) for each in found]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("ab", "ba", [(0, 1, "name"), (1, 0, "name")]),
        ("aXb", "ayb", [(0, 0, "name"), (1, 1, "order"), (2, 2, "name")]),
        ("aXYb", "ayb", [(0, 0, "name"), (3, 2, "name")]),
        ("axb", "ayb", [(0, 0, "name"), (2, 2, "name")]),
        ("XY", "xy", [(0, 0, "order"), (1, 1, "order")]),
        ("aa", "a", [(0, 0, "name")]),
        ("", "a", []),
    ],
)
def test_order_links_what_stands_alone_between_known_names(
    first: str, second: str, expected: list[tuple[int, int, str]]
) -> None:
    assert pairs(first, second) == expected
