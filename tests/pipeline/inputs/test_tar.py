"""tar archives: read as a stream, packed or not; hostile and damaged ones are one line."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.inputs import SIZE_LIMIT, open_inputs, packing
from tests.pipeline.inputs.opened import came_of
from tests.pipeline.inputs.packed import zstd

TEXT = b"Anbu Primary School Education Group was set up."
LONG = "folder/" + "安步小学" * 40 + ".txt"


def packed(*members: str | tuple[str, bytes] | tarfile.TarInfo, form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar of members: paths with a text, paths with their content, or what was made by hand."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=form) as archive:
        for each in members:
            if isinstance(each, tarfile.TarInfo):
                archive.addfile(each)
                continue
            name, data = each if isinstance(each, tuple) else (each, TEXT)
            header = tarfile.TarInfo(name)
            header.size = len(data)
            archive.addfile(header, io.BytesIO(data))
    return written.getvalue()


def special(kind: bytes) -> tarfile.TarInfo:
    header = tarfile.TarInfo("a.txt")
    header.type, header.linkname = kind, "/etc/passwd"
    return header


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.tar", bytes),
        ("a.tar.gz", gzip.compress),
        ("a.tgz", gzip.compress),
        ("a.tar.bz2", bz2.compress),
        ("a.tar.xz", lzma.compress),
        ("a.TAR.XZ", lambda data: lzma.compress(data[:700]) + lzma.compress(data[700:])),
        ("a.tar.zst", zstd),
        ("a.tar", lzma.compress),
    ],
)
def test_pages_come_in_the_order_of_the_archive(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / name).write_bytes(pack(packed("z.txt", "b/10.html", LONG, "./a.txt", ".git/a.txt")))
    came = came_of(tmp_path / name)
    assert came.sources == ["z.txt", "b/10.html", LONG, "a.txt"]
    assert {page.data for page in came.documents.values()} == {TEXT}
    assert (came.errors, came.left_out) == ([], {})


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_long_names_are_read_in_both_forms(tmp_path: Path, form: int) -> None:
    (tmp_path / "a.tar").write_bytes(packed(LONG, "b.txt", form=form))
    assert came_of(tmp_path / "a.tar").sources == [LONG, "b.txt"]


def test_a_name_in_gbk_is_read_as_such(tmp_path: Path) -> None:
    data = packed("x" * len("安步小学.txt".encode("gbk")), form=tarfile.USTAR_FORMAT)
    header = tarfile.TarInfo("安步小学.txt")
    header.size = len(TEXT)
    named = header.tobuf(tarfile.USTAR_FORMAT, "gbk", "strict")
    (tmp_path / "a.tar").write_bytes(named + data[512:])
    assert came_of(tmp_path / "a.tar").sources == ["安步小学.txt"]


@pytest.mark.parametrize(
    ("member", "reason"),
    [
        ("../a.txt", "leads out"),
        ("/etc/a.txt", "leads out"),
        ("inner.zip", "an archive is read only"),
        ("inner.csv", "a manifest is read only"),
        (special(tarfile.SYMTYPE), "a link in an archive is not followed"),
        (special(tarfile.LNKTYPE), "a link in an archive is not followed"),
        (special(tarfile.FIFOTYPE), "a device or pipe"),
        (special(tarfile.CHRTYPE), "a device or pipe"),
        (special(tarfile.GNUTYPE_SPARSE), "a file with holes"),
    ],
)
def test_what_is_no_page_is_left_out(tmp_path: Path, member: str | tarfile.TarInfo, reason: str) -> None:
    (tmp_path / "a.tar").write_bytes(packed(member, "good.txt", form=tarfile.GNU_FORMAT))
    came = came_of(tmp_path / "a.tar")
    assert (came.sources, came.errors) == (["good.txt"], [])
    (said,) = came.left_out.values()
    assert reason in said


def sized(data: bytes, size: bytes) -> bytes:
    """The first header says another size, and its checksum is right."""
    header = data[:124] + size.ljust(12, b"\0") + data[136:148] + b" " * 8 + data[156:512]
    return header[:148] + b"%06o\0 " % sum(header) + header[156:] + data[512:]


TWO = packed("a.txt", "z.txt", form=tarfile.USTAR_FORMAT)


@pytest.mark.parametrize(
    ("data", "problem", "sources"),
    [
        (TWO[:1024] + b"x" * 100 + TWO[1124:] + packed("y.txt"), "is damaged in 1 of its headers", ["a.txt", "y.txt"]),
        (TWO[:1300], "is damaged behind a.txt (the file ends within a header)", ["a.txt"]),
        (TWO[:540], "a.txt: is cut short", []),
        (sized(TWO, b"77777777777"), "a.txt: is cut short", []),
        (sized(packed(LONG, "z.txt"), b"77777777777"), "a description without end", []),
        (sized(TWO, b"\xff" * 12), "a size below zero", []),
        (gzip.compress(TWO, mtime=0)[:60], "is damaged", []),
        (lzma.compress(TWO)[:60], "is damaged", []),
        (b"not a tar at all" * 100, "is damaged in 1 of its headers", []),
        (b"", "no file in this archive that can be read", []),
    ],
)
def test_a_damaged_or_hostile_tar_is_one_line(tmp_path: Path, data: bytes, problem: str, sources: list[str]) -> None:
    (tmp_path / "a.tar").write_bytes(data)
    came = came_of(tmp_path / "a.tar")
    assert (came.sources, len(came.errors)) == (sources, 1)
    assert came.errors[0].startswith("a.tar")
    assert problem in came.errors[0]


@pytest.mark.parametrize(("size", "problem"), [(SIZE_LIMIT + 1, "has more than 20 MB"), (0, "is empty")])
def test_a_member_that_is_no_page_costs_itself(tmp_path: Path, size: int, problem: str) -> None:
    (tmp_path / "a.tar").write_bytes(packed(("bad.txt", b"0" * size), "good.txt"))
    came = came_of(tmp_path / "a.tar")
    assert came.sources == ["good.txt"]
    assert len(came.errors) == 1
    assert came.errors[0].startswith(f"a.tar, bad.txt: {problem}")


def test_a_bomb_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "FREE", 10_000_000)
    (tmp_path / "a.tar.xz").write_bytes(lzma.compress(packed("a.txt", ("b.txt", bytes(60_000_000)), "c.txt")))
    came = came_of(tmp_path / "a.tar.xz")
    assert came.sources == ["a.txt"]
    assert "unpacks to more than 500 times its size" in came.errors[-1]


def test_a_page_that_comes_twice_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(packed("a.txt", "a.txt"))
    came = came_of(tmp_path / "a.tar")
    assert came.sources == ["a.txt"]
    assert "a.tar, a.txt: has the identity 'a.txt'" in came.errors[0]


def test_a_missing_tar(tmp_path: Path) -> None:
    (error,) = open_inputs([str(tmp_path / "none.tar.gz")])
    assert isinstance(error, InputError)
    assert "no such file" in str(error)
