"""Names as they can be compared across spellings and languages.

A name is taken apart: its numbers, the kind and level of what it names, its qualities, and the rest, its proper part.
Numbers, kind and level must be the same on both sides; the proper parts are compared by sound, word by word, for
translations glue and split pinyin as they like ("Song Shanhu"), and give some words by their sense ("Songshan Lake").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, pinyin
from rapidfuzz.distance import Indel

from extractors.script import folded
from pipeline.identity.lexicon import chinese, english, words
from pipeline.identity.spellings import cantonese, is_pinyin

UMLAUT = str.maketrans("üǖǘǚǜ", "vvvvv")
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
BARE = 0.8
"""How alike a name is to the same with a place in front: 第四中学 and 宁波市第四中学, in two tellings of one story."""
AT_HAND = 8_000
"""So many names, and readings of them, are remembered."""
FRAME = 3
"""So many consonants a word must have to be known by them."""
PLACE_ENDS = 0.25
"""How much of what a place in front of a name counts when only one of the two names has it."""


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


def alike(first: str, second: str) -> float:
    """How surely two names are one, 0 to 1; 0 where their numbers, kinds or levels differ.

    >>> alike("东莞市第一中学教育集团", "Dongguan No. 1 Middle School Education Group")
    1.0
    >>> alike("东莞市第二中学", "Dongguan No. 12 Middle School")
    0.0
    """
    a, b = key(first), key(second)
    if not compatible(a, b) and not _is_college(a, b):
        return 0.0
    if a.han == b.han:
        if "senior" in a.kinds ^ b.kinds:
            return 0.0
        return _same_script(a, b) if a.han else _by_letters(a, b)
    return _across(a, b) if a.han else _across(b, a)


def compatible(a: Key, b: Key) -> bool:
    """Whether numbers, kinds, levels and qualities of two names may be those of one thing."""
    return a.numbers == b.numbers and levels(a) == levels(b) and a.qualities == b.qualities


def _is_college(a: Key, b: Key) -> bool:
    """Whether one name is of a 中学 and the other one of a College, as Hong Kong calls them and spells them."""
    han, latin = (a, b) if a.han else (b, a)
    return (
        han.han
        and not latin.han
        and latin.kinds ^ han.kinds == {"college", "middle"}
        and "middle" in han.kinds
        and (han.numbers, han.qualities) == (latin.numbers, latin.qualities)
        and _is_cantonese(han, latin.words)
    )


def _is_cantonese(han: Key, latin: tuple[str, ...]) -> bool:
    """Whether some word spells signs of a name as Cantonese has them, and cannot be pinyin."""
    sounds = [list(cantonese(sign)) for sign in han.signs]
    free = [False] * len(sounds)
    return any(_sounded(word, sounds, [*free]) for word in latin if not is_pinyin(word))


def levels(key: Key) -> frozenset[str]:
    """The kinds of a name, with what translators do not tell apart taken for one: 高中 and 中学 are both a high school.

    In one language they are two: 高级中学 and 中学 of one town are two schools.
    """
    same = {"senior": "middle", "main": "campus"}
    return frozenset(same.get(kind, kind) for kind in key.kinds)


def _same_script(a: Key, b: Key) -> float:
    if a.signs == b.signs:
        return 1.0
    short, long = sorted((a, b), key=lambda each: len(each.signs))
    if long.signs.endswith(short.signs) and len(long.signs) - len(short.signs) <= long.place:
        return 0.9 if short.signs else BARE
    return 0.9 * float(Indel.normalized_similarity(a.signs, b.signs))


def _by_letters(a: Key, b: Key) -> float:
    """Two romanised names: the same letters, whatever the spaces; words may stand in another order."""
    if sorted(a.sounds) == sorted(b.sounds):
        return 1.0
    short, long = sorted(("".join(a.sounds), "".join(b.sounds)), key=len)
    words_ = a.sounds if "".join(a.sounds) == long else b.sounds
    if short == long:
        return 1.0
    covered, left = 0, short
    for word in sorted(words_, key=len, reverse=True):
        if word in left:
            covered, left = covered + len(word), left.replace(word, " ", 1)
    same = min(1.0, 2 * covered / (len(short) + len(long) or 1))
    return 0.9 * max(float(Indel.normalized_similarity(short, long)), same)


def _across(han: Key, latin: Key) -> float:
    """A Chinese name and its translation: the share of both that is accounted for."""
    taken, spoken = cover(han, latin.sounds)
    if not han.sounds and not latin.sounds:
        return 1.0
    letters = [sound.find("|") if "|" in sound else len(sound) for sound in han.sounds]
    weight = [size * (PLACE_ENDS if at < han.place and not taken[at] else 1) for at, size in enumerate(letters)]
    found = sum(size for size, known in zip(weight, taken, strict=True) if known)
    said = sum(len(word) for word, known in zip(latin.sounds, spoken, strict=True) if known)
    return (found + said) / (sum(weight) + sum(map(len, latin.sounds)) or 1)


def cover(han: Key, latin: tuple[str, ...]) -> tuple[list[bool], list[bool]]:
    """Which signs of a Chinese name are said by the words of another one, and which of its words say them."""
    taken, spoken = [False] * len(han.signs), [False] * len(latin)
    sounds = [sound.split("|") for sound in han.sounds]
    for at in sorted(range(len(latin)), key=lambda at: -len(latin[at])):
        spoken[at] = _sounded(latin[at], sounds, taken)
    if not all(spoken) and _is_cantonese(han, latin):
        spelt = [list(cantonese(sign)) for sign in han.signs]
        for at, word in enumerate(latin):
            spoken[at] = spoken[at] or _sounded(word, spelt, taken)
    for at, word in enumerate(latin):
        if not spoken[at] and len(frame(word)) >= FRAME:
            spoken[at] = _framed(word, sounds, taken)
    left = [word for word, said in zip(latin, spoken, strict=True) if not said]
    for sign, senses in words().senses.items() if left else ():
        for sense in senses:
            if set(sense.split()) <= set(left) and _meant(sign, han.signs, taken):
                spoken = [said or word in sense.split() for word, said in zip(latin, spoken, strict=True)]
                left = [word for word, said in zip(latin, spoken, strict=True) if not said]
    return taken, spoken


def contradict(first: str, second: str) -> bool:
    """Whether a name has a word in pinyin that its Chinese counterpart does not have.

    >>> contradict("东山头学校", "Xishantou School"), contradict("孔雀河学校", "Swan River School")
    (True, False)
    """
    a, b = key(first), key(second)
    if a.han == b.han:
        return False
    han, latin = (a, b) if a.han else (b, a)
    _, spoken = cover(han, latin.words)
    return any(is_pinyin(word) for word, said in zip(latin.words, spoken, strict=True) if not said)


def _framed(word: str, sounds: list[list[str]], taken: list[bool]) -> bool:
    """Whether a run of signs has the consonants of a word of another language than Chinese: 库尔勒, Korla."""
    wanted = frame(word)
    for start in range(len(sounds)):
        for end in range(start + 2, len(sounds) + 1):
            if any(taken[start:end]):
                break
            if frame("".join(sound[0] for sound in sounds[start:end])) == wanted:
                taken[start:end] = [True] * (end - start)
                return True
    return False


def frame(letters: str) -> str:
    """The consonants of a name, by which names of other languages are known in pinyin.

    >>> frame("kuerle"), frame("korla")
    ('krl', 'krl')
    """
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouvyw]", "", letters))


def _sounded(word: str, sounds: list[list[str]], taken: list[bool]) -> bool:
    for start in range(len(sounds)):
        end = heard(word, sounds, start)
        if end is not None and not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            return True
    return False


def heard(letters: str, sounds: list[list[str]], start: int) -> int | None:
    """Where the syllables from ``start`` on end that make up the letters; None where none do."""
    if not letters:
        return start
    if start == len(sounds):
        return None
    ends = (heard(letters[len(s) :], sounds, start + 1) for s in sounds[start] if letters.startswith(s))
    return next((end for end in ends if end is not None), None)


@lru_cache(AT_HAND)
def readings(signs: str) -> tuple[str, ...]:
    """How each character may sound: as its word has it first, then in other words; ü as v and as u."""
    usual = lazy_pinyin(signs, v_to_u=False)
    return tuple(
        "|".join(dict.fromkeys(form for each in (first, *_every(sign)) for form in (each, each.replace("v", "u"))))
        for first, sign in zip(usual, signs, strict=True)
    )


@lru_cache(AT_HAND)
def _every(sign: str) -> tuple[str, ...]:
    """All readings of a character."""
    return tuple(pinyin([sign], style=Style.NORMAL, heteronym=True, v_to_u=False)[0])


def _meant(sign: str, signs: str, taken: list[bool]) -> bool:
    start = signs.find(sign)
    while start >= 0:
        if not any(taken[start : start + len(sign)]):
            taken[start : start + len(sign)] = [True] * len(sign)
            return True
        start = signs.find(sign, start + 1)
    return False
