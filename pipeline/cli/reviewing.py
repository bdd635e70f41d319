"""Commands around the review of a data set: how right it is, and what becomes of reviewers' work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Folder, app
from pipeline.harmless import harmless

gold = typer.Typer(no_args_is_help=True, help="Use what reviewers did.", rich_markup_mode=None)
app.add_typer(gold, name="gold")


@app.command()
def review(
    out: Annotated[Path, typer.Argument(metavar="[OUT]", help="The folder that a run wrote to.")] = Path("outputs"),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of the page; 0 takes any that is free.")] = 8417,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the start URL, open nothing.")] = False,
    reviewer: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who reviews; may be repeated. Default: you.")
    ] = None,
    double: Annotated[
        float, typer.Option(min=0, max=1, help="The part of the documents that two reviewers read, each apart.")
    ] = 0.2,
    host: Annotated[str, typer.Option(help="The address to listen on; any but this machine's needs --token.")] = (
        "127.0.0.1"
    ),
    token: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="The token of the start URL; one for each reviewer.")
    ] = None,
) -> None:
    """Check records against their sentences on a local web page; every decision is logged beside the data set."""
    from pipeline.review.server import Wishes, serve

    wishes = Wishes(tuple(reviewer or ()), double, host, port, tuple(token or ()), not no_browser)
    serve(out, wishes, lambda line: typer.echo(harmless(line)), lambda line: typer.echo(line, err=True))


@app.command()
def audit(
    out: Folder,
    sample: Annotated[
        int | None,  # a smaller one would leave strata out: there are five kinds with four bands
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
    from pipeline.plural import plural
    from pipeline.review.gold import LEFT_OUT, export
    from pipeline.review.log import logged
    from pipeline.review.reviewed import reviewed
    from pipeline.store.dataset import opened

    with opened(out) as dataset:
        log = logged(out)
        written = export(reviewed(dataset.checked(), log.decisions if log else ()), to, only_read=only_read)
    typer.echo(f"{to}: {plural(len(written.names), 'gold file')}")
    for reason, number in written.left_out.items():
        typer.echo(f"left out: {plural(number, 'document')} {LEFT_OUT[reason]}")


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
