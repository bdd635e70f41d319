"""What a format has to do: take rows of tables one after the other, and finish its files."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pipeline.export.columns import Cell


class Writer(ABC):
    """Writes tables into a folder, a row at a time, and holds no more than some rows of each in memory.

    ``names`` are the tables, in their order. Rows come mixed. OSError and the errors of sqlite3 are told to the user
    by the caller.
    """

    files: frozenset[str]
    """The names of all files that this format may write."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self.folder = folder
        self.names = tuple(names)

    @abstractmethod
    def write(self, name: str, row: Sequence[Cell]) -> None:
        """Take a row of a table."""

    @abstractmethod
    def finish(self) -> None:
        """Write what is left."""

    @abstractmethod
    def abandon(self) -> None:
        """Let go of open files after something failed; nothing is kept."""


class TextFiles(Writer):
    """Writes each table into a text file of its own."""

    ending: str
    encoding = "utf-8"

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__(folder, names)
        self.open = {
            name: (folder / f"{name}.{self.ending}").open("w", encoding=self.encoding, newline="") for name in names
        }

    def finish(self) -> None:
        """Write what is left."""
        for file in self.open.values():
            file.close()

    def abandon(self) -> None:
        """Close all files; on a full disk that raises once more, over the error that was told."""
        for file in self.open.values():
            with suppress(OSError):
                file.close()
