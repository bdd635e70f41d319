"""An Excel workbook as the package of XML files that it is, written row by row (ECMA-376, part 1: SpreadsheetML).

Nothing of a sheet is held: rows, links and the addresses of links go to files of their own, packed at the end.
Libraries hold every link until then, some hundred megabytes for 100,000 records. Equal rows give equal bytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Look = Literal["plain", "header", "day", "link"]
LOOKS: dict[Look, int] = {"plain": 0, "header": 1, "day": 2, "link": 3}
"""The formats of ``STYLES``, by their place."""
DAY_ZERO = date(1899, 12, 30)
"""Excel counts days from here."""
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PARTS = "http://schemas.openxmlformats.org/package/2006"
LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'{XML}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>'
    '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font>'
    '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
ROOT = (
    f'{XML}<Relationships xmlns="{PARTS}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
END = "</Relationships>"


class Sheet:
    """One sheet: a frozen header, filters, then rows. ``folder`` is where its files are while it is written."""

    def __init__(self, name: str, header: Sequence[str], widths: Sequence[int], folder: Path) -> None:
        self.name = name
        self.rows = self.links = 0
        self.letters = [letters(at) for at in range(1, len(header) + 1)]
        self.body, self.marks, self.addresses = (_temporary(folder) for _ in range(3))
        columns = "".join(
            f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(widths, 1)
        )
        self.body.write(
            f'{XML}<worksheet xmlns="{MAIN}" xmlns:r="{LINKED}"><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f"<cols>{columns}</cols><sheetData>"
        )
        self.addresses.write(f'{XML}<Relationships xmlns="{PARTS}/relationships">')
        self.append([text(each, "header") for each in header])

    @property
    def area(self) -> str:
        """The cells that it has."""
        return f"A1:{self.letters[-1]}{self.rows}"

    def append(self, cells: Sequence[str]) -> None:
        """Write a row of cells that ``text``, ``number``, ``day`` and the like have made; an empty one is left out."""
        self.rows += 1
        row = self.rows
        found = (f'<c r="{letter}{row}"{cell}</c>' for letter, cell in zip(self.letters, cells, strict=True) if cell)
        self.body.write(f'<row r="{row}">{"".join(found)}</row>')

    def link(self, column: int, address: str) -> None:
        """Have a cell of the next row, by its place from 0, open an address."""
        self.links += 1
        self.marks.write(f'<hyperlink ref="{self.letters[column]}{self.rows + 1}" r:id="rId{self.links}"/>')
        self.addresses.write(
            f'<Relationship Id="rId{self.links}" Type="{LINKED}/hyperlink" TargetMode="External" '
            f'Target="{_escaped(address)}"/>'
        )

    def pack(self, package: ZipFile, number: int) -> None:
        """Write the sheet into the package."""
        self.body.write(f'</sheetData><autoFilter ref="{self.area}"/>')
        if self.links:
            self.body.write("<hyperlinks>")
            self.marks.seek(0)
            shutil.copyfileobj(self.marks, self.body)
            self.body.write("</hyperlinks>")
            self.addresses.write(END)
            _pack_file(package, f"xl/worksheets/_rels/sheet{number}.xml.rels", self.addresses)
        self.body.write("</worksheet>")
        _pack_file(package, f"xl/worksheets/sheet{number}.xml", self.body)
        self.close()

    def close(self) -> None:
        """Let its files go."""
        for file in (self.body, self.marks, self.addresses):
            file.close()


def pack(sheets: Sequence[Sheet], path: Path) -> None:
    """Write a workbook of sheets; these are closed."""
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, said in _frame(sheets):
            package.writestr(_entry(name), said)
        for number, sheet in enumerate(sheets, 1):
            sheet.pack(package, number)


def text(value: str, look: Look = "plain") -> str:
    """A cell with a text; never a formula, an error or a number, whatever it looks like.

    >>> text("=1+1 & more")
    ' t="inlineStr" s="0"><is><t>=1+1 &amp; more</t></is>'
    """
    space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
    return f' t="inlineStr" s="{LOOKS[look]}"><is><t{space}>{_escaped(value)}</t></is>'


def number(value: float) -> str:
    """A cell with a number.

    >>> number(12.5)
    '><v>12.5</v>'
    """
    return f"><v>{value!r}</v>"


def truth(value: bool) -> str:
    """A cell with true or false."""
    return f' t="b"><v>{value:d}</v>'


def day(value: date) -> str:
    """A cell with a day.

    >>> day(date(1900, 3, 1))
    ' s="2"><v>61</v>'
    """
    return f' s="{LOOKS["day"]}"><v>{(value - DAY_ZERO).days}</v>'


def letters(column: int) -> str:
    """The name of a column, by its place from 1.

    >>> letters(1), letters(26), letters(27)
    ('A', 'Z', 'AA')
    """
    above, last = divmod(column - 1, 26)
    return (letters(above) if above else "") + chr(ord("A") + last)


def _frame(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    """The parts of a workbook around its sheets, with their names."""
    numbered = list(enumerate(sheets, 1))
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{TYPE}.worksheet+xml"/>' for at, _ in numbered
    )
    yield (
        "[Content_Types].xml",
        f'{XML}<Types xmlns="{PARTS}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>{kinds}</Types>',
    )
    yield "_rels/.rels", ROOT
    listed = "".join(f'<sheet name="{sheet.name}" sheetId="{at}" r:id="rId{at}"/>' for at, sheet in numbered)
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at - 1}" hidden="1">'
        f"'{sheet.name}'!$A$1:${sheet.letters[-1]}${sheet.rows}</definedName>"
        for at, sheet in numbered
    )
    yield (
        "xl/workbook.xml",
        f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{LINKED}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{filters}</definedNames></workbook>",
    )
    targets = "".join(
        f'<Relationship Id="rId{at}" Type="{LINKED}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in numbered
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        f'{XML}<Relationships xmlns="{PARTS}/relationships">{targets}'
        f'<Relationship Id="rId{len(numbered) + 1}" Type="{LINKED}/styles" Target="styles.xml"/>{END}',
    )
    yield "xl/styles.xml", STYLES


def _temporary(folder: Path) -> IO[str]:
    return TemporaryFile("w+", encoding="utf-8", newline="", dir=folder)


def _pack_file(package: ZipFile, name: str, file: IO[str]) -> None:
    file.flush()
    raw = file.buffer  # type: ignore[attr-defined]
    entry = _entry(name)
    entry.file_size = raw.seek(0, 2)
    raw.seek(0)
    with package.open(entry, "w") as part:
        shutil.copyfileobj(raw, part)


def _entry(name: str) -> ZipInfo:
    """A part without a time, so that equal rows give equal bytes."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _escaped(value: str) -> str:
    return escape(value).replace("\r", "&#13;")
