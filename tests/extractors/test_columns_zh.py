"""Numbers in Chinese tables: under heads that count, of the group or school of their row."""

from __future__ import annotations

import pytest

from extractors.mentions import CountMention
from extractors.text import Block, Text
from extractors.zh import Chinese

Row = tuple[str, ...]
Expected = list[tuple[str, float, str, str | None]]

TABLES: dict[str, tuple[list[Row], Expected]] = {
    "counted nouns": (
        [("序号", "集团名称", "教学班", "学生数（人）"), ("1", "东江小学教育集团", "36", "1,620")],
        [("36", 36, "教学班", "东江小学教育集团"), ("1,620", 1620, "学生", "东江小学教育集团")],
    ),
    "traditional script and wide digits": (
        [("學校名稱", "學生人數"), ("東江小學", "８６０")],
        [("８６０", 860, "學生", "東江小學")],
    ),
    "a number with its classifier": (
        [("学校", "教师总数"), ("西山中学", "128人")],
        [("128人", 128, "教师", "西山中学")],
    ),
    "rates, sums of money, measures": (
        [("县区", "集团化覆盖率", "占地面积（亩）", "投入经费（万元）"), ("东江县", "85.5%", "120", "300")],
        [
            ("85.5%", 85.5, "集团化覆盖率", "东江县"),
            ("120", 120, "亩", "东江县"),
            ("300", 3_000_000, "元", "东江县"),
        ],
    ),
    "the row of the sums is about nobody": (
        [("学校名称", "班级数"), ("西山中学", "24"), ("合计", "24")],
        [("24", 24, "班级", "西山中学"), ("24", 24, "班级", None)],
    ),
    "years, ranks and telephones count nothing": (
        [("序号", "学校名称", "成立时间", "排名", "联系电话"), ("1", "西山中学", "2019", "2", "0512")],
        [],
    ),
}


def found(mentions: tuple[CountMention, ...]) -> Expected:
    return [
        (m.found.span.quote, m.value, m.unit.span.quote if m.unit else "", m.scope.span.quote if m.scope else None)
        for m in mentions
    ]


def table(rows: list[Row]) -> Text:
    """A text of table rows, one a line, their cells behind tabs."""
    string, blocks = "", []
    for row in rows:
        start, cells = len(string), []
        for cell in row:
            cells.append((len(string), len(string) + len(cell)))
            string += cell + "\t"
        blocks.append(Block("table_row", "body", start, len(string) - 1, tuple(cells)))
        string += "\n"
    return Text(string, tuple(blocks))


def lines(*printed: str) -> Text:
    """A text of lines."""
    string, blocks = "", []
    for line in printed:
        blocks.append(Block("line", "body", len(string), len(string) + len(line)))
        string += line + "\n"
    return Text(string, tuple(blocks))


@pytest.mark.parametrize("name", TABLES)
def test_numbers_in_columns(name: str) -> None:
    rows, expected = TABLES[name]
    assert found(Chinese().mentions(table(rows)).counts) == expected


def test_a_table_that_was_flattened_to_one_cell_a_line() -> None:
    text = lines(
        *("序号", "集团名称", "牵头校", "成员校", "学生数", "负责人"),
        *("1", "东江小学教育集团", "东江小学", "西山小学", "南湖小学", "2350", "李明"),
        *("2", "北岭中学教育集团", "北岭中学", "石桥中学", "1870", "王芳"),
        *("合计", "4220"),
    )
    assert found(Chinese().mentions(text).counts) == [
        ("2350", 2350, "学生", "东江小学教育集团"),
        ("1870", 1870, "学生", "北岭中学教育集团"),
        ("4220", 4220, "学生", None),
    ]


def test_a_flattened_table_without_numbers_of_its_rows() -> None:
    text = lines(
        *("集团名称", "牵头校", "成员校", "成立时间", "班级数", "在校生", "校（园）长"),
        *("东江小学教育集团", "东江小学", "西山小学", "南湖小学", "2021.3", "36", "2350", "李明"),
        *("北岭中学教育集团", "北岭中学", "石桥中学", "2020.9", "24", "1870", "王芳"),
        *("合计", "60", "4220"),
    )
    found_all = Chinese().mentions(text)
    assert found(found_all.counts) == [
        ("36", 36, "班级", "东江小学教育集团"),
        ("2350", 2350, "在校生", "东江小学教育集团"),
        ("24", 24, "班级", "北岭中学教育集团"),
        ("1870", 1870, "在校生", "北岭中学教育集团"),
        ("60", 60, "班级", None),
        ("4220", 4220, "在校生", None),
    ]
    posts = [
        (each.name.span.quote, position.title.span.quote, position.organisation and position.organisation.span.quote)
        for each in found_all.officials
        for position in each.positions
    ]
    assert posts == [("李明", "校（园）长", "东江小学"), ("王芳", "校（园）长", "北岭中学")]


def test_a_flattened_table_whose_numbers_do_not_fit_its_heads_says_nothing() -> None:
    text = lines(
        *("序号", "集团名称", "学生数", "教师数"),
        *("1", "东江小学教育集团", "2350"),
        *("2", "北岭中学教育集团", "1870"),
    )
    assert found(Chinese().mentions(text).counts) == []
