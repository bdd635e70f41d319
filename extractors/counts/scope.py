"""The place or body that a number is about, where its sentence prints one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from extractors.counts.line import Line
from extractors.counts.phrases import WORDS
from extractors.mentions import Found
from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.text import Span

COMMON = "|".join(sorted((re.escape(word) for word in WORDS["scope"]), key=len, reverse=True))
PLACE_LETTERS = re.compile(r"P{1,3}(?:-?[PGL]){0,3}[Ll]+|P{1,2}(?![PGCEHRBUKVghkrbuvsj])|P(?=s)")
COMMON_PLACE = re.compile(
    rf"\b(?:(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]he whole|[Tt]he entire) (?:county-level )?(?i:{COMMON})|(?<=in )whole (?:{COMMON})|[Tt]he (?:school|kindergarten|hospital|campus|university|college)(?! (?:area|district|year|gate|yard)))\b(?! (?:government|party|committee|council|bureau|authorit|education|level|leader|official|year|centre|center|hall|office))"
)
BEHIND = re.compile(
    r"(?: (?:of|for) [^,.;:()\d]{1,40}?)? (?:in|across|throughout|within|around|of) (?:the )?|[^,.;:]{0,60}? (?:in|across|throughout|within) (?:the )?"
)
IN = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Oo]f|about|asks|to) (?:all of )?$")
CLAUSE_START = re.compile(
    r"(?:[,;:、] ?(?:the )?|\b(?:said|says|added|and|that|while|where|when|which|as|but)(?: the)? |^\W*(?:[Tt]he )?|\d (?:the )?)$"
)
HAS_OR_WILL = re.compile(r" (?:will|has|had|plans to|now|newly)\b|,? (?:which|whose)\b")
OWNER = re.compile(r"['’]s? ")
PUNCTUATION = " \"“”'(（-–—•*.。"
FENCE = re.compile(r"[;；]")


class Scopes(Line):
    """The places and bodies of one sentence, and which of them a number is about."""

    def of(self, start: int, end: int, *, near: bool) -> Found | None:
        """The place right behind a count ('69 groups in Hangzhou'), else the last place or body that its clause is about.

        ``near`` takes from further back than the last comma only what the sentence is about, as for percentages.
        """
        for span, is_named_place in self.known:
            if is_named_place and span.start >= end and BEHIND.fullmatch(self.string, end, span.start):
                return Found(span, self.sentence, "counts.scope.after", 0.75)
        for span, _ in self.known:
            if start < span.start < end and OWNER.match(self.string, span.end):
                return Found(span, self.sentence, "counts.scope.owner", 0.75)
        for span, is_named_place in reversed(self.known):
            if span.end > start:
                continue
            between = self.string[span.end : start]
            subject = self.is_subject(span)
            if FENCE.search(between) and not (subject and is_named_place):
                continue
            if subject or (IN.search(self.string, self.sentence.start, span.start) and not (near and "," in between)):
                return Found(span, self.sentence, "counts.scope.before", 0.6)
        return None

    def is_subject(self, span: Span) -> bool:
        """Whether a clause starts with a place or body, or a verb of having follows it; translations leave out other verbs."""
        if HAS_OR_WILL.match(self.string, span.end):
            return True
        return CLAUSE_START.search(self.string, max(self.sentence.start, span.start - 24), span.start) is not None or (
            self.string[self.sentence.start : span.start].lower().strip(PUNCTUATION) in {"", "the"}
        )

    @cached_property
    def known(self) -> list[tuple[Span, bool]]:
        """The places (True) and the groups and institutions (False) that the sentence names, in order."""
        names = self.marked.names_in(self.sentence.start, self.sentence.end)
        bodies = [(name.span, False) for name in names if name.proper and name.kind in {"group", "institution", "part"}]
        return sorted([*((span, True) for span in self.places()), *bodies], key=lambda pair: pair[0].start)

    def places(self) -> Iterator[Span]:
        """The places that the sentence names: 'Nanshan District', 'Hangzhou', 'the city'."""
        for match in PLACE_LETTERS.finditer(self.tags.letters, self.first, self.last):
            span = self.tags.span(match.start(), match.end())
            if self.marked.name_over(span.start, span.end) is None and is_place(self.marked, match):
                yield span
        for common in COMMON_PLACE.finditer(self.string, self.sentence.start, self.sentence.end):
            yield self.marked.text.span(common.start(), common.end())


def is_place(marked: Marked, match: re.Match[str]) -> bool:
    """Whether capitalised words are a place: by a place word, by "in" before them, or since names of the text begin so."""
    words = [marked.tags.word(n) for n in range(match.start(), match.end())]
    if match.group()[-1] in "Ll":
        return True
    if han_name(words) or (len(words) == 1 and words[0].isupper()):
        return False
    return marked.tags.letters[match.start() - 1 : match.start()] == "i" or words[0] in marked.place_words
