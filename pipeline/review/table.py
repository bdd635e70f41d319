"""The pairs of a data set by name, and in the orders in which reviewers are to see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pipeline.identity.judging import VERDICTS, Verdict
from pipeline.review.pairs import KINDS, Pair, Side, bare_side


@dataclass(slots=True)
class Table:
    """All pairs that were compared. ``ordered`` are their names by the verdict of the rules."""

    sides: dict[str, Side] = field(default_factory=dict)
    pairs: dict[str, Pair] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    """The names of each side in small letters."""
    ordered: dict[Verdict, list[str]] = field(default_factory=lambda: {each: [] for each in VERDICTS})

    @classmethod
    def of(cls, found: Iterable[Pair | Side]) -> Table:
        """A table of pairs and their sides."""
        made = cls()
        for each in found:
            if isinstance(each, Side):
                made.sides[each.signature] = each
                made.words[each.signature] = "\n".join(each.names).casefold()
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

    def naming(self, words: str) -> set[str]:
        """The signatures of the sides that have a name with these words, which are in small letters."""
        return {name for name, own in self.words.items() if words in own}

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
