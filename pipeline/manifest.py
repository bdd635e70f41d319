"""Manifests: tables that name the inputs, one a row, with what is known of each (CSV or JSON Lines)."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TextIO

from pipeline.errors import EmptyInput, InputError, UnreadableInput
from pipeline.inputs import SIZE_LIMIT, Given, Input, Opened, check_size, fetched, identity, read_file, shown, unopened

PLACES = ("path", "url", "text")
"""Where the document stands: exactly one of these in each row."""
FACTS = ("source_url", "published", "publisher", "language", "title")
"""What may be said of it."""
EDTF_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class ManifestError(UnreadableInput):
    """A line of a manifest that cannot be used."""

    def __init__(self, manifest: str, line: int, problem: str, remedy: str) -> None:
        super().__init__(f"{shown(manifest)}, line {line}", problem, remedy)


def open_manifest(path: Path, name: str) -> Iterator[Opened]:
    """Every row's input, or its error with the manifest's name and line.

    Paths are relative to the manifest's folder and identify the document; a text is identified by the manifest's
    file name and the row's number from 1.
    """
    rows = _csv_rows if path.suffix.lower() == ".csv" else _json_rows
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, (line, row) in enumerate(rows(file, name), start=1):
                yield _opened(path, name, number, line, row)
    except UnicodeDecodeError:
        yield name, UnreadableInput(shown(name), "is not UTF-8", "save the manifest as UTF-8")
        return
    except OSError as error:
        yield name, unopened(name, error)
        return
    except ManifestError as error:
        yield name, error
        return
    if not number:
        yield name, EmptyInput(shown(name), "has no rows", "give one row a document, with path, url or text")


Row = Mapping[str, str] | ManifestError


def _csv_rows(file: TextIO, name: str) -> Iterator[tuple[int, Row]]:
    csv.field_size_limit(SIZE_LIMIT)
    reader = csv.reader(file, strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        _check_columns(header, name)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, _csv_row(header, cells, name, line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ManifestError(name, reader.line_num, f"is no CSV ({error})", "check its quotes and commas") from error


def _check_columns(header: list[str], name: str) -> None:
    known = ", ".join((*PLACES, *FACTS))
    for column in header:
        if column not in (*PLACES, *FACTS):
            raise ManifestError(name, 1, f"has an unknown column {shown(column)!r}", f"known are {known}")
    if len(set(header)) != len(header):
        raise ManifestError(name, 1, "has one column twice", "give each column once")


def _csv_row(header: list[str], cells: list[str], name: str, line: int) -> Row:
    if len(cells) > len(header):
        return ManifestError(name, line, "has more cells than columns", "put cells with commas in double quotes")
    return {column: cell for column, cell in zip(header, cells, strict=False) if cell.strip()}


def _json_rows(file: TextIO, name: str) -> Iterator[tuple[int, Row]]:
    for line, string in enumerate(file, start=1):
        if string.strip():
            yield line, _json_row(string, name, line)


def _json_row(string: str, name: str, line: int) -> Row:
    try:
        row = json.loads(string)
    except (json.JSONDecodeError, RecursionError):
        return ManifestError(name, line, "is no JSON", "write one JSON object a line")
    if not isinstance(row, dict):
        return ManifestError(name, line, "is no JSON object", 'write one object a line, as {"path": "a.txt"}')
    for key, value in row.items():
        if key not in (*PLACES, *FACTS):
            known = ", ".join((*PLACES, *FACTS))
            return ManifestError(name, line, f"has an unknown key {shown(key)!r}", f"known are {known}")
        if value is not None and not isinstance(value, str):
            return ManifestError(name, line, f"{key} is not a string", "put it in double quotes")
    return {key: value for key, value in row.items() if value and value.strip()}


def _opened(path: Path, name: str, number: int, line: int, row: Row) -> Opened:
    label = f"{name}, line {line}"
    if isinstance(row, ManifestError):
        return label, row
    try:
        return label, _input(path, name, number, line, row)
    except InputError as error:
        if not isinstance(error, ManifestError):
            error = type(error)(f"{shown(label)}: {error.name}", error.problem, error.remedy)
        return label, error


def _input(path: Path, name: str, number: int, line: int, row: Mapping[str, str]) -> Input:
    places = [place for place in PLACES if place in row]
    if len(places) != 1:
        problem = "gives " + (" and ".join(places) or "neither path, url nor text")
        raise ManifestError(name, line, problem, "give exactly one of path, url and text")
    given = _given(name, line, row)
    value = row[places[0]]
    if places[0] == "url":
        return fetched(value.strip(), given)
    if places[0] == "path":
        file = path.parent / value.strip()
        return read_file(file, identity(os.path.relpath(file, path.parent)), value, given)
    try:
        data = value.encode()
    except UnicodeEncodeError as error:
        raise ManifestError(name, line, "the text has half of a surrogate pair", "save it as UTF-8") from error
    check_size(f"{name}, line {line}", len(data))
    return Input(f"{identity(path.name)}#{number}", data, "text/plain", "utf-8", given=given)


def _given(name: str, line: int, row: Mapping[str, str]) -> Given:
    facts = {fact: row[fact].strip() for fact in FACTS if fact in row}
    if (published := facts.get("published")) and not is_edtf_date(published):
        problem = f"published is {shown(published)!r}"
        raise ManifestError(name, line, problem, "write YYYY, YYYY-MM or YYYY-MM-DD")
    if (language := facts.get("language")) and not LANGUAGE.fullmatch(language):
        raise ManifestError(name, line, f"language is {shown(language)!r}", "write a code such as en or zh")
    if (url := facts.get("source_url")) and not url.lower().startswith(("http://", "https://")):
        raise ManifestError(name, line, f"source_url is {shown(url)!r}", "write an http or https address")
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
