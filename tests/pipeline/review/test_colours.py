"""Words can be read on every ground that they stand on, light and dark (WCAG 2.2, contrast of at least 4.5 to 1)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = (files("pipeline.review") / "static" / "review.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
)
WORDS = ("ink", "soft", "faint", "accent", "good", "bad", "warn")
GROUNDS = ("ground", "paper", "hover")
MARKS = ("group", "official", "date", "count", "policy", "sentence", "found", "chosen")
PAIRS = [
    *((words, ground) for words in WORDS for ground in GROUNDS),
    *(("ink", mark) for mark in MARKS),
    ("current-ink", "current"),
    ("accent-ink", "accent"),
    ("warn", "warn-ground"),
    ("ink", "warn-ground"),
    ("ground", "ink"),
    ("paper", "bad"),
]


def luminance(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [LIGHT, {**LIGHT, **DARK}], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out(scheme: dict[str, str], words: str, ground: str) -> None:
    darker, lighter = sorted((luminance(scheme[words]), luminance(scheme[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
