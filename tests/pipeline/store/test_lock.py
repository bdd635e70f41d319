"""Two runs in one folder are kept apart, and no lock outlives its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import LockedError
from pipeline.store.lock import locked

HOLDER = """
import sys
from pathlib import Path
from pipeline.store.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    said = rf"another run \(process {os.getpid()}\) holds"
    with locked(tmp_path), pytest.raises(LockedError, match=said) as caught, locked(tmp_path):
        pytest.fail("two runs hold one folder")
    assert caught.value.exit_code == 4


def test_a_lock_is_free_after_use(tmp_path: Path) -> None:
    with locked(tmp_path / "new"):
        pass
    with locked(tmp_path / "new"):
        pass


def test_a_killed_process_holds_no_lock(tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LockedError, match=f"process {holder.pid}"), locked(tmp_path):
            pytest.fail("two runs hold one folder")
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        with locked(tmp_path):
            pass
