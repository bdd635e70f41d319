"""Numbers with their nouns, for everything that is said to people."""

from __future__ import annotations

from pipeline.records import Kind

PLURALS: dict[Kind, str] = {
    "group": "groups",
    "official": "officials",
    "date": "dates",
    "count": "counts",
    "policy": "policies",
}


def plural(number: int, noun: str) -> str:
    """A number with its noun.

    >>> plural(1, "record"), plural(2, "record")
    ('1 record', '2 records')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
