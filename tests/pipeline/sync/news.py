"""Two hosts of made-up news for the tests of interruption; each request says which case asks, on which night.

A case names itself in the contact of its User-Agent, ``CASE@night-1``, so that many can ask the same servers and each
has its own log; on night 2 one page has changed and one is new.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.fetch.client import Web
from pipeline.run import Settings
from pipeline.sources import read_sources
from pipeline.store import warc
from pipeline.sync import job
from tests.pipeline.web_server import Handler, Server, running

HOSTS = ("127.0.0.1", "127.0.0.2")
PAGES = 5
"""How many announcements each host lists on the first night, beside one that moved and one that is gone."""
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CASE = re.compile(r"; (?P<case>[\w.-]+)@night-(?P<night>\d)\)")
NEVER_TWICE = re.compile(r"/(?:news|moved|gone|files)/")
"""Pages; rules and lists are asked on every night."""


def announcement(host: str, number: int, night: int) -> str:
    """A page whose text nobody published."""
    later = (
        f"<p>Its members were {number + 4} schools on May {number + 1}, 2024.</p>" if (number, night) == (2, 2) else ""
    )
    return f"""<html><head><title>Group {number} founded</title></head><body><main><h1>Group {number} founded</h1>
<p>Fanbei No. {number + 2} Primary School Education Group is led by Fanbei No. {number + 2} Primary School.</p>
<p>Its members are Yulin Primary School and Hetian No. {number + 3} Primary School.</p>
<p>Director Li Na of the Fanbei Education Bureau spoke on October {number + 10}, 2022 at {host}.</p>
<p>The {number + 60} education groups follow the Group Measures.</p>{later}
<p><a href="/files/{number}.pdf">The list of members</a></p></main></body></html>"""


@dataclass
class Site:
    """Both hosts, and who asked them for what."""

    ports: dict[str, int] = field(default_factory=dict)
    asked: dict[tuple[str, str], list[tuple[str, int]]] = field(default_factory=dict)
    """By case and night: paths with their status, in the order in which they were asked for."""

    def pages(self, case: str, night: int = 1) -> Counter[str]:
        """How often each page was asked for."""
        return Counter(path for path, _ in self.asked.get((case, str(night)), ()) if NEVER_TWICE.search(path))

    def forget(self, case: str) -> None:
        """Begin the logs of a case anew."""
        for key in [key for key in self.asked if key[0] == case]:
            del self.asked[key]

    def sources(self, folder: Path) -> Path:
        """A source list for the hosts and for a folder of files, which is made."""
        files = folder / "files"
        files.mkdir(parents=True)
        for number in range(3):
            text = f"Meeting {number}\nThe {number + 30} education groups met on June {number + 1}, 2023.\n"
            (files / f"{number}.txt").write_text(text)
        first, second = (f"http://{host}:{self.ports[host]}" for host in HOSTS)
        online = "allow_private = true\ndelay = 0\nlanguage = 'en'\n"
        path = folder / "sources.toml"
        path.write_text(
            f"[[source]]\nname = 'bureau'\nkind = 'listing'\nurl = '{first}/list'\n{online}"
            f"[[source]]\nname = 'paper'\nkind = 'feed'\nurl = '{second}/feed'\n{online}"
            f"[[source]]\nname = 'desk'\nkind = 'folder'\npath = 'files'\nlanguage = 'en'\n"
        )
        return path


def answer(host: str, path: str, night: int) -> tuple[int, str, str]:
    """Status, kind and body (or where it moved) of a path."""
    numbers = range(PAGES + (night > 1))
    links = [f"/news/{number}" for number in numbers] + ["/moved/1", "/gone/1"]
    match path.strip("/").split("/"):
        case ["robots.txt"]:
            return 200, "text/plain", "User-agent: *\nDisallow: /private/\n"
        case ["list"]:
            return 200, "text/html", "".join(f"<p><a href='{link}'>Group news {link}</a></p>" for link in links)
        case ["feed"]:
            items = "".join(f"<item><title>News</title><link>{link}</link></item>" for link in links)
            return (
                200,
                "application/rss+xml",
                f"<rss version='2.0'><channel><title>Paper</title>{items}</channel></rss>",
            )
        case ["news", number] if int(number) in {*numbers, 70}:
            return 200, "text/html", announcement(host, int(number), night)
        case ["moved", "1"]:
            return 301, "text/html", "/news/70"
        case ["gone", "1"]:
            return 410, "text/html", "gone"
    return 404, "text/html", "not here"


def handler(site: Site, host: str) -> type[Handler]:
    """A handler that answers for a host and notes who asked."""

    class Answering(Handler):
        def get(self) -> None:
            told = CASE.search(self.headers["User-Agent"])
            case, night = (told["case"], told["night"]) if told else ("", "1")
            status, kind, body = answer(host, self.path, int(night))
            data = body.encode()
            tag = f'"{hashlib.sha256(data).hexdigest()[:8]}"'
            if status == 200 and self.headers["If-None-Match"] == tag:
                status, data = 304, b""
            site.asked.setdefault((case, night), []).append((f"{host}{self.path}", status))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("ETag", tag)
            self.send_header("Content-Length", str(len(data)))
            if status == 301:
                self.send_header("Location", body)
            self.end_headers()
            self.wfile.write(data)

    return Answering


@contextmanager
def on_air() -> Iterator[Site]:
    """Both hosts, answering on free ports."""
    site = Site()
    with ExitStack() as open_things:
        for host in HOSTS:
            server = open_things.enter_context(running(Server((host, 0), handler(site, host))))
            site.ports[host] = server.server_address[1]
        yield site


def sync(sources: Path, folder: Path, case: str, night: int = 1, rotate: int = warc.ROTATE) -> job.Night:
    """One night's sync of a case, with a clock that stands still; ``rotate`` is the size of a file of the archive."""
    at = NOON + timedelta(days=night - 1)
    wishes = job.Wishes(contact=f"{case}@night-{night}", rotate=rotate)
    return job.sync(read_sources(sources), folder, Settings(), wishes, Web(now=lambda: at))
