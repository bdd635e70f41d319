"""The texts to measure on, and how each pass gets texts that no pass before it had."""

from __future__ import annotations

import os
import re
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
SHARED = ("seeds", "articles/en", "articles/zh")
"""Further folders of texts with gold, below the folder that COMMUNIQUE_GOLD names."""

SYLLABLES = tuple(
    """
    bai bao bei bo cai chang chao cheng chun da dao deng ding dong du fang feng fu gang gao gui guan guang hai han
    he heng hong hua huai hui jia jian jiang jin jing jun kang lai lan li liang lin ling liu long lu luo mei min
    ming nan ning ping qi qian qing quan ren rong rui shan shao shen sheng shi shu shun song su tai tang tian ting
    tong wan wei wen wu xi xia xian xiang xin xing xiu xu xuan yan yang yao yi yin ying yong yu yuan yue yun zhan
    zhang zhao zhen zheng zhi zhong zhou zhu zi
    """.split()
)
"""Syllables of names; a name of these becomes another name of these."""
SYLLABLE = "|".join(sorted(SYLLABLES, key=len, reverse=True))
NAME = re.compile(rf"\b(?=[A-Z])(?i:(?:{SYLLABLE}){{2,4}})\b")
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER = re.compile(r"(?<![\d.,/])\d+(?:,\d{3})*(?![\d,/])")
ITEM = re.compile(r"[.)、]\s*\S")
SENTENCE_END = re.compile(r"(?<=[.!?;:,]) ")
DETERMINER = "the|a|an|its|their|our|this|that|these|those|every|each|some|all"
PLAIN_WORD = re.compile(rf"\b(?:{DETERMINER}|of|and|in|for|with|by|from|on) (?=(?!(?:{DETERMINER})\b)[a-z]{{3}})")
FILLERS = tuple(
    f"{first}{last}" for first in "b d f g k l m n p r s t v w".split() for last in ("alian", "oric", "ental")
)
"""Made-up adjectives; one goes before a plain word of every clause that has one."""


def folders() -> dict[str, tuple[Path, Path]]:
    """Name → (texts, gold): our own always, the shared ones where COMMUNIQUE_GOLD names their folder."""
    held = CORPUS / "held-out"
    found = {
        "corpus": (CORPUS / "en", CORPUS / "gold" / "en"),
        "held out": (held / "en", held / "gold"),
        "corpus/zh": (CORPUS / "zh", CORPUS / "gold" / "zh"),
        "held out/zh": (held / "zh", held / "gold" / "zh"),
    }
    if root := os.environ.get("COMMUNIQUE_GOLD"):
        found |= {name: (Path(root, name), Path(root, name)) for name in SHARED}
    return found


def texts() -> list[str]:
    """Every plain text of the English folders: what spaCy's English pipeline is measured on."""
    english = (folder for folder, _ in folders().values() if folder.name != "zh")
    paths = [path for folder in english for path in sorted(folder.glob("*.txt"))]
    return [path.read_text(encoding="utf-8-sig") for path in paths]


def varied(text: str, turn: int) -> str:
    """A text with other names, numbers and years, and a made-up word in every clause; turn 0 changes it too.

    The layout, the labels and the words that rules look for stay, and so does the amount of work.

    >>> varied("1. Songshan Primary School opened the hall on May 3, 2019 with 36 classes.", 1)
    '1. Taishen Primary School opened the boric hall on May 3, 2021 with 38 classes.'
    """
    return "\n".join(_line(line, turn) for line in text.split("\n"))


def _line(line: str, turn: int) -> str:
    line = NAME.sub(lambda match: _name(match.group(), turn), line)
    line = NUMBER.sub(lambda match: _number(match, turn), line)
    filler = FILLERS[turn % len(FILLERS)]
    clauses = SENTENCE_END.split(line)
    return " ".join(PLAIN_WORD.sub(rf"\g<0>{filler} ", clause, count=1) for clause in clauses)


def _name(name: str, turn: int) -> str:
    parts = re.findall(SYLLABLE, name.lower())
    moved = "".join(SYLLABLES[(SYLLABLES.index(part) + 1 + turn) % len(SYLLABLES)] for part in parts)
    return moved.upper() if name.isupper() else moved.capitalize()


def _number(match: re.Match[str], turn: int) -> str:
    """Another number of as many digits; a day stays a day, a year a year; the number of a list item stays."""
    digits = match.group()
    if not match.string[: match.start()].strip() and ITEM.match(match.string, match.end()):
        return digits
    if YEAR.fullmatch(digits):
        return str(int(digits) - 3 + (turn + 4) % 7)
    if digits.startswith("0"):
        return digits
    if len(digits) == 1:
        return str((int(digits) + turn) % 9 + 1)
    if len(digits) == 2:
        low, count = (10, 19) if int(digits) < 29 else (29, 71)
        return str((int(digits) - low + 1 + turn) % count + low)
    return digits[:-2] + f"{(int(digits[-2:]) + 1 + turn) % 100:02}"
