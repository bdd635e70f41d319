"""The sentences of a document, as the extractors see them."""

from __future__ import annotations

from extractors.text import Block, Sentence, Text
from pipeline.records import Document


def text_of(document: Document) -> Text:
    """A document's text with its blocks, in the words that the extractors share."""
    blocks = (Block(b.kind, b.role, b.start, b.end, b.cells or (), b.path) for b in document.blocks)
    return Text(document.text, tuple(blocks))


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """Every sentence, list item and table row of a document that is not furniture, in the order of the text."""
    return text_of(document).sentences
