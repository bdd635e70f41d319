"""Groups in tables: a head row names the columns and each row below it tells of a group, or a row is a label and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.groups.flattened import Flattened
from extractors.groups.labels import LabelRole, Labels
from extractors.groups.reading import ENTRY
from extractors.mentions import DateMention
from extractors.names.marked import N, Printed
from extractors.text import Block, trim

NUMBER_ALONE = re.compile(r"\s*\d{1,3}[.)、]?\s*")


class Tables(Flattened[N]):
    """A reading of tables row by row, with cells and without."""

    def __init__(self, marked: Printed[N], labels: Labels, dates: Sequence[DateMention]) -> None:
        super().__init__(marked, labels, dates)
        self.columns: list[LabelRole | None] = []
        self.told_by: int | None = None
        """The column whose cells say which part a school has: 'Role'."""
        self.lead: tuple[tuple[int, int], Block] | None = None
        """The last cell with a leader in a column before that of the groups: it may reach down to further groups."""

    def read_row(self, block: Block) -> None:
        """Reads a table row: a head row names the columns, the rows below it are groups."""
        if len(set(block.cells)) < 2:
            self.read_single(block)
        elif role := self.pair(block):
            self.read_pair(role, block)
        elif not self.read_heads(block):
            if self.columns:
                self.cell_row(block)
            elif self.current and self.current.role and NUMBER_ALONE.fullmatch(self.string, *block.cells[0]):
                self.add(self.current.role, *block.cells[1], block, ENTRY)

    def read_single(self, block: Block) -> None:
        """Reads a row of one cell: the heads or the cells of a table that run together."""
        if not self.starts_flat_row(block):
            columns = self.labels.columns_run_together(self.string, block.start, block.end)
            if "group" in columns and len(columns) > 1 and not self.has_group(block):
                self.flat = columns
                return
            if not self.flat:
                return
        self.flat_row(block)

    def read_heads(self, block: Block) -> bool:
        """Notes the columns that a row names; False for a row that names none."""
        heads = [self.labels.column(self.string, start, end) for start, end in block.cells]
        is_role_head = self.manner.role_head.fullmatch
        told_by = None
        if "group" in heads:
            told_by = next((n for n, c in enumerate(block.cells) if is_role_head(self.string[slice(*c)].strip())), None)
        goes_on = self.told_by is not None and self.columns and self.marked.names_in(block.start, block.end)
        parts = "leader" in heads or "member" in heads
        if told_by is None and (not parts or self.has_group(block) or goes_on):
            return False
        self.close()
        self.columns, self.told_by, self.lead = heads, told_by, None
        return True

    def pair(self, block: Block) -> LabelRole | None:
        """The role of the label in a row of a table without heads that is a label and what it says: 'Lead school | X School'."""
        if self.columns or len(block.cells) != 2:
            return None
        role = self.labels.exact(self.string[slice(*block.cells[0])])
        says = role == "established" or self.marked.names_in(*block.cells[1])
        return role if says and (role == "group" or self.current) else None

    def read_pair(self, role: LabelRole, block: Block) -> None:
        """Reads such a row."""
        start, end = block.cells[1]
        if role == "group":
            self.open_in(start, end, block)
        else:
            self.add(role, start, end, block, "groups.tables.pair")

    def cell_row(self, block: Block) -> None:
        """A row with cells under known columns; one without a group belongs to the group above, whose cell spans it."""
        cells = dict(zip(self.columns, block.cells, strict=False))
        start, end = cells.get("group", (block.start, block.end))
        cell = trim(self.text.string, start, end)
        opens = cell is not None and (self.current is None or cell.quote != self.current.name.span.quote)
        if self.current is None or opens:
            self.close()
            name = self.group_in(start, end)
            if name is None:
                return
            self.open(name, block)
        if self.told(block, start, end):
            return
        for column, (role, own) in enumerate(zip(self.columns, block.cells, strict=False)):
            if role == "leader" and "group" in self.columns[column:] and opens:
                if trim(self.text.string, *own) is not None:
                    self.lead = own, block
                (start, end), row = self.lead or (own, block)
                self.add(role, start, end, row, "groups.tables.cell")
            elif role is not None and role != "group":
                self.add(role, *own, block, "groups.tables.cell")

    def told(self, block: Block, start: int, end: int) -> bool:
        """Adds the school of a row whose part another of its cells tells, if it does; ``start`` to ``end`` is the group's cell."""
        if self.told_by is None or self.told_by >= len(block.cells):
            return False
        role = self.labels.exact(self.string[slice(*block.cells[self.told_by])])
        school = next(
            (n for n in self.marked.names_in(block.start, block.end) if not start <= n.span.start < end), None
        )
        if role in {"leader", "member"} and school is not None:
            self.add(role, school.span.start, school.span.end, block, "groups.tables.told")
            return True
        return "member" not in self.columns
