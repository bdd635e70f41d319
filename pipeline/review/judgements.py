"""What reviewers judged of two names: same, different or unsure; kept in ``review.sqlite`` and never changed.

A judgement is on two signatures (kind, fullest name, division or else document), which no run makes anew: what was
judged once need not be judged again. The last one on a pair counts; to take one back, judge again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, Text, event, insert, inspect, select

from pipeline.clock import now, stamp
from pipeline.identity.judging import VERDICTS, Judgement, Verdict
from pipeline.review.log import LOG, REMEDY, SCHEMA, Log
from pipeline.store.database import reading

TABLES = MetaData()
JUDGEMENT = Table(
    "judgement",
    TABLES,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String, nullable=False, unique=True, doc="made where it is judged: sent twice, it is one"),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("first", Text, nullable=False),
    Column("second", Text, nullable=False),
    Column("why", Text, nullable=False),
    sqlite_autoincrement=True,
)


@event.listens_for(JUDGEMENT, "after_create")
def _keep(_: Table, connection: Connection, **__: Any) -> None:
    """Have the database itself refuse to change or remove a judgement."""
    for verb in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER judgement_keeps_{verb.lower()} BEFORE {verb} ON judgement "
            "BEGIN SELECT RAISE(ABORT, 'judgements are only ever added'); END"
        )


def judge(log: Log, key: str, who: str, pair: tuple[str, str], verdict: Verdict, why: str = "") -> Judgement:
    """Add a judgement on two signatures and give it as logged; one that is sent twice is logged once.

    A log that knows no judgements yet gets the table for them. Raises ValueError for an unknown verdict or a pair of
    one, StoreError when the disk refuses it.
    """
    if verdict not in VERDICTS or pair[0] == pair[1]:
        raise ValueError(f"{verdict!r} of {pair}; judge two names as {', '.join(VERDICTS)}")
    first, second = sorted(pair)
    with log.transaction() as connection:
        TABLES.create_all(connection, checkfirst=True)
        chosen = select(JUDGEMENT).where(JUDGEMENT.c.key == key)
        if connection.execute(chosen).first() is None:
            row = {"key": key, "at": stamp(now()), "who": who, "verdict": verdict, "why": why}
            connection.execute(insert(JUDGEMENT).values(**row, first=first, second=second))
        return _judgement(connection.execute(chosen).one())


def judgements(folder: Path) -> tuple[Judgement, ...]:
    """What was judged of the names of a data set, in the order of the log; nothing is made or changed.

    Raises StoreError when the log cannot be read.
    """
    path = folder / LOG
    if not path.is_file():
        return ()
    with reading(path, SCHEMA, REMEDY) as connection:
        if not inspect(connection).has_table(JUDGEMENT.name):
            return ()
        return tuple(_judgement(row) for row in connection.execute(select(JUDGEMENT).order_by(JUDGEMENT.c.id)))


def _judgement(row: Any) -> Judgement:
    return Judgement(row.first, row.second, row.verdict, 1.0, row.why, row.who, row.at)
