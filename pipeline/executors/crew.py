"""Who is to do the work, as the user chose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.executors.shards import Executor
from pipeline.executors.task import Task
from pipeline.steps import Watch


@dataclass(frozen=True, slots=True)
class Crew:
    """So many processes, 1 for this one alone, or the workers of a cluster; ``watch`` is told what they begin."""

    task: Task
    jobs: int
    cluster: str | None
    watch: Watch

    @contextmanager
    def executor(self, *, few: bool) -> Iterator[Executor]:
        """Those who do the work; for a few inputs no process is started.

        Raises LexiconError, and UsageError and ExecutorError for a cluster.
        """
        if self.cluster is not None:
            from pipeline.executors.cluster import cluster

            with cluster(self.cluster, self.task, self.watch) as workers:
                yield workers
        elif self.jobs == 1 or few:
            from pipeline.executors.here import Here

            yield Here(self.task, self.watch)
        else:
            from pipeline.executors.pool import Pool

            with Pool(self.jobs, self.task, self.watch) as pool:
                yield pool
