"""What every reading of a text's lists and tables shares: the group that is open, and what a language has to say.

A list states by its layout: a line that is a group's name opens the group, "Leader:" and "Members:" say what follows.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic

from extractors.groups.labels import LabelRole, Labels
from extractors.mentions import DateMention, Found, GroupMention
from extractors.names.marked import N, Printed
from extractors.text import Block, Sentence, Span, trim

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


class Reading(ABC, Generic[N]):
    """One reading of a text's lists and tables, from its first block to its last; a language says what it needs to know."""

    manner: type[Manner]

    def __init__(self, marked: Printed[N], labels: Labels, dates: Sequence[DateMention]) -> None:
        self.marked, self.labels, self.dates = marked, labels, dates
        self.text, self.string = marked.text, marked.string
        self.groups = [name for name in marked.names if name.kind == "group" and self.is_group(name)]
        self.group_starts = [name.span.start for name in self.groups]
        self.current: Open | None = None
        self.ended: list[GroupMention] = []
        """What the lines so far say of groups that are no longer open."""

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

    @abstractmethod
    def leads(self, span: Span) -> bool:
        """Whether a note behind an entry says that it leads: '(牵头校)'."""

    @abstractmethod
    def is_person(self, cell: Span) -> bool:
        """Whether a cell is a person's name and nothing else."""

    def is_bullet(self, block: Block) -> bool:
        """Whether an item right below a group's name names one of its schools and nothing else."""
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

    def cell_name(self, start: int, end: int) -> Span | None:
        """A line of a table with one cell a line that is a group's name, be it one that prose would not know."""
        return None

    def headed_name(self, start: int, end: int, block: Block) -> Span | None:
        """A numbered line right above a line with a label that can only be the name of the group whose schools follow."""
        return None

    def prepare(self, block: Block) -> None:
        """Opens the group that a sentence before a list speaks of."""

    def spoken_of(self, block: Block) -> tuple[Span, Block] | None:
        """The one group that the prose right before a line with a label speaks of, with its block."""
        return None

    def group_in(self, start: int, end: int) -> Span | None:
        """The name of the group in the cell of a column of groups."""
        return next((name.span for name in self.groups_in(start, end)), None)

    # The open group

    def open(self, name: Span, block: Block) -> Open:
        """Opens the group whose name a line prints."""
        self.current = Open(self.found(name, block, "groups.lists.heading", 0.96))
        return self.current

    def open_in(self, start: int, end: int, block: Block) -> None:
        """Opens the group that is named first between two offsets; the one before it has ended."""
        self.close()
        if named := self.groups_in(start, end):
            self.open(named[0].span, block)

    def close(self) -> None:
        """Ends the group that is open."""
        if self.current is not None and (self.current.leaders or self.current.members or self.current.established):
            self.ended.append(self.current.mention())
        self.current = None

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

    def found(self, span: Span, block: Block, rule: str, confidence: float, context: tuple[Span, ...] = ()) -> Found:
        """A value with the sentence that holds it, the whole block where a value runs over two sentences."""
        sentence = self.text.sentence_at(span.start)
        if sentence is None or sentence.end < span.end:
            whole = trim(self.text.string, block.start, block.end)
            sentence = Sentence(whole or span, block, sentence.number if sentence else 0)
        return Found(span, sentence, rule, confidence, context=context)

    def groups_in(self, start: int, end: int) -> list[N]:
        """The names of groups that stand within ``start`` to ``end``."""
        first = bisect_left(self.group_starts, start)
        last = bisect_left(self.group_starts, end, first)
        return [name for name in self.groups[first:last] if name.span.end <= end] if first < last else []

    def has_group(self, block: Block) -> bool:
        """Whether a block has the name of a group."""
        return bool(self.groups_in(block.start, block.end))
