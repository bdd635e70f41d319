"""Two data sets side by side: every change between them, document by document; no more than two are held at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.change.changes import (
    Change,
    DocumentChange,
    FactChange,
    FieldChange,
    Number,
    RecordChange,
    Sealed,
    StatedField,
    Summary,
    Unchanged,
)
from pipeline.change.fields import Comparison, Side, spaced
from pipeline.change.pairing import Keyed, paired
from pipeline.export.links import page
from pipeline.records import KINDS, Document, Kind, Record, identifying, named_fields
from pipeline.store.dataset import Dataset

FACTS = ("title", "published", "publisher", "byline", "language", "media_type", "source_url", "announced_by")
"""What is known of a document and told when it changes; when it was fetched and its bytes are not."""

ENOUGH = 8
"""Letters around a value by which its sentence is known again."""


@dataclass(slots=True)
class Changes:
    """The changes from one data set to another; counted on the way, so that the summary is known when they end.

    ``old`` is None when there was no data set before.
    """

    old: Dataset | None
    new: Dataset
    numbers: Counter[tuple[str, str]] = field(default_factory=Counter)
    changed_records: int = 0
    alike: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Change]:
        """The documents of the later data set in its order, then those that are gone. Raises SealError."""
        for change in self._all():
            self.numbers[change.what, change.change] += 1
            yield change

    def summary(self) -> Summary:
        """How many changes of what there were; to be asked when all have been taken."""
        counted = {
            what: Number(**{how: self.numbers[what, how] for how in ("added", "gone", "changed")})
            for what in ("document", "record", "field")
        }
        return Summary(
            before=sealed(self.old) if self.old else None,
            after=sealed(self.new),
            documents=counted["document"],
            records=counted["record"].model_copy(update={"changed": self.changed_records}),
            fields=counted["field"],
            unchanged=Unchanged(**self.alike),
        )

    def _all(self) -> Iterator[Change]:
        former = {document: place for place, document in self.old.outlined()} if self.old else {}
        for place, document in self.new.outlined():
            earlier = former.pop(document, None)
            if earlier is None or self.old is None:
                yield from _came_or_went("added", *self.new.at(place))
            elif self.old.written(earlier) != self.new.written(place):
                yield from self._document(*self.old.at(earlier), *self.new.at(place))
        if self.old is not None:
            for place in former.values():
                yield from _came_or_went("gone", *self.old.at(place))

    def _document(
        self, former: Document, former_records: Sequence[Record], later: Document, later_records: Sequence[Record]
    ) -> Iterator[Change]:
        self.alike["fetched_again"] += former.retrieved_at != later.retrieved_at
        old, new, alike = Side(former, former_records), Side(later, later_records), Counter[str]()
        below = list(self._records(old, new, alike))
        facts = tuple(_facts(former, later))
        if former.version != later.version or facts:
            yield DocumentChange(
                **about(later),
                change="changed",
                published=later.published,
                version_before=former.version,
                version_after=later.version,
                facts=facts,
                records=counts(later_records),
                elsewhere=alike["elsewhere"],
            )
        yield from below
        self.alike += alike

    def _records(self, old: Side, new: Side, alike: Counter[str]) -> Iterator[Change]:
        comparison = Comparison(old, new, alike)
        for former, later in paired(_keyed(old), _keyed(new)):
            if former is None or later is None:
                yield from (_record("gone", old, record) for record in (former,) if record)
                yield from (_record("added", new, record) for record in (later,) if record)
                continue
            self.alike["renumbered"] += former.id != later.id
            differences = list(comparison.differences(former, later))
            self.changed_records += bool(differences)
            for each in differences:
                yield FieldChange(
                    **about(new.document),
                    change=each.how,
                    record=later.id,
                    record_before=former.id,
                    kind=later.kind,
                    of=identifying(later).value,
                    field=each.field,
                    before=each.before,
                    after=each.after,
                )


def _keyed(side: Side) -> list[Keyed[Record]]:
    """Records by id, statement and place, the strongest agreement first.

    What states the same is the same record before what has only the id: ids number what occurs more than once, and the
    second "70 schools" has the id of the first when that is gone.
    """
    keyed = []
    for record in side.records:
        own, stated, place = (record.kind, record.id), side.anchors.statement(record), side.anchors.identity(record)
        keyed.append(Keyed(record, ((own, stated), (own, place), stated, own, place, _around(side, record))))
    return keyed


def _around(side: Side, record: Record) -> tuple[str, str, str] | None:
    """What stands around a date or number in its sentence: "In all 72 groups came" corrects "In all 70 groups came".

    Names are what their record is about: another name in the same sentence is another record. None where there is too
    little around to tell sentences apart, as in a list item.
    """
    if record.kind not in ("date", "count"):
        return None
    source = identifying(record).source
    text, (first, last) = side.document.text, source.sentence
    before, after = spaced(text[first : source.start]), spaced(text[source.end : last])
    return (record.kind, before, after) if sum(map(str.isalpha, before + after)) >= ENOUGH else None


def _came_or_went(how: Literal["added", "gone"], document: Document, records: Sequence[Record]) -> Iterator[Change]:
    """A document that is in one data set alone, then its records."""
    yield DocumentChange(
        **about(document),
        change=how,
        published=document.published,
        version_before=document.version if how == "gone" else None,
        version_after=document.version if how == "added" else None,
        records=counts(records),
    )
    side = Side(document, records)
    yield from (_record(how, side, record) for record in records)


def _record(how: Literal["added", "gone"], side: Side, record: Record) -> RecordChange:
    """A record that is in one data set alone, with its fields."""
    fields = [StatedField(field=name, **side.stated(f).model_dump()) for name, f in named_fields(record)]
    return RecordChange(
        **about(side.document),
        change=how,
        record=record.id,
        kind=record.kind,
        value=identifying(record).value,
        fields=tuple(fields),
    )


def about(document: Document) -> dict[str, Any]:
    """The document that a change is about, as every type of change has it."""
    return {"document": document.id, "source": document.source, "title": document.title, "url": page(document)}


def counts(records: Sequence[Record]) -> dict[Kind, int]:
    """How many records of each kind."""
    found = Counter(record.kind for record in records)
    return {kind: found[kind] for kind in KINDS}


def sealed(dataset: Dataset) -> Sealed:
    """Which data set it is."""
    seal = dataset.seal
    return Sealed(finished=seal.finished, version=seal.version, rules_version=seal.rules_version, files=seal.files)


def _facts(former: Document, later: Document) -> Iterator[FactChange]:
    for name in FACTS:
        before, after = (_fact(getattr(document, name)) for document in (former, later))
        if before != after:
            yield FactChange(field=name, before=before, after=after)


def _fact(value: str | tuple[str, ...] | None) -> str | None:
    return " | ".join(value) if isinstance(value, tuple) else value
