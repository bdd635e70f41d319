"""Reviewing at the desk: decisions hold, survive new rules and new pages, and nobody overwrites anybody unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.records import Document, GroupRecord, Record
from pipeline.review.asked import Asked
from pipeline.review.assignment import assigned
from pipeline.review.desk import Desk
from pipeline.review.log import LOG, Log, Overtaken
from pipeline.review.pages import read_state
from pipeline.review.queue import Filter
from pipeline.review.typed import Refused
from tests.pipeline import build
from tests.pipeline.review.acts import change, decide, new_key, statuses

A = build.document("a.txt")
GROUP, OFFICIAL, DATE, COUNT, POLICY = build.records(A)


def run_again(folder: Path, document: Document, records: Sequence[Record] | None = None) -> None:
    build.publish([build.done(document, records)], folder)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    build.write(tmp_path, A, build.document("b.txt"))
    with closing(Desk(tmp_path)) as opened:
        yield opened


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[Desk]:
    """Ann and Bo read everything, each apart."""
    build.write(tmp_path, A)
    with closing(Desk(tmp_path, ("Ann", "Bo"), 1.0)) as opened:
        yield opened


def test_nothing_is_decided_at_first(desk: Desk) -> None:
    assert statuses(desk, "Ann", A) == ["open"] * 5
    assert [(each.records, each.left) for each in desk.documents("Ann", Filter())] == [(5, 5), (5, 5)]


def test_every_decision_shows_and_counts(desk: Desk) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    decide(desk, "Ann", "reject", A, OFFICIAL, why="not-one")
    decide(desk, "Ann", "unsure", A, DATE)
    decide(desk, "Ann", "edit", A, COUNT, change("retype", "text", value="70"))
    decide(desk, "Ann", "add", A, None, change("put", "name", A, "Yaode Primary School"), kind="group")
    assert statuses(desk, "Ann", A) == ["accepted", "added", "rejected", "unsure", "edited", "open"]
    first, second = desk.documents("Ann", Filter())
    assert (first.records, first.left, second.left) == (6, 1, 5)


def test_what_was_decided_is_there_after_a_restart(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    with closing(Desk(tmp_path)) as again:
        assert statuses(again, "Bo", A)[0] == "accepted"


def test_undo_takes_back_ones_own_last_and_what_stood_before_stands_again(desk: Desk) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    decide(desk, "Bo", "reject", A, GROUP)
    assert statuses(desk, "Ann", A)[0] == "rejected"
    undone = desk.undo("Bo", A.id, new_key())
    assert undone is not None
    assert undone.record == GROUP.id
    assert statuses(desk, "Ann", A)[0] == "accepted"
    assert desk.undo("Bo", A.id, new_key()) is None


def test_a_decision_or_an_undo_sent_twice_is_one(desk: Desk) -> None:
    for _ in range(2):
        decide(desk, "Ann", "accept", A, GROUP, key="sent-twice", seen=())
    decide(desk, "Ann", "accept", A, DATE)
    for _ in range(2):
        desk.undo("Ann", A.id, "undo-twice")
    assert [each.what for each in desk.log.of_document(A.id)] == ["accept", "accept", "undo"]
    assert statuses(desk, "Ann", A)[0] == "accepted"


def test_who_has_not_seen_the_last_word_is_stopped(desk: Desk) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    with pytest.raises(Overtaken) as caught:
        decide(desk, "Bo", "reject", A, GROUP, seen=())
    assert [each.who for each in caught.value.standing] == ["Ann"]
    decide(desk, "Bo", "reject", A, GROUP, seen=[each.id for each in caught.value.standing])
    assert statuses(desk, "Ann", A)[0] == "rejected"


def test_two_who_read_apart_see_only_their_own(apart: Desk) -> None:
    decide(apart, "Ann", "accept", A, GROUP)
    assert statuses(apart, "Bo", A)[0] == "open"
    decide(apart, "Bo", "reject", A, GROUP)
    assert (statuses(apart, "Ann", A)[0], statuses(apart, "Bo", A)[0]) == ("accepted", "rejected")
    ((_, conflict),) = apart.conflicts()
    assert [each.who for each in conflict.decisions] == ["Ann", "Bo"]
    assert apart.differing() == 1


def test_a_log_that_is_moved_away_takes_no_more_decisions(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    aside = (tmp_path / LOG).rename(tmp_path / "aside.sqlite")
    with pytest.raises(StoreError, match="moved away or replaced"):
        decide(desk, "Ann", "accept", A, OFFICIAL)
    (tmp_path / LOG).write_bytes(aside.read_bytes())
    with pytest.raises(StoreError, match="moved away or replaced"):
        decide(desk, "Ann", "accept", A, OFFICIAL)
    (tmp_path / LOG).unlink()
    aside.rename(tmp_path / LOG)
    decide(desk, "Ann", "accept", A, OFFICIAL)
    assert statuses(desk, "Ann", A)[:2] == ["accepted", "accepted"]


def test_what_is_not_sent_is_kept_for_one_person_and_data_set(tmp_path: Path) -> None:
    for name in ("one", "other"):
        build.write(tmp_path / name, A)
    with closing(Desk(tmp_path / "one")) as one, closing(Desk(tmp_path / "other")) as other:
        kept = [desk.keeper(who) for desk in (one, other) for who in ("Ann", "Ann: Lee")]
        assert len(set(kept)) == 4
    with closing(Desk(tmp_path / "one")) as again:
        assert again.keeper("Ann") == kept[0]


def test_two_who_agree_apart_are_no_conflict(apart: Desk) -> None:
    for who in ("Ann", "Bo"):
        decide(apart, who, "edit", A, GROUP, change("drop", "members/0"))
        decide(apart, who, "add", A, None, change("put", "name", A, "Yaode Primary School"), kind="group")
    assert apart.conflicts() == []


@pytest.mark.parametrize("taken", [0, 1])
def test_a_conflict_is_settled_with_both_versions_in_view(apart: Desk, taken: int) -> None:
    decide(apart, "Ann", "edit", A, GROUP, change("drop", "members/0"))
    decide(apart, "Bo", "edit", A, GROUP, change("drop", "members/1"))
    ((_, conflict),) = apart.conflicts()
    seen = tuple(each.id for each in conflict.decisions)
    decide(apart, "Ann", "edit", A, GROUP, seen=seen, settle=True, take=seen[taken])
    assert apart.conflicts() == []
    (settled,) = [each for each in apart.log.of_document(A.id) if each.replaces == seen]
    assert isinstance(settled.after, GroupRecord)
    assert [each.text for each in settled.after.members] == [GROUP_MEMBERS[1 - taken]]


GROUP_MEMBERS = ["Yaode Primary School", "No. 2 Primary School"]


def test_settling_without_having_seen_both_is_stopped(apart: Desk) -> None:
    decide(apart, "Ann", "accept", A, GROUP)
    decide(apart, "Bo", "reject", A, GROUP)
    with pytest.raises(Overtaken):
        decide(apart, "Ann", "accept", A, GROUP, settle=True)


def moved(text: str) -> Document:
    """The same page with another line above."""
    return build.document("a.txt", f"A new line on top\n{text}")


def test_decisions_move_with_their_blocks(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "edit", A, GROUP, change("drop", "members/0"))
    decide(desk, "Ann", "add", A, None, change("put", "name", A, "Yaode Primary School"), kind="group")
    decide(desk, "Ann", "accept", A, DATE)
    page = moved(A.text)
    run_again(tmp_path, page)
    opened = desk.opened("Ann", A.id)
    assert opened is not None
    assert [each.status for each in opened.standings] == ["edited", "added", "open", "accepted", "open", "open"]
    for each in opened.standings:
        field = each.record.name if isinstance(each.record, GroupRecord) else None
        assert field is None or page.text[field.source.start : field.source.end] == field.text


def test_a_changed_block_brings_its_records_up_again_and_no_others(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    decide(desk, "Ann", "reject", A, COUNT)
    decide(desk, "Ann", "accept", A, POLICY)
    run_again(tmp_path, build.document("a.txt", A.text.replace("follow the", "now follow the")))
    assert statuses(desk, "Ann", A) == ["accepted", "open", "open", "changed", "changed"]


def test_new_rules_that_say_the_same_change_nothing(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    decide(desk, "Ann", "reject", A, POLICY)
    again = [record.model_copy(update={"confidence": 0.5, "rule": "another.rule"}) for record in build.records(A)]
    run_again(tmp_path, A, again)
    assert statuses(desk, "Ann", A) == ["accepted", "open", "open", "open", "rejected"]


def test_new_rules_that_say_something_else_bring_it_up_again(desk: Desk, tmp_path: Path) -> None:
    assert isinstance(GROUP, GroupRecord)
    decide(desk, "Ann", "accept", A, GROUP)
    run_again(tmp_path, A, [GROUP.model_copy(update={"members": GROUP.members[:1]})])
    assert statuses(desk, "Ann", A) == ["changed"]


def test_rules_that_learned_what_a_reviewer_said_agree(desk: Desk, tmp_path: Path) -> None:
    assert isinstance(GROUP, GroupRecord)
    decide(desk, "Ann", "edit", A, GROUP, change("drop", "members/1"))
    run_again(tmp_path, A, [GROUP.model_copy(update={"members": GROUP.members[:1]})])
    assert statuses(desk, "Ann", A) == ["edited"]


def test_what_the_rules_no_longer_find_stays_as_people_left_it(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    decide(desk, "Ann", "reject", A, POLICY)
    run_again(tmp_path, A, [])
    assert statuses(desk, "Ann", A) == ["accepted"]
    run_again(tmp_path, build.document("a.txt", "Another text altogether."), [])
    assert statuses(desk, "Ann", A) == ["gone"]


def test_a_record_with_another_id_at_the_same_place_inherits(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    run_again(tmp_path, A, [GROUP.model_copy(update={"id": "another"})])
    assert statuses(desk, "Ann", A) == ["accepted"]
    decide(desk, "Bo", "reject", A, "another")
    assert statuses(desk, "Ann", A) == ["rejected"]


@pytest.mark.parametrize(
    ("wanted", "records"),
    [
        (Filter(kinds=("group", "date")), 2),
        (Filter(text="yaode"), 1),
        (Filter(text="spoke on"), 5),
        (Filter(text="yaode", kinds=("policy",)), 1),
        (Filter(below=0.9), 0),
        (Filter(below=0.95), 5),
        (Filter(rules=("tests.rule",)), 5),
        (Filter(flags=("year-unknown",)), 0),
        (Filter(status=("accepted",)), 1),
        (Filter(sample=True), 0),
    ],
)
def test_a_filter_keeps_what_it_names(desk: Desk, wanted: Filter, records: int) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    found = [each.records for each in desk.documents("Ann", wanted) if each.shelved.id == A.id]
    assert sum(found) == records


@pytest.mark.parametrize(
    ("what", "record", "kind", "changes", "said"),
    [
        ("accept", "r-unknown", None, (), "no longer there"),
        ("edit", None, None, (), "no longer there"),
        ("edit", GROUP.id, None, (), "nothing is changed"),
        ("add", None, None, (change("put", "name", A, "Anbu"),), "choose what kind"),
        ("add", None, "policy", (change("put", "title", A, "Group Measures"),), "there already"),
        ("undo", None, None, (), "in its own way"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_not_logged(
    desk: Desk, what: str, record: str | None, kind: str | None, changes: tuple[object, ...], said: str
) -> None:
    asked = Asked.model_validate(
        {"key": new_key(), "what": what, "document": A.id, "record": record, "kind": kind, "changes": changes}
    )
    with pytest.raises(Refused, match=said):
        desk.decide("Ann", asked)
    assert desk.log.last() == 0


def test_a_document_read_in_full_is_noted(desk: Desk) -> None:
    decide(desk, "Ann", "read", A)
    assert [each.read_by for each in desk.documents("Ann", Filter())] == [("Ann",), ()]


def test_a_document_that_changed_since_it_was_read_is_to_be_read_again(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "read", A)
    changed = build.document("a.txt", A.text + "\nA sentence came.")
    run_again(tmp_path, changed)
    assert [each.read_by for each in desk.documents("Ann", Filter())] == [()]
    opened = desk.opened("Ann", A.id)
    assert opened is not None
    said = read_state(opened, "Ann")
    assert said["readBy"] == []
    desk.decide("Ann", Asked(key=new_key(), what="read", document=A.id, seen=said["readSeen"]))
    assert [each.read_by for each in desk.documents("Ann", Filter())] == [("Ann",)]


def test_the_log_refuses_to_forget(desk: Desk, tmp_path: Path) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    with closing(sqlite3.connect(tmp_path / LOG)) as connection:
        for statement in ("DELETE FROM decision", "UPDATE decision SET who = 'Bo'"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(statement)


def test_a_damaged_log_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / LOG).write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match="only copy of the decisions"):
        Log(tmp_path)
    assert (tmp_path / LOG).read_bytes() == b"no database" * 1000


def test_shares_are_even_and_stay() -> None:
    names = [f"d-{number}" for number in range(3000)]
    pairs = list(assigned(names, ("Ann", "Bo", "Cy"), 0.2, {}))
    for who in ("Ann", "Bo", "Cy"):
        assert sum(reader == who for _, reader in pairs) == 1200
    assert len(pairs) - len(names) == 600
    assert len(set(pairs)) == len(pairs)
    assert sorted(assigned(names[::-1], ("Ann", "Bo", "Cy"), 0.2, {})) == sorted(pairs)


@pytest.mark.parametrize(
    ("number", "double", "shares", "twice"),
    [(2, 0.0, [1, 1], 0), (5, 0.2, [3, 3], 1), (5, 0.0, [2, 3], 0), (4, 1.0, [4, 4], 4)],
)
def test_few_documents_are_shared_evenly_too(number: int, double: float, shares: list[int], twice: int) -> None:
    pairs = list(assigned([f"d-{each}" for each in range(number)], ("Ann", "Bo"), double, {}))
    assert sorted(sum(reader == who for _, reader in pairs) for who in ("Ann", "Bo")) == shares
    assert len(pairs) - number == twice


def test_what_comes_night_by_night_is_shared_evenly() -> None:
    known: dict[str, list[str]] = {}
    for night in range(20):
        for document, who in list(assigned([f"d-{night}"], ("Ann", "Bo"), 0.2, known)):
            known.setdefault(document, []).append(who)
    assert sum(len(readers) for readers in known.values()) == 24
    assert [sum(who in readers for readers in known.values()) for who in ("Ann", "Bo")] == [12, 12]


def test_who_has_no_share_sees_all(tmp_path: Path) -> None:
    documents = [A, build.document("b.txt")]
    build.write(tmp_path, *documents)
    with closing(Desk(tmp_path, ("Ann", "Bo"))) as desk:
        assert [len(desk.documents(who, Filter())) for who in ("Ann", "Bo", "Cy")] == [1, 1, 2]
    with closing(Desk(tmp_path)) as desk:
        assert [len(desk.documents(who, Filter())) for who in ("Ann", "Cy")] == [1, 2]


def test_a_share_once_given_is_kept(tmp_path: Path) -> None:
    build.write(tmp_path, A)
    with closing(Desk(tmp_path, ("Ann", "Bo"))) as desk:
        before = desk.shares
    with closing(Desk(tmp_path, ("Cy", "Di"))) as desk:
        assert desk.shares == before
