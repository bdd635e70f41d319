"""Names taken apart: numbers, the kind and level of what is named, its qualities, and the rest, the proper part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.script import folded
from pipeline.identity.lexicon import chinese, english, words
from pipeline.identity.sounds import UMLAUT, readings

HAN = re.compile(r"[㐀-鿿]")
DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
HAN_NUMBER = r"[〇零一二三四五六七八九十百两]+|\d{1,3}"
NUMBERED = re.compile(
    rf"第\s*({HAN_NUMBER})|(?<![〇零一二三四五六七八九十百两\d])({HAN_NUMBER})(?=(?:中|小|幼|初中|高中|职中)(?:$|[^学心央国华原山]))"
    r"|((?:^|(?<=[省市区县州盟旗镇乡]))[一二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?|\d{1,3})(?=中学|小学)"
)
SHORT = {
    "中": "中学",
    "小": "小学",
    "幼": "幼儿园",
    "附中": "附属中学",
    "附小": "附属小学",
    "附幼": "附属幼儿园",
    "实小": "实验小学",
    "实中": "实验中学",
    "实幼": "实验幼儿园",
}
SHORTENED = re.compile(r"(?:(?<=#)[中小幼]|[附实][中小幼])(?=$|教育集团|集团|校区|分校|本部|学校|[^学儿心级央])")
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
CARDINALS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
EN_NUMBER = re.compile(
    rf"\b({'|'.join(CARDINALS)})\b(?= (?:junior|senior|middle|primary|high|elementary|kindergarten))"
    rf"|\b(?:no|number|nos)\b\.?\s*(\d{{1,3}})|\b(\d{{1,3}})(?:st|nd|rd|th)?\b|\b({'|'.join(ORDINALS)})\b"
)
RANK = re.compile(r"省|市|自治[区州县旗]|(?<!高)新区|(?<![社校园片小])区|县|旗|镇|乡|街道|地区")
SCHOOL = re.compile("学校")
NUMBER_MARK = re.compile(r"#(\d+)#")
PUNCTUATION = re.compile(r"[\s“”\"'《》·•]")
AT_HAND = 8_000
"""So many names are remembered."""


@dataclass(frozen=True, slots=True)
class Key:
    """A name taken apart."""

    name: str
    han: bool
    numbers: tuple[int, ...]
    kinds: frozenset[str]
    qualities: frozenset[str]
    words: tuple[str, ...] = ()
    """The words of an English proper part."""
    signs: str = ""
    """The characters of a Chinese proper part."""
    place: int = field(default=0, compare=False)
    """How many of the sounds are a place's, in front."""

    @property
    def sounds(self) -> tuple[str, ...]:
        """The words of an English proper part, or the readings of each Chinese sign with ``|`` between them."""
        return readings(self.signs) if self.han else self.words


@lru_cache(AT_HAND)
def key(name: str) -> Key:
    """A name taken apart."""
    return _chinese(folded(name)) if len(HAN.findall(name)) * 2 > len(name.replace(" ", "")) else _english(name)


def _chinese(name: str) -> Key:
    numbers: list[int] = []
    found: list[str] = []
    signs, place = "", 0
    for what, said in tokens(name):
        match what:
            case "number":
                numbers.append(int(said))
            case "kind":
                found.append(chinese()[1][said])
            case "sign":
                signs += said
            case "rank":
                place = len(signs)
    return Key(name, True, tuple(sorted(numbers)), *_sorted(found), (), signs, place)


def tokens(name: str) -> Iterator[tuple[str, str]]:
    """The parts of a folded Chinese name in their order: "number", "kind" (or quality), "rank", "school" and "sign"."""
    plain = NUMBERED.sub(lambda match: f"#{number(match[1] or match[2] or match[3])}#", PUNCTUATION.sub("", name))
    plain = SHORTENED.sub(lambda match: SHORT[match[0]], plain)
    at, named, ranked = 0, False, False
    while at < len(plain):
        if match := NUMBER_MARK.match(plain, at):
            yield "number", match[1]
        elif match := chinese()[0].match(plain, at):
            yield "kind", match[0]
            named = True
        elif match := RANK.match(plain, at) if ranked and not named else None:
            yield "rank", match[0]
        elif plain.startswith("学校", at):
            match = SCHOOL.match(plain, at)
            yield "school", "学校"
        elif HAN.match(plain[at]):
            yield "sign", plain[at]
            ranked = True
        at = match.end() if match else at + 1


def _english(name: str) -> Key:
    numbers: list[int] = []

    def numbered(match: re.Match[str]) -> str:
        word = CARDINALS.get(match[1]) or ORDINALS.get(match[4])
        numbers.append(word or int(match[2] or match[3]))
        return " "

    plain = EN_NUMBER.sub(numbered, re.sub(r"[’']s\b|[’']", "", name.casefold()).translate(UMLAUT))
    pattern, meant = english()
    found = [meant[match[0]] for match in pattern.finditer(plain)]
    dropped = set(words().dropped["words"].en)
    rest = re.findall(r"[^\W\d_]+", pattern.sub(" ", plain))
    sounds = tuple(word for word in rest if word not in dropped)
    return Key(name, False, tuple(sorted(numbers)), *_sorted(found), sounds)


def _sorted(found: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What was found, as kinds and as qualities."""
    qualities = words().qualities
    said = frozenset(name for name in found if name in qualities)
    return frozenset(found).difference(said), said


def number(written: str) -> int:
    """A number up to some hundreds, in digits or as 二十一.

    >>> number("十二"), number("二十"), number("一百零三"), number("12")
    (12, 20, 103, 12)
    """
    if written.isdigit() and written.isascii():
        return int(written)
    total = digit = 0
    for sign in written:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + DIGITS[sign] if total == 0 and digit else DIGITS[sign]
    return total + digit


def levels(key: Key) -> frozenset[str]:
    """The kinds of a name, with what translators do not tell apart taken for one: 高中 and 中学 are both a high school.

    In one language they are two: 高级中学 and 中学 of one town are two schools.
    """
    same = {"senior": "middle", "main": "campus"}
    return frozenset(same.get(kind, kind) for kind in key.kinds)
