"""Tables as Parquet, for polars, pandas, DuckDB and R: typed, packed, written some thousand rows at a time."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow
from pyarrow.parquet import ParquetWriter

from pipeline.export.columns import Cell, Type, columns_of
from pipeline.export.tables import TABLES
from pipeline.export.writer import Writer

BATCH = 2000
"""Rows of one table that are held until they are written."""
TYPES: dict[Type, pyarrow.DataType] = {
    "string": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64(), "boolean": pyarrow.bool_(),
}  # fmt: skip


class Parquet(Writer):
    """``NAME.parquet``; each column has its meaning in its metadata."""

    files = frozenset(f"{name}.parquet" for name in TABLES)

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__(folder, names)
        self.schemas = {name: schema(name) for name in names}
        self.held: dict[str, list[Sequence[Cell]]] = {name: [] for name in names}
        self.writers: dict[str, ParquetWriter] = {}
        try:
            for name, own in self.schemas.items():
                self.writers[name] = ParquetWriter(folder / f"{name}.parquet", own, compression="zstd")
        except OSError:
            self.abandon()
            raise

    def write(self, name: str, row: Sequence[Cell]) -> None:
        """Take a row of a table."""
        held = self.held[name]
        held.append(row)
        if len(held) == BATCH:
            self._flush(name)

    def finish(self) -> None:
        """Write what is left."""
        for name, writer in self.writers.items():
            self._flush(name)
            writer.close()

    def abandon(self) -> None:
        """Close all files; none is closed again when it is forgotten, which would print that the disk is full still."""
        for writer in self.writers.values():
            with suppress(OSError, pyarrow.ArrowException):
                writer.close()
            writer.is_open = False

    def _flush(self, name: str) -> None:
        if held := self.held[name]:
            own = self.schemas[name]
            arrays = [
                pyarrow.array(values, each.type) for values, each in zip(zip(*held, strict=True), own, strict=True)
            ]
            self.writers[name].write_batch(pyarrow.record_batch(arrays, schema=own))
            held.clear()


def schema(name: str) -> pyarrow.Schema:
    """The Arrow schema of a table."""
    return pyarrow.schema(
        pyarrow.field(column.name, TYPES[column.type], not column.required, {"description": column.says.meaning})
        for column in columns_of(TABLES[name])
    )
