"""Feeds of all kinds: which pages, titles and days they name."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from pipeline.errors import EmptyInput, InputError, ListingError
from pipeline.sources import Link, find
from tests.pipeline.sources.build import HERE, answer, source

FEED = source("feed")


def links(
    content: str | bytes, media_type: str = "application/rss+xml", charset: str | None = None
) -> tuple[Link, ...]:
    return find(answer(content, media_type=media_type, charset=charset), FEED).links


def rss(items: str, head: str = "") -> str:
    channel = f"<channel><title>News</title>{items}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"{head}>{channel}</rss>'


def item(inside: str) -> str:
    return rss(f"<item>{inside}</item>")


A, B = f"{HERE}a", f"{HERE}b"
DC = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (item("<title>One</title><link>https://www.example.org/news/a</link>"), Link(A, "One")),
        (item("<title>One</title><link> a#top </link>"), Link(A, "One")),
        (
            item("<title><![CDATA[<b>Two</b> &amp; a &quot;half&quot;]]></title><link>a</link>"),
            Link(A, 'Two & a "half"'),
        ),
        (item("<title>Bay &amp;amp; Hill</title><link>a</link>"), Link(A, "Bay & Hill")),
        (item("<title>  two\n lines </title><link>a</link>"), Link(A, "two lines")),
        (item("<link><![CDATA[https://www.example.org/news/a?x=1&y=2]]></link>"), Link(f"{A}?x=1&y=2")),
        (item("<guid>https://www.example.org/news/a</guid>"), Link(A)),
        (item('<guid isPermaLink="true">https://www.example.org/news/a</guid>'), Link(A)),
        (item(f'<guid isPermaLink="false">{B}</guid><link>{A}</link>'), Link(A)),
        (item(f'<link>{A}</link><enclosure url="{B}.mp3" type="audio/mpeg" length="1"/>'), Link(A)),
        (item("<link>a</link><pubDate>Mon, 06 May 2024 00:10:00 +0800</pubDate>"), Link(A, None, "2024-05-06")),
        (item("<link>a</link><pubDate>Mon, 6 May 24 23:50:00 EST</pubDate>"), Link(A, None, "2024-05-06")),
        (item("<link>a</link><pubDate>2024-05-06 00:10:00</pubDate>"), Link(A, None, "2024-05-06")),
        (item("<link>a</link><pubDate>2024年5月6日</pubDate>"), Link(A, None, "2024-05-06")),
        (item("<link>a</link><pubDate>yesterday</pubDate>"), Link(A)),
        (
            rss("<item><link>a</link><dc:date>2024-05-06T00:10:00+08:00</dc:date></item>", DC),
            Link(A, None, "2024-05-06"),
        ),
    ],
)
def test_an_item_of_rss(content: str, expected: Link) -> None:
    assert links(content) == (expected,)


@pytest.mark.parametrize(
    "content",
    [
        item("<title>No link</title>"),
        item('<title>No page</title><guid isPermaLink="false">a-1</guid>'),
        item('<enclosure url="https://www.example.org/a.mp3" type="audio/mpeg" length="1"/>'),
        item("<link>javascript:alert(1)</link>"),
        item("<link>https://user:secret@www.example.org/</link>"),
        rss(""),
    ],
)
def test_a_feed_without_pages(content: str) -> None:
    assert links(content) == ()


def test_links_keep_their_order_and_stand_once() -> None:
    items = "".join(f"<item><title>{name}</title><link>{name}</link></item>" for name in "bacba")
    assert [link.url for link in links(rss(items))] == [B, A, f"{HERE}c"]


def test_atom_with_a_base_of_its_own() -> None:
    content = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://www.example.org/news/">
      <title>News</title><link rel="self" href="atom.xml"/>
      <entry xml:base="2024/"><title type="html">&lt;em&gt;One&lt;/em&gt; &amp;amp; more</title>
        <link rel="edit" href="edit"/><link rel="alternate" type="text/html" href="a"/>
        <link rel="enclosure" href="a.pdf"/><id>tag:example.org,2024:1</id>
        <published>2024-05-06T00:10:00+08:00</published><updated>2024-06-01T00:00:00Z</updated></entry>
      <entry><title>Two</title><link href="b"/><id>2</id><updated>2024-06-02T00:00:00Z</updated></entry>
    </feed>"""
    assert links(content, "application/atom+xml") == (
        Link(f"{HERE}2024/a", "One & more", "2024-05-06", "2024-06-01"),
        Link(B, "Two", None, "2024-06-02"),
    )


@pytest.mark.parametrize(
    "content",
    [
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        f"{DC}><channel rdf:about='x'><title>N</title></channel><item rdf:about='{A}'><title>One</title>"
        f"<link>{A}</link><dc:date>2024-05-06</dc:date></item></rdf:RDF>",
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
        "'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel><item><title>One</title>"
        f"<link>{A}</link><pubDate>6 May 2024</pubDate></item></channel></rss>",
    ],
)
def test_old_rss(content: str) -> None:
    assert links(content) == (Link(A, "One", "2024-05-06"),)


CHINESE = item("<title>某市成立教育集团，共五所学校</title><link>a</link>")


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (CHINESE.encode(), None),
        (CHINESE.encode(), "utf-8"),
        (CHINESE.encode("utf-8-sig"), "gb2312"),
        (CHINESE.replace("utf-8", "gb2312").encode("gb18030"), None),
        (CHINESE.replace("utf-8", "gbk").encode("gb18030"), "gb2312"),
        (CHINESE.encode("gb18030"), "gb2312"),
        (CHINESE.encode("gb18030"), None),
        (CHINESE.encode("utf-16"), None),
    ],
)
def test_titles_are_decoded_as_pages_are(data: bytes, charset: str | None) -> None:
    assert links(data, "text/xml", charset) == (Link(A, "某市成立教育集团，共五所学校"),)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ('{"id": "1", "url": "a", "title": "One"}', [Link(A, "One")]),
        ('{"id": "1", "url": "a", "date_published": "2024-05-06T00:10:00+08:00"}', [Link(A, None, "2024-05-06")]),
        ('{"url": "a", "date_modified": "2024-05-07T00:10:00Z"}', [Link(A, None, None, "2024-05-07")]),
        ('{"id": "1", "external_url": "https://example.org/b"}', [Link("https://example.org/b")]),
        ('{"id": "https://example.org/b"}', [Link("https://example.org/b")]),
        ('{"id": "tag:1"}', []),
        ('{"id": 1, "url": 2, "title": 3}, null, [], "a"', []),
        ('{"url": "a", "title": null, "date_published": 5}, {"url": "a#x"}', [Link(A)]),
    ],
)
@pytest.mark.parametrize("version", ["1", "1.1"])
def test_json_feeds(items: str, expected: list[Link], version: str) -> None:
    content = f'{{"version": "https://jsonfeed.org/version/{version}", "title": "News", "items": [{items}]}}'
    assert list(links(content, "application/feed+json")) == expected


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<!DOCTYPE html><title>Not found</title><p>Sorry.", "is a web page, not a feed; open the address"),
        (
            "<html><body>Log in",
            "is a web page, not a feed; open the address in a browser and check that it is the right",
        ),
        ("<?xml version='1.0'?><urlset><url><loc>a</loc></url></urlset>", "is a sitemap, not a feed; open the address"),
        ('{"error": "no such feed"}', "is JSON, not a feed"),
        ('{"version": ', r"is damaged as a feed (Expecting value"),
        ("[" * 100_000, "is damaged as a feed ("),
        ("no such feed", "is something else, not a feed"),
        ("<rss version='2.0'><channel><title>News", "is damaged as a feed ("),
    ],
)
def test_what_is_no_feed(content: str, said: str) -> None:
    with pytest.raises(ListingError) as caught:
        links(content)
    assert str(caught.value).startswith(f"{HERE}: {said}")


def test_an_empty_answer() -> None:
    with pytest.raises(EmptyInput):
        links(" \n")


def test_a_feed_cut_off_in_the_middle_gives_what_is_whole() -> None:
    assert links(item("<title>One</title><link>a</link>").partition("</channel>")[0])[0].url == A


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "billion laughs": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'
    + item("<title>&l9;</title><link>a</link>").partition("?>")[2],
    "a file as an entity": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + item("<title>&x;</title><link>a</link>").partition("?>")[2],
    "a parameter entity": '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd">%x;]>'
    + item("<title>t</title><link>a</link>").partition("?>")[2],
    "deep nesting": rss("<item><link>a</link><description>" + "<div>" * 50_000 + "</description></item>"),
    "open brackets": item("<title>" + "&lt;a " * 20_000 + "</title><link>a</link>"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.untraced
def test_a_feed_made_to_hurt_is_read_or_refused(name: str) -> None:
    started = time.process_time()
    with suppress(InputError):
        for link in links(HOSTILE[name]):
            assert link.url == A
            assert "root:" not in (link.title or "")
            assert len(link.title or "") < 200_000
    assert time.process_time() - started < 20


@pytest.mark.untraced
def test_many_items() -> None:
    items = "".join(f"<item><title>No. {n}</title><link>{n}</link></item>" for n in range(20_000))
    started = time.process_time()
    found = links(rss(items))
    assert (len(found), found[-1]) == (20_000, Link(f"{HERE}19999", "No. 19999"))
    assert time.process_time() - started < 40
