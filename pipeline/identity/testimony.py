"""What is kept of a document to compare it with others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import CountRecord, DateRecord, Document, GroupRecord, OfficialRecord, PolicyRecord, Record

Fact = tuple[str, object]
"""A date or number, with what kind it is."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """What is kept of a document to compare it by."""

    id: str
    source: str
    groups: tuple[GroupRecord, ...]
    officials: tuple[OfficialRecord, ...]
    dates: tuple[DateRecord, ...]
    counts: tuple[CountRecord, ...]
    policies: tuple[PolicyRecord, ...]

    @property
    def facts(self) -> frozenset[Fact]:
        """Its dates and numbers, without what every other document has too: bare years and the smallest numbers."""
        days = {("date", each.value) for each in self.dates if len(each.value) > 4}
        return frozenset(days | {(each.measure, float(each.value)) for each in self.counts if each.value > 2})


def testimony(document: Document, records: Iterable[Record]) -> Testimony:
    """What a document says, kind by kind."""
    known = list(records)
    return Testimony(
        document.id,
        document.source,
        tuple(each for each in known if isinstance(each, GroupRecord)),
        tuple(each for each in known if isinstance(each, OfficialRecord)),
        tuple(each for each in known if isinstance(each, DateRecord)),
        tuple(each for each in known if isinstance(each, CountRecord)),
        tuple(each for each in known if isinstance(each, PolicyRecord)),
    )
