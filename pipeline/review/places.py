"""Where things stand on the page: a document's text cut into pieces, and places counted as browsers count them.

A piece is what becomes one run of text on the page: a block, or one cell of a table row. A place on the page is the
number of the piece and an offset in it in UTF-16 units. The way back is done in the browser, which knows the code
point at which each piece begins.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.harmless import JOINERS, SPELLED_OUT
from pipeline.records import Document, DocumentBlock

Run = tuple[int, int, int]
"""A run of one piece: its number, start and end in UTF-16 units."""
LAST_OF_TWO_BYTES = "\uffff"
HIDDEN = "\u25af"
"""An upright box in place of a sign that is not to be seen and would move others."""
HIDDEN_PAIR = "\U0001f78e"
"""The same for a sign that browsers count as two."""
INNOCENT = frozenset("\n\t\u00ad\u200b\ufeff")
"""Signs that are not seen and move nothing: breaks, soft hyphens, places where a word may be broken."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of text on the page: code points of the document, and those of its signs that count as two."""

    start: int
    end: int
    pairs: tuple[int, ...]

    def utf16(self, offset: int) -> int:
        """A code point offset of the document as UTF-16 units from the beginning of the piece."""
        return offset - self.start + bisect_left(self.pairs, offset)


class Places:
    """The pieces of a document in the order of the page."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.blocks: list[tuple[DocumentBlock, range]] = []
        """Every block in the order of the text, with the numbers of its pieces."""
        self.pieces: list[Piece] = []
        for block in sorted(document.blocks, key=lambda block: block.start):
            first = len(self.pieces)
            self.pieces += [piece(self.text, *span) for span in block.cells or ((block.start, block.end),)]
            self.blocks.append((block, range(first, len(self.pieces))))
        self._ends = [piece.end for piece in self.pieces]

    def runs(self, start: int, end: int) -> list[Run]:
        """A span of code points as runs of the pieces that it lies in; what lies between pieces is on no page."""
        return list(self._runs(start, end))

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        for number in range(bisect_right(self._ends, start), len(self.pieces)):
            piece = self.pieces[number]
            if piece.start >= end:
                return
            low, high = max(start, piece.start), min(end, piece.end)
            if low < high:
                yield number, piece.utf16(low), piece.utf16(high)

    def shown(self, number: int) -> str:
        """The text of a piece as it is put on the page; as long as the text itself."""
        piece = self.pieces[number]
        return visible(self.text[piece.start : piece.end])


def piece(text: str, start: int, end: int) -> Piece:
    """A piece of a text.

    >>> piece("a 🎉 b", 0, 5).utf16(4)
    5
    """
    own = text[start:end]
    if not own or max(own) <= LAST_OF_TWO_BYTES:
        return Piece(start, end, ())
    return Piece(start, end, tuple(start + at for at, mark in enumerate(own) if mark > LAST_OF_TWO_BYTES))


def visible(text: str) -> str:
    """A text with boxes for control and direction marks, so that nobody is misled and no offset moves.

    >>> visible("No. 2\\u202e school")
    'No. 2▯ school'
    """
    return text if text.isprintable() else "".join(_seen(mark) for mark in text)


def _seen(mark: str) -> str:
    if mark in INNOCENT or mark in JOINERS or unicodedata.category(mark) not in SPELLED_OUT:
        return mark
    return HIDDEN if mark <= LAST_OF_TWO_BYTES else HIDDEN_PAIR
