"""Politeness over many workers: one at a time asks a host, whoever it is, and not at once after the one before."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from pipeline.executors.batches import Batch, Size, batches, name
from pipeline.executors.cluster import cluster
from pipeline.executors.hosts import Hosts
from pipeline.executors.pool import Pool
from pipeline.executors.shards import Executor, shards
from pipeline.executors.task import Answer
from pipeline.inputs import Address, Input
from pipeline.lexicon import Lexicon
from pipeline.steps import Item
from pipeline.store.shards import Finished
from pipeline.store.unfinished import Unfinished
from tests.pipeline.executors.works import Surfing

A, B = "https://a.example", "https://b.example"


def pages(*addresses: str) -> list[Item]:
    return [Address(address, address) for address in addresses]


def cut(items: list[Item], inputs: int = 100) -> list[Batch]:
    return list(batches(items, "rules", Size(inputs=inputs)))


def test_pages_of_a_host_are_in_batches_of_their_own() -> None:
    file = Input("a.txt", b"A text.", "text/plain")
    found = cut([file, *pages(f"{A}/1", f"{A}/2", f"{B}/1", f"{A}/3"), file])
    assert [[name(item) for item in batch.items] for batch in found] == [
        ["a.txt"],
        [f"{A}/1", f"{A}/2"],
        [f"{B}/1"],
        [f"{A}/3"],
        ["a.txt"],
    ]
    assert [batch.host for batch in found] == [None, "a.example", "b.example", "a.example", None]


def test_a_batch_of_pages_begins_when_that_of_its_host_before_it_is_done() -> None:
    hosts = Hosts()
    begun: list[Batch] = []
    futures: list[Future[Answer]] = [Future() for _ in range(4)]
    for batch, future in zip(cut(pages(f"{A}/1", f"{B}/1", f"{A}/2", f"{B}/2")), futures, strict=True):
        hosts.in_turn(batch, future, begun.append)
    told = [(name(batch.items[0]), batch.follows) for batch in begun]
    assert told == [(f"{A}/1", False), (f"{B}/1", False)]
    futures[1].set_result(Answer(b"", ()))
    futures[0].set_exception(ValueError())
    assert [(name(batch.items[0]), batch.follows) for batch in begun[2:]] == [(f"{B}/2", True), (f"{A}/2", True)]


@pytest.fixture(params=["pool", "cluster"])
def executor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Executor]:
    task = Surfing(Lexicon(), False, False, tmp_path / "asked")
    (tmp_path / "asked").mkdir()
    if request.param == "pool":
        with Pool(3, task, lambda _: None) as pool:
            yield pool
    else:
        with cluster("local:3", task, lambda _: None) as workers:
            yield workers


def test_workers_never_ask_a_host_at_the_same_time(executor: Executor, tmp_path: Path) -> None:
    items = pages(*(f"{host}/{number}" for number in range(3) for host in (A, B)))
    started = time.monotonic()
    results = list(shards(batches(items, "rules", Size()), executor, Unfinished(tmp_path)))
    assert [each.entry.source for each in results if isinstance(each, Finished)] == [name(item) for item in items]
    for host in ("a.example", "b.example"):
        asked = sorted(
            tuple(map(float, path.read_text().split())) for path in (tmp_path / "asked").iterdir() if host in path.name
        )
        pauses = [later[0] - earlier[1] for earlier, later in itertools.pairwise(asked)]
        assert len(pauses) == 2
        assert min(pauses) >= 0.25
    assert time.monotonic() - started < 60
