"""Answers as they come: slow, broken, large, packed, of another kind, in another charset, and from nobody."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from dataclasses import replace

import brotli
import pytest

from pipeline.fetch import message
from pipeline.inputs import limits
from pipeline.store.verify import findings
from tests.pipeline.sync.nights import Nights, news, problems, source
from tests.pipeline.sync.site import Answer, Host, article, feed, listing

PAGE = article("Anbu")
CHINESE = """<html><head><meta charset="{charset}"><title>安步小学教育集团成立</title></head><body><article>
<h1>安步小学教育集团成立</h1><p>2022年10月13日，安步小学教育集团成立大会举行，各校教师共同参加了这次会议。</p>
<p>安步小学教育集团由安步小学牵头，成员学校包括耀德小学、第二小学。</p></article></body></html>"""


def without_records(title: str) -> str:
    """A page with nothing in it for the data set."""
    walk = "All of the people went for a walk in the park, and they came home only when the moon was high in the sky."
    return f"<html><body><article><h1>{title}</h1><p>{walk}</p></article></body></html>"


def chunked(body: str, cut: int | None = None) -> bytes:
    """An answer in two chunks, cut off at a byte."""
    data, half = body.encode(), len(body) // 2
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:half], data[half:]))
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
    return (head + chunks + b"0\r\n\r\n")[:cut]


def taken(one: Host, nights: Nights, answer: Answer) -> dict[str, str]:
    """What failed of two pages, the first with this answer."""
    one.routes |= {"/page": answer, "/other": Answer(article("Binhe")), "/news/": Answer(listing("/page", "/other"))}
    night = nights.sync(news(one))
    assert one.url("/other") in night.new
    return {name.removeprefix(one.url("")): problem for name, problem in problems(night).items()}


@pytest.mark.parametrize(
    "answer",
    [
        Answer(gzip.compress(PAGE.encode()), headers={"Content-Encoding": "gzip"}),
        Answer(brotli.compress(PAGE.encode()), headers={"Content-Encoding": "br"}),
        Answer(PAGE, headers={"Content-Encoding": "gzip"}),
        Answer(zlib.compress(PAGE.encode()), headers={"Content-Encoding": "deflate"}),
        Answer(raw=chunked(PAGE)),
        Answer(PAGE, kind="application/xhtml+xml"),
        Answer(raw=b"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()),
        Answer(raw=b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + chunked(PAGE)),
        Answer(PAGE, 203),
        Answer(PAGE, headers={"ETag": '"新"', "X-Odd": "b\xfcrger"}),
    ],
    ids=[
        *("gzip", "brotli", "unpacked on its way", "deflate", "chunked"),
        *("xhtml", "until the end", "early hints", "203", "headers outside ASCII"),
    ],
)
def test_a_page_is_read_however_it_is_wrapped(one: Host, nights: Nights, answer: Answer) -> None:
    assert taken(one, nights, answer) == {}
    assert nights.groups() == {"Anbu Education Group", "Binhe Education Group"}
    assert nights.sync(news(one), days=1).failures == []


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Answer(b"\x89PNG\r\n", kind="image/png"), "is image/png, not a web page, plain text, PDF, Word or Excel file"),
        (
            Answer(b"\x00\x01\x02", kind=None),
            "is of no stated kind, not a web page, plain text, PDF, Word or Excel file",
        ),
        (Answer("no", 403), "answered 403 Forbidden"),
        (Answer("no", 500), "answered 500 Internal Server Error"),
        (Answer(b"\x1f\x8bdamaged", headers={"Content-Encoding": "gzip"}), "sent a damaged page"),
        (Answer(PAGE, headers={"Content-Encoding": "zstd"}), "is packed as zstd, which was not asked for"),
        (Answer(" "), "is empty"),
        (Answer(raw=b"\x16\x03\x01 what is this"), "cannot be fetched"),
        (Answer(raw=chunked(PAGE, cut=300)), "cannot be fetched"),
        (Answer(raw=b""), "cannot be fetched"),
        (Answer("moved", 302, headers={"Location": "javascript:void(0)"}), "is no http or https address"),
        (Answer("moved", 302, headers={"Location": "http://[::1"}), "is no valid address"),
        (Answer("moved", 302, headers={"Location": "http://user:secret@127.0.0.1/"}), "has a user name or password"),
        (Answer("odd", 300), "answered 300 Multiple Choices"),
    ],
)
def test_a_page_that_cannot_be_taken_says_why(one: Host, nights: Nights, answer: Answer, problem: str) -> None:
    found = taken(one, nights, answer)
    assert len(found) == 1
    assert next(iter(found.values())).startswith(problem), found
    assert nights.groups() == {"Binhe Education Group"}
    assert "secret" not in (nights.folder / "sync.log").read_text(encoding="utf-8")


def test_a_slow_answer_is_given_up(one: Host, nights: Nights) -> None:
    nights.web = replace(nights.web, timeout=0.3)
    begun = time.monotonic()
    assert taken(one, nights, Answer(PAGE, pause=2)) == {"/page": "did not answer in time"}
    assert time.monotonic() - begun < 10


def test_a_body_beyond_the_limit_is_given_up(one: Host, nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SIZE_LIMIT", 100_000)
    assert taken(one, nights, Answer(PAGE + " " * 200_000)) == {"/page": "has more than 0 MB"}


def test_a_body_that_unpacks_beyond_the_limit_is_given_up(
    one: Host, nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SIZE_LIMIT", 100_000)
    monkeypatch.setattr(message, "SIZE_LIMIT", 100_000)
    bomb = Answer(gzip.compress(b" " * 50_000_000), headers={"Content-Encoding": "gzip"})
    assert taken(one, nights, bomb) == {"/page": "has more than 0 MB"}
    assert list(findings(nights.folder)) == []


@pytest.mark.parametrize(
    ("kind", "charset", "encoding"),
    [
        ("text/html", "gb2312", "gb18030"),
        ("text/html; charset=GBK", "utf-8", "gbk"),
        ("text/html; charset=utf-8", "gb2312", "utf-8"),
    ],
)
def test_a_chinese_page_is_read_in_its_charset(
    one: Host, nights: Nights, kind: str, charset: str, encoding: str
) -> None:
    page = Answer(CHINESE.format(charset=charset).encode(encoding), kind=kind)
    assert taken(one, nights, page) == {}
    assert nights.documents()[one.url("/page")]["title"] == "安步小学教育集团成立"


def test_a_dead_host_does_not_stop_the_others(one: Host, nights: Nights) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken_port:
        dead = f"http://127.0.0.3:{taken_port.getsockname()[1]}/"
    one.routes |= {"/page": Answer(PAGE), "/rss": feed(*(f"{dead}{at}" for at in range(9)), one.url("/page"))}
    begun = time.monotonic()
    night = nights.sync(source("dead", "feed", dead), source("feed", "feed", one.url("/rss")))
    assert time.monotonic() - begun < 15
    assert night.new == [one.url("/page")]
    assert list(problems(night)) == ["source dead"]
    assert "cannot be fetched" in problems(night)["source dead"]
    assert len(night.waiting) == 1
    assert night.waiting[0].startswith(
        "waiting: 9 pages of 127.0.0.3: its site's robots.txt cannot be had (cannot be fetched"
    )


def test_an_unknown_host_is_a_failure_of_its_source(one: Host, nights: Nights) -> None:
    def resolver(host: str, port: int) -> tuple[str, ...]:
        raise OSError("no such name")

    nights.web = replace(nights.web, resolver=resolver)
    night = nights.sync(source("lost", "feed", "http://news.example.org/rss"))
    assert "the host news.example.org is not known" in problems(night)["source lost"]
    assert (night.exit_code, night.outcome.published) == (1, False)


def test_a_private_address_is_only_asked_where_the_source_allows_it(one: Host, nights: Nights) -> None:
    one.routes["/rss"] = feed(one.url("/page"))
    night = nights.sync(source("inside", "feed", one.url("/rss"), allow_private=False))
    assert "is not a public address" in problems(night)["source inside"]
    assert one.paths == []


@pytest.mark.parametrize(
    ("kind", "answer", "problem"),
    [
        ("listing", Answer("<p>Nothing here</p>"), "names no page at all"),
        ("listing", Answer("", 404), "answered 404 Not Found"),
        ("feed", Answer(PAGE), "is a web page, not a feed"),
        ("sitemap", Answer("<urlset><url>", kind="application/xml"), "is damaged as a sitemap"),
        ("feed", Answer(raw=b""), "cannot be fetched"),
    ],
)
def test_a_source_that_names_no_page_is_broken(
    one: Host, nights: Nights, kind: str, answer: Answer, problem: str
) -> None:
    one.routes |= {"/list": answer, "/page": Answer(PAGE)}
    night = nights.sync(source("list", kind, one.url("/list")), source("page", "page", one.url("/page")))
    assert night.new == [one.url("/page")]
    assert list(problems(night)) == ["source list"]
    assert problem in problems(night)["source list"]
    assert night.exit_code == 1


@pytest.mark.parametrize("number", [4, 5])
def test_a_source_is_broken_when_five_pages_that_gave_records_give_none(one: Host, nights: Nights, number: int) -> None:
    paths = [f"/{at}" for at in range(number)]
    one.routes |= {path: Answer(article(f"Anbu{path[1:]}")) for path in paths} | {"/news/": Answer(listing(*paths))}
    assert nights.sync(news(one)).exit_code == 0
    one.routes |= {path: Answer(without_records("Please log in")) for path in paths}
    night = nights.sync(news(one), days=1)
    broken = [name for name in problems(night) if name.startswith("source ")]
    assert broken == (["source news"] if number == 5 else [])


def test_pages_that_never_gave_records_break_no_source(one: Host, nights: Nights) -> None:
    paths = [f"/{at}" for at in range(6)]
    one.routes |= {path: Answer(without_records("A fine day")) for path in paths}
    one.routes["/news/"] = Answer(listing(*paths))
    assert nights.sync(news(one)).exit_code == 0
    assert nights.sync(news(one), days=1).exit_code == 0
