"""What readers of attachments share: passages with their way back become an article, as the passages of a page do."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import EmptyInput
from pipeline.inputs import PDF, WORD, Input, LeftOut, shown
from pipeline.read.document import Article, joined
from pipeline.read.facts import HEAD
from pipeline.read.found import Found
from pipeline.read.lexicon import same_words
from pipeline.read.passages import EXCERPT, Judgement, Passage
from pipeline.read.plain import kinds_of
from pipeline.read.roles import judge


def read_attachment(source: Input) -> Article:
    """The article in a PDF, a DOCX or an XLSX file.

    Raises InputError: EncryptedInput, OldOfficeInput, ScannedInput, OversizedInput, EmptyInput, UnreadableInput.
    """
    if source.media_type == PDF:
        from pipeline.read.pdf import read_pdf as reader
    elif source.media_type == WORD:
        from pipeline.read.word import read_word as reader
    else:
        from pipeline.read.workbook import read_workbook as reader
    return article_of(reader(source), source.source)


def article_of(found: Found, name: str) -> Article:
    """Judged as the passages of a page are; furniture is left out of the text and listed. Raises EmptyInput."""
    passages = kinds_of(found.passages)
    left_out = list(found.left_out)
    judgements, facts = judge(passages, _title(passages, found.title))
    kept: list[tuple[Passage, Judgement]] = []
    for passage, judgement in zip(passages, judgements, strict=True):
        if judgement.role == "furniture":
            left_out.append(LeftOut(passage.path, judgement.reason, passage.text[:EXCERPT]))
        else:
            kept.append((passage, judgement))
    if not kept:
        raise EmptyInput(shown(name), "has no text", "check that it was saved or downloaded completely")
    text, blocks = joined(kept)
    return Article(text, blocks, facts, tuple(left_out))


def _title(passages: Sequence[Passage], named: str | None) -> str | None:
    """The title that the properties name, if it is printed near the top; None when the printed lines must decide."""
    if named is None or len(named.split()) + len(named) < 8:
        return None
    return next((each.text for each in passages[:HEAD] if same_words(each.text, named)), None)
