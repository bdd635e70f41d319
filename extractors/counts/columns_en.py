"""English tables: which heads count, and what a cell with a number is."""

from __future__ import annotations

import re

from extractors.counts.columns import Cell, Cells, Head
from extractors.mentions import Found
from extractors.names.marked import Marked
from extractors.numbers import plain
from extractors.text import Block, Span

NUMBER = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<percent>%)?")
HEAD = re.compile(r"[A-Za-z].*[A-Za-z]", re.DOTALL)
NO_QUANTITY = re.compile(
    r"^(?:[a-z]+\.? )?(?:\d{1,2},? )?(?:19|20)\d\d$|^(?:no\.?|number|s/?n|serial.*|rank|order|index|code|id|tel.*|phone.*|grade|class)$|\b(?:year|time|date|founded|opened|joined|closed|established|set up|since|telephone|postcode)\b",
    re.IGNORECASE,
)
"""Heads of columns whose numbers count nothing: 'No.', 'Year founded', 'May 2018'."""
NAMING = re.compile(
    r"\b(?:name|school|group|member|institution|campus|hospital|county|district|town|city|region|trust)s?$",
    re.IGNORECASE,
)
"""Heads of columns of names: 'School', 'Name of group'."""


class EnglishColumns:
    """How English writes its tables."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked

    def head(self, cell: Span) -> Head | None:
        """The head itself is what is counted, unless it is a year or a rank."""
        return Head(cell) if HEAD.search(cell.quote) and not NO_QUANTITY.search(cell.quote) else None

    def number(self, cell: Span) -> Cell | None:
        """'1,280', '85 %'."""
        match = NUMBER.fullmatch(cell.quote)
        number = plain(match["digits"]) if match else None
        return None if match is None or number is None else Cell(cell, number, bool(match["percent"]))

    def whom(self, block: Block, heads: Cells, cells: Cells) -> Found | None:
        """The first name of a row: the group or the school that its numbers are about."""
        first, head = cells[0], heads[0]
        if first and head and NAMING.search(head.quote) and not self.number(first):
            sentence = self.marked.text.sentence_at(first.start)
            return Found(first, sentence, "counts.column", 0.8) if sentence else None
        name = next(iter(self.marked.names_in(block.start, block.end)), None)
        sentence = self.marked.text.sentence_at(name.span.start) if name else None
        return Found(name.span, sentence, "counts.column", 0.8) if name and sentence else None
