"""All tables as sheets of one Excel workbook: frozen header, filters, real dates, links that open, no formulas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Font, NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import WorkbookAlreadySaved

from pipeline.errors import UsageError
from pipeline.export.columns import Cell, Column, columns_of
from pipeline.export.tables import TABLES
from pipeline.export.writer import Writer

NAME = "tables.xlsx"
ROWS = 1_048_576
CELL = 32_767
LINKS = 65_530
ADDRESS = 2_079
"""What Excel takes: rows of a sheet, characters (UTF-16 units) of a cell, links of a sheet, characters of a link
(https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3)."""
CUT = "…"
LINK = "link"
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
        self.book = Workbook(write_only=True)
        self.sheets = {name: self._sheet(name) for name in names}
        self.columns = {name: columns_of(TABLES[name]) for name in names}
        self.rows = dict.fromkeys(names, 1)
        self.links = dict.fromkeys(names, 0)
        self.book.add_named_style(NamedStyle(LINK, font=Font(color="0563C1", underline="single")))

    def write(self, name: str, row: Sequence[Cell]) -> None:
        """Take a row of a table. Raises UsageError when a sheet is full."""
        self.rows[name] += 1
        if self.rows[name] > ROWS:
            raise UsageError(
                f"{name}: has more than the {ROWS - 1:,} rows that an Excel sheet can hold; "
                "take --format parquet, sqlite or csv"
            )
        self.sheets[name].append(
            [self._cell(name, column, cell) for column, cell in zip(self.columns[name], row, strict=True)]
        )

    def finish(self) -> None:
        """Set the filters and write the workbook."""
        for name, sheet in self.sheets.items():
            sheet.auto_filter.ref = f"A1:{get_column_letter(len(self.columns[name]))}{self.rows[name]}"
        self.book.save(self.folder / NAME)

    def abandon(self) -> None:
        """Let the library remove its temporary files."""
        for sheet in self.sheets.values():
            with suppress(OSError, WorkbookAlreadySaved):
                sheet.close()

    def _sheet(self, name: str) -> Any:
        sheet = self.book.create_sheet(name)
        sheet.freeze_panes = "A2"
        bold = Font(bold=True)
        header = []
        for number, column in enumerate(columns_of(TABLES[name]), 1):
            width = WIDTHS.get(column.name, max(10, len(column.name) + 4))
            sheet.column_dimensions[get_column_letter(number)].width = width
            cell = WriteOnlyCell(sheet, column.name)
            cell.font = bold
            header.append(cell)
        sheet.append(header)
        return sheet

    def _cell(self, name: str, column: Column, cell: Cell) -> Any:
        if not isinstance(cell, str) or not cell:
            return cell
        if column.says.form == "edtf" and DAY.fullmatch(cell) and cell >= FIRST_DAY:
            made = WriteOnlyCell(self.sheets[name], datetime.fromisoformat(cell))
            made.number_format = "yyyy-mm-dd"
            return made
        text = fitting(cell)
        if column.says.form == "link" and self.links[name] < LINKS and len(text) <= ADDRESS and text == cell:
            self.links[name] += 1
            made = WriteOnlyCell(self.sheets[name], text)
            made.hyperlink = text
            made.style = LINK
            return made
        if text.startswith("=") or text in ERROR_CODES:
            made = WriteOnlyCell(self.sheets[name], text)
            made.data_type = "s"
            return made
        return text


def fitting(text: str) -> str:
    """A text as a cell can hold it; a longer one is cut and ends in an ellipsis."""
    plain = FORBIDDEN.sub("\ufffd", text)
    if len(plain) * 2 <= CELL or len(plain.encode("utf-16-le")) <= CELL * 2:
        return plain
    return plain.encode("utf-16-le")[: (CELL - 1) * 2].decode("utf-16-le", errors="ignore") + CUT
