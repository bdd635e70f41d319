"""Records and decisions as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one JSON-LD object a line.

A field of a record is a ``tagging`` annotation: a tag such as ``group/members``, the value as an identifying body, and
a link to the record. A decision that stands is an ``assessing`` one, with its author and time. The target of both is
the text as read, by position and quote, and the live page, by quote alone.

Positions count Unicode code points, as section 4.2.5 of the model demands ("not … code units"), in the ``text`` of
``documents.jsonl``, which is the normalised text without the page's furniture; in the page itself they would mean
nothing, and that is why the page is a target of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent_encoded
from uuid import NAMESPACE_URL, uuid5

from pipeline.export.codebook import CODEBOOK, Made, codebook
from pipeline.export.links import bounds, page
from pipeline.export.staging import staged
from pipeline.records import Document, FieldValue, Record, identifying, named_fields
from pipeline.review.decisions import Decision, heads, living
from pipeline.review.reviewed import Reviewed
from pipeline.store.disk import told

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAME = "annotations.jsonl"
AROUND = 32
"""How many code points before and after a quote go with it, within its block or cell."""


def export(all_reviewed: Iterable[Reviewed], folder: Path, made: Made | None = None) -> int:
    """Write ``annotations.jsonl`` and the codebook to the folder, give the number of annotations. Raises StoreError."""
    number = 0
    with staged(folder, frozenset({NAME, CODEBOOK})) as staging, told(folder, "written"):
        with (staging / NAME).open("w", encoding="utf-8", newline="\n") as file:
            for reviewed in all_reviewed:
                for each in annotated(reviewed):
                    file.write(f"{json.dumps(each, ensure_ascii=False)}\n")
                    number += 1
        (staging / CODEBOOK).write_text(codebook({}, {}, made), encoding="utf-8")
    return number


def annotated(reviewed: Reviewed) -> Iterator[dict[str, Any]]:
    """The annotations of one document: its records as they stand, then the decisions that stand on them."""
    document = reviewed.document
    for standing in reviewed.standings:
        if standing.in_tables:
            for number, (name, field) in enumerate(named_fields(standing.record)):
                yield _stated(document, standing.record, name, field, number)
    for decision in heads(living(reviewed.decisions)):
        yield _decided(document, decision)


def _stated(document: Document, record: Record, name: str, field: FieldValue, number: int) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "id": _id("field", record.id, str(number)),
        "type": "Annotation",
        "motivation": "tagging",
        "generator": {"id": _urn("rule", field.rule), "type": "Software", "name": field.rule},
        "body": [
            _text(f"{record.kind}/{name}", "tagging"),
            _text(field.value, "identifying"),
            _record_link(record.id),
        ],
        "target": _targets(document, field, placed=True),
    }


def _decided(document: Document, decision: Decision) -> dict[str, Any]:
    record = decision.before or decision.after
    body: list[dict[str, Any]] = [_text(decision.what, "assessing")]
    if decision.after is not None:
        body.append({**_text(decision.after.model_dump_json(), "editing"), "format": "application/json"})
    if decision.why:
        body.append(_text(decision.why, "commenting"))
    if decision.record:
        body.append(_record_link(decision.record))
    return {
        "@context": CONTEXT,
        "id": _id("decision", document.id, str(decision.id), decision.key),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Person", "name": decision.who},
        "created": decision.at,
        "body": body,
        "target": _targets(document, identifying(record), placed=_placed(document, decision))
        if record
        else _whole(document),
    }


def _placed(document: Document, decision: Decision) -> bool:
    """Whether a decision's offsets are those of the document as it is now."""
    record = decision.before or decision.after
    if record is None or decision.version != document.version:
        return False
    field = identifying(record)
    return document.text[field.source.start : field.source.end] == field.text


def _targets(document: Document, field: FieldValue, *, placed: bool) -> list[dict[str, Any]]:
    """Where a field stands; ``placed``: its offsets are those of the document as it is now."""
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": field.text}
    start, end = field.source.start, field.source.end
    selectors = [quote]
    if placed:
        low, high = bounds(document, start)
        if before := document.text[max(low, start - AROUND) : start]:
            quote["prefix"] = before
        if after := document.text[end : min(high, end + AROUND)]:
            quote["suffix"] = after
        selectors = [{"type": "TextPositionSelector", "start": start, "end": end}, quote]
    text = {"type": "SpecificResource", "source": _urn("document", document.id), "selector": selectors}
    return [text, {**each, "selector": quote}] if (each := _page(document)) else [text]


def _whole(document: Document) -> list[dict[str, Any]]:
    text = {"type": "SpecificResource", "source": _urn("document", document.id)}
    return [text, each] if (each := _page(document)) else [text]


def _page(document: Document) -> dict[str, Any] | None:
    """The live page as a target, as it was when it was fetched; None without an address."""
    address = page(document)
    if address is None:
        return None
    target: dict[str, Any] = {"type": "SpecificResource", "source": percent_encoded(address.strip(), safe=ADDRESS)}
    if document.retrieved_at:
        target["state"] = {"type": "TimeState", "sourceDate": document.retrieved_at}
    return target


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _record_link(record: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": _urn("record", record), "purpose": "linking"}


def _urn(*parts: str) -> str:
    return ":".join(("urn:communique", *(percent_encoded(part, safe="") for part in parts)))


def _id(*parts: str) -> str:
    """An annotation's own address, the same after each export."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, _urn(*parts))}"


ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"
"""Signs that an address keeps as they are; what may not stand in one is percent-encoded."""
