"""Whatever words come in whatever order: the rules end without an error, and every value stands where it says."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction import Extraction
from pipeline.inputs import Given, Input
from pipeline.read import read
from pipeline.records import Document, Record, named_fields
from tests.extractors import build

WORDS = (
    "Dahe Middle School|Linxi Primary School|Dahe Education Group|Dahe Group|(Group)|the group|it|the former|No. 1"
    "|Campus|is led by|composed of|members|join|signed|with|the others are|Leader:|Members:|1.|2)|-|•|,|、|and|&|;|:"
    "|(|)|“|”|'s|’|of|in|to|from|Li Jun|Dr.|J.|Professor|director|principal|Vice|Mayor|secretary|party branch"
    "|Education Bureau|3|12|0|2,000|1/3|1/0|0 out of 0|one in five|9-1|%|percent|half of|million|yuan|¥|5万|students"
    "|schools|the number of|rose|2019|May|3 May 2021|31 June|in 2020|last year|today|the end of|of this year"
    "|14th Five-Year Plan|Q1 2023|2065438+09|5/kloc-0"
    '|"Plan for Schools"|the Plan for Schools|〔2024〕|🎉|１２|学校|。|\u00a0|\u3000|\u2009|\uf0b7|é|İ|\n|\n\n'
).split("|")
EXTRACTION = Extraction(model=False)
PUBLISHED = st.sampled_from([None, "2023", "2023-05", "2023-05-10"])


def check_places(document: Document, records: Iterable[Record]) -> None:
    """Each value and each reason for it stands in the document where it says."""
    for record in records:
        for name, field in named_fields(record):
            where = (record.kind, name, field.text)
            start, end = field.source.sentence
            assert document.text[field.source.start : field.source.end] == field.text, where
            assert start <= field.source.start < field.source.end <= end <= len(document.text), where
            assert all(0 <= basis.start < basis.end <= len(document.text) for basis in field.basis), where
            assert 0 < field.confidence <= 1, where


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([" ", ""]), PUBLISHED)
@settings(max_examples=150)
def test_every_value_stands_where_it_says(words: list[str], space: str, published: str | None) -> None:
    body = space.join(["The county said:", *words])
    source = Input("a.txt", f"{build.TITLE}\n{body}".encode(), "text/plain", "utf-8", given=Given(published=published))
    document = read(source).document
    check_places(document, EXTRACTION.records(document))
