"""Names with what is known of each, when they may be too many for memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from pipeline.aside import aside, told_aside


class Known:
    """A table of names; ``known`` makes one."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def add(self, name: str, value: str) -> str | None:
        """Take in a name; when it is there already, it stays as it is and its value is given."""
        with told_aside():
            added = self.database.execute("INSERT OR IGNORE INTO known VALUES (?, ?)", (encoded(name), encoded(value)))
        return None if added.rowcount else self.get(name)

    def get(self, name: str) -> str | None:
        """The value of a name; None when it is not known."""
        with told_aside():
            row = self.database.execute("SELECT value FROM known WHERE name = ?", (encoded(name),)).fetchone()
        return decoded(row[0]) if row else None

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name) is not None


@contextmanager
def known() -> Iterator[Known]:
    """An empty table, gone at the end. Raises StoreError when the disk for temporary files is full."""
    with told_aside():
        database = aside("CREATE TABLE known (name BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
    with closing(database):
        yield Known(database)


def encoded(text: str) -> bytes:
    """Text as UTF-8, which sorts as code points do; halves of surrogate pairs and undecodable bytes too."""
    return text.encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> str:
    """The text that was encoded."""
    return data.decode("utf-8", "surrogatepass")
