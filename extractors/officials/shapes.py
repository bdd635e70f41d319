"""The words that posts are made of, and how the tokens of a sentence look to who searches them for people and posts."""

from __future__ import annotations

import re
from itertools import compress, count
from operator import ne, or_

from extractors.names.lexicon import load
from extractors.names.people import ELSEWHERE, PINYIN
from extractors.names.tags import Tags, plural

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


def may_name_a_person(tags: Tags, first: int, last: int) -> bool:
    """Whether tokens ``first`` up to and without ``last`` have what every item that is a person has."""
    if LIKE_PERSON.search(tags.letters, first, last):
        return True
    words, small = tags.words[first:last], tags.small[first:last]
    return not FAMILY_NAMES.isdisjoint(compress(small, map(ne, words, small)))


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
