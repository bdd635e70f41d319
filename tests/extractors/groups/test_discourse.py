"""Which sentences may speak of a group without its name."""

from __future__ import annotations

import re

import pytest

from extractors.groups.discourse import CALLED, GROUP_AGAIN, KIND, speaking
from tests.extractors import build


@pytest.mark.parametrize(
    ("sentence", "pattern"),
    [
        ("The group has five schools.", GROUP_AGAIN),
        ("In May this new alliance was set up.", GROUP_AGAIN),
        ("Its federation grew.", GROUP_AGAIN),
        ("That trust has a hall.", KIND),
        ("Pupils of the Confederation sang.", KIND),
        ("In its medical consortium there are two hospitals.", KIND),
        ("They left the network.", KIND),
        ("The cluster and the community met.", KIND),
        ("The former has three schools, the latter: two.", CALLED),
        ("In 2019 the second was founded; the last is new.", CALLED),
    ],
)
def test_every_sentence_that_may_mean_a_group_is_told(sentence: str, pattern: re.Pattern[str]) -> None:
    text = build.prose(f"It rained. {sentence} It snowed.")
    told = {place.quote for place in text.sentences if place.number in speaking(text)}
    assert pattern.search(sentence)
    assert {sentence} == told


@pytest.mark.parametrize(
    "sentence",
    ["A group has five schools.", "The school opened.", "They heard both grouping and trusting.", "It is new."],
)
def test_other_sentences_are_left(sentence: str) -> None:
    assert speaking(build.prose(sentence)) == set()
