"""Numbers in the cells of tables: what they count stands at the head of their column, whom they are about in their row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from extractors.mentions import CountMention, Found, Measure
from extractors.text import Block, Span, Text, trim
from extractors.value import value

Cells = Sequence[Span | None]


@value
class Head:
    """What the head of a column says of the numbers below it: what they count, and how many each one stands for."""

    unit: Span
    measure: Measure = "count"
    factor: int = 1


@value
class Cell:
    """A cell that is a number."""

    span: Span
    number: int | float
    percent: bool = False


class Reading(Protocol):
    """How a language writes its tables."""

    def head(self, cell: Span) -> Head | None:
        """What a head counts; None where the numbers below it count nothing, as in 'Year'."""
        ...

    def number(self, cell: Span) -> Cell | None:
        """The number that a cell is; None for every other cell."""
        ...

    def whom(self, block: Block, heads: Cells, cells: Cells) -> Found | None:
        """Whom the numbers of a row are about."""
        ...


def find(text: Text, reading: Reading) -> Iterator[CountMention]:
    """Every cell that is a number under a head that says what it counts, in order."""
    heads: Cells = ()
    for block in text.blocks:
        if block.kind != "table_row" or len(set(block.cells)) < 2:
            heads = ()
            continue
        cells = [trim(text.string, start, end) for start, end in block.cells]
        if not heads or len(heads) != len(cells):
            heads = () if any(cell and reading.number(cell) for cell in cells) else tuple(cells)
            continue
        whom = reading.whom(block, heads, cells)
        for head, cell in zip(heads, cells, strict=True):
            if head and cell and (number := reading.number(cell)) and (said := reading.head(head)):
                yield from counted(text, said, head, number, whom)


def counted(text: Text, said: Head, head: Span, cell: Cell, whom: Found | None) -> Iterator[CountMention]:
    """The count of one cell below its head; nothing where a cell stands in no sentence."""
    sentence, headed = text.sentence_at(cell.span.start), text.sentence_at(head.start)
    if sentence is None or headed is None:
        return
    yield CountMention(
        Found(cell.span, sentence, "counts.column", 0.85, context=(head,)),
        cell.number * said.factor,
        "percent" if cell.percent else said.measure,
        "exact",
        "actual",
        Found(said.unit, headed, "counts.column", 0.85),
        scope=whom,
    )
