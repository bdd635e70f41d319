"""Schools near words that elsewhere make them leaders or members, and that are neither here."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import told
from tests.extractors.groups.cast import B, C, G

NEAR = [
    f"The {G} has close ties with {B}.",
    f"The {G} ties its budget to that of {B}.",
    f"The {G} extended its thanks to {B} and {C}.",
    f"The {G} is bound for {B} by bus.",
    f"The {G} boasts a hall larger than that of {B}.",
    f"The {G} met at {B}, home to the county's largest hall.",
    f"The {G} was founded with support from {B}.",
    f"The {G} was founded with the help of {B} and {C}.",
    f"The {G} was set up with {B} looking on.",
    f"One of the guests of the {G} came from {B}.",
    f"{B} is one of the oldest schools in the county; the {G} is the newest group.",
    f"Besides {B}, the {G} visited {C}.",
    f"The {G} met. {B} was the first to arrive.",
    f"The {G} met. {B}, a member of the county football league, won.",
    f"The {G} met. The minister approved the transfer of teachers of {B}.",
    f"The {G} met. {B} was handed a prize.",
    f"The {G} met. The route ranges from {B} to {C}.",
    f"The {G} met. The three schools are closed on Friday; {B} is open.",
    f"The {G} met. There were two speakers, from {B} and {C}.",
    f"The {G} put {B} on the programme of its tour.",
    f"The bureau put the {G} and {B} in one building.",
    f"The {G} entrusted the design of its hall to {B}.",
    f"Parents of {B} belong to the {G}'s choir.",
    f"{B} transferred two teachers to the {G}.",
    f"{B} added a link to the {G}.",
    f"{B} handed a letter to the {G}.",
    f"{B} moved from Hill Street to a house beside the {G}.",
    f"A pupil moved from {B} to the {G}.",
    f"{B} gave its old desks to the {G}.",
    f"{B} has asked to join the {G}.",
    f"{B} plays in the {G}'s hall.",
    f"{B}'s pupils are members of the {G}'s orchestra.",
    f"The {G} took its name from {B}.",
    f"The responsibility for the roof of the {G} lies with {B}.",
    f"Leading the march of the {G} was {B}.",
    f"The lead in the table went to {B}, the {G} said.",
    f"The {G} met. {B} took charge of the catering.",
    f"The {G} put {B} in charge of the catering.",
    f"The {G} named a hall after {B}.",
    f"The {G} met. As the host school, {B} served tea.",
    f"The {G} met. The winning school, {B}, got a cup.",
    f"The {G} met. Its guest, {B}, sang.",
]


@pytest.mark.parametrize("prose", NEAR)
def test_no_school_leads_or_belongs(prose: str) -> None:
    assert build.records(prose) == {G: told()}
