"""Numbers in English sentences, with what they count, and what the sentence says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.counts.dated import Dated
from extractors.counts.judgement import Judgement, is_plan
from extractors.counts.numerals import Numerals
from extractors.counts.parts import OF_THEM
from extractors.counts.rates import OF_WHICH
from extractors.counts.scope import Scopes
from extractors.counts.units import Units
from extractors.counts.written import Number
from extractors.mentions import CountMention, DateMention, Found
from extractors.names.marked import Marked
from extractors.numbers import mend
from extractors.text import Sentence, Span


def find(marked: Marked, dates: list[DateMention], policies: list[Span]) -> Iterator[CountMention]:
    """Every count of the text, in order. Numbers inside names, dates and titles of policies count nothing."""
    by_sentence: dict[int, list[DateMention]] = {}
    for date in dates:
        span = date.found.span
        if not any(title.start <= span.start and span.end <= title.end for title in policies):
            by_sentence.setdefault(date.found.sentence.number, []).append(date)
    counting: Counting | None = None
    in_plan, torn = is_plan(marked.text), mend(marked.string) != marked.string
    for sentence, number in Numerals(marked, [*(date.found.span for date in dates), *policies]).numbers():
        if counting is None or counting.sentence is not sentence:
            goes_on = counting is not None and counting.sentence.block is sentence.block
            carried = counting.units.previous if counting is not None and goes_on else None
            counting = Counting(
                marked, sentence, by_sentence.get(sentence.number, []), carried, in_plan=in_plan, torn=torn
            )
        mention = counting.count(number)
        if mention is not None:
            yield mention


LISTED = re.compile(r"[ ,/]*(?:and )?(?:about |nearly |over |some )?")
"""What joins the numbers of a list."""
NEAR = 40
"""How many code points before a number its own words may fill."""


class Counting:
    """The counts of one sentence: its numbers, each with its unit and what is judged of it."""

    def __init__(
        self,
        marked: Marked,
        sentence: Sentence,
        dates: list[DateMention],
        previous: Found | None,
        *,
        in_plan: bool,
        torn: bool,
    ) -> None:
        self.string, self.sentence, self.torn = marked.string, sentence, torn
        self.units = Units(marked, sentence, previous)
        self.scopes = Scopes(marked, sentence)
        self.judgement = Judgement(marked, sentence, in_plan=in_plan)
        self.dated = Dated(marked, sentence, dates) if dates else None
        self.previous: CountMention | None = None
        self.position = sentence.start

    def count(self, number: Number) -> CountMention | None:
        """The count that a number is, asked from left to right; None when it counts nothing, or is counted already."""
        counted = self.units.found(number) if number.start >= self.position else None
        if counted is None:
            return None
        mention = self.mention(number, *counted)
        if number.measure == "money" and self.is_converted(number):
            return None
        self.previous = mention
        self.position = number.end if number.measure == "percent" else mention.found.span.end
        return mention

    def is_converted(self, number: Number) -> bool:
        """Whether a sum in brackets repeats the sum before it in another currency."""
        if self.previous is None or self.previous.measure != "money":
            return False
        between = self.string[self.previous.found.span.end : number.start]
        return between.strip().startswith(("(", "（")) and len(between) < 14

    def mention(self, number: Number, unit: Found, end: int, rule: str) -> CountMention:
        """A count with its unit; its text goes up to ``end``."""
        span = Span(self.sentence.span.text, number.start, end)
        text = Found(span, self.sentence, rule, unit.confidence)
        if self.torn and mend(span.quote) != span.quote:
            basis = ((span, "'/kloc-0' is a translating proxy's digit 1"),)
            text = replace(text, flags=("translation-artefact",), basis=basis)
        scope = self.scopes.of(number, max(end, unit.span.end), unit.span)
        dated = self.dated.as_of(number) if self.dated else None
        previous, listed = self.previous, False
        if previous is not None:
            if previous.status == "planned":
                listed = LISTED.fullmatch(self.string, self.position, number.start) is not None
            if ((scope is None and previous.scope) or (dated is None and previous.as_of)) and self.goes_on(number):
                scope, dated = scope or previous.scope, dated or previous.as_of
        near = self.string[max(self.sentence.start, number.start - NEAR) : number.start]
        judgement = self.judgement
        status = "planned" if listed else judgement.status(number, near)
        if dated is not None and judgement.told[0] and status == "actual" and judgement.is_given(number, near):
            dated = None
        return CountMention(
            text,
            number.value,
            number.measure,
            judgement.modifier(number, end, near),
            status,
            unit,
            number.upper,
            scope,
            dated,
        )

    def goes_on(self, number: Number) -> bool:
        """Whether 'of which 6 are …' or '46% of them …' is about what the count before it is about, and of its date."""
        before = self.string[self.sentence.start : number.start]
        return OF_WHICH.search(before) is not None or OF_THEM.match(self.string, number.end) is not None
