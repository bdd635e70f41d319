"""What a record states, said without offsets, and where it stands after its page was fetched or read anew.

A block is known by its words and by the how many-th of these words it is; where it stands in the text may change with
every fetch. A reviewer's decision holds as long as the blocks that its record cites are there, and a list of changes
takes two records for one that cite the same place.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from pipeline.records import (
    RECORD,
    CountRecord,
    DateRecord,
    Document,
    FieldValue,
    Frozen,
    OfficialRecord,
    Record,
    identifying,
    named_fields,
)


class CitedBlock(Frozen):
    """A block that a record cites: where it stood, the digest of its words, and the how many-th of these it was."""

    start: int
    end: int
    sha256: str
    occurrence: int


class Anchors:
    """The blocks of one document, by place and by words."""

    def __init__(self, document: Document) -> None:
        self.blocks: list[CitedBlock] = []
        seen: dict[str, int] = {}
        for block in sorted(document.blocks, key=lambda block: block.start):
            digest = sha256(document.text[block.start : block.end].strip().encode()).hexdigest()
            seen[digest] = seen.get(digest, 0) + 1
            self.blocks.append(CitedBlock(start=block.start, end=block.end, sha256=digest, occurrence=seen[digest]))
        self.starts = [block.start for block in self.blocks]
        self.known = {(block.sha256, block.occurrence): block for block in self.blocks}

    def at(self, offset: int) -> CitedBlock | None:
        """The block that holds an offset."""
        place = bisect_right(self.starts, offset) - 1
        return self.blocks[place] if place >= 0 and offset < self.blocks[place].end else None

    def cited(self, *records: Record | None) -> tuple[CitedBlock, ...]:
        """The blocks that records cite anywhere: sources, sentences, context, basis; in the order of the text."""
        offsets = {edge for record in records if record is not None for edge in _edges(record.model_dump())}
        found = {block.start: block for block in map(self.at, offsets) if block is not None}
        return tuple(found[start] for start in sorted(found))

    def moved(self, record: Record, cited: Sequence[CitedBlock]) -> Record | None:
        """A record of another reading of the document, at its places here; None when a block that it cites is gone."""
        shifts = []
        for block in cited:
            here = self.known.get((block.sha256, block.occurrence))
            if here is None:
                return None
            shifts.append((block.start, block.end, here.start - block.start))
        if not any(shift for _, _, shift in shifts):
            return record
        moved = _shifted(record.model_dump(), shifts)
        return RECORD.validate_python(moved)

    def statement(self, record: Record) -> str:
        """A digest of what a record states and where, without offsets, confidence, rules and flags."""
        fields = [self._stated(name, field) for name, field in named_fields(record)]
        return _digest([record.kind, [value for _, value in judgements(record)], fields])

    def identity(self, record: Record) -> str:
        """A digest of what a record is about: its kind and its identifying field at its place."""
        return _digest([record.kind, self._stated("", identifying(record))[:2], self.place(identifying(record))])

    def _stated(self, name: str, field: FieldValue) -> list[Any]:
        return [name, field.text, field.value, self.place(field)]

    def place(self, field: FieldValue) -> list[Any]:
        """Where a field stands without offsets of the text: the digest of its block's words, and how far in."""
        block = self.at(field.source.start)
        return [block.sha256, field.source.start - block.start] if block else []


def judgements(record: Record) -> list[tuple[str, Any]]:
    """What was read off the record's sentence beside its fields, each with its name."""
    match record:
        case DateRecord():
            return [("value", record.value), ("role", record.role)]
        case CountRecord():
            names = ("value", "upper", "measure", "modifier", "status")
            return [(name, getattr(record, name)) for name in names]
        case OfficialRecord():
            return [("category", position.category) for position in record.positions]
        case _:
            return []


def _digest(value: list[Any]) -> str:
    return sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def _edges(value: Any) -> Iterator[int]:
    """Every offset in a dumped record at which something cited begins."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"]
            yield from (pair[0] for pair in ([value["sentence"], *value["context"]] if "sentence" in value else ()))
            return
        for each in value.values():
            yield from _edges(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _edges(each)


def _shifted(value: Any, shifts: list[tuple[int, int, int]]) -> Any:
    """A dumped record with every span moved as its block was."""
    if isinstance(value, dict):
        moved = {key: _shifted(each, shifts) for key, each in value.items()}
        if "start" in value and "end" in value:
            moved["start"], moved["end"] = _moved((value["start"], value["end"]), shifts)
            if "sentence" in value:
                moved["sentence"] = _moved(value["sentence"], shifts)
                moved["context"] = [_moved(pair, shifts) for pair in value["context"]]
        return moved
    if isinstance(value, list | tuple):
        return [_shifted(each, shifts) for each in value]
    return value


def _moved(span: tuple[int, int], shifts: list[tuple[int, int, int]]) -> tuple[int, int]:
    start, end = span
    shift = next((shift for low, high, shift in shifts if low <= start < high), 0)
    return start + shift, end + shift
