"""How names sound: Chinese characters as pinyin and in other languages, and words heard in a row of characters."""

from __future__ import annotations

import re
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, pinyin

UMLAUT = str.maketrans("üǖǘǚǜ", "vvvvv")
AT_HAND = 8_000
"""So many readings are remembered."""
FRAME = 3
"""So many consonants a word must have to be known by them."""


def framed(word: str, sounds: list[list[str]], taken: list[bool]) -> bool:
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


def sounded(word: str, sounds: list[list[str]], taken: list[bool]) -> bool:
    """Whether a run of signs that no word has taken is read as a word; the run is taken then."""
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


def meant(sign: str, signs: str, taken: list[bool]) -> bool:
    """Whether characters that no word has taken stand among the signs; they are taken then."""
    start = signs.find(sign)
    while start >= 0:
        if not any(taken[start : start + len(sign)]):
            taken[start : start + len(sign)] = [True] * len(sign)
            return True
        start = signs.find(sign, start + 1)
    return False
