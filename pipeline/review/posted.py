"""What is posted to the review page, and by whose page."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from pipeline.records import Frozen
from pipeline.review.desk import Desk
from pipeline.review.typed import Refused

LARGEST = 512 * 1024
"""Bytes of a posted body; an edit of the longest record has a tenth of that."""
KEEPER = "communique-keeper"
"""The header in which a page says whose it is, as a browser has one cookie for all pages of an address."""
OTHER_PAGE = (
    "since this page was opened, somebody else or another data set was, in this browser; open its start URL again"
)
Model = TypeVar("Model", bound=Frozen)


class TooLarge(Exception):
    """More was posted than any decision needs."""


async def posted(request: Request, model: type[Model]) -> Model:
    """What was posted. Raises TooLarge, HTTPException for what is no JSON, Refused for what is not asked for."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "decisions are sent as application/json; decide on the review page")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise TooLarge
    try:
        return model.model_validate_json(bytes(body))
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "what was sent"
        raise Refused(f"{where}: {fault['msg']}; reload the page and decide again") from error


def same_page(request: Request, desk: Desk) -> str:
    """Who asks. Refuses a page that was opened by somebody else, or on another data set, in the same browser."""
    who: str = request.scope["reviewer"]
    if request.headers.get(KEEPER, desk.keeper(who)) != desk.keeper(who):
        raise HTTPException(403, OTHER_PAGE)
    return who
