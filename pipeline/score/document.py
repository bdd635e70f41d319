"""One document's records against its gold, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.records import (
    CountRecord,
    DateRecord,
    Document,
    FieldValue,
    GroupRecord,
    OfficialRecord,
    PolicyRecord,
    Record,
)
from pipeline.score.alike import norm, overlap, same_title, same_unit
from pipeline.score.gold import Gold, GoldCount, GoldDate, GoldGroup
from pipeline.score.tally import Found, Place, Tally, Wanted


def score_document(tally: Tally, name: str, gold: Gold, document: Document | None, records: Sequence[Record]) -> None:
    """Add one document to the tally; ``document`` is None when the run has none for this gold."""
    place = Place(name, document)
    _groups(tally, place, gold, [r for r in records if isinstance(r, GroupRecord)])
    _officials(tally, place, gold, [r for r in records if isinstance(r, OfficialRecord)])
    _dates(tally, place, gold, [r for r in records if isinstance(r, DateRecord)])
    _counts(tally, place, gold, [r for r in records if isinstance(r, CountRecord)])
    _policies(tally, place, gold, [r for r in records if isinstance(r, PolicyRecord)])


def _groups(tally: Tally, place: Place, gold: Gold, records: list[GroupRecord]) -> None:
    pairs = tally.match(
        "group",
        place,
        [Wanted(g, g.name, g.name) for g in gold.groups],
        [Found(r, r.name.text, r.name) for r in records],
        [
            lambda g, p: norm(g.name) == norm(p.name.text),
            lambda g, p: norm(p.name.text) in _gold_forms(g),
            lambda g, p: bool(_gold_forms(g) & _printed_forms(p)),
        ],
    )
    for g, p in pairs:
        tally.attribute("group: name chosen", norm(p.name.text) == norm(g.name))
        if g.aliases or p.aliases:
            tally.attribute("group: aliases", _gold_forms(g) == _printed_forms(p))
        if g.established or p.established:
            tally.attribute("group: established", g.established == _value(p.established))
    names = {id(p): norm(g.name) for g, p in pairs}
    leaders = [(r, leader) for r in records for leader in r.leaders]
    members = [(r, member) for r in records for member in r.members]
    wanted_leaders = [_school(g, school) for g in gold.groups for school in g.leaders]
    wanted_members = [_school(g, school) for g in gold.groups for school in g.members]
    tally.match("leader", place, wanted_leaders, list(_found_schools(leaders, names)), [_equal])
    tally.match("member", place, wanted_members, list(_found_schools(members, names)), [_equal])


def _school(group: GoldGroup, school: str) -> Wanted[tuple[str, str]]:
    return Wanted((norm(group.name), norm(school)), f"{group.name} > {school}", school)


def _found_schools(
    schools: list[tuple[GroupRecord, FieldValue]], names: dict[int, str]
) -> Iterator[Found[tuple[str, str]]]:
    """A school counts with its group: under the gold's name when the group was matched, under a foreign one if not."""
    for group, school in schools:
        key = names.get(id(group), "?" + norm(group.name.text))
        yield Found((key, norm(school.text)), f"{group.name.text} > {school.text}", school)


def _officials(tally: Tally, place: Place, gold: Gold, records: list[OfficialRecord]) -> None:
    pairs = tally.match(
        "official",
        place,
        [Wanted(g, g.name, g.name) for g in gold.officials],
        [Found(r, r.name.text, r.name) for r in records],
        [lambda g, p: norm(g.name) == norm(p.name.text)],
    )
    names = {id(p): norm(g.name) for g, p in pairs}
    wanted = [
        Wanted(
            (norm(official.name), norm(p.title), norm(p.organisation), p.category),
            _shown_position(official.name, p.title, p.organisation),
            p.title,
        )
        for official in gold.officials
        for p in official.positions
    ]
    found = [
        Found(
            (names.get(id(r), "?" + norm(r.name.text)), norm(p.title.text), norm(_text(p.organisation)), p.category),
            _shown_position(r.name.text, p.title.text, _text(p.organisation)),
            p.title,
        )
        for r in records
        for p in r.positions
    ]
    for g, f in tally.match("position", place, wanted, found, [lambda a, b: a[:3] == b[:3]]):
        tally.attribute("position: category", g[3] == f[3])


def _shown_position(name: str, title: str, organisation: str | None) -> str:
    return f"{name} | {title} | {organisation or '-'}"


def _dates(tally: Tally, place: Place, gold: Gold, records: list[DateRecord]) -> None:
    def same_words(g: GoldDate, p: DateRecord) -> bool:
        return g.value == p.value and norm(g.text) == norm(p.text.text)

    def touching(g: GoldDate, p: DateRecord) -> bool:
        return g.value == p.value and overlap(g.text, p.text.text)

    wanted = [Wanted(g, f"{g.text} = {g.value}", g.text) for g in gold.dates]
    found = [Found(r, f"{r.text.text} = {r.value}", r.text) for r in records]
    tally.match("date", place, wanted, found, [same_words, touching])


def _counts(tally: Tally, place: Place, gold: Gold, records: list[CountRecord]) -> None:
    def same_unit_words(g: GoldCount, p: CountRecord) -> bool:
        return _same_count(g, p) and norm(g.unit) == norm(_text(p.unit))

    def same_words(g: GoldCount, p: CountRecord) -> bool:
        return same_unit_words(g, p) and norm(g.text) == norm(p.text.text)

    wanted = [Wanted(g, f"{g.text} = {g.value} [{g.unit or ''}] {g.kind}", g.text) for g in gold.counts]
    found = [Found(r, f"{r.text.text} = {r.value} [{_text(r.unit) or ''}] {r.measure}", r.text) for r in records]
    for g, p in tally.match("count", place, wanted, found, [same_words, same_unit_words, _same_count]):
        tally.attribute("count: modifier", g.modifier == p.modifier)
        tally.attribute("count: status", g.status == p.status)
        if g.scope or p.scope:
            tally.attribute("count: scope", norm(g.scope) == norm(_text(p.scope)))
        if g.as_of or p.as_of:
            tally.attribute("count: as_of", g.as_of == _value(p.as_of))


def _same_count(g: GoldCount, p: CountRecord) -> bool:
    """Value and measure, overlapping texts, units with the same head."""
    tolerance = 0.01 if g.kind == "percent" else 1e-6 * max(1, abs(g.value))
    return (
        abs(g.value - p.value) <= tolerance
        and g.kind == p.measure
        and overlap(g.text, p.text.text)
        and same_unit(g.unit, _text(p.unit))
    )


def _policies(tally: Tally, place: Place, gold: Gold, records: list[PolicyRecord]) -> None:
    wanted = [Wanted(title, title, title) for title in gold.policies]
    found = [Found(r.title.text, r.title.text, r.title) for r in records]
    tally.match("policy", place, wanted, found, [lambda g, p: norm(g) == norm(p), same_title])


def _gold_forms(group: GoldGroup) -> set[str]:
    return {norm(form) for form in (group.name, *group.aliases)}


def _printed_forms(record: GroupRecord) -> set[str]:
    return {norm(form.text) for form in (record.name, *record.aliases)} - {""}


def _text(field: FieldValue | None) -> str | None:
    return field.text if field else None


def _value(field: FieldValue | None) -> str | None:
    return field.value if field else None


def _equal(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return a == b
