"""Names in Chinese characters: which printed forms are one name, and what completes a shortened one."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.names.forms_zh import HEAD, NUMERAL, any_of
from extractors.names.lexicon import load
from extractors.names.schools import PLACES
from extractors.script import folded
from pipeline.normalise.values import REMEMBERED

WORDS = load("extractors.names", "zh")
HAN = re.compile("[\u3400-\u9fff]")
GROUP_END = re.compile(rf"[(（]?(?:{any_of(WORDS['group'] | WORDS['short'])})[)）]?$")
FAMILIES = ("集团", "联盟", "共同体", "联合体", "协作体", "学区", "医联体", "医共体", "教联体", "教共体")
SHORTENED = (
    ("小学校", "小学"),
    ("中学校", "中学"),
    ("高级中学", "高中"),
    ("初级中学", "初中"),
    ("实验小学", "实小"),
    ("实验中学", "实中"),
    ("师范大学", "师大"),
    ("附属中学", "附中"),
    ("附属小学", "附小"),
    ("外国语学校", "外国语"),
    ("幼儿园", "幼"),
)
"""Usual short forms, in the order in which they are made."""
ORDINAL = re.compile(rf"第?([{NUMERAL}百零〇]+|\d+)(中学|小学|初中|高中|幼|中|小|实|附|职|人民|医院|校)")
NUMBER = re.compile(r"\d+")
LETTER = {"中学": "中", "小学": "小"}
MARKS = re.compile(r"[\s“”\"'‘’「」『』()（）、]")
SCHOOL_END = re.compile(r"(?:小学|中学|学校|外国语|幼|高中|初中|实小|实中|附中|附小|大学|学院|医院)$")
PLACED = re.compile("[省市区县州盟旗镇乡]$")
LONG = 5
"""How many characters a name needs, without a school in it, to be known by its beginning alone."""
GENERIC = frozenset(
    ("实验", "中心", "外国语", "第一", "附属", "附中", "附小", "实小", "实中", "小学", "中学", "学校", "教育")
)
DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0}
VOCATIONAL = re.compile("职教(?=集团|联盟|共同体|联合体)")
OF_STAGE = re.compile("(高中|县中)(?=联盟|共同体|联合体|协作体)")
"""What stands before a group's word with 教育 between or without it: '高中联盟' and '高中教育联盟'."""
ATTACHED = frozenset(("附小", "附中"))
MOTHER = re.compile("(?:师大|大学|学院|师范|大)$")
"""Short forms of schools that are known by whose they are: '附小' of '云岭师大附小'."""
CAMPUS = re.compile(rf"[\u3400-\u9fff\d]{{1,8}}?(?:{any_of(WORDS['part'])})")


def is_han(name: str) -> bool:
    """Whether a name is printed in Chinese characters."""
    return not name.isascii() and HAN.search(name) is not None


def arabic(numeral: str) -> str:
    """A Chinese numeral below a thousand in digits.

    >>> [arabic(n) for n in ("二十八", "十", "一百零三", "28")]
    ['28', '10', '103', '28']
    """
    if numeral.isdigit():
        return numeral
    hundreds, _, rest = numeral.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = DIGITS.get(hundreds, 0) * 100 + (DIGITS.get(tens[-1:], 1) * 10 if ten else 0)
    return str(value + DIGITS.get(ones[-1:], 0))


@lru_cache(REMEMBERED)
def shortened(name: str) -> str:
    """A name in its usual short form, by which two prints of it are compared.

    >>> shortened("东海市第二十八中学"), shortened("东海28中"), shortened("实验小学校")
    ('东海市28中', '东海28中', '实小')
    """
    name = MARKS.sub("", folded(name))
    for long, short in SHORTENED:
        name = name.replace(long, short)
    return ORDINAL.sub(lambda m: arabic(m[1]) + LETTER.get(m[2], m[2]), name)


@lru_cache(REMEMBERED)
def family(name: str) -> str | None:
    """Which kind of group a name is of, None for a school."""
    end = GROUP_END.search(folded(name))
    return next((kind for kind in FAMILIES if kind in end.group()), "集团") if end else None


@lru_cache(REMEMBERED)
def core(name: str) -> str:
    """The short form of a name without its word for a group.

    >>> core("青溪职教集团"), core("青溪县职业教育集团"), core("高中联盟")
    ('青溪职业', '青溪县职业', '高中')
    """
    name = VOCATIONAL.sub("职业教育", folded(name))
    return shortened(GROUP_END.sub("", OF_STAGE.sub(r"\1教育", name)))


def same(a: str, b: str) -> bool:
    """Whether two printed names mean one group or one school.

    >>> same("东海市第七中学教育集团", "七中教育集团"), same("海东市一小教育集团", "海东市第一小学教育集团")
    (True, True)
    >>> same("育才小学教育集团", "育才中学教育集团"), same("十一中教育集团", "一中教育集团")
    (False, False)
    """
    if family(a) != family(b):
        return False
    short, long = sorted((core(a), core(b)), key=len)
    if not short or NUMBER.findall(short) != NUMBER.findall(long):
        return False
    if short == long:
        return True
    if family(a) is not None and SCHOOL_END.search(long) and SCHOOL_END.sub("", long).endswith(short):
        return short not in GENERIC and len(short) > 1 and not is_place(short)
    if long.startswith(short) and len(short) >= LONG and HEAD.search(long) is None and not is_place(short):
        return True
    shared = next((n for n in range(len(short), 0, -1) if long.endswith(short[-n:])), 0)
    head, rest = short[: len(short) - shared], long[: len(long) - shared]
    if not head and short in ATTACHED and MOTHER.search(rest):
        return True
    if not head:
        return (not is_place(short) and HEAD.search(rest) is None and short not in GENERIC) or is_place(rest)
    return shared > 1 and len(head) < len(rest) and head[0] == rest[0] and is_within(head, rest) and is_place(rest)


def is_within(short: str, long: str) -> bool:
    """Whether the characters of one word stand in the other in their order."""
    place = iter(long)
    return all(character in place for character in short)


def is_place(words: str) -> bool:
    """Whether words are a division, with its rank or without."""
    return (
        words in PLACES["bare"] or words in PLACES["divisions"] or (len(words) > 2 and PLACED.search(words) is not None)
    )


def head_of(name: str) -> str | None:
    """The word for a school in which a name ends: '中学' of '第五中学'."""
    last = next(reversed(list(HEAD.finditer(name))), None)
    if last is None or last.end() != len(name):
        return None
    counted = re.search("(?:中|小|高)$", last.group()) if len(last.group()) < 4 and "学" not in last.group() else None
    return counted.group() if counted else last.group()


def school_of(name: str) -> str | None:
    """The school that a group is called after, None when its name has none: '东关小学' of '东关小学教育集团'."""
    school = GROUP_END.sub("", name)
    return school if head_of(school) else None


def is_campus(name: str) -> bool:
    """Whether a name is that of a campus without its school."""
    return CAMPUS.fullmatch(name) is not None and HEAD.match(name) is None and len(list(HEAD.finditer(name))) == 1
