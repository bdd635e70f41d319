"""A list in the making, on the disk: entries go in one by one and come out in their order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Self


class Spool:
    """Entries without line ends, in a file that has no name and vanishes; a context that closes it."""

    def __init__(self, folder: Path) -> None:
        self.file = TemporaryFile(dir=folder)  # noqa: SIM115
        self.entries = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # a full disk refuses what is unwritten once more
            self.file.close()

    def add(self, entry: bytes) -> None:
        """Append an entry. Raises OSError."""
        self.file.write(entry + b"\n")
        self.entries += 1

    def __iter__(self) -> Iterator[bytes]:
        """The entries. Raises OSError."""
        self.file.seek(0)
        for line in self.file:
            yield line[:-1]
