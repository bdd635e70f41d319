"""Full-text search: ``python -m benchmarks.search`` makes a data set, indexes it and asks it.

The texts of the corpus, each time with other names and numbers, until there are as many documents as wanted. The index
is made in a process of its own, whose peak memory is told; each query is asked of a data set that was opened before,
and its time has everything up to the sentences with their links.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.memory import peak
from benchmarks.texts import texts, varied
from pipeline.run import Settings, run
from pipeline.search.hits import hits
from pipeline.search.index import INDEX, answer
from pipeline.search.query import parsed
from pipeline.store.dataset import opened

QUERIES = ("education group", '"primary school"', "school*", "kind:group middle", "director bureau", "kind:count")
PASSES = 9


def made(folder: Path, number: int) -> None:
    """A data set of so many documents."""
    own, pages = texts(), folder / "texts"
    pages.mkdir()
    for at in range(number):
        (pages / f"{at:06}.txt").write_text(varied(own[at % len(own)], at // len(own)), encoding="utf-8")
    run([str(pages)], folder / "out", Settings())


def indexing(out: Path) -> None:
    """Make the index by asking for a word that is not there; print the seconds and the peak memory in bytes."""
    before, begun = peak(), time.perf_counter()
    with opened(out) as dataset:
        answer(dataset, parsed("unheardof"), 1)
    print(time.perf_counter() - begun, before, peak())


def asked(out: Path, wanted: str) -> tuple[float, int]:
    """Seconds of a query, the median of the passes, and how many sentences it finds."""
    query, seconds = parsed(wanted), []
    with opened(out) as dataset:
        for _ in range(PASSES):
            begun = time.perf_counter()
            found = answer(dataset, query, 20)
            list(hits(dataset, query, found))
            seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds), found.sentences


def main() -> None:
    """Print what the index costs and how long queries take."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--documents", type=int, default=1500, help="documents of the data set (default 1500)")
    parser.add_argument("--index", type=Path, help="only make the index of this data set")
    wanted = parser.parse_args()
    if wanted.index:
        indexing(wanted.index)
        return
    with tempfile.TemporaryDirectory() as place:
        made(Path(place), wanted.documents)
        out = Path(place, "out")
        command = [sys.executable, "-m", "benchmarks.search", "--index", str(out)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        seconds, before, after = (float(each) for each in said)
        with opened(out) as dataset:
            records = sum(dataset.seal.counts.values())
        print(f"Search: {wanted.documents:,} documents, {records:,} records\n")
        size = (out / INDEX).stat().st_size
        print(f"index made in {seconds:.1f} s, {size / 1e6:.1f} MB; peak memory {after / 1e6:.0f} MB,", end=" ")
        print(f"of which {before / 1e6:.0f} MB are the program\n")
        print(f"{'query':<22}{'ms':>8}{'sentences':>12}")
        for query in QUERIES:
            took, sentences = asked(out, query)
            print(f"{query:<22}{took * 1000:8.1f}{sentences:12,}")


if __name__ == "__main__":
    main()
