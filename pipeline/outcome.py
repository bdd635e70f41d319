"""What a run did, for the closing table: sums, and the first of each kind; ``run.json`` has all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.records import KINDS, Kind
from pipeline.store.seal import Failure, LeftOutInput
from pipeline.store.shards import Written

ROWS = 40
"""How many documents the table names before it only counts them."""
MOST_FAILURES = 1000
"""How many failures are told one by one."""
NAMES = 3
"""How many of the inputs that were left out for one reason are named."""


@dataclass(slots=True)
class LeftOutFor:
    """The inputs that were left out for one reason: how many, and the first of them."""

    inputs: int = 0
    names: list[str] = field(default_factory=list)

    def note(self, name: str) -> None:
        """Count one more."""
        self.inputs += 1
        if len(self.names) < NAMES:
            self.names.append(name)


def by_reason(left_out: Iterable[LeftOutInput]) -> dict[str, LeftOutFor]:
    """Why inputs were left out."""
    found: dict[str, LeftOutFor] = {}
    for left in left_out:
        found.setdefault(left.reason, LeftOutFor()).note(left.input)
    return found


@dataclass(slots=True)
class Outcome:
    """What a run did. ``published`` is false when no input became a document."""

    documents: int = 0
    rows: list[tuple[str, dict[Kind, int]]] = field(default_factory=list)
    """The first documents, with their records of each kind."""
    counts: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    """How many records of each kind, over all documents."""
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)
    """The first failures."""
    left_out: dict[str, LeftOutFor] = field(default_factory=dict)
    """Why inputs were left out."""
    asked: int = 0
    documents_asked: int = 0
    resumed: int = 0
    """Documents that an interrupted run had finished."""
    published: bool = False

    @property
    def exit_code(self) -> int:
        """0 when every input was done, 1 when one failed or nothing could be read."""
        return 1 if self.failed or not self.published else 0

    def note(self, result: Written) -> None:
        """Remember a result without its document and bytes."""
        match result:
            case Failure():
                self.failed += 1
                if len(self.failures) < MOST_FAILURES:
                    self.failures.append(result)
            case LeftOutInput(input=name, reason=reason):
                self.left_out.setdefault(reason, LeftOutFor()).note(name)
            case _:
                self.documents += 1
                if len(self.rows) < ROWS:
                    self.rows.append((result.entry.source, result.counts))
                for kind in KINDS:
                    self.counts[kind] += result.counts[kind]
                self.asked += result.asked
                self.documents_asked += result.asked > 0
