"""What the document page shows: its text in pieces, its records as cards, decisions in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from pipeline.export.links import link, page
from pipeline.harmless import harmless
from pipeline.records import Basis, Document, DocumentBlock, FieldValue, Record, Source, identifying
from pipeline.review.asked import reading
from pipeline.review.decisions import REASONS, Decision, heads, living
from pipeline.review.desk import Opened
from pipeline.review.parts import further, judgements, open_slots, parts, summary
from pipeline.review.places import Places, Run, visible
from pipeline.review.standing import TO_DO, Standing

Form = Literal["table", "list", "folded", "block"]
TABLE = re.compile(r"^.*\btable(?:\[\d+\])?")
"""The path of a row as far as its table: ``body/table[1]`` of ``body/table[1]/row[2]``."""
SAID = {"accept": "accepted", "edit": "edited", "reject": "rejected", "unsure": "unsure", "add": "added"}


@dataclass(frozen=True, slots=True)
class Row:
    """A block as it is laid out: the numbers of its pieces with their words."""

    block: DocumentBlock
    pieces: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows that are laid out together."""

    form: Form
    rows: tuple[Row, ...]


def layouts(places: Places) -> Iterator[Layout]:
    """The text as it is laid out: tables, lists, what is no part of the announcement, and single blocks."""
    for (form, _), own in groupby(places.blocks, key=lambda each: _form(each[0])):
        rows = tuple(Row(block, tuple((n, places.shown(n)) for n in numbers)) for block, numbers in own)
        yield from (Layout(form, (row,)) for row in rows) if form == "block" else [Layout(form, rows)]


def _form(block: DocumentBlock) -> tuple[Form, str]:
    """How a block is laid out, and what it must share with its neighbours to be laid out with them."""
    if block.role == "furniture":
        return "folded", ""
    if block.kind == "table_row":
        path = block.path or ""
        table = TABLE.match(path)
        return "table", table[0] if table else path.rpartition("/")[0]
    return ("list", "") if block.kind == "list_item" else ("block", "")


def cards(opened: Opened, places: Places) -> list[dict[str, Any]]:
    """Every record of a document as a card."""
    return [card(opened.document, places, standing) for standing in opened.standings]


def card(document: Document, places: Places, standing: Standing) -> dict[str, Any]:
    """A record for the page, in JSON: its fields with their places, what is judged, what was decided."""
    here = places if standing.status != "gone" else None
    record = standing.record
    return {
        "id": record.id,
        "kind": record.kind,
        "status": standing.status,
        "waits": standing.status in TO_DO,
        "name": harmless(name(record)),
        "summary": harmless(summary(record)),
        "confidence": record.confidence,
        "flags": list(record.flags),
        "fields": [field(document, here, part.path, part.label, part.field) for part in parts(record)],
        "judged": [
            {"path": each.path, "label": each.label, "value": each.value, "choices": list(each.choices)}
            for each in judgements(record)
        ],
        "slots": [{"path": path, "label": harmless(label)} for path, label in open_slots(record).items()],
        "also": [run for each in further(record) for run in _runs(here, each.start, each.end)],
        "seen": [decision.id for decision in standing.decisions],
        "decisions": [decided(decision) for decision in standing.decisions],
    }


def name(record: Record) -> str:
    """What a record is called on the page: its name or title, or the words of a date or count."""
    field = identifying(record)
    return field.text if record.kind in ("date", "count") else field.value


def field(document: Document, places: Places | None, path: str, label: str, value: FieldValue) -> dict[str, Any]:
    """A field for the page; its places are empty where the text that it cites is gone."""
    source = value.source
    return {
        "path": path,
        "label": label,
        "text": harmless(value.text),
        "value": value.value,
        "shown": harmless(value.value),
        "confidence": value.confidence,
        "rule": value.rule,
        "flags": list(value.flags),
        "place": [source.start, source.end] if places and page(document) else None,
        "at": _runs(places, source.start, source.end),
        "sentence": _runs(places, *source.sentence),
        "context": [run for start, end in source.context for run in _runs(places, start, end)],
        "basis": [_basis(document, places, each) for each in value.basis],
    }


def _basis(document: Document, places: Places | None, basis: Basis) -> dict[str, Any]:
    text = harmless(document.text[basis.start : basis.end]) if places else ""
    return {"why": harmless(basis.why), "text": text, "at": _runs(places, basis.start, basis.end)}


def _runs(places: Places | None, start: int, end: int) -> list[Run]:
    return places.runs(start, end) if places else []


def decided(decision: Decision) -> dict[str, Any]:
    """A decision in words: who, when, what, why, and the record as its author left it."""
    version = decision.after or decision.before
    return {
        "id": decision.id,
        "who": harmless(decision.who),
        "at": decision.at.replace("T", " ").removesuffix("Z"),
        "what": SAID.get(decision.what, decision.what),
        "why": harmless(reason(decision.why)),
        "version": told(version) if version and decision.what != "reject" else [],
    }


def reason(why: str | None) -> str:
    """A logged reason in words.

    >>> reason("duplicate: see above"), reason("as agreed"), reason(None)
    ('another record says the same (see above)', 'as agreed', '')
    """
    key, colon, words = (why or "").partition(":")
    if key not in REASONS:
        return why or ""
    return f"{REASONS[key]} ({words.strip()})" if colon and words.strip() else REASONS[key]


def told(record: Record) -> list[list[str]]:
    """A record as pairs of label and words, to be compared with another version of it."""
    said = [[part.label, harmless(part.field.value), harmless(part.field.text)] for part in parts(record)]
    return said + [[each.label, each.value, each.value] for each in judgements(record) if each.value]


def opening(opened: Opened, places: Places, who: str, inside: Sequence[str] | None) -> dict[str, Any]:
    """What the script of the document page begins with; ``inside``: the records that a filter takes, None for all."""
    document = opened.document
    return {
        "document": document.id,
        "reading": reading(document),
        "starts": [piece.start for piece in places.pieces],
        "records": cards(opened, places),
        "inside": inside,
        **read_state(opened, who),
    }


def read_state(opened: Opened, who: str) -> dict[str, Any]:
    """Who has read a document in full as it is today, and how far its log has been shown."""
    return {
        "readBy": [harmless(name) for name in opened.read_by],
        "readSeen": [each.id for each in heads(living(opened.shown)) if each.what == "read" and each.who == who],
        "last": opened.last,
    }


def live(document: Document, start: int, end: int) -> str:
    """The live page at a run of the text; empty where there is none."""
    return link(document, Source(start=start, end=end, sentence=(start, end))) if page(document) else ""


def conflict(document: Document, standing: Standing) -> dict[str, Any]:
    """A record on which decisions differ: its sentence, the versions, and what settles it in favour of each."""
    record = standing.record
    source = identifying(record).source
    return {
        "document": document.id,
        "record": record.id,
        "kind": record.kind,
        "name": harmless(name(record)),
        "language": document.language,
        "sentence": _cut(document.text, source.sentence, (source.start, source.end)),
        "seen": [decision.id for decision in standing.decisions],
        "versions": [{**decided(each), "settles": settlement(standing, each)} for each in standing.decisions],
    }


def settlement(standing: Standing, chosen: Decision) -> dict[str, Any]:
    """What is posted to let one of several decisions stand."""
    body = {"document": chosen.document, "record": standing.record.id, "settle": True}
    seen = [decision.id for decision in standing.decisions]
    if chosen.what in ("reject", "unsure"):
        return {**body, "seen": seen, "what": chosen.what, "why": chosen.why}
    if chosen.after is None and chosen.before == standing.record:
        return {**body, "seen": seen, "what": "accept", "why": chosen.why}
    return {**body, "seen": seen, "what": "edit", "take": chosen.id, "why": chosen.why}


def _cut(text: str, around: tuple[int, int], inner: tuple[int, int]) -> list[str]:
    """A run of a text in three: before, inside and behind another one."""
    places = (around[0], inner[0]), inner, (inner[1], around[1])
    return [visible(text[low:high]) for low, high in places]
