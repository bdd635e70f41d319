"""What a source answers with: links, each page under one address, and further addresses to ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

LONGEST = 4096
"""Characters of an address; what is longer is no address of an announcement."""
PORTS = {"http": 80, "https": 443}
BREAKS = re.compile(r"[\t\r\n]")
NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
ESCAPE = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)
KEPT = "%/?:@!$&'()*+,;=~[]|^\\"
"""Signs that stay as they are in a path or a query, besides letters and digits."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page that a source names. ``published`` and ``modified`` are EDTF: YYYY, YYYY-MM or YYYY-MM-DD, as stated
    there, in the time zone stated there."""

    url: str
    title: str | None = None
    published: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What one answer of a source holds, in its order, each address once.

    ``further`` are addresses to ask as well: the child sitemaps of an index, the next page of a listing.
    ``foreign`` counts the addresses left out of a sitemap because they are on another host.
    """

    links: tuple[Link, ...]
    further: tuple[str, ...] = ()
    foreign: int = 0


def address(found: str, base: str, charset: str = "utf-8") -> str | None:
    """The address that a page at ``base`` means by what it writes; None for what is no public http or https address.

    Scheme and host in lower case, no fragment, no default port, no dot segments; white space and letters outside ASCII
    percent-encoded, in a query by the charset of the page, as browsers do. Addresses with a user name or a password in
    them are none. The host keeps its letters: whoever connects encodes it.

    >>> address(" ../a b.html#top", "HTTP://Example.org:80/news/list/index.html")
    'http://example.org/news/a%20b.html'
    >>> address("javascript:void(0)", "https://example.org/") is None
    True
    """
    written = BREAKS.sub("", found).strip()
    head, sign, query = written.partition("?")
    if not written or len(written) > LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base, head.replace("\\", "/") + sign + query))
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError:
        return None
    if scheme not in PORTS or not host or "@" in parts.netloc or port == 0:
        return None
    place = f"[{host}]" if ":" in host else host
    if port and port != PORTS[scheme]:
        place += f":{port}"
    path = parts.path or "/"
    if "/." in path:
        path = urlsplit(urljoin(f"{scheme}://{place}/", path)).path
    return urlunsplit((scheme, place, _escaped(path, "utf-8"), _escaped(parts.query, charset), ""))


def _escaped(part: str, charset: str) -> str:
    """A path or query in ASCII; escapes that stand there stay, in capitals."""
    whole = quote(NO_ESCAPE.sub("%25", part), safe=KEPT, encoding=charset, errors="xmlcharrefreplace")
    return ESCAPE.sub(lambda escape: escape[0].upper(), whole)


def host_of(url: str) -> str:
    """The host of an address, without the ``www.`` that many sites have and leave out at will.

    >>> host_of("https://www.example.org:8080/a")
    'example.org:8080'
    """
    return urlsplit(url).netloc.removeprefix("www.")
