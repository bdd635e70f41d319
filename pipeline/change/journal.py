"""A change list as JSON Lines: beside the data set of a nightly sync, or set aside to be told in several forms."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.change.changes import LINE, Change, Summary
from pipeline.change.compare import Changes
from pipeline.store.dataset import Dataset, opened
from pipeline.store.disk import told, whole
from pipeline.store.draft import line

CHANGES = "changes.jsonl"
"""What the last sync changed, in the folder of its data set."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of changes that is complete: in a file, and with its summary."""

    file: BinaryIO
    summary: Summary

    def lines(self) -> Iterator[bytes]:
        """The lines of the file, the summary last."""
        self.file.seek(0)
        return iter(self.file)

    def changes(self) -> Iterator[Change]:
        """Every change, in order."""
        for each in self.lines():
            change = LINE.validate_json(each)
            if not isinstance(change, Summary):
                yield change


@contextmanager
def listed(old: Dataset, new: Dataset) -> Iterator[Listed]:
    """The changes from one data set to another, set aside on the disk. Raises SealError, StoreError."""
    place = Path(tempfile.gettempdir())
    with told(place, "written"), tempfile.TemporaryFile() as file:
        yield Listed(file, _written(Changes(old, new), file))


def keep(former: Dataset | None, folder: Path) -> Summary:
    """Write what became of the folder's former data set (None: there was none) beside the present one, whole.

    Raises SealError, StoreError; then the list of an earlier night stands as it was.
    """
    with opened(folder) as dataset, told(folder / CHANGES, "written"), whole(folder / CHANGES) as file:
        return _written(Changes(former, dataset), file)


def _written(changes: Changes, file: BinaryIO) -> Summary:
    for change in changes:
        file.write(line(change))
    summary = changes.summary()
    file.write(line(summary))
    return summary
