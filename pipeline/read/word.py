"""DOCX: paragraphs, headings, list items and table rows in the order of the document; the way back is their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from extractors.text import BlockKind
from pipeline.errors import UnreadableInput
from pipeline.inputs import Input, shown
from pipeline.read.container import DAMAGED, office_parts
from pipeline.read.found import Found
from pipeline.read.passages import Passage, refuse_too_many
from pipeline.read.tables import LONGEST_CELL
from pipeline.read.wordruns import lines_of, lines_of_cell, tag_of, text_boxes
from pipeline.read.wordstyles import Styles
from pipeline.read.wordtables import CellElement, WordTable

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
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
DEEPEST = 20
"""Tables within tables within text boxes; deeper is no document that anybody wrote."""


def read_word(source: Input) -> Found:
    """What a reader sees in the body of a DOCX file; headers, footers, notes, hidden and deleted text are left out.

    Raises EncryptedInput, OldOfficeInput, OversizedInput, UnreadableInput.
    """
    office_parts(source)
    document = _opened(source)
    found = Found(title=document.core_properties.title)
    Walk(source.source, Styles(document.styles.element), found).blocks(document.element.body, "body", 0)
    _leave_out_parts(document, found)
    return found


def _opened(source: Input) -> WordDocument:
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        return Document(BytesIO(source.data))
    except (OpcError, SyntaxError, KeyError, ValueError, AttributeError, OSError) as error:
        raise UnreadableInput(shown(source.source), "is a damaged Word file", DAMAGED) from error


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
                for inner, nested in enumerate((e for e in _blocks(cell) if tag_of(e) == "tbl"), 1):
                    self.table(nested, f"{place}/table[{inner}]", depth + 1)

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


def _leave_out_parts(document: WordDocument, found: Found) -> None:
    """Page headers and footers, notes and comments are named as left out."""
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        reason = ASIDE.get(relation.reltype.rpartition("/")[2])
        if reason is None or relation.is_external:
            continue
        part = relation.target_part
        try:
            root = parse_xml(part.blob)
        except SyntaxError:
            continue
        words = " ".join(each.text or "" for each in root.iter() if tag_of(each) == "t")
        found.leave_out(str(part.partname).lstrip("/"), reason, words)
