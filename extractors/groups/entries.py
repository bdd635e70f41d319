"""The schools of a list that a pattern has matched in a folded sentence."""

from __future__ import annotations

import re

from extractors.groups.wording import IN_PLACE, MEMBER, PIECE
from extractors.names.institutions import Name
from extractors.names.marked import INSTITUTION, Folded
from extractors.names.people import han_name
from extractors.text import Span

NO_ENTRY = re.compile(rf"\([^()]*\)|{IN_PLACE}(?=[,;]| and)")
"""What stands in a list and is none of its entries: notes, and where schools are."""
MEMBER_OR_PIECE, INSTITUTION_OR_PIECE = (
    re.compile(rf"(?P<numbered>\d{{1,3}} {INSTITUTION})|(?P<name>{kind})|(?P<piece>{PIECE})")
    for kind in (MEMBER, INSTITUTION)
)


def entries(
    folded: Folded[Name], start: int, end: int, *, bodies: bool, own: str = "", gardens: bool = False
) -> list[Span]:
    """The entries of a matched list; bare pieces only where an elliptical plural ("No. 1 and No. 5 Middle Schools") closes them.

    A piece that begins with ``own``, the first word of the group's name, is the name of a school: 'Hilltop Juniors' of the
    Hilltop Trust; so is one of several words that stands between the names of others, and, where ``gardens`` says that
    the group is one of kindergartens, 'Fengxiang Garden'.
    """
    text = folded.sentence.span.text
    found: list[tuple[Span, bool]] = []
    pattern = MEMBER_OR_PIECE if bodies else INSTITUTION_OR_PIECE
    string = NO_ENTRY.sub(lambda m: " " * len(m.group()), folded.string[start:end])
    for item in pattern.finditer(string):
        if not item["piece"]:
            name = folded.name(start + item.end() - 1)
            if item["numbered"] and is_plural(name.span):
                found.append((Span(text, folded.offset(start + item.start()), name.span.end), True))
            elif not name.proper and (
                of_place := PLACE_BEFORE.search(name.span.text, name.span.start - 9, name.span.start)
            ):
                found.append((Span(text, of_place.start(), name.span.end), True))
            elif (
                name.proper
                or not is_common(name)
                or (found and not found[-1][1] and is_plural(name.span) and has_own_words(name))
            ):
                found.append((name.span, True))
        else:
            first, last = folded.offset(start + item.start()), folded.offset(start + item.end() - 1) + 1
            found.append((Span(text, first, last), False))
    kept: list[Span] = []
    for n, (span, whole) in enumerate(found):
        if whole:
            closes = n > 0 and not found[n - 1][1]
            if closes or not is_plural(span):
                kept.append(span)
            continue
        closing = next((other for other, named in found[n + 1 :] if named), None)
        if closing is not None and lost_plural(closing, [span for span, named in found if not named]):
            kept.append(span)
            continue
        between = bodies and bool(kept) and closing is not None
        if (
            (closing is not None and is_plural(closing))
            or is_own(span, own)
            or (between and may_be_named(span))
            or (gardens and span.quote.endswith((" Garden", " Park")))
        ):
            kept.append(span)
        elif kept:
            break
    return kept


def is_own(piece: Span, own: str) -> bool:
    """Whether a piece of a list begins with the first word of the group's name and goes on."""
    return bool(own) and piece.quote.startswith(f"{own} ")


def lost_plural(closing: Span, pieces: list[Span]) -> bool:
    """Whether a translation's singular closes an elliptical list: 'Xihu, Donghu and Huangtan kindergarten'."""
    words = closing.quote.split()
    alike = len(pieces) > 1 and all(" " not in piece.quote for piece in pieces)
    return alike and words[-1] in SINGULARS and not words[-2].islower()


def may_be_named(piece: Span) -> bool:
    """Whether a piece of a list can be the name of an institution without a word for one: 'Lushun Valve Works', no person."""
    words = piece.quote.split()
    return len(words) > 1 and not any(word[0].isdigit() for word in words) and han_name(words) != len(words)


def places(folded: Folded[Name], start: int, end: int) -> list[Span]:
    """The places of a list that names its schools by nothing else."""
    found = re.finditer(r"(?:^[a-z]|[A-Z])[^,]*?(?=,| and |$)", folded.string[start:end])
    offsets = [(folded.offset(start + m.start()), folded.offset(start + m.end() - 1) + 1) for m in found]
    return [Span(folded.sentence.span.text, first, last) for first, last in offsets]


PLURAL_HEADS = (
    *("chools", "oints", "ampuses", "artens", "olleges", "cademies", "ospitals", "ranches"),
    *("niversities", "enters", "entres", "tations"),
)


def is_plural(span: Span) -> bool:
    """Whether a name's head is a plural: 'No. 5 Middle Schools', 'Binhai campuses of Jishan Middle School'."""
    return span.quote.split(" of ")[0].endswith(PLURAL_HEADS)


STAGES = frozenset("primary middle secondary elementary junior senior high nursery infant vocational".split())


def has_own_words(name: Name) -> bool:
    """Whether the plural that closes an elliptical list says which: 'Third Primary Schools', not 'Primary Schools'."""
    words = name.span.quote.split()
    return len(words) > 1 and words[0][0].isupper() and words[0].lower() not in STAGES


PLACE_BEFORE = re.compile(r"\b(?:county|district|city|town) $")
"""Before a name that says no place, as translations print it: 'county Experimental kindergarten'."""
SINGULARS = frozenset(("school", "kindergarten", "hospital", "campus"))
PART_PLAYED = re.compile(
    r"(?:General|Main|Head|Core|Lead|Leading|Member|Branch|Key) (?:School|Kindergarten|Hospital|Unit)"
)
"""What a school is to its group and no name."""


def is_common(name: Name) -> bool:
    """Whether a name without a proper word is no name: 'Primary Schools', 'primary school'."""
    quote = name.span.quote
    return (
        (quote.lower().endswith("s") and not quote.lower().endswith("campus"))
        or not all(word[0].isupper() for word in quote.split() if word not in {"of", "and", "the", "for"})
        or len(quote.split()) < 2
        or PART_PLAYED.fullmatch(quote) is not None
    )
