"""Groups by city and size: what is one group across documents counts once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.identity.entities import Entity
from pipeline.identity.places import Division
from pipeline.plural import plural
from pipeline.records import GroupRecord
from pipeline.report import figures
from pipeline.report.gather import Gathered
from pipeline.report.parts import Cell, Cited, Figure, Row, Section, Table, cut, share
from pipeline.report.regions import UNKNOWN, city, label

SIZES = (
    (0, 0, "none named"),
    (1, 3, "1–3"),
    (4, 6, "4–6"),
    (7, 10, "7–10"),
    (11, 20, "11–20"),
    (21, None, "21 and more"),
)
"""Classes of size, by the number of schools; the last one is open."""
CITIES = 30
LISTED = 400


@dataclass(frozen=True, slots=True)
class Group:
    """One group, with the records of it; ``fullest`` is the one that names most schools."""

    entity: Entity
    records: tuple[GroupRecord, ...]

    @property
    def fullest(self) -> GroupRecord:
        """The record that names most schools."""
        return max(self.records, key=size)

    @property
    def city(self) -> Division | None:
        """Where it lies, as far as that is stated."""
        return city(self.entity.where.division if self.entity.where else None)


def size(record: GroupRecord) -> int:
    """How many schools a record names, leaders included."""
    return len({field.value for field in (*record.leaders, *record.members)})


def all_groups(found: Gathered) -> list[Group]:
    """Every group of the data set."""
    groups = []
    for entity in found.entities:
        if entity.kind == "group":
            own = dict.fromkeys(m.record for local in entity.locals for m in local.mentions if m.field == "name")
            records = tuple(found.groups[each] for each in own if each in found.groups)
            if records:
                groups.append(Group(entity, records))
    return groups


def groups(found: Gathered) -> Section:
    """Groups by city and size."""
    known = all_groups(found)
    text = (
        f"{plural(len(found.groups), 'record')} of groups speak of {plural(len(known), 'group')}: names of different "
        "documents are one group where number, kind, place and proper part agree.",
    )
    if not known:
        return Section("groups", "Groups", ("No document names a group.",))
    by_city: defaultdict[str, list[Group]] = defaultdict(list)
    for group in known:
        by_city[group.city.code if group.city else ""].append(group)
    order = sorted(by_city, key=lambda code: (code == "", -len(by_city[code]), code))
    shown = order[:CITIES] + ([""] if "" in order[CITIES:] else [])
    squares, blocks = [], []
    cells = [(code, at) for code in shown for at in range(len(SIZES)) if _of_size(by_city[code], at)]
    most = share(len(cells), LISTED)
    for code, at in cells:
        own = _of_size(by_city[code], at)
        name, anchor = label(own[0].city), f"groups-{code or 'unknown'}-{at}"
        says = f"{name}, {f'{SIZES[at][2]} schools' if at else 'no school named'}: {plural(len(own), 'group')}"
        squares.append(figures.Square(name, SIZES[at][2], len(own), anchor, says))
        blocks.append(cut(anchor, says, [_row(group) for group in own], most))
    placed = len(known) - len(by_city[""]) if "" in by_city else len(known)
    darkest = max(5, *(square.number for square in squares if square.row != UNKNOWN), 0)
    drawn = sum(square.number for square in squares)
    caption = (
        f"Groups by city (province, where no city is stated) and by the most schools that one document names in them: "
        f"{drawn} of {plural(len(known), 'group')}, in {len(shown) - ('' in shown)} of {len(order) - ('' in order)} "
        f"places; the place of {len(known) - placed} is {UNKNOWN}."
    )
    drawing = figures.grid(squares, [name for _, _, name in SIZES], "schools named", caption, darkest)
    table = Table(("Group", "Led by", "Schools", "Founded", "Documents"), tuple(blocks), "Groups by city and size")
    return Section("groups", "Groups", text, (Figure(drawing, caption),), (table,))


def _of_size(own: Sequence[Group], at: int) -> list[Group]:
    low, high, _ = SIZES[at]
    fitting = [group for group in own if low <= size(group.fullest) and (high is None or size(group.fullest) <= high)]
    return sorted(fitting, key=lambda group: (-size(group.fullest), group.entity.name))


def _row(group: Group) -> Row:
    record = group.fullest
    founded = sorted({each.established.value for each in group.records if each.established})
    cited = [Cited(record.document, record.name)]
    cited += [
        Cited(record.document, field)
        for field in record.leaders[:1]
        if field.source.sentence != record.name.source.sentence
    ]
    return Row(
        (
            Cell(group.entity.name),
            Cell("; ".join(dict.fromkeys(field.value for field in record.leaders))),
            Cell(str(size(record) or "")),
            Cell(" / ".join(founded)),
            Cell(str(len({each.document for each in group.records}))),
        ),
        tuple(cited),
    )
