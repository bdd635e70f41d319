"""One document in the terminal: its sentences with what was found in them, then its records."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractors.text import Sentence
from pipeline.errors import UsageError
from pipeline.harmless import harmless
from pipeline.records import (
    CountRecord,
    DateRecord,
    Document,
    FieldValue,
    OfficialRecord,
    Record,
    named_fields,
)
from pipeline.sentences import sentences_of
from pipeline.store.dataset import Dataset

STYLES = {
    "group": "bold black on bright_yellow",
    "leader": "black on bright_green",
    "member": "black on green",
    "official": "bold black on bright_cyan",
    "position": "black on cyan",
    "date": "black on bright_magenta",
    "count": "black on bright_blue",
    "policy": "black on bright_red",
}
"""What is marked in the text, and how where there is colour."""
MARKS = {
    ("group", "name"): "group",
    ("group", "aliases"): "group",
    ("group", "leaders"): "leader",
    ("group", "members"): "member",
    ("official", "name"): "official",
    ("official", "title"): "position",
    ("official", "organisation"): "position",
    ("date", "text"): "date",
    ("count", "text"): "count",
    ("policy", "title"): "policy",
}
"""Which fields are marked; the others (a unit, a scope, a founding date) stand in the list of records."""
SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of the text that a field cites; offsets in code points of the document's text."""

    start: int
    end: int
    mark: str


def find(dataset: Dataset, wanted: str) -> tuple[Document, tuple[Record, ...]]:
    """The document of this id, source or file stem, or the only one of which one of these begins so, with its records.

    Raises UsageError when there is none, or more than one; SealError when a value is not at its place.
    """
    names = [(document.id, document.source, Path(document.source).stem) for document in dataset.documents()]
    exact = [name for name in names if wanted in name[:2]] or [name for name in names if wanted == name[2]]
    fitting = exact or [name for name in names if any(part.startswith(wanted) for part in name)]
    if len(fitting) == 1:
        return next(pair for pair in dataset.checked() if pair[0].id == fitting[0][0])
    some = ", ".join(harmless(source) for _, source, _ in (fitting or names)[:SUGGESTIONS])
    if fitting:
        raise UsageError(f"{wanted}: {len(fitting)} documents begin so ({some} …); name one of them")
    raise UsageError(f"{wanted}: no such document in {dataset.folder}; it has {some} …")


def show(console: Console, document: Document, records: Sequence[Record]) -> None:
    """Print a document and its records: with colours where the console has them, with brackets where not."""
    colour = console.is_terminal and not console.no_color
    sentences = sentences_of(document)
    console.print(heading(document), soft_wrap=True)
    console.print(legend(colour), soft_wrap=not colour)
    console.print()
    marked = sorted(marks(records), key=lambda m: (m.start, -m.end))
    for number, text in body(document, sentences, marked, colour):
        console.print(_row(number, text, console), soft_wrap=not console.is_terminal)
    console.print()
    for record in records:
        for text in listed(record, sentences):
            console.print(text, soft_wrap=True)


def heading(document: Document) -> Text:
    """What the document is and where it came from."""
    hangs = f"attached to {document.announced_by}" if document.announced_by else None
    place = document.source_url or document.source
    said = (document.title, document.publisher, document.published, place, hangs)
    return Text(" · ".join(harmless(part) for part in said if part), style="bold")


def legend(colour: bool) -> Text:
    """What each mark means."""
    if not colour:
        return Text("Marked: " + ", ".join(f"[{mark}: …]" for mark in STYLES))
    text = Text("Marked: ")
    for mark, style in STYLES.items():
        text.append(f" {mark} ", style).append(" ")
    return text


def marks(records: Sequence[Record]) -> Iterator[Marked]:
    """The runs of the text that records cite, further places included."""
    for record in records:
        for name, field in named_fields(record):
            if mark := MARKS.get((record.kind, name)):
                yield Marked(field.source.start, field.source.end, mark)
        if isinstance(record, DateRecord | CountRecord):
            yield from (Marked(source.start, source.end, record.kind) for source in record.also)


def body(
    document: Document, sentences: Sequence[Sentence], marked: Sequence[Marked], colour: bool
) -> Iterator[tuple[str, Text]]:
    """The text, a sentence a line with its number; furniture has none."""
    furniture = [(b.start, b.end) for b in document.blocks if b.role == "furniture"]
    lines = [(s.start, s.end, str(s.number)) for s in sentences] + [(start, end, "") for start, end in furniture]
    for start, end, number in sorted(lines):
        own = [m for m in marked if m.start < end and start < m.end]
        text = highlighted(document.text, start, end, own) if colour else bracketed(document.text, start, end, own)
        if not number:
            text.stylize("dim")
        yield number, text


def highlighted(text: str, start: int, end: int, marked: Sequence[Marked]) -> Text:
    """A run of the text with its marks as colours, the innermost on top."""
    edges = sorted({start, end, *(edge for m in marked for edge in (m.start, m.end) if start < edge < end)})
    result = Text()
    for left, right in itertools.pairwise(edges):
        around = [m for m in marked if m.start <= left and right <= m.end]
        innermost = min(around, key=lambda m: m.end - m.start, default=None)
        result.append(harmless(text[left:right]), STYLES[innermost.mark] if innermost else "")
    return result


def bracketed(text: str, start: int, end: int, marked: Sequence[Marked]) -> Text:
    """A run of the text with its marks as brackets: ``[date: 2018]``, two at one place as ``[date+count: 2018]``."""
    names: dict[tuple[int, int], list[str]] = {}
    for m in marked:
        kinds = names.setdefault((max(m.start, start), min(m.end, end)), [])
        if m.mark not in kinds:
            kinds.append(m.mark)
    edges = sorted({start, end, *(edge for span in names for edge in span)})
    result = ""
    for left, right in itertools.pairwise(edges):
        result += "".join(f"[{'+'.join(kinds)}: " for (first, _), kinds in names.items() if first == left)
        result += harmless(text[left:right]) + "]" * sum(last == right for _, last in names)
    return Text(result)


def listed(record: Record, sentences: Sequence[Sentence]) -> Iterator[Text]:
    """A record as lines: its identifying field, then the others, each with value, sentence number and flags."""
    fields = named_fields(record)
    for at, (name, field) in enumerate(fields):
        label = Text(f"{record.kind:<9}", style="bold") if at == 0 else Text(f"  {name:<13}", style="dim")
        line = label.append(f" {valued(field)}", style="")
        if at == 0:
            line.append(harmless(judged(record)))
        line.append(f"  (sentence {_number(field, sentences)}, {field.confidence:.2f} {field.rule})", style="dim")
        flags = sorted({*field.flags, *(record.flags if at == 0 else ())})
        yield line.append(f"  {' '.join(flags)}" if flags else "", style="yellow")


def valued(field: FieldValue) -> str:
    """A field's words, and its value where it says more."""
    text = harmless(field.text)
    return text if field.value == field.text else f"{text} = {harmless(field.value)}"


def judged(record: Record) -> str:
    """What was read off the record's sentence beside its fields."""
    match record:
        case DateRecord():
            return f" [{record.role}]"
        case CountRecord():
            upper = "" if record.upper is None else f" to {record.upper}"
            return f" [{record.value}{upper}, {record.measure}, {record.modifier}, {record.status}]"
        case OfficialRecord():
            return f" [{', '.join(position.category for position in record.positions)}]" if record.positions else ""
        case _:
            return ""


def _number(field: FieldValue, sentences: Sequence[Sentence]) -> str:
    start = field.source.start
    return next((str(s.number) for s in sentences if s.start <= start < s.end), "-")


def _row(number: str, text: Text, console: Console) -> Table | Text:
    """A sentence with its number in the margin; on paper, without a terminal, nothing is wrapped."""
    if not console.is_terminal:
        return Text(f"{number:>4}  ").append_text(text)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", width=4, style="dim")
    grid.add_column()
    grid.add_row(number, text)
    return grid
