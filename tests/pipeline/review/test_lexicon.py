"""Words for a lexicon out of what reviewers added, and only such as no record of the rules has."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicon import Lexicon
from pipeline.records import Document, GroupRecord, OfficialRecord, Position, Record
from pipeline.review.lexicon import proposals, toml
from pipeline.review.reviewed import Reviewed
from tests.pipeline import build
from tests.pipeline.review.said import Saying

TEXT = """River Madrasas join hands
Learning cluster: River Learning Cluster
1. Spearhead school: Hill Street Madrasa (East)
Feeder schools:
Mill Madrasa, Lane Madrasa
Chartered: 1 May 2022
Deputy bursar of the cluster Ann Lee spoke. Head Bo Li of Quay School listened."""
DOCUMENT = build.document("cluster.txt", TEXT)


def added_group(of: Document = DOCUMENT) -> GroupRecord:
    made = build.group(of, "River Learning Cluster", leaders=["Hill Street Madrasa (East)"])
    members = tuple(build.field(of.text, name) for name in ("Mill Madrasa", "Lane Madrasa"))
    founded = build.field(of.text, "1 May 2022", "2022-05-01")
    return made.model_copy(update={"members": members, "established": founded})


def added_official() -> OfficialRecord:
    return OfficialRecord(
        id="o-1",
        document=DOCUMENT.id,
        name=build.field(TEXT, "Ann Lee"),
        positions=(Position(title=build.field(TEXT, "Deputy bursar of the cluster"), category="school"),),
        confidence=1,
        rule="review",
    )


def adding(*records: Record, machine: tuple[Record, ...] = (), of: Document = DOCUMENT) -> list[Reviewed]:
    saying = Saying()
    for record in records:
        saying.say(of, "add", None, record)
    return [saying.on(of, machine)]


def words(found: list[Reviewed]) -> list[tuple[str, str, int]]:
    return [(each.to, each.words, len(each.places)) for each in proposals(found)]


def test_head_words_and_labels_are_proposed() -> None:
    assert words(adding(added_group(), added_official())) == [
        ("titles", "bursar", 1),
        ("institutions", "madrasa", 3),
        ("leader", "spearhead school", 1),
        ("member", "feeder school", 2),
        ("group", "learning cluster", 1),
        ("established", "chartered", 1),
    ]


def test_words_that_the_rules_have_are_not() -> None:
    found = added_group().model_copy(update={"id": "g-machine", "members": added_group().members[:1]})
    whole = words(adding(added_group(), machine=(found,)))
    assert whole == []


def test_what_an_edit_puts_in_is_proposed_and_what_it_leaves_is_not() -> None:
    machine = added_group().model_copy(update={"leaders": ()})
    saying = Saying()
    saying.say(DOCUMENT, "edit", machine, added_group())
    assert words([saying.on(DOCUMENT, [machine])]) == [("leader", "spearhead school", 1)]


@pytest.mark.parametrize("what", ["reject", "unsure"])
def test_what_nobody_vouches_for_is_not_proposed(what: str) -> None:
    saying = Saying()
    saying.say(DOCUMENT, what, added_group())  # type: ignore[arg-type]
    assert words([saying.on(DOCUMENT, [])]) == []


def test_other_languages_have_lexicons_of_their_own() -> None:
    other = DOCUMENT.model_copy(update={"language": "zh"})
    assert words(adding(added_group(other), of=other)) == []


def test_the_file_is_a_lexicon_with_its_evidence(tmp_path: Path) -> None:
    build.publish([build.done(DOCUMENT, [])], tmp_path)
    saying = Saying()
    saying.say(DOCUMENT, "add", None, added_group())
    saying.log(tmp_path)
    path = tmp_path / "words.toml"
    result = CliRunner().invoke(app, ["gold", "lexicon", str(tmp_path), "--to", str(path)])
    assert result.exit_code == 0
    lexicon = Lexicon.read(path)
    assert (lexicon.institutions, lexicon.leader) == (("madrasa",), ("spearhead school",))
    assert "# Hill Street Madrasa (East) (cluster.txt)" in path.read_text(encoding="utf-8")
    assert "3 times" in path.read_text(encoding="utf-8")
    assert CliRunner().invoke(app, ["gold", "lexicon", str(tmp_path)]).stdout == path.read_text(encoding="utf-8")


def test_a_hostile_quote_stays_in_its_comment() -> None:
    text = "Leader:\nEvil\r\ntitles = ['x'] Madrasa\n"
    document = build.document("a\nb = 1.txt", text)
    name = build.field(text, "Evil\r\ntitles = ['x'] Madrasa")
    record = build.group(document, "Leader").model_copy(update={"leaders": (name,)})
    assert tomllib.loads(toml(proposals(adding(record, of=document)))) == {
        "institutions": ["madrasa"], "leader": ["leader"],
    }  # fmt: skip


def test_nothing_to_propose_is_an_empty_lexicon() -> None:
    assert tomllib.loads(toml([])) == {}
