"""The schools that a page lists of its one group, below a heading that names no group: 'Our academies', 'New members (13)'.

The group is the one that the text speaks of most. Below the heading each line names a school, or a kind of schools and
behind a colon those of that kind; lines that tell something of a school may stand between. A sentence that ends in a
colon does what such a heading does, for the group that it names: 'The trust now consists of:'.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.groups.layouts_en import LEAD_MARK
from extractors.mentions import Found, GroupMention
from extractors.names import lists
from extractors.names.institutions import Name
from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.text import Block, Sentence, Span, trim

SCHOOLS = "schools|academies|members|campuses|kindergartens|nurseries|institutions|units|hospitals|colleges|branches"
GROUP = (
    "group|trust|federation|alliance|consortium|community|network|partnership|family|university|college|school|hospital"
)
HEADING = re.compile(
    r"[^\w\n]{0,3}(?:\d{1,2}[.)] ?)?(?:list of )?(?:(?:our|the|its|all|new|newly admitted|group|trust|member|participating|founding|constituent|current|existing"
    rf"|vice[- ]chair(?:ing|man)?|deputy[- ]chair|council|affiliated|branch)[ -]+){{0,3}}(?:{SCHOOLS})(?: (?:and|&) (?:{SCHOOLS}))?"
    r"(?: as (?:of|at) [^.:;\n]{3,20})?"
    rf"(?: (?:(?:in|of|within|under) (?:the|our|this|its)(?: [a-z]+)? (?:{GROUP}|sponsorship|management|wing|umbrella|roof|care|name|flag|banner)|(?:run|managed|operated|governed|entrusted|sponsored|led|set up|founded|joining)\b[^.:;\n]{{0,60}}))?"
    r" ?(?:[(（][^()（）\n]{1,20}[)）])?[:： ]*$",
    re.IGNORECASE,
)
COLON = re.compile(
    r"[^\n]{3,300}?\b(?:members?|consists?|consisting|compris(?:es?|ing)|includ(?:es?|ing)|join(?:s|ed|ing)?|made up|belongs?|takes? in|schools? are|academies are|welcomes?|welcomed)\b[^\n:.]{0,80}[:：]$"
)
"""The last sentence of such a block has a word of belonging and ends in a colon."""
LABEL = re.compile(
    r"[^\w\n]{0,3}(?:joins?|joined|newly joined|(?:new )?members?|(?:new |member )(?:schools?|units?|institutions?)) ?[:：] *(?=[A-Z])",
    re.IGNORECASE,
)
"""What a line begins with that lists schools by itself: 'Joins: X School and Y School.'"""
KIND = re.compile(
    r"\W*(?:(?:pre-?)?(?:primary|secondary|infant|junior|senior|middle|nursery|special|vocational|all-through|early years|sixth form|post-16|alternative provision|AP)(?: (?:schools?|academies|provision))?"
    r"|(?:schools|kindergartens|companies|enterprises|colleges|universities|hospitals|institutes|clinics|academies|associations))(?: ?[(（]\d+[)）])?\s*[:：–—]\s*(?=\S)",
    re.IGNORECASE,
)
COLUMN = re.compile(
    r"(?:name of (?:the )?)?(?:school|academy|campus|kindergarten|hospital|institution|member|college)(?: name)?",
    re.IGNORECASE,
)
BEHIND = re.compile(r"\s*(?:[.;；,，]|[(（\[].*|[,，]?\s*(?:since )?\d.*|[:：–—-]\s.*)?$")
"""What may stand behind the name of a school that a line is about."""
DIVISION = re.compile(r"(?:School|Academy|College|Kindergarten) (?:[A-Z][a-z]+ ){1,3}(?:Section|Division|Department)$")
MAIN = re.compile(r"(?:Headquarters|Main [Cc]ampus|Main [Ss]chool)(?=\s{2,}|\s*\d|\s*[(（,:–-]|\s*$)")
"""What a list of campuses begins with."""
WORDS = re.compile(r"(?:[A-Z][\w'’.-]*|of|at|the|and|for|in)(?: (?:[A-Z][\w'’.-]*|of|at|the|and|for|in))*")
"""A line that is a name for all that its capitals tell."""
LONGEST_HEADING = 160
LONGEST_LINE = 200
MOST_WORDS = 9
"""Of a school's name; cells that a page has run together are more."""
MOST_DETAILS = 3
"""How many blocks may stand between two entries."""
MOST_GROUPS = 4
"""A text that names more groups is about none of them, unless it names one of them more often than the others, and"""
OFTEN = 3
"""so often."""


def find(marked: Marked, groups: Sequence[Name], taken: Sequence[GroupMention]) -> Iterator[GroupMention]:
    """The members that the headings of a page give its group.

    ``groups`` are the names of named groups, in order, ``taken`` is what other lists of the text state.
    """
    headings = list(headings_of(marked)) if groups else []
    if not headings:
        return
    own = own_group(groups)
    listed = {value.span.start for mention in taken for value in (*mention.leaders, *mention.members)}
    for heading in headings:
        group = named_in(heading, groups) or own
        sentence = marked.text.sentence_at(group.span.start) if group else None
        entries = [each for each in listed_by(marked, heading) if each[0].start not in listed] if sentence else []
        if entries and group and sentence:
            context = (group.span, marked.text.span(heading.start, heading.end))
            named = Found(group.span, sentence, "groups.rosters.group", 0.85)
            values = [found(marked, span, block, "groups.rosters.entry", context) for span, block in entries]
            leaders = tuple(value for value in values if LEAD_MARK.match(marked.string, value.span.end))
            yield GroupMention(named, leaders=leaders, members=tuple(v for v in values if v not in leaders))


def headings_of(marked: Marked) -> Iterator[Block]:
    """The blocks that announce the schools of a group."""
    for block in marked.text.blocks:
        if block.role != "furniture" and block.kind != "table_row" and announces(marked.string, block.start, block.end):
            yield block


def announces(string: str, start: int, end: int) -> bool:
    """Whether a block is a heading, a sentence or a line that announces the schools of a group."""
    if string[end - 1] in ":：" and COLON.match(string, start, end):
        return True
    return bool(
        (end - start <= LONGEST_HEADING and HEADING.match(string, start, end)) or LABEL.match(string, start, end)
    )


def named_in(heading: Block, groups: Sequence[Name]) -> Name | None:
    """The group that a block names last."""
    return next((name for name in reversed(groups) if heading.start <= name.span.start < heading.end), None)


def own_group(groups: Sequence[Name]) -> Name | None:
    """The group that a text speaks of most, the first of several; None where it speaks of many."""
    often = Counter(name.span.quote.lower() for name in groups)
    if not often:
        return None
    most, *rest = sorted(often.values(), reverse=True)
    if len(often) > MOST_GROUPS and (most < OFTEN or most == rest[0]):
        return None
    return next(name for name in groups if often[name.span.quote.lower()] == most)


def listed_by(marked: Marked, heading: Block) -> Iterator[tuple[Span, Block]]:
    """The entries behind a label in a line or below a heading, each with its block."""
    label = LABEL.match(marked.string, heading.start, heading.end)
    if label is None:
        yield from below(marked, heading)
        return
    for span in lists.pieces(marked, label.end(), heading.end):
        if any(
            name.span == span and name.kind in {"institution", "part"} for name in marked.names_in(span.start, span.end)
        ):
            yield span, heading


def below(marked: Marked, heading: Block) -> Iterator[tuple[Span, Block]]:
    """The entries below a heading, up to the next heading or to text about something else, each with its block."""
    details = 0
    for block in marked.text.blocks[marked.text.blocks.index(heading) + 1 :]:
        entries = list(entries_of(marked, block))
        if entries:
            details = 0
            yield from ((span, block) for span in entries)
        elif block.kind == "table_row" and is_head_row(marked, block):
            continue
        else:
            details += 1
            if block.kind in {"heading", "table_row"} or details > MOST_DETAILS:
                return


def is_head_row(marked: Marked, block: Block) -> bool:
    """Whether a row is the head of a table whose first column has schools."""
    cell = trim(marked.text.string, *block.cells[0]) if block.cells else None
    return cell is not None and COLUMN.fullmatch(cell.quote) is not None


def entries_of(marked: Marked, block: Block) -> Iterator[Span]:
    """The schools that one block names: those behind the name of their kind, or the one that the line is about."""
    start, end = block.cells[0] if block.kind == "table_row" and block.cells else (block.start, block.end)
    kind = KIND.match(marked.string, start, end)
    if kind:
        yield from (span for span in lists.pieces(marked, kind.end(), end) if is_entry(marked, span))
        return
    if end - start > LONGEST_LINE and ";" not in marked.string[start:end]:
        return
    if ";" in marked.string[start:end]:
        several = [span for span in lists.pieces(marked, start, end) if is_entry(marked, span)]
        known = [span for span in several if marked.names_in(span.start, span.end)]
        if len(several) > 1 and 2 * len(known) >= len(several):
            yield from several
            return
    whole = lists.entry_of(marked.text.string, start, end)
    if whole is None or block.kind == "paragraph" or is_head_row(marked, block):
        return
    if main := MAIN.match(marked.string, whole.start, end):
        yield marked.text.span(*main.span())
        return
    first = next((name for name in marked.names_in(whole.start, whole.end) if name.span.start == whole.start), None)
    if first is not None and (first.kind in {"institution", "part"} or DIVISION.search(first.span.quote)):
        if len(first.span.quote.split()) <= MOST_WORDS and BEHIND.fullmatch(marked.string, first.span.end, end):
            yield first.span
    elif block.kind == "table_row" and is_entry(marked, whole):
        yield whole


def is_entry(marked: Marked, span: Span) -> bool:
    """Whether a piece of a list can be a school's name, and is not the short form of one that the text prints in full."""
    words = span.quote.split()
    if WORDS.fullmatch(span.quote) is None and not marked.names_in(span.start, span.end):
        return False
    in_full = any(name.span.quote.startswith(f"{span.quote} ") for name in marked.names)
    return (
        len(words) <= MOST_WORDS and span.quote[0].isupper() and not in_full and not (1 < len(words) == han_name(words))
    )


def found(marked: Marked, span: Span, block: Block, rule: str, context: tuple[Span, ...]) -> Found:
    """A value with the sentence that holds it, the whole block where it runs over two."""
    sentence = marked.text.sentence_at(span.start)
    if sentence is None or sentence.end < span.end:
        sentence = Sentence(
            trim(marked.text.string, block.start, block.end) or span, block, sentence.number if sentence else 0
        )
    return Found(span, sentence, rule, 0.85, context=context)
