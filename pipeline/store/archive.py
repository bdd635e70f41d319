"""The bytes as they came: ``archive/`` with one file for each sha256, named by it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from pathlib import Path

from pipeline.store.disk import PART, forced, renamed, settle

ARCHIVE = "archive"
NAME = re.compile(rf"[0-9a-f]{{64}}(?:{re.escape(PART)})?")
TOGETHER = 1000
"""How many files are forced to the disk at once."""


class Originals:
    """The bytes of one draft: each is in the archive once it is kept, and all are safe from a power cut once forced.

    A disk takes one to five milliseconds to force a file, up to half of what a document takes altogether, and hardly
    longer for many together. Until a seal cites the bytes nothing depends on them: what is not whole is written anew.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / ARCHIVE
        self.paths: list[Path] = []

    def keep(self, data: bytes) -> str:
        """Put bytes into the archive, unless they are there unharmed; give their sha256. Raises OSError."""
        digest = hashlib.sha256(data).hexdigest()
        path = self.folder / digest
        self.folder.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != data:
            with renamed(path) as file:
                file.write(data)
        self.paths.append(path)  # of a run that was killed, the disk may not have it yet
        if len(self.paths) == TOGETHER:
            self.force()
        return digest

    def force(self) -> None:
        """Wait until the disk has what was kept. Raises OSError."""
        if self.paths:
            forced(self.paths)
            settle(self.folder)
            self.paths.clear()


def prune(folder: Path, cited: Container[str]) -> None:
    """Remove the archived files that no document cites; files of other names are left alone. Raises OSError."""
    for path in (folder / ARCHIVE).iterdir():
        if NAME.fullmatch(path.name) and path.name not in cited:
            path.unlink(missing_ok=True)


def fault(folder: Path, digest: str) -> str | None:
    """What is wrong with the archived bytes of one digest: missing, or others; None when sound. Raises OSError."""
    path = folder / ARCHIVE / digest
    if not path.is_file():
        return "is missing"
    with path.open("rb") as file:
        return None if hashlib.file_digest(file, "sha256").hexdigest() == digest else "has other bytes"
