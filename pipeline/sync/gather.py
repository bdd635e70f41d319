"""Asking the sources, then the pages that are new or due: hosts at once, the pages of one host one by one."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from urllib.parse import urlsplit

from pipeline.clock import stamp
from pipeline.errors import CommuniqueError, FetchError, InputError, ListingError
from pipeline.fetch.client import LOOK, Exchange
from pipeline.fetch.page import ACCEPTED
from pipeline.fetch.visit import FORBIDDEN, Disallowed, Errand, Visitor, Waits
from pipeline.inputs import Input, shown
from pipeline.plural import plural
from pipeline.sources import Link, Source, find
from pipeline.steps import mistake
from pipeline.store.seal import Failure, LeftOutInput
from pipeline.store.state import State
from pipeline.store.tables import Page
from pipeline.store.warc import Notes, Role
from pipeline.sync import schedule
from pipeline.sync.hosts import Stopped, at_once
from pipeline.sync.intake import GONE, Intake, listed
from pipeline.sync.log import note

MOST_LISTS = 500
"""Lists of one source (children of a sitemap index) that are asked in one sync."""


@dataclass(slots=True)
class Asked:
    """What a source answered: the links that are wanted, why others are not, whether all its lists are unchanged."""

    source: Source
    links: list[Link] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    unchanged: bool = False
    new: int = 0
    problem: InputError | None = None


@dataclass(slots=True)
class Gathering:
    """One sync's asking. ``intake`` is None when nothing is to be kept: then only the sources can be asked."""

    sources: Sequence[Source]
    visitor: Visitor
    state: State
    intake: Intake | None
    now: Callable[[], datetime]
    active: Sequence[str] = ()
    """The names of all online sources of the list; a page of any other goes over to the source that lists it."""
    stop: threading.Event = field(default_factory=threading.Event)
    fetched: int = 0
    unchanged: int = 0
    gone: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    left_out: dict[str, LeftOutInput] = field(default_factory=dict)
    """What robots.txt forbids, by address: noted once, however many lists name it."""
    waiting: Counter[str] = field(default_factory=Counter)
    counting: threading.Lock = field(default_factory=threading.Lock)

    def ask_sources(self) -> list[Asked]:
        """What every online source answers, in their order."""
        asking = [source for source in self.sources if source.url is not None]
        found: dict[str, Asked] = {}

        def ask(source: Source) -> None:
            found[source.name] = self._asked(source)

        at_once([(source.url or "", partial(ask, source)) for source in asking], self.stop)
        return [found[source.name] for source in asking if source.name in found]

    def fetch_due(self, limit: int | None) -> None:
        """Fetch the pages that are due, attachments that they announce too, at most ``limit``. Raises StoreError."""
        names = online(self.sources)
        by_name = {source.name: source for source in self.sources}
        tried: set[str] = set()
        while pages := [
            page
            for page in self.state.due(stamp(self.now()), names)
            if page.address not in tried and still_wanted(page, by_name[page.source])
        ]:
            if limit is not None:  # what waits was not asked for
                pages = pages[: max(0, limit - len(tried) + self.waiting.total())]
            if not pages:
                return
            tried |= {page.address for page in pages}
            at_once([(page.address, partial(self._fetch, page, by_name[page.source])) for page in pages], self.stop)

    def _asked(self, source: Source) -> Asked:
        asked = Asked(source)
        try:
            if source.kind == "page":
                self._take_links(asked, find(_nothing(source), source).links, None)
            else:
                self._ask_lists(asked)
        except InputError as error:
            asked.problem = error
        except (CommuniqueError, Stopped):
            raise
        # Whatever a list does to us is our mistake, and must not cost the other sources their night.
        except Exception as error:
            asked.problem = mistake(shown(source.url or ""), error)
        note(
            "source asked",
            source=source.name,
            links=len(asked.links),
            new=asked.new,
            left_out=dict(asked.left_out) or None,
            unchanged=asked.unchanged or None,
            problem=str(asked.problem) if asked.problem else None,
        )
        return asked

    def _ask_lists(self, asked: Asked) -> None:
        """The lists of a source and the further ones that they name. Raises InputError when the first fails."""
        source = asked.source
        waiting = list(source.addresses())
        at = stamp(self.now())
        self.state.listed([listed(each, "listing", Notes("listing", source.name, ""), at) for each in waiting])
        most = source.pages if source.kind == "listing" else MOST_LISTS
        done: set[str] = set()
        states: list[bool] = []
        while waiting and len(done) < most:
            address = waiting.pop(0)
            if address in done:
                continue
            done.add(address)
            try:
                further, unchanged = self._ask_list(asked, address)
            except InputError as error:
                if len(done) == 1:
                    raise
                asked.problem = asked.problem or error
                continue
            states.append(unchanged)
            waiting += further
        if waiting and source.kind != "listing":
            asked.left_out[f"it is a list beyond the first {MOST_LISTS} of its source"] += len(waiting)
        asked.unchanged = bool(states) and all(states)
        if not asked.links and not asked.left_out and not any(states) and asked.problem is None:
            raise ListingError(shown(source.url or ""), "names no page at all", LOOK)

    def _ask_list(self, asked: Asked, address: str) -> tuple[tuple[str, ...], bool]:
        """One list: the further lists that it names, and whether it is unchanged since its links were taken."""
        source = asked.source
        known = self.state.page(address)
        is_page = known is not None and known.role != "listing"  # of another source, with validators of its own
        same = known is not None and not is_page and known.wanted == _wanted(source)
        exchange = self._visit(Notes("listing", source.name, address), source, known if same else None)
        message = exchange.message
        if message.status == 304:
            return self.state.children(address), True
        if not 200 <= message.status < 300:
            raise FetchError(shown(address), f"answered {message.status} {message.reason}".strip(), LOOK)
        body = message.body(address)
        listing = find(Input(exchange.url, body, message.media_type, message.charset), source)
        if listing.foreign:
            asked.left_out["it is on another host than its sitemap"] += listing.foreign
        validators = {"etag": message.headers.get("etag"), "modified": message.headers.get("last-modified")}
        validators["answered"] = exchange.url
        self._take_links(asked, listing.links, address, listing.further, None if is_page else validators)
        return listing.further, False

    def _take_links(
        self,
        asked: Asked,
        links: Iterable[Link],
        via: str | None,
        further: Iterable[str] = (),
        validators: dict[str, str | None] | None = None,
    ) -> None:
        """Keep what is wanted of the links, in one transaction with the validators of the list that named them."""
        source = asked.source
        wanted: list[Link] = []
        for link in links:
            reason = source.wanted(link) or self.visitor.forbidden(link.url, private=source.allow_private)
            if reason is None:
                wanted.append(link)
            else:
                asked.left_out[reason] += 1
            if reason == FORBIDDEN:
                self.left_out[link.url] = LeftOutInput(input=link.url, reason=reason)
        asked.links += wanted
        at = stamp(self.now())
        naming = Notes("page", source.name, "", via, source.language)
        rows = [listed(link.url, "page", naming, at) for link in wanted]
        lists = [listed(each, "listing", Notes("listing", source.name, "", via), at) for each in further]
        own = None
        if via is not None and validators is not None:
            own = listed(via, "listing", Notes("listing", source.name, ""), at)
            if FORBIDDEN in asked.left_out:  # what is forbidden now may be allowed when the list is still the same
                validators = dict.fromkeys(validators)
            own |= {"visited": at, "wanted": _wanted(source), **validators}
        asked.new += self.state.listed([*lists, *rows], own, self.active)

    def _fetch(self, page: Page, source: Source) -> None:
        """One page; what goes wrong is noted, and when it is tried again."""
        role: Role = "attachment" if page.role == "attachment" else "page"
        try:
            exchange = self._visit(Notes(role, page.source, page.address, page.via, page.language), source, page)
            message = exchange.message
            if not (message.status in (304, *GONE) or 200 <= message.status < 300):
                raise FetchError(shown(page.address), f"answered {message.status} {message.reason}".strip(), LOOK)
        except InputError as error:
            self._failed(page, error)
            return
        except (CommuniqueError, Stopped):
            raise
        # As in ``_asked``: a mistake of ours costs one page.
        except Exception as error:
            self._failed(page, mistake(shown(page.address), error))
            return
        with self.counting:
            self.fetched += 1
            self.unchanged += message.status == 304
            if message.status in GONE:
                self.gone.append(page.address)
        moved = exchange.url if exchange.url != page.address else None
        note("page fetched", url=page.address, status=message.status, moved_to=moved, source=page.source)

    def _failed(self, page: Page, error: InputError) -> None:
        note("page failed", url=page.address, problem=error.problem, source=page.source)
        with self.counting:
            if isinstance(error, Waits):
                self.waiting[f"{urlsplit(error.name).hostname}: {error.problem}"] += 1
                return
            if isinstance(error, Disallowed):
                self.left_out[page.address] = LeftOutInput(input=page.address, reason=error.problem)
            else:
                self.failures.append(Failure(input=page.address, problem=error.problem, remedy=error.remedy))
        again = schedule.due(self.now(), page.failures + 1, None)
        self.state.change(page.address, outcome="failed", failures=page.failures + 1, due=again)

    def _visit(self, notes: Notes, source: Source, known: Page | None) -> Exchange:
        """Ask for a page with the validators of what is known of it. Raises InputError, StoreError, Stopped."""
        if self.stop.is_set():
            raise Stopped
        headers = (("Accept", ", ".join((*ACCEPTED, "*/*;q=0.5"))),)
        stated = (("If-None-Match", known.etag), ("If-Modified-Since", known.modified)) if known is not None else ()
        validators = tuple((name, value) for name, value in stated if value)

        def keep(exchange: Exchange, *, robots: bool) -> None:
            if self.intake is not None:
                own = Notes("robots", notes.source, exchange.url, notes.page) if robots else notes
                self.intake.exchange(exchange, own)

        validated = known.answered if known is not None else None
        errand = Errand(notes.page, source.delay, source.allow_private, headers, validators, validated)
        return self.visitor.visit(errand, keep)


def still_wanted(page: Page, source: Source) -> bool:
    """Whether a page that was noted once is wanted by its source as it is today."""
    return source.attachments if page.role == "attachment" else source.wanted(Link(page.address)) is None


def online(sources: Iterable[Source]) -> list[str]:
    """The names of the sources whose pages are asked for; what came from a folder or an archive stays as it is."""
    return [source.name for source in sources if source.url is not None]


def _nothing(source: Source) -> Input:
    """What a single page says before it is asked: its own address."""
    return Input(source.url or "", b"", "text/html")


def _wanted(source: Source) -> str:
    """A digest of who takes which links of a list: to another source or other wishes, an unchanged list has news."""
    wishes = (source.name, source.include, source.exclude, source.keywords, source.since, source.link, source.next)
    return hashlib.sha256(repr(wishes).encode()).hexdigest()


def waits(waiting: Counter[str]) -> Iterator[str]:
    """One line for each host whose pages were not asked, and why."""
    for reason, number in sorted(waiting.items()):
        yield f"waiting: {plural(number, 'page')} of {reason}"
