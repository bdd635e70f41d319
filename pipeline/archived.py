"""WARC archives as inputs: each address with its captures, newest first. Of our own, those of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pipeline.errors import EmptyInput, InputError
from pipeline.fetch.page import ACCEPTED
from pipeline.inputs import Input, LeftOut, Opened, Versions, shown, unopened
from pipeline.store.captures import Capture, capture_at, captures

PAGES = ("page", "attachment")


def open_archives(paths: Iterable[Path]) -> Iterator[Opened]:
    """The documents in archives, by address or path. What is no page is left out, and counted.

    A damaged archive is an error; what stands before the damage is read.
    """
    found: dict[str, list[tuple[Path, int]]] = {}
    for path in paths:
        passed, taken = 0, 0
        try:
            for capture in captures(path):
                if is_page(capture):
                    found.setdefault(capture.identity, []).append((path, capture.place.offset))
                    taken += 1
                else:
                    passed += 1
        except (InputError, OSError) as error:
            yield str(path), unopened(str(path), error) if isinstance(error, OSError) else error
            continue
        if passed:
            yield (
                str(path),
                LeftOut(f"{path} ({passed} captures)", "lists, rules, redirects and errors are no documents"),
            )
        if not taken:
            problem = "holds no page that answered"
            yield str(path), EmptyInput(shown(str(path)), problem, "name an archive of web pages")
    for identity in sorted(found):
        places = reversed(found[identity])
        openings = tuple(partial(_opened, path, offset) for path, offset in places)
        yield identity, Versions(identity, openings)


def is_page(capture: Capture) -> bool:
    """Whether a capture may become a document: a page or file that a sync noted as one, or another program's answer."""
    if capture.notes is not None and capture.notes.role not in PAGES:
        return False
    if capture.kind == "resource":
        return capture.notes is not None
    try:
        message = capture.message
    except InputError:
        return False
    return 200 <= message.status < 300 and (capture.notes is not None or message.media_type in ACCEPTED)


def _opened(path: Path, offset: int) -> Input:
    return capture_at(path, offset).input()
