"""Records without what is less sure than asked for: a trade of recall for precision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.records import (
    CountRecord,
    DateRecord,
    FieldValue,
    GroupRecord,
    OfficialRecord,
    PolicyRecord,
    Record,
    identifying,
)


def confident(records: Iterable[Record], least: float) -> Iterator[Record]:
    """The records whose identifying field is at least so sure, each without its fields that are not.

    A confidence runs from 0 to 1. An official without a sure title is none.
    """
    for record in records:
        if identifying(record).confidence >= least and (kept := _without_unsure(record, least)) is not None:
            yield kept


def _without_unsure(record: Record, least: float) -> Record | None:
    def sure(field: FieldValue | None) -> bool:
        return field is not None and field.confidence >= least

    match record:
        case GroupRecord():
            lists = {name: tuple(filter(sure, getattr(record, name))) for name in ("aliases", "leaders", "members")}
            established = record.established if sure(record.established) else None
            return record.model_copy(update={**lists, "established": established})
        case OfficialRecord():
            positions = tuple(
                each
                if each.organisation is None or sure(each.organisation)
                else each.model_copy(update={"organisation": None})
                for each in record.positions
                if sure(each.title)
            )
            return record.model_copy(update={"positions": positions}) if positions else None
        case CountRecord():
            fields = {name: getattr(record, name) for name in ("unit", "scope", "as_of")}
            return record.model_copy(update={name: field if sure(field) else None for name, field in fields.items()})
        case PolicyRecord():
            return record if sure(record.date) else record.model_copy(update={"date": None})
        case DateRecord():
            return record
