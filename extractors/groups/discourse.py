"""What a text has named so far, as far as "the group", "it" or "the latter" can mean it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.groups.wording import GROUP_WORDS
from extractors.mentions import Found
from extractors.names.institutions import Name
from extractors.names.marked import GROUP, Folded
from extractors.text import Sentence, Text

# A search that begins with a few letters leaps over all others; that no letter stands before them is asked behind them.
GROUP_AGAIN = re.compile(rf"[TtIi](?<!\w.)(?:(?<=[Tt])h(?:e|is)|(?<=[Ii])ts) (?:\w+ )?{GROUP_WORDS}\b")
CALLED = re.compile(
    r"[Tt](?<!\w.)he (former|latter|first|second|third|fourth|last)\b(?=,| is| was| has| takes| will| one|:)"
)
KIND = re.compile(rf"[TtIi](?<!\w.)(?:(?<=[Tt])h(?:e|is|at)|(?<=[Ii])ts) (?:\w+ )?({GROUP_WORDS})\b(?!['’]s)")
ANY_OF_THESE = re.compile(
    r"[TtIi](?:h(?:e|is|at)|ts) (?:(?:former|latter|first|second|third|fourth|last)|(?:\w++ )?"
    r"(?:[GgAaFfTtNn](?:roup|lliance|ederation|rust|etwork)|[Cc](?:on(?:sortium|federation)|ommunity|luster)|Foundation|Circle|Partnership))"
)
"""What stands wherever one of the three does: one look over a text that spares most sentences all of them."""
MEANT_BY_NAME = frozenset(("foundation", "circle", "partnership"))
"""Words that mean a group only where its name has them."""
ORDINALS = ("first", "second", "third", "fourth")
OF_IT = re.compile(rf"(?:It|This|They|Its|The {GROUP_WORDS})\b")
BESIDES = re.compile(
    r"\b(?:after|following|like|unlike|besides|beside|than|alongside|in addition to|apart from) (?:the )?$",
    re.IGNORECASE,
)
"""Before a group that a sentence about another one only compares it with: 'It is the second in the city, after X Group'."""
ASIDE = re.compile(
    rf", (?:which|formerly|until|once|split|founded|set up|established)\b[^,;.{GROUP[1:-1]}]*(?P<group>{GROUP})[^,;.]*,"
)
"""A group told of another in between: 'X Group, which was split off from Y Group in 2021, takes in …'."""
NEAR = 4
"""How many sentences back the group may be named that "the group" means."""


def speaking(text: Text) -> set[int]:
    """The numbers of the sentences that may speak of a group without its name."""
    sentences = (text.sentence_at(match.start()) for match in ANY_OF_THESE.finditer(text.string))
    return {sentence.number for sentence in sentences if sentence is not None}


@dataclass
class Discourse:
    """The names of the groups that the text has named so far; ``listed`` is where schools stand that a list or table states."""

    listed: set[int]
    last: Found | None = None
    last_named: int = 0
    """The number of the last sentence that spoke of a group."""
    pair: dict[str, Found] = field(default_factory=dict)
    known: list[Found] = field(default_factory=list)

    def meant(self, words: str) -> Found | None:
        """The group that "the latter" or "the federation" means, else the one named last."""
        called = CALLED.findall(words)
        if called and called[-1] in self.pair:
            return self.pair[called[-1]]
        kinds = KIND.findall(words)
        if kinds:
            kind = kinds[-1].lower()
            if self.last is not None and kind in self.last.span.quote.lower():
                return self.last
            other = None if kind in MEANT_BY_NAME else self.last
            return next((name for name in reversed(self.known) if kind in name.span.quote.lower()), other)
        return self.last

    def own(self) -> Found | None:
        """The group that a text means by "our": the one that it has named most."""
        names = [name.span.quote for name in self.known]
        return max(self.known, key=lambda name: names.count(name.span.quote), default=None)

    def is_near(self, sentence: Sentence) -> bool:
        """Whether a group was named in one of the last sentences."""
        return self.last is not None and sentence.number - self.last_named <= NEAR

    def is_beside(self, folded: Folded[Name], group: Found) -> bool:
        """Whether a sentence about the group named before it only compares it with another."""
        place = next(
            n
            for n, name in zip(folded.places, folded.inside, strict=True)
            if name.span.start <= group.span.start < name.span.end
        )
        return BESIDES.search(folded.string, 0, place) is not None

    def follow(self, folded: Folded[Name], named: Sequence[Found], *, speaks: bool) -> None:
        """Goes on to the next sentence; ``speaks`` is whether this one may speak of a group without its name."""
        called = CALLED.search(folded.string) if speaks else None
        if named or called or (speaks and GROUP_AGAIN.search(folded.string)):
            self.last_named = folded.sentence.number
        compares = self.last is not None and OF_IT.match(folded.string)
        own = [name for name in named if not self.is_beside(folded, name)] if compares else named
        if len(own) > 1 and (aside := ASIDE.search(folded.string)):
            start = folded.name(aside.start("group")).span.start
            own = [name for name in own if name.span.start != start] or own
        if own:
            self.last = own[-1]
        elif called:
            self.last = self.pair.get(called.group(1), self.last)
        elif speaks and KIND.search(folded.string):
            self.last = self.meant(folded.string)
        if len(named) >= 2:
            self.pair = dict(zip(ORDINALS, named, strict=False)) | {
                "former": named[0],
                "latter": named[-1],
                "last": named[-1],
            }
        self.known += named
