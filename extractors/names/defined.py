"""Names that the text itself says are those of groups: 'White Hill Collegiate, a federation of four schools'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.institutions import Name
from extractors.names.people import han_name
from extractors.names.tags import Tags

KINDS = "group federation union alliance trust network partnership family consortium cluster association body community collective chain circle".split()
SCHOOLS = "schools|academies|kindergartens|nurseries|colleges|hospitals|campuses|groups"
OF_KIND = "|".join(map(r"(?<=\b({}) of )".format, KINDS))
SAID = re.compile(rf" of (?:{OF_KIND})(?:[\w'’-]+ ){{0,4}}?(?:{SCHOOLS})\b")
"""A search leaps to each "of"; the group is the word before it."""
KIND_OF_SCHOOLS = re.compile(
    r"school(?<=\bschool)s?[- ](?:sponsoring (?:body|organi[sz]ation)|community|group|network|federation|alliance|partnership|cluster|chain)\b"
)
RUN = r"(?P<name>[A-Z][\w'’&-]*(?: (?:of |for |and )?[A-Z][\w'’&-]*){1,6})"
NOTE = r"(?: ?\([^()]{1,60}\))?"
BEFORE = re.compile(
    rf"(?:{RUN}{NOTE}, |^(?:The )?{RUN.replace('name', 'subject')}{NOTE}(?:, [^.;]{{3,140}},)? (?:is|was|are) )an? (?:(?!of )[\w'’-]+ ){{0,4}}$"
)
"""What stands in a sentence before the words that say what it is."""
OPENING = re.compile(r"(?:The|In|At|On|And|But|With|From|Of|By) ")
WIDEST = 260
"""How far before those words the name may start, in code points."""
ASSOCIATIONS = frozenset(("union", "association", "league", "society", "foundation", "board"))
"""Heads of bodies that a text may call a group of schools."""


def defined(tags: Tags) -> Iterator[Name]:
    """Each place of each name that a sentence says is that of a group of schools, name by name."""
    said: set[str] = set()
    for match in (*SAID.finditer(tags.string), *KIND_OF_SCHOOLS.finditer(tags.string)):
        name = subject(tags, match.start(match.lastindex or 0))
        if name is not None and name not in said:
            said.add(name)
            yield from places(tags, name)


def subject(tags: Tags, end: int) -> str | None:
    """The name that a sentence says is that of a group, in words that start at ``end``; None where it speaks of something else."""
    line = tags.string.rfind("\n", 0, end) + 1
    start = max(line, end - WIDEST, tags.string.rfind(". ", line, end) + 2)
    found = BEFORE.search(tags.string[start:end])
    if found is None:
        return None
    name = found["name"] or found["subject"]
    opening = OPENING.match(name)
    name = name[opening.end() :] if opening else name
    first = tags.at(start + found.start() + found[0].index(name))
    return (
        name if may_be_group(tags, first, tags.at(start + found.start() + found[0].index(name) + len(name))) else None
    )


def may_be_group(tags: Tags, first: int, last: int) -> bool:
    """Whether words with capitals, the tokens ``first`` up to and without ``last``, can be the name of a group."""
    words, letters = tags.words[first:last], tags.letters[first:last]
    head = letters[-1:]
    return (
        len(words) > 1
        and han_name(words) != len(words)
        and head != ""
        and head in "PKUGEB"
        and (head != "B" or tags.small[last - 1] in ASSOCIATIONS)
        and not {"P", "L"}.isdisjoint(letters)
    )


def places(tags: Tags, name: str) -> Iterator[Name]:
    """Every place where a name is printed."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", tags.string):
        first, last = tags.at(match.start()), tags.at(match.end())
        if first < last and tags.starts[first] == match.start() and tags.end(last - 1) == match.end():
            yield Name(first, last, last - 1, "group", proper=True, span=tags.span(first, last), defined=True)
