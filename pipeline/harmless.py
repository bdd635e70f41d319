"""Page text that a terminal may show: what would move the cursor or turn the writing round is spelled out."""

from __future__ import annotations

import unicodedata

SPELLED_OUT = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
JOINERS = "\u200c\u200d"
"""They join emoji and letters, and move nothing."""


def harmless(text: str) -> str:
    """A text on one line: white space as it is, line breaks as spaces, control and direction marks as escapes.

    >>> harmless("two\\nlines, \\x1b[31mred\\u202e")
    'two lines, \\\\x1b[31mred\\\\u202e'
    """
    return text if text.isprintable() else "".join(_shown(mark) for mark in text)


def _shown(mark: str) -> str:
    if mark in "\n\t":
        return " "
    if unicodedata.category(mark) in SPELLED_OUT and mark not in JOINERS:
        return mark.encode("unicode_escape").decode("ascii")
    return mark
