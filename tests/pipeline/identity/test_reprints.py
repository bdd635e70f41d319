"""Documents that print the same text, and those that only read alike."""

from __future__ import annotations

import pytest

from pipeline.identity.reprints import Sketches, common, sketch
from pipeline.identity.shelf import Shelf
from pipeline.records import Document
from tests.pipeline import build

ZH = (
    "本报讯 昨日，临江市举行集团化办学推进会，宣布成立清河小学教育集团。该集团由清河小学牵头，成员校包括东岗小学、"
    "柳林小学和北山幼儿园。会议指出，到2025年全市要建成12个教育集团，覆盖八成以上的义务教育学校。各校代表在会上签署了协议，"
    "并就教师流动、课程共享和联合教研等事项交换了意见。"
)
EN = (
    "The city of Linjiang announced on Monday that four schools will form the Qinghe Primary School Education Group. "
    "Qinghe Primary School leads the group; Donggang Primary School, Liulin Primary School and Beishan Kindergarten "
    "are its members. By 2025 the city wants to have 12 education groups with four fifths of all schools in them. "
    "The heads of the schools signed an agreement on the exchange of teachers, on shared courses and on joint research."
)


def document(name: str, text: str, published: str | None) -> Document:
    return build.document(name, f"Title of {name}\n{text}").model_copy(update={"published": published})


def found(*documents: Document) -> dict[str, str]:
    sources = {each.id: each.source for each in documents}
    known = Sketches(Shelf())
    for each in documents:
        known.add(sketch(each))
    return {sources[copy]: sources[first] for copy, first in known.reprints().items()}


@pytest.mark.parametrize("text", [ZH, EN])
def test_the_earliest_document_is_the_original(text: str) -> None:
    late, early = document("late", text, "2022-05-02"), document("early", text, "2022-05-01")
    assert found(late, document("undated", text, None), early) == {"late": "early", "undated": "early"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (ZH, f"{ZH}（责编：张三）"),
        (ZH, ZH.replace("本报讯 昨日，", "")),
        (ZH, ZH.replace("，", " ，")),
        (ZH, ZH.replace("义务教育学校", "義務教育學校")),
        (EN, EN.replace("The city of", "According to our reporter, the city of")),
        (EN, EN.upper()),
    ],
)
def test_a_text_with_a_line_more_or_less_is_a_reprint(text: str, other: str) -> None:
    assert found(document("a", text, "2022"), document("b", other, "2023")) == {"b": "a"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (ZH, EN),
        (EN, EN.replace("2025", "2030").replace("12", "18")),
        (ZH, ZH.replace("2025", "2030").replace("12", "18")),
        (
            EN,
            " ".join(EN.split()[:30]) + " and nothing else was said on the day of which anybody took any notes at all.",
        ),
        ("Short news.", "Short news."),
    ],
)
def test_a_new_edition_or_another_text_is_none(text: str, other: str) -> None:
    assert found(document("a", text, "2022"), document("b", other, "2023")) == {}


def test_small_changes_do_not_add_up_to_another_text() -> None:
    words = EN.split()
    versions = [
        " ".join([*words[:at], *(f"word{n}" for n in range(at, at + 8)), *words[at + 8 :]]) for at in (0, 20, 40)
    ]
    chain = [document(str(at), text, f"2022-01-0{at + 1}") for at, text in enumerate((EN, *versions))]
    copies = found(*chain)
    assert all(common(sketch(chain[0]), sketch(each)) >= 0.75 for each in chain if each.source in copies)


def test_what_is_no_article_does_not_count() -> None:
    first, second = (build.document(name, f"{ZH}\n{name * 60}", roles=("body", "furniture")) for name in ("a", "b"))
    assert found(first, second) == {"b": "a"}
