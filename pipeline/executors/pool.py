"""The work is done in processes of this machine. One that dies takes down the document it was at, nothing else.

Each process is a program of its own, not a fork, led by a thread that hands it one batch after the other. It tells
which input it begins; when it dies over one, the batch goes to a new process, and when that dies over the same input,
the input is given up.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import Pipe
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Self

from pipeline.errors import CommuniqueError, ExecutorError
from pipeline.executors.batches import Batch, telling
from pipeline.executors.hosts import Hosts
from pipeline.executors.task import Answer, Task
from pipeline.steps import Watch

AHEAD = 4
"""Batches on their way for each process: a slow one does not keep the others waiting."""
PATIENCE = 2
"""How often a process may die over one input."""
Order = tuple[Batch, "Future[Answer]"]


class Pool:
    """An executor with so many processes; a context that starts them and ends them."""

    def __init__(self, jobs: int, task: Task, watch: Watch) -> None:
        self.window = jobs * AHEAD
        self.task = task
        self.watch = watch
        self.hosts = Hosts()
        self.orders: SimpleQueue[Order | None] = SimpleQueue()
        self.leaders = [Leader(self) for _ in range(jobs)]

    def __enter__(self) -> Self:
        for leader in self.leaders:
            leader.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End every process at once: when all went well none has anything left to do."""
        for leader in self.leaders:
            leader.end()
            self.orders.put(None)
        for leader in self.leaders:
            leader.join()

    def submit(self, batch: Batch) -> Future[Answer]:
        """Have the next free process work on a batch."""
        future: Future[Answer] = Future()
        self.hosts.in_turn(batch, future, lambda batch: self.orders.put((batch, future)))
        return future


class Leader(Thread):
    """The thread that leads one process at a time."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(daemon=True)
        self.pool = pool
        self.process: Process | None = None
        self.turn = Lock()
        self.ended = False

    def run(self) -> None:
        """Have batches worked on until there are no more."""
        with suppress(ExecutorError):
            self.led()
        while (order := self.pool.orders.get()) is not None and not self.ended:
            batch, future = order
            try:
                future.set_result(self.answer(batch))
            except BaseException as error:
                future.set_exception(error)
        if self.process is not None:
            self.process.end()

    def end(self) -> None:
        """Kill the process, whatever it does; no other is started."""
        with self.turn:
            self.ended = True
            if self.process is not None:
                self.process.kill()

    def led(self) -> Process:
        """The process, started when there is none. Raises ExecutorError when there is to be none any more."""
        with self.turn:
            if self.ended:
                raise ExecutorError("the run was ended; run it again")
            if self.process is None:
                self.process = Process(self.pool.task)
            return self.process

    def answer(self, batch: Batch) -> Answer:
        """The shard of a batch. Raises what the process raised, and ExecutorError when none can work."""
        deaths: Counter[int | None] = Counter()
        while True:
            process = self.led()
            try:
                return process.answer(batch, telling(batch, self.pool.watch))
            except (EOFError, OSError) as error:
                at, how = process.at, process.end()
                self.process = None
                deaths[at] += 1
                if deaths[at] < PATIENCE:
                    continue
                if at is None:
                    problem = f"a process that should do the work ended before it began ({how})"
                    raise ExecutorError(f"{problem}; run with --jobs 1") from error
                batch = batch.without(at)


class Process:
    """One process, with the line to it; ``at`` is the place of the input in its batch that it works on."""

    def __init__(self, task: Task) -> None:
        self.line, theirs = Pipe()
        self.at: int | None = None
        handle = theirs.fileno()
        # -P: modules are found where this process finds them, never in the folder that the user happens to be in.
        command = [sys.executable, "-P", "-m", "pipeline.executors.child", str(handle)]
        found = os.pathsep.join(path for path in sys.path if path)
        # A session of its own: Ctrl-C is for the run, which then ends its processes.
        self.child = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(handle,),
            env=os.environ | {"PYTHONPATH": found},
            start_new_session=True,
        )
        theirs.close()
        with suppress(OSError):  # a process that died at once is told when it is asked
            self.line.send(task)

    def answer(self, batch: Batch, begun: Callable[[int], None]) -> Answer:
        """The shard of a batch. Raises EOFError or OSError when the process died, and what it raised itself."""
        self.at = None
        self.line.send(batch)
        while True:
            match self.line.recv():
                case int(index):
                    self.at = index
                    begun(index)
                case Answer() as answer:
                    return answer
                case CommuniqueError() as error:
                    raise error

    def kill(self) -> None:
        """Kill the process and what it started; whoever waits for its answer gets an EOFError."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.child.pid, signal.SIGKILL)

    def end(self) -> str:
        """Let go of the process, which is dying or has nothing to do; how it ended."""
        self.line.close()  # the process ends when it sees that
        how = self.child.wait()
        self.kill()
        return f"signal {-how}" if how < 0 else f"exit code {how}"
