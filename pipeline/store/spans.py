"""Whether every value stands where its record says: checked before a record is written and whenever one is read."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from pipeline.records import CountRecord, DateRecord, Document, FieldValue, Record, Source, named_fields


def faults(document: Document, records: Sequence[Record]) -> Iterator[str]:
    """What is wrong with the offsets of a document and its records, one line each; nothing when all is well."""
    yield from document_faults(document)
    for record in records:
        yield from record_faults(document, record)


def document_faults(document: Document) -> Iterator[str]:
    """Blocks outside the text, and cells outside their block."""
    for block in document.blocks:
        cells_inside = all(block.start <= start <= end <= block.end for start, end in block.cells or ())
        if not (block.start <= block.end <= len(document.text) and cells_inside):
            yield f"document {document.id}: block {block.start}-{block.end} or a cell of it lies outside its text"


def record_faults(document: Document, record: Record) -> Iterator[str]:
    """Fields that do not stand where they say."""
    where = f"document {document.id}, {record.kind} {record.id}"
    if record.document != document.id:
        yield f"{where}: says that it belongs to document {record.document}"
    for name, field in named_fields(record):
        yield from (f"{where}, {name}: {fault}" for fault in _field_faults(field, document.text))
    if isinstance(record, DateRecord | CountRecord):
        for source in record.also:
            yield from (f"{where}, also: {fault}" for fault in _source_faults(source, len(document.text)))
    if isinstance(record, CountRecord) and not (_finite(record.value) and _finite(record.upper)):
        yield f"{where}: its value is no finite number"


def _field_faults(field: FieldValue, text: str) -> Iterator[str]:
    source = field.source
    yield from _source_faults(source, len(text))
    found = text[source.start : source.end]
    if found != field.text:
        yield f"the text has {found!r} at {source.start}-{source.end}, not {field.text!r}"
    for basis in field.basis:
        if not basis.start < basis.end <= len(text):
            yield f"its basis {basis.start}-{basis.end} is no run of the text"


def _source_faults(source: Source, size: int) -> Iterator[str]:
    first, last = source.sentence
    if not first <= source.start < source.end <= last <= size:
        yield f"{source.start}-{source.end} is no run of sentence {first}-{last} in a text of {size} code points"
    for start, end in source.context:
        if not start < end <= size:
            yield f"its context {start}-{end} is no run of the text"


def _finite(number: float | None) -> bool:
    """Numbers that JSON can write; a whole number always can, however long."""
    return not isinstance(number, float) or math.isfinite(number)
