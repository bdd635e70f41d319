"""The log of decisions: ``review.sqlite`` in the data set's folder. It is the only copy of what people decided.

Rows of ``decision`` are only ever added; the database itself refuses to change or remove one. Each is on the disk
before its author is told so.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    event,
    func,
    insert,
    select,
)

from pipeline.clock import now, stamp
from pipeline.errors import StoreError
from pipeline.review.decisions import Decision, Draft, heads, living, seen_by
from pipeline.review.sample import Drawn, Sample
from pipeline.store.database import Database, reading

LOG = "review.sqlite"
SCHEMA = 1
REMEDY = "it is the only copy of the decisions: restore it from a backup, or move it away to begin anew"
GONE = "was moved away or replaced while the review was running; stop the review, see to the file, and start it again"
TABLES = MetaData()
DECISION = Table(
    "decision",
    TABLES,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String, nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("what", String, nullable=False),
    Column("document", String, nullable=False),
    Column("version", String, nullable=False, doc="of the document, when it was decided"),
    Column("record", String),
    Column("kind", String),
    Column("before", Text, doc="the record as shown, JSON"),
    Column("after", Text, doc="the record as edited or added, JSON"),
    Column("cited", Text, nullable=False, doc="the blocks that the two cite, JSON"),
    Column("stated", String),
    Column("restated", String),
    Column("about", String),
    Column("why", Text),
    Column("replaces", Text, nullable=False, doc="ids of the decisions that its author was shown, JSON"),
    Column("undoes", Integer),
    Index("decision_of", "document", "id"),
    sqlite_autoincrement=True,
)
ASSIGNMENT = Table(
    "assignment",
    TABLES,
    Column("document", String, primary_key=True),
    Column("who", String, primary_key=True),
)
SAMPLE = Table(
    "sample",
    TABLES,
    Column("sample", Integer, primary_key=True, doc="the number of the sample; the last one counts"),
    Column("record", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("stratum", String, nullable=False),
    Column("stands_for", Float, nullable=False, doc="records of its stratum for each one drawn"),
    Column("drawn", String, nullable=False, doc="when"),
    Column("size", Integer, nullable=False, doc="records asked for"),
    Column("seed", Integer, nullable=False),
)


def only_added(table: Table, connection: Connection, **_: Any) -> None:
    """Have the database itself refuse to change or remove a row of a table that was just made."""
    for verb in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table.name}_keeps_{verb.lower()} BEFORE {verb} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, '{table.name}s are only ever added'); END"
        )


event.listen(DECISION, "after_create", only_added)


JSON_COLUMNS = ("before", "after", "cited", "replaces")


class Overtaken(Exception):
    """Somebody decided on the same record in the meantime; ``standing`` are the decisions that stand now."""

    def __init__(self, standing: Sequence[Decision]) -> None:
        super().__init__("decided in the meantime")
        self.standing = tuple(standing)


class Log(Database):
    """The decisions on one data set, who reads which document, and the samples drawn."""

    def __init__(self, folder: Path) -> None:
        self.opened: tuple[int, int] | None = None
        super().__init__(folder / LOG, TABLES, SCHEMA, REMEDY, "FULL")
        self.opened = _file(self.path)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction on the file that was opened.

        Raises StoreError too when another one, or none, stands in its place: SQLite would go on writing to a file that
        nobody finds any more.
        """
        with super().transaction() as connection:
            if self.opened not in (None, _file(self.path)):
                raise StoreError(f"{self.path}: {GONE}")
            yield connection

    def append(self, draft: Draft, seen: Collection[int], *, blind: bool) -> Decision:
        """Add a decision that was made with the ``seen`` ones in view, and give it as logged; sent twice, it is one.

        Raises Overtaken when other decisions stand by now; StoreError when the disk refuses it.
        """
        with self.transaction() as connection:
            if (known := _by_key(connection, draft.key)) is not None:
                return known
            standing = _standing(connection, draft, seen, blind)
            if {decision.id for decision in standing} != set(seen):
                raise Overtaken(standing)
            replaces = tuple(decision.id for decision in standing)
            return _insert(connection, draft.model_copy(update={"replaces": replaces}))

    def known(self, key: str) -> Decision | None:
        """The decision that was logged with this key; None when there is none."""
        with self.transaction() as connection:
            return _by_key(connection, key)

    def undo(self, key: str, who: str, document: str) -> Decision | None:
        """Take back the last decision of a person on a document; None when there is none. Sent twice, it is one."""
        with self.transaction() as connection:
            if (known := _by_key(connection, key)) is not None:
                return known
            own = [d for d in living(_of_document(connection, document)) if d.who == who]
            if not own:
                return None
            last = own[-1]
            draft = Draft(
                key=key, who=who, what="undo", document=document, version=last.version, record=last.record,
                kind=last.kind, undoes=last.id,
            )  # fmt: skip
            return _insert(connection, draft)

    def of_document(self, document: str) -> list[Decision]:
        """Every decision on a document, in the order of the log."""
        with self.transaction() as connection:
            return _of_document(connection, document)

    def documents(self) -> dict[str, int]:
        """The documents with decisions, each with the id of its last one."""
        with self.transaction() as connection:
            rows = connection.execute(select(DECISION.c.document, DECISION.c.id).order_by(DECISION.c.id))
            return {row.document: row.id for row in rows}

    def last(self) -> int:
        """The id of the newest decision; 0 for none."""
        with self.transaction() as connection:
            return connection.execute(select(func.max(DECISION.c.id))).scalar_one() or 0

    def sampled(self) -> frozenset[str]:
        """The records that the last audit drew."""
        with self.transaction() as connection:
            last = select(func.max(SAMPLE.c.sample)).scalar_subquery()
            return frozenset(connection.scalars(select(SAMPLE.c.record).where(SAMPLE.c.sample == last)))

    def assignments(self) -> dict[str, tuple[str, ...]]:
        """Who reads which document; a document that is nobody's is everybody's."""
        with self.transaction() as connection:
            found: dict[str, tuple[str, ...]] = {}
            for row in connection.execute(select(ASSIGNMENT).order_by(ASSIGNMENT.c.document, ASSIGNMENT.c.who)):
                found[row.document] = (*found.get(row.document, ()), row.who)
            return found

    def assign(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Give documents to people: pairs of document and name."""
        with self.transaction() as connection:
            known = {tuple(row) for row in connection.execute(select(ASSIGNMENT))}
            new = [{"document": d, "who": w} for d, w in dict.fromkeys(pairs) if (d, w) not in known]
            if new:
                connection.execute(insert(ASSIGNMENT), new)

    def draw(self, sample: Sample) -> None:
        """Have a sample take the place of the former ones, which are kept."""
        with self.transaction() as connection:
            number = 1 + (connection.execute(select(func.max(SAMPLE.c.sample))).scalar_one() or 0)
            about = {"sample": number, "drawn": sample.drawn, "size": sample.size, "seed": sample.seed}
            if sample.records:
                connection.execute(insert(SAMPLE), [{**about, **asdict(each)} for each in sample.records])


def _file(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None for none."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


@dataclass(frozen=True, slots=True)
class Logged:
    """What a log holds at one moment."""

    decisions: tuple[Decision, ...] = ()
    sample: Sample | None = None


def logged(folder: Path) -> Logged | None:
    """What the log of a data set's folder holds, None when there is no log; nothing is made or changed.

    Raises StoreError when it cannot be read.
    """
    path = folder / LOG
    if not path.is_file():
        return None
    with reading(path, SCHEMA, REMEDY) as connection:
        return Logged(tuple(_all(connection)), _sample(connection))


def _all(connection: Connection) -> list[Decision]:
    return [_decision(row) for row in connection.execute(select(DECISION).order_by(DECISION.c.id)).mappings()]


def _sample(connection: Connection) -> Sample | None:
    last = select(func.max(SAMPLE.c.sample)).scalar_subquery()
    chosen = connection.execute(select(SAMPLE).where(SAMPLE.c.sample == last).order_by(SAMPLE.c.record)).all()
    if not chosen:
        return None
    drawn = tuple(Drawn(row.record, row.document, row.kind, row.stratum, row.stands_for) for row in chosen)
    return Sample(chosen[0].drawn, chosen[0].size, chosen[0].seed, drawn)


def _by_key(connection: Connection, key: str) -> Decision | None:
    row = connection.execute(select(DECISION).where(DECISION.c.key == key)).mappings().one_or_none()
    return _decision(row) if row else None


def _of_document(connection: Connection, document: str) -> list[Decision]:
    chosen = select(DECISION).where(DECISION.c.document == document).order_by(DECISION.c.id)
    return [_decision(row) for row in connection.execute(chosen).mappings()]


def _standing(connection: Connection, draft: Draft, seen: Collection[int], blind: bool) -> list[Decision]:
    """The decisions that stand on the record of a draft, as far as its author is shown them.

    Those that the author has seen may have been made under another id of it, by other rules. That somebody has read a
    document in full takes nothing from what others say of it.
    """
    on_document = living(_of_document(connection, draft.document))
    names = {draft.record, *(decision.record for decision in on_document if decision.id in seen)}
    shown = seen_by(draft.who, on_document, blind=blind or draft.what == "read")
    return [decision for decision in heads(shown) if decision.record in names]


def _insert(connection: Connection, draft: Draft) -> Decision:
    decision = {**draft.model_dump(mode="json"), "at": stamp(now())}
    row = {name: _packed(value) if name in JSON_COLUMNS else value for name, value in decision.items()}
    number = connection.execute(insert(DECISION).values(**row)).inserted_primary_key
    if number is None:
        raise AssertionError("SQLite numbers every row")
    return Decision.model_validate({**decision, "id": number[0]})


def _packed(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _decision(row: Mapping[Any, Any]) -> Decision:
    values = {name: json.loads(row[name]) if name in JSON_COLUMNS and row[name] else row[name] for name in row}
    return Decision.model_validate(values)
