"""What stands: the records of a document as the machine and the people who checked them have it by now.

A record whose decision was made on another statement, or whose cited block changed, comes up again (``changed``); one
that the rules no longer find stays as people left it for as long as its blocks are there, and is ``gone`` after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.anchors import Anchors
from pipeline.records import Document, FieldValue, Record, identifying
from pipeline.review.decisions import Decision, What, heads, living

Status = Literal["open", "accepted", "edited", "added", "rejected", "unsure", "conflict", "changed", "gone"]
TO_DO: frozenset[Status] = frozenset({"open", "changed", "conflict"})
"""What still waits for somebody."""
DONE: dict[What, Status] = {
    "accept": "accepted", "edit": "edited", "add": "added", "reject": "rejected", "unsure": "unsure",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """One record as it stands. ``record`` is what people made of it, ``machine`` what the rules say, None when nothing.

    A ``gone`` record has its places in the former text. ``decisions`` are those that stand, none for an open one.
    """

    record: Record
    machine: Record | None
    status: Status
    decisions: tuple[Decision, ...] = ()

    @property
    def in_tables(self) -> bool:
        """Whether the record belongs into the data set that people get."""
        return self.status not in ("rejected", "gone")


def standings(document: Document, records: Sequence[Record], decisions: Iterable[Decision]) -> list[Standing]:
    """Every record of a document with what was decided of it, in the order of the text; the gone ones last."""
    on_records: dict[str, list[Decision]] = {}
    for decision in heads(living(decisions)):
        if decision.record is not None:
            on_records.setdefault(decision.record, []).append(decision)
    if not on_records:
        return [Standing(record, record, "open") for record in records]
    judge = _Judge(document, records)
    decided = judge.paired(on_records)
    found = [judge.standing(record, decided.pop(record.id, [])) for record in records]
    found += [left for own in decided.values() if (left := judge.without_machine(own)) is not None]
    return sorted(found, key=lambda s: (s.status == "gone", identifying(s.record).source.start))


class _Judge:
    """One document's records, and what decisions on them are worth today."""

    def __init__(self, document: Document, records: Sequence[Record]) -> None:
        self.anchors = Anchors(document)
        self.records = records

    def paired(self, decided: dict[str, list[Decision]]) -> dict[str, list[Decision]]:
        """Decisions by the id of today's record: its own, or that of the one which now stands at the same place."""
        ids = {record.id for record in self.records}
        places = {self._where(record.kind, identifying(record)): record.id for record in self.records}
        paired: dict[str, list[Decision]] = {}
        for name, own in decided.items():
            heir = name if name in ids else next(filter(None, map(places.get, self._places(own))), name)
            paired.setdefault(heir, []).extend(own)
        return paired

    def standing(self, record: Record, own: list[Decision]) -> Standing:
        """What stands of a record that the rules find."""
        if not own:
            return Standing(record, record, "open")
        verdicts = {}
        for decision in own:
            if (verdict := self._verdict(record, decision)) is not None:
                verdicts[self._outcome(verdict)] = verdict
        if not verdicts:
            return Standing(record, record, "changed", tuple(own))
        if len(verdicts) > 1:
            return Standing(record, record, "conflict", tuple(own))
        result, status = next(iter(verdicts.values()))
        return Standing(result, record, status, tuple(own))

    def without_machine(self, own: list[Decision]) -> Standing | None:
        """What stands of a record that the rules no longer find, or never did; None when nobody wanted it."""
        wanted = [decision for decision in own if decision.what != "reject"]
        if not wanted:
            return None
        placed = {self._outcome(each): each for each in map(self._placed, wanted) if each is not None}
        if not placed:
            last = wanted[-1].after or wanted[-1].before
            return Standing(last, None, "gone", tuple(own)) if last else None
        result, status = next(iter(placed.values()))
        return Standing(result, None, status if len(placed) == 1 and wanted == own else "conflict", tuple(own))

    def _verdict(self, record: Record, decision: Decision) -> tuple[Record, Status] | None:
        """What a decision makes of the record as the rules have it now; None when they said something else then."""
        if decision.what == "reject":
            return (record, "rejected") if decision.about == self.anchors.identity(record) else None
        statement = self.anchors.statement(record)
        if decision.restated == statement:
            return record, DONE[decision.what]
        return self._placed(decision) if decision.stated in (None, statement) else None

    def _placed(self, decision: Decision) -> tuple[Record, Status] | None:
        """What people made of a record, at its place today; None when a block it cites is gone."""
        said = decision.after or decision.before
        moved = self.anchors.moved(said, decision.cited) if said else None
        return (moved, DONE[decision.what]) if moved else None

    def _outcome(self, verdict: tuple[Record, Status]) -> str:
        """What two decisions must have in common to agree."""
        record, status = verdict
        return status if status in ("rejected", "unsure") else self.anchors.statement(record)

    def _places(self, own: list[Decision]) -> list[tuple[str, int, int]]:
        """Where the records that were decided on stand today."""
        said = [(each, decision) for decision in own for each in (decision.after, decision.before) if each is not None]
        moved = [self.anchors.moved(record, decision.cited) for record, decision in said]
        return [self._where(record.kind, identifying(record)) for record in moved if record is not None]

    def _where(self, kind: str, field: FieldValue) -> tuple[str, int, int]:
        return kind, field.source.start, field.source.end
