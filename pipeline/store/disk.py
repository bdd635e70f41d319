"""Files that are there whole or not at all, and what the user is told when the disk refuses."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import StoreError

PART = ".part"
"""The ending of a file that is still being written."""

AT_A_TIME = 16
"""How many files wait for the disk together."""

REMEDIES = {
    errno.ENOSPC: "free some space and run again",
    errno.EDQUOT: "free some space and run again",
    errno.EACCES: "check its permissions or name another folder",
    errno.EPERM: "check its permissions or name another folder",
    errno.EROFS: "name a folder on a disk that can be written",
    errno.ENOTDIR: "name a folder, not a file",
    errno.EEXIST: "name a folder, not a file",
    errno.ENOENT: "name a folder that is there",
}


@contextmanager
def told(folder: Path, doing: str) -> Iterator[None]:
    """Turn an OSError into a StoreError that names the folder, what failed (``read`` or ``written``), and why."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = REMEDIES.get(error.errno or 0, "check the disk and run again")
        raise StoreError(f"{folder}: cannot be {doing}: {reason}; {remedy}") from error


@contextmanager
def renamed(path: Path) -> Iterator[BinaryIO]:
    """A file to write to under another name, renamed into place when it is complete. Raises OSError.

    Whether the disk has it then is another question: see ``whole`` and ``forced``.
    """
    part = path.with_name(path.name + PART)
    try:
        with part.open("wb") as file:
            yield file
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to under another name, which is forced to the disk and renamed into place. Raises OSError."""
    with renamed(path) as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under another name, force it to the disk, then rename it into place. Raises OSError."""
    with whole(path) as file:
        file.write(data)


def forced(paths: Sequence[Path]) -> None:
    """Force files to the disk, many in the time that it takes for one. Raises OSError."""
    with ThreadPoolExecutor(AT_A_TIME) as threads:
        for _ in threads.map(settle, paths):
            pass


def settle(path: Path) -> None:
    """Force a file to the disk, or the names in a folder, so that renames keep their order. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
