"""Ids of records: from document, kind, normalised identifying value and occurrence number, never from offsets."""

from __future__ import annotations

from hashlib import sha256

from pipeline.records import Kind


class Ids:
    """The ids of one document's records."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.seen: dict[tuple[Kind, str], int] = {}

    def next(self, kind: Kind, value: str) -> str:
        """The id of the next record of a kind with this identifying value."""
        self.seen[kind, value] = number = self.seen.get((kind, value), 0) + 1
        parts = f"{self.document}\0{kind}\0{value}\0{number}"
        return f"r-{sha256(parts.encode()).hexdigest()[:16]}"
