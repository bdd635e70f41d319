"""What values of dates state, as EDTF writes them."""

from __future__ import annotations

import re
from datetime import date

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day_or_less(published: str | None) -> str | None:
    """A publication date cut to the year, month or day that it surely states; None when it states none."""
    match = re.match(r"(\d{4})(-(?:0[1-9]|1[0-2])(?:-\d\d)?)?", published or "")
    if match is None:
        return None
    return match.group() if published == match.group() and valid(match.group()) else match.group(1)


def month_and_day(edtf: str) -> tuple[int, int]:
    """Month and day of the (start of a) date without a year; the first of a season's or quarter's months."""
    parts = edtf.split("/")[0].split("-")[1:]
    month = int(parts[0]) if parts else 1
    return (month if month <= 12 else {21: 3, 22: 6, 23: 9, 24: 12}.get(month, 1)), int(parts[1]) if len(
        parts
    ) > 1 else 1


def valid(edtf: str) -> bool:
    """Whether every day that a value names exists."""
    if len(edtf) < len("2024-01-01"):
        return True
    for part in edtf.split("/"):
        if DAY.fullmatch(part):
            try:
                date.fromisoformat(part)
            except ValueError:
                return False
    return True


def is_behind(edtf: str, known: str) -> bool:
    """Whether (the start of) a date lies in a later month or year than a known one, as far as both are told.

    >>> is_behind("2026-12", "2024-05-03"), is_behind("2024-12", "2024-05"), is_behind("2024", "2024-05")
    (True, True, False)
    >>> is_behind("2024-21", "2024-05"), is_behind("2025/2030", "2024-05")
    (False, True)
    """
    if not edtf[:4].isdigit():
        return False
    both_have_months = min(len(edtf), len(known)) >= len("2024-01") and edtf[4:5] == "-" and edtf[5:7] <= "12"
    length = len("2024-01") if both_have_months else len("2024")
    return edtf[:length] > known[:length]
