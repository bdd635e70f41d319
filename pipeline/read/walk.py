"""From the tree to passages: the text is built block by block, so that any offset leads back to its element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.text import BlockKind
from pipeline.inputs import LeftOut
from pipeline.read.credits import LONGEST, credit_of
from pipeline.read.furniture import Layout
from pipeline.read.lexicon import bare, folded, heads_others, lexicon
from pipeline.read.markup import Element
from pipeline.read.passages import EXCERPT, Passage, refuse_too_many
from pipeline.read.rows import Cell, row_of
from pipeline.read.tables import is_data_row, slots
from pipeline.read.tree import BLOCKS, HEADINGS, Page, leads_away

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
class _Block:
    """A block that the walk is in, and the text gathered for its passage."""

    tag: Element
    kind: BlockKind
    aside: bool
    pieces: list[_Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element that the walk is in: what is still to come, and the block that its text goes to."""

    tag: Element
    coming: Iterator[Element | str]
    block: _Block
    linked: bool = False
    large: bool = False
    button: bool = False


def walk(page: Page, layout: Layout) -> Walked:
    """The passages of a page, without recursion: an explicit stack of open elements."""
    walked = Walked(page)
    stack = [_Open(page.body, iter(page.body.contents), _Block(page.body, "line", False))]
    while stack:
        top = stack[-1]
        node = next(top.coming, None)
        if node is None:
            if top.block.tag is top.tag:
                _flush(walked, top.block)
            stack.pop()
        elif isinstance(node, str):
            _write(node, top, walked)
        elif opened := _entered(node, top, walked, layout):
            stack.append(opened)
    return walked


def _entered(tag: Element, top: _Open, walked: Walked, layout: Layout) -> _Open | None:
    """An element whose contents come next; None when it is done with."""
    if tag.name == "img":
        walked.picture = len(walked.passages)
    if tag.number < 0:
        return None
    block = top.block
    if tag.name == "br" and (top.large or block.kind == "heading"):
        block.pieces.append(_Piece(" ", False, top.large))
        return None
    if tag.name in ("br", "hr"):
        _flush(walked, block)
        return None
    if reason := layout.dropped.get(tag):
        _flush(walked, block)
        _leave_out(walked, tag, reason)
        return None
    if tag.name == "tr" and not block.aside and tag not in layout.around and is_data_row(tag, layout.page):
        _flush(walked, block)
        _row(walked, tag)
        return None
    if tag.name in BLOCKS:
        _flush(walked, block)
        block = _Block(tag, _kind(tag, block.kind), block.aside or _is_aside(tag, top.tag, layout))
    elif _are_buttons(tag, layout.page):
        _leave_out(walked, tag, "counters and buttons")
        return None
    linked = top.linked or (tag.name == "a" and leads_away(tag))
    button = top.button or (tag.name == "a" and tag.attributes.get("href", "").lower().startswith("javascript:"))
    return _Open(tag, iter(tag.contents), block, linked, _is_large(tag, top.large), button)


def _is_aside(tag: Element, above: Element, layout: Layout) -> bool:
    """Whether a block stands beside the article, with nothing of one in it."""
    article = layout.article
    if tag in layout.around or article.number < tag.number < article.end:
        return False
    if above.name in WHOLE and above not in layout.around:
        return False
    return layout.is_outside(tag)


def _is_large(tag: Element, outer: bool) -> bool:
    if tag.name == "font" and "size" in tag.attributes:
        return bool(LARGE_SIZE.fullmatch(tag.attributes["size"]))
    style = tag.attributes.get("style", "")
    return bool(LARGE_STYLE.search(style)) if style and "font-size" in style.lower() else outer


def _are_buttons(tag: Element, page: Page) -> bool:
    """An element within a line that is only a counter or buttons: 'Font: A+ A-', '[Print]' on a credit line."""
    if not 0 < tag.text <= LONGEST_BUTTONS or tag.name == "a" or page.count(tag, "p"):
        return False
    text = SPACE.sub(" ", visible_text(tag)).strip()
    credit = credit_of(text)
    if credit is not None:
        return credit.only_noise and not any(character.isdigit() for character in text)
    if tag.parent is None or tag.parent.text > LONGEST:
        return False
    plain = folded(text)
    return plain[:1] in "[<" and bare(plain) in lexicon().lines


def _kind(tag: Element, outer: BlockKind) -> BlockKind:
    if tag.name in HEADINGS:
        return "heading"
    if tag.name in ("li", "dt", "dd"):
        return "list_item"
    if tag.name in ("caption", "figcaption", "figure"):
        return "caption"
    if outer in ("heading", "list_item", "caption") and tag.name not in ("ul", "ol", "table", "dl"):
        return outer
    return "paragraph" if tag.name in ("p", "blockquote", "pre") else "line"


def _write(string: str, top: _Open, walked: Walked) -> None:
    block = top.block
    first, *others = string.split("\n") if block.tag.name == "pre" else [string]
    block.pieces.append(_Piece(first, top.linked, top.large, top.button))
    for line in others:
        _flush(walked, block)
        block.pieces.append(_Piece(line, top.linked, top.large, top.button))


def _flush(walked: Walked, block: _Block) -> None:
    """Closes the passage that was being written, if it has any text."""
    if not block.pieces:
        return
    pieces, block.pieces = block.pieces, []
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


def _leave_out(walked: Walked, tag: Element, reason: str) -> None:
    if not tag.text:
        return
    text = ""
    for piece in _visible_pieces(tag):
        text = SPACE.sub(" ", text + piece).lstrip()
        if len(text) > EXCERPT:
            break
    walked.left_out.append(LeftOut(walked.page.path(tag), reason, text.rstrip()[:EXCERPT]))


def visible_text(tag: Element) -> str:
    """The text of an element as a reader sees it; blocks and line breaks begin a new line."""
    return "".join(_visible_pieces(tag))


def _visible_pieces(tag: Element) -> Iterator[str]:
    stack = tag.contents[::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield SPACE.sub(" ", node) or "\n"
        elif node.name == "br":
            yield "\n"
        elif node.number >= 0:
            if node.name in BLOCKS:
                yield "\n"
                stack.append("")  # no string of a page is empty: here the block ends
            stack += node.contents[::-1]


def _row(walked: Walked, row: Element) -> None:
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


def cell_text(cell: Element) -> str:
    """The lines of a cell, without white space at their ends."""
    lines = (SPACE.sub(" ", line).strip() for line in visible_text(cell).split("\n"))
    return "\n".join(line for line in lines if line)
