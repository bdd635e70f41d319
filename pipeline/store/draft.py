"""A new data set beside the old one, until it is whole.

A data set is three files that readers open by name, and a file system renames one file at a time. So a run is published
like a journal:

1. ``documents.jsonl.new`` and ``records.jsonl.new`` are written, the archive only grows, and all of it is forced to the
   disk.
2. ``run.json.new``, which holds their digests, is renamed into place. **This one rename publishes the run**: before it
   the old data set stands untouched under its names; after it the new one is whole, under ``.new`` or, as step 3 goes
   on, under its own names.
3. ``documents.jsonl.new``, ``records.jsonl.new`` and, last, ``run.json.new`` lose their ending.
4. Archived files that only the old data set cited are removed.

A run that is killed in step 1 leaves files that nobody reads. One that is killed in step 3 leaves ``run.json.new``: a
reader who finds it takes each file under ``.new`` if it is there and under its own name if not (``store/dataset.py``),
and the next run finishes the renames before it does anything else. Digests are checked in either case, so that no
mixture of two runs is ever read as one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Self

from pydantic import BaseModel

from pipeline.errors import SealError
from pipeline.store import archive
from pipeline.store.disk import PART, settle, told, write_whole
from pipeline.store.seal import DOCUMENTS, NEW, RECORDS, SEAL, Seal, digest, read_seal, standing
from pipeline.store.shards import Finished

LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that JSON leaves as they are and that many readers of lines take for the end of one."""


def line(model: BaseModel) -> bytes:
    """One line of a JSONL file: keys in the order of the type, UTF-8, and no line end but the last."""
    text = model.model_dump_json()
    for mark, escape in LINE_ENDS.items():
        text = text.replace(mark, escape)
    return text.encode() + b"\n"


class Lines:
    """A JSONL file in the making, with its sha256 so far; a context that closes it."""

    def __init__(self, path: Path) -> None:
        self.file: BinaryIO = path.open("wb")
        self.sha256 = hashlib.sha256()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close without caring for what is unwritten: a full disk refuses it once more, and ``finish`` has cared."""
        with suppress(OSError):
            self.file.close()

    def add(self, lines: bytes) -> None:
        """Append lines. Raises OSError."""
        self.sha256.update(lines)
        self.file.write(lines)

    def finish(self) -> None:
        """Force everything to the disk. Raises OSError."""
        self.file.flush()
        os.fsync(self.file.fileno())


class Draft:
    """The data set that a run is writing; ``replacing`` makes one. Nothing of it shows before ``publish``."""

    def __init__(self, folder: Path, documents: Lines, records: Lines) -> None:
        self.folder = folder
        self.documents = documents
        self.records = records
        self.originals = archive.Originals(folder)
        self.archived: set[str] = set()

    def add(self, finished: Finished) -> None:
        """Append a document with its records and archive the bytes it came from, unless they are (None).

        Raises StoreError.
        """
        data = finished.data
        with told(self.folder, "written"):
            self.archived.add(finished.entry.sha256 if data is None else self.originals.keep(data))
            self.documents.add(finished.document)
            self.records.add(finished.records)

    def digests(self) -> dict[str, str]:
        """The sha256 of the two files as they are now, by name, for the seal."""
        return {DOCUMENTS: self.documents.sha256.hexdigest(), RECORDS: self.records.sha256.hexdigest()}

    def publish(self, seal: Seal) -> None:
        """Put the new data set in the place of the old one. Raises StoreError; then one of the two is whole."""
        with told(self.folder, "written"):
            self.originals.force()
            self.documents.finish()
            self.records.finish()
            settle(self.folder)
            write_whole(self.folder / (SEAL + NEW), seal.model_dump_json(indent=1).encode() + b"\n")
            settle(self.folder)
            finish_renames(self.folder)
            archive.prune(self.folder, self.archived)


def finish_renames(folder: Path) -> None:
    """Step 3 of publication: the waiting files take their names, the seal last. Raises OSError."""
    for name in (DOCUMENTS, RECORDS, SEAL):
        with suppress(FileNotFoundError):
            os.replace(folder / (name + NEW), folder / name)
        settle(folder)


def recover(folder: Path) -> None:
    """Finish the publication that a killed run left, if it is whole, and clear what no reader needs. Raises OSError."""
    if (folder / (SEAL + NEW)).is_file() and _whole(folder):
        finish_renames(folder)
    for name in (SEAL, DOCUMENTS, RECORDS):
        (folder / (name + NEW)).unlink(missing_ok=True)
        (folder / (name + NEW + PART)).unlink(missing_ok=True)


def _whole(folder: Path) -> bool:
    try:
        seal = read_seal(folder / (SEAL + NEW))
        for name, sha256 in seal.files.items():
            with standing(folder, name).open("rb") as file:
                if digest(file) != sha256:
                    return False
    except (SealError, FileNotFoundError):
        return False
    return True


@contextmanager
def replacing(folder: Path) -> Iterator[Draft]:
    """A draft that replaces the folder's data set once it is published; left unpublished, it vanishes without a trace.

    The caller holds the folder (``locked``). Raises StoreError when it cannot be written.
    """
    with told(folder, "written"):
        recover(folder)
    try:
        with ExitStack() as files:
            with told(folder, "written"):
                documents, records = (
                    files.enter_context(Lines(folder / (name + NEW))) for name in (DOCUMENTS, RECORDS)
                )
            yield Draft(folder, documents, records)
    finally:
        if not (folder / (SEAL + NEW)).exists():
            for name in (DOCUMENTS, RECORDS):
                with suppress(OSError):
                    (folder / (name + NEW)).unlink(missing_ok=True)
