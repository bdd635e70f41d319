"""A data set with what was decided of it: document by document, whether or not anybody has reviewed anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.confident import confident
from pipeline.records import Document, Record
from pipeline.review.decisions import Decision, heads, living
from pipeline.review.standing import TO_DO, Standing, Status, standings

UNDECIDED: frozenset[Status] = TO_DO | {"unsure"}
"""Where the rules' confidence is all that is known."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One document, its records as they stand, and every decision on it in the order of the log."""

    document: Document
    standings: tuple[Standing, ...]
    decisions: tuple[Decision, ...]

    @property
    def read_by(self) -> tuple[str, ...]:
        """Who read the document in full, as it is today."""
        return read_by(self.document, self.decisions)

    @property
    def to_do(self) -> int:
        """How many records wait for somebody."""
        return sum(standing.status in TO_DO for standing in self.standings)

    @property
    def decided(self) -> int:
        """How many of the records that the document has today somebody has decided."""
        return sum(standing.status not in TO_DO and standing.status != "gone" for standing in self.standings)


def reviewed(pairs: Iterable[tuple[Document, Sequence[Record]]], decisions: Iterable[Decision]) -> Iterator[Reviewed]:
    """Documents with their records and the decisions on them."""
    of_document: dict[str, list[Decision]] = {}
    for decision in decisions:
        of_document.setdefault(decision.document, []).append(decision)
    for document, records in pairs:
        own = of_document.get(document.id, [])
        yield Reviewed(document, tuple(standings(document, records, own)), tuple(own))


def sure(each: Reviewed, least: float) -> Reviewed:
    """A document without what the rules are less sure of than ``least``, 0 to 1, unless somebody has decided it."""
    kept: list[Standing] = []
    for standing in each.standings:
        if standing.status in UNDECIDED:
            kept += [replace(standing, record=record) for record in confident([standing.record], least)]
        else:
            kept.append(standing)
    return replace(each, standings=tuple(kept))


def read_by(document: Document, decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Who read a document in full, as it is today; a page that has changed since is not read."""
    said = (each for each in heads(living(decisions)) if each.what == "read" and each.version == document.version)
    return tuple(dict.fromkeys(each.who for each in said))


def reviewers(standing: Standing) -> tuple[str, ...]:
    """Whose decisions stand on a record."""
    return tuple(dict.fromkeys(decision.who for decision in standing.decisions))
