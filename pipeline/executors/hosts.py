"""One worker at a time asks a host for its pages, however many workers there are."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from pipeline.executors.batches import Batch
from pipeline.executors.task import Answer


class Hosts:
    """Batches of pages wait for those of the same host before them."""

    def __init__(self) -> None:
        self.last: dict[str, Future[Answer] | None] = {}
        """The last batch of each host that was asked; None once it is done."""

    def in_turn(self, batch: Batch, future: Future[Answer], begin: Callable[[Batch], None]) -> None:
        """Begin a batch, at once or when the one before it is done; ``future`` is its own."""
        host = batch.host
        if host is None:
            begin(batch)
            return
        batch = replace(batch, follows=host in self.last)
        former, self.last[host] = self.last.get(host), future
        future.add_done_callback(lambda done: self._forget(host, done))
        if former is None:
            begin(batch)
        else:
            former.add_done_callback(lambda _: begin(batch))

    def _forget(self, host: str, done: Future[Answer]) -> None:
        if self.last[host] is done:
            self.last[host] = None
