"""Answers and sources for tests."""

from __future__ import annotations

from pipeline.inputs import Input
from pipeline.sources import Source

HERE = "https://www.example.org/news/"


def answer(content: str | bytes, url: str = HERE, media_type: str = "text/html", charset: str | None = None) -> Input:
    data = content.encode() if isinstance(content, str) else content
    return Input(url, data, media_type, charset)


def source(kind: str, **keys: object) -> Source:
    return Source.model_validate({"name": "a", "kind": kind, "url": HERE, **keys})
