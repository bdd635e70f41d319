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
from extractors.numbers import WORDS as NUMBER_WORDS
from extractors.text import Span

COMMON = "|".join(sorted((re.escape(word) for word in WORDS["scope"]), key=len, reverse=True))
PLACE_LETTERS = re.compile(r"P{1,3}(?:-?[PGL]){0,3}[Ll]+|P{1,2}(?![PGCEHRBUKVghkrbuvsj])|P(?=s)")
COMMON_PLACE = re.compile(
    rf"\b(?:(?:[Tt]he|[Tt]his|[Ii]ts|[Oo]ur|[Ee]ach|[Tt]he whole|[Tt]he entire) (?:county-level )?(?i:{COMMON})|(?:[Tt]he|[Ii]ts) (?:{NUMBER_WORDS}|\d+) (?i:{COMMON})s|(?<=in )whole (?:{COMMON})|[Tt]he (?:school|kindergarten|hospital|campus|university|college)(?! (?:area|district|year|gate|yard|entrance)))\b(?! (?:government|party|committee|council|bureau|authorit|education|level|leader|official|year|centre|center|hall|office)| [A-Z])"
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
TOPIC = {"", "the", "in", "in the", "at", "at the", "for", "across", "across the", "throughout the"}
"""What may stand before the place that a whole sentence is about."""
LINK = re.compile(r", (?:and )?| and (?:in )?")
WHERE = re.compile(
    r",? (?:in|of) (?:(?:[A-Z]\w+ )*[A-Z]\w+['’]s )?(?:the )?|[^.;:]{0,40},? (?:located|based|situated|headquartered) in (?:the )?"
)
QUOTE = re.compile('["“”]')
FENCE = re.compile(r"[;；]")


class Scopes(Line):
    """The places and bodies of one sentence, and which of them a number is about."""

    def of(self, start: int, end: int, *, near: bool) -> Found | None:
        """The place right behind a count ('69 groups in Hangzhou'), else the last place or body that its clause is about.

        ``near`` takes from further back than the last comma only what the sentence is about, as for percentages.
        """
        for span, is_named_place in self.known:
            if is_named_place and span.start >= end and BEHIND.fullmatch(self.string, end, span.start):
                return Found(self.listed(span), self.sentence, "counts.scope.after", 0.75)
        for span, _ in self.known:
            if start < span.start < end and OWNER.match(self.string, span.end):
                return Found(span, self.sentence, "counts.scope.owner", 0.75)
        for span, is_named_place in reversed(self.known):
            if span.end > start:
                continue
            between = self.string[span.end : start]
            if self.is_in_closed_quotes(span, between) or self.is_where_another_is(span):
                continue
            subject = self.is_subject(span)
            if FENCE.search(between) and not (subject and is_named_place):
                continue
            if subject or (IN.search(self.string, self.sentence.start, span.start) and not (near and "," in between)):
                return Found(span, self.sentence, "counts.scope.before", 0.6)
        return None

    def is_in_closed_quotes(self, span: Span, between: str) -> bool:
        """Whether a name stands in quotation marks that end before the number: in the title of a document, mostly."""
        return (
            len(QUOTE.findall(between)) % 2 == 1
            and len(QUOTE.findall(self.string, self.sentence.start, span.start)) % 2 == 1
        )

    def listed(self, place: Span) -> Span:
        """A place with those listed after it: 'Guangzhou, Foshan and Zhaoqing'; the list ends with an "and"."""
        end, closed = place.end, False
        for span, is_named_place in self.known:
            if is_named_place and span.start > end and (link := LINK.fullmatch(self.string, end, span.start)):
                end, closed = span.end, closed or "and" in link.group()
        return self.marked.text.span(place.start, end) if closed else place

    def is_where_another_is(self, place: Span) -> bool:
        """Whether a place only says where the subject of its clause stands: 'Yiling in Hubei', 'The school, located in Yiling,'."""
        return any(
            span.end < place.start and self.is_subject(span) and WHERE.fullmatch(self.string, span.end, place.start)
            for span, _ in self.known
        )

    def is_subject(self, span: Span) -> bool:
        """Whether a clause starts with a place or body, or a verb of having follows it; translations leave out other verbs."""
        if HAS_OR_WILL.match(self.string, span.end):
            return True
        return CLAUSE_START.search(self.string, max(self.sentence.start, span.start - 24), span.start) is not None or (
            self.string[self.sentence.start : span.start].lower().strip(PUNCTUATION) in TOPIC
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
    return marked.tags.letters[match.start() - 1 : match.start()] == "i" or marked.is_place_word(words[0])
