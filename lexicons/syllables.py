"""Makes extractors/names/syllables.toml: ``python -m lexicons.syllables``.

Needs pypinyin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lexicons.toml import source, write, written

FILE = "extractors/names/syllables.toml"
WITH_A_VOWEL = re.compile(r"[a-zü]*[aeiouü][a-zü]*")


def spellings(syllable: str) -> tuple[str, ...]:
    """How a syllable is printed in names: "ü" also without its dots, as "v" and, since 2012, in passports as "yu".

    >>> spellings("lüe"), spellings("lan")
    (('lüe', 'lue', 'lve', 'lyue'), ('lan',))
    """
    return tuple(dict.fromkeys(syllable.replace("ü", letter) for letter in ("ü", "u", "v", "yu")))


def syllables() -> Iterable[str]:
    """Every reading of a character, without its tone, that has a vowel: no interjection such as "hng"."""
    from pypinyin import Style
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.style import convert

    for readings in PINYIN_DICT.values():
        for reading in readings.split(","):
            syllable = convert(reading, Style.NORMAL, strict=True).replace("v", "ü")
            if WITH_A_VOWEL.fullmatch(syllable):
                yield from spellings(syllable)


def content() -> str:
    """The file as it should be."""
    return written(
        "The syllables of Hanyu Pinyin. Made by `python -m lexicons.syllables`; do not edit.",
        {
            "syllables": (
                f"Every toneless reading of a character in {source('pypinyin')} (MIT), interjections without a vowel "
                "left out; ü also as u, v and yu, as names are printed.",
                syllables(),
            )
        },
    )


if __name__ == "__main__":
    write(FILE, content())
