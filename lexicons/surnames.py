"""Makes extractors/names/surnames.toml and extractors/names/han.toml: ``python -m lexicons.surnames PINYIN_PRO``.

Needs faker, pypinyin, cantonese-romanisation and opencc, and the unpacked npm package pinyin-pro, whose folder is named
on the command line; spaCy, whose list of English stop words it asks, is the program's own.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from lexicons.syllables import spellings
from lexicons.toml import folder, source, write, written

LATIN, HAN = "extractors/names/surnames.toml", "extractors/names/han.toml"
TONES = re.compile("[\u0300\u0301\u0304\u030c ]")
READING = re.compile(r"([㐀-鿿]+): '([^']+)'")
COMMON = 0.02
"""The per cent of the people who bear a name that is listed in characters, or as it is spelled in Hong Kong."""
NO_WORD, NO_WORD_ABROAD = 0.1, 0.4
"""The per cent of the people who bear a name that is spelled like an English stop word, in pinyin and otherwise: "He"
and "So", but not "On". It is the mainland's per cent, of which less is known about the others."""
OFFICIAL = re.compile(r"(?![bdgj])(?!.*(?:aa|r))[a-z]+")
"""The letters of the Hong Kong government: "Pak" and "Kwok", not "Baak" and "Gwok"."""

Readings = Mapping[str, str]
Shares = Mapping[str, float]


def readings(pinyin_pro: Path) -> Readings:
    """Surname → pinyin: the Hundred Family Surnames and the compound ones, as they are read in names (单 is Shan)."""
    code = (pinyin_pro / "dist" / "esm" / "data" / "surname.mjs").read_text(encoding="utf-8")
    return {name: toneless(reading) for name, reading in READING.findall(code)}


def toneless(pinyin: str) -> str:
    """Pinyin in one word without its tones.

    >>> toneless("ōu yáng"), toneless("lǚ")
    ('ouyang', 'lü')
    """
    return unicodedata.normalize("NFC", TONES.sub("", unicodedata.normalize("NFD", pinyin)))


def shares() -> Shares:
    """Surname → per cent of the people of the mainland who bear it, for the 400 most frequent."""
    from faker.providers.person.zh_CN import Provider

    return dict(Provider.last_names)


def pinyin(read: Readings, known: Shares) -> Shares:
    """Spelling → per cent of the people, 0 when it is not known."""
    from pypinyin import lazy_pinyin

    found: defaultdict[str, float] = defaultdict(float)
    for name in (*read, *(name for name in known if name not in read)):
        reading = read.get(name) or "".join(lazy_pinyin(name, v_to_u=True))
        for spelling in spellings(reading):
            found[spelling] += known.get(name, 0.0)
    return found


class Traditional:
    """Characters as Hong Kong writes and reads them; one in use there as it stands is left alone (范, not 範)."""

    def __init__(self) -> None:
        from opencc import OpenCC

        table = (folder("cantoroman") / "data" / "charToRoman.json").read_text(encoding="utf-8")
        self.spellings: dict[str, list[str]] = json.loads(table)
        self.convert = OpenCC("s2t").convert

    def of(self, name: str) -> str:
        """A surname of one character in traditional print."""
        return name if name in self.spellings else str(self.convert(name))


def common(known: Shares) -> Shares:
    """The surnames of one character that are common enough for a spelling or a character to be one."""
    return {name: share for name, share in known.items() if share >= COMMON and len(name) == 1}


def cantonese(known: Shares, traditional: Traditional) -> Shares:
    """The spellings of Hong Kong → per cent of the mainland's people, for the common surnames."""
    found: defaultdict[str, float] = defaultdict(float)
    for name, share in common(known).items():
        for spelling in set(traditional.spellings.get(traditional.of(name), ())):
            if OFFICIAL.fullmatch(spelling):
                found[spelling] += share
    return found


def wade_giles() -> Iterable[str]:
    """The spellings of Taiwan, for its 200 most frequent surnames."""
    from faker.providers.person.zh_TW import Provider

    return (name.lower() for name in Provider.last_romanized_names)


def no_words(spelled: Shares, least: float) -> set[str]:
    """The spellings without single letters, and without English stop words that fewer than ``least`` per cent bear."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return {word for word, share in spelled.items() if len(word) > 1 and (share >= least or word not in STOP_WORDS)}


def in_latin(read: Readings, known: Shares, traditional: Traditional, pinyin_pro: str) -> str:
    """The file of spellings."""
    hong_kong = no_words(cantonese(known, traditional), NO_WORD_ABROAD)
    taiwan = no_words(dict.fromkeys(wade_giles(), 0.0), NO_WORD_ABROAD) - hong_kong
    return written(
        "Han family names as they are spelled in English. Made by `python -m lexicons.surnames`; do not edit. A "
        f"spelling that is an English stop word (spaCy's list) is in only if {NO_WORD} % of the mainland's people bear "
        f"the name, {NO_WORD_ABROAD} % where it is spelled otherwise than in pinyin. Single letters never are.",
        {
            "pinyin": (
                f"The 400 most frequent of the mainland, in {source('faker')} (MIT; after Wikipedia's list), and the "
                f"Hundred Family Surnames with the compound ones, in {pinyin_pro} (MIT), which says how they are read "
                f"in names; the others are read by {source('pypinyin')} (MIT). ü also as u, v and yu.",
                no_words(pinyin(read, known), NO_WORD),
            ),
            "cantonese": (
                f"As the Hong Kong government spells them, by {source('cantonese-romanisation')} (MIT), those that "
                f"{COMMON} % of the mainland's people bear, in traditional characters by {source('opencc')} (Apache "
                "2.0). That package has other spellings too: those with b, d, g or j in front, aa or r are left out.",
                hong_kong,
            ),
            "wade_giles": (
                f"Those of Taiwan's 200 most frequent, in {source('faker')} (MIT), that are not among Hong Kong's.",
                taiwan,
            ),
        },
    )


def in_han(read: Readings, known: Shares, traditional: Traditional, pinyin_pro: str) -> str:
    """The file of characters."""
    from faker.providers.person.zh_TW import Provider

    simplified = common(known)
    characters = {*simplified, *map(traditional.of, simplified), *(n for n in Provider.last_names if len(n) == 1)}
    others = {name for name in (*read, *known) if len(name) == 1}
    compound = [name for name in read if len(name) == 2]
    frequent = source("faker")
    return written(
        "Han family names in characters. Made by `python -m lexicons.surnames`; do not edit.",
        {
            "characters": (
                f"Those that {COMMON} % of the mainland's people bear and the 200 most frequent of Taiwan, in "
                f"{frequent} (MIT; after Wikipedia's list and Taiwan's statistics of names), the former also in "
                f"traditional characters by {source('opencc')} (Apache 2.0).",
                characters,
            ),
            "rare": (
                f"The others of one character, of the 400 most frequent of the mainland, in {frequent} (MIT), and of "
                f"the Hundred Family Surnames, in {pinyin_pro} (MIT).",
                others - characters,
            ),
            "compound": (
                f"Those of two characters among the Hundred Family Surnames, in {pinyin_pro} (MIT), also in "
                f"traditional characters by {source('opencc')} (Apache 2.0).",
                [*compound, *map(traditional.of, compound)],
            ),
        },
    )


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(prog="python -m lexicons.surnames")
    parser.add_argument("pinyin_pro", type=Path, help="the folder of the unpacked npm package pinyin-pro")
    package = parser.parse_args().pinyin_pro
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    read, known, traditional = readings(package), shares(), Traditional()
    write(LATIN, in_latin(read, known, traditional, f"pinyin-pro {version}"))
    write(HAN, in_han(read, known, traditional, f"pinyin-pro {version}"))


if __name__ == "__main__":
    main()
