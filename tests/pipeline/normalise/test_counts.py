"""Counts told twice are one record; what is told of another place or day is another."""

from __future__ import annotations

import pytest

from pipeline.records import CountRecord
from tests.pipeline.normalise import build

PUBLISHED = "2023-05-01"
# Text: (value, scope, as_of, number of further places) of each record.
TOGETHER: dict[str, tuple[str, list[tuple[float, str | None, str | None, int]]]] = {
    "told again without more": (
        "Dahe City has 12 education groups. The 12 education groups met.",
        [(12, "Dahe City", None, 1)],
    ),
    "told first without a place": (
        "Dahe City has 12 education groups. Dahe City has 12 education groups.",
        [(12, "Dahe City", None, 1)],
    ),
    "of two places": (
        "Dahe City has 12 education groups. Linxi City has 12 education groups.",
        [(12, "Dahe City", None, 0), (12, "Linxi City", None, 0)],
    ),
    "of two years": (
        "In 2019, Dahe City had 12 education groups. In 2020, Dahe City had 12 education groups.",
        [(12, "Dahe City", "2019", 0), (12, "Dahe City", "2020", 0)],
    ),
    "of two units": (
        "Dahe City has 12 education groups. Dahe City has 12 kindergartens.",
        [(12, "Dahe City", None, 0), (12, "Dahe City", None, 0)],
    ),
}


@pytest.mark.parametrize(("body", "told"), TOGETHER.values(), ids=TOGETHER)
def test_which_counts_are_one(body: str, told: list[tuple[float, str | None, str | None, int]]) -> None:
    counts = build.of_kind(CountRecord, body, PUBLISHED)
    assert [
        (
            count.value,
            count.scope.text if count.scope else None,
            count.as_of.value if count.as_of else None,
            len(count.also),
        )
        for count in counts
    ] == told


def test_further_places_of_a_count_are_kept() -> None:
    body = "Dahe City has 12 education groups. The 12 education groups met."
    (also,) = build.only(CountRecord, body).also
    assert also.start == len(build.TITLE) + 1 + body.rindex("12 education groups")
    assert build.quoted(body, also.start, also.end) == "12 education groups"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param("By the end of 2025 Dahe City will have 12 education groups.", "planned", id="a plan ahead"),
        pytest.param("Dahe City: 12 education groups by the end of 2025.", "planned", id="of a year ahead"),
        pytest.param("Margins of 20 percent were in reach in June 2023.", "planned", id="of a month ahead"),
        pytest.param("In April 2023 Dahe City had 12 education groups.", "actual", id="of a month before"),
        pytest.param("By the end of 2020 Dahe City would have 12 education groups.", "actual", id="a plan long due"),
    ],
)
def test_whether_the_date_of_a_number_makes_it_a_plan(body: str, status: str) -> None:
    assert build.only(CountRecord, body, PUBLISHED).status == status


def test_a_year_is_inferred_for_a_count_s_date() -> None:
    count = build.only(CountRecord, "By the end of last year, Dahe City had 12 education groups.", PUBLISHED)
    assert count.as_of is not None
    assert (count.as_of.text, count.as_of.value) == ("the end of last year", "2022-12")


def test_a_proxy_s_digits_are_mended_in_the_value_only() -> None:
    count = build.only(CountRecord, "In the county 5/kloc-0 schools joined.")
    assert (count.text.text, count.text.value, count.value) == ("5/kloc-0 schools", "51 schools", 51)
    assert count.flags == ("translation-artefact",)
