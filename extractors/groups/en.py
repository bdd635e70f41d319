"""What English prose says of groups: who leads them, who belongs to them, when they were founded.

Each rule is a pattern over a folded sentence (names.marked.Folded): G is a group's name or "the group", I the name of an
institution, LIST one or more of them. "the group" means the group named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extractors.groups.naming import is_group, is_short_form
from extractors.mentions import DateMention, Found, GroupMention
from extractors.names.institutions import Name
from extractors.names.marked import BODY, GROUP, INSTITUTION, Folded, Marked
from extractors.text import Sentence, Span

Role = Literal["leaders", "members"]

KINDS_OF_GROUP = (
    r"(?:[Gg]roup|[Aa]lliance|[Cc]onsortium|[Ff]ederation|[Cc]onfederation|[Tt]rust|[Cc]ommunity|[Uu]nion|[Cc]luster)"
)
THE_GROUP = rf"(?:\b(?:[Tt]he|[Tt]his|[Ii]ts)(?: new| newly established| whole| same)?(?: education| school| medical| hospital| kindergarten)? {KINDS_OF_GROUP}\b(?! of|['’]s| (?:leader|school|run))|\b[Tt]he (?:former|latter)\b|\b[Ii]t\b|\b[Ww]hich\b)"
G = rf"(?:(?P<group>{GROUP})|(?P<anaphor>{THE_GROUP}))"
PIECE = r"(?:No\. ?\d+|[A-Z][\w'’]+(?: [A-Z\d][\w'’]*){0,3})"
NOTE = r"(?: ?\([^()]{0,60}\))?"
MEMBER = rf"(?:{INSTITUTION}|{BODY})"
ITEM = rf"(?:(?:the |both |its |and |a |an )?(?:{MEMBER}{NOTE}|{PIECE}))"
SEP = r"(?: ?[,、，](?: and| as well as)?(?: (?:which|that) is the [a-z ]+,)? ?| and | as well as | & )"
LIST = rf"(?P<list>{ITEM}(?:{SEP}{ITEM})*)"
LED = rf"(?:the |a |its )?(?P<led>{INSTITUTION}(?:(?:, | and |, and )(?:the )?{MEMBER})*)"
APPOSITION = r"(?:,? ?\([^()]{0,60}\)|, [^,.;]{0,70},)?"
COLLECTIVE = (
    r"(?:schools|units|institutions|kindergartens|campuses|hospitals|colleges|academies|members|enterprises|bodies)"
)
OTHERS = rf"(?:,? (?:and|as well as) (?:the )?[a-z\d]+ (?:other |more )?(?:[a-z]+ )?{COLLECTIVE})?"
INTRO = rf"(?:[^.;:]{{0,70}}?(?::|,? namely,?|,? among them,?|,? among which are| —| –| - |,? including|,? such as|,? which are) ?|(?:the )?(?:following )?(?:[a-z\d]+ )?(?:(?:other|new|public|founding) )*(?:member )?(?:{COLLECTIVE}:? ?,? ?)?)"
THE = r"(?:the |a |an )?"
LEAD = r"(?:leading|lead|core|head|main|leader|anchor|flagship|dragon[- ]head|dragon|general|central|host|parent|principal|backbone|chairman|chairing|chair|chairperson|presiding|initiating|faucet|leadership)"
SCHOOL = r"(?: ?-?(?:schools?|units?|institutions?|hospitals?|kindergartens?|colleges?|university|academy|member|campus|one|body|bodies))"
AUX = r"(?:(?:have|has|had|will|would|shall|is to|are to|was|were|are|is|be|been|being|to|also|all|both|now|newly|formally|officially|jointly|recently|successfully|later|then|already|finally|together|respectively|first|since|once|simultaneously|each|at the same time|further|soon|currently|today|mainly|once) )*"
SIGN = r"(?:signs?|signed|signing|inks?|inked|concluded?|concludes|sealed)"
DEAL = r"(?:[\w-]+ ){0,6}?(?:contracts?|agreements?|memorand(?:um|a)(?: of understanding)?|pacts?|letters?|deals?|documents?)(?: [\w-]+){0,4}?"
COMES_IN = r"(?:join(?:s|ed|ing)?|enter(?:s|ed|ing)?|follow(?:s|ed)|sign(?:s|ed)? up (?:to|for|with)|signed to join|becom(?:es?|ing) (?:a )?(?:part|member|members)(?: schools?| units?)? of|became (?:a )?(?:part|member|members)(?: schools?| units?)? of|(?:incorporated|admitted|merged|brought|taken|integrated|absorbed|included|accepted|added|folded|transferred|assigned|put|placed)(?: (?:in|into|to|in to|under))?|belongs? to|belonged to|part of|comes? under|came under|run by|taken over by|managed by|operated by|under the management of|c[ao]me in(?:to)?)"
AS_ROLE = r"(?:the |their |its |a |ordinary |founding |core |first |other )*"


@dataclass(frozen=True, slots=True)
class Relation:
    """A way to say that schools lead a group or belong to it; ``example`` shows it.

    A pattern without G speaks of the group named nearest: before it in its sentence, after it, or last before it.
    """

    rule: str
    role: Role
    example: str
    pattern: re.Pattern[str]
    cue: re.Pattern[str] | None


def relation(rule: str, role: Role, example: str, pattern: str) -> Relation:
    """A relation with its pattern compiled."""
    cue = re.compile(CUES[rule]) if rule in CUES else None
    return Relation(f"groups.prose.{rule}", role, example, re.compile(pattern), cue)


# What a sentence must hold for a costly pattern to be tried on it.
CUES = {
    "signed": r"sign|ink|conclu|seal",
    "signed_with": r"sign|ink|conclu|seal",
    "comprises": r"compris|includ|unit|integrat|link|contain|encompass|cover|embrac|br|gather|combin|run|operat|govern|manag|ha",
    "are_members": r"member|branch|campus|rest|participant",
    "bracketed": r"[(（]",
    "gains": r"gain|add|get|got|welcom|receiv|tak|took|admit|absorb|incorporat|accept|enrol",
    "joined": r"join|follow|came in|merg|incorporat|admitted|taken in|absorb|brought in|knock",
    "joined_group": r"join|enter|follow|sign|becom|becam|incorporat|admit|merg|brought|taken|integrat|absorb|includ|accept|add|fold|transfer|assign|put|plac|belong|part of|under|run by|managed by|operated by|came in|come in",
    "member_of": r"member|branch|campus",
    "with_members": r"member|branch|campus|participant|school|unit",
    "leading_school": r"lead|core|head|main|anchor|flagship|dragon|general|central|host|parent|principal|backbone|chair|presid|initiat|faucet",
    "leads": r"lead|led|head|anchor|spearhead|sit|heart|core|hub|foundation|cent",
    "head_of": r"head|cent|heart|core",
}


RELATIONS = (
    relation(
        "signed",
        "members",
        "X Education Group signed contracts with A and B",
        rf"{G} {AUX}{SIGN} {DEAL} with {INTRO}{LIST}",
    ),
    relation(
        "signed_with",
        "members",
        "A and B signed agreements to join X Education Group",
        rf"{LIST} {AUX}{SIGN} (?:{DEAL} )?(?:to join|with|of|for joining) {THE}{G}",
    ),
    relation(
        "composed_of",
        "members",
        "X Education Group is composed of A, B and C",
        rf"\b(?:composed|made up|comprised|formed|put together|constituted|consists?|consisted|consisting|pieced together|built|assembled) (?:up )?(?:of|from|by|out of) {INTRO}{LIST}",
    ),
    relation(
        "comprises",
        "members",
        "X Education Group comprises A, B and C",
        rf"{G}[^.;:]{{0,90}}?\b(?:compris(?:es|ed|e|ing)|includ(?:es|ed|e|ing)|unit(?:es|ed|e|ing)|integrat(?:es|ed|e|ing)|link(?:s|ed|ing)|contain(?:s|ed|ing)?|encompass(?:es|ed|ing)?|cover(?:s|ed|ing)|embrac(?:es|ed|ing)|br(?:ings|ought|inging) (?:together|in)|gather(?:s|ed|ing)(?: together)?|combin(?:es|ed|e|ing)|runs(?: it together with)?|operates|govern(?:s|ed)|manag(?:es|ed)|ha[sd] under it|already had|ha[sd]|ha(?:s|d|ving) [^.;:]{{0,50}}?members?(?: schools?| units?)?[:,]?) {INTRO}{LIST}",
    ),
    relation(
        "runs_with",
        "members",
        "A runs it together with B and C",
        rf"\bruns? (?:it|the group) (?:together|jointly) with {LIST}",
    ),
    relation(
        "member_schools",
        "members",
        "its member schools are A and B",
        rf"\b(?:[Mm]ember|[Bb]ranch|[Pp]articipating|[Cc]onstituent|[Vv]ice ?-(?:chair|chairing|chairman|president)) ?-?(?:schools?|units?|kindergartens?|institutions?|hospitals?|colleges?|academies)?(?: of (?:the group|(?P<group>{GROUP})))? (?:are|is|were|was|includes?|included|including|being|comprise|consist of|namely|it has|at present are|now are):? ?{INTRO}{LIST}",
    ),
    relation(
        "members_are",
        "members",
        "those who join as members are A and B",
        rf"\b(?:as|the|its|whose|other|main|founding|new|two|three|four|five|six|[Tt]he|[Ii]ts) (?:\w+ )?(?:members?|newly joined)(?: schools| units)?(?: of (?:the group|(?P<group>{GROUP})))?(?: at present| now| today)?(?: (?:are|is|were|include|including|being):?|,|:)? {INTRO}{LIST}",
    ),
    relation(
        "bracketed",
        "members",
        "X Federation, a pair of schools (A and B)",
        rf"{G},? (?:an? |the )?[^.,;()]{{0,50}}\b(?:schools|kindergartens|academies|colleges|hospitals) ?\({LIST}\)",
    ),
    relation(
        "opened_campus",
        "members",
        "it opened its fifth campus, A Campus",
        rf"\b(?:opened|opens|added|launched|unveiled) (?:its|a) (?:\w+ ){{0,2}}(?:campus|branch)(?: school)?,? (?:called |named )?(?:the )?{LIST}",
    ),
    relation("its_school", "members", "Its Xingzhi School moved", rf"^[Ii]ts (?P<list>{INSTITUTION})(?= [a-z])"),
    relation(
        "others_are",
        "members",
        "A leads the group; the others are B and C",
        rf"\b[Tt]he others? (?:{COLLECTIVE} )?(?:are|being|include) {INTRO}{LIST}",
    ),
    relation(
        "has_members",
        "members",
        "as member schools it has A and B",
        rf"\bas (?:its |the )?(?:member|branch|participating)(?: schools?| units?|s) (?:it|the group) (?:has|had|takes|took) {LIST}",
    ),
    relation(
        "with_members",
        "members",
        "X Education Group, with A and B as its members",
        rf"(?:\bwith|\band| ,|,) {LIST} as {AS_ROLE}(?:vice ?-(?:chair\w*|president) )?(?:member|members|branches|campuses|participants|schools|units)\b",
    ),
    relation(
        "are_members",
        "members",
        "A and B are its members",
        rf"{LIST}{OTHERS},? (?:are|were|as|become|became|make up) {AS_ROLE}(?:new )?(?:member|members|branches|campuses|rest|branch schools|participants)\b",
    ),
    relation(
        "with_inside",
        "members",
        "X Education Group opened, with A and B inside",
        rf"\bwith {LIST} (?:inside|in it|under it|under its wing|on board|within)\b",
    ),
    relation(
        "gains",
        "members",
        "X Education Group will gain two members, A and B",
        rf"{G}[^.;]{{0,60}}?\b(?:gain|gains|gained|add|adds|added|get|gets|welcome|welcomes|welcomed|receive|received|take in|takes in|took in|taken in|admit|admits|admitted|absorb|absorbs|absorbed|incorporated|incorporates|accepted|took over|takes over|enrolled) {INTRO}{LIST}",
    ),
    relation(
        "member_of",
        "members",
        "A, a member school of X Education Group",
        rf"{LIST},? (?:a |an |the |one of the |another |is a |is one of the |are )(?:\w+ )?(?:member|members|member school|member schools|member unit|member units|branch|branches|campus|branch campus)(?: schools?| of kindergarten)? (?:of|in) {THE}{G}",
    ),
    relation(
        "joined_group",
        "members",
        "A will join X Education Group",
        rf"{LIST}{APPOSITION},? {AUX}{COMES_IN} (?:to )?{THE}{G}",
    ),
    relation(
        "joined_too",
        "members",
        "A joined in 2017 and B in 2020",
        rf"\b(?:joined|followed|merged in|incorporated|admitted|taken in|came in)\b [^.;]{{0,30}}?(?:and|,) {LIST} (?:in|on) ?(?:[A-Z][a-z]+ )?\d",
    ),
    relation(
        "joined",
        "members",
        "A joined in 2017 and B in 2020",
        rf"{LIST}(?:, [^,.;]{{0,70}},)? {AUX}(?:join(?:s|ed)|signed to join|follow(?:s|ed)|came in|merged in|merged|incorporated|admitted|taken in|absorbed|brought in|knocked at the door)(?: together| too| as well)?(?![^.;]{{0,40}}\b(?:left|quit|withdrew|withdrawn)\b)(?= (?:in|on|since|after|at|from|last|this|later|first|as|for) |[,.;]|$)",
    ),
    relation(
        "leading_school",
        "leaders",
        "A is the leading school of X Education Group",
        rf"{LED}{NOTE}(?: and (?:the )?[a-z][a-z -]{{3,45}}?)?(?:,| is| are| was| serves?| serving| acts?| acting| jointly| as| has become| becomes| became| will be| remains| being| stands| which)+ {THE}(?:its )?{LEAD}(?:{SCHOOL}|(?= of| for| in))(?! (?:is|are|was|were|has))(?: (?:of|for|in) {THE}{G})?",
    ),
    relation(
        "plaque_to",
        "leaders",
        "handed the plaque of 'General School of X Education Group' to A",
        rf"\b(?:plates?|plaques?|licen[cs]es?|boards?) of [\"“']?(?:the )?(?:{LEAD}{SCHOOL}|[A-Z][a-z]+ School) of [^;]{{0,40}}? to (?:the )?{LED}",
    ),
    relation(
        "head_of",
        "leaders",
        "A stands at the head of the group",
        rf"{LED}{NOTE} (?:stands|sits|is|lies) (?:at|in) the (?:head|cent(?:er|re)|heart|core) of {THE}",
    ),
    relation(
        "leading_school_is",
        "leaders",
        "the leading school of X Education Group is A",
        rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|whose|'s|’s|with) {LEAD}{SCHOOL}(?: of {THE}(?:{G}))?(?: (?:is|are|was|being|will be)|:|:) {LED}",
    ),
    relation(
        "its_leading_school",
        "leaders",
        "its lead school, A, runs it",
        rf"\b(?:[Ii]ts|[Tt]heir|whose) {LEAD}{SCHOOL},? {LED}",
    ),
    relation(
        "main_school_in",
        "leaders",
        "the main school is placed in A",
        rf"\b(?:[Tt]he|[Ii]ts|whose|'s|’s) {LEAD}{SCHOOL}(?: of {THE}{G})? (?:is |was |has been )?(?:placed|located|set|set up|based|housed|situated|seated) (?:in|at) {LED}",
    ),
    relation(
        "leads_as",
        "leaders",
        "the group takes A as the leader",
        rf"\b(?:takes?|taking|took|with|[Ww]ith|has|having|makes|regards|sees) {LED}(?:, [^,.;]{{0,60}},|{NOTE}) ?as (?:the |its |their |a )?(?:{LEAD}{SCHOOL}|leader|leaders|head|core|cent(?:er|re)|hub|anchor|dragon ?-?head)\b",
    ),
    relation(
        "led_by",
        "leaders",
        "X Education Group is led by A",
        rf"\b(?:[Ll]ed|[Hh]eaded|[Aa]nchored|[Ss]pearheaded|fronted|steered|piloted) (?:jointly )?by {LED}",
    ),
    relation(
        "under_lead_of",
        "leaders",
        "under the lead of A",
        rf"\b[Uu]nder the (?:lead|leadership|guidance and lead) of {LED}",
    ),
    relation(
        "under_lead_are",
        "members",
        "under the lead of A are B and C",
        rf"\b[Uu]nder the (?:lead|leadership) of {INSTITUTION} (?:are|come|stand) {LIST}",
    ),
    relation(
        "headquartered",
        "leaders",
        "X Education Group is headquartered in A",
        rf"\b(?:headquartered|centred|centered) (?:in|at|on|around) {LED}",
    ),
    relation(
        "leads",
        "leaders",
        "A leads X Education Group",
        rf"{LED},? {AUX}(?:leads?|leading|led|heads?|headed|heading|anchors?|anchored|anchoring|spearheads?|spearheaded|sits? at the (?:cent(?:er|re)|heart|core|head) of|at the (?:cent(?:er|re)|heart|core|head) of|the (?:leader|head|core|cent(?:er|re)|heart|anchor|hub) of|the foundation of) {THE}{G}",
    ),
    relation(
        "set_up_by",
        "leaders",
        "set up by A, which remains its lead school",
        rf"\b(?:set up|founded|created|established) by {LED}, which (?:remains|is|serves as|was) (?:its|the) {LEAD}",
    ),
)
SHORT_FOR = re.compile(
    rf"(?P<full>{GROUP})[\"”]?,? ?\(?(?:in short|for short|or|short for|abbreviated(?: as| to)?|hereinafter(?: referred to as| called)?|known as|referred to as|also (?:called|known as)|or simply|called),? (?:as )?(?:the )?[\"“]?(?P<short>{GROUP})"
)
LEAD_NOTE = re.compile(rf" ?\( ?(?:the |as )?(?:{LEAD}{SCHOOL}|head ?quarters?|leader|lead|core) ?\)")
ANAPHOR = re.compile(rf"{THE_GROUP}|\b(?:[Ii]ts|[Tt]hey|[Tt]heir|whose)\b")
FOUNDED = r"(?:established|founded|set up|unveiled|launched|inaugurated|listed|approved|created|formed|born|came into being|came into existence|took shape|opened|plaque[d]?|licensed|registered|constituted|kicked off|started up|officially started)"
FOUNDING = re.compile(
    rf"(?:(?P<g1>{GROUP})(?P<between>[^.;{GROUP[1:-1]}]{{0,90}}?)\b(?:(?:was|were|is|been|be|being|,|formally|officially|newly|jointly|successfully|first|and|has|had) ?)*\b{FOUNDED}\b"
    rf"|\b(?:{FOUNDED}|set(?:ting)? up|establish(?:ed|es|ing|ment)|found(?:ed|ing)|creat(?:ed|ing|ion)|launch(?:ed|ing|es)?|unveil(?:ed|ing|s)?|inaugurat(?:ed|ing|ion)|formation|birthday|birth)(?: ceremony)?(?: \w+){{0,3}}?(?: of)?(?: the| two| three| four| five| six| new| first| \d+)*(?:[^.;{GROUP[1:-1]}]{{0,60}}?[-–—:,])? ?(?P<g2>{GROUP}(?:(?:, and |,? and |, |、)(?:the )?{GROUP})*))",
)
NOT_YET = re.compile(
    r"\b(?:will|plans?|planned|planning|decided|intends?|going|aims?|propos\w+|to be|expected|scheduled|would|next year)\b",
    re.IGNORECASE,
)


INSTITUTIONS = re.compile(INSTITUTION)
GROUP_AGAIN = re.compile(rf"\b(?:[Tt]he|[Tt]his|[Ii]ts) (?:\w+ )?{KINDS_OF_GROUP}\b")
NEAR = 4
"""How many sentences back the group may be named that "the group" means."""


def find(marked: Marked, dates: list[DateMention]) -> Iterator[GroupMention]:
    """Every statement about a named group in the text's prose, in order: one mention for each printed name."""
    last: GroupMention | None = None
    last_named = 0
    pair: dict[str, GroupMention] = {}
    founding = dates_by_sentence(dates)
    for sentence in marked.text.sentences:
        folded = marked.folded(sentence)
        named = [mention_of(name, sentence) for name in folded.inside if is_group(marked, name)]
        named += [
            mention_of(name, sentence, "groups.name.short") for name in folded.inside if is_short_form(marked, name)
        ]
        named.sort(key=lambda mention: mention.name.span.start)
        statement = Statement(marked, folded, named, last, last_named, pair, founding)
        yield from statement.mentions()
        called = re.search(r"\b[Tt]he (former|latter)\b", folded.string)
        if named or called or GROUP_AGAIN.search(folded.string):
            last, last_named = (
                (named[-1] if named else pair.get(called.group(1), last) if called else last),
                sentence.number,
            )
        if len(named) == 2:
            pair = {"former": named[0], "latter": named[1]}


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

    def __init__(
        self,
        marked: Marked,
        folded: Folded,
        named: list[GroupMention],
        last: GroupMention | None,
        last_named: int,
        pair: dict[str, GroupMention],
        dates: dict[int, list[DateMention]],
    ) -> None:
        self.marked, self.folded, self.last, self.dates = marked, folded, last, dates
        self.sentence = folded.sentence
        self.found: dict[int, GroupMention] = {mention.name.span.start: mention for mention in named}
        self.pair, self.last_named = pair, last_named
        self.others: dict[int, GroupMention] = {}

    def mentions(self) -> Iterator[GroupMention]:
        """The groups of the sentence with what it says of them; one more for what it says of the group named last."""
        if INSTITUTIONS.search(self.folded.string) and (self.found or self.last):
            for known in RELATIONS:
                if known.cue is not None and not known.cue.search(self.folded.string):
                    continue
                for match in known.pattern.finditer(self.folded.string):
                    self.relate(known, match)
        for match in SHORT_FOR.finditer(self.folded.string):
            self.call(match)
        if self.found:
            self.date_foundings()
        yield from self.found.values()
        yield from self.others.values()

    def group_of(self, match: re.Match[str]) -> tuple[GroupMention | None, bool]:
        """The group that a match speaks of, and whether it is named in this sentence."""
        parts = match.groupdict()
        if parts.get("group"):
            return self.found.get(self.folded.name(match.start("group")).span.start), True
        if "latter" in (parts.get("anaphor") or "") or "former" in (parts.get("anaphor") or ""):
            return self.pair.get((parts["anaphor"] or "")[-6:]), False
        start, end = self.folded.offset(match.start()), self.folded.offset(match.end())
        before = [m for place, m in self.found.items() if place < start]
        after = [m for place, m in self.found.items() if place >= end]
        if before:
            return before[-1], True
        if parts.get("anaphor") is None and after and not ANAPHOR.search(self.folded.string[: match.start()]):
            return after[0], True
        called = re.findall(r"\b[Tt]he (former|latter)\b", self.folded.string[: match.start()])
        return (self.pair.get(called[-1], self.last) if called else self.last), False

    def relate(self, known: Relation, match: re.Match[str]) -> None:
        """Adds what one match says to the group that it speaks of."""
        mention, here = self.group_of(match)
        if (
            mention is None
            or (match.groupdict().get("anaphor") == "which" and not here)
            or (not here and not self.is_near(mention, known))
        ):
            return
        key = "list" if known.role == "members" else "led"
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

    def call(self, match: re.Match[str]) -> None:
        """'X School (Education Group), in short Y Group': the short form is an alias."""
        full, short = (self.folded.name(match.start(key)).span.start for key in ("full", "short"))
        if full in self.found and short in self.found:
            alias = self.found.pop(short)
            self.found[full] = replace(
                self.found[full],
                aliases=(*self.found[full].aliases, replace(alias.name, rule="groups.prose.short_for")),
            )

    def is_near(self, mention: GroupMention, known: Relation) -> bool:
        """Whether a group was named in one of the last sentences, so that "the group" can mean it."""
        return self.sentence.number - self.last_named <= (1 if known.rule.endswith("its_school") else NEAR)

    def say(self, mention: GroupMention, here: bool, role: Role, rule: str, spans: list[Span]) -> None:
        """Adds leaders or members to a group: to its mention in this sentence, or to one more of the group named before."""
        if not spans:
            return
        context = () if here else (mention.name.span,)
        flags = () if here else ("coreference",)
        basis = () if here else ((mention.name.span, "the group that is meant"),)
        values = tuple(
            Found(span, self.sentence, rule, 0.9 if here else 0.75, context=context, basis=basis, flags=flags)
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
        for item in re.finditer(
            rf"(?P<name>{MEMBER if bodies else INSTITUTION})|(?P<piece>{PIECE})", self.folded.string[start:end]
        ):
            if item["name"]:
                name = self.folded.name(start + item.start())
                if name.proper or not is_common(name):
                    found.append((name.span, True))
            else:
                first, last = self.folded.offset(start + item.start()), self.folded.offset(start + item.end())
                found.append((self.marked.text.span(first, last), False))
        closing = next((n for n in range(len(found) - 1, -1, -1) if found[n][1]), -1)
        if closing < 0:
            return []
        elliptical = is_plural(found[closing][0])
        if elliptical and closing == 0:
            return []
        kept: list[Span] = []
        for n, (span, whole) in enumerate(found):
            if whole or (elliptical and n < closing):
                kept.append(span)
            elif kept:
                break
        return kept

    def date_foundings(self) -> None:
        """Gives the groups of the sentence the date on which it says that they were founded."""
        dates = self.dates.get(self.sentence.number, [])
        context: tuple[Span, ...] = ()
        if not dates:
            return
        for match in FOUNDING.finditer(self.folded.string):
            starts = (
                [match.start("g1")]
                if match["g1"]
                else [match.start("g2") + p.start() for p in re.finditer(GROUP, match["g2"])]
            )
            if NOT_YET.search(self.folded.string[max(0, match.start() - 40) : match.end()]):
                continue
            cue = self.folded.offset(match.start())
            date = min(dates, key=lambda d: abs(d.found.span.start - cue))
            for start in starts:
                mention = self.found.get(self.folded.name(start).span.start)
                if mention is not None and mention.established is None:
                    self.found[mention.name.span.start] = replace(mention, established=founded(date, context))


def is_plural(span: Span) -> bool:
    """Whether a name's head is a plural: 'No. 5 Middle Schools', 'Binhai campuses of Jishan Middle School'."""
    return bool(re.search(r"(?:s|S)$", span.quote.split(" of ")[0])) and bool(
        re.search(
            r"(?:chools|ampuses|artens|olleges|cademies|ospitals|ranches|niversities|enters|entres|tations)$",
            span.quote.split(" of ")[0],
        )
    )


def is_common(name: Name) -> bool:
    """Whether a name without a proper word is no name: 'Primary Schools', 'primary school'."""
    quote = name.span.quote
    return quote.lower().endswith("s") or not quote.istitle() or len(quote.split()) < 2


def founded(date: DateMention, context: tuple[Span, ...]) -> DateMention:
    """A date as the founding date of a group."""
    return replace(date, found=replace(date.found, rule="groups.prose.founded", context=context))


def merged(old: tuple[Found, ...], new: tuple[Found, ...]) -> tuple[Found, ...]:
    """Old and new values, each place once."""
    places = {value.span.start for value in old}
    return old + tuple(value for value in new if value.span.start not in places)
