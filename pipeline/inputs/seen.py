"""Tables that grow with the number of inputs: on disk as soon as they are large, and gone when they are closed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from types import TracebackType
from typing import Self

from pipeline.errors import StoreError

CACHE = 8 * 1024
"""How many KB of a table are held in memory."""


class Aside:
    """A private SQLite table. One thread at a time; a context that drops it."""

    def __init__(self, table: str) -> None:
        # No name: SQLite holds the database in its cache, and in a file that has no name once that is full.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for each in (f"PRAGMA cache_size = -{CACHE}", "PRAGMA journal_mode = OFF", "PRAGMA temp_store = FILE", table):
            self._database.execute(each)
        self._database.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()


class Seen(Aside):
    """The identities that were met, each with the name that the user knows it by."""

    def __init__(self) -> None:
        super().__init__("CREATE TABLE seen (identity BLOB PRIMARY KEY, name BLOB) WITHOUT ROWID")

    def former(self, identity: str, name: str) -> str | None:
        """The name under which an identity was met before; None for a new one, which is noted. Raises StoreError."""
        key = _bytes(identity)
        with _told():
            new = self._database.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, _bytes(name)))
            if new.rowcount:
                return None
            (found,) = self._database.execute("SELECT name FROM seen WHERE identity = ?", (key,)).fetchone()
        return _text(found)


class Places(Aside):
    """Where each document stands: at which offsets of which archives."""

    def __init__(self) -> None:
        super().__init__("CREATE TABLE place (identity BLOB, archive INTEGER, offset INTEGER)")

    def add(self, identity: str, archive: int, offset: int) -> None:
        """Note a place. Raises StoreError."""
        with _told():
            self._database.execute("INSERT INTO place VALUES (?, ?, ?)", (_bytes(identity), archive, offset))

    def found(self) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """Each identity, sorted by code points, with its archives and offsets, the last noted first.

        Raises StoreError.
        """
        with _told():
            rows = self._database.execute("SELECT * FROM place ORDER BY identity, rowid DESC")
            for identity, places in groupby(rows, key=lambda row: bytes(row[0])):
                yield _text(identity), [(archive, offset) for _, archive, offset in places]


def _bytes(text: str) -> bytes:
    """Text as UTF-8, which sorts as code points do; halves of surrogate pairs and undecodable bytes too."""
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        remedy = "free some space in the folder for temporary files, or name another one in SQLITE_TMPDIR"
        raise StoreError(f"the list of inputs cannot be held on the disk ({error}); {remedy}") from error
