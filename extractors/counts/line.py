"""One sentence as the readers of numbers see it."""

from __future__ import annotations

from extractors.names.marked import Marked
from extractors.text import Sentence


class Line:
    """A sentence with its text and tokens: ``first`` up to and without ``last``.

    ``small`` are the tokens of the whole text in small letters; before and behind a sentence stands an empty one.
    """

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        self.marked, self.sentence = marked, sentence
        self.tags = tags = marked.tags
        self.string, self.small = tags.string, tags.small
        self.first, self.last = tags.bounds[sentence.number]


def small_letters(text: str) -> str:
    """A text in small letters, of the same length.

    >>> small_letters("İzmir Plans")
    'izmir plans'
    """
    small = text.lower()
    if len(small) != len(text):  # a letter whose small form is two, such as İ
        small = "".join(character.lower()[0] for character in text)
    return small
