"""The codebook of an export: what each table and column means, how it was made, what is missing, how right it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from pipeline.export.columns import Column, columns_of
from pipeline.export.stated import Evidence
from pipeline.export.tables import KEYS, TABLES, joins

CODEBOOK = "codebook.md"
AUTHOR = "The communique authors"
LICENCE = (
    "The quotes and sentences are those of the announcements and belong to their publishers: cite them with their "
    "`link`, and ask before you publish more than quotes. What the program made of them (tables, codes, ids) may be "
    "used freely. Division codes are those of GB/T 2260, by the package cpca (MIT)."
)
MEASURED = {
    "groups": ("group",), "memberships": ("leader", "member"), "officials": ("official", "position"),
    "positions": ("position",), "counts": ("count",), "dates": ("date",), "policies": ("policy",),
}  # fmt: skip
"""The kinds by whose accuracy a table's rows are to be judged."""


@dataclass(frozen=True, slots=True)
class Made:
    """How a data set was made: versions, when, and out of how many inputs."""

    version: str
    rules_version: str
    finished: str
    inputs: int
    failures: int


def codebook(counts: Mapping[str, int], missing: Mapping[tuple[str, str], int], made: Made | None = None) -> str:
    """The codebook as Markdown; ``counts`` are the rows of each table, ``missing`` the empty cells of each column."""
    return "\n".join(_lines(counts, missing, made)) + "\n"


def _lines(counts: Mapping[str, int], missing: Mapping[tuple[str, str], int], made: Made | None) -> Iterator[str]:
    yield from ("# Codebook", "")
    if made:
        yield f"- made by communique {made.version}, rules `{made.rules_version}`, on {made.finished}"
        yield f"- sources: {made.inputs} announcements ({made.failures} failed), listed in `documents`"
    yield f"- licence: {LICENCE}"
    yield f"- citation: {citation(made)}"
    yield from ("", "## How to read the tables", "", _data("notes.md"))
    shared = [column.name for column in columns_of(Evidence)]
    names = list(counts) or list(TABLES)
    for name in names:
        yield from _table(name, counts, missing, shared)
    yield from ("## Columns that most tables share", "", *_header(), *map(_row, columns_of(Evidence)), "")


def citation(made: Made | None) -> str:
    """How to cite the program; the announcements are cited by their own addresses."""
    version = f" (version {made.version})" if made else ""
    return f"{AUTHOR}. communique{version} [computer program]. See CITATION.cff in its repository."


def _table(
    name: str, counts: Mapping[str, int], missing: Mapping[tuple[str, str], int], shared: list[str]
) -> Iterator[str]:
    row = TABLES[name]
    number = counts.get(name, 0)
    yield from (f"## {name}", "", " ".join((row.__doc__ or "").split()), "")
    if counts:
        yield f"- rows: {number}"
    if name in KEYS:
        yield f"- key: `{KEYS[name]}`"
    for column_name, target in joins(name).items():
        if column_name not in shared:
            yield f"- `{column_name}` names a row of `{target}`"
    if name in MEASURED:
        yield f"- accuracy: {'; '.join(map(_accuracy, MEASURED[name]))}"
    yield from ("", *_header(missing=True))
    columns = columns_of(row)
    has_evidence = {column.name for column in columns}.issuperset(shared)
    for column in columns:
        if not (has_evidence and column.name in shared):
            yield _row(column, _share(missing.get((name, column.name), 0), number))
    if has_evidence:
        empty = [
            (c, missing.get((name, c), 0)) for c in shared if c in ("flags", "link", "document_title", "reviewed_by")
        ]
        said = ", ".join(f"`{column}` {_share(each, number)}" for column, each in empty)
        yield from ("", f"And the [shared columns](#columns-that-most-tables-share); empty of these: {said}.")
    yield ""


def _accuracy(kind: str) -> str:
    known = accuracy()[kind]
    return f"F1 of {kind} {known['seen']:.3f} on texts the rules were made on, {known['unseen']:.3f} on unseen ones"


def accuracy() -> dict[str, dict[str, float]]:
    """The measured F1 of each kind: on texts that the rules were developed on, and on others."""
    figures: dict[str, dict[str, float]] = json.loads(_data("accuracy.json"))["f1"]
    return figures


def _data(name: str) -> str:
    return files("pipeline.export").joinpath(name).read_text("utf-8")


def _header(*, missing: bool = False) -> tuple[str, str]:
    last = " | empty" if missing else ""
    return f"| column | type | meaning | unit | allowed values | how made{last} |", "|---" * (6 + missing) + "|"


def _row(column: Column, share: str | None = None) -> str:
    says = column.says
    said = (says.meaning, says.unit or "", ", ".join(f"`{each}`" for each in says.allowed), says.made or "as stated")
    cells = [f"`{column.name}`", column.type, *(each.replace("|", "\\|") for each in said)]
    return f"| {' | '.join([*cells, *([share] if share is not None else [])])} |"


def _share(missing: int, number: int) -> str:
    return f"{missing / number:.0%}" if number else "-"
