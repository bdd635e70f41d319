"""Imprints of Chinese pages: the paper beside the day, where a text was first printed, who sent it in."""

from __future__ import annotations

import re

from extractors.script import simplified
from pipeline.read.credit import HAN, Credit, is_office
from pipeline.read.dates import find_day
from pipeline.read.names import HAN_PIECE, people_in

REPRINTED = re.compile(
    r"(?P<told>(?:原载|转自|摘自|选自|载|刊于|原刊于|来源)于?:?)?"
    r"《(?P<paper>[^《》]{2,16})》,?\s*(?:(?P<year>(?:19|20)\d\d)\s*年)?[^()]{0,24}"
)
"""'(原载《某某教育》2025年第1期)'."""
ISSUE = re.compile(r"第\s?\d{1,3}\s?期")
SENT_IN = re.compile(
    r"(?P<names>[㐀-鿿·、\s]{2,30}?)\s*"
    r"(?:供稿|供图|撰稿|撰文|整理|报道|摄影报道|文/图|图/文|文并摄|采写|投稿|编辑|摄)"
)
"""'(李明 供稿)': names with what they did behind them."""
COMPILED = re.compile(
    r"(?P<office>[㐀-鿿]{4,24}(?:局|厅|委|办公室|处|科|股|中心|委员会|研究院|研究室))(?:编|编印|编制|印制|制|宣)"
)
"""'某市教育局基础教育处编': who put a list together, below it."""


def imprint_of(core: str, bracketed: bool) -> Credit | None:
    """What an imprint says; None for any other line. ``core`` is the folded line without brackets around it.

    >>> imprint_of("海湾晚报 2022年12月27日 星期二 A05版 教育", False).publisher
    '海湾晚报'
    """
    if len(core) > 60 or not HAN.search(core):
        return None
    return _reprinted(core, bracketed) or _dated_paper(core) or _sent_in(core, bracketed) or _compiled(core)


def _reprinted(core: str, bracketed: bool) -> Credit | None:
    """Where a text was first printed, with the day or at least the year."""
    match = REPRINTED.fullmatch(simplified(core)) if bracketed and "《" in core else None
    if match is None or not (match["told"] or is_office(match["paper"])):
        return None
    day = find_day(core)
    year = match["year"] if ISSUE.search(core) else None
    published = day.edtf if day else year
    return Credit((), core[slice(*match.span("paper"))], 2, published, 2 if published else 0) if published else None


def _dated_paper(core: str) -> Credit | None:
    """The name of a paper, then the day with its weekday, its page and the name of that page."""
    day = find_day(core)
    office = core[: day.start].strip(" |·,") if day else ""
    if day is None or not is_office(office) or " " in office or not 2 < len(office) <= 12:
        return None
    parts = core[day.end :].split()
    if len(parts) > 4 or any(len(part) > 8 or re.search("[。，,:]", part) for part in parts):
        return None
    return Credit((), office, 2, day.edtf, 2)


def _sent_in(core: str, bracketed: bool) -> Credit | None:
    """Names in brackets with what they did."""
    match = SENT_IN.fullmatch(simplified(core)) if bracketed else None
    credited = people_in(core[slice(*match.span("names"))]) if match else None
    return Credit(credited.people) if credited and credited.people and not credited.rest else None


def _compiled(core: str) -> Credit | None:
    """The office that put a list together."""
    match = COMPILED.fullmatch(simplified(core))
    return Credit((), core[slice(*match.span("office"))], 1) if match else None


def is_pen_name(value: str) -> bool:
    """Whether what a label such as 文字 names is a pen name: one short piece that is no office.

    >>> is_pen_name("小荔枝"), is_pen_name("海湾日报")
    (True, False)
    """
    return HAN_PIECE.fullmatch(value) is not None and bool(people_in(value, certain=True).people)
