"""What is said near groups and makes no school theirs; when they were founded, and what else they are called."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.groups.press import GROUP, A, B, C

TRUST = "Marlowe Hill Learning Trust"
S = "Ashgrove Primary School"

APART = [
    f"{GROUP} visited {B} and {C}.",
    f"{GROUP} signed a cooperation agreement with {B}.",
    f"{GROUP} held a sports meeting in {B}.",
    f"The principal of {B} attended the meeting of {GROUP}.",
    f"{GROUP} learned from {B} and {C}.",
    f"{GROUP} donated books to {B}.",
    f"{B} may join {GROUP} next year.",
    f"{B} has not joined {GROUP}.",
    f"{B} withdrew from {GROUP} in 2020.",
    f"{GROUP} is near {B}.",
    f"The bureau took the lead in setting up {GROUP}.",
    f"Teachers of {GROUP} taught at {B} for a year.",
    f"{B} and {GROUP} jointly held a lecture.",
    f"{GROUP} hosted teachers from {B} and {C}.",
    f"Li Jun, formerly of {B}, heads {GROUP}.",
    f"Li Jun, principal of {A} and general principal of {GROUP}, spoke.",
    f"Graduates of {GROUP} entered Peking University and Fudan University.",
    f"{GROUP} played football against {B}.",
    f"{GROUP} sent ten teachers to support {B}.",
    f"{GROUP} met. {B} holds a flag-raising ceremony every Monday.",
    f"{GROUP} met. {B} took the lead in the race.",
    f"{GROUP} met. The meeting was held in {B}.",
    f"{GROUP} met. {B} has 36 classes and {C} has 24.",
    f"{GROUP} met. Experts from {B} and {C} spoke.",
    f"{GROUP} met. {B} opened a new library.",
    f"{GROUP} met. With {B} closed for repairs, pupils stayed at home.",
    f"{GROUP} met. He graduated from {B} in 1990.",
    f"{GROUP} covers an area of 30 mu near {B}.",
    f"{GROUP} met. The exam took place at {B}, with {C} as the reserve venue.",
    f"{GROUP} met. {B} runs a canteen.",
    f"{GROUP} met. Pupils took the bus from {B} to {C}.",
    f"{GROUP} is built on the land of the former {B}.",
    f"{GROUP} includes teaching research and training at {B}.",
    f"{TRUST} beat {S} in the final.",
    f"{TRUST} offices are next to {S}.",
    f"Parents at {S} asked {TRUST} for help.",
    f"{TRUST} appointed Ann Porter, who was head of {S}, as director.",
    f"{TRUST} has hired two teachers from {S}.",
    f"{TRUST} failed to take over {S}.",
    f"{TRUST} has dropped its plan to take over {S}.",
    (
        "Shuyang Road Primary School Education Group held a reading week. Teachers from Xinhe Primary "
        "School and Tangdian Primary School came to observe and learn."
    ),
    "Shuyang Road Primary School Education Group paired with Pishan No.3 Primary School in Xinjiang.",
    "The head of Shuyang Road Primary School Education Group, Li Jun, visited Xinhe Primary School.",
    ("Shuyang Road Primary School Education Group met. As the host of the match, Xinhe Primary School lent its field."),
    (
        "Shuyang Road Primary School Education Group met. Xinhe Primary School leads the county in "
        "reading. Its library has 40,000 books."
    ),
    (
        "Shuyang Road Primary School Education Group met. The national flag was carried by pupils of Xinhe "
        "Primary School."
    ),
    (
        "Shuyang Road Primary School Education Group met. Xinhe Primary School, with 300 pupils, is the "
        "largest school in the town."
    ),
    (
        "Brean Coast Academies Trust lost its appeal. Rooks Nest Primary School, which belongs to the "
        "rival Exmoor Trust, was not involved."
    ),
    "Parents at Rooks Nest Primary School have voted against joining Brean Coast Academies Trust.",
    "Brean Coast Academies Trust opened its office in the former Rooks Nest Primary School.",
    "The Hill Foundation runs a scholarship at Rooks Nest Primary School and Mill Lane Academy.",
    (
        "Shuyang Road Primary School Education Group met. The main venue is Xinhe Primary School, and the "
        "branch venue is Tangdian Primary School."
    ),
    (
        "Shuyang Road Primary School Education Group signed a letter of intent with Xinhe University on "
        "teacher training."
    ),
    (
        "Shuyang Road Primary School Education Group met. Xinhe Primary School entered the final together "
        "with Tangdian Primary School."
    ),
    ("Teachers of Shuyang Road Primary School Education Group joined a course at Xinhe Normal University."),
    f"{GROUP} held a meeting. {B} of Beihe District sent teachers to observe.",
    f"{GROUP} held a meeting at {B}, which is not part of the group.",
    f"{GROUP} held a meeting. The bus leaves from {B} and stops at {C}.",
    f"{GROUP} and {B} signed a friendship agreement.",
    f"Unlike {GROUP}, {B} runs on its own.",
    f"{GROUP} beat {B} 3-1; the goals came from Li Jun.",
    f"Li Jun, who once led {B}, is now head of {GROUP}.",
    f"{GROUP} plans a visit to {B} and {C} next week.",
    f"{GROUP} gave 200 books to {B}, its neighbor.",
    f"{GROUP} met. A delegation including the heads of {B} and {C} looked on.",
    f"{GROUP} met. Guests from {B}, {C} and other schools took part.",
    f"{GROUP} was praised together with {B} and {C}.",
    f"Pupils from {GROUP} and {B} took part in the relay.",
    f"{GROUP} will take over the canteen of {B}.",
    f"{GROUP} rented a hall from {B}.",
]
NO_NAMES = [
    "The foundation sponsors schools such as Ashgrove School.",
    "The Ford Education Foundation gave books to Ashgrove School and Beacon Lane School.",
    "A group of schools met at Ashgrove School.",
    "The learning circle of Ashgrove School meets on Monday.",
    "The Dahe Women's Federation visited Ashgrove School.",
    "The Dahe Teachers' Association and the Dahe Youth Union visited Ashgrove School.",
    "The Circle of Friends met at Ashgrove School.",
    "The Bill Foundation was founded in 1999.",
]
FOUNDED = {
    f"{GROUP} (old brand, since 2013) held a meeting.": "2013",
    f"{GROUP} was newly formed in April 2022.": "2022-04",
    f"{GROUP} (established in 2016) has 4 campuses.": "2016",
    f"{GROUP}, founded in May 2017, has 4 campuses.": "2017-05",
    f"{GROUP} is the youngest, approved on October 25, 2022.": "2022-10-25",
    f"On December 6, 2021, the unveiling ceremony of {GROUP} was held.": "2021-12-06",
    f"{GROUP} has been running since 2014.": "2014",
    f"The story of {GROUP} began in 1994, when it had one school.": "1994",
    f"{GROUP} began on 1 September 1955 with one class.": "1955-09-01",
    f"{GROUP} met. It was formed in April 2023.": "2023-04",
    f"Since the establishment of {GROUP} in 2019, all has changed.": "2019",
    f"{GROUP} was founded. Established in 2019, the group has 4 campuses.": "2019",
    f"In March 2015, {A} initiated the establishment of {GROUP}.": "2015-03",
    f"{GROUP} was awarded the plaque on June 1, 2020.": "2020-06-01",
    f"{GROUP} held its founding conference on June 1, 2020.": "2020-06-01",
    f"{GROUP} set sail on June 1, 2020.": "2020-06-01",
    f"{GROUP} was officially listed in 2018.": "2018",
    f"{GROUP} was set up with the approval of the government in 2018.": "2018",
    f"List\n\n{GROUP}\nFounded: 2018\nLead school: {A}": "2018",
    f"List\n\n{GROUP}\nTime of establishment: May 2018\nLead school: {A}": "2018-05",
}
CALLED = {
    f"{B} Education Group (Nanting Group for short) has 4 schools. Nanting Group was founded in 2019.": (
        "Nanting Primary School Education Group",
        ("Nanting Group",),
    ),
    f'{B} Education Group (hereinafter referred to as "Nanting Group") has 4 schools.': (
        "Nanting Primary School Education Group",
        ("Nanting Group",),
    ),
    "Nanting kindergarten Education Group (Yulan Group) is the youngest.": (
        "Nanting kindergarten Education Group",
        ("Yulan Group",),
    ),
    f"The {TRUST} (MHLT) runs Ashgrove School.": (TRUST, ("MHLT",)),
    f"{TRUST}, formerly known as Ashgrove Academy Trust, runs Ashgrove School.": (TRUST, ("Ashgrove Academy Trust",)),
    f"{B} Education Group, abbreviated as Nanting Group, has 4 schools.": (
        "Nanting Primary School Education Group",
        ("Nanting Group",),
    ),
}


@pytest.mark.parametrize("prose", APART)
def test_no_school_leads_or_belongs(prose: str) -> None:
    assert build.stated(build.prose(prose)) == {}


@pytest.mark.parametrize("prose", NO_NAMES)
def test_no_group_of_schools_is_named(prose: str) -> None:
    assert build.groups(build.prose(prose)) == {}


@pytest.mark.parametrize(("prose", "date"), FOUNDED.items(), ids=FOUNDED)
def test_when_a_group_was_founded(prose: str, date: str) -> None:
    assert build.groups(build.prose(prose))[GROUP].established == date


@pytest.mark.parametrize(("prose", "expected"), CALLED.items(), ids=CALLED)
def test_further_names(prose: str, expected: tuple[str, tuple[str, ...]]) -> None:
    name, others = expected
    found = {
        alias.span.quote
        for mention in build.mentions(build.prose(prose)).groups
        if mention.name.span.quote == name
        for alias in mention.aliases
    }
    assert found >= set(others)
