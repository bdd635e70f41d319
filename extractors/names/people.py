"""What a person's name looks like: pinyin family names and syllables, Hong Kong spellings, other capitalised names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.names.lexicon import load

SYLLABLES = load("extractors.names", "syllables")["syllables"]
LONGEST_SYLLABLE = max(map(len, SYLLABLES))
HYPHENATED = re.compile(r"[a-z]{1,6}-[a-z]{1,6}", re.IGNORECASE)
"""A given name as Hong Kong, Taiwan and Singapore print it: Wai-man, Chia-hsiung."""
SURNAMES = load("extractors.names", "surnames")
BY_HAND = load("extractors.names", "people")
PINYIN = SURNAMES["pinyin"] | BY_HAND["pinyin"]
ELSEWHERE = SURNAMES["cantonese"] | SURNAMES["wade_giles"] | BY_HAND["southeast_asian"]


def is_given(name: str, syllables: int = 3) -> bool:
    """Whether a word is made of so many syllables of pinyin at most, perhaps with apostrophes or hyphens between them.

    >>> [is_given(name) for name in ("Xiaoming", "Xi'an", "Jun-wei", "Smith", "Xiaoxiaoming")]
    [True, True, True, False, True]
    """
    name = name.lower()
    if name in SYLLABLES:
        return True
    if syllables > 1:
        for n in range(min(LONGEST_SYLLABLE, len(name) - 1), 0, -1):
            if name[:n] in SYLLABLES and is_given(name[n + 1 :] if name[n] in "'’-" else name[n:], syllables - 1):
                return True
    return False


def han_name(words: Sequence[str]) -> int:
    """How many of the words, from the first, are a Han name: 0, 2 or 3.

    >>> han_name(["Ye", "Gankui", "said"]), han_name(["Ouyang", "Li"]), han_name(["Dongguan", "City"]), han_name(["Chan", "Wai-man"])
    (2, 2, 0, 2)
    >>> han_name(["Qin", "YE"]), han_name(["Li", "Xiao", "Ming"]), han_name(["QIN", "Ye"])
    (2, 3, 2)
    """
    if len(words) < 2 or not words[0][0].isupper():
        return 0
    family, given = words[0].lower(), words[1]
    if not given[0].isupper():
        return 0
    if not (family in PINYIN and is_given(given)) and not (family in ELSEWHERE and HYPHENATED.fullmatch(given)):
        return 0
    if len(words) > 2 and words[2][0].isupper() and words[2].lower() in SYLLABLES and given.lower() in SYLLABLES:
        return 3
    return 2
