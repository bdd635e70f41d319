"""Precision from the sample, recall from what was read in full, and the rules that are overruled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.records import GroupRecord, Record
from pipeline.review.audit import audit
from pipeline.review.log import LOG
from pipeline.review.proportion import wilson
from pipeline.review.reviewed import reviewed
from pipeline.review.sample import Drawn, Sample
from tests.pipeline import build
from tests.pipeline.review.said import Saying

DOCUMENT = build.document()
RECORDS = build.records(DOCUMENT)
GROUP, OFFICIAL, DATE, COUNT, POLICY = RECORDS


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def sample(*drawn: tuple[Record, str, float]) -> Sample:
    return Sample(
        "2026-11-23T01:00:00Z",
        20,
        1,
        tuple(Drawn(record.id, record.document, record.kind, stratum, weight) for record, stratum, weight in drawn),
    )


def policies(number: int) -> list[Record]:
    return [POLICY.model_copy(update={"id": f"p-{at}"}) for at in range(number)]


def test_precision_weighs_each_record_by_what_it_stands_for() -> None:
    first, second = policies(2)
    saying = Saying()
    saying.accept(DOCUMENT, first)
    saying.say(DOCUMENT, "reject", second)
    found = audit([saying.on(DOCUMENT, [first, second])], sample((first, "sure", 9.0), (second, "doubtful", 1.0)))
    policy = found.precision["policy"]
    assert policy.share == pytest.approx(0.9)
    assert policy.judged == 2
    assert policy.effective == pytest.approx(100 / 82), "Kish: 10 squared by 9 squared and 1 squared"
    assert (policy.low, policy.high) == wilson(policy.share, policy.effective)


def test_what_nobody_decided_leaves_its_weight_to_its_stratum() -> None:
    one, two, three, four = policies(4)
    saying = Saying()
    saying.accept(DOCUMENT, one)
    saying.say(DOCUMENT, "reject", two)
    saying.say(DOCUMENT, "unsure", three)
    drawn = sample((one, "sure", 3.0), (three, "sure", 3.0), (two, "doubtful", 2.0), (four, "empty", 1.0))
    found = audit([saying.on(DOCUMENT, [one, two, three, four])], drawn)
    assert found.precision["policy"].share == pytest.approx(6 / 8)
    assert found.empty_strata == ("empty",)
    assert found.sampled == {"decided": 2, "unsure": 1, "open": 1}


def test_records_outside_the_sample_do_not_count_for_precision() -> None:
    first, second = policies(2)
    saying = Saying()
    saying.accept(DOCUMENT, first)
    saying.say(DOCUMENT, "reject", second)
    found = audit([saying.on(DOCUMENT, [first, second])], sample((first, "sure", 2.0)))
    assert found.precision["policy"].share == 1
    assert [rule.overruled for rule in found.rules] == [1], "but for the rules they do"


def test_a_sampled_record_that_changed_or_left_is_told() -> None:
    assert isinstance(GROUP, GroupRecord)
    saying = Saying()
    saying.accept(DOCUMENT, GROUP.model_copy(update={"members": ()}))
    found = audit([saying.on(DOCUMENT, [GROUP])], sample((GROUP, "g", 1.0), (DATE, "d", 1.0)))
    assert found.sampled == {"changed": 1, "gone": 1}
    assert found.precision == {}


def test_recall_is_that_of_documents_read_in_full() -> None:
    saying = Saying()
    saying.accept(DOCUMENT, DATE, COUNT, POLICY)
    saying.say(DOCUMENT, "add", None, GROUP)
    saying.say(DOCUMENT, "reject", OFFICIAL)
    found = RECORDS[1:]
    assert audit([saying.on(DOCUMENT, found)], None).recall == {}
    saying.say(DOCUMENT, "read")
    result = audit([saying.on(DOCUMENT, found)], None)
    shares = {name: (share.share, share.judged) for name, share in result.recall.items()}
    assert (result.read, result.unfinished) == (1, 0)
    assert shares["date"] == shares["count"] == shares["policy"] == (1, 1)
    assert shares["group"] == shares["leader"] == (0, 1)
    assert shares["member"] == (0, 2)
    assert "official" not in shares, "one that is none was neither there nor missed"


@pytest.mark.parametrize("fault", ["open", "changed page"])
def test_a_document_that_was_read_and_is_not_finished_gives_no_recall(fault: str) -> None:
    saying = Saying()
    saying.accept(DOCUMENT, *(RECORDS[1:] if fault == "open" else RECORDS))
    saying.say(DOCUMENT, "read")
    today = DOCUMENT if fault == "open" else DOCUMENT.model_copy(update={"version": "another"})
    result = audit([saying.on(today, RECORDS)], None)
    assert (result.read, result.unfinished, result.recall) == (0, 1 if fault == "open" else 0, {})


def test_rules_come_in_the_order_of_what_is_surely_wrong_with_them() -> None:
    def by(rule: str, at: int) -> Record:
        name = POLICY.title.model_copy(update={"rule": rule})  # type: ignore[union-attr]
        return POLICY.model_copy(update={"id": f"{rule}-{at}", "title": name})

    often, once, never = ([by(rule, at) for at in range(n)] for rule, n in (("often", 10), ("once", 1), ("never", 5)))
    saying = Saying()
    for record in (*often[:8], *once):
        saying.say(DOCUMENT, "reject", record)
    saying.accept(DOCUMENT, *often[8:], *never)
    found = audit([saying.on(DOCUMENT, [*often, *once, *never])], None).rules
    assert [(rule.name, rule.overruled, rule.share.judged) for rule in found] == [
        ("often", 8, 10), ("once", 1, 1), ("never", 0, 5),
    ]  # fmt: skip
    assert (found[0].share.low, found[0].share.high) == wilson(0.8, 10)


def test_the_command_draws_once_and_then_tells(tmp_path: Path) -> None:
    build.write(tmp_path, DOCUMENT)
    nothing = invoke("audit", tmp_path)
    assert nothing.exit_code == 0
    assert nothing.stdout.startswith("no sample is drawn; of 5 records 0 are decided")
    assert not (tmp_path / LOG).exists()
    first = invoke("audit", tmp_path, "--sample", "20")
    assert "sample of 5 records, drawn 20" in first.stdout
    assert "start `communique review` with the filter 'Audit sample only'" in first.stdout
    saying = Saying()
    saying.accept(DOCUMENT, *RECORDS[1:])
    saying.say(DOCUMENT, "reject", GROUP)
    saying.say(DOCUMENT, "read")
    saying.log(tmp_path)
    again = json.loads(invoke("audit", tmp_path, "--sample", "20", "--json").stdout)
    assert again["sample"]["states"] == {"decided": 5}
    assert again["precision"]["group"]["share"] == 0
    assert again["precision"]["date"] == {"share": 1, "low": 0.2065, "high": 1, "judged": 1, "effective": 1}
    assert again["documents_read"] == 1
    table = invoke("audit", tmp_path).stdout
    assert "recall from 1 document read in full" in table
    assert "tests.rule" in table
    other = json.loads(invoke("audit", tmp_path, "--sample", "20", "--seed", "2", "--json").stdout)
    assert other["sample"]["seed"] == 2


def test_no_name_of_a_document_or_rule_harms_the_terminal(tmp_path: Path) -> None:
    hostile = build.document("\x1b[31mred.txt")
    policy = build.records(hostile)[4]
    title = policy.title.model_copy(update={"rule": "\x1b]0;own\x07"})  # type: ignore[union-attr]
    bad = policy.model_copy(update={"title": title})
    from pipeline.review import findings

    saying = Saying()
    saying.say(hostile, "reject", bad, who="Ann\x1b[0m")
    saying.say(hostile, "accept", bad, who="Bo")
    other = build.document("b.txt")
    extra = bad.model_copy(update={"id": "x", "document": other.id})
    saying.say(other, "reject", extra)
    said = "\n".join(findings.lines(audit(reviewed([(hostile, [bad]), (other, [extra])], saying.made), None)))
    assert "1 record to settle" in said
    assert "overruled" in said
    assert "\x1b" not in said
