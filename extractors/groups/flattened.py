"""Groups in tables that lost their cells: rows whose cells run together, and tables printed one cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.groups.labels import LabelRole, Labels
from extractors.groups.reading import LIST_LINE, Open, Reading
from extractors.mentions import DateMention, Found
from extractors.names.marked import N, Printed
from extractors.text import Block, Span, trim

LONGEST_CELL = 40
"""The longest line, in code points, that is a cell or a head without a label."""
SEVERAL = re.compile(r"[;；、]\s?\S")


class Flattened(Reading[N]):
    """A reading of tables of which the text has only the words."""

    def __init__(self, marked: Printed[N], labels: Labels, dates: Sequence[DateMention]) -> None:
        super().__init__(marked, labels, dates)
        self.flat: list[LabelRole] = []
        """The columns of a table whose rows run together."""
        self.heads: list[LabelRole] = []
        """The heads of a table with one cell a line, as far as they have been read."""
        self.other_heads: list[Span] = []
        """Those of its heads that are no labels of groups."""
        self.cells: list[LabelRole] = []
        """The columns of such a table whose cells are still to come in the row of the open group."""
        self.row: Found | None = None
        """The group of that row."""
        self.beside: list[tuple[Span, Found, tuple[Span, ...]]] = []
        """The people in the cells of such a table, each with the group of the row and the other heads."""

    # Rows whose cells run together

    def read_flat_head(self, block: Block) -> None:
        """Notes a flattened head row: 'No. Education group Dragon head Main members'."""
        if (
            block.end - block.start > LIST_LINE
            or block.role == "title"
            or not self.manner.group_word.search(self.string, block.start, block.end)
            or self.marked.names_in(block.start, block.end)
        ):
            return
        columns = self.labels.columns_run_together(self.string, block.start, block.end)
        if "group" in columns and ("member" in columns or "leader" in columns):
            self.flat = columns

    def starts_flat_row(self, block: Block) -> bool:
        """Whether a line starts with a serial number and a group's name, or with the name, and goes on with other names."""
        start = self.behind_serial(block)
        segments = self.run_together(start, block.end)
        return (
            bool(segments)
            and segments[0].start - start <= 1
            and len(segments) > 1
            and self.manner.group_end.search(self.string, segments[0].start, segments[0].end) is not None
        )

    def behind_serial(self, block: Block) -> int:
        """Where a row starts behind its serial number."""
        serial = self.manner.serial.match(self.string, block.start, block.end)
        return serial.end() if serial else block.start

    def flat_row(self, block: Block) -> None:
        """A row whose cells run together: the group, its leader if the head row has that column, its members."""
        self.close()
        start = self.behind_serial(block)
        date = next((d for d in self.dates if d.found.sentence.block is block), None)
        segments = self.run_together(start, date.found.span.start if date else block.end)
        if date and len(segments) == 1 and "established" in self.flat[:2]:  # the date stands right behind the name
            segments += self.run_together(date.found.span.end, block.end)
        if not segments:
            return
        current = self.current = Open(self.found(segments[0], block, "groups.tables.flat", 0.9))
        others = self.named_after(segments[0], segments[1:]) if "leader" in self.flat else segments[1:]
        between = self.string[segments[0].end : others[0].start] if others else ""
        if "leader" in self.flat and others and not re.search(r"[/–—-]", between):
            current.leaders.append(self.found(others.pop(0), block, "groups.tables.flat", 0.85))
        for span in others:
            target = current.leaders if self.leads(span) else current.members
            target.append(self.found(span, block, "groups.tables.flat", 0.85))
        if "established" in self.flat:
            self.add("established", segments[0].end, block.end, block, "groups.tables.flat")
        self.close()

    # Tables with one cell a line

    def note_cell(self, block: Block) -> bool:
        """Notes a line that is another head of a table with one cell a line; whether it is a person's cell below such a head."""
        if block.end - block.start > LONGEST_CELL:
            self.row = None
        elif self.row is not None and self.is_person(cell := self.text.span(block.start, block.end)):
            self.beside.append((cell, self.row, tuple(self.other_heads)))
            return True
        elif self.current is None and self.heads:
            self.other_heads.append(self.text.span(block.start, block.end))
        return False

    def is_cell(self, block: Block) -> bool:
        """Whether a line is a cell of a table that was flattened to one cell a line."""
        quote = self.string[block.start : block.end]
        return len(quote) <= LIST_LINE and (
            self.is_entry(block)
            or self.has_several(block)
            or self.manner.none_stated.match(quote) is not None
            or ("established" in self.cells and self.is_date(block))
        )

    def has_several(self, block: Block) -> bool:
        """Whether a line is names and nothing else, with semicolons between: such a cell may be as long as a paragraph."""
        if not SEVERAL.search(self.string, block.start, block.end):
            return False
        spans = list(self.entries(block.start, block.end))
        return all(self.marked.name_over(span.start, span.end) and self.is_name(span) for span in spans)

    def is_date(self, block: Block) -> bool:
        """Whether a line is a date and nothing else."""
        whole = trim(self.text.string, block.start, block.end)
        return whole is not None and any(d.found.span == whole for d in self.dates)

    def cell_line(self, block: Block) -> None:
        """A line that is a cell: of the column that is next; members go on over lines up to the founding date."""
        if "established" in self.cells and self.is_date(block):
            self.add("established", block.start, block.end, block, "groups.tables.cell_line")
            self.cells = self.cells[self.cells.index("established") + 1 :]
            return
        role = self.cells[0]
        self.add(role, block.start, block.end, block, "groups.tables.cell_line")
        if role != "member" or self.cells[1:] != ["established"]:
            self.cells = self.cells[1:] or self.cells
