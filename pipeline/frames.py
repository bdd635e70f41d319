"""A data set as data frames: ``pipeline.load("outputs").memberships``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import polars

from pipeline.errors import UsageError
from pipeline.export.columns import Cell, Type, cells, columns_of
from pipeline.export.exporting import Whole, all_rows, links_of
from pipeline.export.folder import whole_of
from pipeline.export.tables import TABLES
from pipeline.store.dataset import opened

if TYPE_CHECKING:
    import pandas

TYPES: dict[Type, type[polars.DataType]] = {
    "string": polars.String, "integer": polars.Int64, "number": polars.Float64, "boolean": polars.Boolean,
}  # fmt: skip


class Frames(Mapping[str, polars.DataFrame]):
    """The tables of a data set as polars frames, by name: ``frames["groups"]`` or ``frames.groups``."""

    def __init__(self, tables: Mapping[str, polars.DataFrame]) -> None:
        self._tables = dict(tables)

    def __getitem__(self, name: str) -> polars.DataFrame:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __getattr__(self, name: str) -> polars.DataFrame:
        try:
            return self._tables[name]
        except KeyError:
            raise AttributeError(f"no table {name!r}; there are {', '.join(self._tables)}") from None

    def pandas(self) -> dict[str, pandas.DataFrame]:
        """The same tables as pandas frames, by name; pandas has to be installed."""
        return {name: frame.to_pandas() for name, frame in self.items()}


def load(folder: str | Path, least: float = 0) -> Frames:
    """The tables of the data set in a folder, as reviewers left it, as polars frames.

    ``least`` leaves out what the rules are less sure of, 0 to 1. Raises UsageError for another number, SealError
    when the files do not match their seal, StoreError when they cannot be read.
    """
    if not 0 <= least <= 1:
        raise UsageError(f"least={least}: a confidence runs from 0 to 1; give 0.8 for four in five")
    with opened(Path(folder)) as dataset:
        return frames(whole_of(dataset, least))


def frames(whole: Whole) -> Frames:
    """The tables as polars frames."""
    found: dict[str, list[list[Cell]]] = {name: [] for name in whole.tables}
    for name, row in all_rows(whole, links_of(whole)):
        found[name].append(cells(row))
    return Frames({name: _frame(name, own) for name, own in found.items()})


def _frame(name: str, own: list[list[Cell]]) -> polars.DataFrame:
    schema = {column.name: TYPES[column.type] for column in columns_of(TABLES[name])}
    return polars.DataFrame(own, schema=schema, orient="row", strict=False)
