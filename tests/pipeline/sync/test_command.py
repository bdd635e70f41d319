"""``communique sync`` and ``communique sources check`` as a user meets them: words, exit codes, what is left behind."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.store.lock import locked
from pipeline.store.state import STATE, State
from tests.pipeline.sync.site import Answer, Host, article, feed, listing


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.delenv("COMMUNIQUE_CONTACT", raising=False)


def block(name: str, kind: str, url: str, **facts: str) -> str:
    """A block of a source list; facts are written as TOML values."""
    more = "".join(f"{key} = {value}\n" for key, value in facts.items())
    return f'[[source]]\nname = "{name}"\nkind = "{kind}"\nurl = "{url}"\nallow_private = true\ndelay = 0.0\n{more}\n'


@pytest.fixture
def sources(one: Host, tmp_path: Path) -> Path:
    """A listing of two pages and a feed of one."""
    dated = (
        '<ul><li><a href="/anbu.html">Anbu</a> 2026-10-30</li><li><a href="/binhe.html">Binhe</a> 2020-01-02</li></ul>'
    )
    one.routes |= {f"/{name}.html": Answer(article(name.title())) for name in ("anbu", "binhe", "caiyuan")}
    one.routes |= {"/news/": Answer(f"<html><body>{dated}</body></html>"), "/rss": feed("/caiyuan.html")}
    path = tmp_path / "sources.toml"
    path.write_text(
        block("news", "listing", one.url("/news/")) + block("feed", "feed", one.url("/rss")), encoding="utf-8"
    )
    return path


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder and the digest of its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_sync_ends_with_one_line(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = invoke("sync", sources, "-o", out)
    assert done.exit_code == 0
    assert done.stderr == ""
    (line,) = done.stdout.splitlines()
    assert line.startswith("2 sources, 3 new, 0 changed, ")
    assert f": {out} holds 3 documents, " in line
    assert invoke("verify", out).stdout == f"{out}: sound\n"
    assert invoke("sync", sources, "-o", out).stdout.startswith("2 sources, 0 new, 0 changed, 0 records: ")


def test_it_runs_as_a_program_of_its_own(sources: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "sync", str(sources), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 sources, 3 new, 0 changed, ")


def test_what_failed_is_told_line_by_line(one: Host, sources: Path, tmp_path: Path) -> None:
    one.routes |= {"/news/": Answer(listing("/anbu.html", "/no.html", "/gone.html")), "/rss": Answer("", 404)}
    one.routes["/no.html"] = Answer("", 403)
    one.routes["/robots.txt"] = Answer("User-agent: *\nDisallow: /anbu", kind="text/plain")
    done = invoke("sync", sources, "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert sorted(line.partition(";")[0] for line in done.stderr.splitlines()) == [
        f"failed: {one.url('/no.html')}: answered 403 Forbidden",
        f"failed: source feed: {one.url('/rss')}: answered 404 Not Found",
        f"left out: {one.url('/anbu.html')}: its site's robots.txt does not allow it",
    ]
    (line,) = done.stdout.splitlines()
    assert line.startswith("2 sources, 0 new, 0 changed, 1 gone, 2 failed (source feed: ")
    assert line.endswith(f"{tmp_path / 'out'} holds no document yet")


@pytest.mark.parametrize(
    ("options", "taken"),
    [
        (["--limit", "1"], {"anbu"}),
        (["--limit", "0"], set()),
        (["--since", "2026-01-01"], {"anbu", "caiyuan"}),
        (["--only", "feed"], {"caiyuan"}),
        (["--only", "feed", "--only", "news"], {"anbu", "binhe", "caiyuan"}),
    ],
)
def test_options_limit_what_is_taken_in(
    one: Host, sources: Path, tmp_path: Path, options: list[str], taken: set[str]
) -> None:
    assert invoke("sync", sources, "-o", tmp_path / "out", *options).exit_code == 0
    assert {path for path in one.paths if path.endswith(".html")} == {f"/{name}.html" for name in taken}


def test_a_later_sync_takes_in_what_since_left_out(one: Host, sources: Path, tmp_path: Path) -> None:
    invoke("sync", sources, "-o", tmp_path / "out", "--since", "2026-01-01")
    assert invoke("sync", sources, "-o", tmp_path / "out").stdout.startswith("2 sources, 1 new, ")


def test_a_dry_run_names_what_is_due_and_leaves_nothing(one: Host, sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = invoke("sync", sources, "-o", out, "--dry-run")
    assert (done.exit_code, out.exists()) == (0, False)
    assert done.stdout.splitlines()[-4:] == [
        "3 pages to fetch",
        *(f"    {one.url(f'/{name}.html')}" for name in ("anbu", "binhe", "caiyuan")),
    ]
    assert one.paths == ["/robots.txt", "/news/", "/rss"]
    invoke("sync", sources, "-o", out, "--only", "feed")
    before = contents(out)
    done = invoke("sync", sources, "-o", out, "--dry-run", "--limit", "1")
    assert done.stdout.splitlines()[-2:] == ["1 page to fetch", f"    {one.url('/anbu.html')}"]
    assert contents(out) == before


def test_a_dry_run_beside_a_running_sync_sees_what_that_has_noted(one: Host, sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    invoke("sync", sources, "-o", out, "--only", "feed")
    state = State(out / STATE)
    try:
        state.change(one.url("/caiyuan.html"), due="2000-01-01T00:00:00Z")
        done = invoke("sync", sources, "-o", out, "--only", "feed", "--dry-run")
    finally:
        state.close()
    assert done.stdout.splitlines()[-2:] == ["1 page to fetch", f"    {one.url('/caiyuan.html')}"]


def test_check_says_what_each_source_would_take_in(one: Host, sources: Path) -> None:
    before = contents(sources.parent)
    one.routes["/rss"] = Answer("<html></html>")
    done = invoke("sources", "check", sources)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:3] == [
        "news (listing): 2 pages",
        f"    2026-10-30  {one.url('/anbu.html')}  Anbu",
        f"    2020-01-02  {one.url('/binhe.html')}  Binhe",
    ]
    assert done.stdout.splitlines()[3].startswith(f"feed (feed): failed: {one.url('/rss')}: is a web page, not a feed")
    assert invoke("sources", "check", sources, "--only", "news").exit_code == 0
    assert contents(sources.parent) == before


def test_a_folder_that_another_run_holds_ends_with_4(one: Host, sources: Path, tmp_path: Path) -> None:
    with locked(tmp_path / "out"):
        done = invoke("sync", sources, "-o", tmp_path / "out")
    assert done.exit_code == 4
    assert "another run (process " in done.stderr
    assert one.paths == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sync", "missing.toml"], "missing.toml: no such file"),
        (["sync", "{sources}", "--only", "nobody"], "nobody: no source has this name; known are feed, news"),
        (["sync", "{sources}", "--since", "yesterday"], "yesterday"),
        (["sync", "{sources}", "--limit", "-1"], "greater than or equal to 0"),
        (["sources", "check", "missing.toml"], "missing.toml: no such file"),
        (["sources", "check", "{sources}", "--only", "nobody"], "nobody: no source has this name"),
    ],
)
def test_wrong_words_end_with_2(sources: Path, tmp_path: Path, arguments: list[str], words: str) -> None:
    filled = [argument.format(sources=sources) for argument in arguments]
    done = invoke(*filled, *(("-o", tmp_path / "out") if arguments[0] == "sync" else ()))
    assert (done.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert words in done.stderr


def test_the_contact_may_come_from_the_environment(
    one: Host, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_CONTACT", "desk@example.org")
    invoke("sync", sources, "-o", tmp_path / "out")
    assert {"desk@example.org" in asked.headers["user-agent"] for asked in one.log} == {True}


def test_a_folder_is_a_source_too(tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "anbu.html").write_text(article("Anbu"), encoding="utf-8")
    sources = tmp_path / "sources.toml"
    sources.write_text('[[source]]\nname = "saved"\nkind = "folder"\npath = "saved"\n', encoding="utf-8")
    for words in ("1 source, 1 new, 0 changed, ", "1 source, 0 new, 0 changed, "):
        assert invoke("sync", sources, "-o", tmp_path / "out").stdout.startswith(words)
    (tmp_path / "saved" / "anbu.html").write_text(article("Anbu", members="Haibin School"), encoding="utf-8")
    assert invoke("sync", sources, "-o", tmp_path / "out").stdout.startswith("1 source, 0 new, 1 changed, ")


def test_a_folder_and_an_archive_are_looked_into_by_check(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("a.txt", "b.txt", "c.png", "empty.html"):
        (texts / name).write_text(
            "" if name == "empty.html" else f"Meeting {name}\nThe 12 schools met on 3 June 2021.\n"
        )
    listed = tmp_path / "sources.toml"
    listed.write_text(
        "[[source]]\nname = 'saved'\nkind = 'folder'\npath = 'texts'\nexclude = ['b']\n"
        "[[source]]\nname = 'crawl'\nkind = 'warc'\npath = 'none.warc.gz'\n"
    )
    done = invoke("sources", "check", listed)
    assert done.exit_code == 1
    first, *others = done.stdout.splitlines()
    assert first.startswith("saved (folder): failed: ")
    assert others[0] == "    a.txt"
    assert others[1] == "    left out: 1, its address has the pattern 'b' of exclude"
    assert others[2].startswith("    left out: 1, files of kind .png are not read")
    assert others[3].startswith("crawl (warc): failed: ")
    assert not list(tmp_path.glob("outputs*"))
