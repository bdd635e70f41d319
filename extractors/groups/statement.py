"""One English sentence about groups: which group each of its words speaks of, and what it says of it."""

from __future__ import annotations

import re

from extractors.groups.apart import APPOSED, COMING, HYPOTHETICAL, PEOPLE, PERSONS_POST, may_suppose
from extractors.groups.clauses import Cued, cued, only_begins
from extractors.groups.discourse import ASIDE, KIND, NEAR, Discourse
from extractors.groups.entries import entries, places
from extractors.groups.founding import Founding, foundings
from extractors.groups.gapped import Gapped, gapped, in_order
from extractors.groups.naming import own_span
from extractors.groups.relation import Relation, Role
from extractors.groups.relations import fitting
from extractors.groups.renaming import RENAMES, further_names
from extractors.groups.told import Told
from extractors.groups.wording import ANAPHOR, GROUP_WORDS, LEAD, LEAD_NOTE, beginnings
from extractors.mentions import DateMention, Found, GroupMention
from extractors.names.institutions import Name
from extractors.names.marked import Folded, Marked
from extractors.text import Span

COMMON_FIRST = frozenset(
    "the new first no. no east west north south central national united grand royal st st. saint".split()
)
"""Words that begin the names of many a group and say nothing about which it is."""
GOES_ON = re.compile(
    r" (?:will|would|are|is|were|was|have|has|join|joins|joined|take part|participate|act|serve|become)\b"
)
"""Behind schools with which a clause of its own begins: 'led by A, and B and C will join'."""
APPOSED_ONE = re.compile(rf", (?:the|its|their) {LEAD}(?: ?-?(?:school|unit|hospital|kindergarten|academy|college))?$")
"""Behind the last of several schools: 'A, B and C, its lead school'."""
OUR = re.compile(
    rf"\b[Oo]ur (?:\w+ )?(?:{LEAD}|member|family|schools|academies|{GROUP_WORDS})\b|\b(?:to|joins?|joined) us\b"
)
NOWHERE = frozenset[int]()
GARDENS = "indergarten"
"""In the name of a group whose schools may go by "Garden" or "Park"."""
FROM = re.compile(r"\bfrom (?:the )?(?:former )?$")
"""Before a group that schools come from, and do not come to."""


class Statement:
    """One sentence about groups, read by every relation."""

    further: tuple[Found | None, bool] | None = None
    """The group that it speaks of where it is none of those named so far, with None for one without a name."""

    def __init__(
        self,
        marked: Marked,
        folded: Folded[Name],
        named: list[Told],
        discourse: Discourse,
        dates: list[DateMention],
        *,
        speaks: bool,
    ) -> None:
        self.marked, self.folded, self.discourse, self.dates = marked, folded, discourse, dates
        self.sentence = folded.sentence
        self.speaks = speaks
        """Whether it may speak of a group without its name."""
        self.found: dict[int, Told] = {told.name.span.start: told for told in named}
        self.others: dict[int, Told] = {}

    def speaks_of_further(self, group: Found | None) -> None:
        """Takes the sentence for one about a group that is none of those named so far."""
        self.further = (group, False)

    def mentions(self, *, relates: bool) -> list[GroupMention]:
        """The groups of the sentence with what it says of them; one more for what it says of the group named last.

        ``relates`` is whether it names an institution, which may lead or belong.
        """
        string = self.folded.string
        words = beginnings(string) if relates else frozenset[str]()
        if relates and self.speaks_of_group(words):
            several = len(self.found) > 1
            ordered = self.told_in_order() if several else NOWHERE
            for known in fitting(words, string):
                for match in known.pattern.finditer(string):
                    if not ordered or ordered.isdisjoint(range(*match.span())):
                        self.relate(known, match)
            if not ordered and (several or (self.speaks and self.discourse.pair)):
                self.gapped()
            told = self.told()
            places = zip(self.folded.places, self.folded.inside, strict=True) if told else ()
            for run in cued(string, words, {place for place, name in places if name.span.start in told}):
                self.take(run)
        if self.found and (len(self.found) > 1 or RENAMES.search(string)):
            further_names(self.marked, self.folded, self.found)
        if self.dates:
            for founding in foundings(self.folded, self.dates):
                self.date(founding)
        return [told.mention() for told in (*self.found.values(), *self.others.values())]

    def speaks_of_group(self, words: frozenset[str]) -> bool:
        """Whether the sentence can say who leads or belongs: it names a group, or one was named before, and it knows it for sure."""
        return (
            bool(self.found) or self.discourse.is_near(self.sentence) or self.is_explicit() or self.further is not None
        ) and not (may_suppose(words) and HYPOTHETICAL.search(self.folded.string))

    def is_explicit(self) -> bool:
        """Whether the sentence says "the network" and such a group was named, however long ago."""
        return self.speaks and bool(self.discourse.known) and KIND.search(self.folded.string) is not None

    def date(self, founding: Founding) -> None:
        """Gives the groups that a founding speaks of its date; the first that is said stays."""
        for place in founding.places:
            start = self.folded.name(place).span.start
            told = next((t for t in self.found.values() if t.name.span.start in {start, self.own_start(place)}), None)
            if told is not None and told.established is None:
                told.established = founding.date
        if founding.anaphor is not None and not self.found:
            meant = self.discourse.pair.get(founding.anaphor.rpartition(" ")[2]) or self.discourse.last
            if meant is not None and self.is_near():
                self.others.setdefault(meant.span.start, Told(meant)).established = founding.date

    def own_start(self, place: int) -> int:
        """Where the group's own name starts behind a folded character."""
        return own_span(self.marked, self.folded.name(place)).start

    def group_of(self, known: Relation, match: re.Match[str]) -> tuple[Found | None, bool]:
        """The group that a match speaks of, and whether it is named in this sentence."""
        parts = match.groupdict()
        if parts.get("group"):
            told = self.found.get(self.folded.name(match.start("group")).span.start)
            return (told.name if told else None), True
        if self.further:
            return self.further
        if known.rule.endswith(("leads_schools", "led_schools")):
            head = self.folded.name(match.start("led" if known.role == "leaders" else "head")).span.quote
            return next((name for name in self.discourse.known if name.span.quote.startswith(head)), None), False
        word = (parts.get("anaphor") or "").rpartition(" ")[2]
        if word in self.discourse.pair:
            return self.discourse.pair[word], False
        namesake = None
        if known.role == "leaders" and not (self.speaks and KIND.search(self.folded.string, 0, match.start())):
            namesake = self.namesake(match, here=known.rule.endswith("led_by"))
        if namesake is not None:
            return namesake, namesake.span.start in self.found
        return self.nearest(match.start(), match.end(), anaphor=parts.get("anaphor") is not None)

    def nearest(self, first: int, last: int, *, anaphor: bool = False) -> tuple[Found | None, bool]:
        """The group that a place of the folded sentence speaks of, and whether it is named in this sentence."""
        if self.further:
            return self.further
        if self.found:
            start, end = self.folded.offset(first), self.folded.offset(last)
            before = [told.name for place, told in self.found.items() if place < start]
            if len(before) > 1 and (aside := ASIDE.search(self.folded.string, 0, first + 1)):
                put_in = self.folded.name(aside.start("group")).span.start
                before = [name for name in before if name.span.start != put_in] or before
            if before:
                return before[-1], True
            after = (
                told.name
                for place, told in self.found.items()
                if place >= end
                and told.name.rule != "groups.name.short"
                and not FROM.search(told.name.span.text, 0, place)
            )
            name = None if anaphor and self.discourse.last else next(after, None)
            if name is not None and not ANAPHOR.search(self.folded.string, 0, first):
                return name, True
        if OUR.search(self.folded.string):
            return self.discourse.own(), False
        return self.discourse.meant(self.folded.string[:last]) if self.speaks else self.discourse.last, False

    def namesake(self, match: re.Match[str], *, here: bool) -> Found | None:
        """The group that is called after the school that a match says leads: there is hardly another that it could lead.

        ``here`` where only a group of the sentence can be meant, if it names one: 'led by A, X Group was set up'.
        """
        school = self.folded.name(match.start("led")).span.quote
        known = [told.name for told in self.found.values()]
        known += () if here and known else self.discourse.known
        return next((name for name in known if name.span.quote.startswith((f"{school} ", f"{school}("))), None)

    def relate(self, known: Relation, match: re.Match[str]) -> None:
        """Adds what one match says to the group that it speaks of."""
        name, here = self.group_of(known, match)
        if (
            name is None
            or (match.groupdict().get("anaphor") == "which" and not here)
            or (not here and not self.is_near(1 if known.rule.endswith(("its_school", "its_schools")) else NEAR))
        ):
            return
        key = "list" if known.role == "members" else "led"
        if key == "list" and ":" in match[0] and only_begins(self.folded.string, match.end()):
            return
        if (
            known.role == "leaders"
            and match.start(key) - match.start() < 5
            and PERSONS_POST.search(self.folded.string, 0, match.start(key))
            and not APPOSED.match(self.folded.string, match.end(key))
        ):
            return
        if (
            known.rule.endswith(COMING)
            and "which" not in match[0]
            and PEOPLE.search(self.folded.string, 0, match.start())
        ):
            return
        spans = entries(
            self.folded,
            match.start(key),
            match.end(key),
            bodies="," in match[key] or known.role == "members",
            own=own_word(name) if known.role == "members" else "",
            gardens=GARDENS in name.span.quote,
        )
        if known.role == "leaders" and len(spans) > 1:
            last = APPOSED_ONE.search(match[0])
            spans = spans[-1:] if last else self.of_its_clause(spans, match[key], match.end())
        self.say_apart(name, here, known.role, known.rule, spans)

    def told_in_order(self) -> frozenset[int]:
        """Adds the leaders that are told in the order of their groups; returns where they stand in the folded sentence."""
        clauses = list(in_order(self.folded.string))
        for clause in clauses:
            self.share(clause)
        return frozenset(clause.start for clause in clauses)

    def gapped(self) -> None:
        """Adds what clauses say that share the verb of the one before them, if that spoke of another group."""
        groups = (*self.found.values(), *self.others.values())
        led = {value.span.start for told in groups for value in told.leaders}
        if not led and not any(told.members for told in groups):
            return
        starts = zip(self.folded.places, self.folded.inside, strict=True)
        for clause in gapped(self.folded.string, {place for place, name in starts if name.span.start in led}):
            self.share(clause)

    def share(self, clause: Gapped) -> None:
        """Adds the schools of a clause without a verb of its own, unless more is told of its group already."""
        if clause.word:
            name = self.discourse.pair.get("latter" if clause.word == "other" else clause.word)
            told = self.others.get(name.span.start) if name else None
        else:
            told = self.found.get(self.folded.name(clause.group).span.start)
            name = told.name if told else None
        if name is None or (told is not None and (told.leaders if clause.role == "leaders" else told.members)):
            return
        spans = entries(self.folded, clause.start, clause.end, bodies=clause.role == "members")
        self.say(name, not clause.word, clause.role, "groups.prose.gapped", spans)

    def of_its_clause(self, spans: list[Span], schools: str, end: int) -> list[Span]:
        """Of several schools those before a clause of its own, if one begins with the last of them: 'led by A, and B and C will join'."""
        return spans[: 1 + schools.split(", ")[0].count(" and ")] if GOES_ON.match(self.folded.string, end) else spans

    def take(self, run: Cued) -> None:
        """Adds a run of names that a word in its clause makes leaders or members, unless a relation has spoken of one of them."""
        name, here = self.nearest(run.start, run.end)
        if name is None or not (here or self.goes_on(name)):
            return
        if run.bare:
            spans = places(self.folded, run.start, run.end)
        else:
            spans = entries(
                self.folded, run.start, run.end, bodies=run.role == "members", gardens=GARDENS in name.span.quote
            )
        if run.role == "leaders" and len(spans) > 1:
            spans = self.of_its_clause(spans, self.folded.string[run.start : run.end], run.end)
        told = self.told()
        if any(span.start in told for span in spans) or PERSONS_POST.search(self.folded.string, 0, run.start):
            return
        self.say_apart(name, here, run.role, "groups.prose.cue", spans)

    def say_apart(self, name: Found, here: bool, role: Role, rule: str, spans: list[Span]) -> None:
        """Adds leaders or members to a group; of members those with a note that says that they lead become leaders."""
        if role == "members" and spans:
            listed = self.discourse.listed
            if listed:
                spans = [span for span in spans if span.start not in listed]
            if lead := [span for span in spans if LEAD_NOTE.match(span.text, span.end)]:
                self.say(name, here, "leaders", "groups.prose.lead_note", lead)
                spans = [span for span in spans if span not in lead]
        self.say(name, here, role, rule, spans)

    def told(self) -> set[int]:
        """Where schools stand of which a list, a table or a relation has told what they are to a group."""
        groups = (*self.found.values(), *self.others.values())
        return self.discourse.listed.union(
            [value.span.start for told in groups for value in (*told.leaders, *told.members)]
        )

    def goes_on(self, name: Found) -> bool:
        """Whether the sentence still speaks of a group: it is near, and no new item of a list began in between."""
        block = self.sentence.block
        return self.is_near() and (block.kind == "paragraph" or block.start <= name.span.start < block.end)

    def is_near(self, reach: int = NEAR) -> bool:
        """Whether a group was named in one of the last sentences, so that "the group" can mean it."""
        near = self.sentence.number - self.discourse.last_named <= reach
        return near or self.is_explicit() or self.further is not None

    def say(self, name: Found, here: bool, role: Role, rule: str, spans: list[Span]) -> None:
        """Adds leaders or members to a group: to its mention in this sentence, or to one more of the group named before."""
        if not spans:
            return
        if here:
            values = [Found(span, self.sentence, rule, 0.92) for span in spans]
            self.found.setdefault(name.span.start, Told(name)).add(role, values)
            return
        self.discourse.last = name
        basis = ((name.span, "the group that is meant"),)
        values = [
            Found(span, self.sentence, rule, 0.87, context=(name.span,), basis=basis, flags=("coreference",))
            for span in spans
        ]
        self.others.setdefault(name.span.start, Told(name)).add(role, values)


def own_word(name: Found) -> str:
    """The first word of a group's name, with which the names of its schools may begin; none where it is common."""
    word = name.span.quote.partition(" ")[0]
    return word if word.lower() not in COMMON_FIRST else ""
