"""Counts over time: what is said of one unit, each statement a point."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.plural import plural
from pipeline.records import CountRecord
from pipeline.report import figures
from pipeline.report.gather import Gathered
from pipeline.report.parts import Cell, Cited, Figure, Row, Section, Table, cut
from pipeline.report.times import drawn

UNITS = 8
"""So many units are drawn, those of which most is said."""
POINTS = 60
"""So many points a unit at most; those of subjects counted at several dates come first."""
STATUSES = ("actual", "planned")
"""Each has its colour."""
DRAWN = ("count", "percent")
"""The measures that are drawn; amounts of money and lengths are of too many different things."""
MODIFIERS = {"exact": "", "over": "over ", "under": "under ", "about": "about "}
PLURAL = re.compile(r"(?<=[a-z]{3})s$")


@dataclass(frozen=True, slots=True)
class Stated:
    """One number of a unit, with the day that it holds for and what it is about."""

    record: CountRecord
    day: str
    when: str
    whose: str
    """The day's origin: ``stated`` in the text, or ``published``, the day of the document."""
    subject: str
    """What it is about, for comparison; empty when that is not said."""


def unit(record: CountRecord) -> str | None:
    """What is counted, for comparison: case and the plural aside; None when it is not said.

    >>> PLURAL.sub("", "schools"), PLURAL.sub("", "集团")
    ('school', '集团')
    """
    if record.unit is None:
        return None
    return PLURAL.sub("", record.unit.value.casefold()) + (" (%)" if record.measure == "percent" else "")


def said(record: CountRecord) -> str:
    """The number as a reader expects it."""
    upper = f"–{record.upper:,g}" if record.upper is not None else ""
    return f"{MODIFIERS[record.modifier]}{record.value:,.10g}{upper}{'%' if record.measure == 'percent' else ''}"


def counts(found: Gathered) -> Section:
    """Counts of the units of which most is said."""
    of_unit = _by_unit(found)
    every = sum(map(len, of_unit.values()))
    if not every:
        return Section("counts", "Counts over time", ("No number with a unit and a date is stated.",))
    chosen = sorted(of_unit.items(), key=lambda item: (-len(item[1]), item[0]))[:UNITS]
    named = Counter(record.measure for record in found.counts).most_common()
    text = (
        f"Numbers stated: {', '.join(f'{name} {n:,}' for name, n in named)}. Those of "
        f"reprints are left out. {every:,} counts and percentages have a unit and a date, of {len(of_unit)} units. "
        f"Drawn are the {len(chosen)} units of which most is said. A number without a date of its own stands at its "
        "document's day of publication. Lines join the numbers of a subject of which one is stated at each of several "
        "dates; a scale is logarithmic where values span more than fiftyfold.",
    )
    drawings, blocks = [], []
    for number, (_, statements) in enumerate(chosen, 1):
        own = _foremost(statements)
        name = Counter(each.record.unit.value for each in statements if each.record.unit).most_common(1)[0][0]
        name += " (%)" if statements[0].record.measure == "percent" else ""
        anchors = [f"count-{number}-{at}" for at in range(1, len(own) + 1)]
        joined = _joined(own)
        marks = [_point(each, anchor, joined) for each, anchor in zip(own, anchors, strict=True)]
        caption = f"{name}: {len(own)} of {plural(len(statements), 'statement')}."
        drawings.append(Figure(figures.points(marks, name, caption, STATUSES), caption, narrow=True))
        rows = [_row(each, anchor) for each, anchor in zip(own, anchors, strict=True)]
        block = cut(f"unit-{number}", caption, rows, len(rows))
        blocks.append(block)
    columns = ("Number", "Of what", "At", "Status")
    return Section("counts", "Counts over time", text, tuple(drawings), (Table(columns, tuple(blocks), "Counts"),))


def _by_unit(found: Gathered) -> dict[str, list[Stated]]:
    of: defaultdict[str, list[Stated]] = defaultdict(list)
    for record in found.counts:
        name = unit(record)
        own, published = record.as_of, found.papers[record.document].published
        when, whose = (own.value, "stated") if own and drawn(own.value) else (published, "published")
        day = drawn(when)
        if name and day and when and record.measure in DRAWN:
            of[name].append(Stated(record, day, when, whose, found.subjects.of(record)))
    return of


def _foremost(statements: Sequence[Stated]) -> list[Stated]:
    """At most ``POINTS`` of them, subjects counted at several dates and the latest first; by subject and day."""
    days: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        days[statement.subject].add(statement.day)
    latest = sorted(statements, key=lambda s: s.day, reverse=True)
    chosen = sorted(latest, key=lambda s: -len(days[s.subject]) if s.subject else 0)[:POINTS]
    return sorted(chosen, key=lambda s: (s.record.scope.value if s.record.scope else "", s.day))


def _joined(statements: Sequence[Stated]) -> frozenset[str]:
    """The subjects of which one number is stated at each of several dates."""
    days: defaultdict[str, list[str]] = defaultdict(list)
    for statement in statements:
        if statement.subject and statement.record.status == "actual":
            days[statement.subject].append(statement.day)
    return frozenset(subject for subject, own in days.items() if len(own) == len(set(own)) > 1)


def _point(stated: Stated, anchor: str, joined: frozenset[str]) -> figures.Point:
    record = stated.record
    scope = record.scope.value if record.scope else ""
    series = stated.subject if stated.subject in joined and record.status == "actual" else ""
    says = f"{said(record)} {record.unit.value if record.unit else ''}, {scope or 'no subject'}, {stated.when}"
    return figures.Point(stated.day, float(record.value), series, record.status, anchor, says)


def _row(stated: Stated, anchor: str) -> Row:
    record = stated.record
    when = stated.when if stated.whose == "stated" else f"{stated.when} (published)"
    scope = record.scope.value if record.scope else ""
    return Row(
        (Cell(said(record)), Cell(scope), Cell(when), Cell(record.status)),
        (Cited(record.document, record.text),),
        anchor,
    )
