"""What several sentences say of one person, put together."""

from __future__ import annotations

import pytest

from pipeline.records import OfficialRecord
from tests.pipeline.normalise import build

BUREAU = "Dahe County Education Bureau"
Positions = list[tuple[str, str | None]]
MERGED: dict[str, tuple[str, Positions]] = {
    "the same post twice": (
        f"Li Jun, director of the {BUREAU}, spoke. Li Jun, director of the {BUREAU}, left.",
        [("director", BUREAU)],
    ),
    "a bare title after the full post": (
        f"Li Jun, director of the {BUREAU}, spoke. Director Li Jun left.",
        [("director", BUREAU)],
    ),
    "a bare title before the full post": (
        f"Director Li Jun spoke. Li Jun, director of the {BUREAU}, left.",
        [("director", BUREAU)],
    ),
    "a shorter bare title": (
        f"Li Jun, deputy director of the {BUREAU}, spoke. Director Li Jun left.",
        [("deputy director", BUREAU)],
    ),
    "two posts": (
        f"Li Jun, director of the {BUREAU}, spoke. Li Jun, deputy governor, left.",
        [("director", BUREAU), ("deputy governor", None)],
    ),
    "posts that contradict each other": (
        "Li Jun, principal of Linxi School, spoke. Li Jun, principal of Muyun School, left.",
        [("principal", "Linxi School"), ("principal", "Muyun School")],
    ),
    "a name in capitals": (
        "LI Jun, head of the bureau, spoke. Li Jun, head of the bureau, left.",
        [("head", "the bureau")],
    ),
}


@pytest.mark.parametrize(("body", "positions"), MERGED.values(), ids=MERGED)
def test_one_person_is_one_record(body: str, positions: Positions) -> None:
    official = build.only(OfficialRecord, body)
    told = [(each.title.text, each.organisation.text if each.organisation else None) for each in official.positions]
    assert told == positions


def test_two_people_are_two_records() -> None:
    body = f"Li Jun, director of the {BUREAU}, spoke. Li Jing, director of the {BUREAU}, left."
    assert [official.name.text for official in build.of_kind(OfficialRecord, body)] == ["Li Jun", "Li Jing"]


def test_a_name_is_told_where_it_stands_first() -> None:
    body = "Principal Li Jun spoke. Li Jun, principal of Linxi School, left."
    official = build.only(OfficialRecord, body)
    source = official.name.source
    assert build.quoted(body, source.start, source.end) == "Li Jun"
    assert source.start == len(build.TITLE) + 1 + body.index("Li Jun")
