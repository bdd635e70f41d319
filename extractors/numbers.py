"""Numbers in English text: digits, words, fractions, scales, and the artefacts of translated web pages.

``/kloc-0`` and ``2065438+`` are artefacts of one widespread translating proxy, which writes them for "1" and "201":
"5/kloc-0" is 51, "2065438+09" is 2019.
"""

from __future__ import annotations

import re

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "万": 10**4,
    "亿": 10**8,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
}
DIVISORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}

SIMPLE = "|".join(sorted({*UNITS, *TENS}, key=len, reverse=True))
WORDS = rf"(?:{SIMPLE})(?:[- ](?:{'|'.join(UNITS)})\b)?(?: hundred(?: and (?:{SIMPLE})(?:-(?:{'|'.join(UNITS)}))?)?)?"
KLOC = re.compile(r"(?:\d{1,3},)?\d*/kloc-0/?(?:,?\d)*(?:\.\d+)?")
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d{1,3}(?: \d{3})* \d00(?![\d,.-]| \d)|\d+(?:\.\d+)?"
"""1,080, and as India groups them 10,00,000; 3 000 with a space only when the number is round: two numbers may stand side by side."""
LARGEST = 2**53
"""Beyond it JSON readers round, tables overflow, and announcements count nothing: it is a serial number."""
LONGEST = 100
"""Characters of a number in digits or words."""
SCALE = r"(?: ?-?(?:(?<=\d )ten thousand|hundred (?:thousand|million)|hundred|thousand|million|billion|trillion)\b|(?<=\d) ?[万亿]|(?<=\d)(?:m|bn)\b)"
GLUED_SCALE, IN_DIGITS = re.compile(r"(?<=\d) ?(m\b|bn\b|[万亿])"), re.compile(r"\d+(?:\.\d+)?")
FRACTION_OF_DIGITS = rf"\d+[- ](?:{'|'.join(DIVISORS)})s?\b"
FRACTION = rf"(?:(?:{SIMPLE}|a)[- ](?:{'|'.join(DIVISORS)})s?\b|{FRACTION_OF_DIGITS})"


def mend(text: str) -> str:
    """Digits with a proxy's artefacts taken out.

    >>> mend("5/kloc-0"), mend("/kloc-0/2"), mend("2065438+2009"), mend("2065438+05")
    ('51', '12', '2019', '2015')
    """
    if "kloc" not in text and "2065438" not in text:
        return text
    text = re.sub(r"2065438\+(?:20)?0?(\d)", r"201\1", text)
    return re.sub(r"/kloc-0/?", "1", text)


def plain(text: str) -> int | float | None:
    """The number that digits or words stand for, None when they stand for none.

    >>> [plain(t) for t in ("3 000", "10,00,000", "one thousand two hundred", "a hundred and twenty")]
    [3000, 1000000, 1200, 120]
    >>> [plain(t) for t in ("1,080", "1.1 million", "twenty-one", "two hundred and five", "5/kloc-0", "09", "half a dozen")]
    [1080, 1100000, 21, 205, 51, 9, 6]
    """
    if text in UNITS:
        return UNITS[text]
    if len(text) > LONGEST:
        return None
    digits = text.replace(",", "")
    if digits.isdigit() and digits.isascii():
        return exact(int(digits))
    if digits.isascii() and IN_DIGITS.fullmatch(digits):
        return exact(whole(float(digits)))
    words = mend(text.replace("\u00a0", " ").replace("\u202f", " ")).lower().replace("-", " ").replace(",", "")
    words = GLUED_SCALE.sub(r" \1", words).replace(" ten thousand", " 万")
    total: int | float | None = None
    current: int | float | None = None
    for word in words.split():
        if word in {"a", "an", "and"}:
            continue
        if IN_DIGITS.fullmatch(word):
            number: int | float = float(word) if "." in word else int(word)
            current = number if current is None else current * 1000 + number
        elif word in UNITS or word in TENS:
            current = (current or 0) + UNITS.get(word, TENS.get(word, 0))
        elif word == "half":
            current = 0.5
        elif word == "dozen":
            current = (current if current is not None else 1) * 12
        elif word in SCALES:
            scale = SCALES[word]
            scaled = (current if current is not None else 1) * scale
            if scale == 100:
                current = scaled
            else:
                total, current = (total or 0) + scaled, None
        else:
            return None
    if total is None and current is None:
        return None
    return exact(whole((total or 0) + (current or 0)))


def fraction(text: str) -> float | int | None:
    """A fraction as a percent with two decimals.

    >>> fraction("two-thirds"), fraction("1/6"), fraction("half"), fraction("three quarters")
    (66.67, 16.67, 50, 75)
    """
    words = text.lower().replace("-", " ").split()
    if "/" in text:
        above, below = (int(part) for part in text.split("/"))
        return whole(round(100 * above / below, 2)) if below else None
    divisor = DIVISORS.get(words[-1]) or DIVISORS.get(words[-1].rstrip("s"))
    above_words = [w for w in words[:-1] if w != "a"]
    upper = plain(" ".join(above_words)) if above_words else 1
    return whole(round(100 * upper / divisor, 2)) if divisor and upper is not None else None


def exact(value: float) -> int | float | None:
    """A number that every table and every reader of JSON holds as it is; None for one that is too large for that.

    >>> exact(9007199254740992), exact(9007199254740993)
    (9007199254740992, None)
    """
    return value if value <= LARGEST else None


def whole(value: float) -> int | float:
    """A float without a fraction as an int."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
