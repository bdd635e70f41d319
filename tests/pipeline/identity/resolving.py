"""Things that a test names, what is said of them, and the entities that they become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.identity.entities import Resolution
from pipeline.identity.judging import Judgement, signature
from pipeline.identity.mentions import EntityKind, Local, Mention, Whereabouts
from pipeline.identity.places import divisions
from pipeline.identity.shelf import Shelf
from pipeline.identity.things import Things

NINGBO, YINZHOU, HAISHU, WENZHOU, ZHEJIANG = "330200", "330212", "330203", "330300", "330000"


def thing(
    name: str,
    where: str | None = NINGBO,
    *,
    kind: EntityKind = "school",
    document: str | None = None,
    beside: tuple[str, ...] = (),
) -> Local:
    """What a document calls a thing; every one stands in a document of its own unless one is named."""
    own_name = name.startswith(("宁波", "Ningbo", "鄞州区"))
    known = Whereabouts(divisions()[where], "name" if own_name else "document", name) if where else None
    of = document or f"d-{name}-{where}-{'-'.join(beside)}"
    return Local(kind, of, [Mention(f"r-{of}", "name", name, name, 0, len(name))], known, frozenset(beside))


def said(first: Local, second: Local, verdict: str, author: str = "Ann") -> Judgement:
    """What somebody judged of two things."""
    return Judgement(signature(first), signature(second), verdict, 1.0, "I know it", author)  # type: ignore[arg-type]


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
