"""Administrative divisions as the report names and sums them: cities and provinces."""

from __future__ import annotations

from pipeline.identity.places import MUNICIPAL, Division, divisions

UNKNOWN = "not stated"
CUSTOMARY = {"150000": "Inner Mongolia", "610000": "Shaanxi", "810000": "Hong Kong", "820000": "Macao"}
"""English names that are not the pinyin of the Chinese ones."""


def city(division: Division | None) -> Division | None:
    """The city that a division is or lies in; a province where no city is stated, None where nothing is.

    >>> district = divisions()["440307"]
    >>> (found := city(district)) and found.code
    '440300'
    """
    if division is None:
        return None
    if division.code[:2] in MUNICIPAL:
        return province(division)
    return divisions().get(f"{division.code[:4]}00", division)


def province(division: Division) -> Division:
    """The province that a division is or lies in."""
    return divisions()[f"{division.code[:2]}0000"]


def label(division: Division | None) -> str:
    """A division in both scripts.

    >>> label(divisions()["440300"]), label(divisions()["610000"]), label(None)
    ('Shenzhen 深圳市', 'Shaanxi 陕西省', 'not stated')
    """
    if division is None:
        return UNKNOWN
    return f"{CUSTOMARY.get(division.code) or division.sound.capitalize()} {division.name}"
