"""Ids of records: from document, kind, normalised identifying value and occurrence number, never from offsets."""

from __future__ import annotations

from hashlib import sha256

from pipeline.records import Kind


class Ids:
    """The ids of one document's records."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.seen: dict[str, int] = {}

    def next(self, kind: Kind, value: str) -> str:
        """The id of the next record of a kind with this identifying value."""
        named = f"{self.document}\0{kind}\0{value}"
        self.seen[named] = number = self.seen.get(named, 0) + 1
        return "r-" + sha256(f"{named}\0{number}".encode()).hexdigest()[:16]
