"""When a group was founded: the date in the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extractors.groups.wording import GROUP_WORDS
from extractors.mentions import BatchMention, DateMention
from extractors.names.marked import GROUP, Folded
from extractors.numbers import UNITS
from extractors.text import Text

FOUNDED = (
    r"(?:established|founded|set up|unveiled|launched|inaugurated|listed|approved|created|formed|born|opened|licensed|registered|constituted|kicked off|started up"
    r"|cut (?:the|its) ribbon|hung up its (?:plaque|sign)|came into (?:being|existence|the world)|took shape|officially started|given its plaque|(?:got|received) its (?:licen[cs]e|plaque))"
)
FOUNDING_OF = r"(?:set(?:ting)? up|establish(?:es|ing|ment)|found(?:ing|ation)|creat(?:ing|ion)|launch(?:es|ing)?|unveil(?:s|ing)|inaugurat(?:ing|ion)|formation|birthday|birth)"
LINKS = r"(?:(?:was|were|is|been|be|being|,|formally|officially|newly|jointly|successfully|first|and|has|had) ?)*"
NO_GROUP = f"[^.;{GROUP[1:-1]}]"
AGAIN = rf"(?:(?P<group>{GROUP})|(?P<anaphor>\b(?:[Tt]he|[Tt]his) (?:\w+ )?{GROUP_WORDS}\b(?!['’]s)|\b[Tt]he (?:former|latter|first|second|third|last)\b|\b[Ii]t\b))"
SAYS = (
    re.compile(rf"{AGAIN}{NO_GROUP}{{0,90}}?\b{LINKS}{FOUNDED}\b"),
    re.compile(
        rf"\b(?:(?i:{FOUNDED})|{FOUNDING_OF})(?: ceremony)?(?: \w+){{0,3}}?(?: of)?(?: the| two| three| four| five| six| new| first| \d+)*"
        rf"(?:{NO_GROUP}{{0,60}}?[-–—:,])? ?(?:(?:came|come|were|was|are|is) )?(?:the )?(?:(?P<group>{GROUP}(?:(?:, and |,? and |, |、)(?:the )?{GROUP})*)|(?P<anaphor>(?<=the ){GROUP_WORDS})\b)"
    ),
)
NOT_YET = re.compile(
    r"\b(?:will|plans?|planned|planning|decided|intends?|going|aims?|propos\w+|to be|expected|scheduled|would|next year)\b",
    re.IGNORECASE,
)
FIRST_WORDS = re.compile(
    rf"^\W{{0,3}}(?:[A-Z][\w ]{{0,20}}, |[Oo]n [^,;.]{{4,24}},? it was |[Ii]t was )?(?i:{FOUNDED})\b"
)
"""A sentence about the group named before it that begins with its founding: 'Approved in May 2021, it is headed by …'."""
BATCH = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(UNITS)}) (?:[a-z-]+ ){{0,4}}?{GROUP_WORDS}?(?:s|ies)\b[^.;]{{0,60}}?\b{FOUNDED}\b"
    rf"|\b(?:{FOUNDED}|{FOUNDING_OF}) (?:of )?(?:the )?(?P<m>\d{{1,2}}|{'|'.join(UNITS)}) (?:[a-z-]+ ){{0,4}}?{GROUP_WORDS}?(?:s|ies)\b",
    re.IGNORECASE,
)
FOUNDING_WORDS = frozenset(
    "est fou set unv lau ina lis app cre for bor ope lic reg con kic sta cam too off giv cut hun bir".split()
)
"""How the words of founding begin."""
GROUP_PLURALS = re.compile(r"(?:roup|lliance|onsortium|ederation|rust|ommunit|etwork|luster)(?:s|ies)\b", re.IGNORECASE)
GROUP_CHARACTER = re.compile(GROUP)


@dataclass(frozen=True, slots=True)
class Founding:
    """A date, and the groups founded on it: by their places in the folded sentence, or by the words that mean one."""

    date: DateMention
    places: tuple[int, ...]
    anaphor: str | None


def foundings(folded: Folded, dates: list[DateMention]) -> Iterator[Founding]:
    """What a sentence says of foundings; plans found nothing."""
    for pattern in SAYS if dates else ():
        for match in pattern.finditer(folded.string):
            if NOT_YET.search(folded.string[max(0, match.start() - 40) : match.end()]):
                continue
            cue = folded.offset(match.end() - 1)
            date = min(dates, key=lambda d: abs(d.found.span.start - cue))
            places = tuple(
                n for n in range(*match.span("group")) if match["group"] and GROUP_CHARACTER.match(folded.string[n])
            )
            yield Founding(founded(date), places, match["anaphor"])

    if dates and FIRST_WORDS.match(folded.string) and not GROUP_CHARACTER.search(folded.string):
        yield Founding(founded(dates[0]), (), "it")


def batches(text: Text, dates: Mapping[int, list[DateMention]]) -> Iterator[BatchMention]:
    """What sentences say of several groups founded at once; ``dates`` by the number of their sentence."""
    for sentence in text.sentences:
        told = dates.get(sentence.number)
        match = BATCH.search(sentence.quote) if told and GROUP_PLURALS.search(sentence.quote) else None
        if told and match and not NOT_YET.search(sentence.quote):
            word = (match["n"] or match["m"]).lower()
            number = int(word) if word.isdigit() else UNITS[word]
            cue = sentence.start + match.end()
            if number > 1:
                yield BatchMention(number, founded(min(told, key=lambda d: abs(d.found.span.start - cue))))


def founded(date: DateMention) -> DateMention:
    """A date as that of a founding."""
    return replace(date, found=replace(date.found, rule="groups.prose.founded"))
