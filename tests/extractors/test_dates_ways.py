"""Dates in as many wordings as announcements have, and where a date of publication puts them."""

from __future__ import annotations

import pytest

from pipeline.normalise.calendar import Calendar
from tests.extractors import build

PUBLISHED = "2022-06-10"
STATED: dict[str, list[tuple[str, str]]] = {
    # Days, months, seasons, years.
    "They met in the fall of 2019.": [("fall of 2019", "2019-23")],
    "They met in mid-2021.": [("2021", "2021")],
    "They met in early 2020.": [("2020", "2020")],
    "It is for the 2023/24 academic year.": [("2023/24", "2023/2024")],
    "They met on 1 Sept 2021.": [("1 Sept 2021", "2021-09-01")],
    "They met on Monday, 3 March 2025.": [("3 March 2025", "2025-03-03")],
    "They met on 20th December, 2021.": [("20th December, 2021", "2021-12-20")],
    "They met on the 5th of May, 2022.": [("5th of May, 2022", "2022-05-05")],
    "They met in the last quarter of 2022.": [("last quarter of 2022", "2022-36")],
    "They met in late December 2021.": [("December 2021", "2021-12")],
    "They met in the spring semester of 2023.": [("spring semester of 2023", "2023-21")],
    "They met in the 2021 autumn term.": [("2021 autumn", "2021-23")],
    "They met from January to June 2023.": [("January to June 2023", "2023-01/2023-06")],
    "They met in May-June 2022.": [("May-June 2022", "2022-05/2022-06")],
    "It is so from 2019 onwards.": [("2019 onwards", "2019/..")],
    "It was made during the 13th Five-Year Plan period.": [("13th Five-Year Plan", "2016/2020")],
    "It was made in the thirteenth five-year plan.": [("thirteenth five-year plan", "2016/2020")],
    "They met on Sept 3rd, 2020.": [("Sept 3rd, 2020", "2020-09-03")],
    "They met on October 15th 2021.": [("October 15th 2021", "2021-10-15")],
    "They met in Term 1 2024.": [("2024", "2024")],
    "They met in the first half of the 2020s.": [("the 2020s", "202X")],
    "It was valid until December 31st, 2025.": [("December 31st, 2025", "2025-12-31")],
    "It started in September of 2021.": [("September of 2021", "2021-09")],
    "It started at the end of September 2021.": [("the end of September 2021", "2021-09")],
    "It was signed on the morning of 12 May 2022.": [("12 May 2022", "2022-05-12")],
    "It was signed in the year 2020.": [("2020", "2020")],
    "It was open 12-14 May 2022.": [("12-14 May 2022", "2022-05-12/2022-05-14")],
    "Posted: 2022/5/3 14:20": [("2022/5/3", "2022-05-03")],
    "It was signed at the beginning of March 2022.": [("the beginning of March 2022", "2022-03")],
    "The first semester of the 2022-23 school year began.": [("2022-23", "2022/2023")],
    # No dates.
    "They march forward.": [],
    "May I ask you?": [],
    "It has 1984 pupils.": [],
    "It cost 2,020 yuan.": [],
    "Every year in June, parents ask.": [],
    "Every September, parents ask.": [],
    "Each year in October and November they meet.": [],
    "August 1st School is old.": [],
    "They meet in two years.": [],
    "A 2020-seat hall was built.": [],
    "It happened a year ago.": [],
    # Further wordings.
    "It opened in the second semester of 2021-2022.": [("2021-2022", "2021/2022")],
    "It opened on 2021.9.1.": [("2021.9.1", "2021-09-01")],
    "It opened on the afternoon of October 13th.": [("October 13th", "XXXX-10-13")],
    "It is valid from 1 September 2021 to 31 August 2024.": [
        ("1 September 2021", "2021-09-01"),
        ("31 August 2024", "2024-08-31"),
    ],
    "It opened in the winter of 2020.": [("winter of 2020", "2020-24")],
    "It opened in 2018, 2019 and 2021.": [("2018", "2018"), ("2019", "2019"), ("2021", "2021")],
    "It opened at the turn of 2020 and 2021.": [("2020", "2020"), ("2021", "2021")],
    "In September of the same year it opened.": [("September of the same year", "XXXX-09")],
    "It rose in the third quarter of last year.": [("the third quarter of last year", "XXXX-35")],
    "The mid-1990s were hard.": [("1990s", "199X")],
    "It opened on Wednesday (5 June).": [("5 June", "XXXX-06-05")],
    "It ran until July 2023.": [("July 2023", "2023-07")],
    "They met from Sept. 5 to Sept. 7.": [("Sept. 5 to Sept. 7", "XXXX-09-05/XXXX-09-07")],
    "It opened in the late 2010s.": [("2010s", "201X")],
    "The 14 May Hall is old.": [("14 May", "XXXX-05-14")],
    "Mr May said so.": [],
    "They will meet on Monday.": [],
    "It took a decade.": [],
}
PLACED: dict[str, list[tuple[str, str]]] = {
    # From the date of publication; a day of every year has none.
    "The letter is signed before October 31 of each year.": [("October 31", "XXXX-10-31")],
    "On May 20 every year they meet.": [("May 20", "XXXX-05-20")],
    "It began last September.": [("last September", "2021-09")],
    "It began in September last year.": [("September last year", "2021-09")],
    "It began in September of last year.": [("September of last year", "2021-09")],
    "It grew in the first half of this year.": [("the first half of this year", "2022-01/2022-06")],
    "It grew in the second half of last year.": [("the second half of last year", "2021-07/2021-12")],
    "It grew from January to May this year.": [("January to May this year", "2022-01/2022-05")],
    "It was open at the end of last year.": [("the end of last year", "2021-12")],
    "It was open early this year.": [("this year", "2022")],
    "It will open next spring.": [("next spring", "2023-21")],
    "It opened this spring.": [("this spring", "2022-21")],
    "It opened yesterday.": [("yesterday", "2022-06-09")],
    "It will open later this month.": [("this month", "2022-06")],
    "It opens in August.": [("August", "2022-08")],
    "It opened in November 2019; in December it grew.": [("November 2019", "2019-11"), ("December", "2019-12")],
    "It opened on June 3.": [("June 3", "2022-06-03")],
    "It opened in the year before last.": [("the year before last", "2020")],
    "It opens on the 15th of this month.": [("15th of this month", "2022-06-15")],
    "It opened on the 28th of last month.": [("28th of last month", "2022-05-28")],
    "Today we gather here.": [("Today", "2022-06-10")],
    "It was set up by the end of June this year.": [("the end of June this year", "2022-06")],
}


@pytest.mark.parametrize(("sentence", "dates"), STATED.items(), ids=STATED)
def test_dates_of_a_sentence(sentence: str, dates: list[tuple[str, str]]) -> None:
    found = build.mentions(build.prose(sentence)).dates
    assert [(date.found.span.quote, date.form.edtf) for date in found] == dates


@pytest.mark.parametrize(("sentence", "dates"), PLACED.items(), ids=PLACED)
def test_dates_placed_by_the_date_of_publication(sentence: str, dates: list[tuple[str, str]]) -> None:
    calendar = Calendar(list(build.mentions(build.prose(sentence)).dates), PUBLISHED)
    placed = [known for mention in calendar.mentions if (known := calendar.of(mention))]
    assert [(known.mention.found.span.quote, known.value) for known in placed] == dates
