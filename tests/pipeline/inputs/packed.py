"""Web archives as other programs write them, and data packed as they pack it."""

from __future__ import annotations

import pyarrow

PAGE = b"<html><body><p>Anbu Primary School Education Group was set up.</p></body></html>"
HTTP = "application/http; msgtype=response"


def answer(body: bytes = PAGE, *headers: bytes, kind: bytes = b"text/html", status: bytes = b"200 OK") -> bytes:
    """An answer as it came over the wire."""
    return b"\r\n".join((b"HTTP/1.1 " + status, b"Content-Type: " + kind, *headers, b"", body))


def record(name: str, block: bytes, kind: str = "response", content: str = HTTP, version: str = "1.0") -> bytes:
    """A record about an address, its lines in Latin-1, as some programs write them."""
    head = (
        f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}-{kind}>\r\n"
        f"WARC-Date: 2022-07-14T08:30:00Z\r\nWARC-Target-URI: {name}\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode("latin-1") + block + b"\r\n\r\n"


def page(name: str, *headers: bytes, body: bytes = PAGE) -> bytes:
    """The record of a page of the news."""
    return record(f"https://news.example.org/{name}", answer(body, *headers))


def zstd(data: bytes) -> bytes:
    """Data as zstd packs it."""
    written = pyarrow.BufferOutputStream()
    with pyarrow.CompressedOutputStream(written, "zstd") as stream:
        stream.write(data)
    found: bytes = written.getvalue().to_pybytes()
    return found
