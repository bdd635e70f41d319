"""The words that rules know: TOML files beside the code, read once, with what a user's file adds to them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Words = Mapping[str, frozenset[str]]


@cache
def load(package: str, name: str) -> Words:
    """The word lists of ``package/name.toml``: list name → words.

    >>> "school" in load("extractors.names", "en")["institution"]
    True
    """
    lists = tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return MappingProxyType({key: frozenset(words) for key, words in lists.items()})
