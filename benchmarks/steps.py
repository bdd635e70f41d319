"""Where the time goes from a file on disk to the data set: ``python -m benchmarks.steps``.

Milliseconds a document of each step, by kind of input, in processor time; then what a start costs, and memory. The
tables are Markdown, for docs/performance.md. Public pages are those below the folder that COMMUNIQUE_GOLD names.
"""

from __future__ import annotations

import argparse
import importlib
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.chinese import varied as varied_zh
from benchmarks.public import public_pages
from benchmarks.stopwatch import Stopwatch
from benchmarks.texts import CORPUS, varied
from pipeline.extraction import Extraction
from pipeline.inputs import open_inputs
from pipeline.read import read
from pipeline.steps import result, settled
from tests.pipeline import build

REST = "all else"
STEPS = {
    "open the file": [("pipeline.inputs.files", "read_file")],
    "decode": [("pipeline.read", "decode")],
    "text into blocks": [("pipeline.read", "read_plain")],
    "HTML: parse": [("pipeline.read.tree.Page", "__init__")],
    "HTML: find the article": [("pipeline.read.page.Layout", "__init__")],
    "HTML: head of the page": [("pipeline.read.page", "stated_by")],
    "HTML: walk": [("pipeline.read.page", "walk")],
    "HTML: judge the rest": [("pipeline.read.page", "read_page")],
    "document": [("pipeline.read", "assemble")],
    "sentences": [("extractors.sentences", "split")],
    "tags and names": [
        ("extractors.names.marked", "tag"),
        ("extractors.names.marked", "names"),
        ("extractors.names.printed_zh", "names"),
        ("extractors.zh", "Folded"),
    ],
    "dates": [("extractors.dates.en", "find"), ("extractors.dates.zh", "find")],
    "policies": [("extractors.policies.en", "find"), ("extractors.policies.zh", "find")],
    "groups": [
        ("extractors.groups.en", "find"),
        ("extractors.groups.en", "batches_of"),
        ("extractors.groups.zh", "reading"),
        ("extractors.groups.zh", "told"),
        ("extractors.groups.zh", "batches_of"),
        ("extractors.en.EnglishLayouts", "mentions"),
    ],
    "officials": [
        ("extractors.officials.en", "find"),
        ("extractors.en", "in_groups"),
        ("extractors.en", "in_cells"),
        ("extractors.officials.zh", "find"),
    ],
    "counts": [
        ("extractors.counts.en", "find"),
        ("extractors.counts.zh", "find"),
        ("extractors.counts.columns", "find"),
        ("extractors.zh", "flattened"),
    ],
    "normalise": [("pipeline.extraction", "records_of")],
    "check the spans": [("pipeline.steps", "faults")],
    "dump and write": [("pipeline.store.draft.Draft", "add"), ("pipeline.store.draft.Draft", "publish")],
}
"""Step → what does it: a module or class, and the name in it by which its caller calls it."""


def owner_of(name: str) -> object:
    """The module, or the class in one, that a dotted name means."""
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module), last) if last[0].isupper() else importlib.import_module(name)


def timed() -> Stopwatch:
    """A watch over all steps of this process."""
    watch = Stopwatch()
    # The modules that read a page or know a language are loaded now, so that no step pays for it.
    for places in STEPS.values():
        for owner, _ in places:
            owner_of(owner)
    for step, places in STEPS.items():
        for owner, attribute in places:
            watch.time(owner_of(owner), attribute, step)
    return watch


def sets() -> dict[str, Callable[[int], dict[str, bytes]]]:
    """Name → the files of a pass, by name: other names and numbers in each where texts are ours to change."""
    found: dict[str, Callable[[int], dict[str, bytes]]] = {
        "English text": lambda turn: {p.name: varied(_text(p), turn).encode() for p in _files("en", "*.txt")},
        "Chinese text": lambda turn: {p.name: varied_zh(_text(p), turn).encode() for p in _files("zh", "*.txt")},
        "English pages": lambda _: {p.name: p.read_bytes() for p in _files("pages", "en-*.html")},
        "Chinese pages": lambda _: {p.name: p.read_bytes() for p in _files("pages", "zh-*.html")},
    }
    if next(public_pages(), None):
        found["public pages"] = lambda _: {f"{name}.html": page for name, page in public_pages()}
    return found


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted((CORPUS / folder).glob(pattern))


def milliseconds(watch: Stopwatch, passes: Sequence[dict[str, bytes]], extraction: Extraction) -> dict[str, float]:
    """Step → milliseconds a document, the median of the passes; the first pass warms up.

    Each pass is what ``communique run`` does with a folder of files.
    """
    taken: list[dict[str, float]] = []
    for files in passes:
        with TemporaryDirectory() as place:
            inputs = Path(place, "in")
            inputs.mkdir()
            for name, data in files.items():
                (inputs / name).write_bytes(data)
            watch.seconds.clear()
            with watch.step(REST):
                found = (result(settled(opened), read, extraction) for opened in open_inputs([str(inputs)]))
                outcome = build.publish(found, Path(place, "out"))
        done = outcome.documents + outcome.failed
        taken.append({step: 1000 * watch.seconds.get(step, 0.0) / done for step in (*STEPS, REST)})
    return {step: statistics.median(each[step] for each in taken[1:]) for step in taken[0]}


def print_steps(passes: int) -> None:
    """The table of steps."""
    watch, extraction = timed(), Extraction()
    columns: dict[str, dict[str, float]] = {}
    numbers: dict[str, tuple[int, int]] = {}
    for name, files in sets().items():
        several = [files(turn) for turn in range(passes + 1)]
        numbers[name] = len(several[0]), sum(map(len, several[0].values())) // len(several[0])
        columns[name] = milliseconds(watch, several, extraction)
    print(f"Milliseconds a document; median of {passes} passes; Python {platform.python_version()}\n")
    print("| step | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
    print("| documents, kB each | " + " | ".join(f"{n}, {size / 1000:.1f}" for n, size in numbers.values()) + " |")
    for step in (*STEPS, REST):
        if any(column[step] >= 0.005 for column in columns.values()):
            print(f"| {step} | " + " | ".join(f"{column[step]:.2f}" for column in columns.values()) + " |")
    print("| **all** | " + " | ".join(f"**{sum(column.values()):.2f}**" for column in columns.values()) + " |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.steps", description=__doc__)
    parser.add_argument("--passes", type=int, default=3, help="passes over all documents (default 3)")
    passes = parser.parse_args().passes
    print_steps(passes)
    sys.stdout.flush()
    # In a process of its own: a child begins with the memory of its parent.
    subprocess.run([sys.executable, "-m", "benchmarks.starts"], check=True)


if __name__ == "__main__":
    main()
