"""From lines to paragraphs: which line goes on with the one before, over columns and pages too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.read.pdf.lines import HAN, WIDE, Line

ITEM = re.compile(
    r"[•·●○■□◆◇▪▫►▶✓*–—-]\s?\S|[(（]?(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z]|[一二三四五六七八九十]{1,3})[)）.、．](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十百]{1,4}[章节条]"
)
"""How an item of a list begins, and an article of a rule."""
ENDED = re.compile(r"[.。!?！？:：;；][\"'”’)）]*$")
STOPPED = re.compile(r"[^\w\s][\"'”’)）]*$")
"""An item follows only where the line above stopped: 'on Aug' and '22. The' is a sentence that goes on."""
BROKEN = re.compile(r"(?P<head>[^\W\d_]+)[-\u00ad]$")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SIGNED = 8
"""Lines that begin so many ems from the left are those of a signature: the office, and below it the day."""
FURTHER = 1.3
"""Lines that stand further apart than so many times the usual distance are of two paragraphs."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, and the column that it stands in: its number on the page, its left and right end."""

    line: Line
    page: int
    column: int
    left: float
    right: float

    @property
    def indent(self) -> float:
        """How far it stands from the left end of its column."""
        return self.line.x0 - self.left

    @property
    def is_centred(self) -> bool:
        """Whether there is as much room on its left as on its right, or none on either side."""
        spare = self.right - self.line.x1
        return abs(self.indent - spare) < max(2 * self.line.size, 0.15 * spare)

    def has_room_for(self, below: Line) -> bool:
        """Whether the first word of the line below would have fitted on this one: then its end was meant."""
        size = self.line.size
        wide = WIDE.match(self.line.text[-1]) and WIDE.match(below.text[0])
        space = 0.6 * size if wide else 0.25 * size
        return self.line.x1 + space + below.first_width < self.right - 0.3 * size


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a document: the size of its body, and how far its lines stand apart, by their size."""

    size: float
    pitches: dict[int, float]
    words: frozenset[str]
    """Every word that is printed somewhere in one line."""

    @classmethod
    def of(cls, placed: Sequence[Placed]) -> Type:
        """The type of lines in order."""
        weights: dict[float, int] = defaultdict(int)
        for each in placed:
            weights[round(each.line.size, 1)] += len(each.line.text)
        pitches: dict[int, list[float]] = defaultdict(list)
        for before, each in pairwise(placed):
            together = (before.page, before.column) == (each.page, each.column) and _alike(before.line, each.line)
            if together and not before.has_room_for(each.line) and each.line.top > before.line.top:
                pitches[round(each.line.size)].append(each.line.top - before.line.top)
        words = frozenset(word.lower() for each in placed for word in WORD.findall(each.line.text))
        size = max(weights, key=lambda each: weights[each], default=0.0)
        return cls(size, {key: sorted(found)[len(found) // 3] for key, found in pitches.items()}, words)

    def is_apart(self, before: Line, line: Line) -> bool:
        """Whether two lines stand further apart than lines of one paragraph do."""
        usual = self.pitches.get(round(line.size), 1.9 * line.size)
        return line.top - before.top > max(FURTHER * usual, 1.2 * line.size)

    def is_large(self, line: Line) -> bool:
        """Whether a line is printed in larger type than the body."""
        return line.size >= 1.15 * self.size


def _alike(first: Line, second: Line) -> bool:
    return abs(first.size - second.size) <= 0.1 * max(first.size, second.size)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one paragraph."""

    placed: tuple[Placed, ...]

    @property
    def page(self) -> int:
        """The page on which it begins, from 1."""
        return self.placed[0].page

    def text(self, words: frozenset[str]) -> str:
        """Its lines in one; ``words`` decide whether a hyphen at the end of a line belongs to the word."""
        return joined_lines((each.line.text for each in self.placed), words)

    def is_heading(self, type_: Type) -> bool:
        """Whether it is set off from the body by its type."""
        lines = [each.line for each in self.placed]
        return len(lines) <= 4 and all(map(type_.is_large, lines))

    def is_bold(self) -> bool:
        """Whether it is short and all bold."""
        return len(self.placed) == 1 and self.placed[0].line.bold


def paragraphs_of(placed: Sequence[Placed], type_: Type) -> list[Paragraph]:
    """The paragraphs of lines in the order of reading."""
    found: list[list[Placed]] = []
    for each in placed:
        if found and not _begins(found[-1], each, type_):
            found[-1].append(each)
        else:
            found.append([each])
    return [Paragraph(tuple(each)) for each in found]


def _begins(paragraph: Sequence[Placed], each: Placed, type_: Type) -> bool:
    """Whether a line begins a paragraph of its own after the lines of another."""
    before, line = paragraph[-1], each.line
    if not _alike(before.line, line) or before.line.bold != line.bold:
        return True
    together = (before.page, before.column) == (each.page, each.column)
    if type_.is_large(line) and together and before.is_centred and each.is_centred:
        return line.top - before.line.top > 2.2 * line.size
    if BROKEN.search(before.line.text) and line.text[0].islower():
        return False
    if (together and type_.is_apart(before.line, line)) or before.has_room_for(line):
        return True
    if (item := ITEM.match(line.text)) and (STOPPED.search(before.line.text) or not item.group()[0].isalnum()):
        return True
    if not together and ENDED.search(before.line.text):
        return True
    return _is_indented(paragraph, each)


def _is_indented(paragraph: Sequence[Placed], each: Placed) -> bool:
    """Whether the left end of a line sets it off: a first line that is indented, or the end of an item that hangs."""
    before, em = paragraph[-1], each.line.size
    step = each.indent - before.indent
    if min(before.indent, each.indent) > SIGNED * em:
        return True
    if len(paragraph) == 1 and ITEM.match(before.line.text):
        return False
    return step > 0.8 * em or (step < -0.8 * em and len(paragraph) > 1) or step < -6 * em


def joined_lines(texts: Iterable[str], words: frozenset[str] = frozenset()) -> str:
    """Lines as one text: no space between Chinese characters, none after a hyphen.

    >>> joined_lines(["The education gro-", "ups of the", "city"], frozenset(("groups",)))
    'The education groups of the city'
    >>> joined_lines(["教育集", "团"])
    '教育集团'
    """
    text = ""
    for each in texts:
        text = _appended(text, each, words) if text else each
    return text.replace("\u00ad", "")


def _appended(text: str, below: str, words: frozenset[str]) -> str:
    broken = BROKEN.search(text)
    if broken and below[0].islower():
        tail = WORD.match(below)
        head, rest = broken["head"].lower(), tail.group().lower() if tail else ""
        whole = head + rest in words or f"{head}-{rest}" not in words
        parted = text[-1] == "-" and head in words and rest in words and head + rest not in words
        return (text if parted or not whole else text[:-1]) + below
    if text[-1] in "-/" and broken:
        return text + below
    number = text[-1].isdigit() and below[0].isdigit() and HAN.search(text)
    if below in (".", ":", ")", "）"):
        return text + below
    chinese = WIDE.match(text[-1]) or WIDE.match(below[0]) or number
    return text + ("" if chinese else " ") + below
