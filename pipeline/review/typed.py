"""What reviewers type, and what is said of it when it cannot be used."""

from __future__ import annotations

import re

from pipeline.errors import UsageError

PLAIN_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
IN_WORDS = re.compile(r"[〇零一二三四五六七八九十百千万亿两]|(?i:hundred|thousand|million|billion|/kloc)")
"""Digits beside words of number say another number than the digits alone."""


class Refused(UsageError):
    """A change that cannot be made; the message says what is missing."""


def clean(text: str) -> str:
    """A text with plain spaces, as values have it."""
    return " ".join(text.split())


def number(typed: str) -> int | float:
    """A number as a reviewer types it. Raises Refused.

    >>> number("1,200"), number("3.5")
    (1200, 3.5)
    """
    plain = typed.replace(",", "").replace(" ", "")
    if not re.fullmatch(r"\d+(\.\d+)?", plain) or len(plain) > 30:
        raise Refused(f"{typed!r} is no number; write it in plain digits, 12000 or 3.5")
    return float(plain) if "." in plain else int(plain)


def number_in(quote: str) -> int | float:
    """The number of a quote that has one, in plain digits. Raises Refused when it has another: it must be typed then.

    >>> number_in("1,200 pupils")
    1200
    """
    found = PLAIN_NUMBER.findall(quote)
    if len(found) != 1 or IN_WORDS.search(quote):
        raise Refused(f"type the number that {clean(quote)!r} stands for, in plain digits")
    return number(found[0])
