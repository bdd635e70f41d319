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
class Dataset:
    """A data set whose two files match their seal; they stay open, so that a new run does not disturb."""

    folder: Path
    seal: Seal
    documents_file: BufferedReader
    records_file: BufferedReader

    def documents(self) -> Iterator[Document]:
        """Every document. Raises SealError for a line that is no document."""
        self.documents_file.seek(0)
        for number, line in enumerate(self.documents_file, 1):
            yield self._document(number, line)

    def pairs(self) -> Iterator[tuple[Document, tuple[Record, ...]]]:
        """Every document with its records, as they stand. Raises SealError for a line that is none, or out of order."""
        records = self._records()
        record = next(records, None)
        for document in self.documents():
            own: list[Record] = []
            while record is not None and record.document == document.id:
                own.append(record)
                record = next(records, None)
            yield document, tuple(own)
        if record is not None:
            raise SealError(f"{self.folder}: record {record.id} belongs to no document in its place; {MEND}")

    def checked(self) -> Iterator[tuple[Document, tuple[Record, ...]]]:
        """Every document with its records, each value at its place in the text. Raises SealError where one is not."""
        for document, records in self.pairs():
            for fault in faults(document, records):
                raise SealError(f"{self.folder}: {fault}; {MEND}")
            yield document, records

    def _records(self) -> Iterator[Record]:
        self.records_file.seek(0)
        for number, line in enumerate(self.records_file, 1):
            try:
                yield RECORD.validate_json(line)
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
