"""WARC archives as inputs: each address with its captures, newest first. Of our own, those of documents.

Every archive is read twice: once for where each address stands, then the captures one by one, in the order of the
addresses. What is held in between is on the disk (``places``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.errors import EmptyInput, InputError
from pipeline.fetch.page import ACCEPTED
from pipeline.inputs.document import Input, LeftOut, Opened, Versions
from pipeline.inputs.files import regular
from pipeline.inputs.limits import unopened
from pipeline.inputs.naming import shown
from pipeline.inputs.places import Places, noted_places
from pipeline.store.captures import Capture, capture_at, heads

PAGES = ("page", "attachment")
NO_PAGE = "lists, rules, redirects and errors are no documents"
REPEATED = "a capture that only says that another has the same bytes is no document; that other one is read"


def open_archives(paths: Sequence[Path]) -> Iterator[Opened]:
    """The documents in archives, by address or path. What is no page is left out, and counted.

    A damaged archive is an error; what stands before the damage is read.
    """
    with noted_places() as places:
        for number, path in enumerate(paths):
            yield from _indexed(path, number, places)
        for identity, found in places.found():
            openings = tuple(partial(_opened, paths[number], offset) for number, offset in found)
            yield identity, Versions(identity, openings)


def _indexed(path: Path, number: int, places: Places) -> Iterator[Opened]:
    """Note where the documents of an archive stand; what is wrong with it, and what is left out of it."""
    passed: Counter[str] = Counter()
    taken = 0
    try:
        regular(path, str(path))
        for capture in heads(path):
            if reason := why_no_page(capture):
                passed[reason] += 1
            else:
                places.add(capture.identity, number, capture.place.offset)
                taken += 1
    except (InputError, OSError) as error:
        yield str(path), unopened(str(path), error) if isinstance(error, OSError) else error
        return
    for reason in sorted(passed):
        yield str(path), LeftOut(f"{path} ({passed[reason]} captures)", reason)
    if not taken:
        yield str(path), EmptyInput(shown(str(path)), "holds no page that answered", "name an archive of web pages")


def is_page(capture: Capture) -> bool:
    """Whether a capture may become a document: a page or file that a sync noted as one, or another program's answer."""
    return why_no_page(capture) is None


def why_no_page(capture: Capture) -> str | None:
    """Why a capture cannot become a document; None when it may. Only the beginning of its block is looked at."""
    if capture.notes is not None and capture.notes.role not in PAGES:
        return NO_PAGE
    if capture.kind == "revisit" and capture.notes is None:
        return REPEATED
    if capture.kind == "resource":
        return None if capture.notes is not None else NO_PAGE
    try:
        message = capture.message
    except InputError:
        return NO_PAGE
    if not 200 <= message.status < 300:
        return NO_PAGE
    if capture.notes is None and (message.media_type not in ACCEPTED or _is_robots(capture.url)):
        return NO_PAGE
    return None


def _is_robots(address: str) -> bool:
    """Whether an address is that of a site's rules for crawlers, which other programs archive as they do pages."""
    try:
        return urlsplit(address).path == "/robots.txt"
    except ValueError:
        return False


def _opened(path: Path, offset: int) -> Input:
    return capture_at(path, offset).input()
