"""Groups that a sentence speaks of before it names them: 'A will lead a new group. It will be known as X Group.'"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.groups.naming import own_span
from extractors.groups.wording import GROUP_WORDS
from extractors.mentions import Found
from extractors.names.institutions import Name
from extractors.names.marked import Marked

FURTHER = "new|second|third|fourth|fifth|further|additional|separate|larger|bigger"
ANOTHER = re.compile(
    rf"(?P<said>\b(?:is|was|be|as|become|becomes|became|into|remains|than|like) )?(?<!\w)(?:[Aa]n? (?:{FURTHER})|[Aa]nother) (?:(?!leading|working|age)[a-z]+ )?{GROUP_WORDS}\b(?!-)"
)
"""A group that is none of those named so far; 'X Group is a new group' says so of one that is."""
CUES = (*(f" {word} " for word in FURTHER.split("|")), "nother ")
"""One of these stands in a text that speaks of such a group."""
NAMED_THEN = re.compile(
    rf"(?:(?:It|They|This|That|(?:Its|The|Their) name|(?:The|This) (?:new )?{GROUP_WORDS})\b[^.;]{{0,40}}?\b(?:known as|called|named|name(?: of)?|is|be)|(?:To be )?(?:[Nn]amed|[Cc]alled|[Kk]nown as|[Uu]nder the name(?: of)?)) (?:the )?[\"“]?"
)
"""What a sentence begins with that names it."""


def coming(marked: Marked, groups: Sequence[Name]) -> dict[int, Found | None]:
    """The sentences that speak of a further group, by their numbers, with its name if the next sentence tells it."""
    if not any(map(marked.string.__contains__, CUES)):
        return {}
    found = (match.start() for match in ANOTHER.finditer(marked.string) if not match["said"])
    sentences = map(marked.text.sentence_at, found)
    return {sentence.number: named_behind(marked, sentence.number, groups) for sentence in sentences if sentence}


def named_behind(marked: Marked, number: int, groups: Sequence[Name]) -> Found | None:
    """The name that the sentence behind one gives to what that spoke of."""
    sentence, *after = marked.text.sentences[number : number + 2]
    if not after or after[0].block is not sentence.block:
        return None
    told = next((name for name in groups if after[0].start <= name.span.start < after[0].end), None)
    if told is None or not NAMED_THEN.fullmatch(marked.string, after[0].start, told.span.start):
        return None
    return Found(own_span(marked, told), after[0], "groups.name", 0.93)
