"""The parsed page: visible elements, how much text and how much of it links each holds, and the path to each."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.element import CData, NavigableString, PageElement

from pipeline.errors import UnreadableInput
from pipeline.inputs import shown
from pipeline.read.lexicon import page_words

if TYPE_CHECKING:
    from pipeline.read.tables import Table

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
INVISIBLE, BLOCKS = page_words()["invisible"], page_words()["blocks"] | HEADINGS
WORDS = re.compile(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip|rar|7z|wps|et|ofd)\b", re.IGNORECASE)
SAVE_AS_TEXT = "save the article's text as a .txt file"
MOST_TAGS = 150_000
DEEPEST = 1000
"""Pages nest some dozens of elements; deeper than this is no page that anybody wrote."""


@dataclass(slots=True)
class Weight:
    """How much one element holds, itself and all below: characters of text, of links, and which parts."""

    text: int = 0
    own: int = 0
    """Characters of its own line or paragraph: those below it in no other block."""
    linked: int = 0
    links: int = 0
    parts: Counter[str] = field(default_factory=Counter)

    def add(self, other: Weight) -> None:
        """Takes in what a child holds."""
        self.text += other.text
        self.linked += other.linked
        self.links += other.links
        self.parts.update(other.parts)

    @property
    def prose(self) -> int:
        """Characters outside links."""
        return self.text - self.linked


class Page:
    """A page as parsed, with the weight of each visible element."""

    def __init__(self, markup: str, name: str) -> None:
        if markup.count("<") > MOST_TAGS:
            problem = f"has more than {MOST_TAGS:,} tags"
            raise UnreadableInput(shown(name), problem, SAVE_AS_TEXT)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
            self.soup = BeautifulSoup(markup, "lxml")
        self.name = name
        self.body = _gathered(self.soup)
        _reveal(self.body)
        self.weights: dict[int, Weight] = {}
        self.tables: dict[int, Table] = {}
        """By ``id`` of the <table>: what was found of it so far."""
        self._steps: dict[int, str] = {}
        self._weigh()

    def weight(self, tag: Tag) -> Weight:
        """What an element holds; nothing for an invisible one."""
        return self.weights.get(id(tag)) or Weight()

    def path(self, tag: Tag) -> str:
        """The way from the root to an element, as XPath writes it: ``/html/body/div[2]/p[3]``."""
        steps: list[str] = []
        node: Tag | None = tag
        while node is not None and node.parent is not None:
            if id(node) not in self._steps:
                self._number(node.parent)
            steps.append(self._steps[id(node)])
            node = node.parent
        return "/" + "/".join(reversed(steps))

    def _number(self, parent: Tag) -> None:
        """The steps to all children of an element; a number where there are several of one name."""
        children = [child for child in parent.contents if isinstance(child, Tag)]
        several = Counter(child.name for child in children)
        seen: Counter[str] = Counter()
        for child in children:
            seen[child.name] += 1
            number = f"[{seen[child.name]}]" if several[child.name] > 1 else ""
            self._steps[id(child)] = child.name + number

    def _weigh(self) -> None:
        """One pass down to list the visible elements, one up to add their weights.

        Raises UnreadableInput when they stand too deep.
        """
        order: list[Tag] = []
        stack: list[tuple[Tag, int, bool, Weight | None]] = [(self.body, 0, False, None)]
        while stack:
            tag, depth, linked, block = stack.pop()
            if depth > DEEPEST:
                problem = f"nests its tags more than {DEEPEST} deep"
                raise UnreadableInput(shown(self.name), problem, SAVE_AS_TEXT)
            linked = linked or tag.name == "a"
            order.append(tag)
            weight = self.weights[id(tag)] = Weight(links=int(tag.name == "a"), parts=Counter({tag.name: 1}))
            if block is None or tag.name in BLOCKS:
                block = weight
            for child in tag.contents:
                if isinstance(child, Tag):
                    if is_visible(child):
                        stack.append((child, depth + 1, linked, block))
                elif is_text(child):
                    length = len("".join(str(child).split()))
                    weight.text += length
                    block.own += length
                    weight.linked += length if linked else 0
        for tag in reversed(order):
            if tag is not self.body and tag.parent is not None and id(tag.parent) in self.weights:
                self.weights[id(tag.parent)].add(self.weights[id(tag)])


def _gathered(soup: BeautifulSoup) -> Tag:
    """The body with all that stands behind a premature ``</body>`` or ``</html>``, which browsers take into it too."""
    body = soup.body
    if body is None:
        return soup
    behind = list(body.next_siblings)
    if body.parent is not None and body.parent is not soup:
        behind += body.parent.next_siblings
    while behind:
        node = behind.pop(0)
        if isinstance(node, Tag) and node.name in ("html", "body"):
            behind[:0] = node.contents
        elif isinstance(node, Tag) or is_text(node):
            body.append(node.extract())
    return body


def _reveal(body: Tag) -> None:
    """Takes the style from hidden elements that hold most of the page's text: a script shows them when it is ready."""
    hidden = [tag for tag in body.find_all(style=HIDDEN_STYLE) if tag.find(_is_running) is not None]
    if not hidden:
        return
    total = len(body.get_text())
    for tag in hidden:
        if len(tag.get_text()) > 0.5 * total:
            del tag.attrs["style"]


def _is_running(tag: Tag) -> bool:
    return tag.name in ("p", "section", "div", "article")


def is_text(node: PageElement) -> bool:
    """Whether a node is text that a reader sees, not a comment or a declaration."""
    return type(node) is NavigableString or type(node) is CData


def is_visible(tag: Tag) -> bool:
    """Whether an element is shown: no script, style or template, not hidden."""
    if tag.name in INVISIBLE or ":" in tag.name:
        return False
    attributes = tag.attrs
    if not attributes:
        return True
    if "hidden" in attributes and str(attributes["hidden"]) != "until-found":
        return False
    return not HIDDEN_STYLE.search(str(attributes.get("style", "")))


def marks_of(tag: Tag) -> frozenset[str]:
    """The words in an element's class and id: 'siteNav main-menu' has site, nav, main, menu and the whole ones."""
    found: set[str] = set()
    for value in (tag.attrs.get("class") or (), tag.attrs.get("id") or ()):
        for name in value.split() if isinstance(value, str) else value:
            found.update(word.lower() for word in WORDS.findall(name))
            found.update((name.lower(), re.sub("[-_]", "", name.lower())))
    return frozenset(found)


def elements(tag: Tag) -> Iterator[Tag]:
    """The visible elements below one, in the order of the page."""
    stack = [child for child in reversed(tag.contents) if isinstance(child, Tag)]
    while stack:
        each = stack.pop()
        if is_visible(each):
            yield each
            stack.extend(child for child in reversed(each.contents) if isinstance(child, Tag))


def leads_away(link: Tag) -> bool:
    """Whether a link leads to another page, not to a file or a place on this page."""
    href = str(link.attrs.get("href", "")).strip()
    return not href.startswith("#") and not FILES.search(href) and not FILES.search(link.get_text()[:200])
