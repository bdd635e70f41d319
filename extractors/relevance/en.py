"""English: words for groups behind words for schools or hospitals, what a group's parts are called, titles of policies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from extractors.groups.naming import ASSOCIATIONS, is_group
from extractors.names.institutions import RUN_DISTRICTS, UNIONS
from extractors.names.lexicon import load
from extractors.names.marked import Marked
from extractors.names.tags import classes, plural
from extractors.officials.shapes import WORDS as POSTS
from extractors.policies import en as policies
from extractors.relevance.windows import found, shortest, windows

WORDS, LABELS = load("extractors.names", "en"), load("extractors.groups", "en")
SCHOOLS = frozenset(form for name in ("topic", "institution") for word in WORDS[name] for form in (word, plural(word)))
"""What stands before a word for a group that is one of schools or hospitals."""
OTHERS = frozenset(
    form for name in ("part", "body", "joinable", "generic") for word in WORDS[name] for form in (word, plural(word))
)
"""What else may stand before a word for a group that is the head of a name."""
BEFORE = re.compile(r"(?:([^\W\d_]+)[\s-]+)?([^\W\d_]+)['’]?(-[^\W\d_]+)?[\s()-]{1,3}$")
"""The two words before a word for a group, and what a hyphen joins to the second: 'school-running'."""
BEFORE_WIDEST = 50
"""How far before a word for a group they may start, in code points."""
DISTRICT = "School District"
IN_GROUP = ("lead", "core ", "anchor ", "flagship ", "faucet ", "member ", "constituent ", "participating ", "join")
"""What labels begin with that say that there is a group; other schools, main schools and branches are everywhere."""
PARTS = shortest(
    label
    for name in ("leader", "member")
    for label in LABELS[name]
    if label.startswith(IN_GROUP) and label.rpartition(" ")[2] in {*WORDS["institution"], "unit"}
)
"""What texts about groups call the schools and hospitals in them: 'lead school', 'member hospital'."""
TITLED = re.compile(r" (?:(?:for|on|of) (?:the )?[A-Z]|\(?(?:19|20)\d\d\b)")
"""What stands behind a word for a policy in a title: 'Plan for Education', 'Regulations 2023'."""


class EnglishLook:
    """The English cues with their words; ``added`` are a user's words, by list."""

    def __init__(self, added: Mapping[str, Sequence[str]]) -> None:
        titles, institutions = (frozenset(map(str.lower, added.get(name, ()))) for name in ("titles", "institutions"))
        self.table = classes(POSTS["head"] | titles, POSTS["modifier"], institutions)
        self.schools = SCHOOLS | institutions | set(map(plural, institutions))
        own = [re.escape(word) for word in added.get("group", ()) if word.isascii()]
        self.own = re.compile(rf"\b(?:{'|'.join(own)})\b", re.IGNORECASE) if own else None

    def speaks(self, prose: str, headings: str) -> bool:
        """Whether a text has a cue; of headings, in which every word may have a capital, only a group's name is one.

        >>> look = EnglishLook({})
        >>> look.speaks("Anbu Primary School Education Group has five schools.", "")
        True
        >>> look.speaks("The school joined a study group.", "Our Plan for Sunday")
        False
        """
        return self.names_policy(prose) or self.names_group(prose) or self.names_group(headings)

    def names_policy(self, string: str) -> bool:
        """Whether a text has the title of a policy, or a part of what can only be one."""
        kinds = list(policies.HAS_CAPITAL_KIND.finditer(string))
        if any(TITLED.match(string, kind.end()) for kind in kinds):
            return True
        places = [kind.start() for kind in kinds] + [mark.start() for mark in policies.ENTITLED.finditer(string)]
        return any(next(policies.find(line), None) for line in windows(string, sorted(places)))

    def names_group(self, string: str) -> bool:
        """Whether a text has the name of a group, or a word for groups and what their parts are called."""
        if self.own is not None and self.own.search(string):
            return True
        small = string.replace("İ", "I").lower()  # the one letter that lower() makes two of
        places = found(small, WORDS["group"])
        if places and any(word in small for word in PARTS):
            return True
        has_districts = DISTRICT in string and RUN_DISTRICTS.search(string) is not None
        heads: list[int] = found(string, [DISTRICT, *UNIONS] if has_districts else UNIONS)
        for place in places:
            formed = self.formed(string, place)
            if formed == "schools":
                return True
            if formed or any(string.startswith(word, place) for word in ASSOCIATIONS):
                heads.append(place)
        return any(self.has_name(Marked(line, self.table)) for line in windows(string, sorted(heads)))

    def formed(self, string: str, place: int) -> Literal["schools", "others"] | None:
        """What the words before a word for a group say that it is formed of: "School Education Group" of schools.

        Without its capital that takes two words: "a school group" may be any.
        """
        before = BEFORE.search(string, max(0, place - BEFORE_WIDEST), place)
        if before is None:
            return None
        first, word = (before[1] or "").lower(), before[2].lower()
        titled = string[place].isupper() or ((before[1] or "").istitle() and before[2].istitle())
        if word in self.schools and (titled or first in self.schools or before[3]):
            return "schools"
        return "others" if word in self.schools or word in OTHERS else None

    def has_name(self, line: Marked) -> bool:
        """Whether the grammar of names finds a group in a line."""
        return any(is_group(line, name) for name in line.names)
