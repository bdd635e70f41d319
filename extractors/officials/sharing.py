"""Titles and bodies of a post that stands beside others of the same person: a Party body belongs to its title, and "and" shares a body."""

from __future__ import annotations

import re

from extractors.officials.category import PARTED, PLACES, category_of_words
from extractors.officials.fields import GOVERNING_PLACE
from extractors.officials.posts import Post, Reading
from extractors.text import Span

PARTY = re.compile(
    r"(?:the )?(?:(?:leading |general )?party (?:leadership |leading )?(?:group|committee|branch|working committee|general branch|organi[sz]ation|work committee)"
    r"|standing committee|leading group|board of (?:directors|trustees|governors)(?=$| of )|board(?= of ))(?P<of> of (?:the )?)?",
    re.IGNORECASE,
)
OF_STATE = re.compile("congress|conference|assembly|parliament", re.IGNORECASE)
"""Whose standing committee is a body by itself."""
OF_PLACE = re.compile(
    r"(?:the )?party .*\b(?:city|district|county|town|township|province|zone|area|village|street|prefecture|region)$",
    re.IGNORECASE,
)
Bound = list[tuple[Post, str]]


def settled(
    reading: Reading, post: Post, posts: Bound, shared: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Titles and organisations of a post: a party body belongs to the title, and "and" shares an organisation."""
    titles, organisations = post.titles, post.organisations
    party = PARTY.match(organisations[0].quote) if organisations and titles[-1].end <= organisations[0].start else None
    if party and (
        (party.end() == len(organisations[0].quote) and "working" not in party.group().lower())
        or (party["of"] and not OF_PLACE.match(organisations[0].quote) and not OF_STATE.search(organisations[0].quote))
    ):
        body = organisations[0]
        end = body.start + (party.start("of") if party["of"] else party.end())
        titles = (*titles[:-1], Span(body.text, titles[-1].start, end))
        rest = (Span(body.text, body.start + party.end(), body.end),) if party["of"] else shared
        return titles, rest
    if len(posts) > 1 and not organisations and not shared and follows_membership(reading, titles[-1], post, posts):
        return titles, settled(reading, posts[[p for p, _ in posts].index(post) - 1][0], posts, ())[1]
    if not organisations and shared and " of " not in titles[-1].quote and shares(reading, post, posts):
        return titles, shared
    return titles, organisations


def follows_membership(reading: Reading, title: Span, post: Post, posts: Bound) -> bool:
    """Whether a bare post follows a seat in the Party body of a bureau or school: 'member of the Party group of X and director'."""
    before = [p for p, _ in posts if p.last <= post.first][-1:]
    if not before or reading.gap(before[0].last, post.first) not in {"&", ",&"}:
        return False
    seat, bodies = before[0].titles[-1], before[0].organisations
    of_party = "party" in f"{seat.quote} {bodies[0].quote if bodies else ''}".lower()
    words = PARTED.split(title.quote.lower())
    plain = " of " not in title.quote and PLACES.isdisjoint(words) and GOVERNING_PLACE.isdisjoint(words)
    return of_party and bool(bodies) and plain


def shares(reading: Reading, post: Post, posts: Bound) -> bool:
    """Whether a post without an organisation has that of the post after it: 'secretary and principal of X'."""
    following = next((p for p, _ in posts if p.first >= post.last), None)
    return following is not None and reading.gap(post.last, following.first) in {"&", ",&"}


def governs(title: Span, place: Span) -> bool:
    """Whether what 'of' joins to a name is the place that a post governs: 'Vice Governor Li Jun of Dahe'."""
    return PARTED.split(title.quote.lower())[-1] in GOVERNING_PLACE and category_of_words(place.quote) is None
