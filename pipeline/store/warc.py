"""The archive of what was fetched: WARC 1.1 files in ``archive/``, gzip per record, only ever appended to.

One exchange is three records: the answer (``response``, or ``revisit`` for a 304), the ``request`` (none for an answer
that was taken over from another archive), and last a ``metadata`` record that says what the exchange was for, so that
an exchange whose metadata is there is whole. Files of a folder source are ``resource`` records with their metadata.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import mmap
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import quote, unquote
from uuid import uuid4

from warcio.warcwriter import WARCWriter

from pipeline.clock import stamp
from pipeline.fetch.client import Exchange, agent
from pipeline.inputs import shown
from pipeline.store.archive import ARCHIVE
from pipeline.store.disk import settle, told, write_whole

Role = Literal["page", "attachment", "listing", "robots"]
ROTATE = 1_000_000_000
"""Bytes after which a new file is begun."""
SUFFIX = ".warc.gz"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
FIELDS = "application/warc-fields"
MAGIC = b"\x1f\x8b\x08"
"""How a gzip member begins."""
HEAD = re.compile(rb"WARC/\d\.\d+\r?\n(?:WARC|Content)-", re.IGNORECASE)
"""How a record begins: ``WARC/1.0``, then a field."""
PREFIX = "communique-"
"""How the names of our own fields in a metadata record begin; ``via`` is the field's own name for it."""

CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
SAFE = " :/?#[]@!$&'()*+,;=~"
"""What stands in a field as it is; line ends and percent signs are escaped."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What an exchange was for.

    ``page`` is the address as it was listed, before redirects, or the identity of a file; ``via`` the address that
    named it; ``source`` the name of the source.
    """

    role: Role
    source: str
    page: str
    via: str | None = None
    language: str | None = None

    def lines(self) -> bytes:
        """The notes as the fields of a metadata record."""
        found = []
        for each in fields(self):
            if (value := getattr(self, each.name)) is not None:
                name = each.name if each.name == "via" else PREFIX + each.name
                found.append(f"{name}: {quote(value, safe=SAFE)}\r\n")
        return "".join(found).encode()

    @classmethod
    def of(cls, lines: bytes) -> Notes | None:
        """The notes in a metadata record; None when they are another program's."""
        found: dict[str, str] = {}
        for line in lines.decode("utf-8", "replace").splitlines():
            name, _, value = line.partition(": ")
            found[name.removeprefix(PREFIX)] = unquote(value)
        if found.get("role") not in get_args(Role) or "source" not in found or "page" not in found:
            return None
        return cls(
            role=found["role"],  # type: ignore[arg-type]
            source=found["source"],
            page=found["page"],
            via=found.get("via"),
            language=found.get("language"),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: the name of the file in ``archive/``, and its offset in bytes."""

    file: str
    offset: int


class Archive:
    """The WARC files of one data set, open for appending. One thread at a time."""

    def __init__(self, folder: Path, rotate: int = ROTATE) -> None:
        self.folder = folder / ARCHIVE
        self.rotate = rotate

    def files(self) -> list[Path]:
        """The WARC files that ``sync`` wrote, in the order in which they were begun."""
        return sorted(self.folder.glob(f"communique-*{SUFFIX}"), key=lambda path: (_number(path), path.name))

    def add(self, exchange: Exchange, notes: Notes, refers_to: datetime | None = None) -> Place:
        """Append an exchange; ``refers_to`` is when the page was captured that a 304 confirms. Raises StoreError."""
        written = BytesIO()
        status = exchange.message.status
        payload = exchange.message.payload
        headers = {
            "WARC-Date": stamp(exchange.at),
            "WARC-Payload-Digest": _digest(payload),
        }
        if exchange.ip:
            headers["WARC-IP-Address"] = exchange.ip
        if status == 304:
            headers |= {"WARC-Profile": NOT_MODIFIED, "WARC-Refers-To-Target-URI": exchange.url}
            if refers_to:
                headers["WARC-Refers-To-Date"] = stamp(refers_to)
        answer = _record(written, "revisit" if status == 304 else "response", exchange.url, exchange.response, headers)
        concurrent = {"WARC-Date": stamp(exchange.at), "WARC-Concurrent-To": answer}
        if exchange.request:
            _record(written, "request", exchange.url, exchange.request, concurrent)
        _record(written, "metadata", exchange.url, notes.lines(), concurrent)
        return self._append(written.getvalue())

    def add_file(self, data: bytes, media_type: str, at: datetime, notes: Notes) -> Place:
        """Append the bytes of a file as a ``resource``. Raises StoreError."""
        written = BytesIO()
        uri = "file:///" + quote(notes.page)
        dated = {"WARC-Date": stamp(at)}
        answer = _record(written, "resource", uri, data, dated, media_type)
        _record(written, "metadata", uri, notes.lines(), dated | {"WARC-Concurrent-To": answer})
        return self._append(written.getvalue())

    def cut(self, file: str, end: int) -> None:
        """Drop what a killed run left half-written behind the last whole exchange of a file. Raises StoreError."""
        with told(self.folder, "written"):
            path = self.folder / file
            if path.stat().st_size > end:
                os.truncate(path, end)

    def _append(self, records: bytes) -> Place:
        """Write records behind the others, forced to the disk; a disk that refuses leaves the file as it was."""
        with told(self.folder, "written"):
            path = self._current()
            offset = path.stat().st_size
            try:
                with path.open("ab", buffering=0) as file:  # a buffer would be written once more as the file is closed
                    left = memoryview(records)
                    while left:
                        left = left[file.write(left) :]
                    os.fsync(file.fileno())
            except OSError:
                os.truncate(path, offset)
                raise
        return Place(path.name, offset)

    def _current(self) -> Path:
        """The file to append to, begun with its ``warcinfo`` when there is none or the last is full. Raises OSError."""
        known = self.files()
        if known and known[-1].stat().st_size < self.rotate:
            return known[-1]
        self.folder.mkdir(parents=True, exist_ok=True)
        number = _number(known[-1]) + 1 if known else 1
        path = self.folder / f"communique-{number:05d}{SUFFIX}"
        begun = BytesIO()
        writer = WARCWriter(begun, gzip=True, warc_version="WARC/1.1")
        facts = {"software": agent(), "format": "WARC File Format 1.1", "conformsTo": CONFORMS_TO}
        writer.write_record(writer.create_warcinfo_record(path.name, facts))
        write_whole(path, begun.getvalue())
        settle(self.folder)
        settle(self.folder.parent)
        return path


def is_torn(path: Path, start: int) -> bool:
    """Whether what stands behind an offset was only half written: no other record begins in it. Raises OSError.

    Otherwise the file was damaged after it was written, and what follows must not be lost.
    """
    return next_record(path, start) is None


def next_record(path: Path, start: int) -> int | None:
    """Where the next gzip member that is a record begins behind an offset; None when none does. Raises OSError."""
    with path.open("rb") as file:
        if path.stat().st_size <= start:
            return None
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            at = start
            while (at := data.find(MAGIC, at + 1)) >= 0:
                with suppress(zlib.error):
                    if zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[at : at + 1024], 5) == b"WARC/":
                        return at
    return None


def record_behind(path: Path, damaged: int, sound: int) -> int | None:
    """Where a record begins again behind one that is damaged and begins at an offset; None without one.

    In a file that is not packed, the damaged one may begin within the last sound one, whose end is only what it says.
    Raises OSError.
    """
    if not is_packed(path):
        return next_plain_record(path, sound)
    if (whole := next(whole_members(path, damaged), None)) is not None:
        return whole[1]  # packed soundly, and yet no record
    return next_record(path, damaged)


def is_packed(path: Path) -> bool:
    """Whether a file begins as gzip does. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def next_plain_record(path: Path, start: int) -> int | None:
    """Where the next record begins behind an offset of a file that is not packed; None without one.

    Raises OSError.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        found = HEAD.search(data, start + 1)
        return found.start() if found else None


def whole_members(path: Path, start: int) -> Iterator[tuple[int, int]]:
    """The begin and end of every whole gzip member of a file from an offset on; it ends at the first that is not.

    Raises OSError.
    """
    with path.open("rb") as file:
        file.seek(start)
        begin, waiting = start, b""
        while True:
            unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
            read = 0
            while not unpacking.eof:
                chunk = waiting or file.read(1 << 16)
                waiting = b""
                if not chunk:
                    return
                read += len(chunk)
                try:
                    while chunk and not unpacking.eof:
                        unpacking.decompress(chunk, 1 << 20)
                        chunk = unpacking.unconsumed_tail
                except zlib.error:
                    return
            waiting = unpacking.unused_data
            end = begin + read - len(waiting)
            yield begin, end
            begin = end


def _number(path: Path) -> int:
    """The number of a file of ours, not how many there are: one may have been moved away. 0 for a name we never gave.

    >>> _number(Path("communique-00012.warc.gz"))
    12
    """
    digits = path.name.removeprefix("communique-").removesuffix(SUFFIX)
    return int(digits) if digits.isdecimal() else 0


def _digest(data: bytes) -> str:
    """A digest as the field writes it: SHA-1 in base 32, which every reader knows."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _record(
    out: BytesIO, kind: str, uri: str, block: bytes, headers: dict[str, str], content_type: str | None = None
) -> str:
    """Write one record, its block byte for byte; its id."""
    types = {"response": "response", "revisit": "response", "request": "request"}
    name = f"<urn:uuid:{uuid4()}>"
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": name,
        "WARC-Target-URI": shown(uri),
        **headers,
        "WARC-Block-Digest": _digest(block),
        "Content-Type": content_type or (f"application/http; msgtype={types[kind]}" if kind in types else FIELDS),
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{field}: {value}\r\n" for field, value in head.items())
    out.write(gzip.compress(f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n", mtime=0))
    return name
