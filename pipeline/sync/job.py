"""One night's sync, from the source list to the published data set; killed anywhere, the next goes on from there."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.change.changes import Summary
from pipeline.clock import stamp
from pipeline.errors import InputError, StoreError, UsageError
from pipeline.extraction import Extraction
from pipeline.fetch.client import Web
from pipeline.fetch.pace import Pace
from pipeline.fetch.visit import Visitor
from pipeline.outcome import Outcome
from pipeline.relevant import reader
from pipeline.run import Settings, lexicon_bytes, replaced, rules_version
from pipeline.sources import Source
from pipeline.steps import written
from pipeline.store.disk import told
from pipeline.store.lock import locked
from pipeline.store.seal import Failure, LeftOutInput
from pipeline.store.state import STATE, State
from pipeline.store.tables import CaptureRow
from pipeline.store.warc import ROTATE, Archive
from pipeline.sync import schedule
from pipeline.sync.broken import broken
from pipeline.sync.changes import Former, before
from pipeline.sync.files import look, on_disk, take_files
from pipeline.sync.gather import Asked, Gathering, online, still_wanted, waits
from pipeline.sync.hosts import waiting
from pipeline.sync.intake import Intake
from pipeline.sync.log import logging_to, note, unlogged
from pipeline.sync.results import Results, rules_key


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants of one sync.

    Of some sources only (by name), pages since a day, at most so many, and a contact for the user agent.
    """

    only: tuple[str, ...] = ()
    since: date | None = None
    limit: int | None = None
    contact: str | None = None
    rotate: int = ROTATE


@dataclass(slots=True)
class Night:
    """What a sync did, for the closing line."""

    sources: int
    asked: list[Asked] = field(default_factory=list)
    fetched: int = 0
    unchanged: int = 0
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    records: int = 0
    failures: list[Failure] = field(default_factory=list)
    left_out: list[LeftOutInput] = field(default_factory=list)
    waiting: tuple[str, ...] = ()
    pages_waiting: int = 0
    changes: Summary | None = None
    """None when nothing was published, or the list of changes could not be written."""
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def exit_code(self) -> int:
        """0 when every source and page was done, 1 when one failed."""
        return 1 if self.failures or self.waiting else 0


def sync(
    sources: Sequence[Source],
    folder: Path,
    settings: Settings,
    wishes: Wishes | None = None,
    web: Web | None = None,
    watch: Callable[[str], None] = lambda _: None,
) -> Night:
    """Ask the sources, fetch what is new or due, archive it, and publish the data set with what came of it.

    Raises UsageError, LexiconError, ModelError, LockedError, StoreError; what fails beside is in the night.
    """
    wishes, web = wishes or Wishes(), web or Web()
    picked = chosen(sources, wishes)
    words = lexicon_bytes(settings.lexicon)
    extraction = Extraction(settings.lexicon, model=settings.model)
    stop = threading.Event()
    with ExitStack() as open_things:
        open_things.enter_context(locked(folder))
        open_things.enter_context(logging_to(folder))
        state = State(folder / STATE)
        open_things.callback(state.close)
        archive = Archive(folder, wishes.rotate)
        intake = Intake(archive, state, sources)
        last = state.begun()
        if resumed := intake.catch_up():
            note("went on from the archive", captures=resumed)
        visitor = open_things.enter_context(Visitor(web, wishes.contact, Pace(wait=waiting(stop))))
        night = Night(len(picked))
        gathering = Gathering(picked, visitor, state, intake, web.now, online(sources), stop)
        _gather(night, gathering, intake, wishes)
        rules = rules_key(rules_version(words), model=settings.model, relevant_only=settings.relevant_only)
        reading = reader(settings.lexicon, relevant_only=settings.relevant_only)
        results = Results(folder, state, extraction, rules, last, again(sources), watch, reading)
        former = open_things.enter_context(before(folder))
        night.outcome = replaced(map(written, results.all()), folder, settings, words)
        results.settle()
        state.end()
        _sum_up(night, gathering, results)
        if night.outcome.published:
            _tell_changes(night, former)
        note("sync ended", exit_code=night.exit_code, new=len(night.new), changed=len(night.changed))
    return night


def _tell_changes(night: Night, former: Former) -> None:
    """Write what the night changed; when that fails, it is one more failure."""
    match former.told():
        case Failure() as failed:
            night.failures.append(failed)
        case changes:
            night.changes = changes


def _gather(night: Night, gathering: Gathering, intake: Intake, wishes: Wishes) -> None:
    """Everything that is archived in a night. Raises StoreError."""
    try:
        night.asked = gathering.ask_sources()
        if gathering.visitor.by_proxy:
            note("a proxy is used", checked="the names of hosts only; the proxy resolves them")
        night.failures += take_files(gathering.sources, intake, gathering.now())
        gathering.fetch_due(wishes.limit)
    except KeyboardInterrupt:
        gathering.stop.set()
        raise


def again(sources: Sequence[Source]) -> Callable[[CaptureRow], str]:
    """When a page that has just changed is asked again, by the source that it came from."""
    revisits = {source.name: source.revisit for source in sources}
    return lambda row: schedule.due(datetime.fromisoformat(row.at), 1, revisits.get(row.source))


@contextmanager
def rehearsal(sources: Sequence[Source], folder: Path, wishes: Wishes) -> Iterator[tuple[list[Asked], list[str]]]:
    """Ask the sources and keep nothing: what each holds, in their order, and the pages that a sync would fetch.

    Raises StoreError.
    """
    web = Web()
    with TemporaryDirectory() as place, ExitStack() as open_things:
        path = Path(place) / STATE
        if (folder / STATE).is_file():
            _copy(folder / STATE, path)
        open_things.enter_context(unlogged())
        state = State(path)
        open_things.callback(state.close)
        visitor = open_things.enter_context(Visitor(web, wishes.contact))
        picked = chosen(sources, wishes)
        gathering = Gathering(picked, visitor, state, None, web.now, online(sources))
        asked = {each.source.name: each for each in gathering.ask_sources()}
        asked |= {source.name: look(source) for source in on_disk(gathering.sources)}
        by_name = {source.name: source for source in picked}
        due = [
            page.address
            for page in state.due(stamp(web.now()), online(picked))
            if still_wanted(page, by_name[page.source])
        ]
        yield [asked[source.name] for source in picked], due[: wishes.limit]


def _copy(source: Path, target: Path) -> None:
    """A copy of a state, whoever may be writing to it; nothing is left beside it. Raises StoreError."""
    with told(source.parent, "read"):
        if not source.with_name(source.name + "-wal").exists():  # nobody writes, and SQLite would leave files there
            shutil.copyfile(source, target)
            return
    try:
        address = f"{source.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    except sqlite3.Error as error:
        raise StoreError(f"{source}: cannot be read ({error}); wait for the sync that writes to it") from error


def chosen(sources: Sequence[Source], wishes: Wishes) -> list[Source]:
    """The sources that are wished for, none of them taking in what is older than the day that is.

    Raises UsageError for a name that is not in the list.
    """
    known = {source.name for source in sources}
    for name in wishes.only:
        if name not in known:
            raise UsageError(f"{name}: no source has this name; known are {', '.join(sorted(known))}")
    return [_since(source, wishes.since) for source in sources if not wishes.only or source.name in wishes.only]


def _since(source: Source, since: date | None) -> Source:
    if since is None or source.kind == "page":
        return source
    return source.model_copy(update={"since": max(since, source.since or since)})


def _sum_up(night: Night, gathering: Gathering, results: Results) -> None:
    night.new, night.changed = results.news["new"], results.news["changed"]
    night.records = results.records
    night.fetched, night.unchanged = gathering.fetched, gathering.unchanged + results.unchanged
    night.gone = gathering.gone
    night.left_out = [*gathering.left_out.values(), *results.passed_over]
    night.waiting, night.pages_waiting = tuple(waits(gathering.waiting)), gathering.waiting.total()
    night.failures += [_of_source(asked, asked.problem) for asked in night.asked if asked.problem is not None]
    night.failures += gathering.failures
    night.failures += results.failures
    night.failures += broken(results.yields)


def _of_source(asked: Asked, error: InputError) -> Failure:
    """A source's failure, under its name."""
    return Failure(input=f"source {asked.source.name}", problem=f"{error.name}: {error.problem}", remedy=error.remedy)
