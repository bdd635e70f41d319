"""What waits for whom: the documents of a data set with the records that a reviewer wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import Field

from pipeline.records import Frozen, Kind
from pipeline.review.shelf import Brief, Shelved
from pipeline.review.standing import TO_DO, Status

States = tuple[tuple[Brief, Status], ...]
"""The records of a document in short, each with what stands of it."""


class Filter(Frozen):
    """Which records a reviewer wants to see; an empty filter takes all."""

    kinds: tuple[Kind, ...] = ()
    flags: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    below: float | None = Field(default=None, ge=0, le=1)
    """Records with a field less sure than this."""
    status: tuple[Status, ...] = ()
    text: str = ""
    """Words of the record; where no record has them, of the title, source or text of its document."""
    sample: bool = False
    """Only records that the last audit drew."""

    @property
    def on_records(self) -> bool:
        """Whether it asks for anything but words."""
        return self != Filter(text=self.text)

    def takes(self, record: Brief, status: Status, sampled: frozenset[str] = frozenset()) -> bool:
        """Whether a record is wanted, its words apart."""
        return (
            (not self.kinds or record.kind in self.kinds)
            and (not self.flags or not record.flags.isdisjoint(self.flags))
            and (not self.rules or not record.rules.isdisjoint(self.rules))
            and (self.below is None or record.confidence < self.below)
            and (not self.status or status in self.status)
            and (not self.sample or record.id in sampled)
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list. ``records`` are those that the filter takes, ``left`` those of them that wait."""

    shelved: Shelved
    records: int
    left: int
    conflicts: int
    read_by: tuple[str, ...]


def listed(
    shelved: Shelved, states: States, read_by: tuple[str, ...], wanted: Filter, sampled: frozenset[str], *, holds: bool
) -> Listed | None:
    """A document for the list, None when it has nothing of what is wanted; ``holds``: its text has the words."""
    words = wanted.text.casefold()
    whole = not words or holds or words in f"{shelved.title}\n{shelved.source}".casefold()
    wide = [(each, state) for each, state in states if wanted.takes(each, state, sampled)]
    close = [(each, state) for each, state in wide if words in each.words]
    taken = [state for _, state in close or (wide if whole else [])]
    if not taken and (wanted.on_records or not whole):
        return None
    return Listed(shelved, len(taken), sum(state in TO_DO for state in taken), taken.count("conflict"), read_by)


def next_with_work(documents: Iterable[Listed], behind: str | None) -> str | None:
    """The next document behind this one in which something is left to do, from the top again after the last."""
    waiting = list(documents)
    at = next((place for place, each in enumerate(waiting) if each.shelved.id == behind), -1)
    return next((each.shelved.id for each in (*waiting[at + 1 :], *waiting[: at + 1]) if each.left), None)
