"""Names with what is known of each, when they may be too many for memory; beyond a few megabytes they go to disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import StoreError


class Known:
    """A table of names in a temporary database that nobody else sees; ``known`` makes one."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def add(self, name: str, value: str) -> str | None:
        """Take in a name; when it is there already, it stays as it is and its value is given."""
        added = self.database.execute("INSERT OR IGNORE INTO known VALUES (?, ?)", (encoded(name), value))
        return None if added.rowcount else self.get(name)

    def get(self, name: str) -> str | None:
        """The value of a name; None when it is not known."""
        row = self.database.execute("SELECT value FROM known WHERE name = ?", (encoded(name),)).fetchone()
        return str(row[0]) if row else None

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name) is not None


def encoded(name: str) -> bytes:
    """A name as bytes; half a surrogate pair is one too."""
    return name.encode("utf-8", "surrogatepass")


@contextmanager
def known() -> Iterator[Known]:
    """An empty table, gone at the end. Raises StoreError when the disk for temporary files is full."""
    database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("CREATE TABLE known (name BLOB PRIMARY KEY, value) WITHOUT ROWID")
        database.execute("BEGIN")
        yield Known(database)
    except sqlite3.Error as error:
        raise StoreError(f"temporary files cannot be written ({error}); free some space and run again") from error
    finally:
        database.close()
