"""Groups in lists and tables: label lines, bullets, brackets, cells, and rows that lost their cells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extractors import build

GROUP = "Dahe Middle School Education Group"
OTHER = "Moxi School Education Group"
DAHE, LINXI, MUYUN, FENGTAI = (
    "Dahe Middle School",
    "Linxi Primary School",
    "Muyun Primary School",
    "Fengtai Kindergarten",
)
TITLE = "Groups of the county"
Parts = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]

LEADER_LABELS = [
    "Leader: ",
    "LEADER: ",
    "leader：",
    "Lead school: ",
    "The lead school: ",
    "Lead school (1): ",
    "Leading School - ",
    "Leading School – ",
    "Head School = ",
    "Lead school | ",
    "Dragon head: ",
    "Dragon-Head School: ",
    "Core school:",
    "Headquarters: ",
    "1) Lead school: ",
    "(1) Lead school: ",
    "- Lead school: ",
    "**Lead school:** ",
    "- **Lead school**: ",
    "• Lead school：",
]
MEMBER_LABELS = [
    "Members: ",
    "MEMBERS: ",
    "members:",
    "Member schools (3): ",
    "Member school list: ",
    "Participating schools: ",
    "Member units：",
    "Members of the group: ",
    "Branch campuses: ",
    "Member Schools\n",
    "Members:\n",
]
SEPARATORS = {
    "commas and an and": f"{LINXI}, {MUYUN} and {FENGTAI}",
    "semicolons": f"{LINXI}; {MUYUN}; {FENGTAI}",
    "Chinese marks": f"{LINXI}、{MUYUN}，{FENGTAI}",
    "slashes": f"{LINXI} / {MUYUN} / {FENGTAI}",
    "numbers in brackets": f"(1) {LINXI}, (2) {MUYUN}, (3) {FENGTAI}",
    "a full stop at the end": f"{LINXI}, {MUYUN}, {FENGTAI}.",
    "notes in brackets": f"{LINXI} (formerly Mill School), {MUYUN}, {FENGTAI} (new)",
    "one a line": f"\n{LINXI}\n{MUYUN}\n{FENGTAI}",
    "one a line with bullets": f"\n- {LINXI}\n- {MUYUN}\n- {FENGTAI}",
    "one a line with numbers": f"\n1) {LINXI}\n2) {MUYUN}\n3) {FENGTAI}",
}
LISTS: dict[str, tuple[str, Parts]] = {
    "in brackets": (
        f"1. {GROUP} (lead school: {DAHE}; members: {LINXI}, {MUYUN})\n"
        f"2. {OTHER} (lead school: {MUYUN}; members: {FENGTAI})",
        {GROUP: ((DAHE,), (LINXI, MUYUN)), OTHER: ((MUYUN,), (FENGTAI,))},
    ),
    "both labels in one line": (
        f"1. {GROUP}\nLead school: {DAHE}; member schools: {LINXI}, {MUYUN}.",
        {GROUP: ((DAHE,), (LINXI, MUYUN))},
    ),
    "labels on lines of their own": (
        f"1. {GROUP}\nLeader\n{DAHE}\nMembers\n{LINXI}\n{MUYUN}\nThe county hopes that they will flourish.",
        {GROUP: ((DAHE,), (LINXI, MUYUN))},
    ),
    "announced in other words": (
        f"{GROUP}\nThe schools in the lead:\n{DAHE}\nSchools joining the group:\n{LINXI}\n{MUYUN}",
        {GROUP: ((DAHE,), (LINXI, MUYUN))},
    ),
    "a group after a label": (
        f"Group: {GROUP}\nLeader: {DAHE}\nMembers: {LINXI}\nGroup: {OTHER}\nMembers: {FENGTAI}",
        {GROUP: ((DAHE,), (LINXI,)), OTHER: ((), (FENGTAI,))},
    ),
    "a name with a number of members, after a colon": (
        f"1. Dahe School Community: {LINXI} and {MUYUN}\n2. Moxi School Community: {FENGTAI}",
        {"Dahe School Community": ((), (LINXI, MUYUN)), "Moxi School Community": ((), (FENGTAI,))},
    ),
    "nothing stated": (
        f"1. {GROUP}\nLeader: {DAHE}\nMembers: none\n2. {OTHER}\nLeader: to be announced\nMembers: /",
        {GROUP: ((DAHE,), ()), OTHER: ((), ())},
    ),
    "prose ends a list": (
        f"{GROUP}\nMembers:\n{LINXI}\n{MUYUN}\n\nPlease write to {FENGTAI} for a form.",
        {GROUP: ((), (LINXI, MUYUN))},
    ),
    "a line about something else between the labels": (
        f"{GROUP}\nLeader: {DAHE}\nContact: Ms Li, 555\nMembers: {LINXI}\n{MUYUN}\nFax: none\n{FENGTAI}",
        {GROUP: ((DAHE,), (LINXI, MUYUN))},
    ),
    "labels without a group": (f"Leader: {DAHE}\nMembers: {LINXI}\nThe groups of the county will grow.", {}),
    "one cell a line": (
        f"Group name\nLeader\nMembers\n{GROUP}\n{DAHE}\n{LINXI}\n{OTHER}\nMoxi School\n{MUYUN}",
        {GROUP: ((DAHE,), (LINXI,)), OTHER: (("Moxi School",), (MUYUN,))},
    ),
    "one cell a line, one of them empty": (
        f"Group name\nLeader\nMembers\n{GROUP}\n/\n{LINXI}\n{OTHER}\nMoxi School\n{MUYUN}",
        {GROUP: ((), (LINXI,)), OTHER: (("Moxi School",), (MUYUN,))},
    ),
    "a table whose cells run together": (
        "No. Education group Leading school Member schools\n"
        f"1 {GROUP} {DAHE} {LINXI} {MUYUN}\n2 {OTHER} Moxi School {FENGTAI}",
        {GROUP: ((DAHE,), (LINXI, MUYUN)), OTHER: (("Moxi School",), (FENGTAI,))},
    ),
    "several groups in one line": (
        f"Serial number: 1; Name: {GROUP}; Lead school: {DAHE}; Member schools: {LINXI}; Person in charge: Li Jun. "
        f"Serial number: 2; Name: {OTHER}; Lead school: Moxi School; Member schools: {MUYUN}, {FENGTAI}.",
        {GROUP: ((DAHE,), (LINXI,)), OTHER: (("Moxi School",), (MUYUN, FENGTAI))},
    ),
    "several groups in one line, the last one's list below it": (
        f"Serial number: 1; Name: {GROUP}; Lead school: {DAHE}; Member schools: {LINXI}; "
        f"Serial number: 2; Name: {OTHER}; Lead school: Moxi School; Member schools:\n{MUYUN}\n{FENGTAI}",
        {GROUP: ((DAHE,), (LINXI,)), OTHER: (("Moxi School",), (MUYUN, FENGTAI))},
    ),
    "names between marks": (f"1) {GROUP} = {DAHE} (lead) + {LINXI} + {MUYUN}", {GROUP: ((DAHE,), (LINXI, MUYUN))}),
    "names between bars": (f"(4) {GROUP} | {DAHE} ★ | {LINXI} | {MUYUN}", {GROUP: ((DAHE,), (LINXI, MUYUN))}),
    "running text behind a colon": (
        f"* {GROUP}: since this spring {LINXI} also belongs to it, the table is old.",
        {GROUP: ((), (LINXI,))},
    ),
    "a date behind the name in a row whose cells run together": (
        "Group Founded Leading school Member schools\n"
        f"{GROUP} 2018.9 {DAHE} {LINXI}\n{OTHER} 2020.3 Moxi School {FENGTAI}",
        {GROUP: ((DAHE,), (LINXI,)), OTHER: (("Moxi School",), (FENGTAI,))},
    ),
    "headings counted in words": (
        f"First, {GROUP}\nLeading school : {DAHE}\nMember schools : {LINXI} , {MUYUN}\n"
        f"Second , {OTHER}\nleading school: Moxi School\nMember schools : {FENGTAI} ; {MUYUN}",
        {GROUP: ((DAHE,), (LINXI, MUYUN)), OTHER: (("Moxi School",), (FENGTAI, MUYUN))},
    ),
    "a heading counted in words that lost its capitals": (
        f"Thirdly, dahe county experimental preschool group\nLead school: {FENGTAI}\n"
        "Member schools : bridge street kindergarten ; Linxi Kindergarten",
        {
            "dahe county experimental preschool group": (
                (FENGTAI,),
                ("bridge street kindergarten", "Linxi Kindergarten"),
            )
        },
    ),
    "ordinals in front of what is no heading": (
        f"{GROUP}\nMembers: {LINXI}\nSecond, the county will help every group to grow.\n{MUYUN}",
        {GROUP: ((), (LINXI,))},
    ),
    "words in the place of members": (
        f"{GROUP}\nLead school: {DAHE}\nMember schools : there are 9 schools in the county with such rooms",
        {GROUP: ((DAHE,), ())},
    ),
    "kinds of schools in the place of members": (
        f"{GROUP}\nLead school: {DAHE}\nMember schools: other rural primary school, {LINXI}",
        {GROUP: ((DAHE,), (LINXI,))},
    ),
    "a group that the prose before its labels names": (
        f"The {GROUP} was founded today.\nMeet the family\nHead school: {DAHE}\nNorth campus: {LINXI}\n"
        f"Lakeside campus: {MUYUN}, Gangwan Town\nFive campuses are one household now.",
        {GROUP: ((DAHE,), (LINXI, f"{MUYUN}, Gangwan Town"))},
    ),
    "two groups in the prose before a label": (
        f"{GROUP} and {OTHER} met.\nHead school: {DAHE}\nNorth campus: {LINXI}",
        {GROUP: ((), ()), OTHER: ((), ())},
    ),
    "a group named long before a label": (
        f"{GROUP} met.\nThe weather was fine.\nLunch was served.\nAll went home.\nHead school: {DAHE}",
        {GROUP: ((), ())},
    ),
    "one cell a line, with a column of people in the middle": (
        "Education group\nPerson in charge\nLead school\nMembers\n"
        f"{GROUP}\nLi Xiaoming\n{DAHE}\n{LINXI}\n{OTHER}\nZhou Min\nMoxi School\n{FENGTAI}",
        {GROUP: ((DAHE,), (LINXI,)), OTHER: (("Moxi School",), (FENGTAI,))},
    ),
    "a dash behind each label of a line": (
        f"(1) {GROUP}\nHead school – {DAHE}. Members – {LINXI}; {MUYUN}; {FENGTAI}.",
        {GROUP: ((DAHE,), (LINXI, MUYUN, FENGTAI))},
    ),
    "capitals throughout": (
        f"(2) DAHE NO. 3 MIDDLE SCHOOL GROUP\nCore school: Dahe No. 3 Middle School\nMember Units - {LINXI}, {MUYUN}",
        {"DAHE NO. 3 MIDDLE SCHOOL GROUP": (("Dahe No. 3 Middle School",), (LINXI, MUYUN))},
    ),
    "text below a table whose cells run together": (
        "No. Education group Leading school Member schools\n"
        f"1 {GROUP} {DAHE} {LINXI} {MUYUN}\n2 {OTHER} Moxi School {FENGTAI}\n\n"
        "Yunhu School Education Group charges 800 yuan a year, and Li Jun is the head of Yunhu Lower School there.",
        {
            GROUP: ((DAHE,), (LINXI, MUYUN)),
            OTHER: (("Moxi School",), (FENGTAI,)),
            "Yunhu School Education Group": ((), ()),
        },
    ),
    "places in a list that end in a number of years": (
        f"1. {GROUP}\nMembers: {LINXI}, Erli Town Nine-year School, {MUYUN}, Fengtai Town, {FENGTAI}",
        {GROUP: ((), (LINXI, "Erli Town Nine-year School", f"{MUYUN}, Fengtai Town", FENGTAI))},
    ),
    "bullets below a name": (
        f"{GROUP}\n- {DAHE} (lead school)\n- {LINXI}\n- {MUYUN}\n\n{OTHER}\n* Moxi School, lead\n* {FENGTAI}",
        {GROUP: ((DAHE,), (LINXI, MUYUN)), OTHER: (("Moxi School",), (FENGTAI,))},
    ),
    "bullets about other things below a name": (
        f"{GROUP}\n- Pupils of {LINXI} sang.\n- {MUYUN} won a cup\n",
        {GROUP: ((), ())},
    ),
    "who leads without a colon": (
        f"{GROUP}\nLed by {DAHE}\nMembers: {LINXI}; {MUYUN}",
        {GROUP: ((DAHE,), (LINXI, MUYUN))},
    ),
    "names in brackets": (
        f"* {GROUP} ({DAHE}, {LINXI} and {MUYUN})\n* {OTHER} (since 2016)\n* Yunhu School Education Group (county)",
        {GROUP: ((), (DAHE, LINXI, MUYUN)), OTHER: ((), ()), "Yunhu School Education Group": ((), ())},
    ),
    "a dash and a note": (
        f"1. {GROUP} - {DAHE} (lead), {LINXI}, {MUYUN}\n2. {OTHER} - Moxi School (lead), {FENGTAI}",
        {GROUP: ((DAHE,), (LINXI, MUYUN)), OTHER: (("Moxi School",), (FENGTAI,))},
    ),
    "other labels": (
        f"{GROUP}\nHeadquarters school: {DAHE}\nConstituent schools: {LINXI}\n\n"
        f"{OTHER}\nHub: Moxi School\nSchools: {MUYUN}",
        {GROUP: ((DAHE,), (LINXI,)), OTHER: (("Moxi School",), (MUYUN,))},
    ),
    "sentences behind labels": (
        f"{GROUP}\n\nLead school: {DAHE}. It was founded in 1950.\n\nMember schools: {LINXI} and {MUYUN}. They sing.",
        {GROUP: ((DAHE,), (LINXI, MUYUN))},
    ),
    "a label behind a comma": (
        "1. Dahe Stroke Alliance, lead unit: Department of Neurology, member units: 17\n"
        "2. Dahe Heart Alliance, lead unit: Dahe Maternal and Child Health Station; members: Linxi Hospital, Mo Clinic",
        {
            "Dahe Stroke Alliance": (("Department of Neurology",), ()),
            "Dahe Heart Alliance": (("Dahe Maternal and Child Health Station",), ("Linxi Hospital", "Mo Clinic")),
        },
    ),
    "numbers behind a colon": (
        f"1. {GROUP}: {LINXI} is abolished and merged into the group. The Group now has 4 campuses, 96 classes and "
        "4,310 pupils.",
        {GROUP: ((), (LINXI,))},
    ),
    "two that lead, of one new town": (
        f"5. {GROUP}\nDouble leading schools: Dahe New Town No. 1 Primary School, Dahe New Town middle School\n"
        f"Members: {LINXI} (junior middle school department), {MUYUN} (under repair)",
        {
            GROUP: (
                ("Dahe New Town No. 1 Primary School", "Dahe New Town middle School"),
                (f"{LINXI} (junior middle school department)", MUYUN),
            )
        },
    ),
    "where the leader is": (
        f"{GROUP}\nHeadquarters: Corrigan College, Willunga, South Australia\nMembers: {LINXI}",
        {GROUP: (("Corrigan College",), (LINXI,))},
    ),
    "one cell a line, with columns that no label names": (
        "serial number\neducation group\nPilot school\nMember school\nClasses\nHead of group\n"
        f"1\n{GROUP}\n{DAHE}\n{LINXI}, {MUYUN}\n142\nXu Ming\n2\n{OTHER}\nMo Xi lake side middle school\n{FENGTAI}\n33",
        {GROUP: ((DAHE,), (LINXI, MUYUN)), OTHER: (("Mo Xi lake side middle school",), (FENGTAI,))},
    ),
}
HEADS = [
    ("Education group", "Leading school", "Member schools"),
    ("Group", "Dragon head", "Members"),
    ("GROUP NAME", "CORE SCHOOL", "PARTICIPATING SCHOOLS"),
    ("Name of the group", "Head school", "Member units"),
]
ROWS = [(GROUP, DAHE, f"{LINXI}, {MUYUN}"), (OTHER, "Moxi School", "/"), ("Yunhu School Education Group", "—", FENGTAI)]


def parts(text: str) -> Parts:
    """The leaders and members of each group of a list."""
    found = build.groups(build.plain(f"{TITLE}\n{text}"))
    return {name: (once(said.leaders), once(said.members)) for name, said in found.items()}


def once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once: a line may state it as a list does and as prose does."""
    return tuple(dict.fromkeys(names))


@pytest.mark.parametrize("label", LEADER_LABELS)
def test_a_label_of_the_leader(label: str) -> None:
    assert parts(f"1. {GROUP}\n{label}{DAHE}\nMembers: {LINXI}")[GROUP][1] == (LINXI,)
    assert set(parts(f"1. {GROUP}\n{label}{DAHE}\nMembers: {LINXI}")[GROUP][0]) == {DAHE}


@pytest.mark.parametrize("label", MEMBER_LABELS)
def test_a_label_of_the_members(label: str) -> None:
    assert parts(f"1. {GROUP}\nLeader: {DAHE}\n{label}{LINXI}; {MUYUN}")[GROUP] == ((DAHE,), (LINXI, MUYUN))


@pytest.mark.parametrize("entries", SEPARATORS.values(), ids=SEPARATORS)
def test_members_however_they_are_parted(entries: str) -> None:
    assert parts(f"1. {GROUP}\nLeader: {DAHE}\nMembers: {entries}")[GROUP] == ((DAHE,), (LINXI, MUYUN, FENGTAI))


@pytest.mark.parametrize(("text", "stated"), LISTS.values(), ids=LISTS)
def test_a_list_of_groups(text: str, stated: Parts) -> None:
    assert parts(text) == stated


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: heads[0])
def test_a_table_of_groups(heads: tuple[str, ...]) -> None:
    found = build.groups(build.page(table([heads, *ROWS])))
    assert {name: (said.leaders, said.members) for name, said in found.items()} == {
        GROUP: ((DAHE,), (LINXI, MUYUN)),
        OTHER: (("Moxi School",), ()),
        "Yunhu School Education Group": ((), (FENGTAI,)),
    }


def test_columns_may_stand_in_any_order() -> None:
    rows = [("No.", "Members", "Leader", "Group"), ("1", LINXI, DAHE, GROUP), ("2", MUYUN, "Moxi School", OTHER)]
    found = build.groups(build.page(table(rows)))
    assert {name: (said.leaders, said.members) for name, said in found.items()} == {
        GROUP: ((DAHE,), (LINXI,)),
        OTHER: (("Moxi School",), (MUYUN,)),
    }


def test_an_empty_cell_moves_no_other_cell() -> None:
    rows = [("Group", "Leader", "Members"), (GROUP, "", f"{LINXI}, {MUYUN}"), (OTHER, "Moxi School", "")]
    found = build.groups(build.page(table(rows)))
    assert {name: (said.leaders, said.members) for name, said in found.items()} == {
        GROUP: ((), (LINXI, MUYUN)),
        OTHER: (("Moxi School",), ()),
    }


def test_a_table_of_other_things_states_nothing() -> None:
    rows = [("Day", "School", "Guests"), ("Monday", LINXI, MUYUN), ("Friday", DAHE, FENGTAI)]
    assert build.groups(build.page(table(rows))) == {}


def test_a_list_may_state_the_founding() -> None:
    found = build.groups(build.plain(f"{TITLE}\n1. {GROUP}\nLeader: {DAHE}\nMembers: {LINXI}\nEstablished: May 2019"))
    assert found[GROUP].established == "2019-05"


def test_a_member_in_a_list_has_its_group_and_label_as_context() -> None:
    text = build.plain(f"{TITLE}\n1. {GROUP}\nMembers:\n- {LINXI}\n- {MUYUN}")
    (listed,) = [mention for mention in build.mentions(text).groups if mention.members]
    assert [[span.quote for span in member.context] for member in listed.members] == [[GROUP, "Members:"]] * 2


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows as the markup of a table."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


ONE_CELL_A_LINE = (
    f"Group name\nLeader\nMembers\nYear founded"
    f"\n{GROUP}\n{DAHE}\n{LINXI}\n{MUYUN}\n2014\n{OTHER}\nMoxi School\n{FENGTAI}\n2017"
)
CELLS_RUN_TOGETHER = (
    "No. Education group Leading school Member schools Year founded\n"
    f"1 {GROUP} {DAHE} {LINXI} {MUYUN} 2014\n2 {OTHER} Moxi School {FENGTAI} 2017"
)


@pytest.mark.parametrize("table", [ONE_CELL_A_LINE, CELLS_RUN_TOGETHER], ids=["one cell a line", "cells run together"])
def test_a_flattened_table_with_a_column_of_years(table: str) -> None:
    found = build.groups(build.plain(f"{TITLE}\n{table}"))
    assert {name: (said.members, said.established) for name, said in found.items()} == {
        GROUP: ((LINXI, MUYUN), "2014"),
        OTHER: ((FENGTAI,), "2017"),
    }


def test_a_cell_that_spans_rows_belongs_to_each_of_them() -> None:
    rows = (
        "<tr><th>Group</th><th>Leading school</th><th>Members</th></tr>"
        f"<tr><td rowspan=2>{GROUP}</td><td rowspan=2>{DAHE}</td><td>{LINXI}</td></tr><tr><td>{MUYUN}</td></tr>"
        f"<tr><td>{OTHER}</td><td>Moxi School</td><td>{FENGTAI}<br>Baishan School</td></tr>"
    )
    found = build.groups(build.page(f"<table>{rows}</table>"))
    assert {name: (said.leaders, said.members) for name, said in found.items()} == {
        GROUP: ((DAHE,), (LINXI, MUYUN)),
        OTHER: (("Moxi School",), (FENGTAI, "Baishan School")),
    }


def test_a_group_named_after_a_place_does_not_cut_its_leaders_name() -> None:
    rows = "No. Group Lead school Classes Pupils\n1 Dahe Education Group Dahe Primary School 24 900\n"
    more = "2 Linxi Education Group Linxi Primary School 30 1100\n3 Muyun Education Group Muyun Primary School 18 700"
    found = build.groups(build.plain(f"Groups of the county\n\n{rows}{more}"))
    assert {name: (said.leaders, said.members) for name, said in found.items()} == {
        f"{place} Education Group": ((f"{place} Primary School",), ()) for place in ("Dahe", "Linxi", "Muyun")
    }


def test_a_leader_whose_cell_reaches_down_leads_the_further_groups() -> None:
    rows = (
        "<tr><th>Leading school</th><th>Group</th><th>Members</th></tr>"
        f"<tr><td rowspan=2>{DAHE}</td><td>{GROUP}</td><td>{LINXI}</td></tr><tr><td>{OTHER}</td><td>{MUYUN}</td></tr>"
    )
    found = build.groups(build.page(f"<table>{rows}</table>"))
    assert {name: (said.leaders, said.members) for name, said in found.items()} == {
        GROUP: ((DAHE,), (LINXI,)),
        OTHER: ((DAHE,), (MUYUN,)),
    }


def markup_of(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_a_table_of_labels_and_values() -> None:
    rows = (
        ("Group name", GROUP),
        ("Lead school", DAHE),
        ("Member schools", f"{LINXI}, {MUYUN}"),
        ("Founded", "May 2019"),
    )
    said = build.groups(build.page(markup_of(*rows)))[GROUP]
    assert (said.leaders, said.members, said.established) == ((DAHE,), (LINXI, MUYUN), "2019-05")


def test_a_column_that_tells_the_part_of_each_school() -> None:
    rows = (("Group", "School", "Role"), (GROUP, DAHE, "Lead"), (GROUP, LINXI, "Member"), (OTHER, MUYUN, "Member"))
    said = build.groups(build.page(markup_of(*rows)))
    assert (said[GROUP].leaders, said[GROUP].members) == ((DAHE,), (LINXI,))
    assert said[OTHER].members == (MUYUN,)


def test_a_founding_date_that_spans_rows_stays() -> None:
    markup = (
        "<table border=1><tr><td>Education group<td>Member schools<td>Founded"
        f"<tr><td rowspan=2>{GROUP}<td>{LINXI}<td rowspan=2>2021<tr><td>{MUYUN}</table>"
    )
    said = build.groups(build.page(markup))[GROUP]
    assert (said.members, said.established) == ((LINXI, MUYUN), "2021")


def test_a_line_below_a_school_tells_its_group() -> None:
    body = (
        f"What opens\n\n{LINXI}, Lakeside Campus\nGroup: {GROUP}\nSize: 24 classes\n\n{MUYUN} (East)\nGroup: {OTHER}\n"
    )
    assert build.stated(build.plain(f"{TITLE}\n\n{body}")) == {
        GROUP: (set(), {f"{LINXI}, Lakeside Campus"}),
        OTHER: (set(), {f"{MUYUN} (East)"}),
    }


def test_a_group_below_a_heading_of_something_else() -> None:
    body = f"The county has 24 classes\nGroup: {GROUP}\nLeader: {DAHE}\n"
    assert build.stated(build.plain(f"{TITLE}\n\n{body}")) == {GROUP: ({DAHE}, set())}
