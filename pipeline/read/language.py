"""Which of the languages that there are rules for a text is written in."""

from __future__ import annotations

import re

HAN = re.compile(r"[㐀-䶿一-鿿\U00020000-\U000323af]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")


def language_of(text: str) -> str:
    """``zh`` or ``en``, by the share of the scripts: one Han character counts as much as one word of Latin letters.

    >>> language_of("合肥第七中学教育集团 (Hefei No. 7)")
    'zh'
    """
    if text.isascii():
        return "en"
    characters = len(HAN.findall(text))
    return "zh" if characters and characters > len(LATIN.findall(text)) else "en"
