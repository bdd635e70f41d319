"""Where things of all documents lie while they are compared: in a temporary file, and not in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from tempfile import gettempdir
from weakref import finalize

from pipeline.errors import StoreError

CACHE = 8_000
"""Kilobytes of the file that are held in memory."""


class Shelf:
    """A database without a name, which SQLite keeps in memory while it is small, and removes when nobody holds it."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for pragma in (f"cache_size = -{CACHE}", "journal_mode = OFF", "synchronous = OFF", "temp_store = FILE"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.execute = self.connection.execute
        self.executemany = self.connection.executemany
        finalize(self, self.connection.close)

    def make(self, tables: str) -> None:
        """Make tables. All that follows is one transaction: pages are written when there is no more room for them."""
        self.connection.executescript(tables)
        self.connection.execute("BEGIN")


@contextmanager
def shelving() -> Iterator[None]:
    """Tell errors of the temporary file as StoreErrors that name its folder."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"{gettempdir()}: names cannot be compared there: {error}; free some space, or name another as TMPDIR"
        ) from error


def digest(*parts: object) -> int:
    """A number of 64 bits for what is told apart by the ``repr`` of its parts; sets have no order and must be sorted.

    >>> digest("school", ("a", "b")) == digest("school", ("a", "b"))
    True
    """
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest(), "big", signed=True)
