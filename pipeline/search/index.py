"""The index of a data set: which words stand in which sentence and in which record, in ``search.sqlite`` beside it.

It is a cache and holds no text: what is found is read from the data set. One of another data set, or a damaged one, is
made anew; where the folder cannot be written, for this one search only, in a temporary file of SQLite's own.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipeline.errors import StoreError
from pipeline.records import Document, Record, identifying, named_fields
from pipeline.search.query import Query
from pipeline.search.words import indexed
from pipeline.sentences import sentences_of
from pipeline.store.database import told
from pipeline.store.dataset import Dataset, Place
from pipeline.store.disk import PART
from pipeline.store.seal import SEAL

INDEX = "search.sqlite"
FORM = "1"
"""The version of tables and words; an index of another one is made anew."""
ABANDONED = 3600
"""Seconds after which a half-made index is taken for one whose maker was killed."""
TABLES = """
CREATE TABLE about (key TEXT NOT NULL);
CREATE TABLE document (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL,
    place INTEGER NOT NULL, records INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE unit (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    record INTEGER, kind TEXT);
CREATE INDEX unit_kind ON unit (kind);
CREATE VIRTUAL TABLE word USING fts5(body, content='', tokenize='ascii');
"""
"""``unit`` is a sentence, or a record with the sentence that names it, its kind and its place among its document's.

The words are made by ``pipeline.search.words``: of them the tokenizer only has to know the spaces.
"""
FOUND = """
SELECT unit.document, unit.first, max(unit.last) AS last, min(rank) AS rank, group_concat(unit.record) AS records
FROM word JOIN unit ON unit.number = word.rowid WHERE word MATCH ? AND {units} GROUP BY unit.document, unit.first"""
OF_KINDS = """
SELECT unit.document, unit.first, max(unit.last) AS last, unit.number AS rank, group_concat(unit.record) AS records
FROM unit WHERE {units} GROUP BY unit.document, unit.first"""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence that was found, in code points of its document, or the one that names the records that were found."""

    document: str
    place: Place
    first: int
    last: int
    records: frozenset[int]


@dataclass(frozen=True, slots=True)
class Answer:
    """The best rows, best first, and how many there are in all, in how many documents."""

    rows: tuple[Row, ...]
    sentences: int
    documents: int


def answer(dataset: Dataset, query: Query, limit: int) -> Answer:
    """Ask the data set's index; it is made anew when missing, damaged or of another data set. Raises StoreError."""
    if (kept := _kept(dataset)) is not None:
        with suppress(sqlite3.Error), closing(kept):
            return _asked(kept, query, limit)
    with closing(_made(dataset)) as made:
        try:
            return _asked(made, query, limit)
        except sqlite3.Error as error:
            raise StoreError(f"{dataset.folder / INDEX}: {told(error, 'remove it and search again')}") from error


def _asked(index: sqlite3.Connection, query: Query, limit: int) -> Answer:
    """Raises sqlite3.Error for an index that is damaged."""
    units = f"unit.kind IN ({', '.join('?' * len(query.kinds))})" if query.kinds else "unit.kind IS NULL"
    found = (FOUND if query.phrases else OF_KINDS).format(units=units)
    given = ([query.match()] if query.phrases else []) + list(query.kinds)
    sentences, documents = index.execute(f"SELECT count(*), count(DISTINCT document) FROM ({found})", given).fetchone()  # noqa: S608
    rows = index.execute(
        "SELECT document.id, place, document.records, document.last, found.first, found.last, found.records "  # noqa: S608
        f"FROM ({found}) AS found JOIN document ON document.number = found.document "
        "ORDER BY found.rank, found.document, found.first LIMIT ?",
        [*given, limit],
    )
    return Answer(tuple(_row(*row) for row in rows), sentences, documents)


def _row(document: str, place: int, records: int, end: int, first: int, last: int, found: str | None) -> Row:
    numbers = frozenset(map(int, found.split(","))) if found else frozenset()
    return Row(document, Place(place, records, end), first, last, numbers)


def key(dataset: Dataset) -> str:
    """What an index must have been made from to fit the data set."""
    return sha256("\n".join((FORM, *sorted(dataset.seal.files.values()))).encode()).hexdigest()


def _kept(dataset: Dataset) -> sqlite3.Connection | None:
    """The index in the folder, if it is whole as far as one sees, and of this data set."""
    path = dataset.folder / INDEX
    if not path.is_file():
        return None
    try:
        index = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return None
    with suppress(sqlite3.Error):
        if index.execute("SELECT key FROM about").fetchall() == [(key(dataset),)]:
            return index
    index.close()
    return None


def _made(dataset: Dataset) -> sqlite3.Connection:
    """A new index: in the folder, for the searches to come too; when it cannot be kept there, for this one only."""
    with suppress(OSError, sqlite3.OperationalError):
        _keep(dataset)
        if (kept := _kept(dataset)) is not None:
            return kept
    index = sqlite3.connect("")  # a temporary database on the disk, which SQLite removes
    try:
        _fill(index, dataset)
    except sqlite3.Error as error:
        index.close()
        raise StoreError(
            f"{dataset.folder}: an index to search in {told(error, 'use a Python whose SQLite has FTS5')}"
        ) from error
    return index


def _keep(dataset: Dataset) -> None:
    """Make the index in the folder: under another name, then renamed into place. Raises OSError, sqlite3.Error."""
    _clear(dataset.folder)
    handle, name = tempfile.mkstemp(PART, f"{INDEX}.", dataset.folder)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as index:
            _fill(index, dataset)
        os.fsync(handle)
        os.chmod(handle, (dataset.folder / SEAL).stat().st_mode & 0o666)
        os.replace(part, dataset.folder / INDEX)
    finally:
        os.close(handle)
        part.unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    """Remove what searches left that were killed while they made an index. Raises OSError."""
    for path in folder.glob(f"{INDEX}.*{PART}"):
        if path.stat().st_mtime < time.time() - ABANDONED:
            path.unlink(missing_ok=True)


def _fill(index: sqlite3.Connection, dataset: Dataset) -> None:
    """Write the tables, document by document; no more than one is held. Raises sqlite3.Error, SealError."""
    index.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;" + TABLES)
    number = 0
    with index:
        for at, (place, document, records) in enumerate(dataset.placed()):
            values = (at, document.id, place.document, place.records, place.end)
            index.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?)", values)
            units = list(_units(document, records))
            rows = ((number + n, at, *unit[:-1]) for n, unit in enumerate(units))
            index.executemany("INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?)", rows)
            bodies = ((number + n, unit[-1]) for n, unit in enumerate(units))
            index.executemany("INSERT INTO word (rowid, body) VALUES (?, ?)", bodies)
            number += len(units)
        index.execute("INSERT INTO about VALUES (?)", (key(dataset),))


def _units(document: Document, records: Sequence[Record]) -> Iterator[tuple[int, int, int | None, str | None, str]]:
    """Sentences and records: first, last, place and kind of the record, and the words by which it is found.

    A sentence is found by its own words and by those that the records read in it: a mended or completed name.
    """
    named = [[field for _, field in named_fields(record)] for record in records]
    mended = sorted((f.source.start, f.value) for fields in named for f in fields if f.value != f.text)
    at = 0
    for sentence in sentences_of(document):
        values = []
        while at < len(mended) and mended[at][0] < sentence.end:
            values.append(mended[at][1])
            at += 1
        yield sentence.start, sentence.end, None, None, indexed(sentence.quote, *dict.fromkeys(values))
    for number, (record, fields) in enumerate(zip(records, named, strict=True)):
        said = dict.fromkeys(text for field in fields for text in (field.value, field.text))
        yield *identifying(record).source.sentence, number, record.kind, indexed(*said)
