"""Chinese extraction against jieba's tagging of words: ``python -m benchmarks.chinese [FOLDER]``.

Megabytes of UTF-8 text a second, on the plain texts of corpus/zh or of a folder: of ``pipeline.extract``, text in and
records out; of its rules alone; and of ``jieba.posseg``, which a way by words and their classes would begin with.
"""

from __future__ import annotations

import argparse
import logging
import platform
import re
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import jieba
import jieba.posseg

from benchmarks.texts import CORPUS
from extractors.zh import Chinese
from pipeline import extract
from pipeline.inputs import Input
from pipeline.read import read
from pipeline.sentences import text_of

Work = Callable[[str], object]
MEGABYTE = 1_000_000
NAMED = "东西南北江河湖海山川春秋明德仁和平安育才实新华文昌兴隆"
"""Characters of names; in each pass another one stands for each."""
NUMBER = re.compile(r"(?<=\d)\d(?!\d{3})")


def texts(folder: Path) -> list[str]:
    """The plain texts of a folder. Raises SystemExit when it has none."""
    found = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.glob("*.txt"))]
    if not found:
        raise SystemExit(f"{folder}: has no .txt files; name a folder of Chinese texts")
    return found


def varied(text: str, turn: int) -> str:
    """A text of the same length with other names and numbers, so that nothing remembered from a former pass helps.

    >>> varied("明德中学有36个班", 1)
    '德仁中学有37个班'
    """
    moved = {ord(c): NAMED[(place + turn) % len(NAMED)] for place, c in enumerate(NAMED)}
    return NUMBER.sub(lambda digit: str((int(digit.group()) + turn) % 10), text).translate(moved)


def rules() -> Work:
    """The Chinese rules alone, on a text whose blocks are known."""
    chinese = Chinese()

    def work(text: str) -> object:
        document = read(Input("a.txt", text.encode(), "text/plain", "utf-8")).document
        blocks = text_of(document)
        start = time.perf_counter()
        chinese.mentions(blocks)
        return time.perf_counter() - start

    return work


def tagging() -> Work:
    """jieba's words with their classes, its dictionary loaded before the clock starts."""
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return lambda text: list(jieba.posseg.cut(text))


def seconds(work: Work, several: Sequence[str]) -> float:
    """How long a contender takes for the texts; one that times itself is believed."""
    start = time.perf_counter()
    own = [work(text) for text in several]
    taken = time.perf_counter() - start
    return sum(part for part in own if isinstance(part, float)) or taken


def main() -> None:
    """Print megabytes a second of each contender, and how many times jieba's that is, pass by pass."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chinese", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS / "zh", help="plain texts (default corpus/zh)")
    parser.add_argument("--passes", type=int, default=5, help="passes of each contender over all texts (default 5)")
    arguments = parser.parse_args()
    several = texts(arguments.folder)
    size = sum(len(text.encode()) for text in several) / MEGABYTE
    contenders = {"extract": lambda text: extract(text, "zh"), "rules alone": rules(), "jieba.posseg": tagging()}
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(arguments.passes + 1):
        fresh = [varied(text, turn) for text in several]
        for name in sorted(contenders, reverse=bool(turn % 2)):
            taken[name].append(seconds(contenders[name], fresh))
    print(
        f"{len(several)} texts, {size:.3f} MB; median of {arguments.passes} passes, no text twice; one process; "
        f"Python {platform.python_version()}, {platform.machine()}\n"
    )
    print(f"{'':<14}{'MB/s':>8}{'× jieba.posseg':>16}")
    for name, passes in taken.items():
        measured, other = passes[1:], taken["jieba.posseg"][1:]
        ratio = statistics.median(theirs / ours for ours, theirs in zip(measured, other, strict=True))
        print(f"{name:<14}{size / statistics.median(measured):8.2f}{ratio:16.1f}")


if __name__ == "__main__":
    main()
