"""The date that an English sentence gives for a number: as of when it holds."""

from __future__ import annotations

import re

from extractors.counts.written import Number
from extractors.leaps import leaping
from extractors.mentions import DateMention
from extractors.names.marked import Marked
from extractors.once import once
from extractors.text import Sentence

STATED = re.compile(r"\b(?:in|by|since|until|during|from|as of|end of) (?:the |early |late |mid-)?$", re.IGNORECASE)
CLAUSE = re.compile(r"[;；]")
OPENING = 12
"""How many code points may stand before a date that opens its sentence: 'By the end of '."""
SPREAD = 60
"""How far before or behind a number, in code points, a date still qualifies it."""
PERIOD = r"(?: the)?(?: (?:period|years|(?:school|academic|financial) years?)(?: of| from)?)?"
"""'for the period', 'for the years'."""
RIGHT_BEHIND = re.compile(rf"[^,.;:\d]*\b(?:in|by|at|on|of|until|as of|for|from|during|before|since){PERIOD} ?")
DATELINE = re.compile(r" \(| -+ | [–—]")
BEFORE_NAME = re.compile(r"(?:-\d+)? [A-Z]")
BEFORE_DATE = re.compile(
    rf"\b(?:in|by|at|on|of|for|from|during|before|between|under|gave)(?: its| their| [A-Z][a-z]+day,?|{PERIOD}) ?$"
)
ASIDE = re.compile(
    leaping(
        r"\b(?:said earlier|since|until|till|founded|established|formed|set up|born|begun|built|opened|unveiled|launched|approved|adopted|registered"
        r"|renamed|passed|came out|than(?: that| those| the level)?(?: of| in)?|in force from|effective from|conference(?: held)?|meeting(?: held)?|ceremony(?: held)?"
        r"|briefing(?: held)?|forum(?: held)?|interview(?: held)?|statement(?: held)?"
        r"|compared (?:with|to)|against|issued|published|dated|merged|joined|batch|from (?:that|those)|in force since|as early as|since (?:its|the) [a-z ]+)"
        r"(?: (?:(?!that )[a-z]\w* )?(?:in|on|of|since|as early as))*(?: the)? ?[\"“]?$"
    )
)
"""In small letters."""
MADE_BY = re.compile(
    r"\b(?:founded|established|set up|built|opened|launched|created) by (?:the )?[A-Z][^,;:.\d]{3,70} in $"
)
FOUNDERS = 90
"""How many code points before a date tell who founded something then."""
UNTIL_NOW = re.compile(r"(?:^|, )until $", re.IGNORECASE)
"""'Until September 20, the county has set up …': as of that day."""
FROM_THE_START = re.compile(r",? with (?:only |just |about )?(?:[\w-]+ (?:[\w-]+ ){1,3}and )?$")
"""'which opened in the autumn of 1953 with two classes and nine teachers'."""
BRACKETED = re.compile(r"(?: [a-z-]+){0,3} ?\(")
"""'Students: 6,412 (2023)'."""
UNPREPARED = re.compile(r"[^,.;:\d]{0,20} $")
RELATIVE = re.compile(
    r"(?:this|last|next) (?:year|month|term|semester|spring|summer|autumn|winter|[JFMASOND][a-z]+)\b|today"
)
"""'has 12.6 million yuan for it this year', '94% last December': no preposition stands before these."""
COMPARED = re.compile(
    r"\b(?:from|against|than|compared (?:with|to)|versus) (?:about |just |only |some )?[\d,.]+(?: ?%| per ?cent)?(?: [a-z-]+){0,3}?(?: in| at)? (?:the )?$"
)
"""'up from 13 in 2021, and has set aside 5 million': the year is that of the number before it alone."""
IN_RELATIVE = re.compile(r"(?<!round)(?<!term)(?<!year), (?:which|who|whose|where) [^,;]*$")
"""'The work, which started in May, occupied 250': the date is that of the clause in commas alone."""
STAGE = re.compile(r"\b(?:stage|phase|period|year|term|semester)s? \($")
"""'Pilot stage (2020-2021): 4 groups', 'in the past school year (2022-2023)'."""
NOW = re.compile(leaping(r"\b(?:[Nn]ow|[Cc]urrently|[Aa]t present|[Ss]o far|[Tt]o date)\b"))
"""What speaks of the present, whatever date stands elsewhere."""
PRESENT = re.compile(r"[;；] ?(?:[\w'’-]+ ){0,5}(?:has|have|is|are|runs) (?:about |over |nearly |only |some )?$")
"""'In 2018 Li Jun became its head; the school has 24 classes': so it is now."""
TURNED = re.compile(
    r"\band (?:that|said|told|promised)\b|\bsince then\b|\b(?:every|each) year (?:not? less than |at least |about |over |nearly |more than )?$|, an? (?!total|further)(?:[\w'’-]+ ){1,4}(?:of|with) (?:about |over |nearly |some )?$"
    r"|\b(?:compared (?:with|to)|(?:up|down) from|against|versus) (?:about |just |only |more than |over |nearly )?$"
)
"""'In November it took over Linxi School and said it would spend 5 million': no longer of that date."""
LATER = re.compile(
    r"(?: [a-z]+)? (?:at present|now)\b|(?:(?: ?%| per ?cent| percentage points)(?: [a-z]+)?)? (?:higher|lower) than\b|(?: [a-z]+)? (?:than )?(?:a|one|two|three) (?:years?|months?) (?:later|earlier|before|ago)\b|[^,;.]{0,60} (?:every|each) year\b"
)
"""Behind a number that is not of the date before it: 'five exist at present', '200 teachers move every year'."""
NOWADAYS = re.compile(r" (?:we|our|they|it)\b")
"""Behind 'today', where it means the present and no day."""
AT_FIRST = re.compile(r"(?:^|[;,] ?)(?:when|at the time of) [^,;]{3,40}$", re.IGNORECASE)
"""'When it was set up in 2018 it had 4 schools': of what was founded then."""
HAPPENED = re.compile(r"[^,;:]{8,}? (?:in|on|by|at) (?:the )?$")
"""What has happened by a date that stands behind it: 'It won the prize in 2020 and has 24 classes'."""
CHANGED_TO = re.compile(r" ?(?:%|per ?cent)?(?: [a-z]+){0,3} to (?:about |over |nearly |more than |only |just )?\d")
"""'In June the rate rose from 41 percent to 57': what was before is not of that date."""
HAS_CHANGED = re.compile(
    r"\b(?:has|have) (?:since |now )?(?:fallen|risen|dropped|grown|increased|expanded|climbed|decreased)\b"
)
"""'The rate, 1.9 percent in 2017, has fallen to 0.2 percent.'"""
AND_HAS = re.compile(
    r" ?,?(?: and| where (?:it|they|she|he)) (?:now |also |still |already )?(?:has|have|is|are|runs|covers|boasts|offers|teaches|employs|includes|owns)\b(?! (?:been|had|now)\b)"
)
ASIDE_NUMBER = re.compile(r"[^,]{2,70}, (?:with|an?|about|some|home to) [^,;]*$")
"""'Linxi School, with 260 pupils on roll, was rated good in June': the number only tells what the subject is like."""

OTHERWISE = re.compile(
    r"\b(?:up|down) from\b|\b(?:whose|which)\b|\band (?:said|added|told)\b|[;；]|, and (?:by|in|from) $|\b(?:against|compared|versus|than|from (?:a |just |only |about )?[a-z ]{0,10}\d+|from a|but|will|while|whereas|plan(?:s|ned)? to|(?:expects?|aims?|hopes?|intends?) to)\b"
)
ANOTHER_PLAN = re.compile(
    r"\b(?:and|but) (?:will|would|expects?|plans?|aims?|hopes?|intends?)\b|\band (?:by|in|from|as of) (?:the )?$"
)
"""'60 places and will report in March', '16 groups and by 2025 20': the date is that of what comes next."""
UNDERGONE = re.compile(
    r"(?: [\w-]+){0,5} (?:was|were|(?:has|have|had|will|to) (?:be|been)) (?:\w+ly )?(?:[a-z]+ed|built|held|set up|chosen)(?: up)? (?:in|on|by|before|since) (?:the )?"
)
"""'Three groups were approved in July': what happened to the counted themselves."""


class Dated:
    """The dates of one sentence, and which of them a number holds for."""

    def __init__(self, marked: Marked, sentence: Sentence, dates: list[DateMention]) -> None:
        self.marked, self.sentence, self.string = marked, sentence, marked.string
        self.dates = dates

    def as_of(self, number: Number) -> DateMention | None:
        """The date that the sentence gives for a number: one right behind it, else the last before it in the clause."""
        opening = self.opening(number) if self.string.find(" with ", self.sentence.start, number.start) >= 0 else None
        if opening is not None:
            return opening
        undergone = UNDERGONE.match(self.string, number.end, self.sentence.end)
        if undergone and (told := next((d for d in self.dates if d.found.span.start == undergone.end()), None)):
            return told
        if not self.usable:
            return None
        behind = [d for d in self.usable if d.found.span.start >= number.end]
        for date in behind:
            gap = self.string[number.end : date.found.span.start]
            if len(gap) < SPREAD and (self.is_joined(gap) or self.is_said_of(date, gap)):
                return date
        for date in reversed(self.usable):
            end = date.found.span.end
            if end <= number.start and (not CLAUSE.search(self.string, end, number.start) or self.opens(date)):
                if self.is_compared(date):
                    break
                if self.goes_on(date, number):
                    return date
        clause = self.string[number.end : behind[0].found.span.start] if behind else ";"
        if (
            clause.count("(") > clause.count(")")
            or OTHERWISE.search(clause)
            or not (BEFORE_DATE.search(clause) or self.is_bare(behind[0], clause))
        ):
            return None
        before = self.string[self.sentence.start : number.start].rpartition(";")[2]
        aside = NOW.search(before) or ("," in clause and ASIDE_NUMBER.fullmatch(before))
        return None if aside else behind[0]

    def opens(self, date: DateMention) -> bool:
        """Whether a date opens its sentence, so that what stands behind a semicolon is of that date too."""
        return date.found.span.start - self.sentence.start < OPENING

    def is_joined(self, gap: str) -> bool:
        """Whether a preposition joins a date to a number before it, and no other plan stands between."""
        return RIGHT_BEHIND.fullmatch(gap) is not None and ANOTHER_PLAN.search(gap) is None

    def is_bare(self, date: DateMention, clause: str) -> bool:
        """'6 classes with 270 pupils this September': whether a date ends the one clause with its number."""
        return RELATIVE.match(date.found.span.quote) is not None and "," not in clause and " and " not in clause

    def is_compared(self, date: DateMention) -> bool:
        """Whether a date is that of a number with which another is compared."""
        return (
            COMPARED.search(
                self.string, max(self.sentence.start, date.found.span.start - SPREAD), date.found.span.start
            )
            is not None
        )

    def goes_on(self, date: DateMention, number: Number) -> bool:
        """Whether a date before a number still holds for it."""
        start, end = date.found.span.start, date.found.span.end
        between = self.string[end : number.start]
        if ")" in between and "(" not in between:
            return (
                STAGE.search(self.string, self.sentence.start, start) is not None
            )  # else it stands in brackets that say something else
        if (
            NOW.search(between)
            or (";" in between and PRESENT.search(between))
            or TURNED.search(between)
            or LATER.match(self.string, number.end)
        ):
            return False
        if date.form.anchor == "day" and date.found.span.quote.lower() == "today" and NOWADAYS.match(between):
            return False
        if between.endswith("from ") and "/" not in date.form.edtf and CHANGED_TO.match(self.string, number.end):
            return False
        if HAS_CHANGED.search(between) and not self.opens(date):
            return False
        if AND_HAS.match(between) and HAPPENED.fullmatch(self.string, self.sentence.start, start):
            return False
        return not (between.startswith((",", " ,")) and IN_RELATIVE.search(self.string, self.sentence.start, start))

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
            return not self.string.startswith(":", date.found.span.end)
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
        if date.form.edtf[3:4] == "X" and date.form.edtf[0] != "X":  # a decade
            return True
        if dateline or not (ASIDE.search(left.lower()) or (left.endswith(" in ") and self.is_of_maker(date))):
            return dateline
        return AT_FIRST.search(self.string[self.sentence.start : date.found.span.start]) is None

    def is_of_maker(self, date: DateMention) -> bool:
        """Whether a date tells when somebody founded something: 'founded by Dahe Academy in 2015'."""
        start = max(self.sentence.start, date.found.span.start - FOUNDERS)
        return self.string.find(" by ", start, date.found.span.start) >= 0 and bool(
            MADE_BY.search(self.string, start, date.found.span.start)
        )

    def is_part_of_title(self, date: DateMention) -> bool:
        """Whether a date stands inside a name or a title, or before a name that it belongs to."""
        span = date.found.span
        if STATED.search(self.string[max(self.sentence.start, span.start - 12) : span.start]):
            return False
        return self.marked.name_over(span.start, span.end) is not None or bool(
            span.quote.isdigit() and BEFORE_NAME.match(self.string[span.end : span.end + 6])
        )
