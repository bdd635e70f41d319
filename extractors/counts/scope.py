"""The place or body that a number is about, where its sentence prints one."""

from __future__ import annotations

import re

from extractors.counts.clauses import Clauses
from extractors.counts.named import Named
from extractors.counts.phrases import WORDS
from extractors.counts.subjects import EACH, POSSESSIVE, Subjects
from extractors.counts.written import Number
from extractors.mentions import Found
from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.numbers import WORDS as NUMBER_WORDS
from extractors.once import once
from extractors.text import Sentence, Span

BARE = re.compile(rf"(?:[\d.,]+ ?%?|(?i:{NUMBER_WORDS}))")
"""A number alone: '2', '71.2%', 'two'."""
CONTRAST = re.compile(
    r" (?:each |are |is |were |went )?(?:in|at|from|on|inside) (?P<place>(?:the )?(?!which|total|all|number|addition|fact|school|use|urban|the|\d)(?:[\w'’-]+ ){0,4}?[\w'’-]+(?: and (?!\d)[a-z]+s\b)?)(?= ?[,.;:、)]| and| in \d| by |$)"
)
"""' in the port', ' each at the head school': where a bare number's own things are."""
BEHIND = re.compile(
    r"(?P<gap>(?:[^,.;:()]|[,.](?=\d)){0,60}?) ?\b(?P<join>in|on|across|throughout|within|inside|at|of|for|to|from|around)(?: of)? (?:the |all )?"
)
"""What may stand between a number and its place: ' of the teachers in '."""
OTHER_NOUN = re.compile(
    r"\b(?:a|an|(?<!of )the|its|their|his|her|to|for|with|by|gather\w*|met|came|come|attend\w*|held|took|take)\b"
)
"""Words before a place that say that it belongs to something else, or only says where people met."""
SIZED = WORDS["attribute"] | WORDS["scope"]
"""What 'a … of 300' may name without being a thing in passing: 'a total of', 'a city of'."""
YEARLY = re.compile(r"(?: (?:a|every|each|this|last) (?:year|term|semester))?")
"""'15 teachers a year to Dahe'."""
ROADS = frozenset(("road", "street", "avenue", "lane"))
"""Where a school stands, and no owner of what is counted."""
OWN = frozenset({"its", "their", "his", "her"})
MONEY = re.compile(r"(?i)yuan|rmb|[$£€¥]|dollars?|euros?|pounds?|^rm$")
DIGIT = re.compile(r"\b(?:in|from|across|at) \d|\d$")
OF_ALL = re.compile(r" of (?:the |its |all |all the )?\d")
"""'4 of the 12 groups in Dahe'."""
SPENT = re.compile(r" (?:for|on|into|will go on|is arranged for) ")
"""'3 million yuan for schools in Dahe'."""
ASKING = frozenset({"asks", "asked", "requires", "required", "wants", "allows"})
DISTANCES = ("kilometer", "kilometers", "kilometre", "kilometres", "km", "mile", "miles")
DISTANCE = re.compile(rf"[\d.] ?(?:{'|'.join(DISTANCES)})$")
AWAY = re.compile(r" (?:away|from|to|apart|off|east|west|north|south)\b")
"""What makes kilometres a distance: '28 kilometers from town'."""
SIZE_OF = re.compile(
    r"\b(?:a|an) (?P<thing>[a-z-]+(?: [a-z-]+){0,3}) of (?:about |over |nearly |some |more than |around |almost |just |up to )?$"
)
"""'a central kitchen of 2,400 square meters'."""
TIME = re.compile(
    r"\b(?:years?|months?|quarters?|half|end|beginning|terms?|semesters?|stages?|present|last|first|next|future|(?:19|20)\d\d)\b"
)
"""What follows 'in' and is no place: 'in the second half'."""
APPOSED = re.compile(
    r"(?:, an? (?:[\w'’-]+ ){1,8}?(?:of|with)| with) (?:about |over |nearly |some |more than |around |almost |only |just |now )?$"
)
"""What may stand between a name and the number of its parts."""
MORE_PLACES = re.compile(r"(?:,P{1,2})*,?&P{1,2}(?=[,.;:)|iof]|$)")
"""'…, Foshan and Zhaoqing', in letters: places that only stand in a list with one."""
LINK = re.compile(r", (?:and )?| and (?:in )?")
"""What joins listed places."""


class Scopes:
    """The places and bodies of one sentence, and which of them a number is about."""

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        self.clauses = Clauses(marked, sentence)
        self.subjects = Subjects(self.clauses)
        self.sentence, self.string, self.tags, self.small = sentence, marked.string, marked.tags, self.clauses.small
        self.located: tuple[int, Span] | None = None
        """The last scope that stood beside its number, with the token of that number."""
        self.seen = False
        """Whether the sentence has had a count."""

    def of(self, number: Number, end: int, unit: Span) -> Found | None:
        """What a count up to ``end`` is about: a place behind it, an owner before it, what its clause is about."""
        start, n = number.start, number.token
        apposed = self.apposed(start)
        if apposed is not None:
            self.located, self.seen = (n, apposed.span), True
            return apposed
        if self.is_of_another(start, end):
            return None
        found = self.contrast(start, end)
        if found is None and self.clauses.names:
            found = self.beside(n, start, end, unit) or self.told(n, start, unit)
        self.seen = True
        return found

    def beside(self, n: int, start: int, end: int, unit: Span) -> Found | None:
        """The place or body beside the number at token ``n``: before it, in front of its brackets, behind it, its owner."""
        found = self.recipient(n) or self.bracketed(n)
        if found is None:
            found = self.behind(start, end, unit) or self.owner(start, end)
            if found is not None:
                self.located = n, found.span
        return found

    def found(self, named: Span, rule: str, confidence: float) -> Found:
        """A place or body with the rule that found it and how often that rule is right."""
        return Found(named, self.sentence, rule, confidence)

    def is_of_another(self, start: int, end: int) -> bool:
        """Whether a number is a distance, or the size of something that the sentence names in passing."""
        far = self.string.endswith(DISTANCES, start, end) and DISTANCE.search(self.string, start, end)
        if far and AWAY.match(self.string, end):
            return True
        if self.string.find(" of ", max(self.sentence.start, start - 20), start) < 0:
            return False
        size = SIZE_OF.search(self.string, max(self.sentence.start, start - 60), start)
        return size is not None and SIZED.isdisjoint(size["thing"].lower().split())

    def contrast(self, start: int, end: int) -> Found | None:
        """'5 schools in Dahe and 2 in the port': a bare number with its own place."""
        match = CONTRAST.match(self.string, end, self.sentence.end) if self.seen else None
        if match is None or not BARE.fullmatch(self.string, start, end) or TIME.search(match["place"]):
            return None
        named = next(
            (n for n in self.clauses.names if n.span.start - 4 <= match.start("place") <= n.span.start + 4), None
        )
        span = self.listed(named) if named else Span(self.sentence.span.text, *match.span("place"))
        return self.found(span, "counts.scope.contrast", 0.7)

    def apposed(self, start: int) -> Found | None:
        """'joined the Dahe Union, a union of 38 schools', 'grew into Dahe Group with 5 campuses': the name right before."""
        near = self.string[max(0, start - 16) : start]
        if " of " not in near and " with " not in near:
            return None
        match = APPOSED.search(self.string, max(self.sentence.start, start - 90), start)
        if match is None:
            return None
        named = next((named for named in self.clauses.names if named.span.end == match.start()), None)
        if named is None or named.is_counted or named.is_common:
            return None
        return self.found(named.span, "counts.scope.apposed", 0.75)

    def recipient(self, n: int) -> Found | None:
        """'The district will give each community 150,000 yuan', 'asks the district for 14 groups'."""
        small = self.small
        for named in self.receivers:
            if named.is_common and named.last == n and small[named.first] in EACH:
                return self.found(named.span, "counts.scope.recipient", 0.75)
            if small[named.first - 1] in ASKING and named.last < n <= named.last + 3:
                return self.found(named.span, "counts.scope.recipient", 0.7)
        return None

    @once
    def receivers(self) -> list[Named]:
        """The places and bodies that are given or asked for something."""
        small = self.small
        return [n for n in self.clauses.names if small[n.first] in EACH or small[n.first - 1] in ASKING]

    def bracketed(self, n: int) -> Found | None:
        """'Dahe School (18 classes, 810 places)': the name right before the brackets that hold a number."""
        if self.tags.letters.find("(", self.clauses.first, self.clauses.last) < 0:
            return None
        clauses, place = self.clauses, self.clauses.at(n)
        while place > 0 and clauses[place].lead == "comma":
            place -= 1
        first = clauses[place].first
        if clauses[place].lead != "bracket" or self.tags.letters[first - 1] != "(":
            return None
        named = next((named for named in self.clauses.names if named.last == first - 1), None)
        if named is None or named.is_counted or self.small[named.last - 1] in ROADS:
            return None
        return self.found(named.span, "counts.scope.bracket", 0.75)

    def behind(self, start: int, end: int, unit: Span) -> Found | None:
        """'69 groups in Hangzhou', '40 percent of the teachers in Dahe School'; or right before: '…, Dahe School 6 classes'."""
        for named in self.clauses.names:
            if named.span.start < end or named.span.overlaps(unit):
                right_before = named.span.end == start - 1 and self.small[named.last - 1] not in ROADS
                if right_before and not named.is_counted and self.small[named.first] not in OWN:
                    return self.found(named.span, "counts.scope.adjacent", 0.75)
                continue
            match = BEHIND.fullmatch(self.string, end, named.span.start)
            if match is None:
                return None
            join, gap = match["join"], match["gap"]
            if DIGIT.search(gap):  # '14 schools in 5 cities of Dahe'
                return None
            if ("," in gap or OF_ALL.search(self.string, start, end)) and self.has_subject(start):
                return None
            if OTHER_NOUN.search(gap) and not YEARLY.fullmatch(gap) and not is_spent(unit, join, gap):
                return None
            if named.is_counted or self.small[named.first] in OWN or (join == "of" and self.clauses.is_kind(named)):
                continue
            if join in {"for", "to", "from"} and not self.receives(named, join, gap):
                return None
            return self.found(self.listed(named), "counts.scope.after", 0.75)
        return None

    def has_subject(self, start: int) -> bool:
        """Whether the clause of a number says before it whom it is about: 'Dahe runs 4 of the 12 groups in the city'."""
        n = self.tags.at(start)
        clause = self.clauses[self.clauses.at(n)]
        return clause.kind == "subject" and clause.about is not None and clause.about.last <= n

    def receives(self, named: Named, join: str, gap: str) -> bool:
        """Whether 'to', 'for' or 'from' says where a number belongs: 'for each group', 'teachers to Dahe', 'schools from Dahe'."""
        if self.small[named.first] in EACH:
            return True
        return named.is_place and (YEARLY.fullmatch(gap) is not None if join == "to" else not gap)

    def listed(self, place: Named) -> Span:
        """A place with those listed after it: 'Guangzhou, Foshan and Zhaoqing'; the list ends with an "and"."""
        start, end, closed = place.span.start, place.span.end, False
        more = MORE_PLACES.match(self.tags.letters, place.last) if place.is_place and not place.is_common else None
        if more is not None and not han_name(self.tags.words[more.end() - 2 : more.end()]):
            return Span(self.sentence.span.text, start, self.tags.end(more.end() - 1))
        if self.small[place.last] in POSSESSIVE and (owned := self.clauses.starting.get(place.last + 1)):
            start, end = owned.span.start, owned.span.end
        first = end
        for named in self.clauses.names:
            if (
                named.is_place
                and named.span.start > end
                and (link := LINK.fullmatch(self.string, end, named.span.start))
            ):
                owned = self.clauses.starting.get(named.last + 1) if self.small[named.last] in POSSESSIVE else None
                end, closed = (owned or named).span.end, closed or "and" in link.group()
        return Span(self.sentence.span.text, place.span.start if closed else start, end if closed else first)

    def owner(self, start: int, end: int) -> Found | None:
        """'The union's 8,700 members', '90 percent of the city's schools'."""
        for named in self.owners:
            if start < named.span.start < end + 40 and re.fullmatch(
                r" ?of (?:all )?(?:the )?", self.string[end : named.span.start] if named.span.start >= end else " of "
            ):
                return self.found(named.span, "counts.scope.owner", 0.75)
            if (
                named.span.end < start
                and len(self.string[named.span.end : start].split()) <= 3
                and not re.search(r"[,;:]", self.string[named.span.end : start])
            ):
                return self.found(named.span, "counts.scope.owner", 0.75)
        return None

    @once
    def owners(self) -> list[Named]:
        """The places and bodies that the sentence says own something."""
        small = self.small
        return [n for n in self.clauses.names if small[n.last] in POSSESSIVE and small[n.first] not in EACH]

    def told(self, n: int, start: int, unit: Span) -> Found | None:
        """What the clause of the number at token ``n`` is about, or the main clause behind it."""
        about, beside = None, None
        if self.located is not None and self.located[1].end < start:
            beside = self.clauses.at(self.located[0]), self.located[1]
        if beside is not None or self.clauses.names[0].first < n:
            about = self.subjects.about(self.clauses.at(n), n, beside)
        if about is not None and about.quote.split(" ", 1)[0] in OWN and about.end < start:
            return None
        if about is not None:
            within = about.start <= unit.start < about.end or about.end > start
            return None if within else self.found(about, "counts.scope.before", 0.75)
        main = self.subjects.main(n)
        return self.found(main.span, "counts.scope.main", 0.6) if main and not main.span.overlaps(unit) else None


def is_spent(unit: Span, join: str, gap: str) -> bool:
    """Whether money is spent in a place: '3 million yuan for schools in Dahe'."""
    return join in {"in", "at", "of"} and SPENT.match(gap) is not None and MONEY.search(unit.quote) is not None
