"""Files that are packed as a whole (gzip, bzip2, xz, Zstandard), unpacked as a stream of bounded cost."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import TYPE_CHECKING, Protocol, cast

from pipeline.errors import OversizedInput
from pipeline.inputs.naming import shown

if TYPE_CHECKING:
    from typing_extensions import Buffer

MOST_TIMES = 500
"""How many times its size a file may unpack to, beyond the first ``FREE`` bytes: pages take a tenth to a hundredth."""
FREE = 1 << 30
XZ_MEMORY = 128 << 20
"""Bytes that an xz file may make its reader hold; ``xz -9`` needs 65 MB."""
CHUNK = 1 << 16
DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""What reading a packed file may raise when it is damaged."""


class Readable(Protocol):
    """What bytes are read from; ``read`` would lose what stands before a damage."""

    def read1(self, size: int, /) -> bytes:
        """At most so many bytes, as many as are there at once; none at the end."""
        ...


def unpacked(file: io.BufferedReader, name: str) -> io.BufferedReader:
    """The content of an open file, unpacked if its first bytes say that it is packed.

    Reading raises one of ``DAMAGED`` for a damaged file, and OversizedInput for one that unpacks to too much.
    """
    start = file.read(6)
    file.seek(0)
    if start.startswith(b"\x1f\x8b"):
        stream: Readable = gzip.GzipFile(fileobj=file)
    elif start.startswith(b"BZh"):
        stream = bz2.BZ2File(file)
    elif start == b"\xfd7zXZ\x00":
        stream = Xz(file)
    elif start.startswith(b"\x28\xb5\x2f\xfd"):
        stream = _zstandard(file)
    else:
        stream = file
    return io.BufferedReader(Stream(stream, file, name), CHUNK)


def _zstandard(file: io.BufferedReader) -> Readable:
    import pyarrow

    return cast(Readable, pyarrow.CompressedInputStream(pyarrow.PythonFile(file, "r"), "zstd"))


class Stream(io.RawIOBase):
    """What is read from an unpacked stream, as long as it is in proportion to the packed file below it."""

    def __init__(self, stream: Readable, packed: io.BufferedReader, name: str) -> None:
        self._stream = stream
        self._packed = packed
        self._name = name
        self._size = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill a buffer. Raises OversizedInput, or one of ``DAMAGED``."""
        room = memoryview(buffer).cast("B")
        data = self._stream.read1(len(room))
        self._size += len(data)
        if self._size > FREE and self._size > MOST_TIMES * self._packed.tell():
            raise bomb(self._name)
        room[: len(data)] = data
        return len(data)


class Xz:
    """An xz file of any number of streams, unpacked within ``XZ_MEMORY``."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self._stream = self._begun()

    def read1(self, size: int, /) -> bytes:
        """At most so many bytes. Raises lzma.LZMAError, EOFError."""
        while True:
            if self._stream.eof:
                rest = (self._stream.unused_data or self._file.read(CHUNK)).lstrip(b"\0")
                if not rest:
                    return b""
                self._stream = self._begun()
            elif self._stream.needs_input:
                if not (rest := self._file.read(CHUNK)):
                    raise EOFError("the file ends within a stream")
            else:
                rest = b""
            if data := self._stream.decompress(rest, size):
                return data

    @staticmethod
    def _begun() -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(memlimit=XZ_MEMORY)


def bomb(name: str) -> OversizedInput:
    """What to say of something that unpacks to much more than a page would."""
    problem = f"unpacks to more than {MOST_TIMES} times its size, as no pages do"
    return OversizedInput(shown(name), problem, "check where it comes from; pack the pages anew")
