"""From the tree to passages: the text is built block by block, so that any offset leads back to its element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from extractors.text import BlockKind
from pipeline.inputs import LeftOut
from pipeline.read.furniture import Layout
from pipeline.read.passages import Passage
from pipeline.read.tables import is_data_row
from pipeline.read.tree import BLOCKS, HEADINGS, Page, elements, is_text, is_visible

SPACE = re.compile(r"\s+")
EXCERPT = 80


@dataclass(slots=True)
class Walked:
    """What the walk found: passages in the order of the page, and what was left out."""

    page: Page
    passages: list[Passage] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)
    """Which passages stand beside the article: a title and credit lines at most."""
    left_out: list[LeftOut] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element that the walk is in: what is still to come, and the text gathered for its block."""

    tag: Tag
    kind: BlockKind
    coming: Iterator[PageElement]
    block: bool
    aside: bool
    pieces: list[str]


def walk(page: Page, layout: Layout) -> Walked:
    """The passages of a page, without recursion: an explicit stack of open elements."""
    walked = Walked(page)
    stack = [_Open(page.body, "line", iter(list(page.body.contents)), True, False, [])]
    while stack:
        top = stack[-1]
        node = next(top.coming, None)
        if node is None:
            if top.block:
                _flush(walked, top)
            stack.pop()
        elif isinstance(node, Tag):
            _enter(node, stack, walked, layout)
        elif is_text(node):
            _write(str(node), stack, walked)
    return walked


def _enter(tag: Tag, stack: list[_Open], walked: Walked, layout: Layout) -> None:
    top = stack[-1]
    if not is_visible(tag):
        return
    if tag.name in ("br", "hr"):
        _flush(walked, _block(stack))
        return
    if reason := layout.dropped.get(id(tag)):
        _flush(walked, _block(stack))
        _leave_out(walked, tag, reason)
        return
    if tag.name == "tr" and not top.aside and id(tag) not in layout.around and is_data_row(tag, layout.page):
        _flush(walked, _block(stack))
        _row(walked, tag)
        return
    is_block = tag.name in BLOCKS
    aside = top.aside
    if is_block:
        _flush(walked, _block(stack))
        within = id(tag) in layout.around or top.aside or id(layout.article) in {id(p) for p in tag.parents}
        aside = aside or (not within and layout.is_outside(tag))
    pieces: list[str] = [] if is_block else top.pieces
    kind = _kind(tag, top.kind) if is_block else top.kind
    stack.append(_Open(tag, kind, iter(list(tag.contents)), is_block, aside, pieces))


def _block(stack: list[_Open]) -> _Open:
    """The innermost open block."""
    return next(each for each in reversed(stack) if each.block)


def _kind(tag: Tag, outer: BlockKind) -> BlockKind:
    if tag.name in HEADINGS:
        return "heading"
    if tag.name in ("li", "dt", "dd"):
        return "list_item"
    if tag.name in ("caption", "figcaption", "figure"):
        return "caption"
    if outer in ("heading", "list_item", "caption") and tag.name not in ("ul", "ol", "table", "dl"):
        return outer
    return "paragraph" if tag.name in ("p", "blockquote", "pre") else "line"


def _write(string: str, stack: list[_Open], walked: Walked) -> None:
    block = _block(stack)
    if block.tag.name != "pre":
        block.pieces.append(string)
        return
    first, *others = string.split("\n")
    block.pieces.append(first)
    for line in others:
        _flush(walked, block)
        block.pieces.append(line)


def _flush(walked: Walked, block: _Open) -> None:
    """Closes the passage that was being written, if it has any text."""
    text = SPACE.sub(" ", "".join(block.pieces)).strip()
    block.pieces.clear()
    if text:
        if block.aside:
            walked.aside.add(len(walked.passages))
        walked.passages.append(Passage(block.kind, text, walked.page.path(block.tag)))


def _leave_out(walked: Walked, tag: Tag, reason: str) -> None:
    if text := SPACE.sub(" ", visible_text(tag)).strip():
        walked.left_out.append(LeftOut(walked.page.path(tag), reason, text[:EXCERPT]))


def visible_text(tag: Tag) -> str:
    """The text of an element as a reader sees it; blocks and line breaks begin a new line."""
    pieces: list[str] = []
    stack: list[PageElement] = list(reversed(tag.contents))
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name == "br":
                pieces.append("\n")
            elif is_visible(node):
                if node.name in BLOCKS:
                    pieces.append("\n")
                    stack.append(_NEW_LINE)
                stack.extend(reversed(node.contents))
        elif node is _NEW_LINE:
            pieces.append("\n")
        elif is_text(node):
            pieces.append(SPACE.sub(" ", str(node)))
    return "".join(pieces)


_NEW_LINE = NavigableString("\n")
"""Marks the end of a block among the nodes still to come."""


def _row(walked: Walked, row: Tag) -> None:
    """One passage for a row: its cells with a single tab between; a line break within a cell stays one."""
    cells: list[tuple[int, int]] = []
    text = ""
    for cell in row.contents:
        if not isinstance(cell, Tag) or cell.name not in ("td", "th") or not is_visible(cell):
            continue
        lines = (SPACE.sub(" ", line).strip() for line in visible_text(cell).split("\n"))
        content = "\n".join(line for line in lines if line)
        text += "\t" if cells else ""
        cells.append((len(text), len(text) + len(content)))
        text += content
    lead = len(text) - len(text.lstrip())
    stripped = text.strip()
    if stripped:
        kept = tuple((start - lead, end - lead) for start, end in cells if end > start)
        walked.passages.append(Passage("table_row", stripped, walked.page.path(row), cells=kept))


def time_stamps(tag: Tag) -> Iterator[str]:
    """The ``datetime`` of every <time> below an element."""
    for each in elements(tag):
        if each.name == "time" and (stamp := each.attrs.get("datetime")):
            yield str(stamp)
