"""The links in an answer, by the kind of its source."""

from __future__ import annotations

from pipeline.inputs import Input
from pipeline.sources.links import Link, Listing, address
from pipeline.sources.source import Source


def find(page: Input, source: Source) -> Listing:
    """What an answer of a source holds, wanted or not (``Source.wanted`` tells); ``page.source`` is where it came from.

    A single page is its own one link. Folders and archives are no answers: they hold none.
    Raises ListingError for what is not the feed, sitemap or listing it should be, EmptyInput, BinaryInput,
    UndecodableInput and OversizedInput.
    """
    if source.kind == "feed":
        from pipeline.sources import feeds

        return feeds.find(page)
    if source.kind == "sitemap":
        from pipeline.sources import sitemaps

        return sitemaps.find(page, source)
    if source.kind == "listing":
        from pipeline.sources import listings

        return listings.find(page, source)
    own = address(source.url or "", page.source) if source.kind == "page" else None
    return Listing((Link(own),) if own else ())
