"""What a run costs as its input grows, and as processes share it: ``python -m benchmarks.scaling [DOCUMENTS]``.

Prints, for so many documents and ten times as many, with one process and with two, the seconds by the clock, the
seconds of processors, and the most memory that a process of the run has held. The documents are those of the corpus,
plain texts and pages, each with other names, numbers and years every time.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.costs import cost
from benchmarks.texts import CORPUS, varied
from pipeline.store.lists import read_seal
from pipeline.store.seal import SEAL

DOCUMENTS = 400
WAYS: dict[str, tuple[str, ...]] = {"one process": ("--jobs", "1"), "two processes": ("--jobs", "2")}


def make(documents: int, folder: Path) -> None:
    """So many announcements in a folder."""
    folder.mkdir()
    models = [path for name in ("en", "zh") for path in sorted((CORPUS / name).glob("*.txt"))]
    for number in range(documents):
        turn, place = divmod(number, len(models))
        text = varied(models[place].read_text(encoding="utf-8-sig"), turn)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def main(documents: int) -> None:
    """Measure and print."""
    print(f"{'documents':>10}  {'way':14} {'seconds':>8} {'ms each':>8} {'processor s':>12} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as place:
        for number in (documents, 10 * documents):
            folder = Path(place) / str(number)
            make(number, folder)
            outputs = []
            for way, options in WAYS.items():
                out = Path(place) / f"out-{number}-{way}"
                took = cost(("-m", "pipeline", "run", str(folder), "-o", str(out), *options), Path(place))
                each = took.clock / number * 1000
                numbers = f"{took.clock:8.1f} {each:8.1f} {took.processors:12.1f} {took.peak / 1e6:8.0f}"
                print(f"{number:10,}  {way:14} {numbers}", flush=True)
                outputs.append(read_seal(out / SEAL).files)
            print("  " + ("the same bytes" if all(each == outputs[0] for each in outputs) else "OTHER BYTES"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else DOCUMENTS)
