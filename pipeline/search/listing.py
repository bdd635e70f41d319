"""What was found, in the terminal: documents with their sentences, the words marked, and what the records say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from pipeline.harmless import harmless
from pipeline.plural import plural
from pipeline.search.hits import FoundRecord, Hit
from pipeline.search.index import Answer

MARK = "bold black on bright_yellow"


def show(hits: Iterable[Hit], answer: Answer) -> None:
    """Print what was found, then how much of it there is."""
    console = Console(highlight=False)
    colour = console.is_terminal and not console.no_color
    document = None
    for hit in hits:
        for line in lines(hit, heading=hit.document != document, colour=colour):
            console.print(line, soft_wrap=True)
        document = hit.document
    console.print(last_line(answer), soft_wrap=True)


def lines(hit: Hit, *, heading: bool, colour: bool) -> Iterator[Text]:
    """A hit as lines: its document's heading where one is wanted, the sentence, the records, the link."""
    if heading:
        said = (hit.title, hit.published, hit.source)
        yield Text(" · ".join(harmless(part) for part in said if part), style="bold")
    yield Text("  ").append_text(marked(hit, colour=colour))
    for record in hit.records:
        yield from _record(record, hit)
    if hit.link:
        yield Text(f"    {harmless(hit.link)}", style="dim")


def marked(hit: Hit, *, colour: bool) -> Text:
    """The sentence with the words marked: by colour, or in brackets where there is none."""
    result, at = Text(), hit.start
    for start, end in hit.marks:
        result.append(_shown(hit, at, max(at, start)))
        words = _shown(hit, max(at, start), end)
        result.append(words if colour else f"[{words}]", MARK if colour else "")
        at = max(at, end)
    return result.append(_shown(hit, at, hit.end))


def _shown(hit: Hit, start: int, end: int) -> str:
    return harmless(hit.sentence[start - hit.start : end - hit.start])


def _record(record: FoundRecord, hit: Hit) -> Iterator[Text]:
    """What a record is about, then the other fields that have some of the words; another sentence is told once."""
    line = Text(f"    {record.kind:<9}", style="bold").append(harmless(record.value), style="")
    yield line.append(f"  {record.confidence:.2f}", style="dim")
    told = hit.sentence
    for field in record.fields:
        here = hit.start <= field.start < hit.end
        if here and (field.start, field.value) == (record.start, record.value):
            continue
        elsewhere = "" if here or field.sentence == told else f"  in: {harmless(field.sentence)}"
        told = told if here else field.sentence
        line = Text(f"      {field.field:<13}", style="dim").append(harmless(field.value), style="")
        yield line.append(f"  {field.confidence:.2f}{elsewhere}", style="dim")


def last_line(answer: Answer) -> str:
    """How many sentences were found, and how many of them are shown."""
    found = f"{plural(answer.sentences, 'sentence')} in {plural(answer.documents, 'document')}"
    shown = len(answer.rows)
    if not shown:
        return "nothing found; fewer words, or school* for all words that begin so, find more"
    return found if shown == answer.sentences else f"the best {shown} of {found}; --limit shows more"
