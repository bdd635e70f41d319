"""The log of judgements on names: added to and never changed, by the side of the log of decisions."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import pipeline
from pipeline.identity.judging import Verdict
from pipeline.review.judgements import JudgedMeanwhile, all_said, judge, judgements, withdraw
from pipeline.review.log import LOG, Log, logged
from tests.pipeline import build

PAIR = ("school|b|330200", "school|a|330200")
OTHER = ("school|a|330200", "school|c|330200")


def test_judgements_are_kept_in_their_order(tmp_path: Path) -> None:
    log = Log(tmp_path)
    first = judge(log, "key-00001", "Ann", PAIR, "same", "the same address")
    judge(log, "key-00002", "Bo", PAIR, "different")
    assert (first.first, first.second, first.verdict, first.reason, first.author) == (
        "school|a|330200", "school|b|330200", "same", "the same address", "Ann",
    )  # fmt: skip
    log.close()
    assert [(each.author, each.verdict) for each in judgements(tmp_path)] == [("Ann", "same"), ("Bo", "different")]
    assert judgements(tmp_path)[0].at == first.at


def test_one_that_is_sent_twice_is_one(tmp_path: Path) -> None:
    log = Log(tmp_path)
    first = judge(log, "key-00001", "Ann", PAIR, "same")
    assert judge(log, "key-00001", "Ann", PAIR, "different") == first
    assert len(judgements(tmp_path)) == 1


def test_a_log_without_judgements_is_read_and_grows(tmp_path: Path) -> None:
    assert judgements(tmp_path) == ()
    log = Log(tmp_path)
    assert judgements(tmp_path) == ()
    judge(log, "key-00001", "Ann", PAIR, "unsure")
    log.close()
    found = logged(tmp_path)
    assert found is not None
    assert found.decisions == ()
    Log(tmp_path).close()


@pytest.mark.parametrize("change", ["UPDATE judgement SET verdict = 'same'", "DELETE FROM judgement"])
def test_the_database_itself_keeps_them(tmp_path: Path, change: str) -> None:
    log = Log(tmp_path)
    judge(log, "key-00001", "Ann", PAIR, "different")
    log.close()
    with sqlite3.connect(tmp_path / LOG) as connection, pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        connection.execute(change)


@pytest.mark.parametrize(("pair", "verdict"), [(PAIR, "perhaps"), ((PAIR[0], PAIR[0]), "same")])
def test_a_judgement_that_is_none_is_refused(tmp_path: Path, pair: tuple[str, str], verdict: Verdict) -> None:
    with pytest.raises(ValueError, match="judge two names as same, different, unsure"):
        judge(Log(tmp_path), "key-00001", "Ann", pair, verdict)


def test_tables_follow_what_was_judged(tmp_path: Path) -> None:
    build.write(tmp_path, build.document(), build.document("b.txt"))
    before = pipeline.load(tmp_path)
    assert before.entities.filter(kind="group").height == 1, "two tellings of one story"
    pairs = before.judgements.filter(verdict="same", author="witnesses").select("first", "second").rows()
    pair = next(pair for pair in pairs if pair[0].startswith("group|"))
    log = Log(tmp_path)
    judge(log, "key-00001", "Ann", pair, "different", "two towns of one name")
    log.close()
    after = pipeline.load(tmp_path)
    assert after.entities.filter(kind="group").height == 2
    said = after.judgements.filter(author="Ann").select("verdict", "reason").rows()
    assert said == [("different", "two towns of one name")]
    assert set(pair) not in map(set, after.judgements.filter(author="witnesses").select("first", "second").rows())


def test_what_is_taken_back_lets_the_former_one_stand_and_is_kept(tmp_path: Path) -> None:
    log = Log(tmp_path)
    judge(log, "key-00001", "Bo", PAIR, "same")
    judge(log, "key-00002", "Ann", PAIR, "different")
    judge(log, "key-00003", "Ann", OTHER, "unsure")
    taken = [withdraw(log, f"undo-{number:04}", "Ann") for number in (1, 1, 2, 3)]
    assert [each and each.pair for each in taken] == [frozenset(OTHER), frozenset(OTHER), frozenset(PAIR), None]
    assert [(each.author, each.verdict) for each in judgements(tmp_path)] == [("Bo", "same")]
    assert [each.verdict for each in all_said(log)] == ["same", "different", "unsure", "withdrawn", "withdrawn"]
    assert [each.id for each in all_said(log, behind=4)] == [5]


def test_who_did_not_see_the_other_judgement_is_told(tmp_path: Path) -> None:
    log = Log(tmp_path)
    first = judge(log, "key-00001", "Ann", PAIR, "same", seen=())
    with pytest.raises(JudgedMeanwhile) as raised:
        judge(log, "key-00002", "Bo", PAIR, "different", seen=())
    assert raised.value.standing == (first,)
    judge(log, "key-00002", "Bo", PAIR, "different", seen=(first.id,))
    assert [each.author for each in judgements(tmp_path)] == ["Ann", "Bo"]


def test_nothing_is_taken_back_where_nothing_was_judged(tmp_path: Path) -> None:
    log = Log(tmp_path)
    assert withdraw(log, "undo-0001", "Ann") is None
    assert all_said(log) == []
