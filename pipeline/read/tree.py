"""The page as a tree: visible elements, how much text and how much of it links each holds, and the path to each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeGuard

from pipeline.errors import UnreadableInput
from pipeline.inputs import shown
from pipeline.read.lexicon import page_words
from pipeline.read.markup import SILENT, Element, Markup

if TYPE_CHECKING:
    from pipeline.read.tables import Table

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
INVISIBLE, BLOCKS = page_words()["invisible"] | SILENT, page_words()["blocks"] | HEADINGS
RUNNING = frozenset(("p", "section", "div", "article"))
WORDS = re.compile(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip|rar|7z|wps|et|ofd)\b", re.IGNORECASE)
SAVE_AS_TEXT = "save the article's text as a .txt file"
MOST_TAGS = 150_000
DEEPEST = 1000
"""Pages nest some dozens of elements; deeper than this is no page that anybody wrote."""


class Page:
    """A page as parsed, with its visible elements in their order, each with what it holds."""

    def __init__(self, markup: str, name: str) -> None:
        if markup.count("<") > MOST_TAGS:
            problem = f"has more than {MOST_TAGS:,} tags"
            raise UnreadableInput(shown(name), problem, SAVE_AS_TEXT)
        self.markup = Markup(markup)
        self.name = name
        self.body = _gathered(self.markup)
        _reveal(self.markup, self.body)
        self.visible: list[Element] = []
        """The body, then all visible elements below it: those below one are from its number + 1 to its end."""
        self.tables: dict[Element, Table] = {}
        """What was found so far of each <table>."""
        self.data_tables: list[int] | None = None
        """The numbers of those that hold data, once somebody asked."""
        self._numbers: dict[str, list[int]] = {}
        self._marks: dict[str, frozenset[str]] = {}
        self._last_way = (self.markup.root, "")
        """The way to the parent of the last element whose path was asked for: blocks stand side by side."""
        self._list_visible()
        self._add_up()

    def below(self, element: Element) -> list[Element]:
        """The visible elements below one, in the order of the page."""
        return self.visible[element.number + 1 : element.end]

    def named(self, element: Element, name: str) -> list[Element]:
        """The visible elements of a name within one, itself too, in the order of the page."""
        numbers = self._numbers.get(name, [])
        return [self.visible[number] for number in numbers[slice(*within(element, numbers))]]

    def count(self, element: Element, name: str) -> int:
        """How many visible elements of a name there are within one, itself counted."""
        numbers = self._numbers.get(name)
        if not numbers:
            return 0
        first, last = within(element, numbers)
        return last - first

    def path(self, element: Element) -> str:
        """The way from the root to an element, as XPath writes it: ``/html/body/div[2]/p[3]``."""
        around = element.parent
        if around is None:
            return "/"
        if not element.step:
            _number_steps(around)
        if self._last_way[0] is not around:
            self._last_way = (around, _way_to(around))
        return f"{self._last_way[1]}/{element.step}"

    def marks(self, element: Element) -> frozenset[str]:
        """The words in an element's class and id."""
        found: frozenset[str] = frozenset()
        for value in (element.attributes.get("class"), element.attributes.get("id")):
            if value:
                if value not in self._marks:
                    self._marks[value] = marks_in(value)
                found |= self._marks[value]
        return found

    def _list_visible(self) -> None:
        """One pass down, which counts the text of each visible element by itself.

        Raises UnreadableInput when they stand too deep.
        """
        self.body.number = 0
        self.visible.append(self.body)
        depths, blocks, in_links = [0], [self.body], [False]
        _count(self.body, self.body, False)
        for element in self.markup.elements:
            parent = element.parent
            if parent is None or parent.number < 0 or element.number == 0 or not is_visible(element):
                continue
            if depths[parent.number] == DEEPEST:
                problem = f"nests its tags more than {DEEPEST} deep"
                raise UnreadableInput(shown(self.name), problem, SAVE_AS_TEXT)
            name = element.name
            element.number = len(self.visible)
            element.links = int(name == "a")
            depths.append(depths[parent.number] + 1)
            blocks.append(element if name in BLOCKS else blocks[parent.number])
            in_links.append(name == "a" or in_links[parent.number])
            _count(element, blocks[-1], in_links[-1])
            self.visible.append(element)
            self._numbers.setdefault(name, []).append(element.number)

    def _add_up(self) -> None:
        """One pass up, which gives each element what its children hold."""
        for element in reversed(self.visible):
            element.end = max(element.end, element.number + 1)
            parent = element.parent
            if parent is not None and element.number:
                parent.text += element.text
                parent.linked += element.linked
                parent.links += element.links
                parent.end = max(parent.end, element.end)


def within(element: Element, numbers: Sequence[int]) -> tuple[int, int]:
    """(first, last exclusive) of those among ascending numbers that an element and what is below it have."""
    return bisect_left(numbers, max(element.number, 0)), bisect_left(numbers, element.end)


def _count(element: Element, block: Element, in_link: bool) -> None:
    """Counts the strings right below an element."""
    element.text = _length(element)
    block.own += element.text
    element.linked = element.text if in_link else 0


def _length(element: Element) -> int:
    """Characters right below an element, white space aside."""
    length = 0
    for child in element.contents:
        if isinstance(child, str) and not child.isspace():
            length += len("".join(child.split()))
    return length


def _way_to(element: Element) -> str:
    """The path of an element, empty for the root."""
    steps: list[str] = []
    node = element
    while node.parent is not None:
        if not node.step:
            _number_steps(node.parent)
        steps.append("/" + node.step)
        node = node.parent
    return "".join(reversed(steps))


def _number_steps(parent: Element) -> None:
    """The steps to all children of an element; a number where there are several of one name."""
    children = parent.children()
    several = Counter(child.name for child in children)
    seen: Counter[str] = Counter()
    for child in children:
        seen[child.name] += 1
        child.step = child.name + (f"[{seen[child.name]}]" if several[child.name] > 1 else "")


def _gathered(markup: Markup) -> Element:
    """The body with all that stands behind a premature ``</body>`` or ``</html>``, which browsers take into it too."""
    body = markup.first("body")
    if body is None or body.parent is None:
        return markup.root
    behind = deque(_taken_from_behind(body))
    if body.parent is not markup.root:
        behind.extend(_taken_from_behind(body.parent))
    while behind:
        node = behind.popleft()
        if _is_frame(node):
            behind.extendleft(reversed(node.contents))
            continue
        body.contents.append(node)
        if not isinstance(node, str):
            node.parent = body
    return body


def _taken_from_behind(element: Element) -> list[Element | str]:
    """What follows an element under the same parent, where only a second ``<html>`` or ``<body>`` stays."""
    beside = element.parent.contents if element.parent is not None else []
    following = beside.index(element) + 1
    taken = beside[following:]
    beside[following:] = [node for node in taken if _is_frame(node)]
    return taken


def _is_frame(node: Element | str) -> TypeGuard[Element]:
    return not isinstance(node, str) and node.name in ("html", "body")


def _reveal(markup: Markup, body: Element) -> None:
    """Takes the style from hidden elements that hold most of the page's text: a script shows them when it is ready."""
    styled = [element for element in markup.elements if "style" in element.attributes]
    hidden = [each for each in styled if HIDDEN_STYLE.search(each.attributes["style"]) and each.children()]
    if not hidden:
        return
    lengths, with_blocks = _held(markup)
    for element in hidden:
        if element in with_blocks and lengths[element] > 0.5 * lengths[body]:
            element.attributes = {name: value for name, value in element.attributes.items() if name != "style"}


def _held(markup: Markup) -> tuple[dict[Element, int], set[Element]]:
    """How many characters each element holds, visible or not, and which hold blocks of running text."""
    everything = (markup.root, *markup.elements)
    lengths = {element: _length(element) for element in everything}
    with_blocks: set[Element] = set()
    for element in reversed(everything):
        if element.parent is None:
            continue
        if element.name not in SILENT:
            lengths[element.parent] += lengths[element]
        if element.name in RUNNING or element in with_blocks:
            with_blocks.add(element.parent)
    return lengths, with_blocks


def is_visible(element: Element) -> bool:
    """Whether an element is shown: no script, style or template, not hidden."""
    if element.name in INVISIBLE or ":" in element.name:
        return False
    attributes = element.attributes
    if not attributes:
        return True
    if attributes.get("hidden", "until-found") != "until-found":
        return False
    return "style" not in attributes or not HIDDEN_STYLE.search(attributes["style"])


def marks_in(value: str) -> frozenset[str]:
    """The words in a class or id: 'siteNav main-menu' has site, nav, main, menu and the whole ones."""
    found: set[str] = set()
    for name in value.split():
        found.update(word.lower() for word in WORDS.findall(name))
        found.update((name.lower(), name.lower().replace("-", "").replace("_", "")))
    return frozenset(found)


def leads_away(link: Element) -> bool:
    """Whether a link leads to another page, not to a file or a place on this page."""
    href = link.attributes.get("href", "").strip()
    return not href.startswith("#") and not FILES.search(href) and not FILES.search(link.string()[:200])
