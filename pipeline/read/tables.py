"""Tables of data, told from tables that lay out a page."""

from __future__ import annotations

from bs4 import Tag

from pipeline.read.tree import HEADINGS, Page

LONGEST_CELL = 1500


def is_data_row(row: Tag, page: Page) -> bool:
    """Whether a table row holds cells of data; the rows of a layout table hold whole parts of the page."""
    cells = [cell for cell in row.contents if isinstance(cell, Tag) and cell.name in ("td", "th")]
    if not cells:
        return False
    for cell in cells:
        weight = page.weight(cell)
        if weight.parts["table"] or weight.text > LONGEST_CELL or any(weight.parts[name] for name in HEADINGS):
            return False
    if len(cells) == 1:
        return page.weight(cells[0]).text < 200 and row.find_parent("table") is not None and _has_wide_row(row, page)
    return True


def _has_wide_row(row: Tag, page: Page) -> bool:
    """Whether the table of a one-cell row has rows of several cells: then it is a heading row or a merged cell."""
    if row.parent is None:
        return False
    known = page.wide.get(id(row.parent))
    if known is None:
        rows = (each for each in row.parent.contents if isinstance(each, Tag) and each.name == "tr")
        known = any(len(each.find_all(["td", "th"], recursive=False)) > 1 for each in rows)
        page.wide[id(row.parent)] = known
    return known
