"""A sentence as items: people, titles, organisations, and the few words and marks that may join them.

The grammar of posts is written over one letter an item:
N a person, T a title, O an organisation's name, q an organisation in common words ("the district") or a place,
p other capitalised words, and , & o f i s d ( ) : ; - as in names.tags; x anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.text import Sentence, Span

COMMON_BODY = re.compile(r"[gcelhbmu&]*-?[gcelhbmu]*[lhbu]+(?![PGCELHRBUTMgcelhrbumtx])")
PLACE = re.compile(r"[PGL]{0,3}P-?[PGL]{0,2}[Ll]+|P[Ll]+")
OTHER_PERSON = re.compile(r"P(?:-[Px])?(?:P(?:-[Px])?){1,3}")
PASSING = frozenset(",&oisdf():;-")


@dataclass(frozen=True, slots=True)
class Item:
    """Tokens ``first`` up to and without ``last`` of the text, and what they are together."""

    letter: str
    first: int
    last: int


class Items:
    """The items of one sentence, in order."""

    def __init__(self, marked: Marked, sentence: Sentence, bodies: frozenset[str]) -> None:
        self.marked, self.tags, self.sentence = marked, marked.tags, sentence
        self.bodies = bodies
        self.first, self.last = self.tags.of(sentence)
        self.names = {name.first: name for name in marked.names_in(sentence.start, sentence.end)}
        self.items = list(self.read())
        self.letters = "".join(item.letter for item in self.items)

    def span(self, first: int, last: int) -> Span:
        """The span of items ``first`` up to and without ``last``."""
        return self.tags.span(self.items[first].first, self.items[last - 1].last)

    def words(self, first: int, last: int) -> list[str]:
        """The words of some tokens."""
        return [self.tags.word(n) for n in range(first, last)]

    def read(self) -> Iterator[Item]:
        """The items, longest reading first: a title, a person, a name, a place, a body in common words."""
        n = self.first
        while n < self.last:
            item = self.title(n) or self.person(n) or self.organisation(n) or self.single(n)
            yield item
            n = item.last

    def title(self, n: int) -> Item | None:
        """A title that starts at token n: qualifying words and a head noun ("party secretary", "vice -level supervisor")."""
        match = TITLE.match(self.tags.letters, n, self.last)
        if match is None:
            return None
        return None if n in self.names else Item("T", n, match.end())

    def person(self, n: int) -> Item | None:
        """A person that starts at token n, an honorific left out."""
        letters = self.tags.letters
        if letters[n] == "Z" and n + 1 < self.last:
            return None
        if not letters[n].isalpha() or not self.tags.word(n)[0].isupper():
            return None
        words = joined(self, n, min(n + 6, self.last))
        count = han_name([word for word, _ in words])
        name = self.names.get(n)
        if count and (name is None or name.last <= words[count - 1][1]):
            return Item("N", n, words[count - 1][1])
        if n in self.names:
            return None
        match = OTHER_PERSON.match(letters, n, self.last)
        if match and not any(n < start < match.end() for start in self.names) and letters[match.end()] not in "sLlEeGgCcHhBbUu":
            return Item("N", n, match.end())
        return None

    def organisation(self, n: int) -> Item | None:
        """A named institution or body, a place, or a body in common words."""
        name = self.names.get(n)
        if name is not None:
            return Item("O", n, name.last)
        place = PLACE.match(self.tags.letters, n, self.last)
        if place:
            return Item("q", n, place.end())
        common = COMMON_BODY.match(self.tags.letters, n, self.last)
        return Item("q", n, common.end()) if common and common.end() > n else None

    def single(self, n: int) -> Item:
        """One token: a joint, a capitalised word or anything else."""
        letter, word = self.tags.letters[n], self.tags.word(n)
        if letter in PASSING or letter == "Z":
            return Item(letter, n, n + 1)
        if letter == "x" and word.lower() in self.bodies:
            return Item("q", n, n + 1)
        capital = letter in "PGCELNHRBU" or (word[0].isupper() and n > self.first and letter in "xwm")
        return Item("p" if capital else "x", n, n + 1)


TITLE = re.compile(
    r"(?:[MmGgCcEeBbLlhu](?:-[MmGgCcxPEeTt])?|-|[Tt](?=-?[Tt])|[Tt]-(?=[MmTtGgx])|&(?<=[CcEe]&)(?=[CcEe])){0,6}(?<!-)[Tt](?:-[TtGgMmx](?![a-z]))?(?:[Gg](?![a-zA-Z]))?(?:oL(?![a-zA-Z]))?"
)


def joined(items: Items, n: int, last: int) -> list[tuple[str, int]]:
    """Words from token n on, hyphened ones as one, each with the token after it, up to the first that is no word."""
    tags = items.tags
    found: list[tuple[str, int]] = []
    while n < last and tags.letters[n].isalpha():
        word, after = tags.word(n), n + 1
        while after + 1 < last and tags.letters[after] == "-" and tags.starts[after] == tags.ends[after - 1] and tags.letters[after + 1].isalpha():
            word, after = f"{word}-{tags.word(after + 1)}", after + 2
        found.append((word, after))
        n = after
    return found


