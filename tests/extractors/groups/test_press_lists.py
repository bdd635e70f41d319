"""Lists of groups in any layout: labels in other words, names with numbers and notes behind them, groups by number."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.groups.press import GROUP, A, B, C, Case, D, E, Parts

OTHER = "Lushan Road Middle School Education Group"
HEAD = "Lushan Road Middle School"

LISTS: dict[str, Parts] = {
    f"List of groups\n\n{GROUP}\nGeneral school: {A}\nSame group: {B}, {C}, {D}": ((A,), (B, C, D)),
    f"List of groups\n\n1. {GROUP}\nHolding the flag: {A}\nFollowing: {B}; {C}": ((A,), (B, C)),
    f"List of groups\n\nGroup 1: {GROUP} / leader {A} / members {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n🏫 {GROUP}\n👑 Lead: {A}\n👉 Members: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n【{GROUP}】\nLeading school: {A}\nMember schools: {B}、{C}": ((A,), (B, C)),
    f"List of groups\n\n① {GROUP}\nCore school - {A}\nMember schools - {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\nOne, {GROUP}\nLeading school: {A}\nMember schools: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n(一) {GROUP}\nLeading school: {A}\nMember school: {B} {C} {D}": ((A,), (B, C, D)),
    f"List of groups\n\n{GROUP} (5 schools)\nLead: {A}\nMembers: {B}; {C}; {D}": ((A,), (B, C, D)),
    f"List of groups\n\n{GROUP} = {A} + {B} + {C}": ((), (A, B, C)),
    f"List of groups\n\n{GROUP}: {A} (leading school), {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP} ({A}, {B}, {C})": ((), (A, B, C)),
    f"List of groups\n\n{GROUP}\n{A} (lead school)\n{B}\n{C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\n- {A} ★\n- {B}\n- {C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\nLeading school\n{A}\nMember schools\n{B}\n{C}": ((A,), (B, C)),
    (
        f"List of groups\n\n{GROUP}\nLeader school: {A} (principal: Li Jun)\nMember schools: {B} "
        f"(principal: Wang Min), {C} (principal: Xu Jing)"
    ): ((A,), (B, C)),
    (
        f"List of groups\n\n{GROUP}\nLeading school: {A}, tel. 8234567\nMembers: {B} 12 classes, {C} 8 "
        f"classes, {D} 20 classes"
    ): ((A,), (B, C, D)),
    (
        f"List of groups\n\n{GROUP}\nGeneral school: {A} 8 classes 360 people\nBranch schools: {B} 6 "
        f"classes/270 people, {C} (new school, 10 classes!)"
    ): ((A,), (B, C)),
    f"List of groups\n\nGroup name: {GROUP}; leading school: {A}; members: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP} | {A} | {B}, {C}": ((), (A, B, C)),
    f"No.  Group  Lead school  Members\n1  {GROUP}  {A}  {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n• {GROUP} — lead school: {A}; members: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n→ {GROUP}\nWho leads: {A}\nWho belongs: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\nSchool in charge: {A}\nSchools in the family: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\nMain school: {A}.\nCampuses: {B}; {C}.": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\nHead of the group: {A}\nSchools of the group: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\nMother school: {A}\nSub-schools: {B}, {C}": ((A,), (B, C)),
    (f"List of groups\n\n{GROUP}\nLeading garden: {E}\nSub gardens: Hexi Kindergarten, Beihe Kindergarten"): (
        (E,),
        ("Hexi Kindergarten", "Beihe Kindergarten"),
    ),
    f"List of groups\n\n{GROUP}\nChief school: {A}\nCoverage: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\nThe leader: {A}\nThe members: {B}, {C} and {D}": ((A,), (B, C, D)),
    f"List of groups\n\n{GROUP}\nLeading: {A}\nJoining: {B}, {C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\nLeading school（1）：{A}\nMember schools（2）：{B}，{C}": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}(leading school {A}, member schools {B}, {C})": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}, leading school: {A}. Member schools: {B}, {C}.": ((A,), (B, C)),
    f"List of groups\n\n{GROUP}\nLeading school: {A}\nMember schools:\n(1) {B}\n(2) {C};\n(3) {D}.": ((A,), (B, C, D)),
    (
        f"List of groups\n\n{GROUP}\nLeading school: {A}\nMember schools: {B} (compulsory education), {C} "
        f"(since 2021), {D} (private)"
    ): ((A,), (B, C, D)),
    f"{A} is the leading school, {B} is the branch school, and {GROUP} is established.": ((A,), (B,)),
    f"{GROUP} has formed the pattern of one school and three campuses: {A}, {B} and {C}.": ((), (A, B, C)),
    f"{GROUP}: {A} — leading school; {B}, {C} — member schools.": ((A,), (B, C)),
    f"Leading school of {GROUP}: {A}. Member schools: {B}, {C}, {D}.": ((A,), (B, C, D)),
    f"{GROUP} was set up. The close members are {B} and {C}; the loose members are {D} and {E}.": ((), (B, C, D, E)),
    f"{GROUP} takes {A} as the center, and radiates the surrounding {B} and {C}.": ((A,), (B, C)),
    f"{GROUP} (head school: {A}), established in 2019, has member schools {B} and {C}.": ((A,), (B, C)),
    f"The first batch of member schools of {GROUP} include: {B}, {C}, {D}.": ((), (B, C, D)),
    f"{B}, {C} and {D} were incorporated into {GROUP} as a whole.": ((), (B, C, D)),
    f"{A} leads the establishment of {GROUP}, with {B} and {C} participating.": ((A,), (B, C)),
    f"{GROUP} was initiated by {A} and jointly established by {B} and {C}.": ((A,), (B, C)),
    f"{GROUP} under the leadership of {A} includes {B}, {C} and other 5 schools.": ((A,), (B, C)),
    f"The {GROUP} has signed contracts with {B} and {C} for entrusted management.": ((), (B, C)),
    (f"The principal of {A} also serves as the general principal of {GROUP}. The sub-schools are {B} and {C}."): (
        (),
        (B, C),
    ),
    f"As a member school of {GROUP}, {B} has benefited a lot.": ((), (B,)),
    f"As member schools of {GROUP}, {B} and {C} share teachers.": ((), (B, C)),
    f"{B} of {GROUP} held a sports meeting.": ((), (B,)),
    f"{GROUP}\n\nLeading school\n\n{A}\n\nMember schools\n\n{B}\n\n{C}": ((A,), (B, C)),
    f"{GROUP}\nLeading school: {A}\nMember schools: 1. {B} 2. {C} 3. {D}": ((A,), (B, C, D)),
    f"7. {GROUP} (4 schools): {A} (leading), {B}, {C}, {D}": ((A,), (B, C, D)),
    f"{GROUP}——leading school: {A}; member school: {B}": ((A,), (B,)),
    f"Group: {GROUP}. Lead: {A}. Others: {B}; {C}.": ((A,), (B, C)),
    f"★ {GROUP}\n▲ Leading school: {A}\n▲ Member schools: {B}, {C}": ((A,), (B, C)),
    f"{GROUP}:\n· {A} (leading school)\n· {B}\n· {C}": ((A,), (B, C)),
    f"{GROUP}\nMembers of the council: {A} (chair school), {B}, {C}": ((A,), (B, C)),
    f"{GROUP} (leading school is {A}) includes {B} and {C}.": ((A,), (B, C)),
}

SEVERAL: list[Case] = [
    (
        (
            f"Groups of the district\n\n{GROUP}\nLead: {A}\nMembers: {B}, {C}\n\n{OTHER}\nLead: "
            f"{HEAD}\nMembers: {D}, {E}"
        ),
        {GROUP: ((A,), (B, C)), OTHER: ((HEAD,), (D, E))},
    ),
    (
        (
            f"Groups of the district\n\nGroup 1: {GROUP}\nLead school: {A}; member schools: {B}, {C}\nGroup 2: "
            f"{OTHER}\nLead school: {HEAD}; member schools: {D}, {E}"
        ),
        {GROUP: ((A,), (B, C)), OTHER: ((HEAD,), (D, E))},
    ),
    (
        (
            f"Groups of the district\n\n1. {GROUP}: led by {A}, members {B} and {C}.\n2. {OTHER}: led by "
            f"{HEAD}, members {D} and {E}."
        ),
        {GROUP: ((A,), (B, C)), OTHER: ((HEAD,), (D, E))},
    ),
    (
        (
            f"Groups of the district\n\n1. {GROUP}. {A} holds the flag, with {B} and {C}.\n2. {OTHER}. {HEAD} "
            f"holds the flag, with {D} and {E}."
        ),
        {GROUP: ((A,), (B, C)), OTHER: ((HEAD,), (D, E))},
    ),
]


@pytest.mark.parametrize(("prose", "parts"), LISTS.items(), ids=LISTS)
def test_a_list_of_one_group(prose: str, parts: Parts) -> None:
    leaders, members = parts
    assert build.stated(build.prose(f"\n{prose}")) == {GROUP: (set(leaders), set(members))}


@pytest.mark.parametrize(("prose", "expected"), SEVERAL)
def test_a_list_of_several(prose: str, expected: dict[str, Parts]) -> None:
    assert build.stated(build.prose(f"\n{prose}")) == {
        name: (set(led), set(rest)) for name, (led, rest) in expected.items()
    }
