"""Every format, read back by the tools that its users have, and compared cell by cell with the rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, get_args

import duckdb
import openpyxl
import pandas
import polars
import pytest
from frictionless import Package

from pipeline.errors import StoreError, UsageError
from pipeline.export import xlsx
from pipeline.export.columns import Cell, cells, columns_of
from pipeline.export.exporting import Format, Whole, all_rows, export, links_of, writer_of
from pipeline.export.tables import TABLES, columns
from pipeline.export.xlsx import CELL, CUT, fitting
from pipeline.records import CountRecord, Record
from pipeline.review.reviewed import Reviewed
from tests.pipeline import build
from tests.pipeline.review.said import Saying

FORMATS: tuple[Format, ...] = get_args(Format)
Table = list[list[Cell]]
Tables = dict[str, Table]


def nasty() -> Reviewed:
    """A document whose cells begin like formulas, hold line breaks, tabs and other scripts, and have no address."""
    text = "=1+1 \"said\", 'so'\n第二中学教育集团，\t由第二中学牵头😀 －1\n#N/A 12.5 to 14 schools\nTRUE"
    document = build.document("乙.txt", text).model_copy(
        update={"title": text.split("\n")[0], "published": "2022-08-26", "publisher": " 0012 ", "byline": ("+86", "@")}
    )
    said: dict[str, Any] = {"document": document.id, "confidence": 0.9, "rule": "tests.rule"}
    found: list[Record] = [
        build.group(document, "第二中学教育集团", leaders=["第二中学"]),
        CountRecord(
            id="c-1",
            text=build.field(text, "#N/A"),
            value=12.5,
            upper=14,
            as_of=build.field(text, "12.5", "2021"),
            scope=build.field(text, "TRUE"),
            measure="measure",
            modifier="about",
            status="planned",
            **said,
        ),
    ]
    return build.unreviewed(document, found)


@cache
def whole() -> Whole:
    first = build.document(url="https://example.org/a?b=1&c=2").model_copy(update={"published": "2022-01"})
    saying = Saying()
    saying.say(first, "reject", build.records(first)[4], why="not-one: =1+1")
    return Whole([saying.on(first, build.records(first)), nasty()], saying.made)


@cache
def expected() -> Tables:
    found: Tables = {name: [] for name in whole().tables}
    for name, row in all_rows(whole(), links_of(whole())):
        found[name].append(cells(row))
    return found


def as_numbers(name: str, table: Table) -> Table:
    """The table with the numbers of its number columns as floats, for tools that have no other ones."""
    kinds = [column.type for column in columns_of(TABLES[name])]
    return [[float(c) if k == "number" and c is not None else c for c, k in zip(r, kinds, strict=True)] for r in table]


def plain(table: list[tuple[Any, ...]] | list[list[Any]]) -> Table:
    return [[None if cell is None or cell != cell else cell for cell in row] for row in table]


def by_pandas_csv(folder: Path, name: str) -> Table:
    frame = pandas.read_csv(folder / f"{name}.csv", encoding="utf-8-sig", dtype=str, keep_default_na=False)
    assert list(frame.columns) == columns(TABLES[name])
    return plain(frame.to_numpy().tolist())


def by_pandas_parquet(folder: Path, name: str) -> Table:
    frame = pandas.read_parquet(folder / f"{name}.parquet").astype(object)
    assert list(frame.columns) == columns(TABLES[name])
    return plain(frame.where(frame.notna(), None).to_numpy().tolist())


def by_duckdb(folder: Path, name: str) -> Table:
    with duckdb.connect() as connection:
        return plain(connection.execute(f"SELECT * FROM '{folder / name}.parquet'").fetchall())  # noqa: S608


def by_polars(folder: Path, name: str) -> Table:
    return plain(polars.read_parquet(folder / f"{name}.parquet").rows())


def by_sqlite(folder: Path, name: str) -> Table:
    with sqlite3.connect(folder / "tables.sqlite") as connection:
        return plain(connection.execute(f"SELECT * FROM {name}").fetchall())  # noqa: S608


def by_json(folder: Path, name: str) -> Table:
    lines = (folder / f"{name}.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert all(list(each) == columns(TABLES[name]) for each in found)
    return [list(each.values()) for each in found]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Format], Path]:
    @cache
    def folder(form: Format) -> Path:
        to = tmp_path_factory.mktemp(form)
        export(whole(), to, form)
        return to

    return folder


READERS: list[tuple[Format, Callable[[Path, str], Table]]] = [
    ("parquet", by_pandas_parquet), ("parquet", by_duckdb), ("parquet", by_polars), ("sqlite", by_sqlite),
    ("jsonl", by_json),
]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(("form", "reader"), READERS)
def test_typed_formats_come_back_as_they_were(
    written: Callable[[Format], Path], form: Format, reader: Callable[[Path, str], Table], name: str
) -> None:
    assert as_numbers(name, reader(written(form), name)) == as_numbers(name, expected()[name])


@pytest.mark.parametrize("name", TABLES)
def test_csv_comes_back_but_for_the_apostrophes(written: Callable[[Format], Path], name: str) -> None:
    found = by_pandas_csv(written("csv"), name)
    assert [[str(cell).removeprefix("'") for cell in row] for row in found] == [
        ["" if cell is None else str(cell) for cell in row] for row in expected()[name]
    ]


@pytest.mark.parametrize("name", TABLES)
def test_a_workbook_comes_back(written: Callable[[Format], Path], name: str) -> None:
    book = openpyxl.load_workbook(written("xlsx") / "tables.xlsx")
    sheet = book[name]
    header, *found = sheet.iter_rows(values_only=True)
    assert list(header) == columns(TABLES[name])
    said = [[cell.date().isoformat() if isinstance(cell, datetime) else cell for cell in row] for row in found]
    assert said == [[cell if cell != "" else None for cell in row] for row in expected()[name]]


def test_a_workbook_is_fit_to_work_with(written: Callable[[Format], Path]) -> None:
    book = openpyxl.load_workbook(written("xlsx") / "tables.xlsx")
    assert book.sheetnames == list(TABLES)
    documents, groups = book["documents"], book["groups"]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert groups.auto_filter.ref == groups.dimensions
    names = columns(TABLES["documents"])
    day = documents.cell(3, 1 + names.index("published"))
    assert (day.value, day.number_format, day.data_type) == (datetime(2022, 8, 26), "yyyy-mm-dd", "d")
    assert documents.cell(2, 1 + names.index("published")).value == "2022-01"
    link = groups.cell(2, 1 + columns(TABLES["groups"]).index("link"))
    assert link.hyperlink is not None
    assert link.hyperlink.target == link.value
    assert str(link.value).startswith("https://example.org/a?b=1&c=2#:~:text=")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d", "inlineStr"}, "a formula or an error is among the cells"


def test_a_data_package_is_valid(written: Callable[[Format], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written("datapackage")
    monkeypatch.chdir(folder)
    package = Package("datapackage.json")
    report = package.validate()
    tables = {name: package.get_table_resource(name).read_rows() for name in TABLES}
    found: Tables = {name: [list(row.to_dict().values()) for row in rows] for name, rows in tables.items()}
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    blank: Tables = {
        name: [[None if c == "" else c for c in row] for row in table] for name, table in expected().items()
    }
    assert {name: as_numbers(name, table) for name, table in found.items()} == {
        name: as_numbers(name, table) for name, table in blank.items()
    }


def test_a_database_joins_and_holds_to_its_keys(written: Callable[[Format], Path]) -> None:
    with sqlite3.connect(written("sqlite") / "tables.sqlite") as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        joined = connection.execute(
            "SELECT d.source, g.name, s.name FROM memberships m JOIN documents d USING (document) "
            "JOIN entities g ON g.entity = m.group_entity JOIN entities s ON s.entity = m.school_entity "
            "WHERE m.role = 'leader' ORDER BY d.source"
        ).fetchall()
        assert joined == [
            ("a.txt", "Anbu Primary School Education Group", "Anbu Primary School"),
            ("乙.txt", "第二中学教育集团", "第二中学"),
        ]
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("DELETE FROM documents")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_again_takes_the_place_of_the_former_one(tmp_path: Path, form: Format) -> None:
    export(whole(), tmp_path, form)
    (tmp_path / "notes.txt").write_text("mine")
    names = {path.name for path in tmp_path.iterdir()}
    export(Whole(whole().documents), tmp_path, form)
    left = {path.name for path in tmp_path.iterdir()}
    assert names - left == ({f"decisions.{form}"} & names or {"decisions.csv"} & names)
    assert "codebook.md" in left


@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_leaves_the_former_export_whole(
    tmp_path: Path, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(whole(), tmp_path, form)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(self: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer_of(form), "finish", full)
    with pytest.raises(StoreError, match="No space left on device; free some space"):
        export(whole(), tmp_path, form)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_sheet_that_is_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 2)
    with pytest.raises(UsageError, match=r"take --format parquet, sqlite or csv"):
        export(whole(), tmp_path, "xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a", "a"),
        ("a\x00b\x1f", "a\ufffdb\ufffd"),
        ("x" * CELL, "x" * CELL),
        ("x" * (CELL + 1), "x" * (CELL - 1) + CUT),
        ("😀" * CELL, "😀" * ((CELL - 1) // 2) + CUT),
    ],
)
def test_what_fits_into_a_cell(text: str, cell: str) -> None:
    assert fitting(text) == cell
