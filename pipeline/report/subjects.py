"""What numbers are about: which of them are about one thing, in one document or in several."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.identity.mentions import Local
from pipeline.identity.places import named, settled
from pipeline.records import CountRecord


class Subjects:
    """The subjects of a data set's numbers.

    A division of China, and what is named as a group, school or body somewhere, is one subject in every document; "the
    district" is one in its own document only.
    """

    def __init__(self, found: Iterable[Local]) -> None:
        self._names = {name.casefold() for local in found for name in local.names}

    def proper(self, record: CountRecord) -> str | None:
        """The subject of a number if it is one in every document."""
        scope = record.scope.value if record.scope else ""
        if scope.casefold() in self._names:
            return scope.casefold()
        division = settled(named(scope))
        return division.code if division else None

    def of(self, record: CountRecord) -> str:
        """The subject of a number; empty where none is stated."""
        if record.scope is None:
            return ""
        return self.proper(record) or f"{record.document} {record.scope.value.casefold()}"
