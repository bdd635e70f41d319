"""The web as a plain function: a network backend whose connections answer from it, byte for byte."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import h11
import httpcore
import httpx

from pipeline.fetch import Web

Answers = Callable[[httpx.Request], httpx.Response | bytes]
"""From a request to its answer; bytes go over the wire as they are."""


class Connection(httpcore.NetworkStream):
    """Reads a request, asks the function, and sends what it answers."""

    def __init__(self, answers: Answers, address: str, secure: bool = False) -> None:
        self.answers = answers
        self.address = address
        self.secure = secure
        self.server = h11.Connection(h11.SERVER)
        self.waiting = b""

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:  # it would mean the end of the connection to h11
            return
        self.server.receive_data(buffer)
        event = self.server.next_event()
        if isinstance(event, h11.Request):
            self.waiting += self._answer(event)
            self.server = h11.Connection(h11.SERVER)

    def _answer(self, event: h11.Request) -> bytes:
        headers = {name.decode(): value.decode() for name, value in event.headers}
        scheme = "https" if self.secure else "http"
        url = f"{scheme}://{headers['host']}{event.target.decode()}"
        request = httpx.Request(event.method.decode(), url, headers=headers, extensions={"address": self.address})
        answer = self.answers(request)
        return answer if isinstance(answer, bytes) else message(answer)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data, self.waiting = self.waiting[:max_bytes], self.waiting[max_bytes:]
        return data

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return Connection(self.answers, self.address, secure=True)

    def close(self) -> None:
        """Nothing to close."""

    def get_extra_info(self, info: str) -> Any:
        return None


def message(response: httpx.Response) -> bytes:
    """A response as bytes on the wire."""
    raw = b"".join(response.stream)  # type: ignore[arg-type]
    head = f"HTTP/1.1 {response.status_code} {response.reason_phrase}\r\n".encode()
    lines = [name + b": " + value for name, value in response.headers.raw]
    if "content-length" not in response.headers and "transfer-encoding" not in response.headers:
        lines.append(b"Content-Length: " + str(len(raw)).encode())
    return head + b"\r\n".join(lines) + b"\r\n\r\n" + raw


@dataclass(frozen=True)
class Network(httpcore.NetworkBackend):
    """Connections to the function, and the addresses that were asked for."""

    answers: Answers
    connected: list[str] = field(default_factory=list)

    def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore.NetworkStream:
        self.connected.append(host)
        return Connection(self.answers, host)


NAMES = {
    "news.example.org": ("93.184.216.34",),
    "two.example.org": ("2606:2800:220:1::1", "93.184.216.34"),
    "inside.example.org": ("10.0.0.7",),
}
NOON = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def resolver(host: str, port: int) -> tuple[str, ...]:
    """The addresses in NAMES; any other host is its own address."""
    return NAMES.get(host, (host,))


def web(answers: Answers) -> Web:
    """A web that is a function."""
    return Web(resolver=resolver, backend=Network(answers), proxy=lambda url: None, now=lambda: NOON)
