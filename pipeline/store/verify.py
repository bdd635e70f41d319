"""The gate for a data set: seal, archive, and every value at its place. A finding does not stop it: all are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from pipeline.known import Known, known
from pipeline.records import KINDS, RECORD, Document, FieldValue, Kind, Record, identifying, named_fields
from pipeline.store import archive
from pipeline.store.captures import digests
from pipeline.store.disk import told
from pipeline.store.lists import Sealed, sealed
from pipeline.store.seal import DOCUMENTS, RECORDS, SHARDS, SealedInput, current, digest, no_data_set
from pipeline.store.spans import document_faults, record_faults
from pipeline.store.warc import Archive

INFERRED = frozenset({"year-inferred", "coreference", "expanded", "translation-artefact"})
"""Flags that say that a value was inferred from a passage, which must then stand in ``basis``."""


def findings(folder: Path) -> Iterator[str]:
    """Everything that is wrong with a folder's data set, one line each; nothing when it is sound.

    Raises StoreError when there is nothing to verify: no folder, no seal, no permission.
    """
    with told(folder, "read"):
        seal_path, paths = current(folder)
        if folder.is_dir() and not seal_path.is_file():
            raise no_data_set(folder)
        with sealed(seal_path) as seal, known() as places, known() as seen, ExitStack() as files:
            wanted = seal.seal.files.keys() & paths.keys() or {DOCUMENTS, RECORDS}
            if missing := sorted(name for name in wanted if not paths[name].is_file()):
                yield from (f"{name} is missing" for name in missing)
                return
            opened: dict[str, BinaryIO] = {}
            for name in sorted(wanted):
                opened[name] = files.enter_context(paths[name].open("rb"))
                if digest(opened[name]) != seal.seal.files.get(name):
                    yield f"{name} is not the file that was sealed"
            if SHARDS in opened:
                from pipeline.store.sharded import laid_out

                try:
                    opened = laid_out(folder, opened[SHARDS], files)
                except ValueError as error:
                    yield f"{error} is not what {SHARDS} lists"
                    return
            yield from Verification(folder, seal, opened, places, seen).findings()


class Verification:
    """One pass over the documents, which notes where each stands, and one over the records."""

    def __init__(self, folder: Path, sealed: Sealed, files: dict[str, BinaryIO], places: Known, seen: Known) -> None:
        self.folder = folder
        self.sealed = sealed
        self.files = files
        self.places = places
        """Where the line of each document begins, in bytes."""
        self.seen = seen
        """The ids of records."""
        self.last: Document | None = None

    @cached_property
    def captured(self) -> frozenset[str]:
        """The sha256 of everything in the WARC files. Raises OSError."""
        return digests(Archive(self.folder).files())

    def findings(self) -> Iterator[str]:
        """What is wrong, one line each. Raises OSError."""
        yield from self._documents()
        yield from self._records()

    def _documents(self) -> Iterator[str]:
        inputs = self.sealed.inputs()
        as_listed, place = True, 0
        for number, line in enumerate(self.files[DOCUMENTS], 1):
            try:
                document = Document.model_validate_json(line)
            except ValidationError as error:
                yield f"{DOCUMENTS}, line {number}: no document: {first(error)}"
            else:
                listed = next(inputs, None)
                as_listed &= listed is not None and is_of(listed, document)
                if self.places.add(document.id, str(place)) is not None:
                    yield f"{DOCUMENTS}, line {number}: a second document {document.id}"
                yield from document_faults(document)
                fault = archive.fault(self.folder, document.sha256)
                if fault and document.sha256 not in self.captured:
                    yield f"document {document.id}: the archived file {document.sha256} {fault}"
            place += len(line)
        if not as_listed or next(inputs, None) is not None:
            yield f"{DOCUMENTS}: its documents are not the inputs that the seal lists"

    def _records(self) -> Iterator[str]:
        counts: Counter[Kind] = Counter()
        furthest = 0
        for number, line in enumerate(self.files[RECORDS], 1):
            try:
                record = RECORD.validate_json(line)
            except ValidationError as error:
                yield f"{RECORDS}, line {number}: no record: {first(error)}"
                continue
            counts[record.kind] += 1
            if self.seen.add(record.id, "") is not None:
                yield f"{RECORDS}, line {number}: a second record {record.id}"
            if (told_place := self.places.get(record.document)) is None:
                yield f"{RECORDS}, line {number}: record {record.id} belongs to document {record.document}, not there"
                continue
            place = int(told_place)
            if place < furthest:
                yield f"{RECORDS}, line {number}: record {record.id} stands behind those of a later document"
            furthest = max(furthest, place)
            yield from record_faults(self._document(record.document, place), record)
            yield from claims(record)
        if {kind: counts[kind] for kind in KINDS} != self.sealed.seal.counts:
            yield f"{RECORDS}: its records are not as many as the seal says"

    def _document(self, name: str, place: int) -> Document:
        """A document by its id; records of one document come together, so the last one is kept."""
        if self.last is None or self.last.id != name:
            file = self.files[DOCUMENTS]
            file.seek(place)
            self.last = Document.model_validate_json(file.readline())
        return self.last


def is_of(entry: SealedInput, document: Document) -> bool:
    """Whether an entry of the seal is that of a document."""
    return (entry.source, entry.document, entry.sha256) == (document.source, document.id, document.sha256)


def claims(record: Record) -> Iterator[str]:
    """Whether a record keeps what the contract says of its confidence, rule and inferences."""
    where = f"document {record.document}, {record.kind} {record.id}"
    field = identifying(record)
    if (record.confidence, record.rule) != (field.confidence, field.rule):
        yield f"{where}: its confidence and rule are not those of its identifying field"
    for name, each in named_fields(record):
        if inferred := unfounded(each):
            yield f"{where}, {name}: {each.text!r} is flagged {', '.join(inferred)} and names no basis"


def unfounded(field: FieldValue) -> list[str]:
    """The flags of a field that speak of an inference, when it names no passage for it."""
    return [] if field.basis else sorted(INFERRED.intersection(field.flags))


def first(error: ValidationError) -> str:
    """The first thing that is wrong with a line."""
    detail = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, detail['loc'])) or 'the line'}: {detail['msg']}"
