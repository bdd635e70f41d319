"""Announcements as translation engines and pages print them: odd spaces, lost capitals, groups in quotation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extractors import build
from tests.extractors.groups.press import GROUP, A, B, C

SAID = [
    f"{GROUP} was unveiled. {A} carries the banner, with {B} and {C}.",
    f"The dragon head of {GROUP}, {A}, leads; the members are {B} and {C}.",
    f"{GROUP} is headed by {A}, joined by {B}, {C}.",
    f"There are three schools in {GROUP}: {A} (leading school), {B} and {C}.",
    f"In the {GROUP}, {A} plays the role of leading goose, and {B} and {C} follow.",
]
PRINTS: dict[str, Callable[[str], str]] = {
    "spaces before marks": lambda text: text.replace(",", " ,").replace(". ", " . ").replace(":", " :"),
    "no-break spaces": lambda text: text.replace(", ", ",\u00a0").replace(" and ", "\u00a0and "),
    "quotation marks": lambda text: text.replace(GROUP, f'"{GROUP}"'),
    "curly quotation marks": lambda text: text.replace(GROUP, f"“{GROUP}”"),
}


@pytest.mark.parametrize("printed", PRINTS.values(), ids=PRINTS)
@pytest.mark.parametrize("prose", SAID)
def test_who_leads_and_who_belongs(prose: str, printed: Callable[[str], str]) -> None:
    assert build.stated(build.prose(printed(prose))) == {GROUP: ({A}, {B, C})}


@pytest.mark.parametrize("prose", SAID)
def test_names_that_lost_their_capitals(prose: str) -> None:
    def lost(text: str) -> str:
        return text.replace("Primary School", "primary school")

    assert build.stated(build.prose(lost(prose))) == {lost(GROUP): ({lost(A)}, {lost(B), lost(C)})}


def test_pieces_of_a_list_are_as_printed() -> None:
    prose = f'"{GROUP}" consists of Nanting , Wutong Road and Shiqiao Primary Schools .'
    assert build.stated(build.prose(prose)) == {GROUP: (set(), {"Nanting", "Wutong Road", "Shiqiao Primary Schools"})}
