"""Numbers in English sentences: where they stand, what they are worth, and which of them count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters

from extractors.counts.line import Line
from extractors.counts.phrases import WORDS
from extractors.mentions import Measure
from extractors.names.marked import Marked
from extractors.numbers import DIGITS, FRACTION, FRACTION_OF_DIGITS, KLOC, SCALE, fraction, plain
from extractors.numbers import WORDS as NUMBER_WORDS
from extractors.text import Sentence, Span
from extractors.value import value

IN_DIGITS = rf"(?:(?:{KLOC.pattern}|{DIGITS}){SCALE}?)"
PLAIN = rf"(?:{IN_DIGITS}|\b(?:{NUMBER_WORDS})(?:{SCALE}(?: (?:and )?(?:{NUMBER_WORDS})\b)?)?|\ba (?:hundred|thousand|million|dozen)\b(?: and (?:{NUMBER_WORDS})\b)?|\bdozen\b)"
CURRENCY = (
    r"(?:(?:US|HK|NT|NZ|[A-Z])?[$£€¥￥₹₦]|\b(?:RMB|CNY|USD|GBP|HKD|EUR|RM|MYR|SGD|INR|LKR|KES|KSh|Ksh|TSh|USh|Rs\.?))"
)
MONEY_WORD = r"(?:yuan|RMB|renminbi|(?:US |Hong Kong )?dollars|euros|pounds|patacas|rupees)\b"


def numbers(fraction: str, many: str, first: str) -> re.Pattern[str]:
    """The pattern of a number: as a fraction, as a share of ``many``, or as it stands, each with what may follow it."""
    return re.compile(
        rf"(?P<fraction>{fraction})(?P<of_number> of a (?:million|billion)\b)?"
        rf"|(?P<share>\b(?:{many}) (?:every )?(?:\d{{1,3}}|{NUMBER_WORDS})(?! (?:years|months|days)))"
        rf"|(?P<first>{first})(?:(?: ?[-–—‑~] ?| to )(?P<upper>{PLAIN})(?![-\d]))?(?P<percent> ?%| ?％| ?per ?cent(?:age points?)?\b)?(?P<money> ?{MONEY_WORD})?",
        re.IGNORECASE,
    )


DIGITS_FIRST = numbers(
    rf"(?<![\d/])\d{{1,2}}/\d{{1,2}}(?![\d/])|\b{FRACTION_OF_DIGITS}(?= of\b| the\b)", r"\d{1,3} out of", IN_DIGITS
)
WORDS_FIRST = numbers(
    rf"\b{FRACTION}(?= of\b| the\b)|\b[Hh]alf(?= of\b| the\b)",
    rf"(?:{NUMBER_WORDS}) out of|(?:one|two|three|four|five|six|seven|eight|nine) in",
    PLAIN,
)
LASTING = re.compile(rf"(?:\d|\b(?:{NUMBER_WORDS}|last|next|past|this|few)) years?\s?$", re.IGNORECASE)
"""'in two years 73 teachers': the years are counted, and label nothing."""
COUNTING = re.compile(r"[a-z]{3}s (?:now )?number $")
"""'the schools number 45': a verb."""
WORD_LETTERS = f"{ascii_letters}."
NUMBER_LETTERS = re.compile(r"d[wg]|[Dw]|/(?=x-D)")
RATIO = re.compile(r"\bratio\b.{0,20}$")
BETWEEN = re.compile(rf" and (?P<upper>{PLAIN})", re.IGNORECASE)
BEFORE_CURRENCY = re.compile(rf"{CURRENCY} ?$")
BEFORE_NAME = re.compile(r"(?:[#$£€¥￥+*=〔\[]|\d[.:/]|\b\d+-|\bNo\.? ?|[A-Za-z]\d*-|\b[A-Z]{1,4}\d*|[‐-―−]\d*)$")
AFTER_NAME = re.compile(
    r"(?:x{2,}|-[ ,]|:\d|\.\d|\+|[-–]\d|/\d|\d|(?:st|nd|rd|th)\b|[A-Z]{1,2}\b|\s*[)）、.．]\s*(?=[A-Z])(?<!\d{3}[).])|[-‑ ]?(?:year|month|day|hour|week|minute|character|star|grade|point|story|storey|level)s?-?(?:old|long)?\b)",
    re.IGNORECASE,
)
SQUARE = re.compile(
    r"[- ]?(?P<unit>(?:km|m)2\b|(?:square|cubic)[- ](?:kilo)?met(?:er|re)s?|sq ?m\b|hectares?|mu\b|acres?|MT\b|tons?\b|tonnes?\b|kilomet(?:er|re)s?|km\b|m²|km²|met(?:er|re)s?\b|kg\b|kilograms?)"
)
SHORT_QUOTE = re.compile(r"[\"“][^\"“”\n]{3,70}[\"”]")
SMALL_NUMBER = re.compile(r"\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)


@value
class Number:
    """One number in a sentence, before its unit is known: span, value and kind."""

    start: int
    end: int
    value: int | float
    upper: int | float | None
    measure: Measure
    unit: tuple[int, int] | None = None


class Numerals(Line):
    """The numbers of one sentence; ``taken`` are the spans of dates and titles, in which numbers count nothing."""

    def __init__(self, marked: Marked, sentence: Sentence, taken: list[Span]) -> None:
        super().__init__(marked, sentence)
        self.taken = taken

    def numbers(self) -> Iterator[Number]:
        """The numbers that may count something, left to right, none inside another."""
        position = self.sentence.start
        for start in self.starts():
            pattern = WORDS_FIRST if self.string[start].isalpha() else DIGITS_FIRST
            match = pattern.match(self.string, start, self.sentence.end) if start >= position else None
            if match is None:
                continue
            number = None if self.is_no_count(match) else self.number(match)
            position = number.end if number else match.end()
            if number is not None:
                yield number

    def starts(self) -> Iterator[int]:
        """Where a number may start: at digits, number words, "a third" and a proxy's "/kloc-0"."""
        for token in NUMBER_LETTERS.finditer(self.tags.letters[self.first : self.last]):
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
        bare = left.endswith(" ") and not left.endswith(("No ", "No. "))
        if not bare and BEFORE_NAME.search(left) and not BEFORE_CURRENCY.search(left):
            return True
        if left.rstrip(" ").endswith(('"', "“", "‘", "'", "「", "《")) or self.string[end : end + 1] in ('"', "”"):
            return True
        if "ratio" in left and RATIO.search(left):
            return True
        if last_word(left).lower() in WORDS["labelling"] and not LASTING.search(left) and not COUNTING.search(left):
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
        if self.string.find("”", start, self.sentence.end) < 0 and self.string.find('"', start, self.sentence.end) < 0:
            return False
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
        following = [self.tags.small[k] for k in range(n, min(n + 3, self.last)) if self.tags.letters[k].isalpha()]
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
        if upper is None and self.string[max(0, start - 8) : start].lower() == "between ":
            second = BETWEEN.match(self.string, match.end("first"), self.sentence.end)
            if second and not match["percent"]:
                upper, end = plain(second["upper"]), second.end("upper")
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


def last_word(text: str) -> str:
    """The word that a text ends with, white space behind it left out; empty where it ends with none.

    >>> last_word("under Grade "), last_word("in 2"), last_word("No.")
    ('Grade', '', 'No.')
    """
    text = text.removesuffix("\n")
    text = text[:-1] if text[-1:].isspace() else text
    return text[len(text.rstrip(WORD_LETTERS)) :]


def percent(share: float) -> int | float:
    """A share as a percent with two decimals."""
    value = round(100 * share, 2)
    return int(value) if value == int(value) else value
