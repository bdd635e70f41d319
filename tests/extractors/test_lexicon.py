"""A user's words reach the rules that they are for: titles, institutions and the labels of lists, in any case."""

from __future__ import annotations

import pytest

from extractors.en import English
from extractors.names.lexicon import load
from tests.extractors import build

GROUP = "Dahe Primary School Education Group"
LIST = f"Groups of the county\n1. {GROUP}\nSpearhead house: Linxi School\nFeeder house: Muyun School\nBorn: May 2019"
WORDS = {"leader": ["Spearhead house"], "member": ["feeder house"], "established": ["born"]}


def test_labels_of_a_list_are_added() -> None:
    (told,) = [
        mention for mention in English(WORDS).mentions(build.plain(LIST)).groups if mention.leaders or mention.members
    ]
    assert [leader.span.quote for leader in told.leaders] == ["Linxi School"]
    assert [member.span.quote for member in told.members] == ["Muyun School"]
    assert told.established is not None
    assert told.established.form.edtf == "2019-05"


def test_without_them_the_labels_say_nothing() -> None:
    assert [said.rules for said in build.groups(build.plain(LIST)).values()] == [frozenset()]


@pytest.mark.parametrize("printed", ["bursar", "Bursar", "deputy bursar"])
def test_a_title_is_added(printed: str) -> None:
    text = build.prose(f"Ann Porter, {printed} of Linxi School, spoke.")
    assert build.mentions(text).officials == ()
    (official,) = English({"titles": ["Bursar"]}).mentions(text).officials
    assert [position.title.span.quote for position in official.positions] == [printed]


@pytest.mark.parametrize("names", [("Canal Road Madrasa",), ("Canal Road Madrasa", "Mill Lane Madrasa")])
def test_an_institution_is_added(names: tuple[str, ...]) -> None:
    text = build.prose(f"{GROUP} is composed of {' and '.join((*names, 'Linxi School'))}.")
    (mention,) = English({"institutions": ["madrasa"]}).mentions(text).groups
    assert tuple(member.span.quote for member in mention.members) == (*names, "Linxi School")


@pytest.mark.parametrize("label", ["Spearhead house", "SPEARHEAD HOUSE", "Spearhead-house", "spearhead houses"])
def test_a_label_is_known_in_any_print(label: str) -> None:
    text = build.plain(f"Groups of the county\n1. {GROUP}\n{label}: Linxi School")
    found = [leader.span.quote for mention in English(WORDS).mentions(text).groups for leader in mention.leaders]
    assert found == ["Linxi School"]


def test_places_are_words_that_a_capitalised_word_is_looked_up_by() -> None:
    places = load("extractors.names", "places")
    assert {"harbin", "urumqi", "shaanxi", "chaoyang"} <= frozenset().union(*places.values())
    assert [word for words in places.values() for word in words if not (word.isascii() and word.islower())] == []
