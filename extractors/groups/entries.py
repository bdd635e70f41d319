"""The schools of a list that a pattern has matched in a folded sentence."""

from __future__ import annotations

import re

from extractors.groups.wording import IN_PLACE, MEMBER, PIECE
from extractors.names.institutions import Name
from extractors.names.marked import INSTITUTION, Folded
from extractors.text import Span

NO_ENTRY = re.compile(rf"\([^()]*\)|{IN_PLACE}(?=[,;]| and)")
"""What stands in a list and is none of its entries: notes, and where schools are."""
MEMBER_OR_PIECE, INSTITUTION_OR_PIECE = (
    re.compile(rf"(?P<numbered>\d{{1,3}} {INSTITUTION})|(?P<name>{kind})|(?P<piece>{PIECE})")
    for kind in (MEMBER, INSTITUTION)
)


def entries(folded: Folded[Name], start: int, end: int, *, bodies: bool) -> list[Span]:
    """The entries of a matched list; bare pieces only where an elliptical plural ("No. 1 and No. 5 Middle Schools") closes them."""
    text = folded.sentence.span.text
    found: list[tuple[Span, bool]] = []
    pattern = MEMBER_OR_PIECE if bodies else INSTITUTION_OR_PIECE
    string = NO_ENTRY.sub(lambda m: " " * len(m.group()), folded.string[start:end])
    for item in pattern.finditer(string):
        if not item["piece"]:
            name = folded.name(start + item.end() - 1)
            if item["numbered"] and is_plural(name.span):
                found.append((Span(text, folded.offset(start + item.start()), name.span.end), True))
            elif name.proper or not is_common(name):
                found.append((name.span, True))
        else:
            first, last = folded.offset(start + item.start()), folded.offset(start + item.end())
            found.append((Span(text, first, last), False))
    kept: list[Span] = []
    for n, (span, whole) in enumerate(found):
        if whole:
            closes = n > 0 and not found[n - 1][1]
            if closes or not is_plural(span):
                kept.append(span)
            continue
        closing = next((other for other, named in found[n + 1 :] if named), None)
        if closing is not None and is_plural(closing):
            kept.append(span)
        elif kept:
            break
    return kept


def places(folded: Folded[Name], start: int, end: int) -> list[Span]:
    """The places of a list that names its schools by nothing else."""
    found = re.finditer(r"[A-Z][^,]*?(?=,| and |$)", folded.string[start:end])
    offsets = [(folded.offset(start + m.start()), folded.offset(start + m.end())) for m in found]
    return [Span(folded.sentence.span.text, first, last) for first, last in offsets]


PLURAL_HEADS = (
    *("chools", "oints", "ampuses", "artens", "olleges", "cademies", "ospitals", "ranches"),
    *("niversities", "enters", "entres", "tations"),
)


def is_plural(span: Span) -> bool:
    """Whether a name's head is a plural: 'No. 5 Middle Schools', 'Binhai campuses of Jishan Middle School'."""
    return span.quote.split(" of ")[0].endswith(PLURAL_HEADS)


def is_common(name: Name) -> bool:
    """Whether a name without a proper word is no name: 'Primary Schools', 'primary school'."""
    quote = name.span.quote
    return (
        (quote.lower().endswith("s") and not quote.lower().endswith("campus"))
        or not all(word[0].isupper() for word in quote.split() if word not in {"of", "and", "the", "for"})
        or len(quote.split()) < 2
    )
