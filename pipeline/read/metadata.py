"""What a page says of itself in its head: meta tags, JSON-LD, the canonical link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.read.credit import is_office
from pipeline.read.dates import delimited_day
from pipeline.read.lexicon import lexicon
from pipeline.read.markup import Markup
from pipeline.read.names import people_in

ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report", "WebPage", "PressRelease")
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publishtime",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "releasedate",
    "weibo:article:create_at",
)
PUBLISHED_NAME = re.compile(
    r"(?:first|article|content|a)?(?:pub(?:lish(?:ed)?|lication)?|releas(?:e|ed)|issued?|creat(?:e|ed|ion))(?:date|time|at|on)"
    r"|dateissued|datecreated|dateupdate"
)
"""What other sites call the day of publication, without the marks between the words."""
AUTHOR = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
)
TITLE = ("og:title", "articletitle", "twitter:title", "dc.title", "dcterms.title")
PUBLISHER = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "contentsource", "sitename")
ORGANISATION = frozenset(
    ("school", "schools", "university", "college", "academy", "trust", "hospital", "foundation", "group", "alliance")
)
"""Words in the name of whoever keeps a site of its own."""
HAN = re.compile(r"[㐀-鿿]")
SPACE = re.compile(r"\s+")
GLUED = re.compile(r"(?<=[a-z])-(?=[A-Z])")
"""'School news-Bay University': a hyphen without spaces that parts two names."""
SITE_SEPARATOR = re.compile(r"\s+[|–—·»«:]+\s+|\s+-\s+|\s*-{2,}\s*|[|_｜]+|(?<=[㐀-鿿])-(?=[㐀-鿿])")


@dataclass(frozen=True, slots=True)
class Stated:
    """What the head of a page states; None and () where it is silent."""

    title: str | None = None
    """og:title or JSON-LD headline."""
    window_title: str | None = None
    """<title>, with the site's name still in it."""
    published: str | None = None
    publisher: str | None = None
    people: tuple[str, ...] = ()
    url: str | None = None


def stated_by(markup: Markup) -> Stated:
    """What the head of a page states."""
    meta = _meta(markup)
    objects = list(_json_objects(markup))
    window = markup.first("title")
    dates = [_string(each.get("datePublished") or each.get("pubDate")) for each in objects]
    dates += [meta.get(name, "") for name in PUBLISHED]
    others = [value for name, value in meta.items() if PUBLISHED_NAME.fullmatch(re.sub("[^a-z]", "", name))]
    order = [meta.get("article:published_time", ""), *dates, *_item_dates(markup), *others]
    return Stated(
        title=clean(next(filter(None, (*(meta.get(name, "") for name in TITLE), *_headlines(objects))), "")),
        window_title=clean(window.string()) if window else None,
        published=next(filter(None, map(delimited_day, filter(None, order))), None),
        publisher=_publisher(meta, objects),
        people=tuple(dict.fromkeys(_people(meta, objects))),
        url=_url(markup, meta),
    )


def clean(text: str) -> str | None:
    """A text with single spaces; None when nothing is left."""
    return SPACE.sub(" ", text).strip() or None


def without_site(title: str, publisher: str | None) -> str:
    """A window title without the name of the site at one of its ends.

    >>> without_site("New school group founded - Example Daily", "Example Daily")
    'New school group founded'
    """
    parts = title_parts(title)
    if len(parts) < 2:
        return title
    for own in (parts[-1], parts[0]):
        if publisher and own.lower() == publisher.lower():
            parts.remove(own)
    return max(parts, key=len) if len(parts) > 1 else parts[0]


def title_parts(title: str) -> list[str]:
    """The parts of a window title: the article's, the section's, the site's.

    >>> title_parts("三校结盟_新闻动态_某市教育局")
    ['三校结盟', '新闻动态', '某市教育局']
    """
    return [part.strip() for part in SITE_SEPARATOR.split(title) if part and part.strip()]


def site_in(window_title: str, title: str | None) -> str | None:
    """The site's name in a window title: what stands at its end behind the article's title, else at its start.

    >>> site_in("Bay schools join hands-Bay University", "Bay schools join hands")
    'Bay University'
    """
    rest = window_title
    if title and window_title.startswith(title):
        rest = window_title[len(title) :].strip(" -–—|_·:»")
    parts = [piece for part in title_parts(rest) for piece in GLUED.split(part) if piece not in ("", title)]
    if not parts:
        return None
    if title and window_title.startswith(title):
        parts.reverse()
    named = [part for part in parts if is_site_name(part)]
    return next((part for part in named if not is_office(part)), next(iter(named), None))


def is_site_name(text: str) -> bool:
    """Whether a part of a window title names who publishes: an office, or a few capitalised words."""
    if is_office(text):
        return True
    if HAN.search(text):
        return len(text) <= 20 and bool(lexicon().organisation_zh.search(text))
    words = text.split()
    named = all(word[0].isupper() or len(word) <= 3 for word in words)
    return 2 <= len(words) <= 7 and named and any(word.lower() in ORGANISATION for word in words)


def _meta(markup: Markup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in markup.named.get("meta", ()):
        attributes = tag.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content", "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _item_dates(markup: Markup) -> Iterator[str]:
    for tag in markup.elements:
        if tag.attributes.get("itemprop") == "datePublished":
            yield tag.attributes.get("datetime") or tag.attributes.get("content") or tag.string()


def _json_objects(markup: Markup) -> Iterator[dict[str, object]]:
    """The article objects of the page's JSON-LD, those for Baidu (``pubDate``) too; broken JSON states nothing."""
    for script in markup.named.get("script", ()):
        if script.attributes.get("type") != "application/ld+json":
            continue
        try:
            stack: list[object] = [json.loads(script.string(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack:
            node = stack.pop()
            if isinstance(node, list):
                stack.extend(reversed(node))
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if set(kinds if isinstance(kinds, list) else [kinds]) & set(ARTICLES) or "pubDate" in node:
                    yield node
                stack.extend(value for key, value in node.items() if key in ("@graph", "mainEntity"))


def _headlines(objects: list[dict[str, object]]) -> Iterator[str]:
    for each in objects:
        yield _string(each.get("headline"))


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _names(value: object) -> Iterator[str]:
    """The names in a JSON-LD author or publisher: a string, an object with a name, or a list of them."""
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str) and name.strip() and not name.startswith(("http://", "https://")):
            yield SPACE.sub(" ", name).strip()


def _publisher(meta: dict[str, str], objects: list[dict[str, object]]) -> str | None:
    named = [meta.get(name, "") for name in PUBLISHER[:1]]
    named += [name for each in objects for name in _names(each.get("publisher"))]
    named += [meta.get(name, "") for name in PUBLISHER[1:]]
    return next((clean(name) for name in named if name and not name.startswith(("http://", "https://"))), None)


def _people(meta: dict[str, str], objects: list[dict[str, object]]) -> Iterator[str]:
    """Authors that are people; the name of an office or a login is none."""
    for each in objects:
        for name in _names(each.get("author")):
            yield from people_in(name).people
    for key in AUTHOR:
        if key in meta and not meta[key].startswith(("http://", "https://")):
            yield from people_in(re.sub(r"^(?i:by)\s+", "", meta[key])).people


def _url(markup: Markup, meta: dict[str, str]) -> str | None:
    links = (link.attributes for link in markup.named.get("link", ()))
    canonical = next((link for link in links if "canonical" in link.get("rel", "").split()), {})
    for url in (canonical.get("href", ""), meta.get("og:url", "")):
        if url.strip().lower().startswith(("http://", "https://")):
            return url.strip()
    return None
