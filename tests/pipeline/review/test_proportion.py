"""Intervals as they are printed in the literature, and what weights and bundles do to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.review.proportion import Bundle, proportion, wilson


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        # R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998),
        # table I, method 3: the score method without continuity correction, negatives counted.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_printed_intervals(right: int, of: int, low: float, high: float) -> None:
    assert [round(edge, 4) for edge in wilson(right / of, of)] == [low, high]


@given(st.integers(0, 200), st.floats(1, 200))
def test_the_interval_holds_the_share_and_stays_within_0_and_1(percent: int, size: float) -> None:
    share = min(1.0, percent / 200)
    low, high = wilson(share, size)
    assert 0 <= low <= share <= high <= 1


@pytest.mark.parametrize(
    ("bundles", "share", "judged", "effective"),
    [
        ([Bundle(1, 1)] * 9 + [Bundle(0, 1)], 0.9, 10, 10),
        # Each of one stands for 9, each of nine for 1: Kish's size is 18² / (81 + 9) = 3.6.
        ([Bundle(1, 1, 9)] + [Bundle(0, 1)] * 9, 0.5, 10, 3.6),
        # Two groups, one all right and one all wrong: the members of each are alike, so that they are two, not 20.
        ([Bundle(10, 10), Bundle(0, 10)], 0.5, 20, 2),
        # Groups that do not differ at all say nothing of how alike their members are either: the cautious end.
        ([Bundle(5, 10), Bundle(5, 10)], 0.5, 20, 2),
        # All right says nothing of whether the members of a group are alike: the cautious end.
        ([Bundle(10, 10), Bundle(10, 10)], 1.0, 20, 2),
        ([Bundle(0, 0), Bundle(3, 4)], 0.75, 4, 1),
    ],
)
def test_weights_and_bundles(bundles: list[Bundle], share: float, judged: int, effective: float) -> None:
    found = proportion(bundles)
    assert found is not None
    assert found.share == pytest.approx(share)
    assert (found.judged, round(found.effective, 6)) == (judged, effective)
    assert (found.low, found.high) == wilson(found.share, found.effective)


def test_bundles_that_are_mixed_are_worth_more_than_their_number() -> None:
    found = proportion([Bundle(9, 10), Bundle(8, 10), Bundle(9, 10), Bundle(10, 10)])
    assert found is not None
    assert 4 < found.effective <= 40


def test_nothing_judged_is_no_share() -> None:
    assert proportion([]) is None
    assert proportion([Bundle(0, 0)]) is None
