"""Batches out, shards back in the order of the inputs, never more than a few at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from pipeline.executors.batches import Batch
from pipeline.executors.task import Answer, taken_up
from pipeline.store.shards import Written, unpack


class Kept(Protocol):
    """What runs have finished already: ``Unfinished``, or the shards of the data set itself."""

    def find(self, key: str) -> list[Written] | None:
        """The results that were kept under a key."""
        ...

    def passed(self, key: str, results: list[Written]) -> None:
        """Is told that results that were found have had their turn."""
        ...

    def keep(self, key: str, packed: bytes) -> None:
        """Keep the results of a key, whose bytes are archived."""
        ...


class Coming(Protocol):
    """A batch that is worked on."""

    def done(self) -> bool:
        """Whether the shard is there."""
        ...

    def result(self) -> Answer:
        """The shard, once it is there. Raises what went wrong."""
        ...


class Executor(Protocol):
    """Where batches are worked on."""

    @property
    def window(self) -> int:
        """How many batches are on their way at once; memory is bounded by it."""
        ...

    def submit(self, batch: Batch) -> Coming:
        """Have a batch worked on."""
        ...


def shards(batches: Iterable[Batch], executor: Executor, unfinished: Kept) -> Iterator[Written]:
    """The results of all batches, in order; those of an interrupted run are taken over, the others kept for the next.

    Raises ModelError, ExecutorError, StoreError.
    """
    waiting: deque[tuple[Batch, Coming | list[Written]]] = deque()
    for batch in batches:
        waiting.append((batch, unfinished.find(batch.key) or executor.submit(batch)))
        while waiting and (len(waiting) >= executor.window or _is_there(waiting[0][1])):
            yield from _poured(*waiting.popleft(), unfinished)
    while waiting:
        yield from _poured(*waiting.popleft(), unfinished)


def _is_there(coming: Coming | list[Written]) -> bool:
    return isinstance(coming, list) or coming.done()


def _poured(batch: Batch, coming: Coming | list[Written], unfinished: Kept) -> Iterator[Written]:
    if isinstance(coming, list):
        yield from coming
        unfinished.passed(batch.key, coming)
        return
    answer = coming.result()
    yield from taken_up(batch, unpack(answer.packed), answer.data)
    unfinished.keep(batch.key, answer.packed)  # by now its bytes are archived
