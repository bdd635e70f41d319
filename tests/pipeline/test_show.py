"""A document in the terminal: found by a short name, marked, and unable to harm the terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.errors import UsageError
from pipeline.records import Document
from pipeline.show import find, show
from pipeline.store.dataset import opened
from tests.pipeline import build

PAPER = """\
Anbu signs up · a.txt
Marked: [group: …], [leader: …], [member: …], [official: …], [position: …], [date: …], [count: …], [policy: …]

   0  Anbu signs up
   1  [group: Anbu Primary School Education Group] is led by [leader: Anbu Primary School].
   2  Its members are [member: Yaode Primary School] and [member: No. 2 Primary School] 🎉.
   3  [position: Director] [official: Li Na] of the [position: Anbu Education Bureau] spoke on [date: October 13, 2022].
   4  The [count: 69 education groups] follow the [policy: Group Measures].

group     Anbu Primary School Education Group  (sentence 1, 0.90 tests.rule)
  leaders       Anbu Primary School  (sentence 1, 0.90 tests.rule)
  members       Yaode Primary School  (sentence 2, 0.90 tests.rule)
  members       No. 2 Primary School  (sentence 2, 0.90 tests.rule)
official  Li Na [government]  (sentence 3, 0.90 tests.rule)
  title         Director  (sentence 3, 0.90 tests.rule)
  organisation  Anbu Education Bureau  (sentence 3, 0.90 tests.rule)
date      October 13, 2022 = 2022-10-13 [event]  (sentence 3, 0.90 tests.rule)
count     69 education groups [69, count, exact, actual]  (sentence 4, 0.90 tests.rule)
  unit          education groups  (sentence 4, 0.90 tests.rule)
policy    Group Measures  (sentence 4, 0.90 tests.rule)
"""


def printed(document: Document, *, terminal: bool = False) -> str:
    file = io.StringIO()
    console = Console(file=file, force_terminal=terminal, color_system="truecolor" if terminal else None, width=120)
    show(console, document, build.records(document))
    return file.getvalue()


def test_on_paper_records_stand_in_brackets() -> None:
    assert printed(build.document()) == PAPER


def test_in_a_terminal_records_have_the_colour_of_their_kind() -> None:
    shown = printed(build.document(), terminal=True)
    assert "\x1b[1;30;106mLi Na\x1b[0m" in shown
    assert "\x1b[30;42mYaode Primary School\x1b[0m" in shown


def test_marks_at_one_place_share_a_bracket_and_inner_ones_nest() -> None:
    document = build.document(text="Anbu Primary School Education Group, 2022")
    file = io.StringIO()
    outer = build.group(document, "Anbu Primary School Education Group", members=["Anbu Primary School"])
    official = build.records(build.document())[1].model_copy(
        update={"name": build.field(document.text, "Anbu Primary School"), "positions": ()}
    )
    show(Console(file=file, width=120), document, [outer, official])
    assert "[group: [member+official: Anbu Primary School] Education Group], 2022" in file.getvalue()


@pytest.mark.parametrize("terminal", [True, False])
def test_furniture_is_shown_without_a_number(terminal: bool) -> None:
    document = build.document(roles=["furniture"])
    lines = printed(document, terminal=terminal).splitlines()
    assert any("Anbu signs up" in line and "0" not in line.split("Anbu")[0].replace("[0m", "") for line in lines[3:5])


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("nasty", ["\x1b]0;owned\x07", "\x1b[2J", "\u202eevil", "\x9b31m", "\x08\x08", "\r"])
def test_no_control_character_of_a_page_reaches_the_terminal(nasty: str, terminal: bool) -> None:
    document = build.document(f"a{nasty}.txt", f"Title {nasty}\n" + build.TEXT).model_copy(
        update={"publisher": f"Paper {nasty}"}
    )
    shown = printed(document, terminal=terminal)
    assert nasty not in shown
    assert nasty[0].encode("unicode_escape").decode() in shown


def test_markup_in_a_page_is_text() -> None:
    assert "[bold]red[/bold]" in printed(build.document(text="[bold]red[/bold]\n" + build.TEXT))


SOURCES = ("songshan/a.txt", "songshan/ab.txt", "https://example.org/b.html")


@pytest.mark.parametrize(
    ("wanted", "source"),
    [
        ("songshan/a.txt", "songshan/a.txt"),
        ("a", "songshan/a.txt"),
        ("ab", "songshan/ab.txt"),
        ("b", "https://example.org/b.html"),
        ("https://ex", "https://example.org/b.html"),
        (build.document("songshan/ab.txt").id, "songshan/ab.txt"),
        (build.document("songshan/ab.txt").id[:9], "songshan/ab.txt"),
    ],
)
def test_a_document_is_found_by_a_short_name(tmp_path: Path, wanted: str, source: str) -> None:
    build.write(tmp_path, *(build.document(each) for each in SOURCES))
    with opened(tmp_path) as dataset:
        document, records = find(dataset, wanted)
    assert (document.source, len(records)) == (source, 5)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("songshan", r"2 documents begin so \(songshan/a.txt, songshan/ab.txt …\); name one of them"),
        ("zz", r"no such document in .*; it has songshan/a.txt, songshan/ab.txt"),
    ],
)
def test_a_name_that_fits_none_or_several_is_told(tmp_path: Path, wanted: str, said: str) -> None:
    build.write(tmp_path, *(build.document(each) for each in SOURCES))
    with opened(tmp_path) as dataset, pytest.raises(UsageError, match=said):
        find(dataset, wanted)
