"""Tables of PDFs that a page break cuts: headers that come again, rows that were cut in two."""

from __future__ import annotations

import pytest

from pipeline.read.pdf.grids import Grid, go_on
from pipeline.read.rows import Cell


def grid(page: int, *rows: tuple[str | None, ...]) -> Grid:
    cells = [
        [None if text is None else Cell((row, column), text) for column, text in enumerate(texts)]
        for row, texts in enumerate(rows)
    ]
    return Grid(page, 0.0, 100.0, (50.0, 100.0, 200.0), cells)


HEAD = ("No.", "Group", "Members")
LAST = ("1", "Bay Group", "Sea School, Hill School,")


@pytest.mark.parametrize(
    ("below", "repeated", "above", "rest"),
    [
        ((("2", "Lake Group", "Lake School"),), [], LAST, [["2", "Lake Group", "Lake School"]]),
        ((HEAD, ("2", "Lake Group", "Lake School")), [0], LAST, [["2", "Lake Group", "Lake School"]]),
        ((HEAD, ("", "", "Sun School")), [0], ("1", "Bay Group", "Sea School, Hill School, Sun School"), [[]]),
        ((("", "", "Sun School"), ("2", "B", "C")), [], (*LAST[:2], LAST[2] + " Sun School"), [[], ["2", "B", "C"]]),
        ((("", "Lake Group", "Lake School"),), [], (*LAST,), [["", "Lake Group", "Lake School"]]),
        ((HEAD,), [0], LAST, []),
    ],
)
def test_a_table_goes_on(
    below: tuple[tuple[str, ...], ...], repeated: list[int], above: tuple[str, ...], rest: list[list[str]]
) -> None:
    first, following = grid(1, HEAD, LAST), grid(2, *below)
    assert first.goes_on_in(following)
    assert go_on(first, first, following) == repeated
    assert first.texts(-1) == list(above)
    assert [following.texts(index) for index in range(len(repeated), len(following.rows))] == rest
