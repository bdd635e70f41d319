"""A data set as data frames, and the notebook that shows what to do with them."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pandas
import polars
import pytest

import pipeline
from pipeline.errors import SealError, UsageError
from pipeline.export.tables import TABLES, columns
from tests.pipeline import build

DOCUMENT = build.document(url="https://example.org/a")
NOTEBOOK = Path(__file__).parents[2] / "docs" / "example.ipynb"


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    build.write(tmp_path / "outputs", DOCUMENT, build.document("b.txt"))
    return tmp_path / "outputs"


def test_frames_have_every_table_and_column(outputs: Path) -> None:
    tables = pipeline.load(outputs)
    assert list(tables) == [name for name in TABLES if name != "decisions"]
    assert {name: frame.columns for name, frame in tables.items()} == {name: columns(TABLES[name]) for name in tables}


def test_cells_have_their_types(outputs: Path) -> None:
    tables = pipeline.load(str(outputs))
    assert tables.memberships.select("school", "role", "start").rows()[1:3] == [
        ("Yaode Primary School", "member", build.TEXT.index("Yaode")),
        ("No. 2 Primary School", "member", build.TEXT.index("No. 2")),
    ]
    assert tables["counts"].schema["number"] == polars.Float64
    assert tables.groups["established"].to_list() == [None, None]


def test_frames_come_as_those_of_pandas(outputs: Path) -> None:
    frames = pipeline.load(outputs).pandas()
    assert isinstance(frames["officials"], pandas.DataFrame)
    assert frames["officials"]["title"].tolist() == ["Director", "Director"]


def test_what_is_less_sure_is_left_out(outputs: Path) -> None:
    assert pipeline.load(outputs, least=0.95).memberships.height == 0


@pytest.mark.parametrize("least", [80, -0.1, float("nan")])
def test_what_is_no_confidence_is_told_instead_of_leaving_all_out(outputs: Path, least: float) -> None:
    with pytest.raises(UsageError, match="a confidence runs from 0 to 1; give"):
        pipeline.load(outputs, least=least)


def test_an_unknown_table_is_told(outputs: Path) -> None:
    with pytest.raises(AttributeError, match=r"no table 'members'; there are documents, groups"):
        _ = pipeline.load(outputs).members


def test_a_damaged_data_set_is_told(outputs: Path) -> None:
    with (outputs / "records.jsonl").open("a") as file:
        file.write("\n")
    with pytest.raises(SealError, match=r"records\.jsonl changed since the run"):
        pipeline.load(outputs)


def test_the_notebook_runs_and_has_no_outputs(outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    nbformat.validate(notebook)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [(cell["outputs"], cell["execution_count"]) for cell in code] == [([], None)] * len(code)
    monkeypatch.chdir(outputs.parent)
    found: dict[str, object] = {}
    for number, cell in enumerate(code):
        exec(compile("".join(cell["source"]), f"{NOTEBOOK.name}, cell {number}", "exec"), found)  # noqa: S102
    assert isinstance(led := found["led"], polars.DataFrame)
    assert led["releases"].to_list() == [1], "a reprint counts once"
