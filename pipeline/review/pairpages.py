"""What the page of names shows: pairs as cards, and the sentences that name either side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.harmless import harmless
from pipeline.records import Document, FieldValue
from pipeline.review.desk import Desk, Opened
from pipeline.review.judgements import Said
from pipeline.review.names import Judged, NameDesk
from pipeline.review.pairs import Side, Spot
from pipeline.review.parts import parts
from pipeline.review.places import visible

BEFORE, BEHIND = 300, 200
"""Signs of a sentence that are shown on either side of a name."""
CONTEXT = 160
"""Signs that are shown of each passage that a sentence leans on: its list's heading, its label."""
COMPANY = 8
"""So many of the titles and offices beside a person's name are shown."""


def card(desk: NameDesk, judged: Judged) -> dict[str, Any]:
    """A pair for the page, in JSON: its sides, what the rules say, what was judged."""
    pair, table = judged.pair, desk.comparing.table
    sides = [table.side(name) for name in (pair.first, pair.second)]
    return {
        "id": pair.id,
        "kind": sides[0].kind,
        "known": pair.id in table.pairs,
        "sides": [_side(side) for side in sides],
        "verdict": judged.verdict,
        "waits": judged.waits,
        "differing": judged.differing,
        "rules": {"verdict": pair.verdict, "score": pair.score, "reason": harmless(pair.reason), "author": pair.author},
        "together": table.entity(pair) is not None,
        "seen": [each.id for each in judged.said],
        "judgements": [said(each) for each in judged.said],
    }


def said(each: Said) -> dict[str, Any]:
    """A judgement in words, as the page shows decisions."""
    return {
        "id": each.id,
        "who": harmless(each.author),
        "at": each.at.replace("T", " ").removesuffix("Z"),
        "what": each.verdict,
        "why": harmless(each.reason),
        "version": [],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "signature": side.signature,
        "name": harmless(side.name),
        "names": [harmless(name) for name in side.names],
        "where": " ".join(side.where),
        "basis": side.basis,
        "quote": harmless(side.quote or ""),
        "company": [harmless(each) for each in side.company[:COMPANY]],
        "documents": side.documents,
        "mentions": side.mentions,
    }


def evidence(desk: Desk, who: str, side: Side) -> list[dict[str, Any]]:
    """The sentences that name a side, as its documents stand by now; those where it is named no more are left out."""
    found = []
    for spot in side.spots:
        opened = desk.opened(who, spot.document)
        if opened is not None and opened.document.text[spot.start : spot.end] == spot.text:
            found.append(_sentence(opened, spot))
    return found


def _sentence(opened: Opened, spot: Spot) -> dict[str, Any]:
    document = opened.document
    path, field = next(_fields(opened, spot), ("", None))
    first, last = field.source.sentence if field else _block(document, spot)
    before = document.text[max(first, spot.start - BEFORE) : spot.start]
    behind = document.text[spot.end : min(last, spot.end + BEHIND)]
    return {
        "document": document.id,
        "title": harmless(document.title or document.source),
        "published": harmless(document.published or ""),
        "publisher": harmless(document.publisher or ""),
        "language": document.language,
        "record": spot.record if field else "",
        "path": path,
        "text": [
            ("…" if spot.start - first > BEFORE else "") + visible(before),
            visible(spot.text),
            visible(behind) + ("…" if last - spot.end > BEHIND else ""),
        ],
        "context": [_short(document.text[low:high]) for low, high in (field.source.context if field else ())],
    }


def _short(passage: str) -> str:
    return visible(passage if len(passage) <= CONTEXT else passage[: CONTEXT - 1] + "…")


def _fields(opened: Opened, spot: Spot) -> Iterator[tuple[str, FieldValue]]:
    """The field of a record that stands at a spot, with its path."""
    for standing in opened.standings:
        if standing.record.id == spot.record:
            for part in parts(standing.record):
                if (part.field.source.start, part.field.source.end) == (spot.start, spot.end):
                    yield part.path, part.field


def _block(document: Document, spot: Spot) -> tuple[int, int]:
    """The block around a spot."""
    around = ((each.start, each.end) for each in document.blocks if each.start <= spot.start and spot.end <= each.end)
    return next(around, (spot.start, spot.end))
