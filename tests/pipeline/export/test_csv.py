"""Tables that a spreadsheet opens as they are meant, and that a failing export does not harm."""

from __future__ import annotations

import csv
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SealError, StoreError
from pipeline.export.codebook import CODEBOOK
from pipeline.export.csv import FORMULA, guarded
from pipeline.export.exporting import Whole, export
from pipeline.export.tables import TABLES, columns
from pipeline.records import GroupRecord, Record
from pipeline.review.reviewed import Reviewed
from tests.pipeline import build

URL = "https://example.org/a"
DOCUMENT = build.document(url=URL)


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_each_table_has_its_rows(tmp_path: Path) -> None:
    counts = export(Whole([build.unreviewed(DOCUMENT, build.records(DOCUMENT))]), tmp_path)
    assert counts == {
        "documents": 1,
        "groups": 1,
        "memberships": 3,
        "officials": 1,
        "positions": 1,
        "counts": 1,
        "dates": 1,
        "policies": 1,
        "entities": 6,
        "former_entities": 0,
        "mentions": 6,
        "conflicts": 0,
        "judgements": 0,
    }
    assert {name: len(read(tmp_path, name)) for name in counts} == counts
    assert {path.name for path in tmp_path.iterdir()} == {CODEBOOK, *(f"{name}.csv" for name in counts)}


def test_a_membership_cites_the_line_that_states_it(tmp_path: Path) -> None:
    export(Whole([build.unreviewed(DOCUMENT, build.records(DOCUMENT))]), tmp_path)
    rows = read(tmp_path, "memberships")
    assert [(row["school"], row["role"]) for row in rows] == [
        ("Anbu Primary School", "leader"),
        ("Yaode Primary School", "member"),
        ("No. 2 Primary School", "member"),
    ]
    start = build.TEXT.index("Yaode")
    assert rows[1] == {
        "record": f"g-{DOCUMENT.id}-Anbu Primary School Education Group",
        "group_entity": rows[0]["group_entity"],
        "group": "Anbu Primary School Education Group",
        "school_entity": rows[1]["school_entity"],
        "school": "Yaode Primary School",
        "role": "member",
        "quote": "Yaode Primary School",
        "value": "Yaode Primary School",
        "sentence": "Its members are Yaode Primary School and No. 2 Primary School 🎉.",
        "start": str(start),
        "end": str(start + 20),
        "document": DOCUMENT.id,
        "original": DOCUMENT.id,
        "document_title": "Anbu signs up",
        "source": "a.txt",
        "confidence": "0.9",
        "rule": "tests.rule",
        "flags": "",
        "link": f"{URL}#:~:text=Its%20members%20are-,Yaode%20Primary%20School,"
        "-and%20No.%202%20Primary%20School%20%F0%9F%8E%89.",
        "review": "open",
        "reviewed_by": "",
    }


def test_a_person_without_a_position_has_a_row(tmp_path: Path) -> None:
    official = build.records(DOCUMENT)[1].model_copy(update={"positions": ()})
    export(Whole([build.unreviewed(DOCUMENT, [official])]), tmp_path)
    row = read(tmp_path, "officials")[0]
    assert (row["name"], row["title"], row["quote"]) == ("Li Na", "", "Li Na")


def test_flags_of_record_and_field_come_together(tmp_path: Path) -> None:
    name = build.field(build.TEXT, "Anbu Primary School Education Group", flags=["spelling-variant", "both"])
    record = build.group(DOCUMENT, name.text).model_copy(update={"name": name, "flags": ("no-leader-stated", "both")})
    export(Whole([build.unreviewed(DOCUMENT, [record])]), tmp_path)
    assert read(tmp_path, "groups")[0]["flags"] == "no-leader-stated both spelling-variant"


def test_files_open_in_a_spreadsheet(tmp_path: Path) -> None:
    export(Whole([build.unreviewed(DOCUMENT, build.records(DOCUMENT))]), tmp_path)
    content = (tmp_path / "memberships.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfrecord,group_entity,group,school_entity,school,role,quote")
    assert content.count(b"\r\n") == content.count(b"\n") == 4


NASTY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


@given(st.sampled_from(["", *FORMULA, "\t=", "\n@"]), NASTY)
def test_no_cell_is_a_formula_and_every_cell_comes_back(
    tmp_path_factory: pytest.TempPathFactory, lead: str, words: str
) -> None:
    text = lead + words
    document = build.document(text=text).model_copy(update={"title": text})
    source = build.place(text, text).model_copy(update={"sentence": (0, len(text))})
    name = build.field("x", "x").model_copy(update={"text": text, "value": text, "source": source})
    record: Record = GroupRecord(id="g-1", document=document.id, name=name, confidence=0.9, rule="r")
    folder = tmp_path_factory.mktemp("tables")
    export(Whole([build.unreviewed(document, [record])]), folder)
    row = read(folder, "groups")[0]
    assert list(row) == columns(TABLES["groups"])
    expected = f"'{text}" if text.startswith(FORMULA) else text
    assert {row["name"], row["quote"], row["sentence"], row["document_title"]} == {expected}
    assert not any(cell.startswith(FORMULA) for cell in row.values())


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+86 20", "'+86 20"),
        ("-2", "'-2"),
        ("@name", "'@name"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("", ""),
        (None, None),
        (-2, -2),
        (-2.5, -2.5),
    ],
)
def test_guarded(cell: str | int | float | None, expected: str | int | float | None) -> None:
    assert guarded(cell) == expected


class Breaking:
    """Documents of which the second one cannot be read, when they are gone through again."""

    def __init__(self) -> None:
        self.rounds = 0

    def __iter__(self) -> Iterator[Reviewed]:
        self.rounds += 1
        yield self[0]
        if self.rounds > 1:
            raise SealError("damaged half-way")

    def __getitem__(self, at: int, /) -> Reviewed:
        return build.unreviewed(DOCUMENT, build.records(DOCUMENT))


def test_an_export_that_fails_half_way_leaves_the_former_one_whole(tmp_path: Path) -> None:
    export(Whole([build.unreviewed(DOCUMENT, build.records(DOCUMENT))]), tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(SealError):
        export(Whole(Breaking()), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("at", range(1, len(TABLES) + 2))
@pytest.mark.parametrize("former", [True, False])
def test_an_export_that_fails_while_moving_leaves_the_former_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, former: bool
) -> None:
    if former:
        export(Whole([build.unreviewed(DOCUMENT, [])], ()), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    real, calls = os.replace, 0

    def replace(source: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(StoreError, match="No space left on device; free some space"):
        export(Whole([build.unreviewed(DOCUMENT, build.records(DOCUMENT))], ()), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="name a folder, not a file"):
        export(Whole([]), tmp_path / "file")
