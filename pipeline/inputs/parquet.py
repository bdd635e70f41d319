"""The rows of Parquet tables, a few megabytes of them at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from pipeline.errors import UnreadableInput
from pipeline.inputs.naming import shown
from pipeline.inputs.rows import COPY, KNOWN, Columns, ManifestError, Row

AT_ONCE = 8 << 20
"""Bytes that the rows that are unpacked at once should have together."""
MOST_ROWS = 1000
BUFFER = 1 << 20
"""Bytes of a column that are read at once; without it, pyarrow reads all of a row group."""
DAMAGED = (pyarrow.ArrowException, OSError, ValueError)


def parquet_rows(path: Path, name: str, columns: Columns) -> Iterator[Row | ManifestError]:
    """The rows of a Parquet file; of a damaged one, what can be read. Raises UnreadableInput, ManifestError."""
    with path.open("rb") as opened:  # so that a missing file is told as any other
        try:
            file = parquet.ParquetFile(opened, buffer_size=BUFFER, pre_buffer=False)
            names = list(file.schema_arrow.names)
        except DAMAGED as error:
            problem = f"is no sound Parquet file ({_said(error)})"
            raise UnreadableInput(shown(name), problem, "copy or download it again") from error
        columns.note(names)
        columns.check(name, "its columns")
        known = [column for column in names if column in KNOWN]
        first = 1
        for group in range(file.num_row_groups):
            size = file.metadata.row_group(group).num_rows
            yield from _group(file, group, known, name, first, first + size - 1)
            first += size


def _group(file: Any, group: int, known: list[str], name: str, first: int, last: int) -> Iterator[Row | ManifestError]:
    """The rows of one row group, ``first`` to ``last``; those behind a damage are one error."""
    number = first - 1
    batches = file.iter_batches(_batch(file, group), row_groups=[group], columns=known, use_threads=False)
    while True:
        try:
            batch = next(batches, None)
        except DAMAGED as error:
            place = f"rows {number + 1} to {last}"
            yield ManifestError(name, place, f"cannot be read ({_said(error)})", "copy or download the file again")
            return
        if batch is None:
            return
        for at in range(batch.num_rows):
            number += 1
            yield _row(batch, at, name, f"row {number}")


def _batch(file: Any, group: int) -> int:
    """How many rows of a group are unpacked at once, by the size of its rows."""
    metadata = file.metadata.row_group(group)
    size = metadata.total_byte_size // max(1, metadata.num_rows)
    return int(min(MOST_ROWS, max(1, AT_ONCE // max(1, size))))


def _row(batch: Any, at: int, name: str, place: str) -> Row | ManifestError:
    try:
        return Row(place, {column: batch.column(column)[at].as_py() for column in batch.schema.names})
    except UnicodeDecodeError:
        return ManifestError(name, place, "is not UTF-8", "write the table anew from texts in UTF-8")
    except (ValueError, OverflowError, pyarrow.ArrowException) as error:
        return ManifestError(name, place, f"has a value that cannot be read ({_said(error)})", COPY)


def _said(error: Exception) -> str:
    return shown(" ".join(str(error).split()))[:80]
