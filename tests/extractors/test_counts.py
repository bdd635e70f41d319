"""Numbers with what they count, and what the sentence says of them; numbers that count nothing."""

from __future__ import annotations

import pytest

from extractors.mentions import CountMention
from tests.extractors import build

# Sentence: (text, value, unit) of each count.
FOUND: dict[str, list[tuple[str, float, str]]] = {
    "Dahe City has 12 education groups.": [("12 education groups", 12, "education groups")],
    "It has twelve groups and 85 member schools.": [
        ("twelve groups", 12, "groups"),
        ("85 member schools", 85, "member schools"),
    ],
    "The hall seats two hundred and five pupils.": [("two hundred and five pupils", 205, "pupils")],
    "A dozen schools joined.": [("A dozen schools", 12, "schools")],
    "It serves 1.2 million people.": [("1.2 million people", 1_200_000, "people")],
    "It serves 5万 pupils.": [("5万 pupils", 50_000, "pupils")],
    "Here 5/kloc-0 schools joined.": [("5/kloc-0 schools", 51, "schools")],
    "More than /kloc-0/30 pupils came.": [("/kloc-0/30 pupils", 130, "pupils")],
    "Here 2000 students joined.": [("2000 students", 2000, "students")],
    "It has 24 classes, 1,100 students and 60 teaching staff.": [
        ("24 classes", 24, "classes"),
        ("1,100 students", 1100, "students"),
        ("60 teaching staff", 60, "teaching staff"),
    ],
    "The city built 12 new primary and secondary schools.": [
        ("12 new primary and secondary schools", 12, "new primary and secondary schools")
    ],
    "All 12 schools met.": [("12 schools", 12, "schools")],
    "A total of 5,000 pupils enrolled.": [("5,000 pupils", 5000, "pupils")],
    # The unit stands before the number.
    "The number of groups reached 40.": [("40", 40, "groups")],
    "The total number of pupils is 5,000.": [("5,000", 5000, "pupils")],
    "Students exceed 850.": [("850", 850, "Students")],
    "Member schools: 61; students: 64,700.": [("61", 61, "Member schools"), ("64,700", 64_700, "students")],
    "It has a population of 3 million.": [("3 million", 3_000_000, "population")],
    # Parts.
    "14 of its 60 schools are rural.": [("14", 14, "schools"), ("60 schools", 60, "schools")],
    "Of the 60 schools, 14 are rural.": [("60 schools", 60, "schools"), ("14", 14, "schools")],
    "There are 60 schools, of which 14 are kindergartens.": [
        ("60 schools", 60, "schools"),
        ("14", 14, "kindergartens"),
    ],
    "Linxi District has 6 schools and Muyun District has 8.": [("6 schools", 6, "schools"), ("8", 8, "schools")],
    "The group has one kindergarten, two primary schools and one middle school.": [
        ("one kindergarten", 1, "kindergarten"),
        ("two primary schools", 2, "primary schools"),
        ("one middle school", 1, "middle school"),
    ],
    # A number that is stated as the size of a list printed right there.
    "Three schools joined: Linxi School, Muyun School and Fengtai School.": [("Three schools", 3, "schools")],
}
PERCENTS: dict[str, tuple[str, float, str]] = {
    "In all, 85 percent of pupils walk.": ("85 percent", 85, "pupils"),
    "Ten percent of the staff left.": ("Ten percent", 10, "staff"),
    "The coverage rate reached 85%.": ("85%", 85, "coverage rate"),
    "The coverage rate of good schools rose to 85.5 percent.": ("85.5 percent", 85.5, "coverage rate"),
    "Two-thirds of the teachers are women.": ("Two-thirds", 66.67, "teachers"),
    "It is not less than /kloc-0/0% of the total number of qualified teachers.": (
        "/kloc-0/0%",
        10,
        "total number of qualified teachers",
    ),
    "He said that with the school-age population projected to fall by about 18 per cent, much will change.": (
        "18 per cent",
        18,
        "school-age population",
    ),
    "Half of the pupils walk.": ("Half", 50, "pupils"),
    "Here 3 out of 4 schools joined.": ("3 out of 4", 75, "schools"),
}
MONEY: dict[str, tuple[str, float, str]] = {
    "The hall cost 3 million yuan.": ("3 million yuan", 3_000_000, "yuan"),
    "The hall cost 1/kloc-0/.5 million yuan.": ("1/kloc-0/.5 million yuan", 11_500_000, "yuan"),
    "The hall cost 3.5亿 yuan.": ("3.5亿 yuan", 350_000_000, "yuan"),
    "The hall cost ¥3 million.": ("¥3 million", 3_000_000, "¥"),
    "The hall cost 100 million RMB.": ("100 million RMB", 100_000_000, "RMB"),
    # The same money in a second currency is left out.
    "The hall cost $2.5 million (18 million yuan).": ("$2.5 million", 2_500_000, "$"),
}
MEASURES: dict[str, tuple[str, float, str]] = {
    "The hall covers 3,000 square meters.": ("3,000 square meters", 3000, "square meters"),
    "The field covers 20 mu.": ("20 mu", 20, "mu"),
    "The park covers 20 hectares.": ("20 hectares", 20, "hectares"),
}
MODIFIERS = {
    "over": ["More than 40 schools joined.", "Over 40 schools joined.", "At least 40 schools joined."],
    "under": ["Fewer than 40 schools joined.", "Up to 40 schools may join.", "No more than 40 schools may join."],
    "about": ["Nearly 40 schools joined.", "About 40 schools joined.", "Some 40 schools joined."],
    "exact": ["Only 40 schools joined.", "They took over 40 schools from the county.", "All 40 schools joined."],
}
STATUS = {
    "planned": [
        "The county will have 20 groups.",
        "The county plans to build 10 kindergartens.",
        "The county is expected to reach 30 groups.",
        "The target is to open 5 campuses.",
        "The bureaus plan 4 more groups.",
        "The plan asks the district for 14 groups.",
        "It has made one promise: to train 500 people.",
        "The fund has expressed its willingness to donate 3 million yuan.",
        "The cabinet approved the recruitment of 300 teachers.",
        "So 34 primary and middle schools in Dahe and in the new area of the next province will be paired up.",
    ],
    "actual": [
        "The change includes the existing 12 offices.",
        "The money will continue to be set out in 3 blocks.",
        "A centre will be built where 40 schools stand.",
        "The county has 20 groups.",
        "The county built 10 kindergartens.",
        "The plan helped 30 groups.",
    ],
}
SCOPES = {
    "Dahe City has 12 education groups.": "Dahe City",
    "In Dahe City there are 69 education groups.": "Dahe City",
    "There are 69 education groups in Dahe City.": "Dahe City",
    "The county has 12 education groups.": "The county",
    "Dahe Middle School Education Group has 12 campuses.": "Dahe Middle School Education Group",
    "There are 12 education groups.": None,
    "Harbin started early and runs 12 education groups.": "Harbin",
    "Our county has now 12 education groups.": "Our county",
    "There are 12 education groups in Dongli, Hexi and Nankai.": "Dongli, Hexi and Nankai",
    "Hexi in Liaoning Province has 12 education groups.": "Hexi",
    "Dahe Middle School, located in Hexi District, has 12 campuses.": "Dahe Middle School",
    'As the "Plan for Schools in Hexi District" says, 12 education groups are named.': None,
    # In common words, as the subject, with its own adjectives.
    "The old campus has 132 classes.": "The old campus",
    "Every lead school must open 40 lessons.": "Every lead school",
    "The county hospital has 620 beds.": "The county hospital",
    "The urban area of Harbin has 12 education groups.": "The urban area of Harbin",
    "The county finance has set aside 3 million yuan.": "The county",
    "Rural schools receive 300 teachers.": "Rural schools",
    # A clause without a subject of its own goes on about the one before it.
    "Dahe City, Hebei Province, added 12 education groups.": "Dahe City",
    "Dahe Hospital Alliance, led by Dahe Hospital, treated 212,000 outpatients.": "Dahe Hospital Alliance",
    "The county, he said, would train 300 teachers.": "The county",
    "In Dahe City, where the programme began, enrolment has grown by 35 percent.": "Dahe City",
    "With 5 new schools opened since 2020, the city has eased the pressure.": "the city",
    "Dahe Alliance in Hexi District, whose 14 schools opened early, met.": "Dahe Alliance",
    "Chaoyang District said: so far 21 education groups have been built.": "Chaoyang District",
    # What is measured is no subject: its place is.
    "The number of pupils in Dahe City rose to 61,000.": "Dahe City",
    "The coverage rate of the whole district is 85%.": "the whole district",
    "A review put the number of education groups in Dahe City at six.": "Dahe City",
    # Who speaks is not what is spoken of, and a participle is no verb.
    "Lu Ming told reporters on Monday that the group had trained 1,500 teachers.": "the group",
    "The newly built Xinghe Campus has 48 classes.": "Xinghe Campus",
    # Beside the number: behind it, its owner, whom it is for, brackets.
    "About 40 percent of the teachers in Dahe Middle School are young.": "Dahe Middle School",
    "The union's members met, and the alliance's 8,700 members too.": "the alliance",
    "Of the prefecture's 17 counties, all are linked.": "the prefecture",
    "The county will give each community 150,000 yuan.": "each community",
    "The county pays 150,000 yuan for each rural school.": "each rural school",
    "Dahe Middle School sends 15 teachers a year to Hexi County.": "Hexi County",
    "The county will spend 3 million yuan on a new roof at Dahe Middle School.": "Dahe Middle School",
    "The largest one is Dahe Middle School (18 classes).": "Dahe Middle School",
    "Three were unveiled, that is 3 new groups in Harbin's Daoli District.": "Daoli District",
    # Another subject, a distance, the end of a list, the size of something in passing, what counts itself.
    "Wang Li, principal of Dahe Middle School, brought nine colleagues.": None,
    "A mother in Longgang bought 2 flats.": None,
    "The village is 74 kilometers away from Dahe City.": None,
    "It joins Linxi Primary School, Muyun Primary School and 3 kindergartens.": None,
    "The county has a kitchen of 2,400 square meters.": None,
    "Modern life harms the health of the nation: 77% of men are ill.": None,
    "The District Education Bureau said that 12 education groups are named.": None,
}
AS_OF = {
    "By the end of 2020, Dahe City had 69 groups.": "2020-12",
    "As of June 2021 there were 69 groups.": "2021-06",
    "There were 69 groups in 2021.": "2021",
    "Since it opened in 2012, it has built 5 halls.": None,
    "There are 69 groups.": None,
}
NO_COUNTS = {
    "an ordinal": "The second round has begun, and the third batch of schools was named.",
    "an ordinal in digits": "He got 5th place in the 21st century.",
    "a number in a name": "Dahe No. 12 Middle School and Two Rivers School opened.",
    "a kind of school": "A 12-year school opened.",
    "a label": "See Table 3 and Chapter 4.",
    "a grade and a class": "Grade 6 pupils of Class 3 won.",
    "an age": "He is 45 years old.",
    "a duration": "They worked for 3 years and six months.",
    "a date": "On 3 May 2021 they met.",
    "a year": "In 2000, students met.",
    "a time": "They met at 8:30.",
    "a score": "He scored 98 points, and they won by 3:2.",
    "a ratio": "The teacher-student ratio is 1:18.",
    "a phone number": "Please call 0755 1234567.",
    "a quoted slogan": 'The plan names "three changes and five links".',
    "points of a programme": "It made five improvements and has two major goals.",
    "a document's number": "The notice is No. 15 of the bureau.",
    "a year in a document's title": 'They wrote the "Plan for 300 Schools of Dahe" in May.',
    "both": "Both schools met.",
    "dozens": "Dozens of schools and hundreds of pupils came.",
}


def counts(sentence: str) -> list[CountMention]:
    return list(build.mentions(build.prose(sentence)).counts)


def told(count: CountMention) -> tuple[str, float, str | None]:
    return count.found.span.quote, count.value, count.unit.span.quote if count.unit else None


@pytest.mark.parametrize(("sentence", "found"), FOUND.items(), ids=FOUND)
def test_what_is_counted(sentence: str, found: list[tuple[str, float, str]]) -> None:
    assert [told(count) for count in counts(sentence)] == found
    assert {count.measure for count in counts(sentence)} == {"count"}


@pytest.mark.parametrize(
    ("measure", "sentence", "found"),
    [
        pytest.param(measure, sentence, found, id=f"{measure}: {sentence}")
        for measure, table in (("percent", PERCENTS), ("money", MONEY), ("measure", MEASURES))
        for sentence, found in table.items()
    ],
)
def test_percentages_money_and_measures(measure: str, sentence: str, found: tuple[str, float, str]) -> None:
    (count,) = counts(sentence)
    assert (count.measure, *told(count)) == (measure, *found)


@pytest.mark.parametrize("sentence", ["Each group has 9 to 14 schools.", "Each group has 9-14 schools."])
def test_a_range_has_a_lower_and_an_upper_end(sentence: str) -> None:
    (count,) = counts(sentence)
    assert (count.value, count.upper) == (9, 14)
    assert count.found.span.quote.endswith("14 schools")


def test_a_change_names_both_its_ends() -> None:
    found = [(count.value, count.upper) for count in counts("The coverage rate rose from 60% to 85%.")]
    assert found == [(60, None), (85, None)]


@pytest.mark.parametrize(
    ("modifier", "sentence"), [(modifier, sentence) for modifier, table in MODIFIERS.items() for sentence in table]
)
def test_what_qualifies_a_number(modifier: str, sentence: str) -> None:
    (count,) = counts(sentence)
    assert (count.found.span.quote, count.modifier) == ("40 schools", modifier)


@pytest.mark.parametrize(
    ("status", "sentence"), [(status, sentence) for status, table in STATUS.items() for sentence in table]
)
def test_whether_a_number_is_a_plan(status: str, sentence: str) -> None:
    assert [count.status for count in counts(sentence)] == [status]


@pytest.mark.parametrize(("sentence", "scope"), SCOPES.items(), ids=SCOPES)
def test_what_a_number_is_about(sentence: str, scope: str | None) -> None:
    (count,) = counts(sentence)
    assert (count.scope.span.quote if count.scope else None) == scope


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("There are 5 schools in Hexi District and 2 in the port.", ["Hexi District", "the port"]),
        (
            "The city has 60 groups, 20 in the urban area and 40 in the counties.",
            ["The city", "the urban area", "the counties"],
        ),
        ("The county has 9 groups, with 43 schools, and the coverage rate is 62%.", ["The county"] * 3),
        ("In the whole city there are 9 groups, with 43 schools.", ["the whole city"] * 2),
        ("There are 9 groups in the whole city, with 43 schools.", ["the whole city"] * 2),
        ("Dahe Middle School (18 classes, 540 pupils) leads it.", ["Dahe Middle School"] * 2),
        ("Each of the 12 member hospitals sends 30 specialists.", [None, None]),
        ("The four schools together have 132 classes.", [None, "The four schools"]),
        ("Hexi County has 12 groups; Dongli County runs 8 groups.", ["Hexi County", "Dongli County"]),
    ],
)
def test_what_each_number_of_a_sentence_is_about(sentence: str, scopes: list[str | None]) -> None:
    assert [count.scope.span.quote if count.scope else None for count in counts(sentence)] == scopes


def test_initials_that_the_text_introduces_can_be_what_a_number_is_about() -> None:
    text = "The Dahe Teacher Education Alliance (DTEA) met. Since then DTEA has trained 300 teachers."
    assert [count.scope.span.quote if count.scope else None for count in counts(text)] == ["DTEA"]


@pytest.mark.parametrize(("sentence", "date"), AS_OF.items(), ids=AS_OF)
def test_when_a_number_holds(sentence: str, date: str | None) -> None:
    (count,) = counts(sentence)
    assert (count.as_of.form.edtf if count.as_of else None) == date


@pytest.mark.parametrize("sentence", NO_COUNTS.values(), ids=NO_COUNTS)
def test_nothing_is_counted(sentence: str) -> None:
    assert [told(count) for count in counts(sentence)] == []


def test_a_list_s_numbers_count_nothing() -> None:
    text = build.plain("Schools of the county\n1. Linxi Primary School\n2. Muyun Primary School\n3) Fengtai School")
    assert build.mentions(text).counts == ()


def test_numbers_in_a_table_count_what_heads_their_column() -> None:
    rows = (
        ("No.", "School", "Classes", "Share of boarders", "Year founded"),
        ("1", "Linxi Primary School", "24", "12%", "1956"),
        ("2", "Muyun Primary School", "1,080", "/", "1987"),
    )
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    found = build.mentions(build.page(f"<table border=1>{cells}</table>")).counts
    assert [
        (c.value, c.unit.span.quote if c.unit else None, c.scope.span.quote if c.scope else None) for c in found
    ] == [
        (24, "Classes", "Linxi Primary School"),
        (12, "Share of boarders", "Linxi Primary School"),
        (1080, "Classes", "Muyun Primary School"),
    ]


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The school has 9 teachers, 4 of them are substitutes.", [(9, "teachers"), (4, "substitutes")]),
        (
            "They teach 900 pupils, or 71.3% of all pupils, up from 56% in 2022.",
            [(900, "pupils"), (71.3, "pupils"), (56, "pupils")],
        ),
        ("In two years 73 teachers changed schools.", [(73, "teachers")]),
        ("The plan provides for 4 shared centres (one in town).", [(4, "shared centres")]),
        ("Enquiries: 2xxx 7310", []),
    ],
)
def test_units_told_by_words_around_the_number(sentence: str, stated: list[tuple[float, str]]) -> None:
    found = build.mentions(build.prose(sentence)).counts
    assert [(count.value, count.unit.span.quote if count.unit else None) for count in found] == stated


def test_a_space_groups_digits_and_does_not_join_two_numbers() -> None:
    found = [(c.value, c.found.span.quote) for c in counts("The school has 3 000 pupils and 12 300-seat halls.")]
    assert found[0] == (3000, "3 000 pupils")
    assert 12300 not in dict(found)
