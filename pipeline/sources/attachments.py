"""The documents that hang on a page: lists of groups are mostly published as attachments."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from pipeline.inputs import Input
from pipeline.sources.answers import text_of
from pipeline.sources.links import address, host_of

ENDINGS = re.compile(r"\.(?:pdf|docx?|xlsx?)$", re.IGNORECASE)
"""Old .doc and .xls as well: that they cannot be read is said, not passed over in silence."""
AROUND = ("nav", "header", "footer", "aside")


def attachments(page: Input) -> tuple[str, ...]:
    """The addresses of PDF, Word and Excel files that a page links to on its own host, each once, in its order.

    Links in the navigation, head and foot of the page are left out. Raises what ``decode`` raises for what is no text.
    """
    decoded = text_of(page)
    soup = BeautifulSoup(decoded.text, "lxml")
    base_tag = soup.find("base", href=True)
    base = str(base_tag["href"]) if isinstance(base_tag, Tag) else ""
    base = address(base, page.source) or page.source
    found: dict[str, None] = {}
    for link in soup.find_all("a", href=True):
        url = address(str(link["href"]), base, decoded.charset)
        if url is None or host_of(url) != host_of(page.source) or link.find_parent(AROUND) is not None:
            continue
        named = str(link.get("download") or "") or link.get_text(" ", strip=True)
        if ENDINGS.search(urlsplit(url).path) or ENDINGS.search(named):
            found[url] = None
    return tuple(found)
