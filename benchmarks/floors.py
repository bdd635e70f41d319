"""The floors of the accuracy gate: ``python -m benchmarks.floors`` raises them to today's figures, and lowers none."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

from benchmarks.accuracy import measured
from benchmarks.texts import folders
from pipeline.score.report import Score
from pipeline.score.tally import SCORED_KINDS

FILE = Path(__file__).parent.parent / "tests" / "floors.toml"
HEAD = """\
# The least F1 that tests/test_accuracy.py accepts, for each kind and for their mean (macro), on each folder with gold.
# Floors only rise: `python -m benchmarks.floors` writes today's figures where they are higher. To lower one, say why
# in the commit that edits it by hand.
"""
Floors = dict[str, dict[str, float]]


def read() -> Floors:
    """The floors by folder and kind, as the file has them."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}


def figures(score: Score) -> dict[str, float]:
    """F1 of every kind that the gold has, and their mean as ``macro``."""
    found: dict[str, float] = {"macro": score.macro_f1}
    return found | {kind: score.tally.figures(kind).f1 for kind in SCORED_KINDS if score.tally.wanted(kind)}


def raised(floors: Mapping[str, float], found: Mapping[str, float]) -> dict[str, float]:
    """The higher of floor and figure for each kind; figures are rounded down to three decimals.

    >>> raised({"macro": 0.9, "date": 0.95}, {"macro": 0.91239, "date": 0.94})
    {'macro': 0.912, 'date': 0.95}
    """
    down = {kind: math.floor(figure * 1000) / 1000 for kind, figure in found.items()}
    return {kind: max(down[kind], floors.get(kind, 0.0)) for kind in down}


def written(floors: Floors) -> str:
    """The floors as TOML."""
    tables = (
        f"\n[{folder if folder.isidentifier() else json.dumps(folder)}]\n"
        + "".join(f"{kind} = {floor}\n" for kind, floor in of.items())
        for folder, of in floors.items()
    )
    return HEAD + "".join(tables)


def main() -> None:
    """Raise the floors of every folder that is there; print those that rose."""
    floors = read()
    for folder, (texts, gold) in folders().items():
        former = floors.get(folder, {})
        floors[folder] = raised(former, figures(measured(texts, gold).score))
        for kind, floor in floors[folder].items():
            if floor != former.get(kind):
                print(f"{folder}: {kind} {former.get(kind, 0.0)} → {floor}")
    FILE.write_text(written(floors), encoding="utf-8")


if __name__ == "__main__":
    main()
