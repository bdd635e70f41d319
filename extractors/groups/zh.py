"""Chinese education groups: who leads them, who belongs to them, since when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.mentions import DateMention, GroupMention
from extractors.script import Folded


def find(text: Folded, dates: Sequence[DateMention]) -> Iterator[GroupMention]:
    """What a text says of groups, in its order; one mention a statement."""
    yield from ()
