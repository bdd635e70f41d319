"""Text as the words that can be looked for: case and width folded, every Chinese character a word of its own.

SQLite's own tokenizers find no 集团 in a Chinese sentence: ``unicode61`` takes the sentence for one word, ``trigram``
knows nothing shorter than three characters. With a word a character, a name of any length is a phrase of such words,
found exactly where its characters follow each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MARKS = "\u0300-\u036f\u3099\u309a"
"""Marks that belong to the letter before them: é may be written as two code points."""
PIECE = re.compile(rf"[0-9A-Za-z]+[{MARKS}]*|[^\x00-\x7f][{MARKS}]*")
"""A run of plain letters, or one other letter, with the marks behind it: "Lake", "é", "集"."""
ALONE = re.compile(
    "[\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003fffd]"
)
"""Characters of writing without spaces: Chinese, Japanese; Korean, whose words carry endings."""
APART = "¶"
"""Stands between texts that are indexed together; no query has it, so that no phrase runs from one into the next."""


class Word(NamedTuple):
    """A word as it is looked for, and where it stands in its text, in code points, end exclusive."""

    folded: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of a text in their order; punctuation is none.

    >>> [word.folded for word in words("松山湖No.２ ＳＣＨＯＯＬ's")]
    ['松', '山', '湖', 'no', '2', 'school', 's']
    """
    begun: list[str] = []
    start = end = 0
    for piece in PIECE.finditer(text):
        if begun and piece.start() > end:
            yield Word("".join(begun), start, end)
            begun = []
        run = folded(piece[0])
        for sign in (run,) if run.isascii() and run.isalnum() else run:
            alone = ALONE.match(sign)
            if begun and (alone or not joins(sign)):
                yield Word("".join(begun), start, end)
                begun = []
            if alone:
                yield Word(sign, piece.start(), piece.end())
            elif joins(sign):
                start = start if begun else piece.start()
                begun.append(sign)
                end = piece.end()
    if begun:
        yield Word("".join(begun), start, end)


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """A text without differences of case and width, composed.

    >>> folded("ＳＭＡＬＬ ﬁ ①"), folded("Straße")
    ('small fi 1', 'strasse')
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def joins(sign: str) -> bool:
    """Whether a sign, or a run of plain ones, is part of a word: letters, digits, or a mark on one."""
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


def indexed(*texts: str | None) -> str:
    """Texts as their words with spaces between.

    >>> indexed("Anbu School", "暗步")
    'anbu school ¶ 暗 步'
    """
    return f" {APART} ".join(" ".join(word.folded for word in words(text)) for text in texts if text)
