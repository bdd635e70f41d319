"""Numbers in the cells of tables: what they count stands at the head of their column, whom they are about in their row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions import CountMention, Found
from extractors.names.marked import Marked
from extractors.numbers import plain
from extractors.text import Block, Span, trim

NUMBER = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<percent>%)?")
HEAD = re.compile(r"[A-Za-z].*[A-Za-z]", re.DOTALL)
NO_QUANTITY = re.compile(
    r"^(?:no\.?|number|s/?n|serial.*|rank|order|index|code|id|tel.*|phone.*|grade|class)$|\b(?:year|date|founded|established|set up|since|telephone|postcode)\b",
    re.IGNORECASE,
)
"""Heads of columns whose numbers count nothing."""
Head = tuple[Span | None, ...]


def find(marked: Marked) -> Iterator[CountMention]:
    """Every cell that is a number under a head that says what it counts, in order."""
    heads: Head = ()
    for block in marked.text.blocks:
        if block.kind != "table_row" or len(set(block.cells)) < 2:
            heads = ()
            continue
        cells = [trim(marked.text.string, start, end) for start, end in block.cells]
        if not heads or len(heads) != len(cells):
            heads = tuple(cells) if not any(cell and NUMBER.fullmatch(cell.quote) for cell in cells) else ()
            continue
        yield from of_row(marked, block, heads, cells)


def of_row(marked: Marked, block: Block, heads: Head, cells: list[Span | None]) -> Iterator[CountMention]:
    """The counts of one row below the heads of its columns."""
    scope = whom(marked, block)
    for head, cell in zip(heads, cells, strict=True):
        match = NUMBER.fullmatch(cell.quote) if cell else None
        if (
            cell is None
            or match is None
            or head is None
            or not HEAD.search(head.quote)
            or NO_QUANTITY.search(head.quote)
        ):
            continue
        value = plain(match["digits"])
        sentence, headed = marked.text.sentence_at(cell.start), marked.text.sentence_at(head.start)
        if value is None or sentence is None or headed is None:
            continue
        yield CountMention(
            Found(cell, sentence, "counts.column", 0.85, context=(head,)),
            value,
            "percent" if match["percent"] else "count",
            "exact",
            "actual",
            Found(head, headed, "counts.column", 0.85),
            scope=scope,
        )


def whom(marked: Marked, block: Block) -> Found | None:
    """The first name of a row: the group or the school that its numbers are about."""
    name = next(iter(marked.names_in(block.start, block.end)), None)
    sentence = marked.text.sentence_at(name.span.start) if name else None
    return Found(name.span, sentence, "counts.column", 0.8) if name and sentence else None
