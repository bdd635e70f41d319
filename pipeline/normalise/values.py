"""Verbatim text into normalised values, and found values into fields of records."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.mentions import Found
from extractors.script import is_traditional, simplified
from extractors.text import Span
from pipeline.records import Basis, FieldValue, Source
from pipeline.trusted import maker

HAN = re.compile(r"[㐀-鿿]+")
HAN_SPACED = re.compile(r"(?<=[㐀-鿿、，。；：（）《》“”]) +(?=[㐀-鿿、，。；：（）《》“”\d])|(?<=\d) +(?=[㐀-鿿])")
CLEAN = re.compile(r"[!-~]++(?:(?<!-) (?![-,;.)'])[!-~]++)*+")
AROUND_MARK = re.compile(r" (?:(?=[-'.,/&()])|(?<=[-'.,/&()] ))")
"""A space beside a mark, in a text whose white space is single spaces: a search leaps from one to the next."""
QUOTES = str.maketrans("’‘“”«»", '\'\'""""')
DIRECTIONS = {"east": "dong", "west": "xi", "south": "nan", "north": "bei"}
LANDFORMS = {
    "hu": "Lake",
    "shan": "Mountain",
    "jiang": "River",
    "he": "River",
    "lu": "Road",
    "zhen": "Town",
    "qu": "District",
    "xian": "County",
    "shi": "City",
    "wan": "Bay",
}

DIRECTED = "|".join(rf"(?<=\b{word} .)" for word in DIRECTIONS)
ENDED = "|".join(rf"(?<={word})" for word in LANDFORMS)
MENDABLE = re.compile(rf" [A-Z](?:{DIRECTED}|(?<=[a-z] .)[a-z]++(?:{ENDED})\b)")
"""A direction, or a word that ends as a landform does, beside a word with a capital: begins with what a search can leap to."""
ENDING = re.compile(rf"(?:{'|'.join(LANDFORMS)})\b|(?:{'|'.join(DIRECTIONS)}) ")
"""What it cannot do without: few names have that much."""
make_field, make_source, make_basis = maker(FieldValue), maker(Source), maker(Basis)
REMEMBERED = 1024
"""How many texts are remembered with their forms: a document asks for those of its names again and again."""
TWO_WORDS = re.compile(r"\b([A-Za-z][a-z]+) ([A-Z][a-z]+)\b")


@lru_cache(REMEMBERED)
def clean(text: str) -> str:
    """White space, quotes and the spaces that machine translation puts before hyphens, commas and apostrophes cleaned.

    >>> clean("high -quality  school ,  Yong 'an"), clean("Tai’an")
    ("high-quality school, Yong'an", "Tai'an")
    >>> clean("江滨　第 2 小学（东校区）")
    '江滨第2小学(东校区)'
    """
    if CLEAN.fullmatch(text) or HAN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFKC", text).translate(QUOTES)
    text = re.sub(r"\s+", " ", text).strip()
    if " " in text and HAN.search(text):
        text = HAN_SPACED.sub("", text)
    text = re.sub(r"(?<=\w) (?=-\w)|(?<=\w-) (?=\w)", "", text)
    text = re.sub(r"(?<=\w) '(?=[a-z]{2,})", "'", text)
    return re.sub(r" (?=[,;.)])", "", text)


@lru_cache(REMEMBERED)
def key(text: str) -> str:
    """A form in which two spellings of one name are equal: case, script, white space, quotes, a leading article do not count.

    >>> key("樂善教育集團") == key("乐善 教育集团")
    True
    """
    text = clean(text)
    text = (text if text.isascii() else simplified(text)).casefold().strip(" .,;:'\"")
    if text.startswith(("the ", "a ", "an ")):
        text = text.split(" ", 1)[1]
    return AROUND_MARK.sub("", text)


def mended(value: str, whole: str) -> tuple[str, tuple[int, int] | None]:
    """A translated place name put right where the document itself prints the right form, and where it does.

    >>> mended("east Guan No. 11 Middle School", "Dongguan No. 11 Middle School")
    ('Dongguan No. 11 Middle School', (0, 8))
    >>> mended("Song Shanhu School", "in Songshan Lake")
    ('Songshan Lake School', (3, 16))
    """
    for match in TWO_WORDS.finditer(value):
        first, second = match.groups()
        candidates = []
        if first.lower() in DIRECTIONS and first.islower():
            candidates.append((DIRECTIONS[first.lower()] + second.lower()).capitalize())
        joined = (first + second).lower()
        candidates += [
            f"{joined[: -len(ending)].capitalize()} {word}"
            for ending, word in LANDFORMS.items()
            if joined.endswith(ending) and len(joined) > len(ending) + 3
        ]
        for candidate in candidates:
            place = whole.find(candidate)
            if place >= 0 and candidate != match.group():
                return value[: match.start()] + candidate + value[match.end() :], (place, place + len(candidate))
    return value, None


@lru_cache(REMEMBERED)
def rounded(confidence: float) -> float:
    """A confidence in hundredths; rules state few different ones."""
    return round(float(confidence), 2)


def field(
    found: Found,
    value: str | None = None,
    *,
    flags: tuple[str, ...] = (),
    basis: tuple[Basis, ...] = (),
    name: bool = False,
) -> FieldValue:
    """A found value as a field. ``name`` mends what a translation did to a proper name."""
    span = found.span
    quote = span.text[span.start : span.end]
    if value is None:
        value = found.value if found.value is not None else clean(quote)
    told = found.flags
    if name and ENDING.search(value) and MENDABLE.search(value):
        value, spelt = mended(value, span.text)
        if spelt is not None:
            why = "the same place as it is spelt here"
            basis = (make_basis({"start": spelt[0], "end": spelt[1], "why": why}), *basis)
            told = (*told, "translation-artefact")
    if found.basis:
        basis = (*(basis_at(each, why) for each, why in found.basis), *basis)
    if not value.isascii() and is_traditional(value):
        value, told = simplified(value), (*told, "traditional-script")
    return make_field(
        {
            "text": quote,
            "value": value,
            "source": source(found),
            "basis": basis,
            "confidence": rounded(found.confidence),
            "rule": found.rule,
            "flags": tuple(dict.fromkeys((*told, *flags))) if told or flags else (),
        }
    )


def basis_at(span: Span, why: str) -> Basis:
    """A passage from which something was inferred, and what, as a basis of a record."""
    return make_basis({"start": span.start, "end": span.end, "why": why})


def source(found: Found) -> Source:
    """Where a found value stands, as a source of a record."""
    span, sentence, context = found.span, found.sentence, found.context
    return make_source(
        {
            "start": span.start,
            "end": span.end,
            "sentence": (sentence.start, sentence.end),
            "context": tuple((each.start, each.end) for each in context) if context else (),
        }
    )
