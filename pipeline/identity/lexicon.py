"""The words of ``words.toml``: what names are built of in two languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class Forms(BaseModel):
    """How one thing is said in Chinese and in English."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: tuple[str, ...]
    en: tuple[str, ...]


class Words(BaseModel):
    """The file as it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: Mapping[str, Forms]
    qualities: Mapping[str, Forms]
    dropped: Mapping[str, Forms]
    senses: Mapping[str, tuple[str, ...]]


@cache
def words() -> Words:
    """The words, read once."""
    return Words.model_validate(tomllib.loads(files("pipeline.identity").joinpath("words.toml").read_text("utf-8")))


@cache
def chinese() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of every Chinese word for a kind or quality, the longest first, and what each means."""
    meant = {form: name for part in (words().kinds, words().qualities) for name, f in part.items() for form in f.zh}
    return _alternatives(meant), meant


@cache
def english() -> tuple[re.Pattern[str], dict[str, str]]:
    """The same of the English words, in small letters."""
    meant: dict[str, str] = {}
    for part in (words().kinds, words().qualities):
        for name, forms in part.items():
            for form in forms.en:
                meant.setdefault(form, name)
    return re.compile(rf"\b(?:{_alternatives(meant).pattern})\b"), meant


def _alternatives(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))
