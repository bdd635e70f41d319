"""The words of a page at a small part of what parsing it costs: enough to tell what it cannot be about."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from pipeline.read.lexicon import page_words

UNSEEN = re.compile(
    r"<(?:[sS](?:(?i:cript)\b[^<>]*+(?<!/)>[^<]*+(?:<(?!/(?i:script))[^<]*+)*+"
    r"|(?i:tyle)\b[^<>]*+(?<!/)>[^<]*+(?:<(?!/(?i:style))[^<]*+)*+)"
    r"|!--(?!-?>)[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>)?)"
)
"""A script, a style sheet or a comment up to its end."""
TAG = re.compile(r"<(/?[a-zA-Z][\w:-]*+|!)([^<>]*+)>")
TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "title"))
BREAKS = frozenset(form for name in (*page_words()["blocks"], *TITLES, "br") for form in (name, f"/{name}"))
"""Tags, in small letters, that end a line; all others may stand inside a word."""
LONGEST_LINK = 300
"""How many characters a link has at most; one with more was never closed."""


class Rough(NamedTuple):
    """The words of a page, a block a line; lines that are nothing but links are left out."""

    prose: str
    headings: str


def rough_text(markup: str) -> Rough:
    """The words of a page that may stand in its article, and others: nothing is parsed, nothing judged.

    >>> rough_text("<h1>News</h1><p>An<b>bu</b> &amp;\\n Co. <a href='x'>said</a> so.<li><a href='y'>Terms</a></li>")
    Rough(prose='Anbu & Co. said so.', headings='News')
    """
    parts = TAG.split(UNSEEN.sub("", markup))
    prose: list[str] = []
    headings: list[str] = []
    line, kept = parts[:1], bool(parts[0].strip())
    lines, linked = prose, 0
    for n in range(1, len(parts), 3):
        name, text = parts[n].lower(), parts[n + 2]
        if name in BREAKS:
            if kept:
                lines.append("".join(line))
            line, kept = [], False
            lines = headings if name in TITLES else prose
        elif name == "a":
            linked = LONGEST_LINK if "href" in parts[n + 1].lower() else 0
        elif name == "/a":
            linked = 0
        if text:
            line.append(text)
            linked -= len(text)
            kept = kept or (linked <= 0 and not text.isspace())
    if kept:
        lines.append("".join(line))
    return Rough(_printed(prose), _printed(headings))


def _printed(lines: list[str]) -> str:
    return "\n".join(" ".join(unescape(line).split()) for line in lines)
