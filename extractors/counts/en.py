"""Numbers in English sentences, with what they count, and what the sentence says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extractors.counts import phrases
from extractors.counts.phrases import WORDS
from extractors.counts.scope import scope_of
from extractors.mentions import CountMention, DateMention, Found, Measure, Modifier, Status
from extractors.names.marked import Marked
from extractors.numbers import DIGITS, FRACTION, KLOC, SCALE, fraction, mend, plain
from extractors.numbers import WORDS as NUMBER_WORDS
from extractors.text import Sentence, Span

PLAIN = rf"(?:{KLOC.pattern}|(?:{DIGITS}){SCALE}?|\b(?:{NUMBER_WORDS}){SCALE}?|\ba (?:hundred|thousand|million|dozen)\b|\bdozen\b)"
CURRENCY = r"(?:(?:US|HK|NT|A|S|C)?[$£€¥￥]|\b(?:RMB|CNY|USD|GBP|HKD|EUR|Rs\.?))"
MONEY_WORD = r"(?:yuan|RMB|renminbi|(?:US |Hong Kong )?dollars|euros|pounds|patacas|rupees)\b"
NUMBER = re.compile(
    rf"(?P<fraction>(?<![\d/])\d{{1,2}}/\d{{1,2}}(?![\d/])|\b{FRACTION}(?= of\b| the\b)|\b[Hh]alf(?= of\b| the\b))(?P<of_number> of a (?:million|billion)\b)?"
    rf"|(?P<share>\b(?:\d{{1,3}}|{NUMBER_WORDS}) (?:out of|in) (?:every )?(?:\d{{1,3}}|{NUMBER_WORDS})(?! (?:years|months|days)))"
    rf"|(?P<first>{PLAIN})(?:(?: ?[-–—‑~] ?| to )(?P<upper>{PLAIN})(?![-\d]))?(?P<percent> ?%| ?％| ?per ?cent(?:age points?)?\b)?(?P<money> ?{MONEY_WORD})?",
    re.IGNORECASE,
)
BEFORE_CURRENCY = re.compile(rf"{CURRENCY} ?$")
BEFORE_NAME = re.compile(r"(?:[#$£€¥￥+*=〔\[]|\d[.:/]|\b\d+-|\bNo\.? ?|[A-Za-z]\d*-|\b[A-Z]\d*|[‐-―−]\d*)$")
AFTER_NAME = re.compile(
    r"(?:-[ ,]|:\d|\.\d|\+|[-–]\d|/\d|\d|(?:st|nd|rd|th)\b|[A-Z]{1,2}\b|\s*[)）、.．]\s*(?=[A-Z])(?<!\d{3}[).])|[-‑ ]?(?:year|month|day|hour|week|minute|character|star|grade|point|story|storey|level)s?-?(?:old|long)?\b)",
    re.IGNORECASE,
)
SQUARE = re.compile(
    r"[- ]?(?P<unit>(?:square|cubic)[- ](?:kilo)?met(?:er|re)s?|sq ?m\b|hectares?|mu\b|acres?|MT\b|tons?\b|tonnes?\b|kilomet(?:er|re)s?|km\b|met(?:er|re)s?\b|kg\b|kilograms?)"
)
NUMBER_OF = re.compile(r"\b(?:numbers?|total(?: number)?) of (?:the |its |their |our |all )?", re.IGNORECASE)
RATE = re.compile(
    rf"(?P<unit>(?:[A-Za-z][\w'’-]*(?: and)? ){{0,4}}(?:{'|'.join(sorted(WORDS['rate'], key=len, reverse=True))})\b(?: rate| level)?(?: of [a-z][\w -]{{2,40}}?)?)(?= |,|:|$)",
    re.IGNORECASE,
)
DETERMINERS = frozenset(
    "the a an its their this that our and of in with to for is are was were by has have whose where while at from on if as than reached the".split()
)
OF_NP = re.compile(
    r" ?(?:of|for) (?:all |the total |total )?(?:the |its |their |our |all )?(?:[\w-]+(?: [\w-]+){0,3}['’]s )?",
    re.IGNORECASE,
)
SHORT_QUOTE = re.compile(r"[\"“][^\"“”\n]{3,70}[\"”]")
SMALL_NUMBER = re.compile(r"\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
ONE_OF_MANY = re.compile(r" of (?:the [\w-]+(?: [\w-]+)?['’]s|its|the|their|all|all the|these|those|our)?(?: total)? ?(?=\d|[a-z])")
OF_THEM = re.compile(r" ?(?:of (?:them|these|those|whom|which)\b|(?:were|are) left\b|remain)")
OF_WHICH = re.compile(
    r"\b(?:of|among) (?:whom|which|them|these) (?:only |just |about |nearly |some |over |more than )?$", re.IGNORECASE
)
SHARE_OF = re.compile(r"\b(?:proportion|percentage|share) of (?:the |its |their |all )?", re.IGNORECASE)
TOTAL = re.compile(r"\b(?:the|a|its) total (?:number )?(?!of)(?:[a-z]+ ){0,4}$", re.IGNORECASE)
HAVING = re.compile(
    r"\b(?P<unit>population|payroll|enrolment|enrollment|area|capacity|membership|staff|audience|attendance|workforce) of (?:about |over |nearly |some |more than |around |almost )?$",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"(?P<subject>[^,;:.]{4,110}?),? (?:(?:has|have|had|was|were|is|are|will|would|to|be|been|also|even) )*(?:rise|rises|rose|risen|grew|grow|grows|grown|fell|fall|falls|fallen|dropped|drop|drops|cut|increased|increase|increases|decreased|shot up|shrank|shrunk|up|down|climbed|jumped|narrowed|reduced|raised|declined|expanded)\b(?: (?:by|up|to|from|down|another|only|further))* (?:about |over |nearly |some |more than |around |almost |just )?$"
)
BRACKETED_PLURALS = re.compile(r" ?\((?:[a-z]+s, )*[a-z]+s\)")
CLAUSE = re.compile(r"[;；]")
SPREAD = 60
"""How far before a number, in code points, words still qualify it."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a sentence, before its unit is known: span, value and kind."""

    start: int
    end: int
    value: int | float
    upper: int | float | None
    measure: Measure
    unit: tuple[int, int] | None = None


def find(marked: Marked, dates: list[DateMention], policies: list[Span]) -> Iterator[CountMention]:
    """Every count of the text, in order. Numbers inside names, dates and titles of policies count nothing."""
    by_sentence: dict[int, list[DateMention]] = {}
    for date in dates:
        by_sentence.setdefault(date.found.sentence.number, []).append(date)
    taken = sorted([d.found.span for d in dates] + policies, key=lambda span: span.start)
    last: Counting | None = None
    for sentence in marked.text.sentences:
        if sentence.block.role != "meta":
            same_block = last is not None and last.sentence.block is sentence.block
            last = Counting(
                marked,
                sentence,
                by_sentence.get(sentence.number, []),
                taken,
                last.previous if last and same_block else None,
            )
            yield from last.counts()


class Counting:
    """The numbers of one sentence."""

    def __init__(
        self, marked: Marked, sentence: Sentence, dates: list[DateMention], taken: list[Span], previous: Found | None
    ) -> None:
        self.marked, self.tags, self.sentence, self.dates = marked, marked.tags, sentence, dates
        self.string = marked.text.string
        self.taken = [span for span in taken if span.overlaps(sentence.span)]
        self.first, self.last = self.tags.of(sentence)
        self.previous = previous
        self.previous_rate: Found | None = None
        self.previous_scope: Found | None = None

    def counts(self) -> Iterator[CountMention]:
        """The counts of the sentence, left to right."""
        position = self.sentence.start
        for start in self.starts():
            match = NUMBER.match(self.string, start, self.sentence.end)
            if match is None or match.start() < position:
                continue
            number = None if self.is_no_count(match) else self.number(match)
            position = number.end if number else match.end()
            if number is not None:
                mention = self.mention(number)
                if mention is not None:
                    self.previous_scope = mention.scope
                    position = max(position, mention.found.span.end if mention.measure != "percent" else position)
                    yield mention

    def starts(self) -> Iterator[int]:
        """Where a number may start: at digits, number words, "a third" and a proxy's "/kloc-0"."""
        for token in re.finditer(r"d[wg]|[Dw]|\.(?=x-D)", self.tags.letters[self.first : self.last]):
            for n in range(token.start(), token.end()):
                yield self.tags.starts[self.first + n]

    def is_no_count(self, match: re.Match[str]) -> bool:
        """Whether a number is a label, a date, a part of a name, a slogan, an age, a time or a duration."""
        start, end = match.span()
        if any(span.start < end and start < span.end for span in self.taken):
            return True
        if self.is_in_name(start, end) or self.is_in_slogan(start):
            return True
        left = self.string[max(self.sentence.start, start - 24) : start]
        if BEFORE_NAME.search(left) and not BEFORE_CURRENCY.search(left):
            return True
        if left.rstrip(" ").endswith(('"', "“", "‘", "'", "「", "《")) or re.match(r'["”]', self.string[end : end + 1]):
            return True
        word = re.search(r"([A-Za-z.]+)\s?$", left)
        if word and word.group(1).lower() in WORDS["labelling"]:
            return True
        if start == self.sentence.start and re.match(r"\s*[.)、．）]", self.string[end : end + 3]):
            return True
        return self.is_duration(match)

    def is_in_name(self, start: int, end: int) -> bool:
        """Whether a number is part of a name: 'Two Rivers Federation', 'Model 99 School', not 'five Dongguan schools'."""
        name = self.marked.name_over(start, end)
        if name is None or not name.proper:
            return False
        letters = self.tags.letters[name.first : name.last]
        return (name.span.start < start and "D" in letters) or (
            name.span.start == start and letters[0] == "w" and self.tags.letters[name.head] not in "kv"
        )

    def is_in_slogan(self, start: int) -> bool:
        """Whether a number stands in short quotation marks with other numbers: "one net, two buses, three tables"."""
        for quoted in SHORT_QUOTE.finditer(self.string, self.sentence.start, self.sentence.end):
            if quoted.start() < start < quoted.end():
                return len(SMALL_NUMBER.findall(quoted.group())) > 1
        return False

    def is_duration(self, match: re.Match[str]) -> bool:
        """Whether what follows a number makes it a duration, an age, a time, an ordinal or part of a pattern."""
        if match["percent"] or match["money"] or match["fraction"]:
            return False
        if AFTER_NAME.match(self.string, match.end()) and not SQUARE.match(self.string, match.end()):
            return True
        n = self.tags.at(match.end())
        following = [
            self.tags.word(k).lower() for k in range(n, min(n + 3, self.last)) if self.tags.letters[k].isalpha()
        ]
        if following and following[0] in {
            "more",
            "additional",
            "full",
            "whole",
            "consecutive",
            "school",
            "calendar",
            "academic",
            "working",
            "odd",
            "to",
        }:
            following = following[1:]
        return bool(following) and following[0] in WORDS["duration"]

    def number(self, match: re.Match[str]) -> Number | None:
        """The value and kind of a matched number."""
        start, end = match.span()
        if match["of_number"]:
            share, scale = fraction(match["fraction"]), plain(match["of_number"][6:])
            return (
                Number(start, end, round(share * scale / 100), None, "count") if share is not None and scale else None
            )
        if match["fraction"]:
            share = fraction(match["fraction"])
            return Number(start, end, share, None, "percent") if share is not None else None
        if match["share"]:
            upper, lower = (
                plain(part) for part in re.split(r" (?:out of|in) (?:every )?", match["share"], flags=re.IGNORECASE)
            )
            return Number(start, end, percent(upper / lower), None, "percent") if upper is not None and lower else None
        value = plain(match["first"])
        upper = plain(match["upper"]) if match["upper"] else None
        if match["upper"] and self.string[max(0, start - 5) : start].lower() == "from ":
            end, upper = match.end("first"), None
        if value is None or (upper is not None and upper <= value):
            return None
        currency = BEFORE_CURRENCY.search(self.string, max(self.sentence.start, start - 6), start)
        if currency:
            return Number(
                currency.start(),
                end,
                value,
                upper,
                "money",
                (currency.start(), currency.start() + len(currency.group().rstrip())),
            )
        if match["money"]:
            unit = match.start("money") + len(match["money"]) - len(match["money"].lstrip())
            return Number(start, end, value, upper, "money", (unit, match.end("money")))
        if match["percent"]:
            return Number(start, end, value, upper, "percent")
        square = SQUARE.match(self.string, end, self.sentence.end)
        if square:
            return Number(start, square.end(), value, upper, "measure", square.span("unit"))
        return Number(start, end, value, upper, "count")

    def mention(self, number: Number) -> CountMention | None:
        """The count with its unit; None when nothing says what is counted."""
        unit, end, rule = self.unit_of(number)
        if unit is None:
            return None
        if number.measure == "count" and self.is_slogan(number, unit):
            return None
        span = self.marked.text.span(number.start, end)
        mended = mend(span.quote) != span.quote
        flags = ("translation-artefact",) if mended else ()
        basis = ((span, "'/kloc-0' is a translating proxy's digit 1"),) if mended else ()
        confidence = {"counts.after": 0.9, "counts.percent_of": 0.9, "counts.money": 0.9, "counts.measure": 0.85}.get(
            rule, 0.75
        )
        found = Found(span, self.sentence, rule, confidence, flags=flags, basis=basis)
        unit_found = self.unit_field(unit, rule, confidence)
        if number.measure == "count":
            self.previous = unit_found
        elif number.measure == "percent":
            self.previous_rate = unit_found
        as_of = self.as_of(number)
        return CountMention(
            found,
            number.value,
            number.measure,
            self.modifier(number, end),
            self.status(number),
            unit_found,
            number.upper,
            scope_of(
                self.marked,
                self.sentence,
                number.start,
                max(end, unit.end if unit.start > number.start else end),
                near=number.measure == "percent",
            )
            or self.inherited(number),
            as_of,
        )

    def inherited(self, number: Number) -> Found | None:
        """'of which 6 are …' is about what the count before it is about."""
        before = self.string[self.sentence.start : number.start]
        return self.previous_scope if OF_WHICH.search(before) else None

    def unit_field(self, unit: Span, rule: str, confidence: float) -> Found:
        """The unit with its own sentence: a count may carry on that of the sentence before."""
        if self.sentence.span.covers(unit) or self.previous is None:
            return Found(unit, self.sentence, rule, confidence)
        return Found(
            unit,
            self.previous.sentence,
            rule,
            confidence,
            basis=((unit, "what is counted, named before"),),
            flags=("coreference",),
        )

    def unit_of(self, number: Number) -> tuple[Span | None, int, str]:
        """What is counted, where the count's text ends, and the rule that found it."""
        text = self.marked.text
        if number.unit:
            return text.span(*number.unit), number.end, f"counts.{number.measure}"
        n = self.tags.at(number.end)
        if number.measure == "percent":
            return self.percent_unit(number, n)
        if OF_THEM.match(self.string, number.end) and self.previous is not None:
            return self.previous.span, number.end, "counts.same_unit"
        if self.string[number.start : number.end].lower() == "one":
            single = self.singular_unit(number, n)
            return single, single.end if single else number.end, "counts.after"
        part = self.part_of(number)
        if part is not None:
            return part, number.end, "counts.part_of"
        if self.string[number.end : number.end + 1] == "-":
            n += 1
        while (
            n < self.last
            and self.tags.word(n).lower() in {"of", "different", "such", "more", "numbers"}
            and n < self.tags.at(number.end) + 2
        ):
            n += 1
        ahead = phrases.after(self.tags, n, self.last) if n < self.last else None
        if ahead and not self.follows_its_noun(number):
            unit = self.tags.span(*ahead)
            plurals = BRACKETED_PLURALS.match(self.string, unit.end, self.sentence.end)
            if plurals:
                unit = text.span(unit.start, plurals.end())
            return unit, unit.end, "counts.after"
        return self.unit_elsewhere(number)

    def follows_its_noun(self, number: Number) -> bool:
        """Whether the number is glued to the noun before it: 'member schools61, students64,700'."""
        glued = self.string[number.start - 1 : number.start].isalpha()
        return glued and bool(re.search(r"[a-z]s$", self.string[max(0, number.start - 12) : number.start]))

    def part_of(self, number: Number) -> Span | None:
        """The unit of a part: '41 of its 66 schools', '14 of its offline centers', 'eight public and five private kindergartens'."""
        linked = ONE_OF_MANY.match(self.string, number.end, self.sentence.end)
        n = self.tags.at(linked.end()) if linked else self.tags.at(number.end)
        letters = self.tags.letters
        if linked:
            while n < self.last and letters[n] in "Dwd":
                n += 1
        else:
            shared = re.compile(r"[gcx]{1,2}&[Dw]").match(letters, n, self.last)
            if shared is None or any(phrases.is_plural(self.tags.word(k).lower()) for k in range(n, shared.end() - 2)):
                return None
            n = shared.end()
        ahead = phrases.after(self.tags, n, self.last) if n < self.last else None
        return self.tags.span(*ahead) if ahead else None

    def singular_unit(self, number: Number, n: int) -> Span | None:
        """'one kindergarten': a single institution, where the sentence counts other things too."""
        if n >= self.last:
            return None
        run = re.compile(r"[gcePG]{0,3}h(?![a-zA-Z])").match(self.tags.letters, n, self.last)
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
        having = HAVING.search(before_text)
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
        linked = OF_NP.match(self.string, number.end, self.sentence.end)
        if linked and self.string[number.end : number.end + 5].strip().startswith("of"):
            unit = self.of_phrase(linked.end())
            if unit and unit.quote.lower().split()[0] in {"them", "these", "those", "whom", "which"}:
                return (self.previous.span if self.previous else None), number.end, "counts.same_unit"
            if unit:
                return unit, number.end, "counts.percent_of"
        before = self.string[max(self.sentence.start, number.start - 110) : number.start]
        shares = list(SHARE_OF.finditer(before))
        if shares:
            unit = self.of_phrase(max(self.sentence.start, number.start - 110) + shares[-1].end())
            if unit and unit.end <= number.start:
                return unit, number.end, "counts.share_of"
        rates = list(RATE.finditer(before + " "))
        if rates:
            offset = max(self.sentence.start, number.start - 110)
            unit = self.rate_phrase(offset + rates[-1].start("unit"), offset + rates[-1].end("unit"))
            if unit and not re.search(r"[.;]", self.string[unit.end : number.start]):
                return unit, number.end, "counts.rate"
        if n < self.last:
            ahead = phrases.after(self.tags, n, self.last) or self.rate_after(n)
            if ahead:
                return self.tags.span(*ahead), number.end, "counts.percent_after"
        change = CHANGE.search(before)
        if change:
            subject = self.subject(
                max(self.sentence.start, number.start - 110) + change.start("subject"),
                max(self.sentence.start, number.start - 110) + change.end("subject"),
            )
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
            r"(?:\W*(?:and|but|while|that|said|in \d{4}|the|its|their|our|a|an)\b ?)*",
            self.string[start:end],
            re.IGNORECASE,
        )
        return self.marked.text.span(start + lead.end(), end).trimmed() if lead and start + lead.end() < end else None

    def rate_after(self, n: int) -> tuple[int, int] | None:
        """'100% coverage'."""
        for k in range(n, min(n + 4, self.last)):
            if self.tags.word(k).lower() in WORDS["rate"]:
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
            if self.tags.word(end).lower() in WORDS["stop"] and self.tags.letters[end] != "d":
                break
            end += 1
        return self.tags.span(k, end) if end > k else None

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

    def is_slogan(self, number: Number, unit: Span) -> bool:
        """Whether the counted noun only numbers the points of a programme."""
        words = re.findall(r"[A-Za-z-]+", unit.quote.lower())
        return bool(words) and words[-1] in WORDS["programme"]

    def modifier(self, number: Number, end: int) -> Modifier:
        """What a qualifying word before or after a number makes of it."""
        left = self.string[max(self.sentence.start, number.start - 40) : number.start]
        if OR_MORE.match(self.string, number.end) or OR_MORE.match(self.string, end):
            return "over"
        found = MODIFIER.search(left)
        if found is None or NO_MODIFIER.search(left[: found.end("word")]):
            return "exact"
        for kind in ("over", "under", "about"):
            if found[kind]:
                return "under" if kind == "over" and NEGATED.search(left[: found.start("word")]) else kind
        return "exact"

    def status(self, number: Number) -> Status:
        """Whether the clause up to the number speaks of a plan."""
        clause_start = max(
            (m.end() for m in CLAUSE.finditer(self.string, self.sentence.start, number.start)),
            default=self.sentence.start,
        )
        if self.sentence.block.role == "title" and TO_DO.search(self.string, clause_start, number.start):
            return "planned"
        if any(clause_start <= place < number.start for place in self.planned):
            return "planned"
        return "planned" if PLANNED_AFTER.match(self.string, number.end, self.sentence.end) else "actual"

    @cached_property
    def planned(self) -> list[int]:
        """Where the sentence has words that make a number a plan."""
        return [match.start() for match in PLANNED.finditer(self.string, self.sentence.start, self.sentence.end)]

    def as_of(self, number: Number) -> DateMention | None:
        """The date that the sentence gives for a number: one right behind it, else the last before it in the clause."""
        usable = [d for d in self.dates if not self.is_part_of_title(d) and not self.is_aside(d)]
        for date in usable:
            gap = self.string[number.end : date.found.span.start]
            if (
                date.found.span.start >= number.end
                and len(gap) < SPREAD
                and re.fullmatch(
                    r"[^,.;:\d]*\b(?:in|by|at|on|of|until|as of|for|from|during|before|since)(?: the)? ?", gap
                )
            ):
                return date
        for date in reversed([d for d in usable if d.found.span.end <= number.start]):
            if not CLAUSE.search(self.string[date.found.span.end : number.start]):
                return date
        behind = [d for d in usable if d.found.span.start >= number.end]
        clause = self.string[number.end : behind[0].found.span.start] if behind else ";"
        return behind[0] if BEFORE_DATE.search(clause) and not CLAUSE.search(clause) else None

    def is_aside(self, date: DateMention) -> bool:
        """Whether a date belongs to something else in the sentence: a founding, a dateline, "since", "until"."""
        left = self.string[max(self.sentence.start, date.found.span.start - 40) : date.found.span.start]
        right = self.string[date.found.span.end : date.found.span.end + 4]
        dateline = re.match(r" \(| -+ | [–—]", right) is not None and date.found.span.start - self.sentence.start < 40
        return dateline or ASIDE.search(left) is not None

    def is_part_of_title(self, date: DateMention) -> bool:
        """Whether a date stands inside a name or a title, or before a name that it belongs to."""
        span = date.found.span
        return self.marked.name_over(span.start, span.end) is not None or bool(
            re.match(r"(?:-\d+)? [A-Z]", self.string[span.end : span.end + 6]) and span.quote.isdigit()
        )


def percent(share: float) -> int | float:
    """A share as a percent with two decimals."""
    value = round(100 * share, 2)
    return int(value) if value == int(value) else value


NO_MODIFIER = re.compile(
    r"(?:\b(?:goes?|went|gone|rises?|rose|grows?|grew|adds?|is|are|from \w+) up to|\b(?:handed|took|taken|turned|brought|all|gave|put) over|\bcome to some)$"
)
BEFORE_DATE = re.compile(
    r"\b(?:in|by|at|on|of|for|from|during|before|between|under|gave)(?: the| its| their| [A-Z][a-z]+day,?)? ?$"
)
ASIDE = re.compile(
    r"\b(?:[Ss]ince|until|till|founded|established|formed|set up|built|opened|unveiled|launched|approved|issued|published|dated|merged|joined|in force since|as early as|[Ss]ince (?:its|the) [a-z ]+)(?: (?:\w+ )?(?:in|on|since|as early as))*(?: the)? ?[\"“]?$"
)
TO_DO = re.compile(r"\bto [a-z]+(?: \w+){0,2} ?$")
OR_MORE = re.compile(r"\s*(?:or more|and above|or above|plus\b|-plus|\+|odd\b)")
NEGATED = re.compile(r"\b(?:no|not|never|nor|forbid\w*)\b[^,;]{0,30}$")
GAP = r"(?:a total of|a|the|to|of|another|these|reach|as|US\$|HK\$|[$£€¥]|RMB|US)"
MODIFIER = re.compile(
    r"\b(?P<word>"
    + "|".join(f"(?P<{kind}>{'|'.join(sorted(map(re.escape, WORDS[kind]), key=len, reverse=True))})" for kind in ("under", "over", "about"))
    + rf")(?: {GAP})? ?$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:" + "|".join(sorted((re.escape(p) for p in WORDS["planned"]), key=len, reverse=True)) + r")\b", re.IGNORECASE
)
PLANNED_AFTER = re.compile(
    r"[^,.;]{0,60}?\b(?:will|to be|are to|is to|are planned|is planned|must be|shall be|should be)\b"
)
