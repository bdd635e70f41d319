"""One export: what ties the documents together first, then row by row into the files of a format, then the codebook."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from pipeline.errors import StoreError
from pipeline.export.across import FormerEntityRow
from pipeline.export.codebook import CODEBOOK, Made, codebook
from pipeline.export.columns import cells
from pipeline.export.entity_ids import known, remember
from pipeline.export.rows import decision_row, entity_row, judgement_row, rows
from pipeline.export.staging import staged
from pipeline.export.tables import TABLES, Row, columns
from pipeline.export.writer import Writer
from pipeline.identity.judging import Judgement
from pipeline.identity.linking import Links, Told, linked
from pipeline.review.decisions import Decision
from pipeline.review.reviewed import Reviewed
from pipeline.store.disk import told

Format = Literal["csv", "parquet", "xlsx", "sqlite", "jsonl", "datapackage"]


class AllReviewed(Protocol):
    """Documents as they were reviewed; they can be gone through again, and be had by their number."""

    def __iter__(self) -> Iterator[Reviewed]: ...

    def __getitem__(self, at: int, /) -> Reviewed: ...


@dataclass(frozen=True, slots=True)
class Whole:
    """What an export is made of; ``decisions`` is None without a log, ``made`` says how the data set was made."""

    documents: AllReviewed
    decisions: Sequence[Decision] | None = None
    judged: Sequence[Judgement] = ()
    made: Made | None = None
    folder: Path | None = None
    """Where the ids of entities are on record."""

    @property
    def tables(self) -> list[str]:
        """The tables that it gives, in their order."""
        return [name for name in TABLES if name != "decisions" or self.decisions is not None]


class _Telling:
    """Documents with the records that are in the tables."""

    def __init__(self, documents: AllReviewed) -> None:
        self.documents = documents

    def __iter__(self) -> Iterator[Told]:
        return map(_told, self.documents)

    def __getitem__(self, at: int, /) -> Told:
        return _told(self.documents[at])


def _told(each: Reviewed) -> Told:
    return each.document, [standing.record for standing in each.standings if standing.in_tables]


def links_of(whole: Whole) -> Links:
    """What ties the documents together."""
    return linked(_Telling(whole.documents), whole.judged, known(whole.folder) if whole.folder else ())


def all_rows(whole: Whole, links: Links) -> Iterator[tuple[str, Row]]:
    """Every row of every table: of document after document, then of what ties them together."""
    decided = {each.document for each in whole.decisions or ()}
    sources: dict[str, str] = {}
    for each in whole.documents:
        if each.document.id in decided:
            sources[each.document.id] = each.document.source
        yield from rows(each, links)
    yield from (("entities", entity_row(entity, links)) for entity in links.entities)
    yield from (("former_entities", FormerEntityRow(*each)) for each in links.entities.ids.former())
    yield from (("judgements", judgement_row(each)) for each in links.judgements)
    yield from (("decisions", decision_row(each, sources.get(each.document))) for each in whole.decisions or ())


def export(whole: Whole, folder: Path, form: Format = "csv") -> dict[str, int]:
    """Write every table to the folder, with a codebook, and give the number of rows of each.

    All files are written beside the former ones, and the ids of entities put on record, before the first of those is
    replaced; a table of decisions that is no longer given goes. Raises StoreError when a folder cannot be written.
    """
    kind = writer_of(form)
    with staged(folder, kind.files | {CODEBOOK}) as staging:
        counts = dict.fromkeys(whole.tables, 0)
        missing: Counter[tuple[str, str]] = Counter()
        with _writing(folder):
            writer = kind(staging, whole.tables)
        try:
            links = links_of(whole)
            for name, row in all_rows(whole, links):
                values = cells(row)
                counts[name] += 1
                blank = [at for at, value in enumerate(values) if value is None or value == ""]
                if blank:
                    own = columns(TABLES[name])
                    missing.update((name, own[at]) for at in blank)
                with _writing(folder):
                    writer.write(name, values)
            with _writing(folder):
                writer.finish()
                (staging / CODEBOOK).write_text(codebook(counts, missing, whole.made), encoding="utf-8")
        except BaseException:
            writer.abandon()
            raise
        if whole.folder:
            remember(whole.folder, links.entities.ids.fresh())
    return counts


def writer_of(form: Format) -> type[Writer]:
    """What writes a format. Libraries are imported for the format that needs them."""
    match form:
        case "csv":
            from pipeline.export.csv import SpreadsheetCsv

            return SpreadsheetCsv
        case "parquet":
            from pipeline.export.parquet import Parquet

            return Parquet
        case "xlsx":
            from pipeline.export.xlsx import Xlsx

            return Xlsx
        case "sqlite":
            from pipeline.export.sqlite import Sqlite

            return Sqlite
        case "jsonl":
            from pipeline.export.jsonl import JsonLines

            return JsonLines
        case "datapackage":
            from pipeline.export.datapackage import DataPackage

            return DataPackage


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Tell errors of the disk, and those of SQLite about it, as StoreErrors that name the folder."""
    try:
        with told(folder, "written"):
            yield
    except sqlite3.OperationalError as error:
        raise StoreError(f"{folder}: cannot be written: {error}; free some space and run again") from error
