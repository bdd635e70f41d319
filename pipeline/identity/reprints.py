"""Which documents print the same text: one release on five sites is one event.

Texts are compared by their shingles (A. Broder 1997): runs of five characters in Chinese, of four words elsewhere. Of
each text the smallest hashes are kept; the share that two texts have in common among the smallest of both estimates how
much of the texts is the same. A text whose numbers are others is a new edition, not a reprint.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from zlib import crc32

from extractors.script import folded
from pipeline.identity.shelf import Shelf
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
TABLES = """
CREATE TABLE sketch (at INTEGER PRIMARY KEY, document TEXT, published TEXT, retrieved TEXT, hashes BLOB, numbers TEXT);
CREATE TABLE looked_up (hash INTEGER, sketch INTEGER, PRIMARY KEY (hash, sketch)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to compare it by; ``when`` orders documents, those of an unknown day last."""

    document: str
    when: tuple[str, str]
    hashes: array[int]
    numbers: frozenset[str]


def sketch(document: Document) -> Sketch:
    """What is kept of a document's article, without title, dateline and furniture."""
    text = folded(" ".join(document.text[b.start : b.end] for b in document.blocks if b.role == "body")).casefold()
    hashes = {crc32(shingle.encode()) for shingle in shingles(text)}
    published = document.published or ""
    when = published if KNOWN_YEAR.match(published) else "~"
    numbers = frozenset(NUMBER.findall(text))
    return Sketch(document.id, (when, document.retrieved_at or "~"), array("I", nsmallest(SIZE, hashes)), numbers)


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


class Sketches:
    """The sketches of all documents, on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        shelf.make(TABLES)

    def add(self, each: Sketch) -> None:
        """Take in one document's; a text that says too little is left out."""
        if len(each.hashes) >= LEAST:
            row = (each.document, *each.when, each.hashes.tobytes(), " ".join(sorted(each.numbers)))
            self.shelf.execute("INSERT INTO sketch VALUES (NULL, ?, ?, ?, ?, ?)", row)

    def reprints(self) -> dict[str, str]:
        """Each reprint with its original: the earliest document of the same text.

        A reprint is compared with the original alone, so that no chain of small changes makes one of two texts.
        """
        found: dict[str, str] = {}
        for (at,) in self.shelf.execute("SELECT at FROM sketch ORDER BY published, retrieved, at"):
            each = self._sketch(at)
            best = max(map(self._sketch, self._near(each)), key=lambda known: common(known, each), default=None)
            if best is not None and common(best, each) >= SAME and _same_numbers(best, each):
                found[each.document] = best.document
            else:
                rows = ((value, at) for value in each.hashes[:LOOKED_UP])
                self.shelf.executemany("INSERT INTO looked_up VALUES (?, ?)", rows)
        return found

    def _sketch(self, at: int) -> Sketch:
        row = self.shelf.execute(
            "SELECT document, published, retrieved, hashes, numbers FROM sketch WHERE at = ?", (at,)
        )
        document, published, retrieved, hashes, numbers = row.fetchone()
        return Sketch(document, (published, retrieved), array("I", hashes), frozenset(numbers.split()))

    def _near(self, each: Sketch) -> list[int]:
        """The originals that share the most of a text's smallest hashes; phrases that many texts have find none."""
        shared: Counter[int] = Counter()
        for value in each.hashes[:LOOKED_UP]:
            own = self.shelf.execute(
                "SELECT sketch FROM looked_up WHERE hash = ? LIMIT ?", (value, COMMON + 1)
            ).fetchall()
            if len(own) <= COMMON:
                shared.update(at for (at,) in own)
        return [at for at, hits in shared.most_common(NEAREST) if hits >= HITS]


def common(a: Sketch, b: Sketch) -> float:
    """How much of two texts is the same, 0 to 1: the Jaccard coefficient of their shingles, estimated."""
    ours, theirs = set(a.hashes), set(b.hashes)
    smallest = sorted(ours | theirs)[:SIZE]
    return len(ours.intersection(theirs, smallest)) / (len(smallest) or 1)


def _same_numbers(a: Sketch, b: Sketch) -> bool:
    either = a.numbers | b.numbers
    return not either or len(a.numbers & b.numbers) / len(either) >= SAME_NUMBERS
