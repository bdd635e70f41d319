"""The ZIP archive that an Office file is, opened with care; and what the old Office files are."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from pipeline.errors import EncryptedInput, InputError, OldOfficeInput, OversizedInput, UnreadableInput
from pipeline.inputs import OLD_OFFICE, Input, attached, shown

MOST_UNPACKED = 200 * 1024 * 1024
"""How many bytes all parts of an Office file may have together once they are unpacked."""
MOST_XML = 40 * 1024 * 1024
"""How many bytes one part that is read may have: its tree takes some ten times as much memory."""
MOST_MEMBERS = 5_000
DAMAGED = "download it again, or open it in an Office program and save it anew"
CONTENTS = "[Content_Types].xml"
STREAMS = (
    ("EncryptedPackage", None, ""),
    ("WordDocument", "an old Word file (.doc)", "save it as .docx"),
    ("Workbook", "an old Excel file (.xls)", "save it as .xlsx"),
    ("Book", "an old Excel file (.xls)", "save it as .xlsx"),
    ("PowerPoint Document", "an old PowerPoint file (.ppt)", "save its text as a .txt file"),
)
"""What an OLE file is by the name of its main stream."""
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def office_parts(source: Input) -> dict[str, bytes]:
    """The XML parts of an Office file by name, unpacked.

    Raises EncryptedInput, OldOfficeInput, OversizedInput for an archive that unpacks to too much, UnreadableInput for
    a damaged one, one with entities in its XML, or another kind of file.
    """
    name = shown(source.source)
    if attached(source.data) == OLD_OFFICE:
        raise old_office(source)
    try:
        with zipfile.ZipFile(BytesIO(source.data)) as archive:
            members = archive.infolist()
            _check_sizes(name, members)
            parts = {each.filename.lstrip("/"): archive.read(each) for each in members if _is_xml(each.filename)}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise UnreadableInput(name, f"is a damaged file ({shown(str(error)) or 'cut short'})", DAMAGED) from error
    except (NotImplementedError, RuntimeError) as error:
        raise EncryptedInput(name, "is packed with a password or in a way of its own", DAMAGED) from error
    if CONTENTS not in parts:
        raise UnreadableInput(name, f"is a damaged file (it has no {CONTENTS})", DAMAGED)
    if entities := next((part for part, content in parts.items() if DOCTYPE.search(content)), None):
        raise UnreadableInput(name, f"declares entities in {shown(entities)}, as no Office program does", DAMAGED)
    return parts


def old_office(source: Input) -> InputError:
    """The clear error for an OLE file: one with a password, or of a format before 2007."""
    name = shown(source.source)
    for stream, kind, remedy in STREAMS:
        if stream.encode("utf-16-le") not in source.data:
            continue
        if kind is None:
            remedy = "open it with the password, remove the password and save it again"
            return EncryptedInput(name, "is protected with a password", remedy)
        return OldOfficeInput(name, f"is {kind}, which is not read", remedy)
    return OldOfficeInput(name, "is an old Office file, which is not read", "save it as .docx or .xlsx")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _check_sizes(name: str, members: list[zipfile.ZipInfo]) -> None:
    """Raises OversizedInput by what the archive says of itself; zipfile unpacks no more of a member than that."""
    remedy = "save its text as a .txt file, or split it"
    if len(members) > MOST_MEMBERS:
        raise OversizedInput(name, f"has more than {MOST_MEMBERS:,} parts", remedy)
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        limit = MOST_UNPACKED // 1024 // 1024
        raise OversizedInput(name, f"has more than {limit} MB once it is unpacked", remedy)
    for member in members:
        if _is_xml(member.filename) and member.file_size > MOST_XML:
            limit = MOST_XML // 1024 // 1024
            part = shown(member.filename)
            raise OversizedInput(name, f"has more than {limit} MB in {part} once it is unpacked", remedy)
