"""Manifests: each row an input or an error that names its line."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.errors import EmptyInput, InputError, MissingInput
from pipeline.inputs import Address, Given, Input, LeftOut, Versions, limits, open_inputs, rows
from tests.pipeline.inputs.opened import came_of
from tests.pipeline.inputs.packed import zstd


def opened(path: Path, content: str) -> list[Input | Versions | Address | InputError | LeftOut]:
    path.write_text(content, encoding="utf-8")
    return list(open_inputs([str(path)]))


def test_a_table_names_files_beside_it_and_what_is_known_of_them(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("A text.")
    first, second = opened(
        tmp_path / "list.csv",
        "\ufeffpath,text,source_url,published,publisher,language,title\n"
        "./texts/a.txt,,https://example.org/a,2022-07,News,en,\n"
        '\n,"Two\nlines",,,,,A title\n',
    )
    assert isinstance(first, Input)
    assert (first.source, first.data) == ("texts/a.txt", b"A text.")
    assert first.given == Given("https://example.org/a", "2022-07", "News", "en")
    assert isinstance(second, Input)
    assert (second.source, second.data, second.given) == ("list.csv#2", b"Two\nlines", Given(title="A title"))


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("colour,body\nred,A text\n", 1, "has the columns colour, body, and none of path, url, html, text, content"),
        ("path,path\na.txt,b.txt\n", 1, "one column twice"),
        ("text,path\nsome,a.txt\n", 2, "gives path and text"),
        ("text,url\nsome,example.org\n", 2, "url is 'example.org'"),
        ("text,title\n,Only a title\n", 2, "neither path, url nor text"),
        ('text\n"one\ntwo"\na,b\n', 4, "more cells than columns"),
        ("text,published\nsome,July 2022\n", 2, "published is 'July 2022'"),
        ("text,published\nsome,2022-02-30\n", 2, "published is '2022-02-30'"),
        ("text,language\nsome,English please\n", 2, "language is"),
        ("text,source_url\nsome,example.org\n", 2, "source_url is"),
        ('text\n"never closed\n', 2, "is no CSV"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, content: str, line: int, problem: str) -> None:
    path = tmp_path / "list.csv"
    *_, error = opened(path, content)
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{path}, line {line}: ")
    assert problem in str(error)


def test_json_lines_with_good_and_bad_rows(tmp_path: Path) -> None:
    rows = ('{"text": "one"}', "{", "[]", '{"txt": "x"}', '{"text": 3}', '{"text": "\\ud800"}', '{"path": "no.txt"}')
    first, *others, left_out = opened(tmp_path / "list.jsonl", "\n".join(rows))
    assert isinstance(first, Input)
    assert first.source == "list.jsonl#1"
    assert all(isinstance(each, InputError) for each in others)
    problems = [
        "is no JSON;",
        "no JSON object",
        "neither path, url nor text, but the column txt",
        "not a string",
        "surrogate",
        "no such file",
    ]
    assert [p for p, each in zip(problems, others, strict=True) if p not in str(each)] == []
    assert isinstance(others[-1], MissingInput)
    assert "line 7" in str(others[-1])
    assert isinstance(left_out, LeftOut)
    assert left_out.path == f"{tmp_path / 'list.jsonl'}: the column txt"


def test_an_empty_or_missing_manifest(tmp_path: Path) -> None:
    (error,) = opened(tmp_path / "list.csv", "path,title\n")
    assert isinstance(error, EmptyInput)
    (missing,) = open_inputs([str(tmp_path / "none.jsonl")])
    assert isinstance(missing, MissingInput)
    (tmp_path / "wide.csv").write_bytes("path\na".encode("utf-16"))
    (wide,) = open_inputs([str(tmp_path / "wide.csv")])
    assert "UTF-8" in str(wide)


PAGE = "<!DOCTYPE html><p>Anbu Primary School Education Group was set up."
NEWS = "https://news.example.org/a"


@pytest.mark.parametrize(
    ("row", "source", "media_type", "given"),
    [
        ({"text": "A text."}, "rows.jsonl#1", "text/plain", Given()),
        ({"text": "A text.", "id": 7, "url": NEWS}, "rows.jsonl#7", "text/plain", Given(NEWS)),
        ({"text": "A text.", "url": NEWS + "#top"}, NEWS, "text/plain", Given(NEWS + "#top")),
        ({"html": PAGE, "text": "A text."}, "rows.jsonl#1", "text/html", Given()),
        ({"html": None, "text": "A text."}, "rows.jsonl#1", "text/plain", Given()),
        ({"content": PAGE}, "rows.jsonl#1", "text/html", Given()),
        ({"content": "A text."}, "rows.jsonl#1", "text/plain", Given()),
        (
            {"text": "A text.", "published": "2022-07-14T08:30:00Z"},
            "rows.jsonl#1",
            "text/plain",
            Given(None, "2022-07-14"),
        ),
        ({"text": "A text.", "published": 2022}, "rows.jsonl#1", "text/plain", Given(None, "2022")),
        ({"text": "A text.", "url": NEWS, "source_url": NEWS + "b"}, NEWS, "text/plain", Given(NEWS + "b")),
        ({"text": "A text.", "meta": {"a": [1]}, "score": 0.5}, "rows.jsonl#1", "text/plain", Given()),
    ],
)
def test_a_row_of_a_crawl(tmp_path: Path, row: dict[str, object], source: str, media_type: str, given: Given) -> None:
    page, *rest = opened(tmp_path / "rows.jsonl", json.dumps(row))
    assert isinstance(page, Input)
    assert (page.source, page.media_type, page.given) == (source, media_type, given)
    assert page.data.decode() == row.get("html") or row.get("content") or row["text"]
    assert [type(each) for each in rest] == ([LeftOut] if "meta" in row else [])


@pytest.mark.parametrize("text", [None, "", "  "])
def test_a_row_of_a_crawl_without_text_is_not_fetched(tmp_path: Path, text: str | None) -> None:
    (error,) = opened(tmp_path / "rows.jsonl", json.dumps({"url": "https://localhost/never", "text": text}))
    assert isinstance(error, EmptyInput)
    assert "line 1: its text is empty" in str(error)


def test_a_file_beside_the_manifest_may_say_where_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text.")
    (page,) = opened(tmp_path / "list.csv", f"path,url\na.txt,{NEWS}\n")
    assert isinstance(page, Input)
    assert (page.source, page.given.source_url) == ("a.txt", NEWS)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.ndjson", "a.json", "a.json.gz", "a.jsonl.zst", "A.NDJSON.GZ"])
def test_json_lines_are_known_by_their_endings_and_unpacked(tmp_path: Path, name: str) -> None:
    data = b'{"text": "one"}\n\n{"text": "two"}\n'
    packed = gzip.compress(data) if name.lower().endswith("gz") else zstd(data) if name.endswith("zst") else data
    (tmp_path / name).write_bytes(packed)
    came = came_of(tmp_path / name)
    assert came.sources == [f"{name}#1", f"{name}#2"]
    assert came.errors == []


def test_a_packed_table(tmp_path: Path) -> None:
    (tmp_path / "list.csv.gz").write_bytes(gzip.compress("\ufefftext,id\none,a\ntwo,b\n".encode()))
    assert came_of(tmp_path / "list.csv.gz").sources == ["list.csv.gz#a", "list.csv.gz#b"]


ROW = b'{"text": "one"}\n'


@pytest.mark.parametrize(
    ("data", "problem", "sources"),
    [
        (ROW + b'{"text": "caf\xe9"}\n' + ROW, "a.jsonl, line 2: is not UTF-8", ["a.jsonl#1", "a.jsonl#3"]),
        (ROW + b"1" * 5000 + b"\n" + ROW, "a.jsonl, line 2: is no JSON", ["a.jsonl#1", "a.jsonl#3"]),
        (ROW + b"[" * 100_000 + b"\n" + ROW, "a.jsonl, line 2: is no JSON", ["a.jsonl#1", "a.jsonl#3"]),
        (ROW + b'{"text": "' + b"x" * 1_000_000, "a.jsonl, line 2: has more than", ["a.jsonl#1"]),
        (ROW + b"x" * 3_000_000 + b"\n" + ROW, "a.jsonl, line 2: has more than", ["a.jsonl#1", "a.jsonl#3"]),
        (ROW + json.dumps({"text": "x" * 500_000}).encode(), "a.jsonl, line 2: has more than", ["a.jsonl#1"]),
        ("公告\n".encode("gbk"), "a.jsonl: is not UTF-8", []),
        ('{"text": "wide"}'.encode("utf-16"), "a.jsonl: is not UTF-8", []),
        (gzip.compress(ROW * 3, mtime=0)[:-8], "cannot be unpacked", ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]),
        (gzip.compress(ROW, mtime=0) + b"rubbish", "a.jsonl, after line 1: cannot be unpacked", ["a.jsonl#1"]),
        (b'{"body": "x"}\n' * 50, "the column body; none of its first 20 rows has a document", []),
        (json.dumps([{"text": "x"}] * 50, indent=1).encode(), "has no columns; none of its first 20 rows", []),
        (ROW + b'{"text": "y", "id": "1"}', "has the identity 'a.jsonl#1'", ["a.jsonl#1"]),
        (ROW + b'{"text": "y", "published": "soon"}', "published is 'soon'", ["a.jsonl#1"]),
        (ROW + b'{"text": "y", "published": true}', "published is not a string", ["a.jsonl#1"]),
    ],
)
def test_a_bad_row_costs_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, problem: str, sources: list[str]
) -> None:
    monkeypatch.setattr(rows, "LONGEST_LINE", 900_000)
    monkeypatch.setattr(limits, "SIZE_LIMIT", 400_000)
    (tmp_path / "a.jsonl").write_bytes(data)
    came = came_of(tmp_path / "a.jsonl")
    assert came.sources == sources
    assert problem in came.errors[-1]


def test_a_long_text_is_one_cell(tmp_path: Path) -> None:
    (page,) = opened(tmp_path / "list.jsonl", json.dumps({"text": "word " * 100_000}))
    assert isinstance(page, Input)
