"""Named people with their posts; people without a post, reporters and pupils give none."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Post

BUREAU = "Dahe County Education Bureau"
LINXI = "Linxi Primary School"
ONE: dict[str, tuple[str, set[Post]]] = {
    # Both orders.
    f"Li Jun, director of the {BUREAU}, spoke.": ("Li Jun", {("director", BUREAU)}),
    f"Director Li Jun of the {BUREAU} spoke.": ("Li Jun", {("Director", BUREAU)}),
    f"{BUREAU} Director Li Jun spoke.": ("Li Jun", {("Director", BUREAU)}),
    f"Director of the {BUREAU} Li Jun spoke.": ("Li Jun", {("Director", BUREAU)}),
    f"Li Jun (director of the {BUREAU}) spoke.": ("Li Jun", {("director", BUREAU)}),
    f"Li Jun is the principal of {LINXI}.": ("Li Jun", {("principal", LINXI)}),
    f"Li Jun, who serves as principal of {LINXI}, spoke.": ("Li Jun", {("principal", LINXI)}),
    f"Li Jun was appointed principal of {LINXI}.": ("Li Jun", {("principal", LINXI)}),
    f"The meeting was chaired by Li Jun, deputy director of the {BUREAU}.": ("Li Jun", {("deputy director", BUREAU)}),
    # A title that stands alone, or keeps its place or field.
    "Vice Mayor Wang Xiaoming spoke.": ("Wang Xiaoming", {("Vice Mayor", None)}),
    "Wang Xiaoming, vice mayor of Dahe City, spoke.": ("Wang Xiaoming", {("vice mayor of Dahe City", None)}),
    "Wang Xiaoming, Minister of Education, spoke.": ("Wang Xiaoming", {("Minister of Education", None)}),
    "Wang Xiaoming, governor of Dahe Province, spoke.": ("Wang Xiaoming", {("governor of Dahe Province", None)}),
    "Lau Siu-ming, Secretary for Education, spoke.": ("Lau Siu-ming", {("Secretary for Education", None)}),
    "Li Jun, head of the bureau, spoke.": ("Li Jun", {("head", "the bureau")}),
    # Leading words belong to the title.
    f"Li Jun, former principal of {LINXI}, spoke.": ("Li Jun", {("former principal", LINXI)}),
    "Li Jun, executive deputy head of the Dahe District, spoke.": (
        "Li Jun",
        {("executive deputy head", "Dahe District")},
    ),
    # Possessives.
    f"{LINXI}'s principal Li Jun spoke.": ("Li Jun", {("principal", LINXI)}),
    f"{LINXI}’s principal, Li Jun, spoke.": ("Li Jun", {("principal", LINXI)}),
    "Dahe County's deputy governor Li Jun spoke.": ("Li Jun", {("deputy governor", "Dahe County")}),
    # Several posts.
    f"Li Jun, principal of {LINXI} and vice president of Dahe Education Group, spoke.": (
        "Li Jun",
        {("principal", LINXI), ("vice president", "Dahe Education Group")},
    ),
    f"Li Jun, secretary and principal of {LINXI}, spoke.": ("Li Jun", {("secretary", LINXI), ("principal", LINXI)}),
    f"Li Jun, party secretary and director of the {BUREAU}, spoke.": (
        "Li Jun",
        {("party secretary", BUREAU), ("director", BUREAU)},
    ),
    # A party body inside a bureau or a school belongs to the title; that of a place is an organisation.
    f"Li Jun, member of the party group and deputy director of the {BUREAU}, spoke.": (
        "Li Jun",
        {("member of the party group", BUREAU), ("deputy director", BUREAU)},
    ),
    f"Li Jun, secretary of the Party committee of {LINXI}, spoke.": (
        "Li Jun",
        {("secretary of the Party committee", LINXI)},
    ),
    f"Li Jun, secretary of the Party Leadership Group of the {BUREAU}, spoke.": (
        "Li Jun",
        {("secretary of the Party Leadership Group", BUREAU)},
    ),
    "Li Jun, secretary of the Dahe County Party Committee, spoke.": (
        "Li Jun",
        {("secretary", "Dahe County Party Committee")},
    ),
    f"{BUREAU} party group secretary Li Jun spoke.": ("Li Jun", {("party group secretary", BUREAU)}),
    "Xinpu Town Party committee secretary Li Jun spoke.": ("Li Jun", {("secretary", "Xinpu Town Party committee")}),
    "Li Jun, deputy secretary of the County Party Committee and county governor, spoke.": (
        "Li Jun",
        {("deputy secretary", "County Party Committee"), ("county governor", None)},
    ),
    # Words between the name and the post.
    f"Li Jun, 45, director of the {BUREAU}, spoke.": ("Li Jun", {("director", BUREAU)}),
    f"Li Jun, a mother of two, principal of {LINXI}, spoke.": ("Li Jun", {("principal", LINXI)}),
    "Li Jun, aid cadre, deputy secretary of Dahe County Committee and executive deputy county magistrate: Let us go.": (
        "Li Jun",
        {("deputy secretary", "Dahe County Committee"), ("executive deputy county magistrate", None)},
    ),
    f"Li Jun, person in charge of {LINXI}, spoke.": ("Li Jun", {("person in charge", LINXI)}),
    # Honorifics belong to neither name nor title, unless an institution follows.
    "Dr Ann Porter, headteacher of Sunhill Academy, spoke.": ("Ann Porter", {("headteacher", "Sunhill Academy")}),
    "Sir John Miller, chairman of the Sunhill Trust, spoke.": ("John Miller", {("chairman", "Sunhill Trust")}),
    "Mr. Li Jun, head of the bureau, spoke.": ("Li Jun", {("head", "the bureau")}),
    "Comrade Li Jun, head of the bureau, spoke.": ("Li Jun", {("head", "the bureau")}),
    "Professor Li Jun of Dahe University spoke.": ("Li Jun", {("Professor", "Dahe University")}),
}
PEOPLE = {
    "compound family name": "Ouyang Li",
    "name in three words": "Li Xiao Ming",
    "family name in capitals": "LI Jun",
    "Hong Kong": "Chan Wai-man",
    "Hong Kong with a Western name": "Paul Wong Kam-po",
    "Western": "Ann Porter",
    "Western with hyphens": "Mary-Jane Smith-Jones",
    "Western with initials": "J. R. Porter",
    "Irish": "Seán Ó'Neill",
    "Tibetan": "Tashi Dorje",
    "Tibetan in three words": "Lobsang Tenzin Gyatso",
    "Tibetan in one word": "Tenzin",
    "Uyghur": "Gulnar Abdukerim",
}
SEVERAL: dict[str, dict[str, set[Post]]] = {
    f"There were Li Jun, director of the {BUREAU}; Zhou Min, head of {LINXI}; and Wu Tao, head of Muyun School.": {
        "Li Jun": {("director", BUREAU)},
        "Zhou Min": {("head", LINXI)},
        "Wu Tao": {("head", "Muyun School")},
    },
    "Present were director Li Jun, principal Zhou Min and Vice Mayor Wu Tao.": {
        "Li Jun": {("director", None)},
        "Zhou Min": {("principal", None)},
        "Wu Tao": {("Vice Mayor", None)},
    },
    "Li Jun, deputy director of the bureau, and Zhou Min, principal of the school, spoke.": {
        "Li Jun": {("deputy director", "the bureau")},
        "Zhou Min": {("principal", "the school")},
    },
    f"Li Jun, Party Secretary of {LINXI}, Principal Zhou Min and Vice Principal Wu Tao spoke.": {
        "Li Jun": {("Party Secretary", LINXI)},
        "Zhou Min": {("Principal", None)},
        "Wu Tao": {("Vice Principal", None)},
    },
    f"Li Jun and Zhou Min, deputy directors of the {BUREAU}, spoke.": {
        "Li Jun": {("deputy directors", BUREAU)},
        "Zhou Min": {("deputy directors", BUREAU)},
    },
    f"Vice principals of {LINXI} Li Jun, Zhou Min and Wu Tao spoke.": {
        "Li Jun": {("Vice principals", LINXI)},
        "Zhou Min": {("Vice principals", LINXI)},
        "Wu Tao": {("Vice principals", LINXI)},
    },
    f"Principal Li Jun and teachers of {LINXI} came.": {"Li Jun": {("Principal", None)}},
    # Where posts with their bodies stand before the names, all of them do.
    f"Director of the {BUREAU} Li Jun , party secretary and principal of {LINXI} , chairman of the education group "
    "Zhou Min and other leaders attended.": {
        "Li Jun": {("Director", BUREAU)},
        "Zhou Min": {("party secretary", LINXI), ("principal", LINXI), ("chairman", "education group")},
    },
    "Deputy director of the Anbu Provincial Department of Education Li Jun , dean of Dahe College Zhou Min , "
    "fourth-level researcher of the Municipal Finance Bureau Wu Tao attended.": {
        "Li Jun": {("Deputy director", "Anbu Provincial Department of Education")},
        "Zhou Min": {("dean", "Dahe College")},
        "Wu Tao": {("fourth-level researcher", "Municipal Finance Bureau")},
    },
    f"Vice Mayor Li Jun, chairman of the alliance, and Zhou Min, principal of {LINXI}, spoke.": {
        "Li Jun": {("Vice Mayor", None), ("chairman", "the alliance")},
        "Zhou Min": {("principal", LINXI)},
    },
    f"Principal of {LINXI} Li Jun is the president of the council , Muyun School Principal Zhou Min is the vice one.": {
        "Li Jun": {("Principal", LINXI), ("president", "the council")},
        "Zhou Min": {("Principal", "Muyun School")},
    },
    # A post that heads a line of names is that of each.
    "Directors : Li Jun , Zhou Min , Wu Tao": {
        "Li Jun": {("Directors", None)},
        "Zhou Min": {("Directors", None)},
        "Wu Tao": {("Directors", None)},
    },
    "Director: Li Jun, Zhou Min and Wu Tao": {
        "Li Jun": {("Director", None)},
        "Zhou Min": {("Director", None)},
        "Wu Tao": {("Director", None)},
    },
    f"Vice chairman : Li Jun ( principal of {LINXI} ) , Zhou Min ( principal of Muyun School )": {
        "Li Jun": {("Vice chairman", None), ("principal", LINXI)},
        "Zhou Min": {("Vice chairman", None), ("principal", "Muyun School")},
    },
    "Chairman: Li Jun; guests came with Zhou Min.": {"Li Jun": {("Chairman", None)}},
    # Hong Kong: the post, its area in brackets, and the name behind "Mr" or "Ms".
    "She thanked the Chairman of the Hei Wan District Council and District Officer (Hei Wan), Mr Tam Wai-ho, for it.": {
        "Tam Wai-ho": {("Chairman", "Hei Wan District Council"), ("District Officer (Hei Wan)", None)},
    },
    "Guests were Dahe Council member (East Islands) Ms Law Mei-kam; the Vice-Chairman of the Hei Wan Association, "
    "Mr Leung Tai-man; and the Head of the Dahe Bureau, Ms Wong Lai-man.": {
        "Law Mei-kam": {("member (East Islands)", "Dahe Council")},
        "Leung Tai-man": {("Vice-Chairman", "Hei Wan Association")},
        "Wong Lai-man": {("Head", "Dahe Bureau")},
    },
    "Li Jun, a member of the standing committee of the Dahe Party committee and head of its publicity department; and "
    "Vice Mayor Zhou Min came.": {
        "Li Jun": {("member of the standing committee", "Dahe Party committee"), ("head", "its publicity department")},
        "Zhou Min": {("Vice Mayor", None)},
    },
}
IN_LISTS: dict[str, dict[str, set[Post]]] = {
    f"1. Dahe School Education Group\nLead school: {LINXI}\nGeneral principal : Li Jun": {
        "Li Jun": {("General principal", "Dahe School Education Group")}
    },
    f"First, Dahe School Education Group\nMembers: {LINXI}\nGeneral garden director: Li Jun": {
        "Li Jun": {("General garden director", "Dahe School Education Group")}
    },
    f"Dahe Special Education Alliance\nLead school: {LINXI}\nConvener : Li Jun (principal of {LINXI})": {
        "Li Jun": {("Convener", "Dahe Special Education Alliance"), ("principal", LINXI)}
    },
    f"Dahe School Education Group\nMembers: {LINXI}\nPerson in charge: Li Jun": {
        "Li Jun": {("Person in charge", "Dahe School Education Group")}
    },
    f"Number: 1; Name: Dahe School Education Group; Lead school: {LINXI}; Person in charge: Li Jun. Number: 2; "
    f"Name: Moxi Education Group; Members: Moxi School; Person in charge: Zhou Min.": {
        "Li Jun": {("Person in charge", "Dahe School Education Group")},
        "Zhou Min": {("Person in charge", "Moxi Education Group")},
    },
    # One cell a line.
    f"No.\nEducation group\nLead school\nMembers\nClasses\nHead of group\n1\nDahe School Education Group\n{LINXI}\n"
    "Muyun School\n142\nLi Xiaoming\n2\nMoxi School Education Group\nMoxi School\nFengtai School\n33\nZhou Min": {
        "Li Xiaoming": {("Head of group", "Dahe School Education Group")},
        "Zhou Min": {("Head of group", "Moxi School Education Group")},
    },
    f"Education group\nPerson in charge\nLead school\nMembers\nDahe School Education Group\nLi Xiaoming\n{LINXI}\n"
    "Muyun School\nMoxi School Education Group\nZhou Min\nMoxi School\nFengtai School": {
        "Li Xiaoming": {("Person in charge", "Dahe School Education Group")},
        "Zhou Min": {("Person in charge", "Moxi School Education Group")},
    },
    f"Education group\nLead school\nMembers\nContact\nDahe School Education Group\n{LINXI}\nMuyun School\nLi Min": {},
    f"Education group\nLead school\nMembers\nHead of group\nOffice director\nDahe School Education Group\n{LINXI}\n"
    "Muyun School\nLi Xiaoming\nZhou Min": {},
    # The principal of which of them?
    f"Dahe School Education Group\nLead school: {LINXI}\nPrincipal: Li Jun": {"Li Jun": {("Principal", None)}},
    f"Dahe School Education Group\nLead school: {LINXI}\nChairman of the Dahe Bureau: Li Jun": {
        "Li Jun": {("Chairman", "Dahe Bureau")}
    },
    f"Dahe School Education Group\nLead school: {LINXI}\nAll this is told by the office.\nConvener: Li Jun": {
        "Li Jun": {("Convener", None)}
    },
}
NONE = [
    "Li Jun and Zhou Min walked home.",
    "Reporter Li Jun wrote this.",
    "Li Jun, a reporter of the Dahe Daily, wrote this.",
    "Photographer Zhou Min took the picture.",
    f"Li Jun, a pupil of {LINXI}, sang.",
    "Li Jun, a parent, was pleased.",
    "Professor Li Jun was pleased.",
    f"The principal of {LINXI} was pleased.",
    "The director spoke to Li Jun.",
    "The team was headed by Li Jun.",
    f"Li Jun, the person in charge of the {BUREAU} and others were there.",
    "Li Jun, the report said, director of nothing.",
    "In Li Jun, he found, principal and pupils had a friend.",
    f"Li Jun, Zhou Min and teachers of {LINXI} came.",
]
CATEGORIES = {
    f"Li Jun, director of the {BUREAU}, spoke.": "government",
    "Vice Mayor Li Jun spoke.": "government",
    "Li Jun, secretary of the Dahe County Party Committee, spoke.": "government",
    f"Li Jun, principal of {LINXI}, spoke.": "school",
    f"Li Jun, secretary of the Party committee of {LINXI}, spoke.": "school",
    "Principal Li Jun spoke.": "school",
    "Li Jun, vice president of Dahe Education Group, spoke.": "school",
    "Li Jun, dean of Dahe University, spoke.": "school",
    "Li Jun, president of Dahe County People's Hospital, spoke.": "other",
    "Li Jun, chairman of the Dahe Teachers Association, spoke.": "other",
    "Li Jun, manager of Dahe Bus Company, spoke.": "other",
}


@pytest.mark.parametrize(("sentence", "official"), ONE.items(), ids=ONE)
def test_one_person_with_their_posts(sentence: str, official: tuple[str, set[Post]]) -> None:
    name, posts = official
    assert build.officials(build.prose(sentence)) == {name: posts}


@pytest.mark.parametrize("name", PEOPLE.values(), ids=PEOPLE)
def test_a_name_of_any_shape(name: str) -> None:
    assert build.officials(build.prose(f"{name}, principal of {LINXI}, spoke.")) == {name: {("principal", LINXI)}}


@pytest.mark.parametrize(("sentence", "people"), SEVERAL.items(), ids=SEVERAL)
def test_several_people_keep_their_posts_apart(sentence: str, people: dict[str, set[Post]]) -> None:
    assert build.officials(build.prose(sentence)) == people


@pytest.mark.parametrize(("text", "people"), IN_LISTS.items(), ids=IN_LISTS)
def test_a_post_in_a_list_is_in_the_group_that_heads_it(text: str, people: dict[str, set[Post]]) -> None:
    assert build.officials(build.prose(text)) == people


@pytest.mark.parametrize("sentence", NONE)
def test_no_official(sentence: str) -> None:
    assert build.officials(build.prose(sentence)) == {}


@pytest.mark.parametrize(("sentence", "category"), CATEGORIES.items(), ids=CATEGORIES)
def test_what_a_post_is_of(sentence: str, category: str) -> None:
    (official,) = build.mentions(build.prose(sentence)).officials
    assert [position.category for position in official.positions] == [category]


def test_title_and_organisation_never_overlap() -> None:
    for sentence in [*ONE, *SEVERAL]:
        for official in build.mentions(build.prose(sentence)).officials:
            for position in official.positions:
                spans = [official.name.span, position.title.span]
                spans += [position.organisation.span] if position.organisation else []
                overlapping = [(a.quote, b.quote) for a in spans for b in spans if a is not b and a.overlaps(b)]
                assert overlapping == [], sentence


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "- Catrin Eynon, Executive Headteacher, Dyffryn Primary School",
            {"Catrin Eynon": {("Executive Headteacher", "Dyffryn Primary School")}},
        ),
        (
            '"It is far," said Altantsetseg, deputy head of the bureau, at the school.',
            {"Altantsetseg": {("deputy head", "the bureau")}},
        ),
        (
            "Mr Jeffrey Kwok, JP, Director of the Anbu Education Bureau, spoke.",
            {"Jeffrey Kwok": {("Director", "Anbu Education Bureau")}},
        ),
        ("Li Jun was elected chairman of the alliance.", {"Li Jun": {("chairman", "the alliance")}}),
    ],
)
def test_posts_in_other_places(text: str, stated: dict[str, set[tuple[str, str | None]]]) -> None:
    assert build.officials(build.prose(text)) == stated
