"""The job around the extractors: inputs in, a sealed data set out.

Two ways in for notebooks: ``from pipeline import extract`` (one text in, its records out) and ``load`` (the tables of a
data set as data frames).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.extraction import Extraction
    from pipeline.frames import Frames
    from pipeline.records import Record

__all__ = ["extract", "load"]


def load(folder: str | Path, least: float = 0) -> Frames:
    """The tables of the data set in a folder as polars frames: ``load("outputs").memberships``.

    ``load("outputs").pandas()`` gives them as pandas frames. ``least`` leaves out what the rules are less sure of, 0
    to 1. Raises SealError when the files do not match their seal, StoreError when they cannot be read.
    """
    from pipeline.frames import load as load_frames

    return load_frames(folder, least)


def extract(text: str, language: str | None = None, published: str | None = None) -> list[Record]:
    """The records of one text, read as a plain-text file would be: title, dateline, lists and furniture are told apart.

    ``language`` is a code such as "en" or "zh" (told from the text when None); ``published`` is the EDTF date from
    which "this year" and days without a year are resolved. Offsets of the records count code points of ``text`` with
    line ends as ``\\n`` and without a byte order mark. Raises an InputError when there is nothing in the text, or half
    of a surrogate pair; UsageError when an argument is no string or not written so.

    >>> [record.kind for record in extract("Li Jun, director of the bureau, opened the meeting on 3 May 2023.")]
    ['official', 'date']
    """
    from pipeline.errors import UndecodableInput
    from pipeline.inputs import Given, Input
    from pipeline.read import read

    check_arguments(text, language, published)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        problem = f"has half of a surrogate pair (character {error.start})"
        raise UndecodableInput(
            "text", problem, "decode its bytes as UTF-8, without errors='surrogateescape'"
        ) from error
    source = Input("text", data, "text/plain", "utf-8", None, Given(language=language, published=published))
    return default_rules().records(read(source).document)


def check_arguments(text: object, language: object, published: object) -> None:
    """Raises UsageError for what ``extract`` does not take, such as the NaN that pandas has for an empty cell."""
    from pipeline.errors import UsageError
    from pipeline.inputs.manifest import LANGUAGE, is_edtf_date

    if not isinstance(text, str):
        raise UsageError(f"text is {text!r}, no string; leave out the rows of a table that have no text")
    if language is not None and not (isinstance(language, str) and LANGUAGE.fullmatch(language)):
        raise UsageError(f"language is {language!r}; write a code such as en or zh")
    if published is not None and not (isinstance(published, str) and is_edtf_date(published)):
        raise UsageError(f"published is {published!r}; write YYYY, YYYY-MM or YYYY-MM-DD")


@cache
def default_rules() -> Extraction:
    """The rules with their own lexicons, loaded once."""
    from pipeline.extraction import Extraction

    return Extraction()
