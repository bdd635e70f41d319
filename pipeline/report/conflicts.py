"""What statements of one thing say differently: listed side by side, and nothing is decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from pipeline.identity.mentions import ONE
from pipeline.identity.names import alike
from pipeline.plural import plural
from pipeline.records import CountRecord, FieldValue, GroupRecord
from pipeline.report import figures
from pipeline.report.counts import DRAWN, said, unit
from pipeline.report.gather import Gathered
from pipeline.report.groups import Group, all_groups
from pipeline.report.parts import Block, Cell, Cited, Figure, Row, Section, Table, cut

About = Literal["leaders", "founding dates", "counts"]
MEANING: dict[About, str] = {
    "leaders": "two statements of who leads one group that have no school in common",
    "founding dates": "two founding dates of one group that cannot both be right",
    "counts": "two numbers of one unit and one subject at one date, in two documents",
}
SHOWN = 50
"""So many conflicts of each kind."""
SIDES = 6
"""So many statements of a conflict."""
MARGIN = 0.1
"""How far a number may be from one that is about it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One statement of a conflict."""

    says: str
    cited: Cited
    about: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all be right, or that a reader should look at."""

    about: About
    of: str
    sides: tuple[Side, ...]


def conflicts(found: Gathered) -> Section:
    """Every conflict by its kind."""
    known = [*_of_groups(all_groups(found)), *_of_counts(found)]
    meant = "; ".join(f"{name} ({meaning})" for name, meaning in MEANING.items())
    text = [f"Statements that cannot all be right, side by side; nothing is decided. Compared are {meant}."]
    if not known:
        return Section("conflicts", "Conflicts", (*text, "There are none."))
    by_kind: defaultdict[About, list[Conflict]] = defaultdict(list)
    for conflict in known:
        by_kind[conflict.about].append(conflict)
    marks, tables = [], []
    for at, about in enumerate((about for about in MEANING if about in by_kind), 1):
        own = by_kind[about]
        marks.append(figures.Bar(about, len(own), f"conflict-{at}-1", f"{about}: {plural(len(own), 'conflict')}"))
        blocks = [_block(found, f"conflict-{at}-{number}", each) for number, each in enumerate(own[:SHOWN], 1)]
        left = len(own) - len(blocks)
        if left:
            blocks[-1] = Block(blocks[-1].id, blocks[-1].heading, blocks[-1].rows, left)
        tables.append(Table(("Stated", "Of", "Published"), tuple(blocks), f"Conflicting {about}"))
    caption = f"Conflicts by kind: {len(known)} in {plural(len(found.papers), 'document')}."
    return Section(
        "conflicts",
        "Conflicts",
        tuple(text),
        (Figure(figures.bars(marks, "conflicts", caption), caption),),
        tuple(tables),
    )


def at_odds(first: CountRecord, second: CountRecord) -> bool:
    """Whether two numbers cannot both be right, as far as "over", "under" and "about" allow."""
    for a, b in ((first, second), (second, first)):
        low, high = b.value, b.upper if b.upper is not None else b.value
        fits = {
            "exact": low <= a.value <= high,
            "over": high >= a.value,
            "under": low <= a.value,
            "about": abs(low - a.value) <= MARGIN * abs(a.value),
        }
        if fits[a.modifier]:
            return False
    return True


def _of_groups(known: Sequence[Group]) -> Iterator[Conflict]:
    for group in known:
        leading = [record for record in group.records if record.leaders]
        differing = _differing(leading, lambda a, b: not _share(a.leaders, b.leaders))
        if differing:
            yield Conflict("leaders", group.entity.name, tuple(_leader_side(each) for each in differing))
        founded = [record for record in group.records if record.established]
        differing = _differing(founded, _other_founding)
        if differing:
            yield Conflict("founding dates", group.entity.name, tuple(_founding_side(each) for each in differing))


def _differing(records: Sequence[GroupRecord], differ: Callable[[GroupRecord, GroupRecord], bool]) -> list[GroupRecord]:
    """Those that differ from another one, in their order."""
    found = {record.id: record for pair in combinations(records, 2) if differ(*pair) for record in pair}
    return [record for record in records if record.id in found]


def _share(first: Sequence[FieldValue], second: Sequence[FieldValue]) -> bool:
    return any(a.value == b.value or alike(a.value, b.value) >= ONE for a in first for b in second)


def _other_founding(first: GroupRecord, second: GroupRecord) -> bool:
    """Whether two dates differ where both say something: 2022 and 2022-07 do not."""
    one, other = (record.established.value if record.established else "" for record in (first, second))
    return not (one.startswith(other) or other.startswith(one) or "X" in one + other or "/" in one + other)


def _leader_side(record: GroupRecord) -> Side:
    said = "; ".join(dict.fromkeys(field.value for field in record.leaders))
    return Side(said, Cited(record.document, record.leaders[0]), record.name.value)


def _founding_side(record: GroupRecord) -> Side:
    founded = record.established or record.name
    return Side(founded.value, Cited(record.document, founded), record.name.value)


def _of_counts(found: Gathered) -> Iterator[Conflict]:
    """Numbers of one unit and subject at the date stated; without one, at the day on which their documents appeared.

    Within one document such numbers are mostly of parts and wholes; these are left alone.
    """
    alike_in: defaultdict[tuple[str, ...], list[CountRecord]] = defaultdict(list)
    for record in found.counts:
        name, published = unit(record), found.papers[record.document].published
        when = ("stated", record.as_of.value) if record.as_of else ("published", published or "")
        subject = found.subjects.proper(record)
        if name and subject and when[1] and record.measure in DRAWN:
            alike_in[name, subject, record.measure, record.status, *when].append(record)
    for (*_, day), records in alike_in.items():
        pairs = [
            pair for pair in combinations(records[:SHOWN], 2) if pair[0].document != pair[1].document and at_odds(*pair)
        ]
        differing = {record.id: record for pair in pairs for record in pair}
        if differing:
            sides = tuple(_count_side(each) for each in differing.values())
            counted = records[0].unit.value if records[0].unit else ""
            yield Conflict("counts", f"{counted}, {sides[0].about}, {day}", sides)


def _count_side(record: CountRecord) -> Side:
    return Side(said(record), Cited(record.document, record.text), record.scope.value if record.scope else "")


def _block(found: Gathered, anchor: str, conflict: Conflict) -> Block:
    rows = [
        Row((Cell(side.says), Cell(side.about), Cell(found.papers[side.cited.document].published or "")), (side.cited,))
        for side in conflict.sides
    ]
    return cut(anchor, conflict.of, rows, SIDES)
