"""Workbooks become rows as they are displayed; hidden sheets, rows and columns are left out and named."""

from __future__ import annotations

import time
from datetime import date, datetime
from datetime import time as clock

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.errors import EmptyInput, UnreadableInput
from pipeline.read.numberformat import displayed
from tests.pipeline.read.build import blocks, check_blocks
from tests.pipeline.read.files import rows_of, workbook_of


def sheet_of(book: Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def groups(book: Workbook) -> None:
    sheet = sheet_of(book)
    sheet.title = "Groups of 'the Bay'"
    sheet["A1"] = "List of education groups in Bay District 2023"
    sheet.merge_cells("A1:D1")
    for row in (
        ("No.", "Education group", "Members", "Founded"),
        (1, "Bay Education Group", "Sea School", date(2021, 9, 1)),
        (None, None, "Hill School", None),
        (2.0, "Lake Education Group", "Lake School", date(2022, 3, 15)),
        ("Note: as of May 2023.",),
    ):
        sheet.append(row)
    for cells in ("A3:A4", "B3:B4"):
        sheet.merge_cells(cells)
    for cell in ("D3", "D5"):
        sheet[cell].number_format = 'yyyy"年"m"月"d"日"'


def test_a_list_with_its_title_its_merged_cells_and_its_note() -> None:
    reading = workbook_of(groups)
    check_blocks(reading.document)
    assert reading.document.title == "List of education groups in Bay District 2023"
    assert rows_of(reading) == [
        ["No.", "Education group", "Members", "Founded"],
        ["1", "Bay Education Group", "Sea School", "2021年9月1日"],
        ["", "", "Hill School", ""],
        ["2", "Lake Education Group", "Lake School", "2022年3月15日"],
    ]
    name = "sheet['Groups of ''the Bay''']"
    assert [block.path for block in reading.document.blocks] == [
        f"{name}/A1",
        f"{name}/A2:D2",
        f"{name}/A3:D3",
        f"{name}/C4",
        f"{name}/A5:D5",
        f"{name}/A6",
    ]
    assert blocks(reading.document)[-1][2] == "Note: as of May 2023."


def test_several_sheets_are_parted_by_their_names() -> None:
    def fill(book: Workbook) -> None:
        for name in ("Groups in the south of the bay", "Groups in the north of the bay"):
            sheet = book.create_sheet(name)
            for row in (("Group", "Leader"), (f"{name[10:]} Group", "Bay School")):
                sheet.append(row)

    assert [text for _, _, text in blocks(workbook_of(fill).document)] == [
        "Groups in the south of the bay",
        "Group\tLeader",
        "the south of the bay Group\tBay School",
        "Groups in the north of the bay",
        "Group\tLeader",
        "the north of the bay Group\tBay School",
    ]


def test_what_is_hidden_is_left_out_and_named() -> None:
    def fill(book: Workbook) -> None:
        sheet = sheet_of(book)
        sheet.title = "Groups"
        for row in (
            ("Group", "Phone", "Leader"),
            ("Bay Group", "555", "Bay School"),
            ("Old Group", "556", "Old School"),
        ):
            sheet.append(row)
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[3].hidden = True
        drafts = book.create_sheet("Drafts")
        drafts["A1"] = "not yet decided"
        drafts.sheet_state = "hidden"
        sheet_of(book)["D2"] = "=1+1"

    reading = workbook_of(fill)
    assert rows_of(reading) == [["Group", "Leader"], ["Bay Group", "Bay School"]]
    assert [(each.path, each.reason, each.excerpt) for each in reading.left_out] == [
        ("xl/worksheets/sheet1.xml", "formulas without a saved result", "1 cells"),
        ("sheet['Drafts']", "hidden sheet", "Drafts not yet decided"),
        ("sheet['Groups']/3:3", "hidden row", "Old Group 556 Old School"),
        ("sheet['Groups']/B:B", "hidden column", "Phone 555 556"),
    ]


def test_a_merged_cell_shows_below_a_hidden_row() -> None:
    def fill(book: Workbook) -> None:
        sheet = sheet_of(book)
        for row in (("Group", "Member"), ("Bay Group", "Old School"), (None, "Sea School"), (None, "Hill School")):
            sheet.append(row)
        sheet.merge_cells("A2:A4")
        sheet.row_dimensions[2].hidden = True

    assert rows_of(workbook_of(fill)) == [["Group", "Member"], ["Bay Group", "Sea School"], ["", "Hill School"]]


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567, "#,##0", "1,234,567"),
        (1234.5, "0.00", "1234.50"),
        (0.856, "0%", "86%"),
        (0.8564, "0.00%", "85.64%"),
        (7, "000", "007"),
        (48, '0"所"', "48所"),
        (3.5, '"¥"#,##0.00', "¥3.50"),
        (3.5, "[$¥-804]#,##0.0#", "¥3.5"),
        (-5, "0;(0)", "(5)"),
        (-5, "0", "-5"),
        (1.5e20, "0.00E+00", "1.5e+20"),
        (True, "General", "TRUE"),
        ("  Bay \n School ", "@", "Bay\nSchool"),
        (datetime(2023, 5, 8), "yyyy-mm-dd", "2023-05-08"),
        (datetime(2023, 5, 8), "mm-dd-yy", "2023-05-08"),
        (datetime(2023, 5, 8), "d mmmm yyyy", "8 May 2023"),
        (datetime(2023, 5, 8), "[$-804]yyyy年m月d日;@", "2023年5月8日"),
        (datetime(2023, 5, 8, 14, 5), "yyyy/m/d h:mm", "2023/5/8 14:05"),
        (datetime(2023, 5, 8), "mmm-yy", "May-23"),
        (datetime(2023, 5, 8), 'yyyy"年"m"月"', "2023年5月"),
        (clock(9, 30), "h:mm", "09:30"),
    ],
)
def test_values_as_they_are_displayed(value: object, number_format: str, expected: str) -> None:
    assert displayed(value, number_format) == expected


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(EmptyInput, match=r"^a\.xlsx: has no text"):
        workbook_of(lambda book: book)


def test_a_cell_in_the_furthest_corner_costs_nothing() -> None:
    def fill(book: Workbook) -> None:
        sheet = sheet_of(book)
        sheet.append(("Group", "Leader"))
        sheet["XFD1048576"] = "corner"

    started = time.process_time()
    assert rows_of(workbook_of(fill)) == [["Group", "Leader", ""]]
    assert time.process_time() - started < 5


def test_merged_cells_over_the_whole_sheet_are_refused() -> None:
    def fill(book: Workbook) -> None:
        sheet = sheet_of(book)
        sheet["A1"] = "everything"
        sheet.merged_cells.add("A1:XFD1048576")

    with pytest.raises(UnreadableInput, match=r"^a\.xlsx: has more cells in xl/worksheets/sheet1\.xml"):
        workbook_of(fill)


def test_too_many_rows_are_refused() -> None:
    def fill(book: Workbook) -> None:
        for number in range(50_001):
            sheet_of(book).append((f"Group {number}",))

    with pytest.raises(UnreadableInput, match=r"^a\.xlsx: has more than 50,000 lines or blocks"):
        workbook_of(fill)
