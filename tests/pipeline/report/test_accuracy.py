"""What the report says of data sets that nobody has reviewed is what docs/accuracy.md says."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

PAGE = (Path(__file__).parents[3] / "docs" / "accuracy.md").read_text("utf-8")
EXPECTED = json.loads(files("pipeline.report").joinpath("expected.json").read_text("utf-8"))


def test_the_range_is_that_of_the_page() -> None:
    assert f"{EXPECTED['lowest']} to {EXPECTED['highest']}" in PAGE


def test_every_set_has_the_figure_of_the_page() -> None:
    table = PAGE.partition("## Texts never seen before")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")
    ]
    first = {name.partition(":")[0]: (documents, f1) for name, documents, f1, *_ in rows}
    for each in EXPECTED["sets"]:
        assert first[each["name"].partition(":")[0]] == (str(each["documents"]), each["f1"])
