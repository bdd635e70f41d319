"""What a search finds: sentences with the places of the words, and what the records make of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.errors import SealError, StoreError
from pipeline.export.links import link
from pipeline.records import Document, FieldValue, Frozen, Kind, Record, Source, identifying, named_fields
from pipeline.search.index import INDEX, Answer, Row
from pipeline.search.query import Query
from pipeline.store.dataset import Dataset


class FoundField(Frozen):
    """A field that has some of the words; offsets in code points of the document's text, end exclusive."""

    field: str
    value: str
    quote: str
    start: int
    end: int
    sentence: str
    confidence: float
    link: str


class FoundRecord(Frozen):
    """A record with the fields that have some of the words; ``value`` and ``start`` are of what it is about."""

    record: str
    kind: Kind
    value: str
    start: int
    confidence: float
    fields: tuple[FoundField, ...]


class Hit(Frozen):
    """A sentence that was found; ``marks`` are the places of the words, in code points of the document's text."""

    document: str
    source: str
    title: str | None
    published: str | None
    start: int
    end: int
    sentence: str
    marks: tuple[tuple[int, int], ...]
    link: str
    records: tuple[FoundRecord, ...]


def hits(dataset: Dataset, query: Query, answer: Answer) -> Iterator[Hit]:
    """The sentences of an answer: the document of the best one first, then the next; within one, as in the text.

    Raises SealError when the index leads nowhere.
    """
    by_document: dict[str, list[Row]] = {}
    for row in answer.rows:
        by_document.setdefault(row.document, []).append(row)
    for name, rows in by_document.items():
        document, records = _at(dataset, name, rows[0])
        for row in sorted(rows, key=lambda row: row.first):
            yield _hit(document, records, query, row)


def _at(dataset: Dataset, name: str, row: Row) -> tuple[Document, tuple[Record, ...]]:
    lost = SealError(f"{dataset.folder / INDEX}: is not of this data set; remove it and search again")
    try:
        document, records = dataset.at(row.place)
    except (StoreError, ValueError) as error:
        raise lost from error
    if document.id != name:
        raise lost
    return document, records


def _hit(document: Document, records: Sequence[Record], query: Query, row: Row) -> Hit:
    start, end = row.first, row.last
    marks = [(start + first, start + last) for first, last in query.places(document.text[start:end])]
    found = []
    for number, record in enumerate(records):
        if query.kinds:
            fields = list(_having(record, query)) if number in row.records else []
        else:
            fields = list(_read_here(record, query, marks, start, end))
        if fields:
            found.append(_record(document, record, fields))
            marks += _unmarked(fields, marks, start, end)
    return Hit(
        document=document.id,
        source=document.source,
        title=document.title,
        published=document.published,
        start=start,
        end=end,
        sentence=document.text[start:end],
        marks=tuple(sorted(marks)),
        link=link(document, _cited(start, end, sorted(marks))),
        records=tuple(found),
    )


def _having(record: Record, query: Query) -> Iterator[tuple[str, FieldValue]]:
    """The fields of a record that was found which have some of the words; what it is about where none was asked for."""
    if not query.phrases:
        yield named_fields(record)[0]
    for name, field in named_fields(record):
        if any(query.places(text) for text in (field.value, field.text)):
            yield name, field


def _read_here(
    record: Record, query: Query, marks: Sequence[tuple[int, int]], start: int, end: int
) -> Iterator[tuple[str, FieldValue]]:
    """The fields of a record which were read in a sentence that was found, out of some of the words or into them."""
    for name, field in named_fields(record):
        if start <= field.source.start < end and (_touches(field.source, marks) or query.places(field.value)):
            yield name, field


def _touches(source: Source, marks: Sequence[tuple[int, int]]) -> bool:
    return any(source.start < last and first < source.end for first, last in marks)


def _unmarked(
    fields: Sequence[tuple[str, FieldValue]], marks: Sequence[tuple[int, int]], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The places in the sentence of fields whose value alone has the words: a mended or completed name."""
    for _, field in fields:
        source = field.source
        if start <= source.start and source.end <= end and not _touches(source, marks):
            yield source.start, source.end


def _cited(start: int, end: int, marks: Sequence[tuple[int, int]]) -> Source:
    """What the link shows: the first mark in its sentence, or the sentence."""
    first, last = marks[0] if marks else (start, end)
    return Source(start=first, end=last, sentence=(start, end))


def _record(document: Document, record: Record, fields: Sequence[tuple[str, FieldValue]]) -> FoundRecord:
    about = identifying(record)
    return FoundRecord(
        record=record.id,
        kind=record.kind,
        value=about.value,
        start=about.source.start,
        confidence=about.confidence,
        fields=tuple(
            FoundField(
                field=name,
                value=field.value,
                quote=field.text,
                start=field.source.start,
                end=field.source.end,
                sentence=document.text[slice(*field.source.sentence)],
                confidence=field.confidence,
                link=link(document, field.source),
            )
            for name, field in fields
        ),
    )
