"""One page for ``communique run URL``: redirects followed one by one, the kind limited, the answer as an Input."""

from __future__ import annotations

from datetime import datetime

from pipeline.clock import stamp
from pipeline.errors import FetchError
from pipeline.fetch.client import LOOK, MOST_REDIRECTS, Client, Web, parsed, redirect
from pipeline.fetch.message import Message
from pipeline.inputs import MEDIA_TYPES, OLD_OFFICE, Given, Input, attached, shown

ACCEPTED = (*dict.fromkeys(MEDIA_TYPES.values()), "application/xhtml+xml")


def fetch_page(url: str, web: Web | None = None) -> Input:
    """The page at an http or https address. Its identity is the address after redirects, without the fragment.

    Raises ForbiddenAddress for a host that is not public, OversizedInput beyond the size limit, and FetchError for
    everything else that is not a page: no answer, a status other than 2xx, another media type, too many redirects.
    """
    with Client(web or Web()) as client:
        address = str(parsed(url))
        for _ in range(MOST_REDIRECTS + 1):
            exchange = client.get(address, {"Accept": ", ".join(ACCEPTED)})
            message = exchange.message
            if (target := redirect(message, address)) is None:
                return page(exchange.url, exchange.at, message)
            address = target
    raise FetchError(shown(str(parsed(url))), f"redirects more than {MOST_REDIRECTS} times", LOOK)


def page(url: str, at: datetime, message: Message, given: Given | None = None) -> Input:
    """The input in an answer; what it is its first bytes say before its headers, which call any file a download.

    Raises FetchError for what is no page, OversizedInput.
    """
    name = shown(url)
    if not 200 <= message.status < 300:
        raise FetchError(name, f"answered {message.status} {message.reason}".strip(), LOOK)
    data = message.body(name)
    media_type = attached(data) or message.media_type
    if media_type not in (*ACCEPTED, OLD_OFFICE):
        said = shown(message.media_type) or "of no stated kind"
        problem = f"is {said}, not a web page, plain text, PDF, Word or Excel file"
        raise FetchError(name, problem, "download it and save it as one of these")
    return Input(url, data, media_type, message.charset, stamp(at), given or Given())
