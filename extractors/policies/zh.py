"""Chinese documents named by their titles in 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions import Found, PolicyMention
from extractors.names.lexicon import load
from extractors.script import Folded

WORDS = load("extractors.policies", "zh")
LONGEST = 120
"""Characters of a title."""
MARK = re.compile(r"[《〈<〉》>]")
PAIRS = {"《": "》", "〈": "〉", "<": ">"}


def alternatives(words: frozenset[str]) -> str:
    """The words of a list as one alternative, the longer first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


KIND = re.compile(
    rf"(?:{alternatives(WORDS['kind'])})(?:\d{{4}}|[(（[〔【][^()（）〔〕]{{1,20}}[)）\]〕】]|\d{{4}} ?[-—–－~至] ?\d{{4}}年?|\d\.0|版|\d{{4}}年?版)*$"
)
ABOUT = re.compile(
    r"^(?:[^，。；]{0,40})?关于.+的?(?:通知|意见|决定|方案|办法|函|公告|通告|批复|报告|规定|请示|复函|建议|说明)"
)
HORIZON = re.compile(r"[一-鿿]{4}20[2-9]\d$")
"""A plan that is called by the year it looks to."""
YEAR = re.compile(r"^20\d\d年")
NEVER = re.compile(rf"(?:{alternatives(WORDS['never'])})$")
GENERIC = re.compile(rf"(?:{alternatives(WORDS['generic'])}|{alternatives(WORDS['kind'])})*")


def find(text: Folded) -> Iterator[PolicyMention]:
    """The documents that a text names, in its order; one named inside another's title follows it."""
    for start, end in titles(text.plain):
        sentence = text.sentence_at(start, end)
        span = text.span(start, end).trimmed() if start < end else None
        if sentence is not None and span is not None and is_document(text.plain[span.start : span.end]):
            yield PolicyMention(Found(span, sentence, "policies.quoted", 0.95))


def titles(plain: str) -> list[tuple[int, int]]:
    """What stands in title marks, in the order of the text, without the marks; marks may stand inside marks.

    >>> titles("《关于印发〈甲方案〉的通知》")
    [(1, 13), (6, 9)]
    """
    opened: list[tuple[int, str]] = []
    found: list[tuple[int, int]] = []
    for match in MARK.finditer(plain):
        mark, place = match.group(), match.start()
        if mark in PAIRS and (mark != "<" or opened):
            opened.append((place + 1, PAIRS[mark]))
        elif opened:
            depth = next((n for n in reversed(range(len(opened))) if opened[n][1] == mark), None)
            if depth is not None:
                start = opened[depth][0]
                if place - start <= LONGEST and "\n" not in plain[start:place]:
                    found.append((start, place))
                del opened[depth:]
    return sorted(found, key=lambda pair: (pair[0], -pair[1]))


def is_document(title: str) -> bool:
    """Whether a title is that of a document, not of a paper, a book, a song, and more than a short second mention.

    >>> [is_document(t) for t in ("某市义务教育管理办法", "办法", "中国教育报", "行动计划(2021—2025年)", "民办教育促进法", "书法")]
    [True, False, False, False, True, False]
    """
    kind = KIND.search(title)
    if kind is None and not ABOUT.match(title) and not HORIZON.search(title):
        return False
    bare = title[: kind.end()] if kind else title
    own = re.sub(r"[(（〔\[].*$|\d+\.?\d*|[年版“”\"]", "", bare)
    return not NEVER.search(own) and (bool(YEAR.search(title)) or not GENERIC.fullmatch(own))
