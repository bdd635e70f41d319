"""The progress bar of a run, on standard error, when that is a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from pipeline.inputs import shown


@contextmanager
def watching() -> Iterator[Callable[[str], None]]:
    """A function that is told the name of each input; the bar counts them and names the last one."""
    console = Console(stderr=True)
    progress = Progress(
        SpinnerColumn(),
        BarColumn(),
        TextColumn("{task.completed} read"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with progress:
        task = progress.add_task("", total=None)
        yield lambda name: progress.update(task, advance=1, description=shown(name))
