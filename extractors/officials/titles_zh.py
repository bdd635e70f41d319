"""What the titles of Chinese posts end in, and what a post is."""

from __future__ import annotations

import re
from functools import cache

from extractors.names import han
from extractors.officials.bodies_zh import HAN, WORDS, any_of
from extractors.value import value

SPACE = re.compile(r"[ \u3000]+")
TERRITORIAL = any_of(WORDS["territorial"])
HEADS = WORDS["territorial"] | WORDS["government"] | WORDS["school"] | WORDS["other"]
SPACED = rf"[{HAN}](?:[ \u3000]{{1,4}}[{HAN}]){{1,2}}(?=\s?[:：])|" + "|".join(
    rf"{word[0]}[ \u3000]{{1,4}}{word[1]}" for word in ("组长", "成员", "主任", "校长", "书记", "顾问", "园长")
)
"""Heads as lists print them to fill a column; in front of a colon any head may be."""


@cache
def heads(added: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """The head of a title; ``added`` are a user's titles."""
    known = HEADS | added
    return re.compile(
        f"(?=[{''.join(sorted({re.escape(head[0]) for head in known}))}])(?:{any_of(map(re.escape, known))}|{SPACED})"
        r"(?:助理)?(?![会员室办]|候选|工作室|处书记|培训|论坛|队伍|节|职称|进修|发展中心|研修|之家)"
    )


HEAD = heads()


@value
class Post:
    """A title at an offset, with the organisation that stands before it or that the list shares."""

    start: int
    end: int
    title: tuple[int, int]
    organisation: tuple[int, int] | None
    whole: bool = False
    """Whether a place stands before a title that is of no body but of the place: 临江区副区长."""
    within: han.Named | None = None
    """The person between the organisation and the title: 区教育局李明副局长."""
    people: tuple[han.Named, ...] = ()
    """Those who are named right behind the title: 副局长张三、李四."""

    @property
    def last(self) -> int:
        """Where the post ends with the people behind it."""
        return self.people[-1].end if self.people else self.end
