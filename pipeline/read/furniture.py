"""What of a page is no part of the article: menus, share bars, related links, comments, and all that stands outside."""

from __future__ import annotations

from collections import Counter

from bs4 import Tag

from pipeline.read.lexicon import page_words
from pipeline.read.tables import holds_data_table, is_data_row
from pipeline.read.tree import BLOCKS, HEADINGS, Page, elements, is_visible, leads_away, marks_of

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
        self.article = self._out_of_its_table(self._find_article())
        self.around = {id(parent) for parent in (self.article, *self.article.parents)}
        """The article's element and all that enclose it."""
        for tag in elements(self.article):
            if id(tag) not in self.dropped and (self._is_link_bar(tag) or self._is_link_cell(tag)):
                self.dropped[id(tag)] = "links only"
            elif id(tag) not in self.dropped and self._is_lone_link(tag):
                self.dropped[id(tag)] = "a link between the paragraphs"

    def is_outside(self, tag: Tag) -> bool:
        """Whether an element that the walk meets beside the article has nothing of an article in it."""
        weight = self.page.weight(tag)
        if self._holds_data(tag):
            return False
        if any(not leads_away(link) and link.attrs.get("href", "#")[:1] != "#" for link in tag.find_all("a")):
            return False
        above = tag.parent
        if above is not None and self.page.weight(above).parts["h1"] and above.parent is self.article.parent:
            above = above.parent
        if above is not self.article.parent:
            return True
        if weight.parts["h1"] and not weight.parts["p"] > 8:
            return False
        least = 15 if tag.name == "figure" else 40
        return weight.prose < least or weight.links > 1 or weight.linked > weight.prose

    def _marked(self, tag: Tag) -> str | None:
        """Furniture by its tag, its role attribute, or the words in its class and id."""
        words = page_words()
        if tag.name == "body" or self.page.weight(tag).prose > 0.5 * self.total:
            return None
        if tag.name in words["tags"] and not (tag.name == "aside" and self.page.weight(tag).parts["h1"]):
            return f"<{tag.name}>"
        if tag.name == "header":
            return None if self.page.weight(tag).parts["h1"] or tag.find_parent("article") else "<header>"
        if tag.attrs.get("aria-hidden") == "true" and tag.name in words["blocks"]:
            return "hidden from screen readers"
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
        if weight.prose < weight.linked or weight.prose <= 60:
            return False
        return bool(weight.parts["ol"]) or holds_data_table(tag, self.page)

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
            own = self.page.weight(tag).own
            if tag.name in BLOCKS and (own >= SHORTEST or tag.name in ("p", "td", "li", *HEADINGS)):
                weight = self.page.weight(tag)
                if weight.linked <= 0.5 * weight.text and not (tag.name == "li" and weight.links and weight.text > 100):
                    found[id(self._holder(tag))] += max(own, weight.prose if tag.name == "p" else 0)
        largest = max(found.values(), default=0)
        return {key: length for key, length in found.items() if length >= max(0.1 * largest, 1)}

    def _holder(self, tag: Tag) -> Tag:
        """The element that a block is a part of: its table of data, its list, else its parent."""
        if tag.name not in ("td", "th"):
            return tag.parent or tag
        return (tag.find_parent("table") if self._is_in_data(tag) else None) or tag

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

    def _out_of_its_table(self, article: Tag) -> Tag:
        """A table of data that outweighs the text around it is a part of the article, as what stands beside it is."""
        tables = [each for each in (article, *article.parents) if each.name == "table" and self._is_in_data(each)]
        if not tables:
            return article
        table, around = tables[-1], tables[-1].parent
        while around is not None and around.parent is not None and around is not self.page.body:
            if self.page.weight(around).text > self.page.weight(table).text:
                return around
            around = around.parent
        return around or article

    def _is_link_bar(self, tag: Tag) -> bool:
        """A run of links in the article that is no list and no table: 'Home | News | Contact'."""
        if tag.name not in ("div", "section", "form") or tag.find_parent(["td", "li"]) is not None:
            return False
        weight = self.page.weight(tag)
        if any(weight.parts[name] for name in ("table", "ol", "dl")) or weight.links < 3:
            return False
        return weight.text > 0 and weight.linked > 0.8 * weight.text

    def _is_link_cell(self, tag: Tag) -> bool:
        """A cell of a table that lays out the page, or such a table, with little but links in it."""
        if tag.name not in ("td", "table") or self._is_in_data(tag):
            return False
        weight = self.page.weight(tag)
        return 0 < weight.text < 600 and weight.linked > 0.6 * weight.text and not weight.parts["ul"]

    def _is_in_data(self, tag: Tag) -> bool:
        if tag.name == "table":
            return holds_data_table(tag, self.page)
        return tag.parent is not None and is_data_row(tag.parent, self.page)

    def _is_lone_link(self, tag: Tag) -> bool:
        """A block with one link and nothing else between paragraphs: an advert, a pointer; not one of a row of such."""
        if tag.name not in ("div", "section", "center") or tag.parent is None:
            return False
        weight = self.page.weight(tag)
        if weight.links != 1 or weight.linked != weight.text or not weight.text:
            return False
        link = tag.find("a")
        if link is None or not leads_away(link):
            return False
        beside = [each for each in (tag.find_previous_sibling(), tag.find_next_sibling()) if each is not None]
        return len(beside) == 2 and all(each.name == "p" and self.page.weight(each).prose > 0 for each in beside)
