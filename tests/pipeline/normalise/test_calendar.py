"""Years for dates that print none: from publication, from the same sentence; XXXX where nothing says it."""

from __future__ import annotations

import pytest

from pipeline import extract
from pipeline.records import DateRecord
from tests.pipeline.normalise import build

# (sentence, published): value
FROM_PUBLICATION = {
    ("They met on 3 May.", "2023-05-10"): "2023-05-03",
    ("They met on 3 May.", "2023-05"): "2023-05-03",
    ("They met on 3 May.", "2023"): "2023-05-03",
    ("They met in June.", "2023-08-01"): "2023-06",
    # What lies long after publication was last year; what is announced for the next months is not.
    ("They met on 3 December.", "2023-01-10"): "2022-12-03",
    ("They met on 3 December.", "2023-10-10"): "2023-12-03",
    ("They met last year.", "2023-05-10"): "2022",
    ("They meet this year.", "2023"): "2023",
    ("They meet next year.", "2023-05-10"): "2024",
    ("They met the year before last.", "2023-05-10"): "2021",
    ("They met last September.", "2023-05-10"): "2022-09",
    ("They meet this September.", "2023-05-10"): "2023-09",
    ("They meet by the end of this year.", "2023-05-10"): "2023-12",
    ("It was the first half of this year.", "2023-10-01"): "2023-01/2023-06",
    ("They met last month.", "2023-01-10"): "2022-12",
    ("They meet this month.", "2023-01"): "2023-01",
    ("They meet today.", "2023-05-10"): "2023-05-10",
    ("They met this morning.", "2023-05-10"): "2023-05-10",
    ("They met on the 3rd.", "2023-05-10"): "2023-05-03",
    ("They met on the 26th.", "2023-05-10"): "2023-04-26",
    ("They meet in the coming autumn.", "2023-05-10"): "2023-23",
    ("They meet in the coming spring.", "2023-11-10"): "2024-21",
    # What was done then is over, whatever else the sentence expects.
    ("The plan, released in May, is expected to last.", "2023-09-10"): "2023-05",
    ("The plan is expected to be released in May.", "2023-11-10"): "2024-05",
    ("They met yesterday.", "2023-03-01"): "2023-02-28",
    ("They met yesterday.", "2024-03-01"): "2024-02-29",
    ("They meet tomorrow.", "2023-12-31"): "2024-01-01",
}
STATED = {
    "They met on 3 May 2021.": "2021-05-03",
    "They met at the end of 2007.": "2007-12",
    "They met in 2018 and beyond.": "2018/..",
    "They met on 29 February 2024.": "2024-02-29",
}
UNPLACED = [
    ("They met last year.", None),
    ("They meet today.", None),
    ("They meet today.", "2023-05"),
    ("They meet this month.", "2023"),
    ("They met in May of the same year.", None),
    # Days that no calendar has.
    ("They met on 31 June.", "2023-07-01"),
    ("They met on February 30, 2021.", None),
    ("They met on 29 February 2023.", None),
]
SAME_SENTENCE = {
    "In January 2022 it began, and on 3 May it ended.": ["2022-01", "2022-05-03"],
    "They met on May 3, 2021 and May 5.": ["2021-05-03", "2021-05-05"],
    "In 2019 and in May they met.": ["2019", "2019-05"],
    "They met in 2018. In May of the same year they left.": ["2018", "2018-05"],
    "They met in 2018. In May of the following year they left.": ["2018", "2019-05"],
}


@pytest.mark.parametrize(("case", "value"), FROM_PUBLICATION.items(), ids=map(" / ".join, FROM_PUBLICATION))
def test_a_year_from_publication(case: tuple[str, str], value: str) -> None:
    date = build.only(DateRecord, *case)
    assert date.value == date.text.value == value
    assert date.text.flags == ("year-from-metadata",)
    assert date.text.basis == ()


@pytest.mark.parametrize("published", [None, "2030-01-01"])
@pytest.mark.parametrize(("sentence", "value"), STATED.items(), ids=STATED)
def test_a_printed_year_stays(sentence: str, value: str, published: str | None) -> None:
    date = build.only(DateRecord, sentence, published)
    assert (date.value, date.text.flags) == (value, ())


@pytest.mark.parametrize(("sentence", "published"), UNPLACED)
def test_a_date_that_nothing_places_is_none(sentence: str, published: str | None) -> None:
    assert build.of_kind(DateRecord, sentence, published) == []


def test_an_unknown_year_stays_unknown() -> None:
    date = build.only(DateRecord, "They met on 3 May.")
    assert (date.value, date.text.flags) == ("XXXX-05-03", ("year-unknown",))


@pytest.mark.parametrize(("sentence", "values"), SAME_SENTENCE.items(), ids=SAME_SENTENCE)
def test_a_year_from_what_stands_before(sentence: str, values: list[str]) -> None:
    told, inferred = build.of_kind(DateRecord, sentence)
    assert [told.value, inferred.value] == values
    assert inferred.text.flags == ("year-inferred",)
    (basis,) = inferred.text.basis
    assert build.quoted(sentence, basis.start, basis.end) == told.text.text


def test_the_same_sentence_goes_before_publication() -> None:
    values = [
        date.value for date in build.of_kind(DateRecord, "In January 2020 it began, and on 3 May it ended.", "2023-06")
    ]
    assert values == ["2020-01", "2020-05-03"]


def test_a_printed_date_of_publication_is_shown_as_the_reason() -> None:
    body = "Published: 2023-05-10\nThey met in the hall of the county on 3 May."
    printed, inferred = build.of_kind(DateRecord, body)
    assert (printed.value, printed.role) == ("2023-05-10", "published")
    assert (inferred.value, inferred.text.flags) == ("2023-05-03", ("year-inferred",))
    assert [build.quoted(body, basis.start, basis.end) for basis in inferred.text.basis] == ["2023-05-10"]


@pytest.mark.parametrize(
    ("title", "values"),
    [
        ("Education of Dahe County in 2022", ["2022", "2022-05-20", "2022-12"]),
        ("Education of Dahe County", ["XXXX-05-20"]),
        ("Dahe County to have 20 groups by 2025", ["2025", "XXXX-05-20"]),
    ],
)
def test_a_year_from_the_end_of_the_title(title: str, values: list[str]) -> None:
    body = "They met on May 20. By the end of the year they had met again."
    found = [record.value for record in extract(f"{title}\n{body}", "en", None) if isinstance(record, DateRecord)]
    assert found[: len(values)] == values


def test_a_dateline_places_the_days_below_it() -> None:
    dates = build.of_kind(DateRecord, "Dahe, July 22, 2024 -- The county met in its hall. On July 20 it rained.")
    assert [date.value for date in dates] == ["2024-07-22", "2024-07-20"]


HEADED = {
    "Plan of 2024\n\nThe new school opens in September.": ["2024", "2024-09"],
    "Our priorities for 2025:\n\nThe new school opens in May.": ["2025", "2025-05"],
    # Milestones: each line that is nothing but a date heads what is below it.
    "1986\nSept. 1: the school opens.\n\n1993\nThe hall is built in October.\n\nApril 18, 2011\nThe group is born.\n": [
        "1986", "1986-09-01", "1993", "1993-10", "2011-04-18",
    ],
    # Years in no order are the cells of a table.
    "2012\n2018\n2009\nOn April 2 they met in the old hall.": ["2012", "2018", "2009", "2023-04-02"],
}  # fmt: skip


@pytest.mark.parametrize(("body", "values"), HEADED.items(), ids=HEADED)
def test_a_year_from_the_line_that_heads_a_part_of_the_text(body: str, values: list[str]) -> None:
    assert [date.value for date in build.of_kind(DateRecord, body, "2023-06-12")] == values


def test_a_newswire_s_dateline_places_the_days_below_it() -> None:
    dates = build.of_kind(
        DateRecord, "DAHE, Hubei, 27 April 2023 /Dahe Newswire/ -- The group met in its hall yesterday."
    )
    assert [date.value for date in dates] == ["2023-04-27", "2023-04-26"]


def test_a_date_told_twice_is_one_record() -> None:
    body = "They met on 3 May 2023. Again on 3 May 2023 they met, and on May 3, 2023 they left."
    first, second = build.of_kind(DateRecord, body)
    assert [first.text.text, second.text.text] == ["3 May 2023", "May 3, 2023"]
    assert first.value == second.value == "2023-05-03"
    assert [build.quoted(body, source.start, source.end) for source in first.also] == ["3 May 2023"]
    assert second.also == ()


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("They met on 3 May 2021.", "event"),
        ("They met in May 2021.", "other"),
        ("Dahe Middle School Education Group was founded in May 2021.", "established"),
        ('They wrote the "Plan for Schools of 2021" in the hall.', "policy"),
        ("By May 2021 Dahe City had 12 education groups.", "as_of"),
    ],
)
def test_what_a_date_is_in_the_document(body: str, role: str) -> None:
    assert build.only(DateRecord, body).role == role
