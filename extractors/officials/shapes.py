"""The words that posts are made of, and how the tokens of a sentence look to who searches them for people and posts."""

from __future__ import annotations

import re
from itertools import compress, count
from operator import ne, or_

from extractors.names.institutions import Name
from extractors.names.lexicon import load
from extractors.names.marked import Marked
from extractors.names.people import ELSEWHERE, PINYIN
from extractors.names.tags import Tags, plural
from extractors.text import Sentence

WORDS = load("extractors.officials", "en")
PLURALS = frozenset(plural(head) for head in WORDS["head"])
BODIES = WORDS["public_body"] | WORDS["school_body"] | WORDS["other_body"]
FAMILY_NAMES = PINYIN | ELSEWHERE
LIKE_PERSON = re.compile(r"P(?:-[Px])?j{0,2}P|ZP|P,d?[xmMgGcClLbB]{0,3}[tT]|xx,d?[mMgG]{0,3}[tT]")
"""What every person has who has no family name of the lists."""
THEIR = frozenset({"same", "our", "its", "their", "his", "her"})
PECULIAR = frozenset({"person", "deputy", "editor", "group"})
"""What may open a title that is no noun with qualifying words."""
WATCHED = THEIR | BODIES | PLURALS | FAMILY_NAMES | PECULIAR | {"to", "with", "parents"}
"""Words that may be more to an item than their letter says."""
AN, OTHER = "!", "?"
"""What stands for an article that is a family name too, and for any other word with a capital or of ``WATCHED``."""


def may_name_a_person(marked: Marked, sentence: Sentence) -> bool:
    """Whether a sentence has what every item that is a person has; nobody's name begins inside that of a body."""
    tags = marked.tags
    first, last = tags.of(sentence)
    place = first
    while match := LIKE_PERSON.search(tags.letters, place, last):
        body = name_at(marked, match.start())
        if body is None:
            return True
        place = body.last
    words, small = tags.words[first:last], tags.small[first:last]
    for n in compress(count(first), map(ne, words, small)):
        if tags.small[n] in FAMILY_NAMES and ((body := name_at(marked, n)) is None or body.first == n):
            return True
    return False


def name_at(marked: Marked, n: int) -> Name | None:
    """The name that the n-th token is part of."""
    start = marked.tags.starts[n]
    return marked.name_over(start, start + 1)


def seen(tags: Tags, first: int, last: int) -> str:
    """The letters of a sentence's tokens, with signs for the words that are looked at more closely."""
    words, small = tags.words[first:last], tags.small[first:last]
    letters = list(tags.letters[first:last])
    for n in compress(count(), map(or_, map(ne, words, small), map(WATCHED.__contains__, small))):
        if letters[n] not in "doisf&":
            letters[n] = OTHER
        elif small[n] in FAMILY_NAMES:
            letters[n] = AN
    return "".join(letters)


def joined(tags: Tags, n: int, last: int) -> list[tuple[str, int]]:
    """Words from token n on, hyphened ones as one, each with the token after it, up to the first that is no word."""
    letters, words = tags.letters, tags.words
    found: list[tuple[str, int]] = []
    while n < last and letters[n].isalpha():
        word, after = words[n], n + 1
        while (
            after + 1 < last
            and letters[after] == "-"
            and tags.starts[after] == tags.end(after - 1)
            and letters[after + 1].isalpha()
        ):
            word, after = f"{word}-{words[after + 1]}", after + 2
        found.append((word, after))
        n = after
    return found
