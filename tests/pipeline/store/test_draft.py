"""Publication: whatever happens, the folder holds the old data set or the new one, whole."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import StoreError
from pipeline.records import RECORD, Document
from pipeline.store.dataset import opened
from pipeline.store.draft import Draft, line, replacing
from pipeline.store.lock import locked
from pipeline.store.seal import SEAL
from pipeline.store.verify import findings
from tests.pipeline import build
from tests.pipeline.disk import full_disk

OLD = build.document("old.txt")
NEW = build.document("new.txt", "New things\n" + build.TEXT)
NAMES = {".lock", "archive", "documents.jsonl", "records.jsonl", "run.json"}
RENAMES = 5
"""How many renames a run of one document makes: an archived file, the seal in waiting, and the three files."""


def sources(folder: Path) -> list[str]:
    """What a reader finds, with every record at its place."""
    with opened(folder) as dataset:
        return [document.source for document, records in dataset.checked() if len(records) == 5]


class CutError(Exception):
    """Stands in for whatever stops a run; it is no OSError, so nothing tidies up behind it."""


@contextmanager
def replace_fails(monkeypatch: pytest.MonkeyPatch, at: int, error: Exception) -> Iterator[None]:
    real, calls = os.replace, 0

    def replace(source: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise error
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        yield


@pytest.mark.parametrize("at", range(1, RENAMES + 1))
def test_a_run_that_is_cut_at_a_rename_leaves_one_whole_data_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    build.write(tmp_path, OLD)
    with replace_fails(monkeypatch, at, CutError()), pytest.raises(CutError):
        build.write(tmp_path, NEW)
    assert sources(tmp_path) == (["old.txt"] if at <= 2 else ["new.txt"])
    assert list(findings(tmp_path)) == []


@pytest.mark.parametrize("at", range(1, RENAMES + 1))
def test_the_next_run_finishes_or_clears_what_a_cut_run_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    build.write(tmp_path, OLD)
    with replace_fails(monkeypatch, at, CutError()), pytest.raises(CutError):
        build.write(tmp_path, NEW)
    with locked(tmp_path), replacing(tmp_path):
        pass  # a run that reads nothing, and so publishes nothing
    assert {path.name for path in tmp_path.iterdir()} == NAMES
    assert sources(tmp_path) == (["old.txt"] if at <= 2 else ["new.txt"])


@pytest.mark.parametrize("at", range(1, RENAMES + 1))
def test_a_disk_that_is_full_at_a_rename_is_told_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    build.write(tmp_path, OLD)
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with (
        replace_fails(monkeypatch, at, full),
        pytest.raises(StoreError, match="cannot be written: No space left on device; free some space and run again"),
    ):
        build.write(tmp_path, NEW)
    assert sources(tmp_path) == (["old.txt"] if at <= 2 else ["new.txt"])


def test_a_disk_that_is_full_while_writing_leaves_the_old_files_as_they_were(tmp_path: Path) -> None:
    build.write(tmp_path, OLD)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.json*")}

    with full_disk(), pytest.raises(StoreError, match="No space left"):
        build.write(tmp_path, NEW)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.json*")} == before
    assert {path.name for path in tmp_path.iterdir()} == NAMES


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("at", range(1, RENAMES + 1))
def test_a_run_that_is_killed_at_a_rename_leaves_one_whole_data_set(tmp_path: Path, at: int, when: str) -> None:
    build.write(tmp_path, OLD)
    script = f"""
import os, signal
from pathlib import Path
from tests.pipeline import build
from tests.pipeline.store.test_draft import NEW
real, calls = os.replace, 0
def replace(source, target):
    global calls
    calls += 1
    if (calls, {when!r}) == ({at}, "before"):
        os.kill(os.getpid(), signal.SIGKILL)
    real(source, target)
    if calls == {at}:
        os.kill(os.getpid(), signal.SIGKILL)
os.replace = replace
build.write(Path({str(tmp_path)!r}), NEW)
"""
    root = Path(__file__).parents[3]
    killed = subprocess.run([sys.executable, "-c", script], cwd=root, check=False)  # noqa: S603
    assert killed.returncode == -signal.SIGKILL
    published = at > 2 or (at == 2 and when == "after")
    assert sources(tmp_path) == (["new.txt"] if published else ["old.txt"])
    assert list(findings(tmp_path)) == []
    build.write(tmp_path, OLD, NEW)
    assert sources(tmp_path) == ["old.txt", "new.txt"]
    assert {path.name for path in tmp_path.iterdir()} == NAMES


@pytest.mark.parametrize("name", ["records.jsonl.new", "run.json.new"])
def test_an_unfinished_publication_that_was_damaged_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    build.write(tmp_path, OLD)
    with replace_fails(monkeypatch, 3, CutError()), pytest.raises(CutError):
        build.write(tmp_path, NEW)
    (tmp_path / name).write_text("cut off")
    with locked(tmp_path), replacing(tmp_path):
        pass
    assert sources(tmp_path) == ["old.txt"]


def test_a_reader_keeps_its_data_set_while_a_run_replaces_it(tmp_path: Path) -> None:
    build.write(tmp_path, OLD)
    with opened(tmp_path) as dataset:
        build.write(tmp_path, NEW)
        assert [document.source for document in dataset.documents()] == ["old.txt"]
    assert sources(tmp_path) == ["new.txt"]


PUBLISHER = """
import sys
from pathlib import Path
from tests.pipeline import build
from tests.pipeline.store.test_draft import NEW, OLD
for number in range(40):
    build.write(Path(sys.argv[1]), NEW if number % 2 else OLD)
"""


def test_readers_never_see_half_a_data_set(tmp_path: Path) -> None:
    build.write(tmp_path, OLD)
    root = Path(__file__).parents[3]
    seen = set()
    with subprocess.Popen([sys.executable, "-c", PUBLISHER, str(tmp_path)], cwd=root) as publisher:  # noqa: S603
        while publisher.poll() is None:
            seen.add(tuple(sources(tmp_path)))
    assert publisher.returncode == 0
    assert seen == {("old.txt",), ("new.txt",)}


def test_what_is_abandoned_leaves_no_trace(tmp_path: Path) -> None:
    def abandoned(draft: Draft) -> NoReturn:
        draft.add(build.finished(NEW))
        raise KeyboardInterrupt

    build.write(tmp_path, OLD)
    with pytest.raises(KeyboardInterrupt), locked(tmp_path), replacing(tmp_path) as draft:
        abandoned(draft)
    assert {path.name for path in tmp_path.iterdir()} == NAMES
    assert sources(tmp_path) == ["old.txt"]


@pytest.mark.parametrize("folder", ["file", "file/folder"])
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match="name a folder, not a file"):
        build.write(tmp_path / folder, NEW)


def test_a_seal_says_what_went_in(tmp_path: Path) -> None:
    build.write(tmp_path, OLD, NEW)
    with opened(tmp_path) as dataset:
        assert [each.source for each in dataset.sealed.inputs()] == ["old.txt", "new.txt"]
        assert dataset.seal.counts == {"group": 2, "official": 2, "date": 2, "count": 2, "policy": 2}
    assert (tmp_path / SEAL).read_bytes().endswith(b"}\n")


QUOTES = [
    "No. 2 校",
    "a\u00a0b",
    "\U0001f389 party",
    "１２所学校",
    "line\u2028line",
    "next\x85line",
    "para\u2029graph",
    '"quoted" \\',
]


@pytest.mark.parametrize("quote", QUOTES)
def test_a_record_comes_back_as_it_was(quote: str) -> None:
    document = build.document(text=f"before {quote} after")
    record = build.group(document, quote)
    written = line(document), line(record)
    assert all(len(each.decode().splitlines()) == 1 for each in written)
    assert (Document.model_validate_json(written[0]), RECORD.validate_json(written[1])) == (document, record)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(quote: str, around: str) -> None:
    text = around.replace("\n", " ") + quote.replace("\n", " ")
    document = build.document(text=text)
    record = build.group(document, quote.replace("\n", " "))
    assert len(line(record).decode().splitlines()) == 1
    assert Document.model_validate_json(line(document)) == document
    assert RECORD.validate_json(line(record)) == record
