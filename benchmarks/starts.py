"""What it takes from calling the program to its end, on next to nothing and on more: part of ``benchmarks.steps``."""

from __future__ import annotations

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.costs import cost
from benchmarks.public import public_pages
from benchmarks.texts import CORPUS

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
            taken = [cost(arguments, Path(place)) for _ in range(passes + 1)][1:]
            seconds = statistics.median(each.processors for each in taken)
            clock, memory = min(each.clock for each in taken), max(each.peak for each in taken)
            print(f"| {name} | {seconds:.2f} | {clock:.2f} | {memory / MEGABYTE:.0f} MB |")


def starts(folder: Path) -> dict[str, tuple[str, ...]]:
    """What is started in a folder, whose files are made; the public pages where COMMUNIQUE_GOLD names them."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    found = {**STARTS, "`communique run`, the corpus": ("-m", "pipeline", "run", *CORPORA, "-o", "out-corpus")}
    for name, page in public_pages():
        (folder / "public").mkdir(exist_ok=True)
        (folder / "public" / f"{name}.html").write_bytes(page)
        found["`communique run`, the public pages"] = ("-m", "pipeline", "run", "public", "-o", "out-public")
    return found


if __name__ == "__main__":
    print_starts(5)
