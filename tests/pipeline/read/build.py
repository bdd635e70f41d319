"""Readings for tests, made from a text or a page as it would stand in a file."""

from __future__ import annotations

from pipeline.inputs import Given, Input
from pipeline.read import Reading, read
from pipeline.records import Document


def plain(text: str, given: Given | None = None) -> Document:
    """A text as read from a UTF-8 file."""
    return read(Input("a.txt", text.encode(), "text/plain", given=given or Given())).document


def page(markup: str, source: str = "a.html") -> Reading:
    """A page as read from a UTF-8 file."""
    return read(Input(source, markup.encode(), "text/html", "utf-8"))


def blocks(document: Document) -> list[tuple[str, str, str]]:
    """(kind, role, text) of each block."""
    return [(b.kind, b.role, document.text[b.start : b.end]) for b in document.blocks]


def with_role(document: Document, role: str) -> list[str]:
    """The texts of the blocks of one role."""
    return [text for _, own, text in blocks(document) if own == role]


def check_blocks(document: Document) -> None:
    """Every block stands in the text, in order, without overlap, trimmed; every cell in its row."""
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text), block
        text = document.text[block.start : block.end]
        assert text == text.strip(), text
        last = block.end
        for start, end in block.cells or ():
            assert block.start <= start <= end <= block.end, block
