"""What the words around a date tell of it: whether it is to come, heads a part of the text, or stands in one sentence with another."""

from __future__ import annotations

import re

from extractors.leaps import leaping
from extractors.mentions import DateMention, Found
from extractors.script import folded, simplified

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
FUTURE = re.compile(
    leaping(
        rf"\b(?:will|plans? to|expected|by (?:the end of )?(?:20\d\d|{MONTH})|are to|is to|to be|to become|is \w+ing|scheduled|next year)"
    )
    + r"\b"
)
PLANNED = re.compile(
    r"将(?:于|在|从|正式|全面|陆续|举行|召开|开学|启用|投入|建成|完成|竣工|开工|迎来|实现)|预计|确保|拟[于在定]|计划[于在]|力争|即将|明年|届时|有望"
)
"""What tells in Chinese, in simplified characters, that a sentence speaks of what is to come; 将 alone may not."""
FOUNDED_IN = re.compile("[立办建]于$")
"""Before a year that is only the age of what a sentence speaks of: 成立于2019年的集团9月迁入新址."""
HAN = re.compile(r"[㐀-鿿]")
FEW_WORDS = 8
"""How many words a short line of a date has; two Chinese characters are as much as a word."""
DONE = re.compile(
    r"(?<!be )(?<!to be )\b(?!planned|scheduled|expected)(?:\w{2,}ed|held|set up|built|began) (?:in|on|since) $"
)
"""'a plan released in May': over, whatever the rest of the sentence expects."""
HEADED = re.compile(r"\W*(?:\d\W+)?(?:[\w-]+ ){0,3}?(?:plans?|goals|targets|priorities|outlook)\b", re.IGNORECASE)
"""The heading of a part that is about the year it names: 'Plan of 2024', 'Our priorities for 2025'."""


def has_passed(edtf: str, published: str) -> bool:
    """Whether a month or season without a year lies before a date of publication in its year.

    >>> has_passed("XXXX-21", "2023-12-05"), has_passed("XXXX-23", "2023-03-05"), has_passed("XXXX-03", "2023")
    (True, False, False)
    """
    part = int(edtf[5:7] or 12)
    month = 3 * (part - 20) if part > 20 else part
    return len(published) > 4 and month < int(published[5:7])


def is_alone(mention: DateMention) -> bool:
    """Whether a date is all that its line has."""
    span, sentence = mention.found.span, mention.found.sentence
    beside = span.start - sentence.start + sentence.end - span.end
    return beside < 3 and sentence.quote.strip(" :") == span.quote


def is_plan(mention: DateMention) -> bool:
    """Whether a short line that ends with a year heads a plan for it."""
    quote = mention.found.sentence.quote.rstrip(" :.")
    return quote.endswith(mention.found.span.quote) and words(quote) <= FEW_WORDS and HEADED.match(quote) is not None


def ends_title(mention: DateMention) -> bool:
    """Whether a date is the end of the title: 'Education of Dahe County in 2022'."""
    sentence = mention.found.sentence
    return sentence.block.role == "title" and sentence.quote.rstrip(" .").endswith(mention.found.span.quote)


def is_ahead(mention: DateMention) -> bool:
    """Whether the sentence of a date speaks of what is to come."""
    quote = mention.found.sentence.quote
    before = mention.found.span.text[
        max(mention.found.sentence.start, mention.found.span.start - 30) : mention.found.span.start
    ]
    if DONE.search(before):
        return False
    return bool(FUTURE.search(quote)) or (not quote.isascii() and bool(PLANNED.search(simplified(quote))))


def is_age(mention: DateMention) -> bool:
    """Whether a date only says how old something is: 成立于2017年8月."""
    span = mention.found.span
    return FOUNDED_IN.search(folded(span.text[max(0, span.start - 3) : span.start])) is not None


def is_one_sentence(one: Found, other: Found) -> bool:
    """Whether two dates stand in one sentence; Chinese goes on behind ； in the same one."""
    if one.sentence.block.start != other.sentence.block.start:
        return False
    if one.sentence.number == other.sentence.number:
        return True
    first, last = sorted((one.sentence, other.sentence), key=lambda sentence: sentence.number)
    between = first.span.text[first.end - 1 : last.start]
    return "；" in between and not set(between) & set("。！？\n")


def words(text: str) -> int:
    """How many words a line has, about: two Chinese characters count as one.

    >>> words("Binhai, July 22"), words("江滨市教育局")
    (3, 3)
    """
    characters = len(HAN.findall(text))
    return max(len(text.split()), (characters + 1) // 2)


def plain_year(mention: DateMention) -> bool:
    """Whether a date states a year of its own and is no range."""
    return mention.form.edtf[:4].isdigit()
