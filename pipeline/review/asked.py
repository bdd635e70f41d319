"""What a reviewer asks for, made into a decision that can be logged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from pydantic import Field

from pipeline.anchors import Anchors
from pipeline.records import Document, Frozen, Kind, Record
from pipeline.review.decisions import Decision, Draft, What
from pipeline.review.edits import Change, added, edited
from pipeline.review.standing import Standing
from pipeline.review.typed import Refused


class Asked(Frozen):
    """A decision as the page sends it; ``seen`` are the decisions on the record that the page showed.

    ``reading`` is that of the document as the page showed it; a decision on another one is refused. ``take`` is the id
    of another decision whose version an edit begins with, 0 for what the rules say. ``settle`` says that the decisions
    of all were shown, also where two read a document apart.
    """

    key: str = Field(min_length=8, max_length=64)
    what: What
    document: str
    record: str | None = None
    kind: Kind | None = None
    seen: tuple[int, ...] = ()
    why: str | None = Field(default=None, max_length=2000)
    changes: tuple[Change, ...] = Field(default=(), max_length=500)
    reading: str | None = None
    take: int | None = None
    settle: bool = False


def reading(document: Document) -> str:
    """A digest of the text in which a page's offsets count; furniture is part of it, which a version leaves out."""
    return sha256(document.text.encode()).hexdigest()[:16]


def drafted(
    who: str,
    asked: Asked,
    document: Document,
    shown: Sequence[Standing],
    decisions: Iterable[Decision],
) -> Draft:
    """The decision that is asked for, on a document of which its author is shown so much. Raises Refused."""
    if asked.reading not in (None, reading(document)):
        raise Refused("this document was read anew since the page was opened; reload the page and decide again")
    anchors = Anchors(document)
    draft = Draft(
        key=asked.key, who=who, what=asked.what, document=document.id, version=document.version, why=asked.why
    )
    match asked.what:
        case "read":
            return draft
        case "undo":
            raise Refused("undo is asked for in its own way")
        case "add":
            missed = _missed(document, asked, shown, anchors)
            return _about(draft, missed.id, None, None, missed, anchors)
    standing = next((each for each in shown if each.record.id == asked.record), None)
    if standing is None:
        raise Refused("this record is no longer there; reload the page")
    if standing.status == "gone" and asked.what != "reject":
        raise Refused("the text that this record cites is gone; reject it, or add it anew where it stands now")
    name = standing.decisions[-1].record if standing.decisions else standing.record.id
    after = _changed(document, standing, asked, decisions, anchors) if asked.what == "edit" else None
    return _about(draft, name, standing.machine, standing.record, after, anchors)


def _missed(document: Document, asked: Asked, shown: Sequence[Standing], anchors: Anchors) -> Record:
    """The record that is added. Raises Refused when it is there already."""
    if asked.kind is None:
        raise Refused("choose what kind of record it is")
    after = added(document, asked.kind, asked.changes, {standing.record.id for standing in shown})
    statement = anchors.statement(after)
    if any(anchors.statement(each.record) == statement for each in shown if each.in_tables):
        raise Refused(f"this {after.kind} is there already; look for it among the records")
    return after


def _changed(
    document: Document, standing: Standing, asked: Asked, decisions: Iterable[Decision], anchors: Anchors
) -> Record:
    """The record as edited, from where it stands or from somebody else's version. Raises Refused."""
    start: Record | None = standing.record
    if asked.take == 0:
        start = standing.machine
    elif asked.take is not None:
        taken = next((each for each in decisions if each.id == asked.take), None)
        version = (taken.after or taken.before) if taken else None
        start = anchors.moved(version, taken.cited) if taken and version else None
    if start is None:
        raise Refused("the version to take over is no longer there; reload the page")
    after = edited(document, start, asked.changes)
    if after == standing.record and asked.take is None:
        raise Refused("nothing is changed; accept the record as it is")
    return after


def _about(
    draft: Draft,
    name: str | None,
    machine: Record | None,
    before: Record | None,
    after: Record | None,
    anchors: Anchors,
) -> Draft:
    """A draft with its record, and the digests by which it is told later whether it still holds."""
    result = after or before
    if result is None:
        raise AssertionError("a decision is about a record")
    return draft.model_copy(
        update={
            "record": name,
            "kind": result.kind,
            "before": before,
            "after": after,
            "cited": anchors.cited(before, after),
            "stated": anchors.statement(machine) if machine else None,
            "restated": anchors.statement(result),
            "about": anchors.identity(machine or result),
        }
    )
