"""Blocks into sentences.

A list item, a table row, a heading and a label line are one sentence each. Prose ends at a terminal mark that is not
part of "No. 2", "Dr. Li", an initial, a number or a web address; machine translations often leave out the space after it.
Chinese has its own marks, with the quotation marks that close behind them, and is often printed with a plain ! or ?.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text import Block, Sentence, Text, trim

END = re.compile(
    r"[.!?…。！？；](?:"
    r"(?<=[。！？；])[”’」』）\"]*"
    r"|(?<=[㐀-鿿”」』）)》][!?])[!?]*[”」』）)]*(?=[㐀-鿿“「『《（(])"
    r"|(?:[.!?…]*[\"'”’)\]]*)(?=\s+[\"'“‘(\[]?[A-Z0-9\u3400-\u9fff*■]|\s*$)"
    r"|(?<=[a-z\"”)%][.!?])[\"”]?(?=[A-Z][a-z]+[ ,])"
    r"|(?<=[a-z]{3}\.)(?=\s+[a-z\"“]+\s)"
    r")"
)
NO_END = re.compile(
    r"(?:(?<=[A-Z]{2} )NO|\b(?:Nos?|Dr|Mr|Mrs|Ms|St|Prof|Hon|Vol|Art|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Fig|etc|vs|approx|incl|dept|govt|est|viz|al|resp)|\b[A-Z])\.$"
)
NUMBER = re.compile(r"\W*\d{1,3}\.$")
WHOLE = frozenset({"heading", "table_row", "caption"})
LONGEST = 10_000
"""Characters of a sentence: room for a list of 300 schools. What goes on for longer is cut at a space, for rules look about
within a sentence, and their time grows with its square."""


def split(text: Text) -> Iterator[Sentence]:
    """The sentences of every block that may yield records, numbered from 0."""
    string = text.string
    number = 0
    for block in text.blocks:
        if block.role == "furniture":
            continue
        start = block.start
        for end in (*ends(string, block), block.end) if block.kind not in WHOLE else (block.end,):
            for part in short(string, start, end) if end - start > LONGEST else ((start, end),):
                span = trim(string, *part)
                if span is not None:
                    yield Sentence(span, block, number)
                    number += 1
            start = end


def ends(string: str, block: Block) -> Iterator[int]:
    """Where the sentences of a block end, the last one left out, in code points."""
    start = block.start
    for match in END.finditer(string, start, block.end):
        mark, end = match.span()
        if end >= block.end:
            return
        if string[mark] == "." and (
            NO_END.search(string, max(start, mark - 6), mark + 1) or NUMBER.match(string, start, mark + 1)
        ):
            continue
        yield end
        start = end


def short(string: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece in parts of at most LONGEST characters."""
    while end - start > LONGEST:
        cut = string.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield start, cut
        start = cut
    yield start, end
