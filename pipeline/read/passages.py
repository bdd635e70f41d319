"""What both readers hand on: passages in the order of the page, each with its kind and the way back to its place."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.text import BlockKind, BlockRole
from extractors.value import value
from pipeline.errors import UnreadableInput
from pipeline.inputs import shown
from pipeline.read.credit import SENTENCE_BREAK

MOST = 50_000
"""An announcement has at most so many passages; what has more is a dump of many, or made to hurt."""
EXCERPT = 80
"""How much of what is left out is quoted, in code points."""
LONGEST_TITLE = 220
ENDS = (". ", "! ", "? ", "。", "！", "？")
"""One of these stands wherever a sentence ends within a line."""


@value
class Passage:
    """One paragraph, heading, list item, row, caption or line before its role is judged.

    ``text`` has no white space at its ends; ``start`` is its offset in the plain text (0 for pages, whose text is
    built later); ``cells`` are offsets within ``text``, empty where a cell of a row above reaches down.
    """

    kind: BlockKind
    text: str
    path: str
    start: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    linked: float = 0.0
    """The share of the text that is links to other pages; links to files and within the page do not count."""
    large: bool = False
    """All of it is printed in large type without being marked as a heading."""
    pictured: bool = False
    """It stands right below a picture."""


def refuse_too_many(count: int, name: str) -> None:
    """Raises UnreadableInput when a text has more passages than any announcement."""
    if count > MOST:
        raise UnreadableInput(
            shown(name), f"has more than {MOST:,} lines or blocks", "split it, one announcement a file"
        )


@value
class Judgement:
    """The role of one passage, and for furniture why."""

    role: BlockRole
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document; None and () where nothing is."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    source_url: str | None = None
    language: str | None = None


def settled(kind: BlockKind, role: BlockRole) -> BlockKind:
    """The kind of a block once its role is known: a title is a heading, a credit line or furniture is no list item.

    >>> settled("list_item", "meta")
    'line'
    """
    if kind in ("table_row", "caption"):
        return kind
    if role == "title":
        return "heading"
    return kind if role == "body" else "line"


def is_sentence(text: str) -> bool:
    """Whether a line reads as running text: it ends as a sentence does, or has several, or is long."""
    if len(text) > LONGEST_TITLE or "。" in text[:-1]:
        return True
    if len(text) > 40 and text.rstrip(" \"'”’)）").endswith((".", "。", ";", "；")):
        return True
    return sum(map(text.count, ENDS[:3] if text.isascii() else ENDS)) > 2 and len(SENTENCE_BREAK.findall(text)) > 2
