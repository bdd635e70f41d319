"""People's names in characters, told by their family names and by what stands beside them; no words are cut for it.

A Han name has one family name and one or two more characters; names of Tibetans, Mongols, Uighurs and Kazakhs have a dot
between their parts or are made of characters that write sounds.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.names.given import LONG, given_after, given_before
from extractors.names.lexicon import load

FAMILY = load("extractors.names", "han")
WORDS = load("extractors.names", "zh_people")
ORDINARY = load("extractors.names", "han_words")["words"]
VERBS = load("extractors.names", "zh_verbs")["verbs"]
SINGLE = (FAMILY["characters"] | FAMILY["rare"] | WORDS["family"]) - WORDS["no_family"]
HAN = "㐀-鿿"
DOTS = "·•・‧∙●．"
"""What stands between the parts of a name: the dots that keyboards have for it."""
LONGEST_NEXT = max(map(len, WORDS["follows"]))
FOLLOW_STARTS = frozenset(word[:2] for word in WORDS["follows"] if len(word) > 1)
ENDED = re.compile(rf"\s|$|[^\w{DOTS}]|_")
"""What no name goes on over: a mark, a space, the end."""
DOTTED = re.compile(rf"[{HAN}]{{1,7}}(?:[{DOTS}][{HAN}]{{1,8}})+")
COURTESY = re.compile(rf"(?:{'|'.join(sorted(WORDS['courtesy'], key=len, reverse=True))})")
NUMERALS = "一二三四五六七八九十〇零"
MIDDLE = "再师共关里长"
"""What can be the middle of a name but no end of one: 杨再新."""
AROUND = 20_000
"""How many characters about a name are searched for it."""
SURE, LIKELY, UNSURE = 0.95, 0.88, 0.75


class Named(NamedTuple):
    """A name from ``start`` to ``end``, and how sure it is that this and no more or less is one."""

    start: int
    end: int
    confidence: float


def name_after(plain: str, start: int, *, certain: bool) -> Named | None:
    """The name that starts at an offset; None when no name does.

    ``certain``: a whole post stands before it, so that somebody must be named and a family name may be missing.

    >>> name_after("局长马晓东向记者介绍", 2, certain=True)
    Named(start=2, end=5, confidence=0.95)
    >>> name_after("局长王强在会上说", 2, certain=True).end
    4
    """
    if not "㐀" <= plain[start : start + 1] <= "鿿":
        return None
    if plain.find("·", start, start + 9) > 0 or DOTTED.match(plain, start):
        dotted = _dotted(plain, start)
        if dotted is not None:
            return dotted
    given = given_after(plain, start)
    if given and _is_given(plain, start, given, certain=certain):
        return Named(start, given, SURE if given - start > LONG else LIKELY)
    family = _family(plain, start) or (certain and plain[start] == "区" and is_strong(plain, start + 3))
    named = _han_name(plain, start, family, certain=certain) if family else None
    if (named is None or named.confidence == UNSURE) and certain and (sounded := _sounded(plain, start)):
        return sounded
    return named or _spaced(plain, start, certain=certain)


def _is_given(plain: str, start: int, end: int, *, certain: bool) -> bool:
    """Whether words of names without a family name are all of a name: 巴桑次仁, or 达瓦 where it surely ends."""
    if end - start < LONG:
        return is_strong(plain, end)
    return follows(plain, end) or (certain and end - start > LONG)


def _han_name(plain: str, start: int, family: int, *, certain: bool) -> Named | None:
    """The name at an offset at which a family name of so many characters stands."""
    longest, shortest = _name(plain, start, family + 2), _name(plain, start, family + 1)
    ends = [end for end in (longest, shortest) if end and _is_end(plain, start, end, certain=certain)]
    if ends == [longest] and is_act(plain, longest - 1) and not is_word_that_follows(plain, longest):
        ends = [shortest]
    if ends:
        end = shortest if len(ends) == 2 and _is_shorter(plain, start, longest, shortest) else ends[0]
        return Named(start, end, LIKELY if plain[start] in FAMILY["rare"] and family == 1 else SURE)
    word = _is_word(plain, start) or plain[start : start + 2] in ORDINARY
    if not certain or word or plain[start] in FAMILY["rare"]:
        return None
    if shortest and begins_act(plain, shortest):
        return Named(start, shortest, UNSURE)
    if longest and is_verb(plain, shortest) and not is_verb(plain, longest):
        return Named(start, shortest, UNSURE)
    if not longest:
        return None
    return Named(start, longest if _is_whole(plain, start, longest) else longest - 1, UNSURE)


def _is_end(plain: str, start: int, end: int, *, certain: bool) -> bool:
    """Whether a name can end at an offset; one that is also a word, or begins like one, needs more around it."""
    if not follows(plain, end) or plain[start:end] in WORDS["no_name"]:
        return False
    begins_as_word = plain[start : start + 2] in ORDINARY
    if _is_word(plain, start) or plain[start:end] in ORDINARY:
        return certain and end - start > 2 - (not _is_word(plain, start)) and is_strong(plain, end)
    return not begins_as_word or is_strong(plain, end) or (certain and end - start > 2)


def is_strong(plain: str, end: int) -> bool:
    """Whether what follows leaves no doubt that a name ends: a mark, or a word that is no single character."""
    return ENDED.match(plain, end) is not None or plain[end] in WORDS["sharp"] or is_word_that_follows(plain, end)


def is_verb(plain: str, place: int) -> bool:
    """Whether a verb of two characters stands at an offset."""
    return plain[place : place + 2] in VERBS or is_act(plain, place)


def is_act(plain: str, place: int) -> bool:
    """Whether a character that ends no given name stands at an offset, with what comes of the act behind it: 牵出, 结成."""
    return begins_act(plain, place) and plain[place + 1 : place + 2] in WORDS["outcomes"]


def begins_act(plain: str, place: int) -> bool:
    """Whether a character that verbs begin with stands at an offset, and not at the end of a given name: 团结."""
    return plain[place : place + 1] in WORDS["acts"] and plain[place - 1 : place + 1] not in WORDS["acts_in_names"]


def is_word_that_follows(plain: str, end: int) -> bool:
    """Whether a word of two characters or more that follows names stands at an offset."""
    return plain[end : end + 2] in FOLLOW_STARTS and any(
        plain[end : end + size] in WORDS["follows"] for size in range(2, LONGEST_NEXT + 1)
    )


def name_before(plain: str, end: int, floor: int) -> Named | None:
    """The name that ends at an offset, with nothing of a word before it; None when none does.

    >>> name_before("会议决定,任命李建国为校长", 10, 0)
    Named(start=7, end=10, confidence=0.95)
    """
    dotted = re.search(rf"(?:[{HAN}]{{1,7}}[{DOTS}])+[{HAN}]{{1,8}}$", plain[max(floor, end - 24) : end])
    if dotted:
        start = end - len(dotted.group())
        first = re.search(rf"[{DOTS}]", plain[start:end])
        before = plain[start : start + (first.start() if first else 0) - 1]
        lead = re.search(r"(?:由|请|任命|聘请|聘任|推选|选举|的是|其中|和|与)(?=.)", before)
        return Named(start + (lead.end() if lead else 0), end, LIKELY)
    start = given_before(plain, end, floor)
    if start < end and begins(plain, start, floor):
        return Named(start, end, LIKELY)
    for size in (4, 3, 2):
        start = end - size
        if start < floor:
            continue
        family = _family(plain, start)
        if plain[start - 1 : start + 1] in SPLIT:
            continue
        fits = family and family + 1 <= size <= family + 2 and _name(plain, start, size) == end
        if fits and not _is_word(plain, start) and begins(plain, start, floor):
            return Named(start, end, SURE)
    return None


SPLIT = frozenset({"聘任", "任命", "选任", "改任", "提任", "委任", "主任", "担任", "出任", "兼任", "时任"})
"""Verbs of which the last character is a family name too."""
BEFORE = re.compile(
    r"(?:由|请|聘任|聘|任命|推选|选举|推荐|推举|教师|专家|学者|增选|补选|选为|选|提名|确定|指定|让|派|是|为|与|和|及|对|授予|选出|叫|名叫|记者|同志|以|经|随|如|"
    r"其中|接替|会上|老师|校友|的|当天|现场|近日|日前|随后|免去|免)$"
)


def begins(plain: str, start: int, floor: int) -> bool:
    """Whether a name can start at an offset: behind a mark, a space, the start, or a word that names follow."""
    if start <= floor:
        return True
    before = plain[start - 1]
    return not before.isalnum() or BEFORE.search(plain[max(floor, start - 4) : start]) is not None


def follows(plain: str, end: int) -> bool:
    """Whether what stands behind an offset may follow a name: a mark, a space, or a word such as 说, 出席, 在."""
    if ENDED.match(plain, end):
        return True
    for size in range(LONGEST_NEXT if plain[end : end + 2] in FOLLOW_STARTS else 1, 0, -1):
        if plain[end : end + size] in WORDS["follows"] and len(plain[end : end + size]) == size:
            return (
                size > 1 or plain[end] in "说称等任谈讲" or plain[end + 1 : end + 2].isalnum() or end + 1 == len(plain)
            )
    return False


def _family(plain: str, start: int) -> int:
    """How many characters of a family name stand at an offset: 2, 1 or 0."""
    if plain[start : start + 2] in FAMILY["compound"]:
        return 2
    return 1 if plain[start : start + 1] in SINGLE else 0


def _is_word(plain: str, start: int) -> bool:
    """Whether a word that is no name stands at an offset."""
    words = WORDS["no_name"]
    return plain[start : start + 2] in words or plain[start : start + 3] in words or plain[start : start + 4] in words


def _name(plain: str, start: int, size: int) -> int:
    """The end of a name of so many characters, 0 when one of them can be in none."""
    given = plain[start + (2 if size == 4 or plain[start : start + 2] in FAMILY["compound"] else 1) : start + size]
    if plain[start] == "向" and plain[start + 1 : start + 3] in WORDS["addressed"]:
        return 0
    if given[1:] == "日" and given[0] not in NUMERALS and ENDED.match(plain, start + size):
        given = given[0]
    if len(given) > 1 and given[0] in MIDDLE and given not in ORDINARY:
        given = given[1:]
    if len(plain) < start + size or any(c in WORDS["never"] or not "㐀" <= c <= "鿿" for c in given):
        return 0
    return start + size


def _is_shorter(plain: str, start: int, longest: int, shortest: int) -> bool:
    """Whether the last character belongs to the words behind: '李明说', or a name that stands elsewhere without it."""
    if plain[longest - 1] in WORDS["sharp"] or is_word_that_follows(plain, shortest):
        return True
    return not _is_whole(plain, start, longest)


def _is_whole(plain: str, start: int, end: int) -> bool:
    """Whether a name stands nowhere near without its last character."""
    around = (max(0, start - AROUND), start + AROUND)
    return plain.count(plain[start:end], *around) == plain.count(plain[start : end - 1], *around)


def _dotted(plain: str, start: int) -> Named | None:
    """A name with a dot: up to where its last part no longer writes sounds, or where a word follows that may."""
    match = DOTTED.match(plain, start)
    if match is None:
        return None
    last = max(plain.rfind(dot, start, match.end()) for dot in DOTS) + 1
    ends = [end for end in range(last + 1, match.end() + 1) if follows(plain, end)]
    sounded = last
    while sounded < match.end() and plain[sounded] in WORDS["sounds"]:
        sounded += 1
    end = next((end for end in ends if end >= min(sounded, ends[-1])), 0) if ends else sounded
    return Named(start, end, SURE if ends else LIKELY) if end > last else None


SPACED = re.compile(
    rf"[{HAN}][ \u3000]{{1,2}}[{HAN}](?=\s{{2}}|\u3000|\s*$|[、，,;；。（(]|[ ][{HAN}]{{3}})", re.MULTILINE
)
SPACED_BEFORE = re.compile(rf"[{HAN}][ \u3000]{{1,2}}[{HAN}](?=[{HAN}]{{2}})")
"""A name of two characters printed as wide as one of three."""


def _spaced(plain: str, start: int, *, certain: bool) -> Named | None:
    """A name with a space in it, as columns of names have them."""
    if plain[start] not in SINGLE or plain[start + 1 : start + 2] not in (" ", "\u3000"):
        return None
    match = SPACED.match(plain, start)
    if match is None and certain and (match := SPACED_BEFORE.match(plain, start)) and not is_strong(plain, match.end()):
        return None
    if match is None or plain[match.end() - 1] in WORDS["never"]:
        return None
    return Named(start, match.end(), LIKELY)


def _sounded(plain: str, start: int) -> Named | None:
    """A name without a dot made of characters that write sounds, two to six of them, with an end that can be told."""
    end = start
    while end < start + 7 and end < len(plain) and plain[end] in WORDS["sounds"]:
        end += 1
    if _is_word(plain, start) or any(plain[start : start + size] in WORDS["follows"] for size in (2, 3, 4)):
        return None
    for last in range(min(end, start + 6), start + 1, -1):
        if follows(plain, last):
            return Named(start, last, UNSURE if last - start < 4 else LIKELY)
    return None
