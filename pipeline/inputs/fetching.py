"""Inputs that are named as a URL: fetched when their turn comes, by whoever works on them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.errors import InputError
from pipeline.inputs.document import Address, Input
from pipeline.inputs.limits import filled
from pipeline.inputs.naming import shown

if TYPE_CHECKING:
    from pipeline.fetch import Pace

PAUSE = 1.0
"""Seconds between the end of one request to a host and the next one."""


def fetched(address: Address) -> Input:
    """The page at an address, asked for in its host's turn.

    Raises FetchError, ForbiddenAddress, OversizedInput, EmptyInput.
    """
    from pipeline.fetch import fetch_page

    try:
        with pace().turn(address.host, PAUSE):
            page = fetch_page(address.source)
        return replace(page, data=filled(address.source, page.data), given=address.given)
    except InputError as error:
        if error.name == shown(address.label):
            raise
        raise type(error)(f"{shown(address.label)}: {error.name}", error.problem, error.remedy) from error


def hold(host: str) -> None:
    """Let the next request of this process to a host wait: another process may have asked it just now."""
    pace().hold(host, PAUSE)


@lru_cache
def pace() -> Pace:
    """The turns at hosts in this process."""
    from pipeline.fetch import Pace

    return Pace()
