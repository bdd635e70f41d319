"""China's administrative divisions in names: which one a name names, by GB/T 2260 code, where the text says which.

A name that several divisions share (there are many 城关区 and Chaoyang) says nothing by itself: it takes the province
or city beside it, in the name or elsewhere in the document, to tell.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from extractors.script import folded

Level = Literal["province", "prefecture", "county"]
RANKS = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|[省市区县旗盟州])$")
MUNICIPAL = frozenset({"11", "12", "31", "50"})
"""Beijing, Tianjin, Shanghai and Chongqing: provinces that are cities."""
HAN = re.compile(r"[㐀-鿿]")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LATIN_RANKS = {
    "province": "省区", "municipality": "市", "city": "市", "prefecture": "州区盟", "district": "区", "county": "县",
    "banner": "旗",
}  # fmt: skip
"""What the name of a division ends in that has this word behind it in English."""


@dataclass(frozen=True, slots=True)
class Division:
    """One division: its code of six digits, its name in characters, the bare name in pinyin."""

    code: str
    name: str
    sound: str

    @property
    def level(self) -> Level:
        """How high it stands."""
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    @property
    def bare(self) -> str:
        """Its name without its rank."""
        return RANKS.sub("", self.name) if len(self.name) > 2 else self.name

    def within(self, other: Division) -> bool:
        """Whether it is the other one or lies in it.

        >>> divisions()["330212"].within(divisions()["330000"])
        True
        """
        return self.code.startswith(other.code.removesuffix("0000").removesuffix("00"))


@cache
def divisions() -> dict[str, Division]:
    """Every division by its code."""
    listed = tomllib.loads(files("pipeline.identity").joinpath("divisions.toml").read_text("utf-8"))["divisions"]
    return {division.code: division for division in (Division(*entry.split("/")) for entry in listed)}


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    """Divisions by every form of their name: in full, in pinyin, and bare, those of counties apart.

    九龙 in 九龙岭小学 is no place: a county is named with its rank.
    """
    found: dict[str, list[Division]] = defaultdict(list)
    for division in divisions().values():
        found[division.name].append(division)
        if division.level != "county" and len(division.bare) > 1:
            found[division.bare].append(division)
        if len(division.bare) > 1:
            found[division.sound].append(division)
    return {form: tuple(known) for form, known in found.items()}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted((form for form in _by_name() if HAN.match(form)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, forms)))


def named(text: str) -> Iterator[tuple[Division, ...]]:
    """The divisions that a text may name, place by place in its order, each with all that share the form.

    >>> [[d.code for d in each] for each in named("浙江省宁波市鄞州区")]
    [['330000'], ['330200'], ['330212']]
    """
    if HAN.search(text):
        plain = folded(text)
        for match in _pattern().finditer(plain):
            yield _by_name()[match[0]]
        return
    words = WORD.findall(text)
    for at, word in enumerate(words):
        rank = LATIN_RANKS.get(words[at + 1].lower()) if at + 1 < len(words) else None
        known = _by_name().get(word.lower().replace("'", ""), ())
        known = tuple(d for d in known if (_ranked(d, rank) if rank else d.level != "county"))
        if known and word[0].isupper():
            yield known


def _ranked(division: Division, rank: str) -> bool:
    return division.name[-1] in rank and (rank != "省区" or division.level == "province")


def settled(places: Iterable[tuple[Division, ...]], around: Iterable[Division] = ()) -> Division | None:
    """The one division that places named together mean, the lowest; None when they leave it open or contradict.

    ``around`` are divisions that the document names elsewhere, by which a shared name may be told.

    >>> found = settled(named("长春市朝阳区"))
    >>> found and found.code
    '220104'
    >>> settled(named("朝阳区")) is None
    True
    """
    options = list(places)
    sure = [each[0] for each in options if len(each) == 1]
    for each in options:
        if len(each) > 1:
            fitting = [
                division
                for division in each
                if any(division.within(other) for other in (*sure, *around) if other is not division)
            ]
            if len(fitting) > 1:
                highest = [division for division in fitting if all(other.within(division) for other in fitting)]
                fitting = highest
            sure += fitting[:1] if len(fitting) == 1 else []
    if not sure:
        return None
    lowest = max(sure, key=_depth)
    return lowest if all(lowest.within(division) for division in sure) else None


def _depth(division: Division) -> int:
    return len(division.code.rstrip("0")) if division.level != "county" else 6
