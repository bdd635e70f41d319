"""Two witnesses of the same facts: an original and its translation, or two translations.

Documents are witnesses when most of what the shorter one names is in the other one too, name by name, and most of its
dates and numbers as well. Their records are linked, each link with its confidence; where they say different things,
that is listed and nothing is decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.identity.disagreements import Disagreement, disagreements
from pipeline.identity.links import (
    Link,
    fact_links,
    group_links,
    groups_alike,
    groups_fit,
    official_links,
    people_alike,
    people_fit,
)
from pipeline.identity.pairing import paired
from pipeline.identity.testimony import Fact, Testimony
from pipeline.records import Frozen

COMMON = 50
"""A date or number that more documents have than this finds no witnesses."""
SHARED = 2
"""So many rare dates and numbers two documents must have in common to be compared at all."""
NAMES = 0.5
FACTS = 0.5
"""The least shares of the shorter document's names, and of its dates and numbers, that the other one has too."""
UNNAMED = 0.75
MANY = 8
"""The share of the shorter document's dates and numbers, and how many, that must be in common where no name is known by
its sound, as with names that English has from Cantonese."""


class Witnesses(Frozen):
    """Two documents that tell of the same facts."""

    documents: tuple[str, str]
    sources: tuple[str, str]
    confidence: float
    links: tuple[Link, ...]
    disagreements: tuple[Disagreement, ...]


def witnesses(testimonies: Sequence[Testimony]) -> Iterator[Witnesses]:
    """The documents of a data set that are witnesses of the same facts, two by two."""
    for first, second in worth_comparing([each.facts for each in testimonies]):
        if (found := compared(testimonies[first], testimonies[second])) is not None:
            yield found


def worth_comparing(facts: Sequence[frozenset[Fact]]) -> Iterator[tuple[int, int]]:
    """The places of two documents that have some rare dates or numbers in common."""
    having: dict[Fact, list[int]] = defaultdict(list)
    for at, known in enumerate(facts):
        for fact in known:
            having[fact].append(at)
    together: dict[tuple[int, int], int] = defaultdict(int)
    for places in having.values():
        if len(places) <= COMMON:
            for pair in combinations(places, 2):
                together[pair] += 1
    return (pair for pair, shared in sorted(together.items()) if shared >= SHARED)


def compared(a: Testimony, b: Testimony) -> Witnesses | None:
    """Two documents as witnesses; None when they are not, or nothing says so."""
    groups = paired(a.groups, b.groups, groups_alike, groups_fit)
    officials = paired(a.officials, b.officials, people_alike, people_fit)
    named = sum(pair.how == "name" for pair in (*groups, *officials))
    fewest = min(len(a.groups) + len(a.officials), len(b.groups) + len(b.officials))
    least = min(len(a.facts), len(b.facts))
    if not fewest or not least:
        return None
    facts = len(a.facts & b.facts) / least
    if named or not (a.groups and b.groups):
        names = (len(groups) + len(officials)) / fewest
    else:
        names = len(groups) / min(len(a.groups), len(b.groups))
    if names < NAMES or facts < (FACTS if named else UNNAMED) or len(a.facts & b.facts) < (SHARED if named else MANY):
        return None
    if a.groups and b.groups and not groups:
        return None
    links = [*group_links(a, b, groups), *official_links(a, b, officials), *fact_links(a, b)]
    return Witnesses(
        documents=(a.id, b.id),
        sources=(a.source, b.source),
        confidence=round(min(1.0, 0.5 * min(names, 1) + 0.5 * facts), 2),
        links=tuple(links),
        disagreements=tuple(disagreements(a, b, groups, links)),
    )
