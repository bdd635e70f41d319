"""Chinese texts and what is found in them, for tests: read as a file would be, then handed to the Chinese rules."""

from __future__ import annotations

from extractors.groups import zh as groups
from extractors.mentions import DateMention, GroupMention
from extractors.script import Folded
from extractors.text import Text
from pipeline.normalise import groups as resolving
from tests.extractors.build import plain

TITLE = "今日要闻"
Parts = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def text_of(body: str) -> Text:
    """Sentences or lines as the body of a text that has a title."""
    return plain(f"{TITLE}\n\n{body}")


def mentions(body: str, dates: tuple[DateMention, ...] = ()) -> list[GroupMention]:
    """All that the rules say of the groups of a text."""
    return list(groups.find(Folded(text_of(body)), dates))


def said(body: str) -> Parts:
    """Each group of a text with its leaders and members, all statements put together."""
    found = resolving.resolve(mentions(body))
    return {
        group.name.span.quote: (
            tuple(leader.span.quote for leader in group.leaders),
            tuple(member.span.quote for member in group.members),
        )
        for group in found
    }
