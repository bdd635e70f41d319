"""``--relevant-only``: documents without a word of a group or a policy are passed over before the costly steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extractors.relevance import Relevance
from pipeline.inputs import Input
from pipeline.lexicon import Lexicon
from pipeline.read import Reading, read
from pipeline.read.charset import decode
from pipeline.records import Document
from pipeline.steps import Irrelevant

HTML = "text/html"
Read = Callable[[Input], Reading]


@dataclass(frozen=True, slots=True)
class RelevantOnly:
    """Reads what may name a group or a policy: by its words before it is read where that costs less, and once it is."""

    relevance: Relevance
    read: Read = read

    def __call__(self, source: Input) -> Reading:
        """The document in an input's bytes. Raises what ``read`` raises, and Irrelevant."""
        if not self.may_speak(source):
            raise Irrelevant
        reading = self.read(source)
        if not self.relevance.speaks(*told(reading.document)):
            raise Irrelevant
        return reading

    def may_speak(self, source: Input) -> bool:
        """Whether the words of a text or page have a cue; whether an attachment has is known once it is read.

        So it is of a page with hardly any words: it may be an error page or an empty shell, which reading says.
        """
        if source.media_type == HTML:
            from pipeline.read.articles import SHORT_PAGE
            from pipeline.read.rough import rough_text

            words = rough_text(decode(source).text)
            return len(words.prose) < SHORT_PAGE or self.relevance.speaks(*words)
        return source.media_type != "text/plain" or self.relevance.speaks(decode(source).text)


def told(document: Document) -> tuple[str, str]:
    """What a document says in prose, lists and tables, and its title and headings; a block a line."""
    prose: list[str] = []
    headings: list[str] = []
    for block in document.blocks:
        if block.role != "furniture":
            heads = block.kind == "heading" or block.role == "title"
            (headings if heads else prose).append(document.text[block.start : block.end])
    return "\n".join(prose), "\n".join(headings)


def reader(lexicon: Path | Lexicon | None, *, relevant_only: bool) -> Read:
    """How inputs are read: all of them, or those that may name a group or a policy.

    Raises LexiconError when the user's lexicon cannot be read.
    """
    if not relevant_only:
        return read
    return RelevantOnly(Relevance(Lexicon.given(lexicon).model_dump()))
