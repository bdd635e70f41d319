"""Tables of data, told from tables that lay out a page; and which cell stands in which column of which row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.read.markup import Element
from pipeline.read.tree import HEADINGS, Page, is_visible, within

LONGEST_CELL = 1500
MOST_SLOTS = 100_000
"""In a table with more columns times rows, spans are not followed: nobody wrote that by hand."""
PARTS_OF_A_PAGE = ("hr", "pre", "form", "article", "section")


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in one column of a row: a cell, and the row that prints it."""

    cell: Element
    row: Element


@dataclass(slots=True)
class Table:
    """One table: whether it holds data, and its rows as the slots of their columns; None for no cell."""

    is_data: bool
    rows: dict[Element, list[Slot | None]] = field(default_factory=dict)
    plain: dict[Element, bool] = field(default_factory=dict)
    """Of a row, as far as it was asked: whether its cells are cells of data."""


def table_of(row: Element, page: Page) -> Table | None:
    """The table that a row stands in, judged once; None for a row without one."""
    parent = row.parent
    if parent is not None and parent.name in ("tbody", "thead", "tfoot"):
        parent = parent.parent
    if parent is None or parent.name != "table":
        return None
    if parent not in page.tables:
        rows = list(_rows(parent))
        table = page.tables[parent] = Table(_is_data(parent, rows, page))
        if table.is_data:
            table.rows = _slots(rows)
    return page.tables[parent]


def is_data_row(row: Element, page: Page) -> bool:
    """Whether a table row holds cells of data; the rows of a layout table hold whole parts of the page."""
    table = table_of(row, page)
    if table is None or not table.is_data:
        return False
    if row not in table.plain:
        table.plain[row] = _is_plain(row, page)
    return table.plain[row]


def holds_data_table(tag: Element, page: Page) -> bool:
    """Whether there is a table of data in an element."""
    if tag.name == "table":
        return _begins_with_data(tag, page)
    if page.data_tables is None:
        tables = page.named(page.body, "table")
        page.data_tables = [table.number for table in tables if _begins_with_data(table, page)]
    first, last = within(tag, page.data_tables)
    return first < last


def _begins_with_data(table: Element, page: Page) -> bool:
    row = next(_rows(table), None)
    return row is not None and is_data_row(row, page)


def slots(row: Element, page: Page) -> list[Slot | None]:
    """What stands in each column of a row of data."""
    table = table_of(row, page)
    return table.rows.get(row, []) if table else []


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children():
        if is_visible(child):
            if child.name == "tr":
                yield child
            elif child.name in ("tbody", "thead", "tfoot"):
                yield from (each for each in child.children() if each.name == "tr")


def cells_of(row: Element) -> list[Element]:
    """The visible cells that a row prints."""
    return [cell for cell in row.children() if cell.name in ("td", "th") and is_visible(cell)]


def _is_data(table: Element, rows: list[Element], page: Page) -> bool:
    """A table that says so (heads, caption, border), or several rows of several short cells."""
    if table.attributes.get("role", "").lower() in ("presentation", "none"):
        return False
    cells = [cells_of(row) for row in rows]
    flat = [cell for row in cells for cell in row]
    if any(page.count(cell, "table") for cell in flat):
        return False
    border = table.attributes.get("border", "").strip()
    if (border.isdigit() and int(border)) or page.count(table, "th") or page.count(table, "caption"):
        return max(map(len, cells), default=0) > 1
    if sum(len(row) > 1 for row in cells) < 2:
        return False
    return not any(
        cell.text > LONGEST_CELL or any(page.count(cell, name) for name in (*HEADINGS, *PARTS_OF_A_PAGE))
        for cell in flat
    )


def _is_plain(row: Element, page: Page) -> bool:
    """Whether the cells of a row have no headings and no long text, which would be parts of an article."""
    cells = cells_of(row)
    return bool(cells) and not any(
        cell.text > LONGEST_CELL or any(page.count(cell, name) for name in HEADINGS) for cell in cells
    )


def _slots(rows: list[Element]) -> dict[Element, list[Slot | None]]:
    """The columns of each row; a cell that spans several stands in each. Spans end with their part of the table."""
    printed = [cells_of(row) for row in rows]
    wide = max((sum(_span(cell, "colspan") for cell in row) for row in printed if len(row) > 1), default=1)
    follow = wide * len(rows) <= MOST_SLOTS
    found: dict[Element, list[Slot | None]] = {}
    reaching: dict[int, tuple[Slot, int]] = {}
    part: Element | None = None
    for row, cells in zip(rows, printed, strict=True):
        if row.parent is not part:
            reaching, part = {}, row.parent
        columns: dict[int, Slot] = {column: slot for column, (slot, _) in reaching.items()}
        below = {column: (slot, left - 1) for column, (slot, left) in reaching.items() if left > 1}
        column = 0
        for cell in cells:
            while column in columns:
                column += 1
            across = min(_span(cell, "colspan"), wide) if follow else 1
            down = _span(cell, "rowspan") if follow else 1
            for each in range(column, column + across):
                columns[each] = Slot(cell, row)
                if down > 1:
                    below[each] = (columns[each], down - 1)
            column += across
        found[row] = [columns.get(each) for each in range(max(columns, default=-1) + 1)]
        reaching = below
    return found


def _span(cell: Element, name: str) -> int:
    """How many columns or rows a cell covers: at least one, at most a thousand, as browsers have it."""
    value = cell.attributes.get(name, "").strip()
    return min(max(int(value), 1), 1000) if value.isdigit() and value.isascii() and len(value) < 9 else 1
