"""Texts such as pages are full of by mistake: each is done in no time, whatever is found."""

from __future__ import annotations

import pytest

from pipeline import extract

LONG = (
    f"Wangjiang Education Group {'-' * 60} a",
    f"望江教育集团成员{'—' * 60}望江小学",
    f"新{'百' * 60}江学校",
    f"成员单位{'9' * 60}渭北县东街小学、渭北县西街小学、渭北县城关幼儿园等",
    f"5/kloc-0{'1' * 60}a schools",
)
"""Runs of one character, in places where rules look for one or more of it."""


@pytest.mark.parametrize("text", LONG)
def test_a_long_run_of_one_character_takes_no_time(text: str) -> None:
    assert isinstance(extract(text), list), "with patterns that try every way to cut the run it would take years"
