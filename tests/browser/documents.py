"""What is reviewed in the browser: an English page, a Chinese one with a table, one that means harm, a long one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.records import CountRecord, Document, DocumentBlock, GroupRecord, Record
from tests.pipeline import build

CHINESE_LINES = (
    "育才教育集团成立大会召开 🎉",
    "2023年9月1日，🎉育才教育集团在云州市正式成立，由云州市育才小学牵头，成员校共3所。",
    "序号\t成员学校\t校长",
    "1\t云州市第一小学\t王芳",
    "2\t云州市第二小学\t李明",
    "3\t云州市实验中学\t赵敏",
    "云州市教育局局长陈刚出席会议并讲话。",
)
HARM = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script> \u202eloohcs School'
GROUPS_OF_A_LONG_ONE = 1100


def publish(folder: Path, *pairs: tuple[Document, Sequence[Record]]) -> None:
    """A sealed data set of documents with these records."""
    build.publish([build.done(document, records) for document, records in pairs], folder)


def english(source: str = "a.txt") -> tuple[Document, Sequence[Record]]:
    document = build.document(source, url=f"https://example.org/{source}")
    return document, build.records(document)


def chinese() -> tuple[Document, Sequence[Record]]:
    text = "\n".join(CHINESE_LINES)
    plain = build.document("zh.txt", text)
    blocks = [_with_cells(block, text) for block in plain.blocks]
    document = plain.model_copy(update={"language": "zh", "blocks": tuple(blocks)})
    group = build.group(
        document, "育才教育集团", leaders=["云州市育才小学"], members=["云州市第一小学", "云州市第二小学"]
    )
    return document, [group]


def _with_cells(block: DocumentBlock, text: str) -> DocumentBlock:
    if "\t" not in text[block.start : block.end]:
        return block
    cells, start = [], block.start
    for words in text[block.start : block.end].split("\t"):
        cells.append((start, start + len(words)))
        start += len(words) + 1
    row = {"kind": "table_row", "cells": tuple(cells), "path": f"body/table[1]/row[{block.start}]"}
    return block.model_copy(update=row)


def harmful() -> tuple[Document, Sequence[Record]]:
    document = build.document("harm.txt", f"{HARM}\n{HARM} is led by Anbu School.", url="javascript:alert(1)")
    return document, [build.group(document, HARM, leaders=["Anbu School"])]


def long() -> tuple[Document, Sequence[Record]]:
    """200 kB of text with 2,200 records."""
    lines = [
        f"Number {number} Education Group is led by Number {number} Primary School, and a further {number + 1000} "
        "pupils learn in its other schools, which lie in the hills around the town, far from the river and the railway."
        for number in range(GROUPS_OF_A_LONG_ONE)
    ]
    document = build.document("long.txt", "\n".join(("A long list", *lines)), url="https://example.org/long.html")
    records: list[Record] = []
    for number, block in enumerate(document.blocks[1:]):
        records += _of_a_long_one(document, number, block.start)
    return document, records


def _of_a_long_one(document: Document, number: int, start: int) -> list[Record]:
    name = build.field(document.text, f"Number {number} Education Group", after=start)
    leader = build.field(document.text, f"Number {number} Primary School", after=start)
    count = build.field(document.text, f"{number + 1000} pupils", after=start)
    sure, rule = 0.9, "tests.rule"
    return [
        GroupRecord(
            id=f"g-{number}", document=document.id, name=name, leaders=(leader,), confidence=sure, rule=rule
        ),
        CountRecord(
            id=f"c-{number}", document=document.id, text=count, value=number + 1000, measure="count",
            modifier="exact", status="actual", confidence=sure, rule=rule,
        ),
    ]  # fmt: skip
