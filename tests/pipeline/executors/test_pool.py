"""The pool: the same results as in one process, whatever happens to the processes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.errors import ExecutorError, ModelError
from pipeline.executors.batches import Size, batches
from pipeline.executors.here import Here
from pipeline.executors.pool import Pool
from pipeline.executors.shards import shards
from pipeline.executors.task import Task
from pipeline.inputs import Input
from pipeline.lexicon import Lexicon
from pipeline.steps import Item, Watch
from pipeline.store.shards import Finished, Written
from pipeline.store.unfinished import Unfinished
from tests.pipeline.executors.works import Broken, asking, obedient, summary, unseen

SMALL = Size(inputs=2)


def pooled(task: Task, items: Iterable[Item], folder: Path, jobs: int = 2, watch: Watch = unseen) -> list[Written]:
    with Pool(jobs, task, watch) as pool:
        return list(shards(batches(items, "rules", SMALL), pool, Unfinished(folder)))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_are_those_of_one_process_in_their_order(tmp_path: Path, jobs: int) -> None:
    items = asking("wait 0.2", "fail", *["x"] * 20)
    task = obedient(tmp_path / "marks")
    alone = list(shards(batches(items, "rules", SMALL), Here(task, unseen), Unfinished(tmp_path)))
    seen: list[str] = []
    assert pooled(task, items, tmp_path, jobs, seen.append) == alone
    assert sorted(seen) == sorted(item.source for item in items if isinstance(item, Input))
    assert all(each.data for each in alone if isinstance(each, Finished))


@pytest.mark.parametrize("death", ["exit", "kill"])
def test_a_document_that_kills_its_process_is_the_only_one_lost(tmp_path: Path, death: str) -> None:
    found = summary(pooled(obedient(tmp_path / "marks"), asking(death, "x", death), tmp_path))
    killed = "killed every process that worked on it"
    assert found == ["0.txt", killed, "2.txt", "3.txt", "4.txt", killed, "6.txt", "a picture"]


def test_a_process_that_is_killed_by_chance_loses_nothing(tmp_path: Path) -> None:
    found = summary(pooled(obedient(tmp_path / "marks"), asking("kill once"), tmp_path))
    assert found == ["0.txt", "1.txt", "2.txt", "a picture"]


def test_an_error_of_the_user_in_a_process_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="--model: is not there; install it"):
        pooled(obedient(tmp_path / "marks"), asking("no model"), tmp_path)


def test_processes_that_cannot_begin_are_told(tmp_path: Path) -> None:
    with pytest.raises(ExecutorError, match=r"ended before it began \(exit code 7\); run with --jobs 1"):
        pooled(Broken(Lexicon(), False, False), asking("x"), tmp_path)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_no_process_outlives_a_run_that_is_broken_off(tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    start = time.monotonic()
    with Pool(2, obedient(marks), unseen) as pool:
        for batch in batches(asking(*["wait 60"] * 6), "rules", SMALL):
            pool.submit(batch)
        while len(list(marks.iterdir())) < 2:
            time.sleep(0.01)
    assert time.monotonic() - start < 20
    assert [path.name for path in marks.iterdir() if alive(int(path.read_text()))] == []
