"""PDFs become paragraphs and rows as they stand on the pages; what is no text is said to be that."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest
from PIL import Image

from pipeline.errors import (
    EmptyInput,
    EncryptedInput,
    InputError,
    OversizedInput,
    ScannedInput,
    UnreadableInput,
)
from pipeline.read import Reading, pdf
from tests.pipeline.read.build import blocks, check_blocks, with_role
from tests.pipeline.read.files import Sheets, chinese_pdf, pdf_by_child, pdf_of, raw_pdf, rows_of

FIRST = (
    "The Bay District Education Bureau has published the list of education groups of the district for the coming "
    "school year. By the end of 2022 there were 12 education groups with 48 member schools, and 85 percent of the "
    "pupils of the district went to one of their schools."
)
SECOND = (
    "Every group is led by one school, which answers for the teaching of all the others. The bureau will look at the "
    "work of the groups each summer and make known what it has found before the new school year begins in September."
)
HEAD = ("No.", "Education group", "Leading school", "Member schools")


def groups(count: int) -> list[tuple[str, ...]]:
    return [
        (
            str(n),
            f"Bay No. {n} Education Group",
            f"Bay No. {n} Middle School",
            f"Lake Primary School {n}, Hill School {n}",
        )
        for n in range(1, count + 1)
    ]


def paths(reading: Reading) -> list[str | None]:
    return [block.path for block in reading.document.blocks]


def reasons(reading: Reading) -> dict[str, str]:
    return {each.excerpt: each.reason for each in reading.left_out}


def test_lines_are_joined_to_paragraphs_below_a_title_of_two_lines() -> None:
    file = Sheets()
    title = "Notice of the Bay District Education Bureau on Publishing the List of Education Groups of the Year 2023"
    file.heading(title)
    file.write_paragraph(FIRST)
    file.write_paragraph(SECOND, align="L")
    file.write_paragraph("1. " + FIRST)
    file.write_paragraph("2. " + SECOND)
    reading = pdf_of(file.done())
    check_blocks(reading.document)
    assert reading.document.title == title
    assert blocks(reading.document) == [
        ("heading", "title", title),
        ("paragraph", "body", FIRST),
        ("paragraph", "body", SECOND),
        ("list_item", "body", "1. " + FIRST),
        ("list_item", "body", "2. " + SECOND),
    ]
    assert paths(reading) == [f"page[1]/paragraph[{n}]" for n in range(1, 6)]
    assert (reading.charset, reading.document.media_type) == ("binary", "application/pdf")


def test_a_table_goes_on_over_the_page_and_stands_between_its_paragraphs() -> None:
    file = Sheets()
    file.write_paragraph(FIRST)
    file.rows([HEAD, *groups(40)], (8, 30, 30, 50))
    file.write_paragraph(SECOND)
    reading = pdf_of(file.done())
    assert rows_of(reading) == [list(row) for row in (HEAD, *groups(40))]
    assert with_role(reading.document, "body")[0] == FIRST
    assert with_role(reading.document, "body")[-1] == SECOND
    kept = [path for path in paths(reading) if path and path.startswith("page[2]/table")]
    assert kept[0] == "page[2]/table[1]/row[2]"
    assert [(each.path, each.reason) for each in reading.left_out] == [
        (f"page[{page}]/table[1]/row[1]", "table header, repeated") for page in (2, 3)
    ]


def test_merged_cells_stand_in_each_column_and_only_in_their_first_row() -> None:
    file = Sheets()
    with file.table(text_align="LEFT", first_row_as_headings=False) as table:
        table.row(["Group", "Leader", "Member"])
        row = table.row()
        row.cell("Bay Education Group", rowspan=2)
        row.cell("Bay School")
        row.cell("Hill School")
        table.row(["Lake School", "Sea School"])
        row = table.row()
        row.cell("Lake Education Group")
        row.cell("not yet known", colspan=2)
    assert rows_of(pdf_of(file.done())) == [
        ["Group", "Leader", "Member"],
        ["Bay Education Group", "Bay School", "Hill School"],
        ["", "Lake School", "Sea School"],
        ["Lake Education Group", "not yet known", "not yet known"],
    ]


def test_a_cell_keeps_the_lines_that_were_ended_by_hand() -> None:
    file = Sheets()
    long = "The Lake Experimental Primary School of the Bay District of the City"
    file.rows([("Group", "Members"), ("Bay Education Group", f"{long}\nHill School\nSea School")], (50, 40))
    assert rows_of(pdf_of(file.done()))[1] == ["Bay Education Group", f"{long}\nHill School\nSea School"]


def test_cells_without_rules_are_rows_when_they_are_aligned() -> None:
    file = Sheets()
    file.write_paragraph(FIRST)
    rows = [("Group", "Leading school", "Pupils"), ("Bay Education Group", "Bay School", "1,200")]
    rows += [("Lake Education Group", "Lake School", "900"), ("Hill Education Group", "Hill School", "1,050")]
    for row in rows:
        for cell in row:
            file.cell(60, 7, cell)
        file.ln()
    file.write_paragraph(SECOND)
    assert rows_of(pdf_of(file.done())) == [list(row) for row in rows]


def test_headers_footers_and_page_numbers_are_left_out_and_paragraphs_go_on_over_pages() -> None:
    class Framed(Sheets):
        def header(self) -> None:
            self.set_font("helvetica", size=8)
            self.cell(0, 5, "Bay District Education Bureau, Document 14", align="C")
            self.ln(10)
            self.body()

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("helvetica", size=8)
            self.cell(0, 5, f"- {self.page_no()} -", align="C")

    file = Framed()
    long = " ".join([FIRST, SECOND] * 4)
    for _ in range(4):
        file.write_paragraph(long)
    reading = pdf_of(file.done())
    assert with_role(reading.document, "body") == [long] * 4
    assert reasons(reading) == {
        "Bay District Education Bureau, Document 14": "page header",
        "- 1 -": "page number",
        "- 2 -": "page number",
    }


def test_two_columns_are_read_one_after_the_other() -> None:
    file = Sheets()
    file.heading("Two columns of news about the schools of the bay")
    top = file.get_y()
    file.set_right_margin(110)
    file.write_paragraph(FIRST + " " + SECOND)
    file.set_right_margin(10)
    file.set_left_margin(110)
    file.set_xy(110, top + 1)
    file.write_paragraph(SECOND + " " + FIRST)
    assert with_role(pdf_of(file.done()).document, "body") == [FIRST + " " + SECOND, SECOND + " " + FIRST]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("the teachers of all gro-", "ups work together, and the groups are glad"), "all groups work"),
        (("a school is to be school-", "running, and the running of a school is work"), "be school-running, and"),
    ],
)
def test_hyphens_at_the_end_of_a_line(lines: tuple[str, str], expected: str) -> None:
    content = b"BT /F1 11 Tf 50 700 Td (%s) Tj 0 -14 Td (%s) Tj ET" % (lines[0].encode(), lines[1].encode())
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
    data = raw_pdf(content, (font,), b"/Font << /F1 5 0 R >>")
    width = {len(line) for line in lines}
    assert max(width) - min(width) < 30
    assert expected in pdf_of(data).document.text.replace("\n", " ")


def test_chinese_lines_are_joined_without_spaces() -> None:
    text = (
        "为推动义务教育优质均衡发展，现将全区教育集团名单予以公布，"
        "截至2022年底，全区共有教育集团12个，成员校48所，优质学校覆盖率达到百分之八十五。"
    )
    lines = [
        (150.0, 760.0, 18.0, "关于公布教育集团名单的通知"),
        (94.0, 720.0, 12.0, text[:32]),
        (70.0, 700.0, 12.0, text[32:66]),
        (70.0, 680.0, 12.0, text[66:]),
        (94.0, 660.0, 12.0, "各集团由一所龙头学校牵头。"),
    ]
    reading = pdf_of(chinese_pdf(lines))
    assert blocks(reading.document) == [
        ("heading", "title", "关于公布教育集团名单的通知"),
        ("paragraph", "body", text),
        ("paragraph", "body", "各集团由一所龙头学校牵头。"),
    ]


def test_the_head_of_an_official_document_is_no_title() -> None:
    lines = [
        (150.0, 780.0, 24.0, "东湖区教育局文件"),
        (230.0, 750.0, 12.0, "东教〔2023〕15号"),
        (150.0, 720.0, 18.0, "关于公布教育集团名单的通知"),
        (94.0, 675.0, 12.0, "现将教育集团名单公布如下，全区共有教育集团2个。请各学校认真组织。"),
        (400.0, 540.0, 12.0, "东湖区教育局"),
        (390.0, 520.0, 12.0, "2023年5月9日"),
    ]
    document = pdf_of(chinese_pdf(lines)).document
    assert (document.title, document.published) == ("关于公布教育集团名单的通知", "2023-05-09")
    assert [text for _, _, text in blocks(document)] == [text for _, _, _, text in lines[1:]]


def test_a_watermark_at_an_angle_is_left_out() -> None:
    file = Sheets()
    file.write_paragraph(FIRST)
    with file.rotation(45, 100, 150):
        file.set_font("helvetica", size=40)
        file.text(60, 150, "DRAFT")
    reading = pdf_of(file.done())
    assert reading.document.text == FIRST
    assert reasons(reading) == {"DRAFT": "printed at an angle (a watermark)"}


def sideways(rotation: bytes) -> bytes:
    content = b"BT /F1 11 Tf 0 1 -1 0 100 50 Tm (The groups of the bay are listed below) Tj ET"
    return raw_pdf(content, (FONT,), b"/Font << /F1 5 0 R >>").replace(b"/MediaBox", rotation + b"/MediaBox")


def test_a_page_is_read_as_it_is_turned() -> None:
    assert pdf_of(sideways(b"/Rotate 90 ")).document.text == "The groups of the bay are listed below"
    with pytest.raises(UnreadableInput, match=r"^a\.pdf: prints all its text at an angle; turn its pages upright"):
        pdf_of(sideways(b""))


def picture() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("L", (60, 80), 200).save(file, "PNG")
    file.seek(0)
    return file


def scanned(pages: int, *, text_first: bool = False) -> bytes:
    file = Sheets()
    if text_first:
        file.write_paragraph(FIRST)
        file.add_page()
    for number in range(pages):
        if number:
            file.add_page()
        file.image(picture(), x=0, y=0, w=file.w, h=file.h)
    return file.done()


@pytest.mark.parametrize(("pages", "said"), [(1, "1 page, a picture"), (12, "12 pages of pictures")])
def test_a_scanned_pdf_is_said_to_be_one(pages: int, said: str) -> None:
    with pytest.raises(ScannedInput, match=rf"^a\.pdf: has no text layer: {said}; run text recognition \(OCR\)"):
        pdf_by_child(scanned(pages))


def test_a_scanned_page_among_others_is_named() -> None:
    reading = pdf_by_child(scanned(2, text_first=True))
    assert reading.document.text == FIRST
    assert [(each.path, each.reason) for each in reading.left_out] == [
        ("page[2]", "a picture without text"),
        ("page[3]", "a picture without text"),
    ]


def encrypted(password: str) -> bytes:
    file = Sheets()
    file.write_paragraph(FIRST)
    file.set_encryption(owner_password="owner", user_password=password)  # noqa: S106
    return file.done()


def test_a_password_is_asked_for_only_where_there_is_one() -> None:
    with pytest.raises(EncryptedInput, match=r"^a\.pdf: is protected with a password; open it with the password"):
        pdf_of(encrypted("secret"))
    assert pdf_of(encrypted("")).document.text == FIRST


def whole() -> bytes:
    file = Sheets()
    file.write_paragraph(FIRST)
    return file.done()


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (b"%PDF-1.7\n", UnreadableInput, "damaged PDF|no pages"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, UnreadableInput, "damaged PDF|no pages"),
        (whole()[:400], UnreadableInput, "damaged PDF|no pages"),
        (Sheets().done(), EmptyInput, "no text on its 1 page"),
        (b"not a PDF at all", UnreadableInput, "damaged PDF"),
    ],
)
def test_what_is_no_whole_pdf_is_refused(data: bytes, error: type[InputError], said: str) -> None:
    with pytest.raises(error, match=rf"^a\.pdf: .*({said})") as raised:
        pdf_of(data)
    assert raised.value.remedy


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    file = Sheets()
    for _ in range(300):
        file.add_page()
    with pytest.raises(OversizedInput, match=r"^a\.pdf: has 301 pages, more than 300; print the pages"):
        pdf_of(file.done())


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
FORM = b"<< /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> /Length 24 >>\nstream\n"
HOSTILE: dict[str, Callable[[], bytes]] = {
    "a gigabyte in a megabyte": lambda: raw_pdf(b" " * 1_000_000_000, packed=True),
    "forms that draw forms twice": lambda: raw_pdf(
        b"/X Do",
        [FORM % (n + 1) + b"/X Do /X Do /X Do /X Do \nendstream" for n in range(5, 45)],
        b"/XObject << /X 5 0 R >>",
    ),
    "boxes without end": lambda: raw_pdf(
        b"".join(b"%d %d 7 7 re S\n" % (n % 590, n % 840) for n in range(60_000)), packed=True
    ),
    "signs without end": lambda: raw_pdf(
        b"BT /F1 1 Tf 9 9 Td " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 300_000, (FONT,), b"/Font << /F1 5 0 R >>", packed=True
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_pdf_made_to_hurt_is_read_or_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 3)
    data = HOSTILE[name]()
    started = time.perf_counter()
    with pytest.raises(InputError, match=r"^a\.pdf: (takes more than 3 seconds or 2 GB of memory to read|has no text)"):
        pdf_by_child(data)
    assert time.perf_counter() - started < 60


def test_a_column_with_one_name_a_line_has_so_in_every_cell() -> None:
    file = Sheets()
    full = "Lake Experimental Primary School"
    rows = [
        ("Group", "Members"),
        ("Bay Group", f"{full}\nHill School\nSea School"),
        ("Lake Group", f"{full}\nHill School"),
    ]
    width = file.get_string_width(full) + 4
    file.rows(rows, (file.epw - width, width))
    assert rows_of(pdf_of(file.done())) == [list(row) for row in rows]
