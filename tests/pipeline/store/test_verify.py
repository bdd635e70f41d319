"""The gate finds every fault that it promises to find, and none in a sound data set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import StoreError
from pipeline.records import Basis, DateRecord, FieldValue, GroupRecord, Record, Source
from pipeline.store.spans import faults
from pipeline.store.verify import claims, findings
from tests.pipeline import build
from tests.pipeline.store.harm import change, drop, reseal


def test_a_sound_data_set_has_no_findings(tmp_path: Path) -> None:
    build.write(tmp_path, build.document("a.txt"), build.document("b.txt"))
    assert list(findings(tmp_path)) == []


def test_a_data_set_of_a_page_in_another_charset_is_sound(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("东山区第一小学牵头成立教育集团，二〇二三年五月八日揭牌。".encode("gb18030") * 3)
    assert CliRunner().invoke(app, ["run", str(page), "-o", str(tmp_path / "out")]).exit_code == 0
    assert list(findings(tmp_path / "out")) == []


def test_nothing_to_verify_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="name a folder that is there"):
        list(findings(tmp_path / "missing"))
    with pytest.raises(StoreError, match=r"holds no data set \(run\.json is missing\)"):
        list(findings(tmp_path))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (drop("records.jsonl"), "records.jsonl is missing"),
        (change("records.jsonl", "Li Na", "Li Nu"), "records.jsonl is not the file that was sealed"),
        (lambda folder: next((folder / "archive").iterdir()).unlink(), "is missing"),
        (lambda folder: next((folder / "archive").iterdir()).write_bytes(b"other"), "has other bytes"),
    ],
)
def test_what_does_not_match_the_seal_is_found(tmp_path: Path, harm: Callable[[Path], object], said: str) -> None:
    build.write(tmp_path, build.document())
    harm(tmp_path)
    assert any(said in finding for finding in findings(tmp_path))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (change("records.jsonl", '"kind":"date"', '"kind":"data"'), "records.jsonl, line 3: no record"),
        (change("records.jsonl", '"document":"d-', '"document":"e-'), "belongs to document e-"),
        (change("records.jsonl", '"id":"t-', '"id":"c-'), "a second record c-"),
        (change("documents.jsonl", '"source":"a.txt"', '"source":"c.txt"'), "are not the inputs that the seal lists"),
        (change("documents.jsonl", '"language"', '"tongue"'), "documents.jsonl, line 1: no document"),
        (change("run.json", '"group": 1', '"group": 2'), "not as many as the seal says"),
        (change("documents.jsonl", '"start":0', '"start":9999'), "or a cell of it lies outside its text"),
        (lambda folder: double(folder / "documents.jsonl"), "documents.jsonl, line 2: a second document d-"),
    ],
)
def test_what_a_forged_seal_would_hide_is_found(tmp_path: Path, harm: Callable[[Path], object], said: str) -> None:
    build.write(tmp_path, build.document())
    harm(tmp_path)
    reseal(tmp_path)
    assert any(said in finding for finding in findings(tmp_path))


def double(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


def test_records_behind_those_of_a_later_document_are_found(tmp_path: Path) -> None:
    first, second = build.document("a.txt"), build.document("b.txt")
    build.write(tmp_path, first, second)
    lines = (tmp_path / "records.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "records.jsonl").write_bytes(b"".join(lines[5:] + lines[:5]))
    reseal(tmp_path)
    assert sum("stands behind those of a later document" in finding for finding in findings(tmp_path)) == 5


DOCUMENT = build.document()
SIZE = len(DOCUMENT.text)
GROUP = build.group(DOCUMENT, "Anbu Primary School Education Group")


def moved(**changes: object) -> FieldValue:
    source = GROUP.name.source.model_copy(update=changes)
    return GROUP.name.model_copy(update={"source": source})


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (moved(start=GROUP.name.source.start + 1), "the text has 'nbu Primary"),
        (moved(end=SIZE + 5), "is no run of sentence"),
        (moved(sentence=(0, 3)), "is no run of sentence 0-3"),
        (moved(context=((5, SIZE + 1),)), f"its context 5-{SIZE + 1} is no run"),
        (GROUP.name.model_copy(update={"basis": (Basis(start=9, end=9, why="empty"),)}), "its basis 9-9 is no run"),
    ],
)
def test_a_field_elsewhere_than_it_says_is_a_fault(name: FieldValue, said: str) -> None:
    assert any(said in fault for fault in faults(DOCUMENT, [GROUP.model_copy(update={"name": name})]))


def test_a_further_place_outside_its_sentence_is_a_fault() -> None:
    date = next(record for record in build.records(DOCUMENT) if isinstance(record, DateRecord))
    also = Source(start=0, end=4, sentence=(1, 9))
    assert any("also: 0-4" in fault for fault in faults(DOCUMENT, [date.model_copy(update={"also": (also,)})]))


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_a_number_that_json_cannot_write_is_a_fault(value: float) -> None:
    count = build.records(DOCUMENT)[3].model_copy(update={"value": value})
    assert [fault.split(": ")[-1] for fault in faults(DOCUMENT, [count])] == ["its value is no finite number"]


def test_a_block_outside_the_text_is_a_fault() -> None:
    block = DOCUMENT.blocks[0].model_copy(update={"cells": ((0, 99),)})
    assert "a cell of it lies outside" in next(faults(DOCUMENT.model_copy(update={"blocks": (block,)}), []))


def flagged(flag: str, *basis: Basis) -> GroupRecord:
    return GROUP.model_copy(update={"name": GROUP.name.model_copy(update={"flags": (flag,), "basis": basis})})


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (GROUP, []),
        (flagged("expanded"), ["is flagged expanded and names no basis"]),
        (flagged("expanded", Basis(start=0, end=4, why="the other half")), []),
        (flagged("spelling-variant"), []),
        (GROUP.model_copy(update={"confidence": 0.1}), ["its confidence and rule are not those of its identifying"]),
    ],
)
def test_the_claims_of_a_record_are_checked(record: Record, said: list[str]) -> None:
    found = list(claims(record))
    assert len(found) == len(said)
    assert all(part in finding for part, finding in zip(said, found, strict=True))


def test_findings_reach_the_claims(tmp_path: Path) -> None:
    build.publish([build.done(DOCUMENT, [flagged("year-inferred")])], tmp_path)
    assert [finding.split("Group' ")[-1] for finding in findings(tmp_path)] == [
        "is flagged year-inferred and names no basis"
    ]
