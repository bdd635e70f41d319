"""Texts spoilt at random, looked through for what stops the rules: ``python -m benchmarks.mutations --seconds 600``.

Each text is one of the benchmark's with pieces cut, moved, repeated or put in. Told of is a text that takes longer than
SLOW, that raises an error, or of which a record stands away from its source. ``--show N`` prints text N of a seed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator

from benchmarks.speed import of
from benchmarks.texts import folders
from pipeline.deadline import TookTooLong, within
from pipeline.errors import CommuniqueError
from pipeline.extraction import Extraction
from pipeline.read import read
from pipeline.store.spans import faults

SLOW = 10
"""Seconds; a text of this size takes a hundredth of one."""
ODD: tuple[str, ...] = (
    *"\u200b\ufeff\xa0\u3000\r\t\x00\u202e\uf101éİß“”《（(【:：;、，-—_=.…*第一百二号",
    *("No. ", "/kloc-0", "9" * 30, "\n\n", "1. ", " and ", "Group", "集团", "教育集团成员学校", "2021年5月", "🏫", "ﬁ"),
)
Change = Callable[[random.Random, str, int], str]


def put_in(chance: random.Random, text: str, at: int) -> str:
    """Something odd in between."""
    return text[:at] + chance.choice(ODD) + text[at:]


def repeat(chance: random.Random, text: str, at: int) -> str:
    """A few characters over and over."""
    return text[:at] + text[at : at + chance.randint(1, 6)] * chance.choice((3, 30, 60)) + text[at:]


def cut(chance: random.Random, text: str, at: int) -> str:
    """Something left out."""
    return text[:at] + text[at + chance.randint(1, 30) :]


def move(chance: random.Random, text: str, at: int) -> str:
    """A piece of the text at its end."""
    end = at + chance.randint(1, 100)
    return text[:at] + text[end:] + text[at:end]


def exchange(chance: random.Random, text: str, _: int) -> str:
    """One mark for something odd, wherever it stands."""
    old, new, times = chance.choice(" \n,.:;、。，："), chance.choice(ODD), chance.choice((1, 3, 300))
    return text.replace(old, new, times)


CHANGES: tuple[Change, ...] = (put_in, repeat, cut, move, exchange)


def spoilt(texts: list[str], seed: int, number: int) -> str:
    """Text ``number`` of a seed."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311
    text: str = chance.choice(texts)
    for _ in range(chance.choice((1, 3, 10, 40))):
        text = chance.choice(CHANGES)(chance, text, chance.randint(0, len(text)))
    return text


def trouble(text: str, extraction: Extraction) -> str | None:
    """What goes wrong with a text, if anything does."""
    try:
        with within(SLOW):
            document = read(of(text)).document
            fault = next(faults(document, extraction.records(document)), None)
    except TookTooLong:
        return f"takes more than {SLOW} seconds"
    except CommuniqueError:
        return None
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return fault


def troubles(texts: list[str], seed: int, seconds: float) -> Iterator[tuple[int, str | None]]:
    """Each text of a seed by number, with what goes wrong with it, until the time is over."""
    extraction, end, number = Extraction(), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        number += 1
        yield number, trouble(spoilt(texts, seed, number), extraction)


def main() -> None:
    """Print what goes wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, metavar="N", help="print text N of the seed and stop")
    arguments = parser.parse_args()
    paths = (path for folder, _ in folders().values() for path in sorted(folder.glob("*.txt")))
    texts = [path.read_text(encoding="utf-8-sig") for path in paths]
    if arguments.show is not None:
        print(spoilt(texts, arguments.seed, arguments.show))
        return
    number = wrong = 0
    for number, what in troubles(texts, arguments.seed, arguments.seconds):
        if what is not None:
            wrong += 1
            print(f"text {number} of seed {arguments.seed}: {what}", flush=True)
    print(f"{number:,} texts, {wrong} in trouble")


if __name__ == "__main__":
    main()
