"""Names without a dot that are made of the words of another language: 巴桑次仁, 乌云其木格, 吉克伍呷."""

from __future__ import annotations

import re

from extractors.names.lexicon import load

LISTS = load("extractors.names", "zh_given")
WORDS = LISTS["tibetan"] | LISTS["mongol"] | LISTS["yi"] | LISTS["turkic"]
ANY = "|".join(sorted(WORDS, key=lambda word: (-len(word), word)))
FIRST = "".join(sorted({word[0] for word in WORDS}))
BEHIND = re.compile(f"(?=[{FIRST}])(?:{ANY}){{1,3}}")
BEFORE = re.compile(f"(?:{ANY}){{1,3}}$")
LONG, LONGEST = 3, 10
"""How many characters leave no doubt, and at most how many are searched."""


def given_after(plain: str, start: int) -> int:
    """The end of the words of names that start at an offset; 0 when none do.

    >>> given_after("局长巴桑次仁打了个比方", 2)
    6
    """
    match = BEHIND.match(plain, start, start + LONGEST)
    return match.end() if match else 0


def given_before(plain: str, end: int, floor: int) -> int:
    """Where three or more characters start that end at an offset and are words of names; ``end`` when none are.

    >>> given_before("会议推选乌云其木格为组长", 9, 0)
    4
    """
    low = max(floor, end - LONGEST)
    match = BEFORE.search(plain[low:end])
    return low + match.start() if match and len(match.group()) >= LONG else end
