"""What an English number counts: the noun phrase after it, before it, or named earlier."""

from __future__ import annotations

import re

from extractors.counts import phrases
from extractors.counts.line import Line
from extractors.counts.numerals import Number
from extractors.counts.phrases import WORDS
from extractors.mentions import Found
from extractors.names.marked import Marked
from extractors.text import Sentence, Span

NUMBER_OF = re.compile(r"\b(?:numbers?|total(?: number)?) of (?:the |its |their |our |all )?", re.IGNORECASE)
RATE = re.compile(
    rf"(?<![A-Za-z])(?P<unit>(?:[A-Za-z][\w'’-]*(?: and)? ){{0,4}}(?:{'|'.join(sorted(WORDS['rate'], key=len, reverse=True))})\b(?: rate| level)?(?: of [a-z][\w -]{{2,40}}?)?)(?= |,|:|$)",
    re.IGNORECASE,
)
DETERMINERS = frozenset(
    "the a an its their this that our and of in with to for is are was were by has have whose where while at from on if as than reached the".split()
)
OF_NP = re.compile(
    r" ?(?:of|for) (?:all |the total |total )?(?:the |its |their |our |all )?(?:[\w-]+(?: [\w-]+){0,3}['’]s )?",
    re.IGNORECASE,
)
ONE_OF_MANY = re.compile(
    r" of (?:the [\w-]+(?: [\w-]+)?['’]s|its|the|their|all|all the|these|those|our)?(?: total)? ?(?=\d|[a-z])"
)
OF_THEM = re.compile(r" ?(?:of (?:them|these|those|whom|which)\b|(?:were|are) left\b|remain|exists?\b)")
OF_THEM_ARE = re.compile(r" of (?:them|these|those|whom|which)(?: are| were| being)? (?=[a-z])")
OF_WHICH = re.compile(
    r"\b(?:of|among) (?:whom|which|them|these) (?:only |just |about |nearly |some |over |more than )?$", re.IGNORECASE
)
SHARE_OF = re.compile(r"\b(?:proportion|percentage|share) of (?:the |its |their |all )?", re.IGNORECASE)
TOTAL = re.compile(r"\b(?:the|a|its) total (?:number )?(?!of)(?:[a-z]+ ){0,4}$", re.IGNORECASE)
HAVING = re.compile(
    r"\b(?P<unit>population|payroll|enrolment|enrollment|area|capacity|membership|staff|audience|attendance|workforce) of (?:about |over |nearly |some |more than |around |almost )?$",
    re.IGNORECASE,
)
CHANGES = frozenset(
    "rise rises rose risen grew grow grows grown fell fall falls fallen dropped drop drops cut increased increase increases decreased shot shrank shrunk up down climbed jumped narrowed reduced raised declined expanded".split()
)
CHANGE = re.compile(
    rf"(?P<subject>[^,;:.]{{4,110}}?),? (?:(?:has|have|had|was|were|is|are|will|would|to|be|been|also|even) )*(?:{'|'.join(sorted(CHANGES - {'shot'}))}|shot up)\b(?: (?:by|up|to|from|down|another|only|further))* (?:about |over |nearly |some |more than |around |almost |just )?$"
)
LABELLED = re.compile(
    r"(?:^|[;；•·–—.])\s*(?P<unit>[A-Za-z][^:：;；.!?()]{2,60}?) ?[:：] ?(?:about |over |nearly |some |more than |around |almost |only )?$"
)
"""'Places in Grade 1: 360', 'Outpatient visits in township centres: 412,000'."""
VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|said|says|show|shows|follows?|following|list|below|namely|among|which|that|who|there)\b|,",
    re.IGNORECASE,
)
ROLL = re.compile(
    r"\b(?P<unit>[Ee]nrol?lments?|[Aa]ttendance|[Mm]embership|[Hh]eadcount|[Pp]opulation|(?:[Pp]upil|[Ss]tudent|[Tt]eacher) numbers)\b[^.;:]{0,60}?"
    r"\b(?:from|to|by|at|reached|totall?ed|is|was|exceeds|exceeded) (?:about |over |nearly |some |more than |around |almost |only |just )?$"
)
WORD = re.compile("[A-Za-z-]+")
SHARED = re.compile(r"[gcx]{1,2}&[Dw]")
SINGLE = re.compile(r"[gcePG]{0,3}h(?![a-zA-Z])")
BRACKETED_PLURALS = re.compile(r" ?\((?:[a-z]+s, )*[a-z]+s\)")
OR_MORE = re.compile(r" or (?:more|so) |[- ]odd ")
FORESEEN = re.compile(r" (?:(?:is|are|was|were) )?(?:projected|expected|forecast|estimated|likely|due|set)\s*$")
"""'the population is projected' to fall by 18%: no part of what falls."""
LINKING = ("of", "were", "are", "remain", "exist")
"""How the word behind a number begins where what is counted was named before."""
PASSED_OVER = frozenset({"of", "different", "such", "more", "numbers"})
BEING = re.compile(r" (?:are|were|is) (?:now )?")
CONFIDENCE = {
    "counts.money": 0.95,
    "counts.measure": 0.93,
    "counts.percent_of": 0.93,
    "counts.after": 0.92,
    "counts.number_of": 0.9,
    "counts.part_of": 0.9,
    "counts.percent_after": 0.9,
    "counts.label": 0.88,
    "counts.rate": 0.88,
    "counts.same_unit": 0.8,
    "counts.are": 0.8,
    "counts.share_of": 0.65,
    "counts.before": 0.6,
    "counts.change": 0.5,
}
"""How often a rule's unit was right (`python -m benchmarks.confidence`), a little less where it has been seen seldom."""


class Units(Line):
    """The units of one sentence's numbers; ``previous`` is the unit of the last count before, in the same block."""

    def __init__(self, marked: Marked, sentence: Sentence, previous: Found | None) -> None:
        super().__init__(marked, sentence)
        self.previous = previous
        self.previous_rate: Found | None = None

    def found(self, number: Number) -> tuple[Found, int, str] | None:
        """The unit of a number, where the count's text ends, and the rule; None when nothing says what is counted."""
        unit, end, rule = self.unit_of(number)
        counts = number.measure == "count"
        if unit is None or (counts and is_slogan(unit)):
            return None
        confidence = CONFIDENCE.get(rule, 0.75)
        if self.previous is None or (self.sentence.start <= unit.start and unit.end <= self.sentence.end):
            found = Found(unit, self.sentence, rule, confidence)
        else:
            found = carried(unit, self.previous.sentence, rule, confidence)
        if counts:
            self.previous = found
        elif number.measure == "percent":
            self.previous_rate = found
        return found, end, rule

    def unit_of(self, number: Number) -> tuple[Span | None, int, str]:
        """What is counted, where the count's text ends, and the rule that found it."""
        if number.unit:
            return Span(self.string, *number.unit), number.end, f"counts.{number.measure}"
        n = behind = self.tags.at(number.end)
        if number.measure == "percent":
            return self.percent_unit(number, n)
        following = self.small[n]
        if following.startswith(LINKING):
            linked = self.linked(number)
            if linked is not None:
                return linked
        if number.value == 1 and self.string[number.start : number.end].lower() == "one":
            single = self.singular_unit(number, n)
            return single, single.end if single else number.end, "counts.after"
        part = self.part_of(number, n)
        if part is not None:
            return part, number.end, "counts.part_of"
        if following in {"or", "odd", "-"}:
            more = OR_MORE.match(self.string, number.end, self.sentence.end)
            n = self.tags.at(more.end()) if more else n
            if self.string.startswith("-", number.end):
                n += 1
        while n < self.last and self.small[n] in PASSED_OVER and n < behind + 2:
            n += 1
        ahead = phrases.after(self.tags, n, self.last) if n < self.last else None
        if ahead and not self.follows_its_noun(number):
            unit = self.tags.span(*ahead)
            if self.tags.letters[ahead[1]] == "(":
                plurals = BRACKETED_PLURALS.match(self.string, unit.end, self.sentence.end)
                unit = Span(self.string, unit.start, plurals.end()) if plurals else unit
            return unit, unit.end, "counts.after"
        return self.unit_elsewhere(number)

    def linked(self, number: Number) -> tuple[Span, int, str] | None:
        """'4 of them are substitutes', '12 were left': what is counted was named before, unless it is named right here."""
        named = self.of_them(number)
        if named is not None:
            return named, number.end, "counts.are"
        if OF_THEM.match(self.string, number.end) and self.previous is not None:
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

    def follows_its_noun(self, number: Number) -> bool:
        """Whether the number is glued to the noun before it: 'member schools61, students64,700'."""
        glued = self.string[number.start - 1 : number.start].isalpha()
        return glued and bool(re.search(r"[a-z]s$", self.string[max(0, number.start - 12) : number.start]))

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

    def singular_unit(self, number: Number, n: int) -> Span | None:
        """'one kindergarten': a single institution, where the sentence counts other things too."""
        if n >= self.last:
            return None
        run = SINGLE.match(self.tags.letters, n, self.last)
        others = re.search(r"[Dw]", self.tags.letters[n : self.last]) or self.previous
        return self.tags.span(n, run.end()) if run and others else None

    def unit_elsewhere(self, number: Number) -> tuple[Span | None, int, str]:
        """The unit of a bare number: 'the number of X reached 40', 'students exceed 850', 'of which 6 are X', '2 in Y'."""
        text = self.marked.text
        n, before_text = self.tags.at(number.start), self.string[self.sentence.start : number.start]
        if (
            OF_WHICH.search(before_text)
            and self.previous is not None
            and not re.match(r",? are\b", self.string[number.end : number.end + 6])
        ):
            return self.previous.span, number.end, "counts.same_unit"
        if TOTAL.search(before_text) and self.previous is not None:
            return self.previous.span, number.end, "counts.same_unit"
        labelled = LABELLED.search(before_text)
        if labelled and not VERBAL.search(labelled["unit"]):
            k = self.tags.at(self.sentence.start + labelled.start("unit"))
            if any(phrases.is_plural(self.small[j]) for j in range(k, min(k + 4, n))):
                start, end = labelled.span("unit")
                return text.span(self.sentence.start + start, self.sentence.start + end), number.end, "counts.label"
        having = HAVING.search(before_text) or ROLL.search(before_text)
        if having:
            return (
                text.span(self.sentence.start + having.start("unit"), self.sentence.start + having.end("unit")),
                number.end,
                "counts.number_of",
            )
        links = list(NUMBER_OF.finditer(before_text))
        if links and len(before_text) - links[-1].end() < 130:
            k = self.tags.at(self.sentence.start + links[-1].end())
            counted = phrases.after(self.tags, k, n) if k < n else None
            if counted:
                return self.tags.span(*counted), number.end, "counts.number_of"
        are = re.match(
            r",? (?:are|were|of (?:them|which|these) are) (?:now )?", self.string[number.end : number.end + 16]
        )
        if are:
            k = self.tags.at(number.end + are.end())
            ahead = phrases.after(self.tags, k, self.last) if k < self.last else None
            if ahead:
                return self.tags.span(*ahead), number.end, "counts.are"
        behind = phrases.before(self.tags, n, self.first)
        if behind:
            unit = self.tags.span(*behind)
            return unit, number.end, "counts.before"
        if (
            self.previous is not None
            and re.match(
                r"\s*(?:in|at|of|on|across|are|were|for|to|have|had|is|from|and|,|;|\.|$)",
                self.string[number.end : number.end + 6],
            )
            and not self.string[number.end : number.end + 3].startswith("-")
        ):
            return self.previous.span, number.end, "counts.same_unit"
        return None, number.end, ""

    def percent_unit(self, number: Number, n: int) -> tuple[Span | None, int, str]:
        """What a percentage is of, or the rate that it is."""
        being = BEING.match(self.string, number.end, self.sentence.end)
        if being and OF_WHICH.search(self.string[self.sentence.start : number.start]):
            k = self.tags.at(being.end())
            kind = phrases.after(self.tags, k, self.last) if k < self.last else None
            if kind:
                return self.tags.span(*kind), number.end, "counts.are"
        linked = OF_NP.match(self.string, number.end, self.sentence.end)
        if linked and self.string[number.end : number.end + 5].strip().startswith("of"):
            unit = self.of_phrase(linked.end())
            if unit and unit.quote.lower().split()[0] in {"them", "these", "those", "whom", "which"}:
                return (self.previous.span if self.previous else None), number.end, "counts.same_unit"
            if unit:
                return self.total(unit), number.end, "counts.percent_of"
        before = self.string[max(self.sentence.start, number.start - 110) : number.start]
        shares = list(SHARE_OF.finditer(before))
        if shares:
            unit = self.of_phrase(max(self.sentence.start, number.start - 110) + shares[-1].end())
            if unit and unit.end <= number.start:
                return unit, number.end, "counts.share_of"
        small = before.lower()
        rates = list(RATE.finditer(before + " ")) if any(map(small.__contains__, WORDS["rate"])) else []
        if rates:
            offset = max(self.sentence.start, number.start - 110)
            unit = self.rate_phrase(offset + rates[-1].start("unit"), offset + rates[-1].end("unit"))
            if unit and not re.search(r"[.;]", self.string[unit.end : number.start]):
                return unit, number.end, "counts.rate"
        if n < self.last:
            ahead = phrases.after(self.tags, n, self.last) or self.rate_after(n)
            if ahead:
                return self.tags.span(*ahead), number.end, "counts.percent_after"
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
        behind = phrases.before(self.tags, self.tags.at(number.start), self.first)
        if behind:
            return self.tags.span(*behind), number.end, "counts.before"
        if self.previous_rate is not None:
            return self.previous_rate.span, number.end, "counts.same_unit"
        return None, number.end, ""

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
                return n, k + 1
            if not self.tags.letters[k].isalpha():
                return None
        return None

    def of_phrase(self, start: int) -> Span | None:
        """The noun phrase after '85% of', up to the end of its plural head, else up to the next verb or mark."""
        k = self.tags.at(start)
        ahead = phrases.after(self.tags, k, self.last)
        if ahead:
            return self.tags.span(*ahead)
        end = k
        while end < self.last and (phrases.is_word(self.tags, end) or self.tags.letters[end] in "Dd-") and end < k + 6:
            if self.small[end] in WORDS["stop"] and self.tags.letters[end] != "d":
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
        ):
            first -= 1
        return self.marked.text.span(start + words[first].start(), start + words[last].end())


def is_slogan(unit: Span) -> bool:
    """Whether the counted noun only numbers the points of a programme."""
    words = WORD.findall(unit.quote.lower())
    return bool(words) and words[-1] in WORDS["programme"] and words[-2:-1] != ["teaching"]


def carried(unit: Span, sentence: Sentence, rule: str, confidence: float) -> Found:
    """A unit that a count carries on from the sentence before, with that sentence."""
    basis = ((unit, "what is counted, named before"),)
    return Found(unit, sentence, rule, confidence, basis=basis, flags=("coreference",))
