"""Changes as one page to read and print: no script, no network, everything in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from pipeline.change.changes import Change, DocumentChange, FieldChange, How, RecordChange, Stated, Summary
from pipeline.change.journal import Listed
from pipeline.change.listing import by_kind, numbers, same_place, unchanged_line
from pipeline.standalone import environment, style
from pipeline.store.disk import told, whole


@dataclass(frozen=True, slots=True)
class RecordPart:
    """One record on the page: it came or went with its fields, or some of its fields did or changed."""

    how: How
    kind: str
    value: str
    whole: RecordChange | None
    changed: tuple[FieldChange, ...]


@dataclass(slots=True)
class DocumentPart:
    """One document on the page: what became of it, and its records."""

    about: Change
    document: DocumentChange | None = None
    records: list[RecordPart] = field(default_factory=list)


def write(listed: Listed, path: Path) -> None:
    """Write the page, in the place of one that is there. Raises StoreError; then that one stays."""
    with told(path, "written"), whole(path) as file:
        for part in parts(listed.summary, listed.changes()):
            file.write(part.encode())


def parts(summary: Summary, changes: Iterable[Change]) -> Iterator[str]:
    """The page piece by piece; one document is held at a time."""
    templates = environment("pipeline.change")
    return templates.get_template("changes.html").generate(
        style=style(templates, "changes.css"),
        summary=summary,
        unchanged=unchanged_line(summary.unchanged),
        documents=documents(changes),
        by_kind=by_kind,
        numbers=numbers,
        pieces=pieces,
        same_place=same_place,
    )


def documents(changes: Iterable[Change]) -> Iterator[DocumentPart]:
    """Changes by document."""
    for _, own in groupby(changes, key=lambda change: change.document):
        first = next(own)
        part = DocumentPart(first)
        rest: list[RecordChange | FieldChange] = []
        for change in (first, *own):
            if isinstance(change, DocumentChange):
                part.document = change
            else:
                rest.append(change)
        part.records = list(_records(rest))
        yield part


def _records(changes: Iterable[RecordChange | FieldChange]) -> Iterator[RecordPart]:
    for _, own in groupby(changes, key=lambda change: (change.what, change.record)):
        first, *others = own
        if isinstance(first, RecordChange):
            yield RecordPart(first.change, first.kind, first.value, first, ())
            yield from _records(others)
        else:
            fields = tuple(each for each in (first, *others) if isinstance(each, FieldChange))
            yield RecordPart("changed", first.kind, first.of, None, fields)


def pieces(stated: Stated) -> tuple[str, str, str]:
    """A sentence as what stands before the quote, the quote, and what stands behind it."""
    start, end = stated.start - stated.sentence_start, stated.end - stated.sentence_start
    return stated.sentence[:start], stated.sentence[start:end], stated.sentence[end:]
