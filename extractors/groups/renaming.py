"""Further names of a group: short forms, letters in brackets, former names."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.groups.told import Told
from extractors.groups.wording import SHORT_FOR
from extractors.mentions import Found
from extractors.names.institutions import Name
from extractors.names.marked import BODY, GROUP, INSTITUTION, Folded, Marked

RENAMES = re.compile(
    r"[(]| for short|abbreviated|known|formerly|previously|renamed|name to |call(?:ed|s)? |dubbed|nicknamed|, or [\"“A-Z]| [–—-] [A-Z]{3,7} "
)
"""Without one of these no letters and no former name stand behind a group's."""
ALSO_KNOWN = re.compile(
    rf"(?P<full>{GROUP})[^.;:{GROUP[1:-1]}{INSTITUTION[1:-1]}]{{0,70}}?\b(?:(?:formerly|previously|originally)(?: known as| called| named)?|(?:known|referred to|abbreviated) as)"
    rf" (?:the )?[\"“]?(?P<other>{BODY}|{INSTITUTION}|[A-Z]{{2,7}}\b|[A-Z][a-z]\w*(?: [A-Z][\w’']*)+)"
    r"(?:[^.;:,]{0,40} (?:known|referred to|abbreviated) as [\"“]?(?P<letters>[A-Z]{2,7})\b)?"
)
"""'X Schools, formerly the Y Schools Association and commonly known as XS': further names."""
IN_QUOTES = re.compile(
    rf"(?P<full>{GROUP})[\"”]?(?:,? ?\( ?(?:hereinafter |below |short:? )?(?:referred to as |called |known as )?"
    r"|,? (?:(?:which|that|people|everyone|locals|here|is|was|also|usually|commonly|locally|simply|often) )*(?:call(?:s|ed)? it|called|dubbed|nicknamed|shortened to|hereinafter) (?:simply |just )?)"
    r"(?:the )?[\"“](?P<other>[A-Z\d][\w’' -]{1,30})[\"”]"
)
"""'X Group ("Xiao")', 'X Group, which people call "Xiao"': a name without a word for a group, in quotation marks."""
ACRONYM = re.compile(
    rf"(?P<full>{GROUP})[\"”]?(?: ?\((?:the |or |hereinafter |below |short:? |in short |abbreviated (?:as |to )?)?|,? or (?:the )?|, (?:the )?| [–—-] )[\"“]?(?P<letters>[A-Z]{{3,7}})(?:[\"”]?(?:\)| for short\b)|(?<=or \w{{3}}),|(?<=or \w{{4}}),|(?<=or \w{{5}}),)"
)
SHORT_AND_FULL = (("full", "short", "former"), ("long", "brief"), ("whole", "nick"))
"""The groups of a match of SHORT_FOR, the full name first."""


def further_names(marked: Marked, folded: Folded[Name], found: dict[int, Told]) -> None:
    """Adds the further names that a sentence gives to the groups that it names; ``found`` by where their names start."""
    string = folded.string
    if RENAMES.search(string):
        for match in ACRONYM.finditer(string):
            abbreviate(marked, folded, found, match)
        for pattern in (ALSO_KNOWN, IN_QUOTES):
            for match in pattern.finditer(string):
                rename(marked, folded, found, match)
    if len(found) > 1:
        for match in SHORT_FOR.finditer(string):
            call(folded, found, match)


def call(folded: Folded[Name], found: dict[int, Told], match: re.Match[str]) -> None:
    """'X School (Education Group), in short Y Group': the short form is an alias."""
    keys = next(keys for keys in SHORT_AND_FULL if match[keys[0]])
    full, *others = (folded.name(match.start(key)).span.start for key in keys if match[key])
    for other in others:
        if full in found and other in found:
            alias, known = found.pop(other), found[full]
            known.add("leaders", alias.leaders)
            known.add("members", alias.members)
            known.aliases.append(replace(alias.name, rule="groups.prose.short_for"))


def abbreviate(marked: Marked, folded: Folded[Name], found: dict[int, Told], match: re.Match[str]) -> None:
    """'Snowland Teacher Education Alliance (STEA)': letters that begin the words of the name before them are an alias."""
    known = found.get(folded.name(match.start("full")).span.start)
    words = [word for word in re.split(r"[\s-]+", known.name.span.quote) if word[:1].isupper()] if known else []
    if known is None or not set(match["letters"]) <= {word[0] for word in words}:
        return
    first, last = (folded.offset(match.start("letters")), folded.offset(match.end("letters") - 1) + 1)
    known.aliases.append(Found(marked.text.span(first, last), folded.sentence, "groups.prose.acronym", 0.9))


def rename(marked: Marked, folded: Folded[Name], found: dict[int, Told], match: re.Match[str]) -> None:
    """'X Schools, formerly the Y Association': a name that a sentence says means the group, too."""
    known = found.get(folded.name(match.start("full")).span.start)
    for key in ("other", "letters") if known else ():
        if known and match.groupdict().get(key):
            first, last = folded.offset(match.start(key)), folded.offset(match.end(key))
            span = marked.text.span(first, last)
            known.aliases.append(Found(span.trimmed() or span, folded.sentence, "groups.prose.also_known", 0.85))
