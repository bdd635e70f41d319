"""What became of a few consecutive inputs, as the bytes that are written: what a worker gives back and a run keeps.

A packed shard is one line with the sha256 of what follows, one line of JSON that outlines the results, and the bytes of
their documents, records and blocks left out, in that order. Nothing in it is ever run, wherever it comes from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from pipeline.records import Frozen, Kind
from pipeline.store.seal import Failure, LeftOutInput, SealedInput


@dataclass(frozen=True, slots=True)
class Finished:
    """One input that became a document, as it is written: the line of the document, those of its records.

    ``left_out`` is the JSON of its ``LeftOutBlocks``, empty when there are none; ``data`` the bytes that it came from,
    None when they are archived already. Bytes are not packed with the rest.
    """

    entry: SealedInput
    counts: dict[Kind, int]
    asked: int
    document: bytes
    records: bytes
    left_out: bytes
    data: bytes | None = None


Written = Finished | Failure | LeftOutInput


class Outline(Frozen):
    """A result without its lines, and how many bytes of document, records and blocks left out belong to it."""

    result: SealedInput | Failure | LeftOutInput
    counts: dict[Kind, int] | None = None
    asked: int = 0
    sizes: tuple[int, int, int] = (0, 0, 0)


OUTLINES = TypeAdapter(list[Outline])


def pack(results: Sequence[Written]) -> bytes:
    """Results as one run of bytes."""
    outlines: list[Outline] = []
    pieces: list[bytes] = []
    for result in results:
        if isinstance(result, Finished):
            lines = (result.document, result.records, result.left_out)
            sizes = (len(lines[0]), len(lines[1]), len(lines[2]))
            outlines.append(Outline(result=result.entry, counts=result.counts, asked=result.asked, sizes=sizes))
            pieces += lines
        else:
            outlines.append(Outline(result=result))
    body = b"".join((OUTLINES.dump_json(outlines), b"\n", *pieces))
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def unpack(packed: bytes) -> list[Written]:
    """The results that were packed. Raises ValueError when the bytes are not whole, or of another version."""
    digest, _, body = packed.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode() != digest:
        raise ValueError("the bytes are not those that were packed")
    head, _, pieces = body.partition(b"\n")
    try:
        outlines = OUTLINES.validate_json(head)
    except ValidationError as error:
        raise ValueError("another version packed it") from error
    return list(_results(outlines, pieces))


def _results(outlines: list[Outline], pieces: bytes) -> Iterator[Written]:
    at = 0
    for outline in outlines:
        if not isinstance(outline.result, SealedInput):
            yield outline.result
            continue
        lines = []
        for size in outline.sizes:
            lines.append(pieces[at : at + size])
            at += size
        yield Finished(outline.result, outline.counts or {}, outline.asked, lines[0], lines[1], lines[2])
