"""Date expressions: each form by its example, the EDTF that it states, and numbers that are no dates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.dates.en import APART, FORMS
from extractors.dates.forms import Build
from tests.extractors import build

CORPUS = Path(__file__).parents[2] / "corpus"
STATED = {
    # Days.
    "They met on August 26, 2022.": ("August 26, 2022", "2022-08-26"),
    "They met on August 26th, 2022.": ("August 26th, 2022", "2022-08-26"),
    "They met on 26 August 2022.": ("26 August 2022", "2022-08-26"),
    "They met on the 3rd of May 2021.": ("3rd of May 2021", "2021-05-03"),
    "They met on Sept. 3, 2020.": ("Sept. 3, 2020", "2020-09-03"),
    "They met on AUGUST 26, 2022.": ("AUGUST 26, 2022", "2022-08-26"),
    "They met on 2022-08-26.": ("2022-08-26", "2022-08-26"),
    "They met on 2022.8.6.": ("2022.8.6", "2022-08-06"),
    "They met on 2022/08/06.": ("2022/08/06", "2022-08-06"),
    "They met on 2021年5月4日.": ("2021年5月4日", "2021-05-04"),
    "They met on August 26.": ("August 26", "XXXX-08-26"),
    "They met on 4 May, a holiday.": ("4 May", "XXXX-05-04"),
    "It is paid in the 2024/25 to 2026/27 school years.": ("2024/25 to 2026/27", "2024/2027"),
    "It is paid from 2019/20 - 2021/22.": ("2019/20 - 2021/22", "2019/2022"),
    # Months, years and more.
    "They met in January 2022.": ("January 2022", "2022-01"),
    "They met in June.": ("June", "XXXX-06"),
    "It was early June 2020.": ("June 2020", "2020-06"),
    "It is so since 2022.": ("2022", "2022"),
    "In 2018 schools were few.": ("2018", "2018"),
    "By 2035 it will be done.": ("2035", "2035"),
    "It was the end of 2007.": ("the end of 2007", "2007-12"),
    "It was the beginning of 2025.": ("the beginning of 2025", "2025-01"),
    "It was the end of November 2017.": ("the end of November 2017", "2017-11"),
    "They sang in the 1960s.": ("the 1960s", "196X"),
    "They sang in 2018 and beyond.": ("2018 and beyond", "2018/.."),
    "They met in spring 2017.": ("spring 2017", "2017-21"),
    "They met in the autumn semester of 2022.": ("autumn semester of 2022", "2022-23"),
    "They met in winter 2020.": ("winter 2020", "2020-24"),
    "They met in Q3 2021.": ("Q3 2021", "2021-35"),
    "They met in the fourth quarter of 2023.": ("the fourth quarter of 2023", "2023-36"),
    # Ranges.
    "They met on May 1-3, 2019.": ("May 1-3, 2019", "2019-05-01/2019-05-03"),
    "They met from 1 to 3 May 2019.": ("1 to 3 May 2019", "2019-05-01/2019-05-03"),
    "They met from July 30 to August 2, 2022.": ("July 30 to August 2, 2022", "2022-07-30/2022-08-02"),
    "They met from April to August 2017.": ("April to August 2017", "2017-04/2017-08"),
    "They met from 2018 to 2021.": ("2018 to 2021", "2018/2021"),
    "They met between September 2021 and July 2022.": ("September 2021 and July 2022", "2021-09/2022-07"),
    "They met between 2018 and 2021.": ("2018 and 2021", "2018/2021"),
    "It is for the 2022-2023 school year.": ("2022-2023", "2022/2023"),
    "It is for 2017-18 and no longer.": ("2017-18", "2017/2018"),
    "It was in the first half of 2022.": ("the first half of 2022", "2022-01/2022-06"),
    "It was in the second half of 2022.": ("the second half of 2022", "2022-07/2022-12"),
    "It was the first three quarters of 2021.": ("the first three quarters of 2021", "2021-01/2021-09"),
    "It was the first ten months of 2023.": ("the first ten months of 2023", "2023-01/2023-10"),
    "It is in the 14th Five-Year Plan.": ("14th Five-Year Plan", "2021/2025"),
    "It is in the Thirteenth Five-year Plan.": ("Thirteenth Five-year Plan", "2016/2020"),
    'It is in the "14th Five-Year Plan" period.': ("14th Five-Year Plan", "2021/2025"),
    "First half of 2020: lessons on screens.": ("First half of 2020", "2020-01/2020-06"),
    "It was the 1st half of 2023.": ("the 1st half of 2023", "2023-01/2023-06"),
    "They met on 31/03/2024.": ("31/03/2024", "2024-03-31"),
    "They met on 31.3.2024.": ("31.3.2024", "2024-03-31"),
    "In 2021 Q4 they met.": ("2021 Q4", "2021-36"),
    "Li Jun (1998.8-2017.7, principal)": ("1998.8-2017.7", "1998-08/2017-07"),
    "Li Jun (2017.7 to now, principal)": ("2017.7 to now", "2017-07/.."),
    "She was its head (2014-present).": ("2014-present", "2014/.."),
    "Lessons go on from April.": ("April", "XXXX-04"),
    # Years that a translation tore apart.
    "As of 20 19, it has 5 campuses.": ("20 19", "2019"),
    "In September of 20 1 1, it was opened.": ("September of 20 1 1", "2011-09"),
    "On March 20 14, it was founded.": ("March 20 14", "2014-03"),
    # A translating proxy's digits.
    "It was founded in September 20/kloc-06 with ten classes.": ("September 20/kloc-06", "2016-09"),
    "It was in 2065438+09.": ("2065438+09", "2019"),
}
RELATIVE = {
    "They met this year.": ("this year", "XXXX", "year", 0),
    "They met last year.": ("last year", "XXXX", "year", -1),
    "They meet next year.": ("next year", "XXXX", "year", 1),
    "They met the year before last.": ("the year before last", "XXXX", "year", -2),
    "They met last September.": ("last September", "XXXX-09", "year", -1),
    "They met on May 4th this year.": ("May 4th this year", "XXXX-05-04", "year", 0),
    "They met in June of this year.": ("June of this year", "XXXX-06", "year", 0),
    "They met at the end of this year.": ("the end of this year", "XXXX-12", "year", 0),
    "They met in the third quarter of last year.": ("the third quarter of last year", "XXXX-35", "year", -1),
    "They met in May of the same year.": ("May of the same year", "XXXX-05", "same", 0),
    "They met in May of the following year.": ("May of the following year", "XXXX-05", "same", 1),
    "They meet this month.": ("this month", "XXXX-XX", "month", 0),
    "They met last month.": ("last month", "XXXX-XX", "month", -1),
    "They meet in the second half of the year.": ("the second half of the year", "XXXX-07/XXXX-12", "year", 0),
    "They meet in the coming autumn.": ("the coming autumn", "XXXX-23", "year", 0),
    "They met this morning.": ("this morning", "XXXX-XX-XX", "day", 0),
    "They met on the 3rd in the hall of the school.": ("the 3rd", "XXXX-XX-03", "month", 0),
    "They signed on the afternoon of the 26th.": ("the 26th", "XXXX-XX-26", "month", 0),
    "They meet today.": ("today", "XXXX-XX-XX", "day", 0),
    "Yesterday they met.": ("Yesterday", "XXXX-XX-XX", "day", -1),
    "They meet tomorrow.": ("tomorrow", "XXXX-XX-XX", "day", 1),
}
NO_DATES = [
    "It took the past three years.",
    "It began more than one year ago.",
    "They worked for 24 hours and 3 days.",
    "The plan is a 2-year plan.",
    "He is 45 years old.",
    "See document No. 2021 for more.",
    "Document Jiaofa [2024] No. 15 was issued.",
    "The notice is 〔2024〕15号 of the bureau.",
    "The hall has 2000 students.",
    "The hall has 2000 places.",
    "He ran 2024 metres.",
    "It costs 2,019 yuan or ¥2019.",
    "The rate is 2019% of what it was.",
    "Jun Li and May Li spoke.",
    "April Jones spoke to Mr. May.",
    "They may join and march on.",
    "May I come in?",
    "They met on Monday of this week.",
    "They met recently.",
    "Today's children are many, and so are today's schools.",
    "It is the 21st century.",
    "They met on the 14th floor, in the hall of the 20th Congress.",
    "Tomorrow of the group is bright.",
    "On a sheet of 20 14 schools stand.",
    "The second half of the match was slow.",
    "Spring Road Primary School saw the fall of the wall.",
    "The clock said 20:19.",
]


def dates(sentence: str) -> list[tuple[str, str]]:
    return [(date.found.span.quote, date.form.edtf) for date in build.mentions(build.prose(sentence)).dates]


# Forms that their example alone does not reach: it needs words around it, or stands for what several forms share.
AROUND = {
    "in June": "They met in June.",
    "this autumn": "This autumn they met.",
    "2018": "They met in 2018.",
    "20 19": "As of 20 19, it has 5 campuses.",
    "the 26th": "They met on the 26th, in the hall.",
}
# A quarter without a year is tried only where a window around another date holds it.
UNREACHED = {"the fourth quarter"}
LEAD_WORDS = {"", "the ", "in ", "between "}


@pytest.mark.parametrize("example", [form[0] for form in FORMS if form[0] not in UNREACHED])
def test_every_form_takes_its_example(example: str) -> None:
    found = dates(AROUND.get(example, f"They met, as they said, {example}."))
    assert len(found) == 1, f"{example!r} gave {found}"
    quote, _ = found[0]
    assert example.lower().endswith(quote.lower())
    assert example[: -len(quote)] in LEAD_WORDS


@pytest.mark.parametrize(("sentence", "stated"), STATED.items(), ids=STATED)
def test_what_a_date_states(sentence: str, stated: tuple[str, str]) -> None:
    assert dates(sentence) == [stated]


@pytest.mark.parametrize(("sentence", "stated"), RELATIVE.items(), ids=RELATIVE)
def test_what_a_relative_date_hangs_on(sentence: str, stated: tuple[str, str, str, int]) -> None:
    (date,) = build.mentions(build.prose(sentence)).dates
    assert (date.found.span.quote, date.form.edtf, date.form.anchor, date.form.shift) == stated


@pytest.mark.parametrize("sentence", NO_DATES)
def test_no_date(sentence: str) -> None:
    assert dates(sentence) == []


def test_dates_stand_in_the_order_of_the_text() -> None:
    assert dates("In 2019, 2020 and on 3 May 2021 they met.") == [
        ("2019", "2019"),
        ("2020", "2020"),
        ("3 May 2021", "2021-05-03"),
    ]


def test_a_proxy_s_digits_are_flagged() -> None:
    (date,) = build.mentions(build.prose("It was in 2065438+09.")).dates
    assert date.found.flags == ("translation-artefact",)
    assert date.found.basis


@pytest.mark.parametrize("form", FORMS, ids=[form[0] for form in FORMS])
def test_no_place_is_passed_over_that_a_form_fits(form: tuple[str, str, str, Build]) -> None:
    _, openings, pattern, _ = form
    missed = []
    for path in sorted(CORPUS.rglob("en/*.txt")):
        string = path.read_text(encoding="utf-8-sig")
        for match in re.finditer(rf"(?<!\w)(?:{pattern})", string):
            opening = APART.match(string, match.start())
            if opening is None or (opening.lastgroup or "") not in openings:
                missed.append(match.group())
    assert missed == []
