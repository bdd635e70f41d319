"""Commands around the review of a data set: how right it is, and what becomes of reviewers' work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Folder, app

gold = typer.Typer(no_args_is_help=True, help="Use what reviewers did.", rich_markup_mode=None)
app.add_typer(gold, name="gold")


@app.command()
def audit(
    out: Folder,
    sample: Annotated[
        int | None,
        typer.Option(min=20, help="First draw a stratified random sample of so many records, if it is not there yet."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Another number draws another sample.")] = 1,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say how right the data set is, by what reviewers decided: precision, recall, rules, agreement."""
    from pipeline.review import findings
    from pipeline.review.audit import audit_folder

    found = audit_folder(out, sample, seed)
    if json:
        typer.echo(findings.as_json(found))
        return
    for line in findings.lines(found):
        typer.echo(line)


@gold.command("export")
def export_gold(
    out: Folder,
    to: Annotated[Path, typer.Option(help="The folder to write to; gold of the same documents is replaced.")],
    only_read: Annotated[
        bool,
        typer.Option(
            "--only-read/--decided",
            help="Documents that somebody read in full, or also those in which every record is decided.",
        ),
    ] = True,
) -> None:
    """Write what reviewers made of documents as gold files, with their texts, for communique score."""
    from pipeline.review.gold import LEFT_OUT, export
    from pipeline.review.log import logged
    from pipeline.review.reviewed import reviewed
    from pipeline.store.dataset import opened

    with opened(out) as dataset:
        log = logged(out)
        written = export(reviewed(dataset.checked(), log.decisions if log else ()), to, only_read=only_read)
    typer.echo(f"{to}: {len(written.names)} gold files")
    for reason, number in written.left_out.items():
        typer.echo(f"left out: {number} {'document' if number == 1 else 'documents'} {LEFT_OUT[reason]}")


@gold.command("lexicon")
def propose_lexicon(
    out: Folder,
    to: Annotated[Path | None, typer.Option(help="The TOML file to write; without it the lexicon is printed.")] = None,
) -> None:
    """Propose words for a lexicon, out of what reviewers added and the rules did not know."""
    from pipeline.review.lexicon import proposals, toml
    from pipeline.review.log import logged
    from pipeline.review.reviewed import reviewed
    from pipeline.store.dataset import opened
    from pipeline.store.disk import told, write_whole

    with opened(out) as dataset:
        log = logged(out)
        found = proposals(reviewed(dataset.checked(), log.decisions if log else ()))
    if to is None:
        typer.echo(toml(found), nl=False)
        return
    with told(to, "written"):
        write_whole(to, toml(found).encode())
    typer.echo(f"{to}: {len(found)} words and labels to choose from")
