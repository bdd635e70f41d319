"""An answer as text, and what it is: a feed, a sitemap, a web page, JSON. Errors say what came instead."""

from __future__ import annotations

import re

from pipeline.errors import EmptyInput, ListingError
from pipeline.inputs import Input, shown
from pipeline.read.charset import Decoded, decode

DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>")
LEADING = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>|<!DOCTYPE\b[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE)
"""What may stand before the first element."""
ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
ROOTS = {
    "rss": "a feed",
    "feed": "a feed",
    "rdf": "a feed",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "html": "a web page",
    "head": "a web page",
    "body": "a web page",
}
KINDS = {"a feed": "feed", "a sitemap": "sitemap", "a web page": "listing"}
LOOK = "open the address in a browser and check that it is the right one"


def text_of(page: Input) -> Decoded:
    """The text of an answer, without byte order mark and XML declaration, decoded as articles are.

    Raises EmptyInput, BinaryInput, UndecodableInput.
    """
    if not page.data.strip():
        raise EmptyInput(shown(page.source), "is empty", LOOK)
    decoded = decode(page)
    declaration = DECLARATION.match(decoded.text)
    return decoded._replace(text=decoded.text[declaration.end() :]) if declaration else decoded


def is_what(text: str) -> str | None:
    """What a text is, by its first element; None when that says nothing.

    >>> is_what('<!-- made by hand --><rdf:RDF xmlns="…">'), is_what("<!DOCTYPE html><title>Not found</title>")
    ('a feed', 'a web page')
    """
    if text.lstrip()[:14].lower() == "<!doctype html":
        return "a web page"
    if text.lstrip()[:1] in ("{", "["):
        return "JSON"
    start = LEADING.match(text[:20_000])
    root = ROOT.match(text, start.end() if start else 0)
    return ROOTS.get(root[1].lower()) if root else None


def mistaken(page: Input, text: str, wanted: str) -> ListingError:
    """The error for an answer that is something else than ``wanted``."""
    found = is_what(text)
    remedy = LOOK
    if found in KINDS and found != wanted:
        remedy += f'; if it is, write kind = "{KINDS[found]}"'
    return ListingError(shown(page.source), f"is {found or 'something else'}, not {wanted}", remedy)


def damaged(page: Input, wanted: str, reason: str) -> ListingError:
    """The error for a feed or sitemap that cannot be parsed."""
    return ListingError(shown(page.source), f"is damaged as {wanted} ({shown(reason)})", LOOK)
