"""What prose says of groups: who leads, who belongs, since when, which group is meant; and what says nothing."""

from __future__ import annotations

import pytest

from pipeline import extract
from pipeline.records import GroupRecord
from tests.extractors import build
from tests.extractors.build import Said

GROUP = "Dahe Middle School Education Group"
OTHER = "Moxi Middle School Education Group"
DAHE, LINXI, MUYUN, FENGTAI = (
    "Dahe Middle School",
    "Linxi Primary School",
    "Muyun Primary School",
    "Fengtai Kindergarten",
)

LEADERS = {
    f"{GROUP} is jointly led by {DAHE} and Linxi No. 2 Middle School.": (DAHE, "Linxi No. 2 Middle School"),
    f"{GROUP}, headed by {DAHE}, opened a hall.": (DAHE,),
    f"{GROUP} was unveiled last week. It is headed by {DAHE}.": (DAHE,),
    f"{GROUP} opened a hall. The group is led by {DAHE}.": (DAHE,),
    f"{GROUP} consists of {LINXI} (lead school) and {MUYUN}.": (LINXI,),
}
MEMBERS = {
    f"{GROUP} is composed of No. 1, No. 2 and No. 5 Middle Schools.": ("No. 1", "No. 2", "No. 5 Middle Schools"),
    f"{GROUP} comprises Gumu No. 1 Middle School, Moyun Town, Donglin City and {LINXI}.": (
        "Gumu No. 1 Middle School, Moyun Town, Donglin City",
        LINXI,
    ),
    f"{GROUP} consists of {LINXI} (lead school), {MUYUN} and {FENGTAI}.": (MUYUN, FENGTAI),
    f"{LINXI} and {MUYUN} will join {GROUP}.": (LINXI, MUYUN),
    f"{GROUP} opened a hall. Its member schools are {LINXI} and {MUYUN}.": (LINXI, MUYUN),
}
NOTHING_SAID = [
    f"{GROUP} opened a hall.",
    f"{GROUP} visited {MUYUN}.",
    f"Teachers from {MUYUN} visited {GROUP}.",
    f"{GROUP} has a partner school, {MUYUN}.",
    f"{GROUP} competed with {MUYUN} for the cup.",
    f"{GROUP} held a meeting in {MUYUN}.",
    f"{GROUP} was set up near {MUYUN}.",
    f"{GROUP} welcomed a delegation from {MUYUN}.",
    f"{GROUP} received a prize from the Muyun Education Bureau.",
    f"{GROUP} includes teachers from {MUYUN}.",
    f"{GROUP}, whose name recalls {DAHE}, opened a hall.",
    f"{MUYUN} left {GROUP}.",
    f"{MUYUN} did not join {GROUP}.",
    f"{MUYUN} will not join {GROUP}.",
    f"The Linxi County government took the lead in setting up {GROUP}.",
    f"Linxi County Education Bureau took the lead in setting up {GROUP}.",
    f"The county government leads {GROUP}.",
]
NO_GROUPS = [
    f"The education group opened a hall with {MUYUN}.",
    "Five education groups and two school alliances were set up in Linxi.",
    "Brightway Education Group Co., Ltd. opened a shop.",
    f"{MUYUN} is a partner school of {DAHE}.",
    f"{MUYUN} joined in the games.",
    "They signed the Dahe-Linxi Education Partnership Agreement in the school.",
    "The group of schools by the river opened a hall.",
    "The education group of Linxi City met, and so did the education group of the county.",
    "The education groups of the junior divisions of the schools met.",
    "Linxi City public primary and secondary school education group (third round) formation list",
]
FOUNDED = {
    f"{GROUP} was founded on 3 May 2019.": "2019-05-03",
    f"{GROUP} was formally established in September 2018.": "2018-09",
    f"On March 3, 2020 the unveiling ceremony of {GROUP} was held.": "2020-03-03",
    f"In 2016 the county set up {GROUP}.": "2016",
    f'On May 27 our school held the founding ceremony of the "{GROUP}", the first since 2019.': "XXXX-05-27",
    f"April 19, 2024, {GROUP} (below called Dahe Group) uncovered its plaque.": "2024-04-19",
    f"The answer is {GROUP}, in short {OTHER}, which was set up in 2017.": "2017",
    f"In October 2017 {GROUP} came into the world with one school; a second was merged in in 2019.": "2017-10",
    f"{GROUP} was set up in the 2018-2019 school year.": "2018/2019",
    f"On 2 March 2020 {GROUP} opened its doors.": "2020-03-02",
    f"{GROUP} unveiled a new plaque on 2 March 2020.": "2020-03-02",
    f"{GROUP} was founded two years ago, in 2019.": "2019",
}
NOT_FOUNDED = [
    f"{GROUP} and three more were formed from 2020 to 2022.",
    f"They signed the memorandum creating {GROUP}, which is meant to train 500 teachers by 2030.",
    f"{GROUP} will be founded in September 2025.",
    f"The county plans to set up {GROUP} in 2026.",
    f"On 3 May 2019 pupils of {GROUP} sang.",
    f"{GROUP} was founded by {DAHE}.",
    f"{GROUP} opened a campus on 4 October 2024.",
    f"In 2021 {GROUP} set up three new training bases.",
]


@pytest.mark.parametrize(("prose", "leaders"), LEADERS.items(), ids=LEADERS)
def test_schools_that_lead(prose: str, leaders: tuple[str, ...]) -> None:
    assert build.groups(build.prose(prose))[GROUP].leaders == leaders


@pytest.mark.parametrize(("prose", "members"), MEMBERS.items(), ids=MEMBERS)
def test_schools_that_belong(prose: str, members: tuple[str, ...]) -> None:
    assert build.groups(build.prose(prose))[GROUP].members == members


@pytest.mark.parametrize("prose", NOTHING_SAID)
def test_a_group_of_which_nothing_is_said(prose: str) -> None:
    assert build.groups(build.prose(prose)) == {GROUP: Said()}


@pytest.mark.parametrize("prose", NO_GROUPS)
def test_no_group(prose: str) -> None:
    assert build.groups(build.prose(prose)) == {}


@pytest.mark.parametrize(("prose", "date"), FOUNDED.items(), ids=FOUNDED)
def test_when_a_group_was_founded(prose: str, date: str) -> None:
    assert build.groups(build.prose(prose))[GROUP].established == date


def test_groups_founded_on_dates_of_their_own() -> None:
    found = build.groups(build.prose(f"{GROUP} and {OTHER}, set up in 2017 and 2019 respectively, were merged."))
    assert {name: said.established for name, said in found.items()} == {GROUP: "2017", OTHER: "2019"}


def test_the_date_of_another_clause_founds_nothing() -> None:
    batches = (
        f"In the first batch, approved on 16 May 2022, was {GROUP}; in the second, approved in August, came {OTHER}."
    )
    found = build.groups(build.prose(batches))
    assert found[GROUP].established == "2022-05-16"


@pytest.mark.parametrize("prose", NOT_FOUNDED)
def test_plans_and_other_dates_found_nothing(prose: str) -> None:
    assert build.groups(build.prose(prose))[GROUP].established is None


def test_a_sentence_may_list_more_than_a_hundred_schools() -> None:
    schools = [f"Anbu Road No. {n} Primary School" for n in range(1, 151)]
    found = build.groups(build.prose(f"{GROUP} is composed of {', '.join(schools)}."))
    assert found[GROUP].members == tuple(schools)


def test_the_former_and_the_latter() -> None:
    prose = f"{GROUP} and {OTHER} opened halls. The former is led by {DAHE}. The latter is led by {MUYUN}."
    found = build.groups(build.prose(prose))
    assert {name: said.leaders for name, said in found.items()} == {GROUP: (DAHE,), OTHER: (MUYUN,)}


@pytest.mark.parametrize(
    "compared",
    [
        f"It is the second group of the county, after {OTHER}.",
        f"This is the county's second group after {OTHER}.",
        f"The group is larger than {OTHER}.",
        f"It will share its courses, unlike {OTHER}.",
    ],
)
def test_a_group_that_another_is_compared_with_is_not_meant(compared: str) -> None:
    prose = (
        f"{GROUP} was founded on May 8. {compared} The new group is led by {DAHE}. {LINXI} and {MUYUN} have joined it."
    )
    found = build.groups(build.prose(prose))
    assert {name: (said.leaders, said.members) for name, said in found.items()} == {
        GROUP: ((DAHE,), (LINXI, MUYUN)),
        OTHER: ((), ()),
    }


@pytest.mark.parametrize(
    "name",
    [
        "education group of the junior division of Dahe No. 1 Middle School",
        "education group of the primary department of Linxi School",
    ],
)
def test_a_group_named_by_a_division_of_a_school(name: str) -> None:
    assert set(build.groups(build.prose(f"The {name} was founded on May 8."))) == {name}


def test_each_sentence_speaks_of_its_own_group() -> None:
    prose = f"{GROUP} is led by {DAHE}. {OTHER} is led by {MUYUN}, and it includes {LINXI}."
    found = build.groups(build.prose(prose))
    assert {name: (said.leaders, said.members) for name, said in found.items()} == {
        GROUP: ((DAHE,), ()),
        OTHER: ((MUYUN,), (LINXI,)),
    }


def test_what_is_said_of_the_group_names_it_as_context() -> None:
    (meant,) = [
        mention
        for mention in build.mentions(build.prose(f"{GROUP} opened a hall. It is led by {DAHE}.")).groups
        if mention.leaders
    ]
    (leader,) = meant.leaders
    assert [span.quote for span in leader.context] == [GROUP]
    assert leader.flags == ("coreference",)


def test_a_group_named_long_before_is_not_meant() -> None:
    prose = f"{GROUP} opened a hall. {'It rained all day in the county. ' * 8}It is led by {DAHE}."
    assert build.groups(build.prose(prose)) == {GROUP: Said()}


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("Brightway Education Group, a listed company, reported its revenue.", []),
        ("Shares of Brightway Education Group fell on the exchange.", []),
        ("Brightway Education Group runs Linxi Primary School.", ["Brightway Education Group"]),
        ("Dahe Middle School Education Group opened a hall.", ["Dahe Middle School Education Group"]),
        ("Dahe Group opened a hall.", []),
    ],
)
def test_a_company_is_no_group_of_schools(prose: str, names: list[str]) -> None:
    records = extract(f"{build.TITLE}\n{prose}", "en")
    assert [record.name.text for record in records if isinstance(record, GroupRecord)] == names


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Sunhill Trust", "Sunhill Academy"),
        ("Dahe Medical Alliance", "Dahe County People's Hospital"),
        ("Dahe Middle School (Group)", LINXI),
        ("Dahe School Consortium", LINXI),
        ("Dahe Education Federation", LINXI),
        ("Dahe School-running Alliance", LINXI),
    ],
)
def test_associations_by_any_name(name: str, head: str) -> None:
    assert build.groups(build.prose(f"The {name} is led by {head}."))[name].leaders == (head,)
