"""What the command line names becomes inputs; what cannot be opened becomes an error of its own."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from pipeline.errors import EmptyInput, InputError, MissingInput, OversizedInput, UnreadableInput
from pipeline.inputs import OLD_OFFICE, PDF, SIZE_LIMIT, WORD, WORKBOOK, Address, Input, LeftOut, Versions, open_inputs


def inputs(*arguments: str | Path) -> list[Input | Versions | Address | InputError | LeftOut]:
    return list(open_inputs([str(each) for each in arguments]))


def sources(opened: list[Input | Versions | Address | InputError | LeftOut]) -> list[str]:
    return [each.source for each in opened if isinstance(each, Input)]


def errors(opened: list[Input | Versions | Address | InputError | LeftOut]) -> list[InputError]:
    return [each for each in opened if isinstance(each, InputError)]


def test_a_file_named_alone_is_identified_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "b.HTM").write_text("<p>two")
    (tmp_path / "notes").write_text("three")
    opened = inputs(tmp_path / "a.txt", tmp_path / "b.HTM", tmp_path / "notes")
    assert sources(opened) == ["a.txt", "b.HTM", "notes"]
    assert [each.media_type for each in opened if isinstance(each, Input)] == ["text/plain", "text/html", "text/plain"]


def test_a_folder_is_read_in_the_order_of_its_posix_paths(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.html", "a.txt", "b.txt", ".hidden/x.txt", "b/.hidden.txt", "c/table.csv", "c/x.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    opened = inputs(tmp_path)
    assert sources(opened) == ["a.txt", "b.txt", "b/10.html", "b/2.txt"]
    left_out = {each.path: each.reason for each in opened if isinstance(each, LeftOut)}
    assert set(left_out) == {"c/table.csv", "c/x.png"}
    assert ".png" in left_out["c/x.png"]


def test_attachments_are_told_by_their_endings_and_before_them_by_their_bytes(tmp_path: Path) -> None:
    files = {
        "a.pdf": (b"%PDF-1.7 ...", PDF),
        "b.docx": (b"PK\x03\x04 word/document.xml", WORD),
        "c.XLSX": (b"PK\x03\x04 xl/workbook.xml", WORKBOOK),
        "d.txt": (b"%PDF-1.4 ...", PDF),
        "e.docx": (b"\xd0\xcf\x11\xe0 ...", OLD_OFFICE),
        "f.html": (b"PK\x03\x04 xl/workbook.xml", WORKBOOK),
    }
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0 ...")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0 ...")
    opened = inputs(tmp_path)
    assert {each.source: each.media_type for each in opened if isinstance(each, Input)} == {
        name: media_type for name, (_, media_type) in files.items()
    }
    assert {each.path: each.reason for each in opened if isinstance(each, LeftOut)} == {
        "old.doc": "an old Word file is not read; save it as .docx",
        "old.xls": "an old Excel file is not read; save it as .xlsx",
    }
    (named,) = inputs(tmp_path / "old.doc")
    assert isinstance(named, Input)
    assert named.media_type == OLD_OFFICE
    (piped,) = open_inputs(["-"], stdin=io.BytesIO(b"%PDF-1.7 ..."))
    assert isinstance(piped, Input)
    assert piped.media_type == PDF


@pytest.mark.parametrize("name", ["two words.txt", "公告.txt", "two\nlines.txt", os.fsdecode(b"caf\xe9.txt")])
def test_weird_names_survive(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("text")
    (source,) = sources(inputs(tmp_path))
    assert source == os.fsencode(name).decode("utf-8", "backslashreplace")
    (error,) = errors(inputs(tmp_path / name, tmp_path / name))
    assert "\n" not in str(error)


def test_links_neither_hang_nor_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    opened = inputs(tmp_path)
    assert sources(opened) == ["a.txt"]
    assert [type(each) for each in errors(opened)] == [MissingInput, UnreadableInput]
    assert [each.path for each in opened if isinstance(each, LeftOut)] == ["again"]


def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (error,) = errors(inputs(tmp_path))
    assert "no regular file" in str(error)


def test_what_cannot_be_opened_is_named_with_a_remedy_and_the_others_are_done(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "good.txt").write_text("text")
    (tmp_path / "folder").mkdir()
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    names = ("missing.txt", "empty.txt", "huge.txt", "folder", "good.txt")
    opened = inputs(*(tmp_path / name for name in names), "ftp://example.org/a", "no\0name")
    kinds = [type(each) for each in opened]
    assert kinds == [MissingInput, EmptyInput, OversizedInput, EmptyInput, Input, UnreadableInput, UnreadableInput]
    for error, name in zip(errors(opened)[:4], names, strict=False):
        assert str(error).startswith(str(tmp_path / name))
        assert error.remedy


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "a.txt").chmod(0)
    (error,) = errors(inputs(tmp_path / "a.txt"))
    assert "permission" in str(error)


def test_two_inputs_with_one_identity_are_an_error_that_names_both(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    opened = inputs(tmp_path / "one" / "a.txt", tmp_path / "two")
    assert sources(opened) == ["a.txt"]
    (error,) = errors(opened)
    assert str(tmp_path / "one" / "a.txt") in str(error)
    assert str(tmp_path / "two" / "a.txt") in str(error)


def test_standard_input_is_identified_by_its_bytes() -> None:
    (page,) = open_inputs(["-"], stdin=io.BytesIO(b"<!doctype html><p>text"))
    assert isinstance(page, Input)
    assert page.media_type == "text/html"
    assert page.source.startswith("stdin:")
    (empty,) = open_inputs(["-"], stdin=io.BytesIO(b""))
    assert isinstance(empty, EmptyInput)
    (none,) = open_inputs(["-"])
    assert isinstance(none, EmptyInput)
