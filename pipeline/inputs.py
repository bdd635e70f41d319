"""What the user names on the command line, opened one by one: files, folders, URLs, standard input, manifests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What a manifest says of one input; it outranks what the page says of itself."""

    source_url: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """One document's bytes as they came. ``source`` is its identity (see RECORDS: Document.id)."""

    source: str
    data: bytes
    media_type: str
    charset: str | None = None
    retrieved_at: str | None = None
    given: Given = Given()
