"""communique as a component of a spaCy pipeline: ``nlp.add_pipe("communique")``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline import extract
from pipeline.errors import EmptyInput
from pipeline.records import RECORD, Record, named_fields

KEY = "communique"
"""The name of the component, of the extension with the records, and of the span group."""


class Communique:
    """Finds the records of each Doc and puts them into ``doc._.communique`` and ``doc.spans["communique"]``.

    Records are exact: their offsets are code points of ``doc.text``. Spans are made of tokens, so a span may be longer
    than its field; ``span.label_`` is the record's kind and the field's name ("group.members"), ``span.id_`` the
    record's id. The year of "3 May" comes from ``doc._.published`` (EDTF), else from the component's ``published``.
    """

    def __init__(self, language: str | None, published: str | None) -> None:
        self.language = language
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with its records."""
        records = self._records(doc)
        dumped = [record.model_dump(mode="json") for record in records]
        doc.user_data[KEY] = [_verbatim(each, doc.text) for each in dumped] if "\r" in doc.text else dumped
        doc.spans[KEY] = [span for record in records for span in _spans(doc, record)]
        return doc

    def _records(self, doc: Doc) -> list[Record]:
        text = doc.text.replace("\r", " ")
        if text.startswith("\ufeff"):
            text = " " + text[1:]
        try:
            return extract(text, self.language, doc._.published or self.published)
        except EmptyInput:
            return []


def _verbatim(value: Any, text: str) -> Any:
    """The same record with the quotes of the Doc, whose carriage returns were read as spaces."""
    if isinstance(value, list):
        return [_verbatim(each, text) for each in value]
    if not isinstance(value, dict):
        return value
    same = {key: _verbatim(each, text) for key, each in value.items()}
    if isinstance(same.get("text"), str) and "source" in same:
        same["text"] = text[same["source"]["start"] : same["source"]["end"]]
    return same


def _spans(doc: Doc, record: Record) -> Iterator[Span]:
    for name, field in named_fields(record):
        span = doc.char_span(
            field.source.start,
            field.source.end,
            label=f"{record.kind}.{name}",
            alignment_mode="expand",
            span_id=record.id,
        )
        if span is not None:
            yield span


def _records_of(doc: Doc) -> list[Record]:
    return [RECORD.validate_python(record) for record in doc.user_data.get(KEY, ())]


if not Doc.has_extension(KEY):
    # The Doc itself keeps plain dictionaries, so that it can go to another process and to a file.
    Doc.set_extension(KEY, getter=_records_of)
if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)


@Language.factory(KEY, default_config={"published": None}, assigns=["doc._.communique", "doc.spans"])
def create(nlp: Language, name: str, published: str | None) -> Communique:
    """What ``nlp.add_pipe("communique", config={"published": "2023-05-04"})`` adds.

    The language of the pipeline decides which rules are asked; with ``spacy.blank("xx")`` each text does.
    """
    return Communique(None if nlp.lang == "xx" else nlp.lang, published)
