"""Whom a number of a sentence may be about: the places, groups and institutions that it names, by name or in common words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import compress
from operator import attrgetter

from extractors.counts.line import Line
from extractors.counts.phrases import STOP, WORDS
from extractors.counts.verbs import VERBS
from extractors.names.institutions import Name
from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.names.tags import plural
from extractors.numbers import UNITS
from extractors.once import once
from extractors.text import Sentence, Span
from extractors.value import value

PLACE_LETTERS = re.compile(r"P(?:P{0,2}(?:-?[PGL]){0,3}[Ll]+|P?(?![PGCEHRBUKVghkrbuvsj])|(?=s))")
ONE = frozenset("the this its our their his her my each every whole".split())
MANY = frozenset("the these all both".split()) | UNITS.keys()
NO_NOUN = frozenset({"first", "finance"})
"""What may follow a head without being a noun that it qualifies: 'the city first tried', 'the county finance arranges'."""
DETERMINERS = ONE | MANY
SINGULAR = frozenset(word.split()[-1] for word in WORDS["scope"]) | WORDS["facility"]
PLURAL = frozenset(map(plural, SINGULAR))
HEADS = SINGULAR | PLURAL
LONGEST = 7
"""How many tokens a phrase in common words may have."""
PARTS = frozenset("area center centre north south east west part seat suburb".split())
"""Heads that are parts of a place, named with it: 'the urban area of Dahe'."""
OF_PLACE = re.compile(r"oP{1,2}[Ll]?(?![PGCEHRBUKVghkrbuv])")
"""'of Dahe County', in letters."""
PHRASE_LETTERS = frozenset("xgcelhkruvbwmtDPGCELHKRUVBX-")
"""The letters of the words of a phrase in common words."""
HEAD_LETTER = re.compile("[hrukvHRU]")
BARE_PLURAL = re.compile(r"[kv](?<=[xgcGlC].)(?![kvhu-])")
"""'rural schools', in letters."""
BUILT = frozenset("floor building construction land site campus total covered planned".split())
"""What an area may be of that is a measure and no place: 'Floor area 31,500 square metres'."""
FIRST = attrgetter("first")
WITHIN = frozenset({"across", "throughout", "within"})
SINGLE_JOINS = frozenset("in at inside across".split())


@value
class Named:
    """A place or body that a sentence names: tokens ``first`` up to and without ``last``."""

    first: int
    last: int
    span: Span
    is_place: bool
    is_common: bool
    """Whether it is told in common words: 'the district', 'each group', 'six urban areas'."""
    is_counted: bool = False
    """Whether it is itself a count: 'Nine school groups', 'the 24 groups', but not 'the four schools'."""


class Names(Line):
    """The places and bodies of one sentence."""

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        super().__init__(marked, sentence)
        self.tokens, self.words = range(self.first, self.last), self.small[self.first : self.last]

    @once
    def names(self) -> list[Named]:
        """The places, groups and institutions that the sentence names, in order; none inside another."""
        names = self.marked.names_in(self.sentence.start, self.sentence.end)
        proper = [
            Named(name.first, name.last, name.span, is_place=False, is_common=False)
            for name in names
            if name.kind in {"group", "institution", "part"} and (name.proper or self.is_capital(name))
        ]
        found = sorted([*proper, *self.places(), *self.short_names()], key=FIRST)
        told = [*self.common(), *self.bare()]
        if not told or not found:
            return found or sorted(told, key=FIRST)
        wider = [
            named
            for named in told
            if any(named.first < other.first and other.last == named.last and other.is_place for other in found)
        ]
        found = [named for named in found if not any(other.first <= named.first < other.last for other in wider)]
        taken = {n for named in found for n in range(named.first, named.last)}
        common = [named for named in told if taken.isdisjoint(range(named.first, named.last))]
        return sorted([*found, *common], key=FIRST)

    def is_capital(self, name: Name) -> bool:
        """Whether a name without a proper word is printed as one: 'County People's Hospital', 'Lower School'."""
        return name.last - name.first > 1 and self.tags.letters[name.first : name.last].isupper()

    def short_names(self) -> Iterator[Named]:
        """Initials that the text gives a name in brackets: 'STEA' after '… Alliance (STEA)'."""
        if "(P)" not in self.tags.letters:
            return
        words, n = self.tags.words, self.first - 1
        while (n := self.tags.letters.find("P", n + 1, self.last)) >= 0:
            word = words[n]
            if len(word) > 2 and word.isupper() and self.is_introduced(word):
                yield Named(n, n + 1, self.tags.span(n, n + 1), is_place=False, is_common=False)

    def is_introduced(self, initials: str) -> bool:
        """Whether the text prints initials in brackets right behind a name of a group or institution."""
        bracket = self.string.find(f"({initials})")
        name = self.marked.name_over(bracket - 2, bracket) if bracket > 1 else None
        return name is not None and name.kind in {"group", "institution"}

    def places(self) -> Iterator[Named]:
        """The places that the sentence names: 'Nanshan District', 'Hangzhou'."""
        for match in PLACE_LETTERS.finditer(self.tags.letters, self.first, self.last):
            first, last = match.span()
            over = self.marked.name_over(self.tags.starts[first], self.tags.end(last - 1))
            if over is None and is_place(self.marked, match):
                yield Named(first, last, self.tags.span(first, last), is_place=True, is_common=False)

    def common(self) -> Iterator[Named]:
        """Those told in common words: 'the city', 'each new group', 'its canteen', 'the four schools'."""
        end, letters = self.first, self.tags.letters
        for n in self.among(DETERMINERS):
            head = self.head_after(n, self.small[n]) if n >= end and self.has_head(n) else None
            if head is not None:
                end = self.with_place(head)
                counted = letters[n] in "wD" or letters[n + 1] == "D"
                yield Named(n, end, self.tags.span(n, end), letters[head] in "lL", is_common=True, is_counted=counted)

    def has_head(self, n: int) -> bool:
        """Whether a head of a phrase in common words stands near enough behind token ``n``."""
        last = min(self.last, n + LONGEST)
        lettered = HEAD_LETTER.search(self.tags.letters, n + 1, last)
        return lettered is not None or not HEADS.isdisjoint(self.small[n + 1 : last])

    def among(self, words: Set[str]) -> Iterator[int]:
        """The tokens of the sentence whose small letters are among some words, in order."""
        return compress(self.tokens, map(words.__contains__, self.words))

    def with_place(self, head: int) -> int:
        """The end of a phrase with the place that its head is a part of: 'the urban area of Dahe'."""
        if self.small[head] in PARTS and (place := OF_PLACE.match(self.tags.letters, head + 1, self.last)):
            return place.end()
        return head + 1

    def bare(self) -> Iterator[Named]:
        """'Rural schools receive …', '… in township centres': institutions of a kind, without an article."""
        for match in BARE_PLURAL.finditer(self.tags.letters, self.first, self.last):
            n = match.start() - 1
            before = self.small[n - 1]
            modifier = self.small[n]
            opens = n == self.first or before in SINGLE_JOINS or before in WORDS["saying"]
            if (
                opens
                and modifier not in STOP
                and modifier not in ONE
                and modifier not in MANY
                and modifier not in VERBS
            ):
                yield Named(n, match.end(), self.tags.span(n, match.end()), is_place=False, is_common=True)

    def head_after(self, n: int, determiner: str) -> int | None:
        """The head of the noun phrase that a determiner at token ``n`` opens, when it is a place or an institution."""
        letters, small, head = self.tags.letters, self.small, None
        for k in range(n + 1, min(self.last, n + LONGEST)):
            letter, word = letters[k], small[k]
            if letter not in PHRASE_LETTERS or (word in STOP and not (k == n + 1 and word.endswith("ed"))):
                break
            if (letter in "hrukvHRU" or word in HEADS) and self.is_head(k, word, n, determiner):
                head = k
            elif head is not None and (letter in "mwD" or word in VERBS or word.endswith("ly") or word in NO_NOUN):
                break
            elif letter != "-":
                head = None
        return head

    def is_head(self, k: int, word: str, n: int, determiner: str) -> bool:
        """Whether token ``k`` can be the head of a phrase that ``determiner`` at token ``n`` opens."""
        modified = k > n + 1
        if word in WORDS["too_common"] and not modified:
            return False
        if word in {"area", "areas"} and self.small[k - 1] not in WORDS["of_area"]:
            return False
        if determiner in ONE and (word in SINGULAR or self.tags.letters[k] in "hruHRU"):
            return True
        counted = determiner in UNITS or self.tags.letters[n + 1] in "wD"
        many = word in PLURAL or self.tags.letters[k] in "kv"
        return determiner in MANY and many and (counted or modified or determiner != "the")


def is_place(marked: Marked, match: re.Match[str]) -> bool:
    """Whether capitalised words are a place: by a place word, by "in" before them, or since names of the text begin so."""
    words = marked.tags.words[match.start() : match.end()]
    if match.group()[-1] in "Ll":
        return words[-1] != "area" or words[0].lower() not in BUILT
    if han_name(words) or (len(words) == 1 and (words[0].isupper() or words[0] in WORDS["mass"])):
        return False
    before = match.start() - 1
    within = before >= 0 and (marked.tags.letters[before] == "i" or marked.tags.words[before] in WITHIN)
    return within or marked.is_place_word(words[0])
