"""The day that a feed, a sitemap or a listing states, as EDTF, in the time zone that it states it in."""

from __future__ import annotations

import re
from email.utils import parsedate

from pipeline.inputs.manifest import is_edtf_date
from pipeline.read.dates import calendar_day, find_day

W3C = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T\s].*)?", re.DOTALL)


def stated_day(text: str | None) -> str | None:
    """A year, a month or a day as EDTF; None for what is none or is not in the calendar.

    >>> [stated_day(text) for text in ("2024-05-06T00:10:00+08:00", "2024-05", "Mon, 06 May 24 23:59:00 GMT", "soon")]
    ['2024-05-06', '2024-05', '2024-05-06', None]
    """
    if not text or len(text := text.strip()) > 100:
        return None
    if match := W3C.fullmatch(text):
        return match[1] if is_edtf_date(match[1]) else None
    if day := find_day(text):
        return day.edtf
    try:
        parts = parsedate(text)
    except (ValueError, IndexError, TypeError):
        return None
    return calendar_day(*(f"{part:02}" for part in parts[:3])) if parts and parts[0] >= 1900 else None
