"""Syncs that are killed: a case as a line of JSON in, the exit code of its process out; each in a fork of this one."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from pipeline.change import compare, journal
from pipeline.store import archive, draft, state, warc
from pipeline.store.tables import TABLES
from pipeline.sync import gather, intake, results
from tests.pipeline.sync.news import sync


@dataclass(frozen=True)
class Case:
    """A sync, and when it dies: as a point is reached for the ``at``-th time, or some seconds ``after`` it began."""

    name: str
    sources: str
    folder: str
    night: int
    point: str = ""
    at: int = 1
    after: float | None = None
    rotate: int = 8_000


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def before(owner: Any, name: str, at: int) -> None:
    """Die when a function is called for the ``at``-th time."""
    real, calls = getattr(owner, name), count(1)

    def dying(*args: Any, **kwargs: Any) -> Any:
        if next(calls) == at:
            die()
        return real(*args, **kwargs)

    setattr(owner, name, dying)


def after(owner: Any, name: str, at: int) -> None:
    """Die when a function has returned for the ``at``-th time."""
    real, calls = getattr(owner, name), count(1)

    def dying(*args: Any, **kwargs: Any) -> Any:
        done = real(*args, **kwargs)
        if next(calls) == at:
            die()
        return done

    setattr(owner, name, dying)


def half_written(owner: Any, name: str, at: int) -> None:
    """Die with half of the ``at``-th exchange in the archive."""
    real, calls = getattr(owner, name), count(1)

    def dying(self: warc.Archive, records: bytes) -> Any:
        if next(calls) == at:
            real(self, records[: len(records) // 2])
            die()
        return real(self, records)

    setattr(owner, name, dying)


Arming = Callable[[Any, str, int], None]
POINTS: dict[str, tuple[Arming, Any, str]] = {
    "tables half made": (after, TABLES, "create_all"),
    "archive begun": (after, warc.Archive, "_current"),
    "file of the archive begun": (after, warc, "write_whole"),
    "before an exchange is archived": (before, warc.Archive, "add"),
    "half an exchange archived": (half_written, warc.Archive, "_append"),
    "exchange archived, not indexed": (before, intake.Intake, "_index"),
    "exchange indexed, not committed": (after, intake, "note_indexed"),
    "links of a list taken": (after, state.State, "listed"),
    "between two pages": (before, gather.Gathering, "_fetch"),
    "files taken": (after, intake.Intake, "new_file"),
    "before a result is kept": (before, results, "kept_of"),
    "result kept": (after, state.State, "keep_result"),
    "before publication": (before, draft.Draft, "publish"),
    "seal published": (after, draft, "publish_seal"),
    "between two renames": (before, draft, "settle"),
    "renamed, not pruned": (before, archive, "prune"),
    "published, changes not listed": (before, journal, "keep"),
    "changes half listed": (after, compare, "about"),
}


def killed(case: Case) -> int:
    """A sync in a process of its own that is killed; how it ended."""
    if (process := os.fork()) == 0:
        try:
            if case.point:
                arming, owner, name = POINTS[case.point]
                arming(owner, name, case.at)
            sync(Path(case.sources), Path(case.folder), case.name, case.night, case.rotate)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(99)
    if case.after is not None:
        time.sleep(case.after)
        os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


if __name__ == "__main__":
    for line in sys.stdin:
        print(killed(Case(**json.loads(line))), flush=True)  # noqa: T201
