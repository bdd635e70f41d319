"""Links in feeds: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import feedparser

from pipeline.inputs import Input
from pipeline.sources.answers import damaged, is_what, mistaken, text_of
from pipeline.sources.days import stated_day
from pipeline.sources.links import Link, Listing, address

JSON_FEED = "jsonfeed.org/version/1"
TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
WANTED = "a feed"


def find(page: Input) -> Listing:
    """The entries of a feed that have a page of their own; enclosures are none.

    Raises ListingError for what is no feed, and what ``decode`` raises for what is no text.
    """
    text = text_of(page).text
    if is_what(text) == "JSON":
        return Listing(_once(_json_links(page, text)))
    if is_what(text) != WANTED:
        raise mistaken(page, text, WANTED)
    return Listing(_once(_xml_links(page, text)))


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links without those whose address came before."""
    found: dict[str, Link] = {}
    for link in links:
        found.setdefault(link.url, link)
    return tuple(found.values())


def _xml_links(page: Input, text: str) -> Iterator[Link]:
    """The entries as feedparser finds them. It is given a stream, for it fetches what a string names."""
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": page.source}
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        feed = feedparser.parse(stream, response_headers=headers, resolve_relative_uris=False, sanitize_html=False)
    except RecursionError as error:
        raise damaged(page, WANTED, "nested too deep") from error
    if feed["bozo"] and not feed["entries"]:
        raise damaged(page, WANTED, str(feed.get("bozo_exception", "")))
    for entry in feed["entries"]:
        url = address(str(entry.get("feedburner_origlink") or entry.get("link") or ""), page.source)
        if url is None:
            continue
        # Not feedparser's own get, which gives the day of publication for a missing day of change.
        published, modified = dict.get(entry, "published"), dict.get(entry, "updated")
        if published is None and feed["version"].startswith("rss"):
            # dc:date, the only date of RSS 1.0, is the day of publication.
            published, modified = modified, None
        yield Link(url, _title(entry.get("title")), stated_day(published), stated_day(modified))


def _title(written: object) -> str | None:
    """A title without the HTML that some feeds put into it.

    >>> _title("<b>Bay&nbsp;Education</b> Group  founded")
    'Bay Education Group founded'
    """
    if not isinstance(written, str):
        return None
    return " ".join(html.unescape(TAG.sub("", written)).split()) or None


def _json_links(page: Input, text: str) -> Iterator[Link]:
    try:
        feed = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise damaged(page, WANTED, str(error)) from error
    if not isinstance(feed, dict) or JSON_FEED not in str(feed.get("version")):
        raise mistaken(page, text, WANTED)
    items: Any = feed.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and (url := _json_address(item, page.source)):
            published, modified = (stated_day(_text(item.get(key))) for key in ("date_published", "date_modified"))
            yield Link(url, _title(item.get("title")), published, modified)


def _json_address(item: dict[str, Any], base: str) -> str | None:
    """The page of an item; its id only where that is a whole address."""
    if written := _text(item.get("url")) or _text(item.get("external_url")):
        return address(written, base)
    written = _text(item.get("id")) or ""
    return address(written, base) if written.startswith(("http://", "https://")) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
