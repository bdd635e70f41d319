"""Commands that look through a data set and hold its documents, or two data sets, against each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Folder, app
from pipeline.errors import UsageError


@app.command()
def witnesses(
    out: Folder,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object for each two documents.")] = False,
) -> None:
    """List documents that tell of the same facts, in one language or two: what is one, and where they disagree."""
    from pipeline.identity.closing import lines
    from pipeline.identity.testimony import testimony
    from pipeline.identity.witnesses import witnesses as pairs
    from pipeline.store.dataset import opened

    with opened(out) as dataset:
        known = [testimony(document, records) for document, records in dataset.checked()]
    found = 0
    for pair in pairs(known):
        found += 1
        for line in [pair.model_dump_json()] if json else lines(pair):
            typer.echo(line)
    typer.echo(f"{out}: {found} pairs of witnesses among {len(known)} documents", err=True)


@app.command()
def find(
    out: Folder,
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS…", help='All of them; "in quotes" as a phrase, kind:group in such records.'),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a sentence.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Show at most so many sentences, the best ones.")] = 20,
) -> None:
    """Find words and names, Chinese ones too, in sentences and records; the words are marked in each sentence.

    One argument that is no folder is looked for in the folder outputs.
    """
    from pipeline.search import listing
    from pipeline.search.hits import hits
    from pipeline.search.index import answer
    from pipeline.search.query import parsed
    from pipeline.store.dataset import opened

    if not wanted:
        if out.is_dir():
            raise UsageError(f"{out}: name the words to look for behind the folder")
        out, wanted = Path("outputs"), [str(out)]
    query = parsed(" ".join(wanted))
    with opened(out) as dataset:
        found = answer(dataset, query, limit)
        if json:
            for hit in hits(dataset, query, found):
                typer.echo(hit.model_dump_json())
            return
        listing.show(hits(dataset, query, found), found)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder of the former data set.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder of the later one.")],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a change; the last one sums up.")] = False,
    to: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write it as a page to read and print.")] = None,
) -> None:
    """List what came, went and changed between two data sets, with sources; exit code 0 with or without differences."""
    from pipeline.change import journal, listing, page
    from pipeline.store.dataset import opened

    with opened(old) as former, opened(new) as later, journal.listed(former, later) as changes:
        if to:
            page.write(changes, to)
        if json:
            for line in changes.lines():
                typer.echo(line, nl=False)
            return
        if not to:
            listing.show(changes.changes())
        for said in (listing.summary_line(changes.summary), listing.unchanged_line(changes.summary.unchanged)):
            if said:
                typer.echo(said)
