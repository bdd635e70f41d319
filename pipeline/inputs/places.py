"""Where each document of web archives stands, however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby

from pipeline.aside import aside, told_aside
from pipeline.known import decoded, encoded


class Places:
    """At which offsets of which archives a document stands; ``noted_places`` makes one."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def add(self, identity: str, archive: int, offset: int) -> None:
        """Note a place. Raises StoreError."""
        with told_aside():
            self.database.execute("INSERT INTO place VALUES (?, ?, ?)", (encoded(identity), archive, offset))

    def found(self) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """Each identity, sorted by code points, with its archives and offsets, the last noted first.

        Raises StoreError.
        """
        with told_aside():
            rows = self.database.execute("SELECT * FROM place ORDER BY identity, rowid DESC")
            for identity, places in groupby(rows, key=lambda row: bytes(row[0])):
                yield decoded(identity), [(archive, offset) for _, archive, offset in places]


@contextmanager
def noted_places() -> Iterator[Places]:
    """No places yet; gone at the end. Raises StoreError when the disk for temporary files is full."""
    with told_aside():
        database = aside("CREATE TABLE place (identity BLOB, archive INTEGER, offset INTEGER)")
    with closing(database):
        yield Places(database)
