"""What several sentences say of one person, put together."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.mentions import Found, OfficialMention, PositionMention
from extractors.value import value
from pipeline.normalise.values import key


@value
class Official:
    """One person with each stated position once."""

    name: Found
    positions: tuple[PositionMention, ...]


def resolve(mentions: Iterable[OfficialMention]) -> list[Official]:
    """The officials of one document, in the order of their first post in the text."""
    people: dict[str, list[OfficialMention]] = {}
    for mention in sorted(mentions, key=lambda m: m.name.span.start):
        people.setdefault(key(mention.name.value or mention.name.span.quote), []).append(mention)
    return [Official(said[0].name, tuple(positions(said))) for said in people.values()]


def positions(mentions: list[OfficialMention]) -> list[PositionMention]:
    """Each pair of title and organisation once; a bare title adds nothing to the same title with an organisation."""
    if len(mentions) == 1 and len(mentions[0].positions) == 1:
        return list(mentions[0].positions)
    found: dict[tuple[str, str | None], PositionMention] = {}
    for mention in mentions:
        for position in mention.positions:
            organisation = key(position.organisation.span.quote) if position.organisation else None
            found.setdefault((key(position.title.span.quote), organisation), position)
    placed = {title for title, organisation in found if organisation is not None}
    bare = {title for title, organisation in found if organisation is None}
    return [
        p
        for (title, organisation), p in found.items()
        if organisation is not None
        or not (any(said.endswith(title) for said in placed) or any(_has_place(said, title) for said in bare))
    ]


def _has_place(said: str, title: str) -> bool:
    """Whether one title is the other with the place before it: 临江区副区长 and 副区长."""
    return said != title and said.endswith(title) and said.removesuffix(title)[-1] in "省市县区州旗盟镇乡"
