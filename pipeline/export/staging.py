"""Files that appear in a folder all together or not at all."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pipeline.store.disk import settle, told

PREFIX, HELD = ".communique-export-", "held"


@contextmanager
def staged(folder: Path, outdated: frozenset[str] = frozenset()) -> Iterator[Path]:
    """A folder to write files to; when all is well they take the place of those of the same names in ``folder``.

    ``outdated`` are the names that a former export may have written: those of them that were not written anew go.
    When anything fails, before or while the files are moved, the folder is as it was. What a killed export left behind
    is cleared away. Raises StoreError.
    """
    with told(folder, "written"):
        folder.mkdir(parents=True, exist_ok=True)
    with _room(folder) as name:
        new = name / "new"
        with told(folder, "written"):
            new.mkdir()
        yield new
        with told(folder, "written"):
            for path in new.iterdir():
                _force(path)
            _swap(new, name / "former", folder, outdated)
            settle(folder)


@contextmanager
def _room(folder: Path) -> Iterator[Path]:
    """A folder of one's own within another one, held while it is in use; those that nobody holds any more go."""
    with told(folder, "written"):
        for former in folder.glob(f"{PREFIX}*"):
            with suppress(OSError), (former / HELD).open("rb+") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(former, ignore_errors=True)
        staging = tempfile.TemporaryDirectory(prefix=PREFIX, dir=folder, ignore_cleanup_errors=True)
    with staging as name, ExitStack() as held:
        with suppress(OSError):
            # Not held under its name before it is held at all; a disk that knows no locks is never cleared.
            waiting = Path(name) / f"{HELD}.new"
            fcntl.flock(held.enter_context(waiting.open("wb")), fcntl.LOCK_EX)
            waiting.rename(waiting.with_name(HELD))
        yield Path(name)


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
