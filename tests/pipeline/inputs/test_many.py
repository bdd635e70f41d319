"""Very many inputs: what is held of each is on the disk; what is opened can go to another process."""

from __future__ import annotations

import json
import pickle
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import pipeline.aside
from pipeline.errors import InputError, StoreError
from pipeline.inputs import Given, Input, LeftOut, Versions, open_inputs
from pipeline.inputs.places import noted_places
from pipeline.known import Known, known
from tests.pipeline.inputs.packed import page

NAMES = ["a", "公告", "\udcff", "z" * 3000, "a\0b", ""]


def test_an_identity_is_known_by_the_name_it_had_first() -> None:
    with known() as names:
        assert [names.add(name, f"first {name}") for name in NAMES] == [None] * len(NAMES)
        assert [names.add(name, "again") for name in NAMES] == [f"first {name}" for name in NAMES]


def test_places_come_by_identity_and_the_last_first() -> None:
    with noted_places() as places:
        for number, name in enumerate(["b", "公", "a", "b", "\U0001f600", "\uffff", "B"]):
            places.add(name, number % 2, number)
        found = list(places.found())
    assert [name for name, _ in found] == sorted(["b", "公", "a", "\U0001f600", "\uffff", "B"])
    assert dict(found)["b"] == [(1, 3), (0, 0)]


def fill(names: Known) -> None:
    for number in range(1000):
        names.add(f"identity {number}", "name " * 20)


def test_a_disk_without_room_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.aside, "PRAGMAS", ("cache_size = -8",))
    with known() as names:
        names.database.execute("PRAGMA max_page_count = 4")
        with pytest.raises(StoreError, match="free some space"):
            fill(names)


def test_what_is_opened_can_be_sent_to_another_process(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(page("a"))
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": "A text.", "title": "T", "other": 1}))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "A text.")
        archive.writestr("b.txt", "")
        archive.writestr("b.png", "")
    names = ("a.warc", "rows.jsonl", "a.zip", "none.txt")
    opened = list(open_inputs([str(tmp_path / name) for name in names]))
    again = pickle.loads(pickle.dumps(opened))  # noqa: S301
    assert [type(each) for each in again] == [type(each) for each in opened]
    assert {type(each) for each in opened if not isinstance(each, InputError)} == {Input, Versions, LeftOut}
    assert [str(each) for each in again if isinstance(each, InputError)] == [
        str(each) for each in opened if isinstance(each, InputError)
    ]
    versions = next(each for each in again if isinstance(each, Versions))
    assert versions.openings[0]().data.startswith(b"<html>")
    assert next(each.given for each in again if isinstance(each, Input)) == Given(title="T")


COUNT = "import sys; from pipeline.inputs import open_inputs; print(sum(1 for _ in open_inputs(sys.argv[1:])))"


def test_a_table_of_many_rows_is_opened_in_little_memory(tmp_path: Path) -> None:
    with (tmp_path / "rows.jsonl").open("w") as file:
        for number in range(60_000):
            file.write(json.dumps({"id": number, "text": f"Text {number} " + "of a school. " * 100}) + "\n")
    assert (tmp_path / "rows.jsonl").stat().st_size > 75_000_000
    command = [sys.executable, "-c", COUNT, str(tmp_path / "rows.jsonl")]

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (64 << 20, 64 << 20))

    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=bounded, check=False)  # noqa: S603
    assert (done.stdout.strip(), done.stderr) == ("60000", "")
