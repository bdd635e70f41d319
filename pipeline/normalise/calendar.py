"""Years for the dates that print none: from the same sentence, from publication, from the run of the document's dates.

Nothing is taken from the clock, and a date that the document does not place stays ``XXXX`` or, when it is only
relative ("this year"), is no date at all.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.mentions import DateMention
from extractors.once import once
from extractors.value import value
from pipeline.normalise.around import (
    FEW_WORDS,
    HAN,
    ends_title,
    has_passed,
    is_age,
    is_ahead,
    is_alone,
    is_one_sentence,
    is_plan,
    plain_year,
    words,
)
from pipeline.normalise.edtf import day_or_less, month_and_day, valid
from pipeline.normalise.values import basis_at
from pipeline.records import Basis

FIRST_LINES, SHORT_LINE = 8, 60
"""Among how many sentences a dateline may stand, and how long a line of place and date is, in code points."""
MILESTONES = 3
"""How many lines that are nothing but a date make a list of milestones."""
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
            m for m in mentions if m.form.anchor is None and m.form.edtf[:4].isdigit() and "/" not in m.form.edtf
        ]
        self.published = self.published or self.dateline()
        self.print = next((m for m in self.explicit if m.form.edtf == self.published), None)
        self.resolved: dict[int, Resolved] = {}
        for mention in mentions:
            found = self.resolve(mention)
            if found is not None:
                self.resolved[mention.found.span.start] = found

    def dateline(self) -> str | None:
        """The day that opens a report, 'Binhai, July 22, 2024 — The city …', or that signs it on its last dated line."""
        for mention in self.explicit:
            span = mention.found.span
            sentence = mention.found.sentence
            if sentence.number >= FIRST_LINES or len(mention.form.edtf) != 10:
                continue
            opens = span.start - sentence.start < 40 and re.match(
                r"\s?(?:[(（/]|--|[—–:：]|- |[电讯])", span.text[span.end : span.end + 3]
            )
            closes = sentence.end - span.end <= 1 or words(sentence.quote) <= FEW_WORDS
            if opens or (closes and len(sentence.quote) <= SHORT_LINE and sentence.block.kind != "list_item"):
                return mention.form.edtf
        last = self.mentions[-1] if self.mentions else None
        signed = last is not None and last in self.explicit and len(last.form.edtf) == 10 and is_alone(last)
        return last.form.edtf if last is not None and signed else None

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
        if form.anchor == "every":
            return Resolved(mention, form.edtf, flags=("year-unknown",))
        if form.anchor == "day":
            return self.relative_day(mention)
        if form.anchor == "month":
            return self.relative_month(mention)
        if form.anchor == "same":
            return self.same_year(mention)
        if self.published is None:
            return self.same_year(mention) if mention.found.span.quote.endswith(" of the year") else None
        year = int(self.published[:4]) + form.shift
        year += "coming " in mention.found.span.quote and has_passed(form.edtf, self.published)
        return self.with_year(mention, year, self.print, "year of publication")

    def inferred(self, mention: DateMention) -> Resolved:
        """A month or day without a year."""
        near = self.in_sentence(mention)
        if near is not None:
            return self.with_year(mention, int(near.form.edtf[:4]), near, f"year from {near.found.span.quote!r}")
        heading = self.heading(mention)
        if heading is not None:
            return self.with_year(
                mention, int(heading.form.edtf[:4]), heading, f"year from {heading.found.span.quote!r}"
            )
        month, day = month_and_day(mention.form.edtf)
        if self.published is not None:
            year = int(self.published[:4])
            if len(self.published) >= 7:
                year += self.years_off(mention, date(year, month, min(day, 28)))
            return self.with_year(mention, year, self.print, "year of publication")
        if self.titled is not None:
            return self.with_year(mention, int(self.titled.form.edtf), self.titled, "year of the title")
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

    def heading(self, mention: DateMention) -> DateMention | None:
        """The date whose line heads the part of the text in which a mention stands."""
        above = [m for m in self.headings if m.found.span.end <= mention.found.span.start]
        return above[-1] if above else None

    @once
    def headings(self) -> list[DateMention]:
        """The dates that head the parts of the text: the lines of a list of milestones, and of a plan for a year."""
        alone = [m for m in self.mentions if m.form.edtf[:4].isdigit() and m is not self.print and is_alone(m)]
        years = [m.form.edtf[:4] for m in alone]
        if len(alone) >= MILESTONES and years in (sorted(years), sorted(years, reverse=True)):
            return alone
        return [m for m in self.explicit if is_plan(m)]

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
            if is_age(near):
                continue
            between = near.found.span.text[near.found.span.end : mention.found.span.start]
            if len(near.form.edtf) >= 7 or len(between) < 40 or near.found.span.start - near.found.sentence.start < 6:
                return near if plain_year(near) else None
        after = [m for m in same if m.found.span.start >= mention.found.span.end and len(m.form.edtf) >= 7]
        close = [
            m for m in after if m.found.span.start - mention.found.span.end < (200 if len(m.form.edtf) == 10 else 30)
        ]
        return close[0] if close else None

    @once
    def titled(self) -> DateMention | None:
        """The past year with which the title ends, so that the text is of that year: 'Education of Dahe in 2022'."""
        return next((m for m in self.explicit if len(m.form.edtf) == 4 and ends_title(m) and not is_ahead(m)), None)

    @once
    def latest(self) -> DateMention | None:
        """The last month that the document prints as past, if nothing past that it prints is of a later year."""
        past = [
            m
            for m in self.explicit
            if len(m.form.edtf) >= 7 and m.form.edtf[5:7] <= "12" and not is_ahead(m) and not is_age(m)
        ]
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
        return Resolved(mention, value, (basis_at(span, why),), ("year-inferred",))

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
        return Resolved(mention, value, (basis_at(span, f"month from {span.quote!r}"),), ("year-inferred",))

    def shifted(self, mention: DateMention, value: str, source: DateMention | None) -> Resolved:
        """A value told from a source date."""
        if source is None:
            return Resolved(mention, value, flags=("year-from-metadata",))
        basis = basis_at(source.found.span, "date of publication")
        return Resolved(mention, value, (basis,), ("year-inferred",))
