"""Sets of things that are one, joined two by two as far as places and reviewers let them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pipeline.identity.places import Division


class Clusters:
    """Things by number. A join that would bring together what a reviewer keeps apart, or two places, is not made.

    ``apart`` has the things that reviewers keep apart from one, for those that they speak of.
    """

    def __init__(self, number: int, division: Callable[[int], Division | None], apart: Mapping[int, set[int]]) -> None:
        self.division = division
        self.apart = apart
        self.parent = array("l", range(number))
        self.members: dict[int, list[int]] = {}
        """The things of every set of more than one, by its first one."""

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
        ours, theirs = self.of(a), self.of(b)
        if self._kept_apart(ours, theirs) or not (whatever_place or self._on_line(ours, theirs)):
            return False
        self.parent[b] = a
        self.members[a] = [*ours, *theirs]
        self.members.pop(b, None)
        return True

    def join_all(self, pairs: Iterable[tuple[int, int]]) -> list[int]:
        """Join pairs, those in the very same division first; the places in the order of the pairs that were not joined.

        What a document puts into a province or city only, and fits things in several of its counties, is none of them.
        """
        refused: list[int] = []
        above: dict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
        for at, pair in enumerate(pairs):
            if self.division(pair[0]) != self.division(pair[1]):
                above[min(pair, key=self._depth)].append((at, pair))
            elif not self.join(*pair):
                refused.append(at)
        for shallow, own in above.items():
            fitting = {place for _, pair in own for at in pair if at != shallow and (place := self.division(at))}
            one = all(a.on_line_with(b) for a in fitting for b in fitting)
            refused += [at for at, pair in own if not (one and self.join(*pair))]
        return refused

    def of(self, first: int) -> list[int]:
        """The things of a set, by its first one."""
        return self.members.get(first) or [first]

    def sets(self) -> Iterator[list[int]]:
        """Every set, in the order of its first member."""
        return (sorted(self.of(at)) for at, parent in enumerate(self.parent) if at == parent)

    def _depth(self, at: int) -> int:
        division = self.division(at)
        return division.depth if division else 0

    def _kept_apart(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        return bool(self.apart) and any(not self.apart.get(at, set()).isdisjoint(theirs) for at in ours)

    def _on_line(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        first = {division for at in ours if (division := self.division(at))}
        second = {division for at in theirs if (division := self.division(at))}
        return all(a.on_line_with(b) for a in first for b in second)
