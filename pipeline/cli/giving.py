"""Commands that give a data set out: shown, checked, scored, as tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.cli.app import Folder, Least, app
from pipeline.harmless import harmless

GATE_FAILED = 3


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of gold files, NAME.json each.")],
    out: Folder,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and extra with rule and sentence.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    only: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Score this document only; may be repeated.")
    ] = None,
    least: Least = 0,
) -> None:
    """Compare a data set with gold: precision, recall and F1 of each kind."""
    from pipeline.score import report

    result = report.score_folder(gold, out, only or (), least)
    if json:
        typer.echo(report.as_json(result))
        return
    if errors:
        for difference in report.differences(result):
            typer.echo(difference)
    typer.echo(report.table(result))


@app.command()
def show(
    out: Folder,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id or source, or how one of them begins.")],
) -> None:
    """Print a document with its records marked in the text."""
    from rich.console import Console

    from pipeline.show import find
    from pipeline.show import show as show_document
    from pipeline.store.dataset import opened

    with opened(out) as dataset:
        show_document(Console(), *find(dataset, document))


@app.command()
def verify(out: Folder) -> None:
    """Check seal, archive and the place of every value; exit code 3 when something is wrong."""
    from pipeline.store.verify import findings

    found = 0
    for finding in findings(out):
        found += 1
        typer.echo(harmless(finding))
    if found:
        typer.echo(f"{out}: {found} findings", err=True)
        raise typer.Exit(GATE_FAILED)
    typer.echo(f"{out}: sound")


@app.command()
def schema(
    kind: Annotated[Literal["record", "document"], typer.Option(help="Which lines it describes.")] = "record",
) -> None:
    """Print the JSON Schema of records.jsonl or documents.jsonl."""
    from pipeline.schema import schema as schema_of

    typer.echo(schema_of(kind))


@app.command()
def export(
    to: Annotated[Path, typer.Option(help="The folder to write to; what a former export wrote there is replaced.")],
    out: Annotated[Path, typer.Argument(metavar="[OUT]", help="The folder that a run wrote to.")] = Path("outputs"),
    form: Annotated[
        Literal["csv", "parquet", "xlsx", "sqlite", "jsonl", "datapackage", "web-annotation"],
        typer.Option("--format", help="Tables for spreadsheets, programs or databases, or W3C Web Annotations."),
    ] = "csv",
    least: Least = 0,
) -> None:
    """Write the data set as linked tables with a codebook; each row with quote, sentence, offsets and link."""
    from pipeline.export import webannotation
    from pipeline.export.exporting import export as export_tables
    from pipeline.export.folder import whole_of
    from pipeline.store.dataset import opened

    with opened(out) as dataset:
        whole = whole_of(dataset, least)
        if form == "web-annotation":
            number = webannotation.export(whole.documents, to, whole.made)
            typer.echo(f"{to / webannotation.NAME}: {number} annotations")
            return
        written = export_tables(whole, to, form)
    for name, number in written.items():
        typer.echo(f"{to / name}.csv: {number} rows" if form == "csv" else f"{name}: {number} rows")
    if form != "csv":
        typer.echo(f"{to}: written as {form}")


@app.command()
def report(
    out: Folder,
    to: Annotated[Path, typer.Option(metavar="FILE.html", help="The page to write; one that is there is replaced.")],
) -> None:
    """Write one page to read and print: coverage, groups, counts, officials, conflicts, accuracy, with sources."""
    from pipeline.plural import plural
    from pipeline.report import page

    written = page.write(out, to)
    told = [plural(number, noun) for number, noun in (
        (written.documents, "document"), (written.figures, "figure"), (written.citations, "cited passage"),
    )]  # fmt: skip
    typer.echo(f"{to}: {', '.join(told)}")
