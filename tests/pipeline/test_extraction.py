"""One document in, its records out; a user's lexicon adds words; a lexicon that cannot be used is told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import pipeline
from extractors import model as models
from pipeline.errors import EmptyInput, LexiconError, ModelError, UndecodableInput, UsageError
from pipeline.extraction import Extraction
from pipeline.lexicon import Lexicon
from pipeline.records import GroupRecord, OfficialRecord, Record, named_fields
from tests.pipeline import build

ANNOUNCEMENT = """New groups
Ann Porter, bursar of Anbu Madrasa, opened the meeting on 3 May 2023.
1. Anbu Primary School Education Group
Spearhead school: Anbu Madrasa
Feeders: Canal Road Primary School, Mill Lane Madrasa
"""
WORDS = """
titles = ["bursar"]
institutions = ["madrasa"]
leader = ["Spearhead school"]
member = ["feeders"]
"""


def extracted(tmp_path: Path, words: str) -> list[Record]:
    (tmp_path / "words.toml").write_text(words, encoding="utf-8")
    extraction = Extraction(tmp_path / "words.toml", model=False)
    return extraction.records(build.document("a.txt", ANNOUNCEMENT.strip()))


def told(records: list[Record]) -> set[tuple[str, str]]:
    kinds = (GroupRecord, OfficialRecord)
    return {
        (name, field.text) for record in records if isinstance(record, kinds) for name, field in named_fields(record)
    }


def test_a_lexicon_adds_titles_institutions_and_labels(tmp_path: Path) -> None:
    added = {
        ("title", "bursar"),
        ("organisation", "Anbu Madrasa"),
        ("leaders", "Anbu Madrasa"),
        ("members", "Canal Road Primary School"),
        ("members", "Mill Lane Madrasa"),
    }
    assert told(extracted(tmp_path, "")) & added == set()
    assert told(extracted(tmp_path, WORDS)) >= added


def test_a_lexicon_takes_nothing_away(tmp_path: Path) -> None:
    document = build.document()
    (tmp_path / "words.toml").write_text(WORDS, encoding="utf-8")
    with_words = Extraction(tmp_path / "words.toml", model=False).records(document)
    assert with_words == Extraction(model=False).records(document)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"titles = [", "words.toml: is not TOML ("),
        (b"titles = ['\xff']", "words.toml: is not TOML ("),
        (b"titel = ['bursar']", "words.toml: titel: "),
        (b"titles = 'bursar'", "words.toml: titles: "),
        (b"titles = [1]", "words.toml: titles.0: "),
    ],
)
def test_a_lexicon_that_cannot_be_used_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "words.toml").write_bytes(content)
    with pytest.raises(LexiconError) as caught:
        Lexicon.read(tmp_path / "words.toml")
    assert said in str(caught.value)


def test_a_missing_lexicon_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"words\.toml: cannot be read "):
        Lexicon.read(tmp_path / "words.toml")


def test_a_language_without_rules_gives_no_records() -> None:
    document = build.document().model_copy(update={"language": "fi"})
    assert Extraction(model=False).records(document) == []


def test_extraction_keeps_no_state_from_document_to_document() -> None:
    extraction = Extraction(model=False)
    first = extraction.records(build.document("a.txt", ANNOUNCEMENT.strip()))
    extraction.records(build.document("b.txt"))
    assert extraction.records(build.document("a.txt", ANNOUNCEMENT.strip())) == first


def test_the_model_is_asked_only_when_that_is_wished() -> None:
    document = build.document("a.txt", "Ann Porter, director of the bureau, spoke.")
    alone, helped = Extraction(), Extraction(model=True)
    assert [len(extraction.records(document)) for extraction in (alone, helped)] == [1, 1]
    assert (alone.asked, helped.asked) == (0, 1)


def test_a_model_that_is_not_there_ends_the_run_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "PACKAGES", ("no_such_model",))
    document = build.document("a.txt", "Ann Porter, director of the bureau, spoke.")
    remedy = "install no-such-model, or leave --model out"
    with pytest.raises(ModelError, match=f"^--model: .*: {remedy}$"):
        Extraction(model=True).records(document)


def test_extract_gives_the_records_of_a_text() -> None:
    records = pipeline.extract("Li Jun, director of the bureau, opened the meeting on 3 May.", published="2023-05-04")
    assert [(name, field.text, field.value) for record in records for name, field in named_fields(record)] == [
        ("name", "Li Jun", "Li Jun"),
        ("title", "director", "director"),
        ("organisation", "the bureau", "the bureau"),
        ("text", "3 May", "2023-05-03"),
    ]


def test_extract_of_nothing_is_a_clear_error() -> None:
    with pytest.raises(EmptyInput):
        pipeline.extract(" \n")


@pytest.mark.parametrize("published", ["yesterday", "2023-13-40", "3 May 2023", 2023])
def test_extract_with_a_published_that_is_no_date_is_told(published: Any) -> None:
    with pytest.raises(UsageError, match=re.escape(f"published is {published!r}; write YYYY, YYYY-MM or YYYY-MM-DD")):
        pipeline.extract("It opened on 3 May.", published=published)


@pytest.mark.parametrize("language", ["English", "", 5])
def test_extract_with_a_language_that_is_no_code_is_told(language: Any) -> None:
    with pytest.raises(UsageError, match=re.escape(f"language is {language!r}; write a code such as en or zh")):
        pipeline.extract("It opened on 3 May.", language=language)


@pytest.mark.parametrize("text", [float("nan"), None, b"It opened on 3 May."])
def test_extract_of_no_string_is_told(text: Any) -> None:
    with pytest.raises(UsageError, match=re.escape(f"text is {text!r}, no string; leave out the rows")):
        pipeline.extract(text)


def test_extract_of_half_a_surrogate_pair_is_a_clear_error() -> None:
    with pytest.raises(UndecodableInput, match="half of a surrogate pair"):
        pipeline.extract("a\udce4b")
