"""The sample: every kind and the doubtful are in it, each record stands for its part, and it can be drawn again."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.records import KINDS, Kind, Record
from pipeline.review.sample import draw, shared
from tests.pipeline import build

DOCUMENT = build.document()
OF_KIND: dict[str, Record] = {record.kind: record for record in build.records(DOCUMENT)}


def records(number: int, kind: Kind, confidence: float) -> list[Record]:
    made = OF_KIND[kind]
    return [
        made.model_copy(update={"id": f"{kind}-{confidence}-{at}", "confidence": confidence}) for at in range(number)
    ]


@pytest.mark.parametrize(
    ("there", "size", "shares"),
    [
        ({"a": 100, "b": 100}, 20, {"a": 10, "b": 10}),
        ({"a": 100, "b": 3}, 20, {"a": 17, "b": 3}),
        ({"a": 2, "b": 3}, 20, {"a": 2, "b": 3}),
        ({"a": 10, "b": 10, "c": 10}, 20, {"a": 7, "b": 7, "c": 6}),
        ({}, 20, {}),
    ],
)
def test_shares_are_even(there: dict[str, int], size: int, shares: dict[str, int]) -> None:
    assert shared(there, size, power=0) == shares


@pytest.mark.parametrize(
    ("there", "size", "shares"),
    [
        ({1: 4, 2: 16, 3: 64}, 14, {1: 2, 2: 4, 3: 8}),
        ({1: 1, 2: 1, 3: 1, 4: 10000}, 4, {1: 1, 2: 1, 3: 1, 4: 1}),
        ({1: 1, 2: 10000}, 50, {1: 1, 2: 49}),
    ],
)
def test_shares_by_square_roots(there: dict[int, int], size: int, shares: dict[int, int]) -> None:
    assert shared(there, size, power=0.5) == shares


def test_rare_kinds_and_doubtful_records_are_drawn() -> None:
    there = [*records(1000, "date", 0.99), *records(6, "date", 0.5), *records(5, "policy", 0.9)]
    sample = draw(there, 50, 1, "now")
    assert Counter(each.stratum for each in sample.records) == {
        "date 0.95-1": 41, "date 0-0.7": 4, "policy 0.85-0.95": 5,
    }  # fmt: skip


def test_what_is_drawn_stands_for_all() -> None:
    there = [record for kind in KINDS for c in (0.5, 0.8, 0.9, 0.99) for record in records(37, kind, c)]
    sample = draw(there, 200, 1, "now")
    assert len(sample.records) == 200
    assert sum(each.stands_for for each in sample.records) == pytest.approx(len(there))
    assert len({each.record for each in sample.records}) == 200


def test_the_smallest_sample_has_every_stratum() -> None:
    there = [record for kind in KINDS for c in (0.5, 0.8, 0.9, 0.99) for record in records(9, kind, c)]
    assert len({each.stratum for each in draw(there, 20, 1, "now").records}) == 20


def test_the_same_seed_draws_the_same_in_any_order_and_another_one_others() -> None:
    there = records(500, "count", 0.9)
    first = draw(there, 20, 1, "now")
    assert draw(list(reversed(there)), 20, 1, "now") == first
    assert {each.record for each in draw(there, 20, 2, "now").records} != {each.record for each in first.records}


def test_more_than_there_are_is_all() -> None:
    sample = draw(records(7, "group", 0.9), 200, 1, "now")
    assert [each.stands_for for each in sample.records] == [1.0] * 7
