"""Links in sitemaps: lists and indexes in XML, news sitemaps, text, compressed or not (sitemaps.org protocol 0.9)."""

from __future__ import annotations

import gzip
import html
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from pipeline.errors import OversizedInput
from pipeline.inputs import Input, shown
from pipeline.sources.answers import LOOK, damaged, is_what, mistaken, text_of
from pipeline.sources.days import stated_day
from pipeline.sources.links import Link, Listing, address, host_of
from pipeline.sources.source import Source

LIMIT = 50 * 1024 * 1024
"""How many bytes one sitemap may have, uncompressed: the protocol's own limit."""
GZIP = b"\x1f\x8b"
WANTED = "a sitemap"
REFERENCE = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:(#\w{1,10};)|(\w{1,40};)|)", re.DOTALL)
KNOWN = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
"""The entities of XML itself."""


def find(page: Input, source: Source) -> Listing:
    """The pages of a sitemap, and the child sitemaps of an index but those that did not change since ``source.since``.

    By the protocol a sitemap speaks for its own host only; what is elsewhere is left out and counted.
    Raises ListingError for what is no sitemap, OversizedInput, and what ``decode`` raises for what is no text.
    """
    page = _uncompressed(page)
    text = text_of(page).text
    if is_what(text) is None and _is_list(text):
        return _own(page, [Link(line) for line in text.split()])
    if is_what(text) != WANTED:
        raise mistaken(page, text, WANTED)
    root = _parsed(page, text)
    if _name(root) != "sitemapindex":
        return _own(page, _entries(root))
    children = _own(page, (entry for entry in _entries(root) if source.outdated(entry) is None))
    return Listing((), tuple(child.url for child in children.links), children.foreign)


def _own(page: Input, entries: Iterable[Link]) -> Listing:
    """What is on the sitemap's own host, each address once, and how many are elsewhere."""
    host, foreign = host_of(address(page.source, page.source) or page.source), 0
    kept: dict[str, Link] = {}
    for entry in entries:
        url = address(entry.url, page.source)
        if url and host_of(url) == host:
            kept.setdefault(url, replace(entry, url=url))
        elif url:
            foreign += 1
    return Listing(tuple(kept.values()), foreign=foreign)


def _uncompressed(page: Input) -> Input:
    """A sitemap as it was before gzip, told by its first bytes."""
    data = page.data
    if data.startswith(GZIP):
        data = _unzipped(page)
    if len(data) > LIMIT:
        limit = LIMIT // 1024 // 1024
        raise OversizedInput(shown(page.source), f"has more than {limit} MB, the limit of the protocol", LOOK)
    return replace(page, data=data)


def _unzipped(page: Input) -> bytes:
    """What a gzip file holds, no more than a byte beyond the limit."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(page.data)) as file:
            return file.read(LIMIT + 1)
    except EOFError as error:
        raise damaged(page, WANTED, "gzip that ends too early") from error
    except (OSError, zlib.error) as error:
        raise damaged(page, WANTED, "gzip that cannot be unpacked") from error


def _is_list(text: str) -> bool:
    """Whether a text is a list of addresses, one a line."""
    lines = text.split("\n", 20)[:20]
    return all(re.fullmatch(r"\s*(?:https?://\S+)?\s*", line) for line in lines) and bool(text.strip())


def _parsed(page: Input, text: str) -> etree._Element:
    """The root of a sitemap. Entities of its own stay as they are written: nothing is expanded, nothing fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(REFERENCE.sub(_reference, text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise damaged(page, WANTED, str(error)) from error


def _reference(match: re.Match[str]) -> str:
    """An ampersand as XML has it: many sitemaps write bare ones into addresses, and names that only HTML has."""
    whole, name = match[0], match[2]
    if whole.startswith("<") or match[1] or name in KNOWN:
        return whole
    letter = html.unescape(whole) if name else whole
    return "&amp;" + whole[1:] if letter == whole else letter.replace("&", "&amp;").replace("<", "&lt;")


def _entries(root: etree._Element) -> Iterator[Link]:
    """The <url> or <sitemap> elements; in a news sitemap with title and day of publication."""
    for entry in root:
        if _name(entry) not in ("url", "sitemap"):
            continue
        said = _said(entry)
        if location := said.get("loc"):
            news = _said(next((child for child in entry if _name(child) == "news"), None))
            title = " ".join(news.get("title", "").split()) or None
            yield Link(location, title, stated_day(news.get("publication_date")), stated_day(said.get("lastmod")))


def _said(element: etree._Element | None) -> dict[str, str]:
    """The texts of an element's own children by their names: those of pictures and films within are not its own."""
    return {_name(child): child.text for child in element if child.text} if element is not None else {}


def _name(element: etree._Element) -> str:
    """An element's name without its namespace: many sitemaps give a wrong one."""
    return str(element.tag).rpartition("}")[2]
