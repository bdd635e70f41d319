"""DOCX: paragraphs, headings, list items and table rows in the order of the document; the way back is their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.text import BlockKind
from pipeline.errors import ScannedInput, UnreadableInput
from pipeline.inputs import Input, shown
from pipeline.read.container import DAMAGED, office_parts
from pipeline.read.found import Found
from pipeline.read.passages import Passage, refuse_too_many
from pipeline.read.tables import LONGEST_CELL
from pipeline.read.wordruns import child, lines_of, lines_of_cell, tag_of, text_boxes
from pipeline.read.wordstyles import Styles
from pipeline.read.wordtables import CellElement, WordTable

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

CONTAINERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
"""Elements around paragraphs and tables that are not themselves printed."""
ASIDE = {
    "header": "page header",
    "footer": "page footer",
    "footnotes": "footnote",
    "endnotes": "endnote",
    "comments": "comment",
}
MAIN = re.compile(r"word/document\d*\.xml")
ASIDE_PART = re.compile(r"word/(?P<kind>" + "|".join(ASIDE) + r")\d*\.xml")
PICTURE = re.compile(rb"<(?:a:blip|v:imagedata)\b")
DEEPEST = 20
"""Tables within tables within text boxes; deeper is no document that anybody wrote."""


def read_word(source: Input) -> Found:
    """What a reader sees in the body of a DOCX file; headers, footers, notes, hidden and deleted text are left out.

    The parts are parsed one by one, for python-docx opens no file of which any part is missing, be it a thumbnail.
    Raises EncryptedInput, OldOfficeInput, OversizedInput, ScannedInput, UnreadableInput.
    """
    parts = office_parts(source)
    main = next((part for part in parts if MAIN.fullmatch(part)), None)
    body = child(_parsed(parts[main], source), "body") if main else None
    if main is None or body is None:
        raise UnreadableInput(shown(source.source), "is a damaged Word file (it has no text part)", DAMAGED)
    styles = _parsed(parts.get("word/styles.xml", b"<styles/>"), source)
    found = Found(title=_title(_parsed(parts.get("docProps/core.xml", b"<core/>"), source)))
    Walk(source.source, Styles(styles), found).blocks(body, "body", 0)
    for part, content in parts.items():
        if aside := ASIDE_PART.fullmatch(part):
            words = " ".join(each.text or "" for each in _parsed(content, source).iter() if tag_of(each) == "t")
            found.leave_out(part, ASIDE[aside["kind"]], words)
    if not found.passages and PICTURE.search(parts[main]):
        remedy = "run text recognition (OCR) on the pictures, and name the result"
        raise ScannedInput(shown(source.source), "has pictures and no text", remedy)
    return found


def _parsed(content: bytes, source: Input) -> BaseOxmlElement:
    from docx.oxml.parser import parse_xml

    try:
        return parse_xml(content)
    except SyntaxError as error:
        raise UnreadableInput(shown(source.source), "is a damaged Word file", DAMAGED) from error


def _title(core: BaseOxmlElement) -> str | None:
    title = child(core, "title")
    return title.text if title is not None else None


class Walk:
    """One pass over the body of a document."""

    def __init__(self, name: str, styles: Styles, found: Found) -> None:
        self.name = name
        self.styles = styles
        self.found = found

    def blocks(self, parent: BaseOxmlElement, path: str, depth: int) -> None:
        """The paragraphs and tables below an element. Raises UnreadableInput for nesting or numbers beyond reason."""
        if depth > DEEPEST:
            raise UnreadableInput(shown(self.name), "nests tables and boxes beyond reason", "save it as plain text")
        counted = {"p": 0, "tbl": 0}
        for element in _blocks(parent):
            tag = tag_of(element)
            counted[tag] += 1
            if tag == "p":
                self.paragraph(element, f"{path}/paragraph[{counted[tag]}]", depth)
            else:
                self.table(element, f"{path}/table[{counted[tag]}]", depth)

    def paragraph(self, element: BaseOxmlElement, path: str, depth: int) -> None:
        """A line break begins a new passage, as it does on a page; text boxes follow the paragraph they hang on."""
        style = self.styles.of(element)
        lines, hidden = lines_of(element, self.styles)
        self.found.leave_out(path, "hidden or deleted text", hidden)
        for line in lines:
            if style.contents:
                self.found.leave_out(path, "table of contents", line)
                continue
            kind: BlockKind = style.kind if len(lines) == 1 or style.kind != "paragraph" else "line"
            large = style.kind == "paragraph" and self.styles.is_large(element)
            self.add(Passage("heading" if large else kind, line, path, large=large))
        for number, box in enumerate(text_boxes(element), 1):
            self.blocks(box, f"{path}/box[{number}]", depth + 1)

    def table(self, element: BaseOxmlElement, path: str, depth: int) -> None:
        """A row of cells for each row; a table that frames parts of the text is walked as text."""
        table = WordTable(element)
        texts: dict[CellElement, str] = {}
        for row in table.rows:
            for cell in row.printed:
                text, hidden = lines_of_cell(cell, self.styles)
                self.found.leave_out(f"{path}/row[{row.number}]", "hidden or deleted text", hidden)
                texts[cell] = text
        data = table.columns > 1 and max(map(len, texts.values()), default=0) <= LONGEST_CELL
        if data:
            for row in table.rows:
                if passage := row.passage(texts, f"{path}/row[{row.number}]"):
                    self.add(passage)
        for row in table.rows:
            for number, cell in enumerate(row.printed, 1):
                place = f"{path}/row[{row.number}]/cell[{number}]"
                if not data:
                    self.blocks(cell, place, depth + 1)
                    continue
                self.within(cell, place, depth + 1)

    def within(self, cell: BaseOxmlElement, path: str, depth: int) -> None:
        """The tables and the text boxes in a cell, after the table that the cell is of."""
        inner = list(_blocks(cell))
        for number, nested in enumerate((each for each in inner if tag_of(each) == "tbl"), 1):
            self.table(nested, f"{path}/table[{number}]", depth)
        boxes = (box for each in inner if tag_of(each) == "p" for box in text_boxes(each))
        for number, box in enumerate(boxes, 1):
            self.blocks(box, f"{path}/box[{number}]", depth)

    def add(self, passage: Passage) -> None:
        """Takes in the next passage. Raises UnreadableInput when there are too many."""
        self.found.passages.append(passage)
        refuse_too_many(len(self.found.passages), self.name)


def _blocks(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The paragraphs and tables that an element holds, those in content controls too; without recursion."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        tag = tag_of(element)
        if tag in ("p", "tbl"):
            yield element
        elif tag in CONTAINERS:
            stack.extend(reversed(element))
