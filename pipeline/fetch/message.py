"""An HTTP message as it was received: its status, its headers, and the body without its wrappings."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from io import BytesIO

import brotli
import httpx
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from pipeline.errors import FetchError
from pipeline.inputs import SIZE_LIMIT, check_size, shown

ENCODINGS = "gzip, deflate"
"""The content-encodings that are asked for; archives of other programs also have Brotli."""
PLAIN = re.compile(rb"\s*<[!?A-Za-z]")
"""How a page begins that is not packed; some crawlers unpack it, and archive the header as it was."""
LATER = "check the connection, or try again later"
PARSER = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/2.0", "HTTP/3"], verify=False)
"""Archives of other programs hold answers that came over newer protocols."""


@dataclass(frozen=True, slots=True)
class Message:
    """An answer. ``payload`` is what stands behind the headers, chunks and content-encoding and all."""

    status: int
    reason: str
    headers: httpx.Headers
    payload: bytes

    @classmethod
    def parsed(cls, name: str, raw: bytes) -> Message:
        """The message in bytes; answers that only announce another (``103 Early Hints``) are skipped.

        Raises FetchError, which calls the address ``name``, when they are no answer.
        """
        stream = BytesIO(raw)
        try:
            while True:
                head = PARSER.parse(stream)
                code, _, reason = head.statusline.partition(" ")
                status = int(code)
                if status >= 200:
                    break
        except (StatusAndHeadersParserException, EOFError, ValueError) as error:
            raise FetchError(shown(name), "sent no answer that can be understood", LATER) from error
        headers = httpx.Headers([(name.encode(), value.encode()) for name, value in head.headers])
        return cls(status, shown(reason.strip()), headers, stream.read())

    @property
    def media_type(self) -> str:
        """The media type in lower case, without its parameters: 'text/html'; '' when none is given."""
        return str(self.headers.get("content-type", "")).partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the headers name."""
        stated = self.headers.get("content-type", "").encode()
        return httpx.Response(200, headers=[(b"content-type", stated)]).charset_encoding

    def body(self, name: str) -> bytes:
        """The body without chunks and content-encoding. Raises OversizedInput, and FetchError when it is damaged."""
        data = self.payload
        try:
            if "chunked" in self.headers.get("transfer-encoding", "").lower():
                data = ChunkedDataReader(BytesIO(data)).read(SIZE_LIMIT + 1)
            for encoding in reversed(self.headers.get("content-encoding", "").lower().split(",")):
                data = unpacked(name, data, encoding.strip())
        except (zlib.error, brotli.error, ChunkedDataException, EOFError) as error:
            raise FetchError(shown(name), "sent a damaged page", LATER) from error
        check_size(name, len(data))
        return data


def unpacked(name: str, data: bytes, encoding: str) -> bytes:
    """The data without a content-encoding; a page that only claims one stays as it is.

    Raises zlib.error, brotli.error, EOFError, FetchError for an encoding that is not known, OversizedInput.
    """
    try:
        return _decoded(name, data, encoding)
    except (zlib.error, brotli.error, EOFError):
        if PLAIN.match(data):
            return data
        raise


def _decoded(name: str, data: bytes, encoding: str) -> bytes:
    if encoding in ("", "identity"):
        return data
    if encoding in ("gzip", "x-gzip"):
        return _inflated(name, data, zlib.MAX_WBITS | 16)
    if encoding == "deflate":
        try:
            return _inflated(name, data, zlib.MAX_WBITS)
        except zlib.error:  # some servers send the bare stream
            return _inflated(name, data, -zlib.MAX_WBITS)
    if encoding == "br":
        return _unbrotlied(name, data)
    raise FetchError(shown(name), f"is packed as {shown(encoding)}, which was not asked for", LATER)


def _unbrotlied(name: str, data: bytes) -> bytes:
    """At most SIZE_LIMIT bytes, however many are packed. Raises brotli.error, EOFError, OversizedInput."""
    unpacking = brotli.Decompressor()
    found: bytes = unpacking.process(data, output_buffer_limit=SIZE_LIMIT + 1)
    check_size(name, len(found))
    if not unpacking.is_finished():
        raise EOFError
    return found


def _inflated(name: str, data: bytes, form: int) -> bytes:
    """At most SIZE_LIMIT bytes, however many are packed. Raises zlib.error, EOFError, OversizedInput."""
    unpacking = zlib.decompressobj(form)
    found = unpacking.decompress(data, SIZE_LIMIT + 1)
    check_size(name, len(found))
    if not unpacking.eof:
        raise EOFError
    return found
