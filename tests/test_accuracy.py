"""The accuracy gate: no kind falls below its floor in floors.toml.

Floors only rise: ``python -m benchmarks.floors`` raises them to today's figures and lowers none.
"""

from __future__ import annotations

import pytest

from benchmarks import accuracy, floors
from benchmarks.texts import SHARED, folders
from pipeline.score.report import Score, table

FOLDERS = ("corpus", "held out", "corpus/zh", "held out/zh", *SHARED)
FLOORS = floors.read()


@pytest.fixture(scope="module", params=FOLDERS)
def measured(request: pytest.FixtureRequest) -> tuple[str, Score]:
    known = folders()
    if request.param not in known:
        pytest.skip("COMMUNIQUE_GOLD names no folder")
    return request.param, accuracy.measured(*known[request.param]).score


def test_no_figure_is_below_its_floor(measured: tuple[str, Score]) -> None:
    name, score = measured
    figures = floors.figures(score)
    below = [
        f"{name}: F1 of {kind} is {figures.get(kind, 0):.4f}, below its floor {floor:.4f} in {floors.FILE.name}"
        for kind, floor in FLOORS[name].items()
        if figures.get(kind, 0) < floor
    ]
    assert not below, "\n".join([*below, table(score)])


def test_every_kind_has_a_floor(measured: tuple[str, Score]) -> None:
    name, score = measured
    assert set(FLOORS[name]) == set(floors.figures(score))


def test_every_value_is_at_its_source_and_every_document_is_read(measured: tuple[str, Score]) -> None:
    name, score = measured
    assert (score.unsourced, score.misplaced, score.absent) == (0, 0, ()), f"{name}:\n{table(score)}"
