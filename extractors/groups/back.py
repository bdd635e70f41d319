"""Schools that a sentence means without naming them: 'It joined X Group in 2019', 'All three now belong to X Group'.

They are those of the sentence before it, if that names as many and no group that could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.groups.relation import Role
from extractors.groups.wording import AUX, COLLECTIVE, COMES_IN, LEAD, SCHOOL, THE
from extractors.names.institutions import Name
from extractors.names.marked import GROUP, Folded
from extractors.value import value

ONE = r"[Ii]t|[Tt]h(?:e|is) (?:school|kindergarten|college|hospital|academy|university)"
SEVERAL = r"[Tt]hey|(?:[Bb]oth|[Tt]he two|[Aa]ll three|[Tt]he three|[Aa]ll four|[Tt]he four)(?: schools)?"
MEANT = re.compile(
    rf"(?<!\w)(?:(?P<after>(?:[Aa]fter|[Ss]ince|[Uu]pon) (?:joining|entering|becoming (?:[a-z]+ ){{1,4}}of) )|"
    rf"(?:(?P<one>{ONE})|(?P<several>{SEVERAL})),? {AUX}"
    rf"(?:(?P<leads>(?:leads?|heads?|anchors?|chairs?) (?:to )?|(?:(?:becomes?|became|serves as|acts as|named|chosen as|chosen) )?(?:the |its )?{LEAD}{SCHOOL}? of )"
    rf"|{COMES_IN} (?:to )?|(?:is|are|was|were|become|becomes|became) (?:also )?(?:an? |the |one of the |among the )?(?:[a-z\d]+ ){{0,3}}?(?:members?|campus|branch|{COLLECTIVE})(?: schools?)? (?:of|in) ))"
    rf"{THE}(?P<group>{GROUP})(?!['’]s)"
)
NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}


@value
class Meant:
    """Where a sentence names the group, and the schools named before it of which it says that they lead or belong."""

    group: int
    role: Role
    schools: tuple[Name, ...]


def meant(folded: Folded[Name], before: Sequence[Name]) -> Meant | None:
    """What a folded sentence says of schools among the names of the sentence before it, if it is clear which."""
    if any(name.kind == "group" for name in before):
        return None
    schools = tuple({name.span.quote: name for name in before if name.kind in {"institution", "part"}}.values())
    match = MEANT.search(folded.string) if schools else None
    if match is None or any(not school.proper for school in schools):
        return None
    if match["one"] or match["after"]:
        fits = len(schools) == 1
    else:
        number = next((n for word, n in NUMBERS.items() if word in match["several"].lower()), 0)
        fits = len(schools) == number if number else len(schools) > 1
    return Meant(match.start("group"), "leaders" if match["leads"] else "members", schools) if fits else None
