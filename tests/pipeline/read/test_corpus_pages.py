"""The pages of corpus/pages against what a person found in them, who had not seen the reader.

White space is compared leniently (NBSP, U+3000 and <br> are white space, and between Han characters none is the same
as some), kinds of blocks and the cut of the credit lines not at all, bylines as sets.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import UnreadableInput
from pipeline.inputs import Input
from pipeline.read import Reading, read
from tests.pipeline.read.build import check_blocks, with_role

PAGES = Path(__file__).parents[3] / "corpus" / "pages"
EXPECTED = sorted((PAGES / "expected").glob("*.json"))
SPECIAL = {"error": "error page", "login": "log in", "shell": "empty shell", "index": "list of links"}
"""A page that is no article, by kind: what the line says that refuses it."""
ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "cp1252": "windows-1252", "big5-hkscs": "big5", "big5hkscs": "big5"}
BESIDE_HAN = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef]) | (?=[\u2e80-\u9fff\uff00-\uffef])")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a person found in one page."""

    name: str
    found: dict[str, Any]

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """The blocks of an article; none of a special page."""
        return list(self.found.get("blocks", ()))

    def with_role(self, role: str) -> list[str]:
        """The texts of the blocks of one role."""
        return [block["text"] for block in self.blocks if block["role"] == role]


@cache
def reading(name: str) -> Reading:
    return read(Input(name, (PAGES / name).read_bytes(), "text/html"))


def one_line(text: str) -> str:
    """A text with single spaces, none beside Han characters."""
    return BESIDE_HAN.sub("", " ".join(text.split()))


def expected(*, article: bool) -> list[Any]:
    everything = [Expected(f"{path.stem}.html", json.loads(path.read_text("utf-8"))) for path in EXPECTED]
    return [pytest.param(each, id=each.name) for each in everything if bool(each.blocks) is article]


ARTICLES = pytest.mark.parametrize("page", expected(article=True))


def test_every_page_has_expectations() -> None:
    assert [path.stem for path in sorted(PAGES.glob("*.html"))] == [path.stem for path in EXPECTED]


@ARTICLES
def test_all_of_the_article_is_in_its_body(page: Expected) -> None:
    document = reading(page.name).document
    check_blocks(document)
    body = one_line("\n".join(with_role(document, "body")))
    rows = [cell for block in page.blocks if block["role"] == "body" for cell in block.get("cells", ())]
    missing = [text for text in (*page.with_role("body"), *rows) if one_line(text) not in body]
    assert missing == []


@ARTICLES
def test_nothing_but_the_article_is_in_the_text(page: Expected) -> None:
    text = one_line(reading(page.name).document.text)
    present = [words for words in page.found["furniture"] if one_line(words) in text]
    assert present == []
    article = one_line(" ".join(block["text"] for block in page.blocks))
    added = [line for line in with_role(reading(page.name).document, "body") if one_line(line) not in article]
    assert added == []


@ARTICLES
def test_rows_have_the_cells_of_their_columns(page: Expected) -> None:
    document = reading(page.name).document
    wanted = [list(map(one_line, block["cells"])) for block in page.blocks if block["kind"] == "table_row"]
    found = [
        [one_line(document.text[start:end]) for start, end in block.cells or ()]
        for block in document.blocks
        if block.kind == "table_row"
    ]
    assert [len(row) for row in found] == [len(row) for row in wanted]
    for number, (row, right) in enumerate(zip(found, wanted, strict=True)):
        for column, (cell, printed) in enumerate(zip(row, right, strict=True)):
            spanned = not cell and number and wanted[number - 1][column] == printed
            assert cell == printed or spanned, (number, column)


@ARTICLES
def test_the_title_stands_in_the_text_with_the_lines_above_and_below_it(page: Expected) -> None:
    document = reading(page.name).document
    assert [text for text in map(one_line, page.with_role("title")) if text not in one_line(document.text)] == []
    assert not page.with_role("title") or with_role(document, "title")


@ARTICLES
def test_what_is_known_of_the_document(page: Expected) -> None:
    found = reading(page.name).document
    wanted = page.found
    assert one_line(found.title or "") == one_line(wanted["title"] or "")
    assert (found.published, found.publisher, set(found.byline), found.source_url, found.language) == (
        wanted["published"],
        wanted["publisher"],
        set(wanted["byline"]),
        wanted["source_url"],
        wanted["language"],
    )


@ARTICLES
def test_charset(page: Expected) -> None:
    found = reading(page.name)
    assert (canonical(found.charset), found.replaced) == (canonical(page.found["charset"]), 0)


def canonical(label: str) -> str:
    return ALIASES.get(label.lower(), label.lower())


@pytest.mark.parametrize("page", expected(article=False))
def test_pages_that_are_no_article(page: Expected) -> None:
    with pytest.raises(UnreadableInput, match=SPECIAL[page.found["kind"]]) as caught:
        reading(page.name)
    assert str(caught.value).startswith(f"{page.name}: ")
