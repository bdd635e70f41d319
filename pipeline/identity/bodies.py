"""Offices, companies and party organs as names that can be compared: 宁波市教育局 and 市教育局 are one in one place."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractors.script import folded
from pipeline.identity.places import HAN, WORD, divisions

FORMS = {"教体局": "教育体育局", "教育和体育局": "教育体育局"}
PARTY = re.compile("^(?:中国共产党|中共)")
LEADING_RANK = re.compile(r"^(省|自治区|自治州|市|州|县|区|旗)(?=.*[局委会府部办室厅院协所处中心])")
RANKS = {
    "provincial": "province", "province": "province", "municipal": "city", "city": "city", "municipality": "city",
    "district": "district", "county": "county", "prefectural": "prefecture", "prefecture": "prefecture",
}  # fmt: skip
FILLING = frozenset("the of in for and a an s".split())


@lru_cache(1 << 12)
def body(name: str) -> tuple[str, ...]:
    """What is left of a body's name without the places in front, and with its rank said one way.

    >>> body("浙江省宁波市教育局") == body("宁波市教育局") == body("市教育局")
    True
    >>> body("Ningbo Municipal Education Bureau") == body("Education Bureau of Ningbo City")
    True
    >>> body("市教育局") == body("区教育局")
    False
    """
    return _chinese(PARTY.sub("", folded(name).replace(" ", ""))) if HAN.search(name) else _english(name)


def _chinese(name: str) -> tuple[str, ...]:
    rank = ""
    while match := _places()[0].match(name):
        rank, name = _places()[1][match[0]], name[match.end() :]
    if own := LEADING_RANK.match(name):
        rank, name = own[1][-1], name[own.end() :]
    return rank, FORMS.get(name, name)


def _english(name: str) -> tuple[str, ...]:
    words = [word.lower() for word in WORD.findall(name)]
    rank = next((RANKS[word] for word in words if word in RANKS), "")
    kept: list[str] = []
    for word, following in zip(words, [*words[1:], ""], strict=True):
        known = _sounds().get(word)
        if known is not None and (known or following in RANKS):
            rank = rank or known
        elif word not in RANKS and word not in FILLING:
            kept.append(word)
    return rank, *sorted(kept)


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    """Places that a name may begin with, and the rank of each; a county stands there with its own."""
    ranks = {each.bare: each.name[-1] for each in divisions().values() if each.level != "county" and len(each.bare) > 1}
    ranks |= {each.name: each.name[-1] for each in divisions().values()}
    return re.compile("|".join(map(re.escape, sorted(ranks, key=len, reverse=True)))), ranks


@cache
def _sounds() -> dict[str, str]:
    """Places in pinyin with their rank; that of a county is empty, for it has to stand there."""
    known = {each.sound: "" for each in divisions().values()}
    for level, rank in (("prefecture", "city"), ("province", "province")):
        known |= {each.sound: rank for each in divisions().values() if each.level == level}
    return known
