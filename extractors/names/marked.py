"""A text with its tokens tagged and its names found: what every rule about names is asked to read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from extractors.names.defined import defined
from extractors.names.institutions import Name, NameKind, names
from extractors.names.lexicon import load
from extractors.names.tags import Tags, tag
from extractors.once import once
from extractors.text import Sentence, Span, Text

SCHOOL_WORDS = ("school", "kindergarten", "universit", "college", "pupil", "student", "education")
HOSPITAL_WORDS = ("hospital", "clinic", "medical", "patient", "nurs", "doctor", "health")
PLACES = (places := load("extractors.names", "places"))["divisions"] | places["cities"]
ROOM = 0x800  # private characters for each kind; their order is what tells names apart, so they may repeat
FIRST_INSTITUTION = 0xE800
FIRST = {"group": 0xE000, "body": 0xF000}
GROUP, INSTITUTION, BODY = (f"[{chr(first)}-{chr(first + ROOM - 1)}]" for first in (0xE000, FIRST_INSTITUTION, 0xF000))
LOCATED = re.compile(r"i[dG]?P|P(?=[Ll])")
"""A word behind "in", or before a place word, in letters."""
PRIVATE = re.compile("[\ue000-\uf8ff]")
NOT_SAID = re.compile(rf" (?=[,.;:](?: |$))|[\"“”](?={GROUP})|(?<={GROUP})[\"“”]|(?<= [-—])[-—](?= )")
"""The space of translations before a mark, quotation marks around the name of a group, half of a dash: 'A , B -- "C"'."""
OTHER_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def unmarked(string: str) -> str:
    """A text in which no character is private any more: pages print icons with them, and here they stand for names.

    >>> unmarked("Jinshan Group \uf3c5 Luoping")
    'Jinshan Group   Luoping'
    """
    return string if string.isascii() else PRIVATE.sub(" ", string)


def with_plain_spaces(string: str) -> str:
    """A text in which every space is the usual one.

    >>> with_plain_spaces("Jinshan\u00a0School")
    'Jinshan School'
    """
    return string if string.isascii() else OTHER_SPACES.sub(" ", string)


class Named(Protocol):
    """A name as every language has it."""

    @property
    def kind(self) -> NameKind:
        """What it names."""

    @property
    def span(self) -> Span:
        """Where it is printed."""


N = TypeVar("N", bound=Named)


class Folded(Generic[N]):
    """A sentence in which each name is folded to one private character, so that a rule reads like the phrase it means.

    Groups, institutions and bodies are folded to characters of three ranges, ``GROUP``, ``INSTITUTION`` and ``BODY``.
    """

    def __init__(self, sentence: Sentence, inside: Sequence[N], text: str) -> None:
        self.sentence = sentence
        self.inside = inside
        self.places: list[int] = []
        source, string = sentence.start, ""
        for number, name in enumerate(inside):
            span = name.span
            string += text[source : span.start]
            self.places.append(len(string))
            string += chr(FIRST.get(name.kind, FIRST_INSTITUTION) + number % ROOM)
            source = span.end
        self.string = string + text[source : sentence.end]

    def name(self, place: int) -> N:
        """The name behind the private character at a place of the folded string."""
        return self.inside[bisect_left(self.places, place)]

    def offset(self, place: int) -> int:
        """Where a place of the folded string stands in the text, in code points."""
        before = bisect_left(self.places, place)
        if before == 0:
            return self.sentence.start + place
        return self.inside[before - 1].span.end + place - self.places[before - 1] - 1


class Tidied(Folded[N]):
    """A folded sentence without spaces before marks and quotation marks around the names of groups, its dashes single."""

    not_said = NOT_SAID
    """Single characters that are left out."""

    def __init__(self, sentence: Sentence, inside: Sequence[N], text: str) -> None:
        super().__init__(sentence, inside, text)
        self.printed = self.places
        """Where the names stand in the sentence as printed."""
        left_out = [match.start() for match in self.not_said.finditer(self.string)]
        if left_out:
            self.string = self.not_said.sub("", self.string)
            self.places = [place - bisect_left(left_out, place) for place in self.printed]
        self.dropped = [place - number for number, place in enumerate(left_out)]
        """The places of the tidied sentence before which something was left out."""

    def offset(self, place: int) -> int:
        """Where a place of the folded string stands in the text, in code points."""
        as_printed = place + bisect_right(self.dropped, place)
        before = bisect_left(self.printed, as_printed)
        if before == 0:
            return self.sentence.start + as_printed
        return self.inside[before - 1].span.end + as_printed - self.printed[before - 1] - 1


class Printed(Generic[N]):
    """One text with the names that it prints; ``string`` is the text as the rules of its language search it."""

    text: Text
    string: str

    @once
    def names(self) -> tuple[N, ...]:
        """The names of institutions, bodies and groups, in order."""
        raise NotImplementedError

    @once
    def name_starts(self) -> list[int]:
        """Where each name starts, in code points, ascending."""
        return [name.span.start for name in self.names]

    def names_in(self, start: int, end: int) -> list[N]:
        """The names that stand within ``start`` to ``end``."""
        first = bisect_left(self.name_starts, start)
        last = bisect_left(self.name_starts, end, first)
        return [name for name in self.names[first:last] if name.span.end <= end] if first < last else []

    def name_over(self, start: int, end: int) -> N | None:
        """The name that shares a code point with ``start`` to ``end``, if there is one."""
        place = bisect_left(self.name_starts, end) - 1
        return self.names[place] if place >= 0 and self.names[place].span.end > start else None

    def folded(self, sentence: Sentence) -> Folded[N]:
        """The sentence with its names folded."""
        return Folded(sentence, self.names_in(sentence.start, sentence.end), self.string)


class Marked(Printed[Name]):
    """One English text with what the grammar of names says about it."""

    def __init__(self, text: Text, table: dict[str, str]) -> None:
        self.text = text
        self.string = with_plain_spaces(unmarked(text.string))
        self.table = table

    @once
    def tags(self) -> Tags:
        """The tokens of the text and their letters."""
        return tag(self.text, self.table)

    @once
    def names(self) -> tuple[Name, ...]:
        """The names of institutions, bodies and groups, in order."""
        found = tuple(names(self.tags))
        told = tuple(defined(self.tags))
        if told:
            rest = (name for name in found if not any(name.span.overlaps(other.span) for other in told))
            found = tuple(sorted((*rest, *told), key=lambda name: name.span.start))
        return found

    @once
    def place_words(self) -> frozenset[str]:
        """The words that names of the text begin with, or that stand before a place word or after "in": its places, mostly."""
        starts = {self.tags.words[name.first] for name in self.names if self.tags.letters[name.first] == "P"}
        located = {self.tags.words[match.end() - 1] for match in LOCATED.finditer(self.tags.letters)}
        return frozenset(starts | located)

    def is_place_word(self, word: str) -> bool:
        """Whether a capitalised word is a place, for all that the text or the lexicon says."""
        return word in self.place_words or word.lower() in PLACES

    @once
    def is_of_schools(self) -> bool:
        """Whether the text speaks of schools more often than of hospitals."""
        return self.count(SCHOOL_WORDS) >= self.count(HOSPITAL_WORDS)

    def count(self, words: Sequence[str]) -> int:
        """How often words stand in the text, with a small or a capital first letter."""
        string = self.text.string
        return sum(string.count(word) + string.count(word.capitalize()) for word in words)
