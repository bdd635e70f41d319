"""Printed lists into their entries, with and without marks between them."""

from __future__ import annotations

import pytest

from extractors.names.lists import pieces, run_together
from extractors.names.marked import Marked
from tests.extractors import build

A, B, C = "Linxi Primary School", "Muyun Primary School", "Fengtai Kindergarten"
ENTRIES = {
    f"{A}, {B} and {C}": [A, B, C],
    f"{A}, {B}, and the {C}.": [A, B, C],
    f"{A}; {B}；{C}": [A, B, C],
    f"{A}、{B}，{C}": [A, B, C],
    f"{A} / {B} | {C}": [A, B, C],
    f"{A} & {B}": [A, B],
    f"{A} as well as the {B}": [A, B],
    f"{A} - {B}": [A, B],
    f"1. {A}, 2. {B}": [A, B],
    f"(1) {A}; (2) {B}": [A, B],
    f"• {A}": [A],
    f"namely {A} and {B}": [A, B],
    f"including the {A}": [A],
    f"“{A}”, “{B}”": [A, B],
    f"{A})": [A],
    "No. 1, No. 2 and No. 5 Middle Schools": ["No. 1", "No. 2", "No. 5 Middle Schools"],
    "大河小学、木云小学": ["大河小学", "木云小学"],
    # A comma inside a name, or inside a bracket, separates nothing.
    f"Gumu No. 1 Middle School, Moyun Town, Donglin City and {A}": [
        "Gumu No. 1 Middle School, Moyun Town, Donglin City",
        A,
    ],
    f"Dahe Culture, Sports and Arts School and {A}": ["Dahe Culture, Sports and Arts School", A],
    f"{A} (Mill Lane, Canal Road), {B}": [A, B],
    # A second name in brackets is left out, a part of the school is kept.
    f"{A} (formerly Mill School), {B}": [A, B],
    f"{A} (North Campus), {B}": [f"{A} (North Campus)", B],
    " , ; . ": [],
}
ROWS = {
    f"Dahe High School {A} {B}": ["Dahe High School", A, B],
    f"Dahe High School Dahe High School East Branch {C}": ["Dahe High School", "Dahe High School East Branch", C],
    f"Dahe Middle School Education Group Dahe Middle School {A}": [
        "Dahe Middle School Education Group",
        "Dahe Middle School",
        A,
    ],
    f"Dahe University Affiliated School {A}": ["Dahe University Affiliated School", A],
    "No. 1 Middle School No. 2 Middle School": ["No. 1 Middle School", "No. 2 Middle School"],
    f"{A}, {C}": [A, C],
}
LEAD = "They named these: "


def listed(printed: str) -> tuple[Marked, int, int]:
    """A list at the end of a sentence, with where it starts and ends."""
    marked = build.marked(build.prose(f"{LEAD}{printed}"))
    start = marked.text.string.index(LEAD) + len(LEAD)
    return marked, start, len(marked.text.string)


@pytest.mark.parametrize(("printed", "entries"), ENTRIES.items(), ids=ENTRIES)
def test_the_entries_of_a_list(printed: str, entries: list[str]) -> None:
    assert [entry.quote for entry in pieces(*listed(printed))] == entries


@pytest.mark.parametrize(("printed", "names"), ROWS.items(), ids=ROWS)
def test_the_names_of_a_row_whose_cells_run_together(printed: str, names: list[str]) -> None:
    assert [name.quote for name in run_together(*listed(printed))] == names
