"""When two printed texts count as the same. The definitions are those of ``annotation/score.py``, to the letter."""

from __future__ import annotations

import re
import unicodedata

CJK = "㐀-鿿"
MARKS = str.maketrans("’‘“”«»–—‐‑・•", '\'\'""""----··')
TITLE_BRACKETS = re.compile(r"[《》〈〉「」『』【】]")
SPACE = re.compile(r"\s+")
ARTICLE = re.compile(r"^(the|a|an) ")
SPACED_MARK = re.compile(r"\s*([-'’.,/&()])\s*")
SPACE_AT_CJK = re.compile(rf"(?<=[{CJK}]) | (?=[{CJK}])")
DIGITS = re.compile(r"\d+")
PREPOSITION = re.compile(r" (?:of|for|in|with|at|on|from|to|under|per|that|who|which)\b")
CONJUNCTION = re.compile(r",| and | or |/|&")
PLURALS = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("s", ""))


def norm(text: str | None) -> str:
    """A text without the differences that do not count: case, width, quotes, brackets, an article, white space.

    >>> norm("The  “Song Shan” School - East")
    '"song shan" school-east'
    """
    text = unicodedata.normalize("NFKC", text or "").casefold().translate(MARKS)
    text = TITLE_BRACKETS.sub(" ", text)
    text = SPACE.sub(" ", text).strip(" \t\n.,;:，。；：、\"'")
    text = SPACED_MARK.sub(r"\1", ARTICLE.sub("", text))
    return SPACE_AT_CJK.sub("", text)


def overlap(a: str | None, b: str | None) -> bool:
    """The longest shared run is at least half of the shorter text, and where either has digits they share a number.

    >>> overlap("69 education groups", "69 groups"), overlap("69 groups", "70 groups")
    (True, False)
    """
    a, b = norm(a), norm(b)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    half = (len(short) + 1) // 2
    if not any(short[at : at + half] in long for at in range(len(short) - half + 1)):
        return False
    digits_a, digits_b = set(DIGITS.findall(a)), set(DIGITS.findall(b))
    return bool(digits_a & digits_b) or not (digits_a or digits_b)


def singular(word: str) -> str:
    """An English noun without the ending of its plural, by its letters alone.

    >>> singular("parties"), singular("churches"), singular("class")
    ('party', 'church', 'class')
    """
    for ending, stem in PLURALS:
        if word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + stem
    return word


def heads(unit: str) -> set[str]:
    """Head nouns of an English noun phrase: the last word before a preposition, of each part of an 'and' list.

    >>> sorted(heads("member schools and kindergartens of the city"))
    ['kindergarten', 'school']
    """
    parts = CONJUNCTION.split(PREPOSITION.split(unit)[0])
    return {singular(part.split()[-1]) for part in parts if part.split()}


def same_unit(a: str | None, b: str | None) -> bool:
    """Units with a head noun in common; in Chinese one ends in the other.

    >>> same_unit("group members", "members"), same_unit("所学校", "学校"), same_unit("students", None)
    (True, True, False)
    """
    a, b = norm(a), norm(b)
    if not a or not b:
        return a == b
    if re.search(rf"[{CJK}]", a + b):
        return a.endswith(b) or b.endswith(a)
    return bool(heads(a) & heads(b))


def same_title(a: str, b: str) -> bool:
    """Titles of documents: equal, or one contains the other and is at least 80 % of it, with equal digits."""
    a, b = norm(a), norm(b)
    short, long = sorted((a, b), key=len)
    contained = bool(short) and short in long and len(short) >= 0.8 * len(long)
    return a == b or (contained and DIGITS.findall(a) == DIGITS.findall(b))
