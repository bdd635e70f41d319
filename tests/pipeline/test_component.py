"""The spaCy component: exact records, spans by expansion, nothing lost between processes and in files."""

from __future__ import annotations

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import DocBin

from pipeline.records import named_fields
from tests.extractors.test_any_text import WORDS

OPENING = "Li Jun, director of the Anbu Education Bureau, opened the meeting on 3 May."


def english(**config: str) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("communique", config=config)
    return nlp


def test_the_records_of_a_doc_are_those_of_its_text() -> None:
    doc = english(published="2023-05-04")(OPENING)
    assert [(record.kind, name, field.text) for record in doc._.communique for name, field in named_fields(record)] == [
        ("official", "name", "Li Jun"),
        ("official", "title", "director"),
        ("official", "organisation", "Anbu Education Bureau"),
        ("date", "text", "3 May"),
    ]
    assert [record.value for record in doc._.communique if record.kind == "date"] == ["2023-05-03"]


def test_a_doc_may_have_its_own_day_of_publication() -> None:
    nlp = english(published="2023-05-04")
    doc = nlp.make_doc(OPENING)
    doc._.published = "2019-06-01"
    assert [record.value for record in nlp(doc)._.communique if record.kind == "date"] == ["2019-05-03"]


def test_spans_are_whole_tokens_around_the_fields() -> None:
    doc = english()("The group was founded in2019by Li Jun,director of the Anbu Education Bureau.")
    fields = [(f, record) for record in doc._.communique for _, f in named_fields(record)]
    spans = doc.spans["communique"]
    assert [span.id_ for span in spans] == [record.id for _, record in fields]
    assert all(field.text in span.text for span, (field, _) in zip(spans, fields, strict=True))


def test_labels_name_the_kind_and_the_field() -> None:
    doc = english()(OPENING)
    labels = [span.label_ for span in doc.spans["communique"]]
    assert labels == ["official.name", "official.title", "official.organisation", "date.text"]


def test_line_ends_and_a_byte_order_mark_move_nothing() -> None:
    doc = english()("\ufeffA meeting was held.\r\n\r\n" + OPENING + "\rIt ended on 4 May 2023.")
    fields = [field for record in doc._.communique for _, field in named_fields(record)]
    assert [doc.text[f.source.start : f.source.end] for f in fields] == [f.text for f in fields]
    assert "4 May 2023" in [f.text for f in fields]


NLP = english()


@given(st.lists(st.sampled_from([*WORDS, "\r\n", "\r", "\ufeff", "\x85", "\u2028"]), max_size=30))
@settings(max_examples=60)
def test_any_text_gives_exact_records(words: list[str]) -> None:
    doc = NLP(" ".join(words))
    for record in doc._.communique:
        for _, field in named_fields(record):
            assert doc.text[field.source.start : field.source.end] == field.text


def test_a_carriage_return_in_a_name_stays_in_its_quote() -> None:
    doc = NLP("The Dahe Middle School \r Education Group has 3 members.")
    quotes = [field.text for record in doc._.communique for _, field in named_fields(record)]
    assert "Dahe Middle School \r Education Group" in quotes


def test_an_empty_text_has_no_records() -> None:
    doc = english()("  \n")
    assert doc._.communique == []
    assert len(doc.spans["communique"]) == 0


def test_records_come_back_from_other_processes_and_from_a_file() -> None:
    nlp = english(published="2023-05-04")
    docs = list(nlp.pipe([OPENING, "", OPENING], n_process=2))
    assert [len(doc._.communique) for doc in docs] == [2, 0, 2]
    stored = DocBin(docs=docs, store_user_data=True).to_bytes()
    again = list(DocBin().from_bytes(stored).get_docs(nlp.vocab))
    assert [doc._.communique for doc in again] == [doc._.communique for doc in docs]


def test_a_language_without_rules_has_no_records() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("communique")
    assert nlp("Li Jun, director of the Anbu Education Bureau.")._.communique == []
