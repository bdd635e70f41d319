"""Which school "该校" is, where a Chinese text says that it leads a group or has joined one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.groups.belonging_zh import JOIN
from extractors.groups.relation import Role
from extractors.groups.wording_zh import LEAD, MEMBER, THE_GROUP, UNIT, I
from extractors.mentions import Found
from extractors.names.marked import GROUP as G
from extractors.names.marked import Folded
from extractors.names.printed_zh import Chinese
from extractors.names.schools import Name
from extractors.text import Sentence

IT = "该[校园院]"
OF_IT = re.compile(
    rf"(?:由|以|依托){IT}(?P<lead>(?:为|作|做)?{LEAD})"
    rf"|{IT}(?:还|又|也|同时|现|今|主动|率先)*(?P<leads>(?:是|为|作为|担任|成为)(?:{THE_GROUP}的?)?{LEAD}{UNIT}|(?:牵头|领衔|领办|发起)(?=[组成创建办]|{G}))"
    rf"|{IT}[^,;{I}]{{0,12}}?(?:{JOIN}(?:[^,;{I}]{{0,6}}{G}|[了到进]?(?:该|本)?(?:集团|联盟|共同体|教共体|教联体))|(?:是|为|成为){G}”?的?[^,;{I}]{{0,4}}{MEMBER})"
)
"""'由该校牵头的X集团', '该校是X集团的龙头', '该校加入X集团'."""


def said_of_it(printed: Chinese, folded: Folded[Name], before: Sentence | None) -> Iterator[tuple[Role, Found, int]]:
    """What a sentence says of "该校": the part, the school that is meant, and where in the folded sentence it is said.

    ``before`` is the sentence before it in its block; no school is meant where two could be.
    """
    for match in OF_IT.finditer(folded.string):
        here = [name for name, place in zip(folded.inside, folded.places, strict=True) if place < match.start()]
        told = only_school(printed, here)
        sentence = folded.sentence
        if told is None and before is not None and not schools(here):
            told, sentence = only_school(printed, printed.names_in(before.start, before.end)), before
        if told is not None:
            leads = match["lead"] is not None or match["leads"] is not None
            span = printed.text.span(folded.offset(match.start()), folded.offset(match.end() - 1) + 1)
            rule = "groups.prose.it_leads" if leads else "groups.prose.it_joins"
            value = Found(
                told.span, sentence, rule, 0.8, context=(span,), basis=((span, "该校"),), flags=("coreference",)
            )
            yield "leaders" if leads else "members", value, match.start()


def schools(names: list[Name]) -> list[Name]:
    """Those of some names that are no groups'."""
    return [name for name in names if name.kind != "group"]


def only_school(printed: Chinese, names: list[Name]) -> Name | None:
    """The one school among some names, be it printed twice."""
    found = schools(names)
    return found[0] if len({printed.printed(name) for name in found}) == 1 else None


def group_said(string: str, place: int) -> int | None:
    """Where the group stands that a sentence speaks of at a place: the next behind it, else the last before it."""
    if match := re.search(G, string[place:]):
        return place + match.start()
    before = [match.start() for match in re.finditer(G, string[:place])]
    return before[-1] if before else None
