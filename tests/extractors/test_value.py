"""Values: equal and hashed by what they hold; the type checker keeps them from change."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from extractors.text import Span, SpanError
from extractors.value import value


@value
class Point:
    x: int
    y: int = 0


def test_is_known_by_what_it_holds() -> None:
    assert {Point(1), Point(1, 0), Point(2)} == {Point(1, 0), Point(2, 0)}
    assert replace(Point(1, 2), y=3) == Point(1, 3)


def test_has_no_place_for_more() -> None:
    assert not hasattr(Point(1), "__dict__")


def test_a_span_does_not_keep_what_was_claimed_of_it() -> None:
    assert [field.name for field in fields(Span)] == ["text", "start", "end"]
    with pytest.raises(SpanError, match=r"has 'No\. 2' at 0-5, not 'No\. 3'"):
        Span("No. 2 Middle School", 0, 5, claimed="No. 3")
