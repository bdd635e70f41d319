"""What a site's robots.txt lets us read: RFC 9309, matched by protego.

protego groups, normalises and matches; it is handed the file rewritten, because its own reading departs from the RFC:
a group for ``comm`` would be ours (2.2.1 wants the whole product token), a version behind the token would hide a
group, an unknown line between two user-agent lines would part them (2.2.4), form feeds would end lines (2.2), octets
that are no UTF-8 (paths in GBK) would all be one replacement character, and a slash in a query would differ from its
escape (2.2.2). Three of protego's habits stay, all Google's: ``Allow: /a/index.html`` allows ``/a/`` as well, common
misspellings of Disallow and lines without a colon count, and a final ``$`` matches a dollar sign in the path too.
Escapes of other reserved signs are equal to the signs, as the RFC's table of paths has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import unquote_to_bytes, urlsplit

from protego import Protego

TOKEN = "communique"  # noqa: S105
"""The product token of RFC 9309, 2.2.1; the User-Agent header begins with it."""
PARSED = 500 * 1024
"""How many bytes of a robots.txt are read: the least that RFC 9309, 2.5 asks for."""
LONGEST_DELAY = 60
"""Seconds: what a site may make us wait between two requests; a longer delay is cut to this."""

AGENT = re.compile(r"user[- ]?agent(?:\s*:|\s+(?=\S+$))\s*(?P<value>.*)", re.I)
"""``User-agent: communique/1.0``; without a colon only before a single word."""
RULE = re.compile(r"(?:allow|disallow|dissallow|dissalow|disalow|diasllow|disallaw)\s*(?::|\s)", re.I)
"""``Disallow: /a``; protego's misspellings."""
PACE = re.compile(r"(?:crawl[- ]delay|request[- ]rate)\s*(?::|\s)", re.I)
"""``Crawl-delay: 5``, ``Request-rate: 1/10s``: in no standard, in many files."""
NOT_ASCII = re.compile(r"(?:%[89a-f][0-9a-f])+", re.I)
"""``%E6%96%B0``: escaped octets outside ASCII."""
NEVER = b"User-agent: *\nDisallow: /"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for us, and the seconds it wants between two requests (None: it does not say)."""

    rules: Protego
    delay: float | None = None

    @classmethod
    def answered(cls, status: int, body: bytes) -> Self:
        """The rules that an answer to ``/robots.txt`` gives (RFC 9309, 2.3.1).

        2xx: what stands in the body. 4xx, and a redirect that the caller no longer follows: there are no rules,
        everything is allowed. Any other status: the site could not say, nothing is allowed.
        """
        if 200 <= status < 300:
            return cls._parsed(body)
        return cls._parsed(b"") if 300 <= status < 500 else cls.unreachable()

    @classmethod
    def unreachable(cls) -> Self:
        """Nothing is allowed: the site did not answer, and may have rules."""
        return cls._parsed(NEVER)

    @classmethod
    def _parsed(cls, body: bytes) -> Self:
        lines = _lines(body)
        rules = Protego.parse("\n".join(line for line in lines if not PACE.match(line)))
        return cls(rules, _delay(Protego.parse("\n".join(lines))))

    def allows(self, url: str) -> bool:
        """Whether an http or https URL may be read; ``/robots.txt`` itself always may."""
        path = re.sub(r"^[a-z][a-z0-9+.-]*://[^/?#]*", "", url.partition("#")[0], flags=re.I)
        octets = path.encode("utf-8", "surrogatepass")
        return self.rules.can_fetch("http://site/" + _canonical(_escaped(octets).removeprefix("/")), TOKEN)


def robots_address(url: str) -> str:
    """Where the rules for a URL stand.

    >>> robots_address("https://news.example.org:8443/a?b#c")
    'https://news.example.org:8443/robots.txt'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}/robots.txt"


def _lines(body: bytes) -> list[str]:
    """The user-agent lines, rules and delays of a file in plain ASCII, without comments; what else it has is left out.

    A byte order mark is skipped, whole or in part; octets outside ASCII are percent-encoded as they are. A line that
    the limit cuts is dropped: half a path is a wider rule.
    """
    data = body[:PARSED]
    if len(body) > PARSED and body[PARSED : PARSED + 1] not in (b"\n", b"\r"):
        data = data[: max(data.rfind(b"\n"), data.rfind(b"\r")) + 1]
    data = re.sub(rb"^\xef(?:\xbb\xbf?)?", b"", data)
    lines = (line.partition("#")[0].strip() for line in re.split(r"[\r\n]+", _escaped(data)))
    return [kept for line in lines if (kept := _rewritten(line)) is not None]


def _escaped(octets: bytes) -> str:
    """What is no printable ASCII, tab or line end is percent-encoded."""
    return re.sub(rb"[^\t\n\r -~]", lambda octet: b"%%%02X" % ord(octet[0]), octets).decode("ascii")


def _rewritten(line: str) -> str | None:
    """A line as protego is to read it; None when it is no line of ours."""
    if agent := AGENT.match(line):
        return f"User-agent: {_agent(agent['value'])}"
    if RULE.match(line):
        return _canonical(line)
    return line if PACE.match(line) else None


def _agent(value: str) -> str:
    """``communique`` when the whole product token is ours, ``*`` for every agent, else a name that is nobody's.

    >>> [_agent(value) for value in ("Communique/1.0", "communique-news", "comm", "* # all", "*bot")]
    ['communique', 'other', 'other', '*', 'other']
    """
    if re.match(r"\*(?:\s|$)", value):
        return "*"
    token = re.match(r"[A-Za-z_-]*", value)
    return TOKEN if token and token[0].lower() == TOKEN else "other"


def _canonical(text: str) -> str:
    """A URL or a line with one spelling for what the RFC holds equal and protego does not.

    In a query a slash is not escaped. Escaped octets that are no UTF-8 have their percent signs escaped again: protego
    would decode each of them to the same replacement character.

    >>> _canonical("/search?next=%2Fa%2fb"), _canonical("/%D0%C2%CE%C5/%E6%96%B0")
    ('/search?next=/a/b', '/%25D0%25C2%25CE%25C5/%E6%96%B0')
    """
    path, mark, query = text.partition("?")
    return NOT_ASCII.sub(_readable, path + mark + re.sub("%2f", "/", query, flags=re.I))


def _readable(octets: re.Match[str]) -> str:
    try:
        unquote_to_bytes(octets[0]).decode()
    except UnicodeDecodeError:
        return octets[0].upper().replace("%", "%25")
    return octets[0]


def _delay(paces: Protego) -> float | None:
    """The longer of Crawl-delay and Request-rate in seconds, at most LONGEST_DELAY."""
    delay, rate = paces.crawl_delay(TOKEN), paces.request_rate(TOKEN)
    stated = [] if delay is None else [delay]
    if rate is not None:
        # cut while these are whole numbers: a file may state more seconds than a float can hold
        stated.append(min(rate.seconds, LONGEST_DELAY * rate.requests) / rate.requests)
    return min(max(stated), LONGEST_DELAY) if stated else None
