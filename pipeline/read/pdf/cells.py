"""The text of a cell in a PDF: which of its lines were wrapped, and which were ended by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.pdf.lines import WIDE, Line
from pipeline.read.pdf.paragraphs import BROKEN, ITEM, joined_lines

LISTED = (",", "，", "、", ";", "；")
"""What parts the names of a list: below it, the list goes on."""
NAMED = re.compile(
    r"(?:\b(?:Schools?|Kindergartens?|Colleges?|University|Campus|Branch|Hospital|Institute|Academy|Cent(?:er|re))"
    r"|学校|小学|中学|幼儿园|学院|大学|校区|分校|医院)[)）]?$"
)
"""How the name of an institution ends."""
PART = re.compile(r"(?:\S+ )?(?:Campus|Branch)\b|(?:Affiliated|Attached)\b|附属|附设|.{0,4}(?:校区|分校)$")
"""How the second half of such a name begins."""


def cell_of(lines: Sequence[Line], left: float, right: float, *, one_a_line: bool = False) -> str:
    """The text of a cell: its lines in one, but where a line was ended by hand.

    That is where the next word would have had room; and, where ``one_a_line`` says that the column has one name a
    line, where a name that fills its line ends.
    """
    ended = _ended(lines, left, right)
    if one_a_line:
        ended = [each or _are_names(*pair) for each, pair in zip(ended, pairwise(lines), strict=True)]
    groups: list[list[str]] = []
    for begins, line in zip((True, *ended), lines, strict=False):
        if begins:
            groups.append([])
        groups[-1].append(line.text)
    return "\n".join(joined_lines(group) for group in groups)


def has_one_a_line(lines: Sequence[Line], left: float, right: float) -> bool:
    """Whether a cell shows that its column has one name a line: a line ended by hand, and nothing that parts names."""
    if any(mark in line.text for line in lines for mark in LISTED):
        return False
    ended = _ended(lines, left, right)
    return any(each and NAMED.search(line.text) for each, line in zip(ended, lines, strict=False))


def _are_names(before: Line, line: Line) -> bool:
    """Whether a name ends at the end of a line, and another one, not the rest of it, stands on the next."""
    return bool(NAMED.search(before.text) and NAMED.search(line.text)) and not PART.match(line.text)


def _ended(lines: Sequence[Line], left: float, right: float) -> list[bool]:
    """For each line but the last: whether it was ended by hand."""
    spare = min((min(line.x0 - left, right - line.x1) for line in lines), default=0.0)
    width = right - left - 2 * max(spare, 0.0)
    return [_has_room(before, line, width) for before, line in pairwise(lines)]


def _has_room(before: Line, line: Line, width: float) -> bool:
    """Whether the next word would have fitted on a line; lines may be centred, so that only widths are told."""
    if before.text[-1] in (*LISTED, "-") or (BROKEN.search(before.text) and line.text[0].islower()):
        return False
    space = 0.6 * before.size if WIDE.match(before.text[-1]) else 0.25 * before.size
    room = before.x1 - before.x0 + space + line.first_width < width - 0.3 * line.size
    return bool(room or ITEM.match(line.text))
