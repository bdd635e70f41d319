"""Groups in lists and tables: headings, label lines, bare lists below them, rows with and without cells.

A list states by its layout: a line that is a group's name opens the group, "Leader:" and "Members:" say what follows.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic

from extractors.groups.labels import NUMBERING, Label, LabelRole, Labels
from extractors.mentions import DateMention, Found, GroupMention
from extractors.names.marked import N, Printed
from extractors.text import Block, Sentence, Span, trim

NUMBER = re.compile(NUMBERING)
NUMBER_ALONE = re.compile(r"\s*\d{1,3}[.)、]?\s*")
LONGEST_LIST_PARAGRAPH = 1200
COLON_BEHIND = re.compile(r"[\"”]?\s*(?:\([^()]*\)\s*)?(?:[:：]|(?<=\s)[-–—]{1,2}(?=\s))\s*")
"""What stands behind a group's name where its schools follow."""
SEVERAL = re.compile(r"[;；、]\s?\S")
IN_BRACKETS = re.compile(r"[\"”]?\s*[(（](?P<list>[^()（）]{8,})[)）]\s*[.;]?\s*")
"""All that stands behind a group's name where its schools stand in brackets."""
LONGEST_CELL = 40
"""The longest line, in code points, that is a cell or a head without a label."""
LIST_LINE = 200
"""The longest line, in code points, that a bare entry of a list may be."""
ENTRY = "groups.lists.entry"
"""The rule of what stands on lines of its own below a label."""
MOST_LEADERS = 3
"""So many leaders may be listed below their label, a line each."""


@dataclass
class Open:
    """The group that the lines of a list speak of, until another one or prose comes."""

    name: Found
    leaders: list[Found] = field(default_factory=list)
    members: list[Found] = field(default_factory=list)
    established: DateMention | None = None
    role: LabelRole | None = None
    label: Span | None = None

    def is_bare(self) -> bool:
        """Whether no label has said yet what the lines below the name are."""
        return self.label is None and all(found.rule == ENTRY for found in (*self.leaders, *self.members))

    def mention(self) -> GroupMention:
        """What the list says of the group; lines that would make it a crowd of leaders are another list's."""
        listed = sum(leader.rule == ENTRY for leader in self.leaders)
        leaders = self.leaders if listed <= MOST_LEADERS else [each for each in self.leaders if each.rule != ENTRY]
        return GroupMention(
            self.name, leaders=tuple(leaders), members=tuple(self.members), established=self.established
        )


class Manner:
    """How a language prints its lists: the patterns that a reading of them asks, each with what it matches."""

    none_stated: re.Pattern[str]
    """A cell that says that there is nothing: '/', 'none', '暂无'."""
    serial: re.Pattern[str]
    """The number before a row of a flattened table."""
    serial_alone: re.Pattern[str]
    """A line that is nothing but such a number or its head."""
    closing: re.Pattern[str]
    """What may stand behind a group's name that is a heading."""
    lead_mark: re.Pattern[str]
    """A mark behind the name of a leader in a bare list: '(lead)'."""
    lead_before: re.Pattern[str]
    """Words before such a name."""
    marked = re.compile(r"[=+|~★☆]| / ")
    """A line of such marks is a list of its own kind, whatever labels stand in it."""
    only_marks: re.Pattern[str]
    """What may stand between the names of a bare list."""
    role_head: re.Pattern[str]
    """The head of a column whose cells say which part a school has."""
    group_word: re.Pattern[str]
    """A word for a group, as the head row of a flattened table has it."""
    other_label: re.Pattern[str]
    """A line that begins with some label."""
    group_end: re.Pattern[str]
    """The end of a group's name."""


class Layouts(ABC, Generic[N]):
    """One reading of a text's lists and tables, from its first block to its last; a language says what it needs to know."""

    manner: type[Manner]

    def __init__(self, marked: Printed[N], labels: Labels, dates: Sequence[DateMention]) -> None:
        self.marked, self.labels, self.dates = marked, labels, dates
        self.string = marked.string
        self.groups = [name for name in marked.names if name.kind == "group" and self.is_group(name)]
        self.group_starts = [name.span.start for name in self.groups]
        self.current: Open | None = None
        self.ended: list[GroupMention] = []
        """What the lines so far say of groups that are no longer open."""
        self.columns: list[LabelRole | None] = []
        self.told_by: int | None = None
        """The column whose cells say which part a school has: 'Role'."""
        self.lead: tuple[tuple[int, int], Block] | None = None
        """The last cell with a leader in a column before that of the groups: it may reach down to further groups."""
        self.flat: list[LabelRole] = []
        self.heads: list[LabelRole] = []
        self.cells: list[LabelRole] = []
        self.other_heads: list[Span] = []
        """Heads of a table with one cell a line that are no labels of groups."""
        self.row: Found | None = None
        self.beside: list[tuple[Span, Found, tuple[Span, ...]]] = []
        """The people in the cells of such a table, each with the group of the row and those heads."""
        self.under: list[tuple[Span, Found]] = []
        """Lines and parts of lines with labels of something else, each with the name of the group that they are about."""

    # What a language says

    @abstractmethod
    def is_group(self, name: N) -> bool:
        """Whether a name is that of a named group."""

    @abstractmethod
    def entries(self, start: int, end: int) -> Iterator[Span]:
        """The entries of a printed list between two offsets."""

    @abstractmethod
    def run_together(self, start: int, end: int) -> list[Span]:
        """The names of a row whose cells run together."""

    @abstractmethod
    def announced(self, line: str) -> LabelRole | None:
        """What a short line that ends in a colon announces of the lines below it."""

    @abstractmethod
    def is_name(self, span: Span) -> bool:
        """Whether an entry can be a name."""

    @abstractmethod
    def is_entry(self, block: Block) -> bool:
        """Whether a line below a label is one of its entries."""

    def is_bullet(self, block: Block) -> bool:
        """Whether an item right below a group's name names one of its schools and nothing else."""
        return False

    def leads(self, span: Span) -> bool:
        """Whether a note behind an entry says that it leads: '(牵头校)'."""
        return False

    def stated(self, role: LabelRole, entries: list[Span]) -> list[Span]:
        """The entries behind a label that can be what it announces."""
        return entries

    def named_after(self, group: Span, others: list[Span]) -> list[Span]:
        """The cells after a group's, the first cut where the name ends after which the group is called."""
        return others

    def loose_name(self, start: int, end: int) -> Span | None:
        """A numbered line that is a group's name without the marks that prose would need."""
        return None

    def prepare(self, block: Block) -> None:
        """Opens the group that a sentence before a list speaks of."""

    def is_person(self, cell: Span) -> bool:
        """Whether a cell is a person's name and nothing else."""
        return False

    def spoken_of(self, block: Block) -> tuple[Span, Block] | None:
        """The one group that the prose right before a line with a label speaks of, with its block."""
        return None

    def group_in(self, start: int, end: int) -> Span | None:
        """The name of the group in the cell of a column of groups."""
        return next((name.span for name in self.groups_in(start, end)), None)

    # The way through the text

    def mentions(self) -> list[GroupMention]:
        """The groups of all lists and tables."""
        for block in self.marked.text.blocks:
            if block.role != "furniture":
                self.read(block)
            elif len(self.cells) > 1 and self.manner.none_stated.match(self.string[block.start : block.end]):
                self.cells = self.cells[1:]
        self.close()
        return self.ended

    def close(self) -> None:
        """Ends the group that is open."""
        if self.current is not None and (self.current.leaders or self.current.members or self.current.established):
            self.ended.append(self.current.mention())
        self.current = None

    def groups_in(self, start: int, end: int) -> list[N]:
        """The names of groups that stand within ``start`` to ``end``."""
        starts = self.group_starts
        first = bisect_left(starts, start)
        return [name for name in self.groups[first : bisect_left(starts, end, first)] if name.span.end <= end]

    def read(self, block: Block) -> None:
        """Reads one block."""
        if block.kind == "table_row":
            self.read_row(block)
            return
        if self.columns:
            self.close()
            self.columns = []
        if block.kind == "paragraph" and block.end - block.start > LONGEST_LIST_PARAGRAPH:
            self.close()
            self.heads = []
            return
        self.prepare(block)
        labels = self.labels.of_line(self.string, block.start, block.end)
        role = self.announced(self.string[block.start : block.end]) if self.current is not None else None
        if role and all(label.role == "group" for label in labels):
            self.announce(role, block)
            return
        if len(labels) > 1 and sum(label.role == "group" for label in labels) > 1:
            self.several(block, labels)
            return
        groups = self.groups_in(block.start, block.end)
        if groups and (bare := self.bare_list(block)):
            self.close()
            self.ended.append(bare)
            return
        if self.current is None and labels and labels[0].role == "leader" and labels[0].start - block.start <= 4:
            spoken = self.spoken_of(block)
            if spoken:
                self.open(*spoken)
        heading = self.group_line(block, labels, groups)
        if heading is not None:
            self.read_heading(heading, block, labels)
        elif self.current is None:
            if len(labels) == 1 and labels[0].rest >= block.end:
                self.heads.append(labels[0].role)
            else:
                self.read_other(block)
        elif self.cells and not labels and self.is_cell(block):
            self.cell_line(block)
        elif labels:
            self.take(block, labels)
        elif (self.current.role and self.is_entry(block)) or (self.current.is_bare() and self.is_bullet(block)):
            self.add(self.current.role or "member", block.start, block.end, block, ENTRY)
        else:
            self.read_other(block)

    def read_heading(self, heading: Span, block: Block, labels: list[Label]) -> None:
        """Reads a line that is a group's name, and what labels or a colon announce behind it."""
        self.close()
        self.open(heading, block)
        self.take(block, labels)
        if not labels:
            self.after_colon(heading, block)
        flat = "group" in self.heads and not labels
        self.cells = self.heads[self.heads.index("group") + 1 :] if flat else []
        self.row = self.current.name if flat and self.current and self.other_heads else None

    def read_other(self, block: Block) -> None:
        """Reads a line that is none of a group's: the head row or a row of a flattened table, a line of another table, or prose."""
        length = block.end - block.start
        self.read_flat_head(block)
        if self.note_cell(block):
            return
        if self.flat and self.starts_flat_row(block):
            self.close()
            self.flat_row(block)
        elif (
            self.current and length <= LIST_LINE and self.manner.other_label.match(self.string, block.start, block.end)
        ):
            self.current.role = None
            self.under.append((self.marked.text.span(block.start, block.end), self.current.name))
        elif (
            (self.current or length > LIST_LINE)
            and block.role != "meta"
            and not (self.current and block.kind == "caption")
            and not self.manner.serial_alone.fullmatch(self.string, block.start, block.end)
        ):
            self.close()
            if length > LIST_LINE:
                self.heads, self.other_heads = [], []

    def note_cell(self, block: Block) -> bool:
        """Notes a line that is another head of a table with one cell a line; whether it is a person's cell below such a head."""
        if block.end - block.start > LONGEST_CELL:
            self.row = None
        elif self.row is not None and self.is_person(cell := self.marked.text.span(block.start, block.end)):
            self.beside.append((cell, self.row, tuple(self.other_heads)))
            return True
        elif self.current is None and self.heads:
            self.other_heads.append(self.marked.text.span(block.start, block.end))
        return False

    def several(self, block: Block, labels: list[Label]) -> None:
        """A line with several groups in it: 'No.: 1; Name: X Group; Lead school: A; No.: 2; Name: Y Group; …'."""
        for label in labels:
            if label.role == "group":
                self.close()
                if named := self.groups_in(label.rest, label.end):
                    self.open(named[0].span, block)
            else:
                self.take(block, [label])
                if self.current is not None and label.rest < label.end:
                    self.under.append((self.marked.text.span(label.rest, label.end), self.current.name))

    def announce(self, role: LabelRole, block: Block) -> None:
        """Notes what a line says of the lines below it."""
        if self.current is not None:
            self.current.role, self.current.label = role, self.marked.text.span(block.start, block.end).trimmed()

    def open(self, name: Span, block: Block) -> None:
        """Opens the group whose name a line prints."""
        self.current = Open(self.found(name, block, "groups.lists.heading", 0.96))

    def found(self, span: Span, block: Block, rule: str, confidence: float, context: tuple[Span, ...] = ()) -> Found:
        """A value with the sentence that holds it, the whole block where a value runs over two sentences."""
        sentence = self.marked.text.sentence_at(span.start)
        if sentence is None or sentence.end < span.end:
            whole = trim(self.marked.text.string, block.start, block.end)
            sentence = Sentence(whole or span, block, sentence.number if sentence else 0)
        return Found(span, sentence, rule, confidence, context=context)

    def group_line(self, block: Block, labels: list[Label], groups: list[N]) -> Span | None:
        """The one of a line's groups whose name it is, apart from its number, a label before it and what labels announce after it."""
        start, end = block.start, block.end
        if labels and labels[0].role == "group":
            start, end = labels[0].rest, labels[0].end
        elif labels:
            end = labels[0].start
        lead = NUMBER.match(self.string, start, end)
        numbered = lead is not None and lead.end() > start
        start = lead.end() if lead else start
        for name in groups:
            if 0 <= name.span.start - start <= 2 and name.span.end <= end:
                rest = self.string[name.span.end : end]
                if self.manner.closing.fullmatch(rest) or (
                    block.kind in {"list_item", "line"} and COLON_BEHIND.match(rest)
                ):
                    return name.span
        return self.loose_name(start, end) if numbered else None

    def bare_list(self, block: Block) -> GroupMention | None:
        """A line with a group's name and, behind nothing but marks, its schools: 'X Alliance = A (lead) + B + C'."""
        first = NUMBER.match(self.string, block.start, block.end)
        start = first.end() if first else block.start
        names = self.marked.names_in(start, block.end)
        if len(names) < 2 or names[0].span.start - start > 2 or not self.is_group(names[0]):
            return None
        ends = [name.span.end for name in names]
        between = [
            self.string[end:after]
            for end, after in zip(ends, [*(n.span.start for n in names[1:]), block.end], strict=True)
        ]
        if not all(map(self.manner.only_marks.fullmatch, between)) or not self.manner.marked.search(
            self.string, ends[0], block.end
        ):
            return None
        mention = Open(self.found(names[0].span, block, "groups.lists.heading", 0.9))
        for name, before, after in zip(names[1:], between, between[1:], strict=False):
            leads = self.manner.lead_mark.match(after) or self.manner.lead_before.search(before)
            value = self.found(name.span, block, "groups.lists.bare", 0.85, (names[0].span,))
            (mention.leaders if leads else mention.members).append(value)
        return mention.mention()

    def after_colon(self, heading: Span, block: Block) -> None:
        """'X Education Group: A, B and C' without labels lists members."""
        colon = COLON_BEHIND.match(self.string, heading.end, block.end)
        if colon and colon.end() < block.end:
            self.add("member", colon.end(), block.end, block, "groups.lists.colon")
        elif inside := IN_BRACKETS.fullmatch(self.string, heading.end, block.end):
            start, end = inside.span("list")
            entries = list(self.entries(start, end))
            if len(entries) > 1 and all(self.marked.names_in(entry.start, entry.end) for entry in entries):
                self.add("member", start, end, block, "groups.lists.colon")

    def take(self, block: Block, labels: list[Label]) -> None:
        """Takes what the labels of a line announce."""
        if self.current is None:
            return
        for label in labels:
            self.current.role = label.role if label.role in {"leader", "member"} else None
            self.current.label = self.marked.text.span(label.start, label.end).trimmed()
            self.add(label.role, label.rest, label.end, block, "groups.lists.label")

    def add(self, role: LabelRole, start: int, end: int, block: Block, rule: str) -> None:
        """Adds the entries that stand between two offsets to the open group."""
        current = self.current
        if current is None or self.manner.none_stated.match(self.string[start:end]):
            return
        context = tuple(
            span for span in (current.name.span, current.label) if span and not (block.start <= span.start < block.end)
        )
        if role == "established":
            stated = next((d for d in self.dates if start <= d.found.span.start < end), None)
            current.established = stated or current.established
        elif role in {"leader", "member"}:
            for span in self.stated(role, list(self.entries(start, end))):
                if self.is_name(span):
                    target = current.leaders if role == "leader" or self.leads(span) else current.members
                    target.append(self.found(span, block, rule, 0.95, context))

    def is_cell(self, block: Block) -> bool:
        """Whether a line is a cell of a table that was flattened to one cell a line."""
        quote = self.string[block.start : block.end]
        return len(quote) <= LIST_LINE and (
            self.is_entry(block)
            or self.has_several(block)
            or self.manner.none_stated.match(quote) is not None
            or ("established" in self.cells and self.is_date(block.start, block.end))
        )

    def has_several(self, block: Block) -> bool:
        """Whether a line is names and nothing else, with semicolons between: such a cell may be as long as a paragraph."""
        if not SEVERAL.search(self.string, block.start, block.end):
            return False
        spans = list(self.entries(block.start, block.end))
        return all(self.marked.name_over(span.start, span.end) and self.is_name(span) for span in spans)

    def is_date(self, start: int, end: int) -> bool:
        """Whether a date is all that stands between two offsets."""
        whole = trim(self.marked.text.string, start, end)
        return whole is not None and any(d.found.span == whole for d in self.dates)

    def cell_line(self, block: Block) -> None:
        """A line that is a cell: of the column that is next; members go on over lines up to the founding date."""
        if "established" in self.cells and self.is_date(block.start, block.end):
            self.add("established", block.start, block.end, block, "groups.tables.cell_line")
            self.cells = self.cells[self.cells.index("established") + 1 :]
            return
        role = self.cells[0]
        self.add(role, block.start, block.end, block, "groups.tables.cell_line")
        if role != "member" or self.cells[1:] != ["established"]:
            self.cells = self.cells[1:] or self.cells

    # Tables

    def read_row(self, block: Block) -> None:
        """Reads a table row: a head row names the columns, the rows below it are groups."""
        if len(set(block.cells)) < 2:
            if self.starts_flat_row(block):
                self.close()
                self.flat_row(block)
                return
            columns = self.labels.columns_run_together(self.string, block.start, block.end)
            if "group" in columns and len(columns) > 1 and not self.has_group(block):
                self.flat = columns
            elif self.flat:
                self.close()
                self.flat_row(block)
            return
        if self.is_pair(block):
            self.read_pair(block)
            return
        heads = [self.labels.column(self.string, start, end) for start, end in block.cells]
        told = [
            n
            for n, cell in enumerate(block.cells)
            if self.manner.role_head.fullmatch(self.string[slice(*cell)].strip())
        ]
        goes_on = self.told_by is not None and bool(self.columns) and bool(self.marked.names_in(block.start, block.end))
        names_columns = ("leader" in heads or "member" in heads) and not self.has_group(block) and not goes_on
        if names_columns or ("group" in heads and told):
            self.close()
            self.columns, self.lead = heads, None
            self.told_by = told[0] if "group" in heads and told else None
        elif self.columns:
            self.cell_row(block)
        elif self.current is not None and self.current.role and NUMBER_ALONE.fullmatch(self.string, *block.cells[0]):
            self.add(self.current.role, *block.cells[1], block, ENTRY)

    def is_pair(self, block: Block) -> bool:
        """Whether a row of a table without column heads has a label and what it says: 'Lead school | X School'."""
        if self.columns or len(block.cells) != 2:
            return False
        role = self.labels.exact(self.string[slice(*block.cells[0])])
        names = self.marked.names_in(*block.cells[1])
        return (
            role is not None
            and (role == "established" or bool(names))
            and (role == "group" or self.current is not None)
        )

    def read_pair(self, block: Block) -> None:
        """Reads such a row."""
        role = self.labels.exact(self.string[slice(*block.cells[0])])
        start, end = block.cells[1]
        if role == "group":
            self.close()
            if named := self.groups_in(start, end):
                self.open(named[0].span, block)
        elif role is not None:
            self.add(role, start, end, block, "groups.tables.pair")

    def cell_row(self, block: Block) -> None:
        """A row with cells under known columns; one without a group belongs to the group above, whose cell spans it."""
        cells = dict(zip(self.columns, block.cells, strict=False))
        start, end = cells.get("group", (block.start, block.end))
        cell = trim(self.marked.text.string, start, end)
        again = self.current is not None and cell is not None and cell.quote == self.current.name.span.quote
        if self.current is None or (cell is not None and not again):
            self.close()
            name = self.group_in(start, end)
            if name is None:
                return
            self.open(name, block)
        if self.told_by is not None and self.told(block, start, end):
            return
        opens = cell is not None and not again
        for column, (role, own) in enumerate(zip(self.columns, block.cells, strict=False)):
            if role == "leader" and "group" in self.columns[column:] and opens:
                if trim(self.marked.text.string, *own) is not None:
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

    def has_group(self, block: Block) -> bool:
        """Whether a block has the name of a group."""
        return bool(self.groups_in(block.start, block.end))

    def read_flat_head(self, block: Block) -> None:
        """Notes a flattened head row: 'No. Education group Dragon head Main members'."""
        if (
            block.end - block.start > LIST_LINE
            or block.role == "title"
            or not self.manner.group_word.search(self.string, block.start, block.end)
        ):
            return
        if self.marked.names_in(block.start, block.end):
            return
        columns = self.labels.columns_run_together(self.string, block.start, block.end)
        if "group" in columns and ("member" in columns or "leader" in columns):
            self.flat = columns

    def starts_flat_row(self, block: Block) -> bool:
        """Whether a line starts with a serial number and a group's name, or with the name, and goes on with other names."""
        serial = self.manner.serial.match(self.string, block.start, block.end)
        start = serial.end() if serial else block.start
        segments = self.run_together(start, block.end)
        return (
            bool(segments)
            and segments[0].start - start <= 1
            and len(segments) > 1
            and self.manner.group_end.search(self.string, segments[0].start, segments[0].end) is not None
        )

    def flat_row(self, block: Block) -> None:
        """A row whose cells run together: the group, its leader if the head row has that column, its members."""
        serial = self.manner.serial.match(self.string, block.start, block.end)
        start = serial.end() if serial else block.start
        date = next((d for d in self.dates if d.found.sentence.block is block), None)
        segments = self.run_together(start, date.found.span.start if date else block.end)
        if date and len(segments) == 1 and "established" in self.flat[:2]:  # the date stands right behind the name
            segments += self.run_together(date.found.span.end, block.end)
        if not segments:
            return
        self.current = Open(self.found(segments[0], block, "groups.tables.flat", 0.9))
        others = self.named_after(segments[0], segments[1:]) if "leader" in self.flat else segments[1:]
        between = self.string[segments[0].end : others[0].start] if others else ""
        if "leader" in self.flat and others and not re.search(r"[/–—-]", between):
            self.current.leaders.append(self.found(others[0], block, "groups.tables.flat", 0.85))
            others = others[1:]
        for span in others:
            target = self.current.leaders if self.leads(span) else self.current.members
            target.append(self.found(span, block, "groups.tables.flat", 0.85))
        if "established" in self.flat:
            self.add("established", segments[0].end, block.end, block, "groups.tables.flat")
        self.close()
