"""Spans say what their text says, whatever it is made of; sentences stand in their blocks."""

from __future__ import annotations

import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractors.text import SPACES, Block, Span, SpanError, Text, trim
from tests.extractors import build

# What offsets in bytes, UTF-16 units or printed columns would get wrong.
PARTS = (
    "No. 2",
    "School",
    "🎉",
    "👩‍🏫",
    "\r\n",
    "\n",
    "\u00a0",
    "\u3000",
    "１２",
    "小学",
    "é",
    "e\u0301",
    "；",
    " ",
    ".",
    ",",
    "“",
    "”",
)
STRINGS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=24).map("".join)


@st.composite
def placed(draw: st.DrawFn) -> tuple[str, int, int]:
    """A string with two offsets of a run of it that is not empty."""
    string = draw(STRINGS)
    start = draw(st.integers(0, len(string) - 1))
    return string, start, draw(st.integers(start + 1, len(string)))


@given(placed())
def test_a_span_quotes_its_text(given: tuple[str, int, int]) -> None:
    string, start, end = given
    span = Span(string, start, end, claimed=string[start:end])
    assert string[span.start : span.end] == span.quote
    assert len(span.quote) == end - start


@given(placed(), st.text(min_size=1, max_size=5))
def test_a_quote_that_the_text_does_not_have_is_told(given: tuple[str, int, int], other: str) -> None:
    string, start, end = given
    assume(other != string[start:end])
    with pytest.raises(SpanError, match="the text has "):
        Span(string, start, end, claimed=other)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(0, 0, id="an empty run"),
        pytest.param(2, 1, id="backwards"),
        pytest.param(-1, 2, id="before the text"),
        pytest.param(0, 4, id="past the end"),
    ],
)
def test_offsets_that_are_no_run_are_told(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="is no run of a text of 3 code points"):
        Text("a🎉b", ()).span(start, end)


@given(placed(), st.sampled_from(["", ".,", "“”", "；"]))
def test_trimming_takes_white_space_and_marks_from_the_ends_only(given: tuple[str, int, int], marks: str) -> None:
    string, start, end = given
    span = trim(string, start, end, marks)
    if span is None:
        assert all(sign.isspace() or sign in marks for sign in string[start:end])
        return
    assert start <= span.start < span.end <= end
    cut = string[start : span.start] + string[span.end : end]
    assert all(sign.isspace() or sign in marks for sign in cut)
    assert not span.quote[0].isspace()
    assert not span.quote[-1].isspace()
    assert span.quote[0] not in marks
    assert span.quote[-1] not in marks
    assert span.trimmed() == span


@pytest.mark.parametrize(
    ("string", "marks", "left"),
    [
        ("\u00a0 Dahe School \r\n", "", "Dahe School"),
        ("\u3000大河小学；", "；", "大河小学"),
        ("“Dahe School”,", "“”,", "Dahe School"),
        ("🎉 Dahe 🎉", "", "🎉 Dahe 🎉"),
    ],
)
def test_what_is_left_when_trimmed(string: str, marks: str, left: str) -> None:
    span = trim(string, 0, len(string), marks)
    assert span is not None
    assert span.quote == left


@pytest.mark.parametrize("string", ["", " ", "\u00a0\u3000\r\n", ".;"])
def test_nothing_is_left_of_marks_and_white_space(string: str) -> None:
    assert trim(string, 0, len(string), ".;") is None


@given(st.tuples(placed(), placed()).filter(lambda two: two[0][0] == two[1][0]) | placed().map(lambda one: (one, one)))
def test_covering_and_overlapping_are_about_shared_places(
    two: tuple[tuple[str, int, int], tuple[str, int, int]],
) -> None:
    (string, start, end), (_, other_start, other_end) = two
    one, other = Span(string, start, end), Span(string, other_start, other_end)
    places, others = set(range(start, end)), set(range(other_start, other_end))
    assert one.covers(other) is (others <= places)
    assert one.overlaps(other) is bool(places & others)
    assert one.overlaps(other) is other.overlaps(one)


@given(STRINGS)
def test_sentences_stand_in_order_and_inside_their_blocks(string: str) -> None:
    text = Text(string, (Block("paragraph", "body", 0, len(string)),))
    last = 0
    for number, sentence in enumerate(text.sentences):
        assert sentence.number == number
        assert last <= sentence.start < sentence.end <= len(string)
        assert sentence.quote == string[sentence.start : sentence.end] == sentence.quote.strip()
        assert text.sentence_at(sentence.start) == text.sentence_at(sentence.end - 1) == sentence
        assert string[last : sentence.start].strip() == ""
        last = sentence.end
    assert string[last:].strip() == ""


def test_between_sentences_there_is_none() -> None:
    text = build.prose("Dahe School opened.  It grew.")
    first, second = text.sentences[-2:]
    assert text.sentence_at(first.end) is None
    assert text.sentence_at(second.end + 100) is None


def test_furniture_has_no_sentences() -> None:
    string = "Share this\nDahe School opened."
    text = Text(string, (Block("line", "furniture", 0, 10), Block("paragraph", "body", 11, len(string))))
    assert [sentence.quote for sentence in text.sentences] == ["Dahe School opened."]
    assert text.sentence_at(3) is None
    assert [block.role for block in text.readable()] == ["body"]


def test_mentions_count_code_points() -> None:
    text = build.prose("🎉👩‍🏫 大河 celebrates: Li Jun, principal of Linxi Primary School, came on 3 May 2021.")
    found = build.mentions(text)
    (official,), (date,) = found.officials, found.dates
    assert text.string[official.name.span.start : official.name.span.end] == "Li Jun"
    assert text.string[date.found.span.start : date.found.span.end] == "3 May 2021"


def test_white_space_is_what_python_takes_for_it() -> None:
    assert set(SPACES) == {chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()}
