"""The words that a user adds to the rules' own, as a TOML file holds them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import LexiconError

Words = tuple[str, ...]


class Lexicon(BaseModel):
    """A user's own words; each list is added to the rules' own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    titles: Words = ()
    institutions: Words = ()
    leader: Words = ()
    member: Words = ()
    group: Words = ()
    established: Words = ()

    @classmethod
    def given(cls, lexicon: Path | Lexicon | None) -> Lexicon:
        """The lexicon that a caller has: in a file, read already, or none. Raises LexiconError."""
        return cls.read(lexicon) if isinstance(lexicon, Path) else lexicon or cls()

    @classmethod
    def read(cls, path: Path) -> Lexicon:
        """The lexicon in a file. Raises LexiconError with the file, the fault and the remedy."""
        try:
            return cls.parsed(path.read_bytes(), path)
        except OSError as error:
            raise LexiconError(f"{path}: cannot be read ({error.strerror}); name an existing TOML file") from error

    @classmethod
    def parsed(cls, data: bytes, path: Path) -> Lexicon:
        """The lexicon in the bytes of a file. Raises LexiconError with the file, the fault and the remedy."""
        try:
            return cls.model_validate(tomllib.loads(data.decode("utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LexiconError(f"{path}: is not TOML ({error}); mend the file") from error
        except ValidationError as error:
            place = ".".join(map(str, error.errors()[0]["loc"]))
            known = ", ".join(cls.model_fields)
            raise LexiconError(f"{path}: {place}: {error.errors()[0]['msg']}; the lists are {known}") from error
