"""What the build of a text tells of groups: headings above labels, groups named later, tables without cells, moves."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Told, told

G = "Meishan Road Primary School Education Group"
A = "Meishan Road Primary School"
B = "Tuanshan Primary School"
C = "Luotian Central School"
H = "Shuangqiao Middle School Education Group"
P = "Shuangqiao Middle School"
Q = "Beihu Middle School"
ABOVE = f"List of groups\n\n(1) {G}\nLead school: {A}\nMember schools: {B}, {C}\n"

HEADED: dict[str, dict[str, Told]] = {
    f"{ABOVE}(2) Special education alliance of the whole county\nLead unit: {P}\nMember units: {Q}": {
        G: told([A], [B, C]),
        "Special education alliance of the whole county": told([P], [Q]),
    },
    f'{ABOVE}(2) Rural teaching consortium of the county (the "Rainbow Consortium" for short)\nLead unit: {P}': {
        G: told([A], [B, C]),
        "Rural teaching consortium of the county": told([P]),
    },
    f"{ABOVE}(2) Mountain schools joint group\nLead school: {P}\nMember schools: {Q}": {
        G: told([A], [B, C]),
        "Mountain schools joint group": told([P], [Q]),
    },
    f"Groups of the county\n\na) {G}\nLeader: {A}\nb) reading and writing alliance of the town\nLeader: {P}": {
        G: told([A]),
        "reading and writing alliance of the town": told([P]),
    },
    (
        f"Groups of the county\n\n1. {G}\nLeader: {A}\n"
        f"2. Boarding-school federation for the northern valleys\nMembers: {P}, {Q}"
    ): {
        G: told([A]),
        "Boarding-school federation for the northern valleys": told([], [P, Q]),
    },
    # what stands above a label and is no name
    f"{ABOVE}(2) Other schools of the county\nLead school: {P}": {G: told([A], [B, C])},
    f"{ABOVE}(2) Work of the leading group\nLead unit: {P}": {G: told([A], [B, C])},
    f"List of groups\n\n{G}\n(1) Tasks of the group\nLead school: {A}": {G: told([A])},
    f"List of groups\n\n(1) {G}\n(2) Scale of the group: large\n(3) Lead school: {A}": {G: told([A])},
}

NEW: dict[str, dict[str, Told]] = {
    (
        f"The {G} stays as it is. {P} and {Q} will lead a new group jointly. It will be known as the Twin Rivers "
        "Education Group and open in May."
    ): {
        G: told(),
        "Twin Rivers Education Group": told([P, Q]),
    },
    f"{A} heads the {G}. {P} leads a second group. It is called the Hilltop Education Group.": {
        G: told([A]),
        "Hilltop Education Group": told([P]),
    },
    (
        f"The {G} was founded in 2019. {P} is to lead a further group from September. Named the Hilltop Education "
        f"Group, it will take in {Q}."
    ): {
        G: told([], [], "2019"),
        "Hilltop Education Group": told([P], [Q]),
    },
    f"The {G} now has five schools. Another group will be led by {P}.": {G: told()},
    f"The {G} now has five schools. {P} will lead a new group.": {G: told()},
    f"The {G} now has five schools. A third group, headed by {P}, is planned.": {G: told()},
    # it is the same group
    f"The {G} is a new group in the county. {A} leads it.": {G: told([A])},
    f"The {G} has been set up. {A} will lead the new group.": {G: told([A])},
}

KINDS: dict[str, dict[str, Told]] = (
    {
        f"{name} was founded in May 2024, with {A} as its leader.": {name: told([A], [], "2024-05")}
        for name in (
            "North Gate Preschool Group",
            "Silver Fern Preschool League",
            "Salt Lake Schools Federation",
            "Grassland Kindergartens League",
            "North Station Kindergarten Group",
        )
    }
    | {
        f"On May 3 , the {name} was inaugurated , with {A} as dragon head .": {name: told([A], [], "XXXX-05-03")}
        for name in (
            "third primary school education group of Luotian County",
            "second middle school group of Meishan District",
        )
    }
    | {
        f"The Frontier Schools Alliance of Luotian and Meishan hung its plate in May, with {A} as its leader.": {
            "Frontier Schools Alliance of Luotian and Meishan": told([A], [], None, ["Frontier Schools Alliance"])
        },
        f"The Twin Valley Education Group of Luotian County and Meishan District is led by {A}.": {
            "Twin Valley Education Group of Luotian County and Meishan District": told(
                [A], [], None, ["Twin Valley Education Group"]
            )
        },
        "The Frontier Schools Alliance of Luotian and Meishan Middle School have new websites.": {
            "Frontier Schools Alliance of Luotian": told([], [], None, ["Frontier Schools Alliance"])
        },
        "They play in the National Basketball League of Schools.": {},
        "The education group of Luotian County was praised.": {},
        "Each primary school education group of Luotian County was praised.": {},
        "The Communist Youth League has 30 members.": {},
    }
)

PLACES: dict[str, dict[str, Told]] = {
    f"The {G} ties together three town schools -- Beiling, Tuanshan East and Luotian -- and five village ones.": {
        G: told([], ["Beiling", "Tuanshan East", "Luotian"])
    },
    f"The {G} runs two campuses -- Beiling and Luotian -- in the county.": {G: told([], ["Beiling", "Luotian"])},
    f"The {G} links four village schools – Beiling, Hetou, Xishan and Luotian – with the county seat.": {
        G: told([], ["Beiling", "Hetou", "Xishan", "Luotian"])
    },
    f"The {G} takes under its wing the primary schools of Beiling, Hetou and Luotian townships.": {
        G: told([], ["primary schools of Beiling", "Hetou", "Luotian townships"])
    },
    f"In May the {G} will take in the kindergartens of Beiling and Luotian towns.": {
        G: told([], ["kindergartens of Beiling", "Luotian towns"])
    },
    f"The {G} has trained teachers in three counties -- Beiling, Hetou and Luotian -- since May.": {G: told()},
    f"The {G} covers the whole of Beiling, Hetou and Luotian townships.": {G: told()},
}

FLAT = f"Groups of the district\n\nGroup name\nLeading school\nMember schools\nPupils\n{G}\n{A}\n{B}, {C}\n3,120"

CELLS: dict[str, dict[str, Told]] = {
    f"{FLAT}\nEast Gate Primary Education Community\n——\nEast Gate Primary School, Hetou Primary School\n900": {
        G: told([A], [B, C]),
        "East Gate Primary Education Community": told([], ["East Gate Primary School", "Hetou Primary School"]),
    },
    f"{FLAT}\nBeihu Primary Education Community\n/\n{Q}, Hetou Primary School\n900\n{H}\n{P}\n{Q}\n400": {
        G: told([A], [B, C]),
        "Beihu Primary Education Community": told([], [Q, "Hetou Primary School"]),
        H: told([P], [Q]),
    },
    f"{FLAT}\n{H}\n{P}\nnot decided\n1,200": {G: told([A], [B, C]), H: told([P])},
    f"{FLAT}\nBeihu Experimental Group\nBeihu Experimental School\nto be determined\n1,200": {
        G: told([A], [B, C]),
        "Beihu Experimental Group": told(["Beihu Experimental School"]),
    },
}

ROLES: dict[str, dict[str, Told]] = {
    f"The {G} is to grow. {A} stays at its head; {B} and {C} come in as new members.": {G: told([A], [B, C])},
    f"On May 3 , the {G} hung its plate , with {A} as dragon head , and {B} , {C} being the dragon body .": {
        G: told([A], [B, C])
    },
    f"Luotian County {G} was upgraded. Now the {A} Group has seven schools.": {
        f"Luotian County {G}": told([], [], None, [f"{A} Group"])
    },
}

MOVES: dict[str, dict[str, Told]] = {
    f"The {G} will be dissolved. Its two schools, {B} and {C}, go to the {H}.": {
        G: told([], [B, C]),
        H: told([], [B, C]),
    },
    f"The {G} will be split. Its four village schools, {B} and {C} among them, pass to the {H}.": {
        G: told([], [B, C]),
        H: told([], [B, C]),
    },
    f"{B} was a member of the {G}, it changed to the {H} in September 2022.": {H: told([], [B]), G: told()},
    f"{B} was in the {G}; it moved to the {H} in 2022.": {H: told([], [B]), G: told()},
    f"{B} left the {G} in 2021 and went over to the {H}.": {H: told([], [B]), G: told()},
    f"{B} was a founding member of the {G}.": {G: told([], [B])},
}


@pytest.mark.parametrize(("text", "expected"), (HEADED | CELLS).items(), ids=HEADED | CELLS)
def test_lists_and_tables(text: str, expected: dict[str, Told]) -> None:
    assert build.records(text) == expected


@pytest.mark.parametrize(
    ("prose", "expected"), (NEW | KINDS | PLACES | ROLES | MOVES).items(), ids=NEW | KINDS | PLACES | ROLES | MOVES
)
def test_prose(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected
