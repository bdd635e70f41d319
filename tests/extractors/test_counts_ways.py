"""Numbers in as many wordings as announcements have: what they count, and what counts nothing."""

from __future__ import annotations

import pytest

from tests.extractors import build

WAYS: dict[str, list[tuple[str, float, str]]] = {
    # Sums.
    "The board paid Sh70 million for it.": [("Sh70 million", 70_000_000, "Sh")],
    "A Sh2.5 billion complex was opened.": [("Sh2.5 billion", 2_500_000_000, "Sh")],
    "Boarders pay Sh90,000 and day pupils Sh42,500.": [("Sh90,000", 90000, "Sh"), ("Sh42,500", 42500, "Sh")],
    "A grant of HK$31.5 million was made.": [("HK$31.5 million", 31_500_000, "HK$")],
    "They got RM2.5 million.": [("RM2.5 million", 2_500_000, "RM")],
    "They pay Rs 5,000.": [("Rs 5,000", 5000, "Rs")],
    "They got S$2 million and A$4 million.": [("S$2 million", 2_000_000, "S$"), ("A$4 million", 4_000_000, "A$")],
    "It costs 30 million shillings.": [("30 million shillings", 30_000_000, "shillings")],
    "It costs 1,200 ringgit.": [("1,200 ringgit", 1200, "ringgit")],
    "It costs 5.2 billion won.": [("5.2 billion won", 5_200_000_000, "won")],
    "Tuition is 3,000 baht.": [("3,000 baht", 3000, "baht")],
    "It cost 3 million yuan (about US$420,000).": [("3 million yuan", 3_000_000, "yuan")],
    "It raised £1.3m for it.": [("£1.3m", 1_300_000, "£")],
    "A $20-million hall was built.": [("$20-million", 20_000_000, "$")],
    "It needs 260 million RMB yuan.": [("260 million RMB yuan", 260_000_000, "RMB yuan")],
    # Pupils by their grade.
    "Harbour East had 2,750 Primary One children.": [("2,750 Primary One children", 2750, "Primary One children")],
    "88 per cent of its Secondary Six candidates passed.": [("88 per cent", 88, "Secondary Six candidates")],
    "It has 180 Grade 9 learners.": [("180 Grade 9 learners", 180, "Grade 9 learners")],
    "It takes in 180 Year 7 pupils.": [("180 Year 7 pupils", 180, "Year 7 pupils")],
    "More than 900 Form 1 students reported.": [("900 Form 1 students", 900, "Form 1 students")],
    "It has 24 Primary 1 places.": [("24 Primary 1 places", 24, "Primary 1 places")],
    # Parts and shares.
    "The district has 40 public primary schools. Of the 40, 30 are in groups, that is, 75%.": [
        ("40 public primary schools", 40, "public primary schools"),
        ("40", 40, "public primary schools"),
        ("30", 30, "public primary schools"),
        ("75%", 75, "public primary schools"),
    ],
    "Of the 12 schools, 5 are rural.": [("12 schools", 12, "schools"), ("5", 5, "schools")],
    "Among the 20 groups, four are led by colleges.": [("20 groups", 20, "groups"), ("four", 4, "groups")],
    "Nine of the 14 members are private schools.": [("Nine", 9, "members"), ("14 members", 14, "members")],
    "Three in four pupils walk.": [("Three in four", 75, "pupils")],
    "Three out of every five letters are about fees.": [("Three out of every five", 60, "letters")],
    "Six in ten of its pupils walk.": [("Six in ten", 60, "pupils")],
    "Half of the teachers moved.": [("Half", 50, "teachers")],
    "A quarter of places are free.": [("A quarter", 25, "places")],
    "Two thirds of the members are rural schools.": [("Two thirds", 66.67, "members")],
    "It has 40 classes, 12 of them boarding.": [("40 classes", 40, "classes"), ("12", 12, "classes")],
    "It has 372 teachers, including 41 with a doctorate.": [("372 teachers", 372, "teachers"), ("41", 41, "teachers")],
    "It will cap rent increases at 4 per cent.": [("4 per cent", 4, "rent increases")],
    "The share of senior teachers rose by 2 percentage points.": [("2 percentage points", 2, "senior teachers")],
    # Enrolment.
    "Enrolment stands at 1,150.": [("1,150", 1150, "Enrolment")],
    "Enrollment plan: 6 classes, 270 people.": [("6 classes", 6, "classes"), ("270 people", 270, "people")],
    "Teachers: 86; students: 1,240.": [("86", 86, "Teachers"), ("1,240", 1240, "students")],
    "The school enrolls 6 classes/270 people.": [("6 classes", 6, "classes"), ("270 people", 270, "people")],
    "There are 24 classes in total, with a total enrollment of 1,080.": [
        ("24 classes", 24, "classes"),
        ("1,080", 1080, "total enrollment"),
    ],
    "The roll has fallen to 97.": [("97", 97, "roll")],
    "Secondary schools (5)": [("5", 5, "Secondary schools")],
    # Measures.
    "The kitchen uses 2,000 litres of water a day.": [("2,000 litres of water", 2000, "litres of water")],
    "It has a 150-kilowatt plant.": [("150-kilowatt", 150, "kilowatt")],
    "It has a 5 MW plant.": [("5 MW", 5, "MW")],
    "The canteen covers 1,200 sq m.": [("1,200 sq m", 1200, "sq m")],
    "It has a 400-metre track.": [("400-metre", 400, "metre")],
    "They gave 3 tonnes of rice.": [("3 tonnes of rice", 3, "tonnes of rice")],
    "The site covers 45 acres of woodland.": [("45 acres", 45, "acres")],
    "The building area is 31,000 m2.": [("31,000 m2", 31000, "m2")],
    "It uses 200,000 kWh a year.": [("200,000 kWh", 200000, "kWh")],
    # Nouns in quotation marks.
    'The county built 45 "smart classrooms" in two years.': [('45 "smart classrooms"', 45, "smart classrooms")],
    'Each park receives 2 "one-to-one" teachers.': [('2 "one-to-one" teachers', 2, '"one-to-one" teachers')],
    'It trained 30 "seed teachers".': [('30 "seed teachers"', 30, "seed teachers")],
    'It won 12 "famous teacher" studios.': [('12 "famous teacher" studios', 12, '"famous teacher" studios')],
    # Plain nouns.
    "Some 45 full scholarships were set aside.": [("45 full scholarships", 45, "full scholarships")],
    "It will hold 1,400 learners and 95 teachers.": [
        ("1,400 learners", 1400, "learners"),
        ("95 teachers", 95, "teachers"),
    ],
    "The trust runs nine primaries and three secondaries.": [
        ("nine primaries", 9, "primaries"),
        ("three secondaries", 3, "secondaries"),
    ],
    "A further 30 staff will be hired.": [("30 staff", 30, "staff")],
    "It joined with two kindergartens and one primary school.": [
        ("two kindergartens", 2, "kindergartens"),
        ("one primary school", 1, "primary school"),
    ],
    "The joint library lent out 8,200 books.": [("8,200 books", 8200, "books")],
    "The dormitory has 500 beds for girls.": [("500 beds", 500, "beds")],
    "It opened 286 classes, 1,100 more than last year.": [("286 classes", 286, "classes"), ("1,100", 1100, "classes")],
    "It carried out 16 joint teaching and research activities.": [
        ("16 joint teaching and research activities", 16, "joint teaching and research activities")
    ],
    # What opens what somebody says; topics of research; a number in the head of a list.
    'She said: "34 teachers move in three years, and papers are the same for all of us now."': [
        ("34 teachers", 34, "teachers")
    ],
    "Half of the 1,200 places are taken.": [("Half", 50, "places"), ("1,200 places", 1200, "places")],
    "It won six provincial topics.": [("six provincial topics", 6, "provincial topics")],
    "NEW MEMBERS (13)": [("13", 13, "NEW MEMBERS")],
    # What looks like a count and is none.
    "He raised three requests.": [],
    "Guess you like: 5 pencil cases that children love": [],
    "98 comments Expand": [],
    "Read 2,143 times": [],
    "How to pick a school: 7 tips": [],
    "Account 004-555-014-7 is open.": [],
    "P.O. Box 4521, Dahe": [],
    "It is in Room 302, Building 5.": [],
    "The mean score rose from 7.9 to 9.1.": [],
    "It takes 40 minutes by bus.": [],
    "Two weeks later, it opened.": [],
    'It formed the pattern of "one group one brand".': [],
    "It is a 12-year school.": [],
    "It won first prize and third place.": [],
    "The class starts at 8:05.": [],
    "Children aged 3 to 6 may come.": [],
    "The ratio of teachers to pupils is 1:15.": [],
    "Pageviews 2.1w": [],
    "A research base is built for every 2 schools.": [],
    # Further wordings.
    "At present, there are 12 primary school education groups in the county, involving 46 schools.": [
        ("12 primary school education groups", 12, "primary school education groups"),
        ("46 schools", 46, "schools"),
    ],
    "The number of member schools has expanded from 3 to 11.": [
        ("3", 3, "member schools"),
        ("11", 11, "member schools"),
    ],
    "The school covers an area of 120 mu, with a building area of 56,000 square meters.": [
        ("120 mu", 120, "mu"),
        ("56,000 square meters", 56000, "square meters"),
    ],
    "It has 2 special-grade teachers and 43 municipal backbone teachers.": [
        ("2 special-grade teachers", 2, "special-grade teachers"),
        ("43 municipal backbone teachers", 43, "municipal backbone teachers"),
    ],
    "The coverage rate of high-quality degrees will reach more than 85%.": [("85%", 85, "coverage rate")],
    "More than 3,000 person-times of teachers took part.": [("3,000 person-times", 3000, "person-times")],
    "A total of 1.26 million yuan was invested, and 8 recording classrooms were built.": [
        ("1.26 million yuan", 1260000, "yuan"),
        ("8 recording classrooms", 8, "recording classrooms"),
    ],
    "Each group is given 200,000 yuan every year.": [("200,000 yuan", 200000, "yuan")],
    "The group has one school with four campuses.": [("four campuses", 4, "campuses")],
    "Students number 3,400, teachers 210.": [("3,400", 3400, "Students"), ("210", 210, "teachers")],
    "Enrollment scale: 48 classes, 2,160 degrees.": [("48 classes", 48, "classes"), ("2,160 degrees", 2160, "degrees")],
    "Nearly 98% of the parents are satisfied.": [("98%", 98, "parents")],
    "It adds 5,400 degrees, of which 3,200 are in primary schools.": [
        ("5,400 degrees", 5400, "degrees"),
        ("3,200", 3200, "degrees"),
    ],
    "The ratio of students to teachers is 12 to 1.": [],
    "The satisfaction of the masses rose to 96.5 points.": [],
    "It ranks second in 9 counties.": [("9 counties", 9, "counties")],
    "The distance between the two campuses is 3.5 kilometers.": [
        ("two campuses", 2, "campuses"),
        ("3.5 kilometers", 3.5, "kilometers"),
    ],
    "Teachers shall serve 3 years in rural schools.": [],
    "8 o'clock in the morning, 300 parents came.": [("300 parents", 300, "parents")],
    "It was issued as No. 45 of 2021.": [],
    "The trust educates around 11,000 pupils in 21 schools.": [
        ("11,000 pupils", 11000, "pupils"),
        ("21 schools", 21, "schools"),
    ],
    "Some 3,200 children, two-thirds of them girls, are enrolled.": [
        ("3,200 children", 3200, "children"),
        ("two-thirds", 66.67, "children"),
    ],
    "Class sizes fell from 45 to 32.": [("45", 45, "Class sizes"), ("32", 32, "Class sizes")],
    "It costs £4,870 a pupil.": [("£4,870", 4870, "£")],
    "The levy brings in $1.2 billion a year.": [("$1.2 billion", 1_200_000_000, "$")],
    "One in five teachers has left.": [("One in five", 20, "teachers")],
    "The roof cost a quarter of a million pounds.": [("a quarter of a million pounds", 250000, "pounds")],
    "Attendance is up four percentage points to 94%.": [
        ("four percentage points", 4, "Attendance"),
        ("94%", 94, "Attendance"),
    ],
    "It has 18 teaching staff and six support staff.": [
        ("18 teaching staff", 18, "teaching staff"),
        ("six support staff", 6, "support staff"),
    ],
    "Call 0722 555 100 for details.": [],
    "It is open 24 hours a day, seven days a week.": [],
    "Children aged five to 11 attend.": [],
    "Year 6 pupils sang.": [],
    "It was rated 4.5 stars.": [],
    "Pupils scored 87 out of 100.": [],
    "Key Stage 2 results rose.": [],
    "The 2019 cohort had 140 graduates.": [("140 graduates", 140, "graduates")],
    "Fewer than 40 of the 300 places are taken.": [("40", 40, "places"), ("300 places", 300, "places")],
    "Twelve of our schools are outstanding.": [("Twelve", 12, "schools")],
    "Half of all teachers and 60 percent of heads are women.": [("Half", 50, "teachers"), ("60 percent", 60, "heads")],
}


@pytest.mark.parametrize(("sentence", "found"), WAYS.items(), ids=WAYS)
def test_what_is_counted(sentence: str, found: list[tuple[str, float, str]]) -> None:
    counts = build.mentions(build.prose(sentence)).counts
    assert [(count.found.span.quote, count.value, count.unit and count.unit.span.quote) for count in counts] == found
