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
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

from extractors.script import folded

Level = Literal["province", "prefecture", "county"]
RANKS = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|[省市区县旗盟州])$")
MUNICIPAL = frozenset({"11", "12", "31", "50"})
"""Beijing, Tianjin, Shanghai and Chongqing: provinces that are cities."""
HAN = re.compile(r"[㐀-鿿]")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
STREETS = frozenset({"road", "street", "avenue", "lane", "boulevard", "bridge", "river", "lake", "mountain"})
TOWNS = frozenset({"town", "township", "village", "sub", "subdistrict", "street", "road"})
BEFORE = "省市区县州盟旗共驻赴在的：:“《（( \u3000"
"""What may stand before the bare name of a place that does not begin a text."""
NO_PLACE = (
    r"(?![东西南北中]?[一二三四]?(?:路|街(?!道)|大道|大街|巷))(?![^省市区县州盟旗、，,；;（(]{0,6}?(?:大学|学院))"
)
"""What must not stand behind a place's name: it is a street's or a university's then."""
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

    @property
    def undivided(self) -> bool:
        """Whether no other division lies in it: a county, or a city without counties."""
        return self.level == "county" or (self.level == "prefecture" and self.code[:4] in _without_counties())

    @property
    def depth(self) -> int:
        """How many digits of its code say something: 2, 4 or 6."""
        return {"province": 2, "prefecture": 4, "county": 6}[self.level]

    def on_line_with(self, other: Division) -> bool:
        """Whether one of the two is the other one or lies in it."""
        return self.within(other) or other.within(self)

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
def _without_counties() -> frozenset[str]:
    codes = divisions()
    return frozenset(code[:4] for code in codes) - {code[:4] for code in codes if not code.endswith("00")}


@dataclass(frozen=True, slots=True)
class Place:
    """One place that a text names: all divisions that share the form, and whether it stands there with its rank."""

    options: tuple[Division, ...]
    ranked: bool
    following: str = ""
    """The word or sign behind it: a school called after a place has the same one wherever it is named."""


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    """Divisions by every form of their name: in full, in pinyin, and bare.

    A bare name finds provinces and prefectures only, for 九龙 in 九龙岭小学 is no place; but a county that shares it
    (there is a 朝阳市 and many a 朝阳区) is among those that it may mean.
    """
    found: dict[str, list[Division]] = defaultdict(list)
    high = {d.bare for d in divisions().values() if d.level != "county" and len(d.bare) > 1}
    for division in divisions().values():
        found[division.name].append(division)
        if division.bare in high and division.bare != division.name:
            found[division.bare].append(division)
        if len(division.bare) > 1:
            found[division.sound].append(division)
    return {form: tuple(known) for form, known in found.items()}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted((form for form in _by_name() if HAN.match(form)), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, forms))}){NO_PLACE}")


def named(text: str) -> Iterator[Place]:
    """The places that a text names, in its order. Streets and universities called after a place are none.

    >>> [[d.code for d in each.options] for each in named("浙江省宁波市鄞州区")]
    [['330000'], ['330200'], ['330212']]
    >>> [list(named(text)) for text in ("南京路小学", "北京师范大学附属学校", "Beijing Normal University")]
    [[], [], []]
    """
    if HAN.search(text):
        yield from _in_chinese(folded(text))
        return
    words = WORD.findall(text)
    towns = {word for word, following in pairwise(words) if following.lower() in TOWNS}
    for at, word in enumerate(words):
        if not word[0].isupper() or word in towns or _called_after(words[at + 1 :]):
            continue
        known = _by_name().get(word.lower().replace("'", ""), ())
        rank = LATIN_RANKS.get(words[at + 1].lower()) if at + 1 < len(words) else None
        fitting = tuple(division for division in known if rank and _ranked(division, rank))
        if fitting:
            yield Place(fitting, True, words[at + 1])
        elif any(division.level != "county" for division in known):
            yield Place(known, False, " ".join(words[at + 1 : at + 2]))


def _in_chinese(plain: str) -> Iterator[Place]:
    """A short or bare form names a place only where a name may begin: 太湖南岸 has no 湖南, 副县长和县政府 no 和县."""
    end = 0
    for match in _pattern().finditer(plain):
        known = _by_name()[match[0]]
        ranked = any(match[0] == division.name for division in known)
        if (ranked and len(match[0]) > 2) or match.start() == end or plain[match.start() - 1] in BEFORE:
            yield Place(known, ranked, plain[match.end() : match.end() + 1])
            end = match.end()


def _called_after(following: list[str]) -> bool:
    """Whether the words behind a place's name make a street or a university of it."""
    near = [word.lower() for word in following[:4]]
    return bool(near) and (near[0] in STREETS or ("university" in near and "affiliated" not in near))


def _ranked(division: Division, rank: str) -> bool:
    return division.name[-1] in rank and (rank != "省区" or division.level == "province")


@lru_cache(1 << 12)
def unplaced(name: str, division: Division) -> str:
    """A name without the division that it lies in, and without those above: what is left may be printed alone.

    >>> unplaced("浙江省宁波市第四中学", divisions()["330200"]), unplaced("Ningbo No. 4 School", divisions()["330200"])
    ('第四中学', 'No. 4 School')
    """
    sounds, longest = _forms_above(division)
    if not HAN.search(name):
        words = re.findall(r"\S+", name)
        return " ".join(word for word in words if word.strip(",").lower().replace("'", "") not in sounds)
    rest = folded(name)
    while form := next((form for form in longest if rest.startswith(form) and rest != form), None):
        rest = rest.removeprefix(form)
    return rest


@cache
def _forms_above(division: Division) -> tuple[frozenset[str], tuple[str, ...]]:
    """A division and those above it: their names in pinyin, and in characters with the longest first."""
    codes = (f"{division.code[:2]}0000", f"{division.code[:4]}00", division.code)
    chain = [divisions()[code] for code in codes if code in divisions()]
    forms = {each.name for each in chain} | {each.bare for each in chain if each.level != "county"}
    longest = sorted((form for form in forms if len(form) > 1), key=lambda form: (-len(form), form))
    return frozenset(each.sound for each in chain), tuple(longest)


def settled(places: Iterable[Place], around: Iterable[Division] = ()) -> Division | None:
    """The one division that places named together mean, the lowest; None when they leave it open or contradict.

    ``around`` are divisions that the document names elsewhere, by which a shared name may be told.

    >>> found = settled(named("长春市朝阳区"))
    >>> found and found.code
    '220104'
    >>> settled(named("朝阳区")) is None
    True
    """
    options = [place.options for place in places]
    sure = [each[0] for each in options if len(each) == 1]
    for each in options:
        if len(each) > 1:
            near = [d for d in each if any(d.within(other) for other in (*sure, *around))]
            fitting = near or list(each)
            sure += [division for division in fitting if all(other.within(division) for other in fitting)]
    if not sure:
        return None
    lowest = max(sure, key=lambda division: division.depth)
    return lowest if all(lowest.within(division) for division in sure) else None
