"""Reading a data set: only when it matches its seal, document by document, each with its records."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from pipeline.errors import SealError, StoreError
from pipeline.records import RECORD, Document, Record
from pipeline.store.disk import told
from pipeline.store.lists import Sealed, sealed
from pipeline.store.seal import DOCUMENTS, MEND, RECORDS, SEAL, SHARDS, Seal, current, digest, no_data_set
from pipeline.store.spans import faults

ATTEMPTS = 5
"""How often a reader looks again when a run is published under its eyes."""
PIECE = 65_536
"""Bytes of a line that are read at a time."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document and its records stand in the two files, in bytes."""

    document: int
    records: int
    end: int


class Named(BaseModel):
    """What tells one document from another."""

    id: str


class Owned(Named):
    """What tells whose a record is."""

    document: str


OWNED = TypeAdapter(Owned)
D = TypeVar("D", bound=Document | Named)
R = TypeVar("R", bound=Record | Owned)
M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set whose two files match their seal; they stay open, so that a new run does not disturb."""

    folder: Path
    sealed: Sealed
    documents_file: BinaryIO
    records_file: BinaryIO

    @property
    def seal(self) -> Seal:
        """What the seal says but for its lists."""
        return self.sealed.seal

    def documents(self) -> Iterator[Document]:
        """Every document. Raises SealError for a line that is no document."""
        return (document for document, _ in self._documents())

    def pairs(self) -> Iterator[tuple[Document, tuple[Record, ...]]]:
        """Every document with its records, as they stand. Raises SealError for a line that is none, or out of order."""
        return ((document, records) for _, document, records in self.placed())

    def placed(self) -> Iterator[tuple[Place, Document, tuple[Record, ...]]]:
        """The same, each with its place in the files, at which ``at`` finds it again."""
        return self._grouped(self._documents(), self._records())

    def outlined(self) -> Iterator[tuple[Place, str]]:
        """The place of every document with its id; of the lines no more is looked at than tells what belongs together.

        Raises SealError as ``placed`` does, but not for what else may be wrong with a line.
        """
        documents = ((self._document(*line, Named), len(line[1])) for line in enumerate(self._lines(DOCUMENTS), 1))
        records = ((self._record(*line, OWNED), len(line[1])) for line in enumerate(self._lines(RECORDS), 1))
        return ((place, document.id) for place, document, _ in self._grouped(documents, records))

    def _grouped(
        self, documents: Iterator[tuple[D, int]], records: Iterator[tuple[R, int]]
    ) -> Iterator[tuple[Place, D, tuple[R, ...]]]:
        """Documents with their records, each given with the bytes of its line."""
        record = next(records, None)
        start = end = place = 0
        for document, size in documents:
            own: list[R] = []
            while record is not None and record[0].document == document.id:
                own.append(record[0])
                end += record[1]
                record = next(records, None)
            yield Place(place, start, end), document, tuple(own)
            place, start = place + size, end
        if record is not None:
            raise SealError(f"{self.folder}: record {record[0].id} belongs to no document in its place; {MEND}")

    def written(self, place: Place) -> tuple[bytes, bytes]:
        """The line of the document of a place and those of its records; whoever reads the files on is not disturbed."""
        with told(self.folder, "read"):
            handle, line = self.documents_file.fileno(), bytearray()
            while not line.endswith(b"\n") and (more := os.pread(handle, PIECE, place.document + len(line))):
                line += more[: more.find(b"\n") + 1 or None]
            return bytes(line), os.pread(self.records_file.fileno(), place.end - place.records, place.records)

    def at(self, place: Place) -> tuple[Document, tuple[Record, ...]]:
        """The document of a place with its records."""
        line, records = self.written(place)
        return self._document(0, line, Document), tuple(self._record(0, each, RECORD) for each in records.splitlines())

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
        for number, line in enumerate(self._lines(DOCUMENTS), 1):
            yield self._document(number, line, Document), len(line)

    def _records(self) -> Iterator[tuple[Record, int]]:
        """Every record with the bytes of its line."""
        for number, line in enumerate(self._lines(RECORDS), 1):
            yield self._record(number, line, RECORD), len(line)

    def _lines(self, name: str) -> Iterator[bytes]:
        file = self.documents_file if name == DOCUMENTS else self.records_file
        file.seek(0)
        return iter(file)

    def _document(self, number: int, line: bytes, kind: type[M]) -> M:
        try:
            return kind.model_validate_json(line)
        except ValidationError as error:
            raise SealError(f"{self.folder / DOCUMENTS}: line {number} is no document; {MEND}") from error

    def _record(self, number: int, line: bytes, kind: TypeAdapter[T]) -> T:
        try:
            return kind.validate_json(line)
        except ValidationError as error:
            raise SealError(f"{self.folder / RECORDS}: line {number} is no record; {MEND}") from error


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
                seal = stack.enter_context(sealed(seal_path))
                files: dict[str, BinaryIO] = {}
                for name in sorted(seal.seal.files):
                    files[name] = stack.enter_context(paths[name].open("rb"))
            except FileNotFoundError as error:
                missing = Path(error.filename).name
                if missing != SEAL:
                    trouble = SealError(f"{folder}: {missing} is missing; {MEND}")
                continue
            changed = [name for name, file in files.items() if digest(file) != seal.seal.files.get(name)]
            if not changed and SHARDS in files:
                from pipeline.store.sharded import laid_out

                try:
                    files = laid_out(folder, files[SHARDS], stack)
                except ValueError as error:
                    changed = [str(error)]
        if not changed:
            return Dataset(folder, seal, files[DOCUMENTS], files[RECORDS])
        trouble = SealError(f"{folder}: {' and '.join(changed)} changed since the run; {MEND}")
    raise trouble
