"""What a run says when it ends: a table of documents and kinds, and a line for everything that was not done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.table import Table

from pipeline.inputs import shown
from pipeline.outcome import LeftOutFor, Outcome
from pipeline.plural import PLURALS, plural
from pipeline.records import KINDS
from pipeline.steps import IRRELEVANT
from pipeline.store.seal import SEAL


def documents_table(outcome: Outcome) -> Table:
    """One row a document with its records of each kind, and their sum."""
    table = Table(box=None, pad_edge=False)
    table.add_column("document", overflow="fold")
    for kind in KINDS:
        table.add_column(PLURALS[kind], justify="right", no_wrap=True)
    for source, counts in outcome.rows:
        table.add_row(cell(source), *(str(counts[kind]) for kind in KINDS))
    if outcome.documents > len(outcome.rows):
        table.add_row(f"… and {outcome.documents - len(outcome.rows)} more", *("" for _ in KINDS))
    total = outcome.counts
    table.add_row(plural(outcome.documents, "document"), *(str(total[kind]) for kind in KINDS), style="bold")
    return table


def cell(name: str) -> str:
    """A name as a cell that holds no markup and no control characters."""
    return shown(name).replace("[", r"\[")


def troubles(outcome: Outcome) -> Iterator[str]:
    """One line for each input that failed, and one for each reason for which inputs were left out."""
    for failed in outcome.failures:
        yield f"failed: {shown(failed.input)}: {shown(failed.problem)}; {shown(failed.remedy)}"
    if outcome.failed > len(outcome.failures):
        yield f"failed: {outcome.failed - len(outcome.failures)} more, listed in {SEAL}"
    yield from reasons(outcome.left_out)


def reasons(left_out: Mapping[str, LeftOutFor]) -> Iterator[str]:
    """One line for each reason for which inputs were left out, with the first of them."""
    for reason, left in left_out.items():
        more = f" and {left.inputs - len(left.names)} more" if left.inputs > len(left.names) else ""
        yield f"left out: {', '.join(map(shown, left.names))}{more}: {shown(reason)}"


def passed_over(left_out: Mapping[str, LeftOutFor]) -> int:
    """How many inputs were left out since they have no word of a group or a policy."""
    return left_out[IRRELEVANT].inputs if IRRELEVANT in left_out else 0


def last_line(outcome: Outcome, folder: Path) -> str:
    """Where the data set is and what became of the inputs, in one line."""
    passed_by = passed_over(outcome.left_out)
    if not outcome.published:
        why = "nothing speaks of a group or a policy" if passed_by and not outcome.failed else "nothing could be read"
        return f"{why}; {folder} is as it was"
    done = plural(sum(outcome.counts.values()), "record")
    failed = f", {plural(outcome.failed, 'input')} failed" if outcome.failed else ""
    passed = f", {passed_by} passed over" if passed_by else ""
    asked = f", the model was asked {plural(outcome.asked, 'time')}" if outcome.asked else ""
    resumed = f", {plural(outcome.resumed, 'document')} taken over from an earlier run" if outcome.resumed else ""
    return f"{plural(outcome.documents, 'document')}, {done}{passed}{failed}{asked}{resumed}: {folder}"
