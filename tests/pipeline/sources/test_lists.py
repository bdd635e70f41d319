"""Source lists: what is read, and what is refused with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import SourceListError
from pipeline.sources import read_sources

FULL = """\
# Where news come from.
[[source]]
name = "bay-news"   # as it is shown
kind = "feed"
url = "https://news.example.org/rss.xml"
language = "en"
include = [
    "/education/",  # a [bracket] in a comment
    '\\d{4}/\\d{2}',
]
exclude = ["/video/"]
keywords = ["education group", "教育集团"]
since = 2024-09-01
delay = 5
revisit = [1, 7, 30.5]

[[source]]
name = "notices"
kind = "listing"
url = "https://www.example.org/notices/index{_n}.html"
link = "ul.news a"
pages = 3
allow_private = true
attachments = false

[[source]]
name = "saved"
kind = "folder"
path = "pages"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def refusal(folder: Path, text: str) -> str:
    """What is said of a list, after the name of its file."""
    path = written(folder, text)
    with pytest.raises(SourceListError) as caught:
        read_sources(path)
    return str(caught.value).removeprefix(f"{path}: ")


def test_a_list_with_everything_in_it(tmp_path: Path) -> None:
    feed, listing, folder = read_sources(written(tmp_path, FULL))
    assert (feed.name, feed.kind, feed.url) == ("bay-news", "feed", "https://news.example.org/rss.xml")
    assert (feed.language, feed.include, feed.exclude) == ("en", ("/education/", r"\d{4}/\d{2}"), ("/video/",))
    assert (feed.keywords, feed.since) == (("education group", "教育集团"), date(2024, 9, 1))
    assert (feed.delay, feed.revisit, feed.allow_private, feed.attachments) == (5.0, (1.0, 7.0, 30.5), False, True)
    assert (listing.link, listing.next, listing.pages) == ("ul.news a", None, 3)
    assert (listing.delay, listing.allow_private, listing.attachments) == (2.0, True, False)
    assert folder.path == tmp_path / "pages"


@pytest.mark.parametrize("text", [FULL.replace("\n", "\r\n"), "\ufeff" + FULL])
def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path, text: str) -> None:
    assert [source.name for source in read_sources(written(tmp_path, text))] == ["bay-news", "notices", "saved"]


@pytest.mark.parametrize(
    ("replaced", "by", "said"),
    [
        ("delay = 5", "delya = 5", "line 14: source 'bay-news': unknown key 'delya'; did you mean 'delay'?"),
        ("delay = 5", "zebra = 5", "line 14: source 'bay-news': unknown key 'zebra'; known are name, kind,"),
        ("delay = 5", "delay = -1", "line 14: source 'bay-news': delay is not valid: input should be greater than"),
        ("delay = 5", "delay = '5'", "line 14: source 'bay-news': delay is no number; write one, without quotes"),
        ("delay = 5", "delay = true", "line 14: source 'bay-news': delay is no number"),
        ("delay = 5", "delay = inf", "line 14: source 'bay-news': delay is no number of seconds"),
        ('"/education/"', '"/edu("', r"line 8: source 'bay-news': include '/edu(' is no pattern (missing ), unter"),
        ('"/education/"', '"[[a]"', "line 8: source 'bay-news': include '[[a]' is no pattern (Possible nested set"),
        ("'\\d{4}/\\d{2}'", "'[a-'", "line 9: source 'bay-news': include '[a-' is no pattern (unterminated"),
        ('["/video/"]', '"/video/"', "line 11: source 'bay-news': exclude is no list; write it in brackets"),
        ('["/video/"]', '["a", 3]', "line 11: source 'bay-news': exclude is no text; put it in quotes"),
        ('["/video/"]', '[""]', "line 11: source 'bay-news': exclude is empty; write it, or leave the key out"),
        ("2024-09-01", "20240901", "line 13: source 'bay-news': since is no day; write it as 2024-09-01"),
        ("2024-09-01", '"last year"', "line 13: source 'bay-news': since is no day"),
        ("2024-09-01", "2024-09-01T08:00:00", "line 13: source 'bay-news': since is no day"),
        ("[1, 7, 30.5]", "[7, 1]", "line 15: source 'bay-news': revisit has days that do not rise"),
        ("[1, 7, 30.5]", "0", "line 15: source 'bay-news': revisit is no number of days; write 7, or [1, 7, 30]"),
        ("[1, 7, 30.5]", "[]", "line 15: source 'bay-news': revisit is no number of days"),
        ('"en"', '"English"', "line 6: source 'bay-news': language 'English' is no language; write a code"),
        ('"feed"', '"rss"', "line 4: source 'bay-news': kind 'rss' is unknown; write one of feed, sitemap,"),
        ('"feed"', '"feeds"', "line 4: source 'bay-news': kind 'feeds' is unknown; did you mean 'feed'?"),
        ("https://news", "ftp://news", "line 5: source 'bay-news': url is no http or https address; write one"),
        ("https://news", "news", "line 5: source 'bay-news': url is no http or https address"),
        ("news.example.org/", "news.example.org:99999/", "line 5: source 'bay-news': url is no valid address"),
        ("rss.xml", "{n}.xml", "line 5: source 'bay-news': url counts pages with {n}, as only a listing"),
        ('"bay-news"', '"Bay News"', "line 3: source 'Bay News': name is no name; use small letters"),
        ('"bay-news"', '"../x"', "line 3: source '../x': name is no name"),
        ('name = "bay-news"', "", "line 2: source 'number 1': name is missing; add it"),
        ('url = "https://news.example.org/rss.xml"', "", "line 4: source 'bay-news': kind 'feed' needs url; add it"),
        ('"notices"', '"bay-news"', "line 18: source 'bay-news': is the second of this name"),
        ('"ul.news a"', '"ul..news"', "line 21: source 'notices': link 'ul..news' is no CSS selector (Malformed"),
        ('"ul.news a"', '"a:nosuch"', "line 21: source 'notices': link 'a:nosuch' is no CSS selector ("),
        ('"ul.news a"', '""', "line 21: source 'notices': link is empty; write it, or leave the key out"),
        ("pages = 3", "pages = 0", "line 22: source 'notices': pages is not valid: input should be greater than"),
        ("pages = 3", "", "line 20: source 'notices': url counts its pages with {n}; say how many there are"),
        ("{_n}", "", "line 22: source 'notices': pages is more than 1, and nothing leads to a second"),
        ("true", "'yes'", "line 23: source 'notices': allow_private is neither true nor false"),
        ('path = "pages"', 'url = "https://a.org"', "line 29: source 'saved': url does not belong to kind 'folder'"),
        ('path = "pages"', "", "line 28: source 'saved': kind 'folder' needs path; add it"),
        ('path = "pages"', "path = 3", "line 29: source 'saved': path is no path; put it in quotes"),
        (
            'path = "pages"',
            'path = "p"\nlink = "a"',
            "line 30: source 'saved': link does not belong to kind 'folder' but",
        ),
        ("[[source]]", "[source]", "line 26: is not TOML"),
        ('path = "pages"', 'path = "pages', "line 29: is not TOML"),
        ("# Where", "sources = 1 # Where", "line 1: unknown key 'sources' outside of the sources; a source list has"),
        ('path = "pages"', "[source.head]\na = 1", "line 29: source 'saved': unknown key 'head'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, replaced: str, by: str, said: str) -> None:
    assert FULL.count(replaced)
    text = (
        by.join(FULL.rsplit(replaced, 1)) if replaced in ("[[source]]", '"notices"') else FULL.replace(replaced, by, 1)
    )
    assert refusal(tmp_path, text).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: names no source; add a block that begins with [[source]]"),
        ("# nothing yet\n", "line 1: names no source"),
        ("\n[source]\nname = 'a'\n", "line 2: source is one table; write [[source]] with two brackets"),
        ("\n\nsource = [{name = 'a', kind = 'page', url = 'x'}]", "line 3: source 'a': url is no http or https"),
        ("[[source]]\nname = '''a\nb\n'''\nkind = 'page'\nurll = 1", "line 2: source 'a\\nb\\n': name is no name"),
        (
            "[[source]]\nname = 'a'\nkind = 'page'\nlanguage = \"\"\"\nurl = 3 # [ \"\"\"\nurl = 'x'",
            "line 4: source 'a': language",
        ),
        (
            "[[source]]\nname = 'a'\nkind = 'page'\n[[source.x]]\ny = 1\n[[source]]",
            "line 4: source 'a': unknown key 'x'",
        ),
        ("[[source]] # [\nname = 'a' # \"\nkind = 'page'\nurl = 'x'", "line 4: source 'a': url is no http"),
        (" [[ 'source' ]]\nname = 'a'\nkind.of = 'page'\nurl = 'x'", "line 3: source 'a': kind"),
        ("[[source]]\nname = 'a'\nkind = 'page'\ninclude = [[\n'x']]", "line 5: source 'a': include is no text"),
        ("[[source]]\n\"na\\u006de\" = 'a'\nkind = 'page'\nurl = 'x'\n", "line 4: source 'a': url is no http"),
    ],
)
def test_lists_out_of_the_ordinary(tmp_path: Path, text: str, said: str) -> None:
    assert refusal(tmp_path, text).startswith(said)


@pytest.mark.parametrize(
    "url", ["https://reader:s3cret@example.org/", "ftp://reader:s3cret@example.org/", "//s3cret@x"]
)
def test_a_password_in_an_address_is_not_repeated(tmp_path: Path, url: str) -> None:
    said = refusal(tmp_path, f'[[source]]\nname = "a"\nkind = "page"\nurl = "{url}"\n')
    assert said.startswith("line 4: source 'a': url has a user name or password in it; leave them out")
    assert "s3cret" not in said


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(SourceListError, match=r"no-list.toml: no such file; name a source list"):
        read_sources(tmp_path / "no-list.toml")
    with pytest.raises(SourceListError, match=r"cannot be read \(Is a directory\)"):
        read_sources(tmp_path)
    path = tmp_path / "gb.toml"
    path.write_bytes("# ok\n# 来源".encode("gb18030"))
    with pytest.raises(SourceListError, match=r"gb.toml: line 2: is not UTF-8; save"):
        read_sources(path)
