"""Lists of names: what stands between commas, with commas inside names, notes in brackets and ellipsis understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.marked import Marked
from extractors.names.tags import Tags
from extractors.text import Span, trim

SEPARATOR = re.compile(
    r",(?!\d{3}\b)|[;、，；/|\t\n]| (?=\d{1,2}[.)、] ?[A-Z])| and (?:the )?(?=[A-Z\d])|(?<=[a-z)]) & (?=[A-Z])| as well as (?:the )?| - (?=[A-Z])"
)
SEMICOLON = re.compile(r"[;；]")
PLACE_ALONE = re.compile(r"\s*[A-Z][\w'’]*(?: [A-Z][\w'’]*)?\s*")
HEAD_WORD = re.compile(r"\b(?:School|Kindergarten|College|Academy|Hospital|Campus|Branch|Center|Centre)\s*$")
TRAILING_NOTE = re.compile(r"\s*[(（\[](?P<note>[^()（）\[\]]*)[)）\]]\s*$")
KEPT_NOTE = re.compile(
    r"^(?!(?:formerly|the old|former|originally|now|also|to be)\b).*(?:[Cc]ampus|Group|[Dd]epartment|Section|Division|Branch)\s*$"
)
LEADING = re.compile(
    r"(?:\d{1,2}[.)、]\s*|[(（]\d{1,2}[)）]\s*|(?:and|the|namely|including|such as|for example)\s+)+", re.IGNORECASE
)
MARKS = " .,;:·•*★☆-–—、，；：。\"“”'’"


def pieces(marked: Marked, start: int, end: int) -> Iterator[Span]:
    """The entries of a printed list between two offsets, each without its number, note and stray marks.

    A separator inside a name of the grammar ("Gumei No. 1 Middle School, Mayong Town, Dongguan City") separates nothing.
    """
    string = marked.text.string
    begin = start
    cuts: list[tuple[int, int]] = []
    for match in SEPARATOR.finditer(string, start, end):
        over = marked.name_over(match.start(), match.end())
        inside = over is not None and over.span.start < match.start() and match.end() < over.span.end
        if not inside and not in_brackets(string, start, match.start()):
            cuts.append((begin, match.start()))
            begin = match.end()
    cuts.append((begin, end))
    for first, last in rejoined(string, cuts) if SEMICOLON.search(string, start, end) else cuts:
        entry = entry_of(string, first, last)
        if entry is not None:
            yield entry


def rejoined(string: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Entries of a list whose separator is the semicolon: a place after a comma belongs to the name before it.

    "Huangshan Primary School, Sanqiao; Jiulong Primary School" has two entries, "No. 1, No. 3 Campuses; …" three.
    """
    found: list[tuple[int, int]] = []
    for first, last in cuts:
        between = string[found[-1][1] : first] if found else ";"
        alone = PLACE_ALONE.fullmatch(string, first, last) is not None
        if alone and not SEMICOLON.search(between) and HEAD_WORD.search(string, *found[-1]):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def in_brackets(string: str, start: int, place: int) -> bool:
    """Whether a bracket opened since ``start`` is still open at ``place``."""
    run = string[start:place]
    return run.count("(") + run.count("（") > run.count(")") + run.count("）")


def entry_of(string: str, start: int, end: int) -> Span | None:
    """One entry without white space, numbers, notes and marks around it; None when nothing is left."""
    span = trim(string, start, end, MARKS)
    if (
        span is not None
        and span.quote[-1] in ")）"
        and len(re.findall(r"[(（]", span.quote)) < len(re.findall(r"[)）]", span.quote))
    ):
        span = trim(string, span.start, span.end - 1, MARKS)
    if span is None:
        return None
    leading = LEADING.match(string, span.start, span.end)
    if leading:
        span = trim(string, leading.end(), span.end, MARKS)
    note = TRAILING_NOTE.search(string, span.start, span.end) if span else None
    if span and note and note.start() > span.start and not KEPT_NOTE.search(note["note"]):
        span = trim(string, span.start, note.start(), MARKS)
    return span


def run_together(marked: Marked, start: int, end: int) -> list[Span]:
    """The names of a row whose cells run together: 'X High School Y Middle School Y Middle School East Branch'.

    A name ends at its head noun, unless a campus or branch of it follows with no head of its own between.
    """
    tags = marked.tags
    first, last = tags.at(start), tags.at(end)
    found: list[Span] = []
    begin: int | None = None
    bracketed = False
    for n in range(first, last):
        letter = tags.letters[n]
        bracketed = letter == "(" or (bracketed and letter != ")")
        if begin is None:
            if letter in "PGCELNHRBUgl" and not bracketed:
                begin = n
            continue
        if letter in ',;:./"(':
            begin = None
        elif letter in "HRUKV" and not continues(tags, n + 1, last, letter):
            found.append(tags.span(begin, n + 1))
            begin = None
    return found


def continues(tags: Tags, n: int, last: int, head: str) -> bool:
    """Whether the name whose head stands before token ``n`` goes on: a group's word, or a branch without a head of its own."""
    letters = tags.letters
    if n < last and letters[n] in "HREU" and head != "U":
        return True
    if head == "H" and n < last and tags.small[n] in {"affiliated", "attached", "subsidiary"}:
        return True
    return head in "HK" and re.match(r"[PGCL]{1,3}R", letters[n:last]) is not None
