"""Records without what is less sure than asked for."""

from __future__ import annotations

import pytest

from pipeline.confident import confident
from pipeline.records import CountRecord, GroupRecord, OfficialRecord, Record, named_fields
from tests.pipeline.normalise import build

TEXT = (
    "Dahe School Education Group opened on 3 May 2023. Behind it walk Linxi School and Muyun School. "
    "Li Jun, director of the Anbu Education Bureau, said that Dahe School has 40 teachers."
)


def kept(least: float) -> list[Record]:
    return list(confident(build.records(TEXT), least))


def test_nothing_is_left_out_below_no_bound() -> None:
    assert kept(0) == build.records(TEXT)


@pytest.mark.parametrize("least", [0.5, 0.76, 0.8, 0.9, 0.96, 1.0])
def test_what_is_left_is_at_least_so_sure(least: float) -> None:
    assert all(field.confidence >= least for record in kept(least) for _, field in named_fields(record))


def test_unsure_members_leave_the_group_and_the_group_stays() -> None:
    (group,) = [record for record in kept(0.9) if isinstance(record, GroupRecord)]
    assert group.members == ()
    assert group.established is not None


def test_an_unsure_scope_leaves_the_count_and_the_count_stays() -> None:
    (count,) = [record for record in kept(0.9) if isinstance(record, CountRecord)]
    assert (count.value, count.scope) == (40, None)


def test_an_official_without_a_sure_title_is_none() -> None:
    assert any(isinstance(record, OfficialRecord) for record in kept(0.9))
    assert not any(isinstance(record, OfficialRecord) for record in kept(0.99))
