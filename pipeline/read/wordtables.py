"""Word's tables as rows: which cell stands in which column, and which one reaches down from a row above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pipeline.read.passages import Passage
from pipeline.read.rows import Cell, row_of
from pipeline.read.wordruns import attribute, child, tag_of

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

    CellElement: TypeAlias = BaseOxmlElement
else:
    CellElement = object

WIDEST = 100
"""Columns; a cell over more of them counts as over so many."""


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row: its number from 1, and for each column the cell that is printed there; None for one from above."""

    number: int
    slots: Sequence[CellElement | None]

    @property
    def printed(self) -> list[CellElement]:
        """The cells of the row, each once."""
        return list(dict.fromkeys(cell for cell in self.slots if cell is not None))

    def passage(self, texts: Mapping[CellElement, str], path: str) -> Passage | None:
        """The row with the texts of its cells."""
        return row_of([None if cell is None else Cell(id(cell), texts[cell]) for cell in self.slots], path)


class WordTable:
    """A table without the rows that tracked changes deleted."""

    def __init__(self, element: BaseOxmlElement) -> None:
        self.rows = [WordRow(number, list(_slots(row))) for number, row in enumerate(_rows(element), 1)]

    @property
    def columns(self) -> int:
        """How many cells the row with the most of them prints."""
        return max((len(row.printed) for row in self.rows), default=0)


def _within(parent: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
    """The children of a name, those in content controls too."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if tag_of(element) == name:
            yield element
        elif tag_of(element) in ("sdt", "sdtContent", "customXml"):
            stack.extend(reversed(element))


def _rows(table: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for row in _within(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is None and child(properties, "hidden") is None:
            yield row


def _slots(row: BaseOxmlElement) -> Iterator[CellElement | None]:
    before = (
        _width(child(child(row, "trPr"), "gridBefore")) if child(child(row, "trPr"), "gridBefore") is not None else 0
    )
    yield from [None] * before
    for cell in _within(row, "tc"):
        properties = child(cell, "tcPr")
        merge = child(properties, "vMerge")
        continued = merge is not None and attribute(merge, "val") != "restart"
        for _ in range(_width(child(properties, "gridSpan"))):
            yield None if continued else cell


def _width(element: BaseOxmlElement | None) -> int:
    value = attribute(element, "val") or ""
    return min(max(int(value), 1), WIDEST) if value.isascii() and value.isdigit() and len(value) < 6 else 1
