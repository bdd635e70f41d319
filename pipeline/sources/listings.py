"""Links in listing pages: which, what they are called, which day stands beside each, and where the next page is."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning

from pipeline.errors import ListingError
from pipeline.inputs import Input, shown
from pipeline.read.dates import find_day
from pipeline.sources.answers import LOOK, is_what, mistaken, text_of
from pipeline.sources.links import Link, Listing, address
from pipeline.sources.source import Source

WANTED = "a web page"
MOST_TAGS = 400_000
"""Start and end tags; a listing of 50,000 links has fewer."""
ROWS = ("li", "tr", "dd", "article")
"""Elements that hold one announcement; a day beside its link is its own."""
MOST_LEVELS = 6
"""How far above a link its row may be."""
NEAR = 2000
"""Characters of a row in which a day is looked for."""
STORED = re.compile(r"<script[^>]{0,200}type\s*=\s*[\"']?text/xml[\"']?[^>]{0,200}>|<!\[CDATA\[|\]\]>", re.IGNORECASE)
"""What hides a list from a reader without scripts: many offices keep it in a <datastore>, as records for a script."""
CUT_OFF = re.compile(r"\s*(?:…|\.{3})$")
MARKS = " \t\n\r()（）[]［］【】:：|"


def find(page: Input, source: Source) -> Listing:
    """The links that ``source.link`` selects, in order, each address once, and the next page by ``source.next``.

    Raises ListingError for what is no web page or has too many tags, and what ``decode`` raises for what is no text.
    """
    decoded = text_of(page)
    if is_what(decoded.text) in ("a feed", "a sitemap", "JSON"):
        raise mistaken(page, decoded.text, WANTED)
    if decoded.text.count("<") > MOST_TAGS:
        raise ListingError(shown(page.source), f"has more than {MOST_TAGS:,} tags", LOOK)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(_opened(decoded.text), "lxml")
    place = _Place(soup, page.source, decoded.charset)
    anchors = [anchor for element in soup.select(source.link) if (anchor := _anchor(element)) is not None]
    days = _Days(anchors)
    links: dict[str, Link] = {}
    for anchor in anchors:
        url = place.address(anchor)
        if url is None or url == place.own:
            continue
        link = Link(url, _title(anchor), days.beside(anchor))
        known = links.setdefault(url, link)
        if known.title is None:
            # A picture comes first, with the same address as the headline below it.
            links[url] = Link(url, link.title, known.published or link.published)
    return Listing(tuple(links.values()), tuple(_next(soup, source, place)))


def _opened(text: str) -> str:
    """A page with the records of a <datastore> as plain elements, for selectors such as ``record a``.

    >>> _opened("<script type='text/xml'><datastore><record><![CDATA[<a href='b'>B</a>]]></record></datastore>")
    "<datastore><record><a href='b'>B</a></record></datastore>"
    """
    return STORED.sub("", text) if "<datastore" in text else text


class _Place:
    """Where the links of a page lead: relative to its address or its <base>, in its charset."""

    def __init__(self, soup: BeautifulSoup, url: str, charset: str) -> None:
        base = soup.select_one("base[href]")
        self.own = address(url, url)
        self.base = (address(str(base["href"]), url) if base is not None else None) or url
        self.charset = charset

    def address(self, anchor: Tag) -> str | None:
        """Where a link leads, as an address; None for scripts, mail addresses and places on the page itself."""
        written = str(anchor["href"])
        return None if written.lstrip().startswith("#") else address(written, self.base, self.charset)


def _anchor(element: Tag) -> Tag | None:
    """The link that a selected element is, or the first one in it."""
    if element.name != "a" or not element.has_attr("href"):
        return element.select_one("a[href]")
    return element


def _next(soup: BeautifulSoup, source: Source, place: _Place) -> Iterator[str]:
    """The address of the next page, where there is one."""
    selected = soup.select_one(source.next) if source.next else None
    anchor = _anchor(selected) if selected is not None else None
    if anchor is not None and (url := place.address(anchor)) and url != place.own:
        yield url


def _title(anchor: Tag) -> str | None:
    """The text of a link without the day in it; its title attribute where the text is missing or cut off."""
    text = " ".join(" ".join(part for part in anchor.stripped_strings if not _is_day(part)).split())
    whole = " ".join(str(anchor.get("title") or "").split())
    start = CUT_OFF.sub("", text)
    return (whole if whole and (not text or start != text) else text) or None


def _is_day(text: str) -> bool:
    """Whether a text is a day and nothing else: ``[2024-05-06]``."""
    bare = text.strip(MARKS)
    day = find_day(bare) if len(bare) < 40 else None
    return day is not None and (day.start, day.end) == (0, len(bare))


class _Days:
    """The day beside each link of a page; an element is looked at once, however many links it holds."""

    def __init__(self, anchors: list[Tag]) -> None:
        self._found: dict[int, str | None] = {}
        self._leads: dict[int, str] = {}
        self._shared: set[int] = set()
        """Elements around links that lead to several places."""
        for anchor in anchors:
            for element in _above(anchor):
                if self._leads.setdefault(id(element), str(anchor["href"])) != anchor["href"]:
                    self._shared.add(id(element))

    def beside(self, anchor: Tag) -> str | None:
        """The one day in a link, in its row, or in an element around it that leads nowhere else."""
        inside = [part for part in anchor.stripped_strings if _is_day(part)]
        if inside and (day := find_day(inside[-1])):
            return day.edtf
        for element in _above(anchor):
            if element.name not in ROWS and id(element) in self._shared:
                return None
            if id(element) not in self._found:
                self._found[id(element)] = _only_day(element)
            if found := self._found[id(element)]:
                return found
        return None


def _above(anchor: Tag) -> Iterator[Tag]:
    """The elements around a link, as far as its row."""
    for level, element in enumerate(anchor.parents):
        if level == MOST_LEVELS or element.name in ("body", "html", "[document]"):
            return
        yield element
        if element.name in ROWS:
            return


def _only_day(element: Tag) -> str | None:
    """The day in an element's text outside of links, if there is one and no other."""
    text, days, start = _outside_links(element), set(), 0
    while day := find_day(text, start):
        days.add(day.edtf)
        start = day.end
    return days.pop() if len(days) == 1 else None


def _outside_links(element: Tag) -> str:
    """The first NEAR characters of an element's text that stand in no link."""
    parts: list[str] = []
    length, waiting = 0, [element.children]
    while waiting and length < NEAR:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif isinstance(child, Tag):
            if child.name != "a":
                waiting.append(child.children)
        elif text := str(child).strip():
            parts.append(text[:NEAR])
            length += len(text) + 1
    return " ".join(parts)
