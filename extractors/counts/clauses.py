"""The clauses of a sentence, and the place or body that each of them is about.

A sentence is cut at marks and at the words that open a clause. Of each clause the grammar asks what stands before its
verb: a place or body (its subject), one that "in" or "of" joins to a noun of measure ("the coverage rate in X"), a pronoun
or nothing (it goes on about the clause before it), or some other noun, of which nothing is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set
from operator import itemgetter
from typing import Literal

from extractors.counts.named import Named, Names
from extractors.counts.phrases import WORDS
from extractors.counts.verbs import FINITE, VERBS
from extractors.names.marked import Marked
from extractors.names.tags import MARKS as TAGGED_MARKS
from extractors.once import once
from extractors.text import Sentence
from extractors.value import value

Lead = Literal["start", "comma", "fence", "colon", "quote", "bracket", "report", "relative", "conjunction"]
Kind = Literal["subject", "topic", "attribute", "alone", "goes on", "other"]

MARKS: dict[str, Lead] = {
    ",": "comma",
    ";": "fence",
    ":": "colon",
    '"': "quote",
    "(": "bracket",
    ")": "bracket",
    "|": "fence",
}
RELATIVE = frozenset({"which", "who", "whose", "where"})
CONJUNCTIONS = frozenset({"while", "whereas", "but", "when", "because", "so", "since", "although", "though", "if"})
LEADING_MARKS = {mark for mark, letter in TAGGED_MARKS.items() if letter == "-" or letter in MARKS} | {""}
"""The marks that may open a clause, as printed; nothing is printed for the end of a cell."""
LEADING = RELATIVE | CONJUNCTIONS | WORDS["saying"] | LEADING_MARKS | {"that", "and"}
BASE = WORDS["verb"] - WORDS["verb_form"] - {"put", "set", "cut", "let", "spread"}
"""Forms that no singular noun has behind it: 'the county finance' is no clause."""
PASSED_OVER = WORDS["between"] | CONJUNCTIONS
"""What may stand between the start of a clause and its subject."""
MARKED = re.compile('[,;:"()|]')
NUMBERED = re.compile("[Dw]")
TIMELY = frozenset("earlier later this last year month week today yesterday".split())
"""What may stand between a verb of saying and what is said: 'said earlier this year the country has …'."""
LABEL = 10
"""How many tokens a label in square brackets may have."""
FAR = 40
"""How many tokens away a clause's verb may stand."""
PERSONS = frozenset("he she i you reporter reporters".split())
WHERE = frozenset("in at across throughout within inside among for on".split())
JOINS = WHERE | {"of", "from", "to"}


@value
class Clause:
    """Tokens ``first`` up to and without ``last``; what opens the clause, and what it is about."""

    first: int
    last: int
    lead: Lead
    kind: Kind
    about: Named | None
    topic: Named | None
    """A place or body that 'in' puts at the front of the clause."""
    verb: int | None
    """Its first verb."""


class Clauses(Names):
    """The clauses of one sentence."""

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        super().__init__(marked, sentence)
        self.read: dict[int, Clause] = {}

    @once
    def starting(self) -> dict[int, Named]:
        """The names by their first token."""
        return {named.first: named for named in self.names}

    @once
    def inside(self) -> dict[int, Named]:
        """The names by each of their tokens."""
        return {n: named for named in self.names for n in range(named.first, named.last)}

    def __getitem__(self, place: int) -> Clause:
        """The clause at a place of the sentence, from 0; read when it is asked for."""
        clause = self.read.get(place)
        if clause is None:
            first, lead = self.starts[place]
            last = self.starts[place + 1][0] if place + 1 < len(self.starts) else self.last
            clause = self.read[place] = self.clause(first, last, lead)
        return clause

    def __len__(self) -> int:
        """How many clauses the sentence has."""
        return len(self.starts)

    def at(self, n: int) -> int:
        """The place of the clause that holds token ``n``."""
        return max(0, bisect_right(self.starts, n, key=itemgetter(0)) - 1)

    @once
    def starts(self) -> list[tuple[int, Lead]]:
        """The first token of each clause, and what opens it."""
        small, covered = self.small, self.covered
        found: list[tuple[int, Lead]] = [(self.after_label if small[self.first] == "[" else self.first, "start")]
        for n in self.among(LEADING):
            lead = None if n in covered else self.lead(n)
            if lead is None:
                continue
            start = n + 1 if small[n] in LEADING_MARKS or lead == "report" else n
            before, leading = found[-1]
            if before >= start - 1 and leading in {"comma", "bracket"} and lead in {"relative", "conjunction", "quote"}:
                found[-1] = (start, lead)
            elif start < self.last:
                found.append((start, lead))
        return found

    @once
    def after_label(self) -> int:
        """The token behind the label that opens a sentence: '[Teachers] The county has …'."""
        end = (
            self.small.index("]", self.first) if "]" in self.small[self.first : self.first + LABEL] else self.first - 1
        )
        return end + 1

    @once
    def covered(self) -> Set[int]:
        """The tokens that open no clause and are no verb of one: those of names and titles."""
        return self.inside.keys() | self.titles if self.titles else self.inside.keys()

    @once
    def titles(self) -> frozenset[int]:
        """The tokens of quoted titles and terms: what stands in quotation marks and is nobody's speech."""
        letters = self.tags.letters[self.first : self.last]
        marks = [self.first + n for n, letter in enumerate(letters) if letter == '"'] if '"' in letters else []
        found: set[int] = set()
        for opening, closing in zip(marks[::2], marks[1::2], strict=False):
            if (
                self.tags.letters[opening - 1] not in ",:"
                and self.small[opening - 1] not in WORDS["saying"]
                and opening > self.first
            ):
                found.update(range(opening, closing + 1))
        return frozenset(found)

    def lead(self, n: int) -> Lead | None:
        """What token ``n`` opens, if it opens a clause."""
        letter, word = self.tags.letters[n], self.small[n]
        if letter in MARKS:
            return MARKS[letter]
        if letter == "-":
            spaced = self.string[self.tags.starts[n] - 1 : self.tags.end(n) + 1]
            return "colon" if spaced[:1] == spaced[-1:] == " " else None
        if word == "that":
            if self.is_said(n):
                return "report"
            relative = self.tags.letters[n - 1] in "hkruvlKHUVL" or self.small[n + 1] in FINITE
            return "relative" if relative else None
        if word in RELATIVE:
            return "relative"
        if word in CONJUNCTIONS and self.small[n + 1] != "far":
            return "conjunction"
        if word == "and":
            return "conjunction" if self.opens_clause(n + 1) else None
        if word in WORDS["saying"] and self.reports(n):
            return "report"
        return None

    def is_said(self, n: int) -> bool:
        """Whether a verb of saying stands not far before the 'that' at token ``n``: 'told reporters that …'."""
        for k in range(n - 1, max(self.first, n - 10) - 1, -1):
            if self.small[k] in WORDS["saying"] or (self.small[k] == "forward" and self.small[k - 1] == "put"):
                return True
            if self.tags.letters[k] in MARKS:
                break
        return False

    def opens_clause(self, n: int) -> bool:
        """Whether a clause with a verb starts at token ``n``, behind an 'and'."""
        while self.small[n] in WORDS["between"] and self.small[n] not in FINITE:
            n += 1
        if self.small[n] in FINITE or self.small[n] in WORDS["pronoun"]:
            return True
        if n in self.starting:
            return self.is_verb_at(self.starting[n].last)
        return self.tags.letters[n] in "dx" and self.has_verb(n)

    def reports(self, n: int) -> bool:
        """Whether a verb of saying at token ``n`` is followed at once by what is said: 'he said the city has …'."""
        while self.small[n + 1] in TIMELY:
            n += 1
        return (
            n + 1 in self.starting or self.tags.letters[n + 1] in "d" or self.small[n + 1] in WORDS["pronoun"]
        ) and self.has_verb(n + 1)

    def has_verb(self, n: int) -> bool:
        """Whether a verb stands between token ``n`` and the next mark."""
        verb = self.verb_from(n)
        return verb < min(self.last, n + FAR) and not MARKED.search(self.tags.letters, n, verb)

    def verb_from(self, n: int) -> int:
        """The first verb of a clause at or behind token ``n``; the end of the sentence where none is."""
        place = bisect_left(self.verbs, n)
        return self.verbs[place] if place < len(self.verbs) else self.last

    @once
    def verbs(self) -> list[int]:
        """The tokens that are verbs of clauses, in order; 'a shared laboratory' has none."""
        letters, small, covered = self.tags.letters, self.small, self.covered
        return [
            n
            for n in self.among(FINITE)
            if n not in covered and letters[n - 2 if small[n - 1].endswith("ly") else n - 1] != "d"
        ]

    def is_verb_at(self, n: int) -> bool:
        """Whether a verb stands at token ``n``, adverbs before it left aside."""
        while self.small[n] in WORDS["between"] or self.small[n].endswith("ly"):
            if self.small[n] in VERBS:
                return True
            n += 1
        return self.small[n] in VERBS

    def clause(self, first: int, last: int, lead: Lead) -> Clause:
        """The clause from token ``first`` up to and without ``last``."""
        next_verb = self.verb_from(first)
        verb = next_verb if next_verb < last else None
        titles, subject, topic = self.titles, None, None
        inside = [named for named in self.names if first <= named.first < last and named.first not in titles]
        for named in inside:
            if subject is None and self.is_subject(named, first, last, verb):
                subject = named
            if topic is None and self.fronted(named, first):
                topic = named
        if subject is not None:
            if self.small[subject.last] not in {"'s", "’s"} and verb is None:
                verb = subject.last
            return Clause(first, last, lead, "subject", subject, topic, verb)
        kind, about = self.without_subject(first, last, verb, inside, topic)
        return Clause(first, last, lead, kind, about, topic, verb)

    def before(self, named: Named) -> int:
        """The token before a name and its article."""
        n = named.first - 1
        return n - 1 if self.tags.letters[n : n + 1] == "d" else n

    def fronted(self, named: Named, first: int) -> bool:
        """Whether only a preposition stands between the start of a clause and a name: 'In Dahe City …'."""
        n = self.before(named)
        while n >= first and self.small[n] in {"all", "both", "areas", "whole"}:
            n -= 1
        fronts = self.small[n] in WHERE or (self.small[n] == "of" and not named.is_counted)
        return fronts and n == self.skip(first)

    def skip(self, n: int) -> int:
        """The first token at or after ``n`` that is no conjunction or adverb."""
        while n < self.last:
            word = self.small[n]
            if word not in PASSED_OVER and not word.endswith("ly") and word[:1].isalnum():
                break
            n += 1
        return n

    def is_time(self, n: int) -> bool:
        """Whether token ``n`` ends a time at the front of a clause: 'by 2025', 'in September', 'at present'."""
        return self.tags.letters[n] == "D" or self.small[n] in WORDS["time_end"]

    def is_subject(self, named: Named, first: int, last: int, verb: int | None) -> bool:
        """Whether a name is the subject of the clause from token ``first`` up to and without ``last``."""
        if verb is not None and verb < named.first:
            return False
        before = self.before(named)
        if self.small[before] in WORDS["preposition"] and before >= first:
            return False
        if self.small[named.last] == "finance" and named.is_common:  # 'the county finance arranges …'
            return self.is_verb_at(named.last + 1)
        if self.is_verb_at(named.last):
            return not (
                named.is_common and self.small[named.last] in BASE and self.tags.letters[named.last - 1] not in "kv"
            )
        at_start = self.skip(first) >= before + 1 or self.is_time(before)
        following = self.small[named.last]
        if following in {"'s", "’s"}:
            return at_start and (verb is not None or NUMBERED.search(self.tags.letters, named.last, last) is not None)
        return at_start and verb is not None and following in WORDS["preposition"]

    def is_kind(self, named: Named) -> bool:
        """Whether a name is no name but a kind of institutions: 'the public schools', 'county schools'."""
        return named.is_common and self.tags.letters[named.last - 1] in "kv"

    def without_subject(
        self, first: int, last: int, verb: int | None, inside: list[Named], topic: Named | None
    ) -> tuple[Kind, Named | None]:
        """What a clause is about that has no place or body as its subject."""
        start = self.skip(first)
        if topic is not None and (verb is None or start == self.before(topic)):
            return "topic", topic
        if verb is None:
            if start in self.starting or (start + 1 in self.starting and self.tags.letters[start] == "d"):
                return "alone", self.starting.get(start) or self.starting[start + 1]
            if not WORDS["attribute"].isdisjoint(self.small[start : min(start + 3, self.last)]):
                return self.attribute(inside)
            return "goes on", None
        words = self.small[start:verb]
        if (
            not words
            or words[0] in WORDS["pronoun"]
            or words[0] in WORDS["preposition"]
            or words[-1] in WORDS["pronoun"]
        ):
            return ("goes on", None)
        if words[0] in PERSONS:
            return ("goes on" if last - first <= 4 and self.small[verb] in WORDS["saying"] else "other"), None
        if WORDS["attribute"].isdisjoint(words) and not any(letter in "Dw" for letter in self.tags.letters[start:verb]):
            return "other", None
        return self.attribute(inside)

    def attribute(self, inside: list[Named]) -> tuple[Kind, Named | None]:
        """The place or body that "in" or "of" joins to a noun of measure, one told by its name first."""
        joined = [
            named
            for named in inside
            if (join := self.small[self.before(named)]) in JOINS and not (named.is_counted and join == "of")
        ]
        for named in sorted(joined, key=self.is_kind):
            return "attribute", named
        return "goes on", None
