"""A SQLite database in the data set's folder: its tables all or none, one transaction at a time, errors told."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, MetaData, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from pipeline.errors import StoreError


class Database:
    """The database of a file; threads share it.

    ``version`` is that of the tables, kept as SQLite's ``user_version``; ``remedy`` is what to do with a damaged file.
    ``synchronous`` FULL survives a power cut with every transaction, NORMAL may lose the last ones, never half of one.
    Raises StoreError when the file is damaged, of another version, or cannot be written.
    """

    def __init__(
        self, path: Path, tables: MetaData, version: int, remedy: str, synchronous: Literal["NORMAL", "FULL"]
    ) -> None:
        self.path, self.remedy = path, remedy
        url = URL.create("sqlite", database=str(path))
        self.engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": 5})

        event.listen(self.engine, "connect", lambda connection, _: _durable(connection, synchronous))
        event.listen(self.engine, "begin", _begin)
        self.turn = threading.RLock()
        try:
            self._prepare(tables, version)
        except StoreError:
            self.close()
            raise

    def _prepare(self, tables: MetaData, version: int) -> None:
        """Make the tables, all or none, or check that they are the ones we know."""
        with self.transaction() as connection:
            found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            known = inspect(connection)
            present = set(known.get_table_names())
            if not present:
                tables.create_all(connection)
                connection.exec_driver_sql(f"PRAGMA user_version = {version}")
                return
            if found != version:
                raise StoreError(_another_version(self.path, found, version, self.remedy))
            for table in tables.sorted_tables:
                columns = {each["name"] for each in known.get_columns(table.name)} if table.name in present else set()
                if not columns.issuperset(table.columns.keys()):
                    raise StoreError(f"{self.path}: is damaged (table {table.name} is not whole); {self.remedy}")

    def close(self) -> None:
        """Close the database."""
        self.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction, committed at its end. Raises StoreError for a locked or damaged database, or a full disk."""
        try:
            with self.turn, self.engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            raise StoreError(f"{self.path}: {told(error.orig, self.remedy)}") from error


@contextmanager
def reading(path: Path, version: int, remedy: str) -> Iterator[Connection]:
    """A database as it stands at this moment, for reading only; others may write on. It must be there.

    On a disk that cannot be written, where SQLite has no place for its own notes, it is read without them.
    Raises StoreError when the file is damaged or of another version.
    """
    address = path.resolve().as_uri()
    try:
        try:
            connection = _connected(f"{address}?mode=rw")
        except sqlite3.OperationalError as error:
            if not any(word in str(error) for word in ("unable to open", "readonly")) or _unfinished(path):
                raise
            connection = _connected(f"{address}?immutable=1")
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        try:
            with engine.connect() as reader:
                found = reader.exec_driver_sql("PRAGMA user_version").scalar_one()
                if found != version:
                    raise StoreError(_another_version(path, found, version, remedy))
                yield reader
        finally:
            engine.dispose()
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: {told(error, remedy)}") from error
    except DatabaseError as error:
        raise StoreError(f"{path}: {told(error.orig, remedy)}") from error


def _connected(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, timeout=5)
    try:
        connection.isolation_level = None
        connection.execute("PRAGMA query_only = 1")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _unfinished(path: Path) -> bool:
    """Whether transactions are still beside a database, in the log that is written ahead of it."""
    ahead = path.with_name(f"{path.name}-wal")
    return ahead.exists() and ahead.stat().st_size > 0


def _another_version(path: Path, found: int, version: int, remedy: str) -> str:
    older = "an older" if found < version else "a newer"
    return f"{path}: was written by {older} version of communique; {remedy}"


def _durable(connection: Any, synchronous: str) -> None:
    """Where a transaction begins is ours to say (``_begin``)."""
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {synchronous}")


def _begin(connection: Connection) -> None:
    """Begin before the first statement, whatever it is: by itself the driver commits each new table on its own.

    The turn to write is taken at once: SQLite waits for it then, but not for a transaction that has read already.
    """
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def told(error: BaseException | None, remedy: str) -> str:
    """What the user is told of an error of the database: what is wrong and what to do."""
    problem = str(error)
    if not isinstance(error, sqlite3.OperationalError):
        return f"is damaged ({problem}); {remedy}"
    if "locked" in problem or "busy" in problem:
        return "is in use by another program; close it and run again"
    if "full" in problem:
        return "cannot be written: no space left; free some space and run again"
    if "disk I/O" in problem:
        return f"cannot be used ({problem}); check the disk and its free space, and run again"
    if "readonly" in problem or "unable to open" in problem:
        return f"cannot be written ({problem}); check its permissions"
    return f"cannot be used ({problem}); {remedy}"
