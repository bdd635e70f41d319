"""Whose a number is, when it holds, what is said of it and what it counts: further wordings of the press."""

from __future__ import annotations

import pytest

from tests.extractors import build

SCOPES: dict[str, list[str | None]] = {
    "Covering 61 schools, the county's 14 groups now take in 38,000 pupils.": [
        "the county",
        "the county",
        "the county",
    ],
    "Home to 38 schools and 21,000 pupils, Gaotai County is small.": ["Gaotai County", "Gaotai County"],
    "With a total enrolment of 2,300, Tongde Primary School is the largest of all.": ["Tongde Primary School"],
    "Built at a cost of 86 million yuan, Tongde Primary School can take 1,800 pupils.": [
        "Tongde Primary School",
        "Tongde Primary School",
    ],
    "Founded with three schools, the Lanting Education Group today runs 14.": [
        "Lanting Education Group",
        "Lanting Education Group",
    ],
    "Having started with 4 classes, the school now has 36.": ["the school", "the school"],
    "Across its three campuses, the group teaches 4,200 pupils.": ["the group", "the group"],
    "With 84 teachers for 1,100 pupils, Tongde Primary School is short of staff.": [
        "Tongde Primary School",
        "Tongde Primary School",
    ],
    "Among them, Gaotai County has 14 groups.": ["Gaotai County"],
    "In terms of numbers, the district leads with 21 groups.": ["the district"],
    "As a result, the county closed 12 village schools.": ["the county"],
    "Over the past three years, Gaotai County has put 320 million yuan into its schools.": ["Gaotai County"],
    "Thanks to the groups, 34 rural schools in the county gained music teachers.": ["the county"],
    "Of the 46 schools in Gaotai County, 39 now belong to a group.": ["Gaotai County", "Gaotai County"],
    "Beishan Town alone runs 4 of the 12 groups in the county.": ["Beishan Town", "the county"],
    "Shuangshi District has brought 52 of its 58 primary schools into groups.": [
        "Shuangshi District",
        "Shuangshi District",
    ],
    "It has 39 groups. Of these, 12 are in the county seat.": [None, "the county seat"],
    "Of these, 12 are rural schools.": [None],
    "Nine of the group's 13 schools are rural.": ["the group", "the group"],
    "More than half of the county's schools have joined.": ["the county"],
    "A third of the pupils at Tongde Primary School are boarders.": ["Tongde Primary School"],
    "Some 92 percent of rural schools in Gaotai County have joined.": ["Gaotai County"],
    "Each of the six groups receives 300,000 yuan a year.": [None, "the six groups"],
    "Every group receives 300,000 yuan a year.": ["Every group"],
    "Each lead school sends 8 teachers to the villages.": ["Each lead school"],
    "Xihe Town has 4 groups, Dongliu Town 3 and Beishan Town 2.": ["Xihe Town", "Dongliu Town", "Beishan Town"],
    "The group has 6 schools; the largest, East Campus, has 1,900 pupils.": ["The group", "East Campus"],
    "Lanting Group has 9 members, while Hongqi Group has only 4.": ["Lanting Group", "Hongqi Group"],
    "Gaotai No. 2 Middle School: 36 classes; 1,640 pupils; 142 teachers.": [
        "Gaotai No. 2 Middle School",
        "Gaotai No. 2 Middle School",
        "Gaotai No. 2 Middle School",
    ],
    "Tongde Primary School's enrolment has doubled to 1,600 and its staff has grown to 124.": [
        "Tongde Primary School",
        "Tongde Primary School",
    ],
    "The district's coverage rate now stands at 93.5 percent.": ["The district"],
    "Membership of the Lanting Alliance has reached 42.": ["Lanting Alliance"],
    "The share of group schools in the county rose to 71%.": ["the county"],
    "Enrolment across the trust is 9,600.": ["the trust"],
    "Some 27 million yuan has been invested in the east campus.": ["the east campus"],
    "The county gave Tongde Primary School 2.6 million yuan for a gym.": ["Tongde Primary School"],
    "There were 36 classes and 1,640 pupils at Gaotai No. 2 Middle School.": [
        "Gaotai No. 2 Middle School",
        "Gaotai No. 2 Middle School",
    ],
    "A further 400 places will be created at Tongde Primary School.": ["Tongde Primary School"],
    "Under the scheme, 14 groups have been set up throughout Gaotai County.": ["Gaotai County"],
    "Luo Fang, principal of Tongde Primary School, said the school has 1,100 pupils.": ["the school"],
    "Gaotai County, in the north of the province, runs 14 groups.": ["Gaotai County"],
    "Tongde Primary School, which is 12 kilometers from Gaotai, has 24 classes.": [None, "Tongde Primary School"],
    "Tongde Primary School joined the Lanting Group in 2019 and has 24 classes.": ["Tongde Primary School"],
    "The bureau said Tongde Primary School would get 12 new teachers.": ["Tongde Primary School"],
    "The group is led by Tongde Primary School and has 9 members.": ["The group"],
    "It was learned from the county education bureau that the county has 14 groups.": ["the county"],
    "The meeting drew 320 people from 14 schools.": [None, None],
    "Guests from 12 provinces visited Tongde Primary School.": [None],
    "Luo Fang handed over 30 computers.": [None],
    "Entry costs 20 yuan.": [None],
    "About 300 parents gathered in the square.": [None],
}
DATED: dict[str, list[str | None]] = {
    "As at 1 September 2022, the trust had 14 academies.": ["2022-09-01"],
    "By late 2021 Gaotai had 9 groups.": ["2021"],
    "Up to December 2023, 61 schools had joined.": ["2023-12"],
    "Through June 2022, the fund paid out 3.4 million yuan.": ["2022-06"],
    "Gaotai had 9 groups at the end of 2020 and 14 a year later.": ["2020-12", None],
    "In the 2022-23 school year, 48 teachers moved and 31 heads changed posts.": ["2022/2023", "2022/2023"],
    "For the academic year 2023/24 the school admits 270 pupils.": ["2023/2024"],
    "In September, 12 schools joined; in March, another 5.": ["XXXX-09", "XXXX-03"],
    "Enrolment in 2020 stood at 1,240; in 2023 it was 1,610.": ["2020", "2023"],
    "In 2021 the rate was 62 percent, in 2022 71 percent and in 2023 80 percent.": ["2021", "2022", "2023"],
    "Last year alone it sent out 36 teachers.": ["XXXX"],
    "The county will have 20 groups by 2025 and 26 by 2027.": ["2025", "2027"],
    "By 2030, when the campus is complete, it will hold 3,000 pupils.": ["2030"],
    "The school opened its doors on 1 September 2021 to 320 pupils.": ["2021-09-01"],
    "It took over three schools in 2019, two in 2021 and four in 2022.": ["2019", "2021", "2022"],
    "This autumn the group will open two campuses.": ["XXXX-23"],
    "On March 3 last year, the county had 14 groups.": ["XXXX-03-03"],
    "At the close of 2022, 14 groups had 61 schools.": ["2022-12", "2022-12"],
    "The rate, 71 percent in 2020, is now 93 percent.": ["2020", None],
    "It has 14 groups (as of June 2022) and 61 schools.": ["2022-06", None],
    "It spent 18 million yuan between September 2020 and July 2022.": ["2020-09/2022-07"],
    "The rate was 71 percent in 2020, 85 percent in 2021 and is expected to be 95 percent by 2025.": [
        "2020",
        "2021",
        "2025",
    ],
    "From 2018 to 2022, 36 schools were rebuilt and 4 new ones built.": ["2018/2022", "2018/2022"],
    "During 2022, the group held 140 open lessons.": ["2022"],
    "The group held 140 open lessons during the 2021-22 school year.": ["2021/2022"],
    "The 2021 intake was 540 pupils.": ["2021"],
    "The county's 2022 budget sets aside 21 million yuan for it.": ["2022"],
    "The 2023 target is 12 groups.": ["2023"],
    "The 300 places added in 2021 are all taken.": ["2021"],
    "Figures for 2022 show that the group had 14 schools.": ["2022"],
    "Statistics for the end of 2022 put the number of groups at 14.": ["2022-12"],
    "This year's budget is 21 million yuan.": ["XXXX"],
    "When the group was set up in 2018 it had 4 schools; today it has 13.": ["2018", None],
    "Founded in 2018 with 4 schools, the group has grown to 13.": ["2018", None],
    "At the time of its founding in 2016 the alliance numbered 7 members.": ["2016"],
    "The group began in 2016 with two schools and now has 9.": ["2016", None],
    "Starting from two schools in 2016, the group now has 9.": ["2016", None],
    "The group grew from two schools in 2016 to 9 in 2022.": ["2016", "2022"],
    "Compared with 2019, the number of groups has risen by 6.": [None],
    "Built in 1956, the school has 24 classes.": [None],
    "The school was rebuilt in 2015 and has 24 classes.": [None],
    "Luo Fang, born in 1975, leads 86 teachers.": [None],
    "Under the plan issued in May 2021, 12 groups will be formed.": [None],
    "The meeting of 5 May heard that 12 groups exist.": [None],
    "Since September 2021, 64 teachers have been exchanged.": [None],
    "Tongde Primary School, opened in 2016, has 24 classes.": [None],
    "The group, set up in 2018, has 61 teachers.": [None],
    "She has led the school since 2012, and it has 24 classes.": [None],
    "In 2018 Luo Fang became its head; the school has 24 classes.": [None],
    "The school, which joined the group in 2019, has 24 classes.": [None],
    "It won the prize in 2020 and has 24 classes.": [None],
    "It moved to its new site in 2019, where it has 24 classes.": [None],
}
STATUS: dict[str, list[str]] = {
    "Gaotai County is to form 6 further groups.": ["planned"],
    "A campus for 1,800 pupils is under construction.": ["planned"],
    "Another 12 schools are due to join next autumn.": ["planned"],
    "It aims for 95 percent coverage.": ["planned"],
    "The goal: 20 groups in three years.": ["planned"],
    "Its capacity could rise to 3,000 pupils.": ["planned"],
    "Upon completion, the school can hold 2,160 pupils.": ["planned"],
    "Once complete, it offers 2,160 places.": ["planned"],
    "The county looks to set up 6 more groups.": ["planned"],
    "There are plans for 6 more groups.": ["planned"],
    "The county wants 20 groups by then.": ["planned"],
    "The bureau has set a target of 20 groups.": ["planned"],
    "The county had planned 12 groups but formed 15.": ["planned", "actual"],
    "14 groups have been formed, and the remaining 3 are to follow.": ["actual", "planned"],
    "The group, which runs 8 schools, plans to take over two more.": ["actual", "planned"],
    "Having set up 14 groups, the county will now train their heads.": ["actual"],
    "The county will build on the 14 groups it already has.": ["actual"],
    "Last year's target of 12 groups was met.": ["planned"],
}
MODIFIERS: dict[str, str] = {
    "Well over 300 teachers came.": "over",
    "Just over 300 teachers came.": "over",
    "A little over 300 teachers came.": "over",
    "Slightly more than 300 teachers came.": "over",
    "300-plus teachers came.": "over",
    "A minimum of 300 teachers came.": "over",
    "The number of teachers topped 300.": "over",
    "In the region of 300 teachers came.": "about",
    "Close on 300 teachers came.": "about",
    "300 or so teachers came.": "about",
    "Very nearly 300 teachers came.": "about",
    "Just under 300 teachers came.": "under",
    "Just short of 300 teachers came.": "under",
    "Not quite 300 teachers came.": "under",
    "No more than 300 teachers came.": "under",
    "Only 300 teachers came.": "exact",
    "Fully 300 teachers came.": "exact",
    "The number of teachers has more than doubled to 300.": "exact",
    "Exactly 300 teachers came.": "exact",
    "As many as 300 teachers came.": "exact",
}


@pytest.mark.parametrize(("text", "scopes"), SCOPES.items(), ids=SCOPES)
def test_whom_a_number_is_about(text: str, scopes: list[str | None]) -> None:
    counts = build.mentions(build.prose(text)).counts
    assert [count.scope.span.quote if count.scope else None for count in counts] == scopes


@pytest.mark.parametrize(("text", "dates"), DATED.items(), ids=DATED)
def test_when_a_number_holds(text: str, dates: list[str | None]) -> None:
    counts = build.mentions(build.prose(text)).counts
    assert [count.as_of.form.edtf if count.as_of else None for count in counts] == dates


@pytest.mark.parametrize(("text", "status"), STATUS.items(), ids=STATUS)
def test_whether_a_number_is_planned(text: str, status: list[str]) -> None:
    assert [count.status for count in build.mentions(build.prose(text)).counts] == status


@pytest.mark.parametrize(("text", "modifier"), MODIFIERS.items(), ids=MODIFIERS)
def test_what_qualifies_a_number(text: str, modifier: str) -> None:
    assert [count.modifier for count in build.mentions(build.prose(text)).counts] == [modifier]
