"""Numbers that are parts of what is counted, or one of it: '41 of its 66 schools', '4 of them', '12 sets of desks', '1 group'."""

from __future__ import annotations

import re

from extractors.counts import phrases
from extractors.counts.introduced import Introduced
from extractors.counts.phrases import STOP
from extractors.counts.written import Number
from extractors.text import Span

ONE_OF_MANY = re.compile(
    r" of (?:the [\w-]+(?: [\w-]+)?(?:['’]s|(?<=s)['’])|its|the|their|all|all the|these|those|our)?(?: total)? ?(?=\d|[a-z])"
)
OF_THEM = re.compile(r" ?(?:of (?:them|these|those|whom|which)\b|(?:were|are) left\b|remain|exists?\b)")
OF_THEM_ARE = re.compile(r" of (?:them|these|those|whom|which)(?: are| were| being)? (?=[a-z])")
SHARED = re.compile(r"[gcx]{1,2}(?:,[Dw][gcx])?(?:,[Dw][gcx])?&[Dw]")
COUNT_LETTER = re.compile("[Dw]")
ABOVE_LEVEL = re.compile(
    r" (?:at or )?above (?:the )?(?:national|provincial|municipal|prefectural|city|county|district) level\b"
)
"""'97 key teachers above the municipal level'."""
ONE_OF_LIST = re.compile(r"[gcePGxmt]{0,3}[huUrxmt](?=&[Dw]|,[Dw]|,&[Dw])")
"""'1 group and 3 member schools'."""
LAST_OF_LIST = re.compile(r"[gcePGxmt]{0,3}[huUrxmt](?=[.;])")
"""'…, 2 new teachers, 1 head teacher.'"""
SINGLE = re.compile(r"[gcePG]{0,3}h(?![a-zA-Z])")
BRACKETED_PLURALS = re.compile(r" ?\((?:[a-z]+s, )*[a-z]+s\)")
ONE_BEHIND = re.compile(r"\d ?, (?P<unit>[a-z][a-z-]+(?: [a-z-]+){0,3}) $")
CLOSED = re.compile(r" ?[,.;](?!\d)")
CONTAINERS = frozenset("sets boxes pairs pieces bags bottles packs cartons".split())
COLONS = frozenset({":", "："})
CLOSING = COLONS | {"(", "（", "above", "at", "of"}
"""What may add to a counted phrase, or make it the label of another number."""


class Parts(Introduced):
    """What parts and single things of one sentence are parts of."""

    def closed(self, unit: Span, n: int, number: Number) -> Span | None:
        """A counted phrase with what token ``n`` adds to it; None for the label of the next number: '36  Pupils: 1,640'."""
        closing = self.small[n]
        if closing in COLONS:
            return None if self.string.startswith("  ", number.end) else unit
        if closing == "of":
            return self.contained(unit, n + 1) if self.small[n - 1] in CONTAINERS else unit
        pattern = BRACKETED_PLURALS if self.tags.letters[n] == "(" else ABOVE_LEVEL
        more = pattern.match(self.string, unit.end, self.sentence.end)
        return Span(self.string, unit.start, more.end()) if more else unit

    def contained(self, unit: Span, n: int) -> Span:
        """'12 sets of desks', '30 boxes of chalk': a measure with what it measures, from token ``n`` on."""
        inside = phrases.after(self.tags, n, self.last)
        plain = n < self.last and phrases.is_word(self.tags, n) and self.small[n] not in STOP
        return self.tags.span(self.tags.at(unit.start), inside[1] if inside else n + 1) if inside or plain else unit

    def linked(self, number: Number) -> tuple[Span, int, str] | None:
        """'4 of them are substitutes', '12 were left': what is counted was named before, unless it is named right here."""
        named = self.of_them(number)
        if named is not None:
            return named, number.end, "counts.are"
        if OF_THEM.match(self.string, number.end) and self.previous is not None and number.value != 1:
            return self.previous.span, number.end, "counts.same_unit"
        return None

    def of_them(self, number: Number) -> Span | None:
        """'4 of them are substitutes', '26 of them subject leaders': the noun that says what these are."""
        match = OF_THEM_ARE.match(self.string, number.end, self.sentence.end)
        n = self.tags.at(match.end()) if match else self.last
        ahead = phrases.after(self.tags, n, self.last) if n < self.last else None
        if ahead is None or ahead[1] - n > 3 or self.small[n].endswith(("ed", "ing")):
            return None
        return self.tags.span(*ahead)

    def part_of(self, number: Number, n: int) -> Span | None:
        """The unit of a part: '41 of its 66 schools', '14 of its offline centers', 'eight public and five private kindergartens'."""
        linked = ONE_OF_MANY.match(self.string, number.end, self.sentence.end) if self.small[n] == "of" else None
        letters = self.tags.letters
        if linked:
            n = self.tags.at(linked.end())
            while n < self.last and letters[n] in "Dwd":
                n += 1
        else:
            shared = SHARED.match(letters, n, self.last)
            if shared is None or any(phrases.is_plural(self.small[k]) for k in range(n, shared.end() - 2)):
                return None
            n = shared.end()
        ahead = phrases.after(self.tags, n, self.last) if n < self.last else None
        return self.tags.span(*ahead) if ahead else None

    def one_behind(self, number: Number) -> Span | None:
        """'primary schools 96 , special education school 1': a single one behind its noun, in a list of numbers."""
        if self.previous is None or self.tags.letters[number.token - 1] not in "hur":
            return None
        before = ONE_BEHIND.search(self.string, self.sentence.start, number.start)
        closed = CLOSED.match(self.string, number.end, self.sentence.end)
        return Span(self.string, *before.span("unit")) if before and closed else None

    def singular_unit(self, number: Number, n: int) -> Span | None:
        """'one kindergarten': a single institution, where the sentence counts other things too."""
        if n >= self.last:
            return None
        letters = self.tags.letters
        listed = ONE_OF_LIST.match(letters, n, self.last) if self.string[number.start] == "1" else None
        if listed is None and self.string[number.start] == "1" and letters[n - 2] in ",&" and self.previous is not None:
            listed = LAST_OF_LIST.match(letters, n, self.last)
        run = listed or SINGLE.match(letters, n, self.last)
        if run is None or not STOP.isdisjoint(self.small[n : run.end()]):
            return None
        others = self.previous or COUNT_LETTER.search(letters, n, self.last)
        return self.tags.span(n, run.end()) if others else None
