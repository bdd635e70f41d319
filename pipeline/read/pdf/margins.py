"""Page headers, page footers and page numbers: lines at the edges of pages that come again, or only count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.pages import Page

EDGE = 0.13
"""The part of a page at its top and at its bottom where headers and footers stand."""
OUTER = 3
"""So many lines at most stand in it."""
PAGE_NUMBER = re.compile(
    r"[^\w]*(?:page|p\.|第)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:页|頁)?\s*[,，/|]?\s*(?:(?:of|共|/)?\s*\d{1,4}\s*(?:页|頁)?)?[^\w]*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
LEAST_SHARE = 0.3
"""A header stands on so many of the pages: on odd ones, or on those of one part."""


def furniture(pages: Sequence[Page]) -> dict[tuple[int, int], str]:
    """(page number, index of the line on it) of every line that is furniture, with the reason."""
    found: dict[tuple[int, int], str] = {}
    again: dict[tuple[str, str], list[tuple[int, int, float]]] = defaultdict(list)
    for page in pages:
        for index, place in _outer(page):
            line = page.lines[index]
            if PAGE_NUMBER.fullmatch(line.text) and _is_outermost(page, index, place):
                found[page.number, index] = "page number"
            else:
                offset = line.top if place == "header" else page.height - line.bottom
                again[place, DIGITS.sub("#", line.text)].append((page.number, index, offset))
    for (place, _), lines in again.items():
        same = [each for each in lines if abs(each[2] - lines[0][2]) < 4]
        if len({number for number, _, _ in same}) >= max(2, LEAST_SHARE * len(pages)):
            found |= {(number, index): f"page {place}" for number, index, _ in same}
    return found


def _outer(page: Page) -> Iterator[tuple[int, str]]:
    """The lines near the upper and the lower edge by index, and whether each is a header or a footer."""
    for index, line in enumerate(page.lines):
        if index < OUTER and line.bottom < EDGE * page.height:
            yield index, "header"
        elif index >= len(page.lines) - OUTER and line.top > (1 - EDGE) * page.height:
            yield index, "footer"


def _is_outermost(page: Page, index: int, place: str) -> bool:
    """Whether nothing but other lines of the margin stands between a line and the edge, and some room inside."""
    line: Line = page.lines[index]
    inner = index + 1 if place == "header" else index - 1
    if not 0 <= inner < len(page.lines):
        return True
    neighbour = page.lines[inner]
    return (neighbour.top - line.bottom if place == "header" else line.top - neighbour.bottom) > 0.5 * line.size
