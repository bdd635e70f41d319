"""Posts in lists of groups: in a line such as 'General principal: Li Jun' the post is in the group that heads the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.mentions import Found, OfficialMention, PositionMention
from extractors.text import Span

BEFORE = re.compile(r"(?:^|[;；])[^\w;；]*(?:\d{1,2}[^\w;；]{1,2})?$")
BEHIND = re.compile(r"\s*[:：]")
OF_ONE_SCHOOL = frozenset({"principal", "headmaster", "headmistress", "headteacher", "teacher", "dean"})
"""Posts that a school under the heading may mean as well as the group."""
Under = Sequence[tuple[Span, Found]]
"""Stretches of a list, in order, each with the name of the group that it is about."""


def in_groups(officials: Iterable[OfficialMention], under: Under) -> Iterator[OfficialMention]:
    """Officials with the group as the body of a post that heads a line, or a part of one, below the group's name."""
    for official in officials:
        name = official.name.span
        heading = next((heading for span, heading in under if span.covers(name)), None)
        if heading is None:
            yield official
        else:
            yield replace(official, positions=tuple(placed(position, heading) for position in official.positions))


def placed(position: PositionMention, heading: Found) -> PositionMention:
    """A post with its group, if it heads its line and has no body of its own."""
    title = position.title.span
    if (
        position.organisation is not None
        or title.quote.lower() in OF_ONE_SCHOOL
        or not BEFORE.search(title.text[position.title.sentence.block.start : title.start])
        or not BEHIND.match(title.text, title.end)
    ):
        return position
    organisation = replace(heading, rule="officials.headed", confidence=position.title.confidence)
    return replace(position, organisation=organisation, category="school")
