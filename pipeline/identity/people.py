"""Names of people across spellings and languages: by sound, family name first or last."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.script import folded
from pipeline.identity.keys import HAN
from pipeline.identity.sounds import UMLAUT, heard, readings
from pipeline.identity.spellings import cantonese, is_pinyin, is_rendering, rendered_alike, wade_giles

RENDERED = 0.8
"""How sure it is that two renderings of a name from another language with the same consonants are one."""
WITH_ANOTHER = 0.95
"""The same of a name that has a Christian name in front of the Chinese one: John Lee Ka-chiu, 李家超."""


def person(first: str, second: str) -> float:
    """How surely two printed names are one person's, 0 to 1: by sound, family name first or last.

    >>> person("李军", "Li Jun"), person("欧阳娜", "Na Ouyang"), person("李军", "Li Jin")
    (1.0, 1.0, 0.0)
    """
    if HAN.search(first) and HAN.search(second):
        return 1.0 if _bare(folded(first)) == _bare(folded(second)) else 0.0
    if not HAN.search(first) and not HAN.search(second):
        return 1.0 if sorted(_spoken(first)) == sorted(_spoken(second)) or _glued(first) == _glued(second) else 0.0
    han, latin = (first, second) if HAN.search(first) else (second, first)
    signs, said = _bare(folded(han)), _spoken(latin)
    sounds = [sound.split("|") for sound in readings(signs)]
    if any(heard("".join(order), sounds, 0) == len(sounds) for order in _orders(said)):
        return 1.0
    if "·" in han or len(sounds) > 4 or is_rendering(signs):
        return RENDERED * rendered_alike(signs, said)
    if not in_pinyin(latin) or "-" in latin:
        return max(_spelt(signs, said, cantonese), _spelt(signs, said, wade_giles))
    return 0.0


def _orders(said: Sequence[str]) -> list[list[str]]:
    """The words of a name with the family name first or last."""
    return [[*said], [*said[1:], *said[:1]], [*said[-1:], *said[:-1]]]


def _spelt(signs: str, said: Sequence[str], spellings: Callable[[str], Sequence[str]]) -> float:
    """How surely a name of Hong Kong or Taiwan is one in characters: sign by sign, a Christian name left out."""
    sounds = [list(spellings(sign)) for sign in signs]
    if any(heard("".join(order), sounds, 0) == len(sounds) for order in _orders(said)):
        return 1.0
    for rest, other in ((said[1:], said[:1]), (said[:-1], said[-1:])):
        if len(rest) > 1 and not is_pinyin(other[0]) and heard("".join(rest), sounds, 0) == len(sounds):
            return WITH_ANOTHER
    return 0.0


def in_pinyin(name: str) -> bool:
    """Whether a name in Latin letters is made of the syllables of pinyin.

    >>> in_pinyin("Zhao Yongqiang"), in_pinyin("Law Wing-kam")
    (True, False)
    """
    return all(map(is_pinyin, _spoken(name)))


def _bare(name: str) -> str:
    return re.sub(r"[\s·•‧・]", "", name)


def _spoken(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub(r"['’]", "", name.casefold()).translate(UMLAUT).replace("lyu", "lv"))


def _glued(name: str) -> str:
    return "".join(_spoken(name))
