"""When a group was founded: the date in the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.mentions import DateMention, GroupMention
from extractors.names.marked import GROUP, Folded

FOUNDED = r"(?:established|founded|set up|unveiled|launched|inaugurated|listed|approved|created|formed|born|came into being|came into existence|took shape|opened|plaque[d]?|licensed|registered|constituted|kicked off|started up|officially started)"
FOUNDING = re.compile(
    rf"(?:(?P<g1>{GROUP})(?P<between>[^.;{GROUP[1:-1]}]{{0,90}}?)\b(?:(?:was|were|is|been|be|being|,|formally|officially|newly|jointly|successfully|first|and|has|had) ?)*\b{FOUNDED}\b"
    rf"|\b(?:{FOUNDED}|set(?:ting)? up|establish(?:ed|es|ing|ment)|found(?:ed|ing)|creat(?:ed|ing|ion)|launch(?:ed|ing|es)?|unveil(?:ed|ing|s)?|inaugurat(?:ed|ing|ion)|formation|birthday|birth)(?: ceremony)?(?: \w+){{0,3}}?(?: of)?(?: the| two| three| four| five| six| new| first| \d+)*(?:[^.;{GROUP[1:-1]}]{{0,60}}?[-–—:,])? ?(?P<g2>{GROUP}(?:(?:, and |,? and |, |、)(?:the )?{GROUP})*))",
)
NOT_YET = re.compile(
    r"\b(?:will|plans?|planned|planning|decided|intends?|going|aims?|propos\w+|to be|expected|scheduled|would|next year)\b",
    re.IGNORECASE,
)
GROUP_CHARACTER = re.compile(GROUP)


def foundings(folded: Folded, found: dict[int, GroupMention], dates: list[DateMention]) -> Iterator[GroupMention]:
    """The groups of a sentence with the date on which it says that they were founded; plans found nothing."""
    for match in FOUNDING.finditer(folded.string) if dates else ():
        if NOT_YET.search(folded.string[max(0, match.start() - 40) : match.end()]):
            continue
        cue = folded.offset(match.start())
        date = min(dates, key=lambda d: abs(d.found.span.start - cue))
        first = match.start("g1") if match["g1"] else match.start("g2")
        last = match.end("g1") if match["g1"] else match.end("g2")
        for place in range(first, last):
            if not GROUP_CHARACTER.match(folded.string[place]):
                continue
            mention = found.get(folded.name(place).span.start)
            if mention is not None and mention.established is None:
                yield replace(
                    mention, established=replace(date, found=replace(date.found, rule="groups.prose.founded"))
                )
