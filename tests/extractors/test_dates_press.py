"""Dates in further wordings of the press, and where a date of publication puts them."""

from __future__ import annotations

import pytest

from pipeline.normalise.calendar import Calendar
from tests.extractors import build

PUBLISHED = "2022-06-10"
STATED: dict[str, list[tuple[str, str]]] = {
    "It opened in autumn 2021.": [("autumn 2021", "2021-23")],
    "It opened in the early 2000s.": [("2000s", "200X")],
    "It runs from 2023 through 2025.": [("2023 through 2025", "2023/2025")],
    "It runs until the end of the 2023-24 school year.": [("2023-24", "2023/2024")],
    "It opened on the 1st of September 2021.": [("1st of September 2021", "2021-09-01")],
    "It opened on Sept. 1, 2021, a Wednesday.": [("Sept. 1, 2021", "2021-09-01")],
    "It opened at the start of the 2022 autumn term.": [("2022 autumn", "2022-23")],
    "It opened in mid-June 2022.": [("June 2022", "2022-06")],
    "It ran from 28 February to 3 March 2022.": [("28 February to 3 March 2022", "2022-02-28/2022-03-03")],
    "It grew in the first three quarters of 2022.": [("the first three quarters of 2022", "2022-01/2022-09")],
    "It is set for the second half of 2024.": [("the second half of 2024", "2024-07/2024-12")],
    "The 15th Five-Year Plan names it.": [("15th Five-Year Plan", "2026/2030")],
    "In the school year 2021/2022 it grew.": [("2021/2022", "2021/2022")],
    "It opened by year-end 2022.": [("2022", "2022")],
    "(June 2022)": [("June 2022", "2022-06")],
    "Date: 2022-06-14": [("2022-06-14", "2022-06-14")],
    "Gaotai, June 14 (Reporter) - It opened.": [("June 14", "XXXX-06-14")],
    "It was signed on 14.06.2022.": [("14.06.2022", "2022-06-14")],
    "It was signed on 14/6/2022.": [("14/6/2022", "2022-06-14")],
    "It was founded in the 1950s and closed in 1998.": [("the 1950s", "195X"), ("1998", "1998")],
    "By 2025 and again by 2030 it will grow.": [("2025", "2025"), ("2030", "2030")],
    "It grew between 2018 and 2022.": [("2018 and 2022", "2018/2022")],
    "A 2022 report says so.": [("2022", "2022")],
    "The Class of 2022 left.": [("2022", "2022")],
    "The 2022/23 budget is out.": [("2022/23", "2022/2023")],
    "It opened in January and closed in March 2022.": [("January", "XXXX-01"), ("March 2022", "2022-03")],
    "It opened in the first quarter of this year.": [("the first quarter of this year", "XXXX-33")],
    "It opened in Q3 of 2022.": [("Q3 of 2022", "2022-35")],
    "It opened in summer.": [],
    "It may open.": [],
    "The March of Progress began.": [],
    "It costs 2,022 yuan.": [],
    "It has 2022 pupils.": [],
    "It opened twelve months ago.": [],
    "It opens every spring.": [],
    "No. 2022-15 was issued.": [],
    "The 36-month plan began.": [],
    "They met on Friday.": [],
    "She was 19 in those days.": [],
    "May Lin smiled.": [],
    "April Chen smiled.": [],
}
PLACED: dict[str, list[tuple[str, str]]] = {
    "It opened at the end of May.": [("the end of May", "2022-05")],
    "It opened on June 1 this year.": [("June 1 this year", "2022-06-01")],
    "It opened this February.": [("this February", "2022-02")],
    "It opened in October of the same year as 2019.": [("2019", "2019")],
    "It opened in 2019; in May of the following year it grew.": [
        ("2019", "2019"),
        ("May of the following year", "2020-05"),
    ],
    "It opened last month.": [("last month", "2022-05")],
    "It opens tomorrow.": [("tomorrow", "2022-06-11")],
    "It opened in the spring term of this year.": [("spring term of this year", "2022-21")],
    "It opened in November.": [("November", "2021-11")],
    "Earlier this year it opened.": [("this year", "2022")],
    "It opened in the autumn of the year before last.": [("the year before last", "2020")],
    "It opened at the beginning of this year.": [("the beginning of this year", "2022-01")],
    "It opened in the past year.": [],
    "It opened recently.": [],
    "It grew year on year.": [],
    "It opened a few days ago.": [],
    "It opens in the coming years.": [],
}


@pytest.mark.parametrize(("text", "dates"), STATED.items(), ids=STATED)
def test_dates_of_a_text(text: str, dates: list[tuple[str, str]]) -> None:
    found = build.mentions(build.prose(text)).dates
    assert [(date.found.span.quote, date.form.edtf) for date in found] == dates


@pytest.mark.parametrize(("text", "dates"), PLACED.items(), ids=PLACED)
def test_dates_placed_by_the_date_of_publication(text: str, dates: list[tuple[str, str]]) -> None:
    calendar = Calendar(list(build.mentions(build.prose(text)).dates), PUBLISHED)
    placed = [known for mention in calendar.mentions if (known := calendar.of(mention))]
    assert [(known.mention.found.span.quote, known.value) for known in placed] == dates
