"""All tables as sheets of one Excel workbook: frozen header, filters, real dates, links that open, no formulas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.export.columns import Cell, Column, columns_of
from pipeline.export.tables import TABLES
from pipeline.export.workbook import Sheet, day, number, pack, text, truth
from pipeline.export.writer import Writer

NAME = "tables.xlsx"
ROWS = 1_048_576
CELL = 32_767
LINKS = 65_530
ADDRESS = 2_079
"""What Excel takes: rows of a sheet, characters (UTF-16 units) of a cell, links of a sheet, characters of a link
(https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3)."""
CUT = "…"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_DAY = "1900-03-01"
"""Excel takes 1900 for a leap year, and knows no day before it."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Signs that XML cannot carry; they become the replacement character."""
WIDTHS = {"quote": 40, "value": 40, "sentence": 60, "link": 30, "name": 40, "names": 40, "title": 30, "school": 40}


class Xlsx(Writer):
    """``tables.xlsx``."""

    files = frozenset({NAME})

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__(folder, names)
        self.columns = {name: columns_of(TABLES[name]) for name in names}
        self.sheets = {name: _sheet(name, self.columns[name], folder) for name in names}

    def write(self, name: str, row: Sequence[Cell]) -> None:
        """Take a row of a table. Raises UsageError when a sheet is full."""
        sheet = self.sheets[name]
        if sheet.rows == ROWS:
            raise UsageError(
                f"{name}: has more than the {ROWS - 1:,} rows that an Excel sheet can hold; "
                "take --format parquet, sqlite or csv"
            )
        columns = enumerate(zip(self.columns[name], row, strict=True))
        sheet.append([_cell(sheet, at, column, cell) for at, (column, cell) in columns])

    def finish(self) -> None:
        """Pack the workbook."""
        pack(list(self.sheets.values()), self.folder / NAME)

    def abandon(self) -> None:
        """Let the files go; on a full disk that raises once more, over the error that was told."""
        for sheet in self.sheets.values():
            with suppress(OSError):
                sheet.close()


def _sheet(name: str, columns: Sequence[Column], folder: Path) -> Sheet:
    names = [column.name for column in columns]
    return Sheet(name, names, [WIDTHS.get(each, max(10, len(each) + 4)) for each in names], folder)


def _cell(sheet: Sheet, at: int, column: Column, cell: Cell) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, bool):
        return truth(cell)
    if not isinstance(cell, str):
        return number(cell)
    if column.says.form == "edtf" and DAY.fullmatch(cell) and cell >= FIRST_DAY:
        return day(date.fromisoformat(cell))
    written = fitting(cell)
    if column.says.form == "link" and sheet.links < LINKS and len(written) <= ADDRESS and written == cell:
        sheet.link(at, written)
        return text(written, "link")
    return text(written)


def fitting(text: str) -> str:
    """A text as a cell can hold it; a longer one is cut and ends in an ellipsis."""
    plain = FORBIDDEN.sub("\ufffd", text)
    if len(plain) * 2 <= CELL or len(plain.encode("utf-16-le")) <= CELL * 2:
        return plain
    return plain.encode("utf-16-le")[: (CELL - 1) * 2].decode("utf-16-le", errors="ignore") + CUT
