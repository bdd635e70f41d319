"""Names of schools, hospitals, bodies and groups, by a grammar over the letters of ``tags``.

A name is a run of name words that ends in a head ("School", "Campus", "Bureau", "Group"), with an optional tail:
a second name in brackets, "of" and the body or place it belongs to, or the places it stands in after commas
("Gumei No. 1 Middle School, Mayong Town, Dongguan City" is one school). "and" joins only words that lists call joinable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Literal

from extractors.names.lexicon import load
from extractors.names.people import han_name
from extractors.names.tags import Tags
from extractors.text import Span
from extractors.value import value

NameKind = Literal["institution", "part", "body", "group"]

WORD = r"(?>[PXGCELNHRKBU]|[gcehlr](?=-?[PGCELHRBUgcehlrbu])|(?<=[PGCELNgcel])[gcelhrbukv]|(?<=B)b|(?<=-)[gcelhrbux]|M(?=[PGCELHBU])|T(?=[EGCHU])|[wD](?=-[Gg]))"
JOIN = r"(?>(?<![LHRBUlhrbu])-|(?<=[HKhk])-(?=x)|&(?=[CEce])(?<=[CEce]&)|,(?=[CE](?:[,&]|[CE]&))(?<=[CE],)|(?<=C)-|(?<=P)&(?=P[PGCEL-]{0,3}[Uu]))?+"
START = r"(?:[PGCELN]|R(?=R)|[BH](?=od?[PGCEL])|[wX](?=P)|[gl](?=P)|(?<![a-zA-Z-])c(?=&C))"
FIRST = "[PGCELNBHwXglceRZ]"
BEGUN = r"(?:(?<=[PGCELN])|(?<=R)(?=R)|(?<=[BH])(?=od?[PGCEL])|(?<=[wX])(?=P)|(?<=[gl])(?=P)|(?<=Z)(?=P{1,3}[GCEL]{0,3}H)|(?<=c)(?<![a-zA-Z-].)(?=&C))"
"""What START says, asked behind a name's first letter: a search leaps over all others."""
DIVISION = r"od?[gceGCE]{1,3}[brhBRH]od?P[PNGCEL]{0,5}[HK]"
"""'education group of the junior division of Dahe No. 1 Middle School'."""
OF_SCHOOL = r"od?P[PNGCEL]{0,5}H(?![EeGg]{0,2}[Uu])"
"""'education group of Dahe County No. 1 Middle School'."""
PLACES = r"(?:,(?:P{1,3}-?[PCG]?[lL]+|P(?=,P{1,3}[L]))+(?![PGCELNHRKBUehrku]|[cg]+[HKhk]|w-))*"
NAME = re.compile(
    rf"(?P<core>{FIRST}(?:{BEGUN}(?:{JOIN}{WORD}|(?<=P)\(P{{1,4}}\)(?=[GCEL]{{0,4}}[HRUB])|(?<=H)\([PL]{{1,3}}\)(?=E?U)|(?<=[PLB])\"[PGCELX]{{1,5}}\"(?=[GCEL]{{0,4}}[HU])|(?<=P)Z(?=P{{1,3}}[GCEL]{{0,3}}H))*(?<=[HRKBUVhrkbuv])|(?<=e)(?<![PGCELNHRBgcelhrb-].)u(?={DIVISION}|{OF_SCHOOL})|(?<=g)(?<![PGCELNHRBgcelhrb-].)c{{1,2}}he?u(?=od?P{{1,3}}[lL])))"
    rf"(?P<bracket>(?:(?<![Uu])\([PGCELHRBUehrbux-]{{0,5}}[Uu]\)|\([PGCELHRBUehrbux-]{{0,5}}[HRrG]\)|\([gcGC]{{1,2}}[hH]?[bB]\)))?"
    rf"(?P<tail>(?<=eu)(?:{DIVISION}|{OF_SCHOOL})|(?<=U)oK|(?<=U)[of]d?{START}(?:{JOIN}{WORD})*(?<=K)|(?<=H)fdP(?![a-zA-Z-])|(?<=U)od?P{{1,2}}[lL]?&P{{1,2}}[lL]{{0,2}}(?![PGCELNHKRBUTgcelhrbuk-])|(?<=[UVuvB])od?{START}(?:{JOIN}{WORD})*(?<=U)|od?{START}(?:{JOIN}{WORD})*(?<=[HRBL])(?![EGCHLN]{{0,5}}[Uu])|od?P{{1,2}}[lL]?(?![a-zA-Z])|(?<=B)[of]d?[PGCEL]{{0,3}}[HK][P]?(?![a-zA-Z-])|(?<=[HB])[of]d?[PGCE](?:{JOIN}[PGCELX]){{0,5}}(?![PGCEHRBUTgcehrbuklvt-]|&C[HU])){{0,3}}"
    rf"(?P<places>{PLACES})"
)
HEAD_KIND: dict[str, NameKind] = {
    "h": "institution",
    "k": "institution",
    "r": "part",
    "b": "body",
    "u": "group",
    "v": "group",
}


@value
class Name:
    """A name of an institution: tokens ``first`` up to and without ``last``; ``head`` is the token of its head noun."""

    first: int
    last: int
    head: int
    kind: NameKind
    proper: bool
    """Whether something in it says which one is meant: a word of no list, or a number."""
    span: Span
    defined: bool = False
    """Whether it is that of a group although its head is another: the text says so (see names.defined), or the words before it."""


RUN_DISTRICTS = re.compile(
    r"school district (?:management|system)|\b(?:lead|leading|core|member|head)(?:ing)? schools?\b|dragon head|\bled by\b|pulls? the head",
    re.IGNORECASE,
)
"""Words of a text in which a school district is a group of schools with one in the lead, not a part of the administration."""


def names(tags: Tags) -> Iterator[Name]:
    """Every name in the text, in order, the longest at each place."""
    districts = "School District" in tags.string and RUN_DISTRICTS.search(tags.string) is not None
    found = map(partial(name_at, tags), NAME.finditer(tags.letters))
    if any(map(tags.string.__contains__, UNIONS)):
        found = map(partial(as_union, tags), found)
    for name in joined(tags, found) if any(map(tags.string.__contains__, ATTACHING)) else found:
        yield (as_district(tags, name) if districts else None) or name


UNIONS = (
    "chool Union",
    "chools Union",
    "chools League",
    "arten Union",
    "artens Union",
    "reschool League",
    "arten League",
    "artens League",
    "ducation Union",
    "ducation union",
    "chool union",
    "edical Union",
)


def as_union(tags: Tags, name: Name) -> Name:
    """A union of schools as a group: 'Dahe Affiliated School Union', not 'National Education Union' or a union of people."""
    if name.kind != "body" or not tags.string.startswith(("nion", "eague"), tags.starts[name.head] + 1):
        return name
    before = tags.letters[name.first : name.head]
    of_schools = before[-1:] in "HhKk" or (
        before[-1:] in "Ee" and ("H" in before or "h" in before or tags.small[name.head - 1] == "medical")
    )
    return (
        replace(name, kind="group", defined=True) if of_schools and name.last == name.head + 1 and name.proper else name
    )


ATTACHING = ("ffiliated ", "ttached ", "ubordinate ")
"""Few texts have one of these."""
ATTACHED = re.compile(r"(?:ffiliated|ttached|ubordinate) (?:to|with|of) ")


def joined(tags: Tags, found: Iterator[Name]) -> Iterator[Name]:
    """Names with those of which a school is said to be a part put together with the school's."""
    waiting: Name | None = None
    for name in found:
        whole = as_attached(tags, waiting, name) if waiting else None
        if waiting and whole is None:
            yield waiting
        waiting = whole or name
    if waiting:
        yield waiting


def as_attached(tags: Tags, part: Name, whole: Name) -> Name | None:
    """'Primary School Affiliated to Dahe Normal College' of the two names in it; None where something else stands between."""
    article = tags.letters[whole.first - 1] == "d"
    between = tags.small[part.last : whole.first - article]
    if len(between) != 2 or whole.kind == "body" or not ATTACHED.search(f"{between[0]} {between[1]} "):
        return None
    outer = whole if whole.kind == "group" and part.kind != "group" else part
    return replace(
        outer,
        first=part.first,
        last=whole.last,
        proper=part.proper or whole.proper,
        span=tags.span(part.first, whole.last),
    )


def as_district(tags: Tags, name: Name) -> Name | None:
    """'Weibei School District' where the grammar has found 'Weibei School'; None for any other name."""
    last = name.last
    if name.head != last - 1 or tags.words[name.head] != "School" or tags.words[last] != "District":
        return None
    if "ing" in {
        tags.words[name.first][-3:],
        tags.words[name.first - 1][-3:],
    }:  # 'on Carrying Out School District Management'
        return None
    return replace(name, last=last + 1, head=last, kind="group", span=tags.span(name.first, last + 1))


LANDMARKS = load("extractors.names", "en")["landmark"]
NAMED_BEHIND = re.compile("(?<=[ECGB])P{1,2}$")
RUN_BY = frozenset("run led based owned backed sponsored managed funded".split())
NO_FIRST = frozenset(("year", "level", "new"))
"""Words without a capital that no name begins with."""
SESSIONS = frozenset({"AM", "PM"})
"""In brackets they belong to the name of a school of Hong Kong: 'Hill Road Primary School (PM)'."""
IN_PLACE = re.compile(r"id?P{1,2}[Ll]{0,2}(?![PGCEHRBUKVghkrbuv])")


def has_landmark(tags: Tags, first: int, last: int) -> bool:
    """Whether a word such as "Hill" or "Lake" stands in a name before its head, or a station."""
    return "Station" in tags.words[first:last] or any(
        tags.letters[n] == "L" and tags.small[n] in LANDMARKS for n in range(first, last)
    )


def begun(tags: Tags, first: int) -> int:
    """Where a name begins whose grammar begins at token ``first``: 'the Catholic-run Lakeview Network', 'next year Dahe School'."""
    if tags.letters[first + 1] == "-" and tags.small[first + 2] in RUN_BY and tags.letters[first + 3] in "PNL":
        return first + 3
    return first + 1 if tags.words[first] in NO_FIRST else first


def name_at(tags: Tags, match: re.Match[str]) -> Name:
    """The name that one match of the grammar stands for."""
    head = match.end("core") - 1
    letters, (first, last) = match.group(), match.span()
    start = begun(tags, first) if letters[0] in "gl" or letters[1:2] == "-" else first
    bracket = match["bracket"]
    if letters.endswith("Bb") and tags.small[head] == "party":  # 'Education Bureau party secretary'
        letters, last, head = letters[:-1], last - 1, head - 1
    if bracket == "(r)" and match.end("bracket") == last and tags.small[last - 2] == "headquarters":
        letters, last = letters[:-3], last - 3  # 'X School (headquarters)': it leads, and has no other name
    person = NAMED_BEHIND.search(letters) if match["tail"] else None
    if person and han_name(list(filter(None, tags.words[last - len(person[0]) : last + 2]))):
        letters, last = letters[: person.start()], last - len(person[0])  # 'Department of Education Wang Xiaoming'
    elif tags.letters.startswith("(P)", last) and tags.words[last + 1] in SESSIONS:
        last += 3
    if "P" not in letters and (place := IN_PLACE.match(tags.letters, last)):
        last = place.end()
    return Name(
        start,
        last,
        head,
        kind="group" if bracket and bracket[-2] in "Uu" else HEAD_KIND[tags.letters[head].lower()],
        proper="P" in letters or "N" in letters or has_landmark(tags, first, head),
        span=tags.span(start, last),
    )
