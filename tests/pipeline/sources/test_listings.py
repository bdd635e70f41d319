"""Listing pages: which links, what they are called, which day stands beside them, and the next page."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from pipeline.errors import BinaryInput, InputError, ListingError
from pipeline.sources import Link, Listing, find
from tests.pipeline.sources.build import HERE, answer, source

A, B, C = f"{HERE}a.html", f"{HERE}b.html", f"{HERE}c.html"
GOVERNMENT = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>通知公告</title></head><body>
<div class="top">今天是2024年6月1日 <a href="/">首页</a></div>
<ul class="list">
  <li><span>2024-05-06</span>
    <a href="./202405/t20240506_1.html" title="关于成立三个教育集团并公布成员学校名单的通知"
    >关于成立三个教育集团并公布…</a></li>
  <li><a href="./202404/t20240430_2.html" target="_blank">2023年教育集团考核结果</a><span>[2024/04/30]</span></li>
  <li><a href="../zwgk/3.html">教育集团章程</a> <em>2024年4月3日</em></li>
  <li><a href="4.html">无日期</a><i>05-06</i></li>
</ul>
<div class="pages"><a href="javascript:void(0)">上一页</a> <a class="next" href="index_1.html">下一页</a></div>
</body></html>"""


def listing(content: str | bytes, **keys: object) -> Listing:
    return find(answer(content), source("listing", **keys))


def links(body: str, **keys: object) -> list[Link]:
    return list(listing(f"<!DOCTYPE html><html><body>{body}</body></html>", **keys).links)


def test_a_listing_of_a_government() -> None:
    found = listing(GOVERNMENT.encode("gb18030"), link="ul.list a", next="a.next", pages=3)
    assert found == Listing(
        (
            Link(f"{HERE}202405/t20240506_1.html", "关于成立三个教育集团并公布成员学校名单的通知", "2024-05-06"),
            Link(f"{HERE}202404/t20240430_2.html", "2023年教育集团考核结果", "2024-04-30"),
            Link("https://www.example.org/zwgk/3.html", "教育集团章程", "2024-04-03"),
            Link(f"{HERE}4.html", "无日期"),
        ),
        (f"{HERE}index_1.html",),
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="a.html">One</a>', [Link(A, "One")]),
        ('<a href="a.html">One <b>and</b>\n two</a>', [Link(A, "One and two")]),
        ('<a href="a.html" title="One and two">One…</a>', [Link(A, "One and two")]),
        ('<a href="a.html" title="One and two">One...</a>', [Link(A, "One and two")]),
        ('<a href="a.html" title="Read more">One</a>', [Link(A, "One")]),
        ('<a href="a.html" title="One"><img src="a.png"></a>', [Link(A, "One")]),
        ('<a href="a.html"><img src="a.png"></a><a href="a.html">One</a>', [Link(A, "One")]),
        ('<a href="b.html">B</a><a href="a.html">A</a><a href="b.html#x">C</a>', [Link(B, "B"), Link(A, "A")]),
        ('<a href="#top">Top</a><a href="">Here</a><a href="/news/">News</a><a name="x">X</a>', []),
        ('<a href="mailto:a@example.org">Mail</a><a href="javascript:void(0)">Print</a>', []),
        ('<base href="/other/"><a href="a.html">One</a>', [Link("https://www.example.org/other/a.html", "One")]),
        ('<base target="_blank"><a href="a.html">One</a>', [Link(A, "One")]),
        ('<a href="https://example.com/x">Elsewhere</a>', [Link("https://example.com/x", "Elsewhere")]),
    ],
)
def test_links_and_titles(body: str, expected: list[Link]) -> None:
    assert links(body) == expected


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ('<li><a href="a.html">One</a> 2024-05-06</li>', "2024-05-06"),
        ('<li>【2024/5/6】<a href="a.html">One</a></li>', "2024-05-06"),
        ('<li><div><p><a href="a.html">One</a></p></div><div>2024.05.06</div></li>', "2024-05-06"),
        ('<li><a href="a.html"><span>One</span><span>(2024-05-06)</span></a></li>', "2024-05-06"),
        ('<li><a href="a.html">One</a><a href="/t">Towns</a><time>May 6, 2024</time></li>', "2024-05-06"),
        ('<table><tr><td><a href="a.html">One</a></td><td>2024年5月6日</td></tr></table>', "2024-05-06"),
        ('<dl><dt><a href="a.html">One</a></dt><dd>2024-05-06</dd></dl>', "2024-05-06"),
        (
            '<div><h3><a href="a.html">One</a></h3><p>2024-05-06</p></div><div><a href="b.html">B</a></div>',
            "2024-05-06",
        ),
        ('<div><a href="a.html"><img></a><a href="a.html">One</a><p>2024-05-06</p></div>', "2024-05-06"),
        ('<article><a href="a.html">One</a> 2024-05-06 <a href="b.html">more</a></article>', "2024-05-06"),
        ('<li><a href="a.html">One</a> 2024-05-06 09:30</li>', "2024-05-06"),
        # Not its own, or not one day.
        ('<p>2024-05-06</p><a href="a.html">One</a>', None),
        ('<div>2024-05-06 <div><a href="a.html">One</a></div><div><a href="b.html">B</a></div></div>', None),
        ('<li><a href="a.html">One</a> 2024-05-06 – 2024-05-08</li>', None),
        ('<li><a href="a.html">One</a> 2024-02-30</li>', None),
        ('<li><a href="a.html">One</a> 05-06</li>', None),
        ('<ul>2024-05-06<li><a href="a.html">One</a></li></ul>', None),
        ('<li><a href="a.html">One</a><a href="b.html">Of 2024-05-06, B</a></li>', None),
    ],
)
def test_the_day_beside_a_link(body: str, published: str | None) -> None:
    assert links(body)[0] == Link(A, "One", published)


def test_a_day_in_a_title_is_no_day_of_publication() -> None:
    body = '<li><a href="a.html">Meeting of 6 May 2024</a><span>2024-05-08</span></li>'
    assert links(body) == [Link(A, "Meeting of 6 May 2024", "2024-05-08")]


LINKS = '<div id="nav"><a href="b.html">B</a></div><ul class="news"><li><p>x</p><a href="a.html">A</a></li></ul>'


@pytest.mark.parametrize("selector", ["ul.news a", ".news li", "ul > li > a[href$='.html']", "a:-soup-contains('A')"])
def test_the_selector_names_links_or_what_holds_them(selector: str) -> None:
    assert links(LINKS, link=selector) == [Link(A, "A")]


@pytest.mark.parametrize(
    ("body", "further"),
    [
        ('<a class="next" href="?p=2">Next</a>', (f"{HERE}?p=2",)),
        ('<ul><li class="next"><a href="?p=2">Next</a></li></ul>', (f"{HERE}?p=2",)),
        ('<a class="next" href="?p=2">Next</a><a class="next" href="?p=9">Last</a>', (f"{HERE}?p=2",)),
        ('<a class="next" href="#">Next</a>', ()),
        ('<a class="next" href="javascript:next()">Next</a>', ()),
        ('<a class="next" href="/news/">Next</a>', ()),
        ('<span class="next">Next</span>', ()),
    ],
)
def test_the_next_page(body: str, further: tuple[str, ...]) -> None:
    assert listing(f"<html><body>{body}", next=".next", pages=5).further == further


RECORDS = """<datastore><nextgroup><![CDATA[<a href="/data.jsp?page=2"></a>]]></nextgroup><recordset>
<record><![CDATA[<li><a href="a.html">One</a><span>2024-05-06</span></li>]]></record>
<record><![CDATA[<li><a href="b.html">B</a><span>2024-05-05</span></li>]]></record></recordset></datastore>"""


@pytest.mark.parametrize(
    "content",
    [f'<html><body><div id="list"><script type="text/xml">{RECORDS}</script></div>', f'<?xml version="1.0"?>{RECORDS}'],
)
def test_a_list_that_is_kept_for_a_script(content: str) -> None:
    expected = (Link(A, "One", "2024-05-06"), Link(B, "B", "2024-05-05"))
    found = listing(content, link="record a", next="nextgroup a", pages=2)
    assert found == Listing(expected, ("https://www.example.org/data.jsp?page=2",))


def test_a_query_is_written_in_the_charset_of_the_page() -> None:
    page = '<meta charset="gbk"><a href="/s?q=学校">学校通知公告</a>'.encode("gb18030")
    assert listing(page).links == (Link("https://www.example.org/s?q=%D1%A7%D0%A3", "学校通知公告"),)


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        ("<?xml version='1.0'?><rss version='2.0'></rss>", ListingError, 'is a feed, not a web page; .* kind = "feed"'),
        ("<urlset></urlset>", ListingError, 'is a sitemap, not a web page; .* kind = "sitemap"'),
        ('{"items": []}', ListingError, "is JSON, not a web page"),
        ("%PDF-1.7 ...", BinaryInput, "is a PDF, not text"),
        ("<br>" * 500_000, ListingError, "has more than 400,000 tags"),
    ],
)
def test_what_is_no_listing(content: str, error: type[InputError], said: str) -> None:
    with pytest.raises(error, match=said):
        listing(content)


ROW = '<li><a href="{0}">No. {0}</a><span>2024-05-06</span></li>'
HOSTILE = {
    "nested tags": "<div>" * 100_000 + '<a href="a.html">One</a>',
    "nested rows": "<ul><li>" * 20_000 + '<a href="a.html">One</a>',
    "one row of many links": "<li>" + "".join(f'<a href="{n}">{n}</a> 2024-05-06 ' for n in range(30_000)),
    "many empty elements in a row": "<li>" + "<span></span>" * 100_000 + '<a href="a.html">One</a>',
    "a long title": '<a href="a.html">' + "One " * 500_000 + "</a>",
    "spaces": '<a href="' + " " * 2_000_000 + 'a.html">One</a>',
    "brackets": '<a href="a.html">' + "[" * 500_000 + "</a>",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.untraced
def test_a_page_made_to_hurt_is_read_or_refused(name: str) -> None:
    started = time.process_time()
    with suppress(InputError):
        listing(f"<!DOCTYPE html><html><body>{HOSTILE[name]}")
    assert time.process_time() - started < 20


@pytest.mark.untraced
def test_fifty_thousand_links() -> None:
    started = time.process_time()
    found = links("<ul>" + "".join(ROW.format(n) for n in range(50_000)) + "</ul>")
    assert (len(found), found[-1]) == (50_000, Link(f"{HERE}49999", "No. 49999", "2024-05-06"))
    assert time.process_time() - started < 60
