"""Records of texts for tests, by kind."""

from __future__ import annotations

from typing import TypeVar

from pipeline import extract
from pipeline.records import CountRecord, DateRecord, GroupRecord, OfficialRecord, PolicyRecord, Record

TITLE = "News of the day"
Kind = TypeVar("Kind", GroupRecord, OfficialRecord, DateRecord, CountRecord, PolicyRecord)


def records(body: str, published: str | None = None) -> list[Record]:
    """The records of a text with a title, in the order of the text."""
    return extract(f"{TITLE}\n{body}", "en", published)


def of_kind(kind: type[Kind], body: str, published: str | None = None) -> list[Kind]:
    """The records of one kind."""
    return [record for record in records(body, published) if isinstance(record, kind)]


def only(kind: type[Kind], body: str, published: str | None = None) -> Kind:
    """The one record of its kind; a ValueError when there are none or several."""
    (record,) = of_kind(kind, body, published)
    return record


def quoted(body: str, start: int, end: int) -> str:
    """What stands in the text at the offsets of a record."""
    return f"{TITLE}\n{body}"[start:end]
