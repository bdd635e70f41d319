"""The records of two witnesses that are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.identity.keys import HAN, key
from pipeline.identity.names import alike, compatible, contradict
from pipeline.identity.pairing import How, Pair, paired
from pipeline.identity.people import in_pinyin, person
from pipeline.identity.rendering import covered, rendered, spoiled
from pipeline.identity.testimony import Testimony
from pipeline.records import (
    Basis,
    CountRecord,
    DateRecord,
    FieldValue,
    Frozen,
    GroupRecord,
    OfficialRecord,
    Record,
    identifying,
)

BY_VALUE = 0.9
"""How sure it is that two dates or numbers of one value, in two witnesses, are one."""
MENDED = "mended-from-original"
"""The flag of a translated name that is given as its original has it."""
SPOILED = frozenset({"translation-artefact", "spelling-variant"})


class Mended(Frozen):
    """A translated name as its original has it. ``basis`` stands in ``document``, the original."""

    value: str
    flags: tuple[str, ...] = (MENDED,)
    document: str
    basis: Basis


class Link(Frozen):
    """Two fields of two documents that are one; records and texts in the order of the documents."""

    records: tuple[str, str]
    field: str
    texts: tuple[str, str]
    values: tuple[str, str]
    confidence: float
    how: How
    mended: Mended | None = None


def _forms(group: GroupRecord) -> list[str]:
    return [field.value for field in (group.name, *group.aliases)]


def groups_alike(a: GroupRecord, b: GroupRecord) -> float:
    """How surely two groups are one, 0 to 1: by any two of their printed names."""
    return max(alike(first, second) for first in _forms(a) for second in _forms(b))


def groups_fit(a: GroupRecord, b: GroupRecord) -> bool:
    """Whether order may link two groups: their numbers, kinds and levels do not differ."""
    return any(_names_fit(first, second) for first in _forms(a) for second in _forms(b))


def people_alike(a: OfficialRecord, b: OfficialRecord) -> float:
    """How surely two people are one, 0 to 1."""
    return person(a.name.value, b.name.value)


def people_fit(a: OfficialRecord, b: OfficialRecord) -> bool:
    """Whether order may link two people: only where one name is spelt by the sounds of another language than pinyin."""
    latin = [name for name in (a.name.value, b.name.value) if not HAN.search(name)]
    return "·" in a.name.value + b.name.value or (len(latin) == 1 and not in_pinyin(latin[0]))


def schools(group: GroupRecord) -> list[FieldValue]:
    """The leaders and members of a group, in the order of the text."""
    return sorted((*group.leaders, *group.members), key=lambda field: field.source.start)


def _schools_alike(a: FieldValue, b: FieldValue) -> float:
    return alike(a.value, b.value)


def _schools_fit(a: FieldValue, b: FieldValue) -> bool:
    return _names_fit(a.value, b.value)


def _names_fit(first: str, second: str) -> bool:
    return compatible(key(first), key(second)) and not contradict(first, second)


def group_links(a: Testimony, b: Testimony, pairs: Sequence[Pair]) -> Iterator[Link]:
    """Groups that are one, with those of their schools that are."""
    for pair in pairs:
        first, second = a.groups[pair.first], b.groups[pair.second]
        yield _link(a, b, (first, second), "name", (first.name, second.name), pair)
        ours, theirs = schools(first), schools(second)
        for school in paired(ours, theirs, _schools_alike, _schools_fit):
            yield _link(a, b, (first, second), "school", (ours[school.first], theirs[school.second]), school)


def official_links(a: Testimony, b: Testimony, pairs: Sequence[Pair]) -> Iterator[Link]:
    """People who are one."""
    for pair in pairs:
        first, second = a.officials[pair.first], b.officials[pair.second]
        yield _link(a, b, (first, second), "name", (first.name, second.name), pair)


def fact_links(a: Testimony, b: Testimony) -> Iterator[Link]:
    """Dates and numbers of one value; of several of one value, the first with the first."""
    for ours, theirs in ((a.dates, b.dates), (a.counts, b.counts)):
        free: dict[object, list[Record]] = defaultdict(list)
        for record in theirs:
            free[_stated(record)].append(record)
        for record in ours:
            if left := free[_stated(record)]:
                other = left.pop(0)
                pair = Pair(0, 0, BY_VALUE, "value")
                yield _link(a, b, (record, other), "text", (identifying(record), identifying(other)), pair)


def _stated(record: Record) -> object:
    match record:
        case DateRecord():
            return record.value
        case CountRecord():
            return record.measure, float(record.value), record.upper
        case _:
            return record.id


def _link(
    a: Testimony,
    b: Testimony,
    records: tuple[Record, Record],
    field: str,
    fields: tuple[FieldValue, FieldValue],
    pair: Pair,
) -> Link:
    return Link(
        records=(records[0].id, records[1].id),
        field=field,
        texts=(fields[0].text, fields[1].text),
        values=(fields[0].value, fields[1].value),
        confidence=pair.confidence,
        how=pair.how,
        mended=_mended(a, b, *fields) if records[0].kind == "group" and pair.how == "name" else None,
    )


def _mended(a: Testimony, b: Testimony, first: FieldValue, second: FieldValue) -> Mended | None:
    """A spoiled translation as the original has it; None for a sound one, and where neither is Chinese."""
    if bool(HAN.search(first.value)) == bool(HAN.search(second.value)):
        return None
    original, source, translated = (first, a, second) if HAN.search(first.value) else (second, b, first)
    if not (SPOILED & set(translated.flags) or spoiled(translated.value)):
        return None
    value = rendered(original.value, translated.value)
    if value == translated.value or not covered(original.value, translated.value):
        return None
    place = original.source
    basis = Basis(start=place.start, end=place.end, why=f"the original's name is {original.text}")
    return Mended(value=value, document=source.id, basis=basis)
