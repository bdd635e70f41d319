"""Models made of values that nobody validated are those that validating makes of them, to the byte and the type."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.mentions import Found
from extractors.text import Block, Sentence, Span
from pipeline import extract
from pipeline.inputs import Input
from pipeline.normalise.values import field, source
from pipeline.read import read
from pipeline.records import RECORD, Document, FieldValue, Source

CORPUS = Path(__file__).parent.parent.parent / "corpus"
TEXTS = sorted(CORPUS.glob("**/*.txt"))
NO_ARTICLE = {"en-404.html", "en-login.html", "zh-index.html", "zh-shell.html"}
PAGES = sorted(path for path in CORPUS.glob("**/*.html") if path.name not in NO_ARTICLE)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(CORPUS)))
def test_a_record_is_what_validating_its_parts_makes_of_them(path: Path) -> None:
    for record in extract(path.read_text(encoding="utf-8-sig")):
        validated = RECORD.validate_python(record.model_dump(), strict=True)
        assert validated == record
        assert validated.model_dump_json() == record.model_dump_json()


def test_every_kind_of_record_is_among_the_texts() -> None:
    kinds = {record.kind for path in TEXTS for record in extract(path.read_text(encoding="utf-8-sig"))}
    assert kinds == {"group", "official", "date", "count", "policy"}


@pytest.mark.parametrize("path", [*TEXTS, *PAGES], ids=lambda path: str(path.relative_to(CORPUS)))
def test_a_document_is_what_validating_its_blocks_makes_of_it(path: Path) -> None:
    document = read(Input(path.name, path.read_bytes(), "text/html" if path in PAGES else "text/plain")).document
    validated = Document.model_validate(document.model_dump(), strict=True)
    assert validated == document
    assert validated.model_dump_json() == document.model_dump_json()


SPANS = st.tuples(st.integers(0, 8), st.integers(9, 15))


@given(
    text=st.text(st.characters(codec="utf-8"), min_size=16, max_size=40),
    places=st.lists(SPANS, min_size=1, max_size=4),
    confidence=st.floats(0, 1) | st.integers(0, 1),
    value=st.none() | st.text(st.characters(codec="utf-8"), max_size=20),
    flags=st.lists(st.sampled_from(("expanded", "year-inferred", "told")), max_size=3),
    name=st.booleans(),
)
def test_a_field_is_what_validating_its_parts_makes_of_them(
    text: str,
    places: list[tuple[int, int]],
    confidence: float,
    value: str | None,
    flags: list[str],
    name: bool,
) -> None:
    span, *others = (Span(text, start, end) for start, end in places)
    whole = Sentence(Span(text, 0, len(text)), Block("line", "body", 0, len(text)), 0)
    basis = tuple((other, "told here") for other in others[1:])
    found = Found(span, whole, "tests.any", confidence, value, tuple(others[:1]), basis, tuple(flags))
    made, place = field(found, flags=("expanded",), name=name), source(found)
    assert FieldValue.model_validate(made.model_dump(), strict=True).model_dump_json() == made.model_dump_json()
    assert Source.model_validate(place.model_dump(), strict=True).model_dump_json() == place.model_dump_json()
    assert (made.text, made.source.start, made.source.end) == (text[slice(*places[0])], *places[0])
    assert type(made.confidence) is float
