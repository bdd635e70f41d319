"""What a sync says when it ends: one line of what it did, and a line for everything that was not done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.change.listing import numbers
from pipeline.closing import passed_over, reasons
from pipeline.inputs import shown
from pipeline.outcome import NAMES, by_reason
from pipeline.plural import plural
from pipeline.sync.gather import Asked
from pipeline.sync.job import Night


def last_line(night: Night, folder: Path) -> str:
    """What a sync did, in one line: ``42 sources, 17 new, 1 failed (why), 58 records (55 added): outputs``."""
    parts = [plural(night.sources, "source"), f"{len(night.new)} new", f"{len(night.changed)} changed"]
    parts += [
        f"{number} {word}" for number, word in ((night.unchanged, "unchanged"), (len(night.gone), "gone")) if number
    ]
    if passed := passed_over(by_reason(night.left_out)):
        parts.append(f"{passed} passed over")
    if night.failures:
        first = night.failures[0]
        more = ", …" if len(night.failures) > 1 else ""
        parts.append(f"{len(night.failures)} failed ({shown(first.input)}: {shown(first.problem)}{more})")
    if night.waiting:
        parts.append(f"{night.pages_waiting} waiting")
    listed = numbers(night.changes.records) if night.changes else ""
    parts.append(plural(night.records, "record") + (f" ({listed})" if listed else ""))
    held = f"{plural(night.outcome.documents, 'document')}, {plural(sum(night.outcome.counts.values()), 'record')}"
    return f"{', '.join(parts)}: {folder} " + (f"holds {held}" if night.outcome.published else "holds no document yet")


def troubles(night: Night) -> Iterator[str]:
    """One line for each source or page that failed, and one for each reason for which pages were left out or wait."""
    for failed in night.failures:
        yield f"failed: {shown(failed.input)}: {shown(failed.problem)}; {shown(failed.remedy)}"
    yield from reasons(by_reason(night.left_out))
    yield from night.waiting


def sources(asked: Sequence[Asked]) -> Iterator[str]:
    """What each source would take in: how many pages, the first of them, and why others are left out."""
    for each in asked:
        head = f"{each.source.name} ({each.source.kind})"
        if each.problem is not None:
            yield f"{head}: failed: {each.problem}"
        else:
            holds = plural(len(each.links), "page" if each.source.url else "document")
            yield f"{head}: " + ("unchanged since the last sync" if each.unchanged else holds)
        for link in each.links[:NAMES]:
            yield "    " + "  ".join(shown(part) for part in (link.published, link.url, link.title) if part)
        if len(each.links) > NAMES:
            yield f"    … and {len(each.links) - NAMES} more"
        for reason, number in each.left_out.items():
            yield f"    left out: {number}, {shown(reason)}"


def due(addresses: Sequence[str]) -> Iterator[str]:
    """The pages that a sync would fetch."""
    yield f"{plural(len(addresses), 'page')} to fetch"
    for address in addresses:
        yield f"    {shown(address)}"
