"""The sentences that the rows of the page show, looked up in the documents when all rows are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.export.links import link, page
from pipeline.records import Document, FieldValue
from pipeline.report.parts import Cited

AROUND = 160
"""So much of a long sentence is shown before and behind the quote, in code points."""
LONGEST = 400
"""A longer quote is cut."""
Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in its sentence, and where it stands; ``link`` opens the live page at it, or is empty."""

    before: str
    quote: str
    after: str
    link: str


def key(cited: Cited) -> Key:
    """By what a passage is known: its document and place."""
    return cited.document, cited.field.source.start, cited.field.source.end


def passages(documents: Iterable[Document], wanted: Iterable[Cited]) -> dict[Key, Passage]:
    """The passages of all values that rows cite. A value whose place is no longer in the text has none."""
    of: dict[str, dict[Key, FieldValue]] = {}
    for each in wanted:
        of.setdefault(each.document, {})[key(each)] = each.field
    found: dict[Key, Passage] = {}
    for document in documents:
        for place, field in of.get(document.id, {}).items():
            if document.text[place[1] : place[2]] == field.text:
                found[place] = passage(document, field)
    return found


def passage(document: Document, field: FieldValue) -> Passage:
    """One value in its sentence."""
    source, text = field.source, document.text
    first, last = source.sentence
    before, after = (
        text[max(first, source.start - AROUND) : source.start],
        text[source.end : min(last, source.end + AROUND)],
    )
    return Passage(
        f"…{before}" if source.start - AROUND > first else before,
        f"{field.text[:LONGEST]}…" if len(field.text) > LONGEST else field.text,
        f"{after}…" if source.end + AROUND < last else after,
        link(document, source) if page(document) else "",
    )
