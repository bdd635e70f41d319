"""What an English sentence says of a number besides its unit: modifier, status, the date it holds for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from extractors.counts.line import small_letters
from extractors.counts.numerals import Number
from extractors.counts.phrases import WORDS
from extractors.leaps import by_first_letter, leaping
from extractors.mentions import DateMention, Modifier, Status
from extractors.names.marked import Marked
from extractors.once import once
from extractors.text import Sentence


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


STATED = re.compile(r"\b(?:in|by|since|until|during|from|as of|end of) (?:the )?$", re.IGNORECASE)
CLAUSE = re.compile(r"[;；]")
SPREAD = 60
"""How far before or behind a number, in code points, a date still qualifies it."""
NO_MODIFIER = re.compile(
    r"(?:\b(?:goes?|went|gone|rises?|rose|grows?|grew|adds?|is|are|from \w+) up to|\b(?:handed|took|taken|turned|brought|all|gave|put) over|\bcome to some)$"
)
RIGHT_BEHIND = re.compile(r"[^,.;:\d]*\b(?:in|by|at|on|of|until|as of|for|from|during|before|since)(?: the)? ?")
DATELINE = re.compile(r" \(| -+ | [–—]")
BEFORE_NAME = re.compile(r"(?:-\d+)? [A-Z]")
BEFORE_DATE = re.compile(
    r"\b(?:in|by|at|on|of|for|from|during|before|between|under|gave)(?: the| its| their| [A-Z][a-z]+day,?)? ?$"
)
ASIDE = re.compile(
    leaping(
        r"\b(?:since|until|till|founded|established|formed|set up|built|opened|unveiled|launched|approved|adopted|registered"
        r"|renamed|passed|came out|than(?: that| those| the level)?(?: of| in)?|conference(?: held)?|meeting(?: held)?|ceremony(?: held)?"
        r"|briefing(?: held)?|forum(?: held)?|interview(?: held)?|statement(?: held)?"
        r"|compared (?:with|to)|against|issued|published|dated|merged|joined|in force since|as early as|since (?:its|the) [a-z ]+)"
        r"(?: (?:(?!that )\w+ )?(?:in|on|since|as early as))*(?: the)? ?[\"“]?$"
    )
)
"""In small letters."""
UNTIL_NOW = re.compile(r"(?:^|, )until $", re.IGNORECASE)
"""'Until September 20, the county has set up …': as of that day."""
FROM_THE_START = re.compile(r",? with (?:only |just |about )?(?:[\w-]+ (?:[\w-]+ ){1,3}and )?$")
"""'which opened in the autumn of 1953 with two classes and nine teachers'."""
BRACKETED = re.compile(r"(?: [a-z-]+){0,3} ?\(")
"""'Students: 6,412 (2023)'."""
UNPREPARED = re.compile(r"[^,.;:\d]{0,20} $")
RELATIVE = re.compile(r"(?:this|last|next) (?:year|month|term|semester|spring|summer|autumn|winter)\b")
"""'has 12.6 million yuan for it this year': no preposition stands before these."""

OTHERWISE = re.compile(
    r"[;；]|, and (?:by|in|from) $|\b(?:against|compared|versus|than|from (?:a |just |only |about )?[a-z ]{0,10}\d+|from a|but|will|while|whereas|plan(?:s|ned)? to)\b"
)
TO_DO = re.compile(r"\bto [a-z]+(?: \w+){0,2} ?$")
OR_MORE = re.compile(r"\s*(?:or more|and above|or above|plus\b|-plus|\+|-?odd\b)")
NEGATED = re.compile(r"\b(?:no|not|never|nor|forbid\w*)\b[^,;]{0,30}$")
GAPS = ("a total of", "a", "the", "to", "of", "another", "these", "reach", "as", "us$", "hk$", *"$£€¥", "rmb", "us")
KINDS: tuple[Modifier, ...] = ("about", "over", "under")
MODIFIERS = {word: kind for kind in KINDS for word in WORDS[kind]}
MODIFIER = re.compile(rf"(?P<word>{alternatives(MODIFIERS)})(?: (?:{'|'.join(map(re.escape, GAPS))}))? ?$")
MODIFYING = (*MODIFIERS, *(f" {gap}" for gap in GAPS))
"""What the words before a number end with where one of them modifies it."""
PLANNED = re.compile(rf"(?:{alternatives(WORDS['planned'])})\b")
"""All three over small letters."""
PLANNING_WORDS, PLANNING_PHRASES = telling(WORDS["planned"])
"""One of these words or phrases stands in every sentence with words of a plan."""
COMING = tuple("planned expected scheduled due slated set forecast".split())
CERTAIN = ("will", "would", "to be", "are to", "is to", "must", "shall", "should", "could")
COMING_WORDS, COMING_PHRASES = telling([*CERTAIN, *COMING])
"""The same for what is to come."""
TO_COME = rf"\b(?:{'|'.join(CERTAIN)}|(?:is|are|was|were) (?:{'|'.join(COMING)}))\b"
PLANNED_AFTER = re.compile(
    rf"(?:(?:(?! that | which | who )[^,.;]){{0,100}}?|[^;]{{0,90}}?,) ?{TO_COME}|(?: [\w-]+){{1,3}} planned\b"
)
"""What the number's own clause says behind it; behind a comma only right there: '1,150 seats, built for all, will …'."""
TURN = re.compile(
    r"[;；①-⑳wab](?:(?<![wab])|(?<!\w.)(?:(?<=w)h(?:ile|ereas|ere)|(?<=a)nd now|(?<=b)ut now)\b|(?<=, a)nd (?=[a-z]+ed\b))"
)
STANDING = re.compile(
    r"\b(?:existing|current|present|already has|already have)(?: \w+)? $|\b(?:continues?|continued|remains?) to\b[^,;]*$"
    r"|, (?:which|who) (?:has|have|had|is|are|was|were|runs|owns)\b[^,;]*$"
)
"""What is there already, whatever the sentence plans for it: 'including the existing 12 offices'."""
THERE = ("existing", "current", "present", "already", "continue", "remain", "which", "who")
PLAN = re.compile(r"\bplans? (?:another |for |about |up to |at least |(?:asks|calls) [\w ]{0,30}?for )?$|: to [a-z]+ $")
"""'The bureaus plan 4 more groups', 'The plan asks the district for 14 groups', 'one promise: to train 500 people'."""
PROPOSAL = re.compile(
    r"\W*(?:[Dd]esignat|[Ee]stablish|[Bb]uild|[Cc]reat|[Ii]ncreas|[Ee]xpand|[Rr]ecruit|[Ii]ntroduc|[Pp]rovid|[Rr]ais|[Oo]pen)ing "
)
"""How an item of a list of plans begins."""
BEFORE_NOW = re.compile(r"\b(?:up|down|rise|fall|compared (?:with|to)|against|from)(?: from)? (?:just |only |about )?$")
NOW_ENDS = tuple("up down rise fall with to against from just only about".split())
"""What such words end with."""


class Judgement:
    """The judgements on one sentence's numbers; ``dates`` are those of the sentence."""

    def __init__(self, marked: Marked, sentence: Sentence, dates: list[DateMention]) -> None:
        self.marked, self.sentence, self.string = marked, sentence, marked.string
        self.dates = dates

    def modifier(self, number: Number, end: int, near: str) -> Modifier:
        """What a qualifying word among those ``near`` before a number, or one after it, makes of it."""
        if OR_MORE.match(self.string, number.end) or (end != number.end and OR_MORE.match(self.string, end)):
            return "over"
        small = small_letters(near)
        found = MODIFIER.search(small) if small.rstrip().endswith(MODIFYING) else None
        if found is None or NO_MODIFIER.search(near[: found.end("word")]):
            return "exact"
        kind = MODIFIERS[found["word"]]
        return "under" if kind == "over" and NEGATED.search(near[: found.start("word")]) else kind

    def status(self, number: Number, near: str) -> Status:
        """Whether the clause up to the number, with the words ``near`` before it, speaks of a plan."""
        if self.sentence.block.role == "title" and TO_DO.search(self.string, self.clause_start(number), number.start):
            return "planned"
        if (near.rstrip().endswith(NOW_ENDS) and BEFORE_NOW.search(near)) or (
            any(map(near.__contains__, THERE)) and STANDING.search(near)
        ):
            return "actual"
        if (("plan" in near or ": to " in near) and PLAN.search(near)) or (
            self.sentence.block.kind == "list_item" and PROPOSAL.match(self.string, self.sentence.start)
        ):
            return "planned"
        if self.planned and any(self.clause_start(number) <= place < number.start for place in self.planned):
            return "planned"
        if self.speaks_of_future and PLANNED_AFTER.match(self.string, number.end, self.sentence.end):
            return "planned"
        return "actual"

    def clause_start(self, number: Number) -> int:
        """Where the last clause before a number begins that speaks of another time; else where the sentence does."""
        turn = bisect_right(self.turns, number.start)
        return self.turns[turn - 1] if turn else self.sentence.start

    @once
    def turns(self) -> list[int]:
        """Where the clauses of the sentence begin that speak of another time."""
        return [match.end() for match in TURN.finditer(self.string, self.sentence.start, self.sentence.end)]

    @once
    def planned(self) -> list[int]:
        """Where the sentence has words that make a number a plan."""
        if not self.has(PLANNING_WORDS, PLANNING_PHRASES):
            return []
        return [self.sentence.start + match.start() for match in PLANNED.finditer(self.small)]

    @once
    def speaks_of_future(self) -> bool:
        """Whether the sentence has a word without which nothing behind a number makes it a plan."""
        return self.has(COMING_WORDS, COMING_PHRASES)

    def has(self, words: frozenset[str], phrases: Iterable[str]) -> bool:
        """Whether one of some words or phrases stands in the sentence."""
        return not words.isdisjoint(self.words) or any(map(self.small.__contains__, phrases))

    @once
    def small(self) -> str:
        """The sentence in small letters."""
        return small_letters(self.sentence.quote)

    @once
    def words(self) -> list[str]:
        """The words of the sentence in small letters, those apart that an apostrophe joins."""
        first, last = self.marked.tags.of(self.sentence)
        words = self.marked.tags.small[first:last]
        if "'" in self.small or "’" in self.small:
            return " ".join(words).replace("'", " ").replace("’", " ").split()
        return words

    def as_of(self, number: Number) -> DateMention | None:
        """The date that the sentence gives for a number: one right behind it, else the last before it in the clause."""
        if not self.dates:
            return None
        opening = self.opening(number) if self.string.find(" with ", self.sentence.start, number.start) >= 0 else None
        if opening is not None:
            return opening
        if not self.usable:
            return None
        behind = [d for d in self.usable if d.found.span.start >= number.end]
        for date in behind:
            gap = self.string[number.end : date.found.span.start]
            if len(gap) < SPREAD and (RIGHT_BEHIND.fullmatch(gap) or self.is_said_of(date, gap)):
                return date
        for date in reversed(self.usable):
            end = date.found.span.end
            if end <= number.start and not CLAUSE.search(self.string, end, number.start):
                if self.string.find("(", end, number.start) < 0 <= self.string.find(")", end, number.start):
                    continue  # it stands in brackets that say something else
                return date
        clause = self.string[number.end : behind[0].found.span.start] if behind else ";"
        return behind[0] if BEFORE_DATE.search(clause) and not OTHERWISE.search(clause) else None

    def opening(self, number: Number) -> DateMention | None:
        """The date right before the 'with' that tells what something began with: 'opened in 1953 with two classes'."""
        for date in reversed(self.dates):
            between = self.string[date.found.span.end : number.start]
            if 0 < len(between) < SPREAD and FROM_THE_START.fullmatch(between):
                return date
        return None

    @once
    def usable(self) -> list[DateMention]:
        """The dates of the sentence that may be those of its numbers."""
        return [d for d in self.dates if not self.is_part_of_title(d) and not self.is_aside(d)]

    def is_said_of(self, date: DateMention, gap: str) -> bool:
        """Whether a date right behind a number needs no preposition: '6,412 (2023)', '12.6 million yuan for it this year'."""
        if BRACKETED.fullmatch(gap):
            return True
        return RELATIVE.match(date.found.span.quote) is not None and UNPREPARED.fullmatch(gap) is not None

    def is_aside(self, date: DateMention) -> bool:
        """Whether a date belongs to something else in the sentence: a founding, a dateline, "since", "until"."""
        left = self.string[max(self.sentence.start, date.found.span.start - 40) : date.found.span.start]
        right = self.string[date.found.span.end : date.found.span.end + 4]
        dateline = (
            right.startswith(" ")
            and DATELINE.match(right) is not None
            and date.found.span.start - self.sentence.start < 40
        )
        if UNTIL_NOW.search(left) and right.startswith(","):
            return False
        return dateline or ASIDE.search(left.lower()) is not None

    def is_part_of_title(self, date: DateMention) -> bool:
        """Whether a date stands inside a name or a title, or before a name that it belongs to."""
        span = date.found.span
        if STATED.search(self.string[max(self.sentence.start, span.start - 12) : span.start]):
            return False
        return self.marked.name_over(span.start, span.end) is not None or bool(
            span.quote.isdigit() and BEFORE_NAME.match(self.string[span.end : span.end + 6])
        )
