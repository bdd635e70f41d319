"""Who leads a group, as newspapers and bureaus put it in a sentence or two; leaders before and behind their group."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Told, told
from tests.extractors.groups.cast import A, B, C, D, G

LEADING: dict[str, dict[str, Told]] = {
    f"The {G} met on Friday. Leading it is {A}, the oldest school in the county.": {G: told([A])},
    f"The job of leading the {G} has fallen to {A}.": {G: told([A])},
    f"The {G} has chosen {A} as its lead school.": {G: told([A])},
    f"{A} was designated lead school of the {G}, with {B} and {C} as members.": {G: told([A], [B, C])},
    f"{A} was entrusted with the leadership of the {G}.": {G: told([A])},
    f"The {G} operates under the leadership of {A}.": {G: told([A])},
    f"The {G}'s lead school, {A}, sends teachers to {B} every week.": {G: told([A])},
    f"At the {G}, the lead school is {A}.": {G: told([A])},
    f"The {G} revolves around {A}.": {G: told([A])},
    f"{A} occupies the central place in the {G}; {B} and {C} are its members.": {G: told([A], [B, C])},
    f"{A}, which heads the {G}, was founded in 1931.": {G: told([A])},
    f"{A} and {D} jointly head the {G}.": {G: told([A, D])},
    f"{A} will be the core school of the {G}, the bureau said.": {G: told([A])},
    f"The county set up the {G} last week. {A} will take charge as lead school.": {G: told([A])},
    f"The county set up the {G} last week. Heading the group is {A}.": {G: told([A])},
    f"The county set up the {G} last week. Its core is {A}, a provincial model school.": {G: told([A])},
    f"The county set up the {G} last week. As the leading school, {A} will share its teachers.": {G: told([A])},
    (f"The county set up the {G} last week. The baton was handed to {A}, which will lead the group for three years."): {
        G: told([A])
    },
    f"Three schools in the west of the city, with {A} at the front, have formed the {G}.": {G: told([A])},
    f"With {A} leading the way, the {G} has taken shape.": {G: told([A])},
    f"Built on the strength of {A}, the {G} now has four campuses.": {G: told([A])},
    f"The {G} has its seat at {A}.": {G: told([A])},
    f"The secretariat of the {G} is housed at {A}, its lead school.": {G: told([A])},
    f"Chairing the {G} is {A}.": {G: told([A])},
    f"{A} acts as the locomotive of the {G}.": {G: told([A])},
    f"The {G} is steered by {A}.": {G: told([A])},
    f"{A} is the parent school of the {G}.": {G: told([A])},
    f"The head school, {A}, and the other schools of the {G} share one timetable.": {G: told([A])},
    f"{A} took over from {D} as the lead school of the {G} in 2023.": {G: told([A])},
    f"A group led by {A} was set up in the east of the city: the {G}.": {G: told([A])},
    f"The {G}, of which {A} is the lead school, has grown.": {G: told([A])},
    f"{A}'s leadership of the {G} was confirmed on Friday.": {G: told([A])},
    f"A council vote made {A} the lead school of the {G}.": {G: told([A])},
    f"The {G} names {A} as its leader.": {G: told([A])},
    f"{A}, as head of the {G}, will look after {B} and {C}.": {G: told([A], [B, C])},
    f"Under the plan, {A} becomes the lead school of the {G}.": {G: told([A])},
    f"The county has put {A} in charge of the {G}.": {G: told([A])},
    f"The county has placed the {G} under the leadership of {A}.": {G: told([A])},
    f"The {G} has {A} at its helm.": {G: told([A])},
    f"{A} is to take the lead in the {G}.": {G: told([A])},
    f"{A}, lead school of the {G}, has 2,400 pupils.": {G: told([A])},
    f"{A} – the flagship of the {G} – has 2,400 pupils.": {G: told([A])},
    f"Founded in 1938, {A} today leads the {G}.": {G: told([A])},
    f"The driving force of the {G} is {A}.": {G: told([A])},
    f"The {G}'s core is {A}.": {G: told([A])},
    f"Its plaque in hand, {A} became head school of the {G} on Friday.": {G: told([A])},
    f"With {A} as its head and four village schools as members, the {G} was set up.": {G: told([A])},
    f"The {G} was formed with {A} in the lead and {B} and {C} as members.": {G: told([A], [B, C])},
    f"The {G} – lead school {A}, members {B} and {C} – opened on Friday.": {G: told([A], [B, C])},
    f"{A} stands at the centre of the {G}, {B} and {C} around it.": {G: told([A])},
    f"Two schools, {A} and {D}, share the leadership of the {G}.": {G: told([A, D])},
    f"The {G} is co-led by {A} and {D}.": {G: told([A, D])},
    f"The {G} was unveiled on Friday. {A} was confirmed as its lead school.": {G: told([A])},
    f"The {G} was unveiled on Friday. {A} has been asked to lead it.": {G: told([A])},
    f"The {G} was unveiled on Friday. At its head is {A}, which opened in 1938.": {G: told([A])},
    f"The {G} was unveiled on Friday. Its flagship, {A}, opened in 1938.": {G: told([A])},
    f"The {G} was unveiled on Friday. The school chosen to lead it is {A}.": {G: told([A])},
    f"The {G} was unveiled on Friday. Responsibility for the group lies with {A}.": {G: told([A])},
    f"The {G} was unveiled on Friday. Guiding the group will be {A}.": {G: told([A])},
    f"{A} was elected chair of the {G}; vice-chairs are {B} and {C}.": {G: told([A], [B, C])},
    # what comes near and says nothing
    f"The county education bureau took the lead in launching the {G}.": {G: told()},
    f"Li Na, headteacher of {A}, also leads the {G}.": {G: told()},
    f"The {G} was praised at a meeting chaired by {D}.": {G: told()},
    f"The {G} leads the county in reading, ahead of {D}.": {G: told()},
    f"The {G} met on Friday. {D} led the choir.": {G: told()},
    f"The {G} met on Friday. The march was led by pupils of {D}.": {G: told()},
    f"The {G} met on Friday. {D} heads the table with nine points.": {G: told()},
    f"The {G} was unveiled on Friday. {D} leads the field in maths.": {G: told()},
    f"The {G} was unveiled on Friday. The parade was headed by the band of {D}.": {G: told()},
    f"The bureau leads the {G}.": {G: told()},
    f"Wang Jun, who heads {A}, visited the {G}.": {G: told()},
    f"The {G} hosted a match; {D} took the lead after ten minutes.": {G: told()},
    f"The {G} was unveiled on Friday. {D} is the main venue.": {G: told()},
}


@pytest.mark.parametrize(("prose", "expected"), LEADING.items(), ids=LEADING)
def test_who_leads(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected
