"""The codebook says of every table and column what it is, and nothing that is not so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest

from pipeline.export.codebook import CODEBOOK, Made, accuracy, codebook
from pipeline.export.columns import Says, columns_of
from pipeline.export.exporting import Whole, export
from pipeline.export.stated import Evidence
from pipeline.export.tables import JOINS, KEYS, TABLES, columns, joins
from tests.pipeline import build

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENT = build.document(url="https://example.org/a")
MADE = Made("0.1.0", "abc", "2026-11-22T09:30:00Z", 3, 1)


def sections(text: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def documented(section: str) -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_is_in_the_codebook(name: str) -> None:
    found = sections(codebook({}, {}))
    shared = documented(found["Columns that most tables share"])
    own = documented(found[name])
    assert shared == columns_of_evidence()
    has_evidence = set(columns(TABLES[name])).issuperset(shared)
    assert own + (shared if has_evidence else []) == columns(TABLES[name])


def columns_of_evidence() -> list[str]:
    return [column.name for column in columns_of(Evidence)]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_says_what_it_means(name: str) -> None:
    silent = [column.name for column in columns_of(TABLES[name]) if not column.says.meaning.endswith(".")]
    assert silent == []
    assert (TABLES[name].__doc__ or "").startswith("One row ")


def test_a_field_that_says_nothing_is_no_column() -> None:
    @dataclass
    class Silent:
        name: str

    with pytest.raises(TypeError, match=r"Silent\.name does not say what it means"):
        columns_of(Silent)


def test_a_field_that_no_cell_can_hold_is_no_column() -> None:
    @dataclass
    class Listed:
        names: Annotated[list[str], Says("Names.")]

    with pytest.raises(TypeError, match=r"Listed\.names is list\[str\]; a cell is a string"):
        columns_of(Listed)


def test_keys_and_joins_are_columns() -> None:
    assert [name for name, key in KEYS.items() if key not in columns(TABLES[name])] == []
    assert {target for target in JOINS.values() if target not in KEYS} == set()
    assert {column for name in TABLES for column in joins(name)} == {*JOINS, "record"}


def test_missing_values_and_versions_are_told(tmp_path: Path) -> None:
    official = build.records(DOCUMENT)[1].model_copy(update={"positions": ()})
    export(Whole([build.unreviewed(DOCUMENT, [official, *build.records(DOCUMENT)[2:]])], made=MADE), tmp_path)
    text = (tmp_path / CODEBOOK).read_text("utf-8")
    assert "- made by communique 0.1.0, rules `abc`, on 2026-11-22T09:30:00Z" in text
    assert "- sources: 3 announcements (1 failed)" in text
    found = sections(text)
    assert re.search(r"^\| `title` \|.*\| 100% \|$", found["officials"], re.MULTILINE)
    assert re.search(r"^\| `unit` \|.*\| 0% \|$", found["counts"], re.MULTILINE)
    assert "- rows: 0" in found["groups"]
    assert "decisions" not in found


def test_allowed_values_are_those_of_the_records() -> None:
    allowed = {
        (name, column.name): column.says.allowed
        for name, row in TABLES.items()
        for column in columns_of(row)
        if column.says.allowed
    }
    assert allowed["memberships", "role"] == ("leader", "member")
    assert allowed["officials", "category"] == ("government", "school", "other")
    assert allowed["counts", "modifier"] == ("exact", "over", "under", "about")


@pytest.mark.parametrize(
    ("row", "key"), [("corpus", "seen"), ("fourteen texts that nobody looks at but to measure", "unseen")]
)
def test_the_accuracy_is_what_the_readme_has(row: str, key: str) -> None:
    table = [line for line in README.splitlines() if line.startswith((f"| {row} |", "| texts |"))]
    header, figures = ([cell.strip() for cell in line.strip("|").split("|")] for line in table)
    said = dict(zip(header, figures, strict=True))
    assert {kind: f"{known[key]:.3f}".removeprefix("0") for kind, known in accuracy().items()} == {
        kind: said[kind] for kind in accuracy()
    }


def test_the_citation_file_has_this_version() -> None:
    cited = (ROOT / "CITATION.cff").read_text("utf-8")
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version
    assert f"\nversion: {version[1]}\n" in cited
    assert "The communique authors" in cited
