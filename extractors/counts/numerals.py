"""Numbers in English sentences: where they stand, what they are worth, and which of them count nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter
from string import ascii_letters

from extractors.counts.phrases import WORDS, is_among
from extractors.mentions import Measure
from extractors.names.institutions import Name
from extractors.names.marked import Marked
from extractors.numbers import (
    DIGITS,
    DIVISORS,
    FRACTION,
    FRACTION_OF_DIGITS,
    KLOC,
    SCALE,
    SCALES,
    TENS,
    UNITS,
    fraction,
    plain,
    whole,
)
from extractors.numbers import WORDS as NUMBER_WORDS
from extractors.text import Sentence, Span
from extractors.value import value

IN_DIGITS = rf"(?:(?:{KLOC.pattern}|{DIGITS}){SCALE}?)"
PLAIN = rf"(?:{IN_DIGITS}|\b(?:{NUMBER_WORDS})(?:{SCALE}(?: (?:and )?(?:{NUMBER_WORDS})\b)?)?|\ba (?:hundred|thousand|million|dozen)\b(?: and (?:{NUMBER_WORDS})\b)?|\bdozen\b)"
CURRENCY = r"(?:(?:US|HK|NT|NZ|[A-Z])?[$£€¥￥₹₦]|\b(?:RMB|CNY|USD|GBP|HKD|EUR|RM|MYR|SGD|INR|LKR|KES|[KTU]?Shs?|Ksh|UGX|TZS|NGN|ZAR|PHP|THB|IDR|VND|AUD|CAD|NZD|JPY|KRW|MOP|Rs\.?))"
MONEY_WORD = r"(?:(?:RMB )?yuan|RMB|renminbi|(?:US |Hong Kong )?dollars|euros|pounds|patacas|rupees|(?:Kenyan? )?shillings|ringgit|(?<=illion )won|baht|yen|naira|pesos|rupiah)\b"


def numbers(fraction: str, many: str, first: str) -> re.Pattern[str]:
    """The pattern of a number: as a fraction, as a share of ``many``, or as it stands, each with what may follow it."""
    return re.compile(
        rf"(?P<fraction>{fraction})(?P<of_number> of a (?:million|billion)\b)?"
        rf"|(?P<share>\b(?:{many}) (?:every )?(?:\d{{1,3}}|{NUMBER_WORDS})(?! (?:years|months|days)))"
        rf"|(?P<first>{first})(?:(?: ?[-–—‑~] ?| to )(?P<upper>{PLAIN})(?![-\d]))?(?P<percent> ?%| ?％| ?per ?cent(?:age points?)?\b)?(?P<money> ?{MONEY_WORD})?",
        re.IGNORECASE,
    )


DIGITS_FIRST = numbers(
    rf"(?<![\d/])\d{{1,2}}/\d{{1,2}}(?![\d/])|\b{FRACTION_OF_DIGITS}(?= of\b| the\b)",
    r"\d{1,3} (?:out of|of every)|1 in(?= \d{1,3} [a-z])",
    IN_DIGITS,
)
WORDS_FIRST = numbers(
    rf"\b(?:{FRACTION}|[Hh]alf)(?= (?:of|the|are|were|have|live|come|belong|hold)\b)",
    rf"(?:{NUMBER_WORDS}) (?:out of|of every)|(?:one|two|three|four|five|six|seven|eight|nine) in",
    PLAIN,
)
ALONE = re.compile(r"(?P<first>\d+|\b[A-Za-z]+)")
SIMPLE = UNITS.keys() | TENS.keys()
GOES_ON = (
    SCALES.keys()
    | DIVISORS.keys()
    | {f"{part}s" for part in DIVISORS}
    | frozenset("to out of in per percent percentage percentages ten yuan rmb renminbi us hong".split())
    | frozenset("dollars euros pounds patacas rupees".split())
)
"""Words with which the patterns above go on, in small letters."""
LASTING = re.compile(rf"(?:\d|\b(?:{NUMBER_WORDS}|last|next|past|this|few|whole|entire)) years?\s?$", re.IGNORECASE)
"""'in two years 73 teachers': the years are counted, and label nothing."""
COUNTING = re.compile(r"[a-z]{3}s (?:now )?number $|\b(?:will|to|would|can|jointly) form $")
"""'the schools number 45', 'will form 3 more groups': a verb."""
WORD_LETTERS = f"{ascii_letters}."
NUMBER_LETTERS = re.compile(r"[Dwd/](?:(?<=[Dw])|(?<=d)(?=[wg])|(?<=/)(?=x-D))")
"""Where a number may start: at digits, number words, "a third" and a proxy's "/kloc-0"."""
ARTICLES = frozenset({"the", "an"})
"""Determiners that are no part of a number."""
OPENING_QUOTES = ('"', "“", "‘", "'", "「", "《")
DOUBTFUL = WORDS["labelling"] | {*OPENING_QUOTES, ".", ""}
"""The tokens before a number that may be a label, in small letters."""
ENUMERATED = re.compile(r"\s*[.)、．）]")
BEFORE_DURATION = frozenset("more additional full whole consecutive school calendar academic working odd to".split())
OUT_OF = re.compile(r" (?:out of|in|of) (?:every )?", re.IGNORECASE)
RANGE_END = re.compile(rf"(?P<digits>\d[\d,.]*){SCALE}", re.IGNORECASE)
NO_NUMBER = re.compile(r"0\d{3}|0\d [A-Z]")
"""'01422 555 0163', and at the head of a line '02 Guests'."""
RATIO = re.compile(r"\bratio\b.{0,20}$")
BETWEEN = re.compile(rf" and (?P<upper>{PLAIN})", re.IGNORECASE)
BEFORE_CURRENCY = re.compile(rf"{CURRENCY} ?$")
CURRENCY_ENDS = frozenset("$£€¥￥₹₦BDMNPRSWXYhs.")
"""The last characters of currencies before a number."""
BEFORE_NAME = re.compile(r"(?:[#$£€¥￥+*=〔\[]|\d[.:/]|\b\d+-|\bNo\.? ?|[A-Za-z]\d*-|\b[A-Z]{1,4}\d*|x{2,}|[‐-―−]\d*)$")
AFTER_NAME = re.compile(
    r"(?:x{2,}|-[ ,]|:\d|\.\d|\+|[-–]\d|/\d|\d|(?:st|nd|rd|th)\b|[A-Z]{1,2}\b|\s*[)）、.．]\s*(?=[A-Z])(?<!\d{3}[).])|(?!(?-i: (?:Year|Grade|Level) (?:\d|[A-Z][a-z]+ [a-z])))[-‑ ]?(?:year|month|day|hour|week|minute|character|star|grade|point|story|storey|level)s?-?(?:old|long)?\b"
    r"|(?-i:(?: [A-Z][a-z]+){1,4} (?:Road|Street|Avenue|Lane)\b(?! (?:[A-Z]|[a-z]+ school))))",
    re.IGNORECASE,
)
"""'180 Year 7 pupils' is no duration; '12 Linxi South Road' is an address."""
SQUARE = re.compile(
    r"[- ]?(?P<unit>(?:km|m)2\b|(?:square|cubic)[- ](?:kilo)?met(?:er|re)s?|sq ?m\b|hectares?|mu\b|acres?|MT\b|kilomet(?:er|re)s?|km\b|m²|km²|(?:lit(?:er|re)s|tonnes|tons|kilograms|kg)(?: of [a-z]+)?\b|(?:kilo|mega)?watts?\b|[kMG]Wh?\b|met(?:er|re)s?\b|ton\b|tonne\b|kilogram\b|miles?\b)"
)
SPOKEN = 40
"""How many code points between quotation marks are speech, and no term."""
GRADES = frozenset({"year", "term"})
TEASERS = (
    "Guess you like",
    "You may also like",
    "You might also like",
    "Related stories",
    "Related articles",
    "ALSO READ",
)
"""How lines begin that only point to other articles."""
SHORT_QUOTE = re.compile(r"[\"“][^\"“”\n]{3,70}[\"”]")
SMALL_NUMBER = re.compile(r"\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)


@value
class Number:
    """One number in a sentence, before its unit is known: its first token, span, value and kind."""

    token: int
    start: int
    end: int
    value: int | float
    upper: int | float | None
    measure: Measure
    unit: tuple[int, int] | None = None


class Numerals:
    """The numbers of one text; ``taken`` are the spans of dates and titles, in which numbers count nothing."""

    def __init__(self, marked: Marked, taken: Iterable[Span]) -> None:
        self.marked, self.tags, self.string = marked, marked.tags, marked.text.string
        ordered = sorted(taken, key=attrgetter("start"))
        self.taken = [span.start for span in ordered]
        self.taken_up_to = list(accumulate((span.end for span in ordered), max))
        self.quoted = False
        """Whether the sentence that is read has quotation marks."""

    def numbers(self) -> list[tuple[Sentence, Number]]:
        """The numbers that may count something, with their sentences, left to right, none inside another."""
        found: list[tuple[Sentence, Number]] = []
        string, starts, letters, small = self.string, self.tags.starts, self.tags.letters, self.tags.small
        text, taken, taken_up_to = self.marked.text, self.taken, self.taken_up_to
        position, end = 0, 0
        for token in NUMBER_LETTERS.finditer(letters):
            n = token.start()
            start = starts[n]
            if start < position or small[n] in ARTICLES:
                continue
            before = bisect_right(taken, start)
            if before and taken_up_to[before - 1] > start:
                position = taken_up_to[before - 1]
                continue
            if start >= end:
                sentence = text.sentences[bisect_right(text.starts, start) - 1]
                end = sentence.end
                if sentence.block.role == "meta" or string.startswith(TEASERS, sentence.start):
                    position = end
                    continue
                first, last = self.tags.of(sentence)
                self.quoted = letters.find('"', first, last) >= 0
            pattern = WORDS_FIRST if string[start].isalpha() else DIGITS_FIRST
            match = (ALONE if self.stands_alone(n) else pattern).match(string, start, end)
            if match is None:
                continue
            position = match.end()
            before = bisect_left(taken, position)
            if before and taken_up_to[before - 1] > start:
                position = min(position, taken_up_to[before - 1])  # '2018 to 23 in 2023' is no range
                continue
            left = string[max(sentence.start, start - 24) : start]
            number = None if self.is_no_count(match, n, left, sentence) else self.number(match, n, left, sentence)
            if number is not None:
                position = number.end
                found.append((sentence, number))
        return found

    def stands_alone(self, n: int) -> bool:
        """Whether an ordinary word follows the number at token ``n``, which then is all of it: '36 classes'."""
        following = self.tags.small[n + 1]
        return (
            following.isalpha()
            and following.isascii()
            and following not in GOES_ON
            and self.tags.letters[n + 1] != "w"
            and (self.tags.words[n].isdigit() or self.tags.small[n] in SIMPLE)
        )

    def is_no_count(self, match: re.Match[str], n: int, left: str, sentence: Sentence) -> bool:
        """Whether a number, token ``n`` behind the words ``left``, is a label, a part of a name, a slogan, an age, a time or a duration."""
        start, end = match.span()
        if self.string[start] == "0" and NO_NUMBER.match(self.string, start) and (not left or end - start > 3):
            return True
        doubtful = left[-1:] != " " or is_among(DOUBTFUL, self.tags.small[n - 1]) or "ratio" in left
        label = doubtful and (self.is_label(left) or (not left and ENUMERATED.match(self.string, end, end + 3)))
        if label and not self.is_spoken(left, start, sentence):
            return True
        if self.string.startswith(('"', "”"), end) or (self.quoted and self.is_in_slogan(start, sentence)):
            return True
        name = self.marked.name_over(start, end)
        return (name is not None and self.is_in(name, start)) or self.is_duration(match, sentence)

    def is_spoken(self, left: str, start: int, sentence: Sentence) -> bool:
        """Whether a number opens what somebody says, and not a term in quotation marks: '"34 teachers move in three years, …'."""
        if not left.endswith(('"', "“")):
            return False
        closing = next((n for n in (self.string.find(mark, start, sentence.end) for mark in '"”') if n >= 0), -1)
        return closing < 0 or closing - start > SPOKEN

    def is_label(self, left: str) -> bool:
        """Whether what stands before a number makes it a part of a name, a label, a quotation or a ratio."""
        bare = left.endswith(" ") and not left.endswith(("No ", "No. "))
        if not bare and BEFORE_NAME.search(left) and not BEFORE_CURRENCY.search(left):
            return True
        if left.rstrip(" ").endswith(OPENING_QUOTES) or RATIO.search(left):
            return True
        return last_word(left).lower() in WORDS["labelling"] and not COUNTING.search(left) and not LASTING.search(left)

    def is_in(self, name: Name, start: int) -> bool:
        """Whether a number is part of a name over it: 'Two Rivers Federation', 'Model 99 School', not 'five Dongguan schools'."""
        letters = self.tags.letters[name.first : name.last]
        if not name.proper or name.span.start > start:
            return False
        if name.span.start < start:
            return "D" in letters
        return letters[0] == "w" and self.tags.letters[name.head] not in "kv"

    def is_in_slogan(self, start: int, sentence: Sentence) -> bool:
        """Whether a number stands in short quotation marks with other numbers: "one net, two buses, three tables"."""
        for quoted in SHORT_QUOTE.finditer(self.string, sentence.start, sentence.end):
            if quoted.start() < start < quoted.end():
                spoken = quoted.group()[-2] in ",.!?"
                return len(SMALL_NUMBER.findall(quoted.group())) > 1 + spoken
        return False

    def is_duration(self, match: re.Match[str], sentence: Sentence) -> bool:
        """Whether what follows a number makes it a duration, an age, a time, an ordinal or part of a pattern."""
        if match.lastgroup in {"percent", "money", "fraction", "of_number"}:
            return False
        end = match.end()
        if AFTER_NAME.match(self.string, end, sentence.end) and not SQUARE.match(self.string, end):
            return True
        n = self.tags.at(end)
        if WORDS["duration"].isdisjoint(self.tags.small[n : n + 3]):
            return False
        if self.tags.letters[n] in ",&;" or (self.tags.small[n] in GRADES and self.tags.letters[n + 1] in "Dw"):
            return False
        last = min(n + 3, self.tags.bounds[sentence.number][1])
        following = [self.tags.small[k] for k in range(n, last) if self.tags.letters[k].isalpha()]
        if following and following[0] in BEFORE_DURATION:
            following = following[1:]
        return bool(following) and following[0] in WORDS["duration"]

    def number(self, match: re.Match[str], n: int, left: str, sentence: Sentence) -> Number | None:
        """The value and kind of a number, token ``n`` behind the words ``left``."""
        kind = match.lastgroup
        if kind in {"fraction", "of_number", "share"}:
            return part(match, n)
        start, end = match.span()
        value, upper = plain(match["first"]), None
        if kind != "first" and match["upper"]:
            if left[-5:].lower() == "from ":
                end = match.end("first")
            else:
                upper = plain(match["upper"])
                value = scaled(value, match["first"], upper, match["upper"])
        if upper is None and left[-8:].lower() == "between " and kind != "percent":
            second = BETWEEN.match(self.string, match.end("first"), sentence.end)
            if second:
                upper, end = plain(second["upper"]), second.end("upper")
                if self.tags.small[self.tags.at(end)] in WORDS["duration"]:
                    return None
        if value is None or (upper is not None and upper <= value):
            return None
        if left.rstrip()[-1:] in CURRENCY_ENDS:
            currency = BEFORE_CURRENCY.search(self.string, max(sentence.start, start - 6), start)
            if currency:
                unit = currency.start() + len(currency.group().rstrip())
                n = self.tags.at(currency.start())
                return Number(n, currency.start(), end, value, upper, "money", (currency.start(), unit))
        if kind == "money":
            unit = match.start("money") + len(match["money"]) - len(match["money"].lstrip())
            return Number(n, start, end, value, upper, "money", (unit, match.end("money")))
        if kind == "percent":
            return Number(n, start, end, value, upper, "percent")
        square = SQUARE.match(self.string, end, sentence.end)
        if square:
            return Number(n, start, square.end(), value, upper, "measure", square.span("unit"))
        return Number(n, start, end, value, upper, "count")


def scaled(value: float | None, first: str, upper: float | None, last: str) -> int | float | None:
    """The lower end of a range, by the scale of the upper one: '100 to 300 thousand' begins at 100,000."""
    digits = RANGE_END.fullmatch(last)
    above = plain(digits["digits"]) if digits else None
    if value is None or upper is None or above is None or not first.isdigit() or value >= above:
        return value
    return whole(value * upper / above)


def part(match: re.Match[str], n: int) -> Number | None:
    """A fraction or a share that begins with token ``n``: 'a third', 'one third of a million', '3 out of 5'."""
    start, end = match.span()
    if match["share"]:
        upper, lower = (plain(each) for each in OUT_OF.split(match["share"]))
        return Number(n, start, end, percent(upper / lower), None, "percent") if upper is not None and lower else None
    share = fraction(match["fraction"])
    if share is None or not match["of_number"]:
        return Number(n, start, end, share, None, "percent") if share is not None else None
    scale = plain(match["of_number"][6:])
    return Number(n, start, end, round(share * scale / 100), None, "count") if scale else None


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
