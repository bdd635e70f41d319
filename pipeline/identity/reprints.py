"""Which documents print the same text: one release on five sites is one event.

Texts are compared by their shingles (A. Broder 1997): runs of five characters in Chinese, of four words elsewhere. Of
each text the smallest hashes are kept; the share that two texts have in common among the smallest of both estimates how
much of the texts is the same. A text whose numbers are others is a new edition, not a reprint.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from zlib import crc32

from extractors.script import folded
from pipeline.records import Document

SIZE = 256
"""Hashes kept of each text; the estimate errs by some three hundredths."""
LOOKED_UP = 12
"""By so many of the smallest hashes a text is looked up: near-duplicates share one of them all but surely."""
HITS, NEAREST, COMMON = 3, 5, 200
"""So many of these two texts share, so many of the nearest are compared in full, so many texts have a common phrase."""
LEAST = 20
"""A text of fewer shingles says too little to be anybody's reprint."""
SAME = 0.75
"""Texts that have this much in common are one: sites cut a sentence or add a line."""
SAME_NUMBERS = 0.75
HAN = re.compile(r"[㐀-鿿]")
SIGN = re.compile(r"[^\W_]")
WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
KNOWN_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to compare it by; ``when`` orders documents, those of an unknown day last."""

    document: str
    when: tuple[str, str]
    hashes: tuple[int, ...]
    numbers: frozenset[str]


def sketch(document: Document) -> Sketch:
    """What is kept of a document's article, without title, dateline and furniture."""
    text = folded(" ".join(document.text[b.start : b.end] for b in document.blocks if b.role == "body")).casefold()
    hashes = {crc32(shingle.encode()) for shingle in shingles(text)}
    published = document.published or ""
    when = published if KNOWN_YEAR.match(published) else "~"
    numbers = frozenset(NUMBER.findall(text))
    return Sketch(document.id, (when, document.retrieved_at or "~"), tuple(nsmallest(SIZE, hashes)), numbers)


def shingles(text: str) -> Iterator[str]:
    """The runs of five characters of a Chinese text, of four words of another one.

    >>> list(shingles("教育集团，成立。")), list(shingles("The group has four schools."))
    (['教育集团成', '育集团成立'], ['The group has four', 'group has four schools'])
    """
    if len(HAN.findall(text)) * 4 > len(text):
        signs = "".join(SIGN.findall(text))
        return (signs[at : at + 5] for at in range(max(1, len(signs) - 4)))
    words = WORD.findall(text)
    return (" ".join(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def reprints(sketches: Iterable[Sketch]) -> dict[str, str]:
    """Each reprint with its original: the earliest document of the same text.

    A reprint is compared with the original alone, so that no chain of small changes makes one of two texts.
    """
    found: dict[str, str] = {}
    lookup: dict[int, list[Sketch]] = defaultdict(list)
    for each in sorted(sketches, key=lambda sketch: sketch.when):
        if len(each.hashes) < LEAST:
            continue
        best = max(_near(each, lookup), key=lambda known: common(known, each), default=None)
        if best is not None and common(best, each) >= SAME and _same_numbers(best, each):
            found[each.document] = best.document
            continue
        for value in each.hashes[:LOOKED_UP]:
            lookup[value].append(each)
    return found


def _near(each: Sketch, lookup: Mapping[int, Sequence[Sketch]]) -> list[Sketch]:
    """The originals that share the most of a text's smallest hashes; phrases that many texts have find none."""
    listed = (lookup.get(value, ()) for value in each.hashes[:LOOKED_UP])
    known = {found.document: found for own in listed if len(own) <= COMMON for found in own}
    ours = set(each.hashes[:LOOKED_UP])
    shared = {name: len(ours.intersection(found.hashes[:LOOKED_UP])) for name, found in known.items()}
    return [known[name] for name in nlargest(NEAREST, shared, key=lambda name: shared[name]) if shared[name] >= HITS]


def common(a: Sketch, b: Sketch) -> float:
    """How much of two texts is the same, 0 to 1: the Jaccard coefficient of their shingles, estimated."""
    ours, theirs = set(a.hashes), set(b.hashes)
    smallest = nsmallest(SIZE, ours | theirs)
    return len(ours.intersection(theirs, smallest)) / (len(smallest) or 1)


def _same_numbers(a: Sketch, b: Sketch) -> bool:
    either = a.numbers | b.numbers
    return not either or len(a.numbers & b.numbers) / len(either) >= SAME_NUMBERS
