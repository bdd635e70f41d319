"""The rows of tables, whatever they come from: a page, a PDF, a document or a sheet."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from pipeline.read.passages import Passage


class Cell(NamedTuple):
    """A cell that a row prints. ``key`` tells it from the others; one over several columns stands in each of them."""

    key: Hashable
    text: str


def row_of(slots: Sequence[Cell | None], path: str) -> Passage | None:
    """One passage for a row: the cells that it prints with a single tab between; None when all are empty.

    A slot is None where a cell that began in a row above reaches down: it is empty here, not repeated.
    """
    text = ""
    places: dict[Hashable, tuple[int, int]] = {}
    cells: list[tuple[int, int]] = []
    for slot in slots:
        if slot is None:
            cells.append((len(text), len(text)))
            continue
        if slot.key not in places:
            text += "\t" if places else ""
            places[slot.key] = (len(text), len(text) + len(slot.text))
            text += slot.text
        cells.append(places[slot.key])
    lead, stripped = len(text) - len(text.lstrip()), text.strip()
    if not stripped:
        return None
    return Passage("table_row", stripped, path, cells=tuple(_moved(place, lead, len(stripped)) for place in cells))


def _moved(place: tuple[int, int], lead: int, length: int) -> tuple[int, int]:
    """A cell's offsets once the white space at the ends of its row is gone."""
    start, end = (min(max(offset - lead, 0), length) for offset in place)
    return start, end
