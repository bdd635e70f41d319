"""How right the extraction is on a folder of texts with gold, in memory: what ``run`` and ``score`` would say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.extraction import Extraction
from pipeline.inputs import open_inputs
from pipeline.read import read
from pipeline.score.gold import gold_of
from pipeline.score.report import Pair, Score, score
from pipeline.steps import Done, result, settled
from pipeline.store.seal import Failure


class FailedInputError(Exception):
    """An input that became no document, so that figures without it would flatter."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The score of one folder, and how often the model was asked in it."""

    score: Score
    documents: int
    asked: int


def measured(texts: Path, gold: Path, *, model: bool = False) -> Measured:
    """Extract every document of ``texts`` and score it against ``gold``. Raises FailedInputError, UsageError."""
    extraction = Extraction(model=model)
    found = list(pairs(texts, extraction))
    return Measured(score(dict(gold_of(gold)), found), len(found), extraction.asked)


def pairs(texts: Path, extraction: Extraction) -> Iterator[Pair]:
    """Every document of a folder with its records. Raises FailedInputError."""
    for opened in open_inputs([str(texts)]):
        done = result(settled(opened), read, extraction)
        if isinstance(done, Failure):
            raise FailedInputError(f"{done.input}: {done.problem}; {done.remedy}")
        if isinstance(done, Done):
            yield done.document, tuple(done.records)
