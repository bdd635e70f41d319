"""Whether a page holds one article, and if not, what it is: an error, a login, an empty shell, a list of links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.errors import UnreadableInput
from pipeline.inputs import shown
from pipeline.read.dates import find_day
from pipeline.read.furniture import Layout
from pipeline.read.lexicon import bare, page_words
from pipeline.read.markup import Element
from pipeline.read.passages import Judgement, Passage, is_sentence
from pipeline.read.tree import HEADINGS, Page

SHORT_PAGE = 600
"""An error page or a login has at most so many characters."""
SHELL = 40
"""What a script has not filled yet says at most so much: 'Loading …'."""
HEADLINE = re.compile(r"[㐀-鿿].{9,}|.{25,}")
MOST_HEADLINES = 0.7
"""The share of a page's text that is links when it is a list of them."""
FEWEST_LINKS, FEWEST_ARTICLES = 5, 3
ARTICLE_LENGTH = 200


def check(kept: Sequence[tuple[Passage, Judgement]], page: Page, layout: Layout, window_title: str, name: str) -> None:
    """Raises UnreadableInput with what the page is when it is no article."""
    body = [passage for passage, judgement in kept if judgement.role == "body"]
    length = sum(len(passage.text) for passage in body)
    problem, remedy = _problem(kept, body, length, page, layout, window_title)
    if problem:
        raise UnreadableInput(shown(name), problem, remedy)


def _problem(
    kept: Sequence[tuple[Passage, Judgement]],
    body: Sequence[Passage],
    length: int,
    page: Page,
    layout: Layout,
    window_title: str,
) -> tuple[str, str]:
    """What the page is and what to do about it; empty when it is an article."""
    heads = [window_title, *(passage.text for passage, _ in kept[:2])]
    if length and length < SHORT_PAGE and any(_is_error(head) for head in heads):
        return "looks like an error page", "open the address in a browser and check it"
    if length and length < SHORT_PAGE and _asks_to_log_in(layout, heads):
        return "asks to log in before it shows an article", "log in with a browser and save the page from there"
    if length < SHELL and "script" in page.markup.named and not any(is_sentence(each.text) for each in body):
        problem = "no readable text on the page: an empty shell that a script fills"
        return problem, "open it in a browser and save the page from there, or copy its text"
    if not length:
        return "no readable text on the page", "if a browser shows one, save the page from there or copy its text"
    if _is_index(body):
        return "is a list of links to articles, no article", "name the addresses of the articles"
    if _has_several(page, layout):
        return "holds several articles", "name the address of each, or save each as a file of its own"
    return "", ""


def _is_error(head: str) -> bool:
    plain = bare(head)
    if len(plain) > 80:
        return False
    return any(
        plain == word or plain.startswith((word + " ", "error " + word)) or (len(word) > 8 and word in plain)
        for word in page_words()["errors"]
    )


def _asks_to_log_in(layout: Layout, heads: Sequence[str]) -> bool:
    """A heading that asks to sign in, and a field for the password where the article should be."""
    if not any(bare(head).startswith(tuple(page_words()["logins"])) for head in heads):
        return False
    around = layout.article.parent or layout.article
    return any(each.name == "input" and each.attributes.get("type") == "password" for each in around.descendants())


def _is_index(body: Sequence[Passage]) -> bool:
    """Headlines that lead elsewhere, with their days or teasers, and no running text."""
    if any(passage.kind == "table_row" and passage.cells for passage in body):
        return False
    if any(passage.linked < 0.5 and is_sentence(passage.text) and len(passage.text) > 40 for passage in body):
        return False
    links = [passage for passage in body if passage.linked > 0.5 and HEADLINE.match(passage.text)]
    dated = sum(find_day(passage.text) is not None for passage in links)
    total = sum(len(passage.text) for passage in body)
    linked = sum(len(passage.text) for passage in links)
    return len(links) >= FEWEST_LINKS and linked >= MOST_HEADLINES * total and dated >= 0.5 * len(links)


def _has_several(page: Page, layout: Layout) -> bool:
    """Several <article> elements side by side, each with a heading that leads to its own page and text of its own."""
    if page.count(layout.article, "article") < FEWEST_ARTICLES:
        return False
    described = (each.attributes for each in page.markup.named.get("meta", ()))
    if any(each.get("property") == "og:type" and each.get("content") == "article" for each in described):
        return False
    articles = [each for each in page.named(layout.article, "article") if each is not layout.article]
    found = [each for each in articles if page.count(each, "article") == 1]
    long = [each.prose for each in found if each.prose >= ARTICLE_LENGTH]
    led = [each for each in found if any(_leads(tag, page) for tag in page.below(each))]
    return len(long) >= FEWEST_ARTICLES and len(led) >= 0.8 * len(found) and max(long) < 0.5 * page.body.prose


def _leads(tag: Element, page: Page) -> bool:
    """Whether an element is a heading with a link in it."""
    return tag.name in HEADINGS and any("href" in link.attributes for link in page.named(tag, "a"))
