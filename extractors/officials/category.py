"""What a post is: one of public administration, of a school, or something else."""

from __future__ import annotations

import re

from extractors.mentions import Category
from extractors.names.lexicon import load
from extractors.names.marked import Marked
from extractors.text import Span

WORDS = load("extractors.officials", "en")
PLACES = frozenset({"county", "district", "city", "town", "township", "village", "banner", "prefecture", "provincial"})
"""In a title without an organisation: 'deputy county head'."""
OF_SCHOOLS = re.compile(
    r"(?:education|school|schools|education\)) (?:group|alliance|consortium|federation|trust|community)\b"
)
JOINED, SMALL_WORD = re.compile(r" (?:of|for|at|in) "), re.compile("[a-z]+")
RESEARCH = re.compile(
    r"\b(?:institute|academy|cent(?:er|re))\b.*\b(?:research|sciences?|studies)\b|\binstitute of (?:\w+ )?education\b"
    r"|\b(?:research|education|schools) institute$"
)
GROUPED = re.compile(
    r"\b(?:alliance|consortium|federation|group|trust|network|school district)\b(?!.*(?:bureau|government|party))",
    re.IGNORECASE,
)
"""Posts in a group of schools are a school's; in one of hospitals they are not."""
TRADE = re.compile(
    r"\b(?:leading|party|working|expert|inspection|research|study) group\b|\bunion\b|\bcompan|teachers|students|women",
    re.IGNORECASE,
)
COUNCIL = re.compile(
    r"\b(?:chair(?:man|men|woman|person)?|secretary[- ]general|chief (?:executives?|supervisor)|ceo|founder)$|\bof (?:governors|trustees)$",
    re.IGNORECASE,
)
"""Posts that, standing alone in news of a group of schools, are the group's."""
GOVERNS = re.compile(r"\bof (?:governors|trustees)$", re.IGNORECASE)
"""Posts of a school, wherever they are told."""


def category_in(marked: Marked, title: Span, organisation: Span | None) -> Category:
    """What a post is; an institution whose words tell nothing, as those of a user's lexicon, is a school."""
    if organisation is not None and GROUPED.search(organisation.quote) and not TRADE.search(organisation.quote):
        return "school" if marked.is_of_schools else "other"
    if organisation is not None and category_of_words(organisation.quote) is None:
        name = marked.name_over(organisation.start, organisation.end)
        if name is not None and name.kind == "institution":
            return "school"
    if is_of_council(marked, title, organisation):
        return "school"
    return category(title.quote, organisation.quote if organisation else None)


def is_of_council(marked: Marked, title: Span, organisation: Span | None) -> bool:
    """Whether a post is one of a group of schools or of a school, for all that the text speaks of."""
    if organisation is not None:
        governs = GOVERNS.search(title.quote) is not None and category_of_words(organisation.quote) is None
    else:
        governs = COUNCIL.search(title.quote) is not None
    return (
        governs
        and marked.is_of_schools
        and (organisation is not None or any(name.kind == "group" for name in marked.names))
    )


def category(title: str, organisation: str | None) -> Category:
    """Whether a post is of public administration, of a school, or of something else."""
    if organisation is not None:
        known = category_of_words(organisation)
        if known is not None:
            return known
    words = re.split(r"[\s-]+", title.lower())
    if organisation is None and not PLACES.isdisjoint(words):
        return "government"
    if organisation is None and any(word in WORDS["school"] for word in words):
        return "school"
    if any(word in WORDS["government"] for word in words):
        return "government"
    return "school" if any(word in WORDS["school"] for word in words) else "other"


def category_of_words(organisation: str) -> Category | None:
    """What the words of an organisation's name say that it is; the head before 'of', else the last word that tells."""
    kinds: tuple[tuple[str, Category], ...] = (
        ("public_body", "government"),
        ("school_body", "school"),
        ("other_body", "other"),
    )
    lowered = organisation.lower()
    if OF_SCHOOLS.search(lowered):
        return "school"
    head = JOINED.split(lowered, maxsplit=1)[0]
    if RESEARCH.search(lowered) and "university" not in lowered and "bureau" not in lowered:
        return "other"
    for part in (head, lowered):
        for word in reversed(SMALL_WORD.findall(part)):
            for name, kind in kinds:
                if word in WORDS[name]:
                    return kind
    return None
