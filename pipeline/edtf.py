"""EDTF as far as the records use it: days, months, years, decades, seasons, quarters, unknown years, ranges of these.

The whole of it: https://www.loc.gov/standards/datetime/.
"""

from __future__ import annotations

import re
from datetime import date

POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
SEASONS_AND_QUARTERS = {21, 22, 23, 24, 33, 34, 35, 36}


def is_edtf(value: str) -> bool:
    """Whether a value is EDTF as the records use it.

    >>> [is_edtf(value) for value in ("2022-08-26", "2021/2025", "XXXX-08-26", "196X", "2018/..", "2022-21")]
    [True, True, True, True, True, True]
    >>> [is_edtf(value) for value in ("2022-02-30", "August 2022", "../..", "2022/2022")]
    [False, False, False, False]
    """
    first, slash, last = value.partition("/")
    if not slash:
        return _is_point(first)
    return first != last and all(side == ".." or _is_point(side) for side in (first, last))


def _is_point(value: str) -> bool:
    if not (match := POINT.fullmatch(value)):
        return False
    month, day = int(match["month"] or 1), int(match["day"] or 1)
    if match["day"] is None:
        return 1 <= month <= 12 or month in SEASONS_AND_QUARTERS
    year = int(match["year"]) if match["year"].isdigit() else 2000
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
