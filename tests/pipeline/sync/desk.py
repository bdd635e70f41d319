"""A desk that runs ``communique sync`` night by night, and what came of it."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.fetch.client import Web
from pipeline.records import Document, Record
from pipeline.run import Settings, run
from pipeline.store.dataset import opened
from pipeline.sync import job
from tests.pipeline.sync.news import NOON, Site


def refuse(*_: Any) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@dataclass(frozen=True)
class Desk:
    """A site, a source list for it, and what two nights of sync make of it."""

    site: Site
    sources: Path
    folders: dict[int, Path]

    def told(self, folder: Path, case: str, night: int = 1, *more: str) -> tuple[int, str]:
        """The exit code of ``communique sync``, and what it says of trouble."""
        arguments = ["sync", str(self.sources), "-o", str(folder), "--contact", f"{case}@night-{night}", *more]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(job, "Web", lambda: Web(now=lambda: NOON + timedelta(days=night - 1)))
            done = CliRunner().invoke(app, arguments)
        assert isinstance(done.exception, SystemExit | None), done.exception
        return done.exit_code, done.stderr

    def after(self, night: int, folder: Path) -> Path:
        """A folder as a night leaves it."""
        shutil.copytree(self.folders[night], folder)
        return folder


def data_set(folder: Path) -> list[tuple[Document, tuple[Record, ...]]]:
    """The data set, each value checked at its place, without the times at which pages were fetched."""
    with opened(folder) as dataset:
        return [(each.model_copy(update={"retrieved_at": None}), records) for each, records in dataset.checked()]


def archived(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "archive").glob("*.warc.gz")}


def run_own(folder: Path) -> None:
    """Have ``communique run`` put a document of its own into the folder, in the place of what is there."""
    page = folder.with_name("own.txt")
    page.write_text("Meeting\nThe 12 education groups met on June 3, 2021.\n")
    run([str(page)], folder, Settings())
