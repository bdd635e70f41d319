"""What of a page is no part of the article: menus, share bars, related links, comments, and all that stands outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from pipeline.read.lexicon import page_words
from pipeline.read.markup import Element
from pipeline.read.tables import holds_data_table, is_data_row
from pipeline.read.tree import BLOCKS, HEADINGS, Page, leads_away, within

ROWS = ("table", "tr", "tbody", "td")
NEVER_THE_ARTICLE = ("p", "ul", "ol", "dl")
SHORTEST = 25
"""Characters of its own that make a block running text."""
SHORT_BLOCKS = HEADINGS | {"p", "td", "li"}
"""Blocks that are running text however short they are."""
MOST = 0.75
"""The share of the running text that the article's element holds."""


class Layout:
    """Where the article of a page stands, and what within and around it is furniture."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dropped: dict[Element, str] = {}
        """Why an element is left out."""
        self.total = max(1, page.body.prose)
        for tag in self._kept(page.body):
            if reason := self._marked(tag):
                self.dropped[tag] = reason
        self.article = self._out_of_its_table(self._find_article())
        self.around = {self.article, *self.article.above()}
        """The article's element and all that enclose it."""
        for tag in self._kept(self.article):
            if self._is_link_bar(tag) or self._is_link_cell(tag):
                self.dropped[tag] = "links only"
        for parent in (self.article, *self._kept(self.article)):
            for tag in self._lone_links(parent):
                self.dropped.setdefault(tag, "a link between the paragraphs")

    def is_outside(self, tag: Element) -> bool:
        """Whether an element that the walk meets beside the article has nothing of an article in it."""
        count = self.page.count
        if self._holds_data(tag):
            return False
        first_file, last_file = within(tag, self._files)
        if first_file < last_file:
            return False
        above = tag.parent
        if above is not None and count(above, "h1") and above.parent is self.article.parent:
            above = above.parent
        if above is not self.article.parent:
            return True
        if count(tag, "h1") and not count(tag, "p") > 8:
            return False
        least = 15 if tag.name == "figure" else 40
        return tag.prose < least or tag.links > 1 or tag.linked > tag.prose

    def _kept(self, around: Element) -> Iterator[Element]:
        """The visible elements below one that are in nothing that is left out, also of what is while they are told."""
        number = around.number + 1
        while number < around.end:
            tag = self.page.visible[number]
            if tag not in self.dropped:
                yield tag
            number = tag.end if tag in self.dropped else number + 1

    @cached_property
    def _files(self) -> list[int]:
        """The numbers of the links to files."""
        links = self.page.named(self.page.body, "a")
        return [link.number for link in links if link.attributes.get("href", "#")[:1] != "#" and not leads_away(link)]

    def _marked(self, tag: Element) -> str | None:
        """Furniture by its tag, its role attribute, or the words in its class and id."""
        words, name, attributes = page_words(), tag.name, tag.attributes
        if not attributes and name not in words["tags"] and name != "header":
            return None
        if tag.prose > 0.5 * self.total:
            return None
        holds_title = self.page.count(tag, "h1") > 0
        if name in words["tags"] and not (name == "aside" and holds_title):
            return f"<{name}>"
        if name == "header":
            return None if holds_title or any(each.name == "article" for each in tag.above()) else "<header>"
        if attributes.get("aria-hidden") == "true" and name in words["blocks"]:
            return "hidden from screen readers"
        role = attributes.get("role", "").lower()
        if role in words["roles"]:
            return f"role {role}"
        if name not in words["containers"] or name in ROWS or holds_title:
            return None
        if found := self.page.marks(tag) & words["strong"]:
            return None if self._holds_data(tag) else f"marked {min(found)}"
        return None

    def _holds_data(self, tag: Element) -> bool:
        """A table or a numbered list that is not made of links is the article's, whatever its wrapper is called."""
        if tag.prose < tag.linked or tag.prose <= 60:
            return False
        return self.page.count(tag, "ol") > 0 or holds_data_table(tag, self.page)

    def _clusters(self) -> dict[Element, int]:
        """Characters of running text by the element whose direct blocks hold it: a table, a list, a parent.

        An article's paragraphs stand together under one parent, those of teasers each under its own; clusters that are
        small beside the largest count for nothing, nor does what is mostly links.
        """
        found: Counter[Element] = Counter()
        for tag in (self.page.body, *self._kept(self.page.body)):
            if _is_running(tag):
                found[self._holder(tag)] += max(tag.own, tag.prose if tag.name == "p" else 0)
        largest = max(found.values(), default=0)
        return {key: length for key, length in found.items() if length >= max(0.1 * largest, 1)}

    def _holder(self, tag: Element) -> Element:
        """The element that a block is a part of: its table of data, its list, else its parent."""
        if tag.name not in ("td", "th"):
            return tag.parent or tag
        if not self._is_in_data(tag):
            return tag
        return next((around for around in tag.above() if around.name == "table"), tag)

    def _find_article(self) -> Element:
        """The smallest element that holds most of the running text that is not furniture."""
        sums = self._clusters()
        for tag in reversed(self.page.below(self.page.body)):
            if tag in sums and tag.parent is not None:
                sums[tag.parent] = sums.get(tag.parent, 0) + sums[tag]
        current, whole = self.page.body, sums.get(self.page.body, 0)
        while True:
            inner = [child for child in current.children() if child not in self.dropped]
            best = max(inner, key=lambda child: sums.get(child, 0), default=None)
            if best is None or best.name in NEVER_THE_ARTICLE or best.name not in page_words()["containers"]:
                return current
            if (best.name == "tr" and is_data_row(best, self.page)) or not whole:
                return current
            if sums.get(best, 0) < MOST * whole:
                return current
            current = best

    def _out_of_its_table(self, article: Element) -> Element:
        """A table of data that outweighs the text around it is a part of the article, as what stands beside it is."""
        tables = [each for each in (article, *article.above()) if each.name == "table" and self._is_in_data(each)]
        if not tables:
            return article
        table, around = tables[-1], tables[-1].parent
        while around is not None and around.parent is not None and around is not self.page.body:
            if around.text > table.text:
                return around
            around = around.parent
        return around or article

    def _is_link_bar(self, tag: Element) -> bool:
        """A run of links in the article that is no list and no table: 'Home | News | Contact'."""
        if tag.name not in ("div", "section", "form") or tag.links < 3 or tag.linked <= 0.8 * tag.text:
            return False
        if any(self.page.count(tag, name) for name in ("table", "ol", "dl")):
            return False
        return not any(around.name in ("td", "li") for around in tag.above())

    def _is_link_cell(self, tag: Element) -> bool:
        """A cell of a table that lays out the page, or such a table, with little but links in it."""
        if tag.name not in ("td", "table") or not (0 < tag.text < 600 and tag.linked > 0.6 * tag.text):
            return False
        return not self.page.count(tag, "ul") and not self._is_in_data(tag)

    def _is_in_data(self, tag: Element) -> bool:
        if tag.name == "table":
            return holds_data_table(tag, self.page)
        return tag.parent is not None and is_data_row(tag.parent, self.page)

    def _lone_links(self, parent: Element) -> Iterator[Element]:
        """Blocks with one link and nothing else between paragraphs: an advert, a pointer; not one of a row of such."""
        children = parent.children()
        for before, tag, after in zip(children, children[1:], children[2:], strict=False):
            if tag.name not in ("div", "section", "center") or tag.links != 1 or tag.linked != tag.text or not tag.text:
                continue
            beside = all(each.name == "p" and each.prose > 0 for each in (before, after))
            if beside and all(map(leads_away, self.page.named(tag, "a"))):
                yield tag


def _is_running(tag: Element) -> bool:
    """Whether a block holds running text, and not mostly links."""
    if tag.name not in BLOCKS or not (tag.own >= SHORTEST or tag.name in SHORT_BLOCKS):
        return False
    return tag.linked <= 0.5 * tag.text and not (tag.name == "li" and tag.links and tag.text > 100)
