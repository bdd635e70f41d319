"""Schools in a line with marks between, and the group that they form below it."""

from __future__ import annotations

import pytest

from tests.extractors import build

ABOUT = "The county has put its schools together two by two and three by three, and these are some of them."
LINXI, MUYUN, FENGTAI = "Linxi Middle School", "Muyun School", "Fengtai Primary School"
GROUP = "Dahe Education Community"
PAIRS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "a note": (
        f"{LINXI} (core school) + {MUYUN}, {FENGTAI} (member schools)\nName : {GROUP}. Chief: Li Jun.",
        (LINXI,),
        (MUYUN, FENGTAI),
    ),
    "pluses": (f"{LINXI} + {MUYUN} + {FENGTAI}\nName: {GROUP}.", (), (LINXI, MUYUN, FENGTAI)),
    "a dash": (
        f"{LINXI} —— {MUYUN}\nOn July 1 they became {GROUP}, with {LINXI} as the core school.",
        (LINXI,),
        (MUYUN,),
    ),
    "called after one": (f"Dahe School + {MUYUN}\nName: {GROUP}.", (), (MUYUN,)),
    "words between": (f"{LINXI} plays {MUYUN} + {FENGTAI}\nName: {GROUP}.", (), ()),
    "no group below": (f"{LINXI} + {MUYUN}\nThey sang.\n\n{GROUP} met.", (), ()),
}


@pytest.mark.parametrize(("lines", "leaders", "members"), PAIRS.values(), ids=PAIRS)
def test_schools_of_a_line_form_the_group_below(lines: str, leaders: tuple[str, ...], members: tuple[str, ...]) -> None:
    said = build.groups(build.plain(f"{build.TITLE}\n\n{ABOUT}\n\n{lines}\n"))[GROUP]
    assert (set(said.leaders), set(said.members) - set(said.leaders)) == (set(leaders), set(members))
