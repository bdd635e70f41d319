"""Markup to a tree of elements, as lxml's HTML parser tells their starts and ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

SILENT = frozenset(("script", "style", "template", "rt", "rp"))
"""Elements whose strings no reader takes for text of the line; what stands over Chinese characters is one too."""


@dataclass(slots=True, eq=False)
class Element:
    """One element of a page; two are the same only when they stand in the same place.

    The figures are filled in by Page, for visible elements only: text is counted in characters that are no white space.
    """

    name: str
    attributes: Mapping[str, str]
    parent: Element | None
    contents: list[Element | str]
    """Elements and strings in their order; a comment parts two strings."""
    number: int = -1
    """The place among the visible elements of the page, in its order; -1 for an invisible one."""
    end: int = 0
    """The number that follows those of all elements below."""
    text: int = 0
    own: int = 0
    """Characters of its own line or paragraph: those below it in no other block."""
    linked: int = 0
    links: int = 0
    step: str = ""
    """The last step of its path, once somebody asked for it."""

    @property
    def prose(self) -> int:
        """Characters outside links."""
        return self.text - self.linked

    def children(self) -> list[Element]:
        """The elements right below."""
        return [child for child in self.contents if not isinstance(child, str)]

    def descendants(self) -> Iterator[Element]:
        """All elements below, in the order of the page."""
        stack = self.children()[::-1]
        while stack:
            element = stack.pop()
            yield element
            stack += element.children()[::-1]

    def above(self) -> Iterator[Element]:
        """The elements around, from the inmost."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent

    def string(self) -> str:
        """All strings below, but for those in silent elements."""
        strings: list[str] = []
        stack = self.contents[::-1]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                strings.append(node)
            elif node.name not in SILENT:
                stack += node.contents[::-1]
        return "".join(strings)


class Markup:
    """A page as parsed: its elements in their order, and by name."""

    def __init__(self, text: str) -> None:
        self.root = Element("[document]", {}, None, [])
        self.elements: list[Element] = []
        self.named: dict[str, list[Element]] = {}
        parser = etree.HTMLParser(target=_Builder(self))
        parser.feed(text)
        parser.close()

    def first(self, name: str) -> Element | None:
        """The first element of a name."""
        return next(iter(self.named.get(name, ())), None)


class _Builder:
    """What lxml calls at each start and end, which it keeps in balance, and at each string."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._current = markup.root
        self._strings: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._write()
        element = Element(name, attributes, self._current, [])
        self._current.contents.append(element)
        self._current = element
        self._markup.elements.append(element)
        self._markup.named.setdefault(name, []).append(element)

    def end(self, name: str) -> None:
        self._write()
        self._current = self._current.parent or self._current

    def data(self, string: str) -> None:
        self._strings.append(string)

    def comment(self, text: str) -> None:
        self._write()

    def pi(self, target: str, data: str | None = None) -> None:
        self._write()

    def close(self) -> None:
        self._write()

    def _write(self) -> None:
        if self._strings:
            self._current.contents.append("".join(self._strings))
            self._strings.clear()
