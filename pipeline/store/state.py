"""What ``sync`` knows between two nights: ``state.sqlite`` in the data set's folder.

The archive is the truth and the state an index of it: every row of ``capture`` and every visit of ``page`` is made from
an archived exchange, in one transaction with the note of how far the archive is indexed. A lost state is made anew
from the archive; only failures without an answer and the links that no page was fetched for are then forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    delete,
    func,
    insert,
    select,
    update,
)

from pipeline.store.database import Database
from pipeline.store.tables import CAPTURE, INDEXED, NIGHT, PAGE, RESULT, TABLES, VERSION, CaptureRow, Page

STATE = "state.sqlite"
SCHEMA = 1
"""The version of the tables; written into the file as SQLite's ``user_version``."""
REBUILD = "move it away; the next sync makes a new one from the archive"


class State(Database):
    """The database, one transaction at a time; threads share it.

    A power cut may take back the last transactions, never half of one: what the archive holds is indexed again. The
    archive is forced to the disk before its index is written, so that the index never knows more than it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, TABLES, SCHEMA, REBUILD, "NORMAL")

    def begun(self) -> int:
        """The number of the last capture before this sync, and before those that ended without publishing theirs."""
        with self.transaction() as connection:
            last = connection.scalar(select(NIGHT.c.last))
            if last is None:
                last = connection.scalar(select(func.max(CAPTURE.c.id))) or 0
                connection.execute(insert(NIGHT).values(last=last))
            return int(last)

    def end(self) -> None:
        """Note that results are published; the next sync begins anew."""
        with self.transaction() as connection:
            connection.execute(delete(NIGHT))

    def indexed(self) -> dict[str, int]:
        """How many bytes of each file of the archive are indexed."""
        with self.transaction() as connection:
            return {row.file: row.end for row in connection.execute(select(INDEXED))}

    def page(self, address: str) -> Page | None:
        """What is known of a page."""
        with self.transaction() as connection:
            row = connection.execute(select(PAGE).where(PAGE.c.address == address)).one_or_none()
            return Page(*row) if row else None

    def due(self, now: str, sources: Sequence[str]) -> list[Page]:
        """The pages and attachments of these sources whose time has come, by source, then as they were listed."""
        chosen = select(PAGE).where(PAGE.c.due <= now, PAGE.c.role.in_(("page", "attachment")))
        with self.transaction() as connection:
            found = [Page(*row) for row in connection.execute(chosen.order_by(PAGE.c.seen, PAGE.c.address))]
        place = {source: at for at, source in enumerate(sources)}
        return sorted((page for page in found if page.source in place), key=lambda page: place[page.source])

    def listed(
        self, pages: Sequence[dict[str, Any]], by: dict[str, Any] | None = None, active: Sequence[str] = ()
    ) -> int:
        """Take in addresses that are not known yet, and the list that names them, as it is now; how many were new.

        A known page of a source that is not among the ``active`` ones, where these are given, goes over to its lister.
        """
        with self.transaction() as connection:
            if active:
                adopt_pages(connection, pages, active)
            if by is not None:
                list_pages(connection, [by])
                told = {name: by[name] for name in ("visited", "etag", "modified", "answered", "wanted")}
                change_page(connection, by["address"], **told)
                further = [page["address"] for page in pages if page["role"] == "listing"]
                lists = update(PAGE).where(PAGE.c.role == "listing")
                connection.execute(lists.where(PAGE.c.via == by["address"]).values(via=None))
                new = list_pages(connection, pages)
                connection.execute(lists.where(PAGE.c.address.in_(further)).values(via=by["address"]))
                return new
            return list_pages(connection, pages)

    def children(self, address: str) -> tuple[str, ...]:
        """The lists that a list named when it was last taken."""
        chosen = select(PAGE.c.address).where(PAGE.c.via == address, PAGE.c.role == "listing")
        with self.transaction() as connection:
            return tuple(connection.scalars(chosen.order_by(PAGE.c.seen, PAGE.c.address)))

    def change(self, address: str, **values: Any) -> None:
        """Change what is known of a page."""
        with self.transaction() as connection:
            change_page(connection, address, **values)

    def add_capture(self, capture: CaptureRow, connection: Connection) -> None:
        """Take in a capture that can become a document."""
        connection.execute(
            insert(CAPTURE).values(
                identity=capture.identity,
                page=capture.page,
                source=capture.source,
                at=capture.at,
                key=capture.key,
                file=capture.file,
                offset=capture.offset,
            )
        )

    def identities(self) -> list[str]:
        """Everything that was ever captured, sorted."""
        with self.transaction() as connection:
            return list(connection.scalars(select(CAPTURE.c.identity).distinct().order_by(CAPTURE.c.identity)))

    def captures(self, identity: str) -> list[CaptureRow]:
        """The captures of one document, newest first."""
        chosen = select(CAPTURE).where(CAPTURE.c.identity == identity).order_by(CAPTURE.c.id.desc())
        with self.transaction() as connection:
            return [CaptureRow(*row) for row in connection.execute(chosen)]

    def result(self, key: str) -> bytes | None:
        """What rules and settings once made of bytes, packed."""
        with self.transaction() as connection:
            return connection.execute(select(RESULT.c.packed).where(RESULT.c.key == key)).scalar_one_or_none()

    def keep_result(self, key: str, capture: CaptureRow, records: int, packed: bytes) -> None:
        """Keep what rules and settings made of a capture; what former rules made of it goes."""
        with self.transaction() as connection:
            connection.execute(delete(RESULT).where((RESULT.c.capture == capture.id) | (RESULT.c.key == key)))
            connection.execute(insert(RESULT).values(key=key, capture=capture.id, records=records, packed=packed))

    def gave(self, source: str, last: int) -> int:
        """How many records came of what was captured from a source, up to the capture of a number."""
        found = select(func.coalesce(func.sum(RESULT.c.records), 0)).join(CAPTURE, CAPTURE.c.id == RESULT.c.capture)
        with self.transaction() as connection:
            chosen = found.where(CAPTURE.c.source == source, CAPTURE.c.id <= last)
            return int(connection.execute(chosen).scalar_one())

    def settle(self, capture: CaptureRow, version: str, due: str | None) -> None:
        """Note the version of a document that was published.

        A page that changed begins the series of visits anew: it is ``due`` then; None when only the rules changed.
        """
        with self.transaction() as connection:
            if due is not None and _last_version(connection, capture.identity) is not None:
                change_page(connection, capture.page, visits=1, due=due)
            connection.execute(
                insert(VERSION).values(identity=capture.identity, version=version, capture=capture.id, at=capture.at)
            )

    def version(self, identity: str) -> str | None:
        """The version of a document that was last published."""
        with self.transaction() as connection:
            return _last_version(connection, identity)


def _last_version(connection: Connection, identity: str) -> str | None:
    chosen = select(VERSION.c.version).where(VERSION.c.identity == identity)
    return connection.scalar(chosen.order_by(VERSION.c.id.desc()).limit(1))


def list_pages(connection: Connection, pages: Sequence[dict[str, Any]]) -> int:
    """Take in addresses that are not known yet, in a transaction; how many they were."""
    new = 0
    for page in pages:
        if connection.scalar(select(PAGE.c.address).where(PAGE.c.address == page["address"])) is None:
            connection.execute(insert(PAGE).values(**page))
            new += 1
    return new


def adopt_pages(connection: Connection, pages: Sequence[dict[str, Any]], active: Sequence[str]) -> None:
    """Give pages of sources that are gone to the source that lists them now, in a transaction."""
    for page in pages:
        lost = (PAGE.c.address == page["address"]) & PAGE.c.source.not_in(active) & (PAGE.c.role == page["role"])
        taken = {name: page[name] for name in ("source", "via", "language")}
        connection.execute(update(PAGE).where(lost).values(**taken))


def change_page(connection: Connection, address: str, **values: Any) -> None:
    """Change what is known of a page, in a transaction."""
    connection.execute(update(PAGE).where(PAGE.c.address == address).values(**values))


def visits_of(connection: Connection, address: str) -> int:
    """How often a page has answered since it was new or changed, in a transaction."""
    return connection.scalar(select(PAGE.c.visits).where(PAGE.c.address == address)) or 0


def note_indexed(connection: Connection, file: str, end: int) -> None:
    """Note how far a file of the archive is indexed, in the transaction that indexes it."""
    if connection.execute(update(INDEXED).where(INDEXED.c.file == file).values(end=end)).rowcount == 0:
        connection.execute(insert(INDEXED).values(file=file, end=end))
