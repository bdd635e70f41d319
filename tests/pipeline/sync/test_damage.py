"""States, archives and data sets that were damaged, cut or lost: one line, and what can be made anew is."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from pipeline.fetch.client import Exchange
from pipeline.store.state import STATE, State
from pipeline.store.warc import Archive, Notes
from pipeline.sync.intake import Intake
from pipeline.sync.log import LOG
from tests.pipeline.sync.desk import Desk, archived, data_set, run_own
from tests.pipeline.sync.news import NOON, sync


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
    folder = desk.after(1, tmp_path / "outputs")
    run_own(folder)
    halved(folder / name)
    code, line = desk.told(folder, "data-set")
    assert (code, line.count("\n"), "move run.json away" in line) == (5, 1, True), line
    (folder / "run.json").unlink()
    assert desk.told(folder, "data-set") == (0, "")
    assert data_set(folder) == data_set(desk.folders[1])


def test_a_rehearsal_tells_of_a_damaged_state(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / STATE).write_text("no database\n" * 200)
    code, line = desk.told(tmp_path, "rehearsal", 1, "--dry-run")
    assert (code, "is damaged (file is not a database); move it away" in line) == (5, True), line
