"""Chinese numbers with what they count, and what the sentence says of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.counts.hanjudgement import Judgement
from extractors.counts.hannumerals import Number, numbers
from extractors.counts.hanphrases import Unit
from extractors.counts.hanscope import Scope
from extractors.counts.hanshares import Counted
from extractors.counts.hanunits import Units
from extractors.mentions import CountMention, DateMention, Found
from extractors.script import Folded
from extractors.text import Sentence, Span

HAS_NUMBER = re.compile(r"[\d〇零一二两三四五六七八九十百千]")
SLOGAN = re.compile(r"[“「\"『]([^”」\"』“]{1,10})[”」\"』]")
"""A short run in quotation marks: “四个统一” counts nothing."""

HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]+(?:章|部分)\s?)(?P<words>[^，。；：\n]{2,24})"
)
HEADED_BY = frozenset("一二三四五六七八九十第")
COMING_PART = re.compile("思路|打算|目标|下一?步|展望|步骤|保障|任务|计划|规划|今后|安排$")
"""What heads a part that says what is to be done: '三、2025年工作思路', not '二、主要做法'."""
CONVERTED = 14
"""Characters between a sum and the same sum in another currency."""


def find(text: Folded, dates: Sequence[DateMention], titles: Sequence[Span]) -> Iterator[CountMention]:
    """The counts of a text, in its order; numbers inside dates and titles are none."""
    taken = sorted([d.found.span for d in dates] + list(titles), key=lambda span: span.start)
    starts = [span.start for span in taken]
    counting = Counting(text, [d for d in dates if not any(title.covers(d.found.span) for title in titles)])
    for sentence in text.sentences:
        if text.plain[sentence.start] in HEADED_BY:
            counting.enter(sentence)
        if sentence.block.role == "meta" or not HAS_NUMBER.search(text.plain, sentence.start, sentence.end):
            continue
        found = list(numbers(text.plain, sentence.start, sentence.end))
        if not found:
            continue
        inside = taken[max(0, bisect_left(starts, sentence.start) - 1) : bisect_left(starts, sentence.end)]
        yield from counting.counts(sentence, found, inside)


class Counting:
    """The counts of one text, sentence by sentence; what one said may go on in the next."""

    def __init__(self, text: Folded, dates: Sequence[DateMention]) -> None:
        self.text, self.dates = text, dates
        self.date_starts = [date.found.span.start for date in dates]
        self.last: Sentence | None = None
        self.since = 0
        self.previous: Counted | None = None
        self.last_with: dict[str, Counted] = {}
        """The last count of the sentence with each classifier."""
        self.coming = False
        """Whether the part of the text at hand says what is to be done, by its heading."""
        self.told: list[Span] = []
        """The dates, titles and counts of the clauses at hand: a number is about none of these."""

    def enter(self, sentence: Sentence) -> None:
        """Takes note of the heading of a part of the text that a sentence may be."""
        if sentence.start == sentence.block.start and (heading := HEADING.match(self.text.plain, sentence.start)):
            self.coming = COMING_PART.search(heading["words"]) is not None

    def counts(self, sentence: Sentence, found: Sequence[Number], taken: Sequence[Span]) -> Iterator[CountMention]:
        """The counts among the numbers of a sentence, left to right, none inside the taken spans."""
        if self.last is None or self.last.block is not sentence.block:
            self.previous = None
        self.last_with = {}
        self.since = self.opening(sentence)
        self.told = [span for span in (*self.told, *taken) if span.end > self.since]
        self.last = sentence
        slogans = [match.span() for match in SLOGAN.finditer(self.text.plain, sentence.start, sentence.end)]
        units = Units(self.text, sentence)
        first, end = (bisect_left(self.date_starts, place) for place in (self.since, sentence.end))
        scope, judged = (
            Scope(self.text, self.since),
            Judgement(self.text, self.since, self.dates[first:end], coming=self.coming),
        )
        until = sentence.start
        for number in found:
            if number.start < until or any(s.start < number.end and number.start < s.end for s in taken):
                continue
            if any(start <= number.start < end for start, end in slogans):
                continue
            if self.is_converted(number):
                continue
            unit = units.of(number, self.previous, self.last_with.get(number.word))
            if unit is not None:
                self.previous = self.last_with[number.word] = number, unit
                until = units.told = unit.end
                called = units.called(number) if unit.rule == "counts.carried" else None
                yield (mention := self.mention(sentence, number, unit, scope, judged, called))
                self.told += [mention.found.span, unit.found.span]

    def is_converted(self, number: Number) -> bool:
        """Whether a sum in brackets repeats the sum before it in another currency."""
        if self.previous is None or number.kind != "money" or self.previous[0].kind != "money":
            return False
        between = self.text.plain[self.previous[0].end : number.start]
        return between[:1] in {"(", "（"} and len(between) < CONVERTED

    def opening(self, sentence: Sentence) -> int:
        """Where the run of clauses starts that a sentence belongs to: ； holds sentences of a block together."""
        if self.last is None or self.last.block is not sentence.block:
            return sentence.start
        held = self.last.end <= sentence.start and self.text.plain[self.last.end - 1] in "；;"
        return self.since if held and self.last.number == sentence.number - 1 else sentence.start

    def mention(
        self,
        sentence: Sentence,
        number: Number,
        unit: Unit,
        scope: Scope,
        judged: Judgement,
        called: tuple[int, int] | None,
    ) -> CountMention:
        """The count of a number with its unit; what it is called is what it is about."""
        found = unit.found
        behind_its_noun = sentence.start <= found.span.start < number.start and unit.rule != "counts.carried"
        return CountMention(
            Found(self.text.span(number.start, unit.end), sentence, unit.rule, found.confidence),
            number.value,
            number.measure,
            judged.modifier(number),
            judged.status(number),
            found if number.word or number.kind != "money" else None,
            number.upper,
            Found(self.text.span(*called), sentence, "counts.scope", 0.7)
            if called
            else scope.scope(found.span.start if behind_its_noun else number.start, self.told),
            judged.as_of(number),
        )
