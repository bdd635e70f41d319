"""What comes in is archived first, then indexed: the state follows the archive, also after a killed run."""

from __future__ import annotations

import hashlib
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from pipeline.clock import stamp
from pipeline.errors import InputError, StoreError, UnreadableInput
from pipeline.fetch.client import Exchange
from pipeline.inputs import Input
from pipeline.sources.attachments import attachments
from pipeline.sources.source import Source
from pipeline.store.captures import Capture, captures
from pipeline.store.disk import told
from pipeline.store.state import State, change_page, list_pages, note_indexed, visits_of
from pipeline.store.tables import CaptureRow
from pipeline.store.warc import Archive, Notes, Place, is_torn, whole_members
from pipeline.sync import schedule
from pipeline.sync.log import note as event

GONE = (404, 410)
MOST_ATTACHMENTS = 100
"""Attachments of one page that are followed."""


class Intake:
    """The one door into archive and state. Threads share it: whoever holds the state's turn writes."""

    def __init__(self, archive: Archive, state: State, sources: Iterable[Source]) -> None:
        self.archive = archive
        self.state = state
        self.sources: Mapping[str, Source] = {source.name: source for source in sources}
        self.trouble: str | None = None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """The turn to write. After a failure nobody has it: what is archived next would hide what was not indexed."""
        with self.state.turn:
            if self.trouble is not None:
                raise StoreError(self.trouble)
            try:
                yield
            except BaseException as error:
                self.trouble = str(error)
                raise

    def exchange(self, exchange: Exchange, notes: Notes) -> None:
        """Archive and index one exchange. Raises StoreError."""
        message = exchange.message
        with self._turn():
            known = self.state.page(notes.page)
            confirms = datetime.fromisoformat(known.captured) if known and known.captured else None
            place = self.archive.add(exchange, notes, confirms if message.status == 304 else None)
            kind = "revisit" if message.status == 304 else "response"
            capture = Capture(kind, exchange.url, exchange.at, exchange.response, "", place, notes)
            self._index(capture, notes, self._end(place))

    def new_file(self, file: Input, at: datetime, notes: Notes) -> None:
        """Archive and index a file, unless the same bytes were archived of it last. Raises StoreError."""
        block, kind = file.data, "resource"
        seen = Capture(kind, "", at, block, file.media_type, Place("", 0), notes)
        with self._turn():
            last = next(iter(self.state.captures(seen.identity)), None)
            if last is None or last.key != digest_of(seen):
                place = self.archive.add_file(block, file.media_type, at, notes)
                self._index(replace(seen, place=place), notes, self._end(place))

    def new_capture(self, capture: Capture, notes: Notes) -> None:
        """Archive and index a capture out of another archive, unless it is known. Raises StoreError."""
        seen = replace(capture, notes=notes)
        key = digest_of(seen)
        with self._turn():
            if any(row.key == key for row in self.state.captures(seen.identity)):
                return
            if capture.kind == "resource":
                place = self.archive.add_file(capture.block, capture.media_type, capture.at, notes)
            else:
                place = self.archive.add(Exchange(capture.url, capture.at, b"", capture.block, None), notes)
            self._index(replace(seen, place=place), notes, self._end(place))

    def catch_up(self) -> int:
        """Index what a killed run archived and did not index, drop what it left half-written; how many captures.

        Raises StoreError for an archive that is damaged, or shorter than what was indexed of it.
        """
        known = self.state.indexed()
        found = 0
        with told(self.archive.folder, "read"):
            for path in self.archive.files():
                start = known.pop(path.name, 0)
                if path.stat().st_size != start:
                    found += self._index_from(path, start)
        if known:
            raise StoreError(f"{self.archive.folder / min(known)}: is missing; restore it from a copy")
        return found

    def _index_from(self, path: Path, start: int) -> int:
        """Index the whole exchanges behind an offset; what stands behind the last of them is cut off."""
        if path.stat().st_size < start:
            raise StoreError(f"{path}: is shorter than it was; restore it from a copy")
        ends = [end for _, end in whole_members(path, start)]
        whole = ends[-1] if ends else start
        if not is_torn(path, whole):
            raise StoreError(f"{path}: is damaged at byte {whole}; restore it from a copy")
        found, done = 0, start or (ends[0] if ends else 0)
        try:
            for capture in captures(path, start, whole):
                if not capture.noted_at:
                    continue  # half an exchange; it is cut off, unless whole ones follow
                done = ends[bisect(ends, capture.noted_at)]
                if capture.notes is not None:  # None: noted by a version that knows more than this one
                    self._index(capture, capture.notes, done)
                    found += 1
        except UnreadableInput as error:
            raise StoreError(f"{error}") from error
        self.archive.cut(path.name, done)
        return found

    def _end(self, place: Place) -> int:
        return (self.archive.folder / place.file).stat().st_size

    def _index(self, capture: Capture, notes: Notes, end: int) -> None:
        """Take one capture into the state, with all that follows from it, in one transaction."""
        with self.state.transaction() as connection:
            if notes.role in ("page", "attachment"):
                take = self._index_file if capture.kind == "resource" else self._index_answer
                take(connection, capture, notes)
            note_indexed(connection, capture.place.file, end)

    def _index_file(self, connection: Connection, capture: Capture, notes: Notes) -> None:
        at = stamp(capture.at)
        list_pages(connection, [listed(notes.page, "file", notes, at)])
        change_page(connection, notes.page, visited=at, captured=at, outcome="answered", failures=0)
        self.state.add_capture(self._row(capture, notes), connection)

    def _index_answer(self, connection: Connection, capture: Capture, notes: Notes) -> None:
        """What an answer says of its page: here it is, unchanged, gone, or nothing yet (a redirect, a failure)."""
        message = capture.message
        at = stamp(capture.at)
        list_pages(connection, [listed(notes.page, notes.role, notes, at)])
        visited: dict[str, Any] = {"visited": at, "failures": 0}
        if message.status == 304:
            visited |= {"outcome": "unchanged"}
        elif message.status in GONE:
            visited |= {"outcome": "gone"}
        elif 200 <= message.status < 300:
            visited |= {"outcome": "answered", "captured": at}
            readable = self._take(connection, capture, notes)
            # An answer that was damaged on its way is asked for whole the next time.
            stated = message.headers if readable else {}
            visited |= {"etag": stated.get("etag"), "modified": stated.get("last-modified"), "answered": capture.url}
        else:
            return
        visits = visits_of(connection, notes.page) + 1
        source = self.sources.get(notes.source)
        visited |= {"visits": visits, "due": schedule.due(capture.at, visits, source.revisit if source else None)}
        change_page(connection, notes.page, **visited)

    def _take(self, connection: Connection, capture: Capture, notes: Notes) -> bool:
        """Take in a page that answered, and list what hangs on it; whether it can be opened (else it is reported)."""
        self.state.add_capture(self._row(capture, notes), connection)
        try:
            page = capture.input()
        except InputError:
            return False
        # Whatever an answer does to us, it is archived: the next sync would fail on it again.
        except Exception as error:
            event("page cannot be opened", url=capture.url, problem=f"{type(error).__name__}: {error}")
            return False
        source = self.sources.get(notes.source)
        if notes.role == "page" and page.media_type.endswith("html") and (source is None or source.attachments):
            self._list_attachments(connection, capture, notes, page)
        return True

    def _list_attachments(self, connection: Connection, capture: Capture, notes: Notes, page: Input) -> None:
        try:
            found = attachments(page)
        except InputError:
            return
        except Exception as error:
            event("attachments cannot be found", url=capture.url, problem=f"{type(error).__name__}: {error}")
            return
        if len(found) > MOST_ATTACHMENTS:
            event("attachments left out", url=capture.url, number=len(found) - MOST_ATTACHMENTS)
        at = stamp(capture.at)
        hanging = Notes("attachment", notes.source, "", capture.url, notes.language)
        list_pages(connection, [listed(address, "attachment", hanging, at) for address in found[:MOST_ATTACHMENTS]])

    def _row(self, capture: Capture, notes: Notes) -> CaptureRow:
        key = digest_of(capture)
        place = capture.place
        return CaptureRow(
            0, capture.identity, notes.page, notes.source, stamp(capture.at), key, place.file, place.offset
        )


def listed(address: str, role: str, notes: Notes, at: str) -> dict[str, Any]:
    """A row for a page that was just listed, due at once."""
    told = {"source": notes.source, "via": notes.via, "language": notes.language}
    return {"address": address, "role": role, **told, "seen": at, "due": at}


def digest_of(capture: Capture) -> str:
    """A digest of the bytes of a capture and of all that is told of them beside, but not of when they were captured."""
    try:
        given = capture.input()
        facts = (given.source, given.media_type, given.charset, given.given.language, given.given.announced_by)
        data = given.data
    # Whatever an answer does to us, it is archived: indexing it must not fail, now or when it is indexed again.
    except Exception as error:
        facts, data = (capture.identity, type(error).__name__, str(error), None, None), b""
    total = hashlib.sha256(repr(facts).encode())
    total.update(hashlib.sha256(data).digest())
    return total.hexdigest()
