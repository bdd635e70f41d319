"""What an English number counts: the noun phrase after it, before it, or named earlier."""

from __future__ import annotations

import re

from extractors.counts import phrases
from extractors.counts.introduced import INTRODUCING
from extractors.counts.parts import CLOSING, Parts
from extractors.counts.phrases import WORDS
from extractors.counts.rates import OF_WHICH
from extractors.counts.verbs import FINITE
from extractors.counts.written import Number
from extractors.mentions import Found
from extractors.text import Sentence, Span

NUMBER_OF = re.compile(r"\b(?:numbers?|total(?: number)?) of (?:the |its |their |our |all )?", re.IGNORECASE)
TOTAL = re.compile(r"\b(?:the|a|its) total (?:number )?(?!of)(?:[a-z]+ ){0,4}$", re.IGNORECASE)
HAVING = re.compile(
    r"\b(?P<unit>(?:(?:total|annual|yearly|student|pupil|teaching|combined|planned) )?(?:body|intake|roll|population|payroll|council|panel|jury|enrolment|enrollment|area|capacity|membership|staff|audience|attendance|workforce)) of (?:about |over |nearly |some |more than |around |almost )?$",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:^\s*|[;；•·–—.]\s*|\s\s(?=\S))(?P<unit>[A-Za-z][^:：;；.!?()]{2,60}?)(?: \((?:19|20)\d\d\))? ?[:：] ?(?:about |over |nearly |some |more than |around |almost |only )?$"
)
"""'Places in Grade 1: 360', 'Outpatient visits in township centres: 412,000'."""
VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|said|says|show|shows|follows?|following|list|below|namely|among|which|that|who|there)\b|,",
    re.IGNORECASE,
)
ROLL = re.compile(
    r"\b(?P<unit>[Ee]nrol?lments?|[Aa]ttendance|[Mm]embership|[Hh]eadcount|[Pp]opulation|[Rr]oll|(?:[Pp]upil|[Ss]tudent|[Tt]eacher) numbers|[Ii]ntake|(?:[Aa]verage )?[Cc]lass size|[Ss]tudent (?:body|population))\b[^.;:]{0,60}?"
    r"\b(?:from|to|by|at|reached|totall?ed|is|was|exceeds|exceeded) (?:about |over |nearly |some |more than |around |almost |only |just )?$"
)
ROLLS = (
    "nrolment",
    "nrollment",
    "ttendance",
    "embership",
    "eadcount",
    "opulation",
    "oll",
    " numbers",
    "tudent body",
    "apacity",
    "ntake",
    "lass size",
)
"""One of these stands wherever either of the two patterns around does."""
WORD = re.compile("[A-Za-z-]+")
DIRECT_ROLL = re.compile(
    r"\b(?P<unit>(?:[Tt]otal |[Pp]lanned )?(?:[Ee]nrol?lment|[Hh]eadcount|[Mm]embership|[Aa]ttendance|[Cc]apacity|[Pp]opulation)) ?:? $"
)
"""'Total enrolment 5,940.'"""
COUNTED_AS = re.compile(r"(?:[Tt]otal )?[Nn]umber of (?:the )?")
CLICKS = re.compile(r"\b(?:downloads?|views?|clicks?|hits?|reads?|browse|likes?|times)$", re.IGNORECASE)
"""What counters of a page are labelled with."""
GOING_ON = re.compile(
    r"(?:\ban? (?:increase|rise|growth|drop|decrease|reduction) of|\b(?:it|they|we) (?:now )?(?:has|have|had)|\bthere (?:are|were)(?: now| only)?|, (?:up|down) from) (?:about |nearly |only |over )?$"
)
"""'an increase of 19', 'with the newcomers it has 91': what is counted was named before."""
AGE_OR_MORE = re.compile(
    r"\b(?:turns|turned|turning|previous|last|past|next|coming|(?:younger|older) than|one [a-z]+ in|scores?(?: [a-z]+){0,3})\s$"
)
"""'The alliance turns five', 'than in the previous five'."""
AGE_ENDS = ("turns", "turned", "turning", "previous", "last", "past", "next", "coming", " than", " in")
ARE = re.compile(r",? are\b")
THEY_ARE = re.compile(r",? (?:are|were|of (?:them|which|these) are) (?:now )?")
ENDING = re.compile(
    r"\s*(?:in|at|of|on|now|across|with|will|would|are|were|for|to|by|have|had|is|from|and|a (?:year|month) (?:later|earlier|before)|more\b(?! than)|(?:more|fewer|less) than (?:in|last|the|those)\b|,|;|\.|$)"
)
"""What follows a number that names nothing new: '… and 36 in the port'."""
NEAR = 40
"""How many code points before a number hold the words right before it."""
AGE_OF_NAMED = re.compile(r"(?:^|[A-Z][a-z]+ )[A-Z][\w'’-]+, $")
"""'Li Jun, 29, who …', 'Li, 29, …'."""
HEADED = re.compile(
    r"(?P<unit>(?:[A-Z][A-Za-z]+ ){0,2}(?i:schools|kindergartens|campuses|members|hospitals|primary|secondary)(?: and [a-z]+(?: [a-z]+)?)?) ?\("
)
"""'Primary schools (6)' at the head of a list."""
LEVELS = frozenset(
    {"national-level", "provincial-level", "provincial", "ministerial", "municipal", "national", "research"}
)
"""What makes topics those of research: 'six provincial topics'."""
OR_MORE = re.compile(r" or (?:more|so) |[- ]odd ")
LINKING = ("of", "were", "are", "remain", "exist")
"""How the word behind a number begins where what is counted was named before."""
TELLING = (FINITE | WORDS["saying"] | {"aims", "bears", "eats"}) - WORDS["noun_too"]
"""What looks like a plural and is a verb: 'the bureau hopes to have 1,000'."""
PASSED_OVER = frozenset({"of", "different", "such", "more", "numbers"})
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


class Units(Parts):
    """The units of one sentence's numbers; ``previous`` is the unit of the last count before, in the same block."""

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
        if following in INTRODUCING:
            introduced = self.introduced(number, n)
            if introduced is not None:
                return introduced
        if following.startswith(LINKING):
            linked = self.linked(number)
            if linked is not None:
                return linked
        if number.value == 1 and self.string[number.start : number.end].lower() in {"one", "1"}:
            single = self.singular_unit(number, n)
            if single is None:
                return self.one_behind(number), number.end, "counts.before"
            return single, single.end, "counts.after"
        part = self.part_of(number, n)
        if part is not None:
            return part, number.end, "counts.part_of"
        if following in {"or", "odd", "-", "+"}:
            more = OR_MORE.match(self.string, number.end, self.sentence.end)
            if more:
                n = self.tags.at(more.end())
            elif self.string.startswith(("-", "+"), number.end):
                n += 1
        while n < self.last and self.small[n] in PASSED_OVER and n < behind + 2:
            n += 1
        ahead = phrases.after(self.tags, n, self.last) if n < self.last else None
        if ahead and not self.follows_its_noun(number):
            counted: Span | None = self.tags.span(*ahead)
            if counted and self.small[ahead[1]] in CLOSING:
                counted = self.closed(counted, ahead[1], number)
            if counted:
                return counted, counted.end, "counts.after"
        return self.unit_elsewhere(number)

    def follows_its_noun(self, number: Number) -> bool:
        """Whether the number is glued to the noun before it: 'member schools61, students64,700'."""
        glued = self.string[number.start - 1 : number.start].isalpha()
        return glued and bool(re.search(r"[a-z]s$", self.string[max(0, number.start - 12) : number.start]))

    def unit_elsewhere(self, number: Number) -> tuple[Span | None, int, str]:
        """The unit of a bare number: 'the number of X reached 40', 'students exceed 850', 'of which 6 are X', '2 in Y'."""
        text = self.marked.text
        n, before_text = number.token, self.string[self.sentence.start : number.start]
        near, small = before_text[-NEAR:], before_text.lower()
        if self.previous is not None and (
            (OF_WHICH.search(near) and not ARE.match(self.string, number.end))
            or ("total " in small and TOTAL.search(before_text) and not HAVING.search(near))
        ):
            return self.previous.span, number.end, "counts.same_unit"
        if self.string.startswith(")", number.end) and (headed := HEADED.fullmatch(before_text)):
            start = self.sentence.start + headed.start("unit")
            if self.string[number.end + 1 : self.sentence.end].strip() == "":
                return text.span(start, self.sentence.start + headed.end("unit")), number.end, "counts.label"
        labelled = LABELLED.search(before_text) if ":" in near or "：" in near else None
        if labelled and not VERBAL.search(labelled["unit"]):
            k = self.tags.at(self.sentence.start + labelled.start("unit"))
            if any(phrases.is_plural(self.small[j]) for j in range(k, min(k + 4, n))):
                start, end = labelled.span("unit")
                if CLICKS.search(labelled["unit"]):
                    return None, number.end, ""
                start += len(of.group()) if (of := COUNTED_AS.match(labelled["unit"])) else 0
                return text.span(self.sentence.start + start, self.sentence.start + end), number.end, "counts.label"
        old = (small.rstrip().endswith(AGE_ENDS) or "score" in before_text) and AGE_OR_MORE.search(before_text)
        if old or (self.string.startswith(",", number.end) and AGE_OF_NAMED.search(before_text)):
            return None, number.end, ""
        if self.previous is not None and GOING_ON.search(near):
            return self.previous.span, number.end, "counts.same_unit"
        having = HAVING.search(near) if " of " in near.lower() else None
        if having is None and any(map(small.__contains__, ROLLS)):
            having = ROLL.search(before_text) or DIRECT_ROLL.search(before_text)
        if having:
            offset = number.start - len(having.string)
            return text.span(offset + having.start("unit"), offset + having.end("unit")), number.end, "counts.number_of"
        links = list(NUMBER_OF.finditer(before_text)) if " of " in small else []
        nearer = self.nearer(before_text, links[-1].end(), n) if links else None
        if nearer is not None:
            return nearer, number.end, "counts.before"
        if links and len(before_text) - links[-1].end() < 130:
            k = self.tags.at(self.sentence.start + links[-1].end())
            counted = phrases.after(self.tags, k, n) if k < n else None
            if counted:
                return self.tags.span(*counted), number.end, "counts.number_of"
        are = THEY_ARE.match(self.string, number.end, number.end + 16)
        if are:
            k = self.tags.at(are.end())
            ahead = phrases.after(self.tags, k, self.last) if k < self.last else None
            if ahead:
                return self.tags.span(*ahead), number.end, "counts.are"
        behind = phrases.before(self.tags, n, self.first)
        if behind and self.small[behind[1] - 1] not in TELLING and self.small[behind[1] - 2] not in WORDS["pronoun"]:
            unit = self.tags.span(*behind)
            return unit, number.end, "counts.before"
        if self.previous is not None and ENDING.match(self.string, number.end, number.end + 18):
            return self.previous.span, number.end, "counts.same_unit"
        return None, number.end, ""

    def nearer(self, before: str, link: int, n: int) -> Span | None:
        """What a number counts whose own clause names it, behind one with 'the number of …'; token ``n`` is the number's."""
        comma = before.rfind(", ", link)
        if comma < 0:
            return None
        if (
            self.previous is not None
            and self.previous.span.start > self.sentence.start + comma
            and self.small[n - 1] != "of"
        ):
            return self.previous.span
        near = phrases.before(self.tags, n, self.first)
        if near is None or near[0] < self.tags.at(self.sentence.start + comma) or "of" in self.small[near[1] : n]:
            return None
        return self.tags.span(*near)


def is_slogan(unit: Span) -> bool:
    """Whether the counted noun only numbers the points of a programme."""
    quote = unit.quote.lower()
    last = quote.rsplit(" ", 1)[-1]
    if last not in WORDS["programme"] and last.isalpha() and last.isascii() and " above " not in quote:
        return False
    words = WORD.findall(quote.split(" above ")[0])
    if not words or words[-1] not in WORDS["programme"] or words[-2:-1] in (["teaching"], ["student"]):
        return False
    return words[-1] not in {"topic", "topics"} or LEVELS.isdisjoint(words)


def carried(unit: Span, sentence: Sentence, rule: str, confidence: float) -> Found:
    """A unit that a count carries on from the sentence before, with that sentence."""
    basis = ((unit, "what is counted, named before"),)
    return Found(unit, sentence, rule, confidence, basis=basis, flags=("coreference",))
