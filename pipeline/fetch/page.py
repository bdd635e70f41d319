"""One page: redirects followed one by one, size, time and kind limited, the answer as an Input."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

import httpx

from pipeline.errors import FetchError
from pipeline.fetch.address import Resolver, is_public, resolve
from pipeline.fetch.transport import PinnedTransport
from pipeline.inputs import Input, check_size, shown

MEDIA_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
MOST_REDIRECTS = 5
TIMEOUT = 30.0
"""Seconds for one page, redirects and all."""
AGENT = f"communique/{version('communique')} (reads public announcements; one page at a time)"
LOOK = "open the address in a browser and check it"
LATER = "check the connection, or try again later"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How pages are fetched: who resolves names, which addresses are allowed, what carries requests, the clock."""

    resolver: Resolver = resolve
    allowed: Callable[[str], bool] = is_public
    transport: Callable[[], httpx.BaseTransport] = httpx.HTTPTransport
    now: Callable[[], datetime] = _now
    timeout: float = TIMEOUT


def fetch_page(url: str, fetcher: Fetcher | None = None) -> Input:
    """The page at an http or https address. Its identity is the address after redirects, without the fragment.

    Raises ForbiddenAddress for a host that is not public, OversizedInput beyond the size limit, and FetchError for
    everything else that is not a page: no answer, a status other than 2xx, another media type, too many redirects.
    """
    fetcher = fetcher or Fetcher()
    deadline = time.monotonic() + fetcher.timeout
    transport = PinnedTransport(fetcher.transport(), fetcher.resolver, fetcher.allowed)
    headers = {"User-Agent": AGENT, "Accept": ", ".join(MEDIA_TYPES)}
    with httpx.Client(transport=transport, headers=headers, follow_redirects=False, trust_env=False) as client:
        address = _parsed(url)
        for _ in range(MOST_REDIRECTS + 1):
            with _answer(client, address, deadline) as response:
                if (target := _redirect(response, address)) is None:
                    return _input(response, address, deadline, fetcher.now())
            address = target
    raise FetchError(shown(str(_parsed(url))), f"redirects more than {MOST_REDIRECTS} times", LOOK)


def _parsed(url: str, base: httpx.URL | None = None) -> httpx.URL:
    """An address without its fragment. Raises FetchError when it is none, or has a user name or password in it."""
    try:
        parsed = base.join(url) if base is not None else httpx.URL(url.strip())
        bare = parsed.copy_with(fragment=None, userinfo=b"")
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError(shown(url.split("@")[-1]), "is no valid address", "check the spelling") from error
    if bare.scheme not in ("http", "https") or not bare.host:
        raise FetchError(shown(str(bare)), "is no http or https address", LOOK)
    if bare.port is not None and not 0 < bare.port < 65536:
        raise FetchError(shown(str(bare)), f"has no valid port ({bare.port})", "check the spelling")
    if parsed.userinfo:
        problem = "has a user name or password in it"
        raise FetchError(shown(str(bare)), problem, "save the page from a browser and name the file")
    return bare


@contextmanager
def _answer(client: httpx.Client, address: httpx.URL, deadline: float) -> Iterator[httpx.Response]:
    """The streamed answer; what goes wrong while it is read becomes a FetchError too."""
    name = shown(str(address))
    try:
        with client.stream("GET", address, timeout=_left(name, deadline)) as response:
            yield response
    except httpx.TimeoutException as error:
        raise FetchError(name, "did not answer in time", LATER) from error
    except httpx.DecodingError as error:
        raise FetchError(name, "sent a damaged page", LATER) from error
    except httpx.HTTPError as error:
        raise FetchError(name, f"cannot be fetched ({shown(str(error)) or type(error).__name__})", LATER) from error


def _left(name: str, deadline: float) -> float:
    """The seconds that are left. Raises FetchError when there are none."""
    if (left := deadline - time.monotonic()) <= 0:
        raise FetchError(name, "did not answer in time", LATER)
    return left


def _redirect(response: httpx.Response, address: httpx.URL) -> httpx.URL | None:
    """Where the answer sends us; None when it is the page itself."""
    if response.status_code not in (301, 302, 303, 307, 308) or "location" not in response.headers:
        return None
    return _parsed(response.headers["location"], address)


def _input(response: httpx.Response, address: httpx.URL, deadline: float, now: datetime) -> Input:
    name = shown(str(address))
    if not response.is_success:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        raise FetchError(name, f"answered {shown(status)}", LOOK)
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in MEDIA_TYPES:
        problem = f"is {shown(media_type) or 'of no stated kind'}, not a web page or plain text"
        raise FetchError(name, problem, "download it and save its text as a .txt file")
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        check_size(name, len(data))
        _left(name, deadline)
    retrieved = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Input(str(address), bytes(data), media_type, response.charset_encoding, retrieved)
