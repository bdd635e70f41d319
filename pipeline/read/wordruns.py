"""The text of Word paragraphs: what is printed of their runs, and what is hidden or deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

    from pipeline.read.wordstyles import Styles

SPACE = re.compile(r"[^\S\n]+")
GONE = frozenset(("del", "moveFrom"))
"""What tracked changes took out."""
APART = frozenset(("txbxContent", "Fallback", "pPr", "rPr", "instrText", "delText", "tbl", "sdtPr", "object", "rt"))
"""What is not part of the paragraph's own line: text boxes, how a character is read, and what is not printed."""
MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}


def tag_of(element: BaseOxmlElement) -> str:
    """An element's name without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: BaseOxmlElement | None, name: str) -> str | None:
    """An attribute of the same namespace as its element, as all of Word's are."""
    if element is None:
        return None
    space = element.tag.rpartition("}")[0]
    value = element.get(f"{space}}}{name}" if space else name)
    return value if isinstance(value, str) else None


def child(element: BaseOxmlElement | None, name: str) -> BaseOxmlElement | None:
    """The first child of a name; None when there is none."""
    if element is None:
        return None
    return next((each for each in element if tag_of(each) == name), None)


def is_on(element: BaseOxmlElement | None) -> bool:
    """Whether a switch such as <w:vanish/> is there and not turned off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")


def lines_of(paragraph: BaseOxmlElement, styles: Styles) -> tuple[list[str], str]:
    """The printed lines of a paragraph without white space at their ends, and the text that is hidden or deleted."""
    printed: list[str] = []
    hidden: list[str] = []
    stack: list[tuple[BaseOxmlElement, bool]] = [(each, True) for each in reversed(paragraph)]
    while stack:
        element, visible = stack.pop()
        tag = tag_of(element)
        if tag in APART:
            if tag == "delText":
                hidden.append(element.text or "")
            continue
        if tag in GONE or (tag == "r" and styles.is_hidden(element)):
            visible = False
        if tag in ("t", "sym", "br") or tag in MARKS:
            (printed if visible else hidden).append(_printed(element, tag))
        else:
            stack.extend((each, visible) for each in reversed(element))
    text = SPACE.sub(" ", "".join(printed)).replace("\u00ad", "")
    return [line for each in text.split("\n") if (line := each.strip())], "".join(hidden)


def _printed(element: BaseOxmlElement, tag: str) -> str:
    if tag == "t":
        return element.text or ""
    if tag == "br":
        return " " if attribute(element, "type") in ("page", "column") else "\n"
    if tag == "sym":
        code = attribute(element, "char") or ""
        return "" if not re.fullmatch(r"[0-9A-Fa-f]{4}", code) or code.upper().startswith("F0") else chr(int(code, 16))
    return MARKS[tag]


def lines_of_cell(cell: BaseOxmlElement, styles: Styles) -> tuple[str, str]:
    """The printed lines of a cell's paragraphs, nested tables left aside, and the text that is hidden or deleted."""
    lines: list[str] = []
    hidden: list[str] = []
    for paragraph in _paragraphs(cell):
        own, gone = lines_of(paragraph, styles)
        lines += own
        hidden.append(gone)
    return "\n".join(lines), " ".join(hidden)


def _paragraphs(cell: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    stack = list(reversed(cell))
    while stack:
        element = stack.pop()
        if tag_of(element) == "p":
            yield element
        elif tag_of(element) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            stack.extend(reversed(element))


def text_boxes(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The contents of the text boxes that hang on a paragraph; of two forms of one box, the newer."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if tag_of(element) == "txbxContent":
            yield element
        elif tag_of(element) != "Fallback":
            stack.extend(reversed(element))
