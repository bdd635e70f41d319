"""How inputs are called: on a terminal, and in a data set."""

from __future__ import annotations

import os
from pathlib import Path


def shown(name: str) -> str:
    """A name as one printable line: control characters and undecodable bytes are escaped.

    >>> shown("two\\nlines.txt")
    'two\\\\nlines.txt'
    """
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in name)


def identity(path: str | os.PathLike[str]) -> str:
    """A relative path as POSIX text that any file can hold: bytes that are no UTF-8 are escaped.

    >>> identity(os.fsdecode(b"caf\\xe9.txt"))
    'caf\\\\xe9.txt'
    """
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")
