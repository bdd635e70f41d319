"""Which of the languages that there are rules for a text is written in, and which of its blocks are in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.text import Text

HAN_SCRIPT, KANA_SCRIPT, HANGUL_SCRIPT = "㐀-䶿一-鿿\U00020000-\U000323af", "ぁ-ゖァ-ヺ", "가-힣"
HAN = re.compile(f"[{HAN_SCRIPT}]+")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
KANA, HANGUL = re.compile(f"[{KANA_SCRIPT}]"), re.compile(f"[{HANGUL_SCRIPT}]")
EASTERN = re.compile(f"[{HAN_SCRIPT}{KANA_SCRIPT}{HANGUL_SCRIPT}]")
SEVERAL = 8
"""Words of Latin letters, or Chinese characters, that make a block one of the other language: less may be a name."""
SENTENCE = {
    "en": re.compile(r"[㐀-䶿一-鿿][㐀-䶿一-鿿]{3}"),
    "zh": re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]+[,;:]? [a-z]+"),
}
"""What a text in one language holds wherever a block of it is in the other."""


def language_of(text: str) -> str:
    """``zh`` or ``en``, by the share of the scripts: one Han character counts as much as one word of Latin letters.

    Japanese and Korean, which have no rules yet, are told by the scripts of their own: ``ja``, ``ko``.

    >>> language_of("合肥第七中学教育集团 (Hefei No. 7)")
    'zh'
    >>> language_of("東京都の教育委員会は新しい学校を開く"), language_of("서울특별시교육청은 學校를 연다")
    ('ja', 'ko')
    """
    if text.isascii() or not EASTERN.search(text):
        return "en"
    characters, kana, hangul = han_characters(text), len(KANA.findall(text)), len(HANGUL.findall(text))
    enough = max(characters, 3 * max(kana, hangul)) + 1  # more words than these change nothing
    words = sum(1 for _ in islice(LATIN.finditer(text), enough))
    if max(kana, hangul) * 3 > characters + words:
        return "ja" if kana > hangul else "ko"
    return "zh" if characters and characters > words else "en"


def parts(text: Text, language: str) -> Iterator[tuple[str, Text]]:
    """A text in one language and what of it is in the other, each as a part of its own; mostly it is one whole."""
    other = "zh" if language == "en" else "en"
    whole = (language == "en" and text.string.isascii()) or not SENTENCE[language].search(text.string)
    foreign = set() if whole else set(foreign_blocks(text, language, other))
    if not foreign:
        yield language, text
        return
    yield language, text.part([block for block in text.blocks if block.start not in foreign])
    yield other, text.part([block for block in text.blocks if block.start in foreign])


def foreign_blocks(text: Text, language: str, other: str) -> Iterator[int]:
    """Where the blocks start that are in the other language."""
    for block in text.readable():
        words = text.string[block.start : block.end]
        if SENTENCE[language].search(words) and language_of(words) == other and is_long(words, other):
            yield block.start


def is_long(words: str, language: str) -> bool:
    """Whether a block has enough words to be more than a name."""
    return (han_characters(words) if language == "zh" else len(LATIN.findall(words))) >= SEVERAL


def han_characters(text: str) -> int:
    """How many Han characters a text has."""
    return sum(map(len, HAN.findall(text)))
