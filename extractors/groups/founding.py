"""When a group was founded: the date in the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractors.groups.wording import GROUP_WORDS
from extractors.leaps import leaping
from extractors.mentions import BatchMention, DateMention, Found
from extractors.names.institutions import Name
from extractors.names.marked import GROUP, INSTITUTION, Folded
from extractors.numbers import UNITS
from extractors.text import Text

WHEN_FOUNDED = "established founded launched inaugurated listed approved created formed born opened licensed registered constituted initiated unveiled".split()
CEREMONY = r"(?:its|the) (?:founding|inaugural|inauguration|establishment|unveiling|launch|plaque[- ]\w+) (?:conference|meeting|ceremony|congress|assembly)"
EVENT = "its (?:founding|establishment|formation|creation|launch|birth|inception|inauguration)"
APPROVAL = "(?:the |its )?(?:go-ahead|green light|approval)"
WORLD = "(?:being|existence|the world|operation)"
PHRASES = (
    *WHEN_FOUNDED,
    r"est\b(?=\.? \d)",
    *("set up", "set sail", "kicked off", "started up", "started out", "officially started", "saw the light"),
    *("uncover(?:ed)? (?:(?:its|the|a) )?(?:card|plaque|sign)", "start(?:ed|s)? work", "cut (?:the|its) ribbon"),
    *(
        "hung up its (?:plaque|sign)",
        r"incorporated(?= as\b| (?:in|on) [A-Z\d])",
        "declared (?:open|founded|established)",
    ),
    *(f"since {EVENT}", rf"celebrat\w+ {EVENT}", f"came into {WORLD}", f"brought into {WORLD}"),
    *(f"{verb} (?:back to|from)" for verb in ("dat(?:es?|ed|ing)", "goes", "went")),
    "trac(?:es?|ed|ing) its (?:origins?|roots?|beginnings?|history)(?: back)? to",
    *(f"{verb} existed(?= since)" for verb in ("has", "had", "have")),
    *(f"{verb} been (?:running|going|in business|at work|active) since" for verb in ("has", "had")),
    "in (?:existence|operation|being)(?= since)",
    *(f"{verb} {APPROVAL}" for verb in ("got", "received", "given", "won", "obtained", "gained")),
    *("took (?:its )?(?:present |current )?(?:shape|form)", r"began(?= (?:on|in|life)\b)"),
    *(f"{verb} {CEREMONY}" for verb in ("held", "holds")),
    *(f"{verb} (?:its|the|their) plaques?" for verb in ("awarded", "given")),
    *(f"{verb} its (?:licen[cs]e|plaque)" for verb in ("got", "received")),
)
FOUNDED = leaping(rf"\b(?:{'|'.join(PHRASES)})")
"""Put together by first letters, for it is asked at many places."""
FOUNDING_OF = r"(?:(?:rose|went up|raised) on|set(?:ting)? up|establish(?:es|ing|ment)|found(?:ing|ation)|creat(?:ing|ion)|launch(?:es|ing)?|unveil(?:s|ing)|inaugurat(?:ing|ion)|formation|birthday|birth)"
SPLIT = r"(?:split off|spun off|hived off|carved out|separated)(?= (?:from|of)\b)"
"""The group behind it is not the one that is founded."""
LINKS = r"(?:(?:was|were|is|been|be|being|,|formally|officially|newly|jointly|successfully|first|and|has|had) ?)*"
NO_GROUP = f"[^.;{GROUP[1:-1]}]"
AGAIN = rf"(?=[{GROUP[1:-1]}TtIi])(?:(?P<group>{GROUP})(?: ?\([^()]*\))?|(?P<anaphor>\b(?:[Tt]he|[Tt]his) (?:\w+ )?{GROUP_WORDS}\b(?!['’]s)|\b[Tt]he (?:former|latter|first|second|third|last)\b|\b[Ii]t\b))"
GROUP_AHEAD = rf"(?={NO_GROUP}*+{GROUP}|{NO_GROUP}*?the {GROUP_WORDS})"
"""One look behind a word of founding, which spares the many ways to read on to a group where none is."""
SOMETHING = (
    r"(?! (?:an?|its|their|another|several|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?=[a-z])"
    r"(?!(?:[a-z-]+ )?(?:years?|months?|weeks?|days?|decades?|few|little|while|plaques?|signs?|name-?plates?|boards?|cards?|doors?|gates?)\b))"
)
"""Behind "opened": not a campus of its own, but perhaps its doors, or a year ago."""
ASIDE = r"(?: ?\([^()]*\)|, (?:with|led|headed)\b[^,;.]{3,60},)?"
FOUNDS = re.compile(
    rf"\b(?i:{FOUNDED}|{FOUNDING_OF}|to form|upgraded to){GROUP_AHEAD}(?: ceremony| conference| meeting)?(?: \w+){{0,3}}?(?: of)?(?: the| two| three| four| five| six| new| first| \d+)*"
    rf"(?:{NO_GROUP}{{0,60}}?[-–—:,])? ?(?:(?:came|come|were|was|are|is) )?(?:the )?[\"“‘]?(?:(?P<group>{GROUP}(?:(?:, and |,? and |, |、)(?:the )?{GROUP})*)|(?P<anaphor>(?<=the ){GROUP_WORDS})\b)"
)
"""A word of founding with the group behind it."""
SAYS = (
    re.compile(rf"{AGAIN}{NO_GROUP}{{0,110}}?\b{LINKS}(?:{FOUNDED}|{SPLIT})\b{SOMETHING}"),
    FOUNDS,
    re.compile(
        rf"(?P<group>{GROUP}{ASIDE}(?:(?:, and |,? and |, )(?:the )?{GROUP}{ASIDE})+)(?P<anaphor>\B\b)? (?:were|are|have been|have both been|both|all)\b[^.;]{{0,40}}?\b{LINKS}{FOUNDED}\b{SOMETHING}"
    ),
    re.compile(rf"(?P<group>{GROUP}) ?\((?P<anaphor>\B\b)?(?:[^().;]{{1,30}}, ?)?since (?=[^()]{{0,12}}\d{{4}}\))"),
    re.compile(rf"\b(?:became|turned into) (?:the )?[\"“]?(?P<group>{GROUP})(?P<anaphor>\B\b)?(?!['’]s)"),
)
KINDS = tuple("roup lliance onsortium ederation rust ommunity etwork luster".split())
"""How the words for a group end, without their first letter."""
KINDS_WITH_CAPITALS = ("oundation", "ircle", "artnership")
"""And of those that mean a group with a capital only."""
LONGEST_END = max(map(len, (*KINDS, *KINDS_WITH_CAPITALS)))
MEANT = re.compile(r"\b(?:[Tt]he (?:former|latter|first|second|third|last)|[Ii]t)\b")
IN_SHORT = re.compile(
    rf"{GROUP}[\"”]?,? ?\(?(?:in short|for short|short for|abbreviated as|also called|known as|called|or)(?: the)? [\"“]?$"
)
"""What stands between a full name and the short form behind it."""
RESPECTIVELY = re.compile(
    rf"(?P<groups>{GROUP}(?:(?:, and |,? and |, |、)(?:the )?{GROUP})+){NO_GROUP}{{0,40}}?\b{FOUNDED}\b(?P<dates>{NO_GROUP}{{4,90}}?)\brespectively\b"
)
GAPPED = re.compile(rf"(?P<group>{GROUP}) (?:in|on) (?=[A-Z\d])")
DATED = re.compile(
    rf"(?:; |, (?:and )?| and )(?:in|on) (?P<date>[A-Z\d][\w ]{{2,20}}),? (?:the )?(?P<group>{GROUP})(?=[.;,]|$)"
)
"""'and in 2021, Y Group'."""
OF_SCHOOL = re.compile(
    rf"(?<=[{INSTITUTION[1:-1]}]),? (?:which|that) [^,.;]*,?|(?<=[{INSTITUTION[1:-1]}]) (?:founded|established|built|opened) (?:in|on) [^,.;{GROUP[1:-1]}]*(?=[.,;]|$)|(?<=[{INSTITUTION[1:-1]}]), (?:founded|established|built|opened|set up) (?:in|on) [^,.;]*(?=[.;]|$)"
)
"""What is told of a school and not of the group: 'it grew out of X School, which opened in 1953, and …'."""
TOLD_OF_SCHOOL = re.compile(rf"{INSTITUTION},? (?:which|that|founded|established|built|opened|set up) ")
"""One look, which a search can leap to, that spares the costly one."""
NOT_YET = re.compile(
    r"\b(?:will|plans?|planned|planning|decided|intends?|going|aims?|propos\w+|to be|expected|scheduled|would|must|should|shall|striv(?:e|es|ing)|next year)\b",
    re.IGNORECASE,
)
FIRST_WORDS = re.compile(
    rf"^\W{{0,3}}(?:Newly |Just |Formally |Officially |[A-Z][\w ]{{0,20}}, |[Oo]n [^,;.]{{4,24}},? it was |[Ii]t was )?(?i:{FOUNDED})\b"
    rf"|(?:The|Its) (?:founding|unveiling|inauguration|launch|launching|establishment|inaugural|plaque-\w+)(?: ceremony| meeting| conference)?\b(?! of)"
)
"""A sentence about the group named before it that begins with its founding: 'Approved in May 2021, it is headed by …'."""
BATCH = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(UNITS)}) (?:[a-z-]+ ){{0,4}}?{GROUP_WORDS}?(?:s|ies)\b[^.;]{{0,60}}?\b{FOUNDED}\b"
    rf"|\b(?:{FOUNDED}|{FOUNDING_OF}) (?:of )?(?:the )?(?P<m>\d{{1,2}}|{'|'.join(UNITS)}) (?:[a-z-]+ ){{0,4}}?{GROUP_WORDS}?(?:s|ies)\b"
)
"""Over small letters."""
FOUNDING_STEMS = tuple(
    "form found from set since open establish approv ceremony list running born launch back start split spun"
    " hived carved separated unveil initiat creat licen regist constitut kick uncover ribbon hung plaque birth"
    " into shape took incept upgrad became turned began sail conference est. incorporated exist being light"
    " operation go-ahead approval declared rose raised inaugur trac".split()
)
"""One of these stands wherever something is founded, in small letters; those that sentences have most come first."""
GROUP_PLURALS = tuple("roups lliances onsortiums ederations rusts ommunities etworks lusters".split())
"""How the plurals of groups end, without their first letter: one cheap look before the costly one."""
DEADLINE = re.compile(r"\b(?:by|until|before)(?: the)?(?: end of)?(?: the)? $")
SUBJECT = re.compile(
    rf"[{GROUP[1:-1]}{INSTITUTION[1:-1]}](?:, [^,;.]{{3,60}},)? (?:was|were|is|are|has been|have been|being) (?:\w+ ){{0,2}}$"
)
"""'X School was founded in 1938 and Y Group …'."""
PERSON = re.compile(r"\b[a-z]+ (?:of|at|from) (?:the )?$")
"""'A teacher of X Group was born in 1985'."""
ATTRIBUTE = re.compile(r"(?:the|its|his|her|our) (?:19|20)\d\d (?!and\b|when\b|with\b|by\b|as\b)[a-z]")
"""A year that only says which one is meant: 'the 2025 chair unit'."""
GROUP_CHARACTER = re.compile(GROUP)


@dataclass(frozen=True, slots=True)
class Founding:
    """A date, and the groups founded on it: by their places in the folded sentence, or by the words that mean one."""

    date: DateMention
    places: tuple[int, ...]
    anaphor: str | None


def foundings(folded: Folded[Name], dates: list[DateMention]) -> Iterator[Founding]:
    """What a sentence says of foundings; plans found nothing, and a span of years is no founding."""
    string = folded.string
    days = [date for date in dates if is_moment(date)] if may_found(string) else []
    if days and TOLD_OF_SCHOOL.search(string):
        asides = [(folded.offset(m.start()), folded.offset(m.end())) for m in OF_SCHOOL.finditer(string)]
        days = [date for date in days if not is_within(date, asides)]
        string = OF_SCHOOL.sub(lambda match: " " * len(match[0]), string)
    if not days:
        return
    yield from respectively(folded, days)
    if len(days) > 1:
        yield from gapped(folded, days)
    ahead = last_group(string)
    ahead = ahead if may_found(string[:ahead]) else 0
    for pattern in SAYS if may_mean_group(folded.string) else ():
        for match in pattern.finditer(string, 0, ahead if pattern is FOUNDS else len(string)):
            if NOT_YET.search(folded.string[max(0, match.start() - 40) : match.end()]) or of_another(string, match):
                continue
            date = date_of(folded, match, days)
            places = (*groups_in(folded, *match.span("group")), *called(folded, match.start("group")))
            yield Founding(founded(date), places, match["anaphor"])
    if FIRST_WORDS.match(folded.string) and not GROUP_CHARACTER.search(folded.string):
        yield Founding(founded(days[0]), (), "it")


def of_another(string: str, match: re.Match[str]) -> bool:
    """Whether a word of founding is the verb of another subject than the group behind it, or says when a person was born."""
    if match.start("group") > match.start() and SUBJECT.search(string, 0, match.start()):
        return not match[0].startswith(("upgraded", "to form"))
    return "born" in match[0] and PERSON.search(string, 0, match.start()) is not None


def is_within(date: DateMention, stretches: list[tuple[int, int]]) -> bool:
    """Whether a date stands in one of some stretches of the text."""
    return any(start <= date.found.span.start < end for start, end in stretches)


def may_mean_group(string: str) -> bool:
    """Whether a folded sentence has a group's name, or a word that may mean one: one cheap look before the costly ones."""
    return bool(GROUP_CHARACTER.search(string) or any(map(string.__contains__, KINDS)) or MEANT.search(string))


def last_group(string: str) -> int:
    """Where the last name of a group, or word that may mean one, ends at the latest."""
    words = [string.rfind(kind) + LONGEST_END for kind in (*KINDS, *KINDS_WITH_CAPITALS) if kind in string]
    names = [match.end() for match in GROUP_CHARACTER.finditer(string)]
    return max(words + names, default=0)


def may_found(string: str) -> bool:
    """Whether a sentence has a word of founding: a further cheap look."""
    return any(map(string.lower().__contains__, FOUNDING_STEMS))


def is_moment(date: DateMention) -> bool:
    """Whether a group can have been founded on a date: no span of time but a school year, and no deadline."""
    span = date.found.span
    if DEADLINE.search(span.text, max(0, span.start - 20), span.start) or (
        len(date.form.edtf) == 4 and ATTRIBUTE.match(span.text, span.start - 4)
    ):
        return False
    first, _, last = date.form.edtf.partition("/")
    return not last or (first.isdigit() and last.isdigit() and int(last) - int(first) == 1)


def groups_in(folded: Folded[Name], start: int, end: int) -> tuple[int, ...]:
    """The places of the groups in a stretch of a folded sentence."""
    return tuple(n for n in range(start, end) if GROUP_CHARACTER.match(folded.string[n]))


def date_of(folded: Folded[Name], match: re.Match[str], dates: list[DateMention]) -> DateMention:
    """The date nearest to the end of what a founding is told with, one of the same clause first."""
    cue, first, last = (folded.offset(n) for n in (match.end() - 1, match.start(), match.end() - 1))

    def far(date: DateMention) -> tuple[bool, bool, int]:
        span = date.found.span
        between = span.text[last : span.start] if span.start >= last else span.text[span.end : first]
        return ";" in between, not first <= span.start <= last, abs(span.start - cue)

    return min(dates, key=far)


def called(folded: Folded[Name], place: int) -> tuple[int, ...]:
    """The full name of a group whose short form stands at a place: 'X Group, in short Y Group, was set up in 2017'."""
    match = IN_SHORT.search(folded.string, 0, place) if place > 0 else None
    return (match.start(),) if match else ()


def respectively(folded: Folded[Name], dates: list[DateMention]) -> Iterator[Founding]:
    """'X Group and Y Group, set up in 2017 and 2019 respectively': each group with its own date."""
    match = RESPECTIVELY.search(folded.string) if len(dates) > 1 else None
    if match is None:
        return
    places = groups_in(folded, *match.span("groups"))
    first, last = folded.offset(match.start("dates")), folded.offset(match.end("dates") - 1)
    own = [date for date in dates if first <= date.found.span.start <= last]
    if len(places) == len(own):
        for place, date in zip(places, own, strict=True):
            yield Founding(founded(date), (place,), None)


def gapped(folded: Folded[Name], dates: list[DateMention]) -> Iterator[Founding]:
    """'X Group was approved in 2019, Y Group in 2023': a group that shares the verb of the one before it."""
    for match in GAPPED.finditer(folded.string):
        place = folded.offset(match.end())
        own = next((date for date in dates if date.found.span.start == place), None)
        if own is not None and may_found(folded.string[: match.start()]):
            yield Founding(founded(own), (match.start("group"),), None)
    for match in DATED.finditer(folded.string):
        place = folded.offset(match.start("date"))
        own = next((date for date in dates if date.found.span.start == place), None)
        if own is not None and may_found(folded.string[: match.start()]):
            yield Founding(founded(own), (match.start("group"),), None)


def batches(text: Text, dates: Mapping[int, list[DateMention]]) -> Iterator[BatchMention]:
    """What sentences say of several groups founded at once; ``dates`` by the number of their sentence, ascending."""
    for place, told in dates.items():
        sentence = text.sentences[place]
        quote = sentence.quote
        may_say = any(map(quote.__contains__, GROUP_PLURALS)) and may_found(quote)
        match = BATCH.search(quote.lower()) if may_say else None
        if match and not NOT_YET.search(quote):
            word = match["n"] or match["m"]
            number = int(word) if word.isdigit() else UNITS[word]
            cue = sentence.start + match.end()
            if number > 1:
                yield BatchMention(number, founded(min(told, key=lambda d: abs(d.found.span.start - cue))))


def founded(date: DateMention) -> DateMention:
    """A date as that of a founding."""
    of = date.found
    found = Found(of.span, of.sentence, "groups.prose.founded", of.confidence, of.value, of.context, of.basis, of.flags)
    return DateMention(found, date.form)
