"""A process of the pool: a task comes in, then batches; shards go out. Its argument is the handle of the line."""

from __future__ import annotations

import os
import select
import signal
import sys
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

from pipeline.errors import CommuniqueError
from pipeline.executors.batches import Batch
from pipeline.executors.task import Answer, Begun, Task, Worker


def main() -> None:
    """Work until the other end of the line closes, in whatever way."""
    line: Connection[Any, Any] = Connection(int(sys.argv[1]))
    Thread(target=end_with, args=(line.fileno(),), daemon=True).start()
    try:
        worker = started(line.recv())
        while True:
            line.send(answer(worker, line.recv(), line.send))
    except (EOFError, OSError):
        return


def started(task: Task) -> Worker | CommuniqueError:
    """The worker of a task, or the error that the user should see."""
    try:
        return task.worker()
    except CommuniqueError as error:
        return error


def answer(worker: Worker | CommuniqueError, batch: Batch, begun: Begun) -> Answer | CommuniqueError:
    """The shard of a batch, or the error that the user should see."""
    if isinstance(worker, CommuniqueError):
        return worker
    try:
        return worker.answer(batch, begun)
    except CommuniqueError as error:
        return error


def end_with(handle: int) -> None:
    """End this process and all that it started as soon as nobody is at the other end of its line."""
    line = select.poll()
    line.register(handle, 0)
    line.poll()
    os.killpg(os.getpgid(0), signal.SIGKILL)


if __name__ == "__main__":
    main()
