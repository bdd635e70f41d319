"""``--relevant-only``: nothing with a group or a policy is lost, the rest is passed over and said to be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from pipeline import closing
from pipeline.errors import InputError, LexiconError
from pipeline.inputs import MEDIA_TYPES, Input
from pipeline.outcome import LeftOutFor
from pipeline.read import read
from pipeline.relevant import reader
from pipeline.run import Settings, run
from pipeline.steps import IRRELEVANT, Irrelevant
from pipeline.store.verify import findings

CORPUS = Path(__file__).parents[2] / "corpus"
READ = reader(None, relevant_only=True)
GROUP = "Anbu Primary School Education Group has five schools. It was set up in May 2022."
OTHER = "The Rovers won 3-1 on Saturday, and a group of 40 fans stayed to sing in the rain until the gates were shut."


def with_gold(*languages: str) -> Iterator[Path]:
    """The documents of the corpus, held-out ones too, whose gold has a group or a policy."""
    for folder in (CORPUS, CORPUS / "held-out"):
        for language in languages:
            gold = {
                path.stem: json.loads(path.read_text("utf-8")) for path in (folder / "gold" / language).glob("*.json")
            }
            for path in sorted((folder / language).glob("*.*")):
                if path.stem in gold and (gold[path.stem]["groups"] or gold[path.stem]["policies"]):
                    yield path


def page(text: str) -> bytes:
    """A text as a page on which tags stand inside words and lines are broken anywhere."""
    lines = (escape(line) for line in text.splitlines() if line.strip())
    marked = "".join(
        f"<p>{line[:7]}<b>{line[7:12]}</b>{line[12:].replace(' ', chr(10) + ' ', 3)}</p>\n" for line in lines
    )
    return f"<html><head><title>News</title></head><body><article>{marked}</article></body></html>".encode()


def is_passed_over(source: Input) -> bool:
    """Whether a document is passed over."""
    try:
        READ(source)
    except Irrelevant:
        return True
    return False


def test_no_document_with_a_group_or_a_policy_is_passed_over() -> None:
    documents = [Input(path.name, path.read_bytes(), MEDIA_TYPES[path.suffix]) for path in with_gold("en", "zh")]
    assert len(documents) > 150
    lost = [source.source for source in documents if is_passed_over(source)]
    assert len(lost) <= 0.01 * len(documents), lost


def test_none_is_passed_over_as_a_page() -> None:
    texts = [path for path in with_gold("en", "zh") if path.suffix == ".txt"]
    may_speak = getattr(READ, "may_speak")  # noqa: B009
    lost = [
        path.name
        for path in texts
        if not may_speak(Input("a.html", page(path.read_text("utf-8-sig")), "text/html", "utf-8"))
    ]
    assert len(lost) <= 0.01 * len(texts), lost


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (OTHER.encode(), "text/plain"),
        ((OTHER * 9).encode(), "text/plain"),
        (page(OTHER), "text/html"),
        (page("\n".join([OTHER] * 9)), "text/html"),
        ("东关小学举行运动会，全校师生参加。".encode("gb18030"), "text/plain"),
        (
            page("\n".join([OTHER] * 9)).replace(b"<article>", b"<nav><a href='/a'>" + GROUP.encode() + b"</a></nav>"),
            "text/html",
        ),
    ],
)
def test_what_is_about_something_else_is_passed_over(data: bytes, media_type: str) -> None:
    with pytest.raises(Irrelevant):
        READ(Input("a", data, media_type))


def test_a_page_whose_furniture_alone_has_a_cue_is_passed_over_once_it_is_read() -> None:
    below = f"<footer class='footer'><p>About us: {GROUP}</p></footer></body>"
    source = Input("a.html", page("\n".join([OTHER] * 9)).replace(b"</body>", below.encode()), "text/html", "utf-8")
    assert getattr(READ, "may_speak")(source)  # noqa: B009
    assert "Anbu" not in read(source).document.text
    assert is_passed_over(source)


@pytest.mark.parametrize(
    "markup",
    [
        "<title>404 Not Found</title><h1>404 Not Found</h1><p>Nothing here.",
        "<title>Log in</title><h1>Log in</h1><form><input type=password></form>",
        "<div id=app></div><script>load()</script>",
    ],
)
def test_a_page_that_is_no_article_is_still_said_to_be_that(markup: str) -> None:
    with pytest.raises(InputError):
        READ(Input("a.html", markup.encode(), "text/html"))


def test_a_run_says_what_it_passed_over(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(GROUP)
    (tmp_path / "in" / "b.txt").write_text(OTHER)
    (tmp_path / "in" / "c.html").write_bytes(page("\n".join([OTHER] * 9)))
    outcome = run([str(tmp_path / "in")], tmp_path / "out", Settings(relevant_only=True))
    assert [source for source, _ in outcome.rows] == ["a.txt"]
    assert outcome.left_out == {IRRELEVANT: LeftOutFor(2, ["b.txt", "c.html"])}
    assert outcome.exit_code == 0
    assert list(closing.troubles(outcome)) == [
        "left out: b.txt, c.html: no word of a group or a policy (--relevant-only)"
    ]
    assert "1 document, " in closing.last_line(outcome, Path("out"))
    assert ", 2 passed over: out" in closing.last_line(outcome, Path("out"))
    seal = json.loads((tmp_path / "out" / "run.json").read_text())
    assert seal["settings"]["relevant_only"] is True
    assert [left["input"] for left in seal["left_out"]] == ["b.txt", "c.html"]
    assert list(findings(tmp_path / "out")) == []


def test_what_is_kept_is_as_without_the_option(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GROUP)
    for name, settings in (("all", Settings()), ("some", Settings(relevant_only=True))):
        run([str(tmp_path / "a.txt")], tmp_path / name, settings)
    for name in ("documents.jsonl", "records.jsonl"):
        assert (tmp_path / "all" / name).read_bytes() == (tmp_path / "some" / name).read_bytes()


def test_when_all_is_passed_over_the_former_data_set_stays(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(OTHER)
    outcome = run([str(tmp_path / "b.txt")], tmp_path / "out", Settings(relevant_only=True))
    assert not outcome.published
    assert closing.last_line(outcome, Path("out")) == "nothing speaks of a group or a policy; out is as it was"


def test_without_the_option_nothing_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(OTHER)
    assert run([str(tmp_path / "b.txt")], tmp_path / "out", Settings()).left_out == {}


def test_the_words_of_the_users_lexicon_count(tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text('group = ["learning hub"]', encoding="utf-8")
    source = Input("a.txt", b"The Dahe Learning Hub opened.", "text/plain")
    assert is_passed_over(source)
    assert reader(words, relevant_only=True)(source).document.text.startswith("The Dahe")
    with pytest.raises(LexiconError):
        reader(tmp_path / "none.toml", relevant_only=True)


def test_an_attachment_is_told_once_it_is_read() -> None:
    path = CORPUS / "en" / "attached-luoping-notice.docx"
    assert not is_passed_over(Input(path.name, path.read_bytes(), MEDIA_TYPES[".docx"]))
