"""What every worker does with a batch, wherever it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.executors.batches import Batch
from pipeline.inputs import Input
from pipeline.inputs.fetching import hold
from pipeline.lexicon import Lexicon
from pipeline.steps import Extractor, Work, result, written
from pipeline.store.shards import Finished, Written, pack

if TYPE_CHECKING:
    from pipeline.read import Reading

Begun = Callable[[int], None]
"""Is told the place of each input in its batch before it is worked on."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A worked batch: its shard, packed, and the bytes that only the worker has seen, input by input."""

    packed: bytes
    data: tuple[bytes | None, ...]


@dataclass(frozen=True, slots=True)
class Worker:
    """A reader and the rules, loaded."""

    read: Callable[[Input], Reading]
    extraction: Extractor

    def answer(self, batch: Batch, begun: Begun) -> Answer:
        """The shard of a batch. Raises ModelError."""
        if batch.follows and batch.host is not None:
            hold(batch.host)
        results: list[Written] = []
        data: list[bytes | None] = []
        for index, item in enumerate(batch.items):
            if isinstance(item, Work):
                begun(index)
            became = written(result(item, self.read, self.extraction))
            seen_here = isinstance(became, Finished) and not isinstance(item, Input)
            data.append(became.data if isinstance(became, Finished) and seen_here else None)
            results.append(became)
        return Answer(pack(results), tuple(data))


@dataclass(frozen=True)
class Task:
    """What a worker needs to know of the run; it is sent to each."""

    lexicon: Lexicon
    model: bool
    relevant_only: bool

    def worker(self) -> Worker:
        """A worker, with everything that it imports. Raises LexiconError."""
        from pipeline.extraction import Extraction
        from pipeline.relevant import reader

        reading = reader(self.lexicon, relevant_only=self.relevant_only)
        return Worker(reading, Extraction(self.lexicon, model=self.model))


def taken_up(batch: Batch, results: list[Written], data: tuple[bytes | None, ...]) -> list[Written]:
    """The results of a batch, each with the bytes that it came from."""
    found: list[Written] = []
    for item, became, seen in zip(batch.items, results, data, strict=True):
        if isinstance(became, Finished):
            became = replace(became, data=item.data if isinstance(item, Input) else seen)
        found.append(became)
    return found
