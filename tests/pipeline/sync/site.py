"""A small web of two hosts on this machine: routes are data, and the servers keep a log of who asked when."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

from tests.pipeline.web_server import Handler, Server, running

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """What a path answers with. ``tagged`` gives it an ETag and honours If-None-Match; ``raw`` goes out as it is."""

    body: str | bytes = ""
    status: int = 200
    kind: str | None = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0
    tagged: bool = False
    raw: bytes | None = None

    @property
    def data(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.data).hexdigest()[:12]}"'


@dataclass(frozen=True)
class Asked:
    """A request as the server saw it; times by time.monotonic, the end as the answer begins to go out."""

    host: str
    path: str
    begin: float
    end: float
    headers: Mapping[str, str]
    status: int


Route = Answer | Callable[[Mapping[str, str]], Answer]


@dataclass
class Host:
    """One server: its address, what its paths answer, and the log."""

    server: Server
    routes: dict[str, Route] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.server.server_address[0])

    def url(self, path: str) -> str:
        return f"http://{self.name}:{self.server.server_address[1]}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in its order."""
        return [asked.path for asked in self.log]

    def forget(self) -> None:
        """Begin the log anew."""
        self.log.clear()

    def pauses(self) -> list[float]:
        """Seconds between the end of each answer and the beginning of the next request."""
        return [later.begin - earlier.end for earlier, later in pairwise(sorted(self.log, key=lambda one: one.begin))]


def handler(host_of: Callable[[], Host]) -> type[Handler]:
    """A handler that answers from the routes of a host."""

    class Answering(Handler):
        def get(self) -> None:
            begin = time.monotonic()
            host = host_of()
            headers = {name.lower(): value for name, value in self.headers.items()}
            route = host.routes.get(self.path, Answer("<h1>Not here</h1>", 404))
            answer = route if isinstance(route, Answer) else route(headers)
            if answer.pause:
                time.sleep(answer.pause)
            fresh = not (answer.tagged and headers.get("if-none-match") == answer.etag)
            host.log.append(
                Asked(host.name, self.path, begin, time.monotonic(), headers, answer.status if fresh else 304)
            )
            if answer.raw is not None:
                self.wfile.write(answer.raw)
                self.close_connection = True
                return
            self.send(answer, fresh)

        def send(self, answer: Answer, fresh: bool) -> None:
            data = answer.data if fresh else b""
            self.send_response(answer.status if fresh else 304)
            if answer.kind is not None and fresh:
                self.send_header("Content-Type", answer.kind)
            if answer.tagged:
                self.send_header("ETag", answer.etag)
            for name, value in answer.headers.items():
                self.send_header(name, value.encode().decode("latin-1"))  # as octets of UTF-8
            if fresh:
                self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Answering


@contextmanager
def serving(address: str = "127.0.0.1") -> Iterator[Host]:
    """A host on a free port, without any route but an empty robots.txt."""
    found: list[Host] = []
    with running(Server((address, 0), handler(lambda: found[0]))) as server:
        found.append(Host(server, {"/robots.txt": Answer("", kind="text/plain")}))
        yield found[0]


def redirect(to: str, status: int = 302) -> Answer:
    """An answer that sends on."""
    return Answer("moved", status, headers={"Location": to})


def article(name: str, *, members: str = "Yaode Primary School", around: str = "", more: str = "") -> str:
    """A page that announces an education group, with furniture around it."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>{name} Education Group founded</title></head>
<body><nav><a href="/">Home</a>{around}</nav><article><h1>{name} Education Group founded</h1>
<p>The {name} Education Group was founded on October 13, 2022, in order to share good teachers among schools.</p>
<p>{name} Education Group is led by {name} Primary School. Its members are {members} and No. 2 Primary School.</p>
{more}</article></body></html>"""


def listing(*paths: str, before: str = "") -> str:
    """A listing page that links to paths."""
    items = "".join(f'<li><a href="{path}">Announcement {path}</a></li>' for path in paths)
    return f"<!DOCTYPE html><html><body>{before}<ul class='news'>{items}</ul></body></html>"


def feed(*urls: str) -> Answer:
    """An RSS feed of addresses, whole or relative."""
    items = "".join(f"<item><title>{url}</title><link>{url}</link></item>" for url in urls)
    return Answer(f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>', kind="application/xml")


def sitemap(*urls: str, index: bool = False) -> str:
    """A sitemap of addresses, or an index of sitemaps."""
    outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    entries = "".join(f"<{inner}><loc>{url}</loc></{inner}>" for url in urls)
    return f'<?xml version="1.0"?><{outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{outer}>'
