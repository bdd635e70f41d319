"""What counts as the same text, case by case."""

from __future__ import annotations

import pytest

from pipeline.score.alike import norm, overlap, same_title, same_unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ""),
        ("  The No. 2  Middle School. ", "no.2 middle school"),
        ("“Song Shan” – Lake", '"song shan"-lake'.strip('"')),
        ("《关于 办学 的意见》", "关于办学的意见"),
        ("Ｎｏ．２", "no.2"),
        ("a b", "b"),
        ("anyone", "anyone"),
        ("Gumei , Mayong ( East )", "gumei,mayong(east)"),
    ],
)
def test_norm(text: str | None, expected: str) -> None:
    assert norm(text) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("69 education groups", "69", True),
        ("69 education groups", "96", False),
        ("more than ten schools", "ten schools", True),
        ("ten schools", "nine pupils", False),
        ("", "69", False),
        ("179所", "学校179所", True),
        ("ab", "bc", True),
        ("abc", "cde", False),
    ],
)
def test_overlap(a: str, b: str, expected: bool) -> None:
    assert overlap(a, b) is expected
    assert overlap(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("education groups", "groups", True),
        ("groups of schools", "education group", True),
        ("schools and kindergartens", "kindergartens", True),
        ("schools", "pupils", False),
        ("所学校", "学校", True),
        ("学校", "学生", False),
        (None, "", True),
        (None, "schools", False),
        ("boxes", "box", True),
        ("glass", "glas", False),
    ],
)
def test_same_unit(a: str | None, b: str | None, expected: bool) -> None:
    assert same_unit(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Group Measures", "the group measures", True),
        ("Group Measures of 2022", "Group Measures of 2023", False),
        ("Opinions on Group Schools", "Opinions on Group School", True),
        ("Opinions", "Opinions on Group Schools", False),
        ("", "x", False),
    ],
)
def test_same_title(a: str, b: str, expected: bool) -> None:
    assert same_title(a, b) is expected
