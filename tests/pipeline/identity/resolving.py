"""The entities of things that a test names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.identity.entities import Resolution
from pipeline.identity.judging import Judgement
from pipeline.identity.mentions import Local
from pipeline.identity.shelf import Shelf
from pipeline.identity.things import Things


def resolved(
    found: Iterable[Local],
    told: Iterable[Judgement] = (),
    known: Iterable[tuple[str, str]] = (),
    reprints: Mapping[str, str] | None = None,
) -> Resolution:
    """The entities of what documents speak of, given in their order."""
    things = Things(Shelf())
    for local in found:
        things.add(local)
    things.close()
    return Resolution(things, told, known, reprints or {})
