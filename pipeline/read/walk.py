"""From the tree to passages: the text is built block by block, so that any offset leads back to its element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from extractors.text import BlockKind
from pipeline.inputs import LeftOut
from pipeline.read.credits import LONGEST, credit_of
from pipeline.read.furniture import Layout
from pipeline.read.lexicon import bare, folded, heads_others, lexicon
from pipeline.read.passages import EXCERPT, Passage, refuse_too_many
from pipeline.read.rows import Cell, row_of
from pipeline.read.tables import is_data_row, slots
from pipeline.read.tree import BLOCKS, HEADINGS, Page, elements, is_text, is_visible, leads_away

SPACE = re.compile(r"\s+")
LARGE_STYLE = re.compile(
    r"font-size\s*:\s*(?:(?:2[0-9]|[3-9]\d)(?:\.\d+)?px|(?:1[6-9]|[2-9]\d)(?:\.\d+)?pt)", re.IGNORECASE
)
LARGE_SIZE = re.compile(r"\s*(?:[4-7]|\+[1-4])\s*")
WORDY = re.compile(r"\w")
WHOLE = ("figure", "table", "thead", "tbody", "tfoot", "tr", "ol", "ul", "dl")
"""What stands beside the article as a whole or not at all."""
LONGEST_BUTTONS = 60


@dataclass(slots=True)
class Walked:
    """What the walk found: passages in the order of the page, and what was left out."""

    page: Page
    passages: list[Passage] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)
    """Which passages stand beside the article: a title and credit lines at most."""
    left_out: list[LeftOut] = field(default_factory=list)
    picture: int = -1
    """The number of passages when the last picture was met."""

    def add(self, passage: Passage) -> None:
        """Takes in the next passage. Raises UnreadableInput when there are too many."""
        self.passages.append(passage)
        refuse_too_many(len(self.passages), self.page.name)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One run of text in a block, and how it is printed."""

    text: str
    linked: bool
    large: bool
    button: bool = False
    """A link that runs a script."""


@dataclass(slots=True)
class _Open:
    """An element that the walk is in: what is still to come, and the text gathered for its block."""

    tag: Tag
    kind: BlockKind
    coming: Iterator[PageElement]
    block: bool
    aside: bool
    pieces: list[_Piece]
    linked: bool = False
    large: bool = False
    button: bool = False


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
    if tag.name == "img":
        walked.picture = len(walked.passages)
    if not is_visible(tag):
        return
    if tag.name == "br" and (top.large or top.kind == "heading"):
        _block(stack).pieces.append(_Piece(" ", False, top.large))
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
    if not is_block and _are_buttons(tag, layout.page):
        _leave_out(walked, tag, "counters and buttons")
        return
    aside = top.aside
    if is_block:
        _flush(walked, _block(stack))
        within = id(tag) in layout.around or top.aside
        within = within or (top.tag.name in WHOLE and id(top.tag) not in layout.around)
        within = within or id(layout.article) in {id(parent) for parent in tag.parents}
        aside = aside or (not within and layout.is_outside(tag))
    pieces: list[_Piece] = [] if is_block else top.pieces
    kind = _kind(tag, top.kind) if is_block else top.kind
    linked = top.linked or (tag.name == "a" and leads_away(tag))
    button = top.button or (tag.name == "a" and str(tag.attrs.get("href", "")).lower().startswith("javascript:"))
    large = _is_large(tag, top.large)
    stack.append(_Open(tag, kind, iter(list(tag.contents)), is_block, aside, pieces, linked, large, button))


def _is_large(tag: Tag, outer: bool) -> bool:
    if tag.name == "font" and "size" in tag.attrs:
        return bool(LARGE_SIZE.fullmatch(str(tag.attrs["size"])))
    style = str(tag.attrs.get("style", ""))
    return bool(LARGE_STYLE.search(style)) if "font-size" in style.lower() else outer


def _are_buttons(tag: Tag, page: Page) -> bool:
    """An element within a line that is only a counter or buttons: 'Font: A+ A-', '[Print]' on a credit line."""
    if not 0 < page.weight(tag).text <= LONGEST_BUTTONS or tag.name == "a" or page.weight(tag).parts["p"]:
        return False
    text = SPACE.sub(" ", visible_text(tag)).strip()
    credit = credit_of(text)
    if credit is not None:
        return credit.only_noise and not any(character.isdigit() for character in text)
    if tag.parent is None or page.weight(tag.parent).text > LONGEST:
        return False
    plain = folded(text)
    return plain[:1] in "[<" and bare(plain) in lexicon().lines


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
    block, top = _block(stack), stack[-1]
    if block.tag.name != "pre":
        block.pieces.append(_Piece(string, top.linked, top.large, top.button))
        return
    first, *others = string.split("\n")
    block.pieces.append(_Piece(first, top.linked, top.large, top.button))
    for line in others:
        _flush(walked, block)
        block.pieces.append(_Piece(line, top.linked, top.large, top.button))


def _flush(walked: Walked, block: _Open) -> None:
    """Closes the passage that was being written, if it has any text."""
    pieces = block.pieces[:]
    block.pieces.clear()
    text = SPACE.sub(" ", _joined(pieces)).strip()
    if not text:
        return
    path = walked.page.path(block.tag)
    if _points_away(pieces) and block.kind != "heading":
        walked.left_out.append(LeftOut(path, "pointer to other pages", text[:EXCERPT]))
        return
    wordy = [piece.button for piece in pieces if WORDY.search(piece.text)]
    if wordy and all(wordy):
        walked.left_out.append(LeftOut(path, "buttons", text[:EXCERPT]))
        return
    if block.aside:
        walked.aside.add(len(walked.passages))
    total = sum(len(piece.text.strip()) for piece in pieces)
    linked = sum(len(piece.text.strip()) for piece in pieces if piece.linked) / max(1, total)
    large = all(piece.large for piece in pieces if not piece.text.isspace())
    pictured = walked.picture == len(walked.passages)
    kind: BlockKind = "heading" if large and block.kind in ("line", "paragraph") else block.kind
    walked.add(Passage(kind, text, path, linked=linked, large=large, pictured=pictured))


def _joined(pieces: list[_Piece]) -> str:
    """The text of a block; a credit's label that begins an element of its own is parted from what stands before it."""
    if sum(len(piece.text) for piece in pieces) > LONGEST:
        return "".join(piece.text for piece in pieces)
    text = ""
    for piece in pieces:
        if text and not text[-1].isspace() and lexicon().label.match(folded(piece.text)):
            text += " "
        text += piece.text
    return text


def _points_away(pieces: list[_Piece]) -> bool:
    """'Read more' and such a link after it, in one line of an article."""
    words = [piece for piece in pieces if not piece.text.isspace()]
    if len(words) < 2 or words[0].linked or not all(piece.linked for piece in words[1:]):
        return False
    start = bare(folded(words[0].text))
    return heads_others(start) or start in lexicon().lines


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
    """Adds the passage of a row; a line break in a cell stays one."""
    printed: dict[int, Cell] = {}
    cells: list[Cell | None] = []
    for slot in slots(row, walked.page):
        if slot is None or slot.row is not row:
            cells.append(None)
            continue
        key = id(slot.cell)
        if key not in printed:
            printed[key] = Cell(key, cell_text(slot.cell))
        cells.append(printed[key])
    if passage := row_of(cells, walked.page.path(row)):
        walked.add(passage)


def cell_text(cell: Tag) -> str:
    """The lines of a cell, without white space at their ends."""
    lines = (SPACE.sub(" ", line).strip() for line in visible_text(cell).split("\n"))
    return "\n".join(line for line in lines if line)


def time_stamps(tag: Tag) -> Iterator[str]:
    """The ``datetime`` of every <time> below an element."""
    for each in elements(tag):
        if each.name == "time" and (stamp := each.attrs.get("datetime")):
            yield str(stamp)
