"""A sentence as items: people, titles, organisations, and the few words and marks that may join them.

The grammar of posts is written over one letter an item:
N a person, T a title, O an organisation's name, q an organisation in common words ("the district") or a place,
p other capitalised words, v the word "to", and , & o f i s d ( ) : ; - as in names.tags; x anything else.
"""

from __future__ import annotations

import re

from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.officials.shapes import (
    AN,
    BODIES,
    FAMILY_NAMES,
    OTHER,
    PECULIAR,
    PLURALS,
    THEIR,
    WORDS,
    joined,
    seen,
)
from extractors.text import Sentence, Span

COMMON_BODY = re.compile(
    r"(?!&)[GCELHBMUgcelhbmu&]*-?[GCELHBMUgcelhbmu]*[LHBURlhbur]+(?![gcelhrbum])"
    r"(?:(?<=b)o[ec](?:&[ec])?(?![a-zA-Z])|(?<=[HB])o[TM][PGCELH]+)?|x?\.b"
)
"""'the county', 'the parents' committee', 'the department of education and sports', 'the School of Teacher Education'."""
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
AREA = re.compile(r"\((?:[PGLX]{1,4}\)(?=,?Z|[oi])|D\)(?=,))")
"""What a title goes on with: 'District Officer (Dahe North), Mr Li Jun', 'Deputy Secretary (3), …'."""
RANK = re.compile(r"od?[DgGxw]{1,2}(?=[oi,.)])")
RANKS = frozenset({"level", "grade", "rank", "class"})
"""'inspector of the fourth level of the government'."""
NO_CHIEF = frozenset({"guest", "guests", "aim", "reason", "concern", "problem", "task", "goal", "cause", "source"})
"""What a chief may be that is no post: 'the chief guest'."""
OF_PLACES = frozenset({"mayor", "minister", "governor"})
"""Titles that go on with a place, behind which a name may stand: 'Mayor of Dahe Tom Rudd'."""
BEING = frozenset({"is", "was", "as"})
ORDINARY = re.compile(
    rf"(?:x(?![x{OTHER}],)(?:(?<![d{AN}]x)|(?![GCELHBMURgcelhbmur{OTHER}-]))|,(?![{AN}{OTHER}])"
    rf"|[;:().|/\"doisfDk]|w(?![P{OTHER}])|&(?![CcEe{OTHER}]))+|$"
)
"""A run of words and marks that are one item each; and the end."""
AS_ITEMS = str.maketrans('|./"Dkw', ",xxxxxx")


class Items:
    """The items of one sentence, in order."""

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        self.marked, self.tags, self.sentence = marked, marked.tags, sentence
        self.first, self.last = self.tags.of(sentence)
        self.plurals = PLURALS.intersection(self.tags.small[self.first : self.last])
        self.has_companies = ") Co." in sentence.quote
        self.names = {name.first: name for name in marked.names_in(sentence.start, sentence.end)}
        self.firsts: list[int] = []
        """The first token of each item."""
        self.lasts: list[int] = []
        """The token after the last of each item."""
        self.han: set[int] = set()
        """The first tokens of the people who have the shape of a Han name."""
        self.letters = self.read()

    def span(self, first: int, last: int) -> Span:
        """The span of items ``first`` up to and without ``last``."""
        return self.tags.span(self.firsts[first], self.lasts[last - 1])

    def word(self, n: int) -> str:
        """The first word of an item, as printed."""
        return self.tags.words[self.firsts[n]]

    def read(self) -> str:
        """The letters of the items; where each starts and ends goes into ``firsts`` and ``lasts``.

        The longest reading comes first: a title, a person, a name, a place, a body in common words.
        """
        n = shift = self.first
        words, firsts, lasts = self.tags.words, self.firsts, self.lasts
        letters = seen(self.tags, n, self.last)
        read: list[str] = []
        begin, finish, add, item = firsts.append, lasts.append, read.append, self.item
        for run in ORDINARY.finditer(letters):
            start, end = run.span()
            start, end = start + shift, end + shift
            while n < start:
                if letters[n - shift] != ",":
                    begin(n)
                    letter, n = item(n)
                    add(letter)
                    finish(n)
                elif words[n + 1] in POST_NOMINALS:
                    n += 2
                else:
                    begin(n)
                    n += 1
                    add(",")
                    finish(n)
            if n < end:
                read.append(letters[n - shift : end - shift])
                firsts += range(n, end)
                lasts += range(n + 1, end + 1)
                n = end
        return "".join(read).translate(AS_ITEMS)

    def item(self, n: int) -> tuple[str, int]:
        """The letter of the item that starts at token n, and the token after it."""
        tags = self.tags
        letter, small, name = tags.letters[n], tags.small[n], self.names.get(n)
        may_be_title = name is None and (letter not in "Px" or self.plurals)
        if (may_be_title or small in PECULIAR) and (end := self.title(n)):
            return "T", end
        if self.has_companies and (company := COMPANY.match(tags.letters, n, self.last)):
            return "O", company.end()
        if not tags.words[n][:1].isupper():
            if letter == "x" and tags.letters[n + 1] == "x" and (end := self.small_person(n)):
                return "N", end
        elif (name is None or small in FAMILY_NAMES) and (end := self.person(n)):
            return "N", end
        if name is not None:
            return "O", name.last
        if end := self.common_body(n):
            return "q", end
        return self.single(n), n + 1

    def title(self, n: int) -> int:
        """Where a title ends that starts at token n: qualifying words and a head noun; 0 for none.

        'party secretary', 'vice -level supervisor'.
        """
        letters, small = self.tags.letters, self.tags.small
        if small[n] in PECULIAR and (end := self.peculiar(n, small[n])):
            return end
        match = TITLE.match(letters, n, self.last)
        several = self.plural_title(n) if self.plurals else 0
        if match is None or several > match.end():
            return several
        head = match.end() - 1
        if n in self.names or (n < head and not all(map(self.qualifies, range(n, head)))):
            return 0
        if letters[head] == "Z" and small[head] != "professor":
            return 0
        following = letters[head + 1]
        if following == "o":
            rank = RANK.match(letters, head + 1, self.last)
            return rank.end() if rank and small[rank.end() - 1] in RANKS else match.end()
        if following == "(":
            area = AREA.match(letters, head + 1, self.last)
            return area.end() if area else match.end()
        no_post = following == "x" and small[head] == "chief" and small[head + 1] in NO_CHIEF
        return 0 if no_post else match.end()

    def peculiar(self, n: int, word: str) -> int:
        """Where a title ends that is no noun with qualifying words: 'person in charge', 'Group leader', 'deputy to', 'editor-in-chief'."""
        if word == "person":
            return self.in_charge(n)
        if word == "group":
            return n + 2 if self.tags.words[n] == "Group" and self.tags.small[n + 1] == "leader" else 0
        if word == "deputy":
            return n + 1 if self.tags.words[n + 1] in {"to", "of"} else 0
        chief = IN_CHIEF.match(self.tags.letters, n + 1, self.last)
        return chief.end() if chief else 0

    def in_charge(self, n: int) -> int:
        """'person in charge'; 'the person in charge' is mostly somebody who is not named, unless a name is or serves as it."""
        before = self.tags.small[max(self.first, n - 2) : n]
        if self.tags.small[n + 1 : n + 3] != ["in", "charge"]:
            return 0
        return n + 3 if before[-1:] != ["the"] or before[0] in BEING or self.is_named(n + 3) else 0

    def is_named(self, n: int) -> bool:
        """Whether a person follows the body that 'of' joins at token n: '… of the Education Bureau Li Jun'."""
        if self.tags.letters[n] != "o":
            return False
        name = self.names.get(n + 1 + (self.tags.letters[n + 1] == "d"))
        return name is not None and name.last < self.last and self.person(name.last) > 0

    def plural_title(self, n: int) -> int:
        """Where the title of several people ends: 'deputy directors'."""
        if n in self.names or self.tags.letters[n - 1 : n] == "o":
            return 0
        head = n
        while head < min(n + 3, self.last) and self.tags.letters[head] in "MmGgTtu-":
            head += 1
        if head < self.last and head not in self.names and self.tags.small[head] in self.plurals:
            return head + 1
        return 0

    def qualifies(self, n: int) -> bool:
        """Whether a token can stand in a title before its head: a modifier, or a mark or head that the grammar allows there."""
        letter = self.tags.letters[n]
        return letter not in "BbLlHhUuEeCcGgRr" or self.tags.small[n] in WORDS["modifier"]

    def person(self, n: int) -> int:
        """Where a person ends that starts with a capital at token n, an honorific left out; 0 for none."""
        letters, tags = self.tags.letters, self.tags
        name = self.names.get(n)
        if tags.small[n] in FAMILY_NAMES:
            words = joined(tags, n, min(n + 6, self.last))
            han = han_name([word for word, _ in words])
            if han and (name is None or name.last <= words[han - 1][1]):
                self.han.add(n)
                return words[han - 1][1]
        if letters[n] != "P" or name is not None or letters[n - 1 : n] == "o":
            return 0
        match = OTHER_PERSON.match(letters, n, self.last)
        if (
            match
            and self.names.keys().isdisjoint(range(n + 1, match.end()))
            and letters[match.end()] not in "sLlEeGgCcHhBbUu"
            and not self.is_body(n)
            and not (tags.words[n][3:].isupper() and not tags.words[n + 1].isupper())  # initials of a body
        ):
            return match.end()
        if SINGLE_PERSON.match(letters, n, self.last + 1):
            return n + 1
        said = n > self.first and tags.small[n - 1] in SAYING
        return n + 1 if said and INTRODUCED.match(letters, n, self.last + 1) else 0

    def is_body(self, n: int) -> bool:
        """Whether capitalised words are where a post is: 'headteacher at Mill Dene', 'director of Baihe Robotics'."""
        letters, small = self.tags.letters, self.tags.small
        while letters[n - 1] == "P":
            n -= 1
        if letters[n - 2 : n] == "Po":  # 'Tom Rudd of Rift Lakes Builders'
            return True
        titled = letters[n - 2] in "tT" and small[n - 2] not in OF_PLACES
        fielded = letters[n - 4 : n - 2].lower() == "to"  # 'Chair of Governors at Mill Dene'
        return (titled and letters[n - 1] in "oi") or (fielded and small[n - 1] == "at")

    def small_person(self, n: int) -> int:
        """'zhang haiyan, leader of …' in a text that lost its capitals."""
        letters = self.tags.letters
        if letters[n : n + 2] != "xx" or not POST_BEHIND.match(letters[n + 2 : n + 8]):
            return 0
        words = [self.tags.words[k].capitalize() for k in (n, n + 1)]
        return n + 2 if len(words[1]) > 3 and han_name(words) == 2 else 0

    def common_body(self, n: int) -> int:
        """Where a place or a body in common words ends that starts at token n; 0 for none."""
        letters = self.tags.letters
        if letters[n] in "PGL" and (place := PLACE.match(letters, n, self.last)):
            return place.end()
        loose = letters[n] == "x" and n > self.first and letters[n - 1] == "d"
        common = COMMON_BODY.match(letters, n + 1 if loose or self.tags.small[n] in THEIR else n, self.last)
        return common.end() if common else 0

    def single(self, n: int) -> str:
        """What one token is: a joint, a capitalised word or anything else."""
        letter, word = self.tags.letters[n], self.tags.words[n]
        if letter in ",&oisdf():;-Z":
            return letter
        if word == "to":
            return "v"
        if letter == "x" and word.lower() in BODIES:
            return "q"
        capital = letter in "PGCELNHRBUMKV" or (word[0].isupper() and n > self.first and letter in "xwm")
        if capital:
            return "p"
        return (
            "i" if word == "with" and self.tags.letters[n - 1] in "tT" else "x"
        )  # 'a researcher with the Dahe Academy'

    def is_han(self, n: int) -> bool:
        """Whether the person at item n has the shape of a Han name."""
        first = self.firsts[n]
        if first in self.han or self.tags.small[first] not in FAMILY_NAMES:
            return first in self.han
        return han_name([word for word, _ in joined(self.tags, first, self.lasts[n])]) > 0


TITLE = re.compile(
    r"(?!-)(?:U(?=T)|[MmGgCcEeBbLlhHuKRr](?:-[MmGgCcxPEeTt])?|-|[Tt](?=-?(?:[MmGgCcEeLlH]-?){0,2}[Tt])|[Tt]-(?=[MmTtGgx])|&(?<=[CcEe]&)(?=[CcEe])){0,6}(?:[Tt](?![kKvV])|Z(?=[oifx,.;|]))"
    r"(?:-[TtGgMmx](?![PGCELHRBUTMgcelhrbumt])|-[Gg](?=P))?(?:[Gg](?![PGCELHRBUTMgcelhrbumtx]))?(?:oL(?![a-zA-Z]))?"
)
