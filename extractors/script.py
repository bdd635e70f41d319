"""One Chinese text as its rules see it: simplified characters, plain digits and letters, every offset as in the text."""

from __future__ import annotations

from extractors.text import Sentence, Span, Text

FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
"""Full-width digits and letters to plain ones; the marks stay, for 。，：； and （） are what Chinese is written with."""


def folded(string: str) -> str:
    """The string in plain digits and letters, a character for a character.

    >>> folded("２０２３年Ａ校")
    '2023年A校'
    """
    return string.translate(FULL_WIDTH)


class Folded:
    """A text and the same in one script: rules search ``plain``, and spans are made of the text itself."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.plain = folded(text.string)
        if len(self.plain) != len(text.string):
            raise AssertionError("folding must keep every offset")

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text."""
        return self.text.sentences

    def of(self, sentence: Sentence) -> str:
        """A sentence's words in one script; add ``sentence.start`` to an offset in it."""
        return self.plain[sentence.start : sentence.end]

    def span(self, start: int, end: int) -> Span:
        """The run of the text itself between two offsets."""
        return self.text.span(start, end)
