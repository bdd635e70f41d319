"""Sitemaps: lists, indexes, news, text, compressed; and those that are none."""

from __future__ import annotations

import gzip
import time
import zlib
from contextlib import suppress
from functools import partial

import pytest

from pipeline.errors import EmptyInput, InputError, ListingError, OversizedInput
from pipeline.sources import Link, Listing, find
from tests.pipeline.sources.build import HERE, answer, source

A, B = "https://www.example.org/a.html", "https://www.example.org/b.html"
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = f'{NAMESPACES} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE = f'{NAMESPACES} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'


def listing(content: str | bytes, media_type: str = "application/xml", since: str = "1900-01-01") -> Listing:
    return find(answer(content, media_type=media_type), source("sitemap", since=since))


def urlset(entries: str, namespaces: str = NAMESPACES) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {namespaces}>{entries}</urlset>'


def index(entries: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {NAMESPACES}>{entries}</sitemapindex>'


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (f"<url><loc>{A}</loc></url>", Link(A)),
        (f"<url>\n <loc>\n {A} </loc>\n</url>", Link(A)),
        ("<url><loc>/a.html</loc></url>", Link(A)),
        ("<url><loc>https://example.org/a.html</loc></url>", Link("https://example.org/a.html")),
        (f"<url><loc>{A}?x=1&amp;y=2</loc></url>", Link(f"{A}?x=1&y=2")),
        (f"<url><loc>{A}?x=1&y=2&copy=3</loc></url>", Link(f"{A}?x=1&y=2&copy=3")),
        (f"<url><loc><![CDATA[{A}?x=1&y=2]]></loc></url>", Link(f"{A}?x=1&y=2")),
        (f"<url><loc>{A}</loc><lastmod>2024-05-06T00:10:00+08:00</lastmod></url>", Link(A, None, None, "2024-05-06")),
        (f"<url><loc>{A}</loc><lastmod>2024-05-06</lastmod></url>", Link(A, None, None, "2024-05-06")),
        (f"<url><loc>{A}</loc><lastmod>2024-05</lastmod></url>", Link(A, None, None, "2024-05")),
        (f"<url><loc>{A}</loc><lastmod>2024</lastmod></url>", Link(A, None, None, "2024")),
        (f"<url><loc>{A}</loc><lastmod>2024-02-30</lastmod></url>", Link(A)),
        (f"<url><loc>{A}</loc><lastmod/></url>", Link(A)),
        (f"<url><!-- new --><loc>{A}</loc><priority>1.0</priority></url>", Link(A)),
        (f"<loc>{B}</loc><url><loc>{A}</loc></url><url/>", Link(A)),
    ],
)
def test_an_entry(entry: str, expected: Link) -> None:
    assert listing(urlset(entry)).links == (expected,)


def test_a_news_sitemap_gives_title_and_day_of_publication() -> None:
    content = urlset(
        f"<url><loc>{A}</loc><news:news><news:publication><news:name>Bay News</news:name></news:publication>"
        "<news:publication_date>2024-05-06T00:10+08:00</news:publication_date>"
        "<news:title>Bay &amp; Hill&nbsp;form\n a group</news:title></news:news></url>",
        NEWS,
    )
    assert listing(content).links == (Link(A, "Bay & Hill form a group", "2024-05-06"),)


def test_pictures_within_an_entry_are_not_its_page() -> None:
    picture = (
        "<image:image><image:loc>https://www.example.org/p.jpg</image:loc><image:title>P</image:title></image:image>"
    )
    assert listing(urlset(f"<url><loc>{A}</loc>{picture}</url>", IMAGE)).links == (Link(A),)


def test_a_sitemap_without_a_namespace() -> None:
    assert listing(f"<urlset><url><loc>{A}</loc></url></urlset>").links == (Link(A),)


def test_links_to_other_hosts_are_left_out_and_counted() -> None:
    entries = "".join(
        f"<url><loc>{url}</loc></url>" for url in (A, "https://cdn.example.org/a", "https://b.org/", B, A)
    )
    assert listing(urlset(entries)) == Listing((Link(A), Link(B)), (), 2)


CHILDREN = (
    "<sitemap><loc>/old.xml</loc><lastmod>2019-12-31</lastmod></sitemap><sitemap><loc>/2020.xml</loc><lastmod>2020</lastmod>"
    "</sitemap><sitemap><loc>/undated.xml.gz</loc></sitemap><sitemap><loc>https://b.org/x.xml</loc></sitemap>"
)


@pytest.mark.parametrize(
    ("since", "names"),
    [("1900-01-01", ["old.xml", "2020.xml", "undated.xml.gz"]), ("2020-03-01", ["2020.xml", "undated.xml.gz"])],
)
def test_an_index_leads_to_its_children(since: str, names: list[str]) -> None:
    expected = tuple(f"https://www.example.org/{name}" for name in names)
    assert listing(index(CHILDREN), since=since) == Listing((), expected, 1)


@pytest.mark.parametrize("data", [f"{A}\n{B}\n", f"\ufeff{A}\r\n\r\n{B}", f"{A}\n{B}\n{A}#top\nhttps://b.org/"])
def test_a_text_sitemap(data: str) -> None:
    assert listing(data, "text/plain").links == (Link(A), Link(B))


WHOLE = urlset(f"<url><loc>{A}</loc></url>").encode()
packed = partial(gzip.compress, mtime=0)


@pytest.mark.parametrize(
    "data",
    [
        packed(WHOLE),
        packed(WHOLE[:40]) + packed(WHOLE[40:]),
        packed(WHOLE) + b"\0" * 512,
        packed(f"{A}\n".encode()),
    ],
)
def test_a_compressed_sitemap(data: bytes) -> None:
    assert listing(data, "application/gzip").links == (Link(A),)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!DOCTYPE html><title>Not found</title>", "is a web page, not a sitemap; open the address"),
        (b"<html><body>Sitemap</body></html>", "is a web page, not a sitemap"),
        (b"<rss version='2.0'><channel></channel></rss>", "is a feed, not a sitemap; open the address in a browser"),
        (b'{"error": 404}', "is JSON, not a sitemap"),
        (b"no such sitemap", "is something else, not a sitemap"),
        (WHOLE[:-20], "is damaged as a sitemap ("),
        (packed(WHOLE)[:-20], "is damaged as a sitemap (gzip that ends too early)"),
        (packed(WHOLE)[:-8] + bytes(8), "is damaged as a sitemap (gzip that cannot be unpacked)"),
        (packed(b"") * 500_000, "is empty; open the address"),
        (b"\x1f\x8b" + b"\x99" * 50, "is damaged as a sitemap (gzip that cannot be unpacked)"),
    ],
)
def test_what_is_no_sitemap(data: bytes, said: str) -> None:
    with pytest.raises((ListingError, EmptyInput)) as caught:
        listing(data)
    assert str(caught.value).startswith(f"{HERE}: {said}")


def test_what_a_feed_should_be_called_instead() -> None:
    with pytest.raises(ListingError, match='if it is, write kind = "feed"'):
        listing("<rss version='2.0'></rss>")


def bomb(size: int) -> bytes:
    """A gzip file of so many MB of zeros, as small as it gets."""
    compressor, parts = zlib.compressobj(9, wbits=31), []
    for _ in range(size):
        parts.append(compressor.compress(bytes(1024 * 1024)))
    return b"".join((*parts, compressor.flush()))


@pytest.mark.parametrize("sizes", [[100], [30, 30], [1] * 60])
def test_a_gzip_bomb_is_not_unpacked(sizes: list[int]) -> None:
    with pytest.raises(OversizedInput, match="has more than 50 MB, the limit of the protocol"):
        listing(b"".join(map(bomb, sizes)))


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BODY = f"<urlset><url><loc>{A}</loc><lastmod>&x;&l9;</lastmod></url></urlset>"
HOSTILE = {
    "billion laughs": f'<!DOCTYPE urlset [<!ENTITY l0 "ha">{LAUGHS}]>{BODY}',
    "laughs in an attribute": f'<!DOCTYPE urlset [<!ENTITY l0 "ha">{LAUGHS}<!ATTLIST urlset a CDATA "&l9;">]>{BODY}',
    "a file as an entity": f'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>{BODY}',
    "a parameter entity": f'<!DOCTYPE urlset [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd">%x;]>{BODY}',
    "a DTD elsewhere": f'<!DOCTYPE urlset SYSTEM "http://127.0.0.1:9/x.dtd">{BODY}',
    "deep nesting": "<urlset>" + "<url>" * 100_000,
    "open declarations": "<urlset>" + "<![CDATA[" * 50_000,
    "open comments": "<!--" * 100_000,
    "ampersands": f"<urlset><url><loc>{A}</loc><x>{'&' * 500_000}</x></url></urlset>",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.untraced
def test_a_sitemap_made_to_hurt_is_read_or_refused(name: str) -> None:
    started = time.process_time()
    with suppress(InputError):
        assert listing(HOSTILE[name]).links == (Link(A),)
    assert time.process_time() - started < 10


@pytest.mark.untraced
def test_fifty_thousand_entries() -> None:
    entries = "".join(f"<url><loc>{HERE}{n}</loc><lastmod>2024-05-06</lastmod></url>" for n in range(50_000))
    started = time.process_time()
    found = listing(urlset(entries)).links
    assert (len(found), found[-1]) == (50_000, Link(f"{HERE}49999", None, None, "2024-05-06"))
    assert time.process_time() - started < 30
