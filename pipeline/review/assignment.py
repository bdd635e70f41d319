"""Who reads which document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256


def assigned(
    documents: Iterable[str], reviewers: Sequence[str], double: float, known: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """New documents with the people who read them; each goes to who has least by now, ``known`` being given already.

    The part ``double`` of all documents, 0 to 1, goes to two people. The order is that of digests of the ids, so that
    nobody chooses and the same documents are shared out in the same way.
    """
    load = Counter(who for readers in known.values() for who in readers)
    shared, twice = len(known), sum(len(readers) > 1 for readers in known.values())
    for digest, document in sorted((sha256(each.encode()).digest(), each) for each in documents):
        first = int.from_bytes(digest[:8]) % len(reviewers)
        turn = sorted((*reviewers[first:], *reviewers[:first]), key=lambda who: load[who])
        shared += 1
        by_two = len(reviewers) > 1 and twice + 1 <= double * shared
        twice += by_two
        for who in turn[: 1 + by_two]:
            load[who] += 1
            yield document, who
