"""Decisions for tests, made as the reviewers' desk makes them: with digests of what its author was shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.anchors import Anchors
from pipeline.records import Document, GroupRecord, Record
from pipeline.review.decisions import Decision, Draft, What
from pipeline.review.log import Log
from pipeline.review.reviewed import Reviewed, reviewed
from tests.pipeline import build


def draft(
    of: Document, what: What, machine: Record | None = None, after: Record | None = None, *, who: str = "Ann", key: str
) -> Draft:
    """A decision on what the rules state, or on a record that they missed."""
    anchors, said = Anchors(of), after or machine
    return Draft(
        key=f"key-{key:>08}",
        who=who,
        what=what,
        document=of.id,
        version=of.version,
        record=said.id if said else None,
        kind=said.kind if said else None,
        before=machine,
        after=after,
        cited=anchors.cited(machine, after),
        stated=anchors.statement(machine) if machine else None,
        restated=anchors.statement(said) if said else None,
        about=anchors.identity(machine or said) if (machine or said) else None,  # type: ignore[arg-type]
    )


class Saying:
    """Decisions, numbered as they are made."""

    def __init__(self) -> None:
        self.made: list[Decision] = []

    def say(
        self,
        of: Document,
        what: What,
        machine: Record | None = None,
        after: Record | None = None,
        *,
        who: str = "Ann",
        replaces: Sequence[int] = (),
        why: str | None = None,
    ) -> Decision:
        """Make a decision."""
        number = len(self.made) + 1
        made = draft(of, what, machine, after, who=who, key=str(number))
        said = {**made.model_dump(), "replaces": tuple(replaces), "why": why}
        decision = Decision.model_validate({**said, "id": number, "at": f"2026-11-23T02:{number:02}:00Z"})
        self.made.append(decision)
        return decision

    def accept(self, of: Document, *records: Record, who: str = "Ann") -> None:
        """Accept records as they are."""
        for record in records:
            self.say(of, "accept", record, who=who)

    def on(self, of: Document, records: Sequence[Record]) -> Reviewed:
        """A document with its records and what was decided."""
        return next(reviewed([(of, records)], self.made))

    def log(self, folder: Path) -> None:
        """Write the decisions into the log of a data set's folder."""
        log = Log(folder)
        for each in self.made:
            log.append(Draft.model_validate(each.model_dump(exclude={"id", "at"})), each.replaces, blind=True)
        log.close()


def group(of: Document) -> GroupRecord:
    """The group of ``build.records``."""
    found = build.records(of)[0]
    assert isinstance(found, GroupRecord)
    return found
