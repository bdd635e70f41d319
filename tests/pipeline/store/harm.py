"""Harm done to a data set, and the seal made to fit it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pipeline.store.seal import SEAL, digest


def reseal(folder: Path) -> None:
    """Make the seal match files that a test has changed."""
    seal = json.loads((folder / SEAL).read_text(encoding="utf-8"))
    for name in seal["files"]:
        with (folder / name).open("rb") as file:
            seal["files"][name] = digest(file)
    (folder / SEAL).write_text(json.dumps(seal), encoding="utf-8")


def drop(name: str) -> Callable[[Path], None]:
    """Remove a file."""
    return lambda folder: (folder / name).unlink()


def change(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Put other words in the place of some, once."""

    def changed(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return changed
