"""One request and its answer, redirects not followed: what goes over the wire and what comes back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from typing import Self, cast

import httpcore
import httpx

from pipeline.clock import now
from pipeline.errors import FetchError, ForbiddenAddress, InputError
from pipeline.fetch.address import ONLY_PUBLIC, Resolver, checked_addresses, is_public, resolve, why_not_public
from pipeline.fetch.message import ENCODINGS, LATER, Message
from pipeline.fetch.robots import TOKEN
from pipeline.fetch.transport import DEADLINE, Body, Transport, Wire, Wired, proxy_for
from pipeline.inputs import shown

TIMEOUT = 30.0
"""Seconds for one answer."""
MOST_REDIRECTS = 5
LOOK = "open the address in a browser and check it"


def agent(contact: str | None = None) -> str:
    """Who asks, for the User-Agent header; ``contact`` is an address or a page of whoever runs the program."""
    about = f"; {shown(contact)}" if contact else ""
    return f"{TOKEN}/{version('communique')} (reads public announcements, one page at a time{about})"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as sent and its answer as received, when (UTC), and from which IP address."""

    url: str
    at: datetime
    request: bytes
    response: bytes
    ip: str | None

    @property
    def message(self) -> Message:
        """The answer, taken apart. Raises FetchError."""
        return Message.parsed(self.url, self.response)


@dataclass(frozen=True, slots=True)
class Web:
    """The way out: who resolves names, which addresses are allowed, what connects, which proxy is used, the clock.

    ``private`` opens the way to every address: for a source that says ``allow_private``.
    """

    resolver: Resolver = resolve
    allowed: Callable[[str], bool] = is_public
    private: bool = False
    backend: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)
    proxy: Callable[[httpx.URL], str | None] = proxy_for
    now: Callable[[], datetime] = now
    timeout: float = TIMEOUT

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a host, all of them allowed. Raises FetchError, ForbiddenAddress (see checked_addresses)."""
        return checked_addresses(host, host, port, self.resolver, lambda each: self.private or self.allowed(each))


class Client:
    """Sends GET requests; connections are kept and used again. Threads may share it."""

    def __init__(self, web: Web, contact: str | None = None) -> None:
        self.web = web
        self.headers = {"User-Agent": agent(contact), "Accept-Encoding": ENCODINGS, "Connection": "keep-alive"}
        self.transports: dict[str | None, Transport] = {}
        self.opening = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for transport in self.transports.values():
            transport.close()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Exchange:
        """The answer to a GET request.

        Raises ForbiddenAddress for a host that is not public, OversizedInput beyond the size limit, and FetchError
        when there is no answer, or none in time.
        """
        address = parsed(url)
        name = shown(str(address))
        proxy = self.web.proxy(address)
        if proxy is not None and not self.web.private and (reason := why_not_public(address.host)):
            raise ForbiddenAddress(name, f"{shown(address.host)} {reason}", ONLY_PUBLIC)
        written = {**self.headers, **(headers or {})}.items()
        request = httpx.Request("GET", address, headers=[(name.encode(), value.encode()) for name, value in written])
        request.extensions["timeout"] = dict.fromkeys(("connect", "read", "write", "pool"), self.web.timeout)
        at = self.web.now()
        token = DEADLINE.set(time.monotonic() + self.web.timeout)
        try:
            response = self._transport(proxy).handle_request(request)
            wire: Wire = response.extensions["network_stream"]
            try:
                for _ in cast(
                    Body, response.stream
                ):  # read to its end, and not given back yet: the wire has this message only
                    pass
                sent, received = bytes(wire.sent), bytes(wire.received)
            finally:
                response.close()
        except InputError as error:
            raise type(error)(name, error.problem, error.remedy) from error
        except (httpcore.TimeoutException, httpcore.PoolTimeout) as error:
            raise FetchError(name, "did not answer in time", LATER) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError) as error:
            raise FetchError(name, f"cannot be fetched ({shown(str(error)) or type(error).__name__})", LATER) from error
        finally:
            DEADLINE.reset(token)
        return Exchange(str(address), at, sent, received, wire.address if proxy is None else None)

    def _transport(self, proxy: str | None) -> Transport:
        with self.opening:
            if proxy not in self.transports:
                addresses = self.web.addresses if proxy is None else as_named
                self.transports[proxy] = Transport(Wired(addresses, self.web.backend), proxy)
            return self.transports[proxy]


def as_named(host: str, port: int) -> Sequence[str]:
    """The host itself, unchecked: the way to a proxy, which the user named."""
    return (host,)


def parsed(url: str, base: str | None = None) -> httpx.URL:
    """An address without its fragment. Raises FetchError when it is none, or has a user name or password in it."""
    try:
        given = httpx.URL(base).join(url) if base is not None else httpx.URL(url.strip())
        bare = given.copy_with(fragment=None, userinfo=b"")
        host = bare.host  # decoded here: a name that is no IDNA name is no address either
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError(shown(url.split("@")[-1]), "is no valid address", "check the spelling") from error
    if bare.scheme not in ("http", "https") or not host:
        raise FetchError(shown(str(bare)), "is no http or https address", LOOK)
    if bare.port is not None and not 0 < bare.port < 65536:
        raise FetchError(shown(str(bare)), f"has no valid port ({bare.port})", "check the spelling")
    if given.userinfo:
        problem = "has a user name or password in it"
        raise FetchError(shown(str(bare)), problem, "save the page from a browser and name the file")
    return bare


def redirect(message: Message, url: str) -> str | None:
    """Where an answer sends us; None when it is no redirect. Raises FetchError for a target that is no address."""
    if message.status not in (301, 302, 303, 307, 308) or "location" not in message.headers:
        return None
    return str(parsed(message.headers["location"], url))
