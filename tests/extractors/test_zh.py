"""The Chinese rules together: a user's words reach them in one script."""

from __future__ import annotations

from extractors.zh import Chinese
from tests.extractors import build


def test_words_of_a_user_are_folded() -> None:
    assert Chinese({"titles": ["總幹事", "Ａ級教師"]}).added == {"titles": frozenset({"总干事", "A级教师"})}


def test_every_kind_is_found_in_the_order_of_the_text() -> None:
    found = Chinese().mentions(build.prose("2023年5月，全市有12所学校；《某市教育规划》提出，2025年有15所学校。"))
    assert [mention.found.span.quote for mention in found.dates] == ["2023年5月", "2025年"]
    assert [mention.found.span.quote for mention in found.counts] == ["12所学校", "15所学校"]
    assert [mention.title.span.quote for mention in found.policies] == ["某市教育规划"]
