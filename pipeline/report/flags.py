"""Flags: what the rules were in doubt about, by kind, with examples."""

from __future__ import annotations

from pipeline.plural import plural
from pipeline.report import figures
from pipeline.report.gather import EXAMPLES, Gathered
from pipeline.report.parts import Block, Cell, Figure, Row, Section, Table

MEANING = {
    "year-inferred": "the year comes from another date of the document",
    "year-from-metadata": "the year comes from the page's metadata or from a manifest",
    "year-unknown": "no year is to be had",
    "translation-artefact": "what a translation did to a name or number was mended",
    "traditional-script": "printed in traditional characters, given in simplified ones",
    "spelling-variant": "another spelling of the same name stands elsewhere in the document",
    "expanded": "an elliptical name was completed",
    "qualified": "a bare campus was given the name of its school",
    "coreference": "the text says “it” or “the group”",
    "no-leader-stated": "the text names no leader of the group",
    "declared-count-differs": "the text declares another number of groups than it lists",
    "duplicate-name": "two records of one document have the same name",
}


def flags(found: Gathered) -> Section:
    """Flagged records by kind of flag."""
    if not found.flags:
        return Section("flags", "Flags", ("No record carries a flag.",))
    marks, blocks = [], []
    for number, (flag, often) in enumerate(sorted(found.flags.items(), key=lambda item: (-item[1], item[0])), 1):
        anchor, says = f"flag-{number}", f"{flag}: {plural(often, 'record')}"
        marks.append(figures.Bar(flag, often, anchor, says))
        shown = found.examples[flag][:EXAMPLES]
        meaning = f" – {MEANING[flag]}" if flag in MEANING else ""
        rows = tuple(Row((Cell(each.field.text), Cell(each.field.value)), (each,)) for each in shown)
        blocks.append(Block(anchor, f"{says}{meaning}", rows, often - len(shown)))
    every = sum(found.kinds.values())
    caption = f"Records by flag, of {plural(every, 'record')}; a record may have several flags."
    figure = Figure(figures.bars(marks, "records", caption), caption)
    text = (
        "A flag says what is in doubt; flagged values are in the data set, and here are some of each kind to look at.",
    )
    return Section(
        "flags", "Flags", text, (figure,), (Table(("As printed", "Value"), tuple(blocks), "Examples of flags"),)
    )
