"""The archive of a sync: read by another program, rotated, and replayed without a network."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from pipeline.run import Settings, run
from pipeline.store.captures import captures
from pipeline.store.verify import findings
from pipeline.sync.job import Wishes
from tests.pipeline.sync.nights import Nights, news, problems
from tests.pipeline.sync.site import Answer, Host, article, listing, redirect

CORPUS = Path(__file__).parents[3] / "corpus" / "en"
PUBLISHED = ("documents.jsonl", "records.jsonl")


class Told(NamedTuple):
    """A WARC record as another program reads it."""

    kind: str
    id: str
    uri: str
    headers: dict[str, str]
    block: bytes
    sound: bool


def files(folder: Path) -> list[Path]:
    return sorted((folder / "archive").glob("*.warc.gz"))


def told(folder: Path) -> list[Told]:
    """Every record of a folder's archive, as fastwarc reads it."""
    return [record for path in files(folder) for record in _told(path)]


def _told(path: Path) -> Iterator[Told]:
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False, record_types=WarcRecordType.any_type):
            sound = "WARC-Block-Digest" not in record.headers or record.verify_block_digest()
            headers = record.headers.to_dict()
            uri = headers.get("WARC-Target-URI", "")
            yield Told(headers["WARC-Type"], record.record_id or "", uri, headers, record.reader.read(), sound)


def published(folder: Path) -> dict[str, str]:
    """The digests of a data set's files."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in PUBLISHED}


@pytest.fixture
def two_nights(one: Host, nights: Nights) -> Nights:
    """Pages that stay, change, vanish, redirect, fail, and come in other charsets, over two nights."""
    names = ("anbu", "binhe", "caiyuan", "daxing")
    one.routes |= {f"/{name}.html": Answer(article(name.title()), tagged=True) for name in names}
    one.routes["/gbk.html"] = Answer(article("Enping").encode("gbk"), kind="text/html; charset=gb2312")
    one.routes |= {"/moved": redirect("/daxing.html"), "/picture": Answer(b"GIF89a", kind="image/gif")}
    paths = [f"/{name}.html" for name in (*names[:3], "gbk")]
    one.routes["/news/"] = Answer(listing(*paths, "/moved", "/picture", "/gone"), tagged=True)
    nights.sync(news(one, language="en"))
    one.routes["/anbu.html"] = Answer(article("Anbu", members="Haibin School"), tagged=True)
    one.routes["/binhe.html"] = Answer("", 404)
    nights.sync(news(one, language="en"), days=1)
    return nights


def test_the_archive_alone_gives_the_same_data_set(two_nights: Nights, tmp_path: Path) -> None:
    run([str(path) for path in files(two_nights.folder)], tmp_path / "again", Settings())
    assert len(two_nights.documents()) == 5
    assert published(tmp_path / "again") == published(two_nights.folder)


def test_another_reader_reads_the_archive(one: Host, two_nights: Nights) -> None:
    records = told(two_nights.folder)
    kinds = Counter(record.kind for record in records)
    assert kinds["warcinfo"] == 1
    assert kinds["response"] + kinds["revisit"] == kinds["request"] == kinds["metadata"] == len(one.log)
    assert kinds["revisit"] == sum(asked.status == 304 for asked in one.log) > 2
    assert [record for record in records if not record.sound] == []
    answers = {record.id: record for record in records if record.kind in ("response", "revisit")}
    assert len({record.id for record in records}) == len(records)
    for record in records:
        if record.kind in ("request", "metadata"):
            assert record.headers["WARC-Concurrent-To"].strip("<>") in {name.strip("<>") for name in answers}
    whole = next(record for record in answers.values() if record.uri == one.url("/caiyuan.html"))
    assert whole.block.startswith(b"HTTP/1.1 200 OK\r\n")
    assert whole.block.endswith(article("Caiyuan").encode())
    assert whole.headers["WARC-IP-Address"] == "127.0.0.1"
    asked = next(record for record in records if record.kind == "request" and record.uri == one.url("/caiyuan.html"))
    assert asked.block.startswith(b"GET /caiyuan.html HTTP/1.1\r\n")


def test_another_reader_finds_every_body_as_its_digest_says(one: Host, two_nights: Nights) -> None:
    one.routes["/news/"] = Answer(listing("/packed", "/chunked"))
    one.routes["/packed"] = Answer(gzip.compress(article("Fuli").encode()), headers={"Content-Encoding": "gzip"})
    body = article("Gaobu").encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    one.routes["/chunked"] = Answer(raw=head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))
    assert len(two_nights.sync(news(one), days=1).new) == 2
    with files(two_nights.folder)[0].open("rb") as stream:
        answers = ArchiveIterator(stream, parse_http=True, record_types=WarcRecordType.response)
        sound = [record.verify_payload_digest() for record in answers]
    assert len(sound) > 10
    assert all(sound)


def test_a_304_is_a_revisit_that_names_what_it_confirms(one: Host, two_nights: Nights) -> None:
    page = [record for record in told(two_nights.folder) if record.uri == one.url("/caiyuan.html")]
    first, second = (record for record in page if record.kind in ("response", "revisit"))
    assert second.kind == "revisit"
    assert second.headers["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    assert second.headers["WARC-Refers-To-Target-URI"].strip("<>") == one.url("/caiyuan.html")
    assert second.headers["WARC-Refers-To-Date"] == first.headers["WARC-Date"]
    assert second.block.startswith(b"HTTP/1.1 304 ")


def test_a_full_file_is_followed_by_the_next(one: Host, nights: Nights, tmp_path: Path) -> None:
    paths = [f"/{at}.html" for at in range(6)]
    one.routes |= {path: Answer(article(f"Anbu{path[1]}")) for path in paths} | {"/news/": Answer(listing(*paths))}
    assert problems(nights.sync(news(one), wishes=Wishes(rotate=2000))) == {}
    found = files(nights.folder)
    assert [path.name for path in found] == [f"communique-{at:05d}.warc.gz" for at in range(1, len(found) + 1)]
    assert len(found) > 2
    assert all(path.stat().st_size >= 2000 for path in found[:-1])
    assert all(_first(path).kind == "warcinfo" for path in found)
    assert list(findings(nights.folder)) == []
    run([str(path) for path in found], tmp_path / "again", Settings())
    assert published(tmp_path / "again") == published(nights.folder)


def _first(path: Path) -> Told:
    return next(_told(path))


def test_a_new_file_never_takes_the_place_of_another(one: Host, nights: Nights) -> None:
    paths = [f"/{at}.html" for at in range(4)]
    one.routes |= {path: Answer(article(f"Anbu{path[1]}")) for path in paths} | {"/news/": Answer(listing(*paths))}
    nights.sync(news(one), wishes=Wishes(rotate=1))
    first, *others = files(nights.folder)
    first.unlink()
    for path in nights.folder.glob("state.sqlite*"):
        path.unlink()
    before = {path.name: path.read_bytes() for path in others}
    nights.sync(news(one), wishes=Wishes(rotate=1))
    assert {name: (nights.folder / "archive" / name).read_bytes() for name in before} == before


def test_a_lost_state_is_made_anew_from_the_archive(one: Host, two_nights: Nights) -> None:
    before = published(two_nights.folder)
    for path in two_nights.folder.glob("state.sqlite*"):
        path.unlink()
    one.forget()
    night = two_nights.sync(news(one, language="en"), days=0.1)
    assert one.paths == ["/robots.txt", "/news/", "/picture"] or one.paths == ["/robots.txt", "/news/"]
    assert (night.changed, published(two_nights.folder)) == ([], before)


def test_an_attachment_names_the_page_that_announced_it(one: Host, two: Host, nights: Nights, tmp_path: Path) -> None:
    text = "Anbu Education Group is led by Anbu Primary School. Its members are Yaode Primary School and Haibin School."
    one.routes["/files/list.docx"] = Answer(text, kind="text/plain; charset=utf-8", tagged=True)
    one.routes["/download?id=7"] = Answer("Binhe" + text.removeprefix("Anbu"), kind="text/plain; charset=utf-8")
    links = (
        '<p><a href="/files/list.docx">The list</a> <a href="/download?id=7">Members.pdf</a>'
        f'<a href="{two.url("/elsewhere.pdf")}">Elsewhere</a> <a href="/about.html">About</a></p>'
    )
    page = article("Caiyuan", more=links, around='<a href="/handbook.pdf">Handbook</a>')
    one.routes |= {"/page.html": Answer(page, tagged=True), "/news/": Answer(listing("/page.html"), tagged=True)}
    night = nights.sync(news(one))
    assert problems(night) == {}
    assert one.paths == ["/robots.txt", "/news/", "/page.html", "/download?id=7", "/files/list.docx"]
    assert two.paths == []
    documents = nights.documents()
    announced = {one.url(path): documents[one.url(path)]["announced_by"] for path in one.paths[2:]}
    page_url = one.url("/page.html")
    assert announced == {page_url: None, one.url("/download?id=7"): page_url, one.url("/files/list.docx"): page_url}
    found = {record["name"]["value"] for record in nights.lines("records.jsonl") if record["kind"] == "group"}
    assert found == {"Caiyuan Education Group", "Anbu Education Group", "Binhe Education Group"}
    roles = Counter(found.notes.role for path in files(nights.folder) for found in captures(path) if found.notes)
    assert roles == {"robots": 1, "listing": 1, "page": 1, "attachment": 2}
    run([str(path) for path in files(nights.folder)], tmp_path / "again", Settings())
    assert published(tmp_path / "again") == published(nights.folder)
    one.forget()
    nights.sync(news(one), days=1)
    assert [asked.status for asked in one.log if asked.path == "/files/list.docx"] == [304]


@pytest.mark.parametrize("kind", [None, "application/octet-stream", "text/html"])
@pytest.mark.parametrize("path", sorted(CORPUS.glob("attached-*")), ids=lambda path: path.suffix)
def test_an_attachment_gives_the_records_of_its_file(
    one: Host, nights: Nights, tmp_path: Path, path: Path, kind: str | None
) -> None:
    page = article("Caiyuan", more=f'<p><a href="/files/{path.name}">List</a></p>')
    one.routes |= {"/page.html": Answer(page), "/news/": Answer(listing("/page.html"))}
    one.routes[f"/files/{path.name}"] = Answer(path.read_bytes(), kind=kind)
    assert problems(nights.sync(news(one))) == {}
    run([str(path)], tmp_path / "alone", Settings())
    (alone,) = [json.loads(line) for line in (tmp_path / "alone" / "documents.jsonl").read_text().splitlines()]
    hung = nights.documents()[one.url(f"/files/{path.name}")]
    assert (hung["text"], hung["blocks"], hung["media_type"]) == (alone["text"], alone["blocks"], alone["media_type"])
    assert hung["announced_by"] == one.url("/page.html")


def test_attachments_stay_where_they_are_when_the_source_says_so(one: Host, nights: Nights) -> None:
    page = article("Caiyuan", more='<p><a href="/list.pdf">List</a></p>')
    one.routes |= {"/page.html": Answer(page), "/news/": Answer(listing("/page.html"))}
    nights.sync(news(one, attachments=False))
    assert "/list.pdf" not in one.paths


def test_an_attachment_that_cannot_be_read_says_so(one: Host, nights: Nights) -> None:
    page = article("Caiyuan", more='<p><a href="/list.doc">List</a></p>')
    one.routes |= {"/page.html": Answer(page), "/news/": Answer(listing("/page.html"))}
    one.routes["/list.doc"] = Answer(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), kind="application/msword")
    night = nights.sync(news(one))
    assert list(problems(night)) == [one.url("/list.doc")]
    assert night.new == [one.url("/page.html")]
