"""What an English sentence says of a number besides its unit: modifier and status."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from extractors.counts.line import small_letters
from extractors.counts.phrases import WORDS, is_among
from extractors.counts.written import Number
from extractors.leaps import by_first_letter
from extractors.mentions import Modifier, Status
from extractors.names.marked import Marked
from extractors.once import once
from extractors.text import Sentence, Text


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of the words where a word begins, the longest first.

    >>> alternatives(["plan", "aim", "plans"])
    'a(?<!\\\\w.)(?:im)|p(?<!\\\\w.)(?:lans|lan)'
    """
    ordered = sorted(words, key=lambda word: (word[0], -len(word), word))
    return by_first_letter((word[0], re.escape(word[1:])) for word in ordered)


LETTERS = re.compile("[a-z]+")


def telling(phrases: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The longest word of each phrase, and the phrases of none but short words, which tell little by themselves.

    >>> words, phrases = telling(["aim", "in future", "set-aside", "is to"])
    >>> sorted(words), phrases
    (['aim', 'aside', 'future'], ('is to',))
    """
    longest = {phrase: max(LETTERS.findall(phrase), key=len) for phrase in phrases}
    short = tuple(phrase for phrase, word in longest.items() if word != phrase and len(word) < 4)
    return frozenset(word for phrase, word in longest.items() if phrase not in short), short


NO_MODIFIER = re.compile(
    r"(?:\b(?:goes?|went|gone|rises?|rose|grows?|grew|adds?|is|are|from \w+) up to|\b(?:handed|took|taken|turned|brought|all|gave|put) over|\bcome to some)$"
)
TO_DO = re.compile(r"\bto [a-z]+(?: \w+){0,2} ?$")
NOT_BE = re.compile(r"\b(?:not|never|nor) (?:be |fall |drop )$")
OR_MORE = re.compile(r"\s*(?:or (?P<so>so|thereabouts)\b|or more|and above|or above|plus\b|-plus|\+|-?odd\b)")
NEGATED = re.compile(r"\b(?:no|not|never|nor|forbid\w*)\b[^,;]{0,30}$")
GAPS = ("a total of", "a", "the", "to", "of", "another", "these", "reach", "as", "us$", "hk$", *"$£€¥", "rmb", "us")
KINDS: tuple[Modifier, ...] = ("about", "over", "under")
MODIFIERS = {word: kind for kind in KINDS for word in WORDS[kind]}
MODIFIER = re.compile(rf"(?P<word>{alternatives(MODIFIERS)})(?: (?:{'|'.join(map(re.escape, GAPS))}))? ?$")
LAST = re.compile(r"[^\W\d_]+$|\W$")
MODIFYING = frozenset(last.group() for phrase in (*MODIFIERS, *GAPS) if (last := LAST.search(phrase))) | {""}
"""The tokens before a number that one of those words may modify."""
PLANNED = re.compile(rf"(?:{alternatives(WORDS['planned'])})\b")
"""All three over small letters."""
PLANNING_WORDS, PLANNING_PHRASES = telling(WORDS["planned"])
"""One of these words or phrases stands in every sentence with words of a plan."""
COMING = tuple("planned expected scheduled due slated set forecast meant".split())
BUILDING = ("under construction", "being built", "in the pipeline", "once complete", "when complete", "upon completion")
CERTAIN = ("will", "would", "to be", "are to", "is to", "must", "shall", "should", "could")
COMING_WORDS, COMING_PHRASES = telling([*CERTAIN, *COMING, *BUILDING])
"""The same for what is to come."""
TO_COME = rf"\b(?:{'|'.join(CERTAIN)}|(?:is|are|was|were) (?:{'|'.join(COMING)})|{'|'.join(BUILDING)})\b"
PLANNED_AFTER = re.compile(
    rf"(?:(?:(?! that | which | who )(?:[^,.;]|[,.](?=\d))){{0,100}}?|[^;]{{0,90}}?,) ?{TO_COME}|(?: [\w-]+){{1,3}} planned\b"
)
"""What the number's own clause says behind it; behind a comma only right there: '1,150 seats, built for all, will …'."""
TURN = re.compile(
    r"[;；①-⑳wab](?:(?<![wab])|(?<!\w.)(?:(?<=w)h(?:ile|ereas|ere)|(?<=a)nd now|(?<=b)ut (?:now|so far))\b|(?<=, a)nd (?=[a-z]+ed\b)|(?<=b)ut (?=[a-z]+ed\b))"
)
STANDING = re.compile(
    r"\b(?:existing|current|present|already has|already have)(?: \w+)? $|\b(?:continues?|continued|remains?) to\b[^,;]*$"
    r"|, (?:which|who) (?:has|have|had|is|are|was|were|runs|owns)\b[^,;]*$"
)
"""What is there already, whatever the sentence plans for it: 'including the existing 12 offices'."""
THERE = frozenset("existing current present already continue continues continued remain remains which who".split())
"""One of these words stands in every sentence with such words."""
TELLING = PLANNING_WORDS | COMING_WORDS | THERE
PLAN = re.compile(
    r"\bplans? (?:another |for |about |up to |at least |(?:asks|calls) [\w ]{0,30}?for |of [\w' -]{3,40} is )?$|: to [a-z]+ $"
)
"""'The bureaus plan 4 more groups', 'The plan asks the district for 14 groups', 'one promise: to train 500 people'."""
PROPOSAL = re.compile(
    r"\W*(?:[Dd]esignat|[Ee]stablish|[Bb]uild|[Cc]reat|[Ii]ncreas|[Ee]xpand|[Rr]ecruit|[Ii]ntroduc|[Pp]rovid|[Rr]ais|[Oo]pen)ing "
)
"""How an item of a list of plans begins."""
GIVEN = re.compile(r"(?<!\ball )\b(?:of|in|on|to|across|among) (?:the|its|[\w-]+['’]s) (?:other )?$")
GIVEN_ENDS = ("the ", "its ", "'s ", "’s ", "other ")
BEFORE_NOW = re.compile(
    r"\b(?:(?<!set )(?<!build )(?<!open )up|down|rise|fall|compared (?:with|to)|against|from)(?: from)? (?:just |only |about )?$"
)
NOW_ENDS = frozenset("up down rise fall with to against from just only about".split()) | {""}
"""The last of such words."""


PLAN_TITLE = re.compile(
    r"(?!.*\b(?:releas|issu|unveil|launch|adopt|approv|publish|promot|introduc|discuss)(?:es?|ed|s|ing)?\b)"
    r"(?:[\w'’-]+ ){0,6}?(?:(?:[Ii]mplementation|[Aa]ction|[Ww]ork|[Dd]evelopment|[Cc]onstruction) (?:[Pp]lan|[Ss]cheme)|[Mm]easures) (?:on|of|for)\b[^\"“:!?]*"
)
"""The title of a document that is a plan itself: 'Implementation Plan for …', and no news of one."""
AS_IT_IS = re.compile(
    r"\b(?:has|have|had|was|were|been|at present|currently|existing|now|so far|there (?:is|are)(?! to))\b",
    re.IGNORECASE,
)
"""What even a plan says of how things are."""


def is_plan(text: Text) -> bool:
    """Whether a text is a plan itself, by its title."""
    title = next((block for block in text.blocks if block.role == "title"), None)
    return title is not None and PLAN_TITLE.fullmatch(text.string[title.start : title.end].strip()) is not None


class Judgement:
    """The judgements on one sentence's numbers; ``in_plan`` where all that the text tells is planned."""

    def __init__(self, marked: Marked, sentence: Sentence, *, in_plan: bool = False) -> None:
        self.marked, self.sentence, self.string, self.in_plan = marked, sentence, marked.string, in_plan

    def modifier(self, number: Number, end: int, near: str) -> Modifier:
        """What a qualifying word among those ``near`` before a number, or one after it, makes of it."""
        more = OR_MORE.match(self.string, number.end) or (end != number.end and OR_MORE.match(self.string, end))
        if more:
            return "about" if more["so"] else "over"
        before = self.marked.tags.small[number.token - 1]
        found = MODIFIER.search(small_letters(near)) if is_among(MODIFYING, before) else None
        if found is None or NO_MODIFIER.search(near[: found.end("word")]):
            return "exact"
        kind = MODIFIERS[found["word"]]
        if kind == "under" and NOT_BE.search(near[: found.start("word")]):
            return "over"
        return "under" if kind == "over" and NEGATED.search(near[: found.start("word")]) else kind

    def status(self, number: Number, near: str) -> Status:
        """Whether the clause up to the number, with the words ``near`` before it, speaks of a plan."""
        if self.sentence.block.role == "title" and TO_DO.search(self.string, self.clause_start(number), number.start):
            return "planned"
        planned, speaks_of_future, speaks_of_present = self.told
        if (is_among(NOW_ENDS, self.marked.tags.small[number.token - 1]) and BEFORE_NOW.search(near)) or (
            speaks_of_present and STANDING.search(near)
        ):
            return "actual"
        if (("plan" in near or ": to " in near) and PLAN.search(near)) or (
            self.sentence.block.kind == "list_item" and PROPOSAL.match(self.string, self.sentence.start)
        ):
            return "planned"
        before = bisect_left(planned, number.start)
        if before and self.clause_start(number) <= planned[before - 1]:
            return "actual" if self.is_given(number, near) else "planned"
        if speaks_of_future and PLANNED_AFTER.match(self.string, number.end, self.sentence.end):
            return "actual" if self.is_given(number, near) else "planned"
        return "planned" if self.in_plan and not AS_IT_IS.search(self.sentence.quote) else "actual"

    def is_given(self, number: Number, near: str) -> bool:
        """Whether a plan only says where or for whom it is: 'at least three in each of its 14 counties'."""
        return near.endswith(GIVEN_ENDS) and number.measure == "count" and GIVEN.search(near) is not None

    def clause_start(self, number: Number) -> int:
        """Where the last clause before a number begins that speaks of another time; else where the sentence does."""
        turn = bisect_right(self.turns, number.start)
        return self.turns[turn - 1] if turn else self.sentence.start

    @once
    def turns(self) -> list[int]:
        """Where the clauses of the sentence begin that speak of another time."""
        return [match.end() for match in TURN.finditer(self.string, self.sentence.start, self.sentence.end)]

    @once
    def told(self) -> tuple[list[int], bool, bool]:
        """Where the sentence has words of a plan; whether it has one that makes a number a plan behind it, or none before it."""
        small = small_letters(self.sentence.quote)
        first, last = self.marked.tags.of(self.sentence)
        words = self.marked.tags.small[first:last]
        if "'" in small or "’" in small:  # each word by itself
            words = " ".join(words).replace("'", " ").replace("’", " ").split()
        found = TELLING.intersection(words)
        plans = not PLANNING_WORDS.isdisjoint(found) or any(map(small.__contains__, PLANNING_PHRASES))
        places = [self.sentence.start + match.start() for match in PLANNED.finditer(small)] if plans else []
        coming = not COMING_WORDS.isdisjoint(found) or any(map(small.__contains__, COMING_PHRASES))
        return places, coming, not THERE.isdisjoint(found)
