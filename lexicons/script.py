"""Makes extractors/script.toml: ``python -m lexicons.script``.

Needs opencc.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from lexicons.toml import source, write, written

FILE = "extractors/script.toml"
HAN = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
RADICALS_AND_DOUBLES = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF))
KEPT = frozenset("乾於")
"""Characters that simplified texts print in names (乾县, 於 as a family name), so that a value keeps them."""
SETTINGS = ("t2s", "tw2s", "hk2s")


def simplified() -> Iterable[str]:
    """Each character with its simplified form, as a word of two characters; the mainland's table first."""
    from opencc import OpenCC

    tables, back = [OpenCC(setting) for setting in SETTINGS], OpenCC("s2t")
    for character in map(chr, HAN):
        forms = (table.convert(character) for table in tables)
        other = next((form for form in forms if form != character and len(form) == 1 and ord(form) <= 0xFFFF), None)
        if other is not None and character not in KEPT and back.convert(character) == character:
            yield character + other


def united() -> Iterable[str]:
    """Radicals and doubled code points, which PDF files have for common characters, with the plain character."""
    simple = {pair[0]: pair[1] for pair in simplified()}
    for code in RADICALS_AND_DOUBLES:
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code) and len(plain) == 1:
            yield chr(code) + simple.get(plain, plain)


def content() -> str:
    """The file as it should be."""
    opencc = source("opencc")
    return written(
        "Characters, each as printed and as rules compare it. Made by `python -m lexicons.script`; do not edit.",
        {
            "traditional": (
                f"Traditional characters, each with what {opencc} (Apache 2.0) makes of it alone, by the tables for "
                "all regions, for Taiwan and for Hong Kong; without characters that simplified names have too.",
                simplified(),
            ),
            "united": (
                f"Radicals and compatibility forms, each with the plain character by Unicode's tables, simplified by "
                f"{opencc} (Apache 2.0).",
                united(),
            ),
        },
    )


if __name__ == "__main__":
    write(FILE, content())
