"""Speed, memory and accuracy of the extraction, as tables: ``python -m benchmarks.extraction`` (``make bench``)."""

from __future__ import annotations

import argparse
import os
import platform

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What the numeric libraries under spaCy read when they are loaded; each gets 1, so that one core meets one core."""
MEGABYTE = 1_000_000


def main() -> None:
    """Print the tables that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("--passes", type=int, default=5, help="passes of each contender over all texts (default 5)")
    parser.add_argument("--only", choices=("speed", "accuracy"), help="print these tables only")
    arguments = parser.parse_args()
    os.environ |= dict.fromkeys(THREADS, "1")
    if arguments.only != "accuracy":
        print_speed(arguments.passes)
    if arguments.only != "speed":
        print_accuracy()


def print_speed(passes: int) -> None:
    """The table of speed and memory."""
    from benchmarks import memory, speed
    from benchmarks.texts import texts

    everything = texts()
    peaks = {name: memory.peak_of(name) / MEGABYTE for name in speed.CONTENDERS}
    found = speed.duels(everything, passes)
    characters = sum(map(len, everything))
    print(
        f"Speed: {len(everything)} texts, {characters:,} characters; median of {passes} passes, no text twice; "
        f"one process, one thread; Python {platform.python_version()}, {platform.machine()}\n"
    )
    print(f"{'':<22}{'documents/s':>12}{'× spaCy':>9}{'lowest':>9}{'highest':>9}{'by CPU time':>13}{'peak memory':>13}")
    for duel in found:
        ratios = duel.ratios()
        middle = (ratios[len(ratios) // 2] + ratios[(len(ratios) - 1) // 2]) / 2
        print(
            f"{duel.name:<22}{duel.rate():12.1f}{middle:9.1f}{ratios[0]:9.1f}{ratios[-1]:9.1f}"
            f"{duel.processor_ratio():13.1f}{peaks[duel.name]:10.0f} MB"
        )
    rate = sum(duel.spacy_rate() for duel in found) / len(found)
    print(f"{speed.SPACY:<22}{rate:12.1f}{1:9.1f}{'':31}{peaks[speed.SPACY]:10.0f} MB\n")


def print_accuracy() -> None:
    """The scorer's table for each folder with gold, and what asking the model gains."""
    from benchmarks.accuracy import measured
    from benchmarks.texts import folders
    from pipeline.score.report import table

    gains = []
    for name, (texts, gold) in folders().items():
        alone, helped = measured(texts, gold), measured(texts, gold, model=True)
        gains.append((name, alone, helped))
        print(f"Accuracy: {name}, default settings\n\n{table(alone.score)}\n")
    print(f"{'the model':<22}{'documents':>12}{'asked':>9}{'macro F1':>12}{'rules alone':>13}{'gained':>9}")
    for name, alone, helped in gains:
        with_model, without = helped.score.macro_f1, alone.score.macro_f1
        print(
            f"{name:<22}{helped.documents:12d}{helped.asked:9d}"
            f"{with_model:12.3f}{without:13.3f}{with_model - without:+9.3f}"
        )


if __name__ == "__main__":
    main()
