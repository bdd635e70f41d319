"""The page about source lists and the example: every key is explained, every kind is shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from pipeline.errors import SourceListError
from pipeline.sources import Source, read_sources
from pipeline.sources.source import KINDS_OF_KEY, Kind

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "corpus" / "sources.toml"
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", Source.model_fields)
def test_every_key_has_its_row(key: str) -> None:
    row = re.search(rf"^\| `{key}` \| ([^|]+) \| [^|]{{10,}} \| ([^|]*)\|$", PAGE, re.MULTILINE)
    assert row, f"docs/sources.md has no row for {key}"
    kinds = KINDS_OF_KEY.get(key, get_args(Kind))
    words = {"all": get_args(Kind), "all but page": tuple(kind for kind in get_args(Kind) if kind != "page")}
    assert words.get(row[1], tuple(row[1].split(", "))) == kinds


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_is_explained(kind: str) -> None:
    assert re.search(rf"^\| `{kind}` \| ", PAGE, re.MULTILINE)


def test_the_block_on_the_page_is_a_source_list(tmp_path: Path) -> None:
    block = re.search(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    assert block
    path = tmp_path / "sources.toml"
    path.write_text(block[1], encoding="utf-8")
    assert [source.name for source in read_sources(path)] == ["bay-news"]


@pytest.mark.parametrize(("right", "wrong"), [("include =", "inclde ="), ('"/education/"', '"/edu("')])
def test_the_messages_on_the_page_are_what_is_said(tmp_path: Path, right: str, wrong: str) -> None:
    shown = [line for line in PAGE.splitlines() if line.startswith("sources.toml: ")]
    path = tmp_path / "sources.toml"
    head = '[[source]]\nname = "bay-news"\nkind = "feed"\nurl = "https://news.example.org/rss.xml"\nlanguage = "en"\n'
    comments = "" if right == "include =" else "\n\n"
    path.write_text(head + comments + 'include = ["/education/"]\n'.replace(right, wrong), encoding="utf-8")
    with pytest.raises(SourceListError) as caught:
        read_sources(path)
    assert str(caught.value).removeprefix(f"{tmp_path}/") in shown


def test_the_example_works_without_a_network() -> None:
    for source in read_sources(EXAMPLE):
        assert source.kind == "folder"
        assert source.path is not None
        assert list(source.path.glob("*.txt"))


def test_the_example_shows_every_kind_and_every_key(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(re.sub(r"^#(?=\S)", "", EXAMPLE.read_text("utf-8"), flags=re.MULTILINE), encoding="utf-8")
    sources = read_sources(path)
    assert {source.kind for source in sources} == set(get_args(Kind))
    assert {key for source in sources for key in source.model_fields_set} == set(Source.model_fields)
