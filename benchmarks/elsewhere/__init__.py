"""Invented news about something else than groups and policies, near as some of its words come."""

from __future__ import annotations

from pathlib import Path


def items(language: str) -> list[str]:
    """The pieces of news in a language ("en", "zh"), each with its headline as the first line.

    >>> items("en")[0].splitlines()[0]
    'Rovers win in the rain'
    """
    return (Path(__file__).parent / f"{language}.txt").read_text(encoding="utf-8").strip().split("\n\n")
