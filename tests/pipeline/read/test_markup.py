"""The tree of a page: what stands in it, which of it a reader sees, and how much each element holds."""

from __future__ import annotations

import warnings

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from hypothesis import given

from pipeline.read.markup import Element, Markup
from pipeline.read.tree import Page
from tests.pipeline.read.test_properties import MARKUP

Nodes = list[object]
"""Strings, and pairs of an element's name and its nodes."""


def nodes(element: Element) -> Nodes:
    """What stands below an element, but for white space alone."""
    contents = element.contents
    return [each if isinstance(each, str) else (each.name, nodes(each)) for each in contents if _says(each)]


def nodes_of_soup(tag: Tag) -> Nodes:
    """The same of BeautifulSoup's tree."""
    found: Nodes = []
    for each in tag.contents:
        if isinstance(each, Tag):
            found.append((each.name, nodes_of_soup(each)))
        elif isinstance(each, NavigableString) and not isinstance(each, PreformattedString) and _says(each):
            found.append(str(each))
    return found


def _says(node: object) -> bool:
    return not isinstance(node, str) or not node.isspace()


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>one<!-- and -->two", [("p", ["one", "two"])]),
        ("<p>A &amp; B&nbsp;C", [("p", ["A & B\u00a0C"])]),
        ("<p>one<p>two<br>three", [("p", ["one"]), ("p", ["two", ("br", []), "three"])]),
        ("<ul><li>one<li>two", [("ul", [("li", ["one"]), ("li", ["two"])])]),
        ("<script>if (1 < 2) {}</script>x", [("script", ["if (1 < 2) {}"]), "x"]),
    ],
)
def test_strings_and_elements_stand_in_their_order(markup: str, found: Nodes) -> None:
    body = Markup(f"<body>{markup}").first("body")
    assert body is not None
    assert nodes(body) == found


@given(MARKUP)
def test_the_tree_is_the_one_that_beautifulsoup_makes(markup: str) -> None:
    plain = markup.replace("\x00", "")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # 'looks like a file name', 'looks like XML'
        soup = BeautifulSoup(plain, "lxml")
    assert nodes(Markup(plain).root) == nodes_of_soup(soup)


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<p>a<p hidden>b<p style='display: none'>c<p hidden=until-found>d", ["p", "p"]),
        ("<div style='visibility:hidden'><p>All of the text.</div><nav>Menu</nav>", ["div", "p", "nav"]),
        ("<div style='display:none'><p>Menu</div><p>Most of the text.", ["p"]),
        ("<p><ruby>学<rt><b>xué</b></rt></ruby><button>x</button>", ["p", "ruby"]),
        ("<o:p>x</o:p><svg><a>y</a></svg><template><p>z</template><b>w", ["b"]),
        ("<p>a</body><p>b</html><div>c", ["p", "p", "div"]),
    ],
)
def test_visible_elements_are_those_that_a_reader_sees(markup: str, seen: list[str]) -> None:
    page = Page(f"<body>{markup}", "a.html")
    assert [element.name for element in page.below(page.body)] == seen


def test_an_element_holds_the_text_and_links_of_all_below_it() -> None:
    page = Page("<body><div>To <p>all of <a href=x>the schools</a><p>here</div><p hidden><a>No</a>", "a.html")
    (div,), (first, _) = page.named(page.body, "div"), page.named(page.body, "p")
    assert (div.text, div.own, div.linked, div.links, div.prose) == (21, 2, 10, 1, 11)
    assert (first.text, first.own, page.count(div, "p"), page.count(first, "p")) == (15, 15, 2, 1)
    assert [page.count(page.body, name) for name in ("p", "a", "h1")] == [2, 1, 0]


@pytest.mark.parametrize(
    ("markup", "paths"),
    [
        ("<div><p>a</div><div>b<p>c</div>", ["/html/body/div[1]/p", "/html/body/div[2]/p"]),
        ("<div><p>a<b>and</b><p>b</div>", ["/html/body/div/p[1]", "/html/body/div/p[2]"]),
        ("<p>a</body><p>b</html><p>c", ["/html[1]/body/p[1]", "/html[1]/body/p[2]", "/html[1]/body/p[3]"]),
        ("<p hidden>a<p>b", ["/html/body/p[2]"]),
    ],
)
def test_a_path_counts_elements_of_one_name_under_one_parent(markup: str, paths: list[str]) -> None:
    page = Page(f"<body>{markup}", "a.html")
    assert [page.path(element) for element in page.named(page.body, "p")] == paths
