"""What a sentence says of people or only supposes, and not of schools that lead or belong."""

from __future__ import annotations

import re

from extractors.groups.wording import LEAD, SCHOOL

PERSONS_POST = re.compile(
    r"\b(?:formerly|previously) (?:of|at|with) (?:the )?$|\b(?:principal|president|head|director|dean|secretary|(?:head ?)?teacher|headmaster|headmistress|chair\w*|leader|deputy|member) (?:of|at) (?:the )?$|\b(?:took|taken|takes|taking) over from (?:the )?$",
    re.IGNORECASE,
)
APPOSED = re.compile(rf", (?:the |its |a )?{LEAD}{SCHOOL} of")
"""Behind a school whose head is named before it: 'Li Jun, principal of X School, the lead school of Y Group'."""
PEOPLE = re.compile(
    r"\b(?:(?:[Aa]|[Oo]ne|former) (?:[a-z]+ )?(?:teacher|principal|head|doctor|nurse|coach|pupil|student)|(?:teacher|pupil|student|parent|graduate|doctor|nurse|player)s|children|staff) (?:of|at|from|in) (?:the )?$",
    re.IGNORECASE,
)
"""Before a school whose people join and not the school itself: 'Teachers of X School joined the group for a day'."""
COMING = ("joined_group", "joined", "joined_too", "signed_with", "make_up", "teamed_up")
"""Relations of which a person may be the subject."""
HYPOTHETICAL = re.compile(
    r"\b[Ww]hether\b|\b[Rr]umou?r|\bden(?:y|ies|ied)\b|(?<![Ww]hat )\bused to (?:be|belong|lead)\b|\bformer member|\bsuggest(?:s|ed|ions?) (?:that|of)\b|\bnot adopted"
    r"|\b(?:may|might|could|wants?|wish(?:es)?|hopes?|considers?|considering|refus\w+|declin\w+|reject\w+|invited|ask(?:s|ed)) (?:to )?(?:one day )?(?:join|enter|become|be admitted)"
)
"""A sentence that only supposes, or speaks of what was, makes no school a leader or a member."""
SUPPOSING = frozenset("whe rum den use sug ado".split())
WISHING, JOINING = (
    frozenset("may mig cou wan wis hop con ref dec rej inv ask".split()),
    frozenset("joi ent bec adm".split()),
)


def may_suppose(words: frozenset[str]) -> bool:
    """Whether a sentence has the words without which it cannot be hypothetical, by their beginnings."""
    return (
        not SUPPOSING.isdisjoint(words)
        or ("for" in words and "mem" in words)
        or not (WISHING.isdisjoint(words) or JOINING.isdisjoint(words))
    )
