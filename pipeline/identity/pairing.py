"""Two sequences of names that tell of the same things: which are one, by likeness and, between known ones, by order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeVar

A = TypeVar("A")
SURE = 0.75
"""Names less alike than this are not linked by themselves."""
BY_ORDER = 0.6
"""How sure a link is that rests on order: the only fitting names between two linked ones."""
ALONE = 0.75
"""The same where one name stands there alone, and others of the two sequences are known by themselves."""

How = Literal["name", "order", "value"]


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of two items that are one, in the first and in the second sequence."""

    first: int
    second: int
    confidence: float
    how: How


def paired(
    first: Sequence[A], second: Sequence[A], alike: Callable[[A, A], float], fits: Callable[[A, A], bool]
) -> list[Pair]:
    """The items that are one, by their place in the first sequence; each is in one pair at most.

    ``alike`` is 0 to 1; two items that ``fits`` refuses are never paired.
    """
    scores = sorted(((alike(a, b), -i, -j) for i, a in enumerate(first) for j, b in enumerate(second)), reverse=True)
    found: list[Pair] = []
    for score, i, j in scores:
        if score >= SURE and all(-i != each.first and -j != each.second for each in found):
            found.append(Pair(-i, -j, round(score, 2), "name"))
    found.sort(key=lambda pair: pair.first)
    return sorted([*found, *_between(found, first, second, fits)], key=lambda pair: pair.first)


def _between(
    known: Sequence[Pair], first: Sequence[A], second: Sequence[A], fits: Callable[[A, A], bool]
) -> Iterator[Pair]:
    """What stands alone between two known pairs on both sides, as often on the one as on the other."""
    edges = [(-1, -1), *((pair.first, pair.second) for pair in known), (len(first), len(second))]
    for (i, j), (k, m) in pairwise(edges):
        if k - i == m - j and all(fits(first[i + n], second[j + n]) for n in range(1, k - i)):
            sure = ALONE if known and k - i == 2 else BY_ORDER
            yield from (Pair(i + n, j + n, sure, "order") for n in range(1, k - i))
