"""Where things of all documents lie while they are compared: aside, and not in memory."""

from __future__ import annotations

from hashlib import blake2b
from weakref import finalize

from pipeline.aside import aside


class Shelf:
    """A private database, gone when nobody holds it."""

    def __init__(self) -> None:
        self.connection = aside()
        self.execute = self.connection.execute
        self.executemany = self.connection.executemany
        finalize(self, self.connection.close)

    def make(self, tables: str) -> None:
        """Make tables."""
        self.connection.executescript(tables)
        self.connection.execute("BEGIN")


def digest(*parts: object) -> int:
    """A number of 64 bits for what is told apart by the ``repr`` of its parts; sets have no order and must be sorted.

    >>> digest("school", ("a", "b")) == digest("school", ("a", "b"))
    True
    """
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest(), "big", signed=True)
