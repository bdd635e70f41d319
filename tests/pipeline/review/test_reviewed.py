"""A log that is only read: never made, never changed, whoever writes to it meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.review.log import LOG, Log, logged
from pipeline.review.reviewed import sure
from pipeline.review.sample import draw
from pipeline.store import database
from pipeline.store.database import reading
from tests.pipeline import build
from tests.pipeline.review.said import Saying, draft

DOCUMENT = build.document()
RECORDS = build.records(DOCUMENT)


def test_where_there_is_no_log_none_is_made(tmp_path: Path) -> None:
    assert logged(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_log_is_read_with_its_sample(tmp_path: Path) -> None:
    saying = Saying()
    saying.accept(DOCUMENT, *RECORDS)
    saying.log(tmp_path)
    log = Log(tmp_path)
    log.draw(draw(RECORDS, 20, 1, "first"))
    log.draw(draw(RECORDS[:2], 20, 2, "second"))
    log.close()
    found = logged(tmp_path)
    assert found is not None
    assert [decision.record for decision in found.decisions] == [record.id for record in RECORDS]
    assert found.sample == draw(RECORDS[:2], 20, 2, "second")
    assert [path.name for path in tmp_path.iterdir()] == [LOG]


def test_a_log_that_somebody_writes_to_is_read_as_it_stands(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.append(draft(DOCUMENT, "accept", RECORDS[0], key="1"), (), blind=False)
    found = logged(tmp_path)
    assert found is not None
    assert len(found.decisions) == 1
    with log.transaction():
        again = logged(tmp_path)
    assert again == found
    log.append(draft(DOCUMENT, "accept", RECORDS[1], key="2"), (), blind=False)
    log.close()


def test_what_a_killed_server_left_in_the_write_ahead_log_is_read(tmp_path: Path) -> None:
    living = tmp_path / "living"
    living.mkdir()
    log = Log(living)
    log.append(draft(DOCUMENT, "accept", RECORDS[0], key="1"), (), blind=False)
    dead = tmp_path / "dead"
    shutil.copytree(living, dead)
    log.close()
    found = logged(dead)
    assert found is not None
    assert len(found.decisions) == 1


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    Log(tmp_path).close()
    with (
        pytest.raises(StoreError, match=r"review\.sqlite: cannot be written"),
        reading(tmp_path / LOG, 1, "remedy") as connection,
    ):
        connection.exec_driver_sql("INSERT INTO assignment VALUES ('d', 'Ann')")


@pytest.mark.parametrize("fault", ["no database", "another version"])
def test_a_log_that_cannot_be_used_is_told(tmp_path: Path, fault: str) -> None:
    if fault == "no database":
        (tmp_path / LOG).write_bytes(b"not SQLite" * 200)
    else:
        with sqlite3.connect(tmp_path / LOG) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    with pytest.raises(StoreError, match="it is the only copy of the decisions"):
        logged(tmp_path)


def test_what_people_decided_is_kept_however_unsure_the_rules_were() -> None:
    saying = Saying()
    saying.accept(DOCUMENT, RECORDS[0])
    saying.say(DOCUMENT, "reject", RECORDS[1])
    saying.say(DOCUMENT, "unsure", RECORDS[2])
    kept = sure(saying.on(DOCUMENT, RECORDS), 0.95)
    assert [standing.status for standing in kept.standings] == ["accepted", "rejected"]
    assert kept.decided == 2


@pytest.mark.parametrize("killed", [False, True])
def test_on_a_disk_that_cannot_be_written_a_log_is_read_unless_a_part_would_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    saying = Saying()
    saying.accept(DOCUMENT, RECORDS[0])
    saying.log(tmp_path)
    if killed:
        (tmp_path / f"{LOG}-wal").write_bytes(b"transactions")
    connected = database._connected

    def refused(address: str) -> sqlite3.Connection:
        if "mode=rw" in address:
            raise sqlite3.OperationalError("unable to open database file")
        return connected(address)

    monkeypatch.setattr(database, "_connected", refused)
    if killed:
        with pytest.raises(StoreError, match="check its permissions"):
            logged(tmp_path)
    else:
        found = logged(tmp_path)
        assert found is not None
        assert len(found.decisions) == 1
