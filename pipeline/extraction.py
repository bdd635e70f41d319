"""One document in, its records out: the rules of its language, then normalising."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from extractors.en import English
from extractors.mentions import together
from extractors.model import Model, ModelUnavailable
from extractors.zh import Chinese
from pipeline.errors import LexiconError, ModelError
from pipeline.normalise import records_of
from pipeline.read.language import parts
from pipeline.records import Document, Record
from pipeline.sentences import text_of

Words = tuple[str, ...]


class Lexicon(BaseModel):
    """A user's own words, as a TOML file holds them; each list is added to the rules' own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    titles: Words = ()
    institutions: Words = ()
    leader: Words = ()
    member: Words = ()
    group: Words = ()
    established: Words = ()

    @classmethod
    def read(cls, path: Path) -> Lexicon:
        """The lexicon in a file. Raises LexiconError with the file, the fault and the remedy."""
        try:
            return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        except OSError as error:
            raise LexiconError(f"{path}: cannot be read ({error.strerror}); name an existing TOML file") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LexiconError(f"{path}: is not TOML ({error}); mend the file") from error
        except ValidationError as error:
            place = ".".join(map(str, error.errors()[0]["loc"]))
            known = ", ".join(cls.model_fields)
            raise LexiconError(f"{path}: {place}: {error.errors()[0]['msg']}; the lists are {known}") from error


class Extraction:
    """The rules with their lexicons, loaded once; ``records`` keeps no state from document to document."""

    def __init__(self, lexicon: Path | None = None, *, model: bool = False) -> None:
        added = Lexicon.read(lexicon) if lexicon else Lexicon()
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
