"""Who belongs to a group, as the object and the subject of many a verb; who came later, who left."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Told, told
from tests.extractors.groups.cast import A, B, C, D, E, G, H

BELONGING: dict[str, dict[str, Told]] = {
    f"The {G} ties {B}, {C} and {D} together.": {G: told([], [B, C, D])},
    f"The {G} pools the teachers of {B}, {C} and {D}, its three member schools.": {G: told([], [B, C, D])},
    f"The {G} has been enlarged to take in {B} and {C}.": {G: told([], [B, C])},
    f"The {G} has expanded to include {B} and {C}.": {G: told([], [B, C])},
    f"The {G} was extended to {B} and {C} in 2022.": {G: told([], [B, C])},
    f"The {G} groups {B}, {C} and {D} under one management.": {G: told([], [B, C, D])},
    f"The {G} presides over {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"The {G} administers {B} and {C}.": {G: told([], [B, C])},
    f"The {G} is home to {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"The {G} counts four schools: {B}, {C}, {D} and {E}.": {G: told([], [B, C, D, E])},
    f"The {G} numbers {B}, {C} and {D} among its members.": {G: told([], [B, C, D])},
    f"The {G} boasts three campuses, namely {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"The {G} has absorbed two weak schools, {B} and {C}.": {G: told([], [B, C])},
    f"The {G} has opened its arms to {B} and {C}, which joined on Friday.": {G: told([], [B, C])},
    f"The {G} has been entrusted with running {B} and {C}.": {G: told([], [B, C])},
    f"The {G} has assumed management of {B}.": {G: told([], [B])},
    f"The {G} took {B} on board in 2021.": {G: told([], [B])},
    f"The {G} has extended its reach to include {B}.": {G: told([], [B])},
    f"The {G} will incorporate {B} and {C} next term.": {G: told([], [B, C])},
    f"Among the schools of the {G} are {B} and {C}.": {G: told([], [B, C])},
    f"Alongside {A}, which leads it, the {G} comprises {B} and {C}.": {G: told([A], [B, C])},
    f"Besides its lead school {A}, the {G} includes {B} and {C}.": {G: told([A], [B, C])},
    f"Apart from the lead school, {A}, there are {B} and {C} in the {G}.": {G: told([A], [B, C])},
    f"{B} and {C} have thrown in their lot with the {G}.": {G: told([], [B, C])},
    f"{B} and {C} are the newest members of the {G}.": {G: told([], [B, C])},
    f"{B} has found a home in the {G}.": {G: told([], [B])},
    f"{B} and {C} have been added to the {G}.": {G: told([], [B, C])},
    f"{B} and {C} come under the umbrella of the {G}.": {G: told([], [B, C])},
    f"{B}, {C} and {D} constitute the {G}.": {G: told([], [B, C, D])},
    f"{B} was folded into the {G} in 2020.": {G: told([], [B])},
    f"{B}, which belongs to the {G}, has a new roof.": {G: told([], [B])},
    f"{B} – one of the member schools of the {G} – has a new roof.": {G: told([], [B])},
    f"Pupils from {B}, a member of the {G}, won the prize.": {G: told([], [B])},
    f"Membership of the {G} is made up of {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"Membership of the {G} extends to {B} and {C}.": {G: told([], [B, C])},
    f"Three schools now make up the {G}: {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"Three schools – {B}, {C} and {D} – have come together as the {G}.": {G: told([], [B, C, D])},
    f"{B}, {C} and {D} have pooled their resources to create the {G}.": {G: told([], [B, C, D])},
    f"{B}, {C} and {D} banded together as the {G}.": {G: told([], [B, C, D])},
    f"The {G} unveiled its plaque on Friday. {B}, {C} and {D} make up the group.": {G: told([], [B, C, D])},
    f"The {G} unveiled its plaque on Friday. The group brings {B}, {C} and {D} under one roof.": {
        G: told([], [B, C, D])
    },
    f"The {G} unveiled its plaque on Friday. Joining {A}, its lead school, are {B} and {C}.": {G: told([A], [B, C])},
    f"The {G} unveiled its plaque on Friday. It is led by {A}; also taking part are {B} and {C}.": {
        G: told([A], [B, C])
    },
    f"The {G} unveiled its plaque on Friday. Under the arrangement, {A} will lead {B} and {C}.": {G: told([A], [B, C])},
    f"The {G} unveiled its plaque on Friday. {A} leads, while {B}, {C} and {D} follow.": {G: told([A], [B, C, D])},
    f"The {G} unveiled its plaque on Friday. {A} heads the group, whose other members are {B} and {C}.": {
        G: told([A], [B, C])
    },
    f"The {G} unveiled its plaque on Friday. Along with {A}, the core school, it takes in {B} and {C}.": {
        G: told([A], [B, C])
    },
    f"Four schools belong to the {G}:\n\n- {A} (lead school)\n- {B}\n- {C}\n- {D}": {G: told([A], [B, C, D])},
    f"{A} formed the {G} with {B} and {C}.": {G: told([], [A, B, C])},
    f"{A}, together with {B} and {C}, established the {G}.": {G: told([], [A, B, C])},
    f"{A} has teamed up with {B} and {C} in the {G}.": {G: told([], [A, B, C])},
    f"{B} signed up to the {G} in May.": {G: told([], [B])},
    f"The {G} has signed up {B} and {C}.": {G: told([], [B, C])},
    f"The {G} consists of the following: {B}; {C}; {D}; and {E}.": {G: told([], [B, C, D, E])},
    f"Besides {B}, the {G} also manages {C}.": {G: told([], [B, C])},
    f"The {G} has under its wing {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"The {G} has gathered {B}, {C} and {D} around it.": {G: told([], [B, C, D])},
    f"The {G} has grown to four schools with the addition of {B}.": {G: told([], [B])},
    f"The {G} has grown by two: {B} and {C}.": {G: told([], [B, C])},
    f"The {G} formally received {B} and {C} as members on Friday.": {G: told([], [B, C])},
    f"The {G} is a union of {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"The {G} was formed out of {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"The {G}, comprising {B}, {C} and {D}, opened on Friday.": {G: told([], [B, C, D])},
    f"The {G}, with {B}, {C} and {D} as its campuses, opened on Friday.": {G: told([], [B, C, D])},
    f"The {G}, which also includes {B} and {C}, opened on Friday.": {G: told([], [B, C])},
    f"The {G}, of which {B} and {C} are members, opened on Friday.": {G: told([], [B, C])},
    f"The {G}'s other members are {B} and {C}.": {G: told([], [B, C])},
    f"The {G}'s third school, {B}, opened on Friday.": {G: told([], [B])},
    f"The {G} and its four campuses – {B}, {C}, {D} and {E} – share one canteen.": {G: told([], [B, C, D, E])},
    f"{B} and {C} have become part of the {G}.": {G: told([], [B, C])},
    f"{B} and {C} have been brought under the {G}.": {G: told([], [B, C])},
    f"{B} and {C} have been placed in the care of the {G}.": {G: told([], [B, C])},
    f"{B} and {C} were attached to the {G} in 2021.": {G: told([], [B, C])},
    f"{B} is now run as a campus of the {G}.": {G: told([], [B])},
    f"{B} has been a member of the {G} since 2021.": {G: told([], [B])},
    f"{B}, a village school, has been part of the {G} since 2021.": {G: told([], [B])},
    f"{B} became the {G}'s fifth member.": {G: told([], [B])},
    f"{B} is one of five schools in the {G}.": {G: told([], [B])},
    f"{B} hung out the plaque of the {G} on Friday.": {G: told([], [B])},
    f"{B} enters the {G} as its fifth campus.": {G: told([], [B])},
    f"It was not until 2022 that {B} joined the {G}.": {G: told([], [B])},
    f"The admission of {B} and {C} to the {G} was announced on Friday.": {G: told([], [B, C])},
    f"The merger of {B} and {C} into the {G} was announced on Friday.": {G: told([], [B, C])},
    f"The decision brings {B} and {C} into the {G}.": {G: told([], [B, C])},
    f"The bureau assigned {B} and {C} to the {G}.": {G: told([], [B, C])},
    f"The bureau has handed {B} to the {G} to run.": {G: told([], [B])},
    f"Schools in the {G} include {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"Schools such as {B} and {C} have joined the {G}.": {G: told([], [B, C])},
    f"From this term {B} and {C} are campuses of the {G}.": {G: told([], [B, C])},
    f"In the {G}, {B} and {C} work side by side as members.": {G: told([], [B, C])},
    f"At {B}, a campus of the {G}, lunch is free.": {G: told([], [B])},
    f"The {G} opened on Friday. {B}, {C} and {D} are in it.": {G: told([], [B, C, D])},
    f"The {G} opened on Friday. {B}, {C} and {D} belong.": {G: told([], [B, C, D])},
    f"The {G} opened on Friday. The other schools in the group are {B} and {C}.": {G: told([], [B, C])},
    f"The {G} opened on Friday. It spans {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"The {G} opened on Friday. Two schools, {B} and {C}, have joined so far.": {G: told([], [B, C])},
    f"The {G} opened on Friday. First to sign up was {B}.": {G: told([], [B])},
    f"The {G} opened on Friday. {B} came in a year later.": {G: told([], [B])},
    f"The {G} opened on Friday. Its schools: {B}, {C}, {D}.": {G: told([], [B, C, D])},
    f"The {G} opened on Friday. {A} and three others – {B}, {C} and {D} – form the group.": {G: told([], [A, B, C, D])},
    f"The {G} opened on Friday. {A} takes along {B} and {C}.": {G: told([], [B, C])},
    f"The {G} opened on Friday. The agreement was signed by {B} and {C}, which thereby join the group.": {
        G: told([], [B, C])
    },
    # what comes near and says nothing
    f"The {G} has twinned with {B} in Xinjiang.": {G: told()},
    f"The {G} trains the teachers of {B} and {C} every summer.": {G: told()},
    f"Pupils of the {G} rode past {B} and {C}.": {G: told()},
    f"The {G} has asked {B} for advice.": {G: told()},
    f"{B} is only two streets from the {G}.": {G: told()},
    f"The {G} thanked {B} and {C} for coming.": {G: told()},
    f"A teacher of {B} joined the {G} as an adviser.": {G: told()},
    f"The {G} follows the example of {B}.": {G: told()},
    f"The {G} opened its doors to visitors from {B}.": {G: told()},
    f"The {G} sold its old building to {B}.": {G: told()},
    f"{B} and {C} compete with the {G} for pupils.": {G: told()},
    f"The {G} opened on Friday. {B} and {C} sent flowers.": {G: told()},
    f"The {G} opened on Friday. The bus stops at {B} and {C}.": {G: told()},
    f"The {G} opened on Friday. The road to {B} is closed.": {G: told()},
    f"The {G} has visited {B}.": {G: told()},
    f"The {G} has praised {B} and {C}.": {G: told()},
    f"The {G} will play {B} in the final.": {G: told()},
    f"Pupils of {B} joined the {G} for a day of sport.": {G: told()},
    f"The {G} ties for second place with {B}.": {G: told()},
    f"The {G} rents buses to {B}.": {G: told()},
    f"The {G} opened on Friday. {B} counts 300 pupils.": {G: told()},
    f"The {G} met. {B} works with {C} on a book.": {G: told()},
}

CHANGES: dict[str, dict[str, Told]] = {
    f"{B} left the {G} in 2022, and {C} joined it.": {G: told([], [C])},
    f"{B} is no longer part of the {G}, which now consists of {C} and {D}.": {G: told([], [C, D])},
    f"The {G} lost {B} in 2021 but gained {C} and {D}.": {G: told([], [C, D])},
    f"{B} moved from the {G} to the {H} in 2023.": {G: told(), H: told([], [B])},
    f"{B} switched from the {G} to the {H}.": {G: told(), H: told([], [B])},
    f"A second batch of schools joined the {G} on Friday: {B}, {C} and {D}.": {G: told([], [B, C, D])},
    f"The second group of members of the {G}, {B} and {C}, was admitted on Friday.": {G: told([], [B, C])},
    f"The {G} was founded in 2018 with {B} and {C}; {D} was added in 2021 and {E} in 2023.": {
        G: told([], [B, C, D, E], "2018")
    },
    f"The {G} started with two schools, {B} and {C}, and has since been joined by {D}.": {G: told([], [B, C, D])},
    f"The original members of the {G} were {B} and {C}; {D} came on board later.": {G: told([], [B, C, D])},
    f"{B} and {C} were merged to create the {G}.": {G: told([], [B, C])},
    f"{B} became the third campus of the {G}.": {G: told([], [B])},
    # what comes near and says nothing
    f"{B} pulled out of the {G} last year.": {G: told()},
    f"{B} was expelled from the {G}.": {G: told()},
    f"{B}, once a member of the {G}, now stands alone.": {G: told()},
    f"The {G} has parted ways with {B}.": {G: told()},
    f"The {G} has applied to take over {B}.": {G: told()},
    f"The {G} and {B} are in talks about a merger.": {G: told()},
    f"{B} voted to stay out of the {G}.": {G: told()},
    f"The {G} was dissolved in 2022.": {G: told()},
}


@pytest.mark.parametrize(("prose", "expected"), BELONGING.items(), ids=BELONGING)
def test_who_belongs(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected


@pytest.mark.parametrize(("prose", "expected"), CHANGES.items(), ids=CHANGES)
def test_who_came_and_who_left(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected
