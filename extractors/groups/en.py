"""What English prose says of groups: who leads them, who belongs to them, when they were founded.

Every sentence is read with its names folded (names.marked.Folded) by the relations of ``relations``. "the group" means
the group named last before it, "the former" and "the latter" the two of the last sentence that named two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.groups.clauses import Cued, cued, only_begins
from extractors.groups.founding import FOUNDING_WORDS, Founding, batches, foundings
from extractors.groups.naming import core_span, is_group, is_short_form, own_span
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
from extractors.mentions import BatchMention, DateMention, Found, GroupMention
from extractors.names.institutions import Name
from extractors.names.marked import BODY, GROUP, INSTITUTION, Folded, Marked
from extractors.text import Sentence, Span

PLURAL = re.compile("[Vv]")
"""The letter of a plural such as "groups" among those of names.tags."""
INSTITUTIONS = re.compile(INSTITUTION)
# A search that begins with a few letters leaps over all others; that no letter stands before them is asked behind them.
GROUP_AGAIN = re.compile(rf"[TtIi](?<!\w.)(?:(?<=[Tt])h(?:e|is)|(?<=[Ii])ts) (?:\w+ )?{GROUP_WORDS}\b")
CALLED = re.compile(
    r"[Tt](?<!\w.)he (former|latter|first|second|third|fourth|last)\b(?=,| is| was| has| takes| will| one|:)"
)
ORDINALS = ("first", "second", "third", "fourth")
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
KIND = re.compile(rf"[TtIi](?<!\w.)(?:(?<=[Tt])h(?:e|is|at)|(?<=[Ii])ts) (?:\w+ )?({GROUP_WORDS})\b(?!['’]s)")
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
GROUP_BEGINNINGS = frozenset("gro all con fed tru com net clu".split())
ORDINAL_BEGINNINGS = frozenset("for lat fir sec thi fou las".split())
NAMING = frozenset("for pre ori kno ref abb".split())
"""How the words begin that give a group a further name."""
CEREMONIES = frozenset("bor unv ina for".split())
CEREMONY = re.compile(r"\b(?:born|unveil\w*|inaugurat\w+|formally (?:founded|established|set up|launched))\b")
"""A founding on the day that the sentence before it names."""
BESIDES = re.compile(
    r"\b(?:after|following|like|unlike|besides|beside|than|alongside|in addition to|apart from) (?:the )?$",
    re.IGNORECASE,
)
"""Before a group that a sentence about another one only compares it with: 'It is the second in the city, after X Group'."""
ALSO_KNOWN = re.compile(
    rf"(?P<full>{GROUP})[^.;:{GROUP[1:-1]}{INSTITUTION[1:-1]}]{{0,70}}?\b(?:(?:formerly|previously|originally)(?: known as| called| named)?|(?:known|referred to|abbreviated) as)"
    rf" (?:the )?[\"“]?(?P<other>{BODY}|{INSTITUTION}|[A-Z]{{2,7}}\b|[A-Z][a-z]\w*(?: [A-Z][\w’']*)+)"
    r"(?:[^.;:,]{0,40} (?:known|referred to|abbreviated) as [\"“]?(?P<letters>[A-Z]{2,7})\b)?"
)
"""'X Schools, formerly the Y Schools Association and commonly known as XS': further names."""
ACRONYM = re.compile(rf"(?P<full>{GROUP})[\"”]? ?\((?:the )?[\"“]?(?P<letters>[A-Z]{{3,7}})[\"”]?\)")
FROM = re.compile(r"\bfrom (?:the )?(?:former )?$")
"""Before a group that schools come from, and do not come to."""
OUR = re.compile(
    rf"\b[Oo]ur (?:\w+ )?(?:{LEAD}|member|family|schools|academies|{GROUP_WORDS})\b|\b(?:to|joins?|joined) us\b"
)
NEAR = 4
"""How many sentences back the group may be named that "the group" means."""


OF_IT = re.compile(rf"(?:It|This|They|Its|The {GROUP_WORDS})\b")


@dataclass
class Discourse:
    """The groups that the text has named so far, as far as "the group", "it" or "the latter" can mean them."""

    listed: set[int] = field(default_factory=set)
    """Where schools stand that a list or table states, in code points."""
    last: GroupMention | None = None
    last_named: int = 0
    """The number of the last sentence that spoke of a group."""
    pair: dict[str, GroupMention] = field(default_factory=dict)
    known: list[GroupMention] = field(default_factory=list)

    def meant(self, words: str) -> GroupMention | None:
        """The group that "the latter" or "the federation" means, else the one named last."""
        called = CALLED.findall(words)
        if called and called[-1] in self.pair:
            return self.pair[called[-1]]
        kinds = KIND.findall(words)
        if kinds:
            kind = kinds[-1].lower()
            if self.last is not None and kind in self.last.name.span.quote.lower():
                return self.last
            return next((m for m in reversed(self.known) if kind in m.name.span.quote.lower()), self.last)
        return self.last

    def own(self) -> GroupMention | None:
        """The group that a text means by "our": the one that it has named most."""
        names = [mention.name.span.quote for mention in self.known]
        return max(self.known, key=lambda mention: names.count(mention.name.span.quote), default=None)

    def is_near(self, sentence: Sentence) -> bool:
        """Whether a group was named in one of the last sentences."""
        return self.last is not None and sentence.number - self.last_named <= NEAR

    def is_beside(self, folded: Folded[Name], mention: GroupMention) -> bool:
        """Whether a sentence about the group named before it only compares it with another."""
        place = next(
            n
            for n, name in zip(folded.places, folded.inside, strict=True)
            if name.span.start <= mention.name.span.start < name.span.end
        )
        return OF_IT.match(folded.string) is not None and BESIDES.search(folded.string, 0, place) is not None

    def follow(self, folded: Folded[Name], words: frozenset[str], named: list[GroupMention]) -> None:
        """Goes on to the next sentence; ``words`` are the beginnings of this one's words."""
        called = None if ORDINAL_BEGINNINGS.isdisjoint(words) else CALLED.search(folded.string)
        speaks = not GROUP_BEGINNINGS.isdisjoint(words)
        if named or called or (speaks and GROUP_AGAIN.search(folded.string)):
            self.last_named = folded.sentence.number
        own = named if self.last is None else [m for m in named if not self.is_beside(folded, m)]
        if own:
            self.last = own[-1]
        elif called:
            self.last = self.pair.get(called.group(1), self.last)
        elif speaks and KIND.search(folded.string):
            self.last = self.meant(folded.string)
        if len(named) >= 2:
            self.pair = dict(zip(ORDINALS, named, strict=False)) | {
                "former": named[0],
                "latter": named[-1],
                "last": named[-1],
            }
        self.known += named


def batches_of(marked: Marked, dates: list[DateMention]) -> tuple[BatchMention, ...]:
    """Groups that the text founds by number before it names them."""
    tags, sentences = marked.tags, marked.text.sentences
    told = dates_by_sentence(dates)
    several = {n: of for n, of in told.items() if PLURAL.search(tags.letters, *tags.of(sentences[n]))}
    return tuple(batches(marked.text, several)) if several else ()


def find(marked: Marked, dates: list[DateMention], listed: Sequence[GroupMention] = ()) -> Iterator[GroupMention]:
    """Every statement about a named group in the text's prose, in order: one mention for each printed name.

    ``listed`` is what lists and tables state: of the schools in it no word beside them has to say more.
    """
    discourse = Discourse({value.span.start for mention in listed for value in (*mention.leaders, *mention.members)})
    founding = dates_by_sentence(dates)
    previous: Sentence | None = None
    last: Sentence | None = None
    for sentence in marked.text.sentences:
        if sentence.block.role == "meta":
            continue
        previous, last = last, sentence
        inside = marked.names_in(sentence.start, sentence.end)
        named = [mention for name in inside if (mention := mention_of(marked, name, sentence)) is not None]
        if not named and not discourse.known:
            continue
        folded = Folded(sentence, telling(inside, named), marked.string)
        words = beginnings(folded.string)
        told = founding.get(sentence.number, [])
        if not told and previous is not None and (before := founding.get(previous.number)):
            told = told_before(previous, folded, words, before)
        statement = Statement(marked, folded, words, named, discourse, told)
        yield from statement.mentions()
        discourse.follow(
            folded, statement.words, [mention for mention in named if mention.name.span.start in statement.found]
        )


def telling(inside: list[Name], named: list[GroupMention]) -> list[Name]:
    """The names of a sentence without "Education Group" and the like, with which "the" means a group named before."""
    if all(name.proper or name.kind != "group" for name in inside):
        return inside
    starts = {mention.name.span.start for mention in named}
    return [name for name in inside if name.proper or name.kind != "group" or name.span.start in starts]


def told_before(
    previous: Sentence, folded: Folded[Name], words: frozenset[str], dates: list[DateMention]
) -> list[DateMention]:
    """The date of the sentence before one without dates on which it may found a group: a ceremony's day, or a heading."""
    if previous.block is folded.sentence.block:
        return [date for date in dates if is_day(date)][:1] if is_ceremony(folded, words) else []
    return [date for date in dates if date.found.span.quote == previous.quote.strip()]


def is_ceremony(folded: Folded[Name], words: frozenset[str]) -> bool:
    """Whether a sentence speaks of a founding as of a ceremony; ``words`` are the beginnings of its words."""
    return not CEREMONIES.isdisjoint(words) and CEREMONY.search(folded.string) is not None


def is_day(date: DateMention) -> bool:
    """Whether a date is a single day, as that of a ceremony is."""
    return re.fullmatch(r"[\dX]{4}-\d\d-\d\d", date.form.edtf) is not None


def mention_of(marked: Marked, name: Name, sentence: Sentence) -> GroupMention | None:
    """A group's name where it is printed, with nothing said of it; None for a name of something else."""
    if is_group(marked, name):
        core = core_span(marked, name)
        alias = () if core is None else (Found(core, sentence, "groups.name.core", 0.8),)
        return GroupMention(Found(own_span(marked, name), sentence, "groups.name", 0.93), aliases=alias)
    if is_short_form(marked, name):
        return GroupMention(Found(name.span, sentence, "groups.name.short", 0.8))
    return None


def dates_by_sentence(dates: list[DateMention]) -> dict[int, list[DateMention]]:
    """The dates of each sentence, by its number."""
    found: dict[int, list[DateMention]] = {}
    for date in dates:
        found.setdefault(date.found.sentence.number, []).append(date)
    return found


class Statement:
    """One sentence about groups, read by every relation."""

    def __init__(
        self,
        marked: Marked,
        folded: Folded[Name],
        words: frozenset[str],
        named: list[GroupMention],
        discourse: Discourse,
        dates: list[DateMention],
    ) -> None:
        self.marked, self.folded, self.discourse, self.dates = marked, folded, discourse, dates
        self.sentence = folded.sentence
        self.words = words
        self.found: dict[int, GroupMention] = {mention.name.span.start: mention for mention in named}
        self.others: dict[int, GroupMention] = {}

    def mentions(self) -> Iterator[GroupMention]:
        """The groups of the sentence with what it says of them; one more for what it says of the group named last."""
        if self.speaks_of_group() and INSTITUTIONS.search(self.folded.string):
            for known in fitting(self.words):
                for match in known.pattern.finditer(self.folded.string) if known.may_match(self.folded.string) else ():
                    self.relate(known, match)
            for run in cued(self.folded.string, self.words):
                self.take(run)
        if self.found and "(" in self.words:
            for match in ACRONYM.finditer(self.folded.string):
                self.abbreviate(match)
        if self.found and not NAMING.isdisjoint(self.words):
            for match in ALSO_KNOWN.finditer(self.folded.string):
                self.rename(match)
        if len(self.found) > 1:
            for match in SHORT_FOR.finditer(self.folded.string):
                self.call(match)
        if self.dates and not FOUNDING_WORDS.isdisjoint(self.words):
            for founding in foundings(self.folded, self.dates):
                self.date(founding)
        yield from self.found.values()
        yield from self.others.values()

    def speaks_of_group(self) -> bool:
        """Whether the sentence can say who leads or belongs: it names a group, or one was named before, and it knows it for sure."""
        if self.may_suppose() and HYPOTHETICAL.search(self.folded.string):
            return False
        return bool(self.found) or self.discourse.is_near(self.sentence) or self.is_explicit()

    def may_suppose(self) -> bool:
        """Whether the sentence has the words without which it cannot be hypothetical."""
        return (
            not SUPPOSING.isdisjoint(self.words)
            or {"for", "mem"} <= self.words
            or not (WISHING.isdisjoint(self.words) or JOINING.isdisjoint(self.words))
        )

    def is_explicit(self) -> bool:
        """Whether the sentence says "the network" and such a group was named, however long ago."""
        return (
            bool(self.discourse.known)
            and not GROUP_BEGINNINGS.isdisjoint(self.words)
            and KIND.search(self.folded.string) is not None
        )

    def date(self, founding: Founding) -> None:
        """Gives the groups that a founding speaks of its date; the first that is said stays."""
        for place in founding.places:
            start = self.folded.name(place).span.start
            mention = next(
                (m for m in self.found.values() if m.name.span.start in {start, self.own_start(place)}), None
            )
            if mention is not None and mention.established is None:
                self.found[mention.name.span.start] = replace(mention, established=founding.date)
        if founding.anaphor is not None:
            word = founding.anaphor.rpartition(" ")[2]
            meant = self.discourse.pair.get(word) or next(iter(self.found.values()), None) or self.discourse.last
            if meant is not None and self.is_near(meant) and not self.found:
                base = self.others.get(meant.name.span.start) or GroupMention(meant.name)
                self.others[meant.name.span.start] = replace(base, established=founding.date)

    def own_start(self, place: int) -> int:
        """Where the group's own name starts behind a folded character."""
        return own_span(self.marked, self.folded.name(place)).start

    def group_of(self, known: Relation, match: re.Match[str]) -> tuple[GroupMention | None, bool]:
        """The group that a match speaks of, and whether it is named in this sentence."""
        parts = match.groupdict()
        if parts.get("group"):
            return self.found.get(self.folded.name(match.start("group")).span.start), True
        if known.rule.endswith(("leads_schools", "led_schools")):
            head = self.folded.name(match.start("led" if known.role == "leaders" else "head")).span.quote
            return next((m for m in self.discourse.known if m.name.span.quote.startswith(head)), None), False
        word = (parts.get("anaphor") or "").rpartition(" ")[2]
        if word in self.discourse.pair:
            return self.discourse.pair[word], False
        explicit = KIND.search(self.folded.string, 0, match.start())
        namesake = (
            self.namesake(match, here=known.rule.endswith("led_by"))
            if known.role == "leaders" and not explicit
            else None
        )
        if namesake is not None:
            return namesake, namesake.name.span.start in self.found
        return self.nearest(match.start(), match.end(), anaphor=parts.get("anaphor") is not None)

    def nearest(self, first: int, last: int, *, anaphor: bool = False) -> tuple[GroupMention | None, bool]:
        """The group that a place of the folded sentence speaks of, and whether it is named in this sentence."""
        start, end = self.folded.offset(first), self.folded.offset(last)
        before = [m for place, m in self.found.items() if place < start]
        after = [
            m
            for place, m in self.found.items()
            if place >= end and m.name.rule != "groups.name.short" and not FROM.search(m.name.span.text, 0, place)
        ]
        if before:
            return before[-1], True
        if not anaphor and after and not ANAPHOR.search(self.folded.string[:first]):
            return after[0], True
        if OUR.search(self.folded.string):
            return self.discourse.own(), False
        return self.discourse.meant(self.folded.string[:last]), False

    def namesake(self, match: re.Match[str], *, here: bool) -> GroupMention | None:
        """The group that is called after the school that a match says leads: there is hardly another that it could lead.

        ``here`` where only a group of the sentence can be meant, if it names one: 'led by A, X Group was set up'.
        """
        school = self.folded.name(match.start("led")).span.quote
        known = [*self.found.values(), *(() if here and self.found else self.discourse.known)]
        return next((m for m in known if m.name.span.quote.startswith((f"{school} ", f"{school}("))), None)

    def relate(self, known: Relation, match: re.Match[str]) -> None:
        """Adds what one match says to the group that it speaks of."""
        mention, here = self.group_of(known, match)
        if (
            mention is None
            or (match.groupdict().get("anaphor") == "which" and not here)
            or (not here and not self.is_near(mention, known))
        ):
            return
        key = "list" if known.role == "members" else "led"
        if key == "list" and ":" in match[0] and only_begins(self.folded.string, match.end()):
            return
        if (
            known.role == "leaders"
            and PERSONS_POST.search(self.folded.string, 0, match.start(key))
            and match.start(key) - match.start() < 5
        ):
            return
        spans = self.entries(match.start(key), match.end(key), bodies="," in match[key] or known.role == "members")
        lead = [span for span in spans if LEAD_NOTE.match(span.text, span.end)]
        self.say(
            mention,
            here,
            known.role,
            known.rule,
            [span for span in spans if span not in lead or known.role == "leaders"],
        )
        self.say(mention, here, "leaders", "groups.prose.lead_note", lead if known.role == "members" else [])

    def take(self, run: Cued) -> None:
        """Adds a run of names that a word in its clause makes leaders or members, unless a relation has spoken of one of them."""
        if run.bare:
            spans = self.places(run.start, run.end)
        else:
            spans = self.entries(run.start, run.end, bodies=run.role == "members")
        said = self.discourse.listed | {
            value.span.start
            for mention in (*self.found.values(), *self.others.values())
            for value in (*mention.leaders, *mention.members)
        }
        if said & {span.start for span in spans} or PERSONS_POST.search(self.folded.string, 0, run.start):
            return
        mention, here = self.nearest(run.start, run.end)
        if mention is not None and (here or self.goes_on(mention)):
            self.say(mention, here, run.role, "groups.prose.cue", spans)

    def places(self, start: int, end: int) -> list[Span]:
        """The places of a list that names its schools by nothing else."""
        found = re.finditer(r"[A-Z][^,]*?(?=,| and |$)", self.folded.string[start:end])
        offsets = [(self.folded.offset(start + m.start()), self.folded.offset(start + m.end())) for m in found]
        return [self.marked.text.span(first, last) for first, last in offsets]

    def goes_on(self, mention: GroupMention) -> bool:
        """Whether the sentence still speaks of a group: it is near, and no new item of a list began in between."""
        block = self.sentence.block
        same = block.start <= mention.name.span.start < block.end
        return self.is_near(mention) and (same or block.kind == "paragraph")

    def call(self, match: re.Match[str]) -> None:
        """'X School (Education Group), in short Y Group': the short form is an alias."""
        keys = ("full", "short") if match["full"] else ("long", "brief")
        full, short = (self.folded.name(match.start(key)).span.start for key in keys)
        if full in self.found and short in self.found:
            alias, known = self.found.pop(short), self.found[full]
            self.found[full] = replace(
                known, leaders=merged(known.leaders, alias.leaders), members=merged(known.members, alias.members)
            )
            self.found[full] = replace(
                self.found[full],
                aliases=(*self.found[full].aliases, replace(alias.name, rule="groups.prose.short_for")),
            )

    def abbreviate(self, match: re.Match[str]) -> None:
        """'Snowland Teacher Education Alliance (STEA)': letters that begin the words of the name before them are an alias."""
        known = self.found.get(self.folded.name(match.start("full")).span.start)
        words = [word for word in re.split(r"[\s-]+", known.name.span.quote) if word[:1].isupper()] if known else []
        if known is None or not set(match["letters"]) <= {word[0] for word in words}:
            return
        first, last = (self.folded.offset(match.start("letters")), self.folded.offset(match.end("letters")))
        alias = Found(self.marked.text.span(first, last), self.sentence, "groups.prose.acronym", 0.9)
        self.found[known.name.span.start] = replace(known, aliases=(*known.aliases, alias))

    def rename(self, match: re.Match[str]) -> None:
        """'X Schools, formerly the Y Association': a name that a sentence says means the group, too."""
        known = self.found.get(self.folded.name(match.start("full")).span.start)
        if known is not None:
            spans = [
                self.marked.text.span(self.folded.offset(match.start(key)), self.folded.offset(match.end(key)))
                for key in ("other", "letters")
                if match[key]
            ]
            aliases = (Found(span, self.sentence, "groups.prose.also_known", 0.85) for span in spans)
            self.found[known.name.span.start] = replace(known, aliases=(*known.aliases, *aliases))

    def is_near(self, mention: GroupMention, known: Relation | None = None) -> bool:
        """Whether a group was named in one of the last sentences, so that "the group" can mean it."""
        reach = 1 if known is not None and known.rule.endswith("its_school") else NEAR
        return self.sentence.number - self.discourse.last_named <= reach or self.is_explicit()

    def say(self, mention: GroupMention, here: bool, role: Role, rule: str, spans: list[Span]) -> None:
        """Adds leaders or members to a group: to its mention in this sentence, or to one more of the group named before."""
        if not spans:
            return
        if not here:
            self.discourse.last = mention
        context = () if here else (mention.name.span,)
        flags = () if here else ("coreference",)
        basis = () if here else ((mention.name.span, "the group that is meant"),)
        values = tuple(
            Found(span, self.sentence, rule, 0.92 if here else 0.87, context=context, basis=basis, flags=flags)
            for span in spans
        )
        place = mention.name.span.start
        store = self.found if here else self.others
        base = store.get(place) or GroupMention(mention.name)
        store[place] = (
            replace(base, members=merged(base.members, values))
            if role == "members"
            else replace(base, leaders=merged(base.leaders, values))
        )

    def entries(self, start: int, end: int, *, bodies: bool) -> list[Span]:
        """The entries of a matched list; bare pieces only where an elliptical plural ("No. 1 and No. 5 Middle Schools") closes them."""
        found: list[tuple[Span, bool]] = []
        pattern = MEMBER_OR_PIECE if bodies else INSTITUTION_OR_PIECE
        for item in pattern.finditer(
            NO_ENTRY.sub(lambda m: " " * len(m.group()), self.folded.string[start:end]),
        ):
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
            closing = next((other for other, named in found[n + 1 :] if named), None)
            if (whole and not (is_plural(span) and not self.closes(found, n))) or (
                not whole and closing is not None and is_plural(closing)
            ):
                kept.append(span)
            elif kept and not whole:
                break
        return kept

    def closes(self, found: list[tuple[Span, bool]], n: int) -> bool:
        """Whether a plural closes an elliptical list: a bare piece stands before it."""
        return n > 0 and not found[n - 1][1]


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


def merged(old: tuple[Found, ...], new: tuple[Found, ...]) -> tuple[Found, ...]:
    """Old and new values, each place once."""
    places = {value.span.start for value in old}
    return old + tuple(value for value in new if value.span.start not in places)
