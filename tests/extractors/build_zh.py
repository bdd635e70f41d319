"""Chinese texts and what is found in them, for tests: read as a file would be, then handed to the Chinese rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.groups import zh as groups
from extractors.mentions import CalendarForm, DateMention, Found, GroupMention
from extractors.script import Folded
from extractors.text import Text
from pipeline.normalise import groups as resolving
from tests.extractors.build import plain

TITLE = "今日要闻"
Parts = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def text_of(body: str) -> Text:
    """Sentences or lines as the body of a text that has a title."""
    return plain(f"{TITLE}\n\n{body}")


DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")


def dates_of(text: Text) -> tuple[DateMention, ...]:
    """The dates of a text that are printed with their year, for rules that are given dates."""
    found = []
    for match in DATE.finditer(text.string):
        sentence = text.sentence_at(match.start())
        if sentence is not None:
            parts = [match[1], *(part.zfill(2) for part in match.groups()[1:] if part)]
            span = text.span(*match.span())
            found.append(DateMention(Found(span, sentence, "dates.test", 0.9), CalendarForm("-".join(parts))))
    return tuple(found)


def found_in(script: Folded, dates: Sequence[DateMention] = ()) -> tuple[GroupMention, ...]:
    """What a text says of groups."""
    layouts = groups.reading(script, dates)
    return tuple(groups.told(layouts)) if layouts else ()


def founded(body: str) -> dict[str, str | None]:
    """Each group of a text with the date of its founding."""
    text = text_of(body)
    script, dates = Folded(text), dates_of(text)
    found = resolving.resolve(found_in(script, dates), groups.batches_of(script, dates))
    return {group.name.span.quote: group.established.form.edtf if group.established else None for group in found}


def said(body: str) -> Parts:
    """Each group of a text with its leaders and members, all statements put together."""
    found = resolving.resolve(found_in(Folded(text_of(body))))
    return {
        group.name.span.quote: (
            tuple(leader.span.quote for leader in group.leaders),
            tuple(member.span.quote for member in group.members),
        )
        for group in found
    }
