"""People called by their family name alone where a post is told: 'Mr. Li stays on as …', 'Raman is now …'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.names.people import ELSEWHERE, PINYIN
from extractors.officials.posts import Person, Reading
from extractors.text import Span

FAMILY_NAMES = PINYIN | ELSEWHERE
CALLED = re.compile("(?:^|(?<=[;:.]))p(?=,?x)")
"""Where a family name may stand for its person: 'Raman is now …', '…; Marsh is also …'."""


class Familiar:
    """The people that the sentences so far name in full, by family name; None where two share one."""

    def __init__(self) -> None:
        self.named: dict[str, Span | None] = {}

    def people(self, reading: Reading) -> Iterator[Person]:
        """The people of a sentence, those called by their family name under their full name."""
        here = list(reading.people())
        for person in here:
            name = person.span.quote.lower()
            if " " in name:
                yield person
            elif self.named.get(name) is not None:
                yield self.full(person, name)
            elif name not in FAMILY_NAMES:
                yield person
        if self.named:
            yield from self.called(reading)
        for person in here:
            self.learn(person)

    def may_call(self, small: Sequence[str]) -> bool:
        """Whether words in small letters have a family name of somebody named before."""
        return bool(self.named) and not self.named.keys().isdisjoint(small)

    def full(self, person: Person, name: str) -> Person:
        """Somebody called by a family name, under the full name."""
        return replace(person, span=self.named[name] or person.span, called=person.span)

    def called(self, reading: Reading) -> Iterator[Person]:
        """Capitalised words that are the family name of somebody named before."""
        for match in CALLED.finditer(reading.items.letters):
            span = reading.items.span(*match.span())
            if self.named.get(span.quote.lower()) is not None:
                yield self.full(Person(match.start(), match.end(), span, False, None), span.quote.lower())

    def learn(self, person: Person) -> None:
        """A full name, to be known by its family name: the first word of a Han name, the last of any other, the one before 'Wing-hong'."""
        words = person.span.quote.lower().split()
        if len(words) > 1:
            name = words[0] if person.han else words[-2 if "-" in words[-1] and words[-2] in FAMILY_NAMES else -1]
            known = self.named.setdefault(name, person.span)
            if known is not None and known is not person.span and known.quote.lower().split() != words:
                self.named[name] = None
