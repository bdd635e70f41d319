"""Chinese documents named by their titles."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.mentions import PolicyMention
from extractors.script import Folded


def find(text: Folded) -> Iterator[PolicyMention]:
    """The documents that a text names, in its order."""
    yield from ()
