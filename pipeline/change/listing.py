"""Changes in the terminal: document by document, what came (+), went (-) and changed (~), with both sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from pipeline.change.changes import (
    Change,
    DocumentChange,
    FactChange,
    FieldChange,
    How,
    Number,
    RecordChange,
    Stated,
    Summary,
    Unchanged,
)
from pipeline.harmless import harmless
from pipeline.plural import PLURALS, plural
from pipeline.records import Kind

SIGNS: dict[How, str] = {"added": "+", "gone": "-", "changed": "~"}
STYLES: dict[How, str] = {"added": "green", "gone": "red", "changed": "yellow"}
DOCUMENT: dict[How, str] = {"added": "new document", "gone": "document gone", "changed": "new version"}
AROUND = 100
"""Code points of a sentence that are shown on each side of the quote."""


def show(changes: Iterable[Change]) -> None:
    """Print changes as they come. Records of documents that came or went are counted only."""
    console = Console(highlight=False)
    document, last = None, None
    counted = False
    for change in changes:
        if change.document != document:
            document, last, counted = change.document, None, False
            console.print(heading(change), soft_wrap=True)
        if isinstance(change, DocumentChange):
            counted = change.change != "changed"
        elif not counted:
            for line in lines(change, last):
                console.print(line, soft_wrap=True)
            last = change


def heading(change: Change) -> Text:
    """What the document is, and what became of it as a whole."""
    text = Text(harmless(change.title or change.source), style="bold")
    if change.title:
        text.append(f" · {harmless(change.source)}", style="not bold")
    if isinstance(change, DocumentChange):
        text.append(f" · {DOCUMENT[change.change] if _another_text(change) else 'other facts'}", STYLES[change.change])
        if change.change != "changed":
            text.append(f" with {by_kind(change.records)}", "not bold")
        text.append("".join(f"\n  ~ {fact(each)}" for each in change.facts), "not bold yellow")
        if change.elsewhere:
            text.append(f"\n  {plural(change.elsewhere, 'value')} as before, in another sentence", "not bold dim")
    return text


def _another_text(change: DocumentChange) -> bool:
    return change.version_before != change.version_after


def lines(change: RecordChange | FieldChange, last: Change | None) -> Iterator[Text]:
    """A change of a record as lines; what the change before it in the document told already is not told again."""
    if isinstance(change, RecordChange):
        yield _record(change, change.change, change.value)
        about = next((field for field in change.fields if field.value == change.value), change.fields[0])
        yield Text(f"        {quoted(about)}", style="dim")
        return
    earlier = last if isinstance(last, FieldChange) and last.record == change.record else None
    if earlier is None:
        yield _record(change, "changed", change.of)
    line = Text(f"      {SIGNS[change.change]} {change.field:<13}", style=STYLES[change.change])
    yield line.append(harmless(from_to(change)), style="not bold default")
    if earlier is None or not same_place(change, earlier):
        for word, stated in (("was", change.before), ("now", change.after)):
            if stated is not None:
                yield Text(f"        {word}: {quoted(stated)}", style="dim")


def same_place(change: FieldChange, earlier: FieldChange) -> bool:
    """Whether two changes of a record cite the same quotes: a number and the words that it was read from."""
    sides = ((change.before, earlier.before), (change.after, earlier.after))
    return all((a and (a.start, a.end)) == (b and (b.start, b.end)) for a, b in sides)


def _record(change: RecordChange | FieldChange, how: How, value: str) -> Text:
    return Text(f"  {SIGNS[how]} {change.kind:<9}", style=STYLES[how]).append(harmless(value), style="default")


def from_to(change: FieldChange) -> str:
    """The value of a field, or both; with both quotes where only these differ."""
    if change.before is None or change.after is None:
        return "".join(stated.value for stated in (change.before, change.after) if stated)
    before, after = change.before, change.after
    if before.value == after.value:
        return f"{before.value}: “{before.quote}” → “{after.quote}”"
    return f"{before.value} → {after.value}"


def fact(change: FactChange) -> str:
    """A fact of a document, from what to what."""
    return harmless(f"{change.field}: {change.before or 'unknown'} → {change.after or 'unknown'}")


def quoted(stated: Stated) -> str:
    """The sentence with the quote in brackets, cut to what stands around it."""
    start, end = stated.start - stated.sentence_start, stated.end - stated.sentence_start
    before, after = stated.sentence[:start], stated.sentence[end:]
    if len(before) > AROUND:
        before = f"… {before[-AROUND:]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND]} …"
    return harmless(f"{before}[{stated.sentence[start:end]}]{after}")


def by_kind(records: dict[Kind, int]) -> str:
    """How many records of each kind: ``2 groups, 1 date``."""
    names = {kind: (kind if number == 1 else PLURALS[kind]) for kind, number in records.items()}
    return ", ".join(f"{number} {names[kind]}" for kind, number in records.items() if number) or "no record"


def summary_line(summary: Summary) -> str:
    """What changed, in one line."""
    parts = (("document", summary.documents), ("record", summary.records))
    told = [f"{noun}s: {number}" for noun, each in parts if (number := numbers(each))]
    return "; ".join(told) or "no differences"


def numbers(each: Number) -> str:
    """``2 added, 1 changed``."""
    found = (("added", each.added), ("gone", each.gone), ("changed", each.changed))
    return ", ".join(f"{number} {word}" for word, number in found if number)


def unchanged_line(unchanged: Unchanged) -> str:
    """What is another without being a change, in one line; empty when nothing is."""
    said = (
        (unchanged.elsewhere, "value", "in another sentence"),
        (unchanged.moved, "value", "moved"),
        (unchanged.confidence, "value", "with another confidence"),
        (unchanged.rule, "value", "found by another rule"),
        (unchanged.flags, "value", "with other flags"),
        (unchanged.renumbered, "record", "with another id"),
        (unchanged.fetched_again, "document", "fetched again"),
    )
    told = [f"{plural(number, noun)} {what}" for number, noun, what in said if number]
    return f"not counted: {', '.join(told)}" if told else ""
