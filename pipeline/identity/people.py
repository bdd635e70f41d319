"""Names of people across spellings and languages: by sound, family name first or last."""

from __future__ import annotations

import re
from functools import cache

from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT
from rapidfuzz.distance import Indel

from extractors.script import folded
from pipeline.identity.names import HAN, UMLAUT, frame, heard, readings


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
    sounds = [sound.split("|") for sound in readings(_bare(folded(han)))]
    said = _spoken(latin)
    for order in (said, [*said[1:], *said[:1]], [*said[-1:], *said[:-1]]):
        if heard("".join(order), sounds, 0) == len(sounds):
            return 1.0
    if "·" in han or len(sounds) > 4:
        usual = "".join(sound[0] for sound in sounds)
        return 0.8 * float(Indel.normalized_similarity(frame(usual), frame("".join(said))))
    return 0.0


@cache
def _syllables() -> frozenset[str]:
    return frozenset(lazy_pinyin(chr(code), v_to_u=False)[0] for code in PINYIN_DICT if 0x4E00 <= code <= 0x9FFF)


def in_pinyin(name: str) -> bool:
    """Whether a name in Latin letters is made of the syllables of pinyin.

    >>> in_pinyin("Zhao Yongqiang"), in_pinyin("Law Wing-kam")
    (True, False)
    """
    return all(_made_of(word, _syllables()) for word in _spoken(name))


def _made_of(letters: str, syllables: frozenset[str]) -> bool:
    return not letters or any(
        letters[:end] in syllables and _made_of(letters[end:], syllables) for end in range(min(6, len(letters)), 0, -1)
    )


def _bare(name: str) -> str:
    return re.sub(r"[\s·•‧・]", "", name)


def _spoken(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub(r"['’]", "", name.casefold()).translate(UMLAUT).replace("lyu", "lv"))


def _glued(name: str) -> str:
    return "".join(_spoken(name))
