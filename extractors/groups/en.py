"""What English prose says of groups: who leads them, who belongs to them, when they were founded.

Each rule is a pattern over a folded sentence (names.marked.Folded): G is a group's name or "the group", I the name of an
institution, LIST one or more of them. "the group" means the group named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extractors.groups.naming import is_group
from extractors.mentions import DateMention, Found, GroupMention
from extractors.names.institutions import Name
from extractors.names.marked import GROUP, INSTITUTION, Folded, Marked
from extractors.text import Sentence, Span

Role = Literal["leaders", "members"]

THE_GROUP = r"(?:\b(?:[Tt]he|[Tt]his)(?: new| newly established| whole| same)?(?: education| school| medical| hospital| kindergarten)?(?: [Gg]roup| alliance| Alliance| consortium| federation| [Tt]rust| community)\b(?! of|['’]s| (?:leader|school|run))|\b[Ii]t\b|\b[Ww]hich\b)"
G = rf"(?:(?P<group>{GROUP})|(?P<anaphor>{THE_GROUP}))"
PIECE = r"(?:No\. ?\d+|[A-Z][\w'’]+(?: [A-Z\d][\w'’]*){0,3})"
NOTE = r"(?: ?\([^()]{0,60}\))?"
ITEM = rf"(?:(?:the |both |its |and )?(?:{INSTITUTION}{NOTE}|{PIECE}))"
SEP = r"(?: ?[,;、，] ?(?:and |as well as )?| and | as well as | & )"
LIST = rf"(?P<list>{ITEM}(?:{SEP}{ITEM})*)"
LED = rf"(?:the |a |its )?(?P<led>{INSTITUTION}(?: and (?:the )?{INSTITUTION})?)"
INTRO = r"(?:[^.;:]{0,60}?(?::| namely,?|, namely,?| —| –| -| including| such as| which are| i\.e\.,?|, including) ?|(?:the )?(?:following )?(?:[a-z\d]+ )?(?:other )?(?:member )?(?:schools|units|institutions|kindergartens|campuses|hospitals|colleges|academies|members):? ?,? ?)?"
THE = r"(?:the |a |an )?"
LEAD = r"(?:leading|lead|core|head|main|leader|anchor|flagship|dragon[- ]head|dragon|general|central|host|parent|principal|backbone)"
SCHOOL = r"(?: ?-?(?:school|unit|institution|hospital|kindergarten|college|university|academy|member|campus|partner|one))"
ADVERBS = r"(?:(?:have|has|had|will|would|shall|is to|are to|was|were|are|is|be|been|being|to|also|all|both|now|newly|formally|officially|jointly|recently|successfully|later|then|already|finally|together|respectively|first|since|once|simultaneously|each|at the same time|further|soon) )*"
SIGN = r"(?:signs?|signed|signing|inks?|inked|concluded?|concludes|sealed)"
DEAL = r"(?:[\w-]+ ){0,6}?(?:contracts?|agreements?|memorand(?:um|a)(?: of understanding)?|pacts?|letters?|deals?|documents?)(?: [\w-]+){0,4}?"


@dataclass(frozen=True, slots=True)
class Relation:
    """A way to say that schools lead a group or belong to it; ``example`` shows it."""

    rule: str
    role: Role
    example: str
    pattern: re.Pattern[str]
    confidence: float


def relation(rule: str, role: Role, example: str, pattern: str, confidence: float = 0.9) -> Relation:
    """A relation with its pattern compiled."""
    return Relation(f"groups.prose.{rule}", role, example, re.compile(pattern), confidence)


RELATIONS = (
    relation("signed", "members", "X Education Group signed contracts with A and B", rf"{G} {ADVERBS}{SIGN} {DEAL} with {INTRO}{LIST}"),
    relation("signed_by", "members", "A and B signed agreements to join X Education Group", rf"{LIST} {ADVERBS}{SIGN} {DEAL} (?:to join|with|of|for joining) {THE}{G}"),
    relation(
        "composed_of",
        "members",
        "X Education Group is composed of A, B and C",
        rf"{G}(?:,[^,.;]{{0,80}},)? ?{ADVERBS}(?:composed|made up|comprised|formed|put together|constituted|consist|consists|consisting|pieced together|built|assembled|jointly formed) (?:up )?(?:of|from|by|out of) {INTRO}{LIST}",
    ),
    relation(
        "comprises",
        "members",
        "X Education Group comprises A, B and C",
        rf"{G}(?:,[^,.;]{{0,80}},)? ?{ADVERBS}(?:which )?(?:compris(?:es|ed|e|ing)|includ(?:es|ed|e|ing)|unit(?:es|ed|e|ing)|integrat(?:es|ed|e|ing)|link(?:s|ed|ing)?|contain(?:s|ed|ing)?|encompass(?:es|ed|ing)?|cover(?:s|ed|ing)?|embrac(?:es|ed|ing)|br(?:ings|ought|inging) together|gather(?:s|ed|ing)?(?: together)?|combin(?:es|ed|e|ing)|runs|operates|govern(?:s|ed)?|manag(?:es|ed)|join(?:s|ed) together|ha[sd] under it|ha(?:s|d|ving) [^.;:]{{0,50}}?members?(?: schools?| units?)?[:,]?) {INTRO}{LIST}",
    ),
    relation("member_schools", "members", "its member schools are A and B", rf"(?:{G}[^.;]{{0,120}}?)?\b(?:[Mm]ember|[Bb]ranch|[Pp]articipating|constituent) ?-?(?:schools?|units?|kindergartens?|institutions?|hospitals?|colleges?|academies)?(?: of (?:the group|(?P<of>{GROUP})))? (?:are|is|were|was|includes?|included|including|being|comprise|consist of|namely):? ?{INTRO}{LIST}"),
    relation("members_are", "members", "those who join as members are A and B", rf"(?:{G}[^.;]{{0,160}}?)?\b(?:as|the|its|whose|other|main|founding|[Tt]he) (?:\w+ )?members?(?: schools| units)?(?: of (?:the group|(?P<of>{GROUP})))? (?:are|is|were|include|including|being):? ?{INTRO}{LIST}"),
    relation("with_members", "members", "with A and B as its members", rf"{G}[^.;]{{0,160}}?\bwith {LIST} as (?:its |the |a |founding |core |first )*(?:member|members|branches|campuses|participants)\b"),
    relation("lists_members", "members", "A and B are members of X Education Group", rf"{LIST},? {ADVERBS}(?:serv(?:es?|ing) as |act(?:s|ing)? as |becom(?:es?|ing) |became )?(?:its |the |a |founding |core |first |other )*(?:member|members|branches|branch|campuses|a campus)(?: schools?| units?| kindergartens?| hospitals?| institutions?)? (?:of|in) {THE}{G}"),
    relation("member_of", "members", "A, a member school of X Education Group", rf"{LIST}, (?:a |an |the |one of the |another )(?:\w+ )?member(?:s| school| schools| unit| kindergarten)? of {THE}{G}"),
    relation(
        "joined",
        "members",
        "A will join X Education Group",
        rf"{LIST}{NOTE},? {ADVERBS}(?:join(?:s|ed|ing)?|enter(?:s|ed|ing)?|sign(?:s|ed)? up (?:to|for|with)|becom(?:es?|ing) (?:a )?(?:part|member|members)(?: schools?| units?)? of|became (?:a )?(?:part|member|members)(?: schools?| units?)? of|(?:incorporated|admitted|merged|brought|taken|integrated|absorbed|included|accepted|added|folded|transferred|assigned|put|placed) (?:in|into|to|in to|under)|belongs? to|belonged to|part of|came under|come under|run by|taken over by|managed by|operated by|under the management of) {THE}{G}",
    ),
    relation("admitted", "members", "X Education Group admitted A and B", rf"{G} {ADVERBS}(?:welcom(?:es|ed)|admit(?:s|ted)|absorb(?:s|ed)|took in|takes in|take in|taken in|add(?:s|ed)|incorporat(?:es|ed)|accept(?:s|ed)|took over|takes over|enroll?ed) {INTRO}{LIST}"),
    relation("leading_school", "leaders", "A is the leading school of X Education Group", rf"{LED}{NOTE}(?:,| is| was| serves as| serving as| acts as| acting as| as| has become| becomes| became| will be| remains| being)+ {THE}{LEAD}{SCHOOL}?(?: school)? (?:of|for|in|at the head of) {THE}{G}"),
    relation("leading_school_is", "leaders", "the leading school of X Education Group is A", rf"\b(?:[Tt]he|[Ii]ts|whose|'s|’s|\bwith) {LEAD}{SCHOOL}(?: of {THE}{G})? ?(?:is|was|being|will be|:) {LED}"),
    relation("main_school_in", "leaders", "the main school is placed in A", rf"\b(?:[Tt]he|[Ii]ts|whose|'s|’s) {LEAD}{SCHOOL}(?: of {THE}{G})? (?:is |was |has been )?(?:placed|located|set|set up|based|housed|situated|seated) (?:in|at) {LED}"),
    relation("leads_as", "leaders", "X Education Group takes A as the leader", rf"{G}[^.;]{{0,120}}?\b(?:takes?|taking|took|with|has|having|makes|regards|sees) {LED}(?:, [^,.;]{{0,60}},|{NOTE}) ?as (?:the |its |their |a )?(?:{LEAD}\b{SCHOOL}?|leader|head|core|centre|center|hub|anchor)"),
    relation("as_leader", "leaders", "With A as the leader, X Education Group …", rf"\b[Ww]ith {LED}(?:, [^,.;]{{0,60}},|{NOTE}) ?as (?:the |its |their |a )?(?:{LEAD}\b{SCHOOL}?|leader|head|core|centre|center|hub|anchor)"),
    relation("led_by", "leaders", "X Education Group is led by A", rf"{G}(?:, [^,.;]{{0,60}},|{NOTE})?,? ?(?:which )?{ADVERBS}(?:led|headed|anchored|spearheaded|fronted|steered|chaired|piloted) by {LED}"),
    relation("headed_near", "leaders", "Led by A, X Education Group …", rf"\b(?:[Ll]ed|[Hh]eaded|[Aa]nchored|[Ss]pearheaded|[Cc]ent(?:er|re)ed) (?:jointly )?(?:by|on|around) {LED}{NOTE},[^.;]{{0,80}}?{G}"),
    relation("group_led_by", "leaders", "X Education Group, founded in 2019 and led by A", rf"{G},? [^.;]{{0,80}}?\b(?:led|headed|anchored|spearheaded) (?:jointly )?by {LED}"),
    relation("headquartered", "leaders", "X Education Group is headquartered in A", rf"{G},? ?{ADVERBS}(?:headquartered|centred|centered) (?:in|at|on|around) {LED}"),
    relation("leads", "leaders", "A leads X Education Group", rf"{LED},? {ADVERBS}(?:leads?|leading|led|heads?|headed|heading|anchors?|anchored|anchoring|spearheads?|spearheaded|sits? at the (?:cent(?:er|re)|heart|core|head) of|at the (?:cent(?:er|re)|heart|core|head) of|takes? the lead in|the (?:leader|head|core|centre|center|heart|anchor|hub) of|the foundation of) {THE}{G}(?! group)"),
)
FOUNDED = r"(?:established|founded|set up|unveiled|launched|inaugurated|listed|approved|created|formed|born|came into being|came into existence|took shape|opened|plaque[d]?|licensed|registered|constituted|kicked off|started up|officially started)"
FOUNDING = re.compile(
    rf"(?:(?P<g1>{GROUP})(?P<between>[^.;{GROUP[1:-1]}]{{0,90}}?)\b(?:(?:was|were|is|been|be|being|,|formally|officially|newly|jointly|successfully|first|and|has|had) ?)*\b{FOUNDED}\b"
    rf"|\b(?:{FOUNDED}|set(?:ting)? up|establish(?:ed|es|ing|ment)|found(?:ed|ing)|creat(?:ed|ing|ion)|launch(?:ed|ing|es)?|unveil(?:ed|ing|s)?|inaugurat(?:ed|ing|ion)|formation|birthday|birth)(?: ceremony)?(?: \w+){{0,3}}?(?: of)?(?: the| two| three| four| five| six| new| first| \d+)*(?:[^.;{GROUP[1:-1]}]{{0,60}}?[-–—:,])? ?(?P<g2>{GROUP}(?:(?:, and |,? and |, |、)(?:the )?{GROUP})*))",
)
NOT_YET = re.compile(r"\b(?:will|plans?|planned|planning|decided|intends?|going|aims?|propos\w+|to be|expected|scheduled|would|next year)\b", re.IGNORECASE)


def find(marked: Marked, dates: list[DateMention]) -> Iterator[GroupMention]:
    """Every statement about a named group in the text's prose, in order: one mention for each printed name."""
    last: GroupMention | None = None
    founding = dates_by_sentence(dates)
    for sentence in marked.text.sentences:
        folded = marked.folded(sentence)
        named = [mention_of(name, sentence) for name in folded.inside if is_group(marked, name)]
        statement = Statement(marked, folded, named, last, founding)
        yield from statement.mentions()
        if named:
            last = named[-1]


def mention_of(name: Name, sentence: Sentence, rule: str = "groups.name") -> GroupMention:
    """A group's name where it is printed, with nothing said of it."""
    return GroupMention(Found(name.span, sentence, rule, 0.93))


def dates_by_sentence(dates: list[DateMention]) -> dict[int, list[DateMention]]:
    """The dates of each sentence, by its number."""
    found: dict[int, list[DateMention]] = {}
    for date in dates:
        found.setdefault(date.found.sentence.number, []).append(date)
    return found


class Statement:
    """One sentence about groups, read by every relation."""

    def __init__(self, marked: Marked, folded: Folded, named: list[GroupMention], last: GroupMention | None, dates: dict[int, list[DateMention]]) -> None:
        self.marked, self.folded, self.last, self.dates = marked, folded, last, dates
        self.sentence = folded.sentence
        self.found: dict[int, GroupMention] = {mention.name.span.start: mention for mention in named}
        self.about_last: GroupMention | None = None

    def mentions(self) -> Iterator[GroupMention]:
        """The groups of the sentence with what it says of them; one more for what it says of the group named last."""
        if INSTITUTIONS.search(self.folded.string) and (self.found or self.last):
            for known in RELATIONS:
                for match in known.pattern.finditer(self.folded.string):
                    self.relate(known, match)
        if self.found:
            self.date_foundings()
        yield from self.found.values()
        if self.about_last is not None:
            yield self.about_last

    def group_of(self, match: re.Match[str]) -> tuple[GroupMention | None, bool]:
        """The group that a match speaks of, and whether it is named in this sentence."""
        parts = match.groupdict()
        for key in ("group", "of"):
            if parts.get(key):
                return self.found.get(self.folded.name(match.start(key)).span.start), True
        before = [m for start, m in self.found.items() if start < self.folded.offset(match.start())]
        if parts.get("anaphor") or not self.found:
            if before:
                return before[-1], True
            return self.about_last or self.last, False
        return (before[-1] if before else next(iter(self.found.values()))), True

    def relate(self, known: Relation, match: re.Match[str]) -> None:
        """Adds what one match says to the group that it speaks of."""
        mention, here = self.group_of(match)
        if mention is None or match.groupdict().get("anaphor") == "which" and not here:
            return
        key = "list" if known.role == "members" else "led"
        context = () if here else (mention.name.span,)
        flags = () if here else ("coreference",)
        basis = () if here else ((mention.name.span, "the group that is meant"),)
        confidence = known.confidence if here else known.confidence - 0.15
        spans = self.entries(match.start(key), match.end(key))
        values = tuple(Found(span, self.sentence, known.rule, confidence, context=context, basis=basis, flags=flags) for span in spans)
        if not values:
            return
        base = mention if here else self.about_last or GroupMention(mention.name)
        if known.role == "members":
            updated = replace(base, members=merged(base.members, values))
        else:
            updated = replace(base, leaders=merged(base.leaders, values))
        if here:
            self.found[mention.name.span.start] = updated
        else:
            self.about_last = updated

    def entries(self, start: int, end: int) -> list[Span]:
        """The entries of a matched list; bare pieces only where an elliptical plural ("No. 1 and No. 5 Middle Schools") closes them."""
        found: list[tuple[Span, bool]] = []
        for item in re.finditer(rf"(?P<name>{INSTITUTION})|(?P<piece>{PIECE})", self.folded.string[start:end]):
            if item["name"]:
                name = self.folded.name(start + item.start())
                found.append((name.span, True))
            else:
                first, last = self.folded.offset(start + item.start()), self.folded.offset(start + item.end())
                found.append((self.marked.text.span(first, last), False))
        closing = next((n for n in range(len(found) - 1, -1, -1) if found[n][1]), -1)
        if closing < 0:
            return []
        elliptical = found[closing][0].quote.lower().endswith("s")
        kept: list[Span] = []
        for n, (span, whole) in enumerate(found):
            if whole or (elliptical and n < closing):
                kept.append(span)
            elif n > closing or not elliptical:
                break
        return kept

    def date_foundings(self) -> None:
        """Gives the groups of the sentence the date on which it says that they were founded."""
        dates = self.dates.get(self.sentence.number, [])
        context: tuple[Span, ...] = ()
        if not dates:
            return
        for match in FOUNDING.finditer(self.folded.string):
            starts = [match.start("g1")] if match["g1"] else [match.start("g2") + p.start() for p in re.finditer(GROUP, match["g2"])]
            if NOT_YET.search(self.folded.string[max(0, match.start() - 40) : match.end()]):
                continue
            cue = self.folded.offset(match.start())
            date = min(dates, key=lambda d: abs(d.found.span.start - cue))
            for start in starts:
                mention = self.found.get(self.folded.name(start).span.start)
                if mention is not None and mention.established is None:
                    self.found[mention.name.span.start] = replace(mention, established=founded(date, context))


def founded(date: DateMention, context: tuple[Span, ...]) -> DateMention:
    """A date as the founding date of a group."""
    return replace(date, found=replace(date.found, rule="groups.prose.founded", context=context))


def merged(old: tuple[Found, ...], new: tuple[Found, ...]) -> tuple[Found, ...]:
    """Old and new values, each place once."""
    places = {value.span.start for value in old}
    return old + tuple(value for value in new if value.span.start not in places)


INSTITUTIONS = re.compile(INSTITUTION)
