"""Manifests: each row an input or an error that names its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import EmptyInput, InputError, MissingInput
from pipeline.inputs import Given, Input, LeftOut, Versions, open_inputs


def opened(path: Path, content: str) -> list[Input | Versions | InputError | LeftOut]:
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
        ("path,colour\na.txt,red\n", 1, "unknown column 'colour'"),
        ("path,path\na.txt,b.txt\n", 1, "one column twice"),
        ("text,url\nsome,https://example.org\n", 2, "gives url and text"),
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
    first, *others = opened(tmp_path / "list.jsonl", "\n".join(rows))
    assert isinstance(first, Input)
    assert first.source == "list.jsonl#1"
    assert all(isinstance(each, InputError) for each in others)
    problems = ["is no JSON;", "no JSON object", "unknown key 'txt'", "not a string", "surrogate", "no such file"]
    assert [p for p, each in zip(problems, others, strict=True) if p not in str(each)] == []
    assert isinstance(others[-1], MissingInput)
    assert "line 7" in str(others[-1])


def test_an_empty_or_missing_manifest(tmp_path: Path) -> None:
    (error,) = opened(tmp_path / "list.csv", "path,title\n")
    assert isinstance(error, EmptyInput)
    (missing,) = open_inputs([str(tmp_path / "none.jsonl")])
    assert isinstance(missing, MissingInput)
    (tmp_path / "wide.csv").write_bytes("path\na".encode("utf-16"))
    (wide,) = open_inputs([str(tmp_path / "wide.csv")])
    assert "UTF-8" in str(wide)


def test_a_long_text_is_one_cell(tmp_path: Path) -> None:
    (page,) = opened(tmp_path / "list.jsonl", json.dumps({"text": "word " * 100_000}))
    assert isinstance(page, Input)
