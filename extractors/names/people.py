"""What a person's name looks like: pinyin family names and syllables, Hong Kong spellings, other capitalised names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from extractors.names.lexicon import load


def _one_of(syllables: Iterable[str]) -> str:
    """A pattern for any of the syllables, those of one initial together: fewer attempts for a word that is none."""
    by_initial = groupby(sorted(syllables, key=lambda word: (word[0], -len(word), word)), key=lambda word: word[0])
    return "|".join(f"{first}(?:{'|'.join(word[1:] for word in words)})" for first, words in by_initial)


SYLLABLE = f"(?:{_one_of(load('extractors.names', 'syllables')['syllables'])})"
GIVEN = re.compile(rf"{SYLLABLE}(?:['’-]?{SYLLABLE}){{0,2}}", re.IGNORECASE)
HYPHENATED = re.compile(r"[a-z]{1,6}-[a-z]{1,6}", re.IGNORECASE)
"""A given name as Hong Kong, Taiwan and Singapore print it: Wai-man, Chia-hsiung."""
SURNAMES = load("extractors.names", "surnames")
PINYIN = SURNAMES["pinyin"]
ELSEWHERE = SURNAMES["cantonese"] | SURNAMES["wade_giles"] | load("extractors.names", "people")["southeast_asian"]


def han_name(words: Sequence[str]) -> int:
    """How many of the words, from the first, are a Han name: 0, 2 or 3.

    >>> han_name(["Ye", "Gankui", "said"]), han_name(["Ouyang", "Li"]), han_name(["Dongguan", "City"]), han_name(["Chan", "Wai-man"])
    (2, 2, 0, 2)
    >>> han_name(["Qin", "YE"]), han_name(["Li", "Xiao", "Ming"]), han_name(["QIN", "Ye"])
    (2, 3, 2)
    """
    if len(words) < 2 or not words[0][0].isupper():
        return 0
    family = words[0].lower()
    shapes = (GIVEN,) * (family in PINYIN) + (HYPHENATED,) * (family in ELSEWHERE and "-" in words[1])
    if not (words[1][0].isupper() and any(shape.fullmatch(words[1]) for shape in shapes)):
        return 0
    single = words[1].isalpha() and len(words[1]) <= 6 and re.fullmatch(SYLLABLE, words[1].lower())
    if single and len(words) > 2 and words[2][0].isupper() and re.fullmatch(SYLLABLE, words[2].lower()):
        return 3
    return 2
