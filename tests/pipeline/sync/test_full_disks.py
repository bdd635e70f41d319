"""Disks that are full, and folders that may not be written: one line, nothing lost, and the next sync goes on."""

from __future__ import annotations

import os
import random
import resource
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import StoreError
from pipeline.inputs import Input
from pipeline.store import draft, warc
from pipeline.store.state import STATE, State
from pipeline.store.verify import findings
from pipeline.store.warc import Archive, Notes
from pipeline.sync.intake import Intake
from pipeline.sync.log import LOG
from tests.pipeline.sync.desk import Desk, archived, data_set, refuse
from tests.pipeline.sync.news import NOON, sync


def full_archive(patch: pytest.MonkeyPatch) -> None:
    """The disk takes half of the second exchange."""
    real, calls = warc.Archive._append, 0

    def append(self: Archive, records: bytes) -> warc.Place:
        nonlocal calls
        calls += 1
        if calls == 2:
            patch.setattr("os.fsync", refuse)
        return real(self, records)

    patch.setattr(warc.Archive, "_append", append)


def full_state(patch: pytest.MonkeyPatch) -> None:
    """SQLite finds no space: the file may have as many pages as it has."""

    def connected(connection: Any, _: object) -> None:
        connection.isolation_level = None
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {max(pages, 1)}")

    patch.setattr("pipeline.store.database._durable", connected)


def full_publication(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(draft.Lines, "finish", refuse)


def full_seal(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(draft, "publish_seal", refuse)


@pytest.mark.parametrize("fill", [full_archive, full_state, full_publication, full_seal])
@pytest.mark.parametrize("night", [1, 2])
def test_a_full_disk_is_told_and_the_next_sync_goes_on(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fill: Any, night: int
) -> None:
    case, folder = f"{fill.__name__}-{night}", tmp_path / "outputs"
    before = None
    if night == 2:
        before = data_set(desk.after(1, folder))
    with monkeypatch.context() as patch:
        fill(patch)
        code, line = desk.told(folder, case, night)
    assert (code, "no space left" in line.lower(), line.count("\n")) == (5, True, 1), line
    assert "free some space and run again" in line
    assert before is None or data_set(folder) == before
    assert desk.told(folder, case, night) == (0, "")
    assert data_set(folder) == data_set(desk.folders[night])
    assert list(findings(folder)) == []
    assert sum(times > 1 for times in desk.site.pages(case, night).values()) <= 2


def test_a_page_that_fails_is_told_by_the_sync_that_publishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "good.txt").write_text("The 12 groups met.")
    (files / "blank.html").write_text("<html><body></body></html>")
    sources = tmp_path / "sources.toml"
    sources.write_text("[[source]]\nname = 'desk'\nkind = 'folder'\npath = 'files'\n")
    with monkeypatch.context() as patch:
        full_publication(patch)
        with pytest.raises(StoreError, match="No space left"):
            sync(sources, tmp_path / "outputs", "fails")
    told = [sync(sources, tmp_path / "outputs", "fails", night) for night in (2, 3)]
    assert [[failed.input for failed in night.failures] for night in told] == [["blank.html"], []]


def test_a_full_disk_under_the_log_stops_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / LOG).symlink_to("/dev/full")
    assert desk.told(tmp_path, "log") == (0, "")
    assert data_set(tmp_path) == data_set(desk.folders[1])


@pytest.mark.parametrize("size", [5000, 9000])
def test_an_append_that_the_disk_refuses_half_way_leaves_the_archive_as_it_was(
    desk: Desk, tmp_path: Path, size: int
) -> None:
    """The limit on the size of a file makes write() take a part and then refuse, as a full disk does."""
    folder = desk.after(1, tmp_path / "outputs")
    before = archived(folder)
    at = NOON
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (sum(map(len, before.values())) + 3000, limit[1]))
    try:
        with pytest.raises(StoreError, match="cannot be written"):
            Archive(folder).add_file(random.Random(2).randbytes(size), "text/plain", at, Notes("page", "s", "a"))  # noqa: S311
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert archived(folder) == before


def test_after_a_failure_to_index_nothing_more_is_archived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the next exchange would say that all before it is indexed."""

    def file(name: str) -> tuple[Input, datetime, Notes]:
        return Input(name, name.encode(), "text/plain"), NOON, Notes("page", "desk", name)

    state = State(tmp_path / STATE)
    archive = Archive(tmp_path)
    intake = Intake(archive, state, ())
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.sync.intake.note_indexed", refuse)
        with pytest.raises(OSError, match="No space left"):
            intake.new_file(*file("a"))
    with pytest.raises(StoreError, match="No space left"):
        intake.new_file(*file("b"))
    assert Intake(archive, state, ()).catch_up() == 1
    assert state.identities() == ["a"]
    state.close()


@pytest.fixture
def readable() -> Iterator[Path]:
    """A folder that a user without rights can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user who is not root, whom permissions do not hold back."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_folder_that_cannot_be_written_is_told(desk: Desk, readable: Path) -> None:
    desk = replace(desk, sources=desk.site.sources(readable / "list"))
    folder = desk.after(1, readable / "outputs")
    assert desk.told(folder, "readable") == (0, "")
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    with without_rights():
        code, line = desk.told(folder, "readable", 2)
    assert (code, "cannot be written: Permission denied; check its permissions" in line) == (5, True), line
    (folder / ".lock").chmod(0o666)
    folder.chmod(0o777)
    with without_rights():
        code, line = desk.told(folder, "readable", 2)
    assert (code, line.count("\n"), "permissions" in line) == (5, 1, True), line
    assert data_set(folder) == data_set(desk.folders[1])
