"""What an opened input is: a document's bytes, several captures of it, a page to fetch, or something left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipeline.errors import InputError


@dataclass(frozen=True, slots=True)
class Given:
    """What a manifest says of one input; it outranks what the page says of itself."""

    source_url: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    title: str | None = None
    announced_by: str | None = None
    """The page that an attachment hangs on."""


@dataclass(frozen=True, slots=True)
class Input:
    """One document's bytes as they came. ``source`` is its identity (see RECORDS: Document.id)."""

    source: str
    data: bytes
    media_type: str
    charset: str | None = None
    retrieved_at: str | None = None
    given: Given = Given()


@dataclass(frozen=True, slots=True)
class Versions:
    """Several captures of one document, newest first; the first that can be read is the document.

    The openings can be pickled: another process may call them.
    """

    source: str
    openings: tuple[Callable[[], Input], ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A page that is still to be fetched (``fetching``); ``label`` is the name that the user knows it by."""

    source: str
    label: str
    given: Given = Given()

    @property
    def host(self) -> str:
        """Who is asked for it; empty for an address that cannot be read."""
        try:
            return urlsplit(self.source).hostname or ""
        except ValueError:
            return ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something not read: a file of a folder, or a block of a page; why, and how it begins (at most 80 characters)."""

    path: str
    reason: str
    excerpt: str = ""


Opened = tuple[str, Input | Versions | Address | InputError | LeftOut]
"""The name that the user knows it by, and what came of it."""
