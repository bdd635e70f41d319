"""The ids that exports gave entities, on record in the data set's folder: ``entity-ids.tsv``, one thing a line.

A line has a thing's own id, and after a tab that of the entity that it was first seen in. Lines are only added. Keep
the file with the data set: without it, ids are made from the names alone, and some may change as documents come. A line
without its end is what a killed export began: it does not count, and the next one writes over it.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import StoreError
from pipeline.store.disk import told

NAME = "entity-ids.tsv"
LINE = re.compile(r"(e-[0-9a-f]{12})\t(e-[0-9a-f]{12})\n")
LONGEST = 1 << 16
"""So far from the end of the file, in bytes, the end of its last whole line is looked for."""


def known(folder: Path) -> Iterator[tuple[str, str]]:
    """What is on record, the oldest first; nothing where no export was made. Raises StoreError for a damaged file."""
    path = folder / NAME
    with told(path, "read"):
        if not path.is_file():
            return
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, 1):
                if not line.endswith("\n"):
                    return
                match = LINE.fullmatch(line)
                if match is None:
                    remedy = "take it from a backup, or remove it to have all ids made anew"
                    raise StoreError(f"{path}: line {number} is no pair of ids; {remedy}")
                yield match[1], match[2]


def remember(folder: Path, fresh: Iterable[tuple[str, str]]) -> None:
    """Add all of it to the record or nothing; a data set in a folder that nobody may write to is left alone.

    Raises StoreError.
    """
    path = folder / NAME
    if not os.access(path if path.exists() else folder, os.W_OK):
        return
    with told(path, "written"), path.open("a+b", buffering=0) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        end = _end(file)
        file.truncate(end)
        left = memoryview("".join(f"{own}\t{entity}\n" for own, entity in fresh).encode())
        try:
            while left:
                left = left[file.write(left) :]
            os.fsync(file)
        except OSError:
            file.truncate(end)
            raise


def _end(file: BinaryIO) -> int:
    """Where the last whole line ends."""
    size = file.seek(0, os.SEEK_END)
    start = file.seek(max(0, size - LONGEST))
    return start + file.read().rfind(b"\n") + 1
