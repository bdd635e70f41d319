"""Decisions: who said what about which record, and which earlier decisions they had before their eyes.

Decisions are only ever added. Each names those that it replaces: the ones that its author was shown. What nobody has
replaced and nobody has undone stands; where two such decisions on one record differ, neither has seen the other, and
that is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from pipeline.anchors import CitedBlock
from pipeline.records import Frozen, Kind, Record

What = Literal["accept", "edit", "reject", "unsure", "add", "read", "undo"]
"""``read`` says that a document was read in full, so that what is missing from it is known; it has no record."""
REASONS = {
    "not-one": "the text has no such record here",
    "wrong-kind": "it is something else",
    "wrong-span": "the quote begins or ends at the wrong place",
    "duplicate": "another record says the same",
    "furniture": "it stands outside the announcement",
    "other": "something else",
}
"""Why a record is rejected: the key that is logged, and what it means. Free words may follow the key after a colon."""


class Draft(Frozen):
    """A decision before it is in the log.

    ``key`` is made where the decision is made, so that one that is sent twice is logged once. Digests (``Anchors``)
    tell later whether it still holds: ``stated`` is what the rules stated then (None when they had no such record),
    ``about`` what that was about, ``restated`` what the record states as its author leaves it.
    """

    key: str = Field(min_length=8, max_length=64)
    who: str = Field(min_length=1, max_length=80)
    what: What
    document: str
    version: str
    record: str | None = None
    kind: Kind | None = None
    before: Record | None = None
    """The record as it was shown; None for an added one."""
    after: Record | None = None
    """The record as edited or added; None where its author leaves it as it was shown."""
    cited: tuple[CitedBlock, ...] = ()
    stated: str | None = None
    restated: str | None = None
    about: str | None = None
    why: str | None = Field(default=None, max_length=2000)
    replaces: tuple[int, ...] = ()
    undoes: int | None = None


class Decision(Draft):
    """A decision in the log; ``id`` grows with time, ``at`` is UTC."""

    id: int
    at: str


def living(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that are not undone, in the order of the log; undoing is none of them."""
    known = list(decisions)
    undone = {decision.undoes for decision in known}
    return [decision for decision in known if decision.what != "undo" and decision.id not in undone]


def heads(decisions: Sequence[Decision]) -> list[Decision]:
    """Of living decisions: those that no other one replaces."""
    replaced = {number for decision in decisions for number in decision.replaces}
    return [decision for decision in decisions if decision.id not in replaced]


def seen_by(who: str, decisions: Iterable[Decision], *, blind: bool) -> list[Decision]:
    """What a reviewer is shown of a document's decisions: where two read it apart, each their own only."""
    return [decision for decision in decisions if not blind or decision.who == who]
