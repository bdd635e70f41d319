"""What reviewers judged of two names: same, different or unsure; kept in ``review.sqlite`` and never changed.

A judgement is on two signatures (kind, fullest name, division or else document), which no run makes anew: what was
judged once need not be judged again. The last one on a pair counts, whoever made it. Taking one back adds a line too;
then what was said before it counts again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, Text, event, insert, inspect, select

from pipeline.clock import now, stamp
from pipeline.identity.judging import VERDICTS, Judgement, Verdict
from pipeline.review.log import LOG, REMEDY, SCHEMA, Log, only_added
from pipeline.store.database import reading

WITHDRAWN: Literal["withdrawn"] = "withdrawn"
"""What is logged in place of a verdict when somebody takes back their last judgement on a pair."""
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


event.listen(JUDGEMENT, "after_create", only_added)


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the log; ``id`` grows with time, ``at`` is UTC."""

    id: int
    at: str
    author: str
    verdict: Verdict | Literal["withdrawn"]
    first: str
    second: str
    reason: str

    @property
    def pair(self) -> frozenset[str]:
        """What it is about, whichever stands first."""
        return frozenset((self.first, self.second))


class JudgedMeanwhile(Exception):
    """Somebody judged the same pair in the meantime; ``standing`` is what is said of it now."""

    def __init__(self, standing: tuple[Said, ...]) -> None:
        super().__init__("judged in the meantime")
        self.standing = standing


def judge(
    log: Log,
    key: str,
    who: str,
    pair: tuple[str, str],
    verdict: Verdict,
    why: str = "",
    seen: Collection[int] | None = None,
) -> Said:
    """Add a judgement on two signatures and give it as logged; one that is sent twice is logged once.

    ``seen`` are the judgements on the pair that its author was shown, None for whatever there are. A log that knows no
    judgements yet gets the table for them. Raises ValueError for an unknown verdict or a pair of one, JudgedMeanwhile
    when others were made than the author has seen, StoreError when the disk refuses it.
    """
    if verdict not in VERDICTS or pair[0] == pair[1]:
        raise ValueError(f"{verdict!r} of {pair}; judge two names as {', '.join(VERDICTS)}")
    first, second = sorted(pair)
    with log.transaction() as connection:
        TABLES.create_all(connection, checkfirst=True)
        if (known := _by_key(connection, key)) is not None:
            return known
        of_pair = select(JUDGEMENT).where(JUDGEMENT.c.first == first, JUDGEMENT.c.second == second)
        standing = living(_said(row) for row in connection.execute(of_pair.order_by(JUDGEMENT.c.id)))
        if seen is not None and {each.id for each in standing} != set(seen):
            raise JudgedMeanwhile(tuple(standing))
        return _added(connection, key, who, verdict, (first, second), why)


def withdraw(log: Log, key: str, who: str) -> Said | None:
    """Take back a person's last judgement that stands; None when there is none. Sent twice, it is one."""
    with log.transaction() as connection:
        if not inspect(connection).has_table(JUDGEMENT.name):
            return None
        if (known := _by_key(connection, key)) is not None:
            return known
        own = [each for each in living(_all(connection)) if each.author == who]
        if not own:
            return None
        return _added(connection, key, who, WITHDRAWN, (own[-1].first, own[-1].second), "")


def living(said: Iterable[Said]) -> list[Said]:
    """What was not taken back, in the order of the log."""
    found: list[Said] = []
    for each in said:
        if each.verdict != WITHDRAWN:
            found.append(each)
            continue
        own = [at for at, other in enumerate(found) if other.author == each.author and other.pair == each.pair]
        if own:
            del found[own[-1]]
    return found


def all_said(log: Log, behind: int = 0) -> list[Said]:
    """Every line of the log behind the one of this number, in its order."""
    with log.transaction() as connection:
        return _all(connection, behind) if inspect(connection).has_table(JUDGEMENT.name) else []


def judgements(folder: Path) -> tuple[Judgement, ...]:
    """What was judged of the names of a data set and not taken back, in the order of the log; nothing is made.

    Raises StoreError when the log cannot be read.
    """
    path = folder / LOG
    if not path.is_file():
        return ()
    with reading(path, SCHEMA, REMEDY) as connection:
        if not inspect(connection).has_table(JUDGEMENT.name):
            return ()
        return tuple(
            Judgement(each.first, each.second, each.verdict, 1.0, each.reason, each.author, each.at)
            for each in living(_all(connection))
            if each.verdict != WITHDRAWN
        )


def _all(connection: Connection, behind: int = 0) -> list[Said]:
    chosen = select(JUDGEMENT).where(JUDGEMENT.c.id > behind).order_by(JUDGEMENT.c.id)
    return [_said(row) for row in connection.execute(chosen)]


def _by_key(connection: Connection, key: str) -> Said | None:
    row = connection.execute(select(JUDGEMENT).where(JUDGEMENT.c.key == key)).first()
    return _said(row) if row else None


def _added(connection: Connection, key: str, who: str, verdict: str, pair: tuple[str, str], why: str) -> Said:
    row = {"key": key, "at": stamp(now()), "who": who, "verdict": verdict, "why": why}
    connection.execute(insert(JUDGEMENT).values(**row, first=pair[0], second=pair[1]))
    return _said(connection.execute(select(JUDGEMENT).where(JUDGEMENT.c.key == key)).one())


def _said(row: Any) -> Said:
    return Said(row.id, row.at, row.who, row.verdict, row.first, row.second, row.why)
