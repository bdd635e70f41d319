"""Schools that a page lists below a heading without a group: its own group's, if the heading says so."""

from __future__ import annotations

import pytest

from tests.extractors import build

TRUST = "Sunhill Learning Trust"
ABOUT = f"{TRUST} runs schools in two valleys and was set up by parents. The Trust met on Monday in its hall.\n"
LINXI, MUYUN, FENGTAI = "Linxi Primary School", "Muyun Primary School", "Fengtai Kindergarten"
ALL = (LINXI, MUYUN, FENGTAI)

ROSTERS = {
    "a line each": (f"Our schools\n\n{LINXI}\n{MUYUN}\n{FENGTAI}\n\nContact\n\nRoom 4", ALL),
    "with notes behind": (
        f"Schools run by the Trust\n\n{LINXI} (since 2017)\n{MUYUN}, 2019-2024\n{FENGTAI} - opened by parents\n\nNews",
        ALL,
    ),
    "with what each is": (
        f"Member schools (3)\n\n{LINXI}\nA school on a hill. 3 campuses, 96 classes.\nHead: Li Jun\n\n"
        f"{MUYUN}\nFounded in 1961.\nHead: Wang Min\n\n{FENGTAI}\nRebuilt in 2009.\nHead: Xu Jing\n\nNews",
        ALL,
    ),
    "by kind": (
        f"Our academies\n\nPrimary: Ashgrove, {LINXI} and Beacon Lane\nSecondary: Sunhill High School (founder)\n",
        ("Ashgrove", LINXI, "Beacon Lane", "Sunhill High School"),
    ),
    "schools and firms": (
        f"NEW MEMBERS (4)\nCompanies: Dinghe Tooling, Luming Laser\nSchools: {LINXI}, {MUYUN}\n\nHe thanked all.",
        ("Dinghe Tooling", "Luming Laser", LINXI, MUYUN),
    ),
    "in a line": (f"VICE-CHAIR INSTITUTIONS\n{LINXI}; {MUYUN}; {FENGTAI}\n\nNEWS", ALL),
    "in a table": (
        f"Schools\nSchool  Place  Years  Pupils\n{LINXI}  Linxi  7–12  480\n{MUYUN}  Muyun  R–6  430\n"
        "Sellick Hill Primary  Sellick  R–6  388\n",
        (LINXI, MUYUN, "Sellick Hill Primary"),
    ),
    "a list of members": (f"List of member schools\n\n1. {LINXI}\n2. {MUYUN}\n3. {FENGTAI}\n\nNews", ALL),
    "members of a day": (f"Members as of May 2024\n\n- {LINXI}\n- {MUYUN}\n- {FENGTAI}\n\nNews", ALL),
    "a sentence about the trust": (f"The trust's schools are:\n\n- {LINXI}\n- {MUYUN}\n- {FENGTAI}\n\nNews", ALL),
    "a sentence that names it": (
        f"{TRUST} now consists of the following:\n\n(1) {LINXI};\n(2) {MUYUN};\n(3) {FENGTAI}.\n\nNews",
        ALL,
    ),
    "schools that join": (f"The following schools joined us in May:\n{LINXI}\n{MUYUN}\n{FENGTAI}\n\nNews", ALL),
    "as follows": (f"Its members are as follows:\n- {LINXI}\n- {MUYUN}\n- {FENGTAI}\n\nNews", ALL),
    "behind a label": (f"2019\n\nNew members: {LINXI} and {MUYUN}.\n\n2022\n\nJoins: {FENGTAI}.\n\n2023", ALL),
    "campuses, the main one first": (
        "Campuses\n\nHeadquarters  12 Hill Road  48 classes\nEast Campus  30 classes\n"
        "Lakeside Campus  10 classes (new)\n",
        ("Headquarters", "East Campus", "Lakeside Campus"),
    ),
    "by kind, with what each is": (
        "Schools under our sponsorship\n\nSecondary (1)\nSunhill Lady Kan Memorial College — aided — Linxi\n\n"
        f"Primary (2)\n{LINXI}\nSunhill Academy Primary Section\n",
        ("Sunhill Lady Kan Memorial College", LINXI, "Sunhill Academy Primary Section"),
    ),
    "under two headings": (
        f"Schools in our trust\n\n{LINXI}\n{MUYUN}\n\nSchools joining in 2025\n\n{FENGTAI}\n\nNews\n\nRoom 4",
        ALL,
    ),
}
NO_ROSTERS = {
    "schools of a place": f"Schools in the county\n\n{LINXI}\n{MUYUN}\n",
    "former schools": f"Former schools\n\n{LINXI}\n{MUYUN}\n",
    "partners": f"Our partner schools\n\n{LINXI}\n{MUYUN}\n",
    "a meeting": f"The following met in the hall:\n\n- {LINXI}\n- {MUYUN}\n",
    "what schools did": f"They said of the trip:\n\n- {LINXI} sang.\n- {MUYUN} danced.\n",
    "people behind a label": "Members: Li Jun, Wang Xiaoming and Ann Porter.\n",
    "people": "Members\n\nLi Jun\nWang Xiaoming\n\n",
    "a heading of the school's life": f"Campus life\n\n{LINXI}\n{MUYUN}\n",
    "text below": f"Our schools\n\nThe wind blows. It rains in {LINXI}. We sing.\n",
    "another heading between": f"Our schools\n\nThe prize\n\n{LINXI}\n{MUYUN}\n",
}


@pytest.mark.parametrize(("roster", "members"), ROSTERS.values(), ids=ROSTERS)
def test_a_heading_gives_the_group_its_schools(roster: str, members: tuple[str, ...]) -> None:
    said = build.groups(build.plain(f"News of the trust\n\n{ABOUT}\n{roster}"))
    assert said[TRUST].members == members


@pytest.mark.parametrize("lines", NO_ROSTERS.values(), ids=NO_ROSTERS)
def test_other_headings_give_it_none(lines: str) -> None:
    assert build.groups(build.plain(f"News of the trust\n\n{ABOUT}\n{lines}"))[TRUST].members == ()


def test_the_short_form_of_a_school_printed_in_full_is_not_listed_again() -> None:
    text = f"News\n\n{ABOUT}{LINXI} joined the Trust.\n\nOur academies\n\nPrimary: Linxi, Ashgrove\n"
    assert set(build.groups(build.plain(text))[TRUST].members) == {LINXI, "Ashgrove"}


def test_a_text_about_many_groups_lists_none_of_their_schools_so() -> None:
    others = " ".join(f"{name} Education Group met." for name in ("Dahe", "Moxi", "Yunhu", "Beihe", "Nanhe"))
    said = build.groups(build.plain(f"News\n\n{others}\n\nOur schools\n\n{LINXI}\n{MUYUN}\n"))
    assert [name for name, each in said.items() if each.members] == []
