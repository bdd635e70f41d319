"""``run.json`` is read in pieces, whoever wrote it; lists and tables that outgrow memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import SealError
from pipeline.known import known
from pipeline.steps import Result
from pipeline.store.lists import read_seal, sealed
from pipeline.store.seal import SEAL, Failure, LeftOutBlock, LeftOutBlocks, LeftOutInput, Totals
from pipeline.store.spool import Spool
from tests.pipeline import build

BLOCKS = (LeftOutBlock(path="/nav", reason="menu", excerpt='"],\n}'),)
FAILED = Failure(input="c.txt", problem="gone", remedy="look")
LEFT = LeftOutInput(input="d.png", reason="a picture")


def given() -> list[Result]:
    first, second = build.done(build.document("a.txt")), build.done(build.document("b.txt"))
    second = replace(second, left_out=LeftOutBlocks(document=second.document.id, blocks=BLOCKS))
    return [first, second, FAILED, LEFT]


def as_written(folder: Path) -> None:
    """The file as a run leaves it."""


def indented(folder: Path) -> None:
    """The file as another program might write it, in another order."""
    told = json.loads((folder / SEAL).read_text(encoding="utf-8"))
    (folder / SEAL).write_text(json.dumps(dict(sorted(told.items())), indent=4), encoding="utf-8")


def of_an_earlier_version(folder: Path) -> None:
    """Without the totals."""
    told = json.loads((folder / SEAL).read_text(encoding="utf-8"))
    del told["totals"]
    (folder / SEAL).write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize("form", [as_written, indented, of_an_earlier_version])
def test_a_seal_is_read_in_any_form(tmp_path: Path, form: Callable[[Path], None]) -> None:
    build.publish(given(), tmp_path)
    form(tmp_path)
    with sealed(tmp_path / SEAL) as told:
        assert told.seal.totals == Totals(inputs=2, failures=1, left_out=1)
        inputs = told.inputs()
        assert next(inputs).source == "a.txt"
        assert [each.blocks for each in told.blocks_left_out()] == [BLOCKS]  # while another list is half read
        assert [each.source for each in inputs] == ["b.txt"]
        assert list(told.failures()) == [FAILED]
        assert list(told.left_out()) == [LEFT]


def test_empty_lists_are_empty(tmp_path: Path) -> None:
    build.write(tmp_path, build.document())
    told = json.loads((tmp_path / SEAL).read_text(encoding="utf-8"))
    assert (told["failures"], told["left_out"], told["blocks_left_out"]) == ([], [], [])
    with sealed(tmp_path / SEAL) as seal:
        assert [*seal.failures(), *seal.left_out(), *seal.blocks_left_out()] == []


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[]", '{"inputs": 3}', "{\n", '{\n "inputs": [\n ]\n}\n', "\x00" * 20],
)
def test_what_is_no_seal_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / SEAL).write_text(content)
    with pytest.raises(SealError, match="not a seal that this version of communique can read; run communique again"):
        read_seal(tmp_path / SEAL)


def test_a_seal_that_was_cut_off_is_no_seal(tmp_path: Path) -> None:
    build.publish(given(), tmp_path)
    whole = (tmp_path / SEAL).read_bytes()
    for size in range(0, len(whole) - 1, 37):
        (tmp_path / SEAL).write_bytes(whole[:size])
        with pytest.raises(SealError):
            read_seal(tmp_path / SEAL)


def test_an_entry_that_is_none_is_told(tmp_path: Path) -> None:
    build.write(tmp_path, build.document())
    text = (tmp_path / SEAL).read_text(encoding="utf-8")
    (tmp_path / SEAL).write_text(text.replace('"sha256":', '"sha512":', 1), encoding="utf-8")
    with pytest.raises(SealError), sealed(tmp_path / SEAL) as told:
        list(told.inputs())


def test_a_name_stays_as_it_was_first_known() -> None:
    with known() as table:
        assert [table.add("a", "first"), table.add("a", "second"), table.add("\ud800", "half")] == [None, "first", None]
        assert [table.get("a"), table.get("b"), "\ud800" in table, "b" in table] == ["first", None, True, False]


def test_a_spool_gives_back_what_it_took_and_leaves_no_file(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        for entry in (b"one", b"", b"three"):
            spool.add(entry)
        assert list(tmp_path.iterdir()) == []
        assert (spool.entries, list(spool)) == (3, [b"one", b"", b"three"])
