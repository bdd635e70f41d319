"""Manifests: tables that name the inputs, one a row, or hold them, with what is known of each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag

from pipeline.errors import EmptyInput, InputError, UnreadableInput
from pipeline.inputs.document import Address, Given, Input, LeftOut, Opened
from pipeline.inputs.files import read_file
from pipeline.inputs.kinds import PARQUET, attached, sniffed
from pipeline.inputs.limits import check_size, filled, unopened
from pipeline.inputs.naming import identity, shown
from pipeline.inputs.rows import BODIES, FACTS, KNOWN, RENAME, Columns, ManifestError, Row, lines_of, listed

EDTF_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
TIME_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
"""A moment, '2022-07-14T08:30:00Z': its day is what is printed on a page."""
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ATTEMPTS = 20
"""After so many rows of which none says where its document stands, the others are not tried."""
OBJECTS = 'write one JSON object a line, as {"text": "..."}'


class PlacelessRow(ManifestError):
    """A row that does not say where its document stands."""


def open_manifest(path: Path, name: str) -> Iterator[Opened]:
    """Every row's input, or its error with the manifest's name and line; at the end, the columns that are not read.

    Paths are relative to the manifest's folder and identify the document; a text is identified by the manifest's
    file name and its ``id``, by its ``url``, or by the manifest's file name and the row's number from 1.
    """
    columns = Columns()
    rows = _rows(path, name, columns)
    number, useless = 0, 0
    try:
        for number, row in enumerate(rows, start=1):
            label, opened = _opened(path, name, number, row)
            useless += isinstance(opened, PlacelessRow) or isinstance(row, ManifestError)
            if number == useless == ATTEMPTS:
                problem = f"has {listed(columns.found)}; none of its first {ATTEMPTS} rows has a document"
                yield name, UnreadableInput(shown(name), problem, RENAME if columns.found else OBJECTS)
                return
            yield label, opened
    except OSError as error:
        yield name, unopened(name, error)
        return
    except InputError as error:
        yield name, error
        return
    if not number:
        yield name, EmptyInput(shown(name), "has no rows", "give one row a document, with path, url or text")
    if columns.unknown:
        reason = f"columns that are not known are not read; known are {', '.join(KNOWN)}"
        yield name, LeftOut(f"{shown(name)}: {listed(columns.unknown)}", reason)


def _rows(path: Path, name: str, columns: Columns) -> Iterator[Row | ManifestError]:
    if not path.name.lower().endswith(PARQUET):
        return lines_of(path, name, columns)
    from pipeline.inputs.parquet import parquet_rows

    return parquet_rows(path, name, columns)


def _opened(path: Path, name: str, number: int, row: Row | ManifestError) -> Opened:
    if isinstance(row, ManifestError):
        return row.name, row
    label = f"{name}, {row.place}"
    try:
        return label, _input(path, name, number, row)
    except InputError as error:
        if not isinstance(error, ManifestError) and error.name != shown(label):
            error = type(error)(f"{shown(label)}: {error.name}", error.problem, error.remedy)
        return label, error


def _input(path: Path, name: str, number: int, row: Row) -> Input | Address:
    """The input of a row. Raises InputError.

    A row that has a column for its text is never fetched, even when the text is missing: it is a row of a crawl.
    """
    cells = _cells(name, row)
    given = _given(name, row.place, cells)
    body = next((column for column in BODIES if column in cells), None)
    if body and "path" in cells:
        raise ManifestError(name, row.place, f"gives path and {body}", "give exactly one of path, url and text")
    if body:
        return _written(path, name, number, row.place, cells, body, given)
    if "path" in cells:
        value = str(cells["path"]).strip()
        file = path.parent / value
        return read_file(file, identity(os.path.relpath(file, path.parent)), value, given)
    if empty := next((column for column in BODIES if column in row.cells), None):
        raise EmptyInput(f"{shown(name)}, {row.place}", f"its {empty} is empty", "leave the row out, or give its text")
    if "url" in cells:
        return Address(str(cells["url"]).strip(), f"{name}, {row.place}", given)
    problem = "gives neither path, url nor text, but " + listed(row.cells)
    raise PlacelessRow(name, row.place, problem, RENAME)


def _written(
    path: Path, name: str, number: int, place: str, cells: Mapping[str, str | bytes], body: str, given: Given
) -> Input:
    """The document that stands in a cell."""
    label, value = f"{name}, {place}", cells[body]
    try:
        data = value if isinstance(value, bytes) else value.encode()
    except UnicodeEncodeError as error:
        raise ManifestError(name, place, "the text has half of a surrogate pair", "save it as UTF-8") from error
    check_size(label, len(data))
    media_type = {"html": "text/html", "text": "text/plain"}.get(body) or sniffed(data)
    if isinstance(value, bytes):
        media_type = attached(data) or media_type
    charset = None if isinstance(value, bytes) else "utf-8"
    return Input(_source(path, number, cells), filled(label, data), media_type, charset, given=given)


def _source(path: Path, number: int, cells: Mapping[str, str | bytes]) -> str:
    """What identifies a text: its id in the manifest, its address, or its row."""
    if "url" in cells and "id" not in cells:
        return shown(urldefrag(str(cells["url"]).strip()).url)
    return f"{identity(path.name)}#{shown(str(cells.get('id', number)).strip())}"


def _cells(name: str, row: Row) -> dict[str, str | bytes]:
    """The known cells that say something. Raises ManifestError for a value that is no text."""
    found = {column: _value(name, row, column) for column in KNOWN if row.cells.get(column) is not None}
    return {column: value for column, value in found.items() if value.strip()}


def _value(name: str, row: Row, column: str) -> str | bytes:
    value = row.cells[column]
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            if column in BODIES:
                return value  # a page as it came; its charset is told as any page's
            raise ManifestError(name, row.place, f"{column} is not UTF-8", "save it as UTF-8") from None
    if column in ("id", "published") and isinstance(value, int | date) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise ManifestError(name, row.place, f"{column} is not a string", "put it in double quotes")
    return value


def _given(name: str, place: str, cells: Mapping[str, str | bytes]) -> Given:
    """What a row says of its document. Raises ManifestError."""
    facts = {fact: str(cells[fact]).strip() for fact in FACTS if fact in cells}
    if "url" in cells and "source_url" not in facts and ("path" in cells or any(body in cells for body in BODIES)):
        facts["source_url"] = str(cells["url"]).strip()
    if published := facts.get("published"):
        moment = TIME_OF_DAY.fullmatch(published)
        facts["published"] = moment[1] if moment else published
        if not is_edtf_date(facts["published"]):
            problem = f"published is {shown(published)!r}"
            raise ManifestError(name, place, problem, "write YYYY, YYYY-MM or YYYY-MM-DD")
    if (language := facts.get("language")) and not LANGUAGE.fullmatch(language):
        raise ManifestError(name, place, f"language is {shown(language)!r}", "write a code such as en or zh")
    if (url := facts.get("source_url")) and not url.lower().startswith(("http://", "https://")):
        column = "source_url" if "source_url" in cells else "url"
        raise ManifestError(name, place, f"{column} is {shown(url)!r}", "write an http or https address")
    return Given(**facts)


def is_edtf_date(value: str) -> bool:
    """Whether a value is a year, month or day of the calendar as EDTF writes it.

    >>> [is_edtf_date(value) for value in ("2022", "2022-07", "2022-02-30", "July 2022")]
    [True, True, False, False]
    """
    if not (match := EDTF_DAY.fullmatch(value)):
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
