"""The pairs of a data set by name, and in the orders in which reviewers are to see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.identity.judging import VERDICTS, Verdict
from pipeline.review.pairs import KINDS, Pair, Side, bare_side

FIRST: dict[Verdict, tuple[Verdict, ...]] = {
    "unsure": ("unsure", "same", "different"),
    "same": ("same", "unsure", "different"),
    "different": ("different", "unsure", "same"),
}
"""Which pairs come first where those of one verdict are looked for; reviewers may have brought the others there."""


@dataclass(slots=True)
class Table:
    """All pairs that were compared. ``ordered`` are their names by the verdict of the rules."""

    sides: dict[str, Side] = field(default_factory=dict)
    pairs: dict[str, Pair] = field(default_factory=dict)
    ordered: dict[Verdict, list[str]] = field(default_factory=lambda: {each: [] for each in VERDICTS})

    @classmethod
    def of(cls, found: Iterable[Pair | Side]) -> Table:
        """A table of pairs and their sides."""
        made = cls()
        for each in found:
            if isinstance(each, Side):
                made.sides[each.signature] = each
            else:
                made.pairs[each.id] = each
        for name, pair in made.pairs.items():
            made.ordered[pair.verdict].append(name)
        for verdict, own in made.ordered.items():
            ranks = {name: made._rank(verdict, made.pairs[name]) for name in own}
            own.sort(key=ranks.__getitem__)
        return made

    def side(self, name: str) -> Side:
        """A side by its signature; one that no document has any more is known by that alone."""
        return self.sides.get(name) or bare_side(name)

    def beginning_with(self, verdict: Verdict) -> Iterator[str]:
        """The names of all pairs, those of a verdict of the rules first."""
        for each in FIRST[verdict]:
            yield from self.ordered[each]

    def entity(self, pair: Pair) -> str | None:
        """The entity that both sides belong to in the tables; None where they belong to two."""
        first, second = self.side(pair.first).entity, self.side(pair.second).entity
        return first if first == second else None

    def _rank(self, verdict: Verdict, pair: Pair) -> tuple[Any, ...]:
        """Of pairs in doubt those first that tie most documents together, then the likeliest; of pairs that were made
        one those first that are least alike, and of pairs that were kept apart those that are most alike."""
        first, second = self.side(pair.first), self.side(pair.second)
        tied = -first.documents * second.documents
        by_name = (KINDS.index(first.kind), -pair.score, pair.first, pair.second)
        match verdict:
            case "unsure":
                return (tied, *by_name)
            case "same":
                return (pair.score, tied, *by_name)
            case "different":
                return (-pair.score, tied, *by_name)
