"""Flags: what a reviewer should look at. Nothing is dropped."""

from __future__ import annotations

import pytest

from pipeline.records import CountRecord, GroupRecord
from tests.pipeline.normalise import build

LIST = (
    "1. Dahe School Education Group\nLeader: Linxi School\nMembers: Muyun School\n"
    "2. Baishan School Education Group\nMembers: Fengtai School"
)


@pytest.mark.parametrize(
    ("declared", "flags"),
    [
        pytest.param("Dahe has five education groups.", ("declared-count-differs",), id="five declared, two listed"),
        pytest.param("Dahe has two education groups.", (), id="as many as listed"),
        pytest.param("Dahe has five education groups (part).", (), id="a part is listed"),
        pytest.param("Dahe plans to have five education groups.", (), id="a plan declares nothing"),
        pytest.param("Dahe has five kindergartens.", (), id="something else is counted"),
    ],
)
def test_a_declared_number_is_compared_with_the_list(declared: str, flags: tuple[str, ...]) -> None:
    assert build.only(CountRecord, f"{declared}\n{LIST}").flags == flags


def test_a_group_without_a_leader_is_flagged_where_others_have_one() -> None:
    flags = {group.name.text: group.flags for group in build.of_kind(GroupRecord, LIST)}
    assert flags == {"Dahe School Education Group": (), "Baishan School Education Group": ("no-leader-stated",)}


def test_a_group_that_is_only_named_is_not_flagged() -> None:
    assert build.only(GroupRecord, "Dahe School Education Group opened a hall.").flags == ()
