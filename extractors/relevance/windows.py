"""Where the cues of a text stand, and the lines around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.text import Block, Text

WIDEST = 300
"""How much of a line, in code points, is looked at on each side of a cue: room for the longest title."""


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words that hold no other one of them: where one of all stands, one of these does.

    >>> shortest(["alliance", "school", "high school"])
    ('alliance', 'school')
    """
    several = set(words)
    return tuple(sorted(word for word in several if not any(other != word and other in word for other in several)))


def found(string: str, words: Iterable[str]) -> list[int]:
    """Where any of the words stands, ascending.

    >>> found("a group of groups", ["group", "trust"])
    [2, 11]
    """
    places: list[int] = []
    for word in words:
        place = string.find(word)
        while place >= 0:
            places.append(place)
            place = string.find(word, place + 1)
    return sorted(places)


def windows(string: str, places: Iterable[int]) -> Iterator[Text]:
    """The line around each of the ascending places, as a text of its own; places in one line give it once.

    >>> [window.string for window in windows("One.\\nTwo and three.\\nFour.", [5, 9, 20])]
    ['Two and three.', 'Four.']
    """
    seen = -1
    for place in places:
        if place < seen:
            continue
        start = max(string.rfind("\n", 0, place) + 1, place - WIDEST)
        end = string.find("\n", place, place + WIDEST)
        seen = end if end >= 0 else min(place + WIDEST, len(string))
        yield Text(string[start:seen], (Block("paragraph", "body", 0, seen - start),))
