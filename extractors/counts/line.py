"""One sentence as the readers of numbers see it."""

from __future__ import annotations

from extractors.names.marked import Marked
from extractors.text import Sentence


class Line:
    """A sentence with its text and tokens: ``first`` up to and without ``last``.

    ``small`` are the tokens of the whole text in small letters; before and behind a sentence stands an empty one.
    """

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        self.marked, self.tags, self.sentence = marked, marked.tags, sentence
        self.string = marked.text.string
        self.small = marked.tags.small
        self.first, self.last = self.tags.of(sentence)
