"""Two witnesses of the same facts: an original and its translation, or two translations.

Documents are witnesses when most of what the shorter one names is in the other one too, name by name, and most of its
dates and numbers as well. Their records are linked, each link with its confidence; where they say different things,
that is listed and nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from pipeline.identity.shelf import Shelf
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
TOGETHER = """
SELECT a.document, b.document
FROM (SELECT said FROM fact GROUP BY said HAVING count(*) BETWEEN 2 AND ?) AS rare
CROSS JOIN fact AS a ON a.said = rare.said CROSS JOIN fact AS b ON b.said = rare.said AND a.document < b.document
GROUP BY 1, 2 HAVING count(*) >= ? ORDER BY 1, 2
"""


class Witnesses(Frozen):
    """Two documents that tell of the same facts."""

    documents: tuple[str, str]
    sources: tuple[str, str]
    confidence: float
    links: tuple[Link, ...]
    disagreements: tuple[Disagreement, ...]


class Facts:
    """The dates and numbers of all documents, on a shelf; documents by number, in the order in which they come."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.documents = 0
        shelf.make("CREATE TABLE fact (said TEXT, document INTEGER)")

    def add(self, facts: frozenset[Fact]) -> None:
        """Take in those of the next document."""
        self.shelf.executemany("INSERT INTO fact VALUES (?, ?)", ((repr(fact), self.documents) for fact in facts))
        self.documents += 1

    def worth_comparing(self) -> list[tuple[int, int]]:
        """The numbers of two documents that have some rare dates or numbers in common."""
        self.shelf.execute("CREATE INDEX fact_said ON fact (said, document)")
        return self.shelf.execute(TOGETHER, (COMMON, SHARED)).fetchall()


def witnesses(testimonies: Sequence[Testimony]) -> Iterator[Witnesses]:
    """The documents of a data set that are witnesses of the same facts, two by two."""
    facts = Facts(Shelf())
    for each in testimonies:
        facts.add(each.facts)
    for first, second in facts.worth_comparing():
        if (found := compared(testimonies[first], testimonies[second])) is not None:
            yield found


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
