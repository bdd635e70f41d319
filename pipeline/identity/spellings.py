"""How Chinese names are spelt where English has them not from pinyin: from Cantonese, from Wade-Giles, or from the
languages of other peoples, whose names the characters only render."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PINYIN_DICT
from rapidfuzz.distance import Indel

AT_HAND = 8_000
WAYS = 64
"""So many ways of spelling one name are tried."""
UMLAUT = str.maketrans("üǖǘǚǜ", "uuuuu")
CLASSES = ((r"ng(?![aeiou])", "n"), ("zh|j|z", "j"), ("ch|c|ts", "c"), ("sh|s", "s"), ("[hkgq]", "k"), ("[bpf]", "b"))
"""Consonants that renderings do not tell apart, in this order; then t and d, and l and r."""
PINYIN_ONLY = str.maketrans("xq", "sc")
MORE_CLASSES = str.maketrans("dr", "tl")


@lru_cache(AT_HAND)
def cantonese(sign: str) -> tuple[str, ...]:
    """How a character is spelt in names from Hong Kong, Macao and overseas.

    >>> cantonese("黄"), cantonese("子")
    (('wong',), ('chi', 'ji', 'ci', 'zi', 'tsi'))
    """
    return _cantonese().get(sign, ())


@lru_cache(AT_HAND)
def wade_giles(sign: str) -> tuple[str, ...]:
    """How a character is spelt in names from Taiwan and in old prints, without apostrophes.

    >>> wade_giles("张"), wade_giles("华")
    (('chang',), ('hua', 'hwa'))
    """
    found = pinyin([sign], style=Style.WADEGILES, heteronym=True)[0]
    plain = [each.replace("'", "").replace("v", "u").translate(UMLAUT) for each in found]
    return tuple(dict.fromkeys(form for each in plain for form in (each, re.sub("(?<=[hk])u(?=[ao])", "w", each))))


@cache
def _cantonese() -> dict[str, tuple[str, ...]]:
    listed = _lists("cantonese.toml")["readings"]
    return {entry[0]: tuple(entry[2:].split("/")) for entry in listed}


@cache
def _foreign() -> dict[str, tuple[str, ...]]:
    lists = _lists("foreign.toml")
    entries = [entry.split("/") for name in ("tibetan", "uyghur", "mongolian") for entry in lists[name]]
    return {signs: tuple(spellings) for signs, *spellings in sorted(entries, key=lambda entry: -len(entry[0]))}


def _lists(name: str) -> dict[str, list[str]]:
    return tomllib.loads(files("pipeline.identity").joinpath(name).read_text("utf-8"))


@cache
def syllables() -> frozenset[str]:
    """The syllables of pinyin, ü as v; those without a vowel, which no name has, are left out."""
    found = {lazy_pinyin(chr(code), v_to_u=False)[0] for code in PINYIN_DICT if 0x4E00 <= code <= 0x9FFF}
    return frozenset(syllable for syllable in found if re.search("[aeiouv]", syllable))


def is_pinyin(letters: str) -> bool:
    """Whether letters are made of syllables of pinyin.

    >>> is_pinyin("yongqiang"), is_pinyin("kwong")
    (True, False)
    """
    return not letters or any(
        letters[:end] in syllables() and is_pinyin(letters[end:]) for end in range(min(6, len(letters)), 0, -1)
    )


def rendered_alike(han: str, latin: Sequence[str]) -> float:
    """How alike two renderings of a name of another language are, 0 to 1, by the consonants that both can spell.

    >>> rendered_alike("热合曼", ["rahman"]), rendered_alike("尼玛次仁", ["nyima", "tsering"])
    (1.0, 1.0)
    """
    said = skeleton("".join(latin))
    best = 0.0
    for way in islice(product(*_parts(re.sub(r"[\s·•‧・]", "", han))), WAYS):
        best = max(best, float(Indel.normalized_similarity(skeleton("".join(way)), said)))
    return best


@lru_cache(AT_HAND)
def is_rendering(han: str) -> bool:
    """Whether a name in characters is made of parts of names of other languages only.

    >>> is_rendering("尼玛次仁"), is_rendering("林国栋")
    (True, False)
    """
    return bool(han) and any(
        not han[len(signs) :] or is_rendering(han[len(signs) :]) for signs in _foreign() if han.startswith(signs)
    )


def _parts(han: str) -> list[tuple[str, ...]]:
    """The parts of a name in characters, each in the ways in which it may be spelt."""
    found: list[tuple[str, ...]] = []
    while han:
        known = next((signs for signs in _foreign() if han.startswith(signs)), "")
        size = len(known) or 1
        plain = "".join(lazy_pinyin(han[:size], v_to_u=False)).translate(PINYIN_ONLY)
        found.append((plain, *_foreign().get(known, ())))
        han = han[size:]
    return found


def skeleton(letters: str) -> str:
    """The consonants of a name, those that renderings do not tell apart as one.

    >>> skeleton("maimaitijiang"), skeleton("memetjan")
    ('mtjn', 'mtjn')
    """
    for pattern, letter in CLASSES:
        letters = re.sub(pattern, letter, letters)
    bare = re.sub(r"[aeiouvyw]", "", letters.translate(MORE_CLASSES))
    return re.sub(r"(.)\1+", r"\1", bare)
