"""Files of an export appear together, and what a killed export left behind goes with the next one."""

from __future__ import annotations

import errno
import gc
import os
import sys
from pathlib import Path

import pytest

from pipeline.export.parquet import Parquet
from pipeline.export.staging import PREFIX, staged


def left(folder: Path) -> list[str]:
    """The names of a folder, those of rooms for files that wait cut short."""
    return sorted(PREFIX if path.name.startswith(PREFIX) else path.name for path in folder.iterdir())


def test_what_a_killed_export_left_behind_goes_and_what_another_one_writes_stays(tmp_path: Path) -> None:
    killed = tmp_path / f"{PREFIX}killed"
    (killed / "new").mkdir(parents=True)
    (killed / "held").touch()
    with staged(tmp_path) as other:
        (other / "counts.csv").write_text("2")
        with staged(tmp_path) as own:
            assert left(tmp_path) == [PREFIX, PREFIX]
            (own / "groups.csv").write_text("1")
        assert left(tmp_path) == [PREFIX, "groups.csv"]
    assert left(tmp_path) == ["counts.csv", "groups.csv"]


class Full:
    """A file of pyarrow's on a full disk."""

    def close(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_an_export_to_parquet_that_a_full_disk_ends_prints_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: printed.append(str(what.exc_value)))
    export = Parquet(tmp_path, ["groups"])
    export.writers["groups"].writer = Full()
    export.abandon()
    del export
    gc.collect()
    assert printed == []
