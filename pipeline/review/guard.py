"""Who may see the review page: tokens, cookies, hosts and origins, and the headers of every answer.

The page is for people on this machine, in a browser that also shows other sites. A token in the start URL lets a
browser in and becomes a cookie; the Host header keeps out names that were pointed at this machine (DNS rebinding), the
Origin header keeps out what other pages post, and the Content-Security-Policy leaves page text nothing to run.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - not bound to, but recognised
ADDRESS = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<four>[0-9.]+))(?::[0-9]{1,5})?")
"""A Host header that may be an address: ``192.168.1.7:8417``, ``[fe80::1]``."""
START = "/start"
SAFE_METHODS = ("GET", "HEAD")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Of every answer, whatever it is."""
NO_HOST = "this server answers to {hosts} only; open the start URL that communique review printed"
NO_COOKIE = "this browser is not let in; open the start URL that communique review printed when it started"
NO_ORIGIN = "this was sent from another page; decide on the review page itself"
Refusal = Callable[[Request, int, str], Response]


@dataclass(frozen=True)
class Door:
    """Who is let in: a token for each reviewer, and the names under which the server may be called."""

    tokens: Mapping[str, str]
    """Token by reviewer."""
    hosts: frozenset[str]
    """Host headers that are answered."""
    cookie: str
    everywhere: bool = False
    """Whether any address of the machine is answered, for one that listens on all of them."""
    sessions: dict[str, str] = field(default_factory=dict)
    """Reviewer by cookie; made here, gone with the server."""

    def __post_init__(self) -> None:
        self.sessions.update((secrets.token_urlsafe(32), name) for name in self.tokens)

    def enter(self, token: str) -> str | None:
        """The cookie of the reviewer whose token this is."""
        found = [name for name, own in self.tokens.items() if secrets.compare_digest(own.encode(), token.encode())]
        return next((cookie for cookie, name in self.sessions.items() if name in found), None)

    def reviewer(self, cookie: str | None) -> str | None:
        """Whose cookie this is."""
        known = [
            name
            for own, name in self.sessions.items()
            if cookie and secrets.compare_digest(own.encode(), cookie.encode())
        ]
        return known[0] if known else None

    def answers_to(self, host: str) -> bool:
        """Whether a Host header is one of ours."""
        return host.lower() in self.hosts or (self.everywhere and _is_address(host))


def door(tokens: Mapping[str, str], host: str, port: int, names: Sequence[str] = ()) -> Door:
    """The door of a server that listens on a host; ``names`` are further ones under which it may be called.

    Names that other machines know are answered without the port too: so a proxy with TLS before the server is called.
    """
    called = {name.lower() for name in (*LOOPBACK, *names, f"[{host}]" if ":" in host else host)}
    hosts = {f"{name}:{port}" for name in called} | (called if port == 80 else called - set(LOOPBACK))
    return Door(tokens, frozenset(hosts), f"communique-{port}", host in EVERYWHERE)


def _is_address(host: str) -> bool:
    """Whether a Host header is an address and no name; addresses cannot be pointed elsewhere."""
    shape = ADDRESS.fullmatch(host)
    if shape is None:
        return False
    try:
        ip_address(shape["six"] or shape["four"])
    except ValueError:
        return False
    return True


class Guard:
    """Stands before the application: refuses what is not let in, and puts the headers on every answer."""

    def __init__(self, app: Starlette, door: Door, refusal: Refusal) -> None:
        self.app, self.door, self.refusal = app, door, refusal
        self.routes = app.routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        request = Request(scope)
        answer = self._refused(request) or self._start(request) or self.app
        await answer(scope, receive, with_headers)

    def _refused(self, request: Request) -> Response | None:
        """What is answered to a request that is not let in; None for one that is."""
        host = request.headers.get("host", "")
        if not self.door.answers_to(host):
            return self.refusal(request, 403, NO_HOST.format(hosts=", ".join(sorted(self.door.hosts))))
        if request.method not in SAFE_METHODS and not same_origin(request.headers, host):
            return self.refusal(request, 403, NO_ORIGIN)
        who = self.door.reviewer(request.cookies.get(self.door.cookie))
        if who is None and not _at_the_start(request):
            return self.refusal(request, 403, NO_COOKIE)
        request.scope["reviewer"] = who
        return None

    def _start(self, request: Request) -> Response | None:
        """Turn the token of the start URL into a cookie, and go on without it."""
        if not _at_the_start(request):
            return None
        cookie = self.door.enter(request.query_params.get("token", ""))
        if cookie is None:
            return self.refusal(request, 403, NO_COOKIE)
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self.door.cookie, cookie, path="/", httponly=True, samesite="strict")
        return answer


def _at_the_start(request: Request) -> bool:
    """Whether a token is asked for; by the path that is routed by, as the whole address has the Host header in it."""
    return request.scope["path"] == START and request.method in SAFE_METHODS


def same_origin(headers: Headers, host: str) -> bool:
    """Whether a browser says that a request comes from our own page; one that does not say so is not believed."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") == "same-origin"
    return origin.lower() in (f"http://{host.lower()}", f"https://{host.lower()}")
