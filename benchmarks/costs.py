"""What a program takes from its start to its end: seconds and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.texts import CORPUS


@dataclass(frozen=True, slots=True)
class Cost:
    """What a program took: seconds by the clock, seconds of processors, bytes of memory at most."""

    clock: float
    processors: float
    peak: int


def cost(arguments: Sequence[str], folder: Path) -> Cost:
    """What Python takes with these arguments in a folder. Raises CalledProcessError; that an input fails is no matter.

    Linux counts the memory of whoever starts a program as its own, so that this process must stay small.
    """
    command = [sys.executable, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(CORPUS.parent)}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
