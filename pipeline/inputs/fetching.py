"""Inputs that are named as a URL."""

from __future__ import annotations

from dataclasses import replace

from pipeline.inputs.document import Given, Input
from pipeline.inputs.limits import filled


def fetched(url: str, given: Given | None = None) -> Input:
    """The page behind a URL. Raises FetchError, ForbiddenAddress, OversizedInput, EmptyInput."""
    from pipeline.fetch import fetch_page

    page = fetch_page(url)
    return replace(page, data=filled(url, page.data), given=given or Given())
