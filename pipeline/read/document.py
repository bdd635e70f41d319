"""From judged passages to the Document that a run writes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.errors import EmptyInput
from pipeline.inputs import Input, LeftOut, shown
from pipeline.read.language import language_of
from pipeline.read.passages import Facts, Judgement, Passage, settled
from pipeline.records import Document, DocumentBlock
from pipeline.trusted import maker

make_document, make_block = maker(Document), maker(DocumentBlock)


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read, and the blocks of its page that are not in its text."""

    document: Document
    left_out: tuple[LeftOut, ...] = ()
    charset: str = "utf-8"
    """The label of the charset that the bytes were read in, as the web writes it: 'gb18030', 'windows-1252'."""
    replaced: int = 0
    """How many replacement characters stand for bytes that were no character in that charset."""


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader makes of one source: the text with its blocks, and what is known of it."""

    text: str
    blocks: tuple[DocumentBlock, ...]
    facts: Facts
    left_out: tuple[LeftOut, ...] = ()


def blocks_of(placed: Iterable[tuple[Passage, Judgement, int]]) -> tuple[DocumentBlock, ...]:
    """The blocks that passages become, each with its role and its offset in the text."""
    return tuple(
        make_block(
            {
                "kind": passage.kind if judgement.role == "body" else settled(passage.kind, judgement.role),
                "role": judgement.role,
                "start": start,
                "end": start + len(passage.text),
                "cells": tuple((start + a, start + b) for a, b in passage.cells) if passage.cells else None,
                "path": passage.path,
            }
        )
        for passage, judgement, start in placed
    )


def joined(kept: Sequence[tuple[Passage, Judgement]]) -> tuple[str, tuple[DocumentBlock, ...]]:
    """The text of an article whose furniture is left out, one passage a line, and its blocks."""
    placed: list[tuple[Passage, Judgement, int]] = []
    start = 0
    for passage, judgement in kept:
        placed.append((passage, judgement, start))
        start += len(passage.text) + 1
    return "\n".join(passage.text for passage, _ in kept), blocks_of(placed)


def assemble(source: Input, article: Article, charset: str, replaced: int = 0) -> Reading:
    """The document of an article; what a manifest gives outranks what the page says.

    Raises EmptyInput when no block has words.
    """
    if not article.blocks:
        raise EmptyInput(shown(source.source), "has no text", "check that it was saved or downloaded completely")
    text, facts, given = article.text, article.facts, source.given
    article_text = "\n".join(text[block.start : block.end] for block in article.blocks if block.role != "furniture")
    document = make_document(
        {
            "id": "d-" + _sha256(source.source)[:16],
            "version": _sha256(article_text),
            "source": source.source,
            "sha256": hashlib.sha256(source.data).hexdigest(),
            "retrieved_at": source.retrieved_at,
            "media_type": source.media_type,
            "language": given.language or language_of(article_text),
            "source_url": given.source_url or facts.source_url or _own_url(source),
            "title": given.title or facts.title,
            "published": given.published or facts.published,
            "publisher": given.publisher or facts.publisher,
            "byline": facts.byline,
            "announced_by": given.announced_by,
            "text": text,
            "blocks": article.blocks,
        }
    )
    return Reading(document, article.left_out, charset, replaced)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _own_url(source: Input) -> str | None:
    return source.source if source.source.startswith(("http://", "https://")) else None
