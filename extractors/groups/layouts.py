"""Groups in lists: headings, label lines, bare lists below them; the way through a text's lists and tables, block by block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.groups.labels import NUMBERING, Label, Labels
from extractors.groups.reading import ENTRY, LIST_LINE, Open
from extractors.groups.tables import Tables
from extractors.mentions import DateMention, Found, GroupMention
from extractors.names.marked import N, Printed
from extractors.text import Block, Span

NUMBER = re.compile(NUMBERING)
LONGEST_LIST_PARAGRAPH = 1200
COLON_BEHIND = re.compile(r"[\"”]?\s*(?:\([^()]*\)\s*)?(?:[:：]|(?<=\s)[-–—]{1,2}(?=\s))\s*")
"""What stands behind a group's name where its schools follow."""
IN_BRACKETS = re.compile(r"[\"”]?\s*[(（](?P<list>[^()（）]{8,})[)）]\s*[.;]?\s*")
"""All that stands behind a group's name where its schools stand in brackets."""


class Layouts(Tables[N]):
    """The lists and tables of a text."""

    def __init__(self, marked: Printed[N], labels: Labels, dates: Sequence[DateMention]) -> None:
        super().__init__(marked, labels, dates)
        self.under: list[tuple[Span, Found]] = []
        """Lines and parts of lines with labels of something else, each with the name of the group that they are about."""

    def mentions(self) -> list[GroupMention]:
        """The groups of all lists and tables."""
        for block in self.text.blocks:
            if block.role != "furniture":
                self.read(block)
            elif len(self.cells) > 1 and self.manner.none_stated.match(self.string[block.start : block.end]):
                self.cells = self.cells[1:]
        self.close()
        return self.ended

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
        if self.current is not None and role and all(label.role == "group" for label in labels):
            self.current.role, self.current.label = role, self.text.span(block.start, block.end).trimmed()
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
        elif self.current is not None:
            self.go_on(self.current, block, labels)
        elif len(labels) == 1 and labels[0].rest >= block.end:
            self.heads.append(labels[0].role)
        else:
            self.read_other(block)

    def go_on(self, current: Open, block: Block, labels: list[Label]) -> None:
        """Reads a line below the name of the group that is open."""
        if self.cells and not labels and (name := self.cell_name(block.start, block.end)):
            self.read_heading(name, block, labels)
        elif self.cells and not labels and self.is_cell(block):
            self.cell_line(block)
        elif labels:
            self.take(block, labels)
        elif (current.role and self.is_entry(block)) or (current.is_bare() and self.is_bullet(block)):
            self.add(current.role or "member", block.start, block.end, block, ENTRY)
        else:
            self.read_other(block)

    def read_heading(self, heading: Span, block: Block, labels: list[Label]) -> None:
        """Reads a line that is a group's name, and what labels or a colon announce behind it."""
        self.close()
        opened = self.open(heading, block)
        self.take(block, labels)
        if not labels:
            self.after_colon(heading, block)
        flat = "group" in self.heads and not labels
        self.cells = self.heads[self.heads.index("group") + 1 :] if flat else []
        self.row = opened.name if flat and self.other_heads else None

    def read_other(self, block: Block) -> None:
        """Reads a line that is none of a group's: the head row or a row of a flattened table, a line of another table, or prose."""
        length = block.end - block.start
        self.read_flat_head(block)
        if self.note_cell(block):
            return
        if self.flat and self.starts_flat_row(block):
            self.flat_row(block)
        elif (
            self.current and length <= LIST_LINE and self.manner.other_label.match(self.string, block.start, block.end)
        ):
            self.current.role = None
            self.under.append((self.text.span(block.start, block.end), self.current.name))
        elif (
            (self.current or length > LIST_LINE)
            and block.role != "meta"
            and not (self.current and block.kind == "caption")
            and not self.manner.serial_alone.fullmatch(self.string, block.start, block.end)
        ):
            self.close()
            if length > LIST_LINE:
                self.heads, self.other_heads = [], []

    def several(self, block: Block, labels: list[Label]) -> None:
        """A line with several groups in it: 'No.: 1; Name: X Group; Lead school: A; No.: 2; Name: Y Group; …'."""
        for label in labels:
            if label.role == "group":
                self.open_in(label.rest, label.end, block)
            else:
                self.take(block, [label])
                if self.current is not None and label.rest < label.end:
                    self.under.append((self.text.span(label.rest, label.end), self.current.name))

    def group_line(self, block: Block, labels: list[Label], groups: list[N]) -> Span | None:
        """The one of a line's groups whose name it is, apart from its number, a label before it and what labels announce after it."""
        start, end = block.start, block.end
        if labels and labels[0].role == "group":
            start, end = labels[0].rest, labels[0].end
        elif labels:
            end = labels[0].start
        number = NUMBER.match(self.string, start, end)
        numbered = number is not None and number.end() > start
        start = number.end() if number else start
        for name in groups:
            if 0 <= name.span.start - start <= 2 and name.span.end <= end:
                rest = self.string[name.span.end : end]
                if self.manner.closing.fullmatch(rest) or (
                    block.kind in {"list_item", "line"} and COLON_BEHIND.match(rest)
                ):
                    return name.span
        if numbered:
            return self.loose_name(start, end) or (None if groups else self.headed_name(start, end, block))
        return None

    def bare_list(self, block: Block) -> GroupMention | None:
        """A line with a group's name and, behind nothing but marks, its schools: 'X Alliance = A (lead) + B + C'."""
        first = NUMBER.match(self.string, block.start, block.end)
        start = first.end() if first else block.start
        names = self.marked.names_in(start, block.end)
        if len(names) < 2 or names[0].span.start - start > 2 or not self.is_group(names[0]):
            return None
        starts = [*(name.span.start for name in names[1:]), block.end]
        between = [self.string[name.span.end : start] for name, start in zip(names, starts, strict=True)]
        if not all(map(self.manner.only_marks.fullmatch, between)):
            return None
        if not self.manner.marked.search(self.string, names[0].span.end, block.end):
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
            self.current.label = self.text.span(label.start, label.end).trimmed()
            self.add(label.role, label.rest, label.end, block, "groups.lists.label")
