"""What each table says of a document, of an entity and of a decision, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.anchors import judgements
from pipeline.export.across import ConflictRow, DecisionRow, EntityRow, JudgementRow, MentionRow
from pipeline.export.links import link
from pipeline.export.stated import (
    CountRow,
    DateRow,
    DocumentRow,
    Evidence,
    GroupRow,
    MembershipRow,
    OfficialRow,
    PolicyRow,
    PositionRow,
)
from pipeline.export.tables import Row
from pipeline.identity.conflicts import Place, place
from pipeline.identity.entities import Entity
from pipeline.identity.judging import Judgement
from pipeline.identity.linking import Links
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
    identifying,
    named_fields,
)
from pipeline.review.decisions import Decision
from pipeline.review.reviewed import Reviewed, reviewers
from pipeline.review.standing import Standing

TABLE_OF: dict[Kind, str] = {
    "group": "groups", "official": "officials", "date": "dates", "count": "counts", "policy": "policies",
}  # fmt: skip
NAMING = {
    "group": frozenset({"name", "aliases", "leaders", "members"}), "official": frozenset({"name", "organisation"}),
}  # fmt: skip
"""The fields of records that name an entity."""


def rows(reviewed: Reviewed, links: Links) -> Iterator[tuple[str, Row]]:
    """The rows of one document with the names of their tables."""
    document = reviewed.document
    kept = [standing for standing in reviewed.standings if standing.in_tables]
    yield "documents", _document_row(reviewed, [standing.record for standing in kept], links)
    named = links.named_in(document.id)
    for standing in kept:
        yield from _Rows(document, standing, links, named).all()


def entity_row(entity: Entity, links: Links) -> EntityRow:
    """The row of one entity."""
    where = entity.where
    documents, mentions = links.spread(entity)
    return EntityRow(
        entity.id,
        entity.kind,
        entity.name,
        " | ".join(entity.names),
        where.division.name if where else None,
        where.division.code if where else None,
        where.division.level if where else None,
        where.basis if where else None,
        where.quote if where else None,
        entity.said_in,
        documents,
        mentions,
    )


def judgement_row(each: Judgement) -> JudgementRow:
    """The row of one judgement."""
    return JudgementRow(each.first, each.second, each.verdict, each.score, each.reason, each.author, each.at)


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


def _document_row(reviewed: Reviewed, records: Sequence[Record], links: Links) -> DocumentRow:
    document = reviewed.document
    found = {TABLE_OF[kind]: sum(record.kind == kind for record in records) for kind in KINDS}
    return DocumentRow(
        document.id,
        document.source,
        document.source_url,
        document.announced_by,
        links.reprints.get(document.id),
        links.reprints.get(document.id, document.id),
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


class _Rows:
    """The rows of one record of a document."""

    def __init__(self, document: Document, standing: Standing, links: Links, named: Mapping[Place, str]) -> None:
        self.document, self.standing, self.links, self.named = document, standing, links, named

    def all(self) -> Iterator[tuple[str, Row]]:
        """Every row that the record gives, with the name of its table."""
        record = self.standing.record
        match record:
            case GroupRecord():
                yield "groups", self._group(record)
                yield from (("memberships", row) for row in self._memberships(record))
            case OfficialRecord():
                positions = record.positions or (None,)
                yield from (("officials", self._official(record, each)) for each in positions)
                posts = enumerate(record.positions, 1)
                yield from (("positions", self._position(record, number, each)) for number, each in posts)
            case CountRecord():
                yield "counts", self._count(record)
            case DateRecord():
                evidence = self._evidence(record.text)
                yield "dates", DateRow(record.id, record.value, record.role, 1 + len(record.also), evidence)
            case PolicyRecord():
                evidence = self._evidence(record.title)
                yield "policies", PolicyRow(record.id, record.title.value, _value(record.date), evidence)
        yield from (("mentions", row) for row in self._mentions(record))
        yield from (("conflicts", row) for row in self._conflicts(record))

    def _group(self, record: GroupRecord) -> GroupRow:
        return GroupRow(
            record.id,
            self._entity(record, "name", record.name),
            record.name.value,
            " | ".join(alias.value for alias in record.aliases),
            _value(record.established),
            len(record.leaders),
            len(record.members),
            self._evidence(record.name),
        )

    def _memberships(self, record: GroupRecord) -> Iterator[MembershipRow]:
        group = self._entity(record, "name", record.name)
        for role, field, schools in (("leader", "leaders", record.leaders), ("member", "members", record.members)):
            for school in schools:
                entity = self._entity(record, field, school)
                name, evidence = record.name.value, self._evidence(school)
                yield MembershipRow(record.id, group, name, entity, school.value, role, evidence)

    def _official(self, record: OfficialRecord, position: Position | None) -> OfficialRow:
        return OfficialRow(
            record.id,
            self._entity(record, "name", record.name),
            record.name.value,
            record.name.text,
            position.title.value if position else None,
            _value(position.organisation) if position else None,
            position.category if position else None,
            self._evidence(position.title if position else record.name),
        )

    def _position(self, record: OfficialRecord, number: int, position: Position) -> PositionRow:
        body = position.organisation
        return PositionRow(
            record.id,
            number,
            self._entity(record, "name", record.name),
            record.name.value,
            position.title.value,
            self._entity(record, "organisation", body) if body else None,
            _value(body),
            body.text if body else None,
            body.source.start if body else None,
            body.source.end if body else None,
            position.category,
            self._evidence(position.title),
        )

    def _count(self, record: CountRecord) -> CountRow:
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
            self._evidence(record.text),
        )

    def _mentions(self, record: Record) -> Iterator[MentionRow]:
        for name, field in named_fields(record):
            if name in NAMING.get(record.kind, ()):
                yield MentionRow(self._entity(record, name, field), record.id, name, self._evidence(field))

    def _conflicts(self, record: Record) -> Iterator[ConflictRow]:
        for each in self.links.conflicts.get(record.id, ()):
            said, field = _said(record, each.about)
            published, evidence = self.document.published, self._evidence(field)
            yield ConflictRow(each.id, each.about, each.entity, each.subject, said, published, record.id, evidence)

    def _entity(self, record: Record, name: str, field: FieldValue) -> str:
        return self.named[place(record.id, name, field)]

    def _evidence(self, field: FieldValue) -> Evidence:
        document, standing = self.document, self.standing
        first, last = field.source.sentence
        return Evidence(
            quote=field.text,
            value=field.value,
            sentence=document.text[first:last],
            start=field.source.start,
            end=field.source.end,
            document=document.id,
            original=self.links.reprints.get(document.id, document.id),
            document_title=document.title,
            source=document.source,
            confidence=field.confidence,
            rule=field.rule,
            flags=" ".join(dict.fromkeys((*standing.record.flags, *field.flags))),
            link=link(document, field.source),
            review=standing.status,
            reviewed_by=" | ".join(reviewers(standing)),
        )


def _said(record: Record, about: str) -> tuple[str, FieldValue]:
    """What a record says of what is in conflict, and the field that says so."""
    if isinstance(record, GroupRecord) and about == "leader":
        return " | ".join(leader.value for leader in record.leaders), record.leaders[0]
    if isinstance(record, GroupRecord) and record.established:
        return record.established.value, record.established
    if isinstance(record, CountRecord):
        upper = f"-{record.upper}" if record.upper is not None else ""
        return f"{record.value}{upper}", record.text
    return identifying(record).value, identifying(record)


def _value(field: FieldValue | None) -> str | None:
    return field.value if field else None


def _stated(record: Record | None) -> str | None:
    """What a record states in one cell, ``name: A Group | leaders: B School``, and what was judged beside it."""
    if record is None:
        return None
    fields = [f"{name}: {field.value}" for name, field in named_fields(record)]
    judged = [f"{name}: {value}" for name, value in judgements(record) if value is not None]
    return " | ".join([*fields, *judged])
