"""The server of the review page: on this machine only unless told otherwise, with a start URL for each reviewer."""

from __future__ import annotations

import gc
import getpass
import os
import secrets
import socket
import sys
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote

import uvicorn

from pipeline.errors import UsageError
from pipeline.harmless import harmless
from pipeline.review.app import application
from pipeline.review.desk import Desk
from pipeline.review.guard import EVERYWHERE, START, door
from pipeline.review.names import NameDesk

PORT = 8417
"""Always the same, so that what a browser kept of unsent decisions is found again."""
SHORTEST_TOKEN = 16
LONGEST_NAME = 80
EXPOSED = (
    "communique: {host} can be reached from other machines: whoever has a token sees every document and decides in "
    "that reviewer's name, and nothing on the way is encrypted; stop with Ctrl-C"
)
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks of the server; no ``reviewers`` means the user of this machine."""

    reviewers: tuple[str, ...] = ()
    double: float = 0.0
    host: str = "127.0.0.1"
    port: int = PORT
    tokens: tuple[str, ...] = ()
    browser: bool = True


def serve(folder: Path, wishes: Wishes, say: Say, warn: Say) -> None:
    """Serve a data set until interrupted; ``say`` gets a start URL for each reviewer.

    Raises UsageError for a port that is taken and for wishes that cannot be granted; what ``Desk`` raises.
    """
    people = reviewers(wishes.reviewers)
    tokens = tokens_of(people, wishes)
    with ExitStack() as stack:
        listening = stack.enter_context(listener(wishes.host, wishes.port))
        desk = Desk(folder, people, wishes.double if len(people) > 1 else 0.0)
        stack.callback(desk.close)
        pairs = NameDesk(desk)
        stack.callback(pairs.close)
        port = listening.getsockname()[1]
        names = [socket.gethostname()] if wishes.host in EVERYWHERE else [wishes.host]
        app = application(desk, door(tokens, wishes.host, port, names), pairs)
        if not is_loopback(wishes.host):
            warn(EXPOSED.format(host=wishes.host))
        urls = start_urls(tokens, names[0], port)
        for name, url in urls.items():
            say(url if len(urls) == 1 else f"{name}: {url}")
        if wishes.browser and len(urls) == 1 and _has_screen():
            webbrowser.open(next(iter(urls.values())))
        run(app, listening)


def run(app: object, listening: socket.socket) -> None:
    """Answer requests until interrupted."""
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    gc.collect()
    gc.freeze()  # what is open stays open: looking for garbage among it would hold up answers
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def reviewers(names: Sequence[str]) -> tuple[str, ...]:
    """The names of those who review; the user's own where none is given. Raises UsageError for one that is none."""
    people = tuple(" ".join(name.split()) for name in names) or (_user(),)
    for name in people:
        if not name or len(name) > LONGEST_NAME:
            raise UsageError(f"--reviewer {name!r}: a name has 1 to {LONGEST_NAME} letters")
        if harmless(name) != name:
            raise UsageError(f"--reviewer {name!r}: it has signs that cannot be seen; type it without them")
    if len(set(people)) < len(people):
        raise UsageError(
            "--reviewer: a name is given twice; decisions are told apart by it, so give each person their own"
        )
    return people


def tokens_of(people: Sequence[str], wishes: Wishes) -> dict[str, str]:
    """A token for each reviewer: those given, else random ones. Raises UsageError where they must be given."""
    if not wishes.tokens:
        if not is_loopback(wishes.host):
            raise UsageError(
                f"--host {wishes.host} lets other machines in: give --token too, one for each reviewer and of "
                f"{SHORTEST_TOKEN} signs or more; whoever has it sees all documents and decides in that reviewer's name"
            )
        return {name: secrets.token_urlsafe(24) for name in people}
    if len(wishes.tokens) != len(people) or len(set(wishes.tokens)) != len(people):
        raise UsageError(f"--token: {len(people)} reviewers need {len(people)} different tokens; give one for each")
    if min(map(len, wishes.tokens)) < SHORTEST_TOKEN:
        raise UsageError(f"--token: it can be guessed; give {SHORTEST_TOKEN} signs or more")
    return dict(zip(people, wishes.tokens, strict=True))


def start_urls(tokens: Mapping[str, str], host: str, port: int) -> dict[str, str]:
    """The address that lets each reviewer in."""
    shown = f"[{host}]" if ":" in host else host
    return {name: f"http://{shown}:{port}{START}?token={quote(token, safe='')}" for name, token in tokens.items()}


def listener(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises UsageError for an address that is not this machine's, or a port that is taken."""
    try:
        family, kind, protocol, _, address = min(
            socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE), key=lambda each: each[0]
        )
    except OSError as error:
        raise UsageError(f"--host {host}: no such address; 127.0.0.1 is this machine") from error
    listening = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()
    except OSError as error:
        listening.close()
        remedy = "another review may be running; name another with --port, or --port 0 for any that is free"
        raise UsageError(f"port {port} of {host} cannot be had ({error.strerror}); {remedy}") from error
    return listening


def is_loopback(host: str) -> bool:
    """Whether a host is this machine and can be reached from no other."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"


def _has_screen() -> bool:
    """Whether a browser of its own window can be opened; one in the terminal would be in the way."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
