"""The place or body that a number is about, where its sentence prints one."""

from __future__ import annotations

import re

from extractors.counts.phrases import WORDS
from extractors.groups.naming import is_group
from extractors.mentions import Found
from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.text import Sentence, Span

COMMON = "|".join(sorted((re.escape(word) for word in WORDS["scope"]), key=len, reverse=True))
PLACE_LETTERS = re.compile(r"P{1,3}(?:-?[PGL]){0,3}[Ll]+|P{1,2}(?![PGCEHRBUKVghkrbuvsj])|P(?=s)")
COMMON_PLACE = re.compile(
    rf"\b(?:[Tt]he (?:whole |entire )?(?:{COMMON}))\b(?! (?:government|party|committee|council|bureau|authorit|education|level|leader|official|year|centre|center|hall|office))"
)
BEHIND = re.compile(
    r"(?: (?:of|for) [^,.;:()\d]{1,40}?)? (?:in|across|throughout|within|around|of) (?:the )?|[^,.;:]{0,60}? (?:in|across|throughout|within) (?:the )?"
)
IN = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Oo]f|about|asks|to) (?:all of )?$")
CLAUSE_START = re.compile(
    r"(?:[,;:、] ?|\b(?:and|that|while|where|when|which|as|but)(?: the)? |^\W*(?:[Tt]he )?|\d (?:the )?)$"
)
SUBJECT = re.compile(
    r" ?:|['’]s\b| (?:has|have|had|will|would|is|was|were|are|added|plans?|built|set|now|opened|aims|counts?|compris|consist|includ|runs?|operates|covers?|already|newly|also|took|spent|makes?|should|shall|must|can|put|, )"
)


def scope_of(marked: Marked, sentence: Sentence, start: int, end: int, *, near: bool) -> Found | None:
    """The place right behind a count ('69 groups in Hangzhou'), else the last place or group that its clause is about.

    ``near`` looks no further back than the last comma, as a percentage seldom is about what stands there.
    """
    string = marked.text.string
    places = places_in(marked, sentence)
    for span in places:
        if span.start >= end and BEHIND.fullmatch(string[end : span.start]):
            return Found(span, sentence, "counts.scope.after", 0.75)
    for span in reversed([p for p in places + groups_in(marked, sentence) if p.end <= start]):
        if re.search(r"[,;；]" if near else r"[;；]", string[span.end : start]):
            return None
        before = string[sentence.start : span.start]
        if (CLAUSE_START.search(before) and SUBJECT.match(string, span.end)) or IN.search(before):
            return Found(span, sentence, "counts.scope.before", 0.7)
    return None


def groups_in(marked: Marked, sentence: Sentence) -> list[Span]:
    """The groups that a sentence names."""
    return [name.span for name in marked.names_in(sentence.start, sentence.end) if is_group(marked, name)]


def places_in(marked: Marked, sentence: Sentence) -> list[Span]:
    """The places that a sentence names, in order: 'Nanshan District', 'Hangzhou', 'the city'."""
    tags = marked.tags
    first, last = tags.of(sentence)
    found: list[Span] = []
    for match in PLACE_LETTERS.finditer(tags.letters, first, last):
        span = tags.span(match.start(), match.end())
        if marked.name_over(span.start, span.end) is None and is_place(marked, match):
            found.append(span)
    found += [
        marked.text.span(m.start(), m.end())
        for m in COMMON_PLACE.finditer(sentence.span.text, sentence.start, sentence.end)
    ]
    return sorted(found, key=lambda span: span.start)


def is_place(marked: Marked, match: re.Match[str]) -> bool:
    """Whether capitalised words are a place: by a place word, by "in" before them, or since names of the text begin so."""
    words = [marked.tags.word(n) for n in range(match.start(), match.end())]
    if match.group()[-1] in "Ll":
        return True
    if han_name(words) or (len(words) == 1 and words[0].isupper()):
        return False
    return marked.tags.letters[match.start() - 1 : match.start()] == "i" or words[0] in marked.place_words
