"""Links that open a live page at a quote: text fragments (https://wicg.github.io/scroll-to-text-fragment/).

``https://….html#:~:text=prefix-,quote,-suffix`` marks the quote where it stands between the prefix and the suffix.
Browsers match the words of one block, take any white space for one space, and want the prefix to begin and the suffix
to end at the edge of a word. A quote that runs over several blocks or cells is given by its first and last words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from urllib.parse import quote as percent_encoded

from pipeline.inputs import PDF
from pipeline.records import Document, Source

AROUND = 40
"""How many code points before and after a quote are looked at for the words around it."""
LONGEST = 300
"""A longer quote is given by its first and last words; some browsers cut long addresses."""
EDGE_WORDS = 5
PAGE = re.compile(r"page\[(\d+)\]/")
SPACE = re.compile(r"\s+")
FIRST_BREAK = re.compile(r"[\s,.;:!?，。；：！？、]+")
LAST_BREAK = re.compile(r"[\s,.;:!?，。；：！？、]+(?=[^\s,.;:!?，。；：！？、]*$)")


def page(document: Document) -> str | None:
    """The address of the live page: the document's own, else its source; None when neither is on the web."""
    for url in (document.source_url, document.source):
        if url and url.lower().startswith(("http://", "https://")):
            return url
    return None


def link(document: Document, source: Source) -> str:
    """The page at a value; empty when the document has no address. Spaces, which would end it, are encoded.

    A PDF is opened on the page of the value (``#page=3``), for few of its viewers know text fragments.
    """
    url = page(document)
    if url is None:
        return ""
    if "#" not in url and (number := page_number(document, source.start)):
        url = f"{url}#page={number}"
    mark = ":~:" if "#" in url else "#:~:"
    return f"{SPACE.sub('%20', url.strip())}{mark}{directive(document, source.start, source.end)}"


def page_number(document: Document, offset: int) -> str | None:
    """The page of a PDF that an offset stands on; None in other documents."""
    paths = (block.path for block in document.blocks if block.start <= offset < block.end)
    match = PAGE.match(next(paths, "") or "") if document.media_type == PDF else None
    return match[1] if match else None


def directive(document: Document, start: int, end: int) -> str:
    """The text directive of a run of the document, ``text=prefix-,quote,-suffix``; offsets in code points."""
    low, high = bounds(document, start)
    low_end, high_end = (low, high) if end <= high else bounds(document, end - 1)
    before, after = prefix(document.text, low, start), suffix(document.text, end, high_end)
    parts = [f"{encoded(before)}-"] if before else []
    if end <= high and end - start <= LONGEST:
        parts.append(encoded(document.text[start:end]))
    else:
        first, last = document.text[start : min(end, high)], document.text[max(start, low_end) : end]
        parts += [encoded(edge(first, EDGE_WORDS)), encoded(edge(last, -EDGE_WORDS))]
    if after:
        parts.append(f"-{encoded(after)}")
    return f"text={','.join(parts)}"


def bounds(document: Document, offset: int) -> tuple[int, int]:
    """The cell, or else the block, that holds an offset; the whole text when none does. Blocks are in text order."""
    at = bisect_right(document.blocks, offset, key=lambda block: block.start) - 1
    if at < 0 or offset >= document.blocks[at].end:
        return 0, len(document.text)
    block = document.blocks[at]
    cells = (cell for cell in block.cells or () if cell[0] <= offset < cell[1])
    return next(cells, (block.start, block.end))


def prefix(text: str, low: int, start: int) -> str:
    """The words before a quote; where the window cuts a word, it begins behind the next break."""
    window = text[max(low, start - AROUND) : start]
    if start - AROUND > low and not text[start - AROUND - 1].isspace() and (cut := FIRST_BREAK.search(window)):
        window = window[cut.end() :]
    return window.strip()


def suffix(text: str, end: int, high: int) -> str:
    """The words after a quote; where the window cuts a word, it ends before the last break."""
    window = text[end : min(high, end + AROUND)]
    if end + AROUND < high and not text[end + AROUND].isspace() and (cut := LAST_BREAK.search(window)):
        window = window[: cut.start()]
    return window.strip()


def edge(text: str, words: int) -> str:
    """The first words of a run, or its last ones when the number is negative; 20 signs of writing without spaces."""
    parts = text.split()
    chosen = " ".join(parts[:words] if words > 0 else parts[words:])
    if len(chosen) <= AROUND:
        return chosen
    return chosen[: AROUND // 2] if words > 0 else chosen[-AROUND // 2 :]


def encoded(text: str) -> str:
    """A part of a directive: percent-encoded, with the marks that the syntax needs for itself (``-``, ``,``, ``&``).

    >>> encoded("No. 2-5,  A&B")
    'No.%202%2D5%2C%20A%26B'
    """
    return percent_encoded(SPACE.sub(" ", text.strip()), safe="").replace("-", "%2D")
