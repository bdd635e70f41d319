"""A new data set beside the old one, until it is whole.

A data set is three files that readers open by name, and a file system renames one file at a time. So a run is published
like a journal:

1. ``documents.jsonl.new`` and ``records.jsonl.new`` are written, the archive only grows, and all of it is forced to the
   disk.
2. ``run.json.new``, which holds their digests, is renamed into place. **This one rename publishes the run**: before it
   the old data set stands untouched under its names; after it the new one is whole, under ``.new`` or, as step 3 goes
   on, under its own names.
3. ``documents.jsonl.new``, ``records.jsonl.new`` and, last, ``run.json.new`` lose their ending; of a data set in shards
   (``store/sharded.py``) those that are new are moved to the others first.
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
from typing import TYPE_CHECKING, BinaryIO, Self

from pydantic import BaseModel

from pipeline.errors import SealError
from pipeline.known import Known, known
from pipeline.store import archive
from pipeline.store.disk import PART, settle, told
from pipeline.store.lists import LISTS, publish_seal, read_seal
from pipeline.store.seal import (
    BODIES,
    DOCUMENTS,
    NEW,
    RECORDS,
    SEAL,
    SHARDS,
    SHARDS_FOLDER,
    Failure,
    LeftOutInput,
    Seal,
    SealedInput,
    Totals,
    digest,
    standing,
)
from pipeline.store.shards import Finished, Written
from pipeline.store.spool import Spool

if TYPE_CHECKING:  # what it needs is imported by runs that write shards
    from pipeline.store.sharded import Sharded

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

    def __init__(self, folder: Path, open_files: ExitStack, sharded: Sharded | None) -> None:
        self.folder = folder
        self.sharded = sharded
        names = (DOCUMENTS, RECORDS) if sharded is None else (SHARDS,)
        self.files = {name: open_files.enter_context(Lines(folder / (name + NEW))) for name in names}
        if sharded is not None:
            sharded.add = self.files[SHARDS].add
        self.lists = {name: open_files.enter_context(Spool(folder)) for name in LISTS}
        self.originals = archive.Originals(folder)
        self.sources: Known = open_files.enter_context(known())
        self.archived: Known = open_files.enter_context(known())

    def add(self, result: Written) -> Written:
        """Take in a result and archive the bytes that a document came from, unless they are (None).

        Gives the result, or the failure of a document whose identity an earlier one has. Raises StoreError.
        """
        if isinstance(result, Finished):
            entry = result.entry
            if (former := self.sources.add(entry.document, entry.source)) is not None:
                result = same_identity(entry, former)
        with told(self.folder, "written"):
            match result:
                case Finished():
                    self._add(result)
                case Failure():
                    self.lists["failures"].add(result.model_dump_json().encode())
                case LeftOutInput():
                    self.lists["left_out"].add(result.model_dump_json().encode())
        return result

    def _add(self, finished: Finished) -> None:
        """Raises OSError."""
        data = finished.data
        self.archived.add(finished.entry.sha256 if data is None else self.originals.keep(data), "")
        if self.sharded is None:
            self.files[DOCUMENTS].add(finished.document)
            self.files[RECORDS].add(finished.records)
        self.lists["inputs"].add(finished.entry.model_dump_json().encode())
        if finished.left_out:
            self.lists["blocks_left_out"].add(finished.left_out)

    def digests(self) -> dict[str, str]:
        """The sha256 of the files as they are now, by name, for the seal."""
        return {name: file.sha256.hexdigest() for name, file in self.files.items()}

    def totals(self) -> Totals:
        """How long the lists are, for the seal."""
        return Totals(**{name: self.lists[name].entries for name in Totals.model_fields})

    def publish(self, seal: Seal) -> None:
        """Put the new data set in the place of the old one. Raises StoreError; then one of the two is whole."""
        with told(self.folder, "written"):
            self.originals.force()
            if self.sharded is not None:
                self.sharded.force()
            for lines in self.files.values():
                lines.finish()
            settle(self.folder)
            publish_seal(self.folder / (SEAL + NEW), seal, self.lists)
            settle(self.folder)
            finish_renames(self.folder)
            archive.prune(self.folder, self.archived)
            self._prune_bodies()

    def _prune_bodies(self) -> None:
        """Remove what a data set in the other form left, and shards that are not listed. Raises OSError."""
        for name in BODIES:
            if name not in self.files:
                (self.folder / name).unlink(missing_ok=True)
        if (self.folder / SHARDS_FOLDER).is_dir():
            from pipeline.store.sharded import prune

            with known() as keys:
                prune(self.folder, self.folder / SHARDS, keys)


def same_identity(entry: SealedInput, former: str) -> Failure:
    """The failure of an input whose document id an earlier one has."""
    problem = f"has the same identity ({entry.document}) as the earlier input {former}"
    remedy = "name a folder that holds both, so that their paths differ, or leave one out"
    return Failure(input=entry.source, problem=problem, remedy=remedy)


def finish_renames(folder: Path) -> None:
    """Step 3 of publication: the waiting files take their names, the seal last. Raises OSError."""
    if (folder / (SHARDS + NEW)).exists():
        from pipeline.store.sharded import move

        move(folder, folder / (SHARDS + NEW))
    for name in (*BODIES, SEAL):
        if (folder / (name + NEW)).exists():
            os.replace(folder / (name + NEW), folder / name)
        settle(folder)


def recover(folder: Path) -> None:
    """Finish the publication that a killed run left, if it is whole, and clear what no reader needs. Raises OSError."""
    if (folder / (SEAL + NEW)).is_file() and _whole(folder):
        finish_renames(folder)
    for name in (SEAL, *BODIES):
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
def replacing(folder: Path, sharded: Sharded | None = None) -> Iterator[Draft]:
    """A draft that replaces the folder's data set once it is published; left unpublished, it vanishes without a trace.

    The caller holds the folder (``locked``). Raises StoreError when it cannot be written.
    """
    with told(folder, "written"):
        recover(folder)
    try:
        with ExitStack() as files:
            with told(folder, "written"):
                draft = Draft(folder, files, sharded)
            yield draft
    finally:
        if not (folder / (SEAL + NEW)).exists():
            for name in BODIES:
                with suppress(OSError):
                    (folder / (name + NEW)).unlink(missing_ok=True)
