"""What a preposition joins to a title: its body, or the place or field that is part of it."""

from __future__ import annotations

import re

from extractors.officials.category import PARTED, category_of_words
from extractors.officials.shapes import WORDS
from extractors.text import Span

WHOLE = WORDS["whole"]
TAKES_TO = frozenset(
    {
        "adviser",
        "advisor",
        "assistant",
        "secretary",
        "envoy",
        "ambassador",
        "delegate",
        "deputy",
        "counsel",
        "aide",
        "consultant",
    }
)
GOVERNING_PLACE = frozenset({"mayor", "governor", "mp", "senator", "minister"})
"""Posts that go with their place: 'Dahe Governor'."""
OF_ONE_SCHOOL = frozenset(
    "principal headmaster headmistress headteacher officer executive manager chairman chairwoman founder president ceo".split()
)
"""Posts that have no field: 'principal of Linxi' is that of the school, 'chief executive of Baihe' that of the company."""
GOVERNING = re.compile(r"(?:department|bureau|office|committee|commission|government)\b", re.IGNORECASE)


def takes(preposition: str, title: Span) -> bool:
    """Whether a title can be joined to its organisation by a preposition: only few take "to"."""
    return preposition != "v" or title.quote.split()[-1].lower() in TAKES_TO


def keeps_field(preposition: str, title: Span, organisation: Span) -> bool:
    """Whether 'of …' belongs to the title: 'Mayor of Shenzhen', 'Director of Health', not 'Director of the bureau'."""
    small, body = title.quote.lower(), organisation.quote
    head = PARTED.split(small)[-1]
    if head in WHOLE or " ".join(small.split()) in WHOLE:
        return not GOVERNING.search(body)
    if body == "School":
        return True
    if category_of_words(body) is not None:
        return False
    if preposition == "f":
        return not head.startswith("spokes")
    if head == "member":
        return False
    if head in OF_ONE_SCHOOL:
        return False
    if body[0].isupper() and body.split()[-1].lower() in WORDS["field"]:
        return True
    return body[0].isupper() and " " not in body and not body.isupper()
