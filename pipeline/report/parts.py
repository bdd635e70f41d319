"""What the page is made of: sections with figures and tables, whose rows cite the values that they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.records import FieldValue


@dataclass(frozen=True, slots=True)
class Cited:
    """A value of a document, by the document's id."""

    document: str
    field: FieldValue


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``to`` is the place on the page that it leads to, or empty."""

    text: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and the values that it rests on."""

    cells: tuple[Cell, ...]
    cited: tuple[Cited, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that one mark of a figure leads to; ``more`` rows are left out."""

    id: str
    heading: str
    rows: tuple[Row, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Blocks under the same columns; where rows cite, a last column says what is stated where.

    A ``short`` one stands beside the figures of its section, the others in the second half of the page.
    """

    columns: tuple[str, ...]
    blocks: tuple[Block, ...]
    title: str
    short: bool = False

    @property
    def cites(self) -> bool:
        """Whether any row rests on sentences."""
        return any(row.cited for block in self.blocks for row in block.rows)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing and what it shows: what is counted, out of how many."""

    svg: str
    caption: str
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report."""

    id: str
    title: str
    text: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()


def cut(id: str, heading: str, rows: list[Row], most: int) -> Block:
    """A block with so many rows at most."""
    return Block(id, heading, tuple(rows[:most]), max(0, len(rows) - most))


def share(marks: int, rows: int) -> int:
    """How many rows every mark may have, so that all have some.

    >>> share(marks=10, rows=600), share(marks=1000, rows=600)
    (60, 3)
    """
    return max(3, rows // max(1, marks))


def cited(sections: tuple[Section, ...]) -> Iterator[Cited]:
    """Every value that a row rests on."""
    for section in sections:
        for table in section.tables:
            for block in table.blocks:
                for row in block.rows:
                    yield from row.cited
