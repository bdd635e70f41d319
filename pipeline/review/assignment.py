"""Who reads which document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256


def assigned(documents: Iterable[str], reviewers: Sequence[str], double: float) -> Iterator[tuple[str, str]]:
    """Documents with the people who read them, by a digest of each id, so that new documents move no other.

    Everybody's share is about the same; the part ``double`` of the documents, 0 to 1, goes to two people.
    """
    for document in documents:
        digest = sha256(document.encode()).digest()
        first = int.from_bytes(digest[:8]) % len(reviewers)
        yield document, reviewers[first]
        if len(reviewers) > 1 and int.from_bytes(digest[8:12]) / 2**32 < double:
            step = 1 + int.from_bytes(digest[12:16]) % (len(reviewers) - 1)
            yield document, reviewers[(first + step) % len(reviewers)]
