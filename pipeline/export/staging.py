"""Files that appear in a folder all together or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.store.disk import settle, told


@contextmanager
def staged(folder: Path, outdated: frozenset[str] = frozenset()) -> Iterator[Path]:
    """A folder to write files to; when all is well they take the place of those of the same names in ``folder``.

    ``outdated`` are the names that a former export may have written: those of them that were not written anew go.
    When anything fails, before or while the files are moved, the folder is as it was. Raises StoreError.
    """
    with told(folder, "written"):
        folder.mkdir(parents=True, exist_ok=True)
        staging = tempfile.TemporaryDirectory(prefix=".communique-export-", dir=folder, ignore_cleanup_errors=True)
    with staging as name:
        new = Path(name) / "new"
        with told(folder, "written"):
            new.mkdir()
        yield new
        with told(folder, "written"):
            for path in new.iterdir():
                _force(path)
            _swap(new, Path(name) / "former", folder, outdated)
            settle(folder)


def _force(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _swap(new: Path, former: Path, folder: Path, outdated: frozenset[str]) -> None:
    """Put the new files in the place of the former ones; if one cannot be, put these back. Raises OSError."""
    former.mkdir()
    names = sorted(path.name for path in new.iterdir())
    gone = sorted(name for name in outdated.difference(names) if (folder / name).is_file())
    for name in (*names, *gone):
        with suppress(FileNotFoundError):
            shutil.copy2(folder / name, former)
    done: list[str] = []
    try:
        for name in names:
            os.replace(new / name, folder / name)
            done.append(name)
        for name in gone:
            (folder / name).unlink()
            done.append(name)
    except OSError:
        for name in done:
            (folder / name).unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                os.replace(former / name, folder / name)
        raise
