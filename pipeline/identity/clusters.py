"""Sets of things that are one, joined two by two as far as places and reviewers let them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.identity.places import Division


class Clusters:
    """Things by number. A join that would bring together what a reviewer keeps apart, or two places, is not made."""

    def __init__(self, things: Sequence[tuple[str, Division | None]], apart: Mapping[str, set[str]]) -> None:
        self.things = things
        self.apart = apart
        self.parent = list(range(len(things)))
        self.members = {at: [at] for at in range(len(things))}

    def find(self, at: int) -> int:
        """The set of a thing, by its first member."""
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def join(self, first: int, second: int, *, whatever_place: bool = False) -> bool:
        """Make two sets one; whether they are one now."""
        a, b = sorted((self.find(first), self.find(second)))
        if a == b:
            return True
        ours, theirs = self.members[a], self.members[b]
        if self._kept_apart(ours, theirs) or not (whatever_place or self._on_line(ours, theirs)):
            return False
        self.parent[b] = a
        self.members[a] += self.members.pop(b)
        return True

    def join_all(self, pairs: Sequence[tuple[int, int]]) -> list[int]:
        """Join pairs, those in the very same division first; the places in the list of the pairs that were not joined.

        What a document puts into a province or city only, and fits things in several of its counties, is none of them.
        """
        refused = [at for at, pair in enumerate(pairs) if self._level(pair) and not self.join(*pair)]
        above: dict[int, list[int]] = defaultdict(list)
        for at, pair in enumerate(pairs):
            if not self._level(pair):
                above[min(pair, key=self._depth)].append(at)
        for shallow, own in above.items():
            fitting = {place for at in own for each in pairs[at] if each != shallow and (place := self.things[each][1])}
            one = all(a.on_line_with(b) for a in fitting for b in fitting)
            refused += [at for at in own if not (one and self.join(*pairs[at]))]
        return refused

    def sets(self) -> list[list[int]]:
        """Every set, in the order of its first member."""
        return [sorted(self.members[at]) for at in sorted(self.members)]

    def _level(self, pair: tuple[int, int]) -> bool:
        return self.things[pair[0]][1] == self.things[pair[1]][1]

    def _depth(self, at: int) -> int:
        division = self.things[at][1]
        return division.depth if division else 0

    def _kept_apart(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        if not self.apart:
            return False
        others = {self.things[at][0] for at in theirs}
        return any(not others.isdisjoint(self.apart.get(self.things[at][0], ())) for at in ours)

    def _on_line(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        first = {division for at in ours if (division := self.things[at][1])}
        second = {division for at in theirs if (division := self.things[at][1])}
        return all(a.on_line_with(b) for a in first for b in second)
