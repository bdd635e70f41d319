"""Plain text: kinds and roles of lines, and what the printed lines say of the document."""

from __future__ import annotations

import hashlib

import pytest

from pipeline.errors import EmptyInput
from pipeline.inputs import Given, Input
from pipeline.read import read
from tests.pipeline.read.build import blocks, check_blocks, plain, with_role

BODY = "On Monday the Bay Education Bureau opened a new school, and many people came to see it from all towns."
MORE = "The director of the bureau spoke to the teachers, and after that the children sang two songs in the yard."


def test_text_is_the_whole_file_with_plain_newlines() -> None:
    document = plain("\ufeffA title of five words\r\n\r\n\u00a0Two 🎉 cells.\rNo. ２ School\n")
    assert document.text == "A title of five words\n\n\u00a0Two 🎉 cells.\nNo. ２ School\n"
    assert [b.path for b in document.blocks] == ["line:1", "line:3", "line:4"]
    check_blocks(document)


def test_ids_and_versions() -> None:
    document = plain(f"{BODY}\nShare\n{MORE}\n")
    assert document.id == "d-" + hashlib.sha256(b"a.txt").hexdigest()[:16]
    assert document.version == hashlib.sha256(f"{BODY}\n{MORE}".encode()).hexdigest()
    assert document.version == plain(f"{BODY}\nPrint\n\n{MORE}").version


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Bay schools join hands\n\n", "Bay schools join hands"),
        ("Where do we go? A guide for parents\nUpdated: Oct 10, 2022\n", "Where do we go? A guide for parents"),
        ("Current location: Home - News\n\nBay schools join hands\n", "Bay schools join hands"),
        ("Home > News > Bay schools join hands\nBay schools join hands\n", "Bay schools join hands"),
        ("Home > News > Five schools of the bay join hands\n", "Five schools of the bay join hands"),
        ("laitimes\n\nBay schools join hands\n", "Bay schools join hands"),
        (
            "Bay Watch\n\nFive schools of the bay join hands in a group\nSource: Bay Watch\n",
            "Five schools of the bay join hands in a group",
        ),
        (
            "Announcement: the groups of Bay City are confirmed\n\n",
            "Announcement: the groups of Bay City are confirmed",
        ),
        ("五所学校今天携手成立教育集团\n", "五所学校今天携手成立教育集团"),
        ("", None),
        ("1. Bay Middle School Group\nLeader: Bay Middle School\n", None),
        ("This morning five schools of the bay joined hands in one group.\n", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    document = plain(f"{head}{BODY}\n{MORE}\n")
    assert document.title == title
    assert BODY in with_role(document, "body")


def test_a_title_printed_again_is_a_title_again() -> None:
    document = plain(f"Bay schools join hands\n{BODY}\n\nBay schools join hands\n\n{MORE}\n")
    assert with_role(document, "title") == ["Bay schools join hands"] * 2


FURNITURE = [
    "Home > News and Policies",
    "Current location - Encyclopedia - Knowledge - The gate",
    "3 mins read",
    "?",
    "+ There are no comments",
    "Add yours",
    "Share",
    "Copyright Bay Area. All rights reserved.",
    "Scan the code and enter our group",
    "Tags: bay, school, 7 tips",
    "Disclaimer: this page is for the transmission of information.",
    "京ICP备00000000号-6",
    "当前位置:首页 > 新闻中心 > 今日",
    "客户端 | 微博 | 微信",
    "上一篇:没有了",
    "版权所有 海湾区人民政府",
]
BODY_LINES = [
    "Leader: Bay Middle School",
    "1. Bay Middle School Education Group",
    "• Hill Primary School",
    "Bay Middle School Education Group",
    "Home schooling > classroom schooling, said nobody that day.",
    "Read on in chapter two of the Bay Education Plan, which lists the members of each group in full.",
    "He was asked to share the code of conduct with the five schools.",
    "The end of the year",
    "Bay Municipal Education Bureau",
    "Copy the list to all schools",
    "Members: to be announced",
    "Figures read out by Vice President Lin Mei:",
    "Most schools of the bay",
    "Related schools: Bay Middle School",
    "Past and future of the bay",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    document = plain(f"Bay schools join hands\n{line}\n{BODY}\n{MORE}\n")
    assert with_role(document, "furniture") == [line]


@pytest.mark.parametrize("line", BODY_LINES)
def test_lines_of_the_article_are_never_lost(line: str) -> None:
    document = plain(f"Bay schools join hands\n{BODY}\n{line}\n{MORE}\n")
    assert with_role(document, "furniture") == []


TEASER = "The dumplings of winter, 8 kinds of fillings"


@pytest.mark.parametrize(
    "mark",
    [
        *(
            "- END -",
            "(End)",
            "(Finish)",
            "END",
            "(完)",
            "Read on",
            "Recommended reading",
            "You May Also Like",
            "相关阅读",
        ),
        *(
            "Relevant reading",
            "Most Viewed in 24 Hours",
            "Related recommendation:",
            "Recent stories of the bay",
            "More",
        ),
        *("Hot topics: Storm over the bay | 5 new gates", "« Previous: A day in 2024   Next: Two new gates »"),
    ],
)
def test_what_follows_the_end_is_furniture(mark: str) -> None:
    document = plain(f"Bay schools join hands\n{BODY}\n{MORE}\n\n{mark}\n\n{TEASER}\nA second one of {BODY}\n")
    assert with_role(document, "body") == [BODY, MORE]


def test_an_end_at_the_start_or_before_most_of_the_text_ends_nothing() -> None:
    document = plain(f"Related articles\n{BODY}\nRelated articles\n{MORE}\n{BODY}\n{MORE}\n")
    assert with_role(document, "body").count(MORE) == 2


@pytest.mark.parametrize("pointer", ["Read more: Five schools join hands", "Related articles", "Next: Two new gates"])
def test_a_pointer_within_the_article_ends_nothing(pointer: str) -> None:
    text = "\n".join([BODY + MORE, MORE + BODY] * 3)
    document = plain(f"Bay schools join hands\n{text}\n{pointer}\n{text}\n")
    assert with_role(document, "furniture") == [pointer]


def test_whom_to_ask_below_the_end_mark_still_belongs_to_the_text() -> None:
    asked = "For more information: Press Officer Lin Mei, 555-0127"
    document = plain(f"Bay schools join hands\n{BODY}\n{MORE}\n- END -\n{asked}\n")
    assert with_role(document, "body") == [BODY, MORE, "- END -", asked]


def test_an_editor_named_after_the_end_mark_is_still_a_credit() -> None:
    document = plain(f"{BODY}\n{MORE}\n- END -\nEditor: Lin Mei\n{TEASER}\n")
    assert document.byline == ("Lin Mei",)
    assert with_role(document, "meta") == ["Editor: Lin Mei"]


def test_credits_above_and_below() -> None:
    document = plain(
        f"Bay schools join hands\nAuthor:Bay News Time:2022.07.14\n{BODY}\n"
        f"Time: July 20, 2022\n{MORE}\nPhoto by Wang Fei\n"
    )
    assert (document.published, document.publisher, document.byline) == ("2022-07-14", "Bay News", ("Wang Fei",))
    assert "Time: July 20, 2022" in with_role(document, "body")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Bay schools join hands\n2024-06-03\n{BODY}\n{MORE}\n", "2024-06-03"),
        (f"Bay schools join hands\n{BODY}\n{MORE}\n2024-06-03\n{BODY}\n", None),
        (f"Bay schools join hands\n{BODY}\n{MORE}\nBay Education Bureau\nDecember 30, 2021\n", "2021-12-30"),
        (f"Bay schools join hands\n{BODY} It was October 13, 2022.\n", None),
    ],
)
def test_published(text: str, published: str | None) -> None:
    assert plain(text).published == published


def test_what_a_manifest_gives_outranks_what_is_printed() -> None:
    given = Given("https://example.org/a", "2020", "Hill News", "zh", "Another title")
    document = plain(f"Bay schools join hands\nAuthor:Bay News Time:2022.07.14\n{BODY}\n", given)
    assert (document.title, document.published, document.publisher) == ("Another title", "2020", "Hill News")
    assert (document.language, document.source_url) == ("zh", "https://example.org/a")


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["1. A Group", "Leader: A School", "members - B School, C No. 1 School, C No. 2 School"], ["list_item"] * 3),
        (["• A School", "- B School", "*\tC School", "(3) D School", "④ E School", "四、F School"], ["list_item"] * 6),
        (["No. Group Leader", "1 A Group A School", "2 B Group B School"], ["table_row"] * 3),
        (["Pupils Rate", "First £1,320", "Second £935", "Third £1,900"], ["table_row"] * 4),
        (["A School\tB School", "C School\tD School"], ["table_row"] * 2),
        (["Table Members of the groups"], ["caption"]),
        (["A short heading", BODY], ["heading", "paragraph"]),
        (["1. Who is in which group?", BODY], ["heading", "paragraph"]),
        (["■ Dongba", BODY], ["heading", "paragraph"]),
        ([BODY, "Bay Municipal Education Bureau"], ["paragraph", "line"]),
        (["It grew in two years: from four schools to nine. Then it grew again. " + BODY], ["paragraph"]),
    ],
)
def test_kinds(lines: list[str], kinds: list[str]) -> None:
    document = plain("\n".join([BODY, *lines]))
    assert [kind for kind, _, _ in blocks(document)][1:] == kinds
    check_blocks(document)


def test_cells_of_a_table() -> None:
    document = plain(f"{BODY}\nGroup | Leader\nA Group |  A School \n")
    row = document.blocks[-1]
    assert [document.text[start:end] for start, end in row.cells or ()] == ["A Group", "A School"]


MARKDOWN = """\
## Five groups of Bay City

*Published: 2023-09-05 | Source: Bay News*

**Compulsory education**

---

| Group | Leader | Members |
|:------|--------|---------|
| A Group | A School | |
"""


def test_marks_of_markdown_frame_what_is_read() -> None:
    document = plain(f"{MARKDOWN}\n{BODY}\n")
    heading, credit, above, head, row, body = document.blocks
    shown = [document.text[each.start : each.end] for each in (heading, credit, above, body)]
    assert shown == [
        "Five groups of Bay City",
        "Published: 2023-09-05 | Source: Bay News",
        "Compulsory education",
        BODY,
    ]
    assert [document.text[start:end] for start, end in head.cells or ()] == ["Group", "Leader", "Members"]
    assert [document.text[start:end] for start, end in row.cells or ()] == ["A Group", "A School", ""]
    assert (document.published, document.publisher) == ("2023-09-05", "Bay News")


@pytest.mark.parametrize(
    "line", ["# Group Leader", "#bay #schools", "** see below", "*the list is not complete", "__init__ and __main__"]
)
def test_a_mark_that_frames_no_line_stays(line: str) -> None:
    document = plain(f"{BODY}\n{line}\n{BODY}\n")
    assert line in [document.text[each.start : each.end] for each in document.blocks]


def test_language() -> None:
    assert plain(BODY).language == "en"
    assert plain("海湾第七中学教育集团今天成立 (Bay No. 7)。").language == "zh"


@pytest.mark.parametrize("text", ["\ufeff", "\ufeff\n\n", "\u3000\n", "----\n****\n"])
def test_nothing_in_it(text: str) -> None:
    with pytest.raises(EmptyInput, match=r"a\.txt: has no text"):
        read(Input("a.txt", text.encode(), "text/plain"))


HEADS = {
    "Dahe Online   2023-04-12 21:06 original Posted on Anhui": ("2023-04-12", "Dahe Online"),
    "2023-09-07 08:14 Zero Distance Dahe": ("2023-09-07", "Zero Distance Dahe"),
    "By staff reporter Ann Porter in Anbu | updated 2023-09-27": ("2023-09-27", None),
    "Source: Xinhua| 2024-05-21 19:42:15|Editor: Lu Jiaxin": ("2024-05-21", "Xinhua"),
    "English digest, issue of 5 June 2024": ("2024-06-05", None),
}
TEXT_BELOW = (
    "The county opened three new schools on Monday, and many people came to see them from all the towns around.\n"
)


@pytest.mark.parametrize("line", HEADS)
def test_a_line_with_a_day_above_the_text_dates_it(line: str) -> None:
    document = plain(f"New schools for the county at last\n\n{line}\n\n{TEXT_BELOW * 3}")
    assert (document.published, document.publisher) == HEADS[line]
    assert document.title == "New schools for the county at last"


@pytest.mark.parametrize(
    "masthead",
    [
        "Anbu County Education Bureau",
        "Office of the Leading Group of Anbu District, Wuwei",
        "WORK BRIEFING\n\nIssue 23",
    ],
)
def test_who_publishes_is_no_title(masthead: str) -> None:
    document = plain(f"{masthead}\n\nNew schools for the county at last\n\n{TEXT_BELOW * 3}")
    assert document.title == "New schools for the county at last"
