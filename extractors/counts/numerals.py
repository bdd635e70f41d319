"""Numbers in English sentences: where they stand, what they are worth, and which of them count nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter
from string import ascii_letters

from extractors.counts.phrases import WORDS, is_among
from extractors.counts.written import (
    ALONE,
    BEFORE_CURRENCY,
    BETWEEN,
    CURRENCY_ENDS,
    DIGITS_FIRST,
    GOES_ON,
    RANGING,
    SIMPLE,
    SQUARE,
    WORDS_FIRST,
    Number,
    part,
    scaled,
)
from extractors.names.institutions import Name
from extractors.names.marked import Marked
from extractors.numbers import WORDS as NUMBER_WORDS
from extractors.numbers import plain
from extractors.text import Sentence, Span

LASTING = re.compile(
    rf"(?:\d|\b(?:{NUMBER_WORDS}|last|next|past|this|the|that|same|each|previous|current|few|whole|entire)) years?\s?$",
    re.IGNORECASE,
)
"""'in two years 73 teachers': the years are counted, and label nothing."""
COUNTING = re.compile(r"[a-z]{3}s (?:now )?number $|\b(?:will|to|would|can|jointly) form $")
"""'the schools number 45', 'will form 3 more groups': a verb."""
WORD_LETTERS = f"{ascii_letters}."
NUMBER_LETTERS = re.compile(r"[Dwd/](?:(?<=[Dw])|(?<=d)(?=[wg])|(?<=/)(?=x-D))")
"""Where a number may start: at digits, number words, "a third" and a proxy's "/kloc-0"."""
ARTICLES = frozenset({"the", "an"})
"""Determiners that are no part of a number."""
OPENING_QUOTES = ('"', "“", "‘", "'", "「", "《")
OWNED = ("s' ", "s’ ")
"""'the campus' 64 teachers'."""
DOUBTFUL = WORDS["labelling"] | {*OPENING_QUOTES, ".", ""}
"""The tokens before a number that may be a label, in small letters."""
ENUMERATED = re.compile(r"\s*[.)、．）]")
BEFORE_DURATION = frozenset("more additional full whole consecutive school calendar academic working odd to".split())
NO_NUMBER = re.compile(r"0\d{3}|0\d [A-Z]")
"""'01422 555 0163', and at the head of a line '02 Guests'."""
RATIO = re.compile(r"\bratio\b.{0,20}$")
BEFORE_NAME = re.compile(r"(?:[#$£€¥￥+*=〔\[]|\d[.:/]|\b\d+-|\bNo\.? ?|[A-Za-z]\d*-|\b[A-Z]{1,4}\d*|x{2,}|[‐-―−]\d*)$")
AFTER_NAME = re.compile(
    r"(?:x{2,}|-[ ,]|:\d|\.\d|\+(?! [a-z])|[-–]\d|/\d|\d|(?:st|nd|rd|th)\b|[A-Z]{1,2}\b|\s*[)）、.．]\s*(?=[A-Z])(?<!\d{3}[).])|(?!(?-i: (?:Year|Grade|Level) (?:\d|[A-Z][a-z]+ [a-z])))[-‑ ]?(?:year|month|day|hour|week|minute|character|star|grade|point|story|storey|level)s?-?(?:old|long)?\b"
    r"|(?-i:(?: [A-Z][a-z]+){1,4} (?:Road|Street|Avenue|Lane)\b(?! (?:[A-Z]|[a-z]+ school))))",
    re.IGNORECASE,
)
"""'180 Year 7 pupils' is no duration; '12 Linxi South Road' is an address."""
SPOKEN = 40
"""How many code points between quotation marks are speech, and no term."""
GRADES = frozenset({"year", "term"})
TEASERS = (
    "Older post",
    "Newer post",
    "Previous period",
    "Next period",
    "Previous article",
    "Next article",
    "Also in this issue",
    "You may be interested",
    "Recommended reading",
    "Guess you like",
    "You may also like",
    "You might also like",
    "Related stories",
    "Related articles",
    "ALSO READ",
    "Read next",
)
"""How lines begin that only point to other articles."""
SHORT_QUOTE = re.compile(r"[\"“][^\"“”\n]{3,70}[\"”]")
ROOF = re.compile(rf"(?:(?:\d|{NUMBER_WORDS}) [\w-]+, ){{1,3}}one [\w-]+(?: [\w-]+)?(?:[:!?]|$)", re.IGNORECASE)
SMALL_NUMBER = re.compile(r"\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)


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
                if (sentence.block.role != "body" and self.is_idle(sentence)) or string.startswith(
                    TEASERS, sentence.start
                ):
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

    def is_idle(self, sentence: Sentence) -> bool:
        """Whether the numbers of a line above the text count nothing: 'Two campuses, five gates, one timetable: …'."""
        return sentence.block.role == "meta" or ROOF.match(self.string, sentence.start, sentence.end) is not None

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
        if "ratio" in left and match.lastgroup != "percent" and RATIO.search(left):
            return True
        doubtful = left[-1:] != " " or is_among(DOUBTFUL, self.tags.small[n - 1])
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
        if left.rstrip(" ").endswith(OPENING_QUOTES) and not left.endswith(OWNED):
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

    def is_ratio(self, start: int, sentence: Sentence) -> bool:
        """Whether two numbers joined by "to" are the ratio that the words before them name."""
        return self.string.find("ratio ", max(sentence.start, start - 70), start) >= 0

    def number(self, match: re.Match[str], n: int, left: str, sentence: Sentence) -> Number | None:
        """The value and kind of a number, token ``n`` behind the words ``left``."""
        kind, closing = match.lastgroup, match
        if kind in {"fraction", "of_number", "share"}:
            return part(match, n)
        start, end = match.span()
        value, upper = plain(match["first"]), None
        if kind != "first" and match["upper"]:
            if left[-5:].lower() == "from " and not left.endswith(RANGING):
                end = match.end("first")
            else:
                upper = plain(match["upper"])
                value = scaled(value, match["first"], upper, match["upper"])
        if upper is None and kind != "percent" and left.endswith("etween "):
            second = BETWEEN.match(self.string, match.end("first"), sentence.end)
            if second:
                upper, end, kind, closing = plain(second["upper"]), second.end(), second.lastgroup, second
                if self.tags.small[self.tags.at(end)] in WORDS["duration"]:
                    return None
        if value is None or (upper is not None and (upper <= value or self.is_ratio(start, sentence))):
            return None
        if left.rstrip()[-1:] in CURRENCY_ENDS:
            currency = BEFORE_CURRENCY.search(self.string, max(sentence.start, start - 6), start)
            if currency:
                unit = currency.start() + len(currency.group().rstrip())
                n = self.tags.at(currency.start())
                return Number(n, currency.start(), end, value, upper, "money", (currency.start(), unit))
        if kind == "money":
            unit = closing.start("money") + len(closing["money"]) - len(closing["money"].lstrip())
            return Number(n, start, end, value, upper, "money", (unit, closing.end("money")))
        if kind == "percent":
            return Number(n, start, end, value, upper, "percent")
        square = SQUARE.match(self.string, end, sentence.end)
        if square:
            return Number(n, start, square.end(), value, upper, "measure", square.span("unit"))
        return Number(n, start, end, value, upper, "count")


def last_word(text: str) -> str:
    """The word that a text ends with, white space behind it left out; empty where it ends with none.

    >>> last_word("under Grade "), last_word("in 2"), last_word("No.")
    ('Grade', '', 'No.')
    """
    text = text.removesuffix("\n")
    text = text[:-1] if text[-1:].isspace() else text
    return text[len(text.rstrip(WORD_LETTERS)) :]
