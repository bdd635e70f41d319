"""All tables in one SQLite database, with primary keys, foreign keys and indexes over what joins them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from pipeline.export.columns import Cell, Type, columns_of
from pipeline.export.tables import KEYS, TABLES, joins
from pipeline.export.writer import Writer

NAME = "tables.sqlite"
BATCH = 2000
TYPES: dict[Type, str] = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}


class Sqlite(Writer):
    """``tables.sqlite``; foreign keys are checked when all rows are in, for a row may name one that comes later."""

    files = frozenset({NAME})

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__(folder, names)
        self.connection = sqlite3.connect(folder / NAME, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.execute("BEGIN")
        for name in names:
            self.connection.execute(table(name))
        self.held: dict[str, list[Sequence[Cell]]] = {name: [] for name in names}

    def write(self, name: str, row: Sequence[Cell]) -> None:
        """Take a row of a table."""
        held = self.held[name]
        held.append(row)
        if len(held) == BATCH:
            self._flush(name)

    def finish(self) -> None:
        """Write what is left, and index it."""
        for name in self.names:
            self._flush(name)
        for name in self.names:
            for column in indexed(name):
                self.connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
        self.connection.execute("COMMIT")
        broken = self.connection.execute("PRAGMA foreign_key_check").fetchone()
        self.connection.close()
        if broken:
            raise AssertionError(f"table {broken[0]}, row {broken[1]}: names a row of {broken[2]} that is not there")

    def abandon(self) -> None:
        """Close the database."""
        self.connection.close()

    def _flush(self, name: str) -> None:
        if held := self.held[name]:
            marks = ", ".join("?" * len(held[0]))
            self.connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', held)  # noqa: S608
            held.clear()


def table(name: str) -> str:
    """The statement that makes a table."""
    key = KEYS.get(name)
    lines = []
    for column in columns_of(TABLES[name]):
        rest = " PRIMARY KEY" if column.name == key else ""
        rest += " NOT NULL" if column.required else ""
        lines.append(f'"{column.name}" {TYPES[column.type]}{rest}')
    for column_name, target in joins(name).items():
        lines.append(f'FOREIGN KEY ("{column_name}") REFERENCES "{target}" ("{KEYS[target]}")')
    body = ",\n  ".join(lines)
    return f'CREATE TABLE "{name}" (\n  {body}\n)'


def indexed(name: str) -> list[str]:
    """The columns by which rows are looked up: those that join."""
    own = {column.name for column in columns_of(TABLES[name])} - {KEYS.get(name)}
    return sorted({*joins(name), "record"} & own)
