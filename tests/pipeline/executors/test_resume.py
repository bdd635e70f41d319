"""A run that is interrupted in any way is taken up again, and ends with the bytes of one that was not."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline.cli import app
from pipeline.closing import last_line
from pipeline.errors import StoreError
from pipeline.outcome import Outcome
from pipeline.records import KINDS
from pipeline.run import Settings, run
from pipeline.store import disk, unfinished
from pipeline.store.unfinished import UNFINISHED
from pipeline.store.verify import findings
from tests.pipeline import build

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "corpus"
DOCUMENTS = 100
INTERRUPTIBLE = """
import signal, sys
from pipeline.cli import app
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts background jobs with it ignored
app(sys.argv[1:])
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("given") / "pages"
    folder.mkdir()
    for number in range(DOCUMENTS):
        text = build.TEXT.replace("Anbu", f"Anbu No. {number}")
        (folder / f"{number:03}.txt").write_text(f"{text}\n" * 3, encoding="utf-8")
    (folder / "050.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def undisturbed(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed")
    run([str(pages)], folder, Settings())
    return told(folder)


def told(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in ("documents.jsonl", "records.jsonl")}


def interrupted(pages: Path, out: Path, how: int, jobs: int) -> tuple[int, str]:
    """Begin a run and end it once a few shards are kept; its exit code and what it said."""
    command = [sys.executable, "-c", INTERRUPTIBLE, "run", str(pages), "-o", str(out), "--jobs", str(jobs)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as running:  # noqa: S603
        while len(list((out / UNFINISHED).glob("*.shard"))) < 2:
            assert running.poll() is None
            time.sleep(0.005)
        running.send_signal(how)
        assert running.stderr is not None
        return running.wait(timeout=30), running.stderr.read()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["control-c", "kill"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_run_is_taken_up_again(
    pages: Path, undisturbed: dict[str, bytes], tmp_path: Path, how: signal.Signals, jobs: int
) -> None:
    code, said = interrupted(pages, tmp_path, how, jobs)
    if how == signal.SIGINT:
        assert (code, said) == (130, "communique: interrupted; what the output folder held is intact\n")
    assert not (tmp_path / "run.json").exists()
    outcome = run([str(pages)], tmp_path, Settings(), jobs=2)
    assert 0 < outcome.resumed < DOCUMENTS
    assert told(tmp_path) == undisturbed
    assert not (tmp_path / UNFINISHED).exists()
    assert list(findings(tmp_path)) == []


def test_what_was_taken_over_is_told() -> None:
    outcome = Outcome(documents=2, counts=dict.fromkeys(KINDS, 2), published=True, resumed=1)
    taken = "1 document taken over from an earlier run"
    assert last_line(outcome, Path("out")) == f"2 documents, 10 records, {taken}: out"


def left_by_a_full_disk(pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that ends in the middle, with some shards kept."""
    real, calls = disk.write_whole, 0

    def full(path: Path, data: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(unfinished, "write_whole", full)
        with pytest.raises(StoreError, match="No space left on device; free some space and run again"):
            run([str(pages)], out, Settings())


def test_a_full_disk_ends_a_run_that_can_be_taken_up(
    pages: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_by_a_full_disk(pages, tmp_path, monkeypatch)
    assert run([str(pages)], tmp_path, Settings()).resumed > 0
    assert told(tmp_path) == undisturbed


def test_other_rules_take_nothing_over(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left_by_a_full_disk(pages, tmp_path, monkeypatch)
    lexicon = tmp_path / "words.toml"
    lexicon.write_text('titles = ["Grand Inspector"]')
    assert run([str(pages)], tmp_path, Settings(lexicon)).resumed == 0


def test_only_what_changed_is_done_again(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "pages"
    shutil.copytree(pages, copy)
    left_by_a_full_disk(copy, tmp_path / "out", monkeypatch)
    kept = len(list((tmp_path / "out" / UNFINISHED).iterdir()))
    (copy / "000.txt").write_text(build.TEXT, encoding="utf-8")
    outcome = run([str(copy)], tmp_path / "out", Settings())
    assert kept == 3
    assert 0 < outcome.resumed < DOCUMENTS
    assert b"Anbu No. 0 " not in told(tmp_path / "out")["documents.jsonl"]


@pytest.mark.parametrize("harm", ["cut", "emptied", "not archived"])
def test_a_shard_that_is_not_whole_is_made_anew(
    pages: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    left_by_a_full_disk(pages, tmp_path, monkeypatch)
    for path in (tmp_path / UNFINISHED).iterdir():
        match harm:
            case "cut":
                path.write_bytes(path.read_bytes()[:-5])
            case "emptied":
                path.write_bytes(b"")
    if harm == "not archived":
        shutil.rmtree(tmp_path / "archive")
    assert run([str(pages)], tmp_path, Settings()).resumed == 0
    assert told(tmp_path) == undisturbed
    assert list(findings(tmp_path)) == []


def test_the_corpus_gives_the_same_bytes_with_any_number_of_processes(tmp_path: Path) -> None:
    places = [str(CORPUS / name) for name in ("en", "zh", "pages")]
    run(places, tmp_path / "one", Settings())
    run(places, tmp_path / "pool", Settings(), jobs=3)
    assert told(tmp_path / "pool") == told(tmp_path / "one")
    assert len(told(tmp_path / "one")["documents.jsonl"].splitlines()) > 100


def test_a_few_inputs_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a process was started")

    (tmp_path / "a.txt").write_text(build.TEXT, encoding="utf-8")
    monkeypatch.setattr(subprocess, "Popen", never)
    assert run([str(tmp_path / "a.txt")], tmp_path / "out", Settings(), jobs=8).published


def test_the_command_shares_the_work(pages: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    from typer.testing import CliRunner

    done = CliRunner().invoke(app, ["run", str(pages), "-o", str(tmp_path), "--jobs", "2"])
    assert done.exit_code == 1  # one page is empty
    assert "99 documents" in done.stdout
    assert told(tmp_path) == undisturbed
