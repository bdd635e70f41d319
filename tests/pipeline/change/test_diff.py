"""``communique diff`` as its users meet it: on the terminal, as JSON Lines, as a page; and what goes wrong."""

from __future__ import annotations

import base64
import json
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from typer.testing import CliRunner, Result

from pipeline.change.changes import LINE
from pipeline.cli import app
from pipeline.records import Document
from tests.pipeline import build
from tests.pipeline.disk import full_disk
from tests.pipeline.store.harm import change

PAGE = "https://www.example.org/a.html"
EVIL = "<script>alert(1)</script> \"onload='x' {{ 7 * 7 }} [bold] \u202eevil\x1b[2J & co"


def diff(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["diff", *map(str, arguments)])


def version(number: int, title: str | None = "Anbu signs up") -> Document:
    text = build.TEXT.replace("The 69", f"The {number} + 69")
    return build.document("a.txt", text, url=PAGE).model_copy(update={"title": title})


@pytest.fixture
def sets(tmp_path: Path) -> tuple[Path, Path]:
    """In the later set a title is another, a document came, one went, and a member of a group is gone."""
    old, new = version(1), version(1, title=EVIL)
    group = build.records(new)[0]
    fewer = group.model_copy(update={"members": group.members[:1]})  # type: ignore[union-attr]
    gone, came = build.document("gone.txt"), build.document("came.txt", url="javascript:alert(1)")
    evil = build.document("evil.txt", f"{EVIL}\nThe {EVIL} Group")
    named = build.group(evil, f"{EVIL} Group", behind=len(EVIL))
    pages = (
        [build.done(old), build.done(gone), build.done(evil, [])],
        [build.done(new, [fewer, *build.records(new)[1:]]), build.done(came), build.done(evil, [named])],
    )
    for name, done in zip(("old", "new"), pages, strict=True):
        build.publish(done, tmp_path / name)
    return tmp_path / "old", tmp_path / "new"


def test_the_terminal_tells_changes_by_document(sets: tuple[Path, Path]) -> None:
    result = diff(*sets)
    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines[0].endswith(" · a.txt · other facts")
    assert lines[1].startswith("  ~ title: Anbu signs up → <script>alert(1)</script>")
    assert lines[2].split() == "~ group Anbu Primary School Education Group".split()
    assert lines[3].split() == "- members No. 2 Primary School".split()
    assert lines[4].strip() == "was: Its members are Yaode Primary School and [No. 2 Primary School] 🎉."
    assert "Anbu signs up · came.txt · new document with 1 group, 1 official, 1 date, 1 count, 1 policy" in lines
    assert "Anbu signs up · gone.txt · document gone with 1 group, 1 official, 1 date, 1 count, 1 policy" in lines
    assert lines[-1] == "documents: 1 added, 1 gone, 1 changed; records: 6 added, 5 gone, 1 changed"
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_the_same_data_set_has_no_differences(sets: tuple[Path, Path], tmp_path: Path) -> None:
    result = diff(sets[0], sets[0])
    assert (result.exit_code, result.stdout) == (0, "no differences\n")
    result = diff(sets[0], sets[0], "--to", tmp_path / "page.html")
    assert (result.exit_code, result.stdout) == (0, "no differences\n")
    assert "There are no differences." in (tmp_path / "page.html").read_text("utf-8")


def test_json_lines_can_be_read_back_and_end_in_their_sum(sets: tuple[Path, Path]) -> None:
    result = diff(*sets, "--json")
    lines = result.stdout.splitlines()
    parsed = [LINE.validate_json(line) for line in lines]
    assert [each.what for each in parsed].count("document") == 3
    assert list(json.loads(lines[0]))[:3] == ["what", "change", "document"]
    last = json.loads(lines[-1])
    assert last["what"] == "summary"
    assert last["fields"] == {"added": 0, "gone": 1, "changed": 0}
    assert last["before"]["files"] == json.loads((sets[0] / "run.json").read_text("utf-8"))["files"]


def page_of(sets: tuple[Path, Path], path: Path) -> BeautifulSoup:
    assert diff(*sets, "--to", path).exit_code == 0
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


def test_the_page_shows_every_change_and_runs_nothing(sets: tuple[Path, Path], tmp_path: Path) -> None:
    page = page_of(sets, tmp_path / "page.html")
    assert [page.find_all(name) for name in ("script", "img", "link", "iframe", "form", "base")] == [[]] * 6
    assert not [
        tag for tag in page.find_all(True) if any(name.startswith("on") or name == "style" for name in tag.attrs)
    ]
    assert {str(a["href"]).partition("#")[0] for a in page.find_all("a")} == {PAGE}
    assert len(page.find_all("section")) == 4
    tags = [[tag.get_text() for tag in part.h2.select(".tag")] for part in page.find_all("section") if part.h2]
    assert tags == [["other facts"], ["new document"], [], ["document gone"]]
    gone = next(article for article in page.find_all("article") if "No. 2 Primary School" in article.get_text())
    assert [mark.get_text() for mark in gone.find_all("mark")] == ["No. 2 Primary School"]
    text = page.get_text()
    assert "{{ 7 * 7 }}" in text
    assert r"\u202eevil\x1b[2J" in text
    assert "\u202e" not in text


def test_the_style_is_the_one_that_the_policy_of_the_page_allows(sets: tuple[Path, Path], tmp_path: Path) -> None:
    page = page_of(sets, tmp_path / "page.html")
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert isinstance(policy, Tag)
    assert page.style is not None
    digest = base64.b64encode(sha256(str(page.style.string).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in str(policy["content"])


def test_a_page_that_cannot_be_written_leaves_the_former_one(sets: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("the former one")

    with full_disk():
        result = diff(*sets, "--to", path)
    assert result.exit_code == 5
    assert (
        result.stderr
        == f"communique: {path}: cannot be written: No space left on device; free some space and run again\n"
    )
    assert path.read_text() == "the former one"
    assert {each.name for each in tmp_path.iterdir()} == {"old", "new", "page.html"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["OLD"], 2, ""),
        (["OLD", "nowhere"], 5, "nowhere: no such folder"),
        (["EMPTY", "NEW"], 5, "holds no data set (run.json is missing)"),
        (["OLD", "NEW", "--to", "nowhere/page.html"], 5, "cannot be written: No such file or directory"),
    ],
)
def test_errors_are_clear(sets: tuple[Path, Path], tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    (tmp_path / "empty").mkdir()
    named = {"OLD": sets[0], "NEW": sets[1], "EMPTY": tmp_path / "empty"}
    result = diff(*(named.get(each, each) for each in arguments))
    assert result.exit_code == code
    assert said in result.stderr


@pytest.mark.parametrize("damaged", [0, 1])
def test_a_damaged_data_set_is_told(sets: tuple[Path, Path], damaged: int) -> None:
    change("records.jsonl", "Li Na", "Li Nu")(sets[damaged])
    result = diff(*sets)
    assert result.exit_code == 5
    assert f"{sets[damaged]}: records.jsonl changed since the run" in result.stderr


KILLED = """
import os, signal, sys
from pipeline.change import page
from pipeline.cli import app
page.pieces = lambda _: os.kill(os.getpid(), signal.SIGKILL)
app(["diff", *sys.argv[1:]])
"""


def test_a_diff_that_is_killed_leaves_the_former_page(sets: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("the former one")
    command = [sys.executable, "-c", KILLED, *map(str, sets), "--to", str(path)]
    killed = subprocess.run(command, cwd=Path(__file__).parents[3], check=False)  # noqa: S603
    assert killed.returncode == -signal.SIGKILL
    assert path.read_text() == "the former one"
    assert diff(*sets, "--to", path).exit_code == 0
    assert {each.name for each in tmp_path.iterdir()} == {"old", "new", "page.html"}
