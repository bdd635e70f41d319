"""Schools in a line with nothing but marks between, and the group that they form named in the line below.

'X School (core school) + Y School' and then 'Name: Z Education Community'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.groups.layouts_en import LEAD_MARK, ONLY_MARKS
from extractors.groups.rosters import found
from extractors.mentions import GroupMention
from extractors.names.institutions import Name
from extractors.names.marked import Marked
from extractors.text import Block

MARK = re.compile(r" ?(?:\+|——|—|&) ?")
"""What stands between the schools: cheap, for it stands in few texts."""
NEAR = 120
"""How far into the line below, in code points, the group's name may start."""


def find(marked: Marked, groups: Sequence[Name]) -> Iterator[GroupMention]:
    """The schools of each such line as members of the group named below it, those with a note that says so as leaders."""
    if not groups or not ("+" in marked.string or "——" in marked.string):
        return
    blocks = [block for block in marked.text.blocks if block.role == "body"]
    for block, below in pairwise(blocks):
        schools = schools_of(marked, block)
        group = next((name for name in groups if 0 <= name.span.start - below.start <= NEAR), None) if schools else None
        if group is not None and group.span.end <= below.end:
            yield stated(marked, group, schools, block, below)


def schools_of(marked: Marked, block: Block) -> list[Name]:
    """The schools of a line that has at least two, and marks and notes besides; none of another line."""
    if (
        block.kind == "table_row"
        or block.end - block.start > 300
        or not MARK.search(marked.string, block.start, block.end)
    ):
        return []
    names = marked.names_in(block.start, block.end)
    if len(names) < 2 or any(name.kind not in {"institution", "part"} for name in names):
        return []
    starts = [*(name.span.start for name in names), block.end]
    between = [marked.string[block.start : starts[0]]]
    between += [marked.string[name.span.end : after] for name, after in zip(names, starts[1:], strict=True)]
    return names if all(map(ONLY_MARKS.fullmatch, between)) else []


def stated(marked: Marked, group: Name, schools: Sequence[Name], block: Block, below: Block) -> GroupMention:
    """The group with its schools; one that the group is called after is left to what the text says of it."""
    own = marked.tags.words[group.first]
    leaders, members = [], []
    for name in schools:
        value = found(marked, name.span, block, "groups.pairings.entry", (group.span,))
        if LEAD_MARK.match(marked.string, name.span.end):
            leaders.append(value)
        elif own not in name.span.quote.split():
            members.append(value)
    named = found(marked, group.span, below, "groups.pairings.group", ())
    return GroupMention(named, leaders=tuple(leaders), members=tuple(members))
