"""Documents that an English text names by their titles, in quotation marks or by capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from extractors.mentions import Found, PolicyMention
from extractors.names.lexicon import load
from extractors.text import Sentence, Span, Text, trim

WORDS = load("extractors.policies", "en")
KIND = "|".join(sorted((re.escape(word) for word in WORDS["kind"]), key=len, reverse=True))
NEVER = re.compile("|".join(map(re.escape, WORDS["never"])), re.IGNORECASE)
QUOTED = re.compile(r"[\"“《]\s*(?P<title>[A-Z\d][^\"“”《》\n]{8,260}?)[\"”》]")
HAS_KIND = re.compile(rf"\b(?:{KIND})\b", re.IGNORECASE)
SMALL = r"(?:of|for|on|the|and|in|to|by|with|at|from|a|an|&|as|under|through|its|into|between|among|within|against|towards|-)"
NOTE = r"\([A-Z][\w’' -]{2,40}\)"
"""A note inside a title: 'Basic Education (School Clusters) Act 2025'."""
MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
ENDING = r"(?: ?\((?:[Tt]rial|[Dd]raft|[Ff]or [Tt]rial [Ii]mplementation|[Ii]nterim|(?:19|20)\d\d ?[-–—] ?(?:19|20)?\d\d)\))?"
YEARS = r"(?:,? (?:for )?(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?(?!\d))?"
NO_MORE = rf"(?! (?!{MONTHS})[A-Z][a-z]+(?:ence|um|it|ship|mittee|ool|irm|day)\b)"
"""The title ends there: 'the Code Conference', 'Harbour Law School' and 'Bill Committee' are none."""
TITLE_WORD = rf"(?!{MONTHS})[A-Z][\w'’]*(?:-[\w]+)*"
BARE_KIND = "|".join(word.title().replace(" Of ", " of ") for word in sorted(WORDS["bare"], key=len, reverse=True))
# "the Implementation Plan for Promoting the Practice of …", "the Children Act 1989", "the National Policy Framework 2023-2033"
OPENING = re.compile(
    rf"(?=[A-Z])(?<![\w\"“])(?:(?:{TITLE_WORD} ){{0,4}}?)(?P<kind>{BARE_KIND}) (?:for|on|of|to) (?:(?:{SMALL}|{TITLE_WORD}) ){{0,40}}{TITLE_WORD}{YEARS}{ENDING}"
)
CLOSING = re.compile(
    rf"(?=[A-Z])(?<![\w\"“])(?:{TITLE_WORD} )(?:(?:{SMALL}|{TITLE_WORD}|{NOTE}) ){{0,10}}?(?P<kind>(?:{BARE_KIND})\b{NO_MORE}|Policy\b(?=,? (?:19|20)\d\d)){YEARS}{ENDING}"
)
ENTITLED = re.compile(
    r"[\"“《](?:(?<=r .)(?:(?<=(?:hite|reen|blue) paper .)|(?<=y paper .)|(?<= circular .))|(?<=e .)(?<= notice .)"
    r"|(?<=s .)(?:(?<= opinions .)|(?<= measures .)|(?<= guidelines .)|(?<= regulations .))|(?<=t .)(?<=policy document .)"
    r"|(?<=titled .)(?:(?<=paper entitled .)|(?<=circular entitled .)|(?<=notice entitled .)|(?<=document entitled .)))"
)
"""The quotation mark behind words that say that a title of a document follows; a search leaps to each mark."""
PLAN_PERIOD = re.compile(r"(?:the )?(?:\d+th|[A-Z]?[a-z]+th) [Ff]ive ?- ?[Yy]ear [Pp]lan(?: [Pp]eriod)?", re.IGNORECASE)
ACTS = frozenset(("Act", "Ordinance", "Law"))
SECOND = re.compile(rf" and (?:the |its )(?=(?:[A-Z][\w-]* ){{0,3}}(?:{BARE_KIND})\b)")
OWNER = re.compile(
    r"(?:[A-Z][\w’.-]*? |of |the |and |for )*?(?:Bureau|Commission|Department|Ministry|Government|Committee|Office|Council|Authority|County|City|District|Province|Board|Trust|Alliance|Group|Federation|Consortium|University|College|School|Hospital|Party|State)['’]s (?=[A-Z])"
)
"""'the Health Commission's Notice on …': who issued it is no part of the title."""
ISSUING = re.compile(r"\b(?:Issuing|Printing|Distributing|Forwarding|Publishing|Releasing|Promulgating|Transmitting)$")
QUOTE_AHEAD = re.compile(r"\s?(?:the )?[\"“《]")
"""A notice that only brings another document is no document of its own."""
NO_START = re.compile(
    r"(?:(?:The|This|In|On|At|By|Under|According to|Since|And|A|An|For|With|After|Its|Their|Our|These|When|As|To|Of|From) )+"
)


def find(text: Text) -> Iterator[PolicyMention]:
    """Every document named by its title, in order, each place once."""
    for sentence in sentences_with_kinds(text):
        taken: list[Span] = []
        for rule, confidence, span in [*quoted(sentence), *by_capitals(sentence)]:
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield PolicyMention(Found(span, sentence, rule, confidence))


def sentences_with_kinds(text: Text) -> Iterator[Sentence]:
    """The sentences that name a kind of document with a capital, or before a title in quotation marks, each once."""
    end = 0
    told = [match.start() for match in HAS_CAPITAL_KIND.finditer(text.string)]
    entitled = [match.start() for match in ENTITLED.finditer(text.string)]
    for start in sorted(told + entitled) if entitled else told:
        sentence = text.sentence_at(start) if start >= end else None
        if sentence is not None:
            end = sentence.end
            yield sentence


def quoted(sentence: Sentence) -> Iterator[tuple[str, float, Span]]:
    """Titles in quotation marks that hold the name of a kind of document with a capital."""
    for match in QUOTED.finditer(sentence.span.text, sentence.start, sentence.end):
        title = match["title"]
        words = [w for w in re.findall(r"[A-Za-z][\w'’-]*", title) if w.lower() not in SMALL_WORDS]
        capitals = sum(word[0].isupper() for word in words)
        span = trim(sentence.span.text, match.start("title"), match.end("title"), " ,.;")
        if (
            span
            and not PLAN_PERIOD.fullmatch(span.quote)
            and (HAS_KIND.search(title) or ENTITLED.match(sentence.span.text, match.start()))
            and len(words) >= 2
            and capitals >= 0.5 * len(words)
            and not title.rstrip().endswith((".", "!", "?"))
        ):
            yield "policies.quoted", 0.93, span


def by_capitals(sentence: Sentence) -> Iterator[tuple[str, float, Span]]:
    """Titles without quotation marks, told by their capitals; not in headings, where every word may have one."""
    if sentence.block.kind == "heading" or sentence.block.role == "title":
        return
    string = sentence.span.text
    for pattern, rule in ((OPENING, "policies.capitals.opening"), (CLOSING, "policies.capitals.closing")):
        for match in pattern.finditer(string, sentence.start, sentence.end):
            start = match.start()
            lead = NO_START.match(string, start, match.end())
            span = trim(string, lead.end() if lead else start, match.end(), " ,.;")
            owner = OWNER.match(string, span.start, span.end) if span else None
            if span and owner and owner.end() <= match.start("kind"):
                span = trim(string, owner.end(), span.end)
            if span and ISSUING.search(span.quote) and QUOTE_AHEAD.match(string, span.end):
                continue
            if span is None or NEVER.search(span.quote) or span.start >= match.start("kind") + 1:
                continue
            second = SECOND.search(span.quote)
            if second:
                other = trim(string, span.start + second.end(), span.end)
                if other is not None:
                    yield rule, 0.88, other
                span = trim(string, span.start, span.start + second.start()) or span
            if is_title(span):
                yield rule, 0.88, span


def is_title(span: Span) -> bool:
    """Whether words told by their capitals are enough of a title; an act needs no more than two: 'the Procurement Act'."""
    words = span.quote.split()
    capitals = sum(word[0].isupper() for word in words)
    if len(words) == capitals == 2 and words[1] in ACTS:
        return words[1] != "Law" or span.text.endswith("the ", 0, span.start)
    return len(words) >= 3 and capitals >= 2


SMALL_WORDS = frozenset("of for on the and in to by with at from a an as under through its into".split())
CAPITAL_KINDS = sorted(
    {form for word in WORDS["kind"] for form in (word[0].upper() + word[1:], word.title().replace(" Of ", " of "))},
    reverse=True,
)
HAS_CAPITAL_KIND = re.compile(
    "|".join(
        f"{letter}(?:{'|'.join(re.escape(kind[1:]) for kind in kinds)})"
        for letter, kinds in groupby(CAPITAL_KINDS, key=itemgetter(0))
    )
)
"""The kinds of documents as titles print them, put together by their first letters so that a search leaps to these."""
