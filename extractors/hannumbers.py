"""Numbers as Chinese writes them: 二〇二三, 两千三百, 1.2万, 3亿5000万, 七成半, 百分之八十五, 三分之二."""

from __future__ import annotations

import re

from extractors.numbers import LONGEST, exact, whole

DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
STEPS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8, "兆": 10**12}
TENS = {"廿": "二十", "卅": "三十"}
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def plain(text: str) -> int | float | None:
    """The number that digits or characters stand for, in simplified script; None when they stand for none.

    >>> [plain(t) for t in ("二〇二三", "十二", "两千三百", "三千零五", "一百二", "1,080", "廿三")]
    [2023, 12, 2300, 3005, 120, 1080, 23]
    >>> [plain(t) for t in ("1.2万", "3亿5000万", "两万三千", "十", "5千", "万", "一百万", "多")]
    [12000, 350000000, 23000, 10, 5000, None, 1000000, None]
    """
    if len(text) > LONGEST:
        return None
    total: float = 0
    rest = text.replace(" ", "").replace(",", "")
    for name in ("兆", "亿", "万"):
        before, scale, after = rest.partition(name)
        if scale:
            factor = small(before)
            if factor is None:
                return None
            total, rest = total + factor * SCALES[name], after
            if not rest:
                return exact(whole(total))
    last = small(rest)
    return None if last is None else exact(whole(total + last))


def decimal(before: str, behind: str) -> float | None:
    """A number with its point in words, from the characters before and behind 点.

    >>> decimal("九十八", "零五"), decimal("三", "5"), decimal("三", "十")
    (98.05, 3.5, None)
    """
    number, digits = plain(before), "".join(str(DIGITS.get(character, character)) for character in behind)
    return float(f"{number}.{digits}") if number is not None and digits.isdecimal() else None


def small(text: str) -> float | None:
    """A number below ten thousand, or digits of any length.

    >>> small("一百零五"), small("二〇二三"), small("3.5"), small("")
    (105, 2023, 3.5, None)
    """
    for short, long in TENS.items():
        text = text.replace(short, long)
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    if text and all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    total, current, step = 0, None, 10000
    for place, character in enumerate(text):
        if character in STEPS:
            step = STEPS[character]
            total += (1 if current is None else current) * step
            current = None
        elif character in "〇零":
            step = 10
        elif character in DIGITS:
            current = DIGITS[character]
            if place == len(text) - 1 and step >= 100:
                current *= step // 10
        elif NUMBER.fullmatch(text[place:]) or not text[: place + 1].isdigit():
            return mixed(text)
        else:
            current = (current or 0) * 10 + int(character)
    return total + (current or 0) if total or current is not None else None


def mixed(text: str) -> float | None:
    """Digits before one step: '5千', '3.5百'.

    >>> mixed("5千"), mixed("校")
    (5000, None)
    """
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([十百千])", text)
    return (
        float(match[1]) * STEPS[match[2]]
        if match and "." in match[1]
        else int(match[1]) * STEPS[match[2]]
        if match
        else None
    )
