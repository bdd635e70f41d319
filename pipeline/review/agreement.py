"""How well reviewers agree who read the same documents apart, and where decisions contradict each other.

Agreement is F1 of one reviewer's records against the other's; it is the same both ways. It is a better measure here
than Cohen's kappa, which needs to know how many things nobody marked (G. Hripcsak and A. Rothschild, Agreement, the
F-measure, and reliability in information retrieval, JAMIA 12, 2005, 296-298). What somebody decided after they had seen
the other's decision settles a conflict and says nothing of agreement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from pipeline.records import Document, Record
from pipeline.review.decisions import Decision
from pipeline.review.reviewed import Reviewed, read_by
from pipeline.review.standing import TO_DO, Standing, standings
from pipeline.review.verdicts import things
from pipeline.score.tally import SCORED_KINDS, ScoredKind


@dataclass(frozen=True, slots=True)
class Agreement:
    """One kind: things that both have, and things that each has, over documents that both worked through."""

    kind: ScoredKind
    both: int
    one: int
    other: int

    @property
    def f1(self) -> float | None:
        """None where neither has any."""
        return 2 * self.both / (self.one + self.other) if self.one + self.other else None


@dataclass(frozen=True, slots=True)
class Agreements:
    """Agreement of each kind; ``readings`` counts pairs of people on a document."""

    kinds: tuple[Agreement, ...]
    documents: int
    readings: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record on which decisions differ that do not know of each other."""

    document: Document
    standing: Standing


def agreements(all_reviewed: Iterable[Reviewed]) -> Agreements:
    """How well people agree over a data set."""
    both: Counter[str] = Counter()
    one: Counter[str] = Counter()
    other: Counter[str] = Counter()
    documents = readings = 0
    for each in all_reviewed:
        results = [result for who in _names(each) if (result := worked_through(each, who)) is not None]
        pairs = list(combinations(results, 2))
        documents += bool(pairs)
        readings += len(pairs)
        for a, b in pairs:
            both.update(kind for kind, _ in (a & b).elements())
            one.update(kind for kind, _ in a.elements())
            other.update(kind for kind, _ in b.elements())
    kinds = tuple(Agreement(kind, both[kind], one[kind], other[kind]) for kind in SCORED_KINDS)
    return Agreements(kinds, documents, readings)


def conflicts(all_reviewed: Iterable[Reviewed]) -> Iterator[Conflict]:
    """Every record that waits for somebody to settle it."""
    for each in all_reviewed:
        yield from (Conflict(each.document, standing) for standing in each.standings if standing.status == "conflict")


def worked_through(each: Reviewed, who: str) -> Counter[tuple[str, object]] | None:
    """What a person by themselves makes of a document; None when records still wait for them."""
    machine = [standing.machine for standing in each.standings if standing.machine is not None]
    own = apart(each.decisions, who)
    result = standings(each.document, machine, own)
    if any(standing.status in TO_DO for standing in result):
        return None
    if not any(decision.record for decision in own) and not read_by(each.document, own):
        return None
    wanted = ("accepted", "edited", "added")
    return Counter(kept for standing in result if standing.status in wanted for kept in _kept(standing.record))


def apart(decisions: Iterable[Decision], who: str) -> list[Decision]:
    """A person's decisions, without those that they made with somebody else's before their eyes."""
    authors = {decision.id: decision.who for decision in decisions}
    own = [decision for decision in decisions if decision.who == who]
    return [decision for decision in own if all(authors.get(number, who) == who for number in decision.replaces)]


def _kept(record: Record) -> Iterator[tuple[str, object]]:
    """The things of a record by which two people agree; a school counts with the name of its group."""
    stated = list(things(record))
    about = stated[0].key
    yield from ((thing.name, (about, thing.key)) for thing in stated if thing.name in SCORED_KINDS)


def _names(each: Reviewed) -> list[str]:
    return sorted({decision.who for decision in each.decisions})
