"""Gold out of a review: the scorer reads it, and scores the data set that was reviewed as the reviewers did."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.records import DateRecord, Document, GroupRecord, Record
from pipeline.review.gold import export, gold
from pipeline.review.reviewed import reviewed
from pipeline.score.report import score_folder
from tests.pipeline import build
from tests.pipeline.review.said import Saying, group

DOCUMENT = build.document("songshan/a.txt")
RECORDS = build.records(DOCUMENT)


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def edited(of: Document) -> GroupRecord:
    """The group with one member less and another leader."""
    leader = build.field(of.text, "Yaode Primary School")
    return group(of).model_copy(update={"leaders": (leader,), "members": group(of).members[1:]})


def read(saying: Saying, of: Document = DOCUMENT) -> None:
    saying.say(of, "read")


def test_a_gold_file_says_what_the_reviewers_left() -> None:
    document = DOCUMENT.model_copy(update={"byline": ("Li Na", "Nobody There"), "published": "2022-10-14"})
    assert gold(document, RECORDS) == {
        "language": "en",
        "source_url": None,
        "title": "Anbu signs up",
        "published": "2022-10-14",
        "publisher": None,
        "byline": ["Li Na"],
        "groups": [
            {
                "name": "Anbu Primary School Education Group",
                "aliases": [],
                "leaders": ["Anbu Primary School"],
                "members": ["Yaode Primary School", "No. 2 Primary School"],
                "established": None,
            }
        ],
        "officials": [
            {
                "name": "Li Na",
                "positions": [
                    {"title": "Director", "organisation": "Anbu Education Bureau", "category": "government"},
                ],
            }
        ],
        "dates": [{"text": "October 13, 2022", "value": "2022-10-13"}],
        "counts": [
            {
                "text": "69 education groups",
                "value": 69,
                "unit": "education groups",
                "kind": "count",
                "modifier": "exact",
                "status": "actual",
                "scope": None,
                "as_of": None,
            }
        ],
        "policies": ["Group Measures"],
    }


def test_the_same_date_is_listed_once_and_a_range_has_its_upper_end() -> None:
    date, count = RECORDS[2], RECORDS[3]
    assert isinstance(date, DateRecord)
    found = gold(DOCUMENT, [date, date.model_copy(update={"id": "t-2"}), count.model_copy(update={"upper": 70})])
    assert len(found["dates"]) == 1
    assert found["counts"][0]["upper"] == 70


def test_a_reviewed_data_set_is_scored_by_its_gold_as_it_was_reviewed(tmp_path: Path) -> None:
    build.write(tmp_path / "out", DOCUMENT)
    saying = Saying()
    saying.accept(DOCUMENT, RECORDS[1], RECORDS[3])
    saying.say(DOCUMENT, "edit", RECORDS[0], edited(DOCUMENT))
    saying.say(DOCUMENT, "reject", RECORDS[2])
    saying.say(DOCUMENT, "add", None, RECORDS[4].model_copy(update={"id": "p-added", "title": added_title()}))
    saying.accept(DOCUMENT, RECORDS[4])
    read(saying)
    saying.log(tmp_path / "out")
    result = invoke("gold", "export", tmp_path / "out", "--to", tmp_path / "gold")
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'gold'}: 1 gold file\n")
    assert (tmp_path / "gold" / "a.txt").read_bytes().decode() == DOCUMENT.text
    tally = score_folder(tmp_path / "gold", tmp_path / "out").tally
    right_wrong_missed = {
        kind: (tally.hits[kind], tally.extras[kind], tally.misses[kind]) for kind in ("group", "leader", "member")
    }
    assert right_wrong_missed == {"group": (1, 0, 0), "leader": (0, 1, 1), "member": (1, 1, 0)}
    assert (tally.hits["official"], tally.hits["position"], tally.hits["count"]) == (1, 1, 1)
    assert (tally.extras["date"], tally.misses["date"]) == (1, 0)
    assert (tally.hits["policy"], tally.misses["policy"]) == (1, 1)


def added_title() -> Any:
    return build.field(DOCUMENT.text, "The 69 education groups")


def test_a_data_set_of_which_all_is_right_scores_one(tmp_path: Path) -> None:
    build.write(tmp_path / "out", DOCUMENT)
    saying = Saying()
    saying.accept(DOCUMENT, *RECORDS)
    read(saying)
    export([saying.on(DOCUMENT, RECORDS)], tmp_path / "gold")
    assert score_folder(tmp_path / "gold", tmp_path / "out").macro_f1 == 1
    content = json.loads((tmp_path / "gold" / "a.json").read_text(encoding="utf-8"))
    assert (content["id"], content["notes"]) == ("a", "reviewed by Ann")


@pytest.mark.parametrize(
    ("left", "only_read", "reason"),
    [
        ("nothing", True, None),
        ("unread", True, "unread"),
        ("unread", False, None),
        ("open", True, "open"),
        ("open", False, "open"),
        ("unsure", True, "unsure"),
        ("conflict", True, "conflict"),
        ("changed", True, "changed"),
        ("untouched", False, "unread"),
    ],
)
def test_what_is_not_settled_is_no_gold(tmp_path: Path, left: str, only_read: bool, reason: str | None) -> None:
    saying = Saying()
    if left != "untouched":
        saying.accept(DOCUMENT, *RECORDS[1:])
    if left in ("nothing", "unread"):
        saying.accept(DOCUMENT, RECORDS[0])
    elif left == "unsure":
        saying.say(DOCUMENT, "unsure", RECORDS[0])
    elif left == "conflict":
        saying.accept(DOCUMENT, RECORDS[0])
        saying.say(DOCUMENT, "reject", RECORDS[0], who="Bo")
    elif left == "changed":
        saying.accept(DOCUMENT, edited(DOCUMENT))
    if left not in ("unread", "untouched"):
        read(saying)
    found = export([saying.on(DOCUMENT, RECORDS)], tmp_path, only_read=only_read)
    assert found.left_out == ({reason: 1} if reason else {})
    assert found.names == (() if reason else ("a",))
    assert len(list(tmp_path.iterdir())) == (0 if reason else 2)


@pytest.mark.parametrize("source", ["b/index.html", "https://example.org/?id=1", "../..", "c/.hidden"])
def test_names_that_two_share_or_no_file_has_are_the_ids(tmp_path: Path, source: str) -> None:
    documents = [build.document("a/index.html"), build.document(source)]
    saying = Saying()
    pairs: list[tuple[Document, list[Record]]] = [(each, build.records(each)) for each in documents]
    for each, records in pairs:
        saying.accept(each, *records)
        read(saying, each)
    names = export(reviewed(pairs, saying.made), tmp_path / "gold").names
    assert names[1] == documents[1].id
    assert names[0] == (documents[0].id if source == "b/index.html" else "index")
    build.write(tmp_path / "out", *documents)
    result = score_folder(tmp_path / "gold", tmp_path / "out")
    assert (result.macro_f1, result.absent) == (1, ())


def test_the_command_says_what_it_left_out_and_why(tmp_path: Path) -> None:
    build.write(tmp_path / "out", DOCUMENT)
    result = invoke("gold", "export", tmp_path / "out", "--to", tmp_path / "gold")
    assert result.stdout.splitlines() == [
        f"{tmp_path / 'gold'}: 0 gold files",
        "left out: 1 document not read in full",
    ]
