"""HTML pages: the article's blocks as text, the furniture aside, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from pipeline.inputs import LeftOut
from pipeline.read.articles import check
from pipeline.read.credits import credit_of
from pipeline.read.dates import delimited_day
from pipeline.read.document import Article, joined
from pipeline.read.furniture import Layout
from pipeline.read.lexicon import bare, page_words, same_words
from pipeline.read.markup import Element
from pipeline.read.metadata import Stated, site_in, stated_by, title_parts, without_site
from pipeline.read.passages import EXCERPT, Facts, Judgement, Passage, is_sentence
from pipeline.read.plain import kinds_of
from pipeline.read.roles import judge
from pipeline.read.tree import Page
from pipeline.read.walk import Walked, visible_text, walk

LONGEST_STAMP = 40
PHRASED = re.compile(r"[㐀-鿿].*(?:[，：？！“”…]|(?:19|20)\d\d-\d\d?-\d\d?)")
"""A link that speaks as a headline does, or is dated, not the name of a school."""
FEWEST_HEADLINES = 4
HAN = re.compile(r"[㐀-鿿]")
TITLES = ("h1", "h2", "h3")
LONGEST_TITLE = 220
LIST_STEP = re.compile(r"/(?:li|dt|dd)\b(?:\[\d+\])?(?:/[a-z]+(?:\[\d+\])?)*$")


def read_page(markup: str, name: str) -> Article:
    """The article in an HTML page.

    Blocks are separated by newlines, the cells of a row by tabs. Furniture is not in the text but in ``left_out``.
    Raises UnreadableInput for an error page, a page that asks to log in, an empty shell, a list of links, a page of
    several articles, and tags nested beyond reason.
    """
    page = Page(markup.replace("\x00", ""), name)
    stated = stated_by(page.markup)
    layout = Layout(page)
    walked = walk(page, layout)
    title = _title(page, stated, walked)
    passages, left_out = _without_surroundings(walked, title)
    passages = _without_sections(kinds_of(passages), stated, title, left_out)
    passages = _without_trailing_links(passages, left_out)
    judgements, printed = judge(passages, title)
    kept: list[tuple[Passage, Judgement]] = []
    for passage, judgement in zip(passages, judgements, strict=True):
        if judgement.role == "furniture":
            left_out.append(LeftOut(passage.path, judgement.reason, passage.text[:EXCERPT]))
        else:
            kept.append((passage, judgement))
    check(kept, page, layout, stated.window_title or "", name)
    text, blocks = joined(kept)
    return Article(text, blocks, _facts(page, layout, stated, printed, title), tuple(left_out))


def _title(page: Page, stated: Stated, walked: Walked) -> str | None:
    """The heading or the block that the head of the page names; None when the printed lines must decide."""
    named = [bare(each) for each in (stated.title, stated.window_title) if each]
    headings = [(tag.name, " ".join(visible_text(tag).split())) for tag in page.below(page.body) if tag.name in TITLES]
    site = bare(stated.publisher or "")
    headings = [(name, heading) for name, heading in headings if bare(heading) not in ("", site)]
    whole = [part for each in (stated.title, stated.window_title) if each for part in (each, *title_parts(each))]
    article = max(whole, key=len, default="")
    for part in (stated.title or "", article, *sorted(whole, key=len, reverse=True)[1:3]):
        for _, heading in headings:
            if part and len(bare(part)) > 3 and same_words(heading, part) and not _names_site(part, stated):
                return heading
    for name, heading in headings:
        if name == "h1" and any(bare(heading) in each for each in named) and not _names_site(heading, stated):
            return heading
    for passage in walked.passages:
        if stated.title and len(stated.title) > 8 and same_words(passage.text, stated.title):
            return stated.title
        if len(bare(passage.text)) > 8 and bare(passage.text) in named:
            return passage.text
    for passage in walked.passages:
        line = bare(passage.text)
        if len(line) > 12 and passage.kind != "list_item" and any(each.startswith(line) for each in named):
            return passage.text
    printed = {bare(passage.text) for passage in walked.passages}
    inside = [heading for name, heading in headings if name == "h1" and bare(heading) in printed]
    if len(inside) == 1:
        return inside[0]
    large = [
        passage.text for passage in walked.passages if passage.large and 3 < len(bare(passage.text)) <= LONGEST_TITLE
    ]
    if headings and not any(bare(heading) in map(bare, whole) for _, heading in headings):
        return None
    return large[0] if large else _window_title(stated, walked, [heading for _, heading in headings])


def _names_site(heading: str, stated: Stated) -> bool:
    """Whether a heading is only the last part of the window title, or the first of a short one: the site's name."""
    parts = title_parts(stated.window_title or "")
    return len(parts) > 1 and same_words(heading, parts[-1]) and len(parts[-1]) < max(map(len, parts))


def _window_title(stated: Stated, walked: Walked, headings: list[str]) -> str | None:
    """The first part of the window title, where its shorter parts are printed as names of sections or the site."""
    parts = title_parts(stated.window_title or "")
    if any(bare(heading) not in map(bare, parts) for heading in headings):
        return None
    if len(parts) < 2 or len(parts[0]) < max(map(len, parts)):
        return None
    printed = {bare(passage.text) for passage in walked.passages[:8]}
    return parts[0] if any(bare(part) in printed for part in parts[1:]) else None


def _without_sections(
    passages: list[Passage], stated: Stated, title: str | None, left_out: list[LeftOut]
) -> list[Passage]:
    """The passages without the names of sections and the site at their head, which the window title has as well."""
    names = {bare(part) for part in title_parts(stated.window_title or "")[1:]} - {bare(title or "")}
    kept: list[Passage] = []
    for index, passage in enumerate(passages):
        if index < 4 and passage.kind in ("line", "heading") and bare(passage.text) in names:
            left_out.append(LeftOut(passage.path, "name of the section", passage.text[:EXCERPT]))
        else:
            kept.append(passage)
    return kept


def _without_trailing_links(passages: list[Passage], left_out: list[LeftOut]) -> list[Passage]:
    """The passages without the lines of links at their end; lists but of headlines are the article's, as are files."""
    end = _headlines_start(passages)
    while end and passages[end - 1].linked > 0.5 and not _is_listed(passages[end - 1]):
        end -= 1
    left_out += [LeftOut(each.path, "links below the article", each.text[:EXCERPT]) for each in passages[end:]]
    return passages[:end]


def _headlines_start(passages: Sequence[Passage]) -> int:
    """Where headlines of other articles begin below the last running text; the number of passages if nowhere."""
    start = len(passages)
    while start and not _is_text_of_article(passages[start - 1]):
        start -= 1
    linked = [index for index in range(start, len(passages)) if passages[index].linked > 0.5]
    headlines = sum(bool(PHRASED.search(passages[index].text)) for index in linked)
    if start == 0 or headlines < FEWEST_HEADLINES or headlines < 0.5 * len(linked):
        return len(passages)
    return linked[0]


def _is_text_of_article(passage: Passage) -> bool:
    if passage.kind in ("table_row", "caption"):
        return True
    if passage.linked > 0.5:
        return False
    credit = credit_of(passage.text)
    return is_sentence(passage.text) or (credit is not None and bool(credit.people or credit.publisher))


def _is_listed(passage: Passage) -> bool:
    return passage.kind in ("table_row", "caption") or bool(LIST_STEP.search(passage.path))


def _without_surroundings(walked: Walked, title: str | None) -> tuple[list[Passage], list[LeftOut]]:
    """Of what stands beside the article only the title and the credit lines are kept."""
    kept: list[Passage] = []
    left_out = list(walked.left_out)
    at = [n for n, passage in enumerate(walked.passages) if title and same_words(passage.text, title)]
    for index, passage in enumerate(walked.passages):
        beside = index in at[:1] or (
            at and abs(index - at[0]) == 1 and _is_second_title(passage, walked.passages[at[0]])
        )
        if index not in walked.aside or beside or credit_of(passage.text):
            kept.append(passage)
        else:
            left_out.append(LeftOut(passage.path, "outside the article", passage.text[:EXCERPT]))
    return kept, left_out


def _is_second_title(passage: Passage, title: Passage) -> bool:
    """A line above or below the title in the same element: what series it is of, what it is about."""
    if passage.path.rpartition("/")[0] != title.path.rpartition("/")[0] or passage.linked > 0.5:
        return False
    return (
        title.kind == "heading"
        and 6 < len(passage.text) <= LONGEST_TITLE
        and (passage.kind == "heading" or (passage.kind == "line" and bool(HAN.search(passage.text))))
    )


def _printed_stamps(page: Page, title: str | None) -> Iterator[str]:
    """The short texts of elements that are called a time, from the title's heading on; none without such a heading."""
    below = False
    for tag in page.below(page.body):
        below = below or (tag.name in TITLES and title is not None and same_words(tag.string(), title))
        if below and 0 < tag.text <= LONGEST_STAMP and page.marks(tag) & page_words()["stamps"]:
            yield " ".join(visible_text(tag).split())


def _time_stamps(page: Page, article: Element) -> Iterator[str]:
    """The ``datetime`` of every <time> in the article, then in the element around it."""
    for within in (article, article.parent or article):
        around = within if within.number >= 0 else page.body
        yield from (each.attributes.get("datetime", "") for each in page.named(around, "time"))


def _facts(page: Page, layout: Layout, stated: Stated, printed: Facts, title: str | None) -> Facts:
    """The head of the page and its printed lines together; the head comes first, but for a printed 'Source:'."""
    stamps = map(delimited_day, chain(_time_stamps(page, layout.article), _printed_stamps(page, title)))
    site = site_in(stated.window_title or "", title or printed.title or stated.title)
    named = stated.title or (without_site(stated.window_title, stated.publisher) if stated.window_title else None)
    return replace(
        printed,
        title=title or printed.title or named,
        published=stated.published or printed.published or next(filter(None, stamps), None),
        publisher=printed.publisher or stated.publisher or site,
        byline=tuple(dict.fromkeys((*stated.people, *printed.byline))),
        source_url=stated.url,
    )
