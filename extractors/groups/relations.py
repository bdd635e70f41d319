"""Every way in which English prose says that schools lead a group or belong to it, and which of them fit a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import reduce
from operator import or_

from extractors.groups.joining import BELONGING
from extractors.groups.leading import LEADING
from extractors.groups.relation import Relation

RELATIONS = (*BELONGING, *LEADING)


def bits() -> dict[str, int]:
    """What each beginning of a word has to do with the relations, a bit for each: as a cue, and above those as a further one."""
    found: dict[str, int] = {}
    for place, known in enumerate(RELATIONS):
        for words, bit in ((known.cues, 1 << place), (known.further, 1 << place + len(RELATIONS))):
            found |= {word: found.get(word, 0) | bit for word in words}
    return found


BITS = bits()


def fitting(words: Set[str], string: str) -> Iterator[Relation]:
    """The relations, in their order, whose patterns can match a folded sentence; ``words`` are the beginnings of its words."""
    found = reduce(or_, map(BITS.__getitem__, BITS.keys() & words), 0)
    both = found & (found >> len(RELATIONS))
    has_stem: dict[tuple[str, ...], bool] = {(): True}
    while both:
        lowest = both & -both
        both ^= lowest
        known = RELATIONS[lowest.bit_length() - 1]
        stems = known.stems
        if stems not in has_stem:
            has_stem[stems] = any(map(string.__contains__, stems))
        if has_stem[stems] and (known.tail is None or known.tail.search(string)):
            yield known
