"""WARC archives of other programs: what they write, what is left out of them, and what is damaged."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import brotli
import pytest

from pipeline.inputs import Versions, open_inputs
from tests.pipeline.inputs.opened import came_of
from tests.pipeline.inputs.packed import PAGE, answer, page, record

REQUEST = b"GET / HTTP/1.1\r\nHost: news.example.org\r\n\r\n"


def test_a_news_crawl_gives_its_pages_by_address(tmp_path: Path) -> None:
    news, info = "https://news.example.org/", "application/warc-fields"
    records = [
        record("crawl", b"software: crawler\r\n", "warcinfo", info),
        record("dns:news.example.org", b"20220714 1.2.3.4", content="text/dns"),
        record(news + "robots.txt", answer(b"User-agent: *", kind=b"text/plain")),
        record(news + "z", REQUEST, "request", "application/http; msgtype=request"),
        page("z"),
        record(news + "z", b"fetchTimeMs: 12\r\n", "metadata", info),
        page("a", b"X-Version: 1"),
        page("a", body=PAGE.replace(b"Anbu", b"Yaode")),
        record(news + "a.png", answer(b"\x89PNG", kind=b"image/png")),
        record(news + "gone", answer(b"", status=b"404 Not Found")),
        record(news + "same", answer(b""), "revisit"),
        record(news + "same-too", b"", "revisit"),
        record(f"<{news}quoted>", answer()),
        record(news + "later", answer(), version="1.1"),
    ]
    path = tmp_path / "news.warc.gz"
    path.write_bytes(b"".join(gzip.compress(each) for each in records))
    came = came_of(path)
    assert came.sources == [news + name for name in ("a", "later", "quoted", "z")]
    assert b"Yaode" in came.documents[news + "a"].data
    assert came.documents[news + "z"].retrieved_at == "2022-07-14T08:30:00Z"
    assert came.left_out == {
        "news.warc.gz (3 captures)": "lists, rules, redirects and errors are no documents",
        "news.warc.gz (2 captures)": (
            "a capture that only says that another has the same bytes is no document; that other one is read"
        ),
    }
    assert came.errors == []


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([b"Content-Encoding: gzip"], gzip.compress(PAGE, mtime=0)),
        ([b"Content-Encoding: deflate"], zlib.compress(PAGE)),
        ([b"Content-Encoding: deflate"], zlib.compress(PAGE)[2:-4]),
        ([b"Content-Encoding: br"], brotli.compress(PAGE)),
        ([b"Content-Encoding: gzip"], PAGE),
        ([b"Content-Encoding: br"], PAGE),
        ([b"Transfer-Encoding: chunked"], b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
        ([b"Transfer-Encoding: chunked"], PAGE),
        ([b"Content-Disposition: \xb9\xab\xb8\xe6", b"X-Odd: caf\xe9"], PAGE),
        ([b"X-Crawler-Content-Encoding: gzip"], PAGE),
    ],
)
def test_a_page_is_read_however_the_crawler_stored_it(tmp_path: Path, headers: list[bytes], body: bytes) -> None:
    (tmp_path / "news.warc").write_bytes(page("a", *headers, body=body))
    came = came_of(tmp_path / "news.warc")
    assert came.errors == []
    assert [each.data for each in came.documents.values()] == [PAGE]


A, B, C = (page(name) for name in "abc")
ZA, ZB, ZC = (gzip.compress(each) for each in (A, B, C))
UNSOUND = "is no sound WARC file"


@pytest.mark.parametrize(
    ("name", "data", "problem", "letters"),
    [
        ("n.warc", A + B[:-60], UNSOUND, "a"),
        ("n.warc", A + b"rubbish\r\n" * 3 + B + C, UNSOUND, "abc"),
        ("n.warc", A + B[:-60] + C, UNSOUND, "abc"),
        ("n.warc.gz", ZA + ZB[:-40], UNSOUND, "a"),
        ("n.warc.gz", ZA + ZB[:40] + b"\xff\xff\xff" + ZB[43:] + ZC, UNSOUND, "ac"),
        ("n.warc.gz", gzip.compress(A + B + C), "is packed as a whole", "a"),
        ("n.warc.gz", gzip.compress(bytes(20_000_000)), "head has no end", ""),
        ("n.warc.gz", ZA + gzip.compress(b"WARC/1.0\r\n" + b"a: b\r\n" * 2_000_000) + ZC, "head has no end", "ac"),
        ("n.warc", b"not a WARC", UNSOUND, ""),
        ("n.warc", b"", "holds no page that answered", ""),
    ],
)
def test_damage_is_one_line_and_costs_itself(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, data: bytes, problem: str, letters: str
) -> None:
    (tmp_path / name).write_bytes(data)
    came = came_of(tmp_path / name)
    assert came.sources == [f"https://news.example.org/{letter}" for letter in letters]
    assert len(came.errors) == 1
    assert came.errors[0].startswith(f"{name}: ")
    assert problem in came.errors[0]
    assert capfd.readouterr() == ("", "")


def test_the_newest_capture_over_several_archives_comes_first(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.warc").write_bytes(page("a", body=PAGE + b"%d" % number) + page(f"only-{number}"))
    opened = list(open_inputs([str(tmp_path / "1.warc"), str(tmp_path / "2.warc")]))
    assert [each.source.rpartition("/")[2] for each in opened if isinstance(each, Versions)] == [
        "a",
        "only-1",
        "only-2",
    ]
    first = opened[0]
    assert isinstance(first, Versions)
    assert [opening().data[-1:] for opening in first.openings] == [b"2", b"1"]


def test_a_missing_archive_and_a_folder(tmp_path: Path) -> None:
    assert "no such file" in came_of(tmp_path / "none.warc").errors[0]
    (tmp_path / "n.warc").mkdir()
    assert "is a folder" in came_of(tmp_path / "n.warc").errors[0]
