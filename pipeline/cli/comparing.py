"""Commands that hold documents against each other."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.app import Folder, app


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
