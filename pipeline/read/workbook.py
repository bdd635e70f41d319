"""XLSX: one row of cells for each row of a visible sheet, as it is displayed; the way back is sheet and cells."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from pipeline.errors import UnreadableInput
from pipeline.inputs import Input, shown
from pipeline.read.container import DAMAGED, office_parts
from pipeline.read.found import Found
from pipeline.read.numberformat import displayed
from pipeline.read.passages import Passage, refuse_too_many
from pipeline.read.rows import Cell, row_of

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
UNSAVED = re.compile(rb"<f(?: [^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
"""A formula whose result no program has computed yet; we compute none."""
MOST_MERGED = 500_000
"""Cells below merged ones in one sheet; openpyxl makes an object of each."""
MOST_CELLS = 1_000_000


def read_workbook(source: Input) -> Found:
    """The rows of the visible sheets of an XLSX file; what is hidden is left out, and said to be.

    Raises EncryptedInput, OldOfficeInput, OversizedInput, UnreadableInput.
    """
    name = shown(source.source)
    found = Found()
    for part, content in office_parts(source).items():
        if SHEET.fullmatch(part):
            _check_sheet(name, part, content)
            if unsaved := len(UNSAVED.findall(content)):
                found.leave_out(part, "formulas without a saved result", f"{unsaved} cells")
    book = _opened(source, name)
    found.title = book.properties.title
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            found.leave_out(_path(sheet), "hidden sheet", _begin(sheet))
    filled = [grid for grid in map(Grid.of, sheets) if grid is not None]
    for grid in filled:
        if len(filled) > 1:
            found.passages.append(Passage("heading", " ".join(grid.sheet.title.split()), _path(grid.sheet)))
        _leave_out_hidden(grid, found)
        for passage in _rows(grid):
            found.passages.append(passage)
            refuse_too_many(len(found.passages), source.source)
    return found


def _check_sheet(name: str, part: str, content: bytes) -> None:
    """Raises UnreadableInput for a sheet of which openpyxl would make more cells than memory holds."""
    merged = 0
    for left, top, right, bottom in MERGED.findall(content):
        merged += (_number(right) - _number(left) + 1) * (int(bottom) - int(top) + 1)
    if merged > MOST_MERGED or content.count(b"<c ") > MOST_CELLS or content.count(b":c ") > MOST_CELLS:
        problem = f"has more cells in {part} than any list of groups"
        raise UnreadableInput(name, problem, "copy the rows that you need to a new file")


def _number(letters: bytes) -> int:
    """The number of a column from 1.

    >>> _number(b"AB")
    28
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _opened(source: Input, name: str) -> Workbook:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        # openpyxl warns of what it will not write back: styles, validation, extensions.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(source.data), data_only=True, keep_links=False)
    except (
        InvalidFileException,
        ParseError,
        SyntaxError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        OverflowError,
        AssertionError,
    ) as error:
        raise UnreadableInput(name, "is a damaged workbook", DAMAGED) from error


def _path(sheet: Worksheet, cells: str = "") -> str:
    """``sheet['Members']/A4:D4``, with quotation marks in the name doubled."""
    title = sheet.title.replace("'", "''")
    return f"sheet['{title}']" + (f"/{cells}" if cells else "")


def _begin(sheet: Worksheet) -> str:
    """How a sheet begins, for the report."""
    cells = sorted(_values(sheet), key=lambda each: (each[0], each[1]))
    return " ".join([sheet.title, *(text for _, _, text in cells[:5])])


def _values(sheet: Worksheet) -> Iterator[tuple[int, int, str]]:
    """(row, column, displayed text) of every cell that has one. Cells that a far corner would span are not made."""
    for (row, column), cell in sheet._cells.items():
        if cell.value is not None and (text := displayed(cell.value, str(cell.number_format))):
            yield row, column, text


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet by its rows: what is displayed where, and which cells reach over others."""

    sheet: Worksheet
    rows: dict[int, dict[int, str]]
    columns: Sequence[int]
    """The visible columns that have anything in them, ascending."""
    merged: dict[tuple[int, int], tuple[int, int]]
    """For each cell of a merged range, the cell that it shows."""
    hidden_columns: frozenset[int]
    hidden_rows: frozenset[int]

    @classmethod
    def of(cls, sheet: Worksheet) -> Grid | None:
        """The grid of a sheet; None when nothing is displayed in it."""
        rows: dict[int, dict[int, str]] = defaultdict(dict)
        for row, column, text in _values(sheet):
            rows[row][column] = text
        if not rows:
            return None
        hidden = frozenset(_hidden_columns(sheet))
        columns = sorted({column for row in rows.values() for column in row} - hidden)
        merged: dict[tuple[int, int], tuple[int, int]] = {}
        for ranged in sheet.merged_cells.ranges:
            for row in range(ranged.min_row, ranged.max_row + 1):
                for column in range(ranged.min_col, ranged.max_col + 1):
                    merged[row, column] = (ranged.min_row, ranged.min_col)
        out_of_sight = frozenset(row for row, each in sheet.row_dimensions.items() if each.hidden)
        return cls(sheet, dict(sorted(rows.items())), columns, merged, hidden, out_of_sight)

    def slots(self, row: int) -> list[Cell | None]:
        """What stands in each visible column of a row; None where a cell of a visible row above reaches down."""
        found: list[Cell | None] = []
        for column in self.columns:
            top, left = self.merged.get((row, column), (row, column))
            if top != row and any(above not in self.hidden_rows for above in range(top, row)):
                found.append(None)
            else:
                found.append(Cell((top, left), self.rows.get(top, {}).get(left, "")))
        return found


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    """The numbers of hidden columns; one dimension may stand for many."""
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min is not None and dimension.max is not None:
            yield from range(dimension.min, min(dimension.max, dimension.min + 16_384) + 1)


def _leave_out_hidden(grid: Grid, found: Found) -> None:
    from openpyxl.utils import get_column_letter

    sheet = grid.sheet
    for row, cells in grid.rows.items():
        if row in grid.hidden_rows:
            found.leave_out(_path(sheet, f"{row}:{row}"), "hidden row", " ".join(cells.values()))
    for column in sorted(grid.hidden_columns.intersection(*[{c for r in grid.rows.values() for c in r}])):
        letter = get_column_letter(column)
        texts = (cells[column] for cells in grid.rows.values() if column in cells)
        found.leave_out(_path(sheet, f"{letter}:{letter}"), "hidden column", " ".join(texts))


def _rows(grid: Grid) -> Iterator[Passage]:
    """The visible rows; lines of one cell above and below the table are lines, not rows of it."""
    visible = [(row, grid.slots(row)) for row in _printed(grid)]
    wide = [index for index, (_, slots) in enumerate(visible) if _width(slots) > 1]
    for index, (row, slots) in enumerate(visible):
        passage = row_of(slots, _path(grid.sheet, _range(grid, row)))
        if passage is None:
            continue
        if wide and wide[0] <= index <= wide[-1]:
            yield passage
        else:
            text = " ".join(passage.text.split())
            yield Passage("heading" if wide and index < wide[0] and len(text) < 80 else "paragraph", text, passage.path)


def _printed(grid: Grid) -> Iterable[int]:
    """The visible rows with anything in them, those into which only a merged cell of a hidden row reaches too."""
    reached = {row for (row, _), (top, _) in grid.merged.items() if top in grid.rows and top in grid.hidden_rows}
    return (row for row in sorted(grid.rows.keys() | reached) if row not in grid.hidden_rows)


def _width(slots: Sequence[Cell | None]) -> int:
    """How many cells with anything in them a row prints or shows."""
    return len({slot.key for slot in slots if slot is not None and slot.text}) + slots.count(None)


def _range(grid: Grid, row: int) -> str:
    from openpyxl.utils import get_column_letter

    own = [column for column in grid.columns if column in grid.rows.get(row, {})] or list(grid.columns[:1])
    first, last = (get_column_letter(column) for column in (own[0], own[-1]))
    return f"{first}{row}:{last}{row}" if first != last else f"{first}{row}"
