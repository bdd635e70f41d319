"""Ids of records: from document, kind, normalised identifying value and occurrence number, never from offsets."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from pipeline.records import Kind


class Ids:
    """The ids of one document's records."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.seen: Counter[tuple[Kind, str]] = Counter()

    def next(self, kind: Kind, value: str) -> str:
        """The id of the next record of a kind with this identifying value."""
        self.seen[kind, value] += 1
        parts = (self.document, kind, value, str(self.seen[kind, value]))
        return f"r-{sha256(chr(0).join(parts).encode()).hexdigest()[:16]}"
