"""What goes wrong over many nights: pages that move, sources that are renamed, rules that change, answers half sent."""

from __future__ import annotations

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from warcio.checker import Checker

from pipeline.errors import UnreadableInput
from pipeline.fetch.client import Exchange
from pipeline.fetch.visit import Errand, Keep, Visitor
from pipeline.sources import Source
from pipeline.store.captures import capture_at, captures
from pipeline.sync import job
from pipeline.sync.job import Wishes
from tests.pipeline.sync.nights import Nights, news, problems
from tests.pipeline.sync.site import Answer, Host, article, listing, redirect

DEAD = "http://127.0.0.9:9"


def publish(host: Host, *paths: str) -> None:
    """Announcements, and the list of them."""
    host.routes |= {path: Answer(article(path.strip("/").capitalize())) for path in paths}
    host.routes["/news/"] = Answer(listing(*paths), tagged=True)


def folder(name: str, path: Path) -> Source:
    return Source.model_validate({"name": name, "kind": "folder", "path": path})


def archived(nights: Nights) -> list[Path]:
    return sorted((nights.folder / "archive").glob("*.warc.gz"))


@pytest.mark.parametrize(
    "head",
    [
        'Content-Type: text/html; charset=utf-8; name="附件.html"',
        "Content-Type:text/html;charset=utf-8",
        'Content-Type: text/html\r\nX-Folded: one\r\n  two\r\nContent-Disposition: inline; filename="名单.html"',
    ],
)
def test_headers_of_every_kind_are_archived_as_they_came(one: Host, nights: Nights, head: str) -> None:
    publish(one, "/anbu")
    body = article("Anbu").encode()
    raw = b"HTTP/1.1 200 OK\r\n" + head.encode() + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    one.routes["/anbu"] = Answer(raw=raw)
    assert (problems(night := nights.sync(news(one))), night.new) == ({}, [one.url("/anbu")])
    (path,) = archived(nights)
    blocks = [found.block for found in captures(path) if found.url == one.url("/anbu")]
    assert blocks == [raw]
    checker = Checker.__new__(Checker)
    checker.verbose, checker.exit_value = False, 0
    checker.process_one(str(path))
    assert checker.exit_value == 0


@pytest.mark.parametrize("date", ["", "WARC-Date: 20230104080000\r\n", "WARC-Date: 2023-01-04T08:00:00+08:00\r\n"])
def test_an_archive_with_odd_dates_is_taken_in(one: Host, nights: Nights, tmp_path: Path, date: str) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + article("Anbu").encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\n{date}WARC-Target-URI: https://news.example.org/a\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    (tmp_path / "odd.warc").write_bytes(head.encode() + block + b"\r\n\r\n")
    crawl = Source.model_validate({"name": "crawl", "kind": "warc", "path": tmp_path / "odd.warc"})
    assert problems(nights.sync(crawl)) == {}
    assert problems(nights.sync(crawl, days=1)) == {}
    (document,) = nights.documents().values()
    assert document["retrieved_at"] == ("2023-01-04T00:00:00Z" if "+08" in date else "1970-01-01T00:00:00Z")


def test_validators_are_sent_to_the_address_that_gave_them(one: Host, nights: Nights) -> None:
    publish(one, "/anbu")
    one.routes["/anbu"] = redirect("/wait")
    one.routes["/wait"] = Answer(article("Please wait"), headers={"Last-Modified": "Sun, 01 Nov 2026 02:00:00 GMT"})
    nights.sync(news(one))
    one.forget()
    nights.sync(news(one), days=1)
    assert {
        asked.path: "if-modified-since" in asked.headers for asked in one.log if asked.path in ("/anbu", "/wait")
    } == {
        "/anbu": False,
        "/wait": True,
    }
    one.routes["/anbu"] = Answer(article("Anbu"))
    assert nights.sync(news(one), days=3).new == [one.url("/anbu")]


def test_an_answer_that_was_damaged_is_asked_for_whole_the_next_time(one: Host, nights: Nights) -> None:
    publish(one, "/anbu")
    packed = gzip.compress(article("Anbu").encode())
    headers = {"ETag": '"1"', "Content-Encoding": "gzip"}
    one.routes["/anbu"] = Answer(packed[:-9], headers=headers)
    assert list(problems(nights.sync(news(one)))) == [one.url("/anbu")]
    one.routes["/anbu"] = Answer(packed, headers=headers)
    one.forget()
    assert nights.sync(news(one), days=1).new == [one.url("/anbu")]
    assert not any("if-none-match" in asked.headers for asked in one.log if asked.path == "/anbu")


def test_two_folders_with_files_of_one_path_are_told_apart(nights: Nights, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(f"Meeting {name}\nThe 12 schools met on 3 June 2021.\n")
    sources = [folder("a", tmp_path / "a"), folder("b", tmp_path / "b")]
    for _ in range(2):
        night = nights.sync(*sources)
        assert problems(night) == {"source b": "1.txt: has the identity of a file of source a, its path in the folder"}
    assert sum(1 for path in archived(nights) for _ in captures(path)) == 1


def test_a_renamed_source_keeps_its_pages(one: Host, nights: Nights) -> None:
    publish(one, "/anbu", "/binhe")
    nights.sync(news(one), wishes=Wishes(limit=1))
    night = nights.sync(news(one, name="renamed"), days=2)
    assert (night.new, problems(night)) == ([one.url("/binhe")], {})
    assert one.paths.count("/anbu") == 2


def test_pages_read_by_other_rules_have_not_changed(one: Host, nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(one, "/anbu")
    nights.sync(news(one))
    from pipeline.read import document

    real = document._sha256
    monkeypatch.setattr(document, "_sha256", lambda text: real(text) if len(text) < 60 else real(text + "other"))
    monkeypatch.setattr(job, "rules_version", lambda words: "other rules")
    one.forget()
    night = nights.sync(news(one))
    assert (night.changed, night.new) == ([], [])
    assert "/anbu" not in one.paths
    one.routes["/anbu"] = Answer(article("Anbu Two"))
    assert nights.sync(news(one), days=1).changed == [one.url("/anbu")]


def test_a_site_whose_rules_fail_waits(one: Host, nights: Nights) -> None:
    publish(one, "/anbu")
    nights.sync(news(one), wishes=Wishes(limit=0))
    one.routes["/robots.txt"] = Answer("", 501)
    night = nights.sync(news(one))
    assert night.left_out == []
    assert night.exit_code == 1
    one.routes["/robots.txt"] = Answer("", 404)
    assert nights.sync(news(one)).new == [one.url("/anbu")]


def test_a_limit_is_not_spent_on_a_host_that_is_silent(one: Host, nights: Nights) -> None:
    one.routes["/news/"] = Answer(listing(*(f"{DEAD}/{n}" for n in range(5)), "/anbu"))
    one.routes["/anbu"] = Answer(article("Anbu"))
    night = nights.sync(news(one), wishes=Wishes(limit=4))
    assert night.new == [one.url("/anbu")]


def test_what_a_source_excludes_since_is_not_asked_again(one: Host, nights: Nights) -> None:
    publish(one, "/anbu", "/binhe")
    one.routes["/binhe"] = Answer("", 403)
    assert list(problems(nights.sync(news(one)))) == [one.url("/binhe")]
    one.forget()
    assert problems(nights.sync(news(one, exclude=["/binhe"]), days=9)) == {}
    assert "/binhe" not in one.paths


def test_the_second_page_of_a_list_stays_a_list(one: Host, nights: Nights) -> None:
    one.routes["/news/"] = Answer(
        listing("/anbu").replace("</body>", '<a class="next" href="/news/2">2</a></body>'), tagged=True
    )
    one.routes["/news/2"] = Answer(listing("/binhe"))
    one.routes |= {path: Answer(article(path[1:].capitalize())) for path in ("/anbu", "/binhe", "/caiyuan")}
    night = nights.sync(news(one, next="a.next", pages=2))
    assert sorted(night.new) == [one.url("/anbu"), one.url("/binhe")]
    one.routes["/news/2"] = Answer(listing("/binhe", "/caiyuan"))
    assert nights.sync(news(one, next="a.next", pages=2), days=0.1).new == [one.url("/caiyuan")]


def test_what_robots_allows_again_is_found_in_a_list_that_is_the_same(one: Host, nights: Nights) -> None:
    publish(one, "/anbu")
    one.routes["/robots.txt"] = Answer("User-agent: *\nDisallow: /anbu", kind="text/plain")
    assert nights.sync(news(one)).new == []
    del one.routes["/robots.txt"]
    assert nights.sync(news(one), days=1).new == [one.url("/anbu")]


def test_a_link_that_is_no_address_fails_alone(one: Host, nights: Nights) -> None:
    one.routes["/news/"] = Answer(listing("http://xn--a.example/x.html", "/anbu"))
    one.routes["/anbu"] = Answer(article("Anbu"))
    night = nights.sync(news(one))
    assert night.new == [one.url("/anbu")]
    assert list(problems(night).values()) == ["is no valid address"]


def test_a_mistake_of_ours_costs_one_page(one: Host, nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(one, "/anbu", "/binhe")
    real = Visitor.visit

    def mistaken(self: Visitor, errand: Errand, keep: Keep) -> Exchange:
        if errand.url.endswith("/anbu"):
            raise ZeroDivisionError
        return real(self, errand, keep)

    monkeypatch.setattr(Visitor, "visit", mistaken)
    night = nights.sync(news(one))
    assert night.new == [one.url("/binhe")]
    assert problems(night)[one.url("/anbu")].startswith("this is a bug in communique (ZeroDivisionError")


@pytest.mark.parametrize("nth", [1, 5, 9])
def test_what_stands_behind_a_damaged_record_is_read(one: Host, nights: Nights, tmp_path: Path, nth: int) -> None:
    publish(one, "/anbu", "/binhe", "/caiyuan", "/dahe")
    nights.sync(news(one))
    (path,) = archived(nights)
    before = [found.place.offset for found in captures(path)]
    data = bytearray(path.read_bytes())
    place = before[nth % len(before)] + 40
    data[place : place + 8] = b"\xff" * 8
    (harmed := tmp_path / path.name).write_bytes(data)
    reading = captures(harmed)
    found: list[int] = []
    with suppress(UnreadableInput):
        found += (capture.place.offset for capture in reading)
    with pytest.raises(UnreadableInput, match="is no sound WARC file"):
        list(captures(harmed))
    assert found == [offset for offset in before if offset != before[nth % len(before)]]
    with pytest.raises(UnreadableInput, match=r"has no capture at byte|is no sound WARC file"):
        capture_at(harmed, before[nth % len(before)])
