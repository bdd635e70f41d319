"""What of a page is no part of the article: menus, share bars, related links, comments, and all that stands outside."""

from __future__ import annotations

from collections import Counter

from bs4 import Tag
from bs4.element import NavigableString

from pipeline.read.lexicon import page_words
from pipeline.read.tables import is_data_row
from pipeline.read.tree import BLOCKS, HEADINGS, Page, elements, is_text, is_visible, marks_of

ROWS = ("table", "tr", "tbody", "td")
NEVER_THE_ARTICLE = ("p", "ul", "ol", "dl")
SHORTEST = 25
"""Characters of its own that make a block running text."""
MOST = 0.75
"""The share of the running text that the article's element holds."""


class Layout:
    """Where the article of a page stands, and what within and around it is furniture."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dropped: dict[int, str] = {}
        """By ``id`` of the element: why it is left out."""
        self.total = max(1, page.weight(page.body).prose)
        for tag in elements(page.body):
            if reason := self._marked(tag):
                self.dropped[id(tag)] = reason
        self.article = self._find_article()
        self.around = {id(parent) for parent in (self.article, *self.article.parents)}
        """The article's element and all that enclose it."""
        for tag in elements(self.article):
            if id(tag) not in self.dropped and self._is_link_bar(tag):
                self.dropped[id(tag)] = "links only"

    def is_outside(self, tag: Tag) -> bool:
        """Whether an element that the walk meets beside the article has nothing of an article in it."""
        weight = self.page.weight(tag)
        if self._holds_data(tag):
            return False
        beside = tag.parent is self.article.parent
        return not beside or weight.prose < 40 or weight.links > 1 or weight.linked > weight.prose

    def _marked(self, tag: Tag) -> str | None:
        """Furniture by its tag, its role attribute, or the words in its class and id."""
        words = page_words()
        if tag.name == "body" or self.page.weight(tag).prose > 0.5 * self.total:
            return None
        if tag.name in words["tags"]:
            return f"<{tag.name}>"
        if tag.name == "header":
            return None if self.page.weight(tag).parts["h1"] or tag.find_parent("article") else "<header>"
        role = tag.attrs.get("role")
        if isinstance(role, str) and role.lower() in words["roles"]:
            return f"role {role.lower()}"
        if tag.name not in words["containers"] or tag.name in ROWS or self.page.weight(tag).parts["h1"]:
            return None
        if found := sorted(marks_of(tag) & words["strong"]):
            return None if self._holds_data(tag) else f"marked {found[0]}"
        return None

    def _holds_data(self, tag: Tag) -> bool:
        """A table or a numbered list that is not made of links is the article's, whatever its wrapper is called."""
        weight = self.page.weight(tag)
        return bool(weight.parts["table"] or weight.parts["ol"]) and weight.prose >= weight.linked and weight.prose > 60

    def _clusters(self) -> dict[int, int]:
        """Characters of running text by ``id`` of the element whose direct blocks hold it: a table, a list, a parent.

        An article's paragraphs stand together under one parent, those of teasers each under its own; clusters that are
        small beside the largest count for nothing, nor does what is mostly links.
        """
        found: Counter[int] = Counter()
        stack = [self.page.body]
        while stack:
            tag = stack.pop()
            for child in tag.contents:
                if isinstance(child, Tag) and is_visible(child) and id(child) not in self.dropped:
                    stack.append(child)
            own = sum(
                len(child.strip()) for child in tag.contents if isinstance(child, NavigableString) and is_text(child)
            )
            if tag.name in BLOCKS and (own >= SHORTEST or tag.name in ("p", "td", "li", *HEADINGS)):
                weight = self.page.weight(tag)
                if weight.linked <= 0.5 * weight.text and not (tag.name == "li" and weight.links and weight.text > 100):
                    found[id(self._holder(tag))] += max(own, weight.prose if tag.name == "p" else 0)
        largest = max(found.values(), default=0)
        return {key: length for key, length in found.items() if length >= max(0.1 * largest, 1)}

    @staticmethod
    def _holder(tag: Tag) -> Tag:
        """The element that a block is a part of: its table, its list, else its parent."""
        parent = tag.find_parent("table") if tag.name in ("td", "th") else tag.parent
        return parent or tag

    def _find_article(self) -> Tag:
        """The smallest element that holds most of the running text that is not furniture."""
        sums = self._clusters()
        for tag in reversed([self.page.body, *elements(self.page.body)]):
            if tag.parent is not None and tag is not self.page.body and id(tag) in sums:
                sums[id(tag.parent)] = sums.get(id(tag.parent), 0) + sums[id(tag)]
        current, whole = self.page.body, sums.get(id(self.page.body), 0)
        while True:
            inner = [child for child in current.contents if isinstance(child, Tag) and id(child) not in self.dropped]
            best = max(inner, key=lambda child: sums.get(id(child), 0), default=None)
            if best is None or best.name in NEVER_THE_ARTICLE or best.name not in page_words()["containers"]:
                return current
            if (best.name == "tr" and is_data_row(best, self.page)) or not whole:
                return current
            if sums.get(id(best), 0) < MOST * whole:
                return current
            current = best

    def _is_link_bar(self, tag: Tag) -> bool:
        """A run of links in the article that is no list and no table: 'Home | News | Contact'."""
        if tag.name not in ("div", "section", "form") or tag.find_parent(["td", "li"]) is not None:
            return False
        weight = self.page.weight(tag)
        if any(weight.parts[name] for name in ("table", "ol", "dl")) or weight.links < 3:
            return False
        return weight.text > 0 and weight.linked > 0.8 * weight.text
