"""Tables as CSV that Excel opens with a double click, and in which no cell is a formula."""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from pipeline.export.rows import decision_row, rows
from pipeline.export.tables import TABLES, Cell, Row, cells, columns
from pipeline.review.decisions import Decision
from pipeline.review.reviewed import Reviewed
from pipeline.store.disk import told

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, or skips to find one; East Asian ones read wide forms too
(https://owasp.org/www-community/attacks/CSV_Injection)."""


def export(
    all_reviewed: Iterable[Reviewed], folder: Path, decisions: Sequence[Decision] | None = None
) -> dict[str, int]:
    """Write every table to the folder as ``NAME.csv`` and give the number of rows of each.

    The log gives a table of its own; ``decisions`` is None where there is no log, and a former table of it goes.
    UTF-8 with a byte order mark, lines end in CRLF, line breaks inside a cell stay. All tables are written beside the
    former ones before the first of those is replaced. Raises StoreError when the folder cannot be written.
    """
    names = [name for name in TABLES if name != "decisions" or decisions is not None]
    with told(folder, "written"):
        folder.mkdir(parents=True, exist_ok=True)
        staging = tempfile.TemporaryDirectory(prefix=".communique-export-", dir=folder, ignore_cleanup_errors=True)
    with staging as name:
        counts = _write(_all_rows(all_reviewed, decisions or ()), names, folder, Path(name))
        with told(folder, "written"):
            _swap(Path(name), folder, names)
            if decisions is None:
                (folder / "decisions.csv").unlink(missing_ok=True)
    return counts


def _all_rows(all_reviewed: Iterable[Reviewed], decisions: Iterable[Decision]) -> Iterator[tuple[str, Row]]:
    sources = {}
    for each in all_reviewed:
        sources[each.document.id] = each.document.source
        yield from rows(each)
    yield from (("decisions", decision_row(decision, sources.get(decision.document))) for decision in decisions)


def _write(all_rows: Iterable[tuple[str, Row]], names: Sequence[str], folder: Path, staging: Path) -> dict[str, int]:
    counts = dict.fromkeys(names, 0)
    # Closing a file on a full disk raises once more, over the error that was told inside.
    with told(folder, "written"), ExitStack() as stack:
        with told(folder, "written"):
            files = {
                name: stack.enter_context((staging / f"{name}.csv").open("w", encoding="utf-8-sig", newline=""))
                for name in names
            }
            writers = {name: csv.writer(file, lineterminator="\r\n") for name, file in files.items()}
            for name, writer in writers.items():
                writer.writerow(columns(TABLES[name]))
        for name, row in all_rows:
            with told(folder, "written"):
                writers[name].writerow([guarded(cell) for cell in cells(row)])
            counts[name] += 1
        with told(folder, "written"):
            for file in files.values():
                file.flush()
                os.fsync(file.fileno())
    return counts


def _swap(staging: Path, folder: Path, names: Sequence[str]) -> None:
    """Put the new tables in the place of the former ones; if one cannot be, put these back. Raises OSError."""
    former = staging / "former"
    former.mkdir()
    for name in names:
        with suppress(FileNotFoundError):
            shutil.copy2(folder / f"{name}.csv", former)
    done: list[str] = []
    try:
        for name in names:
            os.replace(staging / f"{name}.csv", folder / f"{name}.csv")
            done.append(name)
    except OSError:
        for name in done:
            (folder / f"{name}.csv").unlink()
            with suppress(FileNotFoundError):
                os.replace(former / f"{name}.csv", folder / f"{name}.csv")
        raise


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe; numbers are as they are.

    >>> guarded("=HYPERLINK(1)"), guarded("a=b"), guarded(-1)
    ("'=HYPERLINK(1)", 'a=b', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
