"""Which names are names of groups: a topic or a school before the word "group", and something that says which one."""

from __future__ import annotations

import re

from extractors.names.institutions import Name
from extractors.names.lexicon import load
from extractors.names.marked import Marked
from extractors.names.tags import Tags
from extractors.text import Span

# "X Education Group", "X School Group", "X School (Group)", "X Vocational Education Alliance", "X hospital alliance".
TOPICAL = re.compile(r"(?:[EHCKehk]|[HhKkGgc]-[hx]|H\(P{1,3}\))\(?-?(?:[Ee])?[Uu]\)?$")
ASSOCIATED = re.compile(r"[PGCLTXwHEK-]+U")
ASSOCIATIONS = {"Federation", "Alliance", "Consortium", "Trust", "Confederation"}
FOLLOWED = re.compile(
    r"-|,? (?:Co\b|Company|Corporation|Corp\b|Ltd|Limited|Inc\b|Holdings|Plc)| (?:Bank|Fund|Hotel|Tower|Insurance|Agreement|Programme|Program|Scheme|Initiative)\b"
)
SCHOOLS = re.compile(
    r"\b(?:schools?|kindergartens?|academ(?:y|ies)|colleges?|universit(?:y|ies)|hospitals?|polytechnics?|institutes?|pupils|students|teachers|medical|clinics?|patients|(?:member|lead|leading) (?:units?|institutions?))\b",
    re.IGNORECASE,
)
LISTED = re.compile(r" ?(?:\([^()]*\) ?)?(?:formation |establishment |grouping )?(?:list|roster|catalogue|directory)\b")
"""'Dahe City primary school education group (third round) formation list': the groups of a place."""
NUMBERS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
"""With one of these begins the name of a school that lost its capitals, in translations that have spaces before commas."""
SOCIETIES = load("extractors.groups", "en")["society"]
NEEDS_TOPIC_BEFORE = {"community", "network", "partnership", "cluster", "conglomerate", "confederation", "circle"}
NEEDS_TOPIC = re.compile(r"[EeHhKk][Uu]\)?$")


def sentence_of(marked: Marked, name: Name) -> str:
    """The sentence around a name."""
    sentence = marked.text.sentence_at(name.span.start)
    return sentence.quote if sentence else ""


def core_letters(marked: Marked, name: Name) -> str:
    """The letters of a name up to its head or its bracket, without "of …" and places."""
    letters = marked.tags.letters
    end = name.head + 1
    if name.last > end and letters[end] == "(":
        end = letters.index(")", end) + 1
    return letters[name.first : end]


def own_span(marked: Marked, name: Name) -> Span:
    """Where a group's name stands: all of it, or, in "Education Group of the X School Education Group", the name behind "of"."""
    if name.last == name.head + 1:
        return name.span
    letters = core_letters(marked, name)
    tail = marked.tags.letters[name.first + len(letters) : name.last]
    if "P" not in letters and tail.startswith("o") and tail[-1] in "Uu":
        first = name.first + len(letters) + (2 if tail[1] == "d" else 1)
        return marked.tags.span(first, name.last)
    return name.span


def core_span(marked: Marked, name: Name) -> Span | None:
    """The name without the place behind it ("of Jinghu District"); None when nothing stands behind it, or the rest tells nothing."""
    if name.last == name.head + 1 or marked.tags.letters[name.head + 1 : name.last] == "oK":
        return None
    letters = core_letters(marked, name)
    if len(letters) == name.last - name.first or not ("P" in letters or is_translated(letters)):
        return None
    return marked.tags.span(name.first, name.first + len(letters))


def is_group(marked: Marked, name: Name) -> bool:
    """Whether a name is that of a named group: 'Anbu Primary School Education Group', not 'the education group'."""
    if name.kind != "group" or FOLLOWED.match(marked.text.string, name.span.end):
        return False
    if name.defined:
        return True
    tags = marked.tags
    letters = core_letters(marked, name)
    if tags.small[name.head - 1] == "integration":  # 'Industry-Education Integration Community'
        letters = letters[:-2] + letters[-1]
    if letters == "eu" and tags.small[name.first] != "education":  # 'the learning circle of X School'
        return False
    if tags.small[max(name.first, name.head - 1)] in SOCIETIES:
        return False
    if letters.endswith("HL"):  # a school district, as names.institutions found it
        return name.proper
    if (
        tags.words[name.head] in ASSOCIATIONS
        and "P" in letters
        and ASSOCIATED.fullmatch(letters)
        and SCHOOLS.search(sentence_of(marked, name))
    ):
        return True
    if not TOPICAL.search(letters) or "V" in letters[-2:] or "v" in letters[-2:]:
        return is_of_schools(tags, name, letters)
    if tags.small[name.head] in NEEDS_TOPIC_BEFORE and not NEEDS_TOPIC.search(topical(tags, name, letters)):
        return False
    if letters[-1] == "u" and (
        (letters.startswith("gc") and not is_numbered(tags, name))
        or not re.search("[HhKk]", tags.letters[name.first : name.last])
        or LISTED.match(tags.string, name.span.end)
    ):
        return False
    return says_which(marked, name, letters)


def is_numbered(tags: Tags, name: Name) -> bool:
    """Whether a name without capitals is one, as translations print it: 'third middle school group of Dahe County'.

    'The experimental school education group of Dahe County' is none, nor is 'the third group' of a text in good English.
    """
    return tags.words[name.first] in NUMBERS and " , " in tags.string


def is_of_schools(tags: Tags, name: Name, letters: str) -> bool:
    """Whether a name without a topic says that schools are in the group: 'Rosewood Group of Schools'."""
    return letters[-1] == "U" and tags.letters[name.head + 1 : name.last] == "oK" and not {"P", "L"}.isdisjoint(letters)


def topical(tags: Tags, name: Name, letters: str) -> str:
    """The letters of a name without a "Development" between its topic and its head: 'High School Development Community'."""
    return letters[:-2] + letters[-1] if tags.small[name.head - 1] == "development" else letters


def says_which(marked: Marked, name: Name, letters: str) -> bool:
    """Whether the name tells one group from others: a word of no list or a number, in it or in what follows 'of'."""
    if "P" in letters or "N" in letters or (name.proper and not {"L", "B"}.isdisjoint(letters)):
        return True
    tail = marked.tags.letters[name.first + len(letters) : name.last]
    if "P" in tail:
        return True
    return is_translated(letters)


def is_translated(letters: str) -> bool:
    """Whether capitals and a school make a name of words that were translated: 'Capital Central School Education Group'."""
    return (
        letters[0] in "GC" and letters.count("G") + letters.count("C") >= 2 and "HE" in letters and letters[-1] == "U"
    )


def is_short_form(marked: Marked, name: Name) -> bool:
    """Whether a name that is no group's full one is a bare 'Longwai Group': a short form if the text has a group that it can stand for."""
    if name.kind != "group":
        return False
    letters = core_letters(marked, name)
    return re.fullmatch(r"[PGCLX]{1,4}[Uu]", letters) is not None and "P" in letters
