"""English date expressions: found and delimited, with the precision as printed. Years are inferred later, never here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_lowercase

from extractors.dates.forms import Form, Forms, Parts
from extractors.mentions import CalendarForm, DateMention, Found
from extractors.names.marked import Marked
from extractors.numbers import UNITS, mend
from extractors.text import Sentence, Text, trim

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS = ("first", "second", "third", "fourth", "last")
NUMERALS = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
}  # fmt: skip

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|january|february|april|june|july|august|september|october|november|december"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
YEAR = r"(?:(?:19|20)\d\d|19\d/kloc-0|2065438\+(?:20)?0?\d|20/kloc-0/?\d)(?![\d%])"
SPACED = r"20 ?[012] ?\d(?<! \d\d\d)(?<!20\d\d)(?=[,.;)])"
"""A year that a translation tore apart: '20 19', '20 1 1'."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%,]*\d|/kloc)"
DASH = r" ?[-–—~] ?"
TO = rf"(?:{DASH}| to | until | through )"
Y, M, D = rf"(?P<y>{YEAR})", rf"(?P<m>{MONTH})", rf"(?P<d>{DAY})"
EDGE = r"(?:the )?(?P<edge>end|beginning|start|close) of (?:the year )?"
REL = r"(?P<rel>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he same|[Tt]hat|[Tt]he current|[Tt]he following|[Tt]he coming)"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"

SHIFT = {"this": 0, "last": -1, "next": 1, "the current": 0, "the coming": 0, "the": 0}
DAYS = {"this": 0, "today": 0, "yesterday": -1, "tomorrow": 1}
COUNTED = re.compile(
    r" ?(?!(?:and|or|was|is|has|as|yes|this|his|its|towards|plus|years?|thus|always|perhaps|besides|across|versus|onwards|afterwards|focus|progress|process|will)\b)(?:[a-z-]+s|yuan|RMB|people)\b"
)
YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|for|after|before|during|early|late|year|to|through|and|mid|as)|[,(–-])[ -]?$",
    re.IGNORECASE,
)


def month(word: str) -> str:
    """'September' → '09'."""
    return f"{MONTHS.index(word[:3].lower()) + 1:02d}"


def day(word: str) -> str:
    """'26th' → '26'."""
    return f"{int(word.rstrip(ascii_lowercase)):02d}"


def year(word: str | None) -> str:
    """'2018' → '2018'; nothing printed → 'XXXX'."""
    return mend(word).replace(" ", "") if word else "XXXX"


def anchored(edtf: str, relative: str | None) -> CalendarForm:
    """A form whose year is told by 'this', 'last', 'the same' … year, or by nothing."""
    if relative is None:
        return CalendarForm(edtf)
    word = relative.lower()
    if word in {"the same", "that"}:
        return CalendarForm(edtf, "same")
    return CalendarForm(edtf, "same", 1) if word == "the following" else CalendarForm(edtf, "year", SHIFT[word])


def full(p: Parts) -> CalendarForm:
    """A year, month or day with what is printed of it."""
    edtf = year(p.get("y")) + (f"-{month(p['m'])}" if "m" in p else "") + (f"-{day(p['d'])}" if "d" in p else "")
    return anchored(edtf, p.get("rel"))


def digits(p: Parts) -> CalendarForm:
    """2022-08-26 and its like; the day may be missing."""
    return CalendarForm("-".join([year(p["y"]), *(f"{int(p[key]):02d}" for key in ("n", "d") if key in p)]))


def held(p: Parts) -> CalendarForm:
    """'1998.8-2017.7', '2017.7 to now': how long a post was held."""
    first, last = (f"{year(p[y])}-{int(p[n]):02d}" if n in p else p.get(y, "") for y, n in (("y", "n"), ("y2", "n2")))
    return CalendarForm(f"{first}/{last or '..'}")


def days(p: Parts) -> CalendarForm:
    """A range of days in one year."""
    first, last = p.get("m", p.get("m2", "")), p.get("m2", p.get("m", ""))
    y = year(p.get("y"))
    if "y1" in p:
        return CalendarForm(f"{year(p['y1'])}-{month(first)}-{day(p['d'])}/{y}-{month(last)}-{day(p['d2'])}")
    return CalendarForm(f"{y}-{month(first)}-{day(p['d'])}/{y}-{month(last)}-{day(p['d2'])}")


def between_days(p: Parts) -> CalendarForm:
    """'between 4 November and 13 December 2024', 'between September 2021 and July 2022'."""
    last = year(p["y"])
    ends = ((year(p["y1"]) if "y1" in p else last, p["m"], p.get("d")), (last, p["m2"], p.get("d2")))
    return CalendarForm("/".join("-".join([y, month(m), *([day(d)] if d else [])]) for y, m, d in ends))


def first_months(p: Parts) -> CalendarForm | None:
    """'the first ten months of 2023'."""
    y = year(p.get("y"))
    last = (int(p["count"]) if p["count"].isdigit() else UNITS[p["count"]]) * (3 if p["step"] == "quarters" else 1)
    return anchored(f"{y}-01/{y}-{last:02d}", p.get("rel")) if last <= 12 else None


def months(p: Parts) -> CalendarForm:
    """'April to August 2017'."""
    y = year(p.get("y"))
    return anchored(f"{y}-{month(p['m'])}/{y}-{month(p['m2'])}", p.get("rel"))


def years(p: Parts) -> CalendarForm | None:
    """'2017-18', '2021-2025'; None for pairs that run backwards."""
    first, last = year(p["y"]), mend(p["y2"])
    last = first[:2] + last if len(last) == 2 else last
    return CalendarForm(f"{first}/{last}") if first < last else None


def edge(p: Parts) -> CalendarForm:
    """'the end of 2007' is its December, 'the beginning of 2025' its January."""
    last = "12" if p["edge"].lower() in {"end", "close"} else "01"
    return anchored(f"{year(p.get('y'))}-{last}", p.get("rel"))


def half(p: Parts) -> CalendarForm:
    """'the first half of 2022'."""
    y = year(p.get("y"))
    first, last = ("01", "06") if p["half"].lower() in {"first", "1st"} else ("07", "12")
    return anchored(f"{y}-{first}/{y}-{last}", p.get("rel") or p.get("the"))


def quarter(p: Parts) -> CalendarForm:
    """'the third quarter of 2023', 'Q3 2023': EDTF 33 to 36."""
    number = int(p["q"]) if p["q"].isdigit() else min(ORDINALS.index(p["q"]) + 1, 4)
    return anchored(f"{year(p.get('y'))}-{32 + number}", p.get("rel"))


def season(p: Parts) -> CalendarForm:
    """'spring 2017': EDTF 21 to 24."""
    return anchored(f"{year(p.get('y'))}-{SEASONS[p['season'].lower()]}", p.get("rel"))


def plan(p: Parts) -> CalendarForm | None:
    """China's n-th Five-Year Plan: the 14th is 2021 to 2025, each runs five years after the one before."""
    word = p["plan"].lower()
    number = int(word[:2]) if word[0].isdigit() else NUMERALS.get(word)
    return CalendarForm(f"{1951 + 5 * number}/{1955 + 5 * number}") if number and number > 5 else None


# What it looks like, with what it may open (n a number, m the name of a month, w another word), how it is written, what
# it states. The first that fits at a place wins, so the longer stand first.
FORMS: tuple[Form, ...] = (
    ("1998.8-2017.7", "n", rf"(?<![\d.]){Y}\.(?P<n>1[0-2]|0?[1-9]){TO}(?P<y2>{YEAR})\.(?P<n2>1[0-2]|0?[1-9])(?![\d.]*\d)", held),
    ("2017.7 to now", "n", rf"(?<![\d.]){Y}(?:\.(?P<n>1[0-2]|0?[1-9]))?{TO}(?:now|present|date)\b", held),
    ("2022.07.14", "n", rf"(?<![\d.]){Y} ?(?:[-–.‑/]|年) ?(?P<n>1[0-2]|0?[1-9])(?:(?:[-–.‑/]|月) ?(?P<d>3[01]|[12]\d|0?[1-9])日?|月)(?![\d.]\d)", digits),
    ("31/03/2024", "n", rf"(?<![\d./])(?P<d>3[01]|2\d|1[3-9])(?P<by>[/.])(?P<n>1[0-2]|0?[1-9])(?P<by2>[/.]){Y}(?![./]\d)", digits),
    ("2018.9", "n", rf"(?<![\d.,]){Y}[./](?P<n>1[0-2]|0?[1-9])(?!\d|\.\d)(?! ?[a-z%])", digits),
    ("September of 20 1 1", "m", rf"\b{M}(?: of)? (?P<y>{SPACED})", full),
    ("July 4 to 6, 2022", "m", rf"\b{M} {D}(?: ?, ?(?P<y1>{YEAR}))?{TO}(?:(?P<m2>{MONTH}) )?(?P<d2>{DAY})(?: ?,? {Y})?(?! ?(?:million|per ?cent|%))", days),
    ("4 to 6 July 2022", "n", rf"\b{D}(?: {M})?{TO}(?P<d2>{DAY}) (?P<m2>{MONTH})(?:,? {Y})?", days),
    ("May 2019 to June 2020", "m", rf"\b{M} (?P<y1>{YEAR}){TO}(?P<m2>{MONTH}) {Y}", between_days),
    ("between 4 November and 13 December 2024", "n", rf"(?<=[Bb]etween ){D} {M}(?: (?P<y1>{YEAR}))? and (?P<d2>{DAY}) (?P<m2>{MONTH}) {Y}", between_days),
    ("between September 2021 and July 2022", "m", rf"(?<=[Bb]etween ){M} (?P<y1>{YEAR}) and (?P<m2>{MONTH}) {Y}", between_days),
    ("August 26th, 2022", "m", rf"\b{M} ?{D}(?: ?,?(?: of)? ?{Y}| ?,? (?:of )?{REL} year)?", full),
    ("26 August 2022", "n", rf"\b{D}(?: of)? {M}(?:(?:,| of)? {Y}|,? (?:of )?{REL} year)?(?!\w)", full),
    ("the first ten months of 2023", "w", rf"\b(?:the )?first (?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01]) (?P<step>months|quarters) of (?:{Y}|{REL} year)", first_months),
    ("April to August 2017", "m", rf"\b{M}{TO}(?P<m2>{MONTH})(?:,? {Y}|,? (?:of )?{REL} year)?\b", months),
    ("the end of November 2017", "mw", rf"(?:\b[Tt]he (?:end|beginning|start) of )?\b{M},?(?: of)? ?{Y}", full),
    ("20 19", "n", rf"(?<=\b[OoIi][fn] )(?P<y>{SPACED})", full),
    ("June of this year", "mw", rf"(?:\b[Tt]he (?:end|beginning|start) of )?\b{M}(?: of)? {REL} year", full),
    ("last September", "w", rf"\b{REL} {M}\b", full),
    ("the end of June", "w", rf"\b(?:[Tt]he )?(?:end|beginning|start|close) of {M}\b", full),
    ("in June", "m", rf"(?:(?<=\b[Ii]n )|(?<=[Ss]ince )|(?<=\b[Bb]y )|(?<=[Ee]arly )|(?<=[Uu]ntil )|(?<=[Ll]ate )|(?<=[Mm]id[- ])|(?<=[Dd]uring )|(?<=\bof )|(?<=\b[Ff]rom )){M}\b", full),
    ("14th Five-Year Plan", "nw", r"\b(?P<plan>\d\dth|[A-Z]?[a-z]+th)[\"”]? [\"“]?[Ff]ive ?-? ?[Yy]ear[\"”]? (?:[Pp]lan|[Pp]eriod)", plan),
    ("the first half of 2022", "w", rf"\b(?:[Tt]he )?(?P<half>[Ff]irst|[Ss]econd|1st|2nd) half of (?:{Y}|{REL} year|(?P<the>the) year\b)", half),
    ("the first quarter of 2023", "w", rf"\b(?:the )?(?P<q>first|second|third|fourth|last) quarter of (?:{Y}|{REL} year)", quarter),
    ("the fourth quarter", "w", r"\b[Tt]he (?P<q>first|second|third|fourth) quarter\b(?! of)", quarter),
    ("Q1 2023", "w", rf"\bQ(?P<q>[1-4]) (?:of )?{Y}", quarter),
    ("2021 Q4", "n", rf"(?<![\d.]){Y} Q(?P<q>[1-4])\b", quarter),
    ("the autumn semester of 2022", "w", rf"\b{SEASON}(?: (?:semester|term))?,? (?:of )?(?:{Y}|{REL} year)", season),
    ("2022 autumn", "n", rf"\b{Y} {SEASON}\b", season),
    ("the spring semester", "w", r"(?<=\b[Tt]he )(?P<season>spring|autumn|fall) (?:semester|term)\b(?! of| \(?20)", season),
    ("this autumn", "w", rf"\b{REL} {SEASON}\b(?! (?:semester|term) of)", season),
    ("2021/2022", "n", rf"(?<![\d./]){Y}/(?P<y2>(?:19|20)\d\d)(?![\d/-])", years),
    ("2024/25 to 2026/27", "n", rf"(?<![\d.]){Y}/\d\d{TO}(?:19|20)\d\d/(?P<y2>\d\d)(?![\d/-])", years),
    ("2017-18", "n", rf"(?<![\d.]){Y}(?:{TO}|/(?=\d\d(?!\d))|(?<=[Bb]etween \d\d\d\d) and )(?P<y2>{YEAR}|(?<=[-–/])\d\d(?![\d%]|[.,]\d))(?![\d-])", years),
    ("the end of 2007", "w", rf"\b{EDGE}(?:{Y}|{REL} year\b)", edge),
    ("the 1990s", "nw", r"\b(?:the )?(?P<decade>(?:19|20)\d)0['’]?s\b", lambda p: CalendarForm(f"{p['decade']}X")),
    ("2017 and beyond", "n", rf"(?<![\d.,/$£€¥+-])\b{Y} (?:and beyond|and after|onwards)\b", lambda p: CalendarForm(f"{year(p['y'])}/..")),
    ("2018", "n", rf"(?:(?<=[Mm]id-)|(?<![\d.,/$£€¥+〔\[-]))(?<!No\. )(?<!No\.)(?P<bare>{YEAR})(?![\d,]\d|\.\d|-[a-z]|\) ?\d{{1,4}}\b(?! [a-z]))", lambda p: CalendarForm(year(p["bare"]))),
    ("the year before last", "w", r"\b(?:the )?year before last\b", lambda p: CalendarForm("XXXX", "year", -2)),
    ("this year", "w", rf"\b(?![Tt]hat){REL} year\b(?!-)", full),
    ("this month", "w", r"\b(?P<rel>[Tt]his|[Ll]ast|[Nn]ext) month\b", lambda p: CalendarForm("XXXX-XX", "month", SHIFT[p["rel"].lower()])),
    ("the 15th of this month", "n", rf"\b(?P<d>{DAY})(?<=[a-z]) of (?P<rel>this|last|next) month\b", lambda p: CalendarForm(f"XXXX-XX-{day(p['d'])}", "month", SHIFT[p["rel"]])),
    ("today", "w", r"\b(?P<rel>today|[Yy]esterday|[Tt]omorrow|Today(?= (?:I\b|we (?!have|look|run|serve|employ|are|know|face)|[A-Z]|let\b)))\b(?!['’]s| of\b)", lambda p: CalendarForm("XXXX-XX-XX", "day", DAYS[p["rel"].lower()])),
    ("this morning", "w", r"\b(?P<rel>[Tt]his) (?:morning|afternoon|evening)\b(?! \()", lambda p: CalendarForm("XXXX-XX-XX", "day", DAYS[p["rel"].lower()])),
    ("the 26th", "w", rf"(?<=\b[Oo][nf] )the (?P<d>{DAY})(?<=[a-z])(?=[.,;)]| (?:in|at|and|that)\b)", lambda p: CalendarForm(f"XXXX-XX-{day(p['d'])}", "month", bare=True)),
    ("the end of the year", "w", r"\b(?:the )?end of the year\b", lambda p: CalendarForm("XXXX-12", "year", 0)),
    ("the beginning of the year", "w", r"\b(?:the )?(?:beginning|start) of the year\b", lambda p: CalendarForm("XXXX-01", "year", 0)),
)  # fmt: skip


OPENING = (
    r"\b(?=[\dA-Zabcdefhjlnostwy])(?:\d(?:(?<=1)(?=9\d(?:\d|/kloc))|(?<=2)(?=0(?:\d\d| [012]|[012] \d|65438|/kloc))|(?=\d[/.]\d{1,2}[/.](?:19|20)\d\d)"
    r"|(?=\d?(?:st|nd|rd|th)?[\"”]?(?: ?[-–—~]| (?:to|until|through|of) | (?:[\"“JjFfAaSsOoNnDd]|Ma[ry]))))(?P<n>)"
    r"|(?=[JFMASONDjfasond])(?:J(?:an|un(?=e|\b)|ul|AN|U[NL])|F(?:eb|EB)|M(?:a[ry]|A[RY])|A(?:pr|ug|PR|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)"
    r"|D(?:ec(?=e|\b)|EC)|j(?:an|u[nl])|feb|a(?:pr|ug)|sep|oct|nov|dec)(?P<m>)"
    r"|(?:[Tt](?:he (?:end|beg|start|close|first|second|third|fourth|year|same|following|current|coming|(?:19|20)\d0|[123]?\d[snrt])|h(?:is|at) (?=[a-fjm-osw-yA-FJM-OSW])|o[dm]"
    r"|(?:en|welf|hirteen)th)|[Ll]ast|[Nn]ext|[Yy]es|year before|[Ee](?:nd of|leventh)|[Bb]eginning|[Ss](?:pring|umm|tart of|ixteenth|econd h)"
    r"|[Cc]lose of|[Aa]utumn|[Ff](?:all|irst h|(?:our|if)teenth)|[Ww]inter|first|second|third|fourth|half|Q[1-4])(?P<w>))"
)
"""What a form opens with: one cheap look that spares most of the costly ones; the last group says which forms may fit."""
GLUED = r"[12](?:(?<=1)9|(?<=2)0)\d\d\b(?<=[a-z]\d{4})"
"""A year that is glued to the word before it."""
APART, GLUED_TOO = re.compile(OPENING), re.compile(f"{OPENING}|{GLUED}(?P<g>)")
OF_NAME = re.compile(r" (?:School|Primary School|Middle School|High School|Kindergarten|Road|Street|Hospital)\b")
"""What makes a day part of a name: August 1st School."""
ANCHOR = re.compile(
    r"19\d(?:\d|/kloc)|20(?:\d\d| [012]|[012] \d|/kloc|65438)|J(?:an|AN|u[nl]|U[NL])|F(?:eb|EB|all (?:of|semester|term|\d))|M(?:a[ry]|A[RY])"
    r"|A(?:pr|PR|ug|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC)|Year|year|Q[1-4]|fall(?: (?:of|semester|term|\d)|(?<=this fall)|(?<=last fall)|(?<=next fall))"
)
"""What no date expression is without, beside the words below; each begins with a letter, so that a search leaps over all others."""
ANCHOR_WORDS = (
    {word: (word, word.capitalize()) for word in ("today", "yesterday", "tomorrow", *SEASONS.keys() - {"fall"})}
    | {word: (f"this {word}",) for word in ("morning", "afternoon", "evening")}
    | {
        word: (word,)
        for word in "month january february april june july august september october november december".split()
    }
)
"""Words in small letters that few texts have, and how they are printed where they make a date."""
BARE_DAYS, BARE_DAY_LETTERS = (" the 1", " the 2", " the 3"), ("dN", "dD")
YEARLY_BEFORE = re.compile(r"\b(?:[Ee]very|[Ee]ach) year in $")
YEARLY = re.compile(r"(?: and [A-Z][a-z]+)?,? (?:of )?(?:every|each) year\b")
"""'every year in June', 'October 31 of each year': a day of any year, and a month that is none."""
AROUND = 48
"""How far around an anchor a date expression may reach, in code points."""


ENGLISH = Forms(FORMS, {"n": "n", "g": "n", "m": "m", "w": "w"})


def find(marked: Marked) -> Iterator[DateMention]:
    """Every date expression of the text's readable blocks, in order."""
    text, string = marked.text, marked.text.string
    anchors = [match.span() for match in ANCHOR.finditer(string)]
    openings = GLUED_TOO if any(string[start - 1 : start].islower() for start, _ in anchors) else APART
    words = [form for word in ANCHOR_WORDS.keys() & marked.tags.small for form in ANCHOR_WORDS[word]]
    if any(map(marked.tags.letters.__contains__, BARE_DAY_LETTERS)):
        words += BARE_DAYS
    for sentence, start, end in windows(text, anchors, words):
        for match in ENGLISH.matches(openings, string, start, end):
            mention = mention_of(sentence, match)
            if mention is not None:
                yield mention


def windows(
    text: Text, anchors: Sequence[tuple[int, int]], words: Iterable[str]
) -> Iterator[tuple[Sentence, int, int]]:
    """The stretches of sentences that can hold dates; all of a sentence where one of some words may make one."""
    found: dict[int, list[tuple[int, int]]] = {}
    sentence: Sentence | None = None
    for first, last in anchors:
        if sentence is None or first >= sentence.end:
            sentence = text.sentence_at(first)
            if sentence is None:
                continue
            own = found[sentence.number] = []
        start, end = max(sentence.start, first - AROUND), min(sentence.end, last + AROUND)
        if own and start <= own[-1][1]:
            own[-1] = (own[-1][0], end)
        else:
            own.append((start, end))
    for word in words:
        place = text.string.find(word)
        while place >= 0:
            sentence = text.sentence_at(place)
            if sentence is not None:
                found[sentence.number] = [(sentence.start, sentence.end)]
            place = text.string.find(word, place + 1)
    for number in sorted(found):
        for start, end in found[number]:
            yield text.sentences[number], start, end


def mention_of(sentence: Sentence, match: re.Match[str]) -> DateMention | None:
    """The mention that one match makes; None when it counts something, or its parts make no date."""
    form, parts = ENGLISH.stated(match)
    if form is None or OF_NAME.match(match.string, match.end()) or ("bare" in parts and is_quantity(match)):
        return None
    span = trim(match.string, *match.span(), " \"“”'")
    if span is None:
        return None
    if (
        form.edtf[:5] == "XXXX-"
        and match.string.find(" year", match.start() - 9, match.end() + 30) >= 0
        and is_yearly(match)
    ):
        if len(form.edtf) < len("XXXX-10-31"):
            return None
        form = CalendarForm(form.edtf, "every")
    quote = span.quote
    mended = mend(quote) != quote
    return DateMention(
        Found(
            span,
            sentence,
            rule="dates.relative" if form.anchor else "dates.calendar",
            confidence=0.9 if form.anchor or "XXXX" in form.edtf else 0.97,
            flags=("translation-artefact",) if mended else (),
            basis=((span, "'2065438+' and '/kloc-0' are a translating proxy's digits"),) if mended else (),
        ),
        form,
    )


def is_yearly(match: re.Match[str]) -> bool:
    """Whether a month or day is one of every year."""
    string, start = match.string, match.start()
    return (
        YEARLY.match(string, match.end()) is not None
        or YEARLY_BEFORE.search(string, max(0, start - 16), start) is not None
    )


def is_quantity(match: re.Match[str]) -> bool:
    """Whether a bare four-digit number counts something: '2000 students', not 'in 2018 schools opened'."""
    string, start = match.string, match.start()
    return COUNTED.match(string, match.end()) is not None and not YEAR_CUE.search(string[max(0, start - 12) : start])
