"""The parts of the report: which numbers contradict, what they are about, how charts become part of a page."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from pipeline.identity.mentions import locals_of
from pipeline.records import CountRecord
from pipeline.report import figures
from pipeline.report.conflicts import at_odds
from pipeline.report.subjects import Subjects
from tests.pipeline import build
from tests.pipeline.report.build import count, told

DOCUMENT, RECORDS = told("a.txt", "2022-07-14", leader="Yuxin Primary School", founded="2019", schools=12)
EVIL = "</text><script>alert(1)</script> ' \" & ]]> {{ 7 }} \x00\x1b\uffff"


def number(value: float, modifier: str = "exact", upper: float | None = None) -> CountRecord:
    changed: dict[str, Any] = {"value": value, "modifier": modifier, "upper": upper}
    return count(DOCUMENT, 12).model_copy(update=changed)


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        (number(12), number(12), False),
        (number(12), number(40), True),
        (number(70, "over"), number(76), False),
        (number(70, "over"), number(66), True),
        (number(70, "over"), number(90, "over"), False),
        (number(70, "under"), number(66), False),
        (number(70, "under"), number(76), True),
        (number(70, "about"), number(72), False),
        (number(70, "about"), number(95), True),
        (number(10, upper=20), number(15), False),
        (number(10, upper=20), number(25), True),
    ],
)
def test_two_numbers_contradict_as_far_as_their_modifiers_say(
    first: CountRecord, second: CountRecord, conflict: bool
) -> None:
    assert at_odds(first, second) == at_odds(second, first) == conflict


@pytest.mark.parametrize(
    ("scope", "same"),
    [
        ("Dongguan City", True),
        ("东莞市", True),
        ("Yuxin Primary School", True),
        ("the city", False),
        ("每所学校", False),
    ],
)
def test_only_what_has_a_name_is_one_subject_in_two_documents(scope: str, same: bool) -> None:
    subjects = Subjects(locals_of(DOCUMENT, RECORDS))
    first, second = (
        number(12).model_copy(update={"document": name, "scope": build.field(scope, scope)}) for name in ("d-1", "d-2")
    )
    assert (subjects.of(first) == subjects.of(second)) == same


def test_names_in_charts_are_texts_and_marks_are_links_with_titles() -> None:
    svg = figures.bars([figures.Bar(EVIL, 3, "row-1", EVIL), figures.Bar("东莞市", 1, "row-2", "one")], "n", EVIL)
    found = BeautifulSoup(svg, "lxml")
    assert found.find("script") is None
    assert [str(a["href"]) for a in found.find_all("a")] == ["#row-1", "#row-2"]
    titles = [title.get_text() for title in found.find_all("title")]
    assert "alert(1)" in titles[0]
    assert titles[1] == "one"
    assert any("alert(1)" in text.get_text() for text in found.find_all("text"))
    assert r"\x00\x1b" in titles[0]


def test_a_chart_is_coloured_by_the_page_alone() -> None:
    svg = figures.columns([figures.Bar("2022", 3, "row-1", "three", "en")], ["2022"], "documents", "Documents")
    found = BeautifulSoup(svg, "lxml").svg
    assert isinstance(found, Tag)
    colours = {str(tag[name]) for tag in found.find_all(True) for name in ("fill", "stroke") if name in tag.attrs}
    assert {colour for colour in colours if not colour.startswith("var(--")} <= {"none", "transparent"}
    assert not [tag.name for tag in found.find_all(True) if {"style", "class", "font-family"} & set(tag.attrs)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2024-03-12", "2024-03-13", "2024-03-14"], ["2024-03"]),
        (["2024-03-28", "2024-06-01", "2024-06-20"], ["2024-03", "2024-06"]),
        (["2021-05-01", "2023-05-01", "2024-05-01"], ["2022", "2023", "2024"]),
    ],
)
def test_an_axis_of_days_names_a_month_or_year_once(days: list[str], expected: list[str]) -> None:
    marks = [figures.Point(day, at, "", "actual", f"row-{at}", day) for at, day in enumerate(days, 1)]
    svg = BeautifulSoup(figures.points(marks, "schools", "Schools", ("actual",)), "lxml")
    assert [t.get_text() for t in svg.find_all("text") if t.get_text().startswith("20")] == expected
