"""States in use, runs between syncs, syncs that were stopped: one line, nothing lost."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.extraction import Extraction
from pipeline.fetch.client import Exchange
from pipeline.records import Document, Record
from pipeline.run import Settings
from pipeline.sources import read_sources
from pipeline.store.lock import locked
from pipeline.store.state import STATE
from pipeline.store.verify import findings
from pipeline.store.warc import Archive, Notes
from pipeline.sync import job
from pipeline.sync.intake import Intake
from tests.pipeline.sync.desk import Desk, archived, data_set, run_own
from tests.pipeline.sync.news import NOON, PAGES, sync


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


def test_a_new_file_of_the_archive_never_takes_the_place_of_an_old_one(desk: Desk, tmp_path: Path) -> None:
    folder = desk.after(1, tmp_path / "outputs")
    (path,) = (folder / "archive").glob("*.warc.gz")
    moved = path.with_name("communique-00002.warc.gz")
    path.rename(moved)
    data = moved.read_bytes()
    Archive(folder, rotate=1).add_file(b"text", "text/plain", NOON, Notes("page", "s", "a"))
    assert moved.read_bytes() == data
    assert sorted(archived(folder)) == ["communique-00002.warc.gz", "communique-00003.warc.gz"]


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
    folder = tmp_path / "outputs"
    run_own(folder)
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
    folder = tmp_path / "outputs"
    run_own(folder)
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


def test_a_folder_may_have_any_name(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "o?x=1 %41#"
    assert desk.told(folder, "any-name") == (0, "")
    assert (folder / STATE).is_file()
    assert desk.told(folder, "any-name", 1, "--dry-run") == (0, "")


def test_sync_brings_back_what_a_run_replaced(desk: Desk, tmp_path: Path) -> None:
    folder = desk.after(1, tmp_path / "outputs")
    run_own(folder)
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
