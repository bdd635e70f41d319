"""Which sources seem broken: their pages, which gave records before, give none any more. No news is not an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.store.seal import Failure
from pipeline.sync.results import Yields

FEWEST = 5
"""Freshly fetched pages without a record, of a source whose earlier pages had some, that are no accident."""


def broken(yields: Mapping[str, Yields]) -> Iterator[Failure]:
    """One failure for each source that seems broken."""
    for name, given in yields.items():
        if len(given.fresh) >= FEWEST and not any(given.fresh) and given.before:
            problem = f"{len(given.fresh)} pages fetched now give no record, and its earlier pages did"
            remedy = "open one of them in a browser: the site may have changed, or ask to log in"
            yield Failure(input=f"source {name}", problem=problem, remedy=remedy)
