"""tar archives of pages, packed or not: read once from begin to end, in the order in which they were packed.

The headers are read here, not by ``tarfile.open``, which keeps a list of all members, takes the size of a long name
from the archive, and ends in silence at the first header that is damaged.
"""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError, UnreadableInput
from pipeline.inputs.document import Input, LeftOut, Opened
from pipeline.inputs.files import document, one, regular
from pipeline.inputs.limits import SIZE_LIMIT, unopened
from pipeline.inputs.members import charset_of, is_hidden, nothing_read, source_of, why_left_out
from pipeline.inputs.naming import identity, shown
from pipeline.inputs.packing import DAMAGED, unpacked

BLOCK = tarfile.BLOCKSIZE
LONGEST_NAME = 1 << 20
"""Bytes that the description of one member may have."""
CHUNK = 1 << 20
DESCRIBED = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
LONG_NAMES = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
SPARSE = "a file with holes is not read; pack it without them (no --sparse)"
DEVICE = "a device or pipe is no document"
COPY = "copy or download it again; the pages before are read"


class DamagedTar(Exception):
    """The archive cannot be read on."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member whose content the stream stands at."""

    header: tarfile.TarInfo
    name: str
    size: int
    sparse: bool

    def why_left_out(self, source: str | None) -> str | None:
        """Why it is left out; None when it is to be read."""
        is_link = self.header.islnk() or self.header.issym()
        if not is_link and not self.header.isreg():
            return DEVICE
        return why_left_out(source, is_link=is_link) or (SPARSE if self.sparse else None)


def open_tar(path: Path, name: str) -> Iterator[Opened]:
    """The pages in a tar; behind a damaged header it goes on with the next that is sound."""
    last, taken = "its begin", 0
    try:
        regular(path, name)
        with path.open("rb") as file:
            tar = Tar(unpacked(file, name))
            for member in tar.members():
                last = member.name
                if member.header.isdir() or is_hidden(member.name):
                    continue
                source = source_of(member.name)
                label = f"{name}, {member.name}"
                if (reason := member.why_left_out(source)) is None and source is not None:
                    taken += 1
                    yield _opened(tar, member, source, label)
                else:
                    yield label, LeftOut(shown(label), reason or "")
            if tar.damaged:
                problem = f"is damaged in {tar.damaged} of its headers"
                yield name, UnreadableInput(shown(name), problem, "copy or download it again; what is sound is read")
            elif not taken:
                yield name, nothing_read(name)
    except InputError as error:
        yield name, error
    except (DamagedTar, *DAMAGED) as error:
        if isinstance(error, OSError) and not taken and error.errno:
            yield name, unopened(name, error)
            return
        problem = f"is damaged behind {shown(last)} ({shown(str(error)) or type(error).__name__})"
        yield name, UnreadableInput(shown(name), problem, COPY)


def _opened(tar: Tar, member: Member, source: str, label: str) -> Opened:
    def opening() -> Input:
        data = tar.content(SIZE_LIMIT + 1)
        if len(data) < min(member.size, SIZE_LIMIT + 1):
            raise UnreadableInput(shown(label), "is cut short", "copy or download the archive again")
        return document(source, source, label, data)

    return one(label, opening)


class Tar:
    """A stream of members. ``content`` reads of the one that was given last; the rest of it is passed over."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._left = 0
        self._padding = 0
        self.damaged = 0
        """How many headers are damaged."""

    def members(self) -> Iterator[Member]:
        """The members in their order. Raises DamagedTar, and what the stream raises."""
        told: dict[str, str] = {}
        while (header := self._header()) is not None:
            if header.type in DESCRIBED:
                described = _described(self._told(header))
                told |= described if header.type != tarfile.XGLTYPE else {}
            elif header.type in LONG_NAMES:
                long = self._told(header).partition(b"\0")[0]
                told |= {"path": _decoded(long)} if header.type == tarfile.GNUTYPE_LONGNAME else {}
            else:
                member = self._member(header, told)
                told = {}
                yield member

    def content(self, most: int) -> bytes:
        """The next bytes of the member, at most so many."""
        data = self._stream.read(min(most, self._left))
        self._left -= len(data)
        return data

    def _member(self, header: tarfile.TarInfo, told: dict[str, str]) -> Member:
        name = told.get("path") or _decoded(os.fsencode(header.name))
        size = header.size
        if (stated := told.get("size", "")).isdecimal():
            size = int(stated[:20])
        sparse = header.type == tarfile.GNUTYPE_SPARSE or any(key.startswith("GNU.sparse") for key in told)
        # Headers of unknown types have content too.
        self._stand_at(size if header.isreg() or header.type not in tarfile.SUPPORTED_TYPES else 0)
        return Member(header, name.rstrip("/"), size, sparse)

    def _header(self) -> tarfile.TarInfo | None:
        """The next header that is sound; None at the end. Raises DamagedTar when there is none at all."""
        self._pass_over(self._left + self._padding)
        self._left = self._padding = 0
        first, sound = True, True
        while len(block := self._stream.read(BLOCK)) == BLOCK:
            if not block.strip(b"\0"):
                if sound:
                    return None
                continue
            try:
                return tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
            except (tarfile.HeaderError, ValueError):
                self.damaged += first
                first = sound = False
        if block and sound:
            raise DamagedTar("the file ends within a header")
        return None

    def _told(self, header: tarfile.TarInfo) -> bytes:
        """The content of a member that describes the next one. Raises DamagedTar."""
        if header.size > LONGEST_NAME:
            raise DamagedTar("a member has a description without end")
        self._stand_at(header.size)
        return self.content(header.size)

    def _stand_at(self, size: int) -> None:
        if size < 0:
            raise DamagedTar("a member has a size below zero")
        self._left, self._padding = size, -size % BLOCK

    def _pass_over(self, size: int) -> None:
        while size > 0 and (data := self._stream.read(min(size, CHUNK))):
            size -= len(data)


def _described(data: bytes) -> dict[str, str]:
    """The fields of a pax header: ``30 path=news/a.html`` and a line end, the length first.

    >>> _described(b"20 path=news/a.html\\n")
    {'path': 'news/a.html'}
    """
    found: dict[str, str] = {}
    while data:
        length, _, _ = data.partition(b" ")
        if not length.isdigit() or not 0 < (size := int(length[:10])) <= len(data):
            break
        key, _, value = data[len(length) + 1 : size].removesuffix(b"\n").partition(b"=")
        found[key.decode("utf-8", "replace")] = _decoded(value)
        data = data[size:]
    return found


def _decoded(name: bytes) -> str:
    """A name in the charset that it is in, which no header says."""
    charset = charset_of([name])
    return identity(os.fsdecode(name)) if charset == "cp437" else name.decode(charset)
