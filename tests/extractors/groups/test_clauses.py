"""Schools near a word of leading or belonging, in sentences that no relation knows; and schools that are only near."""

from __future__ import annotations

import pytest

from extractors.groups.clauses import WORDS
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
