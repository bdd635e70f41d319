"""Word files become headings, paragraphs, list items and rows; what is hidden, deleted or aside is left out."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from PIL import Image

from pipeline.errors import EmptyInput, ScannedInput, UnreadableInput
from pipeline.inputs import WORD, Input
from pipeline.read import Reading, read
from tests.pipeline.read.build import blocks, check_blocks
from tests.pipeline.read.files import rows_of, word, word_of

BODY = "The Bay District Education Bureau published the list of education groups on Monday, and many people read it."


def texts(reading: Reading) -> list[str]:
    return [text for _, _, text in blocks(reading.document)]


def left_out(reading: Reading) -> list[tuple[str, str, str]]:
    return [(each.path, each.reason, each.excerpt) for each in reading.left_out]


def test_headings_paragraphs_lists_and_tables_in_their_order() -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Notice on the list of education groups", 0)
        document.add_paragraph(BODY)
        document.add_heading("The groups of the south", 1)
        document.add_paragraph("Bay Education Group", style="List Bullet")
        document.add_paragraph("Hill Education Group", style="List Number")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ("Group", "Leader", "Bay Education Group", "Bay School"), strict=True):
            cell.text = text
        document.add_paragraph("Table 1: groups and leaders", style="Caption")

    reading = word_of(fill)
    check_blocks(reading.document)
    assert reading.document.title == "Notice on the list of education groups"
    assert [(block.path, block.kind, block.role) for block in reading.document.blocks] == [
        ("body/paragraph[1]", "heading", "title"),
        ("body/paragraph[2]", "paragraph", "body"),
        ("body/paragraph[3]", "heading", "body"),
        ("body/paragraph[4]", "list_item", "body"),
        ("body/paragraph[5]", "list_item", "body"),
        ("body/table[1]/row[1]", "table_row", "body"),
        ("body/table[1]/row[2]", "table_row", "body"),
        ("body/paragraph[6]", "caption", "body"),
    ]
    assert rows_of(reading) == [["Group", "Leader"], ["Bay Education Group", "Bay School"]]


def test_large_type_is_a_heading_whatever_its_style_is_called() -> None:
    def fill(document: WordDocument) -> None:
        run = document.add_paragraph().add_run("Bay District publishes its list of education groups")
        run.font.size = Pt(22)
        document.add_paragraph(BODY)

    reading = word_of(fill)
    assert blocks(reading.document)[0] == (
        "heading",
        "title",
        "Bay District publishes its list of education groups",
    )


def test_merged_cells_and_tables_in_cells() -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph(BODY)
        table = document.add_table(rows=4, cols=3)
        rows = (("Group", "Leader", "Member"), ("Bay Group", "Bay School", "Sea School"), ("", "", "Hill School"))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(1, 1).merge(table.cell(2, 1))
        table.cell(3, 0).merge(table.cell(3, 2)).text = "All of them in the south"
        inner = table.cell(1, 2).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "Pupils", "900"

    reading = word_of(fill)
    assert rows_of(reading) == [
        ["Group", "Leader", "Member"],
        ["Bay Group", "Bay School", "Sea School"],
        ["", "", "Hill School"],
        ["All of them in the south"] * 3,
        ["Pupils", "900"],
    ]
    assert reading.document.blocks[-1].path == "body/table[1]/row[2]/cell[3]/table[1]/row[1]"


def test_a_table_of_one_column_frames_text() -> None:
    def fill(document: WordDocument) -> None:
        document.add_table(rows=1, cols=1).cell(0, 0).text = BODY

    assert [(b.kind, b.path) for b in word_of(fill).document.blocks] == [
        ("paragraph", "body/table[1]/row[1]/cell[1]/paragraph[1]")
    ]


RUN = f"<w:r {nsdecls('w')}>%s</w:r>"


def tracked(document: WordDocument) -> None:
    paragraph = document.add_paragraph("On Monday ")
    for xml in (
        f'<w:del {nsdecls("w")} w:id="1" w:author="a"><w:r><w:delText>twelve</w:delText></w:r></w:del>',
        f'<w:ins {nsdecls("w")} w:id="2" w:author="a"><w:r><w:t>fourteen</w:t></w:r></w:ins>',
    ):
        paragraph._p.append(parse_xml(xml))
    paragraph.add_run(" groups were founded in the bay.")


def hidden(document: WordDocument) -> None:
    document.add_paragraph("Groups of the bay. ").add_run("Not for print").font.hidden = True


def linked(document: WordDocument) -> None:
    paragraph = document.add_paragraph("Read the ")
    link = OxmlElement("w:hyperlink")
    link.append(parse_xml(RUN % "<w:t>list of the groups</w:t>"))
    paragraph._p.append(link)


def controlled(document: WordDocument) -> None:
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a form field.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(0, control)


def boxed(document: WordDocument) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    inside = f"<w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    document.add_paragraph("Beside it")._p.append(parse_xml(RUN % inside))


def broken(document: WordDocument) -> None:
    document.add_paragraph("Bay School\nHill\u00a0School\tSea School")


@pytest.mark.parametrize(
    ("fill", "expected", "aside"),
    [
        (tracked, ["On Monday fourteen groups were founded in the bay."], [("hidden or deleted text", "twelve")]),
        (hidden, ["Groups of the bay."], [("hidden or deleted text", "Not for print")]),
        (linked, ["Read the list of the groups"], []),
        (controlled, ["In a form field."], []),
        (boxed, ["Beside it", "In a box"], []),
        (broken, ["Bay School", "Hill School Sea School"], []),
    ],
)
def test_what_is_printed_of_a_paragraph(
    fill: Callable[[WordDocument], None], expected: list[str], aside: list[tuple[str, str]]
) -> None:
    reading = word_of(fill)
    assert texts(reading) == expected
    assert [(reason, excerpt) for _, reason, excerpt in left_out(reading)] == aside


def test_page_headers_and_footers_are_left_out_and_named() -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph(BODY)
        document.sections[0].header.paragraphs[0].text = "Bay District"
        document.sections[0].footer.paragraphs[0].text = "Page 1"

    reading = word_of(fill)
    assert texts(reading) == [BODY]
    assert sorted((reason, excerpt) for _, reason, excerpt in left_out(reading)) == [
        ("page footer", "Page 1"),
        ("page header", "Bay District"),
    ]


def test_the_title_in_the_properties_counts_only_when_it_is_printed() -> None:
    def fill(document: WordDocument) -> None:
        document.core_properties.title = "A template of last year for all bureaus"
        document.add_heading("Notice on the list of education groups", 1)
        document.add_paragraph(BODY)

    assert word_of(fill).document.title == "Notice on the list of education groups"


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(EmptyInput, match=r"^a\.docx: has no text"):
        word_of(lambda document: document)


def test_a_file_of_pictures_is_said_to_be_one() -> None:
    picture = io.BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")
    with pytest.raises(ScannedInput, match=r"^a\.docx: has pictures and no text; run text recognition \(OCR\)"):
        word_of(lambda document: document.add_picture(picture))


def test_a_box_in_a_cell_follows_the_table() -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ("Group", "Leader", "Bay Group", "Bay School"), strict=True):
            cell.text = text
        boxed_text = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
        run = f"<w:r {nsdecls('w')}><w:pict>{boxed_text}</w:pict></w:r>"
        table.cell(0, 1).paragraphs[0]._p.append(parse_xml(run))

    reading = word_of(fill)
    assert rows_of(reading) == [["Group", "Leader"], ["Bay Group", "Bay School"]]
    last = reading.document.blocks[-1]
    assert (texts(reading)[-1], last.path) == ("In a box", "body/table[1]/row[1]/cell[2]/box[1]/paragraph[1]")


def test_boxes_within_boxes_end() -> None:
    box = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    for _ in range(60):
        box = f"<w:tbl><w:tr><w:tc>{box}<w:p/></w:tc></w:tr></w:tbl>"

    def fill(document: WordDocument) -> None:
        document.element.body.insert(0, parse_xml(box.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)))

    with pytest.raises(UnreadableInput, match=r"^a\.docx: nests tables and boxes beyond reason"):
        word_of(fill)


def test_a_ring_of_styles_ends() -> None:
    def fill(document: WordDocument) -> None:
        style = document.styles["Heading 1"]
        style.base_style = document.styles["Heading 2"]
        document.styles["Heading 2"].base_style = style
        document.add_paragraph(BODY)
        document.add_heading("One", 1)

    assert texts(read(Input("a.docx", word(fill), WORD))) == [BODY, "One"]
