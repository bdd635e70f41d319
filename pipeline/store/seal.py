"""``run.json``, the seal of a data set: what went in, what was left out, and the digests of the two files."""

from __future__ import annotations

import hashlib
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

from pipeline.errors import SealError
from pipeline.records import Frozen, Kind

DOCUMENTS = "documents.jsonl"
RECORDS = "records.jsonl"
SHARDS = "shards.jsonl"
"""Stands in the place of the two where a run writes shards of Parquet."""
SHARDS_FOLDER = "shards"
BODIES = (DOCUMENTS, RECORDS, SHARDS)
SEAL = "run.json"
MEND = "run communique again to write it anew"
NEW = ".new"
"""The ending of a file that waits to be renamed into place (see ``pipeline.store.draft``)."""


class SealedSettings(Frozen):
    """What the user chose. ``lexicon`` is the file's name, ``lexicon_sha256`` its digest."""

    model: bool
    lexicon: str | None = None
    lexicon_sha256: str | None = None
    relevant_only: bool = False


class SealedInput(Frozen):
    """One input that became a document: digest and charset of its bytes, characters lost."""

    source: str
    document: str
    sha256: str
    charset: str = "utf-8"
    replaced: int = 0


class Failure(Frozen):
    """One input that failed: what is wrong with it and what to do next."""

    input: str
    problem: str
    remedy: str


class LeftOutInput(Frozen):
    """One input that was passed over, such as a picture in a folder of pages."""

    input: str
    reason: str


class LeftOutBlock(Frozen):
    """One block of a page that is not in its document's text; ``excerpt`` is its beginning."""

    path: str
    reason: str
    excerpt: str


class LeftOutBlocks(Frozen):
    """The blocks of one document that were left out."""

    document: str
    blocks: tuple[LeftOutBlock, ...]


class ModelUse(Frozen):
    """How many questions the model was asked, and in how many documents."""

    asked: int
    documents: int


class Totals(Frozen):
    """How long the lists of a seal are."""

    inputs: int
    failures: int
    left_out: int


class Seal(Frozen):
    """What ``run.json`` says but for its lists. Times are UTC (``2026-11-22T09:30:00Z``) and stand nowhere else."""

    version: str
    rules_version: str
    settings: SealedSettings
    started: str
    finished: str
    model: ModelUse
    counts: dict[Kind, int]
    totals: Totals
    files: dict[str, str]
    """The sha256 of ``documents.jsonl`` and ``records.jsonl``, or of ``shards.jsonl``, by name."""


def standing(folder: Path, name: str) -> Path:
    """Where a file of an interrupted publication stands: under its waiting name, or already under its own."""
    waiting = folder / (name + NEW)
    return waiting if waiting.is_file() else folder / name


def current(folder: Path) -> tuple[Path, dict[str, Path]]:
    """The seal that counts, and the files that it seals by name: the ones of a publication that was cut short first."""
    seal = standing(folder, SEAL)
    cut_short = seal.name != SEAL
    return seal, {name: standing(folder, name) if cut_short else folder / name for name in BODIES}


def no_data_set(folder: Path) -> SealError:
    """What to say of a folder without a seal."""
    return SealError(f"{folder}: holds no data set ({SEAL} is missing); {MEND}")


def digest(file: IO[bytes]) -> str:
    """The sha256 of an open file from its beginning, to which it is set back. Raises OSError."""
    file.seek(0)
    found = hashlib.file_digest(cast("BufferedReader", file), "sha256").hexdigest()
    file.seek(0)
    return found
