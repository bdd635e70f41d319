"""From the signs on a page to its lines: what stands side by side, and what the line says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

WIDE = re.compile(r"[　-〿㐀-鿿豈-﫿＀-￯“”‘’—…]")
"""Chinese characters and the marks that are as wide: between two of them a line break is no space."""
HAN = re.compile(r"[㐀-鿿]")
UNMAPPED = re.compile(r"\(cid:\d+\)")
PRIVATE = re.compile("[\ue000-\uf8ff]")
COMPATIBLE = re.compile("[⺀-⿟豈-﫿ﬀ-ﬆ]")
"""Radicals that stand for characters, and ligatures: some fonts name their signs so."""
SPACE_RATIO = 0.2
"""A gap of so many ems parts two words."""
GAP = 1.5
"""A gap of so many ems parts two cells or columns."""

Char = dict[str, Any]
"""A sign as pdfplumber has it: text, x0, x1, top, bottom, size, fontname, upright."""


@dataclass(frozen=True, slots=True)
class Word:
    """Signs without space between. Distances are points from the left and the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The size of its type, that of most words."""
        return median(word.size for word in self.words for _ in range(min(len(word.text), 50)))

    @property
    def bold(self) -> bool:
        """Whether all words with letters are bold."""
        lettered = [word.bold for word in self.words if any(map(str.isalpha, word.text))]
        return bool(lettered) and all(lettered)

    @property
    def text(self) -> str:
        """What it says, with single spaces."""
        text = self.words[0].text
        for before, word in pairwise(self.words):
            text += _between(before, word) + word.text
        return text

    @property
    def first_width(self) -> float:
        """How much room its first word would have needed on the line above; of Chinese, its first sign."""
        first = self.words[0]
        if (wide := WIDE.search(first.text)) is None:
            return first.x1 - first.x0
        return min(first.x1 - first.x0, max(1.6, 0.5 * wide.start()) * first.size)

    def pieces(self) -> list[Line]:
        """The parts of the line with wide gaps between."""
        found: list[list[Word]] = [[self.words[0]]]
        for before, word in pairwise(self.words):
            if word.x0 - before.x1 > max(GAP * min(before.size, word.size), 9):
                found.append([])
            found[-1].append(word)
        return [Line(tuple(words)) for words in found]


def _between(before: Word, word: Word) -> str:
    gap, em = word.x0 - before.x1, max(before.size, word.size)
    wide = bool(WIDE.match(before.text[-1])) + bool(WIDE.match(word.text[0]))
    return "" if gap < (0.0, 0.45, 0.9)[wide] * em else " "


def words_of(chars: Sequence[Char]) -> list[Word]:
    """The words that signs make up."""
    from pdfplumber.utils.text import extract_words

    found: list[Word] = []
    for each in extract_words(list(chars), x_tolerance_ratio=SPACE_RATIO, return_chars=True):
        if text := _mended(str(each["text"])):
            x0, x1, top, bottom = (float(each[side]) for side in ("x0", "x1", "top", "bottom"))
            size = median(float(sign["size"]) for sign in each["chars"])
            font = str(each["chars"][0].get("fontname", "")).lower()
            found.append(Word(text, x0, x1, top, bottom, size, "bold" in font or "heavy" in font))
    return found


def _mended(text: str) -> str:
    """A word as it reads: ligatures and radicals as letters, signs of a private font as bullets."""
    text = COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    text = PRIVATE.sub("•", UNMAPPED.sub("•", text))
    return "".join(c for c in text if c.isprintable() or c == "\u00ad")


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of words, from the top; words that overlap by half of their height stand in one line."""
    rows: list[list[Word]] = []
    middle = bottom = 0.0
    for word in sorted(words, key=lambda each: ((each.top + each.bottom) / 2, each.x0)):
        centre = (word.top + word.bottom) / 2
        if rows and centre < bottom and abs(centre - middle) < 0.5 * (word.bottom - word.top):
            rows[-1].append(word)
            bottom = max(bottom, word.bottom)
            continue
        rows.append([word])
        middle, bottom = centre, word.bottom
    return [Line(tuple(sorted(row, key=lambda each: each.x0))) for row in rows]


def gutter_of(lines: Sequence[Line], width: float) -> float | None:
    """Where the gap between two columns of running text is, from the left; None on a page of one column.

    The cells of a table without rules stand side by side too, but do not fill their columns.
    """
    split = [(left, right) for line in lines for left, right in _neighbours(line, width)]
    if len(split) < 6 or len(split) < 0.4 * len(lines):
        return None
    middle = median((left.x1 + right.x0) / 2 for left, right in split)
    parted = [(left, right) for left, right in split if left.x1 < middle < right.x0]
    if len(parted) < 0.8 * len(split):
        return None
    for column in ([left for left, _ in parted], [right for _, right in parted]):
        start, end = min(line.x0 for line in column), max(line.x1 for line in column)
        full = sum(line.x1 - line.x0 > 0.8 * (end - start) for line in column)
        words = sum(len(line.text.split()) + len(HAN.findall(line.text)) / 2 for line in column)
        if full < 0.5 * len(column) or words < 4 * len(column):
            return None
    return middle


def _neighbours(line: Line, width: float) -> Iterator[tuple[Line, Line]]:
    """The two halves of a line with a gap near the middle of the page."""
    pieces = line.pieces()
    for left, right in pairwise(pieces):
        if 0.35 * width < (left.x1 + right.x0) / 2 < 0.65 * width:
            yield left, right


def in_columns(lines: Sequence[Line], gutter: float) -> list[tuple[int, Line]]:
    """Lines in the order of reading, each with its column: 0 for one over the whole width, 1 left, 2 right."""
    found: list[tuple[int, Line]] = []
    left: list[Word] = []
    right: list[Word] = []
    for line in lines:
        if any(word.x0 < gutter < word.x1 for word in line.words) or _crosses(line, gutter):
            found += _flushed(left, right)
            left, right = [], []
            found.append((0, line))
        else:
            left += [word for word in line.words if word.x1 <= gutter]
            right += [word for word in line.words if word.x0 >= gutter]
    return found + _flushed(left, right)


def _crosses(line: Line, gutter: float) -> bool:
    """Whether two words stand so close across the gap that the line goes over it."""
    for before, word in pairwise(line.words):
        if before.x1 <= gutter <= word.x0:
            return word.x0 - before.x1 < 0.8 * word.size
    return False


def _flushed(left: list[Word], right: list[Word]) -> list[tuple[int, Line]]:
    return [*((1, line) for line in lines_of(left)), *((2, line) for line in lines_of(right))]
