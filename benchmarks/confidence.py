"""Whether confidences are what they say, and what --min-confidence trades: ``python -m benchmarks.confidence``.

Of everything that the rules state on the folders of texts, by the confidence that they state: how much of it is right.
Then, for each least confidence, precision, recall and F1 over all kinds together.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks.accuracy import measured
from benchmarks.texts import folders
from pipeline.score.tally import SCORED_KINDS, Judged

LEAST = (0.0, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
FEWEST = 8
"""A rule with fewer statements than this says nothing about itself."""


def judged_in(pairs: list[tuple[Path, Path]]) -> tuple[list[Judged], int]:
    """Everything stated on folders of texts with their gold, and how much the gold has."""
    found: list[Judged] = []
    wanted = 0
    for texts, gold in pairs:
        tally = measured(texts, gold).score.tally
        found += tally.judged
        wanted += sum(map(tally.wanted, SCORED_KINDS))
    return found, wanted


def share(judged: list[Judged]) -> float:
    """How much of what is stated is right."""
    return sum(each.right for each in judged) / len(judged) if judged else 0.0


def main() -> None:
    """Print the tables for the folders that are named, else for the held-out texts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=__doc__)
    parser.add_argument("folder", nargs="*", type=Path, help="folders with en/ and gold/ (default: corpus/held-out)")
    named = [(folder / "en", folder / "gold") for folder in parser.parse_args().folder]
    judged, wanted = judged_in(named or [folders()["held out"]])
    by_confidence: dict[float, list[Judged]] = defaultdict(list)
    by_rule: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        by_confidence[each.confidence].append(each)
        by_rule[each.rule].append(each)
    print(f"{'confidence':<34}{'stated':>8}{'right':>8}")
    for confidence, those in sorted(by_confidence.items()):
        print(f"{confidence:<34}{len(those):8d}{share(those):8.2f}")
    print(f"\n{'rule':<34}{'stated':>8}{'right':>8}{'says':>8}")
    for rule, those in sorted(by_rule.items()):
        if len(those) >= FEWEST:
            says = sum(each.confidence for each in those) / len(those)
            print(f"{rule:<34}{len(those):8d}{share(those):8.2f}{says:8.2f}")
    print(f"\n{'least confidence':<34}{'P':>8}{'R':>8}{'F1':>8}")
    for least in LEAST:
        kept = [each for each in judged if each.confidence >= least]
        precision, recall = share(kept), sum(each.right for each in kept) / max(1, wanted)
        print(f"{least:<34}{precision:8.3f}{recall:8.3f}{2 * precision * recall / (precision + recall or 1):8.3f}")


if __name__ == "__main__":
    main()
