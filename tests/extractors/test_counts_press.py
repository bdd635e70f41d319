"""Numbers in further wordings of the press: what they count, all that is said of them, and what counts nothing."""

from __future__ import annotations

import pytest

from tests.extractors import build

UNITS: dict[str, list[tuple[str, float, str]]] = {
    "The trust runs two dozen schools.": [("two dozen schools", 24, "schools")],
    "It has half a dozen campuses.": [("half a dozen campuses", 6, "campuses")],
    "A hundred or so teachers came.": [("A hundred or so teachers", 100, "teachers")],
    "It has a student body of 1,200.": [("1,200", 1200, "student body")],
    "It has an annual intake of 540.": [("540", 540, "annual intake")],
    "It has a teaching staff of 86.": [("86", 86, "teaching staff")],
    "More than half of the county's schools have joined.": [("half", 50, "schools")],
    "Three quarters of the staff are women.": [("Three quarters", 75, "staff")],
    "Four fifths of primary schools have joined.": [("Four fifths", 80, "primary schools")],
    "One tenth of its places are kept free.": [("One tenth", 10, "places")],
    "A third of its 90 teachers are new.": [("A third", 33.33, "teachers"), ("90 teachers", 90, "teachers")],
    "It employs one hundred and twenty teachers.": [("one hundred and twenty teachers", 120, "teachers")],
    "It employs twenty-three cooks.": [("twenty-three cooks", 23, "cooks")],
    "The roof cost RMB 2.6m.": [("RMB 2.6m", 2600000, "RMB")],
    "The roof cost ¥4.8 million.": [("¥4.8 million", 4800000, "¥")],
    "The site covers 12.5 hectares.": [("12.5 hectares", 12.5, "hectares")],
    "It stands on 64 mu of land.": [("64 mu", 64, "mu")],
    "The campus sits on a 30-hectare site.": [("30-hectare", 30, "hectare")],
    "The enrolment rate is 98.6 percent.": [("98.6 percent", 98.6, "enrolment rate")],
    "It has a pass rate of 91%.": [("91%", 91, "pass rate")],
    "A 93.5% coverage rate was reached.": [("93.5%", 93.5, "coverage rate")],
    "The coverage rate rose 4.2 percentage points to 88.1%.": [
        ("4.2 percentage points", 4.2, "coverage rate"),
        ("88.1%", 88.1, "coverage rate"),
    ],
    "The number of groups has doubled, from 7 to 14.": [("7", 7, "groups"), ("14", 14, "groups")],
    "They read 1.2 million books and papers.": [("1.2 million books and papers", 1200000, "books and papers")],
    "It takes in 1,100 boys and girls.": [("1,100 boys and girls", 1100, "boys and girls")],
    "It has 24 teaching classes.": [("24 teaching classes", 24, "teaching classes")],
    "In all, 61 schools and kindergartens belong.": [("61 schools and kindergartens", 61, "schools and kindergartens")],
    "The school bought 120 tablets.": [("120 tablets", 120, "tablets")],
    "It opened 33 after-school clubs.": [("33 after-school clubs", 33, "after-school clubs")],
    "It heard 210 lessons and 18 lectures.": [("210 lessons", 210, "lessons"), ("18 lectures", 18, "lectures")],
    "The groups share 18 science labs.": [("18 science labs", 18, "science labs")],
    "Pupils took 14 gold medals.": [("14 gold medals", 14, "gold medals")],
    "The hall seats 1,200 people.": [("1,200 people", 1200, "people")],
    "There are four: three middle schools and a college.": [("three middle schools", 3, "middle schools")],
    "It has 3,000 square meters of floor space.": [("3,000 square meters", 3000, "square meters")],
    "It spent 1,240 yuan per pupil.": [("1,240 yuan", 1240, "yuan")],
    "The group has 13 schools, five of which are rural.": [("13 schools", 13, "schools"), ("five", 5, "schools")],
    "Of the 13 schools, the remaining five are rural.": [("13 schools", 13, "schools"), ("five", 5, "schools")],
    "Twelve joined in spring and another nine schools in autumn.": [("nine schools", 9, "schools")],
}
SHORT: dict[str, list[tuple[str, str]]] = {
    "It has 14 groups, 9 more than in 2019 and twice as many as its neighbour.": [
        ("14 groups", "groups"),
        ("9", "groups"),
    ],
    "Some 38,000 pupils, or 92 percent, are in group schools.": [("38,000 pupils", "pupils"), ("92 percent", "pupils")],
    "One hundred teachers, 36 principals and deputy principals took part.": [
        ("One hundred teachers", "teachers"),
        ("36 principals and deputy principals", "principals and deputy principals"),
    ],
    "It was read by 1.2m people.": [("1.2m people", "people")],
    "It has a five-storey building with 30 rooms.": [("30 rooms", "rooms")],
    "Seventy-two of 80 schools passed.": [("Seventy-two", "schools"), ("80 schools", "schools")],
    "An extra 30 places were added, taking the total to 270.": [("30 places", "places"), ("270", "places")],
    "More than one in ten pupils is absent.": [("one in ten", "pupils")],
    "It ranked among the top three of 58 schools.": [("58 schools", "schools")],
    "Three schools - Linhe, Xihe and Tongde - joined.": [("Three schools", "schools")],
    "Classes of 45 are common.": [("45", "Classes")],
    "Its budget is 3.2 million yuan a year, half of it from the county.": [
        ("3.2 million yuan", "yuan"),
        ("half", "yuan"),
    ],
    "Five to seven schools form a group.": [("Five to seven schools", "schools")],
    "Lunch costs 12 yuan.": [("12 yuan", "yuan")],
    "It offers 40+ courses.": [("40+ courses", "courses")],
    "The first 12 graduates left in 2019.": [("12 graduates", "graduates")],
    "It is 12 km from town.": [("12 km", "km")],
    "The county has high schools 3 , vocational school 1 , primary schools 96 , special education school 1.": [
        ("3", "high schools"),
        ("1", "vocational school"),
        ("96", "primary schools"),
        ("1", "special education school"),
    ],
    "It has 3 campuses, school 1.": [("3 campuses", "campuses")],
    "The school recruits 8 classes/360 people this year.": [("8 classes", "classes"), ("360 people", "people")],
    "It sent three batches of 45 teachers each.": [("45 teachers", "teachers")],
    "A dozen or so heads came.": [("A dozen or so heads", "heads")],
    "Ten-odd schools joined.": [("Ten-odd schools", "schools")],
    "More than 5,000-odd books were given.": [("5,000-odd books", "books")],
    "One thousand eight hundred pupils sang.": [("One thousand eight hundred pupils", "pupils")],
    "It gave 12 sets of desks and 30 boxes of chalk.": [
        ("12 sets of desks", "sets of desks"),
        ("30 boxes of chalk", "boxes of chalk"),
    ],
    "It received 2,400 visitors, 310 of them from abroad.": [("2,400 visitors", "visitors"), ("310", "visitors")],
    "The rate fell by 0.6 percentage points.": [("0.6 percentage points", "rate")],
    "The pass rate was 94.2%, 3.1 points above the average.": [("94.2%", "pass rate")],
    "It has a total of 61 member schools (including 9 kindergartens).": [
        ("61 member schools", "member schools"),
        ("9 kindergartens", "kindergartens"),
    ],
    "Number of groups: 14; number of schools: 61.": [("14", "groups"), ("61", "schools")],
    "Classes: 36  Pupils: 1,640  Teachers: 142": [("36", "Classes"), ("1,640", "Pupils"), ("142", "Teachers")],
    "Pupils (2022): 1,640": [("1,640", "Pupils")],
    "About 70% are girls.": [("70%", "girls")],
    "It covers 100 percent of the county's villages.": [("100 percent", "villages")],
    "The coverage is full, 100%.": [("100%", "coverage")],
    "There are 9 vacancies for teachers.": [("9 vacancies", "vacancies")],
    "The county's 9 towns have 3 schools each.": [("9 towns", "towns"), ("3 schools", "schools")],
    "She taught 18 lessons a week.": [("18 lessons", "lessons")],
    "Fewer than a third of pupils board.": [("a third", "pupils")],
    "In its 14 campuses it has over 30,000 students.": [("14 campuses", "campuses"), ("30,000 students", "students")],
    "Teaching staff: 142 (of whom 38 are senior).": [("142", "Teaching staff"), ("38", "Teaching staff")],
    "It built 42,000 square metres of classrooms.": [("42,000 square metres", "square metres")],
    "It planted 3,000 trees on 12 acres.": [("3,000 trees", "trees"), ("12 acres", "acres")],
    "The bridge is 120 m long.": [("120 m", "m")],
    "The pupils walked 5km.": [("5km", "km")],
    "The fund, at 3.6 million yuan, is small.": [("3.6 million yuan", "yuan")],
    "Wages rose 12% to an average of 6,800 yuan.": [("12%", "Wages"), ("6,800 yuan", "yuan")],
    "It took 2nd place among 30 teams.": [("30 teams", "teams")],
}
NOTHING = [
    "Dozens of schools joined.",
    "Hundreds of parents came.",
    "Visit us at 28 Renmin East Road.",
    "The postcode is 315000.",
    "Tel. 0574-8765 4321.",
    "Luo Fang is a Grade 4 pupil.",
    "She is in Class 2, Grade 8.",
    "Luo Fang, 46, has been a teacher since 1998.",
    "A 12-year-old boy won.",
    "Take the No. 3 bus.",
    "It is part of Project 211.",
    "It starts at 9:30 a.m. sharp.",
    "It marked its 100th anniversary.",
    "It is her 30th year as a teacher.",
    "It is one of the best.",
    "It uses the 1+N model.",
    'It uses the "3+2" programme.',
    "She scored 96.5 points.",
    "It has 5G and 3D printing.",
    "The K-12 school is new.",
    "The ratio of teachers to pupils is 1 to 14.",
    "It works on a three-year plan.",
    "The number has doubled.",
    "QQ group 348812 is open.",
    "They visited one by one.",
    "It is a two-way street.",
    "It finished within 100 days.",
    "It came first among equals.",
    "See page 12, chapter 3.",
    "It is rated 4A.",
    "Article 12 says so.",
    "They met for the second time.",
    "A one-stop service was set up.",
    "Wind force reached level 7.",
    "It is ISO 9001 certified.",
    "Flat 3B, 14 Mill Lane",
    "The 7th Middle School is old.",
    "It came 12th out of 58.",
    "There was only one teacher left.",
    "The school day is 7 hours.",
    "A school of 300 becomes one of 1,200.",
    "Group 3 met in Room 5.",
    "Its output is 1.5 times that of 2019.",
    "It spent nearly 3 million on books.",
    "The nine-year school opened.",
    "The 12-year consistent school opened.",
    "Each pair of schools shares one bus.",
    "Every third pupil boards.",
    "The school is 120 years old.",
    "The school's 120-year history began in 1902.",
    "It has a 1:2.3 ratio.",
    "By then 40% had left.",
    "A class of 50 is too big.",
]
Count = tuple[str, str, str | None, str | None, str, str]
"""Text, unit, whom it is about, date, status and modifier."""
WHOLE: dict[str, list[Count]] = {
    "Up to now , Shuangshi County has established 9 education groups , covering 47 schools , and the "
    "coverage rate has reached 82.6% .": [
        ("9 education groups", "education groups", "Shuangshi County", None, "actual", "exact"),
        ("47 schools", "schools", "Shuangshi County", None, "actual", "exact"),
        ("82.6%", "coverage rate", "Shuangshi County", None, "actual", "exact"),
    ],
    "It is reported that Shuangshi County currently has 62 primary and secondary schools , of which "
    "51 have joined the groups .": [
        (
            "62 primary and secondary schools",
            "primary and secondary schools",
            "Shuangshi County",
            None,
            "actual",
            "exact",
        ),
        ("51", "primary and secondary schools", "Shuangshi County", None, "actual", "exact"),
    ],
    "The group has 5 campuses , 186 teaching classes , 8,240 students and 512 teaching staff .": [
        ("5 campuses", "campuses", "The group", None, "actual", "exact"),
        ("186 teaching classes", "teaching classes", "The group", None, "actual", "exact"),
        ("8,240 students", "students", "The group", None, "actual", "exact"),
        ("512 teaching staff", "teaching staff", "The group", None, "actual", "exact"),
    ],
    "Shuangshi No. 3 Primary School , founded in 1987 , covers an area of 32.6 mu , has 42 classes "
    "and more than 2,000 students .": [
        ("32.6 mu", "mu", "Shuangshi No. 3 Primary School", None, "actual", "exact"),
        ("42 classes", "classes", "Shuangshi No. 3 Primary School", None, "actual", "exact"),
        ("2,000 students", "students", "Shuangshi No. 3 Primary School", None, "actual", "over"),
    ],
    "By 2025 , the city will build 30 high-quality education groups , and the coverage rate will "
    "reach more than 90% .": [
        ("30 high-quality education groups", "high-quality education groups", "the city", "2025", "planned", "exact"),
        ("90%", "coverage rate", "the city", "2025", "planned", "over"),
    ],
    "The number of groups has increased from 4 in 2019 to 17 at present , and the number of member "
    "schools has increased to 83 .": [
        ("4", "groups", None, "2019", "actual", "exact"),
        ("17", "groups", None, None, "actual", "exact"),
        ("83", "member schools", None, None, "actual", "exact"),
    ],
    "More than 300 people including principals of 28 schools attended the meeting .": [
        ("300 people", "people", None, None, "actual", "over"),
        ("28 schools", "schools", None, None, "actual", "exact"),
    ],
    "Every semester , each member school sends no less than 2 teachers to the core school for study .": [
        ("2 teachers", "teachers", "each member school", None, "actual", "over")
    ],
    "Three in five of the trust's schools are in rural areas, chief executive Ann Hale said.": [
        ("Three in five", "schools", "the trust", None, "actual", "exact")
    ],
    "Enrolment at Lakeside Academy has fallen to 640 from 810 in 2019.": [
        ("640", "Enrolment", "Lakeside Academy", None, "actual", "exact"),
        ("810", "Enrolment", "Lakeside Academy", "2019", "actual", "exact"),
    ],
    "The scheme, worth £2.4 million over three years, covers 14 schools in Barrow and 9 in Kendal.": [
        ("£2.4 million", "£", None, None, "actual", "exact"),
        ("14 schools", "schools", "Barrow", None, "actual", "exact"),
        ("9", "schools", "Kendal", None, "actual", "exact"),
    ],
    "Just 12 of the county's 94 villages still have a school of their own.": [
        ("12", "villages", "the county", None, "actual", "exact"),
        ("94 villages", "villages", "the county", None, "actual", "exact"),
    ],
    "The trust employs 1,130 people, 720 of them teachers.": [
        ("1,130 people", "people", "The trust", None, "actual", "exact"),
        ("720", "teachers", "The trust", None, "actual", "exact"),
    ],
    "Between them the two schools have 1,460 pupils and 98 teachers.": [
        ("two schools", "schools", None, None, "actual", "exact"),
        ("1,460 pupils", "pupils", "the two schools", None, "actual", "exact"),
        ("98 teachers", "teachers", "the two schools", None, "actual", "exact"),
    ],
    "As of last month, 23 of 31 districts had at least one group.": [
        ("23", "districts", None, "XXXX-XX", "actual", "exact"),
        ("31 districts", "districts", None, "XXXX-XX", "actual", "exact"),
    ],
    "At the start of the 2023-24 school year the group had 11 members, two more than a year before.": [
        ("11 members", "members", "the group", "2023/2024", "actual", "exact"),
        ("two", "members", "the group", None, "actual", "exact"),
    ],
    "In 2016 the city had five groups. By 2019 there were 23, and last year 41.": [
        ("five groups", "groups", "the city", "2016", "actual", "exact"),
        ("23", "groups", None, "2019", "actual", "exact"),
        ("41", "groups", None, "XXXX", "actual", "exact"),
    ],
    "The county is one of 16 pilot areas in the province.": [
        ("16 pilot areas", "pilot areas", "the province", None, "actual", "exact")
    ],
    "The hall, which cost 9.8 million yuan, seats 600 people.": [
        ("9.8 million yuan", "yuan", "The hall", None, "actual", "exact"),
        ("600 people", "people", "The hall", None, "actual", "exact"),
    ],
    "Up to 15 heads will be replaced.": [("15 heads", "heads", None, None, "planned", "under")],
    "There is one teacher for every 13 pupils.": [],
}


@pytest.mark.parametrize(("text", "found"), UNITS.items(), ids=UNITS)
def test_what_is_counted(text: str, found: list[tuple[str, float, str]]) -> None:
    counts = build.mentions(build.prose(text)).counts
    assert [(count.found.span.quote, count.value, count.unit and count.unit.span.quote) for count in counts] == found


@pytest.mark.parametrize(("text", "found"), SHORT.items(), ids=SHORT)
def test_each_number_with_what_it_counts(text: str, found: list[tuple[str, str]]) -> None:
    counts = build.mentions(build.prose(text)).counts
    assert [(count.found.span.quote, count.unit.span.quote if count.unit else "") for count in counts] == found


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_counted(text: str) -> None:
    assert build.mentions(build.prose(text)).counts == ()


@pytest.mark.parametrize(("text", "found"), WHOLE.items(), ids=WHOLE)
def test_all_that_is_said_of_a_number(text: str, found: list[Count]) -> None:
    assert [
        (
            count.found.span.quote,
            count.unit.span.quote if count.unit else "",
            count.scope.span.quote if count.scope else None,
            count.as_of.form.edtf if count.as_of else None,
            count.status,
            count.modifier,
        )
        for count in build.mentions(build.prose(text)).counts
    ] == found
