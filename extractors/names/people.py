"""What a person's name looks like: pinyin family names and syllables, Hong Kong spellings, other capitalised names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.names.lexicon import load

# The syllables of Hanyu Pinyin: an initial and a final, without tones (ISO 7098). A little wider than the standard's
# table, since a name that no one bears does no harm.
SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|an|ao|ei|en|er|ou|ia|ie|in|iu|ua|ue|ui|un|uo|üe|üan|ve|a|e|i|o|u|ü|v))"
)
SINGLE = re.compile(SYLLABLE)
GIVEN = re.compile(rf"{SYLLABLE}(?:['’-]?{SYLLABLE}){{0,2}}", re.IGNORECASE)
CANTONESE = re.compile(r"[a-z]{1,6}(?:-[a-z]{1,6})?", re.IGNORECASE)
SURNAMES = load("extractors.names", "people")


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
    if family in SURNAMES["pinyin"]:
        shape = GIVEN
    elif family in SURNAMES["other"] and "-" in words[1]:
        shape = CANTONESE
    else:
        return 0
    if not (words[1][0].isupper() and shape.fullmatch(words[1])):
        return 0
    single = words[1].isalpha() and len(words[1]) <= 6 and SINGLE.fullmatch(words[1].lower())
    if single and len(words) > 2 and words[2][0].isupper() and SINGLE.fullmatch(words[2].lower()):
        return 3
    return 2
