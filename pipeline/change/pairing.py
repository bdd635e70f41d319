"""Which thing of the former list is which of the later one, by keys that grow weaker."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keyed(Generic[T]):
    """A thing with what it is known by, the strongest key first; None where it has no such key."""

    thing: T
    keys: tuple[Hashable, ...]


def paired(old: Sequence[Keyed[T]], new: Sequence[Keyed[T]]) -> list[tuple[T | None, T | None]]:
    """Every thing with its counterpart or None: the later ones in their order, then those that are gone.

    All things are matched by the first key before any is by the second; equal ones in their order. Every thing has as
    many keys.

    >>> paired([Keyed("a", (1, 5)), Keyed("b", (2, 6))], [Keyed("c", (3, 5)), Keyed("d", (4, 7))])
    [('a', 'c'), (None, 'd'), ('b', None)]
    """
    former: dict[int, int] = {}
    left = dict(enumerate(old))
    for rank in range(max((len(each.keys) for each in (*old, *new)), default=0)):
        waiting: dict[Hashable, deque[int]] = {}
        for number, each in left.items():
            if each.keys[rank] is not None:
                waiting.setdefault(each.keys[rank], deque()).append(number)
        for number, each in enumerate(new):
            if number not in former and (same := waiting.get(each.keys[rank])):
                former[number] = same.popleft()
                del left[former[number]]
    found: list[tuple[T | None, T | None]] = [
        (old[former[number]].thing if number in former else None, each.thing) for number, each in enumerate(new)
    ]
    return found + [(each.thing, None) for each in left.values()]


def single_or_paired(old: Sequence[Keyed[T]], new: Sequence[Keyed[T]]) -> list[tuple[T | None, T | None]]:
    """The same; but where each side has one thing, it is the same one whatever its keys."""
    return [(old[0].thing, new[0].thing)] if len(old) == len(new) == 1 else paired(old, new)
