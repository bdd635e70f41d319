"""``communique report`` as its users meet it: the page, where its marks lead, and what goes wrong."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.records import Document, Record
from pipeline.report import coverage, groups
from pipeline.report.gather import Gathered
from pipeline.report.page import parts
from pipeline.report.page import report as sections
from pipeline.review.desk import Desk
from pipeline.store.dataset import opened
from tests.pipeline import build
from tests.pipeline.disk import full_disk
from tests.pipeline.report.build import announcement, official, told
from tests.pipeline.review.acts import decide

URL = "https://www.example.org/a.html"
EVIL = "<script>alert(1)</script> \"onload='x' {{ 7 * 7 }} ]]> &lt;b&gt; \u202eevil\x1b[2J & co"
FORBIDDEN = ["script", "img", "link", "iframe", "form", "base", "object", "use", "foreignObject", "image"]


def report(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


def page_of(folder: Path, path: Path) -> BeautifulSoup:
    result = report(folder, "--to", path)
    assert (result.exit_code, result.stderr) == (0, "")
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


def put(folder: Path, *pages: tuple[Document, Sequence[Record]]) -> Path:
    build.publish([build.done(document, records) for document, records in pages], folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents that disagree on one group, its founding and its number of schools, and one that is hostile."""
    evil = build.document("evil.txt", f"{EVIL}\n{EVIL} Education Group\nDirector {EVIL} came").model_copy(
        update={"published": "2023-01-02", "publisher": EVIL, "source_url": "javascript:alert(1)"}
    )
    return put(
        tmp_path_factory.mktemp("report") / "out",
        told("one.txt", "2022-07-14", leader="Yuxin Primary School", founded="2019", schools=12, url=URL),
        told("two.txt", "2022-07-14", leader="Heping Middle School", founded="2021-09", schools=40),
        (
            evil,
            [
                build.group(evil, f"{EVIL} Education Group", behind=len(EVIL)),
                official(evil, EVIL, "Director"),
            ],
        ),
    )


@pytest.fixture(scope="module")
def page(folder: Path) -> BeautifulSoup:
    return page_of(folder, folder.parent / "page.html")


def section(page: BeautifulSoup, name: str) -> str:
    heading = page.find(id=name)
    assert isinstance(heading, Tag)
    assert heading.parent is not None
    return " ".join(heading.parent.get_text(" ").split())


def rows_at(page: BeautifulSoup, place: str) -> str:
    found = page.find(id=place)
    assert isinstance(found, Tag)
    return " ".join(found.get_text(" ").split())


def test_every_mark_leads_to_rows_on_the_page(page: BeautifulSoup) -> None:
    marks = page.select("svg a")
    assert len(marks) > 12
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    places = {str(a["href"]).removeprefix("#") for a in page.find_all("a") if str(a["href"]).startswith("#")}
    assert places <= set(ids)
    for mark in marks:
        place = page.find(id=str(mark["href"]).removeprefix("#"))
        assert isinstance(place, Tag)
        assert place.name in ("tbody", "tr"), mark
        assert place.find("td") is not None, mark
        assert mark.find("title") is not None, mark


def test_a_row_has_quote_sentence_document_and_live_link(page: BeautifulSoup) -> None:
    row = next(row for row in page.find_all("tr") if row.find("a", href=lambda to: to and to.startswith("https:")))
    assert row.mark is not None
    quoted = row.find("q")
    assert isinstance(quoted, Tag)
    assert row.mark.get_text() in quoted.get_text()
    assert len(quoted.get_text()) > len(row.mark.get_text())
    links = [str(a["href"]) for a in row.find_all("a")]
    assert any(to.startswith("#document-1") for to in links)
    assert any(to.startswith(f"{URL}#:~:text=") for to in links)


def test_conflicts_stand_side_by_side_with_their_documents(page: BeautifulSoup) -> None:
    assert "Conflicts by kind: 3 in 3 documents." in section(page, "conflicts")
    for place, sides in {
        "conflict-1-1": ("Yuxin Primary School", "Heping Middle School"),
        "conflict-2-1": ("2019", "2021-09"),
        "conflict-3-1": ("12", "40"),
    }.items():
        said = rows_at(page, place)
        assert all(side in said for side in sides), said


def test_texts_of_documents_are_never_markup_and_nothing_runs(page: BeautifulSoup) -> None:
    assert [page.find_all(name) for name in FORBIDDEN] == [[]] * len(FORBIDDEN)
    assert not [
        tag.name
        for tag in page.find_all(True)
        if any(name.startswith("on") or name in ("style", "src", "xlink:href") for name in tag.attrs)
    ]
    assert {str(a["href"]).partition("#")[0] for a in page.find_all("a")} == {"", URL}
    text = page.get_text()
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}" in text
    assert r"\u202eevil\x1b[2J" in text
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_the_policy_allows_the_style_and_nothing_else(page: BeautifulSoup) -> None:
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert isinstance(policy, Tag)
    assert page.style is not None
    digest = base64.b64encode(sha256(str(page.style.string).encode()).digest()).decode()
    assert str(policy["content"]).startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "url(http" not in str(page)


@pytest.mark.usefixtures("page")
def test_the_same_data_set_gives_the_same_page(folder: Path, tmp_path: Path) -> None:
    page_of(folder, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == (folder.parent / "page.html").read_bytes()


def test_figures_are_numbered_and_say_out_of_how_many(page: BeautifulSoup) -> None:
    captions = [" ".join(caption.get_text().split()) for caption in page.find_all("figcaption")]
    assert [caption.partition(".")[0] for caption in captions] == [
        f"Figure {number}" for number in range(1, len(captions) + 1)
    ]
    assert captions[0].endswith(": 3 of 3 documents, those whose date is known.")
    assert all("style" not in svg.attrs for svg in page.find_all("svg"))


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([("one.txt", build.TEXT)], id="one"),
        pytest.param([("零.txt", "通知\n局长李娜讲话。")], id="Chinese, without records"),
    ],
)
def test_small_data_sets_have_a_page_too(tmp_path: Path, texts: list[tuple[str, str]]) -> None:
    documents = [build.document(*each) for each in texts]
    folder = put(tmp_path / "out", *((each, build.records(each) if "Anbu" in each.text else []) for each in documents))
    page = page_of(folder, tmp_path / "page.html")
    assert "1 document " in " ".join(page.get_text(" ").split())
    assert "Not reviewed" in section(page, "accuracy")


def test_what_a_reprint_says_again_is_counted_once(tmp_path: Path) -> None:
    original, other = (
        told(f"{name}.txt", day, leader="Yuxin Primary School", founded="2019", schools=12)
        for name, day in (("one", "2022-07-14"), ("two", "2022-07-15"))
    )
    page = page_of(put(tmp_path / "out", original, other), tmp_path / "page.html")
    assert "Numbers stated: count 1. Those of reprints are left out." in section(page, "counts")
    assert "2 records of groups speak of 1 group" in section(page, "groups")


def test_a_data_set_without_documents_has_a_page_too(folder: Path) -> None:
    found = Gathered()
    with opened(folder) as dataset:
        text = "".join(parts(dataset.seal, found, sections(found, None), {}))
    page = BeautifulSoup(text, "lxml")
    assert page.find_all("figure") == []
    assert "No document names a group." in section(page, "groups")
    places = {str(a["href"]).removeprefix("#") for a in page.find_all("a")}
    assert places <= {str(tag["id"]) for tag in page.find_all(id=True)}


def test_what_reviewers_decided_is_what_the_report_counts(tmp_path: Path) -> None:
    document, records = told("one.txt", "2022-07-14", leader="Yuxin Primary School", founded="2019", schools=12)
    other = told("two.txt", "2022-07-14", leader="Heping Middle School", founded="2021-09", schools=40)
    folder = put(tmp_path / "out", (document, records), other)
    with closing(Desk(folder)) as desk:
        for number, record in enumerate(records):
            decide(desk, "Li", "reject" if number == 0 else "accept", document, record)
    page = page_of(folder, tmp_path / "page.html")
    said = section(page, "accuracy")
    assert "Not reviewed" not in said
    assert f"Reviewers decided {len(records)} of" in said
    assert "Conflicts by kind: 1 in 2 documents." in section(page, "conflicts"), "nothing is against what was rejected"
    assert "Yuxin Primary School" not in page.get_text().replace(document.title or "", "")


def test_a_page_that_cannot_be_written_leaves_the_former_one(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("the former one")

    with full_disk():
        result = report(folder, "--to", path)
    assert result.exit_code == 5
    assert f"{path}: cannot be written: No space left on device; free some space and run again" in result.stderr
    assert path.read_text() == "the former one"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["OUT"], 2, ""),
        (["nowhere", "--to", "page.html"], 5, "nowhere: no such folder"),
        (["OUT", "--to", "nowhere/page.html"], 5, "cannot be written: No such file or directory"),
    ],
)
def test_errors_are_clear(folder: Path, arguments: list[str], code: int, said: str) -> None:
    result = report(*(folder if each == "OUT" else each for each in arguments))
    assert result.exit_code == code
    assert said in result.stderr


def test_a_large_data_set_is_cut_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "LISTED", 20)
    monkeypatch.setattr(coverage, "LISTED", 20)
    pages = [
        announcement(f"{number}.txt", f"{2021 + number % 3}-0{1 + number % 9}-11", f"No. {number} Primary School")
        for number in range(1, 61)
    ]
    folder = put(tmp_path / "out", *pages)
    page = page_of(folder, tmp_path / "page.html")
    assert "of 60 groups" in section(page, "groups")
    assert "and 40 more, see the export" in rows_at(page, "groups-unknown-1")
    assert 20 <= len(page.select("tr[id^=document-]")) < 60
    places = {str(a["href"]).removeprefix("#") for a in page.find_all("a") if str(a["href"]).startswith("#")}
    assert places <= {str(tag["id"]) for tag in page.find_all(id=True)}, "what is cut is led to by nothing"
