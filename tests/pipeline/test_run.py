"""A whole run: what goes in, what comes out, what is left when things go wrong."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.errors import InputError, LexiconError, LockedError, MissingInput
from pipeline.inputs import Input, LeftOut
from pipeline.read import Reading
from pipeline.records import Document, Record
from pipeline.run import Settings, rules_version, run
from pipeline.steps import Done, Result, result, settled
from pipeline.store.dataset import opened
from pipeline.store.lists import sealed
from pipeline.store.lock import locked
from pipeline.store.seal import SEAL, Failure, LeftOutBlock, LeftOutInput
from pipeline.store.verify import findings
from tests.pipeline import build


class Fake:
    """Reads and extracts what it is told; asks the model once a document."""

    def __init__(self, spoil: Exception | None = None) -> None:
        self.asked = 0
        self.spoil = spoil

    def read(self, source: Input) -> Reading:
        return Reading(build.document(source.source, source.data.decode()), (LeftOut("/nav", "menu", "Home"),))

    def records(self, document: Document) -> list[Record]:
        self.asked += 1
        if self.spoil is not None and document.source == "b.txt":
            raise self.spoil
        return build.records(document)


def given(name: str) -> Input:
    return Input(name, build.TEXT.encode(), "text/plain")


def worked(opened: Sequence[Input | InputError | LeftOut], fake: Fake | None = None) -> list[Result]:
    fake = fake or Fake()
    return [result(settled(each), fake.read, fake) for each in opened]


def test_every_input_has_one_result_in_order() -> None:
    missing = MissingInput("b.txt", "no such file", "check the name")
    done, failed, left = worked([given("a.txt"), missing, LeftOut("c.png", "a picture")])
    assert isinstance(done, Done)
    assert (done.document.source, len(done.records), done.asked, done.data) == ("a.txt", 5, 1, build.TEXT.encode())
    assert done.left_out.blocks == (LeftOutBlock(path="/nav", reason="menu", excerpt="Home"),)
    assert failed == Failure(input="b.txt", problem="no such file", remedy="check the name")
    assert left == LeftOutInput(input="c.png", reason="a picture")


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (ZeroDivisionError("half\nof it"), "this is a bug in communique (ZeroDivisionError: half)"),
        (RecursionError(), "this is a bug in communique (RecursionError)"),
        (MissingInput("b.txt", "nothing in it", "look"), "nothing in it"),
    ],
)
def test_what_breaks_on_one_document_spares_the_others(spoil: Exception, problem: str) -> None:
    first, failed, last = worked([given("a.txt"), given("b.txt"), given("c.txt")], Fake(spoil))
    assert isinstance(first, Done)
    assert isinstance(last, Done)
    assert isinstance(failed, Failure)
    assert (failed.input, failed.problem) == ("b.txt", problem)


def test_a_document_without_end_is_given_up_and_the_others_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(Fake):
        def records(self, document: Document) -> list[Record]:
            while document.source == "b.txt":
                """A rule that has lost its way."""
            return super().records(document)

    monkeypatch.setattr("pipeline.steps.LONGEST", 0.1)
    first, failed, last = worked([given("a.txt"), given("b.txt"), given("c.txt")], Endless())
    assert isinstance(first, Done)
    assert isinstance(last, Done)
    assert isinstance(failed, Failure)
    assert (failed.input, failed.problem) == ("b.txt", "not done after 0.1 seconds, and left out")


def test_a_user_error_stops_the_run() -> None:
    with pytest.raises(LexiconError):
        worked([given("b.txt")], Fake(LexiconError("words.toml: no words")))


def test_a_record_away_from_its_source_is_a_bug_and_not_written() -> None:
    class Astray(Fake):
        def records(self, document: Document) -> list[Record]:
            record = build.group(document, "Anbu Primary School Education Group")
            return [record.model_copy(update={"name": record.name.model_copy(update={"text": "Other"})})]

    (failed,) = worked([given("a.txt")], Astray())
    assert isinstance(failed, Failure)
    assert "this is a bug in communique" in failed.problem
    assert "not 'Other'" in failed.problem


def test_two_inputs_with_one_identity_are_an_error_that_names_both(tmp_path: Path) -> None:
    outcome = build.publish([build.done(build.document("a.txt")), build.done(build.document("a.txt"))], tmp_path)
    assert [failed.input for failed in outcome.failures] == ["a.txt"]
    assert "as the earlier input a.txt" in outcome.failures[0].problem
    assert outcome.exit_code == 1
    assert list(findings(tmp_path)) == []


def test_when_nothing_could_be_read_the_former_data_set_stays(tmp_path: Path) -> None:
    build.write(tmp_path, build.document("a.txt"))
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.json*")}
    outcome = build.publish([Failure(input="b.txt", problem="gone", remedy="look")], tmp_path)
    assert (outcome.published, outcome.exit_code) == (False, 1)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.json*")} == before


def test_the_seal_tells_the_run(tmp_path: Path) -> None:
    lexicon = tmp_path / "words.toml"
    lexicon.write_text("")
    missing, left = MissingInput("b.txt", "gone", "look"), LeftOut("c.png", "a picture")
    build.publish(worked([given("a.txt"), missing, left]), tmp_path / "out", Settings(lexicon, model=False), b"")
    seal = json.loads((tmp_path / "out" / "run.json").read_text())
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    chosen = {"model": False, "lexicon": "words.toml", "lexicon_sha256": empty, "relevant_only": False}
    assert seal["settings"] == chosen
    assert seal["model"] == {"asked": 1, "documents": 1}
    assert seal["counts"] == {"group": 1, "official": 1, "date": 1, "count": 1, "policy": 1}
    assert seal["failures"] == [{"input": "b.txt", "problem": "gone", "remedy": "look"}]
    assert seal["left_out"] == [{"input": "c.png", "reason": "a picture"}]
    assert [each["document"] for each in seal["blocks_left_out"]] == [build.document("a.txt").id]
    assert seal["started"] <= seal["finished"]
    assert seal["rules_version"] == rules_version(b"")


def test_results_are_written_as_they_come(tmp_path: Path) -> None:
    """No document is held longer than its turn: when the second is made, the first is in the archive."""

    def made() -> Iterator[Result]:
        first = build.document("a.txt")
        yield build.done(first)
        assert (tmp_path / "archive" / first.sha256).is_file()
        yield build.done(build.document("b.txt", "B\n" + build.TEXT))

    assert build.publish(made(), tmp_path).exit_code == 0


def test_the_rules_version_changes_with_the_lexicon_only() -> None:
    assert rules_version() == rules_version()
    assert rules_version() != rules_version(b"[titles]")


def test_the_same_input_gives_the_same_bytes_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(build.TEXT, encoding="utf-8")
    (folder / "b.txt").write_text("第一小学教育集团成立。\n由第一小学牵头。", encoding="utf-8")
    shutil.copytree(folder, tmp_path / "elsewhere" / "pages")
    run([str(folder)], tmp_path / "one", Settings(model=False))
    monkeypatch.chdir(tmp_path / "elsewhere")
    run(["pages"], Path("two"), Settings(model=False))
    for name in ("documents.jsonl", "records.jsonl"):
        one, two = (tmp_path / "one" / name).read_bytes(), (tmp_path / "elsewhere" / "two" / name).read_bytes()
        assert one == two
    assert "第一小学" in (tmp_path / "one" / "documents.jsonl").read_text(encoding="utf-8")


def test_a_run_on_real_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(build.TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    seen: list[str] = []
    arguments = [str(tmp_path / "a.txt"), str(tmp_path / "empty.txt"), str(tmp_path / "gone.txt")]
    outcome = run(arguments, tmp_path / "out", Settings(model=False), seen.append)
    assert (outcome.exit_code, outcome.documents, outcome.failed) == (1, 1, 2)
    assert seen == ["a.txt"]
    with opened(tmp_path / "out") as dataset:
        assert [document.source for document, _ in dataset.checked()] == ["a.txt"]
    assert list(findings(tmp_path / "out")) == []


def test_the_seal_says_by_which_charset_a_page_was_read_and_what_was_lost(tmp_path: Path) -> None:
    page = "<html><head><meta charset={}></head><body><h1>{}</h1><p>{}</p></body></html>"
    school = "大河中学教育集团今天成立，共有三所成员学校。" * 3
    (tmp_path / "a.html").write_bytes(page.format("gb2312", "大河中学", school).encode("gb18030"))
    (tmp_path / "b.html").write_bytes(
        page.format("utf-8", "Dahe", f"Dahe School opened. {school}").encode() + b"<p>\xff</p>"
    )
    run([str(tmp_path)], tmp_path / "out", Settings())
    with sealed(tmp_path / "out" / SEAL) as told:
        assert [(entry.charset, entry.replaced) for entry in told.inputs()] == [("gb18030", 0), ("utf-8", 1)]


def test_a_lexicon_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"words.toml: cannot be read: No such file"):
        run([], tmp_path, Settings(tmp_path / "words.toml"))


def test_a_second_run_in_the_folder_is_refused(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(LockedError):
        run([], tmp_path, Settings(model=False))
