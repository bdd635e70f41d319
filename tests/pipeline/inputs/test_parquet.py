"""Parquet tables: rows of a crawl, one document each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from pipeline.inputs import Given
from tests.pipeline.inputs.opened import came_of

PAGE = "<!DOCTYPE html><p>安步小学教育集团成立"


def written(path: Path, columns: dict[str, Any], group: int = 2) -> Path:
    parquet.write_table(pyarrow.table(columns), path, row_group_size=group)
    return path


def test_a_table_with_texts_and_what_is_known_of_them(tmp_path: Path) -> None:
    columns = {
        "text": ["one", "two", "three"],
        "url": ["https://example.org/1", "https://example.org/2", "https://example.org/3"],
        "published": [date(2022, 7, 14), None, date(2022, 7, 16)],
        "embedding": [[0.5], [0.25], []],
    }
    came = came_of(written(tmp_path / "rows.parquet", columns))
    assert [page.data for page in came.documents.values()] == [b"one", b"two", b"three"]
    assert came.sources == columns["url"]
    assert came.documents["https://example.org/1"].given == Given("https://example.org/1", "2022-07-14")
    assert came.left_out == {"rows.parquet: the column embedding": came.left_out["rows.parquet: the column embedding"]}
    assert came.errors == []


@pytest.mark.parametrize(
    ("column", "values", "media_type", "charset", "data"),
    [
        ("html", pyarrow.array([PAGE]), "text/html", "utf-8", PAGE.encode()),
        ("html", pyarrow.array([PAGE.encode("gbk")]), "text/html", None, PAGE.encode("gbk")),
        ("content", pyarrow.array([PAGE.encode()]), "text/html", "utf-8", PAGE.encode()),
        ("content", pyarrow.array([b"%PDF-1.7 \xff"]), "application/pdf", None, b"%PDF-1.7 \xff"),
        ("text", pyarrow.array(["a text"], pyarrow.large_string()), "text/plain", "utf-8", b"a text"),
        ("text", pyarrow.array(["a text"]).dictionary_encode(), "text/plain", "utf-8", b"a text"),
    ],
)
def test_pages_and_texts_in_whatever_type(
    tmp_path: Path, column: str, values: Any, media_type: str, charset: str | None, data: bytes
) -> None:
    (page,) = came_of(written(tmp_path / "rows.parquet", {column: values})).documents.values()
    assert (page.media_type, page.charset, page.data) == (media_type, charset, data)
    assert page.source == "rows.parquet#1"


def test_ids_and_moments(tmp_path: Path) -> None:
    moments = [datetime(2022, 7, 14, 8, 30, tzinfo=UTC)]
    came = came_of(written(tmp_path / "rows.parquet", {"text": ["one"], "id": [17], "published": moments}))
    assert came.documents["rows.parquet#17"].given.published == "2022-07-14"


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"text": ["one", None], "url": ["https://example.org/1"] * 2}, "rows.parquet, row 2: its text is empty"),
        ({"text": ["one", "two"], "title": [None, 5]}, "rows.parquet, row 2: title is not a string"),
        ({"text": ["one", "two"], "language": [None, "English"]}, "row 2: language is 'English'"),
        ({"text": ["one", "two"], "id": [1, 1]}, "row 2: has the identity 'rows.parquet#1'"),
        ({"text": pyarrow.array([b"one", b"\xff"]).cast(pyarrow.string(), safe=False)}, "row 2: is not UTF-8"),
    ],
)
def test_a_bad_row_costs_itself(tmp_path: Path, columns: dict[str, Any], problem: str) -> None:
    came = came_of(written(tmp_path / "rows.parquet", columns))
    assert [page.data for page in came.documents.values()] == [b"one"]
    assert len(came.errors) == 1
    assert problem in came.errors[0]


def test_a_table_without_texts_says_which_columns_it_has(tmp_path: Path) -> None:
    came = came_of(written(tmp_path / "rows.parquet", {"body": ["one"], "link": ["x"]}))
    assert "has the columns body, link, and none of path, url, html, text, content" in came.errors[0]
    assert "rename" in came.errors[0]


def test_a_damaged_row_group_costs_its_rows(tmp_path: Path) -> None:
    path = written(tmp_path / "rows.parquet", {"text": [f"text {number}" for number in range(6)]})
    group = parquet.ParquetFile(path).metadata.row_group(1).column(0)
    data = bytearray(path.read_bytes())
    begin = group.dictionary_page_offset or group.data_page_offset
    data[begin : begin + group.total_compressed_size] = b"\xff" * group.total_compressed_size
    path.write_bytes(bytes(data))
    came = came_of(path)
    assert came.sources == ["rows.parquet#1", "rows.parquet#2", "rows.parquet#4", "rows.parquet#5"]
    assert len(came.errors) == 1
    assert "rows.parquet, rows 3 to 4: cannot be read" in came.errors[0]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"not a table", b"PAR1" + b"\xff" * 200 + b"PAR1"])
def test_what_is_no_parquet_is_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "rows.parquet").write_bytes(data)
    came = came_of(tmp_path / "rows.parquet")
    assert len(came.errors) == 1
    assert came.errors[0].startswith("rows.parquet: is no sound Parquet file")


def test_an_empty_and_a_missing_table(tmp_path: Path) -> None:
    assert "has no rows" in came_of(written(tmp_path / "rows.parquet", {"text": pyarrow.array([], "string")})).errors[0]
    assert "no such file" in came_of(tmp_path / "none.parquet").errors[0]
