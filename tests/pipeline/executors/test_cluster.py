"""A cluster: the same bytes as in one process, whatever happens to its workers."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import distributed
import pytest
from dask import config

from pipeline.errors import CommuniqueError, ExecutorError, InputError, ModelError, UnreadableInput
from pipeline.executors import cluster as dask
from pipeline.executors.batches import Size, batches
from pipeline.executors.here import Here
from pipeline.executors.shards import shards
from pipeline.executors.task import Task
from pipeline.inputs import Input, Versions
from pipeline.lexicon import Lexicon
from pipeline.run import Settings, run
from pipeline.steps import Item
from pipeline.store.shards import Written
from pipeline.store.unfinished import Unfinished
from tests.pipeline import build
from tests.pipeline.executors.works import asking, obedient, summary, unseen

ROOT = Path(__file__).parents[3]
SMALL = Size(inputs=2)


@pytest.fixture(scope="module")
def client() -> Iterator[distributed.Client]:
    """Two workers, each a process, that are started anew when they die."""
    with (
        config.set({"distributed.scheduler.allowed-failures": dask.DEATHS}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50
        ) as workers,
        distributed.Client(workers) as client,
    ):
        yield client


def clustered(client: distributed.Client, task: Task, items: list[Item], folder: Path) -> list[Written]:
    return list(shards(batches(items, "rules", SMALL), dask.Cluster(client, task, unseen), Unfinished(folder)))


def alone(task: Task, items: list[Item], folder: Path) -> list[Written]:
    return list(shards(batches(items, "rules", SMALL), Here(task, unseen), Unfinished(folder)))


def test_workers_that_are_killed_change_nothing(client: distributed.Client, tmp_path: Path) -> None:
    items = asking("x", "kill once", *["x"] * 5, "kill once", "fail")
    told = clustered(client, obedient(tmp_path / "marks"), items, tmp_path)
    (tmp_path / "later").mkdir()  # by now nothing kills any more
    assert told == alone(obedient(tmp_path / "marks"), items, tmp_path / "later")
    assert len(summary(told)) == len(items)


def test_a_document_that_kills_every_worker_is_the_only_one_lost(client: distributed.Client, tmp_path: Path) -> None:
    found = summary(clustered(client, obedient(tmp_path / "marks"), asking("kill"), tmp_path))
    assert found == ["0.txt", "killed every process that worked on it", "2.txt", "a picture"]


def test_an_error_of_the_user_in_a_worker_ends_the_run(client: distributed.Client, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="--model: is not there; install it"):
        clustered(client, obedient(tmp_path / "marks"), asking("no model"), tmp_path)


def test_a_worker_with_other_rules_is_refused(client: distributed.Client, tmp_path: Path) -> None:
    cluster = dask.Cluster(client, obedient(tmp_path / "marks"), unseen)
    cluster.rules = "others"
    with pytest.raises(ExecutorError, match="has other rules; start workers with the same version of communique"):
        list(shards(batches(asking("x"), "rules", SMALL), cluster, Unfinished(tmp_path)))


def opened(text: str) -> Input:
    """A capture on this machine, whose bytes no worker can read."""
    if text == "damaged":
        raise UnreadableInput("page", "is damaged", "look")
    return Input("page", text.encode(), "text/plain")


@pytest.mark.parametrize(
    ("captures", "expected"),
    [
        ([build.TEXT], "page"),
        (["damaged", build.TEXT], "page"),
        (["fail", build.TEXT], "page"),
        (["damaged", "fail"], "is damaged"),
        (["fail", "damaged"], "this is a bug in communique (ZeroDivisionError)"),
    ],
)
def test_of_several_captures_the_newest_that_can_be_read_is_taken(
    client: distributed.Client, tmp_path: Path, captures: list[str], expected: str
) -> None:
    items: list[Item] = [Versions("page", tuple(partial(opened, text) for text in captures))]
    task = obedient(tmp_path / "marks")
    told = clustered(client, task, items, tmp_path)
    (tmp_path / "later").mkdir()
    assert summary(told) == [expected]
    assert told == alone(task, items, tmp_path / "later")


def test_the_command_line_gives_the_same_bytes_on_two_local_workers(tmp_path: Path) -> None:
    places = [str(ROOT / "corpus" / "zh")]
    run(places, tmp_path / "one", Settings())
    run(places, tmp_path / "cluster", Settings(), cluster="local:2")
    for name in ("documents.jsonl", "records.jsonl"):
        assert (tmp_path / "cluster" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()


def test_a_scheduler_elsewhere_is_used(client: distributed.Client, tmp_path: Path) -> None:
    address = client.scheduler_info()["address"]
    (tmp_path / "a.txt").write_text(build.TEXT, encoding="utf-8")
    assert run([str(tmp_path / "a.txt")], tmp_path / "out", Settings(), cluster=address).documents == 1


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("local:0", "is no cluster; write tcp://HOST:PORT of a scheduler, or local:N"),
        ("local:two", "is no cluster"),
        ("example", "is no cluster"),
        ("tcp://127.0.0.1:{free}", "no scheduler answers there; check the address, and that it is running"),
        ("tcp://127.0.0.1:none", "no scheduler answers there"),
    ],
)
def test_a_cluster_that_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    monkeypatch.setattr(dask, "PATIENCE", 1)
    address = address.format(free=free_port())
    (tmp_path / "a.txt").write_text(build.TEXT, encoding="utf-8")
    with pytest.raises(CommuniqueError) as error:
        run([str(tmp_path / "a.txt")], tmp_path / "out", Settings(), cluster=address)
    assert not isinstance(error.value, InputError)
    assert str(error.value).startswith(f"--cluster {address}: {said}")


def test_what_has_to_be_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "pipeline.executors.cluster")
    (tmp_path / "a.txt").write_text(build.TEXT, encoding="utf-8")
    with pytest.raises(ExecutorError, match=r"--cluster: Dask is not installed; install communique\[cluster\]"):
        run([str(tmp_path / "a.txt")], tmp_path / "out", Settings(), cluster="local:2")


def test_a_task_is_the_same_for_the_same_settings() -> None:
    """A worker loads its rules once for each."""
    lexicon = Lexicon(titles=("Grand Inspector",))
    assert hash(Task(lexicon, False, False)) == hash(Task(lexicon.model_copy(), False, False))
    assert Task(lexicon, False, False) != Task(Lexicon(), False, False)
