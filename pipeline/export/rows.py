"""What each table says of a document and of a decision, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.anchors import judgements
from pipeline.export.links import link
from pipeline.export.tables import (
    CountRow,
    DateRow,
    DecisionRow,
    DocumentRow,
    Evidence,
    GroupRow,
    MembershipRow,
    OfficialRow,
    PolicyRow,
    Row,
)
from pipeline.records import (
    KINDS,
    CountRecord,
    DateRecord,
    Document,
    FieldValue,
    GroupRecord,
    Kind,
    OfficialRecord,
    PolicyRecord,
    Position,
    Record,
    named_fields,
)
from pipeline.review.decisions import Decision
from pipeline.review.reviewed import Reviewed, reviewers
from pipeline.review.standing import Standing

TABLE_OF: dict[Kind, str] = {
    "group": "groups", "official": "officials", "date": "dates", "count": "counts", "policy": "policies",
}  # fmt: skip


def rows(reviewed: Reviewed) -> Iterator[tuple[str, Row]]:
    """The rows of one document with the names of their tables."""
    document = reviewed.document
    kept = [standing for standing in reviewed.standings if standing.in_tables]
    yield "documents", _document_row(reviewed, [standing.record for standing in kept])
    for standing in kept:
        yield from _record_rows(document, standing)


def decision_row(decision: Decision, source: str | None) -> DecisionRow:
    """The row of one decision; ``source`` is its document's."""
    return DecisionRow(
        decision.id,
        decision.at,
        decision.who,
        decision.what,
        decision.record,
        decision.kind,
        decision.document,
        source,
        _stated(decision.before),
        _stated(decision.after),
        decision.why,
        " ".join(map(str, decision.replaces)),
        decision.undoes,
    )


def _record_rows(document: Document, standing: Standing) -> Iterator[tuple[str, Row]]:
    match standing.record:
        case GroupRecord() as record:
            yield "groups", _group_row(document, record, standing)
            yield from (("memberships", row) for row in _membership_rows(document, record, standing))
        case OfficialRecord() as record:
            positions = record.positions or (None,)
            yield from (("officials", _official_row(document, record, each, standing)) for each in positions)
        case CountRecord() as record:
            yield "counts", _count_row(document, record, standing)
        case DateRecord() as record:
            evidence = _evidence(document, standing, record.text)
            yield "dates", DateRow(record.id, record.value, record.role, 1 + len(record.also), evidence)
        case PolicyRecord() as record:
            evidence = _evidence(document, standing, record.title)
            yield "policies", PolicyRow(record.id, record.title.value, _value(record.date), evidence)


def _document_row(reviewed: Reviewed, records: Sequence[Record]) -> DocumentRow:
    document = reviewed.document
    found = {TABLE_OF[kind]: sum(record.kind == kind for record in records) for kind in KINDS}
    return DocumentRow(
        document.id,
        document.source,
        document.source_url,
        document.announced_by,
        document.title,
        document.published,
        document.publisher,
        " | ".join(document.byline),
        document.language,
        document.media_type,
        document.retrieved_at,
        document.sha256,
        document.version,
        **found,
        reviewed=reviewed.decided,
        to_review=reviewed.to_do,
        read_by=" | ".join(reviewed.read_by),
    )


def _group_row(document: Document, record: GroupRecord, standing: Standing) -> GroupRow:
    return GroupRow(
        record.id,
        record.name.value,
        " | ".join(alias.value for alias in record.aliases),
        _value(record.established),
        len(record.leaders),
        len(record.members),
        _evidence(document, standing, record.name),
    )


def _membership_rows(document: Document, record: GroupRecord, standing: Standing) -> Iterator[MembershipRow]:
    for role, schools in (("leader", record.leaders), ("member", record.members)):
        for school in schools:
            evidence = _evidence(document, standing, school)
            yield MembershipRow(record.id, record.name.value, school.value, role, evidence)


def _official_row(
    document: Document, record: OfficialRecord, position: Position | None, standing: Standing
) -> OfficialRow:
    return OfficialRow(
        record.id,
        record.name.value,
        record.name.text,
        position.title.value if position else None,
        _value(position.organisation) if position else None,
        position.category if position else None,
        _evidence(document, standing, position.title if position else record.name),
    )


def _count_row(document: Document, record: CountRecord, standing: Standing) -> CountRow:
    return CountRow(
        record.id,
        record.value,
        record.upper,
        _value(record.unit),
        record.measure,
        record.modifier,
        record.status,
        _value(record.scope),
        _value(record.as_of),
        1 + len(record.also),
        _evidence(document, standing, record.text),
    )


def _evidence(document: Document, standing: Standing, field: FieldValue) -> Evidence:
    first, last = field.source.sentence
    return Evidence(
        quote=field.text,
        value=field.value,
        sentence=document.text[first:last],
        start=field.source.start,
        end=field.source.end,
        document=document.id,
        document_title=document.title,
        source=document.source,
        confidence=field.confidence,
        rule=field.rule,
        flags=" ".join(dict.fromkeys((*standing.record.flags, *field.flags))),
        link=link(document, field.source),
        review=standing.status,
        reviewed_by=" | ".join(reviewers(standing)),
    )


def _value(field: FieldValue | None) -> str | None:
    return field.value if field else None


def _stated(record: Record | None) -> str | None:
    """What a record states in one cell, ``name: A Group | leaders: B School``, and what was judged beside it."""
    if record is None:
        return None
    fields = [f"{name}: {field.value}" for name, field in named_fields(record)]
    judged = [f"{name}: {value}" for name, value in judgements(record) if value is not None]
    return " | ".join([*fields, *judged])
