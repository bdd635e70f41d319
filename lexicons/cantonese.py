"""Makes pipeline/identity/cantonese.toml: ``python -m lexicons.cantonese``.

Needs cantonese-romanisation.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict

from extractors.script import folded
from lexicons.toml import folder, source, write, written

FILE = "pipeline/identity/cantonese.toml"
INITIALS = {"b": "p", "d": "t", "g": "k", "gw": "kw", "z": "ts", "c": "ts", "j": "y"}
FINALS = {
    "yun": "uen", "yut": "uet", "oeng": "eung", "oek": "euk", "eoi": "ui", "eon": "un", "eot": "ut", "ou": "o",
    "aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at", "aak": "ak",
}  # fmt: skip
"""How the government's way of spelling differs from the Linguistic Society's."""
LINGUISTS = "charToLshk.json"
SPELLINGS = ("charToRoman.json", LINGUISTS)
"""As Hong Kong's government spells names, and as linguists do, who are nearer to some spellings of places."""


def readings() -> list[str]:
    """Every character of simplified print with its spellings, ``林/lam``; it has those of its traditional forms."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name in SPELLINGS:
        listed = json.loads((folder("cantoroman") / "data" / name).read_text(encoding="utf-8"))
        for character, spellings in listed.items():
            plain = folded(character)
            if _is_common(plain):
                bare = [spelling.rstrip("0123456789").lower() for spelling in spellings]
                found[plain] |= dict.fromkeys(bare)
                if name == LINGUISTS:
                    found[plain] |= dict.fromkeys(map(as_on_maps, bare))
    return [f"{character}/{'/'.join(spellings)}" for character, spellings in found.items()]


def as_on_maps(syllable: str) -> str:
    """A syllable of the Linguistic Society as maps and name plates mostly have it.

    >>> as_on_maps("tyun"), as_on_maps("zeoi"), as_on_maps("gwong")
    ('tuen', 'tsui', 'kwong')
    """
    match = re.fullmatch(r"(gw|kw|ng|[bpmfdtnlgkhzcsjw]?)(.*)", syllable)
    initial, final = (match[1], match[2]) if match else ("", syllable)
    return INITIALS.get(initial, initial) + FINALS.get(final, final)


def _is_common(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def content() -> str:
    """The file as it should be."""
    return written(
        "How names are spelt that English has from Cantonese. Made by `python -m lexicons.cantonese`; do not edit.",
        {
            "readings": (
                "The characters of GB 2312, each with its spellings by the government of Hong Kong, then by the "
                f"Linguistic Society, without tones. From {source('cantonese-romanisation')} (MIT).",
                readings(),
            )
        },
    )


if __name__ == "__main__":
    write(FILE, content())
