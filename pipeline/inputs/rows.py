"""The rows of CSV and JSON Lines tables, one line at a time, however long the table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from pipeline.errors import UnreadableInput
from pipeline.inputs.kinds import CSV
from pipeline.inputs.limits import SIZE_LIMIT
from pipeline.inputs.naming import shown
from pipeline.inputs.packing import DAMAGED, unpacked

BODIES = ("html", "text", "content")
"""What the document says; the first of these that a row has. ``content`` is a page or a text, as it begins."""
PLACES = ("path", "url", *BODIES)
"""Where the document stands."""
FACTS = ("source_url", "published", "publisher", "language", "title")
"""What may be said of it."""
KNOWN = (*PLACES, *FACTS, "id")
LONGEST_LINE = 2 * SIZE_LIMIT
"""Characters; escapes make a line longer than its text."""
NAMED = 10
"""How many columns an error names."""
RENAME = "rename the column that has the text to text, or to html if it has pages"
COPY = "copy or download it again; the rows before are read"


class ManifestError(UnreadableInput):
    """A row of a manifest that cannot be used."""

    def __init__(self, manifest: str, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{shown(manifest)}, {place}", problem, remedy)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that are not empty, and where it stands: 'line 3'. In JSON Lines and Parquet, also nulls."""

    place: str
    cells: Mapping[str, object]


class Columns:
    """The columns of a table, as they are met."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}

    def note(self, names: Iterable[str]) -> None:
        """Take in the columns of a header or a row; of endlessly many, the first thousand."""
        for name in names:
            if name not in self.found and len(self.found) < 1000:
                self.found[name] = None

    @property
    def unknown(self) -> list[str]:
        """Those that are not read."""
        return [name for name in self.found if name not in KNOWN]

    def check(self, name: str, place: str) -> None:
        """Raises ManifestError when no column says where a document stands."""
        if not any(column in self.found for column in PLACES):
            raise ManifestError(name, place, f"has {listed(self.found)}, and none of {', '.join(PLACES)}", RENAME)


def listed(columns: Iterable[str]) -> str:
    """Columns as an error names them.

    >>> listed(["body", "link"])
    'the columns body, link'
    """
    names = [shown(column)[:40] or "(no name)" for column in columns]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"the column{'s' * (len(names) != 1)} {', '.join(names[:NAMED])}{more}" if names else "no columns"


def lines_of(path: Path, name: str, columns: Columns) -> Iterator[Row | ManifestError]:
    """The rows of a CSV or JSON Lines file, packed or not. Raises ManifestError, OversizedInput, OSError."""
    rows = csv_rows if path.name.lower().endswith(CSV) else json_rows
    at = "line 1"
    with path.open("rb") as file:
        text = io.TextIOWrapper(unpacked(file, name), "utf-8-sig", "surrogateescape", newline="")
        try:
            for row in rows(text, name, columns):
                if isinstance(row, Row):
                    at = row.place
                yield row
        except DAMAGED as error:
            reason = shown(str(error)) or type(error).__name__
            raise ManifestError(name, f"after {at}", f"cannot be unpacked ({reason})", COPY) from error


def _lines(file: TextIO) -> Iterator[str]:
    """The lines; of one that is too long, its first ``LONGEST_LINE`` characters and one more."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith("\n"):
            line = file.readline(LONGEST_LINE + 1)


def csv_rows(file: TextIO, name: str, columns: Columns) -> Iterator[Row | ManifestError]:
    """The rows below the header. Raises ManifestError for what is no CSV, and UnreadableInput for what is no UTF-8."""
    csv.field_size_limit(SIZE_LIMIT)
    reader = csv.reader(_decoded(_lines(file), name), strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        columns.note(header)
        if header:
            columns.check(name, "line 1")
        if twice := next((column for column in header if column in KNOWN and header.count(column) > 1), None):
            raise ManifestError(name, "line 1", f"has one column twice, {twice}", "give each column once")
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _csv_row(header, cells, name, f"line {line}")
            line = reader.line_num + 1
    except csv.Error as error:
        place, remedy = f"line {reader.line_num}", "check its quotes and commas"
        raise ManifestError(name, place, f"is no CSV ({error})", remedy) from error


def _decoded(lines: Iterator[str], name: str) -> Iterator[str]:
    for line in lines:
        if not is_utf8(line):
            raise UnreadableInput(shown(name), "is not UTF-8", "save the manifest as UTF-8")
        yield line


def is_utf8(text: str) -> bool:
    """Whether text that was decoded with ``surrogateescape`` has no undecodable bytes in it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _csv_row(header: list[str], cells: list[str], name: str, place: str) -> Row | ManifestError:
    if len(cells) > len(header):
        return ManifestError(name, place, "has more cells than columns", "put cells with commas in double quotes")
    return Row(place, {column: cell for column, cell in zip(header, cells, strict=False) if cell.strip()})


def json_rows(file: TextIO, name: str, columns: Columns) -> Iterator[Row | ManifestError]:
    """The rows of JSON Lines. Raises UnreadableInput when the first of them is no UTF-8."""
    for number, line in enumerate(_lines(file), start=1):
        if line.strip():
            if number == 1 and not is_utf8(line):
                raise UnreadableInput(shown(name), "is not UTF-8", "save the manifest as UTF-8")
            yield _json_row(line, name, f"line {number}", columns)


def _json_row(line: str, name: str, place: str, columns: Columns) -> Row | ManifestError:
    if len(line) > LONGEST_LINE:
        limit = LONGEST_LINE // 1024 // 1024
        return ManifestError(name, place, f"has more than {limit} MB", "split it into one document a line")
    if not is_utf8(line):
        return ManifestError(name, place, "is not UTF-8", "save the manifest as UTF-8")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return ManifestError(name, place, "is no JSON", "write one JSON object a line")
    if not isinstance(row, dict):
        remedy = 'write one object a line, as {"path": "a.txt"}'
        return ManifestError(name, place, "is no JSON object", remedy)
    columns.note(row)
    return Row(place, row)
