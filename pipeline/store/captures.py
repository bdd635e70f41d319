"""Reading WARC files, our own and others': what was captured, when, and from which address."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from pipeline.errors import InputError, UnreadableInput
from pipeline.fetch.message import Message
from pipeline.fetch.page import page
from pipeline.inputs import SIZE_LIMIT, Given, Input, check_size, filled, shown
from pipeline.store.warc import FIELDS, Notes, Place, record_behind

MEND = "check that it was copied completely; the sound records in it are read"
UNPACK = "unpack it (gunzip) and name the .warc"
LARGEST = SIZE_LIMIT + 1_000_000
"""Bytes of a record that are read; an answer may have headers beside its body."""
HEAD = 64 * 1024
"""Bytes of a record in which the headers of an answer stand."""
LONGEST_HEAD = 1 << 20
"""Bytes that the head of a record may have, and the lines between two records."""
CAPTURED = ("response", "revisit", "resource")


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured answer (``response``, ``revisit``) or file (``resource``), and what it was fetched for, if told."""

    kind: str
    url: str
    at: datetime
    block: bytes
    media_type: str
    place: Place
    notes: Notes | None = None
    noted_at: int = 0
    """The offset of the record that the notes stand in."""

    @property
    def message(self) -> Message:
        """The answer, taken apart. Raises FetchError."""
        return Message.parsed(self.url, self.block)

    @property
    def identity(self) -> str:
        """What names the document: the address, or for a file its path."""
        return self.notes.page if self.kind == "resource" and self.notes else self.url

    def input(self) -> Input:
        """The input that was captured. Raises InputError when it is no page: another status, another kind."""
        language = self.notes.language if self.notes else None
        announced = self.notes.via if self.notes and self.notes.role == "attachment" else None
        given = Given(language=language, announced_by=announced)
        if self.kind == "resource":
            check_size(self.identity, len(self.block))
            data, retrieved = filled(self.identity, self.block), None
            return Input(self.identity, data, self.media_type, None, retrieved, given)
        found = page(self.url, self.at, self.message, given)
        filled(self.url, found.data)
        return found


def captures(path: Path, start: int = 0, end: int | None = None) -> Iterator[Capture]:
    """The captures of a WARC file between two offsets, in its order; records of other types are passed over.

    Raises UnreadableInput when the file is no WARC or is damaged, after all that is sound in it; OSError.
    """
    last = end if end is not None else path.stat().st_size
    return _sound(path, start, last, LARGEST)


def heads(path: Path) -> Iterator[Capture]:
    """As ``captures``, of a whole file, with no more than the beginning of each block: for a first look at an archive.

    Raises UnreadableInput, OSError.
    """
    return _sound(path, 0, path.stat().st_size, HEAD)


def _sound(path: Path, start: int, last: int, most: int) -> Iterator[Capture]:
    problem: UnreadableInput | None = None
    begin: int | None = start
    sound = start
    with path.open("rb") as file:
        while begin is not None and begin < last:
            file.seek(begin)
            records = Records(Part(file, last))
            try:
                for capture in _captures(records, path, most):
                    yield capture
                    sound = capture.place.offset
                break
            except UnreadableInput as error:
                problem = problem or error
                begin = record_behind(path, max(begin, records.offset), max(begin, sound))
    if problem is not None:
        raise problem


def capture_at(path: Path, offset: int) -> Capture:
    """The capture at an offset. Raises UnreadableInput, OSError."""
    found = next(captures(path, offset), None)
    if found is None or found.place.offset != offset:
        raise UnreadableInput(shown(str(path)), f"has no capture at byte {offset}", "restore the file from a copy")
    return found


def digests(paths: Iterable[Path]) -> frozenset[str]:
    """The sha256 of all inputs in WARC files, as far as they are sound. Raises OSError."""
    found: set[str] = set()
    for path in paths:
        with suppress(UnreadableInput):
            for capture in captures(path):
                with suppress(InputError):
                    found.add(hashlib.sha256(capture.input().data).hexdigest())
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Part:
    """A file that ends at an offset."""

    file: BinaryIO
    end: int

    def read(self, size: int) -> bytes:
        """The next bytes; none behind the end."""
        return self.file.read(max(0, min(size, self.end - self.file.tell())))

    def tell(self) -> int:
        """The offset in the whole file."""
        return self.file.tell()


class Unpacking(DecompressingBufferedReader):  # type: ignore[misc]
    """The unpacked records of a file; unlike warcio's own, it says that they are damaged, and holds no endless line."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.head = 0

    def read(self, length: int | None = None) -> bytes:
        """Bytes of a block."""
        self.head = 0
        return cast(bytes, super().read(length))

    def readline(self, length: int | None = None) -> bytes:
        """A line of a record's head. Raises ArchiveLoadFailed for a head beyond measure."""
        line = cast(bytes, super().readline(LONGEST_HEAD))
        self.head += len(line)
        if self.head >= LONGEST_HEAD:
            raise ArchiveLoadFailed("a record's head has no end")
        return line

    def _decompress(self, data: bytes) -> bytes:
        if self.decompressor and self.num_block_read:
            return cast(bytes, self.decompressor.decompress(data))
        return cast(bytes, super()._decompress(data))


class Records(ArchiveIterator):  # type: ignore[misc]
    """The records of a file; unlike warcio's own, it writes nothing to the terminal.

    ``offset`` is where the record begins that was read last, or could not be read.
    """

    def __init__(self, file: Part) -> None:
        super().__init__(file, no_record_parse=True)
        self.reader = Unpacking(file)

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        """The first line of the next record, and how many bytes stand before it: a line, and blank ones."""
        size = 0
        while line := self.reader.readline():
            if size and line.strip():
                return line, size
            size += len(line)
        return None, size


def _captures(records: Records, path: Path, most: int) -> Iterator[Capture]:
    """The captures as they come; each is given before the block of the next is read."""
    waiting: tuple[str, Capture] | None = None
    problem: Exception | None = None
    while problem is None:
        try:
            record = next(records)
            kind = record.rec_type
            if kind in CAPTURED and waiting:
                done, waiting = waiting[1], None
                yield done
            if kind in CAPTURED or (kind == "metadata" and waiting and _about(record) == waiting[0]):
                block = _block(record, most)
                place = Place(path.name, records.get_record_offset())  # skips what is left of the record
                if kind in CAPTURED:
                    waiting = _capture(record, block, place)
                elif waiting:
                    waiting = (waiting[0], _noted(waiting[1], record, block, place))
        except StopIteration:
            break
        except (ArchiveLoadFailed, EOFError, zlib.error, ValueError) as error:
            problem = error
    if waiting:
        yield waiting[1]
    if problem is not None:
        raise _unsound(path, problem) from problem


def _block(record: ArcWarcRecord, most: int) -> bytes:
    """The block of a record, at most so many bytes of it. Raises EOFError when the file ends before it does."""
    block: bytes = record.raw_stream.read(most)
    if record.length is not None and len(block) < min(record.length, most):
        raise EOFError("the file ends within a record")
    return block


def _unsound(path: Path, problem: Exception) -> UnreadableInput:
    said = " ".join(str(problem).split())
    if "non-chunked gzip" in said:
        return UnreadableInput(shown(str(path)), "is packed as a whole, not record by record", UNPACK)
    return UnreadableInput(shown(str(path)), f"is no sound WARC file ({shown(said)[:80]})", MEND)


def _about(record: ArcWarcRecord) -> str | None:
    headers = record.rec_headers
    about: str | None = headers.get_header("WARC-Concurrent-To") or headers.get_header("WARC-Refers-To")
    return about


def _noted(capture: Capture, record: ArcWarcRecord, block: bytes, place: Place) -> Capture:
    if (record.rec_headers.get_header("Content-Type") or "").startswith(FIELDS):
        return replace(capture, notes=Notes.of(block), noted_at=place.offset)
    return capture


def _capture(record: ArcWarcRecord, block: bytes, place: Place) -> tuple[str, Capture] | None:
    """A record's id and capture; None for one without address or of no HTTP answer."""
    headers = record.rec_headers
    uri = headers.get_header("WARC-Target-URI")
    content = (headers.get_header("Content-Type") or "").lower()
    if not uri or (record.rec_type != "resource" and not content.startswith("application/http")):
        return None
    capture = Capture(
        record.rec_type,
        uri.strip("<>"),
        _time(headers.get_header("WARC-Date")),
        block,
        content.partition(";")[0].strip(),
        place,
    )
    return headers.get_header("WARC-Record-ID") or "", capture


def _time(text: str | None) -> datetime:
    """A WARC-Date in UTC; the beginning of Unix time where it is missing or no date."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
