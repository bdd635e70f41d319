"""Witnesses as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.harmless import harmless
from pipeline.identity.witnesses import Witnesses


def lines(found: Witnesses) -> Iterator[str]:
    """Two documents, what is linked, and what they say differently; cells stand between tabs."""
    yield f"{harmless(found.sources[0])} = {harmless(found.sources[1])}\t{found.confidence:.2f}"
    for link in found.links:
        mended = f"\tmended: {harmless(link.mended.value)}" if link.mended else ""
        first, second = map(harmless, link.texts)
        yield f"  {link.field}\t{first}\t{second}\t{link.confidence:.2f} {link.how}{mended}"
    for each in found.disagreements:
        first, second = (harmless(text) if text else "-" for text in each.said)
        yield f"  disagree: {each.about}\t{first}\t{second}"
