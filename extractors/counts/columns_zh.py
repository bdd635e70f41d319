"""Chinese tables: which heads count, what a cell with a number is, and tables that were flattened to one cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.counts.columns import Cell, Cells, Head, counted
from extractors.counts.hannumerals import WORDS, alternatives
from extractors.hannumbers import plain
from extractors.mentions import CountMention, Found
from extractors.script import Folded
from extractors.text import Block, Span, trim

CLASSIFIER = alternatives(WORDS["classifier"] | WORDS["bare"] | WORDS["measure"] | WORDS["money"])
NUMBER = re.compile(rf"(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?万?)余? ?(?:(?P<percent>%)|{CLASSIFIER})?")
PURE = re.compile(r"\d[\d,.]*%?")
MONTH = re.compile(r"(?:19|20)\d\d\.\d{1,2}(?:\.\d{1,2})?")
TIME = re.compile("[时日]间|日期|年月|年份")
"""A cell that may be a month, where a head asks for one."""
ROW_HEAD = re.compile(
    "(?:教育|办学|职教|学前教育)?(?:集团|联盟|共同体|教联体|教共体|学区|医共体|医联体)(?:名称?)?|(?:学校|单位)?名称|校名"
)
GROUP_ROW = re.compile("(?:集团|联盟|共同体|联合体|教联体|教共体|学区|医共体|医联体)$")
"""The first head of a table without numbers of its rows, and what the first cell of each row ends in."""
NOUN = alternatives(WORDS["noun"])
HEAD = re.compile(
    rf"(?P<unit>.*?(?:{NOUN}|率|比例|占比|面积|经费|资金|金额|投资))(?:总?人数|总数|数量|数|总量|合计)?"
    r" ?(?:[(（](?:单位：?)?(?P<scale>万)?(?P<in>[^()（）]{1,6})[)）])?",
    re.DOTALL,
)
SIZE = re.compile(r"面积|经费|资金|金额|投资")
RATE = re.compile(r"率$|比例$|占比$")
NO_QUANTITY = re.compile(
    r"序号|编号|[时日]间|日期|年[份度级月]|电话|手机|邮编|代码|排名|名次|得分|分数|^班级$|届|批次|备注|学制"
)
"""Heads of columns whose numbers count nothing."""
NAMING = re.compile(r"名称|集团|学校|单位|幼儿园|学区|联盟|县|区|镇|校名|姓名|项目|类别")
TOPMOST = re.compile(rf"^[ \t]*(?:序号|{ROW_HEAD.pattern})[ \t]*$", re.MULTILINE)
TOTAL = re.compile(r" *(?:合 *计|总 *计|小 *计|共 *计)")
SERIAL = re.compile(r"\d{1,3}[.、]?")
LONGEST_CELL = 30
LONGEST_LIST = 150
"""Characters of a line that may be a cell, and of one that may be a cell with a list."""
CLAUSE = re.compile("[，。；：,;:]")


class ChineseColumns:
    """How Chinese writes its tables."""

    def __init__(self, text: Folded) -> None:
        self.text = text

    def said(self, span: Span) -> str:
        """The words of a cell in one script."""
        return self.text.plain[span.start : span.end]

    def head(self, cell: Span) -> Head | None:
        """学生数（人） counts 学生; 占地面积（亩） is measured in 亩."""
        match = HEAD.fullmatch(self.said(cell))
        if match is None or NO_QUANTITY.search(match.string):
            return None
        scale = 10_000 if match["scale"] else 1
        if match["in"] and (match["in"] in WORDS["money"] or match["in"] in WORDS["measure"]):
            place = cell.start + match.start("in")
            unit = self.text.span(place, place + len(match["in"]))
            return Head(unit, "money" if match["in"] in WORDS["money"] else "measure", scale)
        if SIZE.search(match["unit"]):
            return None
        unit = self.text.span(cell.start, cell.start + match.end("unit"))
        return Head(unit, "percent" if RATE.search(match["unit"]) else "count", scale)

    def number(self, cell: Span) -> Cell | None:
        """'1,280', '３６个', '85%'."""
        match = NUMBER.fullmatch(self.said(cell))
        number = plain(match["digits"]) if match else None
        return None if match is None or number is None else Cell(cell, number, bool(match["percent"]))

    def whom(self, block: Block, heads: Cells, cells: Cells) -> Found | None:
        """The first cell under a head that speaks of names; nobody in the row of the sums."""
        if any(cell and TOTAL.match(self.said(cell)) for cell in cells):
            return None
        for head, cell in zip(heads, cells, strict=True):
            if head and cell and NAMING.search(self.said(head)) and self.number(cell) is None:
                return self.named(cell)
        return None

    def named(self, cell: Span) -> Found | None:
        """Whom a cell names."""
        sentence = self.text.text.sentence_at(cell.start)
        return Found(cell, sentence, "counts.column", 0.8) if sentence and cell.end <= sentence.end else None


def flattened(text: Folded) -> Iterator[CountMention]:
    """The counts of tables printed one cell to a line: heads from 序号 on, and rows from 1, 2, 3 on, or named by groups."""
    if not TOPMOST.search(text.plain):
        return
    reading = ChineseColumns(text)
    lines = [trim(text.text.string, block.start, block.end) for block in text.text.readable()]
    for table in tables(reading, [line for line in lines if line]):
        yield from of_table(reading, table)


def tables(reading: ChineseColumns, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """The runs of short lines that begin with 序号, or with the head of a column of names."""
    until = 0
    for start, line in enumerate(lines):
        said = reading.said(line)
        if said == "序号" or (start >= until and ROW_HEAD.fullmatch(said)):
            until = next((at for at in range(start, len(lines)) if not is_cell(lines[at].quote)), len(lines))
            yield list(lines[start:until])


def is_cell(line: str) -> bool:
    """Whether a line may be a cell: it is short, or a list without a clause."""
    return len(line) <= LONGEST_CELL or (len(line) <= LONGEST_LIST and "、" in line and CLAUSE.search(line) is None)


def of_table(reading: ChineseColumns, cells: Sequence[Span]) -> Iterator[CountMention]:
    """The numbers of each row, in the order of the heads that count, where there are as many of both."""
    numbered = reading.said(cells[0]) == "序号"
    starts = list(rows(reading, cells) if numbered else rows_by_name(reading, cells))
    if not starts:
        return
    heads = [(said, head) for head in cells[1 : starts[0]] if (said := reading.head(head)) and is_size(reading, head)]
    dated = any(TIME.search(reading.said(head)) for head in cells[: starts[0]])
    for first, last in pairwise([*starts, len(cells)]):
        numbers = [
            number
            for cell in cells[first + 1 : last]
            if (number := reading.number(cell))
            and PURE.fullmatch(reading.said(cell))
            and not (dated and MONTH.fullmatch(reading.said(cell)))
        ]
        total = TOTAL.match(reading.said(cells[first])) is not None
        if not heads or len(numbers) != len(heads):
            continue
        named = first + numbered
        whom = None if total or named >= last else reading.named(cells[named])
        for (said, head), number in zip(heads, numbers, strict=True):
            yield from counted(reading.text.text, said, head, number, whom)


def is_size(reading: ChineseColumns, head: Span) -> bool:
    """Whether a head says by itself that numbers stand below it: 学生数, not 成员校."""
    return re.search(r"数|率|比|[)）]|[生工]$|教师$", reading.said(head)) is not None


def rows_by_name(reading: ChineseColumns, cells: Sequence[Span]) -> Iterator[int]:
    """Where the rows start of a flattened table without numbers of its rows: at the name of a group, and at the sums."""
    begun = False
    for at, cell in enumerate(cells[2:], 2):
        said = reading.said(cell)
        if GROUP_ROW.search(said) and not ROW_HEAD.fullmatch(said):
            begun = True
            yield at
        elif begun and TOTAL.fullmatch(said):
            yield at


def rows(reading: ChineseColumns, cells: Sequence[Span]) -> Iterator[int]:
    """Where the rows of a flattened table start: at 1, 2, 3 in turn, and at the sums."""
    expected = 1
    for at, cell in enumerate(cells):
        said = reading.said(cell)
        if (
            SERIAL.fullmatch(said)
            and int(said.rstrip(".、")) == expected
            and not (at + 1 < len(cells) and PURE.fullmatch(reading.said(cells[at + 1])))
        ):
            expected += 1
            yield at
        elif expected > 1 and TOTAL.fullmatch(said):
            yield at
