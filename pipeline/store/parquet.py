"""Parquet tables of one shard: what most questions need in columns of its own, and the line itself, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

TEXT, WHOLE, REAL = pyarrow.string(), pyarrow.int64(), pyarrow.float64()
DOCUMENT_COLUMNS = dict.fromkeys(
    (
        *("id", "version", "source", "sha256", "retrieved_at", "media_type", "language", "source_url"),
        *("title", "published", "publisher", "text"),
    ),
    TEXT,
)
RECORD_COLUMNS = {
    "id": TEXT, "kind": TEXT, "document": TEXT, "text": TEXT, "value": TEXT, "start": WHOLE, "end": WHOLE,
    "confidence": REAL, "rule": TEXT, "flags": pyarrow.list_(TEXT),
}  # fmt: skip
IDENTIFYING = {"group": "name", "official": "name", "date": "text", "count": "text", "policy": "title"}
"""The field of each kind of record that its text, value and place are those of."""
JSON = "json"


def documents_table(lines: bytes) -> bytes:
    """Lines of documents as a Parquet file."""
    return _table(lines, DOCUMENT_COLUMNS, lambda told: [told[name] for name in DOCUMENT_COLUMNS])


def records_table(lines: bytes) -> bytes:
    """Lines of records as a Parquet file."""
    return _table(lines, RECORD_COLUMNS, _record)


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines that a file was made of. Raises OSError, ValueError."""
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=[JSON]):
            for line in batch.column(0):
                yield line.as_py().encode() + b"\n"


def _record(told: dict[str, Any]) -> list[object]:
    field = told[IDENTIFYING[told["kind"]]]
    place = field["source"]
    own = (told["id"], told["kind"], told["document"], field["text"], field["value"], place["start"], place["end"])
    return [*own, told["confidence"], told["rule"], told["flags"]]


def _table(lines: bytes, columns: dict[str, Any], row: Callable[[dict[str, Any]], list[object]]) -> bytes:
    written = lines.decode().split("\n")[:-1]
    rows = [[*row(json.loads(line)), line] for line in written]
    schema = pyarrow.schema([*columns.items(), (JSON, TEXT)])
    cells = zip(*rows, strict=True) if rows else [[] for _ in schema]
    arrays = [pyarrow.array(list(values), each.type) for values, each in zip(cells, schema, strict=True)]
    out = BytesIO()
    parquet.write_table(pyarrow.table(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()
