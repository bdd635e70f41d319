"""What Word's styles say of a paragraph or a run: heading, list item, table of contents, hidden, large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.text import BlockKind
from pipeline.read.wordruns import attribute, child, is_on, tag_of

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

HEADING = re.compile(r"heading \d|title|subtitle|标题.*|副标题", re.IGNORECASE)
CAPTION = re.compile(r"caption|题注", re.IGNORECASE)
CONTENTS = re.compile(r"toc (?:\d|heading)|目录.*", re.IGNORECASE)
LIST = re.compile(r"list.*|列表.*|列出段落", re.IGNORECASE)
LARGE = 32
"""Half points: a paragraph printed in 16 pt and more is a heading, whatever its style is called."""
LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph is by its style."""

    kind: BlockKind = "paragraph"
    contents: bool = False
    """A line of the table of contents, which repeats the headings."""


class Styles:
    """The styles of one document."""

    def __init__(self, root: BaseOxmlElement) -> None:
        self._styles = {attribute(each, "styleId"): each for each in root if tag_of(each) == "style"}
        self._default = {
            attribute(each, "type"): each for each in self._styles.values() if is_on_flag(attribute(each, "default"))
        }

    def of(self, paragraph: BaseOxmlElement) -> ParagraphStyle:
        """The kind of a paragraph: by the name or the outline level of its style, its own level, its numbering."""
        own = child(paragraph, "pPr")
        chain = list(self._chain(attribute(child(own, "pStyle"), "val")))
        names = [attribute(child(style, "name"), "val") or "" for style in chain]
        if any(CONTENTS.fullmatch(name) for name in names):
            return ParagraphStyle(contents=True)
        properties = [own, *(child(style, "pPr") for style in chain)]
        levels = [level for each in properties if (level := attribute(child(each, "outlineLvl"), "val")) is not None]
        if any(HEADING.fullmatch(name) for name in names) or (levels and levels[0] in "012345678"):
            return ParagraphStyle("heading")
        if any(CAPTION.fullmatch(name) for name in names):
            return ParagraphStyle("caption")
        numbered = [n for each in properties if (n := attribute(child(child(each, "numPr"), "numId"), "val"))]
        if (numbered and numbered[0] != "0") or any(LIST.fullmatch(name) for name in names[:1]):
            return ParagraphStyle("list_item")
        return ParagraphStyle()

    def is_hidden(self, run: BaseOxmlElement) -> bool:
        """Whether a run is marked as hidden, by itself or by its style."""
        own = child(run, "rPr")
        switch = child(own, "vanish")
        if switch is not None:
            return is_on(switch)
        chain = self._chain(attribute(child(own, "rStyle"), "val"))
        return any(is_on(child(child(style, "rPr"), "vanish")) for style in chain)

    def is_large(self, paragraph: BaseOxmlElement) -> bool:
        """Whether every run with words is printed in large type."""
        style = attribute(child(child(paragraph, "pPr"), "pStyle"), "val")
        runs = [each for each in paragraph if tag_of(each) == "r" and any(tag_of(t) == "t" for t in each)]
        sizes = [self._size(child(run, "rPr"), style) for run in runs]
        return bool(sizes) and min(sizes) >= LARGE

    def _size(self, own: BaseOxmlElement | None, style: str | None) -> int:
        chain = self._chain(style)
        for properties in (own, *(child(each, "rPr") for each in chain)):
            value = attribute(child(properties, "sz"), "val")
            if value is not None and value.isascii() and value.isdigit() and len(value) < 5:
                return int(value)
        return 0

    def _chain(self, name: str | None) -> Iterator[BaseOxmlElement]:
        """A style and those that it is based on; a ring of styles ends."""
        style = self._styles.get(name) if name else self._default.get("paragraph")
        for _ in range(LONGEST_CHAIN):
            if style is None:
                return
            yield style
            style = self._styles.get(attribute(child(style, "basedOn"), "val"))


def is_on_flag(value: str | None) -> bool:
    """Whether an attribute is a switch turned on."""
    return value in ("1", "true", "on")
