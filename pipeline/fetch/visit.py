"""A polite visit: robots.txt asked first, one request at a time to a host, failures tried again, redirects followed."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol, Self
from urllib.parse import urlsplit

import stamina

from pipeline.errors import FetchError, ForbiddenAddress, InputError
from pipeline.fetch.client import LOOK, MOST_REDIRECTS, Client, Exchange, Web, parsed, redirect
from pipeline.fetch.message import LATER, Message
from pipeline.fetch.pace import Pace
from pipeline.fetch.robots import Robots, robots_address
from pipeline.inputs import shown

ATTEMPTS = 3
WAIT = 2.0
"""Seconds before the second attempt; twice as many before the third, with up to WAIT seconds of jitter."""
PATIENCE = 120.0
"""Seconds of Retry-After that are waited for; a longer wish ends the visits to that host."""
FAILURES = 3
"""How many pages of a host may fail one after the other before its others wait for the next sync."""
FAILED = f"its host failed {FAILURES} times in a row"
FORBIDDEN = "its site's robots.txt does not allow it"
TRIED_AGAIN = frozenset({429, 500, 502, 503, 504})


class Disallowed(FetchError):
    """What robots.txt keeps from us."""


class Waits(FetchError):
    """A page of a host that has failed too often, or asks us to stay away: it was not asked for."""


class Unanswered(FetchError):
    """A failure that may pass: no answer, a busy server. ``after`` is the seconds that it asks us to wait."""

    after: float | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """One page to ask for: with which headers (validators), with which pause, and whether any address will do."""

    url: str
    delay: float
    private: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    validators: tuple[tuple[str, str], ...] = ()
    validated: str | None = None
    """The address that the validators are of; no other on the way is sent them."""

    def headers_for(self, url: str) -> dict[str, str]:
        """The headers for one address on the way."""
        return dict(self.headers + (self.validators if url == self.validated else ()))


class Keep(Protocol):
    """Is handed every exchange as soon as it ended."""

    def __call__(self, exchange: Exchange, *, robots: bool) -> None:
        """Keep the exchange; ``robots`` tells that it asked for rules, not for the page."""
        ...


class Visitor:
    """Visits pages; threads share it. What it learns of a host (rules, silence) holds for its lifetime."""

    def __init__(self, web: Web, contact: str | None, pace: Pace | None = None) -> None:
        self.clients = {
            private: Client(replace(web, private=web.private or private), contact) for private in (False, True)
        }
        self.pace = pace or Pace()
        self.web = web
        self.rules: dict[tuple[str, bool], Robots] = {}
        self.ruleless: dict[tuple[str, bool], str] = {}
        """Sites that could not say what is allowed, and why not: nothing of them is asked in this sync."""
        self.learning: defaultdict[tuple[str, bool], threading.Lock] = defaultdict(threading.Lock)
        self.failed: Counter[str] = Counter()
        self.away: set[str] = set()
        self.asking = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        for client in self.clients.values():
            client.__exit__(*details)

    @property
    def by_proxy(self) -> bool:
        """Whether anything was asked by way of a proxy, which resolves names itself: only these were checked then."""
        return any(proxy is not None for client in self.clients.values() for proxy in client.transports)

    def visit(self, errand: Errand, keep: Keep) -> Exchange:
        """The last answer on the way from an address: no redirect, no status that is tried again.

        Raises FetchError (Disallowed, Waits, Unanswered, too many redirects), ForbiddenAddress, OversizedInput.
        """
        url = str(parsed(errand.url))
        for _ in range(MOST_REDIRECTS + 1):
            self._check_rules(url, errand, keep)
            exchange = self._asked(url, errand, keep)
            if (target := redirect(exchange.message, url)) is None:
                return exchange
            url = target
        raise FetchError(shown(errand.url), f"redirects more than {MOST_REDIRECTS} times", LOOK)

    def forbidden(self, url: str, *, private: bool) -> str | None:
        """Why an address may not be visited, as far as the rules of its site are known already."""
        rules = self.rules.get((robots_address(url), private))
        return None if rules is None or rules.allows(url) else FORBIDDEN

    def _check_rules(self, url: str, errand: Errand, keep: Keep) -> None:
        if not self._rules(url, errand, keep).allows(url):
            raise Disallowed(shown(url), FORBIDDEN, "leave it out with exclude")

    def _rules(self, url: str, errand: Errand, keep: Keep) -> Robots:
        """The rules of an address' site, asked for once. Raises ForbiddenAddress; Waits when they cannot be had."""
        asked = robots_address(url), errand.private
        with self.asking:
            learning = self.learning[asked]
        with learning:
            if asked not in self.rules and asked not in self.ruleless:
                self._learn(asked, errand, keep)
        if (problem := self.ruleless.get(asked)) is not None:
            raise Waits(shown(url), problem, f"it was not asked, for nobody could say whether it may be; {LATER}")
        return self.rules[asked]

    def _learn(self, asked: tuple[str, bool], errand: Errand, keep: Keep) -> None:
        """Ask for the rules of a site; the pause that they want begins at once. Raises ForbiddenAddress."""
        try:
            self.rules[asked] = rules = self._robots(asked[0], errand, keep)
        except ForbiddenAddress:
            raise
        except InputError as error:
            self.ruleless[asked] = f"its site's robots.txt cannot be had ({error.problem})"
        else:
            self.pace.hold(urlsplit(asked[0]).hostname or "", rules.delay or 0)

    def _robots(self, address: str, errand: Errand, keep: Keep) -> Robots:
        """The rules behind an address, redirects followed. Raises InputError."""
        errand = replace(errand, headers=(), validators=())
        url = address
        for _ in range(MOST_REDIRECTS + 1):
            message = self._asked(url, errand, keep, robots=True).message
            if message.status >= 500:
                raise FetchError(shown(url), f"answered {message.status} {message.reason}".strip(), LATER)
            if (target := redirect(message, url)) is None:
                return Robots.answered(message.status, message.body(url) if message.status < 300 else b"")
            url = target
        return Robots.answered(404, b"")

    def _asked(self, url: str, errand: Errand, keep: Keep, *, robots: bool = False) -> Exchange:
        """An answer, after at most ATTEMPTS attempts."""
        host = urlsplit(url).hostname or ""
        if host in self.away or self.failed[host] >= FAILURES:
            problem = "is not asked: its host asks us to wait" if host in self.away else f"is not asked: {FAILED}"
            raise Waits(shown(url), problem, "nothing to do; the next sync asks again")
        attempts = stamina.retry_context(
            on=_again, attempts=ATTEMPTS, timeout=None, wait_initial=WAIT, wait_max=PATIENCE, wait_jitter=WAIT
        )
        try:
            for attempt in attempts:
                with attempt:
                    exchange = self._once(url, host, errand, keep, robots=robots)
        except Unanswered as error:
            with self.asking:
                self.failed[host] += 1
                if error.after is not None and error.after > PATIENCE:
                    self.away.add(host)
            raise
        with self.asking:
            self.failed[host] = 0
        return exchange

    def _once(self, url: str, host: str, errand: Errand, keep: Keep, *, robots: bool) -> Exchange:
        """One request at the host's turn. Raises Unanswered for what may pass, and what the client raises."""
        rules = self.rules.get((robots_address(url), errand.private))
        delay = max(errand.delay, (rules.delay or 0) if rules else 0)
        with self.pace.turn(host, delay):
            try:
                exchange = self.clients[errand.private].get(url, errand.headers_for(url))
                message = exchange.message
            except FetchError as error:
                raise Unanswered(error.name, error.problem, error.remedy) from error
            keep(exchange, robots=robots)
            if message.status in TRIED_AGAIN:
                busy = Unanswered(shown(url), f"answered {message.status} {message.reason}".strip(), LATER)
                busy.after = retry_after(message, self.web.now())
                if busy.after is not None and busy.after <= PATIENCE:
                    self.pace.hold(host, busy.after)
                raise busy
        return exchange


def _again(error: Exception) -> bool | float:
    """Whether to try again; with what a host asks us to wait, its next turn waits already."""
    if not isinstance(error, Unanswered):
        return False
    if error.after is None:
        return True
    return 0.0 if error.after <= PATIENCE else False


def retry_after(message: Message, now: datetime) -> float | None:
    """The seconds that an answer asks us to wait (RFC 9110, 10.2.3: seconds or a date); None when it does not."""
    value = message.headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
