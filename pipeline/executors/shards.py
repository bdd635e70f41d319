"""Batches out, shards back in the order of the inputs, never more than a few at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from pipeline.executors.batches import Batch
from pipeline.executors.task import Answer, taken_up
from pipeline.store.shards import Written, unpack
from pipeline.store.unfinished import Unfinished


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


def shards(batches: Iterable[Batch], executor: Executor, unfinished: Unfinished) -> Iterator[Written]:
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


def _poured(batch: Batch, coming: Coming | list[Written], unfinished: Unfinished) -> Iterator[Written]:
    if isinstance(coming, list):
        yield from coming
        return
    answer = coming.result()
    yield from taken_up(batch, unpack(answer.packed), answer.data)
    unfinished.keep(batch.key, answer.packed)  # by now its bytes are archived
