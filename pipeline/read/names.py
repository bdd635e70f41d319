"""The names in a credit: 'Wang Qingping Wu Shengli/Wen Tu' names two people, 'Mengye News' nobody."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.names.han import name_after
from pipeline.read.lexicon import Lexicon, lexicon, surnames

TOKEN = re.compile(r"[^\W\d_][^\W\d_'’]*(?:['’-][^\W\d_]+)*\.?|\d+|[^\s\w]")
HAN = re.compile(r"[㐀-鿿]")
HAN_PIECE = re.compile(r"[㐀-鿿]{2,4}|[㐀-鿿]{1,6}(?:[·•][㐀-鿿]{1,6})+")
SECTION = re.compile(r"[㐀-鿿]{1,4}[科处處室部组組股办辦]")
"""A section of an office, named without the office: no person, and no publisher by itself."""
REPORTED = re.compile(r"(?:报道|报导|供稿|供图|摄影?|电|讯|提供|整理|采写|获悉|了解)$")


STAFF_NUMBER = re.compile(r"_[A-Z]{1,4}\d+\b")
"""'史建磊_NBJ11331': the number of an editor."""


SPACED = re.compile(r"(?<![㐀-鿿])([㐀-鿿])[ \u3000]([㐀-鿿])(?![㐀-鿿])")
"""A name of two characters printed as wide as one of three."""


class Credited(NamedTuple):
    """The people found in a credit, and the words that are neither names nor roles nor marks."""

    people: tuple[str, ...]
    rest: tuple[str, ...]


def people_in(value: str, *, certain: bool = False) -> Credited:
    """The people that a credit names, in order; ``certain`` when a label says that a person follows.

    >>> people_in("Elephant News reporter Zhang Ying Correspondent Wang Qingping Wu Shengli/Wen Tu").people
    ('Zhang Ying', 'Wang Qingping', 'Wu Shengli')
    """
    return _chinese(value, lexicon(), certain) if HAN.search(value) else _latin(value, lexicon())


def signed_by(value: str) -> tuple[str, ...]:
    """The people in a value that is names alone, perhaps behind the one office that they are of.

    >>> signed_by("青山区教育局 李明 王小芳"), signed_by("江苏 苏州")
    (('李明', '王小芳'), ())
    """
    first, *others = re.split(r"[\s、,]+", value.strip())
    names = others if others and lexicon().organisation_zh.search(first) else [first, *others]
    if len(names) > 6 or not all(_is_signature(name) for name in names):
        return ()
    return tuple(names)


def _is_signature(piece: str) -> bool:
    """Whether a piece is a name beyond doubt: a family name, then one or two characters, and no ordinary word."""
    if not HAN_PIECE.fullmatch(piece) or lexicon().organisation_zh.search(piece):
        return False
    named = name_after(piece, 0, certain=False)
    return named is not None and named.end == len(piece)


def _latin(value: str, words: Lexicon) -> Credited:
    people: list[str] = []
    rest: list[str] = []
    run: list[str] = []
    for token in (*TOKEN.findall(words.cue.sub(" | ", value)), "|"):
        if token[0].isupper() and token.rstrip(".").lower() not in words.stop:
            run.append(token if len(token) <= 2 else token.rstrip("."))
            if not token.endswith(".") or len(token) <= 2:
                continue
        elif token[0].isalnum() and (word := token.rstrip(".").lower()) not in words.stop and word not in words.small:
            rest.append(token)
        named = _people_of_run(run, words)
        people += named
        if not named:
            rest += run
        run = []
    return Credited(tuple(people), tuple(rest))


def _people_of_run(run: list[str], words: Lexicon) -> list[str]:
    """Capitalised words without a mark between them: one name of two or three words, or several of two words each."""
    if len(run) < 2 or not words.organisation.isdisjoint(map(str.lower, run)):
        return []
    if len(run) <= 3:
        return [" ".join(run)]
    pairs = [run[i : i + 2] for i in range(0, len(run) - len(run) % 2, 2)]
    if len(run) % 2:
        pairs[-1] = [*pairs[-1], run[-1]]
    return [" ".join(pair) for pair in pairs]


def _chinese(value: str, words: Lexicon, certain: bool) -> Credited:
    """Han pieces of two to four characters with a surname in front; what stands glued before a role is an office.

    Beside such a name, or after a label for persons, a piece without a surname is a name too: a pen name, perhaps.
    """
    found: list[tuple[str, bool]] = []
    rest: list[str] = []
    plain = re.sub(rf"[㐀-鿿]*?(?:{words.cue.pattern})", " | ", value, flags=re.IGNORECASE)
    plain = SPACED.sub(r"\1_\2", STAFF_NUMBER.sub(" ", plain))
    for piece in re.split(r"[\s,;、/|:()\[\]&]+", plain):
        if len(piece) == 3 and piece[1] == "_":
            found.append((f"{piece[0]} {piece[2]}", piece[0] in surnames()))
            continue
        if not piece or piece in words.stop or piece in words.lines:
            continue
        is_name = HAN_PIECE.fullmatch(piece) and not words.organisation_zh.search(piece)
        surname = piece[0] in surnames() or "·" in piece
        if is_name and (surname or not (REPORTED.search(piece) or SECTION.fullmatch(piece))):
            found.append((piece, surname))
        else:
            rest.append(piece)
    plain_names = {name.replace(" ", "") for name, _ in found if " " in name}
    found = [each for each in found if each[0] not in plain_names]
    sure = certain or any(surname for _, surname in found)
    people = [piece for piece, surname in found if surname or sure]
    return Credited(tuple(people), (*rest, *(piece for piece, surname in found if not surname and not sure)))
