"""ZIP archives of pages, in the order of their paths, one member unpacked at a time."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import EncryptedInput, InputError, OversizedInput, UnreadableInput
from pipeline.inputs.document import Input, LeftOut, Opened
from pipeline.inputs.files import document, one, read_file, regular
from pipeline.inputs.limits import SIZE_LIMIT, check_size, unopened
from pipeline.inputs.members import charset_of, is_hidden, nothing_read, source_of, why_left_out
from pipeline.inputs.naming import identity, shown
from pipeline.inputs.packing import MOST_TIMES, bomb

LARGEST_DIRECTORY = 32 << 20
"""Bytes of the list of members, which is held in memory: some 300,000 members."""
SMALL = 1 << 20
"""Bytes to which a member may unpack whatever its size."""
END = b"PK\x05\x06"
END_SIZE = 22
END_64 = b"PK\x06\x06"
LONGEST_COMMENT = 0xFFFF
LOCAL_HEADER = 30
"""Bytes that stand before each member, and its name."""
ENCRYPTED = 0x1
IS_UTF8 = 0x800
WINDOWS = 0
"""``create_system`` of programs for DOS and Windows, some of which write ``\\`` between folders."""
UNICODE_PATH = 0x7075
"""The extra field in which some programs give a name in UTF-8 beside the one in the charset of their computer."""
OFFICE = "[Content_Types].xml"
DOWNLOAD = "download it again, or pack it anew"
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError, ValueError)


def open_zip(path: Path, name: str) -> Iterator[Opened]:
    """The pages in a ZIP; an Office file that is called ``.zip`` is a document.

    Members that ask for a password are one error.
    """
    try:
        regular(path, name)
        with path.open("rb") as file:
            _check_directory(file, name)
            with zipfile.ZipFile(file) as archive:
                if any(each.filename == OFFICE for each in archive.infolist()):
                    yield one(name, lambda: read_file(path, identity(path.name), name))
                else:
                    _check_overlaps(archive.infolist(), name)
                    yield from _members(archive, name)
    except InputError as error:
        yield name, error
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError) as error:
        yield name, UnreadableInput(shown(name), f"is no sound ZIP file ({shown(str(error))[:80]})", DOWNLOAD)
    except OSError as error:
        yield name, unopened(name, error)


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[Opened]:
    members = [each for each in _named(archive.infolist()) if not each[0].endswith("/") and not is_hidden(each[0])]
    members.sort(key=lambda each: (each[0], each[1].header_offset))
    locked, taken = [], 0
    for path, member in members:
        source = source_of(path)
        label = f"{name}, {path}"
        if reason := why_left_out(source, is_link=stat.S_ISLNK(member.external_attr >> 16)):
            yield label, LeftOut(shown(label), reason)
            continue
        taken += 1
        if member.flag_bits & ENCRYPTED:
            locked.append(path)
        elif source is not None:
            yield _opened(archive, member, source, label)
    if locked:
        more = f" and {len(locked) - 1} more of its files" if len(locked) > 1 else ""
        problem = f"asks for a password ({shown(locked[0])}{more})"
        yield name, EncryptedInput(shown(name), problem, "unpack it with the password, and name the folder")
    if not taken:
        yield name, nothing_read(name)


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str, label: str) -> Opened:
    def opening() -> Input:
        return document(source, source, label, _data(archive, member, label))

    return one(label, opening)


def _data(archive: zipfile.ZipFile, member: zipfile.ZipInfo, label: str) -> bytes:
    """The bytes of a member, whatever size it says it has. Raises OversizedInput, UnreadableInput."""
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # The unpackers that zipfile has for the others have no bound for what they hold.
        raise UnreadableInput(shown(label), "is packed in an unusual way", "unpack the archive, and name the folder")
    try:
        with archive.open(member) as file:
            data = file.read(SIZE_LIMIT + 1)
    except (*BROKEN, RuntimeError) as error:
        said = shown(str(error))[:80] or "cut short"
        raise UnreadableInput(shown(label), f"is damaged ({said})", DOWNLOAD) from error
    check_size(label, len(data))
    if len(data) > SMALL and len(data) > MOST_TIMES * member.compress_size:
        raise bomb(label)
    return data


def _named(members: Sequence[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Each member with its path; names that say no charset are judged together."""
    raw = [None if each.flag_bits & IS_UTF8 else each.orig_filename.encode("cp437") for each in members]
    charset = charset_of([name for name in raw if name is not None])
    for member, name in zip(members, raw, strict=True):
        path = member.orig_filename if name is None else _unicode_path(member, name) or name.decode(charset)
        yield path.replace("\\", "/") if member.create_system == WINDOWS else path, member


def _unicode_path(member: zipfile.ZipInfo, name: bytes) -> str | None:
    """The name that stands in an extra field, if it is that of this name."""
    extra = member.extra
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == UNICODE_PATH and len(field) > 5 and field[0] == 1:
            if struct.unpack_from("<L", field, 1)[0] != zlib.crc32(name):
                return None
            return field[5:].decode("utf-8", "replace")
    return None


def _check_directory(file: BinaryIO, name: str) -> None:
    """Raises OversizedInput when the list of members is larger than may be held."""
    size = file.seek(0, 2)
    file.seek(max(0, size - LONGEST_COMMENT - END_SIZE - 76))
    tail = file.read()
    file.seek(0)
    if (at := tail.rfind(END)) < 0 or len(tail) - at < END_SIZE:
        return  # zipfile says what is wrong
    (directory,) = struct.unpack_from("<L", tail, at + 12)
    if directory == 0xFFFFFFFF and (end := tail.rfind(END_64, 0, at)) >= 0:
        (directory,) = struct.unpack_from("<Q", tail, end + 40)
    if directory > LARGEST_DIRECTORY:
        raise OversizedInput(shown(name), "has too many members", "pack them as .tar.gz, which is read one by one")


def _check_overlaps(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Raises UnreadableInput when the same bytes belong to several members."""
    end = 0
    for each in sorted(members, key=lambda each: each.header_offset):
        if each.header_offset < end:
            problem = "has members that overlap, which no program writes but one that makes bombs"
            raise UnreadableInput(shown(name), problem, "check where it comes from")
        end = each.header_offset + LOCAL_HEADER + each.compress_size
