"""Tables as JSON Lines: one object a row, every column in each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pipeline.export.columns import Cell
from pipeline.export.tables import TABLES, columns
from pipeline.export.writer import TextFiles


class JsonLines(TextFiles):
    """``NAME.jsonl``: UTF-8, null where there is nothing."""

    files = frozenset(f"{name}.jsonl" for name in TABLES)
    ending = "jsonl"

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__(folder, names)
        self.columns = {name: columns(TABLES[name]) for name in names}

    def write(self, name: str, row: Sequence[Cell]) -> None:
        """Take a row of a table."""
        found = dict(zip(self.columns[name], row, strict=True))
        self.open[name].write(f"{json.dumps(found, ensure_ascii=False)}\n")
