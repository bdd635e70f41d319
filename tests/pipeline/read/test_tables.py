"""Tables of pages: which hold data, which cell stands in which column, and what lays out a page."""

from __future__ import annotations

import pytest

from pipeline.read.tables import is_data_row, slots
from pipeline.read.tree import Page

LONG = "On Monday the bureau opened a new school, and many people came to see it. " * 40


def columns(markup: str) -> list[list[str | None]]:
    """The text in each column of each row of data; None where no cell stands."""
    page = Page(markup, "a.html")
    rows = [tag for tag in page.named(page.body, "tr") if is_data_row(tag, page)]
    return [[slot.cell.string() if slot else None for slot in slots(row, page)] for row in rows]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", [["a", "b"], ["a", "c"]]),
        ("<tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e", [["a", "b", "c"], ["d", "b", "e"]]),
        ("<tr><td>a<td rowspan=2>b<tr><td>d", [["a", "b"], ["d", "b"]]),
        ("<tr><th>a<th colspan=2>b<tr><td>c<td>d<td>e", [["a", "b", "b"], ["c", "d", "e"]]),
        (
            "<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f",
            [["a", "a", "b"], ["a", "a", "c"], ["d", "e", "f"]],
        ),
        ("<tr><td>a<td>b<tr><td colspan=99>all<tr><td>c<td>d", [["a", "b"], ["all", "all"], ["c", "d"]]),
        (
            "<thead><tr><th rowspan=9>a<th>b</thead><tbody><tr><td>c<td>d</tbody>",
            [["a", "b"], ["c", "d"]],
        ),
        ("<tr><td>a<td rowspan=x colspan=-1>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td>a<td><tr><td>c<td>d", [["a", ""], ["c", "d"]]),
    ],
)
def test_columns(rows: str, found: list[list[str | None]]) -> None:
    assert columns(f"<table border=1>{rows}</table>") == found


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>menu<td>text</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table border=1><tr><td>a<td><table><tr><td>b</table><tr><td>c<td>d</table>",
        f"<table><tr><td>a<td>b<tr><td>c<td>{LONG}</table>",
        "<table><tr><td>a<td>b<tr><td>c<td><h2>heading</h2></table>",
    ],
)
def test_tables_that_lay_out_a_page_hold_no_data(table: str) -> None:
    assert columns(table) == []


@pytest.mark.parametrize(
    "table",
    [
        "<table border=1><tr><td>a<td>b</table>",
        "<table><tr><th>a<td>b</table>",
        "<table><caption>c</caption><tr><td>a<td>b</table>",
        "<table><tr><td>a<td>b<tr><td>a<td>b</table>",
    ],
)
def test_tables_of_data(table: str) -> None:
    assert {tuple(row) for row in columns(table)} == {("a", "b")}
