"""Words for a lexicon, out of what reviewers added: what the rules may have missed a record for want of.

Proposed are the head words of added titles and names, and the labels before added names and dates ("Spearhead school:
…"), unless a record that the rules found themselves has the same. They are words to choose from: a person reads the
quotes and deletes what is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.harmless import harmless
from pipeline.records import Document, FieldValue, Record, named_fields
from pipeline.review.reviewed import Reviewed
from pipeline.review.standing import Standing
from pipeline.score.alike import CONJUNCTION, PREPOSITION, norm

LISTS = {
    "titles": "heads of titles, one word each",
    "institutions": "last words of an institution's name, one word each",
    "leader": "labels of the school that leads",
    "member": "labels of the schools that belong to it",
    "group": "labels of the group's name",
    "established": "labels of its founding date",
}
"""The lists of a lexicon, as ``communique run --lexicon`` takes it, and what stands in them."""
HEADED = {"title": "titles", "organisation": "institutions", "leaders": "institutions", "members": "institutions"}
"""Fields of which the head word is proposed, and for which list."""
LABELLED = {
    ("group", "leaders"): "leader",
    ("group", "members"): "member",
    ("group", "name"): "group",
    ("group", "established"): "established",
}
"""Fields of which the label is proposed, and for which list."""
WORD = re.compile(r"[a-z][a-z'-]+")
LABEL = re.compile(r"(?:^|[.;,(\n])\s*(?:\d+[.)]\s*)?([A-Za-z][A-Za-z' -]{1,39}?)\s*[:：][^:：\n]*\Z")
"""The words before the last colon: "Spearhead school" before "Hill Street Madrasa" in "1. Spearhead school: H…"."""
PLURAL = re.compile(r"(?<![sui])s$")
"""The ending of a plural: "feeder schools", not "campus" or "headmistress"."""
BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
SHOWN_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word or label for one of ``LISTS``, with the places that speak for it."""

    to: str
    words: str
    places: tuple[tuple[str, Document], ...]
    """Quotes with their documents."""


def proposals(all_reviewed: Iterable[Reviewed]) -> list[Proposal]:
    """What reviewers' additions say the lexicon lacks, for each list the most frequent first."""
    known: set[tuple[str, str]] = set()
    places: dict[tuple[str, str], list[tuple[str, Document]]] = {}
    for each in all_reviewed:
        for standing in each.standings:
            if standing.machine is not None:
                known.update(entry for entry, _ in _entries(each.document, standing.machine))
            for entry, quote in _added(each.document, standing):
                places.setdefault(entry, []).append((quote, each.document))
    found = [Proposal(to, words, tuple(quotes)) for (to, words), quotes in places.items() if (to, words) not in known]
    order = list(LISTS)
    return sorted(found, key=lambda each: (order.index(each.to), -len(each.places), each.words))


def toml(found: Iterable[Proposal]) -> str:
    """Proposals as a lexicon file, each with the quotes that speak for it as a comment."""
    lines = [
        "# Proposed by what reviewers added. Read the quotes, delete what is wrong, then: communique run --lexicon"
    ]
    proposed = list(found)
    for name, holds in LISTS.items():
        own = [each for each in proposed if each.to == name]
        if own:
            lines += ["", f"# {holds}", f"{name} = ["]
            lines += [line for each in own for line in _entry(each)]
            lines.append("]")
    return "\n".join(lines) + "\n"


def _entry(each: Proposal) -> Iterator[str]:
    times = f"{len(each.places)} times" if len(each.places) > 1 else "once"
    for quote, document in each.places[:SHOWN_QUOTES]:
        yield f"    # {_flat(quote)} ({_flat(document.source)})"
    yield f"    {json.dumps(each.words)},  # {times}"


def _flat(text: str) -> str:
    return harmless(" ".join(text.split()))


def _added(document: Document, standing: Standing) -> Iterator[tuple[tuple[str, str], str]]:
    """What people put into a record beyond what the rules found, or the record that they added."""
    if standing.status not in ("edited", "added", "accepted"):
        return
    had = {_place(*each) for each in named_fields(standing.machine)} if standing.machine else set()
    for name, field in named_fields(standing.record):
        if _place(name, field) not in had:
            for entry in _of_field(document, standing.record.kind, name, field):
                yield entry, field.text


def _entries(document: Document, record: Record) -> Iterator[tuple[tuple[str, str], str]]:
    for name, field in named_fields(record):
        for entry in _of_field(document, record.kind, name, field):
            yield entry, field.text


def _of_field(document: Document, kind: str, name: str, field: FieldValue) -> Iterator[tuple[str, str]]:
    """The words that a field has for the lists."""
    if document.language != "en":
        return
    if name in HEADED and (kind, name) != ("official", "name"):
        yield from ((HEADED[name], word) for word in sorted(_heads(field.text)))
    if (kind, name) in LABELLED and (label := _label(document, field)):
        yield LABELLED[kind, name], label


def _heads(text: str) -> set[str]:
    """The head words of a title or name up to its first comma: "bursar" of "deputy bursar of the school, Hill Town"."""
    phrase = PREPOSITION.split(norm(BRACKETS.sub("", text).split(",")[0]))[0]
    last = {part.split()[-1] for part in CONJUNCTION.split(phrase) if part.split()}
    return {word for word in last if WORD.fullmatch(word)}


def _label(document: Document, field: FieldValue) -> str | None:
    """The label before a field: on its line, or as the line before its block."""
    start = field.source.start
    block = next((block for block in document.blocks if block.start <= start < block.end), None)
    if block is None:
        return None
    found = LABEL.search(document.text[block.start : start])
    if found is None:
        before = document.text[: block.start].rstrip().rpartition("\n")[2]
        found = LABEL.search(before) if before.endswith((":", "：")) else None
    return PLURAL.sub("", norm(found[1])) if found else None


def _place(name: str, field: FieldValue) -> tuple[str, int, int]:
    return name, field.source.start, field.source.end
