"""One document in, its records out: the rules, the model where they leave something open, and normalising."""

from __future__ import annotations

from pathlib import Path

from pipeline.records import Document, Record


class Extraction:
    """The rules with their lexicons, loaded once; ``records`` keeps no state from document to document."""

    def __init__(self, lexicon: Path | None = None, *, model: bool = True) -> None:
        self.lexicon = lexicon
        self.model = model
        self.asked = 0
        """How many questions the spaCy model was asked so far."""

    def records(self, document: Document) -> list[Record]:
        """The records of one document, in the order of their first source in the text."""
        return []
