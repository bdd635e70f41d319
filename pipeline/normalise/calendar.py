"""Years for the dates that print none: from the same sentence, from publication, from the run of the document's dates.

Nothing is taken from the clock, and a date that the document does not place stays ``XXXX`` or, when it is only
relative ("this year"), is no date at all.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.mentions import DateMention, Found
from extractors.once import once
from extractors.script import simplified
from extractors.text import Span
from extractors.value import value
from pipeline.normalise.edtf import day_or_less, month_and_day, valid
from pipeline.records import Basis

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
FUTURE = re.compile(
    rf"(?<!\w)(?=[abeinpstw])(?:will|plans? to|expected|by (?:the end of )?(?:20\d\d|{MONTH})|(?:are|is) to|to be|is \w+ing|scheduled|next year)\b"
)
PLANNED = re.compile(
    r"将(?:于|在|从|正式|全面|陆续|举行|召开|开学|启用|投入|建成|完成|竣工|开工|迎来|实现)|预计|确保|拟[于在定]|计划[于在]|力争|即将|明年|届时|有望"
)
"""What tells in Chinese, in simplified characters, that a sentence speaks of what is to come; 将 alone may not."""
HAN = re.compile(r"[㐀-鿿]")
YEAR = re.compile(r"\d{4}")
FIRST_LINES, SHORT_LINE, FEW_WORDS = 8, 60, 8
"""Among how many sentences a dateline may stand, and how long a line of place and date is, in code points and words; two
Chinese characters are as much as a word."""
AHEAD = timedelta(days=100)
"""How far after publication an announced day of the same year may lie."""


@value
class Resolved:
    """A date with its EDTF value, and from what its year was inferred."""

    mention: DateMention
    value: str
    basis: tuple[Basis, ...] = ()
    flags: tuple[str, ...] = ()


class Calendar:
    """The dates of one document; ``published`` is EDTF or None."""

    def __init__(self, mentions: list[DateMention], published: str | None) -> None:
        self.mentions = mentions
        self.published = day_or_less(published)
        self.explicit = [
            m for m in mentions if m.form.anchor is None and YEAR.match(m.form.edtf) and "/" not in m.form.edtf
        ]
        self.published = self.published or self.dateline()
        self.print = next((m for m in self.explicit if m.form.edtf == self.published), None)
        self.resolved: dict[int, Resolved] = {}
        for mention in mentions:
            found = self.resolve(mention)
            if found is not None:
                self.resolved[mention.found.span.start] = found

    def dateline(self) -> str | None:
        """The day that opens a report: 'Binhai, July 22, 2024 — The city …'."""
        for mention in self.explicit:
            span = mention.found.span
            sentence = mention.found.sentence
            if sentence.number >= FIRST_LINES or len(mention.form.edtf) != 10:
                continue
            opens = span.start - sentence.start < 40 and re.match(
                r"\s?(?:[(（]|--|[—–:：]|- |[电讯])", span.text[span.end : span.end + 3]
            )
            closes = sentence.end - span.end <= 1 or words(sentence.quote) <= FEW_WORDS
            if opens or (closes and len(sentence.quote) <= SHORT_LINE and sentence.block.kind != "list_item"):
                return mention.form.edtf
        return None

    def of(self, mention: DateMention) -> Resolved | None:
        """The resolved form of a mention; None when it places no day, month or year."""
        return self.resolved.get(mention.found.span.start)

    def resolve(self, mention: DateMention) -> Resolved | None:
        """The value of one mention."""
        form = mention.form
        if form.anchor is None:
            if not form.edtf.startswith("XXXX"):
                return Resolved(mention, form.edtf) if valid(form.edtf) else None
            return self.inferred(mention) if valid(form.edtf.replace("XXXX", "2024")) else None
        if form.anchor == "day":
            return self.relative_day(mention)
        if form.anchor == "month":
            return self.relative_month(mention)
        if form.anchor == "same":
            return self.same_year(mention)
        if self.published is None:
            return None
        return self.with_year(mention, int(self.published[:4]) + form.shift, self.print, "year of publication")

    def inferred(self, mention: DateMention) -> Resolved:
        """A month or day without a year."""
        near = self.in_sentence(mention)
        if near is not None:
            return self.with_year(mention, int(near.form.edtf[:4]), near, f"year from {near.found.span.quote!r}")
        month, day = month_and_day(mention.form.edtf)
        if self.published is not None:
            year = int(self.published[:4])
            if len(self.published) >= 7:
                year += self.years_off(mention, date(year, month, min(day, 28)))
            return self.with_year(mention, year, self.print, "year of publication")
        latest = self.latest
        if latest is not None:
            year, last_month = int(latest.form.edtf[:4]), int(latest.form.edtf[5:7])
            if len(latest.form.edtf) == 10:
                # A day that the text prints is the news itself: what has no year lies in the twelve months up to it.
                year -= month > last_month
            else:
                year += month < last_month
            return self.with_year(mention, year, latest, f"year from {latest.found.span.quote!r}")
        told = self.told_before(month)
        if told is not None:
            return self.with_year(
                mention, int(told.value[:4]), told.mention, f"year from {told.mention.found.span.quote!r}"
            )
        return Resolved(mention, mention.form.edtf, flags=("year-unknown",))

    def years_off(self, mention: DateMention, placed: date) -> int:
        """By how many years a day that is placed in the year of publication is off."""
        year, month, *day = (int(part) for part in (self.published or "").split("-"))
        known = date(year, month, day[0] if day else 28)
        if is_ahead(mention):
            return int(placed < known - AHEAD)
        return -int(placed > known + AHEAD or (placed > known and self.reviews(year - 1)))

    def reviews(self, year: int) -> bool:
        """Whether a document looks back on a year: the first lines name it before any other."""
        first = next((m for m in self.explicit if m.found.sentence.number < FIRST_LINES), None)
        return first is not None and first.form.edtf == str(year)

    def told_before(self, month: int) -> Resolved | None:
        """The last date before whose year was told and whose month is this or the one next to it."""
        for known in reversed(self.resolved.values()):
            if "year-inferred" in known.flags and abs(month_and_day(known.value)[0] - month) <= 1:
                return known
        return None

    def in_sentence(self, mention: DateMention) -> DateMention | None:
        """The date with a year that the same sentence prints: one with a month, or a bare year before the mention."""
        same = [m for m in self.explicit if is_one_sentence(m.found, mention.found)]
        before = [m for m in same if m.found.span.end <= mention.found.span.start]
        for near in reversed(before):
            between = near.found.span.text[near.found.span.end : mention.found.span.start]
            if len(near.form.edtf) >= 7 or len(between) < 40 or near.found.span.start - near.found.sentence.start < 6:
                return near if plain_year(near) else None
        after = [m for m in same if m.found.span.start >= mention.found.span.end and len(m.form.edtf) >= 7]
        close = [
            m for m in after if m.found.span.start - mention.found.span.end < (200 if len(m.form.edtf) == 10 else 30)
        ]
        return close[0] if close else None

    @once
    def latest(self) -> DateMention | None:
        """The last month that the document prints as past, if nothing past that it prints is of a later year."""
        past = [m for m in self.explicit if len(m.form.edtf) >= 7 and m.form.edtf[5:7] <= "12" and not is_ahead(m)]
        if not past:
            return None
        last = max(past, key=lambda m: m.form.edtf[:7])
        year = int(last.form.edtf[:4])
        later = [m for m in self.explicit if m.form.edtf[:4].isdigit() and int(m.form.edtf[:4]) > year]
        return last if all(is_ahead(m) for m in later) else None

    def with_year(self, mention: DateMention, year: int, source: DateMention | None, why: str) -> Resolved:
        """A mention with the year that its source gives; without a printed source it comes from metadata."""
        value = mention.form.edtf.replace("XXXX", str(year))
        first, _, last = value.partition("/")
        if last and last < first and "XXXX" in mention.form.edtf.partition("/")[2]:
            value = f"{first}/{year + 1}{last[4:]}"
        if not valid(value):
            return Resolved(mention, mention.form.edtf, flags=("year-unknown",))
        if source is None:
            return Resolved(mention, value, flags=("year-from-metadata",))
        span = source.found.span
        return Resolved(mention, value, (Basis(start=span.start, end=span.end, why=why),), ("year-inferred",))

    def same_year(self, mention: DateMention) -> Resolved | None:
        """'the same year': the year last printed before it."""
        before = [
            m for m in self.explicit if m.found.span.end <= mention.found.span.start and m.form.edtf[:4].isdigit()
        ]
        told = [known for known in self.resolved.values() if known.value[:4].isdigit()]
        if not before and not told:
            return None
        known = before[-1] if before else told[-1].mention
        year = int((before[-1].form.edtf if before else told[-1].value)[:4])
        return self.with_year(mention, year + mention.form.shift, known, f"year from {known.found.span.quote!r}")

    def relative_day(self, mention: DateMention) -> Resolved | None:
        """'today', 'yesterday': from a full date of publication, or from the date printed in brackets right behind."""
        text, end = mention.found.span.text, mention.found.span.end
        bracket = re.match(r" ?[(（]", text[end : end + 2])
        place = end + bracket.end() if bracket else -1
        named = next((m for m in self.mentions if m.found.span.start == place and len(m.form.edtf) == 10), None)
        if named is not None and HAN.match(mention.found.span.quote):
            known = self.resolve(named)
            if known is None or not known.value.startswith("XXXX"):
                return self.shifted(mention, known.value, named) if known else None
            return Resolved(mention, known.value, flags=known.flags)
        beside = next((m for m in self.explicit if m.found.span.start == place and len(m.form.edtf) == 10), None)
        today = beside.form.edtf if beside else self.published
        if today is None or len(today) != 10:
            return None
        day = date.fromisoformat(today) + timedelta(days=mention.form.shift)
        return self.shifted(mention, day.isoformat(), beside or self.print)

    def relative_month(self, mention: DateMention) -> Resolved | None:
        """'last month', 'the 28th of last month': from a publication date with a month.

        A bare day that lies behind the day of publication is one of the month before.
        """
        if mention.form.bare and (known := self.day_before(mention)):
            value = f"{known.value[:8]}{mention.form.edtf[-2:]}"
            return self.placed(mention, value, known) if valid(value.replace("XXXX", "2024")) else None
        if self.published is None or len(self.published) < 7:
            return None
        day = mention.form.edtf[len("XXXX-XX") :]
        early = day and mention.form.bare and self.published[7:] and day > self.published[7:]
        months = int(self.published[:4]) * 12 + int(self.published[5:7]) - 1 + mention.form.shift - bool(early)
        value = f"{months // 12}-{months % 12 + 1:02d}{day}"
        return self.shifted(mention, value, self.print) if valid(value) else None

    def day_before(self, mention: DateMention) -> Resolved | None:
        """The day whose month a bare day has: one before it in its sentence or, without a publication date, in the text."""
        for known in reversed(self.resolved.values()):
            if len(known.value) == 10 and (
                self.published is None or is_one_sentence(known.mention.found, mention.found)
            ):
                return known
        return None

    def placed(self, mention: DateMention, value: str, known: Resolved) -> Resolved:
        """A value told from the month of another date."""
        if value.startswith("XXXX"):
            return Resolved(mention, value, flags=("year-unknown",))
        span = known.mention.found.span
        basis = Basis(start=span.start, end=span.end, why=f"month from {span.quote!r}")
        return Resolved(mention, value, (basis,), ("year-inferred",))

    def shifted(self, mention: DateMention, value: str, source: DateMention | None) -> Resolved:
        """A value told from a source date."""
        if source is None:
            return Resolved(mention, value, flags=("year-from-metadata",))
        span: Span = source.found.span
        return Resolved(
            mention, value, (Basis(start=span.start, end=span.end, why="date of publication"),), ("year-inferred",)
        )


def is_ahead(mention: DateMention) -> bool:
    """Whether the sentence of a date speaks of what is to come."""
    quote = mention.found.sentence.quote
    return bool(FUTURE.search(quote)) or (not quote.isascii() and bool(PLANNED.search(simplified(quote))))


def is_one_sentence(one: Found, other: Found) -> bool:
    """Whether two dates stand in one sentence; Chinese goes on behind ； in the same one."""
    if one.sentence.block.start != other.sentence.block.start:
        return False
    if one.sentence.number == other.sentence.number:
        return True
    first, last = sorted((one.sentence, other.sentence), key=lambda sentence: sentence.number)
    between = first.span.text[first.end - 1 : last.start]
    return "；" in between and not set(between) & set("。！？\n")


def words(text: str) -> int:
    """How many words a line has, about: two Chinese characters count as one.

    >>> words("Binhai, July 22"), words("江滨市教育局")
    (3, 3)
    """
    characters = len(HAN.findall(text))
    return max(len(text.split()), (characters + 1) // 2)


def plain_year(mention: DateMention) -> bool:
    """Whether a date states a year of its own and is no range."""
    return mention.form.edtf[:4].isdigit()
