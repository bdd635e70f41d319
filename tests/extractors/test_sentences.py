"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

import pytest

from extractors.sentences import LONGEST
from tests.extractors import build

ROW = "<tr><td>Linxi. Muyun.</td><td>Yes. No.</td></tr>"
ENDS = {
    "two sentences": ["The hall opened.", "It grew."],
    "exclamation and question marks": ["What a day!", "Who came?", "Everyone did."],
    "several marks at once": ["Really?!", "Yes...", "And then they sang."],
    "a quotation that closes": ['Li said: "We are ready."', "Then she left."],
    "a bracket that closes": ["The hall opened (at last.)", "It grew."],
    "an ending before a quotation": ["The hall opened.", "“It is large,” she said."],
    "an ending before a number": ["The hall opened.", "12 classes moved in."],
    "a sentence that starts in lower case": ["They came at noon.", "there was rain all day."],
    "a number before the ending": ["The hall seats 300.", "It grew."],
    "a percentage before the ending": ["The rate is 85%.", "It grew."],
}
TOGETHER = {
    "a school's number": "No. 2 Middle School and Nos. 3 and 4 opened.",
    "an honorific": "Dr. Li and Mr. Wu met Mrs. Zhou.",
    "a professor": "They heard Prof. Wu in the hall.",
    "initials": "J. R. Porter spoke to them.",
    "a short month": "In Jan. 2021 it began.",
    "a decimal": "It cost 3.5 million yuan.",
    "an address": "See www.dahe.example/a.html for more.",
    "et cetera": "Schools etc. were closed.",
    "a semicolon": "Linxi sang; Muyun danced; Fengtai clapped.",
    "an apostrophe": "Yong'an School's hall opened.",
}


@pytest.mark.parametrize("sentences", ENDS.values(), ids=ENDS)
def test_a_sentence_ends(sentences: list[str]) -> None:
    assert quotes(" ".join(sentences)) == sentences


@pytest.mark.parametrize("sentence", TOGETHER.values(), ids=TOGETHER)
def test_no_sentence_ends_within(sentence: str) -> None:
    assert quotes(f"{sentence} Then they left.") == [sentence, "Then they left."]


@pytest.mark.parametrize(
    ("run", "sentences"),
    [
        ("He visited the school.Before that he rested.", ["He visited the school.", "Before that he rested."]),
        ("They named 85%.Then they left.", ["They named 85%.", "Then they left."]),
        ('He said "yes."Then he left.', ['He said "yes."', "Then he left."]),
    ],
)
def test_glued_sentences_are_parted(run: str, sentences: list[str]) -> None:
    assert quotes(run) == sentences


def test_chinese_marks_end_sentences_without_white_space() -> None:
    text = build.prose("The report: 学校成立了。老师来了！真的吗？“是的。”；End")
    assert [s.quote for s in text.sentences][2:4] == ["老师来了！", "真的吗？"]


def test_a_list_number_ends_nothing() -> None:
    assert quotes("1. The hall opened. It grew.") == ["1. The hall opened.", "It grew."]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<h2>Part one. The schools. The rest</h2>", id="heading"),
        pytest.param(f"<table>{ROW}{ROW}</table>", id="table row"),
    ],
)
def test_a_heading_and_a_row_are_one_sentence(line: str) -> None:
    text = build.page(f"<p>The county named its schools in May of the year.</p>{line}")
    blocks = [block for block in text.blocks if block.kind in {"heading", "table_row"} and block.role == "body"]
    assert blocks
    for block in blocks:
        inside = [s for s in text.sentences if s.block == block]
        assert [(s.start, s.end) for s in inside] == [(block.start, block.end)]


def test_what_never_ends_is_cut_at_a_space() -> None:
    found = quotes("many schools and " * 500)
    assert {len(quote) <= LONGEST for quote in found} == {True}
    assert " ".join(found) == ("many schools and " * 500).strip()


def quotes(prose: str) -> list[str]:
    """The sentences below the title."""
    return [sentence.quote for sentence in build.prose(prose).sentences][1:]


@pytest.mark.parametrize(
    "sentences",
    [
        ["谁来管?", "据介绍,由总校管。", "学校成立了!", "“好。”", "他说。"],
        ["他说：“学校‘成立了。’”", "大家鼓掌。"],
        ["（会议结束。）", "大家离开。"],
        ["怎么管?!", "《办法》说得明白。"],
        ['他说："好。"', "大家鼓掌。"],
        ["占地3.5亩，网址a.cn/b?c=1，共5所。", "完。"],
    ],
)
def test_chinese_sentences_end_at_plain_marks_too(sentences: list[str]) -> None:
    assert [s.quote for s in build.plain(f"{build.TITLE}\n开头的话。{''.join(sentences)}").sentences][2:] == sentences
