"""The tables of ``state.sqlite``, and their rows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table

TABLES = MetaData()
INDEXED = Table(
    "indexed",
    TABLES,
    Column("file", String, primary_key=True),
    Column("end", Integer, nullable=False, doc="bytes of the archive's file that are indexed"),
)
CAPTURE = Table(
    "capture",
    TABLES,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("identity", String, nullable=False, doc="the address after redirects, or the path of a file"),
    Column("page", String, nullable=False, doc="the address as it was listed"),
    Column("source", String, nullable=False),
    Column("at", String, nullable=False),
    Column("key", String, nullable=False, doc="digest of the bytes and all that is told of them beside"),
    Column("file", String, nullable=False),
    Column("offset", Integer, nullable=False),
    Index("capture_of", "identity", "id"),
)
PAGE = Table(
    "page",
    TABLES,
    Column("address", String, primary_key=True),
    Column("role", String, nullable=False, doc="page, attachment, listing or file"),
    Column("source", String, nullable=False),
    Column("via", String),
    Column("language", String),
    Column("seen", String, nullable=False, doc="when it was first listed"),
    Column("visited", String, doc="when it last answered"),
    Column("captured", String, doc="when its bytes were last archived"),
    Column("visits", Integer, nullable=False, default=0, doc="answers since it was first seen or last changed"),
    Column("failures", Integer, nullable=False, default=0, doc="failures since it last answered"),
    Column("due", String, nullable=False),
    Column("outcome", String, doc="answered, unchanged, gone or failed"),
    Column("etag", String),
    Column("modified", String, doc="Last-Modified as the server wrote it"),
    Column("answered", String, doc="the address that gave these two, after redirects"),
    Column("wanted", String, doc="of a list: a digest of what its source wanted of it when it was last taken"),
    Index("page_due", "due"),
)
VERSION = Table(
    "version",
    TABLES,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("identity", String, nullable=False),
    Column("version", String, nullable=False),
    Column("capture", Integer, nullable=False),
    Column("at", String, nullable=False),
    Index("version_of", "identity", "id"),
)
RESULT = Table(
    "result",
    TABLES,
    Column("key", String, primary_key=True, doc="capture.key with rules version and settings"),
    Column("capture", Integer, nullable=False),
    Column("records", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
NIGHT = Table(
    "night",
    TABLES,
    Column("last", Integer, primary_key=True, doc="the last capture from before the syncs that are not published yet"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A row of ``page``."""

    address: str
    role: str
    source: str
    via: str | None
    language: str | None
    seen: str
    visited: str | None
    captured: str | None
    visits: int
    failures: int
    due: str
    outcome: str | None
    etag: str | None
    modified: str | None
    answered: str | None
    wanted: str | None


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """A row of ``capture``; ``id`` is 0 before it is in the table."""

    id: int
    identity: str
    page: str
    source: str
    at: str
    key: str
    file: str
    offset: int
