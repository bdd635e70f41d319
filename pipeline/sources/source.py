"""One source: where announcements come from, which of them are wanted, and how often it may be asked."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit

import soupsieve
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, model_validator

from pipeline.inputs.manifest import LANGUAGE
from pipeline.sources.links import Link

Kind = Literal["feed", "sitemap", "listing", "page", "folder", "warc"]
NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
NUMBER = re.compile(r"\{(_?)n\}")
"""Where the address of a listing counts its pages: ``{n}`` is 1, 2, 3; ``{_n}`` is nothing, _1, _2, as in
index.html, index_1.html."""
MOST_PAGES = 1000
MOST_DAYS = 36_500

ONLINE: tuple[Kind, ...] = ("feed", "sitemap", "listing", "page")
LISTS: tuple[Kind, ...] = ("feed", "sitemap", "listing", "folder", "warc")
KINDS_OF_KEY: dict[str, tuple[Kind, ...]] = {
    "url": ONLINE,
    "delay": ONLINE,
    "allow_private": ONLINE,
    "attachments": ONLINE,
    "revisit": ONLINE,
    "include": LISTS,
    "exclude": LISTS,
    "keywords": LISTS,
    "since": LISTS,
    "link": ("listing",),
    "next": ("listing",),
    "pages": ("listing",),
    "path": ("folder", "warc"),
}
"""The kinds of source that a key belongs to; a key that is not named here belongs to all."""


def _name(value: str) -> str:
    if not NAME.fullmatch(value):
        raise ValueError(
            "is no name; use small letters, digits, hyphens, dots and underscores, a letter or digit first"
        )
    return value


def _pattern(value: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(value)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise ValueError(
            f"{value!r} is no pattern ({error}); mend it, or write a backslash before its signs"
        ) from error
    return value


def _selector(value: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            soupsieve.compile(value)
    except (soupsieve.SelectorSyntaxError, NotImplementedError, ValueError, Warning) as error:
        reason = str(error).partition("\n")[0]
        raise ValueError(f"{value!r} is no CSS selector ({reason}); write one such as 'ul.news a'") from error
    return value


def _url(value: str) -> str:
    """The address as written; what is wrong is said without it, for it may hold a password."""
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError("is no valid address; check its spelling") from error
    if "@" in parts.netloc:
        raise ValueError("has a user name or password in it; leave them out, or save the pages and name the folder")
    if parts.scheme not in ("http", "https") or not host or port == 0 or re.search(r"\s", value):
        raise ValueError("is no http or https address; write one that starts with https://")
    return value


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise ValueError(f"{value!r} is no language; write a code such as en or zh")
    return value


def _day(value: object) -> object:
    """TOML's own dates, or one in quotes."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and len(value) == len("2024-09-01"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError("is no day; write it as 2024-09-01")


def _revisit(value: object) -> object:
    """A number of days, or several that rise."""
    days = value if isinstance(value, list | tuple) else [value]
    if not days or any(
        isinstance(day, bool) or not isinstance(day, int | float) or not 0 < day <= MOST_DAYS for day in days
    ):
        raise ValueError("is no number of days; write 7, or [1, 7, 30]")
    if any(later <= day for day, later in pairwise(days)):
        raise ValueError("has days that do not rise; write them as [1, 7, 30]")
    return tuple(map(float, days)) if isinstance(value, list | tuple) else value


Pattern = Annotated[str, Field(min_length=1), AfterValidator(_pattern)]
Selector = Annotated[str, Field(min_length=1), AfterValidator(_selector)]
Word = Annotated[str, Field(min_length=1, pattern=r"\S")]


class Source(BaseModel):
    """One block of a source list. Keys that do not belong to its kind are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, AfterValidator(_name)]
    kind: Kind
    url: Annotated[str, AfterValidator(_url)] | None = None
    path: Path | None = None
    language: Annotated[str, AfterValidator(_language)] | None = None
    include: tuple[Pattern, ...] = ()
    exclude: tuple[Pattern, ...] = ()
    keywords: tuple[Word, ...] = ()
    since: Annotated[date, BeforeValidator(_day)] | None = None
    delay: Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)] = 2.0
    allow_private: StrictBool = False
    attachments: StrictBool = True
    revisit: Annotated[float | tuple[float, ...] | None, BeforeValidator(_revisit)] = None
    """Days until a page is asked again: one number, every so often; several, so many days after it was first asked."""
    link: Selector = "a[href]"
    next: Selector | None = None
    pages: Annotated[int, Field(strict=True, ge=1, le=MOST_PAGES)] = 1

    @model_validator(mode="after")
    def _fits(self) -> Source:
        for key in sorted(self.model_fields_set):
            if self.kind not in (kinds := KINDS_OF_KEY.get(key, (self.kind,))):
                raise ValueError(
                    f"{key}: does not belong to kind '{self.kind}' but to {', '.join(kinds)}; leave it out"
                )
        place = "url" if self.kind in ONLINE else "path"
        if getattr(self, place) is None:
            raise ValueError(f"kind: '{self.kind}' needs {place}; add it")
        if NUMBER.search(self.url or "") and self.kind != "listing":
            raise ValueError("url: counts pages with {n}, as only a listing does; write the address of one page")
        if NUMBER.search(self.url or "") and (self.next or "pages" not in self.model_fields_set):
            raise ValueError("url: counts its pages with {n}; say how many there are with pages, and leave out next")
        if self.pages > 1 and not (self.next or NUMBER.search(self.url or "")):
            raise ValueError("pages: is more than 1, and nothing leads to a second page; add next, or write {n} in url")
        return self

    def addresses(self) -> tuple[str, ...]:
        """The addresses to ask first: all pages of a listing that counts them, else the one; none for a path.

        Further pages come from the answers (``Listing.further``); of a listing at most ``pages`` are to be asked.
        """
        if self.url is None:
            return ()
        if not NUMBER.search(self.url):
            return (self.url,)
        return tuple(_page(self.url, number) for number in range(1, self.pages + 1))

    def wanted(self, link: Link) -> str | None:
        """Why a link is left out; None when it is wanted.

        What is not known does not count against a link: a title when keywords are given, a date when ``since`` is.
        """
        if self.include and not any(re.search(pattern, link.url) for pattern in self.include):
            return "its address has none of the patterns of include"
        if pattern := next((each for each in self.exclude if re.search(each, link.url)), None):
            return f"its address has the pattern {pattern!r} of exclude"
        if day := self.outdated(link):
            return f"it is of {day}, before {self.since}"
        if self.keywords and link.title is not None and not self._has_keyword(link.title, link.url):
            return "neither its title nor its address has a keyword"
        return None

    def outdated(self, link: Link) -> str | None:
        """The day, month or year of a link that is wholly before ``since``; None for what may be of later."""
        if self.since is None:
            return None
        since = self.since.isoformat()
        days = [day for day in (link.published, link.modified) if day is not None]
        return next((day for day in days if day < since[: len(day)]), None)

    def _has_keyword(self, title: str, url: str) -> bool:
        text = f"{title}\n{unquote(url)}".casefold()
        return any(word.casefold() in text for word in self.keywords)


def _page(url: str, number: int) -> str:
    """The address of one page of a listing that counts its pages.

    >>> [_page("https://example.org/index{_n}.html", number) for number in (1, 2)]
    ['https://example.org/index.html', 'https://example.org/index_1.html']
    """
    later = f"_{number - 1}" if number > 1 else ""
    return url.replace("{n}", str(number)).replace("{_n}", later)
