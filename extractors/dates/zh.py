"""Chinese calendar expressions."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.mentions import DateMention
from extractors.script import Folded


def find(text: Folded) -> Iterator[DateMention]:
    """The calendar expressions of a text, in its order."""
    yield from ()
