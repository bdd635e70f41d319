"""Schools near a word of leading or belonging, in sentences that no relation knows; and schools that are only near."""

from __future__ import annotations

import pytest

from extractors.groups.owning import WORDS
from tests.extractors import build

GROUP = "Dahe Middle School Education Group"
DAHE, LINXI, MUYUN, FENGTAI = (
    "Dahe Middle School",
    "Linxi Primary School",
    "Muyun Primary School",
    "Fengtai Kindergarten",
)

# sentence: (leaders, members)
SAID = {
    f"{GROUP} opened. Behind it walk {LINXI}, {MUYUN} and {FENGTAI}.": ((), (LINXI, MUYUN, FENGTAI)),
    f"{GROUP} is pulled by {DAHE}.": ((DAHE,), ()),
    f"{GROUP} opened with {DAHE} in the lead.": ((DAHE,), ()),
    f"{GROUP} opened. The ones that pull the train are {DAHE} and {LINXI}.": ((DAHE, LINXI), ()),
    f"{GROUP} opened. {DAHE}, which has 900 pupils, leads it.": ((DAHE,), ()),
    f"{GROUP} takes {LINXI} and {MUYUN} by the hand.": ((), (LINXI, MUYUN)),
    f"{GROUP} took in six schools, among them {LINXI} and {MUYUN}.": ((), (LINXI, MUYUN)),
    f"{GROUP} unites four schools (Biyan, Caizi and Quanjia), {LINXI}, and two clinics.": (
        (),
        (LINXI, "Biyan", "Caizi", "Quanjia"),
    ),
    f"{GROUP} met. {LINXI}, {MUYUN} and, this is new, {FENGTAI}, belong to it.": ((), (FENGTAI, LINXI, MUYUN)),
}
APART = {
    "advice": f"{GROUP} met. {LINXI} advises it as a member of the county's panel.",
    "no member": f"{GROUP} met. {LINXI} does not belong to it.",
    "a question": f"Asked whether {LINXI} would enter the {GROUP}, the office said nothing.",
    "a visit": f"Members of {GROUP} visited {LINXI}.",
    "a place": f"The members of {GROUP} met in {LINXI}.",
    "a person's school": f"{GROUP} met. Ann Porter, principal of {LINXI}, brought the members cake.",
    "no word of it": f"{GROUP} met while {LINXI} was closed.",
}


@pytest.mark.parametrize(("sentence", "stated"), SAID.items(), ids=SAID)
def test_a_word_beside_schools_gives_them_their_part(
    sentence: str, stated: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    said = build.groups(build.prose(sentence))[GROUP]
    assert (said.leaders, said.members) == stated


@pytest.mark.parametrize("sentence", APART.values(), ids=APART)
def test_a_school_that_is_only_near_has_no_part(sentence: str) -> None:
    said = build.groups(build.prose(sentence))[GROUP]
    assert (said.leaders, said.members) == ((), ())


@pytest.mark.parametrize("word", sorted(WORDS["lead_noun"]))
def test_every_noun_for_a_leader_makes_one(word: str) -> None:
    said = build.groups(build.prose(f"{GROUP} was set up. Its {word} is {LINXI}."))[GROUP]
    assert said.leaders == (LINXI,)


@pytest.mark.parametrize("words", ["the network", "the Network"])
def test_a_kind_of_group_is_known_from_afar(words: str) -> None:
    far = "It rained. " * 8
    text = f"The Silk Road Schools Network was signed by schools. {far}{LINXI} was elected lead school of {words}."
    assert build.groups(build.prose(text))["Silk Road Schools Network"].leaders == (LINXI,)


TRUST = "Redhill Learning Trust"
A, B, C = "Ashdown Academy", "Beck Lane Primary School", "Corley High School"
LEADERS = [
    f"The {TRUST} is chaired by {A}.",
    f"{A} acts as the hub of the {TRUST}.",
    f"In the {TRUST}, {A} plays the leading role.",
    f"The {TRUST} has {A} as its anchor.",
    f"The {TRUST} takes its name from {A}, its lead school.",
    f"At the head of the {TRUST} stands {A}.",
    f"{A} was chosen to lead the {TRUST}.",
    f"{A} will head the {TRUST} for three years.",
    f"{A} holds the presidency of the {TRUST}.",
    f"The {TRUST} relies on {A} as its core school.",
    f"The {TRUST} (lead school: {A}) met.",
    f"The {TRUST}, with {A} as lead school and {B} as member, met.",
    f"Lead school of the {TRUST}: {A}.",
    f"The {TRUST} was initiated by {A}.",
    f"{A} serves as chair unit of the {TRUST}.",
    f"{A} and {B} are joint leaders of the {TRUST}.",
    f"The {TRUST} met. The lead is in the hands of {A}.",
    f"The {TRUST} met. {A} is its general school.",
    f"The {TRUST} was formed around {A}.",
    f"{A} is both the founder and leader of the {TRUST}.",
    f"Led by {A}, the {TRUST} now has six schools.",
    f"With {A} at the helm, the {TRUST} has grown.",
]
"""Each says that A leads."""
MEMBERS = [
    f"The {TRUST}, which runs {A}, {B} and {C}, is to grow.",
    f"{A}, {B} and {C} are all run by the {TRUST}.",
    f"The {TRUST} has eight academies, including {A}, {B} and {C}.",
    f"The {TRUST} met. Its eight schools are {A}, {B} and {C}.",
    f"The {TRUST} currently comprises three schools: {A}, {B} and {C}.",
    f"The {TRUST} met. It already looks after {A}, {B} and {C}.",
    f"The {TRUST} is a family of schools made up of {A}, {B} and {C}.",
    f"{A} and {B} transferred to the {TRUST} in 2015.",
    f"{A} converted to academy status as part of the {TRUST}.",
    f"From September {A}, {B} and {C} will be governed by the {TRUST}.",
    f"The {TRUST} sponsors {A}, {B} and {C}.",
    f"The {TRUST} was founded by {A}, {B} and {C}.",
    f"Three founding schools, {A}, {B} and {C}, set up the {TRUST} in 2012.",
    f"The {TRUST} grew when {A} was taken over in 2016.",
    f"{A}, part of the {TRUST}, got a new roof.",
    f"The {TRUST} consists of: {A}; {B}; {C}.",
    f"The {TRUST} – {A}, {B}, and {C} – teaches 4,000 pupils.",
    f"Pupils at the three schools of the {TRUST} - {A}, {B} and {C} - wore red.",
]
"""Each says that all its schools belong."""
NEITHER = [
    f"{A} signed a cooperation agreement with the {TRUST}.",
    f"The {TRUST} thanked {A} for its help.",
    f"Teachers of the {TRUST} visited {A} and {B}.",
    f"{A} left the {TRUST} in 2019.",
    f"{A} used to be a member of the {TRUST}.",
    f"The {TRUST} held its meeting at {A}.",
    f"{A} is not far from the office of the {TRUST}.",
    f"The {TRUST} and {A} compete for pupils.",
    f"The head of {A}, Ann Porter, spoke about the {TRUST}.",
    f"{A} has been invited to join the {TRUST}.",
    f"Parents asked why {A} is not in the {TRUST}.",
    f"{A} may join the {TRUST} one day.",
    f"The {TRUST} played football against {A}.",
    f"Unlike {A}, the {TRUST} has a pool.",
    f"The {TRUST} trains teachers for {A} and {B}.",
    f"{A} refused to join the {TRUST}.",
    f"Ann Porter moved from {A} to the {TRUST}.",
    f"The {TRUST} gave {A} 20 computers.",
    f"{A} is next door to the {TRUST}.",
    f"Talks between {A} and the {TRUST} failed.",
]


@pytest.mark.parametrize("sentence", LEADERS)
def test_ways_to_lead(sentence: str) -> None:
    assert A in build.groups(build.prose(sentence))[TRUST].leaders


@pytest.mark.parametrize("sentence", MEMBERS)
def test_ways_to_belong(sentence: str) -> None:
    schools = {school for school in (A, B, C) if school in sentence}
    assert set(build.groups(build.prose(sentence))[TRUST].members) == schools


@pytest.mark.parametrize("sentence", NEITHER)
def test_ways_to_be_only_near(sentence: str) -> None:
    said = build.groups(build.prose(sentence))[TRUST]
    assert (said.leaders, said.members) == ((), ())


# sentence: how many leaders and members it states
COUNTED = {
    "The Whinfell Academy Trust (Whinfell School, Ashby Infant School and Ashby Junior School) will grow.": (0, 3),
    "Corby Primary School is due to become the fourth school in the Whinfell Academy Trust.": (0, 1),
    "The Luzon Maritime Consortium was launched by the University of Batangas with Cavite State College.": (0, 2),
    "Signatories of the Luzon Maritime Consortium are the University of Batangas and Cavite State College.": (0, 2),
    "Pangasinan Polytechnic became the third member of the Luzon Maritime Consortium.": (0, 1),
    "The University of Batangas chairs the Luzon Maritime Consortium, while Cavite State College and Pangasinan "
    "Polytechnic are founding members.": (1, 2),
    "Baihua School, Caoba School have successively hung the brand of Yunxi Experimental School Education Group.": (
        0,
        2,
    ),
    "Yunxi Experimental School Education Group merged Baihua School and entrusted Caoba School.": (0, 2),
    "Yunxi Experimental School received the plaque of core school of the Yunxi Experimental School Education Group.": (
        1,
        0,
    ),
    "Anping University is the chairman unit of the Anping Health Education Alliance, Hebei Medical College and Second "
    "Hospital of Anping are vice chairman units.": (1, 2),
    "The principals of Baihua School and Caoba School signed the agreement of joining the Yunxi Experimental School "
    "Education Group.": (0, 2),
    "Dove Vale Schools Federation met. That federation also includes Ilam School and Fenny Lane School.": (0, 2),
    "Dove Vale Schools Federation met. Among the other founders are Ilam School and Fenny Lane School.": (0, 2),
    "Dove Vale Schools Federation met. Besides Ilam School, which came first, there are Fenny Lane School and Beck "
    "School.": (0, 2),
    "The university runs the Dove Vale Schools Federation with Ilam School and Fenny Lane School.": (0, 2),
    "At the head of the second, known as the Lanting Education Group, stands Lanting Middle School.": (1, 0),
    "Lanting Education Group met. Ilam College and Beck College were chosen as vice-chair institutions.": (0, 2),
    "All eight schools of the Whinfell Academy Trust and of the Harrow Vale Trust will belong to the new trust.": (
        0,
        0,
    ),
}


@pytest.mark.parametrize(("sentence", "stated"), COUNTED.items(), ids=COUNTED)
def test_who_leads_and_who_belongs_elsewhere(sentence: str, stated: tuple[int, int]) -> None:
    said = build.groups(build.prose(sentence)).values()
    leaders = {school for group in said for school in group.leaders}
    members = {school for group in said for school in group.members} - leaders
    assert (len(leaders), len(members)) == stated
