"""The documents of a data set, each to be had by its id; after a new run, those of the new one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pipeline.records import Document, Record, identifying, named_fields
from pipeline.store.dataset import Dataset, Place, opened
from pipeline.store.seal import current


@dataclass(frozen=True, slots=True)
class Brief:
    """What is kept in memory of a record: enough to choose by."""

    id: str
    kind: str
    flags: frozenset[str]
    rules: frozenset[str]
    confidence: float
    """Of its least sure field."""
    words: str
    """Its quotes and values, in small letters."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """What is kept in memory of a document."""

    place: Place
    id: str
    title: str | None
    source: str
    published: str | None
    publisher: str | None
    language: str
    briefs: tuple[Brief, ...]


def brief(record: Record) -> Brief:
    """A record in short."""
    fields = [field for _, field in named_fields(record)]
    return Brief(
        record.id,
        record.kind,
        frozenset(record.flags).union(*(field.flags for field in fields)),
        frozenset(field.rule for field in fields),
        min(field.confidence for field in fields),
        "\n".join(dict.fromkeys(word for field in fields for word in (field.text, field.value))).casefold(),
    )


class Shelf:
    """The documents of a folder's data set, in its order. Raises what ``opened`` raises."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stack = ExitStack()
        self.seen: object = None
        self.documents: dict[str, Shelved] = {}
        self.dataset: Dataset
        self.look()

    def look(self) -> bool:
        """Take in a data set that was published since; whether there was one."""
        seen = self._seal()
        if seen == self.seen:
            return False
        with ExitStack() as stack:
            dataset = stack.enter_context(opened(self.folder))
            documents = {document.id: _shelved(*each) for each in dataset.placed() if (document := each[1])}
            kept = stack.pop_all()
        self.stack.close()
        self.stack, self.dataset, self.documents, self.seen = kept, dataset, documents, seen
        return True

    def open(self, document: str) -> tuple[Document, tuple[Record, ...]] | None:
        """A document with its records; None for an id that the data set does not have."""
        shelved = self.documents.get(document)
        return self.dataset.at(shelved.place) if shelved else None

    def holding(self, words: str) -> set[str]:
        """The ids of the documents whose text has these words, in any case."""
        wanted = words.casefold()
        return {each.id for each in self.dataset.documents() if wanted in each.text.casefold()}

    def close(self) -> None:
        """Close the files."""
        self.stack.close()

    def _seal(self) -> object:
        """What tells one published data set from another, without reading it."""
        try:
            told = current(self.folder)[0].stat()
        except OSError:
            return self.seen
        return told.st_mtime_ns, told.st_ino, told.st_size


def _shelved(place: Place, document: Document, records: Sequence[Record]) -> Shelved:
    return Shelved(
        place,
        document.id,
        document.title,
        document.source,
        document.published,
        document.publisher,
        document.language,
        tuple(brief(record) for record in sorted(records, key=lambda record: identifying(record).source.start)),
    )
