"""What the text says of the document in passing: a reporter in brackets, a dateline, a photographer."""

from __future__ import annotations

import re

from pipeline.read.credit import Credit, agency_in
from pipeline.read.dates import find_day
from pipeline.read.lexicon import folded, lexicon
from pipeline.read.names import people_in, signed_by

LEADING = re.compile(r"^(?P<office>[^()]{0,60}?)\s*[(\[](?P<inside>[^()\[\]]{4,120})[)\]]")
TRAILING = re.compile(r"[(\[](?P<inside>[^()\[\]]{4,120})[)\]]\s*\.?$")
PHOTO = re.compile(
    r"(?:[Pp]hotos?|[Pp]ictures?|[Ii]mages?)\s+(?:taken\s+)?by\s+(?P<names>[A-Z][^.;()\[\]]{3,60})"
    r"|(?<![㐀-鿿])(?P<han>[㐀-鿿]{2,4})\s*摄(?:影)?\W*$"
)
DATELINE = re.compile(r"^(?P<place>[^。]{2,70}?)[,，]?\s*[(/](?P<agency>[^()/]{2,40})[)/]\s*(?:--|—|–|-)\s")
"""'HANGZHOU, July 5 (Xinhua) -- …', 'WUHAN, China, 5 July 2023 /PR Newswire/ -- …'."""
DATED_BRACKET = re.compile(r"^\([^()]{6,60}\)")
"""'(Hong Kong, 24 November 2023) Twenty-one schools …'."""
TODAY = re.compile(r"\btoday\s*\(([^()]{8,30})\)|今[天日]\(([^()]{8,20})\)", re.IGNORECASE)


CUES, HAN_CUES = ("(", "[", "hoto", "icture", "mage"), ("（", "［", "【", "摄")
"""One of these stands in every passage that says such a thing."""


def may_say(text: str) -> bool:
    """Whether a passage is worth asking: most are not."""
    has = text.__contains__
    return any(map(has, CUES)) or (not text.isascii() and any(map(has, HAN_CUES)))


def credit_within(text: str, *, first: bool) -> Credit | None:
    """What a body passage says of the document in passing: a reporter in brackets at its start or end, a photographer.

    ``first``: it is among the first passages, where a dateline may stand.
    """
    start, end = folded(text[:260]), folded(text[-160:])
    people = _bracketed_people(start, end) + _photographers(end)
    day, agency, rank = None, None, 0
    if first:
        bracket = DATED_BRACKET.match(start)
        today = TODAY.search(start) if "(" in start else None
        dateline = DATELINE.match(start)
        leading = LEADING.match(start)
        if dateline and (found := find_day(dateline["place"])):
            day, agency, rank = found.edtf, agency_in(dateline["agency"]), 1
        elif leading and leading["office"] and _names_reporters(leading["inside"]):
            found = find_day(leading["office"])
            day, rank = (found.edtf if found else None), 1
            agency = agency_in(leading["office"][: found.start] if found else leading["office"])
        elif (bracket and (found := find_day(bracket[0]))) or (today and (found := find_day(today[1] or today[2]))):
            day, rank = found.edtf, 1
    if not (people or day or agency):
        return None
    return Credit(people, agency, 1 if agency else 0, day, rank if day else 0)


def _bracketed_people(start: str, end: str) -> tuple[str, ...]:
    people: tuple[str, ...] = ()
    leading = LEADING.match(start) if "(" in start or "[" in start else None
    trailing = TRAILING.search(end) if ")" in end or "]" in end else None
    if trailing and " " in trailing["inside"]:
        people += signed_by(trailing["inside"])
    for match in (leading, trailing):
        if match and _names_reporters(match["inside"]):
            credited = people_in(match["inside"], certain=_opens(match["inside"]))
            people += credited.people if len(credited.rest) <= 2 else ()
    return people


def _names_reporters(inside: str) -> bool:
    return bool(lexicon().cue.search(inside) and people_in(inside, certain=_opens(inside)).people)


def _opens(inside: str) -> bool:
    """Whether what brackets hold begins with what somebody is, in Chinese: 记者 木子."""
    return re.match(r"(?:本报|本网)?(?:全媒体|见习|实习|首席|特约)?(?:记者|通讯员)\s", inside) is not None


def _photographers(end: str) -> tuple[str, ...]:
    match = PHOTO.search(end) if "by " in end or "摄" in end else None
    if match is None:
        return ()
    named = match["names"] and re.split(r",| from | of | for ", match["names"])[0]
    return people_in(named or match["han"]).people
