"""Chinese officials: named people with their posts."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.mentions import OfficialMention
from extractors.script import Folded


def find(text: Folded) -> Iterator[OfficialMention]:
    """The people whose posts a text states, in its order; one mention a statement."""
    yield from ()
