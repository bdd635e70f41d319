"""Shards of Parquet hold what the lines hold, and are made anew only where something changed."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import duckdb
import polars
import pytest

from pipeline import load
from pipeline.errors import SealError, StoreError
from pipeline.executors.batches import Size
from pipeline.run import Settings
from pipeline.run import run as whole_run
from pipeline.store import disk, sharded
from pipeline.store.dataset import opened
from pipeline.store.verify import findings
from tests.pipeline import build

DOCUMENTS = 60


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.run.SHARD", Size(inputs=8))
        yield


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("given") / "pages"
    folder.mkdir()
    for number in range(DOCUMENTS):
        text = build.TEXT.replace("Anbu", f"Anbu No. {number}")
        (folder / f"{number:03}.txt").write_text(f"{text}\u2028\n", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def made(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run makes of the pages; each test has a copy of its own."""
    folder = tmp_path_factory.mktemp("made")
    run(pages, folder)
    return folder


@pytest.fixture(scope="module")
def whole(pages: Path, other: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run with other rules makes of the pages."""
    folder = tmp_path_factory.mktemp("whole")
    run(pages, folder, other)
    return folder


@pytest.fixture
def out(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "out"))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    lexicon = tmp_path_factory.mktemp("other") / "words.toml"
    lexicon.write_text('titles = ["Grand Inspector"]')
    return Settings(lexicon)


def run(pages: Path, out: Path, settings: Settings | None = None) -> int:
    """Write shards; how many documents were taken over."""
    outcome = whole_run([str(pages)], out, settings or Settings(), shards="parquet")
    assert outcome.published
    return outcome.resumed


def test_shards_hold_the_lines_of_the_other_form(pages: Path, out: Path, tmp_path: Path) -> None:
    whole_run([str(pages)], tmp_path / "lines", Settings())
    with opened(out) as shards, opened(tmp_path / "lines") as lines:
        assert shards.documents_file.read() == lines.documents_file.read()
        assert shards.records_file.read() == lines.records_file.read()
    assert list(findings(out)) == []
    assert sorted(path.name for path in out.iterdir()) == [".lock", "archive", "run.json", "shards", "shards.jsonl"]


def test_the_manifest_names_inputs_rules_and_settings(out: Path) -> None:
    shards = [json.loads(line) for line in (out / "shards.jsonl").read_text(encoding="utf-8").splitlines()]
    seal = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert len(shards) > 3
    assert [each["source"] for shard in shards for each in shard["inputs"]] == [f"{n:03}.txt" for n in range(DOCUMENTS)]
    assert {(shard["rules_version"], json.dumps(shard["settings"])) for shard in shards} == {
        (seal["rules_version"], json.dumps(seal["settings"]))
    }
    assert sum(shard["records"] for shard in shards) == sum(seal["counts"].values())


def test_polars_and_duckdb_read_the_tables(out: Path) -> None:
    documents = polars.read_parquet(out / "shards" / "*.documents.parquet")
    assert sorted(documents["source"]) == [f"{number:03}.txt" for number in range(DOCUMENTS)]
    place = out / "shards" / "*.records.parquet"
    name = "json_extract_string(json, '$.name.value')"
    query = f"select count(*), min({name}) from '{place}' where kind = 'group'"  # noqa: S608
    with duckdb.connect() as database:
        assert database.execute(query).fetchall() == [(DOCUMENTS, "Anbu No. 0 Primary School Education Group")]


def test_exports_read_shards(out: Path) -> None:
    assert len(load(out).groups) == DOCUMENTS


def test_what_is_unchanged_is_kept_as_it_is(pages: Path, tmp_path: Path) -> None:
    pages, out = Path(shutil.copytree(pages, tmp_path / "pages")), tmp_path / "out"
    run(pages, out)
    before = {path.name: path.stat().st_mtime_ns for path in (out / "shards").iterdir()}
    (pages / "030.txt").write_text(build.TEXT, encoding="utf-8")
    taken = run(pages, out)
    after = {path.name: path.stat().st_mtime_ns for path in (out / "shards").iterdir()}
    assert DOCUMENTS // 2 < taken < DOCUMENTS
    assert len(before.items() - after.items()) == 3  # one shard: its two tables and its outline
    assert len(after) == len(before)
    assert list(findings(out)) == []


def test_other_rules_make_all_anew(pages: Path, out: Path, other: Settings) -> None:
    before = {path.name for path in (out / "shards").iterdir()}
    assert run(pages, out, other) == 0
    assert before.isdisjoint(path.name for path in (out / "shards").iterdir())


def test_the_other_form_takes_its_place(pages: Path, out: Path) -> None:
    whole_run([str(pages)], out, Settings())
    names = [".lock", "archive", "documents.jsonl", "records.jsonl", "run.json"]
    assert sorted(path.name for path in out.iterdir()) == names
    run(pages, out)
    assert sorted(path.name for path in out.iterdir()) == [".lock", "archive", "run.json", "shards", "shards.jsonl"]


def test_a_full_folder_for_temporary_files_is_named(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharded, "TemporaryFile", lambda: Path("/dev/full").open("wb"))  # noqa: SIM115
    monkeypatch.setattr(sharded, "gettempdir", lambda: "/scratch")
    said = r"^/scratch: cannot be written: No space left on device; free some space"
    with pytest.raises(StoreError, match=said), opened(out):
        pytest.fail("it was opened")


class CutError(Exception):
    """Stands for a process that is killed."""


def full_disk(pages: Path, out: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that ends in the middle, with some shards written."""
    real, calls = disk.write_whole, count(1)

    def write_whole(path: Path, data: bytes) -> None:
        if next(calls) == 8:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(sharded, "write_whole", write_whole)
        with pytest.raises(StoreError, match="No space left on device; free some space and run again"):
            run(pages, out, settings)


def test_a_run_that_is_stopped_adds_nothing_to_the_tables_and_is_taken_up(
    pages: Path, out: Path, other: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = sorted((out / "shards").iterdir())
    full_disk(pages, out, other, monkeypatch)
    assert sorted((out / "shards").iterdir()) == former
    assert list(findings(out)) == []
    assert 0 < run(pages, out, other) < DOCUMENTS
    assert set(former).isdisjoint((out / "shards").iterdir())
    assert sorted(path.name for path in out.iterdir()) == [".lock", "archive", "run.json", "shards", "shards.jsonl"]
    assert list(findings(out)) == []


def test_what_a_stopped_run_of_either_form_left_goes_with_the_next_run_of_the_other(
    pages: Path, out: Path, other: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_disk(pages, out, other, monkeypatch)
    assert (out / ".unfinished").is_dir()
    whole_run([str(pages)], out, Settings())
    assert not (out / ".unfinished").exists()
    (out / ".unfinished").mkdir()
    (out / ".unfinished" / "0123.shard").write_bytes(b"")
    run(pages, out)
    assert not (out / ".unfinished").exists()


@pytest.mark.parametrize("at", [1, 2, 3, 5])
def test_a_run_that_is_cut_while_its_shards_are_moved_is_whole(
    pages: Path, out: Path, other: Settings, whole: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    real, calls = os.replace, count(1)

    def replace(source: Path, target: Path) -> None:
        if target.parent.name == "shards" and next(calls) == at:
            raise CutError
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(CutError):
            run(pages, out, other)
    assert list(findings(out)) == []
    with opened(out) as found, opened(whole) as wanted:
        assert found.records_file.read() == wanted.records_file.read()
    assert run(pages, out, other) == DOCUMENTS
    assert sorted(path.name for path in (out / "shards").iterdir()) == sorted(
        path.name for path in (whole / "shards").iterdir()
    )


def test_a_harmed_shard_does_not_stand_in_the_way_of_the_one_that_is_made_anew(pages: Path, out: Path) -> None:
    sound = table(out).read_bytes()
    table(out).write_bytes(b"PAR1")
    shutil.rmtree(out / "archive")
    assert run(pages, out) == 0
    assert table(out).read_bytes() == sound
    assert list(findings(out)) == []


def table(out: Path) -> Path:
    return min((out / "shards").glob("*.records.parquet"))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda out: table(out).unlink(), ".records.parquet"),
        (lambda out: table(out).write_bytes(b"PAR1"), ".records.parquet"),
        (lambda out: (out / "shards.jsonl").unlink(), "shards.jsonl is missing"),
        (lambda out: (out / "shards.jsonl").write_text(""), "shards.jsonl"),
    ],
)
def test_shards_that_are_not_as_they_were_sealed_are_refused_and_found(
    pages: Path, out: Path, harm: Callable[[Path], object], said: str
) -> None:
    harm(out)
    assert any(said in finding for finding in findings(out))
    with pytest.raises(SealError, match=said), opened(out):
        pytest.fail("it was opened")
    run(pages, out)
    assert list(findings(out)) == []
