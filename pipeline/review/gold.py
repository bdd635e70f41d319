"""What reviewers made of documents as gold: what a perfect extractor returns, in files that ``communique score`` reads.

Each document gives ``NAME.json`` and its text, ``NAME.txt``. NAME is the file name of its source without the ending,
by which the scorer finds it, or its id where two sources share that or it is none for a file.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.records import (
    CountRecord,
    DateRecord,
    Document,
    FieldValue,
    GroupRecord,
    OfficialRecord,
    PolicyRecord,
    Record,
)
from pipeline.review.reviewed import Reviewed, reviewers
from pipeline.store.disk import told, write_whole

FILE_NAME = re.compile(r"\w[\w.-]{0,79}")
LEFT_OUT = {
    "unread": "not read in full",
    "open": "with records that nobody has decided",
    "changed": "with records that changed since",
    "conflict": "with a conflict to settle",
    "unsure": "with records that somebody is unsure of",
}
"""Why a document is no gold: the first of these that holds."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The names of the gold files written, and how many documents were left out for which reason of ``LEFT_OUT``."""

    names: tuple[str, ...]
    left_out: Counter[str]


def export(all_reviewed: Iterable[Reviewed], folder: Path, *, only_read: bool = True) -> Exported:
    """Write gold; files of the same names are replaced, others stay.

    ``only_read``: of documents that somebody read in full, so that what is not in the gold is not in the text; else
    also of those in which somebody has decided every record. Raises StoreError when the folder cannot be written.
    """
    known = list(all_reviewed)
    names = _names([each.document for each in known])
    left_out: Counter[str] = Counter()
    written = []
    with told(folder, "written"):
        folder.mkdir(parents=True, exist_ok=True)
        for each in known:
            if reason := _unfit(each, only_read=only_read):
                left_out[reason] += 1
                continue
            name = names[each.document.id]
            write_whole(folder / f"{name}.txt", each.document.text.encode())
            write_whole(folder / f"{name}.json", _file(name, each))
            written.append(name)
    return Exported(tuple(written), left_out)


def gold(document: Document, records: Sequence[Record]) -> dict[str, Any]:
    """A document's records in the form of gold: every value verbatim, the same one once."""
    groups = [_group(record) for record in records if isinstance(record, GroupRecord)]
    officials = [_official(record) for record in records if isinstance(record, OfficialRecord)]
    dates = [{"text": r.text.text, "value": r.value} for r in records if isinstance(r, DateRecord)]
    counts = [_count(record) for record in records if isinstance(record, CountRecord)]
    policies = [record.title.text for record in records if isinstance(record, PolicyRecord)]
    return {
        "language": document.language,
        "source_url": document.source_url,
        "title": document.title,
        "published": document.published,
        "publisher": document.publisher,
        "byline": [name for name in document.byline if name in document.text],
        "groups": groups,
        "officials": officials,
        "dates": _once(dates),
        "counts": _once(counts),
        "policies": list(dict.fromkeys(policies)),
    }


def _group(record: GroupRecord) -> dict[str, Any]:
    return {
        "name": record.name.text,
        "aliases": _texts(record.aliases),
        "leaders": _texts(record.leaders),
        "members": _texts(record.members),
        "established": _value(record.established),
    }


def _official(record: OfficialRecord) -> dict[str, Any]:
    positions = [
        {"title": each.title.text, "organisation": _text(each.organisation), "category": each.category}
        for each in record.positions
    ]
    return {"name": record.name.text, "positions": _once(positions)}


def _count(record: CountRecord) -> dict[str, Any]:
    upper = {} if record.upper is None else {"upper": record.upper}
    return {
        "text": record.text.text,
        "value": record.value,
        **upper,
        "unit": _text(record.unit),
        "kind": record.measure,
        "modifier": record.modifier,
        "status": record.status,
        "scope": _text(record.scope),
        "as_of": _value(record.as_of),
    }


def _file(name: str, each: Reviewed) -> bytes:
    kept = [standing.record for standing in each.standings if standing.in_tables]
    people = dict.fromkeys((*each.read_by, *(who for standing in each.standings for who in reviewers(standing))))
    content = {"id": name, **gold(each.document, kept), "notes": f"reviewed by {', '.join(people)}"}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _unfit(each: Reviewed, *, only_read: bool) -> str | None:
    """Why a document is no gold; None when it is."""
    states = {standing.status for standing in each.standings}
    if not each.read_by and (only_read or not each.decided):
        return "unread"
    return next((reason for reason in LEFT_OUT if reason in states), None)


def _names(documents: Sequence[Document]) -> dict[str, str]:
    """The name of each document's gold file, by its id."""
    stems = Counter(Path(document.source).stem for document in documents)
    names = {}
    for document in documents:
        stem = Path(document.source).stem
        names[document.id] = stem if stems[stem] == 1 and FILE_NAME.fullmatch(stem) else document.id
    return names


def _once(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [entry for at, entry in enumerate(entries) if entry not in entries[:at]]


def _texts(fields: Sequence[FieldValue]) -> list[str]:
    return list(dict.fromkeys(field.text for field in fields))


def _text(field: FieldValue | None) -> str | None:
    return field.text if field else None


def _value(field: FieldValue | None) -> str | None:
    return field.value if field else None
