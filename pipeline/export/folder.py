"""What an export is made of, out of a data set's folder: its documents, the decisions and the judgements on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.export.codebook import Made
from pipeline.export.exporting import Whole
from pipeline.records import Document, Record
from pipeline.review.decisions import Decision
from pipeline.review.judgements import judgements
from pipeline.review.log import logged
from pipeline.review.reviewed import Reviewed, reviewed, sure
from pipeline.store.dataset import Dataset, Place


def whole_of(dataset: Dataset, least: float = 0) -> Whole:
    """The data set with what was decided of it, without what the rules are less sure of than ``least``, 0 to 1."""
    log = logged(dataset.folder)
    decisions = log.decisions if log else None
    seal = dataset.seal
    made = Made(seal.version, seal.rules_version, seal.finished, seal.totals.inputs, seal.totals.failures)
    documents = FromDataset(dataset, decisions or (), least)
    return Whole(documents, decisions, judgements(dataset.folder), made, dataset.folder)


class FromDataset:
    """The documents of an open data set as reviewers left them, one in memory at a time."""

    def __init__(self, dataset: Dataset, decisions: Sequence[Decision], least: float) -> None:
        self.dataset, self.least = dataset, least
        self.decisions: dict[str, list[Decision]] = {}
        for decision in decisions:
            self.decisions.setdefault(decision.document, []).append(decision)
        self.places: list[Place] = []

    def __iter__(self) -> Iterator[Reviewed]:
        places: list[Place] = []
        for place, document, records in self.dataset.checked_places():
            places.append(place)
            yield self._reviewed(document, records)
        self.places = places

    def __getitem__(self, at: int, /) -> Reviewed:
        """A document by its number; all have been gone through before. Raises IndexError when there is none."""
        return self._reviewed(*self.dataset.at(self.places[at]))

    def _reviewed(self, document: Document, records: Sequence[Record]) -> Reviewed:
        own = self.decisions.get(document.id, ())
        return sure(next(reviewed([(document, records)], own)), self.least)
