"""The wire: connections only to addresses that were checked, and every message as it went over them."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from pipeline.inputs import check_size

Options = Iterable[httpcore.SOCKET_OPTION] | None
Addresses = Callable[[str, int], Sequence[str]]
"""From a host and a port to the addresses that may be connected to; at least one."""
KEPT_ALIVE = 30.0
"""Seconds for which an idle connection is kept."""


DEADLINE: ContextVar[float] = ContextVar("DEADLINE", default=float("inf"))
"""When the answer that this thread reads must have ended, by time.monotonic: slow headers count like a slow body."""


class Wire(httpcore.NetworkStream):
    """A connection that remembers the last request sent over it and what came back, byte for byte.

    A message that is larger than an input may be, or comes too slowly, is cut off.
    """

    def __init__(self, inner: httpcore.NetworkStream, address: str) -> None:
        self.inner = inner
        self.address = address
        self.sent = bytearray()
        self.received = bytearray()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes of the answer. Raises httpcore.ReadTimeout at the deadline, OversizedInput."""
        left = DEADLINE.get() - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this page is over")
        data = self.inner.read(max_bytes, left if timeout is None else min(left, timeout))
        self.received += data
        check_size(self.address, len(self.received))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes; the first after an answer begin a new message."""
        if self.received:
            self.sent, self.received = bytearray(), bytearray()
        self.sent += buffer
        self.inner.write(buffer, timeout)

    def close(self) -> None:
        """Close the connection."""
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection encrypted; what it remembers is the plain message."""
        return Wire(self.inner.start_tls(ssl_context, server_hostname, timeout), self.address)

    def get_extra_info(self, info: str) -> Any:
        """What the connection underneath knows."""
        return self.inner.get_extra_info(info)


@dataclass(frozen=True, slots=True)
class Wired(httpcore.NetworkBackend):
    """Connections whose messages are remembered, each to an address that ``addresses`` gave for its host.

    A host is resolved once and every address of it is checked there, so that DNS cannot change between check and
    connection; the Host header, SNI and the certificate keep the name.
    """

    addresses: Addresses
    inner: httpcore.NetworkBackend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that can be reached.

        Raises what ``addresses`` raises, and httpcore.ConnectError or ConnectTimeout.
        """
        *others, last = self.addresses(host, port)
        for address in others:
            try:
                return self._to(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._to(last, port, timeout, local_address, socket_options)

    def _to(self, address: str, port: int, timeout: float | None, local: str | None, options: Options) -> Wire:
        return Wire(self.inner.connect_tcp(address, port, timeout, local, options), address)


class Transport(httpx.BaseTransport):
    """HTTP/1.1 with connection reuse over a backend; the response's ``network_stream`` is the Wire."""

    def __init__(self, backend: httpcore.NetworkBackend, proxy: str | None) -> None:
        self.pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            proxy=_proxy(proxy) if proxy else None,
            max_connections=None,
            keepalive_expiry=KEPT_ALIVE,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body unread. Raises httpcore's errors, and what the backend raises."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(
            request.method, url, headers=request.headers.raw, content=b"", extensions=request.extensions
        )
        answer = self.pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=Body(answer), extensions=dict(answer.extensions)
        )

    def close(self) -> None:
        """Close the connections."""
        self.pool.close()


class Body(httpx.SyncByteStream):
    """The body of an answer, chunk by chunk as it arrives, content-encoding and all."""

    def __init__(self, answer: httpcore.Response) -> None:
        self.answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self.answer.iter_stream()

    def close(self) -> None:
        """Give the connection back."""
        self.answer.close()


def proxy_for(url: httpx.URL) -> str | None:
    """The proxy that the environment names for an address: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY; NO_PROXY for none."""
    proxies = getproxies()
    if not proxies or proxy_bypass(url.netloc.decode("ascii")):
        return None
    proxy = proxies.get(url.scheme) or proxies.get("all")
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"


def _proxy(address: str) -> httpcore.Proxy:
    """A proxy with the user name and password in its address, if any."""
    url = httpx.URL(address)
    auth = (url.username, url.password) if url.username else None
    return httpcore.Proxy(str(url.copy_with(userinfo=b"")), auth=auth)
