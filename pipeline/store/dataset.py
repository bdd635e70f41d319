"""Reading a data set: only when it matches its seal, document by document, each with its records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import SealError, StoreError
from pipeline.records import RECORD, Document, Record
from pipeline.store.disk import told
from pipeline.store.seal import DOCUMENTS, MEND, RECORDS, SEAL, Seal, current, digest, no_data_set, read_seal
from pipeline.store.spans import faults

ATTEMPTS = 5
"""How often a reader looks again when a run is published under its eyes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document and its records stand in the two files, in bytes."""

    document: int
    records: int
    end: int


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set whose two files match their seal; they stay open, so that a new run does not disturb."""

    folder: Path
    seal: Seal
    documents_file: BufferedReader
    records_file: BufferedReader

    def documents(self) -> Iterator[Document]:
        """Every document. Raises SealError for a line that is no document."""
        return (document for document, _ in self._documents())

    def pairs(self) -> Iterator[tuple[Document, tuple[Record, ...]]]:
        """Every document with its records, as they stand. Raises SealError for a line that is none, or out of order."""
        return ((document, records) for _, document, records in self.placed())

    def placed(self) -> Iterator[tuple[Place, Document, tuple[Record, ...]]]:
        """The same, each with its place in the files, at which ``at`` finds it again."""
        records = self._records()
        record = next(records, None)
        start = end = place = 0
        for document, size in self._documents():
            own: list[Record] = []
            while record is not None and record[0].document == document.id:
                own.append(record[0])
                end += record[1]
                record = next(records, None)
            yield Place(place, start, end), document, tuple(own)
            place, start = place + size, end
        if record is not None:
            raise SealError(f"{self.folder}: record {record[0].id} belongs to no document in its place; {MEND}")

    def at(self, place: Place) -> tuple[Document, tuple[Record, ...]]:
        """The document of a place with its records."""
        self.documents_file.seek(place.document)
        document = self._document(0, self.documents_file.readline())
        self.records_file.seek(place.records)
        lines = self.records_file.read(place.end - place.records).splitlines()
        return document, tuple(RECORD.validate_json(line) for line in lines)

    def checked(self) -> Iterator[tuple[Document, tuple[Record, ...]]]:
        """Every document with its records, each value at its place in the text. Raises SealError where one is not."""
        return ((document, records) for _, document, records in self.checked_places())

    def checked_places(self) -> Iterator[tuple[Place, Document, tuple[Record, ...]]]:
        """The same, each with its place in the files."""
        for place, document, records in self.placed():
            for fault in faults(document, records):
                raise SealError(f"{self.folder}: {fault}; {MEND}")
            yield place, document, records

    def _documents(self) -> Iterator[tuple[Document, int]]:
        """Every document with the bytes of its line."""
        self.documents_file.seek(0)
        for number, line in enumerate(self.documents_file, 1):
            yield self._document(number, line), len(line)

    def _records(self) -> Iterator[tuple[Record, int]]:
        """Every record with the bytes of its line."""
        self.records_file.seek(0)
        for number, line in enumerate(self.records_file, 1):
            try:
                yield RECORD.validate_json(line), len(line)
            except ValidationError as error:
                raise SealError(f"{self.folder / RECORDS}: line {number} is no record; {MEND}") from error

    def _document(self, number: int, line: bytes) -> Document:
        try:
            return Document.model_validate_json(line)
        except ValidationError as error:
            raise SealError(f"{self.folder / DOCUMENTS}: line {number} is no document; {MEND}") from error


@contextmanager
def opened(folder: Path) -> Iterator[Dataset]:
    """The folder's data set. Raises SealError when it does not match its seal, StoreError when it cannot be read."""
    with ExitStack() as stack:
        yield _open(folder, stack)


def _open(folder: Path, stack: ExitStack) -> Dataset:
    """Look until the files match, a few times only: between two looks a run may have been published."""
    if not folder.is_dir():
        raise StoreError(f"{folder}: no such folder; name the folder that a run wrote to")
    trouble = no_data_set(folder)
    for _ in range(ATTEMPTS):
        with told(folder, "read"):
            try:
                seal_path, paths = current(folder)
                seal = read_seal(seal_path)
                files = {name: stack.enter_context(path.open("rb")) for name, path in paths.items()}
            except FileNotFoundError as error:
                missing = Path(error.filename).name
                if missing != SEAL:
                    trouble = SealError(f"{folder}: {missing} is missing; {MEND}")
                continue
        changed = [name for name, file in files.items() if digest(file) != seal.files.get(name)]
        if not changed:
            return Dataset(folder, seal, files[DOCUMENTS], files[RECORDS])
        trouble = SealError(f"{folder}: {' and '.join(changed)} changed since the run; {MEND}")
    raise trouble
