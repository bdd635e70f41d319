"""Whom and when a number is about, in as many wordings as announcements have."""

from __future__ import annotations

import pytest

from tests.extractors import build

SCOPES: dict[str, list[str | None]] = {
    # What the clause is about.
    "Dahe City now has 12 education groups and 85 member schools.": ["Dahe City", "Dahe City"],
    "The alliance, founded in 2019, has 31 members.": ["The alliance"],
    "The county had 820 primary schools but a shortage of 1,300 classrooms.": ["The county", "The county"],
    "Up to now the county has 14 groups, involving 63 schools, with a coverage rate of 91%.": [
        "the county",
        "the county",
        "the county",
    ],
    "The district will build 31 schools, including 14 kindergartens, adding 28,000 places.": [
        "The district",
        "The district",
        "The district",
    ],
    "Baihe School sent 12 teachers to Linxi School.": ["Baihe School"],
    "Linxi School received 12 teachers from Baihe School.": ["Linxi School"],
    "The Baihe Group now comprises 14 schools in 5 cities of Hubei.": ["Baihe Group", "Hubei"],
    "The Dahe Alliance, whose 24 schools teach 9,000 pupils, is old.": ["Dahe Alliance", "Dahe Alliance"],
    "Linxi Kindergarten: 12 classes, 360 children.": ["Linxi Kindergarten", "Linxi Kindergarten"],
    "The plan says that in 2022 the county will form 3 more groups.": ["the county"],
    "It was put forward at the meeting that in 2022 the county will form 3 more groups.": ["the county"],
    "At the meeting Li Jun introduced that the district already has 11 groups.": ["the district"],
    # A name behind its description.
    "Its first group, the Baihe Middle School Education Group, now has four campuses.": [
        "Baihe Middle School Education Group"
    ],
    "Her school, Linxi Town School, has 240 pupils.": ["Linxi Town School"],
    "The county's oldest school, Baihe School, was founded in 1911 and has 2,400 pupils.": ["Baihe School"],
    "The lead school, Baihe School, has 60 classes.": ["Baihe School"],
    # A place behind or before.
    "There are 670 schools in the city.": ["the city"],
    "The number of groups in the province has reached 214.": ["the province"],
    "In Linxi County, 20 schools joined and 300 teachers moved.": ["Linxi County", "Linxi County"],
    "At Baihe School, 34 teachers are new.": ["Baihe School"],
    "It teaches 4,800 children across Dahe and Tarnby.": ["Dahe and Tarnby"],
    "Beds: 600 beds in Dahe, Tarnby and Olma.": ["Dahe, Tarnby and Olma"],
    "So far, 27 education groups have been set up in the district.": ["the district"],
    "Some 40 schools in Linxi, Dahe Province, took part.": ["Linxi"],
    "In Dahe the coverage rate is 85%, in Linxi 71%.": ["Dahe", "Linxi"],
    "He said 41 percent of pupils in Linxi District travel far.": ["Linxi District"],
    "The average score of Linxi Middle School rose by 30 points, and 28 people were admitted.": ["Linxi Middle School"],
    # An owner.
    "The district's 14 groups are new.": ["The district"],
    "Of the county's 42 schools, 30 are rural.": ["the county", "the county"],
    "Enrolment at Baihe School is 1,150.": ["Baihe School"],
    # Nobody's number.
    "According to the county education bureau, 85 percent of teachers live in town.": [None],
    "Li Jun, director of the Dahe Education Bureau, said that 320 teachers will move.": [None],
    "He taught 30 pupils.": [None],
    "A special fund of 3 million yuan was set up.": [None],
    "The ceremony was watched by 300 people.": [None],
    "Floor area 31,500 square metres.": [None],
    # Further wordings.
    "By the end of 2023, Linxi County had built 9 groups and Dahe County 7.": ["Linxi County", "Dahe County"],
    "The enrollment of Baihe School is 1,080 people this year.": ["Baihe School"],
    "After the expansion, Baihe School will have 60 classes and 2,700 degrees.": ["Baihe School", "Baihe School"],
    "The bureau invested 3 million yuan in Linxi School.": ["Linxi School"],
    "Linxi School, with 12 classes and 480 students, lies in the mountains.": ["Linxi School", "Linxi School"],
    "Together, the three campuses have 96 classes.": [None, "the three campuses"],
    "In Linxi, the number of groups has risen to 14.": ["Linxi"],
    "Among the 9 groups of the county, 4 are led by middle schools.": ["the county", "the county"],
    "The county's education groups have grown to 12.": ["The county"],
    "The largest of them, Baihe Education Group, has 11 members.": ["Baihe Education Group"],
}
DATED: dict[str, list[str | None]] = {
    # The sentence dates the number.
    "As of August 2023, the network ran 30 schools.": ["2023-08"],
    "In 2022, the city had 12 groups and 85 schools.": ["2022", "2022"],
    "The county had 120 groups in 2023, compared with 85 in 2021.": ["2023", "2021"],
    "The share of groups rose from 58% in 2020 to 92.3% in 2024.": ["2020", "2024"],
    "It runs 15 groups, up from 11 in 2021, and has set aside 30 million yuan.": [None, "2021", None],
    "Pilot stage (September 2020 to August 2021): build 4 groups.": ["2020-09/2021-08"],
    "In the past school year (2022-2023) it trained 9,800 students.": ["2022/2023"],
    "In 2023 the district enrolled 3,150 first-graders; 52% of them live in town.": ["2023", "2023"],
    "Attendance was 93% last December.": ["XXXX-12"],
    "The school will take in 270 pupils this September.": ["XXXX-09"],
    "The fund grants 8 million yuan for the years 2023-2025.": ["2023/2025"],
    "They get £66 for the period April to August 2017.": ["2017-04/2017-08"],
    "They get 6 million yuan for the period 2024 to 2026.": ["2024/2026"],
    "By the end of 2025 there will be 20 groups and 300 schools.": ["2025-12", "2025-12"],
    "It sent 45 teachers in the 2022-23 school year.": ["2022/2023"],
    "In 2019 it had 9 members; now it has 31.": ["2019", None],
    "In 2019 it had 9 members and now has 31.": ["2019", None],
    "The scheme drew 640 entries in May 2023.": ["2023-05"],
    "Between 2019 and 2023, 62,300 students graduated.": ["2019/2023"],
    # The date is of something else, or the number is of now.
    "Linxi School, with 260 pupils on roll, was rated Good in June 2022.": [None],
    "Linxi School, about 30 kilometers to the north, was taken in on July 15.": [None],
    "The building, which opened in March 2021, holds 400 pupils.": [None],
    "The work, which started in May 2022, occupied about 250 people.": [None],
    "Dahe Works, founded in 1998, employs 40 people.": [None],
    "Today we serve 9,300 pupils.": [None],
    "At present the city has 12 groups.": [None],
    "In the 1980s he walked 9 kilometres to school.": [None],
    "More than 20 teachers have retired since 2020.": [None],
    "It promised 60 scholarships and will publish a review in the first quarter of 2026.": [None],
    "So far 7 rooms are in use, 30 helpers are trained, and 2,400 visits were counted in September.": [
        None,
        None,
        "XXXX-09",
    ],
    # Further wordings.
    "Up to now, 46 schools have joined, compared with 30 in 2019.": [None, "2019"],
    "From 2019 to 2023, the city invested 300 million yuan.": ["2019/2023"],
    "In the autumn of 2022, the new campus opened with 24 classes.": ["2022-23"],
    "The group was set up in 2018 and has 6 campuses.": [None],
    "Since its establishment in 2018, the group has trained 300 teachers.": [None],
    "It is planned that by 2025 there will be 20 groups, and the rate will exceed 90%.": ["2025", "2025"],
    "In 2022 alone, 120 teachers were exchanged.": ["2022"],
    "During the 13th Five-Year Plan period, 30 schools were built.": ["2016/2020"],
    "By June 30, 2022, 14 groups had been set up.": ["2022-06-30"],
    "As early as 2010, the school had 3 campuses.": [None],
    "In the first half of 2022, it held 40 classes.": ["2022-01/2022-06"],
    "Last year the rate was 80%; this year it is 85%.": ["XXXX", "XXXX"],
    "The 300 teachers recruited in 2021 have arrived.": ["2021"],
    "12 schools joined the group in September 2021.": ["2021-09"],
}


@pytest.mark.parametrize(("sentence", "scopes"), SCOPES.items(), ids=SCOPES)
def test_whom_a_number_is_about(sentence: str, scopes: list[str | None]) -> None:
    counts = build.mentions(build.prose(sentence)).counts
    assert [count.scope.span.quote if count.scope else None for count in counts] == scopes


@pytest.mark.parametrize(("sentence", "dates"), DATED.items(), ids=DATED)
def test_when_a_number_holds(sentence: str, dates: list[str | None]) -> None:
    counts = build.mentions(build.prose(sentence)).counts
    assert [count.as_of.form.edtf if count.as_of else None for count in counts] == dates


STATUS: dict[str, list[str]] = {
    # A document that is a plan itself, and news of one.
    "Implementation Plan for Group Schooling in Dahe District\nIn the first stage, select 4 groups as pilots.": [
        "planned"
    ],
    "Measures for the Management of Groups in Dahe District\nThe fund gives 80,000 yuan to each group.": ["planned"],
    "Implementation Plan for Group Schooling in Dahe District\nAt present, the district has 30 schools and 9 groups.": [
        "actual",
        "actual",
    ],
    "Dahe issues Implementation Plan for Group Schooling\nIn the first stage, it selects 4 groups as pilots.": [
        "actual"
    ],
    # Lists of planned numbers.
    "News of the day\nBaihe School, plan 8 classes, 360 people.": ["planned", "planned"],
    "News of the day\nThis year the plan of the group is 24 classes and about 1,080 people.": ["planned", "planned"],
    "News of the day\nThe group has 24 classes and 1,080 people.": ["actual", "actual"],
}


@pytest.mark.parametrize(("text", "status"), STATUS.items(), ids=STATUS)
def test_whether_a_number_is_planned(text: str, status: list[str]) -> None:
    assert [count.status for count in build.mentions(build.plain(text)).counts] == status
