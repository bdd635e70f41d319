"""Credit lines: who wrote, who published, when. One line in, what it says out; None when it is no such line."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.script import simplified
from pipeline.read.credit import HAN, OWN, SENTENCE_BREAK, Credit, agency_in, ends_sentence, is_office, office_in
from pipeline.read.dates import CLOCK, find_day
from pipeline.read.imprints import imprint_of, is_pen_name
from pipeline.read.lexicon import bare, folded, lexicon
from pipeline.read.names import REPORTED, SECTION, people_in, signed_by

WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:星期|周)[一二三四五六日天]|\b(?:CST|GMT|UTC)\b", re.IGNORECASE
)
COUNTED = re.compile(r"(?:阅读|浏览|点击|访问)(?:量|数|次数)?\s*[(:]?\s*\d.*$")
"""A counter glued to the name before it."""
TODAYS_WEEKDAY = re.compile(r"星期|周[一二三四五六日]")
"""A day with its weekday and no hour above a Chinese page is as a rule the day on which it was looked at."""
DATED_AFTER = re.compile(r"(?P<value>[^.;]{2,80})[.;] (?P<date>(?:[A-Z][a-z]+ )?(?:[a-z]+ ){0,2}\S.{5,24})")
"""'Li Mei, secretary. Placed here on 12 December 2003'."""
FILLING = re.compile(r"[\s|,;:·•()\[\]/-]+")
TELLING_WHEN = re.compile(r"\b(?:on|at|updated|published|posted|released)\b", re.IGNORECASE)
APART = re.compile(r"\s[|•·—–-]\s|[|•·]|\s{2,}")
LONGEST = 240
"""A credit line has at most so many code points."""


def credit_of(line: str) -> Credit | None:
    """What a credit line says; None for any other line.

    >>> credit_of("Author:Mengye News Time:2022.07.14").publisher
    'Mengye News'
    """
    if len(line) > LONGEST:
        return None
    text = folded(line).strip(" *_").lstrip("□■●◆▲★☆◎○◇ ")
    if "|" in text or "丨" in text:
        text = _colons(text)
    bracketed = text[:1] in "([" and text[-1:] in ")]"
    core = text[1:-1].strip() if bracketed else text
    if not core or (core[-1] == "." and not bracketed and ":" not in core and len(core) > 80):
        return None
    if (
        core[-1] == ":" == core[core.find(":") :] and len(core.split()) > 4
    ):  # it opens a list: 'Read out by Director Li Jun:'
        return None
    labelled = (":" in core or "/" in core) and _may_be_labelled(core)
    if labelled and ":" in core and lexicon().place.search(simplified(core)):
        return None
    return (
        (None if core.isascii() and "|" not in core else _barred(core))
        or (_labelled(core, bracketed) if labelled else None)
        or _by(core, bracketed)
        or _cued(core, bracketed)
        or _dated(core)
        or (_signed(core) if bracketed else None)
        or (None if core.isascii() else imprint_of(core, bracketed))
    )


def _may_be_labelled(core: str) -> bool:
    """Whether what stands before a colon or slash ends as a label does."""
    *heads, _ = simplified(core).lower().replace("/", ":").split(":")
    return any(head.rstrip().endswith(lexicon().label_ends) for head in heads)


def _signed(core: str) -> Credit | None:
    """'(某区教育局 李明 王芳)': names in brackets with nothing beside them but whose they are."""
    people = signed_by(core)
    return Credit(people) if people else None


BETWEEN = re.compile(r"\s[|•·—–]\s")
BAR_OR_DASH = re.compile(r"[|•·—–]")
BAR = re.compile(r"\s*[|丨]\s*")


def _colons(text: str) -> str:
    """A line whose labels have a bar behind them, with colons instead: '文 | 李明 编辑 | 王芳'."""
    changed = BAR.sub(":", text)
    return changed if HAN.search(text) and lexicon().label.match(changed) and ":" not in text else text


def _barred(core: str) -> Credit | None:
    """'Updated: Aug 29, 2023 | By Mihrigul Rozi | info.example.cn': credits with bars between."""
    if not BAR_OR_DASH.search(core):
        return None
    parts = [part.strip() for part in BETWEEN.split(core) if part.strip()]
    if len(parts) < 2:
        return None
    merged = Credit()
    for part in parts:
        if bare(part) in lexicon().lines:
            continue
        if credit := credit_of(part):
            merged = merged.with_(credit)
        elif is_office(part):
            merged = merged.with_(Credit(publisher=part, publisher_rank=2))
        elif (credited := people_in(part)).people and not credited.rest:
            merged = merged.with_(Credit(credited.people))
        else:
            return None
    return merged if merged.published or (merged.people and merged.publisher) else None


def _labelled(core: str, bracketed: bool) -> Credit | None:
    """'Release time: February 7, 2021 Responsible editor: Lin Xiaofang Source: Xinmin Evening News'."""
    labels = list(lexicon().label.finditer(simplified(core)))
    if not labels:
        return None
    prefix = core[: labels[0].start()].strip(" |-·")
    people: list[str] = []
    publisher, publisher_rank, published, published_rank = None, 0, None, 0
    if prefix:
        head = _dated(prefix) or (Credit() if is_office(prefix) else None)
        if head is None:
            return None
        published, published_rank = head.published, head.published_rank
        publisher, publisher_rank = head.publisher or (prefix if is_office(prefix) else None), 2
    kinds = [str(match.lastgroup) for match in labels]
    for index, (kind, match) in enumerate(zip(kinds, labels, strict=True)):
        value = core[match.end() : labels[index + 1].start() if index + 1 < len(labels) else None].strip(" |-·")
        if kind in ("author", "person") and published_rank < 2 and (dated := DATED_AFTER.fullmatch(value)):
            day = find_day(dated["date"])
            if day is not None:
                value, published, published_rank = dated["value"], day.edtf, 2
        if not _fits(kind, value, bracketed):
            return None
        day = find_day(value)
        if kind in ("published", "time") and day and published_rank < 3:
            published, published_rank = day.edtf, 3 if kind == "published" else 2
        elif day and published_rank < 2:  # 'Source: Xinhua| 2024-05-21 19:42:15|Editor: Lu Jiaxin'
            published, published_rank = day.edtf, 2
        if kind in ("author", "person"):
            named = _named(value, certain=kind == "person")
            people += named
            if kind == "author" and not named and is_pen_name(value):
                people.append(value)
            elif kind == "author" and not named and publisher_rank < 2 and not SECTION.fullmatch(value):
                publisher, publisher_rank = office_in(value), 2
        if kind == "source" and (cue := lexicon().cue.search(value)):
            people += _named(value[cue.start() :])
        if kind == "source" and publisher_rank < 3 and not (value.count(",") and _named(value)):
            publisher, publisher_rank = office_in(value), 3
    return Credit(
        tuple(people),
        publisher,
        publisher_rank if publisher else 0,
        published,
        published_rank,
        only_time=set(kinds) <= {"time", "noise"} and "time" in kinds,
        only_noise=set(kinds) == {"noise"} and not published,
    )


def _fits(kind: str, value: str, bracketed: bool) -> bool:
    """Whether a value is what its label promises: short, no sentence, a date after a word of time."""
    if kind in ("published", "time"):
        return not value or (len(value) <= 60 and bool(find_day(value) or CLOCK.search(value)))
    if kind == "noise":
        return len(value) <= 60 and not SENTENCE_BREAK.search(value)
    if bracketed:
        return True
    return (
        len(value.split()) <= 10
        and len(value) <= 90
        and not SENTENCE_BREAK.search(value)
        and not value.endswith((".", "。"))
    )


def _by(core: str, bracketed: bool) -> Credit | None:
    """'Written by Zhang Ying', 'Photo by Wang Fei', 'Issued by the General Office …'."""
    match = lexicon().by.match(core)
    if not match or len(core.split()) > 16 or (ends_sentence(core) and not bracketed):
        return None
    value = core[match.end() :]
    if match["label"].lower() in ("issued by", "published by"):
        return Credit(publisher=office_in(value), publisher_rank=2)
    credited = people_in(value)
    if not credited.people or len(credited.rest) > 4:
        return None
    day = find_day(value)
    return Credit(credited.people, published=day.edtf if day else None, published_rank=2 if day else 0)


def _cued(core: str, bracketed: bool) -> Credit | None:
    """'Elephant News reporter Zhang Ying Correspondent Wang Qingping', '(Reporting by Xie Tingting; editing by …)'."""
    if len(core) > 160 or (ends_sentence(core) and not bracketed):
        return None
    cue = lexicon().cue.search(core) if lexicon().cue_words.within(core.lower()) else None
    if cue is None:
        return None
    prefix = core[: cue.start()].strip(" |-·(")
    if len(prefix.split()) > 6:
        return None
    credited = people_in(core if HAN.search(core) else core[cue.start() :])
    if not credited.people:
        return None
    day = find_day(prefix)
    prefix = re.sub(r"(?i)(?:posted|published|updated)\s+on$", "", prefix[: day.start].strip()) if day else prefix
    office = agency_in(prefix) or (prefix if is_office(prefix) and prefix not in OWN else None)
    left = [w for w in credited.rest if w not in prefix and not w.isdigit() and not REPORTED.search(w)]
    if left or (prefix and not office and len(prefix) > 24):
        return None
    return Credit(credited.people, office, 1 if office else 0, day.edtf if day else None, 2 if day else 0)


ENDS = re.compile(r"^Ends? ?/ ?(?=[A-Z])")
"""How press releases of Hong Kong close: 'Ends/Monday, March 4, 2024'."""


def _dated(core: str) -> Credit | None:
    """'2022-05-18', 'Morning News 2021-06-04 00:51', 'en.example.gov.cn Oct 10, 2022'."""
    ends = ENDS.match(core) if core.startswith("End") else None
    core = core[ends.end() :] if ends else core
    day = find_day(core) if len(core) <= 80 else None
    if day is None:
        return None
    rest = WEEKDAY.sub(" ", CLOCK.sub(" ", core[: day.start] + " | " + core[day.end :]))
    rest = TELLING_WHEN.sub(" ", rest)
    before, _, after = (FILLING.sub(" ", part).strip() for part in rest.partition("|"))
    clock = CLOCK.search(core)
    if HAN.search(before) and " " in before and is_office(before):
        named, _, office_zh = before.rpartition(" ")
        credited = people_in(named)
        if credited.people and is_office(office_zh):
            return Credit(credited.people, office_zh, 2, day.edtf, 2)
    office = next((part for part in (before, after) if part and is_office(part)), None)
    if clock and office is None and HAN.search(before) and (account := _account(before)):
        return replace(account, published=day.edtf, published_rank=2)
    words = [part for part in (before, after) if part and part != office]
    if any(len(part.split()) > 2 or len(part) > 16 for part in words) or (words and not clock):
        return None
    today = not clock and not words and TODAYS_WEEKDAY.search(core)
    rank = 3 if ends else 1 if today else 2
    return Credit(publisher=office, publisher_rank=2 if office else 0, published=day.edtf, published_rank=rank)


POSTED = re.compile(
    r"\b(?:original|posted|published|updated|released?|issued|compiled|edited|in|on|at|from|the|of|source|reads?|views?|HKT|edition|issue|digest)\b",
    re.IGNORECASE,
)


def headed(line: str) -> Credit | None:
    """What a line above the text says that has a whole day on it and is no sentence: the day, and who publishes.

    >>> headed("Zero Distance Lake County   2023-09-07 08:14").publisher
    'Zero Distance Lake County'
    """
    text = folded(line).strip()
    day = find_day(text)
    if day is None or len(text) > LONGEST or ends_sentence(text) or SENTENCE_BREAK.search(text):
        return None
    spaced = CLOCK.sub("  ", text[: day.start] + "  " + text[day.end :])
    parts = [part.strip(" -–—:,()") for part in APART.split(spaced)]
    if any(len(part.split()) > 10 or len(HAN.findall(part)) > 16 for part in parts):
        return None  # '(adopted on 29 June 2007 by the … at its 28th meeting)'
    if clocked(text) and (account := _account(text[: day.start])):
        return replace(account, published=day.edtf, published_rank=2)
    named = [
        part for part in parts if part and ":" not in part and 2 <= len(part.split()) <= 6 and not POSTED.search(part)
    ]
    publisher = next((part for part in named if len(part.split()) > 2 or not people_in(part).people), None)
    publisher = publisher if clocked(text) else None
    return Credit(publisher=publisher, publisher_rank=1 if publisher else 0, published=day.edtf, published_rank=2)


def _account(text: str) -> Credit | None:
    """'原创 李明 某区教育': who wrote, and the account that published, as messengers print them before the day."""
    known = lexicon()
    words = [word for word in text.split() if word not in known.stop and word not in known.lines]
    if not words or not all(2 <= len(word) <= 16 and HAN.fullmatch(word[0]) and word.isalnum() for word in words):
        return None
    *others, account = words
    people = tuple(name for word in others if word != account for name in people_in(word).people)
    return Credit(people, account, 1) if len(account) >= 4 and len(others) <= 3 else None


def clocked(text: str) -> bool:
    """Whether a line prints an hour, as only the lines of sites and papers do."""
    return CLOCK.search(text) is not None


def _named(value: str, *, certain: bool = False) -> tuple[str, ...]:
    """The people in a labelled value; before a cue ('Nandu Reporter Han Chengliang') stands an office."""
    value = COUNTED.sub("", value)
    cue = lexicon().cue.search(value)
    glued = cue and not HAN.search(value) and not re.search(r"[/,;|]", value[: cue.start()])
    credited = people_in(value[cue.start() :] if cue and glued else value, certain=certain)
    return credited.people if len(credited.rest) <= len(credited.people) + 2 else ()
