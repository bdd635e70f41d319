"""What an English percentage is of, or the rate that it is."""

from __future__ import annotations

import re

from extractors.counts import phrases
from extractors.counts.line import Line, small_letters
from extractors.counts.phrases import WORDS
from extractors.counts.written import Number
from extractors.mentions import Found
from extractors.names.marked import Marked
from extractors.text import Sentence, Span

RATE = re.compile(
    rf"(?<![a-z])(?P<unit>(?:[a-z][\w'’-]*(?: and)? ){{0,4}}(?:{'|'.join(sorted(WORDS['rate'], key=len, reverse=True))})\b(?! points?\b)(?: rate| level)?(?: of [a-z][\w -]{{2,40}}?)?)(?= |,|:|$)"
)
"""In small letters."""
DETERMINERS = frozenset(
    "the a an its their this that our and of in with to for is are was were by has have whose where while at from on if as than reached the".split()
)
OF_NP = re.compile(
    r" ?(?:of|for) (?:all |the total |total )?(?:the |its |their |our |all )?(?:(?:(?!(?:have|has|had|hold|are|is|were|was|with|in|at)\b)[\w-]+ ){0,3}[\w-]+['’]s )?",
    re.IGNORECASE,
)
OF_WHICH = re.compile(
    r"\b(?:of|among) (?:whom|which|them|these) (?:only |just |about |nearly |some |over |more than )?$", re.IGNORECASE
)
SHARE_OF = re.compile(r"\b(?:proportion|percentage|share) of (?:the |its |their |all )?", re.IGNORECASE)
CHANGES = frozenset(
    "rise rises rose risen grew grow grows grown fell fall falls fallen dropped drop drops cut increased increase increases decreased shot shrank shrunk up down climbed jumped narrowed reduced raised declined expanded".split()
)
CHANGE = re.compile(
    rf"(?P<subject>[^,;:.]{{4,110}}?),? (?:(?:has|have|had|was|were|is|are|will|would|to|be|been|also|even|gone|went|go) )*(?:{'|'.join(sorted(CHANGES - {'shot'}))}|shot up)\b(?: (?:by|up|to|from|down|another|only|further))* (?:about |over |nearly |some |more than |around |almost |just )?$"
)
FORESEEN = re.compile(
    r" (?:makes?|made|making)\s*$| (?:(?:is|are|was|were) )?(?:projected|expected|forecast|estimated|likely|due|set)\s*$"
)
"""'the population is projected' to fall by 18%: no part of what falls."""
CAPPED = re.compile(
    r"\b(?:cap|caps|capped|limit|limits|keep|keeps|kept|set|sets)(?: the| its)? (?P<unit>[a-z][a-z ]{3,40}) at $"
)
"""'will cap rent increases at 4 per cent'."""
INCREASE = re.compile(r" ?, an? (?:[\w-]+ )?(?:increase|rise|growth|decrease|decline|drop|fall) of $")
"""'reached 1.2 million, a year-on-year increase of 8.5%'."""
PERCENT = ("%", "cent", "％", "points", "point")
"""How a percentage ends that is no fraction or share in words."""
DOING = frozenset("hold live belong come have teach board attend own speak pass passed".split())
"""What those who are counted do: '81 percent belong to minorities'."""
ALONE = re.compile(
    r"(?:^|[;:.] ?|[;,] and )(?:only |just |about |nearly |some |over |more than |almost )?$", re.IGNORECASE
)
UP = re.compile(
    r"(?:^|[,;:.)] ?|and )(?:the |its |their |an? )?(?P<unit>[A-Za-z][^,;:.()]{3,60}?):? (?:(?:was|is|were|are|reached|stood at|came to|totalled) )?"
    r"(?:about |nearly |over )?[$£€¥]?\d[\d,.]*(?: [a-z$]+){0,2} ?, (?:(?:up|down)(?: by)?|an? (?:[\w-]+ )?(?:increase|rise|growth|decrease|decline|drop|fall) of) $",
    re.IGNORECASE,
)
"""'The average salary was 5,280 yuan, up 8.6 percent', '…, an increase of 8.6 percent'."""
AGAIN = re.compile(r"(?:that is,|i\.e\.,?|, or) (?:about |nearly |just |over |some |more than |almost )?$")
"""What tells a share of what was counted just before: '158 of its 203 schools, or 77.8 percent'."""
BEING = re.compile(r" (?:are|were|is) (?:now )?")


class Rates(Line):
    """What the percentages of one sentence are of; ``previous`` is what the last count before, in the same block, counts."""

    def __init__(self, marked: Marked, sentence: Sentence, previous: Found | None) -> None:
        super().__init__(marked, sentence)
        self.previous = previous
        self.previous_rate: Found | None = None

    def percent_unit(self, number: Number, n: int) -> tuple[Span | None, int, str]:
        """What a percentage is of, or the rate that it is."""
        being = BEING.match(self.string, number.end, self.sentence.end)
        if being and self.goes_on(number):
            k = self.tags.at(being.end())
            kind = phrases.after(self.tags, k, self.last) if k < self.last else None
            if kind:
                return self.tags.span(*kind), number.end, "counts.are"
        if self.previous is not None and self.small[n] in DOING and self.goes_on(number):
            return self.previous.span, number.end, "counts.same_unit"
        linked = OF_NP.match(self.string, number.end, self.sentence.end)
        if linked and self.string[number.end : number.end + 5].strip().startswith("of"):
            unit = self.of_phrase(linked.end())
            if unit and unit.quote.lower().split()[0] in {"them", "these", "those", "whom", "which"}:
                return (self.previous.span if self.previous else None), number.end, "counts.same_unit"
            if unit:
                if self.previous is None and phrases.is_plural(unit.quote.split()[-1].lower()):
                    self.previous = Found(unit, self.sentence, "counts.percent_of", 0.8)
                return self.total(unit), number.end, "counts.percent_of"
        before = self.string[max(self.sentence.start, number.start - 110) : number.start]
        if self.previous is not None and AGAIN.search(before):
            return self.previous.span, number.end, "counts.same_unit"
        capped = CAPPED.search(before) if before.endswith(" at ") else None
        if capped:
            offset = number.start - len(before)
            return (
                self.marked.text.span(offset + capped.start("unit"), offset + capped.end("unit")),
                number.end,
                "counts.change",
            )
        shares = list(SHARE_OF.finditer(before))
        if shares:
            unit = self.of_phrase(max(self.sentence.start, number.start - 110) + shares[-1].end())
            if unit and unit.end <= number.start:
                return unit, number.end, "counts.share_of"
        small = small_letters(before)
        if n < self.last and not self.string[number.start : number.end].endswith(PERCENT):
            ahead = phrases.after(self.tags, n, self.last)
            if ahead:
                return self.tags.span(*ahead), number.end, "counts.percent_after"
        rates = list(RATE.finditer(small + " ")) if any(map(small.__contains__, WORDS["rate"])) else []
        if rates:
            offset = max(self.sentence.start, number.start - 110)
            unit = self.rate_phrase(offset + rates[-1].start("unit"), offset + rates[-1].end("unit"))
            if unit and not re.search(r"[.;](?!\d)", self.string[unit.end : number.start]):
                return unit, number.end, "counts.rate"
        if n < self.last:
            ahead = phrases.after(self.tags, n, self.last) or self.rate_after(n)
            if ahead:
                return self.tags.span(*ahead), number.end, "counts.percent_after"
        rise = before.endswith(" of ") and INCREASE.search(before) is not None
        if rise and self.previous is not None and self.previous.span.start >= self.sentence.start:
            return self.previous.span, number.end, "counts.change"
        up = UP.search(before) if rise or before.endswith(("up ", "down ", "by ")) else None
        if up:
            offset = max(self.sentence.start, number.start - 110)
            return (
                self.marked.text.span(offset + up.start("unit"), offset + up.end("unit")),
                number.end,
                "counts.change",
            )
        change = None if CHANGES.isdisjoint(before.split(" ")) else CHANGE.search(before)
        if change:
            subject = self.subject(
                max(self.sentence.start, number.start - 110) + change.start("subject"),
                max(self.sentence.start, number.start - 110) + change.end("subject"),
            )
            if subject and re.search(r"\d", subject.quote) and self.previous_rate is not None:
                return self.previous_rate.span, number.end, "counts.same_unit"
            if subject:
                return subject, number.end, "counts.change"
        behind = phrases.before(self.tags, number.token, self.first)
        if behind:
            return self.tags.span(*behind), number.end, "counts.before"
        if self.previous_rate is not None:
            return self.previous_rate.span, number.end, "counts.same_unit"
        return None, number.end, ""

    def goes_on(self, number: Number) -> bool:
        """Whether a percentage with its verb behind it has nothing before it in its clause but 'of whom' or 'and more than'."""
        before = self.string[self.sentence.start : number.start]
        return OF_WHICH.search(before) is not None or ALONE.search(before) is not None

    def subject(self, start: int, end: int) -> Span | None:
        """The subject of a verb of change, without conjunctions, articles and dates before it."""
        lead = re.match(
            r"(?:[^,;]{0,40}\bsaid that )?(?:\W*(?:and|but|while|with|that|said|in \d{4}|the|its|their|our|a|an)\b ?)*",
            self.string[start:end],
            re.IGNORECASE,
        )
        end -= len(match.group()) if (match := FORESEEN.search(self.string[start:end])) else 0
        return self.marked.text.span(start + lead.end(), end).trimmed() if lead and start + lead.end() < end else None

    def rate_after(self, n: int) -> tuple[int, int] | None:
        """'100% coverage'."""
        for k in range(n, min(n + 4, self.last)):
            if self.small[k] in WORDS["rate"]:
                return n, k + 1 + (k + 1 < self.last and self.small[k + 1] in WORDS["rate"])
            if not self.tags.letters[k].isalpha():
                return None
        return None

    def of_phrase(self, start: int) -> Span | None:
        """The noun phrase after '85% of', up to the end of its plural head, else up to the next verb or mark."""
        k = self.tags.at(start)
        if k + 2 < self.last and self.small[k] in {"primary", "secondary"} and self.tags.letters[k + 1] == "w":
            graded = phrases.after(self.tags, k + 2, self.last)  # 'its Secondary Six graduates'
            if graded:
                return self.tags.span(k, graded[1])
        if self.tags.letters[k] == "D" and phrases.is_plural(self.small[k + 1]):  # 'half of the 1,200 places'
            k += 1
        ahead = phrases.after(self.tags, k, self.last)
        if ahead:
            return self.tags.span(*ahead)
        end = k
        while end < self.last and (phrases.is_word(self.tags, end) or self.tags.letters[end] in "Dd-") and end < k + 6:
            after_article = end == k and self.small[k - 1] == "the"  # '70% of the cost'
            if self.small[end] in WORDS["stop"] and self.tags.letters[end] != "d" and not after_article:
                break
            end += 1
        return self.tags.span(k, end) if end > k else None

    def total(self, unit: Span) -> Span:
        """'10% of the total number of teachers': a number is one of something."""
        if not unit.quote.endswith(("number", "amount", "population")):
            return unit
        link = OF_NP.match(self.string, unit.end, self.sentence.end)
        of = self.of_phrase(link.end()) if link and self.string.startswith(" of ", unit.end) else None
        start = unit.start - 6 if self.string.endswith("total ", 0, unit.start) else unit.start
        return self.marked.text.span(start, of.end) if of else unit

    def rate_phrase(self, start: int, end: int) -> Span | None:
        """'the coverage rate of famous schools' → 'coverage rate': no article, no verb, nothing after 'of'."""
        words = list(re.finditer(r"[\w'’-]+", self.string[start:end]))
        heads = [n for n, word in enumerate(words) if word.group().lower() in WORDS["rate"]]
        if not heads:
            return None
        first = last = heads[-1]
        of = next((n for n in range(last) if words[n].group().lower() == "of"), None)
        if of is not None and any(h < of for h in heads):
            first = last = max(h for h in heads if h < of)
        while (
            first > 0
            and words[first - 1].group().lower() not in DETERMINERS
            and words[first - 1].group().lower() not in WORDS["reach"]
            and not words[first - 1].group().endswith(("'s", "’s"))
        ):
            first -= 1
        return self.marked.text.span(start + words[first].start(), start + words[last].end())
