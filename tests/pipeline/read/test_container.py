"""Office files that cannot be read: each is refused with what it is and what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from pipeline.errors import EncryptedInput, InputError, OldOfficeInput, OversizedInput, UnreadableInput
from pipeline.inputs import OLD_OFFICE, WORD, WORKBOOK, Input
from pipeline.read import read
from tests.pipeline.read.files import word, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
DOCUMENT = word(lambda document: document.add_paragraph("The list of education groups of the bay."))
BOOK = workbook(lambda book: book.worksheets[0].append(("Group", "Leader")))


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + b"\0" * 100


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """An Office file with one part replaced or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return file.getvalue()


def many(data: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as archive:
        for number in range(5_001):
            archive.writestr(f"part{number}", b"")
    return file.getvalue()


LAUGHS = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
MB = 1024 * 1024


@pytest.mark.parametrize("media_type", [WORD, WORKBOOK, OLD_OFFICE])
@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (ole("EncryptedPackage"), EncryptedInput, "is protected with a password; open it with the password, remove"),
        (ole("WordDocument"), OldOfficeInput, r"is an old Word file \(\.doc\), which is not read; save it as \.docx"),
        (ole("Workbook"), OldOfficeInput, r"is an old Excel file \(\.xls\), which is not read; save it as \.xlsx"),
        (ole("Book"), OldOfficeInput, r"is an old Excel file \(\.xls\)"),
        (ole("Contents"), OldOfficeInput, "is an old Office file, which is not read"),
    ],
)
def test_old_and_locked_office_files(data: bytes, error: type[InputError], said: str, media_type: str) -> None:
    with pytest.raises(error, match=f"^a.doc: {said}"):
        read(Input("a.doc", data, media_type))


@pytest.mark.parametrize(
    ("media_type", "data", "main"),
    [(WORD, DOCUMENT, "word/document.xml"), (WORKBOOK, BOOK, "xl/worksheets/sheet1.xml")],
)
@pytest.mark.parametrize(
    ("spoil", "error", "said"),
    [
        (lambda data, main: data[:-200], UnreadableInput, "is a damaged file"),
        (lambda data, main: data[:300] + b"\xff" * 50 + data[350:], UnreadableInput, "is a damaged file"),
        (lambda data, main: b"PK\x03\x04 and nothing more", UnreadableInput, "is a damaged file"),
        (lambda data, main: with_member(data, main, b"<not><xml"), UnreadableInput, "is a damaged "),
        (lambda data, main: with_member(data, main, LAUGHS + b"<a>&c;</a>"), UnreadableInput, "declares entities in"),
        (lambda data, main: with_member(data, main, b" " * 41 * MB), OversizedInput, "has more than 40 MB in"),
        (lambda data, main: with_member(data, "a.bin", b" " * 201 * MB), OversizedInput, "has more than 200 MB once"),
        (lambda data, main: many(data), OversizedInput, "has more than 5,000 parts"),
        (lambda data, main: b"plain words", UnreadableInput, "is a damaged file"),
    ],
)
def test_damaged_files_and_those_made_to_hurt(
    spoil: Callable[[bytes, str], bytes], error: type[InputError], said: str, media_type: str, data: bytes, main: str
) -> None:
    with pytest.raises(error, match=f"^a.office: {said}") as raised:
        read(Input("a.office", spoil(data, main), media_type))
    assert raised.value.remedy
    assert "\n" not in str(raised.value)


def test_a_workbook_among_documents_is_said_to_be_damaged_not_a_bug() -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.docx: is a damaged Word file"):
        read(Input("a.docx", BOOK, WORD))
    with pytest.raises(UnreadableInput, match=r"^a\.xlsx: is a damaged workbook"):
        read(Input("a.xlsx", DOCUMENT, WORKBOOK))
