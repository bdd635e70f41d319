"""Clauses that share the verb of the one before them, and groups told with their schools in the same order.

'X Group is led by A and Y Group by B', 'A leads X Group and B Y Group', 'A and B lead X Group and Y Group respectively'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from extractors.groups.clauses import LEAD_VERB
from extractors.groups.relation import Role
from extractors.groups.wording import LIST, THE
from extractors.names.marked import GROUP, INSTITUTION
from extractors.value import value

NEXT = r"(?:; |, (?:and |while )?| and | while )"
BY_OR_OF = re.compile(
    rf"{NEXT}(?:the )?(?P<group>{GROUP}|latter|other|second|third|fourth)(?: (?:one|group))?,? (?P<how>by|of|from) {LIST}"
)
"""', Y Group by B', 'and the latter of B and C'."""
ITS_LEADER = re.compile(rf"{NEXT}(?:the )?(?P<list>{INSTITUTION}),? {THE}(?P<group>{GROUP})(?=[.;,]| and|$)")
"""'and B Y Group', behind a school that leads a group."""
LEADERS_BEFORE = re.compile(
    rf"(?P<schools>{INSTITUTION}(?:(?:, and |,? and |, )(?:the )?{INSTITUTION})+) (?:will |now |would )?(?:each |separately )?(?P<respectively>respectively )?"
    rf"(?:{LEAD_VERB}|(?:become|are|serve as|act as) (?:the )?(?:lead|leading|head|core)(?: schools)?(?: of| for)) (?:the )?"
    rf"(?P<groups>{GROUP}(?:(?:, and |,? and |, )(?:the )?{GROUP})+)(?(respectively)|,? (?:respectively|in that order))"
)
LEADERS_BEHIND = re.compile(
    rf"(?P<groups>{GROUP}(?:(?:, and |,? and |, )(?:the )?{GROUP})+)(?: (?:are|were|will be|is))?,? (?P<respectively>respectively )?"
    rf"(?:{LEAD_VERB}|anchored|hosted) (?P<by>respectively )?by (?:the )?(?P<schools>{INSTITUTION}(?:(?:, and |,? and |, )(?:the )?{INSTITUTION})+)"
    r"(?(respectively)|(?(by)|,? (?:respectively|in that order)))"
)
RESPECTIVELY = ("espectively", "that order")
"""One of these stands wherever groups and schools are told in the same order."""


@value
class Gapped:
    """Schools of a clause without a verb: where its group is told, in words or by its character, and where they stand."""

    group: int
    word: str
    role: Role
    start: int
    end: int


def in_order(string: str) -> Iterator[Gapped]:
    """The leaders of groups that a folded sentence tells in the same order, group by group."""
    if not any(map(string.__contains__, RESPECTIVELY)):
        return
    for pattern in (LEADERS_BEFORE, LEADERS_BEHIND):
        for match in pattern.finditer(string):
            groups, schools = (
                [place.start() for place in re.finditer(kind, match[key])]
                for kind, key in ((GROUP, "groups"), (INSTITUTION, "schools"))
            )
            if len(groups) == len(schools):
                for group, school in zip(groups, schools, strict=True):
                    place = match.start("schools") + school
                    yield Gapped(match.start("groups") + group, "", "leaders", place, place + 1)


def gapped(string: str, led: Set[int]) -> Iterator[Gapped]:
    """The schools of clauses without a verb in a folded sentence; ``led`` is where schools stand that lead."""
    for match in BY_OR_OF.finditer(string):
        word = "" if re.fullmatch(GROUP, match["group"]) else match["group"]
        yield Gapped(match.start("group"), word, "leaders" if match["how"] == "by" else "members", *match.span("list"))
    if led:
        for match in ITS_LEADER.finditer(string, min(led)):
            yield Gapped(match.start("group"), "", "leaders", *match.span("list"))
