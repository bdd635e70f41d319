"""Patterns that a search can leap to find what the patterns find that they are made of."""

from __future__ import annotations

import re

import pytest

from extractors.leaps import leaping

TEXT = "Joined by A; rejoined, led by B (headed by C), (Led D) joins\nled E, no-led F"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:[Jj]oined|led) by [A-Z]", ["Joined by A", "led by B"]),
        (r"\b(?:join(?:s|ed)|lead)\b", ["joins"]),
        (r"\b(?:[Ll]ed|headed) (?:by )?(?P<name>[A-Z])", ["led by B", "headed by C", "Led D", "led E", "led F"]),
        (r"\b(?:re|[(|)]|[Hh])joined", ["rejoined"]),
        (r"(?:re)?joined", ["rejoined"]),
    ],
)
def test_a_leaping_pattern_finds_the_same(pattern: str, expected: list[str]) -> None:
    assert [match.group() for match in re.finditer(pattern, TEXT)] == expected
    assert [match.group() for match in re.finditer(leaping(pattern), TEXT)] == expected


def test_a_pattern_that_begins_with_words_begins_with_their_letters() -> None:
    assert leaping(r"\b(?:[Ll]ed|head) by").startswith("(?:L(?<!\\w.)")
    assert leaping(r"\b(?:\d|led) by") == r"\b(?:\d|led) by"
