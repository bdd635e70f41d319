"""Ways of counting that other towns' news and school networks use, and what looks like them and counts nothing."""

from __future__ import annotations

import pytest

from tests.extractors import build

COUNTED: dict[str, list[tuple[str, float, str]]] = {
    # Shares in words, with or without a noun behind "of".
    "Linxi Hospital keeps nine of every ten patients.": [("nine of every ten", 90, "patients")],
    "1 in 5 pupils is a boarder.": [("1 in 5", 20, "pupils")],
    "3 of every 4 graduates stayed.": [("3 of every 4", 75, "graduates")],
    "Of the 5,430 pupils, about a third are boarders.": [
        ("5,430 pupils", 5430, "pupils"),
        ("a third", 33.33, "pupils"),
    ],
    # A percentage with a verb goes on about what was counted before.
    "It employs 2,013 teachers, of whom 71.6% hold a master's degree.": [
        ("2,013 teachers", 2013, "teachers"),
        ("71.6%", 71.6, "teachers"),
    ],
    "They have 9,300 students; 81 percent belong to minorities; and more than half live far away.": [
        ("9,300 students", 9300, "students"),
        ("81 percent", 81, "students"),
        ("half", 50, "students"),
    ],
    # So does an increase, and a pronoun's number.
    "37 people were admitted, an increase of 19 over last year.": [("37 people", 37, "people"), ("19", 19, "people")],
    "64 teachers were exchanged, 7 more than in 2022.": [("64 teachers", 64, "teachers"), ("7", 7, "teachers")],
    "It counted 78 member units; with the new ones it has 91.": [
        ("78 member units", 78, "member units"),
        ("91", 91, "member units"),
    ],
    "9 out of 10 of its graduates passed, and 61 have entered university.": [
        ("9 out of 10", 90, "graduates"),
        ("61", 61, "graduates"),
    ],
    # The end of a sentence is no numbering of the next one.
    "The debts reached $11 million. Under a new head they fell.": [("$11 million", 11_000_000, "$")],
    "The pupils number 91. Others left.": [("91", 91, "pupils")],
    # Scales of the other end, and those of a translation.
    "Each gets 100 to 300 thousand yuan.": [("100 to 300 thousand yuan", 100_000, "yuan")],
    "Each gets 2 to 3 million yuan.": [("2 to 3 million yuan", 2_000_000, "yuan")],
    "The number of students is 4.36 ten thousand.": [("4.36 ten thousand", 43_600, "students")],
    "They spent 4.2 hundred million yuan.": [("4.2 hundred million yuan", 420_000_000, "yuan")],
    "The teachers are 2,9/kloc-05.": [("2,9/kloc-05", 2915, "teachers")],
    # One of something, in a list of numbers.
    "Linxi School had 1 class and 19 children.": [("1 class", 1, "class"), ("19 children", 19, "children")],
    "1 group and 3 member schools are new.": [("1 group", 1, "group"), ("3 member schools", 3, "member schools")],
    # What changed by how much.
    "The average salary was 5,280 yuan, up 8.6 percent.": [
        ("5,280 yuan", 5280, "yuan"),
        ("8.6 percent", 8.6, "average salary"),
    ],
    "Outpatient visits reached 1.2 million, a year-on-year increase of 8.5%.": [
        ("1.2 million", 1_200_000, "Outpatient visits"),
        ("8.5%", 8.5, "Outpatient visits"),
    ],
    "The number of groups grew from 5 in 2018 to 23 in 2023.": [("5", 5, "groups"), ("23", 23, "groups")],
    "In 2023, 12 schools joined; another 8 will follow.": [("12 schools", 12, "schools"), ("8", 8, "schools")],
    "71% of the teachers have a bachelor's degree.": [("71%", 71, "teachers")],
    # Words that are no noun's end only where no noun follows.
    "They held 43 open classes for nine outside experts.": [
        ("43 open classes", 43, "open classes"),
        ("nine outside experts", 9, "outside experts"),
    ],
    "97 key teachers above the municipal level came.": [
        ("97 key teachers above the municipal level", 97, "key teachers above the municipal level")
    ],
    "In the whole year 64 teachers moved.": [("64 teachers", 64, "teachers")],
    "The county will form 3 more groups.": [("3 more groups", 3, "groups")],
    "It takes us to twelve academies - a big family.": [("twelve academies", 12, "academies")],
    "Pupils travel more than five miles.": [("five miles", 5, "miles")],
    "Number of schools: 8": [("8", 8, "schools")],
    "Total enrolment 5,940.": [("5,940", 5940, "Total enrolment")],
    "They elected a council of 35 and left.": [("35", 35, "council")],
    '"In our county one group takes 6 schools, so they are tired," she said.': [("6 schools", 6, "schools")],
}
NOTHING = [
    "Ask Ann Bell, 01422 555 0163.",
    "02 Guests and leaders",
    "The alliance turns five.",
    "They were better than the previous five.",
    "Table of teachers.xls   Downloads: 214",
    "She is younger than 30.",
    "A score below 60 will not do.",
    "It takes between five and eight years.",
    "Telephone 0752-28xx311.",
]


DATED: dict[str, list[str | None]] = {
    "Founded in 1958, the college has 9 faculties.": [None],
    "The school opened in the autumn of 1953 with two classes and nine teachers.": ["1953-23", "1953-23"],
    "The alliance, which was launched in May 2020 with only six schools, has grown.": ["2020-05"],
    "Linxi School has 540 pupils (2023).": ["2023"],
    "The district has 12.6 million yuan for it this year.": ["XXXX"],
    "Until September 20, the county has set up 16 groups.": ["XXXX-09-20"],
    "It had 40 groups until 2020.": [None],
    "It was said at the meeting that in 2022 the county had 3 groups.": ["2022"],
    "64 teachers were exchanged, 7 more than in 2022.": [None, None],
    "There are now 69 groups, up from 41 in 2019.": [None, "2019"],
    "Satisfaction was 5.8 percentage points higher than that of 2018.": [None],
    "It covers 71% of the schools, and by 2025 it will grow.": [None],
    "After the public notice (from May 29 to June 2) it set up 5 groups.": [None],
}
STATUS: dict[str, list[str]] = {
    "Linxi School, which has 212 pupils, will keep its name.": ["actual"],
    "A further two schools were expected to sign by April.": ["planned"],
    "Linxi School has 48 classes planned.": ["planned"],
    "They sent a teacher to be its head, and donated 6,500 volumes.": ["actual"],
    "The school will be renovated and expanded to 50 classes.": ["planned"],
    "The department has set aside 180 million yuan.": ["actual"],
}


SCOPES: dict[str, list[str | None]] = {
    "It joined the Dahe Education Alliance, an alliance of 38 schools.": ["Dahe Education Alliance"],
    "It grew into Linxi Education Group with 5 campuses and 163 classes.": ["Linxi Education Group"] * 2,
    "Led by Linxi Hospital, a key hospital with 1,460 beds, it is strong.": ["Linxi Hospital"],
    "They built a central kitchen of 2,400 square meters.": [None],
    "Families moved out of their district: 40 children left.": [None],
}


@pytest.mark.parametrize(("sentence", "found"), COUNTED.items(), ids=COUNTED)
def test_what_is_counted(sentence: str, found: list[tuple[str, float, str]]) -> None:
    counts = build.mentions(build.prose(sentence)).counts
    assert [(count.found.span.quote, count.value, count.unit and count.unit.span.quote) for count in counts] == found


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_is_counted(sentence: str) -> None:
    assert build.mentions(build.prose(sentence)).counts == ()


def test_years_in_a_table_count_nothing() -> None:
    head = "<tr><th>School</th><th>Opened or joined</th><th>Pupils</th></tr>"
    row = "<tr><td>Linxi School</td><td>1962</td><td>480</td></tr>"
    counts = build.mentions(build.page(f"<p>Our schools are old.</p><table>{head}{row}</table>")).counts
    assert [count.value for count in counts] == [480]


@pytest.mark.parametrize(("sentence", "dates"), DATED.items(), ids=DATED)
def test_when_a_number_holds(sentence: str, dates: list[str | None]) -> None:
    counts = build.mentions(build.prose(sentence)).counts
    assert [count.as_of.form.edtf if count.as_of else None for count in counts] == dates


@pytest.mark.parametrize(("sentence", "status"), STATUS.items(), ids=STATUS)
def test_whether_a_number_is_a_plan(sentence: str, status: list[str]) -> None:
    assert [count.status for count in build.mentions(build.prose(sentence)).counts] == status


@pytest.mark.parametrize(("sentence", "scopes"), SCOPES.items(), ids=SCOPES)
def test_what_a_number_is_about(sentence: str, scopes: list[str | None]) -> None:
    counts = build.mentions(build.prose(sentence)).counts
    assert [count.scope.span.quote if count.scope else None for count in counts] == scopes


def test_the_numbers_of_a_row_are_about_its_first_cell() -> None:
    head = "<tr><th>School</th><th>Pupils</th></tr>"
    rows = "<tr><td>Sellicks Primary</td><td>1,122</td></tr><tr><td>Linxi Online</td><td>480</td></tr>"
    counts = build.mentions(build.page(f"<p>Our schools are old.</p><table>{head}{rows}</table>")).counts
    assert [count.scope and count.scope.span.quote for count in counts] == ["Sellicks Primary", "Linxi Online"]
