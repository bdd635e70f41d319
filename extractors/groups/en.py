"""What English prose says of groups: who leads them, who belongs to them, when they were founded.

Every sentence is read with its names folded (names.marked.Folded) by the relations of ``relations``. "the group" means
the group named last before it, "the former" and "the latter" the two of the last sentence that named two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.groups.clauses import Cued, cued, only_begins
from extractors.groups.discourse import KIND, NEAR, Discourse, speaking
from extractors.groups.founding import FOUNDING_WORDS, Founding, batches, foundings
from extractors.groups.naming import core_span, is_short_form, own_span
from extractors.groups.relations import Relation, Role, fitting
from extractors.groups.wording import (
    ANAPHOR,
    GROUP_WORDS,
    IN_PLACE,
    LEAD,
    LEAD_NOTE,
    MEMBER,
    PIECE,
    SHORT_FOR,
    beginnings,
)
from extractors.leaps import leaping
from extractors.mentions import BatchMention, DateMention, Found, GroupMention
from extractors.names.institutions import Name
from extractors.names.marked import BODY, GROUP, INSTITUTION, Folded, Marked
from extractors.text import Sentence, Span

PLURAL = re.compile("[Vv]")
"""The letter of a plural such as "groups" among those of names.tags."""
SCHOOLS = frozenset({"institution", "part"})
"""The kinds of names that can lead a group."""
PERSONS_POST = re.compile(
    r"\b(?:principal|president|head|director|dean|secretary|teacher|headmaster|headmistress|chair\w*|leader|deputy|member) (?:of|at) (?:the )?$",
    re.IGNORECASE,
)
NO_ENTRY = re.compile(rf"\([^()]*\)|{IN_PLACE}(?=[,;]| and)")
"""What stands in a list and is none of its entries: notes, and where schools are."""
MEMBER_OR_PIECE, INSTITUTION_OR_PIECE = (
    re.compile(rf"(?P<numbered>\d{{1,3}} {INSTITUTION})|(?P<name>{kind})|(?P<piece>{PIECE})")
    for kind in (MEMBER, INSTITUTION)
)
HYPOTHETICAL = re.compile(
    r"\b[Ww]hether\b|\b[Rr]umou?r|\bden(?:y|ies|ied)\b|\bused to (?:be|belong|lead)\b|\bformer member"
    r"|\b(?:may|might|could|wants?|wish(?:es)?|hopes?|considers?|considering|refus\w+|declin\w+|reject\w+|invited) (?:to )?(?:one day )?(?:join|enter|become|be admitted)"
)
"""A sentence that only supposes, or speaks of what was, makes no school a leader or a member."""
SUPPOSING = frozenset("whe rum den use".split())
WISHING, JOINING = (
    frozenset("may mig cou wan wis hop con ref dec rej inv".split()),
    frozenset("joi ent bec adm".split()),
)
CEREMONY = re.compile(leaping(r"\b(?:born|unveil\w*|inaugurat\w+|formally (?:founded|established|set up|launched))\b"))
"""A founding on the day that the sentence before it names."""
OUR = re.compile(
    rf"\b[Oo]ur (?:\w+ )?(?:{LEAD}|member|family|schools|academies|{GROUP_WORDS})\b|\b(?:to|joins?|joined) us\b"
)
FROM = re.compile(r"\bfrom (?:the )?(?:former )?$")
"""Before a group that schools come from, and do not come to."""
ALSO_KNOWN = re.compile(
    rf"(?P<full>{GROUP})[^.;:{GROUP[1:-1]}{INSTITUTION[1:-1]}]{{0,70}}?\b(?:(?:formerly|previously|originally)(?: known as| called| named)?|(?:known|referred to|abbreviated) as)"
    rf" (?:the )?[\"“]?(?P<other>{BODY}|{INSTITUTION}|[A-Z]{{2,7}}\b|[A-Z][a-z]\w*(?: [A-Z][\w’']*)+)"
    r"(?:[^.;:,]{0,40} (?:known|referred to|abbreviated) as [\"“]?(?P<letters>[A-Z]{2,7})\b)?"
)
"""'X Schools, formerly the Y Schools Association and commonly known as XS': further names."""
ACRONYM = re.compile(rf"(?P<full>{GROUP})[\"”]? ?\((?:the )?[\"“]?(?P<letters>[A-Z]{{3,7}})[\"”]?\)")


def batches_of(marked: Marked, dates: list[DateMention]) -> tuple[BatchMention, ...]:
    """Groups that the text founds by number before it names them."""
    tags, sentences = marked.tags, marked.text.sentences
    told = dates_by_sentence(dates)
    several = {n: of for n, of in told.items() if PLURAL.search(tags.letters, *tags.of(sentences[n]))}
    return tuple(batches(marked.text, several))


def find(
    marked: Marked, dates: list[DateMention], groups: Sequence[Name], listed: Sequence[GroupMention]
) -> Iterator[GroupMention]:
    """Every statement about a named group in the text's prose, in order: one mention for each printed name.

    ``groups`` are the names of named groups; ``listed`` is what lists and tables state: of the schools in it no word
    beside them has to say more.
    """
    full = {name.first for name in groups}
    discourse = Discourse({value.span.start for mention in listed for value in (*mention.leaders, *mention.members)})
    founding, speaks = dates_by_sentence(dates), speaking(marked.text)
    telling = speaks.union(founding, (number + 1 for number in founding))
    names, starts = marked.names, marked.name_starts
    first = 0
    for number, sentence in enumerate(marked.text.sentences):
        last = bisect_left(starts, sentence.end, first)
        inside, first = names[first:last], last
        if (not inside and number not in telling) or sentence.block.role == "meta":
            continue
        kinds = [name.kind for name in inside]
        named = told_of(marked, inside, full, sentence) if "group" in kinds else []
        if not named and not discourse.known:
            continue
        told_on = founding.get(number) or (told_before(marked, sentence, founding) if number - 1 in founding else [])
        relates = not SCHOOLS.isdisjoint(kinds)
        if not (named or relates or told_on or number in speaks):
            continue
        folded = Folded(
            sentence, foldable(inside, named) if kinds.count("group") > len(named) else inside, marked.string
        )
        statement = Statement(marked, folded, named, discourse, told_on, speaks=number in speaks)
        yield from statement.mentions(relates=relates)
        if named or statement.speaks:
            discourse.follow(folded, [told.name for told in statement.found.values()], speaks=statement.speaks)


def foldable(inside: Sequence[Name], named: list[Told]) -> list[Name]:
    """The names of a sentence without "Education Group" and the like, with which "the" means a group named before."""
    starts = {told.name.span.start for told in named}
    return [name for name in inside if name.proper or name.kind != "group" or name.span.start in starts]


def told_before(marked: Marked, sentence: Sentence, dates: Mapping[int, list[DateMention]]) -> list[DateMention]:
    """The date that the sentence before one names, if this one may found a group on it.

    That is a day, where both stand in one block and this one speaks of a founding as of a ceremony, or a date that is all
    of a heading.
    """
    before = marked.text.sentences[sentence.number - 1]
    if before.block is not sentence.block:
        return [date for date in dates[before.number] if date.found.span == before.span]
    goes_on = before.block is sentence.block and CEREMONY.search(marked.string, sentence.start, sentence.end)
    return [date for date in dates[before.number] if is_day(date)][:1] if goes_on else []


def is_day(date: DateMention) -> bool:
    """Whether a date is a single day, as that of a ceremony is."""
    return re.fullmatch(r"[\dX]{4}-\d\d-\d\d", date.form.edtf) is not None


def told_of(marked: Marked, names: Sequence[Name], full: set[int], sentence: Sentence) -> list[Told]:
    """The groups among some names of a sentence, with nothing said of them; ``full`` is where full names start, in tokens."""
    told: list[Told] = []
    for name in names:
        if name.first in full:
            core = core_span(marked, name)
            aliases = [] if core is None else [Found(core, sentence, "groups.name.core", 0.8)]
            told.append(Told(Found(own_span(marked, name), sentence, "groups.name", 0.93), aliases))
        elif is_short_form(marked, name):
            told.append(Told(Found(name.span, sentence, "groups.name.short", 0.8)))
    return told


def dates_by_sentence(dates: list[DateMention]) -> dict[int, list[DateMention]]:
    """The dates of each sentence, by its number."""
    found: dict[int, list[DateMention]] = {}
    for date in dates:
        found.setdefault(date.found.sentence.number, []).append(date)
    return found


@dataclass(slots=True)
class Told:
    """What a sentence says of one group, as far as it was read."""

    name: Found
    aliases: list[Found] = field(default_factory=list)
    leaders: list[Found] = field(default_factory=list)
    members: list[Found] = field(default_factory=list)
    established: DateMention | None = None

    def add(self, role: Role, values: Sequence[Found]) -> None:
        """Adds leaders or members, each place once."""
        own = self.members if role == "members" else self.leaders
        places = {value.span.start for value in own}
        own += [value for value in values if value.span.start not in places]

    def mention(self) -> GroupMention:
        """All of it."""
        return GroupMention(self.name, tuple(self.aliases), tuple(self.leaders), tuple(self.members), self.established)


class Statement:
    """One sentence about groups, read by every relation."""

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

    def mentions(self, *, relates: bool) -> list[GroupMention]:
        """The groups of the sentence with what it says of them; one more for what it says of the group named last.

        ``relates`` is whether it names an institution, which may lead or belong.
        """
        string = self.folded.string
        words = beginnings(string) if relates or self.dates else frozenset[str]()
        if relates and self.speaks_of_group(words):
            for known in fitting(words, string):
                for match in known.pattern.finditer(string):
                    self.relate(known, match)
            told = self.told()
            places = zip(self.folded.places, self.folded.inside, strict=True) if told else ()
            for run in cued(string, words, {place for place, name in places if name.span.start in told}):
                self.take(run)
        if self.found and "(" in string:
            for match in ACRONYM.finditer(string):
                self.abbreviate(match)
        if self.found and ("known" in string or "formerly" in string or "previously" in string):
            for match in ALSO_KNOWN.finditer(string):
                self.rename(match)
        if len(self.found) > 1:
            for match in SHORT_FOR.finditer(string):
                self.call(match)
        if self.dates and not FOUNDING_WORDS.isdisjoint(words):
            for founding in foundings(self.folded, self.dates):
                self.date(founding)
        return [told.mention() for told in (*self.found.values(), *self.others.values())]

    def speaks_of_group(self, words: frozenset[str]) -> bool:
        """Whether the sentence can say who leads or belongs: it names a group, or one was named before, and it knows it for sure."""
        return (bool(self.found) or self.discourse.is_near(self.sentence) or self.is_explicit()) and not (
            may_suppose(words) and HYPOTHETICAL.search(self.folded.string)
        )

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
        if self.found:
            start, end = self.folded.offset(first), self.folded.offset(last)
            before = [told.name for place, told in self.found.items() if place < start]
            if before:
                return before[-1], True
            after = (
                told.name
                for place, told in self.found.items()
                if place >= end
                and told.name.rule != "groups.name.short"
                and not FROM.search(told.name.span.text, 0, place)
            )
            name = None if anaphor else next(after, None)
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
            or (not here and not self.is_near(1 if known.rule.endswith("its_school") else NEAR))
        ):
            return
        key = "list" if known.role == "members" else "led"
        if key == "list" and ":" in match[0] and only_begins(self.folded.string, match.end()):
            return
        if (
            known.role == "leaders"
            and match.start(key) - match.start() < 5
            and PERSONS_POST.search(self.folded.string, 0, match.start(key))
        ):
            return
        spans = self.entries(match.start(key), match.end(key), bodies="," in match[key] or known.role == "members")
        if known.role == "members" and (lead := [span for span in spans if LEAD_NOTE.match(span.text, span.end)]):
            self.say(name, here, known.role, known.rule, [span for span in spans if span not in lead])
            self.say(name, here, "leaders", "groups.prose.lead_note", lead)
        else:
            self.say(name, here, known.role, known.rule, spans)

    def take(self, run: Cued) -> None:
        """Adds a run of names that a word in its clause makes leaders or members, unless a relation has spoken of one of them."""
        if run.bare:
            spans = self.places(run.start, run.end)
        else:
            spans = self.entries(run.start, run.end, bodies=run.role == "members")
        told = self.told()
        if any(span.start in told for span in spans) or PERSONS_POST.search(self.folded.string, 0, run.start):
            return
        name, here = self.nearest(run.start, run.end)
        if name is not None and (here or self.goes_on(name)):
            self.say(name, here, run.role, "groups.prose.cue", spans)

    def told(self) -> set[int]:
        """Where schools stand of which a list, a table or a relation has told what they are to a group."""
        groups = (*self.found.values(), *self.others.values())
        return self.discourse.listed.union(
            [value.span.start for told in groups for value in (*told.leaders, *told.members)]
        )

    def places(self, start: int, end: int) -> list[Span]:
        """The places of a list that names its schools by nothing else."""
        found = re.finditer(r"[A-Z][^,]*?(?=,| and |$)", self.folded.string[start:end])
        offsets = [(self.folded.offset(start + m.start()), self.folded.offset(start + m.end())) for m in found]
        return [self.marked.text.span(first, last) for first, last in offsets]

    def goes_on(self, name: Found) -> bool:
        """Whether the sentence still speaks of a group: it is near, and no new item of a list began in between."""
        block = self.sentence.block
        return self.is_near() and (block.kind == "paragraph" or block.start <= name.span.start < block.end)

    def call(self, match: re.Match[str]) -> None:
        """'X School (Education Group), in short Y Group': the short form is an alias."""
        keys = ("full", "short") if match["full"] else ("long", "brief")
        full, short = (self.folded.name(match.start(key)).span.start for key in keys)
        if full in self.found and short in self.found:
            alias, known = self.found.pop(short), self.found[full]
            known.add("leaders", alias.leaders)
            known.add("members", alias.members)
            known.aliases.append(replace(alias.name, rule="groups.prose.short_for"))

    def abbreviate(self, match: re.Match[str]) -> None:
        """'Snowland Teacher Education Alliance (STEA)': letters that begin the words of the name before them are an alias."""
        known = self.found.get(self.folded.name(match.start("full")).span.start)
        words = [word for word in re.split(r"[\s-]+", known.name.span.quote) if word[:1].isupper()] if known else []
        if known is None or not set(match["letters"]) <= {word[0] for word in words}:
            return
        first, last = (self.folded.offset(match.start("letters")), self.folded.offset(match.end("letters")))
        known.aliases.append(Found(self.marked.text.span(first, last), self.sentence, "groups.prose.acronym", 0.9))

    def rename(self, match: re.Match[str]) -> None:
        """'X Schools, formerly the Y Association': a name that a sentence says means the group, too."""
        known = self.found.get(self.folded.name(match.start("full")).span.start)
        for key in ("other", "letters") if known else ():
            if known and match[key]:
                first, last = self.folded.offset(match.start(key)), self.folded.offset(match.end(key))
                span = self.marked.text.span(first, last)
                known.aliases.append(Found(span, self.sentence, "groups.prose.also_known", 0.85))

    def is_near(self, reach: int = NEAR) -> bool:
        """Whether a group was named in one of the last sentences, so that "the group" can mean it."""
        return self.sentence.number - self.discourse.last_named <= reach or self.is_explicit()

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

    def entries(self, start: int, end: int, *, bodies: bool) -> list[Span]:
        """The entries of a matched list; bare pieces only where an elliptical plural ("No. 1 and No. 5 Middle Schools") closes them."""
        found: list[tuple[Span, bool]] = []
        pattern = MEMBER_OR_PIECE if bodies else INSTITUTION_OR_PIECE
        string = NO_ENTRY.sub(lambda m: " " * len(m.group()), self.folded.string[start:end])
        for item in pattern.finditer(string):
            if not item["piece"]:
                name = self.folded.name(start + item.end() - 1)
                if item["numbered"] and is_plural(name.span):
                    found.append((self.marked.text.span(self.folded.offset(start + item.start()), name.span.end), True))
                elif name.proper or not is_common(name):
                    found.append((name.span, True))
            else:
                first, last = self.folded.offset(start + item.start()), self.folded.offset(start + item.end())
                found.append((self.marked.text.span(first, last), False))
        kept: list[Span] = []
        for n, (span, whole) in enumerate(found):
            if whole:
                closes = n > 0 and not found[n - 1][1]
                if closes or not is_plural(span):
                    kept.append(span)
                continue
            closing = next((other for other, named in found[n + 1 :] if named), None)
            if closing is not None and is_plural(closing):
                kept.append(span)
            elif kept:
                break
        return kept


def may_suppose(words: frozenset[str]) -> bool:
    """Whether a sentence has the words without which it cannot be hypothetical, by their beginnings."""
    return (
        not SUPPOSING.isdisjoint(words)
        or ("for" in words and "mem" in words)
        or not (WISHING.isdisjoint(words) or JOINING.isdisjoint(words))
    )


PLURAL_HEADS = (
    *("chools", "oints", "ampuses", "artens", "olleges", "cademies", "ospitals", "ranches"),
    *("niversities", "enters", "entres", "tations"),
)


def is_plural(span: Span) -> bool:
    """Whether a name's head is a plural: 'No. 5 Middle Schools', 'Binhai campuses of Jishan Middle School'."""
    return span.quote.split(" of ")[0].endswith(PLURAL_HEADS)


def is_common(name: Name) -> bool:
    """Whether a name without a proper word is no name: 'Primary Schools', 'primary school'."""
    quote = name.span.quote
    return (
        (quote.lower().endswith("s") and not quote.lower().endswith("campus"))
        or not all(word[0].isupper() for word in quote.split() if word not in {"of", "and", "the", "for"})
        or len(quote.split()) < 2
    )
