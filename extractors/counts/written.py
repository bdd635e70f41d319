"""How English writes numbers: digits, words, fractions, shares, ranges, sums and measures, and what each is worth."""

from __future__ import annotations

import re

from extractors.mentions import Measure
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
from extractors.value import value

IN_DIGITS = rf"(?:(?:{KLOC.pattern}|{DIGITS}){SCALE}?)"
PLAIN = rf"(?:{IN_DIGITS}|\b(?:half a|{'|'.join(UNITS)}) dozen\b|\b(?:{NUMBER_WORDS})(?:{SCALE}(?: (?:and )?(?:{NUMBER_WORDS})\b)?)?|\ba (?:hundred|thousand|million|dozen)\b(?: and (?:{NUMBER_WORDS})\b)?|\bdozen\b)"
CURRENCY = r"(?:(?:US|HK|NT|NZ|[A-Z])?[$£€¥￥₹₦]|\b(?:RMB|CNY|USD|GBP|HKD|EUR|RM|MYR|SGD|INR|LKR|KES|[KTU]?Shs?|Ksh|UGX|TZS|NGN|ZAR|PHP|THB|IDR|VND|AUD|CAD|NZD|JPY|KRW|MOP|Rs\.?))"
MONEY_WORD = r"(?:(?:RMB )?yuan|RMB|renminbi|(?:US |Hong Kong )?dollars|euros|pounds|patacas|rupees|(?:Kenyan? )?shillings|ringgit|(?<=illion )won|baht|yen|naira|pesos|rupiah)\b"


def numbers(fraction: str, many: str, first: str) -> re.Pattern[str]:
    """The pattern of a number: as a fraction, as a share of ``many``, or as it stands, each with what may follow it."""
    return re.compile(
        rf"(?P<fraction>{fraction})(?P<of_number> of a (?:million|billion)\b)?"
        rf"|(?P<share>\b(?:{many}) (?:every )?(?:\d{{1,3}}(?!\d)|{NUMBER_WORDS})(?! (?:years|months|days)))"
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
OUT_OF = re.compile(r" (?:out of|in|of) (?:every )?", re.IGNORECASE)
RANGE_END = re.compile(rf"(?P<digits>\d[\d,.]*){SCALE}", re.IGNORECASE)
BETWEEN = re.compile(
    rf" and (?P<upper>{PLAIN})(?P<percent> ?%| ?per ?cent\b)?(?P<money> ?{MONEY_WORD})?", re.IGNORECASE
)
RANGING = (
    "range from ",
    "ranges from ",
    "ranged from ",
    "ranging from ",
    "vary from ",
    "varies from ",
    "varying from ",
)
"""Before a range whose ends are no change: 'Class sizes range from 14 to 31'."""
BEFORE_CURRENCY = re.compile(rf"{CURRENCY} ?$")
CURRENCY_ENDS = frozenset("$£€¥￥₹₦BDMNPRSWXYhs.")
"""The last characters of currencies before a number."""
SQUARE = re.compile(
    r"[- ]?(?P<unit>(?:km|m)2\b|(?:square|cubic)[- ](?:kilo)?met(?:er|re)s?|sq ?m\b|hectares?|mu\b|acres?|MT\b|kilomet(?:er|re)s?|km\b|k?m²|㎡|㎢|(?:lit(?:er|re)s|tonnes|tons|kilograms|kg)(?: of [a-z]+)?\b|(?:kilo|mega)?watts?\b|[kMG]Wh?\b|met(?:er|re)s?\b|m(?= (?:long|wide|high|deep|tall|above)\b)|ton\b|tonne\b|kilogram\b|miles?\b)"
)


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


def percent(share: float) -> int | float:
    """A share as a percent with two decimals."""
    value = round(100 * share, 2)
    return int(value) if value == int(value) else value
