"""An announcement wrapped in the page of a government, a newspaper or WeChat gives the same records as its bare text.

The pages were written for this test; what they are wrapped around is corpus/en and, where COMMUNIQUE_GOLD names them,
the five seeds.
"""

from __future__ import annotations

import html
import os
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from pipeline import default_rules
from pipeline.inputs import Input
from pipeline.read import read
from pipeline.records import Document, DocumentBlock, Record, named_fields

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.html"))
CORPUS = Path(__file__).parents[3] / "corpus" / "en"
SEEDS = Path(os.environ.get("COMMUNIQUE_GOLD", "."), "seeds")
BARE = [
    *sorted(CORPUS.glob("*.txt")),
    *sorted(SEEDS.glob("*.txt")),
    *sorted((SEEDS.parent / "articles" / "en").glob("*.txt")),
]


def document_of(data: str, media_type: str) -> Document:
    return read(Input("announcement", data.encode(), media_type, "utf-8")).document


def wrapped(document: Document, layout: Path) -> str:
    """The blocks of a document in a page: as paragraphs, as lists where there are such, as sections; rows as tables."""
    paragraphs, items, sections = "", "", ""
    for kind, run in groupby(document.blocks, lambda block: block.kind):
        blocks = list(run)
        texts = [html.escape(document.text[block.start : block.end]) for block in blocks]
        if kind == "table_row":
            table = f"<table>{''.join(row(document, block) for block in blocks)}</table>"
            paragraphs, items, sections = paragraphs + table, items + table, sections + table
            continue
        paragraphs += "".join(f'<p style="text-indent: 2em">&nbsp;&nbsp;{text}</p>\n' for text in texts)
        sections += "".join(f'<section><p><span style="color: #333;">{text}</span></p></section>' for text in texts)
        listed = kind == "list_item"
        items += (
            f"<ul>{''.join(f'<li>{t}</li>' for t in texts)}</ul>" if listed else "".join(f"<p>{t}</p>" for t in texts)
        )
    return layout.read_text("utf-8").format(paragraphs=paragraphs, items=items, sections=sections)


def row(document: Document, block: DocumentBlock) -> str:
    cells = block.cells or ((block.start, block.end),)
    return f"<tr>{''.join(f'<td>{html.escape(document.text[start:end])}</td>' for start, end in cells)}</tr>"


def told(records: list[Record]) -> list[tuple[str, str, str]]:
    return sorted((record.kind, name, field.value) for record in records for name, field in named_fields(record))


@cache
def announced(bare: Path) -> tuple[Document, list[tuple[str, str, str]]]:
    """A bare text, and what its records tell."""
    document = document_of(bare.read_text("utf-8"), "text/plain")
    return document, told(default_rules().records(document))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("bare", BARE, ids=lambda path: path.stem)
def test_a_page_gives_the_records_of_the_bare_text(bare: Path, layout: Path) -> None:
    text, expected = announced(bare)
    page = document_of(wrapped(text, layout), "text/html")
    assert told(default_rules().records(page)) == expected
