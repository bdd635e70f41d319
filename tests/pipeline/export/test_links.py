"""Text fragments that browsers understand."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.links import LONGEST, bounds, directive, encoded, link, page
from pipeline.inputs import PDF
from pipeline.records import DocumentBlock
from tests.pipeline import build

URL = "https://example.org/news?id=1"


def fragment(text: str, quote: str) -> str:
    document = build.document(text=text)
    source = build.place(text, quote)
    return directive(document, source.start, source.end)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Only this", "Only this", "text=Only%20this"),
        ("led by Anbu School today", "Anbu School", "text=led%20by-,Anbu%20School,-today"),
        ("A-B, C & D", "B, C & D", "text=A%2D-,B%2C%20C%20%26%20D"),
        ("line one\nled by  Anbu\u00a0School\nline three", "Anbu\u00a0School", "text=led%20by-,Anbu%20School"),
        (
            "The first word is cut because this line is long, so it starts after a break: here is the quote",
            "quote",
            "text=so%20it%20starts%20after%20a%20break%3A%20here%20is%20the-,quote",
        ),
        ("校长", "校长", "text=%E6%A0%A1%E9%95%BF"),
    ],
)
def test_directives(text: str, quote: str, expected: str) -> None:
    assert fragment(text, quote) == expected


def test_a_suffix_ends_at_the_edge_of_a_word() -> None:
    made = fragment("quote and then forty more signs are looked at, but no farther than that", "quote")
    assert unquote(made) == "text=quote,-and then forty more signs are looked"


def test_a_quote_in_a_table_cell_takes_no_words_of_other_cells() -> None:
    text = "No. 2\tAnbu School\tleader"
    block = DocumentBlock(kind="table_row", role="body", start=0, end=len(text), cells=((0, 5), (6, 17), (18, 24)))
    document = build.document(text=text).model_copy(update={"blocks": (block,)})
    assert directive(document, 6, 17) == "text=Anbu%20School"
    assert bounds(document, 5) == (0, len(text))


def test_text_outside_all_blocks_is_taken_as_one() -> None:
    document = build.document(text="Anbu School").model_copy(update={"blocks": ()})
    assert directive(document, 0, 4) == "text=Anbu,-School"


def test_a_long_quote_without_spaces_is_given_by_its_ends() -> None:
    quote = "甲" * LONGEST + "乙" * 20
    assert unquote(fragment(quote, quote)) == f"text={'甲' * 20},{'乙' * 20}"


def test_a_quote_over_two_blocks_is_given_by_its_ends() -> None:
    text = "Signed by the Anbu Education\nBureau of the whole district today"
    document = build.document(text=text)
    made = unquote(directive(document, text.index("Anbu"), text.index(" today")))
    assert made == "text=Signed by the-,Anbu Education,Bureau of the whole district,-today"


def test_a_long_quote_is_given_by_its_ends() -> None:
    quote = "one two three four five " + "and more words " * (LONGEST // 10) + "six seven eight nine ten"
    assert fragment(quote, quote) == "text=one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten"


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("a.txt", None, None),
        ("a.txt", URL, URL),
        (URL, None, URL),
        ("a.txt", "javascript:alert(1)", None),
        ("a.txt", "HTTP://EXAMPLE.ORG/", "HTTP://EXAMPLE.ORG/"),
    ],
)
def test_only_pages_on_the_web_have_an_address(source: str, url: str | None, expected: str | None) -> None:
    assert page(build.document(source, url=url)) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, ""),
        (URL, f"{URL}#:~:text=Anbu,-signs%20up"),
        ("https://example.org/a b.html", "https://example.org/a%20b.html#:~:text=Anbu,-signs%20up"),
        (f"{URL}#list", f"{URL}#list:~:text=Anbu,-signs%20up"),
    ],
)
def test_links(url: str | None, expected: str) -> None:
    assert link(build.document(url=url), build.place(build.TEXT, "Anbu")) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_encoded_part_holds_no_mark_of_the_syntax(text: str) -> None:
    made = encoded(text)
    assert not set(made) & set("-,& #\n")
    assert made.isascii()
    assert unquote(made).split() == text.split()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=3, max_size=400), st.data())
def test_parts_stand_in_the_text_in_their_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = directive(build.document(text=text), start, end)
    parts = [unquote(part.strip("-")) for part in made.removeprefix("text=").split(",")]
    joined = "".join(text.split())
    at = 0
    for part in parts:
        at = joined.index("".join(part.split()), at)


def test_a_pdf_is_opened_on_the_page_of_the_quote() -> None:
    text = "On one page\nAnbu School on another"
    blocks = (
        DocumentBlock(kind="paragraph", role="body", start=0, end=11, path="page[1]/paragraph[1]"),
        DocumentBlock(kind="paragraph", role="body", start=12, end=len(text), path="page[12]/paragraph[1]"),
    )
    document = build.document(text=text, url=URL).model_copy(update={"blocks": blocks, "media_type": PDF})
    assert link(document, build.place(text, "Anbu School")) == f"{URL}#page=12:~:text=Anbu%20School,-on%20another"
    listed = document.model_copy(update={"media_type": "text/html"})
    assert link(listed, build.place(text, "Anbu School")) == f"{URL}#:~:text=Anbu%20School,-on%20another"
