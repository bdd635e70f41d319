"""ZIP archives: what is a page in them, what is not, and what was made to do harm."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.inputs import SIZE_LIMIT, Input, open_inputs
from tests.pipeline.inputs.opened import came_of

TEXT = b"Anbu Primary School Education Group was set up."


def written(path: Path, *members: str | zipfile.ZipInfo, data: bytes = TEXT) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            archive.writestr(member, data)
    return path


def member(name: str, **settings: int) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo(name)
    for key, value in settings.items():
        setattr(found, key, value)
    return found


def raw_named(path: Path, *names: bytes) -> Path:
    """A ZIP whose names are bytes without a word on their charset, as programs on Windows write them."""
    places = [chr(ord("p") + number) * len(name) for number, name in enumerate(names)]
    data = written(path, *places).read_bytes()
    for place, name in zip(places, names, strict=True):
        data = data.replace(place.encode(), name)
    path.write_bytes(data)
    return path


def test_the_members_are_read_as_the_files_of_a_folder(tmp_path: Path) -> None:
    names = ("b/2.txt", "b/10.html", "a.txt", ".hidden/x.txt", "__MACOSX/a.txt", "b/.DS_Store", "c/list.csv", "c/x.png")
    (tmp_path / "folder").mkdir()
    for name in names:
        (tmp_path / "folder" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "folder" / name).write_bytes(TEXT)
    came, folder = came_of(written(tmp_path / "pages.zip", *names, "b/")), came_of(tmp_path / "folder")
    assert came.sources == ["a.txt", "b/10.html", "b/2.txt"]
    assert {name: page for name, page in folder.documents.items() if "MACOSX" not in name} == came.documents
    assert came.left_out == {f"pages.zip, {name}": reason for name, reason in folder.left_out.items()}
    assert came.documents["b/10.html"].media_type == "text/html"
    assert came.errors == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../a.txt", "leads out"),
        ("a/../../b.txt", "leads out"),
        ("/etc/a.txt", "leads out"),
        ("C:/a.txt", "leads out"),
        ("inner.zip", "an archive is read only"),
        ("inner.tar.gz", "an archive is read only"),
        ("crawl.warc.gz", "an archive is read only"),
        ("rows.jsonl", "a manifest is read only"),
        ("old.doc", "save it as .docx"),
        ("a.exe", "files of kind .exe are not read"),
    ],
)
def test_what_is_no_page_is_left_out_with_its_reason(tmp_path: Path, name: str, reason: str) -> None:
    came = came_of(written(tmp_path / "pages.zip", name, "good.txt"))
    assert came.sources == ["good.txt"]
    assert reason in came.left_out[f"pages.zip, {name}"]
    assert came.errors == []


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    came = came_of(written(tmp_path / "pages.zip", member("a.txt", external_attr=0o120777 << 16, create_system=3)))
    assert came.left_out == {"pages.zip, a.txt": "a link in an archive is not followed"}
    assert "no file in this archive that can be read" in came.errors[0]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            [n.encode("gbk") for n in ("安步小学.txt", "第二小学教育集团.html")],
            ["安步小学.txt", "第二小学教育集团.html"],
        ),
        (["龍華區莞城中學教育集團.txt".encode("big5")], ["龍華區莞城中學教育集團.txt"]),
        (["安步小学.txt".encode()], ["安步小学.txt"]),
        (["Übung über München.txt".encode("cp437")], ["Übung über München.txt"]),
        (["notes café.txt".encode("cp437")], ["notes café.txt"]),
        (["公告\\安步小学.txt".encode("gbk")], ["公告/安步小学.txt"]),
    ],
)
def test_names_without_a_charset_are_read_as_what_they_are(
    tmp_path: Path, names: list[bytes], expected: list[str]
) -> None:
    path = raw_named(tmp_path / "pages.zip", *names)
    path.write_bytes(path.read_bytes().replace(b"PK\x01\x02\x14\x03", b"PK\x01\x02\x14\x00"))  # written on Windows
    assert sorted(came_of(path).sources) == sorted(expected)


def test_a_name_in_utf8_beside_the_other_one_is_taken(tmp_path: Path) -> None:
    plain = "caf.txt"
    field = struct.pack("<BL", 1, zlib.crc32(plain.encode())) + "安步小学.txt".encode()
    named = zipfile.ZipInfo(plain)
    named.extra = struct.pack("<HH", 0x7075, len(field)) + field
    assert came_of(written(tmp_path / "pages.zip", named)).sources == ["安步小学.txt"]


def test_an_office_file_is_a_document_whatever_it_is_called(tmp_path: Path) -> None:
    written(tmp_path / "list.zip", "[Content_Types].xml", "word/document.xml")
    (page,) = open_inputs([str(tmp_path / "list.zip")])
    assert isinstance(page, Input)
    assert (page.source, page.media_type.rpartition(".")[2]) == ("list.zip", "document")


def locked(data: bytes) -> bytes:
    """Both headers of the first member say that it is encrypted."""
    local, central = data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8
    return b"".join((data[:local], b"\x01", data[local + 1 : central], b"\x01", data[central + 1 :]))


def understated(data: bytes) -> bytes:
    """A header says that the first member unpacks to ten bytes."""
    size = data.index(b"PK\x01\x02") + 24
    return data[:size] + struct.pack("<L", 10) + data[size + 4 :]


def overlapping(data: bytes) -> bytes:
    """The list of members names the first of them a second time."""
    end = data.rindex(b"PK\x05\x06")
    begin = data.index(b"PK\x01\x02")
    entry = data[begin:end].replace(b"a.txt", b"b.txt", 1)
    count, size = struct.unpack_from("<H", data, end + 10)[0] + 1, end - begin + len(entry)
    tail = struct.pack("<HHLL", count, count, size, begin)
    return data[:end] + entry + data[end : end + 8] + tail + data[end + 20 :]


def flipped(data: bytes) -> bytes:
    """A byte of the first member's content is another."""
    at = data.index(b"a.txt") + 15
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def endless(data: bytes) -> bytes:
    """The list of members claims 4 GB."""
    at = data.rindex(b"PK\x05\x06") + 12
    return data[:at] + struct.pack("<L", 0xFFFFFFF0) + data[at + 4 :]


@pytest.mark.parametrize(
    ("harm", "problem", "sources"),
    [
        (locked, "asks for a password (a.txt)", ["z.txt"]),
        (understated, "a.txt: is damaged", ["z.txt"]),
        (overlapping, "members that overlap", []),
        (flipped, "a.txt: is damaged", ["z.txt"]),
        (endless, "has too many members", []),
        (lambda data: data[:-30], "is no sound ZIP file", []),
        (lambda data: b"not a ZIP at all", "is no sound ZIP file", []),
        (lambda data: b"", "is no sound ZIP file", []),
    ],
)
def test_a_damaged_or_hostile_zip_is_one_line(
    tmp_path: Path, harm: Callable[[bytes], bytes], problem: str, sources: list[str]
) -> None:
    path = written(tmp_path / "pages.zip", "a.txt", "z.txt")
    path.write_bytes(harm(path.read_bytes()))
    came = came_of(path)
    assert (came.sources, len(came.errors)) == (sources, 1)
    assert problem in came.errors[0]
    assert came.errors[0].startswith("pages.zip")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"0" * (SIZE_LIMIT + 1), "has more than 20 MB"),
        (b"0" * SIZE_LIMIT, "unpacks to more than 500 times its size"),
        (b" \n ", "is empty"),
    ],
)
def test_a_member_that_is_no_page_costs_itself(tmp_path: Path, data: bytes, problem: str) -> None:
    path = written(tmp_path / "pages.zip", "good.txt")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bad.txt", data)
    came = came_of(path)
    assert came.sources == ["good.txt"]
    assert len(came.errors) == 1
    assert came.errors[0].startswith(f"pages.zip, bad.txt: {problem}")


def test_two_members_with_one_path_and_packings_of_other_kinds(tmp_path: Path) -> None:
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("./a.txt", TEXT)
        archive.writestr(member("b.txt", compress_type=zipfile.ZIP_BZIP2), TEXT)
    came = came_of(path)
    assert came.sources == ["a.txt"]
    assert [error.partition(": ")[0] for error in came.errors] == ["pages.zip, a.txt", "pages.zip, b.txt"]


def test_a_missing_zip_and_one_that_is_a_folder(tmp_path: Path) -> None:
    (error,) = open_inputs([str(tmp_path / "none.zip")])
    assert isinstance(error, InputError)
    assert "no such file" in str(error)
