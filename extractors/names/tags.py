"""One letter a token: the alphabet in which the grammar of names, posts and lists is written.

A text becomes a string of letters, one for each token, and a rule about names is a regular expression over that string.
Capital letters stand for words printed with a capital, small letters for the same words without one:

    P x   a word that no list knows (a proper part, probably / an ordinary word)
    X     a season with a capital, which names may hold: Butterfly Spring Primary School
    G g   a generic part of names: senior, experimental, municipal        C c   the same, and may be joined by "and"
    E e   what a group is about: education, medical                       H h   school, kindergarten, hospital
    K k   the plural of such a head                                       R r   campus, branch
    B b   bureau, committee, government                                   U u   group, alliance, trust; V v their plural
    L l   town, district, lake                                            T t   director, principal; M m   deputy, former
    Z     an honorific or rank before a name                              N     No. 13, 47th
    j     a particle inside a name: bin, de, van
    D w   a number in digits, in words                                    d     the, a, an
    o     of       i   in, at       f   for       &   and       s   's
    | the end of a sentence; . any other mark; and , ; : ( ) - / " for themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from extractors.names.lexicon import load
from extractors.numbers import SCALES, TENS, UNITS
from extractors.text import Sentence, Span, Text

TOKEN = re.compile(
    r"[a-z][a-z]*+(?: (?![\s'’])|(?=[.,;:)\n])\s*+|$)"  # a word that cannot go on, as most
    r"|(?:Church (?:of England|in Wales)\b|C of E\b|[A-Z][a-z]{2,}+(?= (?!['’])|[,;:)\n]|$)"  # and with a capital
    r"|[.,;:()\"“”]"
    r"|Co\. ?,? ?Ltd\b\.?|N[oO] ?\. ?\d+|No \d+|\d+(?:st|nd|rd|th)\b"
    r"|\d(?:[\d,]*\d)?(?:\.\d+)*"
    r"|St\.? [A-Z][a-z]+(?:['’]s\b|s['’](?= [A-Z]))|(?:St|Dr|Mr|Mrs|Ms|Prof|Hon)\.(?= ?[A-Z])"
    r"|H\.E\.|[A-Z]\.(?= ?[A-Z])"
    r"|(?:[Pp]eople|[Cc]hildren|[Ww]omen|[Mm]en|[Kk]ing|[Qq]ueen)['’]s\b|(?:[Tt]eachers|[Ww]orkers|[Gg]irls|[Bb]oys)['’](?= )"
    r"|['’]s\b"
    r"|\b[DOÓ]['’][A-Z][a-z]+"
    r"|[^\W\d_]+(?:(?: ?['’](?!s\b|[A-Z]))[^\W\d_]+)*"
    r"|[^\w\s]|_)\s*"
)
"""A token with the white space behind it. All but white space is in some token, so that the tokens of a text tile it."""
LINE = re.compile(r"[^\n]+")
MARKS = {
    ",": ",", "，": ",", "、": ",", ";": ";", "；": ";", ":": ":", "：": ":", "(": "(", "（": "(", ")": ")", "）": ")",
    "-": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "/": "/", '"': '"', "“": '"', "”": '"', "「": '"', "」": '"', "&": "&",
    "'s": "s", "’s": "s", "": "|",
}  # fmt: skip
CLASSES = (
    ("generic", "g"), ("joinable", "c"), ("place", "l"), ("landmark", "l"), ("topic", "e"), ("part", "r"), ("institution", "h"), ("body", "b"),
    ("group", "u"),
)  # fmt: skip
PLURAL = {"h": "k", "u": "v", "r": "k", "b": "k"}
HONORIFICS = frozenset(
    "professor canon cllr fr dr mr mrs ms miss madam sir dame lord lady hon prof comrade academician reverend rev revd datuk datin rt h.e. dr. mr. mrs. ms. prof. hon.".split()
)
NUMBER_WORDS = frozenset({*UNITS, *TENS, *SCALES, "dozen", "half", "quarter"}) - {"m", "bn", "万", "亿"}
HAVE_CAPITALS = frozenset("gcehkrbuvltm")
SEASONS = frozenset({"Spring", "Summer", "Autumn", "Winter"})
PARTICLES = frozenset({"bin", "binti", "ibn", "al", "el", "de", "van", "von", "der", "ole", "da", "di", "du", "la"})
CAPITALISED, UNCAPITALISED = re.compile("P(?=[PGCELHRBU])"), re.compile("x(?=[xPNgcelhrbu])")
HEADS_ALONE = re.compile(r"[CGcg](?<=[PLX].)(?![PGCELNHRKBUTgcelhrkbut(-]|&[CEce])")
ALONE = frozenset(("Primary", "Grammar", "Infants", "Juniors", "Elementary", "Secondary"))
"""Words that end the name of a British or Australian school as if "School" stood behind them."""
POSSESSIVE = re.compile("s(?<=Ps)(?=L)")
PARTS = frozenset(("park", "garden", "campus", "school", "kindergarten", "branch"))
SUB_PARK = re.compile("(?<=P)[xP]-[lLhrR](?![a-zA-Z])")
"""'Fenghe sub-park'."""
BEFORE_HYPHEN = re.compile("L(?=-[PGCE])")
LANDMARKS = load("extractors.names", "en")["landmark"] | {"village"}
FUNCTION = {"of": "o", "in": "i", "at": "i", "for": "f", "and": "&", "the": "d", "a": "d", "an": "d"}


@dataclass(frozen=True, slots=True)
class Tags:
    """The tokens of one text: ``letters[n]`` is the class of the token ``words[n]`` at ``starts[n]``."""

    string: str
    letters: str
    starts: Sequence[int]
    bounds: Sequence[tuple[int, int]]
    """The first token of each sentence and the one after its last, by the sentence's number."""
    words: list[str]
    """The tokens as printed; the end of a sentence or cell has none."""
    small: list[str]
    """The tokens in small letters."""

    def of(self, sentence: Sentence) -> tuple[int, int]:
        """The first token of a sentence and the one after its last."""
        return self.bounds[sentence.number]

    def word(self, n: int) -> str:
        """The n-th token as printed."""
        return self.words[n]

    def span(self, first: int, last: int) -> Span:
        """The span from token ``first`` up to and without token ``last``."""
        return Span(self.string, self.starts[first], self.starts[last - 1] + len(self.words[last - 1]))

    def end(self, n: int) -> int:
        """Where the n-th token ends, in code points."""
        return self.starts[n] + len(self.words[n])

    def at(self, offset: int) -> int:
        """The first token that starts at or after the offset."""
        n = bisect_left(self.starts, offset)
        return n + 1 if self.letters[n : n + 1] == "|" and self.starts[n + 1 : n + 2] == [offset] else n


def plural(word: str) -> str:
    """The plural of an English noun.

    >>> [plural(w) for w in ("school", "academy", "branch", "campus", "chairman")]
    ['schools', 'academies', 'branches', 'campuses', 'chairmen']
    """
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("chairman", "spokesman", "woman")):
        return word[:-2] + "en"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def classes(titles: frozenset[str], modifiers: frozenset[str], institutions: frozenset[str]) -> dict[str, str]:
    """Word → small class letter, from the lexicon, the titles and a user's institution words (all lower case)."""
    words = load("extractors.names", "en")
    table: dict[str, str] = dict.fromkeys(words["opening"], "x") | dict.fromkeys(modifiers, "m")
    for name, letter in CLASSES:
        for word in words[name]:
            table[word] = letter
            if letter in PLURAL:
                table[plural(word)] = PLURAL[letter]
    table |= dict.fromkeys(titles, "t") | dict.fromkeys(HONORIFICS, "Z")
    for word in institutions:
        table |= {word: "h", plural(word): "k"}
    table |= dict.fromkeys(PARTICLES, "j") | FUNCTION | dict.fromkeys(NUMBER_WORDS, "w")
    capitals = {word.capitalize(): small.upper() if small in HAVE_CAPITALS else small for word, small in table.items()}
    return table | capitals | dict.fromkeys(SEASONS, "X") | MARKS


def tag(text: Text, table: dict[str, str]) -> Tags:
    """The tokens and letters of a text's sentences."""
    string = text.string
    starts: list[int] = []
    bounds: list[tuple[int, int]] = []
    words: list[str] = []
    for sentence in text.sentences:
        first, end = len(words), sentence.end
        for begin, stop in cells_of(sentence) if sentence.block.cells else ((sentence.start, end),):
            tokens = TOKEN.findall(string, begin, stop)
            words += map(str.rstrip, tokens)
            words.append("")
            if string[begin].isspace():
                begin += len(string[begin:stop]) - len(string[begin:stop].lstrip())
            starts += accumulate(map(len, tokens), initial=begin)
            starts[-1] = stop
        if starts[-1] < end:
            words.append("")
            starts.append(end)
        bounds.append((first, len(words) - 1))
    small = list(map(str.lower, words))
    return Tags(string, letters_of(words, small, table), starts, bounds, words, small)


def cells_of(sentence: Sentence) -> list[tuple[int, int]]:
    """The stretches of a sentence that no name crosses: the lines of the cells of a table row, else the whole."""
    string = sentence.span.text
    inside = [
        line.span()
        for start, end in dict.fromkeys(sentence.block.cells)
        for line in LINE.finditer(string, max(start, sentence.start), min(end, sentence.end))
    ]
    return inside if len(inside) > 1 else [(sentence.start, sentence.end)]


class Letters(dict[str, str]):
    """The letters of a text's words: those of a table, and each other word's once it is met."""

    def __init__(self, table: dict[str, str]) -> None:
        super().__init__(table)
        self.table = table
        self.proper: list[str] = []
        """The words that no list knows and that are printed with a capital."""

    def __missing__(self, word: str) -> str:
        plain = word.isalpha() and word.isascii()
        if plain and word.islower():
            found = "x"
        elif plain and word.istitle() and "td" not in word:
            found = "P"  # the table has its words with a capital too
        else:
            found = letter(word, self.table)
        if found == "P":
            self.proper.append(word)
        self[word] = found
        return found


def letters_of(words: list[str], small: list[str], table: dict[str, str]) -> str:
    """The letter of each token, ``small`` the tokens in small letters."""
    known = Letters(table)
    letters = schooled("".join(map(known.__getitem__, words)), words, small)
    lost = known.keys() & map(str.lower, known.proper)
    return recapitalised(letters, words, small, lost) if lost else letters


def recapitalised(letters: str, words: list[str], small: list[str], lost: set[str]) -> str:
    """The letters with words that lost their capital taken for what they are where the text prints them in names.

    "lhasa naqu road primary school" is a name in a text that also has "Lhasa Naqu Road Primary School"; ``lost`` are
    the words that it has in small letters and with a capital.
    """
    proper = {small[m.start()] for m in CAPITALISED.finditer(letters)} & lost
    if not proper:
        return letters
    changed = list(letters)
    for match in UNCAPITALISED.finditer(letters):
        if words[match.start()] in proper:
            changed[match.start()] = "P"
    return "".join(changed)


def schooled(letters: str, words: list[str], small: list[str]) -> str:
    """The letters with "Primary" at the end of a name taken for a head, "'s" before a landmark for a part of a name.

    "Fenny Lane Primary" is a school as "Fenny Lane Primary School" is one, and so is "Fisherman's Wharf School"; the
    "New" of "New-Energy Alliance" is no place, and the park of "Fenghe sub-park" a part of a kindergarten.
    """
    heads = [m.start() for m in HEADS_ALONE.finditer(letters) if words[m.start()] in ALONE]
    inside = [m.start() for m in POSSESSIVE.finditer(letters) if small[m.start() + 1] in LANDMARKS]
    parts = (
        [m.start() for m in SUB_PARK.finditer(letters) if is_part(small[m.start() : m.start() + 3])]
        if "sub" in small
        else []
    )
    inside += [m.start() for m in BEFORE_HYPHEN.finditer(letters) if small[m.start()] == "new"]
    if not (heads or inside or parts):
        return letters
    changed = list(letters)
    for n in heads:
        changed[n] = "H"
    for n in inside:
        changed[n] = "P"
    for n in parts:
        changed[n], changed[n + 2] = "g", "r"
    return "".join(changed)


def is_part(words: list[str]) -> bool:
    """Whether three tokens are such a part: "sub-park", no "sub-district"."""
    return words[0] == "sub" and words[2] in PARTS


def letter(word: str, table: dict[str, str]) -> str:
    """The class of one token that the table does not have as it is printed, and that is no plain word."""
    first = word[0]
    if first.isdigit():
        return "N" if word[-1].isalpha() else "D"
    if not first.isalpha():
        return "."
    if word.startswith("Co") and "td" in word:
        return "B"
    if word[-1].isdigit():
        return "N"
    small = table.get(word.lower().replace("’", "'"))
    if small is None:
        return "P" if first.isupper() else "x"
    return small.upper() if first.isupper() and small in HAVE_CAPITALS else small
