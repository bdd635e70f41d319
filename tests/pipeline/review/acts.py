"""What reviewers do, in the words of the tests."""

from __future__ import annotations

import itertools
from typing import Any

from pipeline.records import Document, Kind, Record
from pipeline.review.asked import Asked
from pipeline.review.decisions import What
from pipeline.review.desk import Desk
from pipeline.review.edits import Change
from pipeline.review.standing import Standing

_numbers = itertools.count()


def change(
    op: Any, path: str, of: Document | None = None, quote: str | None = None, value: str | None = None
) -> Change:
    """A change; ``quote`` is selected where it stands first."""
    if of is None or quote is None:
        return Change(op=op, path=path, value=value)
    start = of.text.index(quote)
    return Change(op=op, path=path, value=value, start=start, end=start + len(quote))


def new_key() -> str:
    return f"key-{next(_numbers):06}"


def decide(
    desk: Desk,
    who: str,
    what: What,
    document: Document,
    record: Record | str | None = None,
    *changes: Change,
    kind: Kind | None = None,
    why: str | None = None,
    **more: Any,
) -> Standing | None:
    """One decision, made with everything in view that the desk shows this person."""
    name = record if isinstance(record, str) or record is None else record.id
    opened = desk.opened(who, document.id)
    assert opened is not None
    if "seen" not in more:
        shown = [each for each in opened.standings if each.record.id == name]
        more["seen"] = tuple(d.id for each in shown for d in each.decisions)
    asked = Asked(
        key=more.pop("key", None) or new_key(), what=what, document=document.id, record=name, kind=kind, why=why,
        changes=changes, **more,
    )  # fmt: skip
    return desk.decide(who, asked)


def statuses(desk: Desk, who: str, document: Document) -> list[str]:
    """What stands of each record of a document, in the order of the text."""
    opened = desk.opened(who, document.id)
    assert opened is not None
    return [each.status for each in opened.standings]
