"""Tables that may grow too large for memory: a private database, in memory while it is small and on the disk beyond."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import gettempdir

from pipeline.errors import StoreError

CACHE = 8 * 1024
"""How many KB of a database are held in memory."""
PRAGMAS = (f"cache_size = -{CACHE}", "journal_mode = OFF", "synchronous = OFF", "temp_store = FILE")


def aside(tables: str = "") -> sqlite3.Connection:
    """A new database with some tables; closed, it is gone. One thread at a time.

    It has no name: SQLite removes its file as soon as it is made. All that is written is one transaction, so that
    pages go to the disk when there is no more room for them.
    """
    database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        database.execute(f"PRAGMA {pragma}")
    database.executescript(tables)
    database.execute("BEGIN")
    return database


@contextmanager
def told_aside() -> Iterator[None]:
    """Tell errors of such a database as StoreErrors that name the folder of its file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        remedy = "free some space there, or name another folder as TMPDIR"
        raise StoreError(f"{gettempdir()}: temporary files cannot be written ({error}); {remedy}") from error
