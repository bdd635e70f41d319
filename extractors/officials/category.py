"""What a post is: one of public administration, of a school, or something else."""

from __future__ import annotations

import re

from extractors.leaps import leaping
from extractors.mentions import Category
from extractors.names.marked import Marked
from extractors.officials.shapes import WORDS
from extractors.text import Span

PARTED = re.compile(r"[\s-]")
OF_SCHOOL, OF_GOVERNMENT = WORDS["school"], WORDS["government"]
KINDS: dict[str, Category] = {
    **dict.fromkeys(WORDS["other_body"], "other"),
    **dict.fromkeys(WORDS["school_body"], "school"),
    **dict.fromkeys(WORDS["public_body"], "government"),
}
"""What a word in the name of a body says that it is."""
SCHOOLS = tuple(f" {word}" for word in WORDS["school_body"])
CENTRES = frozenset({"center", "centre"})
HEADS = frozenset({"head", "school"})
OF_ONE_SCHOOL = frozenset({"school", "garden", "kindergarten", "campus"})
"""In a title: 'head of school', 'general garden head'."""
PLACES = frozenset(
    {"cabinet", "county", "district", "city", "town", "township", "village", "banner", "prefecture", "provincial"}
)
"""In a title without an organisation: 'deputy county head'."""
OF_OFFICES = frozenset({"section chief", "division chief", "group leader", "education officer"})
"""Titles that, standing alone, are of public offices."""
OF_SCHOOLS = re.compile(
    r"(?:education|school|schools|education\)) (?:group|alliance|consortium|federation|trust|community)\b"
)
JOINED, SMALL_WORD = re.compile(r" (?:of|for|at|in) "), re.compile("[a-z]+")
RESEARCH = re.compile(
    r"\b(?:institute|academy|cent(?:er|re))\b.*\b(?:research|sciences?|studies)\b|\binstitute of (?:\w+ )?education\b"
    r"|\b(?:research|education|schools) institute$"
)
OF_RESEARCH = ("institute", "academy", "cent")
"""One of these stands in every name of such a body."""
GROUPED = re.compile(
    leaping(r"\b(?:alliance|consortium|federation|group|trust|network|school district)")
    + r"\b(?!.*(?:bureau|government|party))"
)
"""In small letters. Posts in a group of schools are a school's; in one of hospitals they are not."""
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
    if organisation is None:
        return "school" if is_of_council(marked, title) else category_of_title(title.quote, alone=True)
    body = organisation.quote
    if GROUPED.search(body.lower()) and not TRADE.search(body):
        return "school" if marked.is_of_schools else "other"
    if known := category_of_words(body):
        return known
    name = marked.name_over(organisation.start, organisation.end)
    if (name is not None and name.kind == "institution") or (GOVERNS.search(title.quote) and marked.is_of_schools):
        return "school"
    return category_of_title(title.quote, alone=False)


def is_of_council(marked: Marked, title: Span) -> bool:
    """Whether a post without an organisation is one of a group of schools, for all that the text speaks of."""
    return (
        COUNCIL.search(title.quote) is not None
        and marked.is_of_schools
        and any(name.kind == "group" for name in marked.names)
    )


def category_of_words(organisation: str) -> Category | None:
    """What the words of an organisation's name say that it is; the head before 'of', else the last word that tells."""
    lowered = organisation.lower()
    if OF_SCHOOLS.search(lowered):
        return "school"
    researches = any(map(lowered.__contains__, OF_RESEARCH)) and RESEARCH.search(lowered) is not None
    if researches and "university" not in lowered and "bureau" not in lowered:
        return "other"
    head, *tail = JOINED.split(lowered, maxsplit=1)
    last = head[head.rfind(" ") + 1 :]
    if tail and tail[0].endswith(SCHOOLS) and (KINDS.get(last) != "other" or last in CENTRES):
        return "school"  # a department of a college
    if last in KINDS:
        return "other" if lowered.startswith("parents") else KINDS[last]
    for part in (head, lowered):
        for word in reversed(SMALL_WORD.findall(part)):
            if word in KINDS:
                return KINDS[word]
    return None


def category_of_title(title: str, *, alone: bool) -> Category:
    """What the words of a title say that a post is, ``alone`` where no organisation is named with it."""
    words = PARTED.split(title.lower())
    if alone and (
        not PLACES.isdisjoint(words) or " ".join(words[-2:]) in OF_OFFICES or "principal secretary" in title.lower()
    ):
        return "government"
    if words[-1] in HEADS and not OF_ONE_SCHOOL.isdisjoint(words):
        return "school"
    governs = not OF_GOVERNMENT.isdisjoint(words)
    if (alone or not governs) and not OF_SCHOOL.isdisjoint(words):
        return "school"
    return "government" if governs else "other"
