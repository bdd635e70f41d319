"""One document in, its records out: the rules of its language, then normalising."""

from __future__ import annotations

from pathlib import Path

from extractors.en import English
from extractors.mentions import together
from extractors.model import Model, ModelUnavailable
from extractors.zh import Chinese
from pipeline.errors import ModelError
from pipeline.lexicon import Lexicon
from pipeline.normalise import records_of
from pipeline.read.language import parts
from pipeline.records import Document, Record
from pipeline.sentences import text_of


class Extraction:
    """The rules with their lexicons, loaded once; ``records`` keeps no state from document to document."""

    def __init__(self, lexicon: Path | Lexicon | None = None, *, model: bool = False) -> None:
        added = Lexicon.read(lexicon) if isinstance(lexicon, Path) else lexicon or Lexicon()
        self.model = Model() if model else None
        words = added.model_dump()
        self.languages: dict[str, English | Chinese] = {"en": English(words, self.model), "zh": Chinese(words)}

    @property
    def asked(self) -> int:
        """How many questions the spaCy model was asked so far."""
        return self.model.asked if self.model else 0

    def records(self, document: Document) -> list[Record]:
        """The records of one document, in the order of their first source; none in a language without rules.

        Raises ModelError when the model is to be asked and cannot be loaded.
        """
        language = document.language.lower().partition("-")[0]
        if language not in self.languages:
            return []
        text = text_of(document)
        try:
            found = [self.languages[each].mentions(part) for each, part in parts(text, language)]
        except ModelUnavailable as error:
            raise ModelError(f"--model: {error}, or leave --model out") from error
        return records_of(document, found[0] if len(found) == 1 else together(found))
