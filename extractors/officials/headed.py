"""Posts in lists of groups: in a line such as 'General principal: Li Jun' the post is in the group that heads the list.

So it is in a table of groups that lost its rows, one cell a line, whose head has 'Head of group'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.mentions import Found, OfficialMention, PositionMention
from extractors.names.marked import Marked
from extractors.text import Span

BEFORE = re.compile(r"(?:^|[;；])[^\w;；]*(?:\d{1,2}[^\w;；]{1,2})?$")
BEHIND = re.compile(r"\s*[:：]")
POST = re.compile(r"[MmGgCcEeBbHhUuLl]{0,4}[Tt](?:o[a-zA-Z])?")
"""The letters of a column's head that is a post: 'Head of group', 'General principal', 'Person in charge'."""
OF_ONE_SCHOOL = frozenset({"principal", "headmaster", "headmistress", "headteacher", "teacher", "dean"})
"""Posts that a school under the heading may mean as well as the group."""
Under = Sequence[tuple[Span, Found]]
"""Stretches of a list, each with the name of the group that it is about."""
Cell = tuple[Span, Found, Sequence[Span]]
"""A person who fills a cell, the group of the row, and the heads of the table that are no labels of groups."""


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


def in_cells(marked: Marked, cells: Iterable[Cell]) -> Iterator[OfficialMention]:
    """The people who fill the cells of the one column whose head is a post."""
    for cell, heading, heads in cells:
        posts = [head for head in heads if is_post(marked, head)]
        told = marked.text.sentence_at(posts[0].start) if len(posts) == 1 else None
        sentence = marked.text.sentence_at(cell.start)
        if sentence is None or told is None:
            continue
        title = Found(posts[0].trimmed() or posts[0], told, "officials.column", 0.9)
        position = PositionMention(title, replace(heading, rule="officials.column", confidence=0.9), "school")
        yield OfficialMention(Found(cell, sentence, "officials.column", 0.9, context=(title.span,)), (position,))


def is_post(marked: Marked, head: Span) -> bool:
    """Whether the head of a column is a post and nothing else."""
    letters = marked.tags.letters[marked.tags.at(head.start) : marked.tags.at(head.end)].rstrip("|")
    words = head.quote.strip().lower()
    return words == "person in charge" or (POST.fullmatch(letters) is not None and words not in OF_ONE_SCHOOL)
