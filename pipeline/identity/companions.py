"""Documents that name several of the same things, by which names are told that no place tells.

One Jianhu Primary School in two documents may be two schools. Three proper names that two documents have in common are
no chance: they speak of the same places, and their names are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from pipeline.identity.judging import own_signs
from pipeline.identity.mentions import Local
from pipeline.identity.names import key

SHARED = 3
"""So many names two documents have to share."""
PROPER = 2
"""Signs of its own that a name has to have in order to count, or to be told in this way."""
SPREAD = 4
"""A thing of more documents than this says nothing of any two of them."""


def companions(
    things: Sequence[Sequence[Local]],
    whole: Sequence[Local],
    same: Sequence[tuple[int, int]],
    left: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Of the pairs of things that are left open, those in documents that share several names."""
    shared: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for first, second in (*same, *left):
        if not (_is_proper(whole[first]) and _is_proper(whole[second])):
            continue
        ours, theirs = ({local.document for local in things[at]} for at in (first, second))
        if len(ours) <= SPREAD and len(theirs) <= SPREAD:
            for a, b in product(sorted(ours), sorted(theirs)):
                shared[min(a, b), max(a, b)].append((first, second))
    found = {pair for pairs in shared.values() if _enough(pairs, whole) for pair in pairs}
    return (pair for pair in left if pair in found)


def _is_proper(local: Local) -> bool:
    return local.kind == "person" or (local.kind != "body" and own_signs(local) >= PROPER)


def _enough(pairs: Sequence[tuple[int, int]], whole: Sequence[Local]) -> bool:
    """Whether the pairs are of enough things; a group and the school that it is called after count once."""
    proper = {key(whole[first].name).signs or " ".join(key(whole[first].name).sounds) for first, _ in pairs}
    return len(proper) >= SHARED
