"""Places on the page: UTF-16 units of pieces, boxes for what would mislead, tables and lists as they are laid out."""

from __future__ import annotations

import pytest

from pipeline.records import Document, DocumentBlock
from pipeline.review.pages import layouts
from pipeline.review.places import Places, piece, visible
from tests.pipeline import build


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [
        ("plain", 3, 3),
        ("育才学校", 2, 2),
        ("🎉 b", 1, 2),
        ("a 🎉 b", 2, 2),
        ("a 🎉 b", 3, 4),
        ("𠮷野家 🎉🎉", 6, 9),
        ("e\u0301té", 2, 2),
        ("👩\u200d🏫 x", 3, 5),
        ("", 0, 0),
    ],
)
def test_code_points_become_utf16_units(text: str, offset: int, units: int) -> None:
    assert piece(text, 0, len(text)).utf16(offset) == units
    assert len(text[:offset].encode("utf-16-le")) // 2 == units


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("one 🎉\ntwo", 0, 3, [(0, 0, 3)]),
        ("one 🎉\ntwo", 4, 9, [(0, 4, 6), (1, 0, 3)]),
        ("one 🎉\ntwo", 6, 9, [(1, 0, 3)]),
        ("🎉🎉\n🎉 two", 3, 8, [(1, 0, 6)]),
        ("one\ntwo", 3, 4, []),
    ],
)
def test_a_span_is_runs_of_pieces(text: str, start: int, end: int, expected: list[tuple[int, int, int]]) -> None:
    assert Places(build.document(text=text)).runs(start, end) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text, 育才 🎉", "plain text, 育才 🎉"),
        ("a\u202eb", "a▯b"),
        ("\u2066x\u2069", "▯x▯"),
        ("bell\x07", "bell▯"),
        ("tag \U000e0041", "tag \U0001f78e"),
        ("two\nlines\tand a soft\u00adhyphen", "two\nlines\tand a soft\u00adhyphen"),
        ("👩\u200d🏫", "👩\u200d🏫"),
    ],
)
def test_what_is_not_seen_is_a_box_of_the_same_length(text: str, expected: str) -> None:
    assert visible(text) == expected
    assert len(expected.encode("utf-16-le")) == len(text.encode("utf-16-le"))


def test_rows_of_one_table_are_laid_out_together() -> None:
    text = "A\tB\nC\tD\nE\tF\nafter"
    places = [(0, 3, "body/table[1]/row[1]"), (4, 7, "body/table[1]/row[2]"), (8, 11, "body/table[2]/row[1]")]
    rows = [
        DocumentBlock(
            kind="table_row", role="body", start=start, end=end, path=path, cells=((start, start + 1), (end - 1, end))
        )
        for start, end, path in places
    ]
    last = DocumentBlock(kind="paragraph", role="body", start=12, end=17)
    document = of_blocks(text, *rows, last)
    laid_out = [
        (each.form, [[words for _, words in row.pieces] for row in each.rows]) for each in layouts(Places(document))
    ]
    assert laid_out == [
        ("table", [["A", "B"], ["C", "D"]]),
        ("table", [["E", "F"]]),
        ("block", [["after"]]),
    ]


def test_furniture_is_folded_and_lists_stand_together() -> None:
    document = build.document(text="Title\nmenu\nhome\none\ntwo", roles=("title", "furniture", "furniture"))
    blocks = [*document.blocks[:3], *(block.model_copy(update={"kind": "list_item"}) for block in document.blocks[3:])]
    forms = [(each.form, len(each.rows)) for each in layouts(Places(of_blocks(document.text, *blocks)))]
    assert forms == [("block", 1), ("folded", 2), ("list", 2)]


def of_blocks(text: str, *blocks: DocumentBlock) -> Document:
    return build.document(text=text).model_copy(update={"blocks": blocks})
