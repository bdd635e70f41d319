"""``communique find``: which sentences and records are found, and how they are shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.records import CountRecord, GroupRecord
from tests.pipeline import build

CHINESE = """暗步教育集团成立
暗步小学教育集团由暗步小学牵头。
成员校：耀德小学、第二小学、ＡＢＣ学校。"""
ZH = build.document("zh.txt", CHINESE, url="https://www.example.cn/a.html")
EN = build.document("en.txt", url="https://www.example.org/a.html")
MENDED = build.document("mended.txt", "Signing\nSong Shanhu Group was founded.\n\x1b[2J[bold]Evil[/bold] \u202egroup.")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    group = build.group(ZH, "暗步小学教育集团", leaders=["暗步小学"], members=["耀德小学", "第二小学"], behind=10)
    mended = build.group(MENDED, "Song Shanhu Group").model_copy(
        update={"name": build.field(MENDED.text, "Song Shanhu Group", "Songshan Lake Group")}
    )
    build.publish([build.done(EN), build.done(ZH, [group]), build.done(MENDED, [mended])], tmp_path / "out")
    return tmp_path / "out"


def find(out: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["find", str(out), *words])


def found(out: Path, *words: str) -> list[dict[str, Any]]:
    result = find(out, *words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


def marked(hit: dict[str, Any]) -> list[str]:
    return [hit["sentence"][start - hit["start"] : end - hit["start"]] for start, end in hit["marks"]]


def stated(hit: dict[str, Any]) -> set[tuple[str, str]]:
    return {(field["field"], field["value"]) for record in hit["records"] for field in record["fields"]}


LED = "Anbu Primary School Education Group is led by Anbu Primary School."
MEMBERS = "Its members are Yaode Primary School and No. 2 Primary School 🎉."
SPOKE = "Director Li Na of the Anbu Education Bureau spoke on October 13, 2022."
COUNTED = "The 69 education groups follow the Group Measures."
LED_ZH = "暗步小学教育集团由暗步小学牵头。"
MEMBERS_ZH = "成员校：耀德小学、第二小学、ＡＢＣ学校。"


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (["li", "na"], {SPOKE}),
        (["na", "li"], {SPOKE}),
        (['"na li"'], set()),
        (['"LI  NA"'], {SPOKE}),
        (["yaode", "measures"], set()),
        (["集团"], {"暗步教育集团成立", LED_ZH}),
        (["校"], {MEMBERS_ZH}),
        (["团集"], set()),
        (["小学"], {LED_ZH, MEMBERS_ZH}),
        (["abc"], {MEMBERS_ZH}),
        (["ＬＩ"], {SPOKE}),
        (['"no. 2"'], {MEMBERS}),
        (['"no 12"'], set()),
        (["educat*", "69"], {COUNTED}),
        (["kind:group"], {LED, LED_ZH, "Song Shanhu Group was founded."}),
        (["kind:group", "yaode"], {LED}),
        (["kind:official", "yaode"], set()),
        (["kind:group", "kind:count", "group*"], {LED, COUNTED, "Song Shanhu Group was founded."}),
        (['"songshan lake"'], {"Song Shanhu Group was founded."}),
        (['"songshan lake"', "founded"], {"Song Shanhu Group was founded."}),
        (["kind:group", "yaode", '"anbu primary"'], {LED}),
        (["NEAR(li", "na)"], set()),
        (["'; DROP TABLE unit; --"], set()),
    ],
)
def test_the_sentences_that_are_found(out: Path, words: list[str], sentences: set[str]) -> None:
    assert {hit["sentence"] for hit in found(out, *words)} == sentences


@pytest.mark.parametrize(
    ("words", "marks", "fields"),
    [
        (["yaode"], {"Yaode"}, {("members", "Yaode Primary School")}),
        (["li", "bureau"], {"Li", "Bureau"}, {("name", "Li Na"), ("organisation", "Anbu Education Bureau")}),
        (["follow"], {"follow"}, set()),
        (['"songshan lake"'], {"Song Shanhu Group"}, {("name", "Songshan Lake Group")}),
        (["牵头"], {"牵头"}, set()),
        (["kind:date"], {"October 13, 2022"}, {("text", "2022-10-13")}),
    ],
)
def test_the_words_are_marked_and_the_records_told(
    out: Path, words: list[str], marks: set[str], fields: set[tuple[str, str]]
) -> None:
    hits = found(out, *words)
    assert {mark for hit in hits for mark in marked(hit)} == marks
    assert set().union(*(stated(hit) for hit in hits)) == fields


def test_a_hit_has_everything_that_leads_to_its_source(out: Path) -> None:
    (hit,) = found(out, "耀德小学", "成员校")
    assert (hit["source"], hit["sentence"], marked(hit)) == ("zh.txt", MEMBERS_ZH, ["成员校", "耀德小学"])
    assert hit["link"].startswith("https://www.example.cn/a.html#:~:text=")
    (record,) = hit["records"]
    assert (record["kind"], record["value"], record["confidence"]) == ("group", "暗步小学教育集团", 0.9)
    (field,) = record["fields"]
    assert CHINESE[field["start"] : field["end"]] == field["quote"] == "耀德小学"
    assert field["sentence"] == MEMBERS_ZH


def test_the_best_come_first_and_the_others_are_counted(out: Path) -> None:
    result = find(out, "group*", "--limit", "2")
    assert result.stdout.splitlines()[-1].startswith("the best 2 of 4 sentences in 2 documents")
    assert len(found(out, "group*", "--limit", "2")) == 2
    assert find(out, "group*").stdout.splitlines()[-1] == "4 sentences in 2 documents"


def test_what_is_shown_can_be_read_and_does_nothing(out: Path) -> None:
    lines = find(out, "yaode", "kind:group").stdout.splitlines()
    assert lines[1].strip() == LED
    assert lines[2].split() == ["group", *"Anbu Primary School Education Group".split(), "0.90"]
    assert lines[3].split()[:4] == ["members", "Yaode", "Primary", "School"]
    assert lines[3].endswith(f"in: {MEMBERS}")
    shown = find(out, "evil").stdout
    assert r"\x1b[2J[bold][Evil][/bold] \u202egroup." in shown
    assert "\x1b" not in shown
    assert find(out, "nowhere").stdout.startswith("nothing found")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["find", "OUT"], 2, ""),
        (["find", "OUT", "…"], 2, "there is no word in it"),
        (["find", "OUT", "kind:x"], 2, "no such kind"),
        (["find", "OUT", "x", "--limit", "0"], 2, ""),
        (["find", "nowhere", "x"], 5, "nowhere: no such folder"),
    ],
)
def test_errors_are_clear(out: Path, arguments: list[str], code: int, said: str) -> None:
    result = CliRunner().invoke(app, [str(out) if each == "OUT" else each for each in arguments])
    assert result.exit_code == code
    assert said in result.stderr


def test_words_alone_are_looked_for_in_the_usual_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["find", "Anbu"])
    assert (result.exit_code, "outputs: no such folder" in result.stderr) == (5, True)
    build.write(tmp_path / "outputs", EN)
    assert CliRunner().invoke(app, ["find", "Anbu"]).stdout == find(tmp_path / "outputs", "Anbu").stdout


def test_counts_and_groups_of_many_kinds_are_found_by_their_words(tmp_path: Path) -> None:
    """Each record of each kind, by the words of its identifying field."""
    build.write(tmp_path, EN)
    for record in build.records(EN):
        words = record.text.text if isinstance(record, CountRecord) else None
        words = record.name.value if isinstance(record, GroupRecord) else words
        if words is not None:
            hits = found(tmp_path, f'"{words}"', f"kind:{record.kind}")
            assert [each["record"] for hit in hits for each in hit["records"]] == [record.id]
