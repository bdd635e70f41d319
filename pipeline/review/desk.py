"""The reviewers' desk: which documents wait for whom, one document with what stands, and what is decided on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from pipeline.records import Document, Record
from pipeline.review.asked import Asked, drafted
from pipeline.review.assignment import assigned
from pipeline.review.decisions import Decision, seen_by
from pipeline.review.log import Log, Overtaken
from pipeline.review.queue import Filter, Listed, States, listed
from pipeline.review.reviewed import read_by
from pipeline.review.shelf import Shelf, Shelved, brief
from pipeline.review.standing import Standing, standings
from pipeline.review.typed import Refused

LATELY = 64
"""How many documents are kept open."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One document as a reviewer sees it."""

    document: Document
    standings: tuple[Standing, ...]
    blind: bool
    """Whether somebody else reads it apart."""
    shown: tuple[Decision, ...]
    """The decisions that the reviewer is shown, in the order of the log."""

    @property
    def read_by(self) -> tuple[str, ...]:
        """Who said that they have read it in full, as it is today."""
        return read_by(self.document, self.shown)

    @property
    def last(self) -> int:
        """The newest decision that the reviewer is shown; 0 for none."""
        return max((decision.id for decision in self.shown), default=0)


class Desk:
    """A data set, its log, and the people who review it; requests take turns.

    Several ``reviewers`` share the documents evenly; the part ``double`` of them, 0 to 1, goes to two, who read them
    apart.
    Raises what ``opened`` of the data set raises, and StoreError for a log that cannot be used.
    """

    def __init__(self, folder: Path, reviewers: Sequence[str] = (), double: float = 0.0) -> None:
        self.turn = threading.RLock()
        self.reviewers, self.double = tuple(reviewers), double
        self.shelf = Shelf(folder)
        self.log = Log(folder)
        self._text = lru_cache(LATELY)(self._read)
        self.states: dict[tuple[str, str | None], tuple[int, States, tuple[str, ...]]] = {}
        self._share()

    def close(self) -> None:
        """Close the data set and the log."""
        self.log.close()
        self.shelf.close()

    def version(self) -> object:
        """What tells the data set as it is by now from the one before it."""
        with self.turn:
            self._look()
            return self.shelf.seen

    def documents(self, who: str, wanted: Filter) -> list[Listed]:
        """A reviewer's documents that have what is wanted, in the order of the data set; all for who has no share."""
        with self.turn:
            self._look()
            sampled = self.log.sampled() if wanted.sample else frozenset()
            holding = self.shelf.holding(wanted.text) if wanted.text else set()
            last = self.log.documents()
            found = []
            shareless = not any(who in readers for readers in self.shares.values())
            for each in self.shelf.documents.values():
                if shareless or who in (shares := self.shares.get(each.id, ())) or not shares:
                    states, readers = self._states(each, who, last.get(each.id, 0))
                    found.append(listed(each, states, readers, wanted, sampled, holds=each.id in holding))
            return [each for each in found if each is not None]

    def opened(self, who: str, document: str) -> Opened | None:
        """A document with what stands, as far as the reviewer is shown it; None for an unknown id."""
        with self.turn:
            self._look()
            return self._opened(who, document, blind=self._blind(who, document))

    def decide(self, who: str, asked: Asked) -> Standing | None:
        """Log a decision and give what stands of its record then; None when that is nothing.

        Raises Overtaken when others decided meanwhile, Refused when it cannot be made, StoreError when it is not kept.
        """
        with self.turn:
            self._look()
            blind = self._blind(who, asked.document) and not asked.settle
            opened = self._opened(who, asked.document, blind=blind)
            if opened is None:
                raise Refused("this document is no longer in the data set; go back to the list")
            decision = self.log.known(asked.key)
            if decision is None:
                _up_to_date(asked, opened.standings)
                draft = drafted(who, asked, opened.document, opened.standings, self.log.of_document(asked.document))
                decision = self.log.append(draft, asked.seen, blind=blind)
            now = self._opened(who, asked.document, blind=blind)
            standing = now.standings if now else ()
            return next((each for each in standing if decision.id in [d.id for d in each.decisions]), None)

    def undo(self, who: str, document: str, key: str) -> Decision | None:
        """Take back one's last decision on a document; None when there is nothing to take back."""
        with self.turn:
            return self.log.undo(key, who, document)

    def keeper(self, who: str) -> str:
        """The name under which a browser keeps what one reviewer has not sent yet to this data set and no other."""
        return sha256(f"{self.log.path.resolve()}\n{who}".encode()).hexdigest()[:16]

    def conflicts(self) -> list[tuple[Shelved, Standing]]:
        """The records on which decisions differ, everybody's in view."""
        with self.turn:
            self._look()
            found = []
            for each, _ in self._differing():
                document, records = self._text(each.id)
                standing = standings(document, records, self.log.of_document(each.id))
                found += [(each, one) for one in standing if one.status == "conflict"]
            return found

    def differing(self) -> int:
        """On how many records decisions differ, everybody's in view."""
        with self.turn:
            self._look()
            return sum(number for _, number in self._differing())

    def _differing(self) -> Iterator[tuple[Shelved, int]]:
        """The documents that have conflicts, each with their number, everybody's decisions in view."""
        last = self.log.documents()
        for each in self.shelf.documents.values():
            if each.id in last:
                states, _ = self._states(each, None, last[each.id])
                if number := sum(status == "conflict" for _, status in states):
                    yield each, number

    def _look(self) -> None:
        if self.shelf.look():
            self._text.cache_clear()
            self.states.clear()
            self._share()

    def _share(self) -> None:
        """Give the documents that are nobody's yet to the reviewers."""
        if len(self.reviewers) > 1:
            known = self.log.assignments()
            new = [document for document in self.shelf.documents if document not in known]
            self.log.assign(assigned(new, self.reviewers, self.double, known))
        self.shares = self.log.assignments()

    def _blind(self, who: str | None, document: str) -> bool:
        """Whether two read a document apart, and this is one of them."""
        readers = self.shares.get(document, ())
        return len(readers) > 1 and who in readers

    def _read(self, document: str) -> tuple[Document, tuple[Record, ...]]:
        found = self.shelf.open(document)
        if found is None:
            raise Refused("this document is no longer in the data set; go back to the list")
        return found

    def _opened(self, who: str, document: str, *, blind: bool) -> Opened | None:
        if document not in self.shelf.documents:
            return None
        text, records = self._text(document)
        shown = seen_by(who, self.log.of_document(document), blind=blind)
        return Opened(text, tuple(standings(text, records, shown)), blind, tuple(shown))

    def _states(self, shelved: Shelved, who: str | None, last: int) -> tuple[States, tuple[str, ...]]:
        """A document's records in short with what stands of them, everybody's decisions in view for None."""
        if not last:
            return tuple((each, "open") for each in shelved.briefs), ()
        blind = self._blind(who, shelved.id)
        place = (shelved.id, who if blind else None)
        if place not in self.states or self.states[place][0] != last:
            shown = seen_by(who or "", self.log.of_document(shelved.id), blind=blind)
            document, records = self._text(shelved.id)
            states: States = tuple((brief(each.record), each.status) for each in standings(document, records, shown))
            self.states[place] = last, states, read_by(document, shown)
        return self.states[place][1:]


def _up_to_date(asked: Asked, shown: Sequence[Standing]) -> None:
    """Raise Overtaken where other decisions stand on a record than its reviewer was shown: changes would not fit."""
    for standing in shown:
        if standing.record.id == asked.record and {each.id for each in standing.decisions} != set(asked.seen):
            raise Overtaken(standing.decisions)
