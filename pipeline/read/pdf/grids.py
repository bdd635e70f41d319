"""Tables with rules, and lists whose cells are only aligned; a table that goes on from the last page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.read.pdf.cells import LISTED, cell_of, has_one_a_line
from pipeline.read.pdf.lines import Char, Line, lines_of, words_of
from pipeline.read.rows import Cell

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a cell in points."""
NEAR = 6.0
LONGEST_CELL = 1500
FEWEST_ALIGNED = 3
MARK = re.compile(r"[(（]?\w{1,3}[)）.、．]|\W")
"""The number or bullet of a list item: what stands behind it is no second cell."""


@dataclass(slots=True)
class Grid:
    """One table on one page: its rows as cells by column, and where it stands."""

    page: int
    top: float
    bottom: float
    columns: tuple[float, ...]
    """The left end of each column."""
    rows: list[list[Cell | None]]
    """A row that went to the table on the page before is empty."""

    def goes_on_in(self, other: Grid) -> bool:
        """Whether another table has the same columns."""
        return len(self.columns) == len(other.columns) and all(
            abs(own - its) < NEAR for own, its in zip(self.columns, other.columns, strict=True)
        )

    def texts(self, index: int) -> list[str]:
        """The texts of one row by column; empty where a cell reaches down from above."""
        return [cell.text if cell else "" for cell in self.rows[index]]


class Ruled:
    """The cells of one table with rules, to be filled with the signs that stand in them."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self.columns = _apart(box[0] for box in boxes)
        self.tops = _apart(box[1] for box in boxes)
        self._at: dict[tuple[int, int], int] = {}
        for number, (x0, top, x1, bottom) in enumerate(boxes):
            for row in range(_slot(self.tops, top), _slot(self.tops, bottom - 3, 0.0) + 1):
                for column in range(_slot(self.columns, x0), _slot(self.columns, x1 - 3, 0.0) + 1):
                    self._at.setdefault((row, column), number)
        self.signs: list[list[Char]] = [[] for _ in boxes]

    @property
    def is_table(self) -> bool:
        """Whether it has several columns and cells; a single one is a frame around text."""
        return len(self.columns) > 1 and len(self.boxes) > 2

    def take(self, char: Char) -> bool:
        """Puts a sign into its cell; False when it stands in none."""
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        number = self._at.get((_slot(self.tops, y, 0.0), _slot(self.columns, x, 0.0)))
        if number is None:
            return False
        x0, top, x1, bottom = self.boxes[number]
        if not (x0 <= x <= x1 and top <= y <= bottom):
            return False
        self.signs[number].append(char)
        return True

    def grid(self, page: int) -> Grid | None:
        """The rows of the filled table; None when it is no table but frames text or a drawing."""
        texts = self._texts()
        rows = [
            [self._cell(row, column, texts) for column in range(len(self.columns))] for row in range(len(self.tops))
        ]
        filled = [len({cell.key for cell in row if cell and cell.text}) for row in rows]
        if max(map(len, texts), default=0) > LONGEST_CELL or max(filled, default=0) < 2:
            return None
        return Grid(page, self.tops[0], max(box[3] for box in self.boxes), tuple(self.columns), rows)

    def _texts(self) -> list[str]:
        """The text of each cell; a column in which one cell shows one name a line has so in all."""
        lines = [lines_of(words_of(signs)) for signs in self.signs]
        listed = {
            box[0] for box, own in zip(self.boxes, lines, strict=True) if own and has_one_a_line(own, box[0], box[2])
        }
        return [
            cell_of(own, box[0], box[2], one_a_line=box[0] in listed) if own else ""
            for box, own in zip(self.boxes, lines, strict=True)
        ]

    def _cell(self, row: int, column: int, texts: Sequence[str]) -> Cell | None:
        number = self._at.get((row, column))
        if number is None or _slot(self.tops, self.boxes[number][1]) != row:
            return None
        return Cell(number, texts[number])


def _apart(values: Iterable[float]) -> list[float]:
    """Positions in order, those that are nearly the same once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 3:
            found.append(value)
    return found


def _slot(starts: Sequence[float], position: float, near: float = 3.0) -> int:
    """Which of ascending starts a position lies behind."""
    return max(bisect_right(starts, position + near) - 1, 0)


def go_on(first: Grid, last: Grid, grid: Grid) -> list[int]:
    """Takes a table for the rest of the last page's; the indexes of the rows that repeat the header of the first.

    A row that the end of the page cut in two becomes one again: its first cell is empty below, and the text above ends
    within a list.
    """
    repeated = 0
    while repeated < min(len(first.rows), len(grid.rows)) and any(grid.texts(repeated)):
        if grid.texts(repeated) != first.texts(repeated):
            break
        repeated += 1
    dropped = list(range(repeated))
    if repeated == len(grid.rows):
        return dropped
    above, below = last.texts(-1), grid.texts(repeated)
    pairs = [(up, down) for up, down in zip(above, below, strict=True) if down]
    if not below[0] and pairs and all(up.endswith(LISTED) for up, _ in pairs):
        last.rows[-1] = [
            Cell(cell.key, f"{cell.text}{_space(cell.text, down)}{down}" if down else cell.text) if cell else None
            for cell, down in zip(last.rows[-1], below, strict=True)
        ]
        grid.rows[repeated] = []
    return dropped


def _space(above: str, below: str) -> str:
    return " " if above[-1:].isascii() and below[0].isascii() else ""


def aligned(lines: Sequence[Line], page: int) -> list[Line | Grid]:
    """Lines in which runs of three or more with the same gaps are tables: where every cell begins where those above do.

    A line that has only some of the columns, and not the first, goes on with the cells above it.
    """
    found: list[Line | Grid] = []
    index = 0
    while index < len(lines):
        rows, end = _aligned_rows(lines, index)
        if len(rows) < FEWEST_ALIGNED:
            found.append(lines[index])
            index += 1
            continue
        starts = tuple(piece.x0 for piece in rows[-1][0])
        bottom = max(piece.bottom for row in rows[-1] for piece in row[:1])
        cells: list[list[Cell | None]] = [[_aligned_cell(row, column) for column in range(len(starts))] for row in rows]
        found.append(Grid(page, lines[index].top, bottom, starts, cells))
        index = end
    return found


def _aligned_rows(lines: Sequence[Line], first: int) -> tuple[list[list[list[Line]]], int]:
    """Rows of pieces by line from a first line on, and where they end."""
    rows: list[list[list[Line]]] = []
    index = first
    while index < len(lines):
        pieces = lines[index].pieces()
        if not rows:
            if len(pieces) < 2 or MARK.fullmatch(pieces[0].text):
                break
            rows.append([pieces])
        else:
            heads = rows[-1][0]
            places = [_column(piece, heads) for piece in pieces]
            if None in places or len(set(places)) < len(places):
                break
            if len(pieces) == len(heads):
                rows.append([pieces])
            elif 0 in places or lines[index].top - rows[-1][-1][0].bottom > 1.2 * lines[index].size:
                break
            else:
                rows[-1].append(pieces)
        index += 1
    return rows, index


def _column(piece: Line, heads: Sequence[Line]) -> int | None:
    """The column whose cell begins, or has its middle, where a piece does."""
    for number, head in enumerate(heads):
        if abs(piece.x0 - head.x0) < 4 or abs((piece.x0 + piece.x1) - (head.x0 + head.x1)) < 8:
            return number
    return None


def _aligned_cell(row: Sequence[Sequence[Line]], column: int) -> Cell:
    heads = row[0]
    parts = [piece for pieces in row for piece in pieces if _column(piece, heads) == column]
    right = max((piece.x1 for piece in parts), default=0.0)
    return Cell(column, cell_of(parts, heads[column].x0, right))
