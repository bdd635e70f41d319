"""Who leads a group, in as many wordings as announcements and their machine translations have."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.groups.press import GROUP, A, B, C, D, E, Parts

LEADING: dict[str, Parts] = {
    f"{A} takes the lead, {B}, {C} and {D} participate in the {GROUP}.": ((A,), (B, C, D)),
    f"{A} holds the flag of the {GROUP}.": ((A,), ()),
    f"{GROUP} was unveiled. {A} carries the banner, with {B} and {C}.": ((A,), (B, C)),
    f"{GROUP} was established on the 5th, with {A} as the leader and {B}, {C} as members.": ((A,), (B, C)),
    f"Taking {A} as the dragon head, {GROUP} drives {B} and {D} to develop together.": ((A,), (B, D)),
    f"Relying on {A}, a famous school of the city, {GROUP} was formed by uniting {B} and {C}.": ((A,), (B, C)),
    f"The {GROUP} takes {A} as the leading school, and absorbs {B}, {C} and {D} as member schools.": ((A,), (B, C, D)),
    f"{GROUP} is led by {A}, joined by {B} and {C}.": ((A,), (B, C)),
    f"{A} took the lead in forming {GROUP} together with {B} and {C}.": ((A,), (B, C)),
    f"In the {GROUP}, {A} plays the role of leading goose, and {B} and {C} follow.": ((A,), (B, C)),
    f"{GROUP}: the leading school is {A}, and the member schools are {B} and {C}.": ((A,), (B, C)),
    f"{GROUP} with {A} as the core was set up, covering {B}, {C}.": ((A,), (B, C)),
    f"With {A} as the general school and {B} and {C} as branch schools, {GROUP} came into being.": ((A,), (B, C)),
    f"The general school of {GROUP} is {A}; its branch schools are {B} and {C}.": ((A,), (B, C)),
    f"{A} serves as the chief school of {GROUP}.": ((A,), ()),
    f"As the main school of {GROUP}, {A} sends 20 teachers to {B} and {C} every year.": ((A,), ()),
    f"As the leading school of {GROUP}, {A} held an open day.": ((A,), ()),
    f"{GROUP} held a meeting in {A}, the core school.": ((A,), ()),
    f"{GROUP}, whose leader is {A}, has {B} and {C} under it.": ((A,), (B, C)),
    f"Under the leadership of {A}, {GROUP} has brought {B} and {C} into unified management.": ((A,), (B, C)),
    (f'{GROUP} implements the mode of "one lead and several members". The lead is {A}, the members are {B} and {C}.'): (
        (A,),
        (B, C),
    ),
    f"The {GROUP} is a close-type group. The leader of this group is {A}.": ((A,), ()),
    f"The lead of the {GROUP} is {A}.": ((A,), ()),
    f"The dragon head of {GROUP}, {A}, was founded in 1956.": ((A,), ()),
    (
        f"{GROUP} held its first meeting. The core park is {E}, and the sub-parks are Hexi Kindergarten and "
        "Beihe Kindergarten."
    ): ((E,), ("Hexi Kindergarten", "Beihe Kindergarten")),
    f"{GROUP} is headed by {A} and consists of {B}, {C} and {D} with four schools.": ((A,), (B, C, D)),
    f"{GROUP} takes {A} as head, radiates {B} and {C}.": ((A,), (B, C)),
    f"{A} (leading school), {B} and {C} form the {GROUP}.": ((A,), (B, C)),
    f"{A} as the leading school, {B} and {C} as member schools, {GROUP} was officially established.": ((A,), (B, C)),
    f"Give play to the leading role of {A}, {GROUP} was set up with {B} and {C} as members.": ((A,), (B, C)),
    f"{GROUP} is based on {A}, joining hands with {B} and {C}.": ((A,), (B, C)),
    f"{A} is the leader unit of {GROUP}, {B} is the deputy leader unit, {C} is the member unit.": ((A,), (B, C)),
    f"{A} is responsible for leading {GROUP}.": ((A,), ()),
    f"{GROUP} is hosted by {A}.": ((A,), ()),
    f"The council of {GROUP} is chaired by {A}.": ((A,), ()),
    f"{A}, as the leader of {GROUP}, exports management to {B} and {C}.": ((A,), ()),
    f"The school leading {GROUP} is {A}.": ((A,), ()),
    f"{GROUP} is under the charge of {A} as the head school.": ((A,), ()),
    f"{GROUP} was unveiled on Monday. {A} holds the flag, with {B}, {C} and {D}.": ((A,), (B, C, D)),
    f"{GROUP} was unveiled on Monday. The lead of this one is {A}.": ((A,), ()),
    f"{GROUP} was unveiled on Monday. It entrusts {B} and {C}.": ((), (B, C)),
    f"{GROUP} was unveiled on Monday. There are 3 campuses under it: {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} was unveiled on Monday. There are {B}, {C} under it.": ((), (B, C)),
    f"{GROUP} was unveiled on Monday. The group is headquartered in {A}.": ((A,), ()),
    f"{GROUP} was unveiled on Monday. Headquartered in {A}, it also has {B} and {C}.": ((A,), (B, C)),
    f"{GROUP} was unveiled on Monday. Its general school is {A} and its branches are {B} and {C}.": ((A,), (B, C)),
    f"{GROUP} was unveiled on Monday. The leader is {A}. The members are {B} and {C}.": ((A,), (B, C)),
    (f"{GROUP} was unveiled on Monday. The group, whose headquarters and flagship is {A}, also runs {B} and {C}."): (
        (A,),
        (B, C),
    ),
    f"{GROUP} was unveiled on Monday. The latest to join are {B} and {C}.": ((), (B, C)),
    f"{GROUP} was unveiled on Monday. New partners are {B} and {C}.": ((), (B, C)),
    (f"{GROUP} was unveiled on Monday. The group will be led by {A}, while {B} and {C} will join as members."): (
        (A,),
        (B, C),
    ),
    f"{GROUP} was unveiled on Monday. Joining the group are {B} and {C}.": ((), (B, C)),
    (f"{GROUP} was unveiled on Monday. {A} was appointed leading school; {B} and {C} are member schools."): (
        (A,),
        (B, C),
    ),
    f"{GROUP} was unveiled on Monday. {A}, founded in 1956, is the dragon head school.": ((A,), ()),
    f"{GROUP} was unveiled on Monday. {A}, which has 60 classes, acts as the core school.": ((A,), ()),
    f"{GROUP} was unveiled on Monday. Besides {A}, which is the head school, it includes {B} and {C}.": ((A,), (B, C)),
    f"{GROUP} was unveiled on Monday. Three schools belong to the group: {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} was unveiled on Monday. The schools in the group are {B}, {C} and {D}.": ((), (B, C, D)),
}


@pytest.mark.parametrize(("prose", "parts"), LEADING.items(), ids=LEADING)
def test_who_leads_and_who_follows(prose: str, parts: Parts) -> None:
    leaders, members = parts
    assert build.stated(build.prose(prose)) == {GROUP: (set(leaders), set(members))}
