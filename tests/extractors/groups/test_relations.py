"""Every way to say that schools lead or belong to a group, by its own example with invented schools in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from extractors.groups.relation import Relation
from extractors.groups.relations import RELATIONS, fitting
from extractors.groups.wording import beginnings
from extractors.names.marked import INSTITUTION
from tests.extractors import build

CORPUS = Path(__file__).parents[3] / "corpus"
NAMES = {
    "X": "Dahe Middle School",
    "A": "Linxi Primary School",
    "B": "Muyun Primary School",
    "C": "Fengtai Primary School",
    "D": "Baishan Primary School",
}
GROUP = "Dahe Middle School Education Group"
BEFORE = f"{GROUP} was in the news again."
"""The sentence before an example that names no group: "it" and "the group" need one."""

# The schools that a relation states, where they are not A for leaders and A to D for members.
STATED = {
    "leads_schools": "X",
    "runs_with": "BC",
    "under_wing": "BC",
    "core_drives": "BC",
    "led_schools": "BCD",
    "links_with": "BC",
    "besides": "A",
    "joining_are": "BC",
    "joined_by": "BC",
    "others_are": "BC",
    "under_lead_are": "BC",
    "joined_too": "B",
    "joined": "A",
    "leader_with": "BC",
    "members_colon": "BC",
    "also_includes": "B",
}
# Sentences for examples that are no sentence by themselves, or that a relation above them in the table takes first.
SENTENCES = {
    "its_school": "Its A moved",
    "newest": "Its third campus, A, opens in May",
    "opened_campus": "It opened its fifth campus, A",
    "model_of_parts": "The model of the group is simple: A + B + C",
    "leads_schools": "X now leads A, B and C",
    "led_schools": "X now leads B, C and D",
    "at_its_core": f"{GROUP} was set up with A at its core",
    "groups_lead_school": "A, the group's lead school, was full",
    "has_members": "Proud as ever, and as member schools it has A and B",
    "gains": f"{GROUP} welcomed A and B",
    "plaque_to": "The county handed the plaque of the leading school of the group to A",
    "set_up_by": f"{GROUP} was set up by A, which remains its lead school",
}
# Relations whose schools another one above them in the table takes too: the rule that is named may be that one.
SHARED = {
    "has_members": "comprises",
    "set_up_by": "leading_school",
    "gains": "members_are",
    "leads_as": "leading_school",
    "also_includes": "comprises",
    "members_are": "member_schools",
}


def short(known: Relation) -> str:
    return known.rule.removeprefix("groups.prose.")


def sentence_of(known: Relation) -> str:
    example = SENTENCES.get(short(known), known.example).rstrip(" …,")
    filled = re.sub(r"\b([A-DX])\b", lambda letter: NAMES[letter[1]], example)
    return f"{filled[0].upper()}{filled[1:]}."


def stated_by(known: Relation) -> set[str]:
    example = SENTENCES.get(short(known), known.example)
    letters = STATED.get(short(known))
    if letters is None:
        letters = "A" if known.role == "leaders" else "".join(sorted(set(re.findall(r"\b[A-D]\b", example))))
    return {NAMES[letter] for letter in letters}


@pytest.mark.parametrize("known", RELATIONS, ids=short)
def test_a_relation_states_what_its_example_says(known: Relation) -> None:
    sentence = sentence_of(known)
    found = [
        (value.span.quote, value.rule)
        for mention in build.mentions(build.prose(f"{BEFORE} {sentence}")).groups
        for value in (mention.leaders if known.role == "leaders" else mention.members)
    ]
    rules = {known.rule, f"groups.prose.{SHARED.get(short(known))}"}
    assert {quote for quote, rule in found if rule in rules} == stated_by(known), f"{sentence!r} gave {found}"


def test_rule_names_and_examples_are_told_apart() -> None:
    rules = [known.rule for known in RELATIONS]
    assert len(rules) == len(set(rules))
    assert all(re.fullmatch(r"groups\.prose\.[a-z_]+", rule) for rule in rules)
    assert all(known.example for known in RELATIONS)


@cache
def sentences_of_the_corpus() -> list[tuple[str, frozenset[str]]]:
    """The folded sentences of our own announcements that name an institution, with the beginnings of their words."""
    texts = [build.plain(path.read_text(encoding="utf-8-sig")) for path in sorted(CORPUS.rglob("en/*.txt"))]
    folded = [marked.folded(each).string for text in texts if (marked := build.marked(text)) for each in text.sentences]
    return [(string, beginnings(string)) for string in folded if re.search(INSTITUTION, string)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A was joined by B", {"joined_by", "members_are", "joined_too"}),
        ("Both joined the group", {"members_are", "joined_group", "joined_too"}),
        ("A leads it", {"in_the_lead", "leads_schools", "led_schools", "leading_school", "leading_school_is", "leads"}),
        ("It is raining", set()),
    ],
)
def test_only_relations_with_a_cue_in_the_sentence_are_tried(sentence: str, expected: set[str]) -> None:
    assert {short(known) for known in fitting(beginnings(sentence), sentence)} == expected


@pytest.mark.parametrize("known", RELATIONS, ids=lambda known: known.rule)
def test_no_sentence_is_passed_over_that_the_pattern_fits(known: Relation) -> None:
    assert len(sentences_of_the_corpus()) > 500
    told = sentences_of_the_corpus()
    passed = [string for string, words in told if known not in fitting(words, string)]
    assert [string for string in passed if known.pattern.search(string)] == []
