"""EDTF values as the report sums and draws them: periods of documents, and days on an axis."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from pipeline.edtf import POINT

MONTHS = 36
"""A longer span is told by the year."""


def start(value: str | None) -> tuple[int, int, int] | None:
    """Year, month and day on which a value begins, 0 for what it does not say; None without a year.

    >>> [start(value) for value in ("2022-07-14", "2021/2025", "2022-21", "XXXX-08-26", None)]
    [(2022, 7, 14), (2021, 0, 0), (2022, 0, 0), None, None]
    """
    match = POINT.match(value or "")
    if match is None or not match["year"].isdigit() or match["year"] == "0000":
        return None
    month = int(match["month"] or 0)
    return int(match["year"]), month if month <= 12 else 0, int(match["day"] or 0)


def drawn(value: str | None) -> str | None:
    """The day in the middle of what a value says, as an axis of days needs it.

    >>> [drawn(value) for value in ("2022-07-14", "2022-07", "2022")]
    ['2022-07-14', '2022-07-15', '2022-07-02']
    """
    known = start(value)
    if known is None:
        return None
    year, month, day = known
    return str(date(year, month or 7, day or 15) if month else date(year, 7, 2))


def periods(values: Iterable[str | None]) -> dict[str, str]:
    """The period of every value that has one: its month where they span few of them and all have one, or its year.

    >>> periods(["2022-07-14", "2022-08"])
    {'2022-07-14': '2022-07', '2022-08': '2022-08'}
    >>> periods(["2012-07-14", "2022", None])
    {'2012-07-14': '2012', '2022': '2022'}
    """
    known = {value: begins for value in values if value and (begins := start(value))}
    months = [year * 12 + month for year, month, _ in known.values()]
    by_month = all(month for _, month, _ in known.values()) and (not months or max(months) - min(months) < MONTHS)
    return {value: f"{year}-{month:02}" if by_month else str(year) for value, (year, month, _) in sorted(known.items())}


def between(first: str, last: str) -> list[str]:
    """Every period from the first to the last.

    >>> between("2022-11", "2023-01"), between("2020", "2021")
    (['2022-11', '2022-12', '2023-01'], ['2020', '2021'])
    """
    if len(first) == 4:
        return [str(year) for year in range(int(first), int(last) + 1)]
    found, day = [first], date.fromisoformat(f"{first}-01")
    while found[-1] < last:
        day = (day + timedelta(days=32)).replace(day=1)
        found.append(f"{day:%Y-%m}")
    return found
