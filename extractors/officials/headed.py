"""Posts in lists of groups: in a line such as 'General principal: Li Jun' the post is in the group that heads the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extractors.mentions import Found, OfficialMention, PositionMention

BEFORE = re.compile(r"\W{0,4}(?:\d{1,2}\W{0,2})?")
BEHIND = re.compile(r"\s*[:：]")
OF_ONE_SCHOOL = frozenset({"principal", "headmaster", "headmistress", "headteacher", "teacher", "dean"})
"""Posts that a school under the heading may mean as well as the group."""


def in_groups(officials: Iterable[OfficialMention], headings: Mapping[int, Found]) -> Iterator[OfficialMention]:
    """Officials with the group as the body of a post that heads a line below the group's name.

    ``headings`` has the name of the group for each such line, by the offset at which the line starts.
    """
    for official in officials:
        block = official.name.sentence.block
        heading = headings.get(block.start)
        if heading is None:
            yield official
            continue
        yield replace(official, positions=tuple(placed(position, heading) for position in official.positions))


def placed(position: PositionMention, heading: Found) -> PositionMention:
    """A post with its group, if it heads its line and has no body of its own."""
    title = position.title.span
    start = position.title.sentence.block.start
    if (
        position.organisation is not None
        or title.quote.lower() in OF_ONE_SCHOOL
        or not BEFORE.fullmatch(title.text, start, title.start)
        or not BEHIND.match(title.text, title.end)
    ):
        return position
    organisation = replace(heading, rule="officials.headed", confidence=position.title.confidence)
    return replace(position, organisation=organisation, category="school")
