"""Tables as CSV that Excel opens with a double click, and in which no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from pipeline.export.columns import Cell
from pipeline.export.tables import TABLES, columns
from pipeline.export.writer import TextFiles

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, or skips to find one; East Asian ones read wide forms too
(https://owasp.org/www-community/attacks/CSV_Injection)."""


class PlainCsv(TextFiles):
    """``NAME.csv`` as programs read it: UTF-8, cells as they are, lines end in LF."""

    files = frozenset(f"{name}.csv" for name in TABLES)
    ending = "csv"
    line_end = "\n"

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__(folder, names)
        self.writers = {name: csv.writer(file, lineterminator=self.line_end) for name, file in self.open.items()}
        for name, writer in self.writers.items():
            writer.writerow(columns(TABLES[name]))

    def write(self, name: str, row: Sequence[Cell]) -> None:
        """Take a row of a table."""
        self.writers[name].writerow(row)


class SpreadsheetCsv(PlainCsv):
    """``NAME.csv`` for spreadsheets: with a byte order mark, lines end in CRLF, no cell is a formula."""

    encoding = "utf-8-sig"
    line_end = "\r\n"

    def write(self, name: str, row: Sequence[Cell]) -> None:
        """Take a row of a table."""
        super().write(name, [guarded(cell) for cell in row])


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe; numbers are as they are.

    >>> guarded("=HYPERLINK(1)"), guarded("a=b"), guarded(-1)
    ("'=HYPERLINK(1)", 'a=b', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
