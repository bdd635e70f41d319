"""Scores of small data sets that can be counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import UsageError
from pipeline.records import Document, OfficialRecord, Record
from pipeline.score.gold import Gold, gold_of
from pipeline.score.report import Score, as_json, differences, score, score_folder, table
from pipeline.score.tally import ScoredKind
from tests.pipeline import build

DOCUMENT = build.document("songshan/a.txt")
GOLD: dict[str, Any] = {
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
            "positions": [{"title": "Director", "organisation": "Anbu Education Bureau", "category": "government"}],
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
        }
    ],
    "policies": ["Group Measures"],
    "notes": "passed over",
}
PERFECT = """\
kind             P       R      F1   gold  extra
group        1.000   1.000   1.000      1      0
leader       1.000   1.000   1.000      1      0
member       1.000   1.000   1.000      2      0
official     1.000   1.000   1.000      1      0
position     1.000   1.000   1.000      1      0
date         1.000   1.000   1.000      1      0
count        1.000   1.000   1.000      1      0
policy       1.000   1.000   1.000      1      0
  count: modifier        1.000  of 1
  count: status          1.000  of 1
  group: name chosen     1.000  of 1
  position: category     1.000  of 1
macro F1 1.000 over 1 documents; 0 of 11 fields not at their source; 0 misplaced"""


def scored(records: list[Record], **changes: object) -> Score:
    return score({"a": Gold.model_validate(GOLD | changes)}, [(DOCUMENT, tuple(records))])


def test_perfect_records_score_one() -> None:
    assert table(scored(build.records(DOCUMENT))) == PERFECT


@pytest.mark.parametrize(
    ("changes", "kind", "figures"),
    [
        ({"policies": ["Group Measures", "Other Measures"]}, "policy", (1, 0.5, 2 / 3)),
        ({"policies": []}, "policy", (0, 0, 0)),
        ({"dates": [{"text": "October 13", "value": "2022-10-13"}]}, "date", (1, 1, 1)),
        ({"dates": [{"text": "October 13, 2022", "value": "2022-10"}]}, "date", (0, 0, 0)),
        ({"groups": []}, "member", (0, 0, 0)),
        ({"groups": [GOLD["groups"][0] | {"name": "Anbu Group"}]}, "leader", (0, 0, 0)),
        (
            {"groups": [GOLD["groups"][0] | {"name": "Anbu", "aliases": ["anbu primary school education group"]}]},
            "leader",
            (1, 1, 1),
        ),
        ({"counts": [GOLD["counts"][0] | {"unit": "groups"}]}, "count", (1, 1, 1)),
        ({"counts": [GOLD["counts"][0] | {"value": 70}]}, "count", (0, 0, 0)),
        ({"counts": [GOLD["counts"][0] | {"kind": "percent"}]}, "count", (0, 0, 0)),
        ({"officials": [{"name": "Li", "positions": GOLD["officials"][0]["positions"]}]}, "position", (0, 0, 0)),
    ],
)
def test_figures(changes: dict[str, object], kind: ScoredKind, figures: tuple[float, float, float]) -> None:
    found = scored(build.records(DOCUMENT), **changes).tally.figures(kind)
    assert (found.precision, found.recall, found.f1) == pytest.approx(figures)


def test_a_record_is_matched_once() -> None:
    twice = [*build.records(DOCUMENT), build.records(DOCUMENT)[4]]
    assert scored(twice).tally.extras["policy"] == 1


def test_a_leader_inside_a_group_name_is_misplaced() -> None:
    record = build.group(DOCUMENT, "Anbu Primary School Education Group", leaders=["Anbu Primary School"])
    assert scored([record]).misplaced == 1


def test_a_field_away_from_its_source_is_counted() -> None:
    record = build.records(DOCUMENT)[1]
    assert isinstance(record, OfficialRecord)
    source = record.name.source.model_copy(update={"start": 0, "end": 5})
    astray = record.model_copy(update={"name": record.name.model_copy(update={"source": source})})
    assert (scored([astray]).unsourced, scored([astray]).fields) == (1, 3)


def test_differences_say_where_and_by_which_rule() -> None:
    missed_date = {"text": "October 13", "value": "2022-10"}
    lines = list(differences(scored(build.records(DOCUMENT), dates=[missed_date], policies=["Unheard of"])))
    spoke = "Director Li Na of the Anbu Education Bureau spoke on October 13, 2022."
    follow = "The 69 education groups follow the Group Measures."
    assert lines == [
        f"a\tdate\tmissed\tOctober 13 = 2022-10\t-\t{spoke}",
        f"a\tdate\textra\tOctober 13, 2022 = 2022-10-13\ttests.rule\t{spoke}",
        "a\tpolicy\tmissed\tUnheard of\t-\t-",
        f"a\tpolicy\textra\tGroup Measures\ttests.rule\t{follow}",
    ]


def test_gold_without_a_document_is_missed_and_named() -> None:
    result = score({"b": Gold.model_validate(GOLD)}, [(DOCUMENT, ())])
    assert table(result).endswith("; no output for b")
    assert result.tally.misses["member"] == 2
    assert json.loads(as_json(result))["absent"] == ["b"]


def test_two_documents_of_the_name_of_a_gold_file_are_an_error() -> None:
    other: Document = build.document("elsewhere/a.html")
    gold = Gold.model_validate(GOLD)
    with pytest.raises(UsageError, match=r"two documents named a: songshan/a.txt and elsewhere/a.html"):
        score({"a": gold}, [(DOCUMENT, ()), (other, ())])
    result = score({DOCUMENT.id: gold}, [(DOCUMENT, tuple(build.records(DOCUMENT))), (other, ())])
    assert result.macro_f1 == 1, "gold named by document id tells them apart"


def test_a_folder_is_scored_by_file_stem(tmp_path: Path) -> None:
    build.write(tmp_path / "out", DOCUMENT)
    (tmp_path / "a.json").write_text(json.dumps(GOLD))
    (tmp_path / "manifest.json").write_text("[]")
    assert table(score_folder(tmp_path, tmp_path / "out")) == PERFECT


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no sound gold file: Expecting property name"),
        ('{"groups": [{"name": "x"}]}', "groups.0.aliases: Field required"),
        ("[]", "holds no gold files"),
    ],
)
def test_unsound_gold_is_told(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(UsageError, match=said):
        list(gold_of(tmp_path))


def test_only_the_named_gold_is_taken(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps(GOLD))
    assert [name for name, _ in gold_of(tmp_path, only=["b"])] == ["b"]
