"""What it takes from calling the program to its end, on next to nothing: part of ``python -m benchmarks.steps``."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

MEGABYTE = 1_000_000
STARTS = {
    "`communique --help`": ("-m", "pipeline", "--help"),
    "`communique run`, one short English text": ("-m", "pipeline", "run", "en.txt", "-o", "out-en"),
    "`communique run`, one short Chinese text": ("-m", "pipeline", "run", "zh.txt", "-o", "out-zh"),
    "`communique run`, one small page": ("-m", "pipeline", "run", "page.html", "-o", "out-page"),
    "`pipeline.extract`, one short English text": (
        "-c",
        "from pipeline import extract; extract(open('en.txt').read())",
    ),
}
"""What is started, and how; the files stand in the folder where it runs."""
ENGLISH = "Anbu Primary School Education Group was set up in May 2022. It has five member schools, old and new."
FILES = {
    "en.txt": ENGLISH,
    "zh.txt": "东关小学教育集团2022年5月成立，共有五所成员校。",
    "page.html": f"<html><title>News</title><body><h1>A new group</h1><p>{ENGLISH}</p></body></html>",
}
ROOT = Path(__file__).parent.parent


def print_starts(passes: int) -> None:
    """The table of seconds and of memory; a first start that fills the disk's cache does not count."""
    print("\n| start | processor, seconds | by the clock, lowest | peak memory |\n|---|---|---|---|")
    with TemporaryDirectory() as place:
        for name, text in FILES.items():
            Path(place, name).write_text(text, encoding="utf-8")
        for name, arguments in STARTS.items():
            taken = [started(arguments, place) for _ in range(passes + 1)][1:]
            seconds = statistics.median(each.processor for each in taken)
            clock, memory = min(each.clock for each in taken), max(each.memory for each in taken)
            print(f"| {name} | {seconds:.2f} | {clock:.2f} | {memory / MEGABYTE:.0f} MB |")


class Start(NamedTuple):
    """What one start took: seconds of the processor and by the clock, bytes of memory at most."""

    processor: float
    clock: float
    memory: int


def started(arguments: Sequence[str], folder: str) -> Start:
    """What a start in a folder takes. Raises CalledProcessError when it fails."""
    command = [sys.executable, *arguments]
    begun = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    clock = time.perf_counter() - begun
    return Start(used.ru_utime + used.ru_stime, clock, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    print_starts(5)
