"""The words that all extractors share: exact spans over one text, blocks with roles, sentences.

Offsets count Unicode code points of one text, end exclusive. A span cannot disagree with its text: it is a pair of
offsets into the text that it carries, and whoever claims a quote for it is checked when the span is made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import field
from typing import Literal

from extractors.once import once
from extractors.value import value

BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "caption", "line"]
BlockRole = Literal["title", "meta", "body", "furniture"]


class SpanError(ValueError):
    """A span that does not stand in its text, or a quote that its text does not have at that place."""


@value
class Span:
    """A run of one text: ``text[start:end]``.

    >>> Span("No. 2 Middle School", 0, 5).quote
    'No. 2'
    >>> Span("No. 2 Middle School", 0, 5, claimed="No. 3")
    Traceback (most recent call last):
    ...
    extractors.text.SpanError: the text has 'No. 2' at 0-5, not 'No. 3'
    """

    text: str = field(repr=False, compare=False)
    start: int
    end: int

    def __init__(self, text: str, start: int, end: int, claimed: str | None = None) -> None:
        if not 0 <= start < end <= len(text):
            raise SpanError(f"{start}-{end} is no run of a text of {len(text)} code points")
        if claimed is not None and claimed != text[start:end]:
            raise SpanError(f"the text has {text[start:end]!r} at {start}-{end}, not {claimed!r}")
        self.text, self.start, self.end = text, start, end  # type: ignore[misc]  # read-only from here on

    @property
    def quote(self) -> str:
        """The words themselves, verbatim."""
        return self.text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def trimmed(self) -> Span | None:
        """The span without white space at its ends; None when nothing is left."""
        return trim(self.text, self.start, self.end)


SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
"""What ``str.isspace`` takes for white space."""


def trim(text: str, start: int, end: int, marks: str = "") -> Span | None:
    """The span of ``text[start:end]`` without white space and the given marks at its ends; None when nothing is left."""
    outer = SPACES + marks if marks else None
    kept = text[start:end].rstrip(outer)
    end = start + len(kept)
    start = end - len(kept.lstrip(outer))
    return Span(text, start, end) if start < end else None


@value
class Block:
    """One paragraph, heading, list item, table row, caption or line of a text.

    ``cells`` are the cells of a table row, as offsets; ``path`` leads back to the element or the line of the source.
    """

    kind: BlockKind
    role: BlockRole
    start: int
    end: int
    cells: tuple[tuple[int, int], ...] = ()
    path: str | None = None


@value
class Sentence:
    """A sentence, list item or table row: what a reviewer should see around a value."""

    span: Span
    block: Block
    number: int
    """Its place among the sentences of the text, from 0."""
    start: int = field(init=False, repr=False, compare=False)
    """Where it starts in the text, in code points; a copy of what the span says, for it is asked very often."""
    end: int = field(init=False, repr=False, compare=False)
    """Where it ends in the text, in code points, exclusive."""

    def __init__(self, span: Span, block: Block, number: int) -> None:
        self.span, self.block, self.number = span, block, number  # type: ignore[misc]  # read-only from here on
        self.start, self.end = span.start, span.end  # type: ignore[misc]

    @property
    def quote(self) -> str:
        """Its words, verbatim."""
        return self.span.text[self.start : self.end]


class Text:
    """One text with its blocks; furniture blocks have no sentences."""

    def __init__(self, string: str, blocks: tuple[Block, ...]) -> None:
        self.string = string
        self.blocks = blocks

    def span(self, start: int, end: int) -> Span:
        """The span of ``string[start:end]``. Raises SpanError when there is none."""
        return Span(self.string, start, end)

    @once
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every block that is not furniture, in the order of the text."""
        from extractors.sentences import split

        return tuple(split(self))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, None between sentences and in furniture."""
        place = bisect_right(self.starts, offset) - 1
        sentence = self.sentences[place] if place >= 0 else None
        return sentence if sentence and offset < sentence.end else None

    @once
    def starts(self) -> list[int]:
        """Where each sentence starts, in code points, ascending."""
        return [sentence.start for sentence in self.sentences]

    def part(self, blocks: Collection[Block]) -> Text:
        """The same text with some of its blocks only, its sentences numbered anew."""
        chosen = Text(self.string, tuple(blocks))
        kept = {block.start for block in blocks}
        sentences = (each for each in self.sentences if each.block.start in kept)
        chosen.__dict__["sentences"] = tuple(Sentence(s.span, s.block, number) for number, s in enumerate(sentences))
        return chosen

    def readable(self) -> Iterator[Block]:
        """The blocks that may yield records: title, meta and body."""
        return (block for block in self.blocks if block.role != "furniture")
