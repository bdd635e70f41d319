"""The bytes as they came: ``archive/`` with one file for each sha256, named by it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from pathlib import Path

from pipeline.store.disk import PART, write_whole

ARCHIVE = "archive"
NAME = re.compile(rf"[0-9a-f]{{64}}(?:{re.escape(PART)})?")


def keep(folder: Path, data: bytes) -> str:
    """Put bytes into the folder's archive, unless they are there unharmed; give their sha256. Raises OSError."""
    digest = hashlib.sha256(data).hexdigest()
    path = folder / ARCHIVE / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)
    return digest


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
