"""Printed calendar days as EDTF. Only whole days: a year, month and day that all stand there."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
            *("september sept sep", "october oct", "november nov", "december dec"),
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR, _DAY = r"(?P<{0}>(?:19|20)\d\d)", r"(?P<{0}>0?[1-9]|[12]\d|3[01])"
DAY = re.compile(
    r"(?=[\djfmasond])(?:"  # a digit, or the first letter of a month: most places have none
    + "|".join(
        (
            # 2022.07.14, 2022-05-18, 2024/4/12
            rf"(?<![\d.]){_YEAR.format('y1')}\s?(?P<sep>[-./])\s?(?P<m1>0?[1-9]|1[0-2])\s?(?P=sep)\s?{_DAY.format('d1')}"
            r"(?![\d])",
            # 2023年9月1日
            rf"(?<!\d){_YEAR.format('y2')}\s?年\s?(?P<m2>0?[1-9]|1[0-2])\s?月\s?{_DAY.format('d2')}\s?[日号]",
            # February 7, 2021; Oct 10th 2022
            rf"\b{_MONTH.format('m3')}\s?{_DAY.format('d3')}(?:st|nd|rd|th)?\s?,?\s?{_YEAR.format('y3')}(?!\d)",
            # 18 May 2022; 7th of February, 2021
            rf"(?<![\d.]){_DAY.format('d4')}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.format('m4')},?\s{_YEAR.format('y4')}(?!\d)",
        )
    )
    + ")",
    re.IGNORECASE,
)
PARTS = tuple((f"y{number}", f"m{number}", f"d{number}") for number in range(1, 5))
"""The groups of year, month and day, by the order in which they are printed."""
CLOCK = re.compile(
    r"T?(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?:\s?[AP]\.?M\b\.?)?"
    r"(?:Z|\s?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)


HAN_DIGITS = "一二三四五六七八九"
HAN_NUMERALS = dict.fromkeys("〇零○Ｏ", "0") | {digit: str(n) for n, digit in enumerate(HAN_DIGITS, start=1)}
HAN_DAY = re.compile(
    rf"(?P<year>[{HAN_DIGITS}〇零○Ｏ]{{4}})年(?P<month>十?[{HAN_DIGITS}十])月"
    rf"(?P<day>[二三]?十?[{HAN_DIGITS}十])[日号]"
)
"""二〇二三年九月二日, as documents are signed."""


class PrintedDay(NamedTuple):
    """A day and where it is printed, in code points."""

    start: int
    end: int
    edtf: str


def find_day(text: str, start: int = 0) -> PrintedDay | None:
    """The first whole day printed in a text from ``start`` on.

    >>> find_day("Updated: Oct 10, 2022").edtf, find_day("二〇二一年九月十日").edtf
    ('2022-10-10', '2021-09-10')
    """
    for match in DAY.finditer(text, start) if "19" in text or "20" in text else ():
        for year, month, day in PARTS:
            if printed := match[month]:
                edtf = calendar_day(match[year], str(MONTHS.get(printed.lower(), printed)), match[day])
                if edtf:
                    return PrintedDay(match.start(), match.end(), edtf)
    return _han_day(text, start) if "月" in text else None


def _han_day(text: str, start: int) -> PrintedDay | None:
    """The first whole day printed in Han numerals."""
    for match in HAN_DAY.finditer(text, start):
        year = "".join(map(HAN_NUMERALS.__getitem__, match["year"]))
        edtf = calendar_day(year, str(_under_a_hundred(match["month"])), str(_under_a_hundred(match["day"])))
        if edtf:
            return PrintedDay(match.start(), match.end(), edtf)
    return None


def _under_a_hundred(numeral: str) -> int:
    """A number below 100 in Han numerals.

    >>> [_under_a_hundred(numeral) for numeral in ("九", "十", "十二", "二十", "三十一")]
    [9, 10, 12, 20, 31]
    """
    tens, ten, ones = numeral.rpartition("十")
    return (int(HAN_NUMERALS[tens]) if tens else 1) * 10 * bool(ten) + (int(HAN_NUMERALS[ones]) if ones else 0)


def calendar_day(year: str, month: str, day: str) -> str | None:
    """``YYYY-MM-DD`` of a day that the calendar has; None for 30 February."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def delimited_day(text: str) -> str | None:
    """The day in a string that is one date and nothing else, in any language; None when it states no whole day.

    Our own patterns first; ``dateparser`` only for what has a day, a year and a word between, and it must find all
    three parts itself.
    """
    if day := find_day(text):
        return day.edtf
    if len(text) > 60 or not re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text):
        return None
    if not re.search(r"(?<!\d)\d\d?(?!\d)", text):
        return None
    if not re.search(r"[^\W\d_]{3}", text) or re.search(r"\b(?:" + "|".join(MONTHS) + r")\b", text, re.IGNORECASE):
        return None
    from dateparser import parse

    found = parse(text, settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    return found.date().isoformat() if found else None
