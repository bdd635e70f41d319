"""Chinese numbers with what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.mentions import CountMention, DateMention
from extractors.script import Folded
from extractors.text import Span


def find(text: Folded, dates: Sequence[DateMention], titles: Sequence[Span]) -> Iterator[CountMention]:
    """The counts of a text, in its order; numbers inside dates and titles are none."""
    yield from ()
