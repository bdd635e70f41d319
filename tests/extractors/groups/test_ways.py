"""Further ways in which prose says who leads a group and who belongs to it, and what comes near and says neither."""

from __future__ import annotations

import pytest

from tests.extractors import build

GROUP = "Dahe Middle School Education Group"
OTHER = "Moxi Middle School Education Group"
DAHE, LINXI, MUYUN, FENGTAI, YUNHU = (
    "Dahe Middle School",
    "Linxi Primary School",
    "Muyun Primary School",
    "Fengtai Kindergarten",
    "Yunhu School",
)
LONG = "Our school stands on a hill above the town, and this is its story as the teachers told it."
NONE: tuple[str, ...] = ()

# sentence: (leaders, members)
SAID = {
    # where the schools of a part of the list are
    f"{GROUP} takes in {LINXI} and {MUYUN} in Beihe district; {FENGTAI} in Nanhe county; and two points in Xihe.": (
        NONE,
        (LINXI, MUYUN, FENGTAI),
    ),
    f"{GROUP} is made up of {LINXI} in Beihe, {MUYUN} in Nanhe and {FENGTAI} in Xihe.": (NONE, (LINXI, MUYUN, FENGTAI)),
    f"{GROUP} consists of {LINXI} and {MUYUN} from Beihe Town, and {FENGTAI} from Nanhe Town.": (
        NONE,
        (LINXI, MUYUN, FENGTAI),
    ),
    f"Led by {DAHE}, {GROUP} unites {LINXI} in Beihe; {MUYUN} and {FENGTAI} in Nanhe.": (
        (DAHE,),
        (LINXI, MUYUN, FENGTAI),
    ),
    # the headquarters and campuses
    f"{GROUP} consists of the headquarters, South Campus and East Campus.": (NONE, ("South Campus", "East Campus")),
    f"{GROUP} is made up of the main campus, the Lakeside Campus and {LINXI}.": (NONE, ("Lakeside Campus", LINXI)),
    f"{GROUP} consists of the Headquarters Campus, the Lakeside Campus and {LINXI}.": (
        NONE,
        ("Headquarters Campus", "Lakeside Campus", LINXI),
    ),
    # two that lead
    f"{GROUP} has {DAHE} and {LINXI} as its two lead schools.": ((DAHE, LINXI), NONE),
    f"{GROUP} takes {DAHE} and {LINXI} as joint leading schools.": ((DAHE, LINXI), NONE),
    f"In the {GROUP}, {DAHE} and {LINXI} share the lead.": ((DAHE, LINXI), NONE),
    f"{DAHE} and {LINXI} share the leadership of the {GROUP}; {MUYUN} and {FENGTAI} belong to it.": (
        (DAHE, LINXI),
        (MUYUN, FENGTAI),
    ),
    f"{GROUP}, co-led by {DAHE} and {LINXI}, met.": ((DAHE, LINXI), NONE),
    # one that leads and those it takes along
    f"{GROUP} opened. It unites {DAHE} as head school with {LINXI}, {MUYUN} and {FENGTAI}.": (
        (DAHE,),
        (LINXI, MUYUN, FENGTAI),
    ),
    f"{GROUP} joins {DAHE} as the core school with {LINXI} and {MUYUN}.": ((DAHE,), (LINXI, MUYUN)),
    f"{GROUP} has {DAHE} as its lead school and {LINXI} as a member.": ((DAHE,), (LINXI,)),
    # under its wing
    f"{GROUP} opened. Under its wing come {LINXI}, {MUYUN} and, on the other bank, {FENGTAI} and {YUNHU}.": (
        NONE,
        (LINXI, MUYUN, FENGTAI, YUNHU),
    ),
    f"{GROUP} is led by {DAHE}. In its arms are {LINXI} and {MUYUN}.": ((DAHE,), (LINXI, MUYUN)),
    f"{GROUP} grew. Under its roof there are {LINXI} and {MUYUN}.": (NONE, (LINXI, MUYUN)),
    f"{GROUP} grew. In its ranks stand {LINXI} and {MUYUN}.": (NONE, (LINXI, MUYUN)),
    # a group of this sentence and not the one called after the school
    f'{OTHER} sang. {GROUP} rested. In 2019, led by Moxi Middle School, "{GROUP}" was initiated.': (
        ("Moxi Middle School",),
        NONE,
    ),
    f"{GROUP} is made up of {DAHE} as the core school and Linxi, Muyun and Yunhu Primary Schools.": (
        (DAHE,),
        ("Linxi", "Muyun", "Yunhu Primary Schools"),
    ),
    # counted
    f"{GROUP}, led by {DAHE}, added two rural primary schools, {LINXI} and {MUYUN}, in 2021.": (
        (DAHE,),
        (LINXI, MUYUN),
    ),
    f"{GROUP} took in three township kindergartens: {FENGTAI}, Linxi Kindergarten and Muyun Kindergarten.": (
        NONE,
        (FENGTAI, "Linxi Kindergarten", "Muyun Kindergarten"),
    ),
    f"{GROUP} takes {DAHE} as its dragon head and drives Nos. 3, 5 and 8 Primary Schools.": (
        (DAHE,),
        ("Nos. 3", "5", "8 Primary Schools"),
    ),
    # made a campus
    f"{GROUP} met. In 2018, {LINXI} was abolished and merged as the south campus of the group.": (NONE, (LINXI,)),
    f"{GROUP} met. On September 1 {LINXI} became the Linxi Campus of the group.": (NONE, (LINXI,)),
    f"{GROUP} met. {LINXI} was brought in from the former Peak Trust in 2022.": (NONE, (LINXI,)),
    # said by the group itself
    f"{GROUP} grew. {LINXI} joined our group in May, and {MUYUN} was transferred to us in June.": (
        NONE,
        (LINXI, MUYUN),
    ),
    f"{GROUP} works with {OTHER}. {DAHE} remains our lead school.": ((DAHE,), NONE),
    # its lead
    f"{GROUP} met. Its lead, {DAHE}, and its members {LINXI} and {MUYUN} handed in a report.": (
        (DAHE,),
        (LINXI, MUYUN),
    ),
    # who leads, said among the members
    f"The {GROUP} consists of one lead school, {DAHE}, and two member schools, {LINXI} and {MUYUN}.": (
        (DAHE,),
        (LINXI, MUYUN),
    ),
    f"The {GROUP} comprises {DAHE} - the lead school - and {LINXI} and {MUYUN}.": ((DAHE,), (LINXI, MUYUN)),
    f"The {GROUP} comprises {DAHE}, its core school, {LINXI} and {MUYUN}.": ((DAHE,), (LINXI, MUYUN)),
    f"{DAHE} will act as the lead school of the {GROUP}.": ((DAHE,), NONE),
    f"{DAHE}, the group's flagship, is the largest school of {GROUP}.": ((DAHE,), NONE),
    # part of it
    f"{LINXI}, which is part of {GROUP}, has opened a hall.": (NONE, (LINXI,)),
    f"{LINXI} (a member of the {GROUP}) has opened a hall.": (NONE, (LINXI,)),
    f"{LINXI} converted in 2014 as part of the {GROUP}.": (NONE, (LINXI,)),
    f"The schools that make up the {GROUP} are {LINXI}, {MUYUN} and {FENGTAI}.": (NONE, (LINXI, MUYUN, FENGTAI)),
    # how it came to be
    f"The {GROUP} was created by combining {LINXI} with {MUYUN}.": (NONE, (LINXI, MUYUN)),
    f"The {GROUP} was founded jointly by {LINXI}, {MUYUN} and {FENGTAI}.": (NONE, (LINXI, MUYUN, FENGTAI)),
    f"{GROUP} is a partnership between {LINXI} and {MUYUN}.": (NONE, (LINXI, MUYUN)),
    f"{GROUP}, a partnership of {LINXI}, {MUYUN} and {FENGTAI}, met.": (NONE, (LINXI, MUYUN, FENGTAI)),
    f"{GROUP} now has five members after the admission of {LINXI} and {MUYUN}.": (NONE, (LINXI, MUYUN)),
    f"{GROUP} took over the running of {LINXI} in 2015.": (NONE, (LINXI,)),
    # as machine translations say it
    f"With {DAHE} as the leader, it unites {LINXI}, {MUYUN} to form {GROUP}.": ((DAHE,), (LINXI, MUYUN)),
    f"{GROUP} is composed of {DAHE} (headquarters), {LINXI} and {MUYUN}.": ((DAHE,), (LINXI, MUYUN)),
    f"{GROUP} has under its jurisdiction {LINXI}, {MUYUN} and {FENGTAI}.": (NONE, (LINXI, MUYUN, FENGTAI)),
    f"Relying on {DAHE}, the {GROUP} was set up with {LINXI} and {MUYUN} as members.": ((DAHE,), (LINXI, MUYUN)),
    f"{DAHE} and {LINXI} form {GROUP}, in which {DAHE} plays the leading role.": ((DAHE,), (LINXI,)),
    f"Li Jun, principal of {DAHE}, the lead school of {GROUP}, spoke.": ((DAHE,), NONE),
    # with words of its own for the group
    f"{GROUP} met. The Education Group is led by {DAHE}, and its members are {LINXI} and {MUYUN}.": (
        (DAHE,),
        (LINXI, MUYUN),
    ),
    f"{LINXI} was placed under the unified management of the {GROUP}.": (NONE, (LINXI,)),
}
APART = {
    "members who speak": f"{GROUP} met. Li Jun spoke for the member schools: {LINXI} is only a mile from the river.",
    "a part of its work": f"{GROUP} met. {LINXI} was painted as part of the {GROUP}'s day of work.",
    "other groups": f"{GROUP} met at {LINXI}. {LINXI} already belongs to two other groups.",
    "pupils who enter": f"{GROUP} sang. Of its pupils 61 have entered Dahe University.",
    "graduates": f"{GROUP} grew. Many students were admitted to Dahe University and Linxi University.",
    "a school beside": f"{GROUP} met in {LINXI}; {MUYUN} was closed.",
    "one who leaves us": f"{GROUP} met. Li Jun, who taught at {LINXI}, is joining us in May.",
    "an office that leads": f"{GROUP} opened. The Dahe Education Bureau and {LINXI} shared the cake.",
}


@pytest.mark.parametrize(("prose", "stated"), SAID.items(), ids=SAID)
def test_who_leads_and_who_belongs(prose: str, stated: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    said = build.groups(build.prose(prose))[GROUP]
    assert (said.leaders, tuple(name for name in said.members if name not in said.leaders)) == stated


@pytest.mark.parametrize("prose", APART.values(), ids=APART)
def test_what_says_neither(prose: str) -> None:
    said = build.groups(build.prose(prose))[GROUP]
    assert (said.leaders, said.members) == (NONE, NONE)


FOUNDED = {
    f"{GROUP} has grown since its founding in 2016.": "2016",
    f"{GROUP} dates back to 2016.": "2016",
    f"{GROUP} celebrated its founding on May 1, 2016.": "2016-05-01",
    f"In 2016, {DAHE} and {LINXI} merged to form {GROUP}.": "2016",
    f"On July 1, 2016 they became {GROUP}.": "2016-07-01",
    f"In 2016 {DAHE} was upgraded to {GROUP}.": "2016",
    f"{GROUP} grew out of {DAHE}, which opened in 1953, and took its present form on 18 March 2015.": "2015-03-18",
    f"{GROUP} met. The Education Group was founded in June 2014.": "2014-06",
    f"In 2019, {GROUP} was initiated with 11 schools.": "2019",
    f"{GROUP} was approved in August 2019, {OTHER} in November 2023.": "2019-08",
    f"{OTHER} was approved in August 2019, and {GROUP} in November 2023.": "2023-11",
    f"{OTHER} was founded on 1 May 2019 and the {GROUP} on 2 June 2020.": "2020-06-02",
    f"{LONG}\n\n2018\nThe hall was built.\n\n18 April 2011\nBirth of the {GROUP}. Its pupils sang.": "2011-04-18",
    f"{LONG}\n\nMay 2016\n{GROUP} is founded with two campuses.": "2016-05",
}
NOT_FOUNDED = [
    f"In 2020 {LINXI} became a member of {GROUP}.",
    f"In 2020 {LINXI} became {GROUP}'s sixth member.",
    f"{GROUP} met. In 2024 it was agreed to form four education groups.",
    f"{GROUP} was led by {DAHE}, founded in 1950.",
    f"{GROUP} was praised in 2016.",
    f"{GROUP} met in 2016 to found a new school.",
    f"In 2016 {GROUP} set up a fund for teachers.",
    f"The second anniversary of {GROUP} was on May 1, 2016.",
    f"{GROUP} belongs to {DAHE}, which was founded in 1953.",
    f"{LONG}\n\n18 April 2011\nPupils of {GROUP} sang.",
    f"{LONG}\n\n2011\nThe hall was built.\n\n{GROUP} was founded by {DAHE}.",
]


@pytest.mark.parametrize(("prose", "date"), FOUNDED.items(), ids=FOUNDED)
def test_when_a_group_was_founded(prose: str, date: str) -> None:
    assert build.groups(build.prose(prose))[GROUP].established == date


@pytest.mark.parametrize("prose", NOT_FOUNDED)
def test_a_date_of_something_else(prose: str) -> None:
    assert build.groups(build.prose(prose))[GROUP].established is None
