"""What it takes from calling the program to its end, on next to nothing and on more: part of ``benchmarks.steps``."""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.texts import CORPUS

SHARED = Path(os.environ.get("COMMUNIQUE_GOLD", "."), "benchmarks", "article-text")

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
CORPORA = (str(CORPUS / "en"), str(CORPUS / "zh"))


def print_starts(passes: int) -> None:
    """The table of seconds and of memory; a first start that fills the disk's cache does not count."""
    print("\n| start | processor, seconds | by the clock, lowest | peak memory |\n|---|---|---|---|")
    with TemporaryDirectory() as place:
        for name, arguments in starts(Path(place)).items():
            taken = [started(arguments, place) for _ in range(passes + 1)][1:]
            seconds = statistics.median(each.processor for each in taken)
            clock, memory = min(each.clock for each in taken), max(each.memory for each in taken)
            print(f"| {name} | {seconds:.2f} | {clock:.2f} | {memory / MEGABYTE:.0f} MB |")


def starts(folder: Path) -> dict[str, tuple[str, ...]]:
    """What is started in a folder, whose files are made; the public pages where COMMUNIQUE_GOLD names them."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    found = {**STARTS, "`communique run`, the corpus": ("-m", "pipeline", "run", *CORPORA, "-o", "out-corpus")}
    if public := sorted((SHARED / "html").glob("*.html.gz")):
        (folder / "public").mkdir()
        for path in public:
            (folder / "public" / path.stem).write_bytes(gzip.decompress(path.read_bytes()))
        found["`communique run`, the public pages"] = ("-m", "pipeline", "run", "public", "-o", "out-public")
    return found


class Start(NamedTuple):
    """What one start took: seconds of the processor and by the clock, bytes of memory at most."""

    processor: float
    clock: float
    memory: int


def started(arguments: Sequence[str], folder: str) -> Start:
    """What a start in a folder takes. Raises CalledProcessError when it fails; that an input does is no matter."""
    command = [sys.executable, *arguments]
    begun = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(CORPUS.parent)}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    clock = time.perf_counter() - begun
    return Start(used.ru_utime + used.ru_stime, clock, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    print_starts(5)
