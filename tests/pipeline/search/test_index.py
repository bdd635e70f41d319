"""The index is a cache: made anew whenever it does not fit, never in the way, and never half there."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import SealError
from pipeline.run import Settings, run
from pipeline.search import index
from pipeline.search.hits import hits
from pipeline.search.index import INDEX, answer
from pipeline.search.query import parsed
from pipeline.store.dataset import opened
from tests.pipeline import build
from tests.pipeline.store.harm import change, reseal

OLD = build.document("old.txt")
NEW = build.document("new.txt", "Binhe signs up\n" + build.TEXT)


def found(folder: Path, wanted: str = "signs") -> list[str]:
    with opened(folder) as dataset:
        query = parsed(wanted)
        return [hit.sentence for hit in hits(dataset, query, answer(dataset, query, 10))]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    build.write(tmp_path / "out", OLD)
    return tmp_path / "out"


def text(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribbled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(len(data) // 3, len(data), 64):
        data[at] ^= 0xFF
    path.write_bytes(data)


def other_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE about (other TEXT)")


def without_words(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP TABLE word")


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "documents.jsonl")


@pytest.mark.parametrize("harm", [text, empty, cut, scribbled, other_tables, without_words, pipe, link])
def test_a_damaged_index_is_made_anew(out: Path, harm: Callable[[Path], None]) -> None:
    assert found(out) == ["Anbu signs up"]
    before = (out / "documents.jsonl").read_bytes()
    harm(out / INDEX)
    assert found(out) == ["Anbu signs up"]
    assert (out / "documents.jsonl").read_bytes() == before
    with opened(out) as dataset:
        kept = index._kept(dataset)
        assert kept is not None
        kept.close()


def test_an_index_is_used_as_long_as_it_fits(out: Path) -> None:
    found(out)
    first = (out / INDEX).stat().st_ino
    found(out, "anbu")
    assert (out / INDEX).stat().st_ino == first
    build.write(out, NEW)
    assert found(out) == ["Binhe signs up", "Anbu signs up"]
    assert (out / INDEX).stat().st_ino != first


def test_an_index_of_shards_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(build.TEXT, encoding="utf-8")
    run([str(tmp_path / "a.txt")], tmp_path / "out", Settings(), shards="parquet")
    assert found(tmp_path / "out") == ["Anbu signs up"]
    first = (tmp_path / "out" / INDEX).stat()
    assert found(tmp_path / "out") == ["Anbu signs up"]
    assert (tmp_path / "out" / INDEX).stat().st_ino == first.st_ino
    assert first.st_mode == (tmp_path / "out" / "run.json").stat().st_mode


def test_the_rules_of_permission_are_those_of_the_data_set(out: Path) -> None:
    found(out)
    assert (out / INDEX).stat().st_mode == (out / "documents.jsonl").stat().st_mode


@pytest.mark.parametrize("obstacle", ["folder", "refused"])
def test_a_folder_that_cannot_be_written_is_searched_all_the_same(
    out: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    if obstacle == "folder":
        (out / INDEX).mkdir()
        (out / INDEX / "x").touch()
    else:

        def refused(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("tempfile.mkstemp", refused)
    before = sorted(path.name for path in out.iterdir())
    assert found(out) == ["Anbu signs up"]
    assert sorted(path.name for path in out.iterdir()) == before


@pytest.mark.parametrize("place", [7, -1, 10**9, 10**18])
def test_an_index_that_leads_elsewhere_is_told(out: Path, place: int) -> None:
    build.write(out, OLD, NEW)
    found(out)
    with closing(sqlite3.connect(out / INDEX)) as connection, connection:
        connection.execute("UPDATE document SET place = ?", (place,))
    with pytest.raises(SealError, match=r"search\.sqlite: is not of this data set; remove it and search again"):
        found(out)


def test_a_damaged_data_set_is_told_and_leaves_no_index(out: Path) -> None:
    change("records.jsonl", '"kind":"date"', '"kind":"data"')(out)
    reseal(out)
    with pytest.raises(SealError, match="line 3 is no record"):
        found(out)
    assert sorted(path.name for path in out.iterdir() if path.name.startswith(INDEX)) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.search import index
from tests.pipeline.search.test_index import found
real = index._units
def dying(document, records):
    if document.source == "new.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return real(document, records)
index._units = dying
found(Path(sys.argv[1]))
"""


def test_a_search_that_is_killed_as_it_makes_the_index_leaves_none(out: Path) -> None:
    build.write(out, OLD, NEW)
    root = Path(__file__).parents[3]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(out)], cwd=root, check=False)  # noqa: S603
    assert killed.returncode == -signal.SIGKILL
    (left,) = (path for path in out.iterdir() if path.name.startswith(INDEX))
    assert left.name.endswith(".part")
    assert len(found(out)) == 3
    assert left.exists()  # its maker might still be at work
    os.utime(left, (time.time() - 2 * index.ABANDONED,) * 2)
    (out / INDEX).unlink()
    found(out)
    assert not left.exists()
