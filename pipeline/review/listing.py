"""What the list of documents shows, and how its filters are read from and written into an address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, get_args
from urllib.parse import urlencode

from pydantic import ValidationError

from pipeline.records import KINDS
from pipeline.review.queue import Filter, Listed
from pipeline.review.shelf import Shelved
from pipeline.review.standing import Status
from pipeline.review.typed import Refused

STATUSES: tuple[str, ...] = get_args(Status)
SEVERAL = {"kind": "kinds", "flag": "flags", "rule": "rules", "status": "status"}
"""Parameters that may be given several times, with the name of the filter's field."""
SORTS = {
    "order": "as in the data set",
    "left": "most left to do",
    "title": "title",
    "published": "newest first",
}


class Parameters(Protocol):
    """The query of an address."""

    def getlist(self, key: Any) -> list[Any]:
        """Every value of a parameter."""


@dataclass(frozen=True, slots=True)
class View:
    """What a reviewer asked to see: a filter and an order."""

    wanted: Filter
    sort: str = "order"

    def query(self, **changes: str) -> str:
        """This view as the query of an address, with ``?``; empty for the whole list."""
        wanted = self.wanted
        pairs = [(name, value) for name, field in SEVERAL.items() for value in getattr(wanted, field)]
        pairs += [("below", f"{wanted.below:g}")] if wanted.below is not None else []
        pairs += [("q", wanted.text)] if wanted.text else []
        pairs += [("sample", "1")] if wanted.sample else []
        pairs += [("sort", self.sort)] if self.sort != "order" else []
        pairs = [(name, value) for name, value in pairs if name not in changes]
        pairs += [(name, value) for name, value in changes.items() if value]
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def on_records(self) -> bool:
        """Whether some records are left out."""
        return self.wanted.on_records


def view(parameters: Parameters) -> View:
    """The view that an address asks for. Raises Refused for one that is none."""
    asked: dict[str, Any] = {field: tuple(filter(None, parameters.getlist(name))) for name, field in SEVERAL.items()}
    below, words, sort = _one(parameters, "below"), _one(parameters, "q").strip(), _one(parameters, "sort") or "order"
    try:
        wanted = Filter(**asked, below=below or None, text=words, sample=_one(parameters, "sample") == "1")
    except ValidationError as error:
        fault = error.errors()[0]
        raise Refused(f"{fault['input']!r} is no {fault['loc'][0]} to filter by; go back to the list") from error
    return View(wanted, sort if sort in SORTS else "order")


def _one(parameters: Parameters, name: str) -> str:
    return next(iter(parameters.getlist(name)), "")


def ordered(documents: Iterable[Listed], sort: str) -> list[Listed]:
    """Documents in the order that was asked for."""
    found = list(documents)
    match sort:
        case "left":
            return sorted(found, key=lambda each: -each.left)
        case "title":
            return sorted(found, key=lambda each: (each.shelved.title or each.shelved.source).casefold())
        case "published":
            return sorted(found, key=lambda each: each.shelved.published or "", reverse=True)
        case _:
            return found


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be filtered by, each with the number of records."""

    kinds: Mapping[str, int]
    flags: Mapping[str, int]
    rules: Mapping[str, int]


def vocabulary(documents: Iterable[Shelved]) -> Vocabulary:
    """Kinds, flags and rules of all records."""
    kinds: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for shelved in documents:
        for brief in shelved.briefs:
            kinds[brief.kind] += 1
            flags.update(brief.flags)
            rules.update(brief.rules)
    return Vocabulary({kind: kinds[kind] for kind in KINDS}, dict(sorted(flags.items())), dict(sorted(rules.items())))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a list is."""

    documents: int
    records: int
    left: int
    conflicts: int

    @property
    def done(self) -> int:
        """Records that are decided on."""
        return self.records - self.left


def progress(documents: Sequence[Listed]) -> Progress:
    """How far the documents of a list are, taken together."""
    return Progress(
        len(documents),
        sum(each.records for each in documents),
        sum(each.left for each in documents),
        sum(each.conflicts for each in documents),
    )
