"""Disks that are full, states that are locked, damaged or lost, archives that were cut: one line, nothing lost."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import StoreError
from pipeline.extraction import Extraction
from pipeline.fetch.client import Exchange, Web
from pipeline.inputs import Input
from pipeline.records import Document, Record
from pipeline.run import Settings, run
from pipeline.sources import read_sources
from pipeline.store import draft, warc
from pipeline.store.dataset import opened
from pipeline.store.lock import locked
from pipeline.store.state import STATE, State
from pipeline.store.verify import findings
from pipeline.store.warc import Archive, Notes
from pipeline.sync import job
from pipeline.sync.intake import Intake
from pipeline.sync.log import LOG
from tests.pipeline.sync.news import NOON, PAGES, Site, on_air, sync


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


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("desk")
    with on_air() as site:
        sources = site.sources(place)
        folders = {night: place / f"night-{night}" for night in (1, 2)}
        assert sync(sources, folders[1], "desk").exit_code == 0
        shutil.copytree(folders[1], folders[2])
        assert sync(sources, folders[2], "desk", 2).exit_code == 0
        yield Desk(site, sources, folders)


def data_set(folder: Path) -> list[tuple[Document, tuple[Record, ...]]]:
    """The data set, each value checked at its place, without the times at which pages were fetched."""
    with opened(folder) as dataset:
        return [(each.model_copy(update={"retrieved_at": None}), records) for each, records in dataset.checked()]


def archived(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "archive").glob("*.warc.gz")}


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


def test_a_state_in_use_is_told(desk: Desk, tmp_path: Path) -> None:
    folder = desk.after(1, tmp_path / "outputs")
    other = sqlite3.connect(folder / STATE)
    other.execute("BEGIN EXCLUSIVE")
    code, line = desk.told(folder, "in-use", 2)
    other.close()
    assert (code, "is in use by another program; close it and run again" in line) == (5, True), line
    assert data_set(folder) == data_set(desk.folders[1])
    assert desk.told(folder, "in-use", 2) == (0, "")
    assert data_set(folder) == data_set(desk.folders[2])


def version(number: int) -> Any:
    def change(path: Path) -> None:
        with sqlite3.connect(path) as database:
            database.execute(f"PRAGMA user_version = {number}")
        database.close()

    return change


def dropped(statement: str) -> Any:
    def change(path: Path) -> None:
        with sqlite3.connect(path) as database:
            database.execute(statement)
        database.close()

    return change


def halved(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


DAMAGE = {
    "random bytes": (lambda path: path.write_bytes(random.Random(1).randbytes(20_000)), "is damaged"),  # noqa: S311
    "no database": (lambda path: path.write_text("the state of things\n" * 200), "is damaged"),
    "cut in half": (halved, "is damaged"),
    "older": (version(0), "was written by an older version of communique"),
    "newer": (version(99), "was written by a newer version of communique"),
    "table missing": (dropped("DROP TABLE capture"), "is damaged (table capture is not whole)"),
    "column missing": (dropped("ALTER TABLE page DROP COLUMN etag"), "is damaged (table page is not whole)"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_state_that_cannot_be_used_is_told_and_made_anew(desk: Desk, tmp_path: Path, damage: str) -> None:
    folder = desk.after(1, tmp_path / "outputs")
    harm, problem = DAMAGE[damage]
    harm(folder / STATE)
    harmed = (folder / STATE).read_bytes()
    code, line = desk.told(folder, damage.replace(" ", "-"), 1)
    assert (code, problem in line, line.count("\n")) == (5, True, 1), line
    assert "move it away; the next sync makes a new one from the archive" in line
    assert data_set(folder) == data_set(desk.folders[1])
    assert (folder / STATE).read_bytes() == harmed
    (folder / STATE).rename(tmp_path / "away")
    assert desk.told(folder, damage.replace(" ", "-"), 1) == (0, "")
    assert data_set(folder) == data_set(desk.folders[1])


@pytest.mark.parametrize("seed", range(12))
def test_a_state_with_a_damaged_page_is_told_or_does_no_harm(desk: Desk, tmp_path: Path, seed: int) -> None:
    folder = desk.after(1, tmp_path / "outputs")
    chance = random.Random(seed)  # noqa: S311
    data = bytearray((folder / STATE).read_bytes())
    at = chance.randrange(0, len(data), 4096)
    data[at : at + 4096] = chance.randbytes(4096)
    (folder / STATE).write_bytes(data)
    code, line = desk.told(folder, f"page-{seed}")
    assert (code, line) == (0, "") or (code == 5 and "makes a new one from the archive" in line), line
    assert data_set(folder) == data_set(desk.folders[1])


@pytest.mark.parametrize("left", ["", "-wal"])
def test_a_lost_state_is_made_anew_from_the_archive(desk: Desk, tmp_path: Path, left: str) -> None:
    folder = desk.after(2, tmp_path / "outputs")
    (folder / STATE).unlink()
    if left:
        shutil.copy(desk.folders[1] / LOG, folder / (STATE + left))
    told = sync(desk.sources, folder, f"lost{left}", 2)
    assert told.exit_code == 0
    assert data_set(folder) == data_set(desk.folders[2])
    assert not desk.site.pages(f"lost{left}", 2)


@pytest.mark.parametrize(("lost", "step"), [(False, 1), (True, 11)])
def test_an_archive_cut_anywhere_in_its_last_exchange_keeps_the_others(tmp_path: Path, lost: bool, step: int) -> None:
    """At every byte, by a state that knows all but the last exchange; at some by one that was lost."""
    archive = Archive(tmp_path)
    for name in ("a", "b"):
        archive.add_file(name.encode(), "text/plain", NOON, Notes("page", "desk", name))
    (path,) = archive.files()
    others = path.read_bytes()
    state = State(Path(":memory:"))
    assert Intake(archive, state, ()).catch_up() == 2
    url, answer = "http://news.example.org/c", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nc"
    archive.add(Exchange(url, NOON, b"GET /c HTTP/1.1\r\n\r\n", answer, None), Notes("page", "desk", url))
    whole = path.read_bytes()
    for end in (*range(len(others), len(whole), step), len(whole)):
        if lost:
            state.close()
            state = State(Path(":memory:"))
        path.write_bytes(whole[:end])
        Intake(archive, state, ()).catch_up()
        is_whole = end == len(whole)
        assert path.read_bytes() == (whole if is_whole else others)
        assert state.indexed() == {path.name: path.stat().st_size}
        assert state.identities() == ["a", "b", url][: 2 + is_whole]
    state.close()


def test_notes_of_a_newer_version_are_passed_over_and_cut_off_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for name in ("page", "video", "page"):
        archive.add_file(b"text", "text/plain", NOON, Notes(name, "desk", name))  # type: ignore[arg-type]
    (path,) = archive.files()
    before = path.read_bytes()
    state = State(tmp_path / STATE)
    assert Intake(archive, state, ()).catch_up() == 2
    assert (path.read_bytes(), state.identities()) == (before, ["page"])
    state.close()


def shortened(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def harmed(path: Path) -> None:
    """A flipped byte in the middle; the state is lost, so that all is read."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    (path.parent.parent / STATE).unlink()


ARCHIVE_DAMAGE = [(Path.unlink, "is missing"), (shortened, "is shorter than it was"), (harmed, "is damaged at byte")]


@pytest.mark.parametrize(("harm", "problem"), ARCHIVE_DAMAGE)
def test_a_damaged_archive_is_told_and_left_as_it_is(desk: Desk, tmp_path: Path, harm: Any, problem: str) -> None:
    folder = desk.after(1, tmp_path / "outputs")
    (path,) = (folder / "archive").glob("*.warc.gz")
    harm(path)
    before = archived(folder)
    code, line = desk.told(folder, "archive")
    assert (code, problem in line, "restore it from a copy" in line, line.count("\n")) == (5, True, True, 1), line
    assert archived(folder) == before
    assert data_set(folder) == data_set(desk.folders[1])
    shutil.copy(desk.folders[1] / "archive" / path.name, path)
    assert desk.told(folder, "archive") == (0, "")
    assert data_set(folder) == data_set(desk.folders[1])


def test_a_new_file_of_the_archive_never_takes_the_place_of_an_old_one(desk: Desk, tmp_path: Path) -> None:
    folder = desk.after(1, tmp_path / "outputs")
    (path,) = (folder / "archive").glob("*.warc.gz")
    moved = path.with_name("communique-00002.warc.gz")
    path.rename(moved)
    data = moved.read_bytes()
    Archive(folder, rotate=1).add_file(b"text", "text/plain", NOON, Notes("page", "s", "a"))
    assert moved.read_bytes() == data
    assert sorted(archived(folder)) == ["communique-00002.warc.gz", "communique-00003.warc.gz"]


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


def test_what_stops_one_host_stops_the_others(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Intake.exchange

    def exchange(self: Intake, exchange: Exchange, notes: Notes) -> None:
        if "/news/" in exchange.url and "127.0.0.2" in exchange.url:
            raise StoreError("the disk is gone; look for it")
        if "/news/" in exchange.url:
            time.sleep(0.1)
        real(self, exchange, notes)

    monkeypatch.setattr(Intake, "exchange", exchange)
    assert desk.told(tmp_path, "stops") == (5, "communique: the disk is gone; look for it\n")
    assert sum("127.0.0.1/news/" in page for page in desk.site.pages("stops")) < PAGES


def test_a_file_that_changes_back_is_taken_in_again(tmp_path: Path) -> None:
    page = tmp_path / "files" / "a.txt"
    page.parent.mkdir()
    sources = tmp_path / "sources.toml"
    sources.write_text("[[source]]\nname = 'desk'\nkind = 'folder'\npath = 'files'\n")
    for text in ("The 12 groups met.", "The 13 groups met.", "The 12 groups met."):
        page.write_text(text)
        assert sync(sources, tmp_path / "outputs", "back").exit_code == 0
        assert [document.text for document, _ in data_set(tmp_path / "outputs")] == [text]


def test_the_archive_of_another_sync_is_a_source(desk: Desk, tmp_path: Path) -> None:
    """Its pages and its files; a second night brings nothing new, and none of them is fetched."""
    (path,) = (desk.folders[1] / "archive").glob("*.warc.gz")
    sources = tmp_path / "sources.toml"
    sources.write_text(f"[[source]]\nname = 'other'\nkind = 'warc'\npath = '{path}'\nlanguage = 'en'\n")
    told = [sync(sources, tmp_path / "outputs", "other", night) for night in (1, 2)]
    assert [(night.failures, len(night.new)) for night in told] == [([], 15), ([], 0)]
    assert not desk.site.pages("other", 1) + desk.site.pages("other", 2)
    assert data_set(tmp_path / "outputs") == data_set(desk.folders[1])
    assert list(findings(tmp_path / "outputs")) == []


def test_two_syncs_at_once(desk: Desk, tmp_path: Path) -> None:
    with locked(tmp_path):
        code, line = desk.told(tmp_path, "both")
    assert (code, "holds this folder" in line) == (4, True)
    assert not desk.site.pages("both")


def test_what_a_run_left_stays_beside_what_sync_brings(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "own.txt"
    page.write_text("Meeting\nThe 12 education groups met on June 3, 2021.\n")
    folder = tmp_path / "outputs"
    run([str(page)], folder, Settings())
    ((own, records),) = data_set(folder)
    assert records
    assert desk.told(folder, "beside") == (0, "")
    assert data_set(folder) == [(own, records), *data_set(desk.folders[1])]
    assert list(findings(folder)) == []
    read: list[str] = []
    real = Extraction.records

    def counted(self: Extraction, document: Document) -> list[Record]:
        read.append(document.source)
        return real(self, document)

    monkeypatch.setattr(Extraction, "records", counted)
    assert desk.told(folder, "beside") == (0, "")
    assert read == []
    monkeypatch.setattr(job, "rules_version", lambda _: "other rules")
    assert desk.told(folder, "beside") == (0, "")
    assert len(read) == 16
    assert data_set(folder) == [(own, records), *data_set(desk.folders[1])]


def test_a_document_that_new_rules_fail_on_keeps_its_records(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "own.txt"
    page.write_text("Meeting\nThe 12 education groups met on June 3, 2021.\n")
    folder = tmp_path / "outputs"
    run([str(page)], folder, Settings())
    own = data_set(folder)
    monkeypatch.setattr(job, "rules_version", lambda _: "other rules")
    monkeypatch.setattr(Extraction, "records", lambda self, document: 1 // 0)
    nothing = tmp_path / "nothing.toml"
    (tmp_path / "empty").mkdir()
    nothing.write_text("[[source]]\nname = 'desk'\nkind = 'folder'\npath = 'empty'\n")
    told = sync(nothing, folder, "bug")
    assert "this is a bug in communique (ZeroDivisionError" in "".join(failed.problem for failed in told.failures)
    assert data_set(folder) == own
    assert list(findings(folder)) == []


@pytest.mark.parametrize("name", ["documents.jsonl", "records.jsonl"])
@pytest.mark.parametrize("harm", [Path.unlink, halved])
def test_a_damaged_data_set_that_the_archive_holds_is_made_anew(
    desk: Desk, tmp_path: Path, name: str, harm: Any
) -> None:
    folder = desk.after(1, tmp_path / "outputs")
    harm(folder / name)
    code, line = desk.told(folder, "data-set")
    assert (code, line.count("\n")) == (1, 1), line
    assert line.startswith(f"failed: {folder / 'changes.jsonl'}: cannot be written: {folder}: {name} ")
    assert data_set(folder) == data_set(desk.folders[1])
    assert desk.told(folder, "data-set") == (0, "")


@pytest.mark.parametrize("name", ["documents.jsonl", "records.jsonl", "run.json"])
def test_a_damaged_data_set_with_documents_of_a_run_is_told(desk: Desk, tmp_path: Path, name: str) -> None:
    page = tmp_path / "own.txt"
    page.write_text("Meeting\nThe 12 education groups met on June 3, 2021.\n")
    folder = desk.after(1, tmp_path / "outputs")
    run([str(page)], folder, Settings())
    halved(folder / name)
    code, line = desk.told(folder, "data-set")
    assert (code, line.count("\n"), "move run.json away" in line) == (5, 1, True), line
    (folder / "run.json").unlink()
    assert desk.told(folder, "data-set") == (0, "")
    assert data_set(folder) == data_set(desk.folders[1])


def test_a_folder_may_have_any_name(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "o?x=1 %41#"
    assert desk.told(folder, "any-name") == (0, "")
    assert (folder / STATE).is_file()
    assert desk.told(folder, "any-name", 1, "--dry-run") == (0, "")


def test_a_rehearsal_tells_of_a_damaged_state(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / STATE).write_text("no database\n" * 200)
    code, line = desk.told(tmp_path, "rehearsal", 1, "--dry-run")
    assert (code, "is damaged (file is not a database); move it away" in line) == (5, True), line


def test_sync_brings_back_what_a_run_replaced(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "own.txt"
    page.write_text("Meeting\nThe 12 education groups met on June 3, 2021.\n")
    folder = desk.after(1, tmp_path / "outputs")
    run([str(page)], folder, Settings())
    own = data_set(folder)
    assert len(own) == 1
    assert sync(desk.sources, folder, "back").exit_code == 0
    assert data_set(folder) == own + data_set(desk.folders[1])
    assert not desk.site.pages("back")


def test_an_interrupted_sync_ends_with_130_and_goes_on(desk: Desk, tmp_path: Path) -> None:
    slow = tmp_path / "slow.toml"
    slow.write_text(
        desk.sources.read_text()
        .replace("delay = 0\n", "delay = 0.15\n")
        .replace("'files'", f"'{desk.sources.parent / 'files'}'")
    )
    folder = tmp_path / "outputs"
    command = [sys.executable, "-m", "pipeline", "sync", str(slow), "-o", str(folder), "--contact", "c@night-1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        until = time.monotonic() + 20
        while len(desk.site.pages("c")) < 4 and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, line = process.communicate(timeout=20)
    assert (process.returncode, line.count("\n")) == (130, 1), line
    assert job.sync(read_sources(slow), folder, Settings(), job.Wishes(contact="c@night-1")).exit_code == 0
    assert data_set(folder) == data_set(desk.folders[1])
    again = {page for page, times in desk.site.pages("c").items() if times > 1}
    assert again <= {"127.0.0.1/moved/1", "127.0.0.2/moved/1"}  # the answer was there, what it leads to was not asked


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
