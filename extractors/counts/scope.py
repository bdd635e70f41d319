"""The place or body that a number is about, where its sentence prints one."""

from __future__ import annotations

import re

from extractors.counts.phrases import WORDS
from extractors.mentions import Found
from extractors.names.marked import Marked
from extractors.text import Sentence, Span

COMMON = "|".join(sorted((re.escape(word) for word in WORDS["scope"]), key=len, reverse=True))
PLACE_LETTERS = re.compile(r"P{1,3}(?:-?[PGL]){0,3}[Ll]+|P{1,2}(?![PGCEHRBUKVghkrbuv])")
COMMON_PLACE = re.compile(rf"\b(?:[Tt]he (?:whole |entire )?(?:{COMMON}))\b(?! (?:government|party|committee|council|bureau|authorit|education|level|leader|official))")
AFTER = re.compile(r"(?:[^,.;:()]{0,40}?) (?:in|across|throughout|of|within|around) (?:all of |the whole of )?$")
IN = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Oo]f) (?:all of )?$")


def scope_of(marked: Marked, sentence: Sentence, start: int, end: int) -> Found | None:
    """The place right behind a count ('69 groups in Hangzhou'), else the last that stands before it in its clause."""
    places = places_in(marked, sentence)
    string = marked.text.string
    for span in places:
        if span.start >= end and re.fullmatch(r"(?: (?:of|for) [^,.;:()\d]{1,40}?)? (?:in|across|throughout|within|around|of) ", string[end : span.start]):
            return Found(span, sentence, "counts.scope.after", 0.75)
    for span in reversed([p for p in places if p.end <= start]):
        between = string[span.end : start]
        if re.search(r"[;；]", between):
            return None
        before = string[max(sentence.start, span.start - 12) : span.start]
        subject = span.start == sentence.start or re.search(r"(?:[,;:] |\b(?:and|that|while|,) )$", before) or re.match(r"['’]s|[ ]+(?:has|have|had|will|is|was|added|plans?|built|set|now|opened|aims)\b", between)
        if subject or IN.search(before):
            return Found(span, sentence, "counts.scope.before", 0.7)
    return None


def places_in(marked: Marked, sentence: Sentence) -> list[Span]:
    """The places that a sentence names, in order: 'Nanshan District', 'Hangzhou', 'the city'."""
    tags = marked.tags
    first, last = tags.of(sentence)
    found: list[Span] = []
    for match in PLACE_LETTERS.finditer(tags.letters, first, last):
        span = tags.span(match.start(), match.end())
        if marked.name_over(span.start, span.end) is None:
            found.append(span)
    found += [marked.text.span(m.start(), m.end()) for m in COMMON_PLACE.finditer(sentence.span.text, sentence.start, sentence.end)]
    return sorted(found, key=lambda span: span.start)
