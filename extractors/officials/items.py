"""A sentence as items: people, titles, organisations, and the few words and marks that may join them.

The grammar of posts is written over one letter an item:
N a person, T a title, O an organisation's name, q an organisation in common words ("the district") or a place,
p other capitalised words, v the word "to", y a year, and , & o f i s d ( ) : ; - as in names.tags; x anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.text import Sentence, Span

COMMON_BODY = re.compile(
    r"(?!&)[GCELHBMUgcelhbmu&]*-?[GCELHBMUgcelhbmu]*[LHBURlhbur]+(?![gcelhrbum])"
    r"(?:(?<=b)o[ec](?:&[ec])?(?![a-zA-Z])|(?<=[HB])o[TM][PGCELH]+)?"
)
"""'the county', 'the department of education and sports', 'the School of Teacher Education'."""
COMPANY = re.compile(r"[PG]{1,4}\([PGL]{1,3}\)B")
"""A company with its place: 'Baihe Instruments (Dahe) Co., Ltd.'."""
PLACE = re.compile(r"[PGL]{0,3}P-?[PGL]{0,2}[Ll]+|P[Ll]+")
OTHER_PERSON = re.compile(r"P(?:-[Px])?(?:j{0,2}P(?:-[Px])?){1,4}")
SINGLE_PERSON = re.compile(r"(?<=[Z])P(?![PGCELHRBU-])|(?<=[|.,;:&\"])P(?=,d?[xmMgGcClLbB]{0,3}[tT][o,;.|])")
INTRODUCED = re.compile(r"P,d?[xmMgGcClLbB]{0,3}[tT][o,;.|]")
POST_BEHIND = re.compile(r",d?[mMgG]{0,3}[tT]")
SAYING = frozenset({"said", "says", "told", "added", "explained", "recalled", "asked", "by", "with", "to"})
"""Before a name of one word whose post stands behind it: 'said Altantsetseg, deputy head of the bureau'."""
POST_NOMINALS = frozenset(
    {"JP", "OBE", "CBE", "MBE", "GBS", "SBS", "BBS", "MH", "MP", "PhD", "QC", "KC", "SC", "DBE", "KBE"}
)
IN_CHIEF = re.compile("-i-t|it")
"""What makes an editor one of a paper: 'editor-in-chief', 'editor in chief'."""
AREA = re.compile(r"\([PGLX]{1,4}\)(?=,?Z)")
"""What a title goes on with: 'District Officer (Dahe North), Mr Li Jun'."""
OF_PLACES = frozenset({"mayor", "minister", "governor"})
"""Titles that go on with a place, behind which a name may stand: 'Mayor of Dahe Tom Rudd'."""
BEING = frozenset({"is", "was", "as"})
THEIR = frozenset({"same", "our", "its", "their", "his", "her"})
CENTURIES = frozenset({"19", "20"})
PECULIAR = frozenset({"person", "deputy", "editor"})
SPECIAL = THEIR | PECULIAR | {"to"}
PASSING = frozenset(",&oisdf():;-")
SINGLE = frozenset(',;:().|/"doisfD')
"""What begins no item of several tokens, unless it is a word with a capital, such as the family name An."""


PARTING = str.maketrans(",:-", "   ")


class Item(NamedTuple):
    """Tokens ``first`` up to and without ``last`` of the text, and what they are together."""

    letter: str
    first: int
    last: int


class Items:
    """The items of one sentence, in order."""

    def __init__(
        self,
        marked: Marked,
        sentence: Sentence,
        bodies: frozenset[str],
        modifiers: frozenset[str],
        plurals: frozenset[str],
    ) -> None:
        self.marked, self.tags, self.sentence = marked, marked.tags, sentence
        self.bodies, self.modifiers = bodies, modifiers
        self.plurals = plurals.intersection(words_of(sentence.quote))
        self.first, self.last = self.tags.of(sentence)
        self.names = {name.first: name for name in marked.names_in(sentence.start, sentence.end)}
        self.has_companies = ") Co." in sentence.quote
        self.firsts: list[int] = []
        """The first token of each item."""
        self.lasts: list[int] = []
        """The token after the last of each item."""
        self.letters = "".join(self.read())

    def span(self, first: int, last: int) -> Span:
        """The span of items ``first`` up to and without ``last``."""
        return self.tags.span(self.firsts[first], self.lasts[last - 1])

    def read(self) -> Iterator[str]:
        """The letters of the items; where each starts and ends goes into ``firsts`` and ``lasts``.

        The longest reading comes first: a title, a person, a name, a place, a body in common words.
        """
        n, letters, words = self.first, self.tags.letters, self.tags.words
        firsts, lasts = self.firsts, self.lasts
        special = SPECIAL | self.bodies | self.plurals
        while n < self.last:
            letter = letters[n]
            if letter == "," and words[n + 1] in POST_NOMINALS:
                n += 2
                continue
            firsts.append(n)
            if letter == "x" and letters[n - 1] != "d" and letters[n + 1 : n + 3] != "x,":
                word = words[n]
                if word not in special and word.islower():  # an ordinary word, as most are
                    yield "x"
                    n += 1
                    lasts.append(n)
                    continue
            alone = letter in SINGLE and not words[n][:1].isupper()
            item = None if alone else self.title(n) or self.person(n) or self.organisation(n)
            yield item.letter if item else self.single(n)
            n = item.last if item else n + 1
            lasts.append(n)

    def title(self, n: int) -> Item | None:
        """A title that starts at token n: qualifying words and a head noun ("party secretary", "vice -level supervisor")."""
        word = self.tags.small[n]
        if word in PECULIAR and (peculiar := self.peculiar(n, word)):
            return peculiar
        match = TITLE.match(self.tags.letters, n, self.last)
        several = self.plural_title(n) if self.plurals else None
        if several is not None and (match is None or several.last > match.end()):
            return several
        if match is None or n in self.names or not all(self.qualifies(k) for k in range(n, match.end() - 1)):
            return None
        head = match.end() - 1
        if self.tags.letters[head] == "Z" and self.tags.small[head] != "professor":
            return None
        area = AREA.match(self.tags.letters, match.end(), self.last)
        return Item("T", n, area.end() if area else match.end())

    def peculiar(self, n: int, word: str) -> Item | None:
        """A title that is no noun with qualifying words: 'person in charge', 'deputy to the congress', 'editor-in-chief'."""
        if word == "person":
            return self.in_charge(n)
        if word == "deputy":
            return Item("T", n, n + 1) if self.tags.words[n + 1] in {"to", "of"} else None
        chief = IN_CHIEF.match(self.tags.letters, n + 1, self.last)
        return Item("T", n, chief.end()) if chief else None

    def in_charge(self, n: int) -> Item | None:
        """'person in charge'; 'the person in charge' is mostly somebody who is not named, unless a name is or serves as it."""
        before = self.tags.small[max(self.first, n - 2) : n]
        if self.tags.small[n + 1 : n + 3] != ["in", "charge"] or (before[-1:] == ["the"] and before[0] not in BEING):
            return None
        return Item("T", n, n + 3)

    def plural_title(self, n: int) -> Item | None:
        """The title of several people: 'deputy directors'."""
        if n in self.names or self.tags.letters[n - 1 : n] == "o":
            return None
        head = n
        while head < min(n + 3, self.last) and self.tags.letters[head] in "MmGgTt-":
            head += 1
        if head < self.last and head not in self.names and self.tags.small[head] in self.plurals:
            return Item("T", n, head + 1)
        return None

    def qualifies(self, n: int) -> bool:
        """Whether a token can stand in a title before its head: a modifier, or a mark or head that the grammar allows there."""
        letter = self.tags.letters[n]
        return letter not in "BbLlHhUuEeCcGgRr" or self.tags.small[n] in self.modifiers

    def person(self, n: int) -> Item | None:
        """A person that starts at token n, an honorific left out."""
        letters = self.tags.letters
        if not letters[n].isalpha():
            return None
        if not self.tags.words[n][0].isupper():
            return self.small_person(n)
        words = joined(self, n, min(n + 6, self.last))
        count = han_name([word for word, _ in words])
        name = self.names.get(n)
        if count and (name is None or name.last <= words[count - 1][1]):
            return Item("N", n, words[count - 1][1])
        if n in self.names or letters[n] == "Z" or letters[n - 1] == "o":
            return None
        match = OTHER_PERSON.match(letters, n, self.last)
        if (
            match
            and not any(n < start < match.end() for start in self.names)
            and letters[match.end()] not in "sLlEeGgCcHhBbUu"
            and not self.is_body(n)
            and not (self.has_companies and COMPANY.match(letters, n, self.last))
        ):
            return Item("N", n, match.end())
        if SINGLE_PERSON.match(letters, n, self.last + 1):
            return Item("N", n, n + 1)
        said = n > self.first and self.tags.small[n - 1] in SAYING
        return Item("N", n, n + 1) if said and INTRODUCED.match(letters, n, self.last + 1) else None

    def is_body(self, n: int) -> bool:
        """Whether capitalised words are where a post is: 'headteacher at Mill Dene', 'director of Baihe Robotics'."""
        letters, small = self.tags.letters, self.tags.small
        while letters[n - 1] == "P":
            n -= 1
        titled = letters[n - 2] in "tT" and small[n - 2] not in OF_PLACES
        fielded = letters[n - 4 : n - 2].lower() == "to"  # 'Chair of Governors at Mill Dene'
        return (titled and letters[n - 1] in "oi") or (fielded and small[n - 1] == "at")

    def small_person(self, n: int) -> Item | None:
        """'zhang haiyan, leader of …' in a text that lost its capitals."""
        letters = self.tags.letters
        if letters[n : n + 2] != "xx" or not POST_BEHIND.match(letters[n + 2 : n + 8]):
            return None
        words = [self.tags.words[k].capitalize() for k in (n, n + 1)]
        return Item("N", n, n + 2) if len(words[1]) > 3 and han_name(words) == 2 else None

    def organisation(self, n: int) -> Item | None:
        """A named institution or body, a place, or a body in common words."""
        name = self.names.get(n)
        if name is not None:
            return Item("O", n, name.last)
        company = COMPANY.match(self.tags.letters, n, self.last) if self.has_companies else None
        if company:
            return Item("O", n, company.end())
        place = PLACE.match(self.tags.letters, n, self.last)
        if place:
            return Item("q", n, place.end())
        loose = self.tags.letters[n - 1 : n + 1] == "dx" and n > self.first
        start = n + 1 if loose or self.tags.small[n] in THEIR else n
        common = COMMON_BODY.match(self.tags.letters, start, self.last)
        return Item("q", n, common.end()) if common and common.end() > start else None

    def single(self, n: int) -> str:
        """What one token is: a joint, a capitalised word or anything else."""
        letter, word = self.tags.letters[n], self.tags.words[n]
        if letter == "|":
            return ","
        if letter in PASSING or letter == "Z":
            return letter
        if word == "to":
            return "v"
        if letter == "D" and len(word) > 3 and word[:2] in CENTURIES:
            return "y"
        if letter == "x" and word.lower() in self.bodies:
            return "q"
        capital = letter in "PGCELNHRBUM" or (word[0].isupper() and n > self.first and letter in "xwm")
        return "p" if capital else "x"


TITLE = re.compile(
    r"(?:[MmGgCcEeBbLlhuRr](?:-[MmGgCcxPEeTt])?|-|[Tt](?=-?(?:[MmGgCcEeLl]-?){0,2}[Tt])|[Tt]-(?=[MmTtGgx])|&(?<=[CcEe]&)(?=[CcEe])){0,6}(?:[Tt]|Z(?=[oifx,.;|]))"
    r"(?:-[TtGgMmx](?![PGCELHRBUTMgcelhrbumt])|-[Gg](?=P))?(?:[Gg](?![PGCELHRBUTMgcelhrbumtx]))?(?:oL(?![a-zA-Z]))?"
)


def words_of(quote: str) -> list[str]:
    """The words of a sentence in small letters, those of 'Vice-Chairmen:' each by itself."""
    return quote.lower().translate(PARTING).split()


def joined(items: Items, n: int, last: int) -> list[tuple[str, int]]:
    """Words from token n on, hyphened ones as one, each with the token after it, up to the first that is no word."""
    tags = items.tags
    found: list[tuple[str, int]] = []
    while n < last and tags.letters[n].isalpha():
        word, after = tags.words[n], n + 1
        while (
            after + 1 < last
            and tags.letters[after] == "-"
            and tags.starts[after] == tags.end(after - 1)
            and tags.letters[after + 1].isalpha()
        ):
            word, after = f"{word}-{tags.words[after + 1]}", after + 2
        found.append((word, after))
        n = after
    return found
