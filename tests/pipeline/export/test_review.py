"""Tables after a review: what stands, who says so, and the log beside them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.export.exporting import Whole, export
from pipeline.export.stated import Evidence
from pipeline.export.tables import TABLES, columns
from pipeline.records import DateRecord
from tests.pipeline import build
from tests.pipeline.review.said import Saying, group

DOCUMENT = build.document(url="https://example.org/a")
RECORDS = build.records(DOCUMENT)


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def reviewing() -> Saying:
    """The group is edited, the official rejected, the date in doubt, the count in conflict, the policy open."""
    saying = Saying()
    saying.say(
        DOCUMENT, "edit", RECORDS[0], group(DOCUMENT).model_copy(update={"members": group(DOCUMENT).members[:1]})
    )
    saying.say(DOCUMENT, "reject", RECORDS[1], why="not-one: a namesake")
    saying.say(DOCUMENT, "unsure", RECORDS[2])
    saying.accept(DOCUMENT, RECORDS[3])
    saying.say(DOCUMENT, "reject", RECORDS[3], who="Bo")
    missed = RECORDS[4].model_copy(update={"id": "p-missed", "title": build.field(DOCUMENT.text, "Anbu signs up")})
    saying.say(DOCUMENT, "add", None, missed)
    saying.say(DOCUMENT, "read", who="Bo")
    return saying


def test_every_row_says_what_stands_and_who_says_so(tmp_path: Path) -> None:
    saying = reviewing()
    export(Whole([saying.on(DOCUMENT, RECORDS)], saying.made), tmp_path)
    found = {
        name: [(row["quote"], row["review"], row["reviewed_by"]) for row in read(tmp_path, name)]
        for name in TABLES
        if "review" in columns(TABLES[name])
    }
    assert found == {
        "groups": [("Anbu Primary School Education Group", "edited", "Ann")],
        "memberships": [("Anbu Primary School", "edited", "Ann"), ("Yaode Primary School", "edited", "Ann")],
        "officials": [],
        "counts": [("69 education groups", "conflict", "Ann | Bo")],
        "dates": [("October 13, 2022", "unsure", "Ann")],
        "policies": [("Anbu signs up", "added", "Ann"), ("Group Measures", "open", "")],
        "positions": [],
        "mentions": [
            ("Anbu Primary School Education Group", "edited", "Ann"),
            ("Anbu Primary School", "edited", "Ann"),
            ("Yaode Primary School", "edited", "Ann"),
        ],
        "conflicts": [],
    }
    row = read(tmp_path, "documents")[0]
    assert {name: row[name] for name in ("groups", "officials", "policies", "reviewed", "to_review", "read_by")} == {
        "groups": "1", "officials": "0", "policies": "2", "reviewed": "4", "to_review": "2", "read_by": "Bo",
    }  # fmt: skip


def test_a_record_that_changed_since_says_so_and_is_the_rules_word(tmp_path: Path) -> None:
    assert isinstance(RECORDS[2], DateRecord)
    saying = Saying()
    saying.accept(DOCUMENT, RECORDS[2].model_copy(update={"value": "2022-10"}))
    export(Whole([saying.on(DOCUMENT, RECORDS)]), tmp_path)
    assert [(row["edtf"], row["review"]) for row in read(tmp_path, "dates")] == [("2022-10-13", "changed")]


def test_the_log_is_a_table(tmp_path: Path) -> None:
    saying = reviewing()
    counts = export(Whole([saying.on(DOCUMENT, RECORDS)], saying.made), tmp_path)
    assert counts["decisions"] == 7
    rows = read(tmp_path, "decisions")
    assert rows[0] == {
        "decision": "1",
        "at": "2026-11-23T02:01:00Z",
        "who": "Ann",
        "what": "edit",
        "record": RECORDS[0].id,
        "kind": "group",
        "document": DOCUMENT.id,
        "source": "a.txt",
        "before": "name: Anbu Primary School Education Group | leaders: Anbu Primary School"
        " | members: Yaode Primary School | members: No. 2 Primary School",
        "after": "name: Anbu Primary School Education Group | leaders: Anbu Primary School"
        " | members: Yaode Primary School",
        "why": "",
        "replaces": "",
        "undoes": "",
    }
    assert rows[1]["why"] == "not-one: a namesake"
    assert rows[2]["before"] == "text: 2022-10-13 | value: 2022-10-13 | role: event"
    assert (rows[-1]["what"], rows[-1]["record"], rows[-1]["before"]) == ("read", "", "")


def test_a_decision_on_a_document_that_left_is_still_there(tmp_path: Path) -> None:
    saying = reviewing()
    export(Whole([], saying.made), tmp_path)
    assert {row["source"] for row in read(tmp_path, "decisions")} == {""}
    assert {row["document"] for row in read(tmp_path, "decisions")} == {DOCUMENT.id}


def test_a_table_of_a_log_that_is_gone_goes(tmp_path: Path) -> None:
    saying = reviewing()
    export(Whole([saying.on(DOCUMENT, RECORDS)], saying.made), tmp_path)
    export(Whole([Saying().on(DOCUMENT, RECORDS)]), tmp_path)
    assert not (tmp_path / "decisions.csv").exists()


def test_no_reason_is_a_formula(tmp_path: Path) -> None:
    saying = Saying()
    saying.say(DOCUMENT, "reject", RECORDS[1], who="=cmd", why="=1+1")
    export(Whole([saying.on(DOCUMENT, RECORDS)], saying.made), tmp_path)
    row = read(tmp_path, "decisions")[0]
    assert (row["who"], row["why"]) == ("'=cmd", "'=1+1")


@pytest.mark.parametrize("least", ["0", "0.95"])
def test_the_command_exports_what_was_reviewed(tmp_path: Path, least: str) -> None:
    out, to = tmp_path / "out", tmp_path / "tables"
    build.write(out, DOCUMENT)
    reviewing().log(out)
    before = (out / "review.sqlite").read_bytes()
    result = CliRunner().invoke(app, ["export", str(out), "--to", str(to), "--min-confidence", least])
    assert result.exit_code == 0
    assert f"{to / 'decisions.csv'}: 7 rows" in result.stdout
    assert [row["review"] for row in read(to, "groups")] == ["edited"], "whatever the rules' confidence"
    assert [row["review"] for row in read(to, "policies")] == (["added", "open"] if least == "0" else ["added"])
    assert read(to, "officials") == []
    assert (out / "review.sqlite").read_bytes() == before


def test_the_columns_of_the_review_come_last() -> None:
    assert columns(TABLES["groups"])[-2:] == ["review", "reviewed_by"]
    assert list(Evidence.__dataclass_fields__)[-2:] == ["review", "reviewed_by"]
