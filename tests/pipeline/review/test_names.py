"""The desk for names: which pairs wait and in which order, and what becomes of what reviewers judge."""

from __future__ import annotations

import errno
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.report.page import write as write_report
from pipeline.review.comparing import Batch, Comparing
from pipeline.review.desk import Desk
from pipeline.review.judgements import JudgedMeanwhile
from pipeline.review.names import NO_MORE, NameDesk, Wanted
from pipeline.review.pairpages import card, evidence
from pipeline.review.pairs import Pair, Side, Spot, pair_id
from pipeline.review.table import Table
from pipeline.review.typed import Refused
from tests.pipeline import build
from tests.pipeline.review import named
from tests.pipeline.review.acts import change, decide, new_key
from tests.pipeline.review.named import FULL, FULL_GROUP, HERE, SHORT, SHORT_GROUP, SOMEWHERE, THERE, say, shown

DOUBTED = [(HERE, SOMEWHERE), (THERE, SOMEWHERE)]
ONE = [(FULL_GROUP, SHORT_GROUP), (FULL, SHORT)]
APART = [(HERE, THERE)]


@pytest.fixture
def names(tmp_path: Path) -> Iterator[NameDesk]:
    named.write(tmp_path)
    with ExitStack() as stack:
        yield named.name_desk(tmp_path, stack)


@pytest.mark.parametrize(
    ("wanted", "pairs"),
    [
        ({"show": "doubt"}, DOUBTED),
        ({"show": "same"}, ONE),
        ({"show": "different"}, APART),
        ({"show": "all"}, [*DOUBTED, *ONE, *APART]),
        ({"show": "judged"}, []),
        ({"show": "same", "kinds": ("school",)}, ONE[1:]),
        ({"show": "all", "kinds": ("person", "body")}, []),
        ({"show": "all", "text": "四中"}, ONE),
        ({"show": "doubt", "text": "四中"}, []),
    ],
)
def test_what_is_wanted_is_shown_in_its_order(
    names: NameDesk, wanted: dict[str, Any], pairs: list[tuple[str, str]]
) -> None:
    assert shown(names, **wanted) == pairs


def side(name: str, documents: int = 1) -> Side:
    return Side(f"school|{name}|d-{name}", "school", name, (name,), documents=documents)


@pytest.mark.parametrize(
    ("verdict", "order"),
    [
        ("unsure", ["many", "alike", "unlike"]),
        ("same", ["unlike", "many", "alike"]),
        ("different", ["many", "alike", "unlike"]),
    ],
)
def test_what_is_most_worth_a_look_comes_first(verdict: Any, order: list[str]) -> None:
    """What ties most documents; of merges the least alike, of what is kept apart the most alike."""
    other = side("other")
    sides = {"many": side("many", 9), "alike": side("alike"), "unlike": side("unlike")}
    scores = {"many": 0.97, "alike": 0.97, "unlike": 0.96}
    pairs = [Pair(each.signature, other.signature, verdict, scores[name], "so") for name, each in sides.items()]
    table = Table.of([other, *sides.values(), *pairs[::-1]])
    assert [table.side(table.pairs[each].first).name for each in table.ordered[verdict]] == order


def test_a_pair_goes_where_it_is_judged_to_belong(names: NameDesk) -> None:
    judged = say(names, "Ann", DOUBTED[0], "same", why=" the  same address ")
    assert (judged.verdict, judged.waits, judged.said[-1].reason) == ("same", False, "the same address")
    say(names, "Ann", ONE[1], "different")
    say(names, "Ann", APART[0], "unsure")
    assert shown(names, "doubt") == DOUBTED[1:]
    assert shown(names, "same") == [ONE[0], DOUBTED[0]]
    assert shown(names, "different") == [ONE[1]]
    assert shown(names, "judged") == [APART[0], ONE[1], DOUBTED[0]]
    assert names.counts() == {"doubt": 1, "same": 2, "different": 1, "judged": 3, "differing": 0, "all": 5}
    assert names.since == 3


def test_before_names_are_compared_nothing_was_judged_since(names: NameDesk) -> None:
    """A page that was open while the server was restarted asks before anybody has names compared."""
    say(names, "Ann", DOUBTED[0], "same")
    assert NameDesk(names.desk).since == 0


def test_the_pairs_behind_one_are_found_wherever_that_is_by_now(names: NameDesk) -> None:
    first = pair_id(DOUBTED[0])
    say(names, "Ann", DOUBTED[0], "same")
    assert [each.pair.id for each in names.found(Wanted(), first)] == [pair_id(DOUBTED[1])]
    behind = [pair_id(pair) for pair in (DOUBTED[1], *ONE, *APART)]
    assert [each.pair.id for each in names.found(Wanted(show="all"), first)] == behind
    assert [each.pair.id for each in names.found(Wanted(), "no such pair")] == [pair_id(DOUBTED[1])]


def test_what_is_taken_back_stands_as_before(names: NameDesk) -> None:
    say(names, "Bo", DOUBTED[0], "same")
    say(names, "Ann", DOUBTED[0], "different")
    say(names, "Ann", DOUBTED[1], "same")
    taken = [names.undo("Ann", new_key()) for _ in range(3)]
    assert taken == [pair_id(DOUBTED[1]), pair_id(DOUBTED[0]), None]
    assert shown(names, "same") == [*ONE, DOUBTED[0]]
    assert shown(names, "doubt") == DOUBTED[1:]
    assert [each.pair.id for each in names.changed(2)] == [pair_id(DOUBTED[0]), pair_id(DOUBTED[1])]


def test_of_two_reviewers_the_later_counts_and_both_are_shown(names: NameDesk) -> None:
    say(names, "Ann", DOUBTED[0], "same", why="one address")
    with pytest.raises(JudgedMeanwhile):
        say(names, "Bo", DOUBTED[0], "different", seen=())
    judged = say(names, "Bo", DOUBTED[0], "different")
    assert (judged.verdict, judged.differing) == ("different", True)
    told = card(names, judged)["judgements"]
    assert [(each["who"], each["what"], each["why"]) for each in told] == [
        ("Ann", "same", "one address"), ("Bo", "different", ""),
    ]  # fmt: skip
    assert shown(names, "differing") == DOUBTED[:1]
    assert not say(names, "Ann", DOUBTED[0], "different").differing


@pytest.mark.parametrize(
    "pair", [(HERE, HERE), (HERE, FULL_GROUP), (HERE, "school|330200"), ("town|a|b", "town|c|d"), ("", "")]
)
def test_what_is_no_pair_of_names_is_refused(names: NameDesk, pair: tuple[str, str]) -> None:
    with pytest.raises(Refused, match="no two names of one kind"):
        say(names, "Ann", pair, "same")


def test_exports_and_reports_have_a_judgement_at_once(names: NameDesk, tmp_path: Path) -> None:
    folder = names.desk.shelf.folder
    say(names, "Ann", DOUBTED[0], "same")
    say(names, "Ann", ONE[1], "different", why="two schools")
    entities = [set(each.split(" | ")) for each in pipeline.load(folder).entities.filter(kind="school")["names"]]
    said = pipeline.load(folder).judgements.filter(author="Ann").select("verdict", "reason").rows()
    assert said == [("same", ""), ("different", "two schools")]
    assert not any({"宁波市第四中学", "宁波四中"} <= each for each in entities)
    assert len([each for each in entities if "鉴湖小学" in each]) == 2
    write_report(folder, tmp_path / "report.html")
    names.undo("Ann", new_key())
    names.undo("Ann", new_key())
    assert pipeline.load(folder).judgements.filter(author="Ann").height == 0


def test_comparing_anew_has_what_was_judged(names: NameDesk) -> None:
    say(names, "Ann", DOUBTED[0], "same")
    say(names, "Ann", ONE[1], "different")
    version = names.desk.version()
    names.comparing.take(named.compared(names.desk.shelf.folder), version)
    first, second = (names.one(pair_id(pair)) for pair in (DOUBTED[0], ONE[1]))
    assert first is not None
    assert second is not None
    assert (first.pair.verdict, first.verdict, card(names, first)["together"]) == ("unsure", "same", True)
    assert (second.pair.verdict, second.verdict, card(names, second)["together"]) == ("same", "different", False)


def test_a_judgement_outlives_the_names(names: NameDesk) -> None:
    """It holds for signatures: it is kept while nothing is compared, and when no document has the names any more."""
    folder = names.desk.shelf.folder
    say(names, "Ann", DOUBTED[0], "same")
    build.publish([build.done(*named.announcements()[0])], folder)
    names.comparing.take(named.compared(folder), names.desk.version())
    assert shown(names, "judged") == [DOUBTED[0]]
    found = names.one(pair_id(DOUBTED[0]))
    assert found is not None
    assert found.pair.reason == NO_MORE
    assert [each["name"] for each in card(names, found)["sides"]] == ["鉴湖小学", "鉴湖小学"]
    assert names.counts()["all"] == 0


def test_each_side_has_its_sentences(names: NameDesk) -> None:
    [one, two] = [evidence(names.desk, "Ann", names.comparing.table.side(name)) for name in (HERE, SHORT)]
    assert [each["text"] for each in one] == [
        ["宁波市第四中学教育集团由宁波市第四中学牵头，成员校有", "鉴湖小学", "。"]
    ]
    assert [(each["title"], each["path"]) for each in one] == [("宁波市教育局公告", "members/0")]
    assert [(each["title"], each["path"]) for each in two] == [("宁波市教育局通知", "leaders/0")]
    document, records = named.announcements()[0]
    assert (one[0]["document"], one[0]["record"]) == (document.id, records[0].id)


def test_of_a_long_sentence_the_part_around_the_name_is_shown(tmp_path: Path) -> None:
    line = f"{'a' * 400}鉴湖小学集团由鉴湖小学牵头{'b' * 400}"
    document = build.document(text=line)
    record = build.group(document, "鉴湖小学集团", leaders=["鉴湖小学"], behind=line.index("由"))
    build.publish([build.done(document, [record])], tmp_path)
    leader = record.leaders[0]
    spot = Spot(document.id, record.id, "leaders", leader.text, leader.source.start, leader.source.end)
    with closing(Desk(tmp_path)) as desk:
        [said] = evidence(desk, "Ann", Side("school|鉴湖小学|d", "school", "鉴湖小学", ("鉴湖小学",), spots=(spot,)))
    assert said["text"] == [f"…{'a' * 293}鉴湖小学集团由", "鉴湖小学", f"牵头{'b' * 198}…"]


def test_a_sentence_is_shown_also_where_its_record_says_something_else_by_now(names: NameDesk) -> None:
    document, [group] = named.announcements()[0]
    decide(names.desk, "Ann", "edit", document, group, change("drop", "members/0"))
    [said] = evidence(names.desk, "Ann", names.comparing.table.side(HERE))
    assert (said["text"][1], said["record"], said["path"]) == ("鉴湖小学", "", "")


def test_names_are_compared_in_a_process_of_their_own(tmp_path: Path) -> None:
    named.write(tmp_path)
    with ExitStack() as stack:
        desk = NameDesk(Desk(tmp_path))
        stack.callback(desk.desk.close)
        stack.callback(desk.close)
        assert not desk.ready
        desk.look()
        assert desk.comparing.working
        desk.look()
        desk.comparing.wait(60)
        assert (desk.ready, desk.comparing.trouble, shown(desk)) == (True, None, [*DOUBTED, *ONE, *APART])
        desk.look()
        assert not desk.comparing.working, "once for each data set"
        named.write(tmp_path)
        desk.look()
        assert (desk.comparing.working, len(shown(desk))) == (True, 5), "the former pairs are there meanwhile"


@pytest.mark.parametrize(
    ("batches", "said"),
    [
        ([Batch(trouble="x: is damaged; run again")], "x: is damaged; run again"),
        ([Batch(read=50, documents=90)], "it was ended before it was done; try again"),
        ([], "it was ended before it was done; try again"),
    ],
)
def test_comparing_that_fails_says_why_and_keeps_what_there_was(
    names: NameDesk, batches: list[Batch], said: str
) -> None:
    names.comparing.take(batches, "another version")
    assert names.comparing.trouble == said
    assert len(shown(names)) == 5


def test_a_data_set_that_is_damaged_is_said_to_be_that(tmp_path: Path) -> None:
    named.write(tmp_path)
    (tmp_path / "records.jsonl").write_text("{}\n", encoding="utf-8")
    with closing(Comparing(tmp_path)) as comparing:
        comparing.begin(1)
        comparing.wait(60)
    assert comparing.trouble is not None
    assert "records.jsonl changed since the run" in comparing.trouble


@pytest.mark.parametrize(
    ("program", "said"),
    [("print('{}}')", "another version of communique"), ("raise SystemExit(1)", "ended before it was done")],
)
def test_a_process_that_fails_is_not_begun_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    def begun(command: list[str], **settings: Any) -> subprocess.Popen[bytes]:
        return started([sys.executable, "-c", program], **settings)

    named.write(tmp_path)
    started = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", begun)
    with closing(Desk(tmp_path)) as desk, closing(NameDesk(desk)) as names:
        names.look()
        names.comparing.wait(60)
        names.look()
        assert not names.comparing.working
        assert said in (names.comparing.trouble or "")


def test_where_no_process_can_be_started_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    named.write(tmp_path)
    monkeypatch.setattr(subprocess, "Popen", full)
    with closing(Desk(tmp_path)) as desk, closing(NameDesk(desk)) as names:
        names.look()
        assert "Cannot allocate memory" in (names.comparing.trouble or "")
        assert not names.comparing.working


def test_what_is_being_compared_ends_with_the_desk(tmp_path: Path) -> None:
    named.write(tmp_path)
    comparing = Comparing(tmp_path)
    comparing.begin(1)
    began = time.monotonic()
    comparing.close()
    assert not comparing.working
    assert time.monotonic() - began < 5
