"""One document in, its records out: the rules of its language, then normalising."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.mentions import Mentions, together
from extractors.model import Model, ModelUnavailable
from extractors.text import Text
from pipeline.errors import ModelError
from pipeline.lexicon import Lexicon, Words
from pipeline.normalise import records_of
from pipeline.read.language import parts
from pipeline.records import Document, Record
from pipeline.sentences import text_of

if TYPE_CHECKING:
    from extractors.en import English
    from extractors.zh import Chinese


class Languages:
    """The rules of each language: loaded, at half a second a language, when a text first asks for them."""

    KNOWN = ("en", "zh")

    def __init__(self, words: Mapping[str, Words], model: Model | None) -> None:
        self.words = words
        self.model = model

    def mentions(self, language: str, text: Text) -> Mentions:
        """All that the rules of a known language find in a text."""
        return (self.chinese if language == "zh" else self.english).mentions(text)

    @cached_property
    def english(self) -> English:
        """The English rules."""
        from extractors.en import English

        return English(self.words, self.model)

    @cached_property
    def chinese(self) -> Chinese:
        """The Chinese rules."""
        from extractors.zh import Chinese

        return Chinese(self.words)


class Extraction:
    """The rules with their lexicons, loaded once; ``records`` keeps no state from document to document."""

    def __init__(self, lexicon: Path | Lexicon | None = None, *, model: bool = False) -> None:
        added = Lexicon.given(lexicon)
        self.model = Model() if model else None
        self.languages = Languages(added.model_dump(), self.model)

    @property
    def asked(self) -> int:
        """How many questions the spaCy model was asked so far."""
        return self.model.asked if self.model else 0

    def records(self, document: Document) -> list[Record]:
        """The records of one document, in the order of their first source; none in a language without rules.

        Raises ModelError when the model is to be asked and cannot be loaded.
        """
        language = document.language.lower().partition("-")[0]
        if language not in Languages.KNOWN:
            return []
        text = text_of(document)
        try:
            found = [self.languages.mentions(each, part) for each, part in parts(text, language)]
        except ModelUnavailable as error:
            raise ModelError(f"--model: {error}, or leave --model out") from error
        return records_of(document, found[0] if len(found) == 1 else together(found))
