"""Attachments for tests, made on the fly."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import docx
import openpyxl
import pytest
from docx.document import Document as WordDocument
from fpdf import FPDF
from openpyxl.workbook import Workbook

from pipeline.inputs import PDF, WORD, WORKBOOK, Input
from pipeline.read import Reading, pdf, read
from pipeline.read.pdf import child


class Sheets(FPDF):
    """Pages of A4 with a text size for the body."""

    def __init__(self) -> None:
        super().__init__()
        self.set_creation_date(datetime(2023, 5, 18, tzinfo=UTC))
        self.add_page()
        self.body()

    def body(self) -> None:
        self.set_font("helvetica", size=11)

    def heading(self, text: str) -> None:
        self.set_font("helvetica", "B", 17)
        self.multi_cell(0, 9, text, align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(5)
        self.body()

    def write_paragraph(self, text: str, *, align: str = "J") -> None:
        self.multi_cell(0, 6, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def rows(self, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        with self.table(col_widths=tuple(round(each) for each in widths), text_align="LEFT") as table:
            for each in rows:
                row = table.row()
                for cell in each:
                    row.cell(cell)

    def done(self) -> bytes:
        return bytes(self.output())


def pdf_of(data: bytes) -> Reading:
    """What a PDF says to this process, where there are no limits."""
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings(action="ignore"):
        patch.setattr(pdf, "_asked", lambda data, _: child.answer(data))
        return pdf_by_child(data)


def pdf_by_child(data: bytes) -> Reading:
    """What a PDF says to a process of its own, as in every run."""
    return read(Input("a.pdf", data, PDF))


def word(fill: Callable[[WordDocument], object]) -> bytes:
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_of(fill: Callable[[WordDocument], object]) -> Reading:
    return read(Input("a.docx", word(fill), WORD))


def workbook(fill: Callable[[Workbook], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def workbook_of(fill: Callable[[Workbook], object]) -> Reading:
    return read(Input("a.xlsx", workbook(fill), WORKBOOK))


def rows_of(reading: Reading) -> list[list[str]]:
    """The cells of every table row by column."""
    text = reading.document.text
    return [[text[a:b] for a, b in block.cells or ()] for block in reading.document.blocks if block.kind == "table_row"]


def raw_pdf(content: bytes, objects: Sequence[bytes] = (), resources: bytes = b"", *, packed: bool = False) -> bytes:
    """A PDF of one page with a content stream as it is; ``objects`` are numbered from 5."""
    stream = zlib.compress(content, 9) if packed else content
    packing = b" /Filter /FlateDecode" if packed else b""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <<" + resources + b">> /Contents 4 0 R >>",
        b"<< /Length %d%s >>\nstream\n" % (len(stream), packing) + stream + b"\nendstream",
        *objects,
    ]
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def chinese_pdf(lines: Sequence[tuple[float, float, float, str]]) -> bytes:
    """A page with lines (x, y from below, size, text) in a font that no file need hold."""
    content = b"".join(
        b"BT /F1 %.1f Tf %.1f %.1f Td <%s> Tj ET\n" % (size, x, y, text.encode("utf-16-be").hex().encode())
        for x, y, size, text in lines
    )
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>"
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 7 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
    )
    descriptor = b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 >>"
    return raw_pdf(content, (font, descendant, descriptor), b"/Font << /F1 5 0 R >>")
