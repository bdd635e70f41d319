"""Every way in which English prose says that schools lead a group or belong to it, and which of them fit a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import reduce
from operator import or_

from extractors.groups.having import HAVING
from extractors.groups.joining import JOINING
from extractors.groups.leading import LEADING
from extractors.groups.relation import Relation

RELATIONS = (*HAVING, *JOINING, *LEADING)


def bits() -> dict[str, int]:
    """What each beginning of a word has to do with the relations, a bit for each: as a cue, and above those as a further one."""
    found: dict[str, int] = {}
    for place, known in enumerate(RELATIONS):
        for words, bit in ((known.cues, 1 << place), (known.further, 1 << place + len(RELATIONS))):
            found |= {word: found.get(word, 0) | bit for word in words}
    return found


BITS = bits()
ROWS = dict(enumerate(((known, known.stems, known.tail) for known in RELATIONS), 1))
"""The relations by the place of their bit, which counts from one, with what is asked of a sentence before their patterns."""


def fitting(words: Set[str], string: str) -> Iterator[Relation]:
    """The relations, in their order, whose patterns can match a folded sentence; ``words`` are the beginnings of its words."""
    found = reduce(or_, map(BITS.__getitem__, BITS.keys() & words), 0)
    both = found & (found >> len(RELATIONS))
    contains = string.__contains__
    told: dict[tuple[str, ...], bool] = {(): True}
    while both:
        lowest = both & -both
        both ^= lowest
        known, stems, tail = ROWS[lowest.bit_length()]
        if stems not in told:
            told[stems] = any(map(contains, stems))
        if told[stems] and (tail is None or tail.search(string)):
            yield known
