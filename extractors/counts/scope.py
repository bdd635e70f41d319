"""The place or body that a number is about, where its sentence prints one."""

from __future__ import annotations

import re

from extractors.counts.phrases import WORDS
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
    r"(?:[,;:、] ?(?:the )?|\b(?:said|says|added|and|that|while|where|when|which|as|but)(?: the)? |^\W*(?:[Tt]he )?|\d (?:the )?)$"
)
FENCE = re.compile(r"[;；]")
SUBJECT = re.compile(
    r" ?:|, [A-Z]| ?\(|['’]s\b| (?:has|have|had|will|would|is|was|were|are|added|plans?|built|set|now|opened|aims|counts?|compris|consist|includ|runs?|operates|covers?"
    r"|already|newly|also|took|spent|makes?|should|shall|must|can|put|serves?|employs?|offers?|enrols?|, )"
)


def scope_of(marked: Marked, sentence: Sentence, start: int, end: int, *, near: bool) -> Found | None:
    """The place right behind a count ('69 groups in Hangzhou'), else the last place or body that its clause is about.

    ``near`` takes from further back than the last comma only what the sentence is about, as for percentages.
    """
    string = marked.text.string
    places = places_in(marked, sentence)
    for span in places:
        if span.start >= end and BEHIND.fullmatch(string[end : span.start]):
            return Found(span, sentence, "counts.scope.after", 0.75)
    known = [(span, True) for span in places] + [(span, False) for span in bodies_in(marked, sentence)]
    for span, is_place in sorted(known, key=lambda pair: -pair[0].start):
        if span.end > start:
            continue
        before, between = string[sentence.start : span.start], string[span.end : start]
        subject = CLAUSE_START.search(before) is not None and SUBJECT.match(string, span.end) is not None
        if FENCE.search(between) and not (subject and is_place):
            continue
        if subject or (IN.search(before) and not (near and "," in between)):
            return Found(span, sentence, "counts.scope.before", 0.7)
    return None


def bodies_in(marked: Marked, sentence: Sentence) -> list[Span]:
    """The groups and institutions that a sentence names."""
    names = marked.names_in(sentence.start, sentence.end)
    return [name.span for name in names if name.proper and (name.kind in {"group", "institution", "part"})]


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
