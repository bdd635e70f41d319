"""Characters for others: the same as ``str.translate`` gives, whatever the characters mean in a pattern."""

from __future__ import annotations

import pytest

from extractors.exchange import exchanging


@pytest.mark.parametrize(
    ("old", "new", "text", "expected"),
    [
        ("號　", "号 ", "第2號　通知", "第2号 通知"),
        ("]^-\\", "abcd", "[]^-\\]", "[abcda"),
        ("—–", "——", "2021–2023—", "2021—2023—"),
        ("號", "号", "", ""),
    ],
)
def test_each_character_is_exchanged_for_its_other(old: str, new: str, text: str, expected: str) -> None:
    assert exchanging(str.maketrans(old, new))(text) == expected
