"""The work is done on a Dask cluster: batches go out with their bytes, shards come back; no disk is shared.

A worker that dies loses nothing, since its batch is sent to another, and doubles nothing, since only this process
writes. A batch over which too many workers die is sent input by input, and the one that kills is given up.
"""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import lru_cache
from threading import Lock

from pipeline.errors import ExecutorError, InputError, UsageError
from pipeline.executors.batches import Batch, given_up, telling
from pipeline.executors.task import Answer, Task, Worker
from pipeline.inputs import Input, Versions
from pipeline.run import rules_version
from pipeline.steps import Item, Watch, Work, failure, result, written
from pipeline.store.seal import Failure
from pipeline.store.shards import Finished, Written, pack, unpack

try:
    import dask
    import distributed
except ImportError as error:
    raise ExecutorError("--cluster: Dask is not installed; install communique[cluster]") from error

AHEAD = 4
"""Batches on their way for each worker."""
PATIENCE = 30
"""Seconds in which a scheduler has to answer, and to have a worker."""
DEATHS = 2
"""How many workers may die over a batch before its inputs are sent one by one."""
LOCAL = "local:"
SCHEMES = ("tcp://", "tls://", "ucx://", "ws://", "wss://")
TURN = Lock()
"""One batch at a time in a worker process, however many threads it has."""


@contextmanager
def cluster(address: str, task: Task, watch: Watch) -> Iterator[Cluster]:
    """An executor on ``local:N``, workers that are started here, or on the scheduler at an address.

    Raises UsageError for another address, ExecutorError when the cluster cannot be used.
    """
    for name in ("distributed", "distributed.client", "distributed.nanny", "distributed.worker"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # each has a level of its own
    if address.startswith(LOCAL) and address.removeprefix(LOCAL).isdecimal() and int(address.removeprefix(LOCAL)):
        with (
            dask.config.set({"distributed.scheduler.allowed-failures": DEATHS}),
            started(int(address.removeprefix(LOCAL))) as workers,
            distributed.Client(workers) as client,
        ):
            yield Cluster(client, task, watch)
    elif address.startswith(SCHEMES):
        with connected(address) as client:
            check(client, address)
            yield Cluster(client, task, watch)
    else:
        raise UsageError(f"--cluster {address}: is no cluster; write tcp://HOST:PORT of a scheduler, or local:N")


def started(workers: int) -> distributed.LocalCluster:
    """So many workers on this machine. Ctrl-C is for the run, which then ends them: they are started deaf to it."""
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return distributed.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        )
    finally:
        signal.signal(signal.SIGINT, heard)


def connected(address: str) -> distributed.Client:
    """A client of the scheduler at an address. Raises ExecutorError when there is none."""
    try:
        return distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        problem = "no scheduler answers there"
        raise ExecutorError(f"--cluster {address}: {problem}; check the address, and that it is running") from error


def check(client: distributed.Client, address: str) -> None:
    """Raises ExecutorError when there are no workers, or one of them has not the same rules as this process."""
    remedy = "start workers with the same version of communique"
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        found = client.run(rules_version)
    except TimeoutError as error:
        raise ExecutorError(f"--cluster {address}: the scheduler has no workers; {remedy}") from error
    except ImportError as error:
        raise ExecutorError(f"--cluster {address}: a worker cannot work ({error}); {remedy}") from error
    if others := [worker for worker, rules in found.items() if rules != rules_version()]:
        raise ExecutorError(f"--cluster {address}: {others[0]} has other rules; {remedy}")


class Cluster:
    """An executor whose workers are those of a Dask client."""

    def __init__(self, client: distributed.Client, task: Task, watch: Watch) -> None:
        self.client = client
        self.task = task
        self.rules = rules_version()
        self.hosts: dict[str, distributed.Future[Answer] | None] = {}
        """The last batch of each host that was asked; None once its answer was taken."""
        self.watch = watch
        self.window = AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))

    def submit(self, batch: Batch) -> Sent:
        """Send a batch to the next free worker."""
        return Sent(self, batch, replace(batch, items=tuple(map(shipped, batch.items))))

    def in_turn(self, batch: Batch) -> distributed.Future[Answer]:
        """The future of a batch; one of pages waits for those of the same host before it."""
        if batch.host is None:
            return self.send(batch)
        former = self.hosts.get(batch.host)
        future = self.hosts[batch.host] = self.send(replace(batch, follows=batch.host in self.hosts), former)
        return future

    def send(self, batch: Batch, former: distributed.Future[Answer] | None = None) -> distributed.Future[Answer]:
        """The future of a batch, which is begun when a former one is done."""
        return self.client.submit(answered, self.task, batch, self.rules, former, pure=False)

    def wait(self, future: distributed.Future[Answer]) -> Answer:
        """What a worker answers. Raises what it raised, KilledWorker, and ExecutorError when the cluster is lost."""
        remedy = "run again to go on where it was"
        try:
            while True:
                with suppress(TimeoutError):
                    return future.result(timeout=PATIENCE)
                self.client.wait_for_workers(1, timeout=PATIENCE)  # some may just be started anew
        except TimeoutError as error:
            raise ExecutorError(f"--cluster: no worker is left; {remedy}") from error
        except (CancelledError, OSError) as error:
            raise ExecutorError(f"--cluster: the scheduler was lost; {remedy}") from error

    def older(self, item: Versions) -> Written:
        """What becomes of captures of which the newest cannot be read; the others are where this process is."""
        worker = worker_of(self.task)
        return written(result(item, worker.read, worker.extraction))


class Sent:
    """A batch on its way, as it was and as it was sent."""

    def __init__(self, cluster: Cluster, batch: Batch, sent: Batch) -> None:
        self.cluster = cluster
        self.batch = batch
        self.sent = sent
        self.future = cluster.in_turn(sent)

    def done(self) -> bool:
        """Whether the shard is there."""
        return bool(self.future.done())

    def result(self) -> Answer:
        """The shard. Raises what a worker raised, and ExecutorError when the cluster is lost."""
        answer = self._told()
        tell = telling(self.batch, self.cluster.watch)
        results, data = unpack(answer.packed), list(answer.data)
        for index, (item, sent) in enumerate(zip(self.batch.items, self.sent.items, strict=True)):
            if isinstance(item, Work):
                tell(index)
            if isinstance(item, Versions):  # opened here
                data[index] = sent.data if isinstance(sent, Input) else None
                if isinstance(results[index], Failure) and len(item.openings) > 1:
                    results[index] = again = self.cluster.older(item)
                    data[index] = again.data if isinstance(again, Finished) else None
        return Answer(pack(results), tuple(data))

    def _told(self) -> Answer:
        """What came back, input by input when the batch as a whole kills workers."""
        host, hosts = self.batch.host, self.cluster.hosts
        try:
            answer = self.cluster.wait(self.future)
            if host is not None and hosts[host] is self.future:
                hosts[host] = None
            return answer
        except distributed.KilledWorker:
            answers = [self._alone(index) for index in range(len(self.sent.items))]
        results = [result for each in answers for result in unpack(each.packed)]
        return Answer(pack(results), tuple(data for each in answers for data in each.data))

    def _alone(self, index: int) -> Answer:
        """What became of one input that is sent alone."""
        alone = replace(self.sent, items=(self.sent.items[index],))
        try:
            return self.cluster.wait(self.cluster.send(alone))
        except distributed.KilledWorker:
            return Answer(pack([given_up(alone.items[0])]), (None,))


def shipped(item: Item) -> Item:
    """An item with its bytes: of several captures the newest that can be opened."""
    if not isinstance(item, Versions):
        return item
    first: Failure | None = None
    for opening in item.openings:
        try:
            return opening()
        except InputError as error:
            first = first or failure(error)
    return first or item


def answered(task: Task, batch: Batch, rules: str, _: Answer | None = None) -> Answer:
    """The shard of a batch; this runs in a worker of the cluster, once a former answer that it waits for is there.

    Raises ExecutorError when its rules are others.
    """
    if rules != rules_version():
        raise ExecutorError("--cluster: a worker has other rules; start workers with the same version of communique")
    with TURN:
        return worker_of(task).answer(batch, lambda _: None)


@lru_cache(maxsize=1)
def worker_of(task: Task) -> Worker:
    """The worker of this process for the run it works for."""
    return task.worker()
